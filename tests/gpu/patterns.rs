//! Patterns, against the boolean mask they stand for.

use crate::adapters;
use crate::sparse::{assert_near, coins, expected, inputs, output};
use wgpu_attention::reference::PatternTables;
use wgpu_attention::{Alignment, Attention, HostTensors, LabelRule, Pattern, Role, reference};

fn labels(rule: LabelRule) -> Pattern {
    Pattern::Labels { heads: 2, rule }
}

/// Every rule, every published pattern and their combinations, with sizes that do not divide the
/// lengths.
fn patterns() -> Vec<Pattern> {
    let window = |left, right| Pattern::Window { left, right };
    let axis = |pattern: Pattern| Pattern::On { step: 3, len: 11, pattern: Box::new(pattern) };
    vec![
        window(12, 4),
        Pattern::FirstKeys { count: 9 },
        Pattern::FirstQueries { count: 20 },
        Pattern::Multiples { step: 17 },
        Pattern::Powers,
        Pattern::Columns { block: 24, columns: 2 },
        Pattern::Blocks { size: 20, halo: 3, shift: 7 },
        Pattern::Neighbourhood { kernel: 7, step: 2 },
        Pattern::Compressed { extent: 7, stride: 3 },
        Pattern::Members { extent: 5 },
        Pattern::Heads { every: 3, phase: 1 }.and(window(30, 30)),
        Pattern::HeadPhase { stride: 5 },
        Pattern::HeadWindows,
        Pattern::Verticals,
        Pattern::Verticals.or(Pattern::Slashes),
        Pattern::Not(Box::new(Pattern::Blocks { size: 80, halo: 20, shift: 7 })),
        labels(LabelRule::Same { shift: 2 }),
        labels(LabelRule::UpTo { bits: 3 }).and(labels(LabelRule::Same { shift: 3 })),
        labels(LabelRule::Below { bits: 32 }).and(window(20, 0)),
        axis(window(1, 2)),
        Pattern::Any(vec![]).or(window(3, 3)),
        Pattern::sinks(3, 10),
        Pattern::strided(23),
        Pattern::fixed(24, 2),
        Pattern::powers_of_two(3),
        Pattern::powers_of_two(1).of_blocks(8).or(Pattern::FirstKeys { count: 4 }),
        Pattern::dilated(3, 5),
        Pattern::global(2, 6),
        Pattern::halo(&[10, 15], 4, 1),
        Pattern::swin(&[10, 15], 4, 2),
        Pattern::swin(&[5, 5, 6], 3, 1),
        Pattern::neighbourhood(&[150], &[7], &[2], &[false]),
        Pattern::neighbourhood(&[10, 15], &[5, 3], &[1, 2], &[false, false]),
        Pattern::neighbourhood(&[5, 5, 6], &[3, 3, 3], &[1, 1, 2], &[true, false, false]),
    ]
}

/// More queries than a tile holds, queries before the first key, heads with and without a group.
fn problem(kv_heads: u32) -> Attention {
    let mut p = Attention::new(1, 4, 150, 8).kv_heads(kv_heads).kv_len(140).with_lse();
    p.visibility.alignment = Alignment::BottomRight;
    p
}

#[test]
fn every_pattern_equals_its_boolean_mask() {
    // Labels in runs, so that some tiles have none in common.
    let labels = |len: u32| (0..2 * len).map(|i| (i % len / 20) * 3 % 8 + (i / len) * 4 + i % 2).collect();
    let bits = |len: usize, seed: u64| -> Vec<u32> {
        let words = coins(4 * len.div_ceil(32) * 32, seed, 0.04);
        words.chunks(32).map(|w| w.iter().enumerate().fold(0, |x, (n, &on)| x | u32::from(on) << n)).collect()
    };
    let tables = PatternTables {
        head_windows: vec![0, 3, 10, 0, 140, u32::MAX, 2, 2],
        q_labels: labels(150),
        kv_labels: labels(140),
        verticals: bits(140, 1),
        slashes: bits(140, 2),
    };
    for (n, pattern) in patterns().into_iter().enumerate() {
        let p = problem(if n % 2 == 0 { 2 } else { 4 });
        let (mut host, x) = inputs(&p);
        for role in pattern.needs() {
            let table = match role {
                Role::HeadWindows => &tables.head_windows,
                Role::QLabels => &tables.q_labels,
                Role::KvLabels => &tables.kv_labels,
                Role::Verticals => &tables.verticals,
                _ => &tables.slashes,
            };
            host = host.indices(role, table);
        }
        let what = format!("{pattern:?}");
        let shown = Attention { pattern: Some(pattern), ..p.clone() };
        let seen = reference::pattern_mask(&shown, &tables);
        let share = seen.iter().filter(|on| **on).count() * 1000 / seen.len();
        assert!((1..900).contains(&share), "{what} shows {share} of 1000");
        let want = expected(&p, &x, seen);
        adapters::each(|_, gpu| {
            if n.is_multiple_of(adapters::one_of(1, gpu)) {
                assert_near(gpu, &what, output(gpu, &shown, &host), &want);
            }
        });
    }
}

#[test]
fn a_pattern_and_causality_hold_together() {
    let p = problem(2).causal();
    let (host, x) = inputs(&p);
    let shown = Attention { pattern: Some(Pattern::strided(23)), ..p.clone() };
    let want = expected(&p, &x, reference::pattern_mask(&shown, &Default::default()));
    adapters::each(|_, gpu| assert_near(gpu, "causal and strided", output(gpu, &shown, &host), &want));
}

#[test]
fn labels_of_a_ragged_batch_lie_with_its_tokens() {
    let mut p = Attention::new(2, 2, 40, 8).with_lse();
    p.ragged = Some(wgpu_attention::Ragged { total_q: 60, total_kv: 60 });
    let p = p.contiguous();
    let (host, mut x) = inputs(&p);
    (x.cu_seqlens_q, x.cu_seqlens_kv) = (vec![0, 20, 60], vec![0, 20, 60]);
    let labels: Vec<u32> = (0..60).map(|i| i / 7).collect();
    // The mask of an entry is by its own indices.
    let seen = (0..2 * 2 * 40 * 40).map(|n: u32| {
        let (start, i, j) = (20 * (n / 3200), n / 40 % 40, n % 40);
        labels.get((start + i) as usize) == labels.get((start + j) as usize)
    });
    let want = expected(&p, &x, seen.collect());
    let host: HostTensors =
        host.indices(Role::CuSeqlensQ, &[0, 20, 60]).indices(Role::CuSeqlensKv, &[0, 20, 60]);
    let host = host.indices(Role::QLabels, &labels).indices(Role::KvLabels, &labels);
    let pattern = Some(Pattern::Labels { heads: 1, rule: LabelRule::Same { shift: 0 } });
    let shown = Attention { pattern, ..p };
    adapters::each(|_, gpu| assert_near(gpu, "ragged labels", output(gpu, &shown, &host), &want));
}
