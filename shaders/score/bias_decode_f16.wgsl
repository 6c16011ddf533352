// One f16 of an additive mask.
const BIAS_NEG_INF: u32 = 0xfc00u;
fn bias_decode(bits: u32) -> f32 { return unpack2x16float(bits).x; }
