//! Block lists that the library makes from a `mask_mod`, and segments of keys.

use crate::sparse::{assert_near, expected, inputs, noise, output};
use crate::tolerance::Truth;
use crate::{adapters, twin};
use wgpu_attention::reference::{self, AttentionInputs};
use wgpu_attention::systems::{Segment, Segments};
use wgpu_attention::{
    Attention, DType, Error, Gpu, Hook, HookInput, HookKind, HostTensors, MaskBlocks, MaskShape, Policy, Role,
};

/// A `mask_mod` with its inputs, and the mask that it stands for.
struct Mask {
    name: &'static str,
    body: &'static str,
    inputs: Vec<(&'static str, HookInput, Vec<u32>)>,
    sees: fn(usize, usize) -> bool,
}

/// Neighbours of a node of a ring with chords.
fn neighbours(i: usize) -> Vec<usize> {
    vec![i, (i + 1) % 100, (i + 37) % 100]
}

fn masks() -> Vec<Mask> {
    let ids = (0..100).map(|n| n / 23).collect();
    let starts = (0..=70).map(|n| 3 * n).collect();
    let edges = (0..70).flat_map(neighbours).map(|n| n as u32).collect();
    vec![
        Mask {
            name: "documents",
            body: "return ids[q_idx] == ids[kv_idx];",
            inputs: vec![("ids", HookInput::BufferU32(100), ids)],
            sees: |i, j| i / 23 == j / 23,
        },
        Mask {
            name: "a prefix",
            body: "return kv_idx < prefix || kv_idx <= q_idx;",
            inputs: vec![("prefix", HookInput::U32(19), vec![])],
            sees: |i, j| j < 19 || j <= i,
        },
        Mask {
            name: "a window in two dimensions",
            body: "let row = abs(i32(q_idx / 10u) - i32(kv_idx / 10u));
                let column = abs(i32(q_idx % 10u) - i32(kv_idx % 10u));
                return max(row, column) <= 1;",
            inputs: vec![],
            sees: |i, j| (i / 10).abs_diff(j / 10) <= 1 && (i % 10).abs_diff(j % 10) <= 1,
        },
        Mask {
            name: "edges of a graph",
            body: "for (var e = starts[q_idx]; e < starts[q_idx + 1u]; e++) {
                    if edges[e] == kv_idx { return true; }
                }
                return false;",
            inputs: vec![
                ("starts", HookInput::BufferU32(71), starts),
                ("edges", HookInput::BufferU32(210), edges),
            ],
            sees: |i, j| neighbours(i).contains(&j),
        },
        Mask {
            name: "another mask for every head",
            body: "return (q_idx + head) / 9u >= kv_idx / 9u + batch;",
            inputs: vec![],
            sees: |_, _| false,
        },
    ]
}

fn dense(p: &Attention, mask: &Mask) -> Vec<bool> {
    let [b, h, q, k] = [p.batch, p.q_heads, p.q_len, p.kv_len].map(|n| n as usize);
    let at = |n: usize| {
        let (j, i, head, batch) = (n % k, n / k % q, n / k / q % h, n / k / q / h);
        if mask.name.starts_with("another") { (i + head) / 9 >= j / 9 + batch } else { (mask.sees)(i, j) }
    };
    (0..b * h * q * k).map(at).collect()
}

fn hook(mask: &Mask) -> Hook {
    let arguments = "batch: u32, head: u32, q_idx: u32, kv_idx: u32";
    let source = format!("fn mask_mod({arguments}) -> bool {{ {} }}", mask.body);
    let inputs: Vec<_> = mask.inputs.iter().map(|(name, input, _)| (*name, *input)).collect();
    Hook::with_inputs(HookKind::MaskMod, &source, &inputs).unwrap()
}

fn with_inputs(mut host: HostTensors, mask: &Mask) -> HostTensors {
    for (name, _, values) in mask.inputs.iter().filter(|(.., values)| !values.is_empty()) {
        host = host.indices(Role::User(name), values);
    }
    host
}

#[test]
fn lists_made_by_the_library_equal_the_dense_mask() {
    let plain = Attention::new(2, 4, 70, 16).kv_heads(2).kv_len(100).with_lse();
    let (host, x) = inputs(&plain);
    for mask in masks() {
        let p = plain.clone().hook(hook(&mask));
        let want = expected(&plain, &x, dense(&plain, &mask));
        let stage = MaskBlocks { attention: p.clone(), block_q: 16, block_kv: 16 };
        let listed = Attention { blocks: Some(stage.list().unwrap()), ..p };
        let own = with_inputs(HostTensors::new(), &mask);
        adapters::each(|_, gpu| {
            let lists = gpu.run_host(&gpu.plan(&stage).unwrap(), &own).unwrap();
            check_lists(&plain, &mask, &stage, &lists);
            let mut host = with_inputs(host.clone(), &mask);
            for (role, bytes) in lists.iter() {
                host = host.bytes(role, bytes.to_vec());
            }
            for kernel in ["flash", "flash_rows"] {
                let policy = Policy { kernel: Some(kernel.into()), splits: Some(1), ..Policy::default() };
                let gpu = gpu.with_policy(policy);
                assert_near(&gpu, mask.name, output(&gpu, &listed, &host), &want);
            }
        });
    }
}

