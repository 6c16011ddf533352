// Workgroup memory of cooperative matrices as single elements, where matrices take no pointer to a vector.
alias Halves = f16;
alias Floats = f32;
const UNIT: u32 = 1u;

fn put_halves(at: u32, x: vec4<f16>) {
    for (var n = 0u; n < 4u; n++) { // unroll
        halves[at + n] = x[n];
    }
}
fn put_floats(at: u32, x: vec4<f32>) {
    for (var n = 0u; n < 4u; n++) { // unroll
        floats[at + n] = x[n];
    }
}
fn four_halves(at: u32) -> vec4<f16> {
    return vec4<f16>(halves[at], halves[at + 1u], halves[at + 2u], halves[at + 3u]);
}
fn four_floats(at: u32) -> vec4<f32> {
    return vec4<f32>(floats[at], floats[at + 1u], floats[at + 2u], floats[at + 3u]);
}
