// What is taken from the scores of a row: their log-sum-exp, which leaves logs of weights.
fn row_log(at: u32) -> f32 { return lse[at]; }
