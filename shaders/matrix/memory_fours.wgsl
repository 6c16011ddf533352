// Workgroup memory of cooperative matrices as vectors of four: a thread stores four elements at once.
alias Halves = vec4<f16>;
alias Floats = vec4<f32>;
const UNIT: u32 = 4u;

fn put_halves(at: u32, x: vec4<f16>) { halves[at / 4u] = x; }
fn put_floats(at: u32, x: vec4<f32>) { floats[at / 4u] = x; }
fn four_halves(at: u32) -> vec4<f16> { return halves[at / 4u]; }
fn four_floats(at: u32) -> vec4<f32> { return floats[at / 4u]; }
