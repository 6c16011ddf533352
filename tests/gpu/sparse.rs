//! Block lists, against the f64 reference under the boolean mask they stand for.

use crate::adapters;
use crate::tolerance::{Truth, compare};
use crate::twin;
use wgpu_attention::problem::Ragged;
use wgpu_attention::reference::{self, AttentionInputs};
use wgpu_attention::systems::BlockSparse;
use wgpu_attention::{
    Alignment, Attention, BlockList, CompactBlocks, DType, Gpu, HostBlockLists, HostTensors, MaskShape,
    Policy, Problem, Role, SelectionForm,
};

/// Uniform in -1..1, the same everywhere.
pub(crate) fn noise(len: usize, seed: u64) -> Vec<f32> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) as f32 / (1u64 << 23) as f32 - 1.0
    };
    (0..len).map(|_| next()).collect()
}

pub(crate) fn coins(len: usize, seed: u64, share: f32) -> Vec<bool> {
    noise(len, seed).into_iter().map(|x| (x + 1.0) / 2.0 < share).collect()
}

fn wide(x: &[f32]) -> Vec<f64> {
    x.iter().copied().map(f64::from).collect()
}

fn len(shape: [u32; 4]) -> usize {
    shape.iter().product::<u32>() as usize
}

/// Inputs of a problem: for the device and for the reference.
pub(crate) fn inputs(p: &Attention) -> (HostTensors, AttentionInputs) {
    let [q, k, v] = [(Role::Q, 1), (Role::K, 2), (Role::V, 3)].map(|(r, seed)| noise(len(p.shape(r)), seed));
    let host = HostTensors::new().floats(Role::Q, DType::F32, &q).floats(Role::K, DType::F32, &k).floats(
        Role::V,
        DType::F32,
        &v,
    );
    (host, AttentionInputs { q: wide(&q), k: wide(&k), v: wide(&v), ..Default::default() })
}

pub(crate) fn output(gpu: &Gpu, problem: &impl Problem, host: &HostTensors) -> (Vec<f32>, Vec<f32>) {
    let done = gpu.run_host(&gpu.plan(problem).unwrap(), host).unwrap();
    (done.decode(Role::O, DType::F32).unwrap(), done.decode(Role::Lse, DType::F32).unwrap())
}

/// Output and log-sum-exp as they should be under a dense mask.
pub(crate) fn expected(p: &Attention, x: &AttentionInputs, mask: Vec<bool>) -> [Truth; 2] {
    let shape = MaskShape([p.batch, p.q_heads, p.q_len, p.kv_len]);
    let dense = Attention { blocks: None, mask: Some(shape), ..p.clone() };
    let x = AttentionInputs { mask, ..x.clone() };
    let exact = reference::attention(&dense, &x);
    let twin = twin::attention(&dense, &x, &exact);
    let truth = |exact, twin| Truth { exact, twin, dtype: DType::F32 };
    [truth(exact.o, twin.o), truth(exact.lse, twin.lse)]
}

#[track_caller]
pub(crate) fn assert_near(gpu: &Gpu, what: &str, (o, lse): (Vec<f32>, Vec<f32>), want: &[Truth; 2]) {
    let compared =
        compare("o", "blocks", &o, &want[0]).and_then(|()| compare("lse", "blocks", &lse, &want[1]));
    compared.unwrap_or_else(|why| panic!("{what} on {}: {why}", gpu.caps().title()));
}

/// The same device with each tiled kernel forced.
fn kernels(gpu: &Gpu) -> Vec<Gpu> {
    let forced = |name: &str| {
        gpu.with_policy(Policy { kernel: Some(name.into()), splits: Some(1), ..Default::default() })
    };
    vec![forced("flash"), forced("flash_rows")]
}

#[test]
fn a_full_mask_is_dense_bit_for_bit() {
    for causal in [false, true] {
        let mut p = Attention::new(1, 2, 150, 32).with_lse();
        p.visibility.causal = causal;
        let (host, _) = inputs(&p);
        for (block_q, block_kv) in [(64, 64), (32, 128)] {
            let blocks = (2 * 150u32.div_ceil(block_q) * 150u32.div_ceil(block_kv)) as usize;
            let masked = host.clone().bools(Role::BlockMask, &vec![true; blocks]);
            let sparse = BlockSparse { attention: p.clone(), block_q, block_kv };
            adapters::each(|_, gpu| {
                for gpu in kernels(gpu) {
                    let (dense, full) = (output(&gpu, &p, &host), output(&gpu, &sparse, &masked));
                    assert!(dense == full, "{block_q} x {block_kv} on {}", gpu.caps().title());
                }
            });
        }
    }
}

