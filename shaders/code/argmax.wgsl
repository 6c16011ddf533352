// The first of the largest features. A NaN is below every number.
fn code_of(at: u32) -> u32 {
    var best = 0u;
    var top = load_input(at);
    for (var d = 1u; d < params.dim; d++) {
        let x = load_input(at + d);
        if x > top || (is_nan(top) && !is_nan(x)) {
            top = x;
            best = d;
        }
    }
    return best;
}
