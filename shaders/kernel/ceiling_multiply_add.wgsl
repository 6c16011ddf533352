// The rate of multiply-adds: CHAINS independent sums of four, all in registers.
//
// Constants: WORKGROUP, CHAINS. Alias: Number, f32 or f16.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let id = group_id(wid) * WORKGROUP + tid;
    // Both come from memory, so that nothing is known when compiling. Sums tend to b / (1 - a).
    let a = vec4<Number>(vec4<f32>(input[0u], input[1u], input[2u], input[3u]));
    let b = vec4<Number>(vec4<f32>(input[4u], input[5u], input[6u], input[7u]));
    var sums: array<vec4<Number>, CHAINS>;
    for (var c = 0u; c < CHAINS; c++) {
        sums[c] = vec4<Number>(Number(f32(id % 7u + c)));
    }
    for (var n = 0u; n < params.rounds; n++) {
        for (var c = 0u; c < CHAINS; c++) {
            sums[c] = fma(sums[c], a, b);
        }
    }
    var all = vec4<Number>(Number(0.0));
    for (var c = 0u; c < CHAINS; c++) {
        all += sums[c];
    }
    o[id] = f32(all.x + all.y + all.z + all.w);
}
