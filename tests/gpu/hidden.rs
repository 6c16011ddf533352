//! What must not matter, and what must: NaN and infinity in hidden and in visible keys and values,
//! logits at the ends of the range, rows that see nothing.

use crate::runner::run_all;
use wgpu_attention::conformance::suite::hidden;

#[test]
fn nan_and_infinity_reach_only_those_who_see_them() {
    run_all("poison", &hidden::poisoned());
}

#[test]
fn rows_that_see_nothing_are_zeros() {
    run_all("empty rows", &hidden::empty_rows());
}

#[test]
fn logits_at_the_ends_of_the_range() {
    run_all("logits", &hidden::large_logits());
}
