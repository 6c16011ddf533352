// Every token has its own row in the tables.
fn table_row(b: u32, i: u32) -> u32 { return b * params.len + i; }
