// A weight from the log-sum-exp of its row. Hidden pairs may belong to no row at all.
fn weight(s: f32, row: u32, hidden: bool) -> f32 {
    if hidden { return 0.0; }
    return exp_kept((s - lse_parts[row].x) - lse_parts[row].y);
}
