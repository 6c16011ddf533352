// Gradients by the keys: a tile of keys goes over the queries of all heads that read them, which carry the
// scale.
const OWNS_KEYS: bool = true;
const OF_VALUES: bool = false;

fn own_score(o: Owned, h: u32, n: u32, d: u32) -> vec4<f32> { return load_k4(key_at(o, n), d); }
fn own_value(o: Owned, h: u32, n: u32, d: u32) -> vec4<f32> { return load_v4(value_at(o, n), d); }
fn other_score(o: Owned, h: u32, n: u32, d: u32) -> vec4<f32> { return scale_q(load_q4(query_at(o, h, n), d)); }
fn other_value(o: Owned, h: u32, n: u32, d: u32) -> vec4<f32> { return load_grad_o4(grad_at(o, h, n), d); }
