// Loops over matrices are written out.
const MORE: u32 = 0u;

fn set_lengths() {}
