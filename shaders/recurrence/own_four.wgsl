// Four columns, or rows, of a state a thread: it loads what goes with all of them once.
alias Own = vec4<f32>;
const WIDTH: u32 = 4u;
fn own_of(x: vec4<f32>) -> Own { return x; }
fn four_of(x: Own) -> vec4<f32> { return x; }

// Where its elements of a row end, for `store_o4`.
fn end_of(own: u32) -> u32 { return OWNED; }

// Of the rows that are kept between walks, which begin at multiples of four as all that stands in them does.
fn kept4(at: u32) -> vec4<f32> { return kept[at / 4u]; }
fn kept_own(at: u32) -> Own { return kept[at / 4u]; }
// The first of them: another walk may own one column a thread, and have written no more.
fn kept_first(at: u32) -> Own { return Own(kept[at / 4u].x); }
fn keep(at: u32, x: Own) { kept[at / 4u] = x; }
