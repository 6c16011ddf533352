// Every sequence has the full length, in all pieces together.
fn whole_count(b: u32) -> u32 { return params.whole; }