/// Every list names the blocks with a visible pair, and marks those with a hidden one.
fn check_lists(p: &Attention, mask: &Mask, stage: &MaskBlocks, lists: &HostTensors) {
    let words = |role| {
        let bytes = lists.get(role).unwrap().chunks_exact(4);
        bytes.map(|w| u32::from_le_bytes(w.try_into().unwrap())).collect::<Vec<_>>()
    };
    let (spans, entries) = (words(Role::BlockSpans), words(Role::BlockEntries));
    let list = stage.list().unwrap();
    let all = dense(p, mask);
    let (q_len, kv_len) = (p.q_len as usize, p.kv_len as usize);
    let q_blocks = q_len.div_ceil(16);
    for cell in 0..spans.len() / 2 {
        let (block, head) = (cell % q_blocks, cell / q_blocks % list.heads as usize);
        let batch = cell / q_blocks / list.heads as usize;
        let rows = (batch * 4 + head) * q_len;
        let seen = |n: usize| {
            let pairs = (block * 16..(block * 16 + 16).min(q_len))
                .flat_map(|i| (n * 16..(n * 16 + 16).min(kv_len)).map(move |j| (i, j)));
            let seen: Vec<bool> = pairs.map(|(i, j)| all[(rows + i) * kv_len + j]).collect();
            (seen.contains(&true), seen.contains(&false))
        };
        let want: Vec<u32> = (0..kv_len.div_ceil(16))
            .filter(|&n| seen(n).0)
            .map(|n| n as u32 | if seen(n).1 { 1 << 31 } else { 0 })
            .collect();
        assert_eq!(entries[spans[2 * cell] as usize..spans[2 * cell + 1] as usize], want, "{}", mask.name);
    }
}

#[test]
fn a_plan_of_enough_work_lists_blocks_by_itself() {
    let plain = Attention::new(1, 1, 520, 8).with_lse();
    let source = "fn mask_mod(batch: u32, head: u32, q_idx: u32, kv_idx: u32) -> bool {
        return q_idx / 100u == kv_idx / 100u;
    }";
    let hooked = plain.clone().hook(Hook::new(HookKind::MaskMod, source).unwrap());
    let (host, x) = inputs(&plain);
    let mask = (0..520 * 520).map(|n| n / 520 / 100 == n % 520 / 100).collect();
    let want = expected(&plain, &x, mask);
    adapters::each(|_, gpu| {
        let recording = gpu.explain(&hooked).unwrap().recording;
        let once: Vec<_> = recording.ahead.iter().map(|d| d.key.kernel).collect();
        assert_eq!((once, recording.dispatches.len()), (vec!["mask_blocks", "compact"], 1));
        assert_near(gpu, "listed by itself", output(gpu, &hooked, &host), &want);
    });
    let contradiction = MaskBlocks::new(plain).list();
    assert!(matches!(contradiction, Err(Error::Contradiction { what: "mask_mod", .. })));
}

/// Documents of `width` tokens, whose numbers are read from a buffer.
fn documents(p: &Attention, width: u32) -> (Vec<u32>, Vec<bool>) {
    let of: Vec<u32> = (0..p.q_len).map(|i| i / width).collect();
    let mask = (0..p.q_len * p.q_len).map(|n| n / p.q_len / width == n % p.q_len / width).collect();
    (of, mask)
}

#[test]
fn lists_follow_what_the_function_reads() {
    let plain = Attention::new(1, 1, 520, 8).with_lse();
    let (host, x) = inputs(&plain);
    let arguments = "batch: u32, head: u32, q_idx: u32, kv_idx: u32";
    let reading = |body: &str, input| {
        let source = format!("fn mask_mod({arguments}) -> bool {{ return {body}; }}");
        Hook::with_inputs(HookKind::MaskMod, &source, &[("of", input)]).unwrap()
    };
    let by_number = reading("q_idx / of == kv_idx / of", HookInput::U32(100));
    let by_buffer = plain.clone().hook(reading("of[q_idx] == of[kv_idx]", HookInput::BufferU32(520)));
    let cases = [100, 260].map(|width| {
        let (of, mask) = documents(&plain, width);
        let other = by_number.clone().set("of", HookInput::U32(width)).unwrap();
        (plain.clone().hook(other), host.clone().indices(Role::User("of"), &of), expected(&plain, &x, mask))
    });
    adapters::each(|_, gpu| {
        // Both are prepared before either is called, and called in turns.
        let plans = cases.each_ref().map(|(p, ..)| gpu.plan(p).unwrap());
        let read = gpu.plan(&by_buffer).unwrap();
        assert!(read.plan().recording.ahead.is_empty() && read.plan().recording.kept.is_empty());
        for n in [0, 1, 0] {
            let (_, with, want) = &cases[n];
            for (plan, host) in [(&plans[n], &host), (&read, with)] {
                let done = gpu.run_host(plan, host).unwrap();
                let [o, lse] = [Role::O, Role::Lse].map(|r| done.decode(r, DType::F32).unwrap());
                assert_near(gpu, "lists that follow", (o, lse), want);
            }
        }
    });
}

