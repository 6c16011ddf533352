//! Patterns, against the boolean mask they stand for.

use crate::adapters;
use crate::sparse::{assert_near, expected, inputs, output};
use wgpu_attention::{Alignment, Attention, Pattern, reference};

/// Every pattern with sizes that do not divide the lengths.
const PATTERNS: &[Pattern] = &[
    Pattern::Compressed { extent: 7 },
    Pattern::Sinks { first: 3, window: 10 },
    Pattern::Strided { stride: 23 },
    Pattern::Fixed { block: 24, columns: 2 },
    Pattern::PowersOfTwo { window: 3 },
    Pattern::Dilated { step: 3, reach: 5 },
    Pattern::Global { tokens: 2, radius: 6 },
    Pattern::Halo { block: 10, halo: 3 },
    Pattern::Neighbourhood { kernel: 7, step: 2 },
    Pattern::Neighbourhood2d { width: 15, kernel: 5 },
    Pattern::Swin { width: 15, side: 4, shift: 2 },
];

fn mask(p: &Attention, pattern: Pattern) -> Vec<bool> {
    let offset = p.visibility.alignment.offset(p.q_len, p.kv_len);
    let row = |i: u32| {
        let pair =
            move |j: u32| reference::pattern_sees(pattern, i64::from(i) + offset, j.into(), p.kv_len.into());
        (0..p.kv_len).map(pair)
    };
    let head: Vec<bool> = (0..p.q_len).flat_map(row).collect();
    head.repeat((p.batch * p.q_heads) as usize)
}

#[test]
fn every_pattern_equals_its_boolean_mask() {
    for &pattern in PATTERNS {
        // Two heads a group; more queries than a tile holds, and queries before the first key.
        let mut p = Attention::new(1, 2, 150, 8).kv_heads(1).kv_len(140).with_lse();
        p.visibility.alignment = Alignment::BottomRight;
        let (host, x) = inputs(&p);
        let seen = mask(&p, pattern);
        let share = seen.iter().filter(|on| **on).count() * 100 / seen.len();
        assert!((1..90).contains(&share), "{pattern:?} shows {share} %");
        let want = expected(&p, &x, seen);
        let p = Attention { pattern: Some(pattern), ..p };
        adapters::each(|_, gpu| assert_near(gpu, &format!("{pattern:?}"), output(gpu, &p, &host), &want));
    }
}

#[test]
fn a_pattern_and_causality_hold_together() {
    let pattern = Pattern::Strided { stride: 23 };
    let p = Attention::new(1, 2, 150, 8).kv_heads(1).kv_len(140).with_lse().causal();
    let (host, x) = inputs(&p);
    let want = expected(&p, &x, mask(&p, pattern));
    let p = Attention { pattern: Some(pattern), ..p };
    adapters::each(|_, gpu| assert_near(gpu, "causal and strided", output(gpu, &p, &host), &want));
}
