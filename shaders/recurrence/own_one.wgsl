// One column, or row, of a state a thread: where four are too many for its registers.
alias Own = f32;
const WIDTH: u32 = 1u;
fn own_of(x: vec4<f32>) -> Own { return x.x; }
fn four_of(x: Own) -> vec4<f32> { return vec4<f32>(x, 0.0, 0.0, 0.0); }

fn end_of(own: u32) -> u32 { return own + 1u; }

fn kept4(at: u32) -> vec4<f32> { return vec4<f32>(kept[at], kept[at + 1u], kept[at + 2u], kept[at + 3u]); }
fn kept_own(at: u32) -> Own { return kept[at]; }
fn kept_first(at: u32) -> Own { return kept[at]; }
fn keep(at: u32, x: Own) { kept[at] = x; }