/// Two tensors of `[heads, len, dim]` one after the other on the length axis.
fn join(a: &[f32], b: &[f32], heads: usize) -> Vec<f64> {
    let (a, b) = (a.chunks_exact(a.len() / heads), b.chunks_exact(b.len() / heads));
    a.zip(b).flat_map(|(a, b)| a.iter().chain(b)).map(|x| f64::from(*x)).collect()
}

#[test]
fn slots_that_every_query_sees_join_a_causal_softmax() {
    let context = Attention::new(2, 2, 40, 12).with_lse().causal();
    let mut memory = Attention::new(2, 2, 40, 12).kv_len(5);
    (memory.k_layout.strides[0], memory.v_layout.strides[0]) = (0, 0);
    let (host, x) = inputs(&context);
    let [mk, mv] = [noise(2 * 5 * 12, 31), noise(2 * 5 * 12, 32)];
    let narrow = |x: &[f64]| x.iter().map(|x| *x as f32).collect::<Vec<_>>();
    let twice = |m: &[f32]| [m, m].concat();
    let whole =
        Attention { mask: Some(MaskShape([1, 1, 40, 45])), ..Attention::new(2, 2, 40, 12).kv_len(45) };
    let joined = AttentionInputs {
        k: join(&twice(&mk), &narrow(&x.k), 4),
        v: join(&twice(&mv), &narrow(&x.v), 4),
        mask: (0..40 * 45).map(|n| n % 45 < 5 + n / 45 + 1).collect(),
        ..x.clone()
    };
    let exact = reference::attention(&whole, &joined);
    let twin = twin::attention(&whole, &joined, &exact);
    let truth = |exact, twin| Truth { exact, twin, dtype: DType::F32 };
    let want = [truth(exact.o, twin.o), truth(exact.lse, twin.lse)];
    let names = vec![(Role::K, "memory_k"), (Role::V, "memory_v")];
    let segments =
        vec![Segment { attention: context, names: vec![] }, Segment { attention: memory.clone(), names }];
    let host =
        host.floats(Role::User("memory_k"), DType::F32, &mk).floats(Role::User("memory_v"), DType::F32, &mv);
    adapters::each(|_, gpu: &Gpu| {
        assert_near(gpu, "segments", output(gpu, &Segments::joined(segments.clone()), &host), &want);
        let apart = gpu.run_host(&gpu.plan(&Segments::apart(segments.clone())).unwrap(), &host).unwrap();
        let lse = apart.decode(Role::PartialLse, DType::F32).unwrap();
        let joined = lse[..160].iter().zip(&lse[160..]).map(|(a, b)| f64::from(a.exp() + b.exp()).ln());
        for (got, want) in joined.zip(&want[1].exact) {
            assert!((got - want).abs() < 1e-5, "{got} {want}");
        }
    });
}

/// Logs of sums beside scores of a billion are lost in one f32.
#[test]
fn segments_whose_keys_are_all_masked_alike_weigh_by_their_number() {
    let segment = |keys: u32, names: &[(Role, &'static str)]| Segment {
        attention: Attention {
            bias: Some((DType::F32, MaskShape([1, 1, 1, keys]))),
            ..Attention::new(1, 2, 3, 8).kv_len(keys)
        },
        names: names.to_vec(),
    };
    let others = [(Role::K, "k2"), (Role::V, "v2"), (Role::Bias, "bias2")];
    let joined = Segments::joined(vec![segment(2, &[]), segment(5, &others)]);
    let filled = |keys: usize, x: f32| vec![x; 2 * keys * 8];
    let host = HostTensors::new()
        .floats(Role::Q, DType::F32, &noise(48, 3))
        .floats(Role::K, DType::F32, &filled(2, 0.5))
        .floats(Role::V, DType::F32, &filled(2, 0.0))
        .floats(Role::Bias, DType::F32, &[-1e9; 2])
        .floats(Role::User("k2"), DType::F32, &filled(5, 0.5))
        .floats(Role::User("v2"), DType::F32, &filled(5, 1.0))
        .floats(Role::User("bias2"), DType::F32, &[-1e9; 5]);
    adapters::each(|_, gpu: &Gpu| {
        let done = gpu.run_host(&gpu.plan(&joined).unwrap(), &host).unwrap();
        for x in done.decode(Role::O, DType::F32).unwrap() {
            assert!((x - 5.0 / 7.0).abs() < 1e-6, "{}: {x}", gpu.caps().title());
        }
    });
}
