// The third walk of the gradient of a recurrence: the state once more. It gives the gradients by queries, by
// the delta rule those by keys through what the state held for them, and what each token adds to the
// gradients by the decays before it. That counts what passes through the token's own decay alone: what a
// token reads of itself would cancel later, and strong decays leave little beside it. So the state ends
// before the last token's own update. Threads own rows; `v` stands for the gradient by the output.
//
// Constants: DELTA, DECAY_TOKEN.

fn run(wid: vec3<u32>, tid: u32) {
    let group = group_id(wid);
    if group >= params.groups {
        return;
    }
    let b = batch_of(group);
    let lane = lane_of(group, tid);
    var s: Piece;
    load_piece(&s, lane.base, lane);
    let tokens = token_count(b);
    for (var t = 0u; t < tokens; t++) {
        let i = token_at(b, t, tokens);
        let row = kept_at(b, lane.h, i);
        let k = own_of(load_k4(k_at(b, lane.h, i), lane.own));
        let rate = rate_of(row);
        fade_piece(&s, lane, decay_at(b, lane.h, i));
        var by_decay = Own(0.0);
        if DELTA {
            let x = -rate * product(&s, lane, KEPT, row + UPDATE_BACK);
            if writes(lane) {
                keep(row + KEY_BACK + lane.own, x);
            }
            by_decay = k * x;
        }
        for (var g = 0u; g < params.group; g++) {
            let head = lane.h * params.group + g;
            let at = v_at(b, head, i);
            let x = params.scale * product(&s, lane, GIVEN, at);
            let whole = fma(params.scale * overlap(lane, at, row + UPDATE), rate * k, x);
            if writes(lane) {
                store_o4(o_at(b, head, i), lane.own, end_of(lane.own), four_of(whole));
            }
            by_decay = fma(own_of(load_q4(q_at(b, head, i), lane.own)), x, by_decay);
        }
        if DECAY_TOKEN && writes(lane) {
            keep(row + FADE_BACK + lane.own, by_decay);
        }
        // The state that the last token finds, faded, is the one that its decay meets.
        if params.first + t + 1u < whole_count(b) {
            add(&s, lane, KEPT, row + UPDATE, rate * k);
        }
    }
    store_piece(&s, lane.base, lane);
}
