// Signs as bits, the first feature lowest: a bucket of hyperplanes, in the order in which they lie
// (a Gray code), so that neighbours differ by one hyperplane.
fn code_of(at: u32) -> u32 {
    var bits = 0u;
    for (var d = 0u; d < params.dim; d++) {
        bits |= select(0u, 1u << d, load_input(at + d) > 0.0);
    }
    // The place of a word among the Gray codes.
    for (var shift = 16u; shift > 0u; shift >>= 1u) {
        bits ^= bits >> shift;
    }
    return bits;
}
