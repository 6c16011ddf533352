// One element of the cosine and sine tables.
fn load_cos(at: u32) -> f32 { return f32(cos_table[at]); }
fn load_sin(at: u32) -> f32 { return f32(sin_table[at]); }
