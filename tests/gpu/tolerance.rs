//! The one tolerance rule.
//!
//! A tensor passes if its largest error against the f64 reference is at most `c` times the
//! largest error of the f32 twin (see [`crate::twin`]) plus [`ULPS`] units in the last place of
//! the largest reference value in the tensor's type. Infinities and NaN must agree exactly.

use std::collections::BTreeMap;
use std::sync::Mutex;
use wgpu_attention::DType;

/// Units in the last place of the largest value that every tensor may be off.
const ULPS: f64 = 2.0;

/// Factors over the twin's error, by output. The type needs no entry: it is in the twin.
pub(crate) const FACTORS: &[(&str, f64)] =
    &[("o", 3.0), ("lse", 3.0), ("scores", 3.0), ("present_k", 0.0), ("present_v", 0.0)];

/// The f64 truth and what plain f32 makes of it.
#[derive(Debug, Clone)]
pub(crate) struct Truth {
    pub(crate) exact: Vec<f64>,
    pub(crate) twin: Vec<f64>,
    pub(crate) dtype: DType,
}

/// Shares of the allowance that were used: the largest, by output, type and kernel.
static USED: Mutex<BTreeMap<String, f64>> = Mutex::new(BTreeMap::new());

/// Head-room so far, one line an output, type and kernel.
pub(crate) fn used() -> Vec<String> {
    let used = USED.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    used.iter().map(|(name, c)| format!("{name}: needed c = {c:.2}")).collect()
}

fn largest_error(got: impl Iterator<Item = f64>, exact: &[f64]) -> f64 {
    let pairs = got.zip(exact).filter(|(_, e)| e.is_finite());
    pairs.map(|(g, e)| (g - e).abs()).fold(0.0, f64::max)
}

fn special(x: f64) -> bool {
    !x.is_finite()
}

/// Compares an output with its truth; `name` is a key of [`FACTORS`].
pub(crate) fn compare(name: &str, kernel: &str, got: &[f32], truth: &Truth) -> Result<(), String> {
    let exact = &truth.exact;
    if got.len() != exact.len() {
        return Err(format!("{name}: {} elements, expected {}", got.len(), exact.len()));
    }
    // What the output's type cannot hold is infinite in it.
    let infinite = |e: f64| truth.dtype.round(&[e as f32])[0];
    for (at, (&g, &e)) in got.iter().zip(exact).enumerate() {
        let g64 = f64::from(g);
        let same = if e.is_nan() { g.is_nan() } else { g64 == e || g == infinite(e) };
        if (special(e) || special(g64)) && !same {
            return Err(format!("{name}[{at}]: got {g}, expected {e}"));
        }
    }
    let largest = exact.iter().filter(|e| e.is_finite()).fold(0.0f64, |m, e| m.max(e.abs()));
    let slack = ULPS * 2.0 * truth.dtype.epsilon() * largest;
    let own = largest_error(truth.twin.iter().copied(), exact);
    let error = largest_error(got.iter().map(|&g| f64::from(g)), exact);
    let factor = FACTORS.iter().find(|(n, _)| *n == name).map_or(0.0, |f| f.1);
    if own > 0.0 {
        let mut used = USED.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let entry = used.entry(format!("{name} {} {kernel}", truth.dtype)).or_default();
        *entry = entry.max((error - slack) / own);
    }
    if error > factor * own + slack {
        let worst = (0..got.len())
            .filter(|&n| exact[n].is_finite())
            .max_by(|&a, &b| {
                let off = |n: usize| (f64::from(got[n]) - exact[n]).abs();
                off(a).total_cmp(&off(b))
            })
            .unwrap_or(0);
        return Err(format!(
            "{name}: error {error:.3e} at [{worst}] (got {}, expected {}); plain f32 makes {own:.3e}, \
             allowed {:.3e}",
            got[worst],
            exact[worst],
            factor * own + slack
        ));
    }
    Ok(())
}

#[test]
fn a_wrong_value_a_lost_infinity_and_an_unwritten_one_are_noticed() {
    let truth =
        Truth { exact: vec![1.0, f64::NEG_INFINITY], twin: vec![1.0, f64::NEG_INFINITY], dtype: DType::F32 };
    assert!(compare("lse", "test", &[1.0, f32::NEG_INFINITY], &truth).is_ok());
    assert!(compare("lse", "test", &[1.000001, f32::NEG_INFINITY], &truth).is_err());
    assert!(compare("lse", "test", &[1.0, -3e38], &truth).is_err());
    assert!(compare("lse", "test", &[f32::NAN, f32::NEG_INFINITY], &truth).is_err());
    assert!(compare("lse", "test", &[1.0], &truth).is_err());
}
