// A given number of blocks.
fn wanted(chooser: u32, allowed: u32) -> u32 { return params.top_k; }
