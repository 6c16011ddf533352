// Maxima and sums over the TX threads of a row, through workgroup memory.
var<workgroup> row_part: array<f32, BLOCK_Q * TX>;

fn lanes_max(x: f32) -> f32 { return x; }
fn lanes_sum(x: f32) -> f32 { return x; }

// Before the barrier: this thread's part.
fn put_part(row: u32, tx: u32, x: f32) { row_part[row * TX + tx] = x; }

// After it: the whole row's.
fn row_max(row: u32, part: f32) -> f32 {
    var top = row_part[row * TX];
    for (var n = 1u; n < TX; n++) {
        top = max(top, row_part[row * TX + n]);
    }
    return top;
}
fn row_sum(row: u32, part: f32) -> f32 {
    var sum = row_part[row * TX];
    for (var n = 1u; n < TX; n++) {
        sum += row_part[row * TX + n];
    }
    return sum;
}
