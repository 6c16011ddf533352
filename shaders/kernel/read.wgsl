// Outputs of all tokens from one state: a thread computes ROWS queries of four columns.
//
// Constants: WORKGROUP, ROWS, QK_DIM, V_DIM, STATE_COLUMNS, NORMALISE.

const V4: u32 = (V_DIM + 3u) / 4u;

fn state4(at: u32, column: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    for (var n = 0u; n < min(4u, V_DIM - column); n++) {
        r[n] = load_state(at + column + n);
    }
    return r;
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    var id = group_id(wid) * WORKGROUP + tid;
    let column = (id % V4) * 4u;
    id /= V4;
    let t = (id % params.chunks) * ROWS;
    id /= params.chunks;
    if id >= params.groups {
        return;
    }
    let group_head = id % params.group;
    id /= params.group;
    let h = params.kv_head_base + id % params.kv_head_count;
    let b = params.batch_base + id / params.kv_head_count;
    let head = h * params.group + group_head;
    let tokens = token_count(b);
    if t >= tokens {
        return;
    }
    let state = (b * params.kv_heads + h) * QK_DIM * STATE_COLUMNS;
    var row: array<u32, ROWS>;
    var sum: array<vec4<f32>, ROWS>;
    var norm: array<f32, ROWS>;
    for (var r = 0u; r < ROWS; r++) {
        row[r] = q_at(b, head, token_at(b, h, min(t + r, tokens - 1u), tokens));
        sum[r] = vec4<f32>(0.0);
        norm[r] = 0.0;
    }
    for (var d = 0u; d < QK_DIM; d += 4u) {
        var x: array<vec4<f32>, ROWS>;
        for (var r = 0u; r < ROWS; r++) {
            x[r] = load_q4(row[r], d);
        }
        for (var n = 0u; n < min(4u, QK_DIM - d); n++) {
            let at = state + (d + n) * STATE_COLUMNS;
            let s = state4(at, column);
            var z = 0.0;
            if NORMALISE {
                z = load_state(at + V_DIM);
            }
            for (var r = 0u; r < ROWS; r++) {
                sum[r] += x[r][n] * s;
                norm[r] += x[r][n] * z;
            }
        }
    }
    for (var r = 0u; r < ROWS; r++) {
        if t + r < tokens {
            var factor = params.scale;
            if NORMALISE {
                factor = inverse(norm[r] + params.eps);
            }
            store_o4(o_at(b, head, token_at(b, h, t + r, tokens)), column, V_DIM, factor * sum[r]);
        }
    }
}
