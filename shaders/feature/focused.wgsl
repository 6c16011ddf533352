// |y| / |y^p| * y^p of y = max(x, 0) + 1e-6: the row's direction sharpened, its length kept
// (Han et al., FLatten). Powers are of y / max y, which is at most 1.
fn row_stats(at: u32) -> vec2<f32> {
    var top = 0.0;
    for (var d = 0u; d < DIM; d++) {
        top = max(top, max(load_input(at + d), 0.0) + 1e-6);
    }
    var length = 0.0;
    var sharp = 0.0;
    for (var d = 0u; d < DIM; d++) {
        let y = (max(load_input(at + d), 0.0) + 1e-6) / top;
        let power = pow(y, f32(POWER));
        length += y * y;
        sharp += power * power;
    }
    return vec2<f32>(top, top * sqrt(length / sharp));
}
fn feature(at: u32, f: u32, stats: vec2<f32>) -> f32 {
    let y = (max(load_input(at + f), 0.0) + 1e-6) / stats.x;
    return stats.y * pow(y, f32(POWER));
}
