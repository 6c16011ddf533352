// Tiles of ROWS x WIDTH vec4 that a thread computes: products with updates.

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
                acc[r * WIDTH + w] += a[r].x * u0 + a[r].y * u1 + a[r].z * u2 + a[r].w * u3;
            }
        }
    }
    return acc;
}
