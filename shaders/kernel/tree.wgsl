// Blocks of keys found by a search through ever smaller ranges, a workgroup a block of queries. The
// visible blocks are cut into KEPT ranges; in each round every range is halved, the middle key of each
// half stands for it, and the KEPT halves with the highest scores go on, until each is one block.
//
// Constants: WORKGROUP, QK_DIM, KEPT, OWN (keep the blocks of the queries' own positions besides).

const HALVES: u32 = 2u * KEPT;

// First block and one past the last; a range without blocks stands for none.
var<workgroup> ranges: array<vec2<u32>, KEPT>;
var<workgroup> halves: array<vec2<u32>, HALVES>;
var<workgroup> worth: array<f32, HALVES>;
var<workgroup> goes_on: array<u32, HALVES>;

fn is_range(x: vec2<u32>) -> bool {
    return x.x < x.y;
}

// Whether half `c` is among the KEPT best; of equal ones the first is better.
fn among_best(c: u32) -> bool {
    var better = 0u;
    for (var n = 0u; n < HALVES; n++) {
        let before = worth[n] > worth[c] || (worth[n] == worth[c] && n < c);
        better += select(0u, 1u, is_range(halves[n]) && before);
    }
    return is_range(halves[c]) && better < KEPT;
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    let cell = group_id(wid);
    if cell >= params.groups {
        return;
    }
    let row = cell % params.q_tiles;
    let h = (cell / params.q_tiles) % params.q_heads;
    let b = cell / params.q_tiles / params.q_heads;
    let q0 = row * params.block_q;
    let q1 = min(q0 + params.block_q, params.q_len);
    let offset = align_offset(params.q_len, params.kv_len);
    let seen = vec2<u32>(key_range(q0, offset, params.kv_len).x, key_range(q1 - 1u, offset, params.kv_len).y);
    // Blocks that some query of the block may see; none where no key is visible.
    let first = seen.x / params.block_kv;
    let end = select(first, (seen.y + params.block_kv - 1u) / params.block_kv, seen.y > seen.x);
    let share = (end - first) / KEPT;
    let more = (end - first) % KEPT;
    for (var c = tid; c < KEPT; c += WORKGROUP) {
        let start = first + share * c + min(c, more);
        ranges[c] = vec2<u32>(start, start + share + select(0u, 1u, c < more));
    }
    workgroupBarrier();

    let q_base = params.q_offset + b * params.q_batch + h * params.q_head;
    let k_base = params.k_offset + b * params.k_batch + (h / params.group) * params.k_head;
    for (var longest = share + select(0u, 1u, more > 0u); longest > 1u; longest = (longest + 1u) / 2u) {
        for (var c = tid; c < HALVES; c += WORKGROUP) {
            let whole = ranges[c / 2u];
            let middle = (whole.x + whole.y + 1u) / 2u;
            let half = select(vec2<u32>(whole.x, middle), vec2<u32>(middle, whole.y), (c & 1u) == 1u);
            halves[c] = half;
            var best = MASKED;
            if is_range(half) {
                let key = (half.x * params.block_kv + min(half.y * params.block_kv, params.kv_len)) / 2u;
                for (var i = q0; i < q1; i++) {
                    var s = 0.0;
                    for (var d = 0u; d < QK_DIM; d += 4u) {
                        s += dot(load_q4(q_base + i * params.q_row, d), load_k4(k_base + key * params.k_row, d));
                    }
                    // A NaN is no better than anything.
                    best = select(best, s, s > best);
                }
            }
            worth[c] = best;
        }
        workgroupBarrier();
        for (var c = tid; c < HALVES; c += WORKGROUP) {
            goes_on[c] = select(0u, 1u, among_best(c));
        }
        workgroupBarrier();
        for (var c = tid; c < HALVES; c += WORKGROUP) {
            var place = 0u;
            for (var n = 0u; n < c; n++) {
                place += goes_on[n];
            }
            if goes_on[c] == 1u {
                ranges[min(place, KEPT - 1u)] = halves[c];
            }
        }
        workgroupBarrier();
    }

    // The first query's own block; queries before the first key count as the first.
    let own = (max(key_range(q0, offset, params.kv_len).y, 1u) - 1u) / params.block_kv;
    for (var w = tid; w < params.select_words; w += WORKGROUP) {
        var bits = 0u;
        for (var c = 0u; c < KEPT; c++) {
            let block = ranges[c].x;
            if is_range(ranges[c]) && block / 32u == w {
                bits |= 1u << (block % 32u);
            }
        }
        if OWN {
            for (var block = max(max(own, first), w * 32u); block < min(end, (w + 1u) * 32u); block++) {
                bits |= 1u << (block % 32u);
            }
        }
        selection[cell * params.select_words + w] = bits;
    }
}
