// Whether a query sees a block that its list marks as partial: no selection hides any.
fn selects(b: u32, h: u32, i: u32, block: u32) -> bool { return true; }
