// Products by dots: a thread has HIGH rows and four keys side by side, which lie apart in a slice, as the
// rows of two tiles do: neighbours would read the same bank.

// Columns of a slice, in vec4; a row of it in workgroup memory.
const SLICE4: u32 = 8u;
const SLICE_ROW: u32 = SLICE4 + 1u;
// Where keys begin, behind rows of which every HIGH are followed by one vec4 of nothing.
const SLICE_KEYS: u32 = CHUNK * (SLICE_ROW + 1u);

alias Sums = array<vec4<f32>, HIGH>;

fn put_row(t: u32, d4: u32, x: vec4<f32>) { l_tile[t * SLICE_ROW + t / HIGH + d4] = x; }
fn put_key(t: u32, d4: u32, k: vec4<f32>) { l_tile[SLICE_KEYS + (t % 4u * CHUNK4 + t / 4u) * SLICE_ROW + d4] = k; }

fn start(sums: ptr<function, Sums>) {}

fn add_slice(sums: ptr<function, Sums>, tid: u32, i0: u32, j0: u32) {
    if i0 >= CHUNK {
        return;
    }
    for (var d4 = 0u; d4 < SLICE4; d4++) {
        var k: array<vec4<f32>, 4>;
        for (var n = 0u; n < 4u; n++) { // unroll
            k[n] = l_tile[SLICE_KEYS + (j0 + n * CHUNK4) * SLICE_ROW + d4];
        }
        for (var r = 0u; r < HIGH; r++) { // unroll
            let x = l_tile[(i0 + r) * SLICE_ROW + i0 / HIGH + d4];
            for (var e = 0u; e < 4u; e++) { // unroll
                (*sums)[r] = fma(vec4<f32>(x[e]), vec4<f32>(k[0][e], k[1][e], k[2][e], k[3][e]), (*sums)[r]);
            }
        }
    }
}

fn take(sums: ptr<function, Sums>, tid: u32, i0: u32, j0: u32) -> Sums {
    return *sums;
}
