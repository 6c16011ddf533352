// One state and no momentum.
fn load_momentum(tid: u32, base: u32, first_column: u32) {}
fn store_momentum(tid: u32, base: u32, first_column: u32) {}
fn open_chunk(c: Chunk, tid: u32) {}
