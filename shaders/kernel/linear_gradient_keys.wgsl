// The last walk of the gradient of a recurrence, back: the gradient by the state once more, and by keys and
// decays. The gradient by a decay is the product of the states before it and behind it, which no walk has
// both: it is that by the next token's decay, and what this token's query and key change. Threads own rows;
// `v` stands for the gradient by the output.
//
// Constants: V_DIM, DELTA, DECAY_TOKEN.

fn run(wid: vec3<u32>, tid: u32) {
    let group = group_id(wid);
    if group >= params.groups {
        return;
    }
    let b = batch_of(group);
    let lane = lane_of(group, tid);
    var s: Piece;
    load_piece(&s, lane.base, lane);
    var by_decay = Own(0.0);
    if DECAY_TOKEN {
        by_decay = load_own(lane.base, V_DIM, lane.own);
    }
    let tokens = token_count(b);
    for (var t = 0u; t < tokens; t++) {
        let i = token_at(b, t, tokens);
        let row = kept_at(b, lane.h, i);
        let k = own_of(load_k4(k_at(b, lane.h, i), lane.own));
        let rate = rate_of(row);
        // Through tokens behind this one, and through its own queries.
        let later = rate * product(&s, lane, KEPT, row + UPDATE);
        var own = Own(0.0);
        for (var g = 0u; g < params.group; g++) {
            let head = lane.h * params.group + g;
            let at = v_at(b, head, i);
            let q = params.scale * own_of(load_q4(q_at(b, head, i), lane.own));
            own = fma(q, overlap(lane, at, row + UPDATE), own);
            add(&s, lane, GIVEN, at, q);
        }
        var x = fma(rate, own, later);
        if DELTA {
            add(&s, lane, KEPT, row + UPDATE_BACK, -rate * k);
        }
        if writes(lane) {
            if DELTA {
                x += kept_own(row + KEY_BACK + lane.own);
            }
            store_o4(o_at(b, lane.h, i), lane.own, end_of(lane.own), four_of(x));
        }
        if DECAY_TOKEN && writes(lane) {
            // The product that it began with is that of the state before the last token's update.
            if params.first + t > 0u {
                by_decay -= k * later;
            }
            by_decay += kept_own(row + FADE_BACK + lane.own);
            keep(row + FADE_BACK + lane.own, by_decay);
        }
        fade_piece(&s, lane, decay_at(b, lane.h, i));
    }
    store_piece(&s, lane.base, lane);
    if DECAY_TOKEN && writes(lane) {
        store_state_own(lane.base, V_DIM, lane.own, by_decay);
    }
}
