// Four columns of a row of the partial outputs.
fn partial_o4(row: u32, d: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    let at = row * V_DIM + d;
    r.x = partial_o[at];
    if d + 1u < V_DIM { r.y = partial_o[at + 1u]; }
    if d + 2u < V_DIM { r.z = partial_o[at + 2u]; }
    if d + 3u < V_DIM { r.w = partial_o[at + 3u]; }
    return r;
}
