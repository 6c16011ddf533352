// The log of a weight, from the log-sum-exp of its row.
fn weight(s: f32, row: u32, hidden: bool) -> f32 {
    if hidden { return params.neg_inf; }
    return (s - lse_parts[row].x) - lse_parts[row].y;
}