#[test]
fn random_masks_agree_with_the_reference() {
    let mut grouped = Attention::new(2, 4, 75, 20).kv_heads(2).kv_len(130).with_lse();
    grouped.visibility.causal = true;
    grouped.visibility.alignment = Alignment::BottomRight;
    grouped.softcap = Some(0.5);
    let mut window = Attention::new(1, 2, 100, 16).with_lse();
    window.visibility.window_left = Some(20);
    window.visibility.window_right = Some(5);
    for (p, block_q, block_kv) in [(grouped, 16, 48), (window, 48, 16)] {
        let (host, x) = inputs(&p);
        let count = p.batch * p.q_heads * p.q_len.div_ceil(block_q) * p.kv_len.div_ceil(block_kv);
        let blocks = coins(count as usize, 9, 0.4);
        let want = expected(&p, &x, reference::expand_block_mask(&p, block_q, block_kv, &blocks));
        assert!(want[1].exact.contains(&f64::NEG_INFINITY), "no empty row is tested");
        let host = host.bools(Role::BlockMask, &blocks);
        adapters::each(|_, gpu| {
            for gpu in kernels(gpu) {
                let sparse = BlockSparse { attention: p.clone(), block_q, block_kv };
                assert_near(&gpu, "blocks", output(&gpu, &sparse, &host), &want);
            }
        });
    }
}

#[test]
fn lengths_and_ragged_batches_hold_inside_blocks() {
    let mut p = Attention::new(2, 2, 60, 16).with_lse();
    let (mut host, mut x) = inputs(&p);
    p.kv_lengths = true;
    x.kv_lengths = vec![60, 17];
    host = host.indices(Role::KvLengths, &x.kv_lengths);
    let blocks = coins(2 * 2 * 2 * 4, 4, 0.6);
    let want = expected(&p, &x, reference::expand_block_mask(&p, 32, 16, &blocks));
    let host = host.bools(Role::BlockMask, &blocks);

    let mut r = Attention::new(2, 2, 40, 16).with_lse();
    r.ragged = Some(Ragged { total_q: 60, total_kv: 60 });
    let r = r.causal().contiguous();
    let (ragged_host, mut ragged_x) = inputs(&r);
    ragged_x.cu_seqlens_q = vec![0, 20, 60];
    ragged_x.cu_seqlens_kv = vec![0, 20, 60];
    let ragged_blocks = coins(2 * 2 * 2 * 3, 5, 0.6);
    let ragged_want = expected(&r, &ragged_x, reference::expand_block_mask(&r, 32, 16, &ragged_blocks));
    let ragged_host = ragged_host
        .bools(Role::BlockMask, &ragged_blocks)
        .indices(Role::CuSeqlensQ, &[0, 20, 60])
        .indices(Role::CuSeqlensKv, &[0, 20, 60]);

    adapters::each(|_, gpu| {
        for (p, host, want) in [(&p, &host, &want), (&r, &ragged_host, &ragged_want)] {
            let sparse = BlockSparse { attention: p.clone(), block_q: 32, block_kv: 16 };
            assert_near(gpu, "blocks", output(gpu, &sparse, host), want);
        }
    });
}

#[test]
fn lists_shared_by_heads_and_batch_agree_with_their_mask() {
    let p = Attention::new(2, 4, 70, 16).kv_heads(2).with_lse();
    let (host, x) = inputs(&p);
    for (batch, heads) in [(1, 1), (2, 2), (1, 4)] {
        let mask = coins((batch * heads * 3 * 3) as usize, 7, 0.5);
        let rows: Vec<Vec<u32>> =
            mask.chunks(3).map(|row| (0..3).filter(|&n| row[n as usize]).collect()).collect();
        let lists = HostBlockLists::new(&p, 32, 32, batch, heads, &rows).unwrap();
        let full: Vec<bool> = (0..2 * 4 * 9)
            .map(|n| {
                let (b, h, cell) = (n / 36 % batch as usize, n / 9 % 4, n % 9);
                mask[(b * heads as usize + h * heads as usize / 4) * 9 + cell]
            })
            .collect();
        let want = expected(&p, &x, reference::expand_block_mask(&p, 32, 32, &full));
        let p = Attention { blocks: Some(lists.list), ..p.clone() };
        let host =
            host.clone().indices(Role::BlockSpans, &lists.spans).indices(Role::BlockEntries, &lists.entries);
        adapters::each(|_, gpu| {
            assert_near(gpu, "blocks", output(gpu, &p, &host), &want);
        });
    }
}

#[test]
fn a_list_per_query_is_shared_by_the_heads_of_a_group() {
    let p = Attention::new(1, 4, 40, 16).kv_heads(2).with_lse();
    let (host, x) = inputs(&p);
    let mask = coins(2 * 40 * 5, 3, 0.4);
    let rows: Vec<Vec<u32>> =
        mask.chunks(5).map(|row| (0..5).filter(|&n| row[n as usize]).collect()).collect();
    let lists = HostBlockLists::new(&p, 1, 8, 1, 2, &rows).unwrap();
    let full: Vec<bool> = mask.chunks(40 * 5).flat_map(|head| [head, head].concat()).collect();
    let want = expected(&p, &x, reference::expand_block_mask(&p, 1, 8, &full));
    let p = Attention { blocks: Some(lists.list), ..p };
    let host = host.indices(Role::BlockSpans, &lists.spans).indices(Role::BlockEntries, &lists.entries);
    adapters::each(|_, gpu| assert_near(gpu, "lists per query", output(gpu, &p, &host), &want));
}

