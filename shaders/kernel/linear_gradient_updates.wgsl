// The first walk of the gradient of a recurrence: what every token adds to the state, its value or
// by the delta rule (before its rate) what that lacks of it. Threads own columns.
//
// Constants: DELTA.

fn run(wid: vec3<u32>, tid: u32) {
    let group = group_id(wid);
    if group >= params.groups {
        return;
    }
    let b = batch_of(group);
    let lane = lane_of(group, tid);
    var s: Piece;
    if DELTA {
        load_piece(&s, lane.base, lane);
    }
    let tokens = token_count(b);
    for (var t = 0u; t < tokens; t++) {
        let i = token_at(b, t, tokens);
        let row = kept_at(b, lane.h, i);
        var u = own_of(load_v4(v_at(b, lane.h, i), lane.own));
        if DELTA {
            let k = k_at(b, lane.h, i);
            let rate = Own(load_beta(beta_at(b, lane.h, i)));
            fade_piece(&s, lane, decay_at(b, lane.h, i));
            u -= product(&s, lane, KEY, k);
            add(&s, lane, KEY, k, rate * u);
            if writes(lane) && lane.own == 0u {
                keep(row + RATE, rate);
            }
        }
        if writes(lane) {
            keep(row + UPDATE + lane.own, u);
        }
    }
    if DELTA {
        store_piece(&s, lane.base, lane);
    }
}
