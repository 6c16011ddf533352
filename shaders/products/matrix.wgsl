// Products by cooperative matrices: f16 rows and keys, f32 sums. A subgroup has OWN matrices of SIZE rows and
// SIZE keys; sums pass through workgroup memory.
//
// Constants: SIZE, LANES. Aliases: Left, Right, Sum.

// Columns of a slice, in vec4; rows in workgroup memory, of halves and of a slice that is not there.
const SLICE4: u32 = 8u;
const HALF_ROW4: u32 = SLICE4 + 2u;
const SLICE_ROW: u32 = 0u;
const ACROSS: u32 = CHUNK / SIZE;
const OWN: u32 = ACROSS * ACROSS * LANES / WORKGROUP;

alias Sums = array<Sum, OWN>;

var<workgroup> halves: array<vec4<f16>, 2u * CHUNK * HALF_ROW4>;

fn put_row(t: u32, d4: u32, x: vec4<f32>) { halves[t * HALF_ROW4 + d4] = vec4<f16>(x); }
fn put_key(t: u32, d4: u32, k: vec4<f32>) { halves[(CHUNK + t) * HALF_ROW4 + d4] = vec4<f16>(k); }

fn start(sums: ptr<function, Sums>) {
    for (var n = 0u; n < OWN; n++) { // unroll
        (*sums)[n] = Sum();
    }
}

fn add_slice(sums: ptr<function, Sums>, tid: u32, i0: u32, j0: u32) {
    for (var n = 0u; n < OWN; n++) { // unroll
        let own = tid / LANES * OWN + n;
        for (var d = 0u; d < 4u * SLICE4 / SIZE; d++) { // unroll
            let x = coopLoadT<Left>(&halves[own / ACROSS * SIZE * HALF_ROW4 + d * SIZE / 4u], HALF_ROW4);
            let k = coopLoad<Right>(&halves[(CHUNK + own % ACROSS * SIZE) * HALF_ROW4 + d * SIZE / 4u], HALF_ROW4);
            (*sums)[n] = coopMultiplyAdd(x, k, (*sums)[n]);
        }
    }
}

fn take(sums: ptr<function, Sums>, tid: u32, i0: u32, j0: u32) -> array<vec4<f32>, HIGH> {
    for (var n = 0u; n < OWN; n++) { // unroll
        let own = tid / LANES * OWN + n;
        coopStoreT((*sums)[n], &l_tile[own / ACROSS * SIZE * L_ROW + own % ACROSS * SIZE / 4u], L_ROW);
    }
    workgroupBarrier();
    var acc: array<vec4<f32>, HIGH>;
    if i0 < CHUNK {
        for (var r = 0u; r < HIGH; r++) { // unroll
            acc[r] = l_tile[(i0 + r) * L_ROW + j0];
        }
    }
    return acc;
}