#[test]
fn single_keys_are_gathered_in_any_order() {
    let mut p = Attention::new(2, 4, 40, 16).kv_heads(2).kv_len(70).with_lse();
    p.visibility.causal = true;
    let (host, x) = inputs(&p);
    // Where the first query sees one key, keys that it does not see stand before that one.
    let [last, first] = [Alignment::BottomRight, Alignment::TopLeft];
    for (alignment, block_q, heads) in [(last, 16u32, 2u32), (last, 1, 2), (last, 7, 4), (first, 16, 4)] {
        p.visibility.alignment = alignment;
        let rows = (2 * heads * 40u32.div_ceil(block_q)) as usize;
        let chosen = coins(rows * 70, 8, 0.3);
        let (mut spans, mut entries) = (Vec::new(), Vec::new());
        for row in chosen.chunks(70) {
            spans.push(entries.len() as u32);
            // Descending, with keys that do not exist among them.
            entries.extend(
                (0..70u32).rev().filter(|&j| row[j as usize]).flat_map(|j| [j, j + 70 * (j % 2 + 1)]),
            );
            spans.push(entries.len() as u32);
        }
        let full: Vec<bool> = (0..2 * 4)
            .flat_map(|n| {
                let head = n / 4 * heads as usize + n % 4 * heads as usize / 4;
                let size = 40usize.div_ceil(block_q as usize) * 70;
                chosen[head * size..][..size].to_vec()
            })
            .collect();
        let want = expected(&p, &x, reference::expand_block_mask(&p, block_q, 1, &full));
        let list = BlockList { heads, ..BlockList::new(&p, block_q, 1, entries.len() as u32) };
        let p = Attention { blocks: Some(list), ..p.clone() };
        let host = host.clone().indices(Role::BlockSpans, &spans).indices(Role::BlockEntries, &entries);
        adapters::each(|_, gpu| {
            for gpu in kernels(gpu) {
                assert_near(&gpu, "single keys", output(&gpu, &p, &host), &want);
            }
        });
    }
}

#[test]
fn entries_and_spans_past_the_end_are_passed_over() {
    let p = Attention::new(1, 1, 40, 16).with_lse();
    let (host, _) = inputs(&p);
    let run = |gpu: &Gpu, spans: &[u32], entries: &[u32]| {
        let blocks = BlockList::new(&p, 32, 16, entries.len() as u32);
        let p = Attention { blocks: Some(blocks), ..p.clone() };
        let host = host.clone().indices(Role::BlockSpans, spans).indices(Role::BlockEntries, entries);
        output(gpu, &p, &host)
    };
    adapters::each(|_, gpu| {
        let good = run(gpu, &[0, 2, 2, 3], &[0, 2, 1]);
        let bad = run(gpu, &[0, 3, 3, 900], &[0, 2, 3, 0x7fff_ffff, 1]);
        assert!(good == bad, "{}", gpu.caps().title());
        let none = run(gpu, &[900, 1000, 3, 1], &[0, 2, 1]);
        assert!(none.0.iter().all(|&x| x == 0.0) && none.1.iter().all(|&x| x == f32::NEG_INFINITY));
    });
}

#[test]
fn a_selection_per_query_hides_parts_of_listed_blocks() {
    let mut p = Attention::new(1, 4, 50, 16).kv_heads(2).kv_len(640).with_lse();
    p.visibility.causal = true;
    p.visibility.alignment = Alignment::BottomRight;
    let (host, x) = inputs(&p);
    let (rows, blocks, words) = (4 * 50, 40, 2);
    // Rows 0..16 agree, so that whole blocks occur too.
    let mut chosen = coins(rows * blocks, 11, 0.3);
    for row in 1..16 {
        chosen.copy_within(0..blocks, row * blocks);
    }
    let mut bits = vec![0u32; rows * words];
    for (n, _) in chosen.iter().enumerate().filter(|(_, on)| **on) {
        bits[n / blocks * words + n % blocks / 32] |= 1 << (n % blocks % 32);
    }
    let want = expected(&p, &x, reference::expand_block_mask(&p, 1, 16, &chosen));
    for heads_of_list in [1, 2] {
        let compact = CompactBlocks {
            batch: 1,
            heads: 4,
            rows: 50,
            blocks: 40,
            heads_of_list,
            rows_of_list: 16,
            form: SelectionForm::Bits,
        };
        let list = BlockList { selection_heads: Some(4), ..compact.list(16, 16).unwrap() };
        let p = Attention { blocks: Some(list), ..p.clone() };
        adapters::each(|_, gpu| {
            let selection = HostTensors::new().indices(Role::Selection, &bits);
            let lists = gpu.run_host(&gpu.plan(&compact).unwrap(), &selection).unwrap();
            let mut host = host.clone().indices(Role::Selection, &bits);
            for (role, bytes) in lists.iter() {
                host = host.bytes(role, bytes.to_vec());
            }
            for gpu in kernels(gpu) {
                assert_near(&gpu, "blocks", output(&gpu, &p, &host), &want);
            }
        });
    }
}
