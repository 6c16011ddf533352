// Tiles of ROWS x WIDTH vec4 that a thread computes: products with updates.

// acc + x s; where a thread owns its columns, on processors that have it, rounded once.
fn mad(x: f32, s: vec4<f32>, acc: vec4<f32>) -> vec4<f32> {
    if OWNED { return fma(vec4<f32>(x), s, acc); }
    return x * s + acc;
}

// acc with the products of x with four rows of keys added.
fn add_products(x: vec4<f32>, k0: vec4<f32>, k1: vec4<f32>, k2: vec4<f32>, k3: vec4<f32>, acc: vec4<f32>) -> vec4<f32> {
    if !OWNED { return acc + vec4<f32>(dot(x, k0), dot(x, k1), dot(x, k2), dot(x, k3)); }
    let first = mad(x.y, vec4<f32>(k0.y, k1.y, k2.y, k3.y), mad(x.x, vec4<f32>(k0.x, k1.x, k2.x, k3.x), acc));
    return mad(x.w, vec4<f32>(k0.w, k1.w, k2.w, k3.w), mad(x.z, vec4<f32>(k0.z, k1.z, k2.z, k3.z), first));
}

// Rows of A (or M), columns `j_begin..j_end`, times the updates from row `first` on.
fn weigh_updates(i0: u32, across: u32, j_begin: u32, j_end: u32, first: u32, start: array<vec4<f32>, ROWS * WIDTH>) -> array<vec4<f32>, ROWS * WIDTH> {
    var acc = start;
    for (var j = j_begin; j < j_end; j += 4u) {
        var a: array<vec4<f32>, ROWS>;
        for (var r = 0u; r < ROWS; r++) {
            a[r] = a_tile[(i0 + r) * CHUNK4 + j / 4u];
        }
        for (var w = 0u; w < WIDTH; w++) {
            let at = (first + j) * COLUMNS4 + across * WIDTH + w;
            let u0 = u_tile[at];
            let u1 = u_tile[at + COLUMNS4];
            let u2 = u_tile[at + 2u * COLUMNS4];
            let u3 = u_tile[at + 3u * COLUMNS4];
            for (var r = 0u; r < ROWS; r++) {
                let first = mad(a[r].y, u1, mad(a[r].x, u0, acc[r * WIDTH + w]));
                acc[r * WIDTH + w] = mad(a[r].w, u3, mad(a[r].z, u2, first));
            }
        }
    }
    return acc;
}
