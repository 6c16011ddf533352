// Division by the mass of a row with maximum m: the factor of the accumulated output (x) and the
// log of the mass (yz, to be added), by which partial results are merged. What a sink adds counts
// once, in the first split.
fn finish_row(m: f32, l: f32, head: u32, split: u32) -> vec3<f32> {
    var top = m;
    var shrink = 1.0;
    var sum = l;
    let sink = sink_logit(head);
    if split == 0u && sink != MASKED {
        top = max(top, sink);
        shrink = exp(m - top);
        sum = sum * shrink + exp(sink - top);
    }
    return vec3<f32>(select(0.0, shrink / sum, row_seen(sum)), log_parts(top, sum));
}
