//! What is measured, and what is not any more.

use crate::adapters;
use std::time::Duration;
use wgpu_attention::Attention;
use wgpu_attention::bench::{Case, Ceilings, Effort, Standing, measure};

#[test]
fn no_call_is_begun_once_the_time_limit_is_reached() {
    adapters::each(|_, gpu| {
        let cases = [8, 16].map(|len| Case::attention("test", &Attention::new(1, 1, len, 8), None));
        let rows = |limit| {
            let effort = Effort { budget: Duration::from_millis(1), rounds: 2, limit };
            let mut told = 0;
            let rows = measure(gpu, &Ceilings::default(), &cases, effort, |_, so_far| {
                told += 1;
                assert_eq!(so_far().len(), 2);
            });
            assert_eq!((rows.len(), told), (2, 4));
            rows
        };
        for row in rows(None) {
            assert!(row.figure.is_some(), "{}: {:?}", row.call, row.fault);
        }
        for row in rows(Some(Duration::ZERO)) {
            assert!(row.figure.is_none());
            assert_eq!((row.fault.as_ref(), row.standing()), (None, Standing::NotBegun));
        }
    });
}

#[test]
fn a_kernel_that_does_not_take_a_call_is_not_supported_with_its_reason() {
    adapters::each(|_, gpu| {
        // Wider than rows of whole heads go.
        let case = Case::attention("test", &Attention::new(1, 1, 8, 512), None).by("flash_rows");
        let effort = Effort { budget: Duration::from_millis(1), rounds: 1, limit: None };
        let rows = measure(gpu, &Ceilings::default(), &[case], effort, |_, _| {});
        assert_eq!(rows[0].standing(), Standing::NotSupported, "{:?}", rows[0]);
        assert!(rows[0].complaint().unwrap().contains("flash_rows"));
    });
}
