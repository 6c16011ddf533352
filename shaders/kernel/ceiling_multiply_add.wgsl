// The rate of multiply-adds: CHAINS independent sums of four, all in registers, each taken STEPS
// times a round.
//
// Constants: WORKGROUP, CHAINS, STEPS, FUSED. Alias: Number, f32 or f16.

fn step(x: vec4<Number>, a: Number, b: Number) -> vec4<Number> {
    if FUSED {
        return fma(x, vec4<Number>(a), vec4<Number>(b));
    }
    return x * a + b;
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let id = group_id(wid) * WORKGROUP + tid;
    // Both come from memory, so that nothing is known when compiling. Sums tend to b / (1 - a).
    let a = Number(input[0u]);
    let b = Number(input[4u]);
    var sums: array<vec4<Number>, CHAINS>;
    for (var c = 0u; c < CHAINS; c++) {
        sums[c] = vec4<Number>(Number(f32(id % 7u + c)));
    }
    for (var n = 0u; n < params.rounds; n++) {
        for (var s = 0u; s < STEPS; s++) {
            for (var c = 0u; c < CHAINS; c++) {
                sums[c] = step(sums[c], a, b);
            }
        }
    }
    var all = vec4<Number>(Number(0.0));
    for (var c = 0u; c < CHAINS; c++) {
        all += sums[c];
    }
    o[id] = f32(all.x + all.y + all.z + all.w);
}
