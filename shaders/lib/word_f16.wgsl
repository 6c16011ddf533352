// Two f16 in a word.
fn unpack_word(w: u32) -> vec2<f32> { return unpack2x16float(w); }
fn pack_word(v: vec2<f32>) -> u32 { return pack2x16float(v); }
