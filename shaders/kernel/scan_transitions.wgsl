// The states before each segment of a sequence by a rule that corrects itself. All that a segment does
// to a state S is T S + N: N is what it makes of zeros, T what it makes of the identity by values of 0.
//
// `states` holds N of every segment, and receives the state before it. A workgroup owns four value
// columns of one state. With momentum the rows of its state follow those of the other.
//
// Constants: WORKGROUP, PARTS (1, or 2 with momentum), ROWS4 (rows of all parts, whole vec4), QK_DIM,
// V_DIM, STATE_COLUMNS.

const ROWS: u32 = PARTS * QK_DIM;
const EACH: u32 = (ROWS + WORKGROUP - 1u) / WORKGROUP;

var<workgroup> s: array<vec4<f32>, 4u * ROWS4>;

fn element(state: u32, row: u32, column: u32) -> u32 {
    return (state * QK_DIM + row % QK_DIM) * STATE_COLUMNS + (row / QK_DIM) * V_DIM + column;
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let id = group_id(wid);
    if id >= params.groups {
        return;
    }
    let column = (id % params.v_slices) * 4u;
    let state = id / params.v_slices;
    let h = params.kv_head_base + state % params.kv_head_count;
    let b = params.batch_base + state / params.kv_head_count;
    let whole = b * params.kv_heads + h;

    for (var row = tid; row < 4u * ROWS4; row += WORKGROUP) {
        var x = vec4<f32>(0.0);
        for (var e = 0u; e < 4u; e++) {
            if row < ROWS && column + e < V_DIM {
                x[e] = load_state(element(whole, row, column + e));
            }
        }
        s[row] = x;
    }
    workgroupBarrier();
    for (var n = 0u; n < params.segments; n++) {
        let segment = whole * params.segments + n;
        var next: array<vec4<f32>, EACH>;
        for (var r = 0u; r < EACH; r++) {
            let row = r * WORKGROUP + tid;
            if row >= ROWS {
                continue;
            }
            let at = ((segment * QK_DIM + row % QK_DIM) * PARTS + row / QK_DIM) * 4u * ROWS4;
            var sum = vec4<f32>(0.0);
            for (var c = 0u; c < 4u * ROWS4; c += 4u) {
                sum += transitions[at + c] * s[c] + transitions[at + c + 1u] * s[c + 1u];
                sum += transitions[at + c + 2u] * s[c + 2u] + transitions[at + c + 3u] * s[c + 3u];
            }
            let before = s[row];
            for (var e = 0u; e < 4u; e++) {
                if column + e < V_DIM {
                    let place = element(segment, row, column + e);
                    sum[e] += states[place];
                    states[place] = before[e];
                }
            }
            next[r] = sum;
        }
        workgroupBarrier();
        for (var r = 0u; r < EACH; r++) {
            if r * WORKGROUP + tid < ROWS {
                s[r * WORKGROUP + tid] = next[r];
            }
        }
        workgroupBarrier();
    }
    for (var row = tid; row < ROWS; row += WORKGROUP) {
        for (var e = 0u; e < 4u; e++) {
            if column + e < V_DIM {
                store_state(element(whole, row, column + e), s[row][e]);
            }
        }
    }
}
