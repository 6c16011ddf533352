// As many blocks as reach a share of the mass.
fn wanted(chooser: u32, allowed: u32) -> u32 { return reach(chooser).count; }
