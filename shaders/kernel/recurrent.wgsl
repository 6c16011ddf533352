// Linear attention token by token: the decode path, and the first truth of the chunked kernels.
//
// A workgroup owns COLUMNS value columns of one state. PARTS threads share a column; each keeps
// KEYS4 * 4 of its rows in registers. What spans a column (S^T k, S^T q) is summed through
// workgroup memory, in two alternating halves so that one barrier a sum is enough.
//
// Constants: WORKGROUP = COLUMNS * PARTS, KEYS4, QK_DIM, V_DIM, STATE_COLUMNS, DELTA, DECAY,
// DECAY_CHANNEL, NORMALISE, BONUS, MOMENTUM, RANK_ONE.

var<workgroup> sums: array<f32, 2u * WORKGROUP>;
var<workgroup> norms: array<f32, 2u * WORKGROUP>;

fn column_sum(half: u32, column: u32) -> f32 {
    var sum = 0.0;
    for (var p = 0u; p < PARTS; p++) {
        sum += sums[half * WORKGROUP + p * COLUMNS + column];
    }
    return sum;
}

fn norm_sum(half: u32) -> f32 {
    var sum = 0.0;
    for (var p = 0u; p < PARTS; p++) {
        sum += norms[half * WORKGROUP + p * COLUMNS];
    }
    return sum;
}

// Four rows of one column of the state; 0 past the end.
fn load_state4(base: u32, d: u32, column: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    for (var n = 0u; n < 4u; n++) {
        if d + n < QK_DIM {
            r[n] = load_state(base + (d + n) * STATE_COLUMNS + column);
        }
    }
    return r;
}

fn store_state4(base: u32, d: u32, column: u32, x: vec4<f32>) {
    for (var n = 0u; n < 4u; n++) {
        if d + n < QK_DIM {
            store_state(base + (d + n) * STATE_COLUMNS + column, x[n]);
        }
    }
}

fn run(wid: vec3<u32>, tid: u32) {
    var id = group_id(wid);
    if id >= params.groups {
        return;
    }
    let first_column = (id % params.v_slices) * COLUMNS;
    id /= params.v_slices;
    let h = params.kv_head_base + id % params.kv_head_count;
    let b = params.batch_base + id / params.kv_head_count;

    let column = first_column + tid % COLUMNS;
    let own = column < V_DIM;
    let d0 = (tid / COLUMNS) * KEYS4 * 4u;
    let state_base = (b * params.kv_heads + h) * QK_DIM * STATE_COLUMNS;

    var s: array<vec4<f32>, KEYS4>;
    var z: array<vec4<f32>, KEYS4>;
    var momentum: array<vec4<f32>, KEYS4>;
    for (var n = 0u; n < KEYS4; n++) {
        s[n] = vec4<f32>(0.0);
        z[n] = vec4<f32>(0.0);
        momentum[n] = vec4<f32>(0.0);
        if own {
            s[n] = load_state4(state_base, d0 + n * 4u, column);
            if MOMENTUM {
                momentum[n] = load_state4(state_base, d0 + n * 4u, V_DIM + column);
            }
        }
        if NORMALISE {
            z[n] = load_state4(state_base, d0 + n * 4u, V_DIM);
        }
    }

    var half = 0u;
    let tokens = token_count(b);
    for (var t = 0u; t < tokens; t++) {
        let i = token_at(b, h, t, tokens);
        let k_row = k_at(b, h, i);
        let v_row = v_at(b, h, i);
        var u = 0.0;
        if own {
            u = load_v4(v_row, column)[0];
        }

        var before: array<vec4<f32>, KEYS4>;
        if BONUS {
            before = s;
        }
        // What the state holds for the key, or for what a rank-one rule reads, before the decay.
        var before_decay = 0.0;
        let removal_row = removal_at(b, h, i);
        if MOMENTUM || RANK_ONE {
            var held = vec4<f32>(0.0);
            for (var n = 0u; n < KEYS4; n++) {
                if RANK_ONE {
                    held += s[n] * removal4(removal_row, d0 + n * 4u);
                } else {
                    held += s[n] * load_k4(k_row, d0 + n * 4u);
                }
            }
            sums[half * WORKGROUP + tid] = held.x + held.y + held.z + held.w;
            workgroupBarrier();
            before_decay = column_sum(half, tid % COLUMNS);
            half = 1u - half;
        }
        if DECAY {
            let fade_at = decay_at(b, h, i);
            var x = vec4<f32>(load_decay(fade_at));
            for (var n = 0u; n < KEYS4; n++) {
                if DECAY_CHANNEL {
                    x = channel_decays(fade_at, d0 + n * 4u);
                }
                s[n] = fade_state(s[n], x);
                z[n] = fade_state(z[n], x);
            }
        }
        if DELTA {
            var held = vec4<f32>(0.0);
            for (var n = 0u; n < KEYS4; n++) {
                held += s[n] * load_k4(k_row, d0 + n * 4u);
            }
            sums[half * WORKGROUP + tid] = held.x + held.y + held.z + held.w;
            workgroupBarrier();
            u = load_beta(beta_at(b, h, i)) * (u - column_sum(half, tid % COLUMNS));
            half = 1u - half;
        }
        var kept = 0.0;
        if MOMENTUM {
            u = load_beta(beta_at(b, h, i)) * (u - before_decay);
            kept = load_beta(beta_at(b, h, i) + 1u);
        }
        for (var n = 0u; n < KEYS4; n++) {
            let k4 = load_k4(k_row, d0 + n * 4u);
            if MOMENTUM {
                momentum[n] = kept * momentum[n] + k4 * u;
                s[n] += momentum[n];
            } else {
                s[n] += k4 * u;
            }
            if RANK_ONE {
                s[n] += removal4(removal_row + QK_DIM, d0 + n * 4u) * before_decay;
            }
            z[n] += k4;
            if BONUS {
                before[n] += bonus4(h, d0 + n * 4u) * k4 * u;
            }
        }

        for (var g = 0u; g < select(0u, params.group, params.outputs != 0u); g++) {
            let head = h * params.group + g;
            let q_row = q_at(b, head, i);
            var sum = vec4<f32>(0.0);
            var norm = vec4<f32>(0.0);
            for (var n = 0u; n < KEYS4; n++) {
                let q4 = load_q4(q_row, d0 + n * 4u);
                if BONUS {
                    sum += q4 * before[n];
                } else {
                    sum += q4 * s[n];
                }
                norm += q4 * z[n];
            }
            sums[half * WORKGROUP + tid] = sum.x + sum.y + sum.z + sum.w;
            if NORMALISE {
                norms[half * WORKGROUP + tid] = norm.x + norm.y + norm.z + norm.w;
            }
            workgroupBarrier();
            if tid * 4u < COLUMNS {
                var factor = params.scale;
                if NORMALISE {
                    factor = inverse(norm_sum(half) + params.eps);
                }
                var r = vec4<f32>(0.0);
                for (var n = 0u; n < 4u; n++) {
                    r[n] = factor * column_sum(half, tid * 4u + n);
                }
                store_o4(o_at(b, head, i), first_column + tid * 4u, V_DIM, r);
            }
            half = 1u - half;
        }
    }

    for (var n = 0u; n < KEYS4; n++) {
        if own {
            store_state4(state_base, d0 + n * 4u, column, s[n]);
            if MOMENTUM {
                store_state4(state_base, d0 + n * 4u, V_DIM + column, momentum[n]);
            }
        }
        if NORMALISE && column == 0u {
            store_state4(state_base, d0 + n * 4u, V_DIM, z[n]);
        }
    }
}
