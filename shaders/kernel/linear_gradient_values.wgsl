// The second walk of the gradient of a recurrence, back: the gradient by the state, and by values, which is
// its product with the key. At the end it is the gradient by the state before the first token. Threads own
// columns; `v` stands for the gradient by the output.
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
    load_piece(&s, lane.base, lane);
    let tokens = token_count(b);
    for (var t = 0u; t < tokens; t++) {
        let i = token_at(b, t, tokens);
        let k = k_at(b, lane.h, i);
        for (var g = 0u; g < params.group; g++) {
            let head = lane.h * params.group + g;
            let x = own_of(load_v4(v_at(b, head, i), lane.own));
            add(&s, lane, QUERY, q_at(b, head, i), params.scale * x);
        }
        var u = product(&s, lane, KEY, k);
        if DELTA {
            let row = kept_at(b, lane.h, i);
            if writes(lane) {
                keep(row + UPDATE_BACK + lane.own, u);
            }
            u *= rate_of(row);
            add(&s, lane, KEY, k, -u);
        }
        if writes(lane) {
            store_o4(o_at(b, lane.h, i), lane.own, end_of(lane.own), four_of(u));
        }
        fade_piece(&s, lane, decay_at(b, lane.h, i));
    }
    store_piece(&s, lane.base, lane);
}
