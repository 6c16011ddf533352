// One bf16 of an additive mask.
const BIAS_NEG_INF: u32 = 0xff80u;
fn bias_decode(bits: u32) -> f32 { return bitcast<f32>(bits << 16u); }
