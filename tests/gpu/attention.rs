//! The table on every adapter, by every kernel.

use crate::runner::run_all;
use crate::{adapters, cases, tolerance};

macro_rules! groups {
    ($($name:ident)*) => { $(
        #[test]
        fn $name() {
            run_all(stringify!($name), &cases::$name());
            for line in tolerance::used() {
                // Shown with `--nocapture`.
                println!("{}: {line}", stringify!($name));
            }
            assert!(!adapters::all().is_empty());
        }
    )* };
}

groups! { lengths head_sizes dtypes groups visibilities edits masks ragged past views scores }
