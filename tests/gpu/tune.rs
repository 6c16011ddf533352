//! Measured choices are planned where the caller wants them, and change no plan's numbers.

use crate::{adapters, journal};
use std::time::Duration;
use wgpu_attention::record::Tuning;
use wgpu_attention::{Attention, Error, Problem as _};

#[test]
fn what_was_found_fastest_is_planned_for_its_class_and_only_where_it_is_wanted() {
    let problem = Attention::new(1, 2, 64, 16).causal();
    let alike = Attention::new(1, 2, 50, 16).causal();
    adapters::each(|class, gpu| {
        let gpu = gpu.with_tuning(Tuning::Process);
        let before = gpu.explain(&problem).unwrap();
        let found = gpu.tune(&problem, Duration::from_millis(5)).unwrap();
        assert!(found.len() > 2, "{class}: {found:?}");
        assert_eq!(found[0].policy, Default::default(), "{class}");
        let chosen: Vec<_> = found.iter().filter(|c| c.chosen).collect();
        let [chosen] = chosen[..] else { panic!("{class}: {found:?}") };
        let fastest = found.iter().map(|c| c.seconds).fold(f64::INFINITY, f64::min);
        assert!(chosen.seconds <= fastest / 0.95, "{class}: {found:?}");
        for p in [&problem, &alike] {
            let asked = p.plan(gpu.caps(), &chosen.policy).unwrap();
            let planned = gpu.explain(p).unwrap();
            assert_eq!(planned.recording, asked.recording, "{class}");
            assert_eq!(gpu.plan(p).unwrap().plan().recording, asked.recording, "{class}");
            assert!(planned.decisions.iter().any(|d| d.kernel == "tune"), "{class}: {planned}");
        }
        for tuning in [Tuning::Off, Tuning::Process] {
            assert_eq!(gpu.with_tuning(tuning).explain(&problem).unwrap(), before, "{class}");
        }
        let ragged = Attention { kv_lengths: true, ..problem.clone() };
        let refused = gpu.tune(&ragged, Duration::ZERO).unwrap_err();
        assert!(matches!(refused, Error::Unsupported { .. }), "{class}: {refused}");
    });
    journal::assert_silent("tune");
}
