// The first of the largest among the features and then their negatives.
fn code_of(at: u32) -> u32 {
    var best = 0u;
    var top = load_input(at);
    for (var d = 1u; d < 2u * params.dim; d++) {
        let raw = load_input(at + d % params.dim);
        let x = select(raw, -raw, d >= params.dim);
        if x > top {
            top = x;
            best = d;
        }
    }
    return best;
}
