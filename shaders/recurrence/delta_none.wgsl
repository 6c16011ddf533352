// The updates are the values.
fn solve_updates(c: Chunk, tid: u32) {}
