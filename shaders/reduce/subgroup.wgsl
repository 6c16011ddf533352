// Maxima and sums over the TX threads of a row: shuffles inside a subgroup, workgroup memory
// between them. Right for every power of two of lanes; read at run time, since it may differ
// between pipelines. The shuffles past a subgroup's end are made and dropped: browsers demand
// that shuffles do not depend on a number which they cannot see to be the same for all lanes.
var<workgroup> row_part: array<f32, BLOCK_Q * TX>;

// Threads of a row in one subgroup, where threads of ABREAST rows alternate.
fn row_lanes() -> u32 { return max(lanes / ABREAST, 1u); }

fn lanes_max(x: f32) -> f32 {
    var r = x;
    for (var step = ABREAST; step < ABREAST * TX; step <<= 1u) {
        r = select(r, max(r, subgroupShuffleXor(r, step)), step < lanes);
    }
    return r;
}
fn lanes_sum(x: f32) -> f32 {
    var r = x;
    for (var step = ABREAST; step < ABREAST * TX; step <<= 1u) {
        r = select(r, r + subgroupShuffleXor(r, step), step < lanes);
    }
    return r;
}

// Before the barrier: one part of each subgroup that is narrower than a row.
fn put_part(row: u32, tx: u32, x: f32) {
    if row_lanes() < TX && tx % row_lanes() == 0u {
        row_part[row * TX + tx] = x;
    }
}

// After it: the whole row's.
fn row_max(row: u32, part: f32) -> f32 {
    var top = part;
    if row_lanes() < TX {
        for (var n = 0u; n < TX; n += row_lanes()) {
            top = max(top, row_part[row * TX + n]);
        }
    }
    return top;
}
fn row_sum(row: u32, part: f32) -> f32 {
    if row_lanes() >= TX {
        return part;
    }
    var sum = 0.0;
    for (var n = 0u; n < TX; n += row_lanes()) {
        sum += row_part[row * TX + n];
    }
    return sum;
}
