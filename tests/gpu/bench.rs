//! What is measured, and what is not any more.

use crate::adapters;
use std::time::Duration;
use wgpu_attention::Attention;
use wgpu_attention::bench::{Case, Ceilings, Effort, measure};

#[test]
fn no_call_is_begun_once_the_time_limit_is_reached() {
    adapters::each(|_, gpu| {
        let cases = [8, 16].map(|len| Case::attention("test", &Attention::new(1, 1, len, 8), None));
        let rows = |limit| {
            let effort = Effort { budget: Duration::from_millis(1), rounds: 2, limit };
            let mut told = 0;
            let rows = measure(gpu, &Ceilings::default(), &cases, effort, |_| told += 1);
            assert_eq!((rows.len(), told), (2, 4));
            rows
        };
        for row in rows(None) {
            assert!(row.figure.is_some(), "{}: {:?}", row.call, row.fault);
        }
        for row in rows(Some(Duration::ZERO)) {
            assert!(row.figure.is_none());
            assert_eq!(row.fault.as_deref(), Some("not begun: the time limit was reached"));
        }
    });
}
