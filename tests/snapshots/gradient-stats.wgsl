const WORKGROUP: u32 = 64u;
const V_DIM: u32 = 64u;
struct Params {
    groups: u32,
    grid_x: u32,
    splits: u32,
    q_tiles: u32,
    batch_base: u32,
    head_base: u32,
    packs: u32,
    pack: u32,
    group: u32,
    q_heads: u32,
    q_len: u32,
    kv_len: u32,
    total_q: u32,
    total_kv: u32,
    rows: u32,
    cells: u32,
    score_rows: u32,
    q_offset: u32,
    q_batch: u32,
    q_head: u32,
    q_row: u32,
    k_offset: u32,
    k_batch: u32,
    k_head: u32,
    k_row: u32,
    v_offset: u32,
    v_batch: u32,
    v_head: u32,
    v_row: u32,
    o_offset: u32,
    o_batch: u32,
    o_head: u32,
    o_row: u32,
    o_split: u32,
    lse_split: u32,
    lse_batch: u32,
    lse_head: u32,
    mask_offset: u32,
    mask_batch: u32,
    mask_head: u32,
    mask_row: u32,
    mask_key: u32,
    mask_kv_len: u32,
    bias_offset: u32,
    bias_batch: u32,
    bias_head: u32,
    bias_row: u32,
    bias_key: u32,
    bias_kv_len: u32,
    block_q: u32,
    block_kv: u32,
    kv_blocks: u32,
    block_entries: u32,
    list_batch: u32,
    list_group: u32,
    list_head: u32,
    select_batch: u32,
    select_group: u32,
    select_words: u32,
    label_q_batch: u32,
    label_q_head: u32,
    label_kv_batch: u32,
    label_kv_head: u32,
    align_to_end: u32,
    align_offset: i32,
    window_left: i32,
    window_right: i32,
    scale: f32,
    softcap: f32,
    neg_inf: f32,
    sink: f32,
    factor_batch: u32,
    factor_head: u32,
    factor_row: u32,
    factor_key: u32,
    weight_batch: u32,
    weight_head: u32,
    weight_row: u32,
    grad_offset: u32,
    grad_batch: u32,
    grad_head: u32,
    grad_row: u32,
    none: u32,
    weight_bias: f32,
    gain: f32,
    shift: f32,
    epsilon: f32,
}
@group(0) @binding(0) var<uniform> params: Params;
@group(0) @binding(1) var<storage, read> input: array<f32>;
@group(0) @binding(2) var<storage, read> grad_o: array<vec4<f32>>;
@group(0) @binding(3) var<storage, read> partial_lse: array<f32>;
@group(0) @binding(4) var<storage, read_write> row_stats: array<vec4<f32>>;
// One element.
fn load_input(at: u32) -> f32 { return f32(input[at]); }
// Four elements at once, of rows that start and end at multiples of four.
fn load_grad_o4(base: u32, d: u32) -> vec4<f32> {
    if d >= V_DIM { return vec4<f32>(0.0); }
    return vec4<f32>(grad_o[(base + d) >> 2u]);
}
// Workgroups are numbered along x, then y: one dimension holds 65,535 of them.
fn group_id(wid: vec3<u32>) -> u32 {
    return wid.y * params.grid_x + wid.x;
}
// The log-sum-exp of a part as one number.
fn part_lse(at: u32) -> vec2<f32> { return vec2<f32>(partial_lse[at], 0.0); }
// What gradients need of every row, one thread a row: the two numbers of its log-sum-exp, and its output
// times the gradient by it, which is what every weight's gradient is relative to.
//
// Constants: WORKGROUP, V_DIM.

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let at = group_id(wid) * WORKGROUP + tid;
    if at >= params.cells {
        return;
    }
    let i = at % params.total_q;
    let h = params.head_base + (at / params.total_q) % params.packs;
    let b = params.batch_base + at / (params.total_q * params.packs);
    let row = (b * params.q_heads + h) * params.total_q + i;
    let o_at = params.o_offset + b * params.o_batch + h * params.o_head + i * params.o_row;
    let grad_at = params.grad_offset + b * params.grad_batch + h * params.grad_head + i * params.grad_row;
    var sum = 0.0;
    for (var d = 0u; d < V_DIM; d += 4u) {
        let g = load_grad_o4(grad_at, d);
        for (var n = 0u; n < min(4u, V_DIM - d); n++) {
            sum = fma(g[n], load_input(o_at + d + n), sum);
        }
    }
    row_stats[row] = vec4<f32>(part_lse(row), sum, 0.0);
}
