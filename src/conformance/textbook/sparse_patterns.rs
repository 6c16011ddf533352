//! Systems whose visible pairs follow from indices or labels.

use super::softmax::{B, H, N, Qkv};
use super::sparse;
use crate::conformance::catalogue::{Engine, System};
use crate::conformance::trial::{Noise, Trial};
use crate::problem::{Attention, Role};
use crate::record::HostTensors;
use crate::systems;

/// The systems of this file.
pub(super) const SYSTEMS: &[System] = &[
    sparse(
        Engine::Softmax,
        [
            "sparse-transformer-strided",
            "Sparse Transformer, strided",
            "Child et al. 2019, Generating Long Sequences with Sparse Transformers",
        ],
        "window and multiples, heads by turns",
        "systems::sparse_strided",
        strided,
    ),
    sparse(
        Engine::Softmax,
        [
            "sparse-transformer-fixed",
            "Sparse Transformer, fixed",
            "Child et al. 2019, Generating Long Sequences with Sparse Transformers",
        ],
        "blocks and columns, heads by turns",
        "systems::sparse_fixed",
        fixed,
    ),
    sparse(
        Engine::Softmax,
        ["longformer", "Longformer", "Beltagy et al. 2020, Longformer"],
        "window, global tokens",
        "systems::longformer",
        longformer,
    ),
    sparse(
        Engine::Merge,
        ["big-bird", "BigBird", "Zaheer et al. 2020, Big Bird: Transformers for Longer Sequences"],
        "global blocks, window of blocks, lists of random blocks, merge",
        "systems::big_bird",
        big_bird,
    ),
    sparse(
        Engine::Softmax,
        ["etc", "ETC", "Ainslie et al. 2020, ETC: Encoding Long and Structured Inputs"],
        "global tokens, window within segments",
        "systems::etc",
        etc,
    ),
    sparse(
        Engine::Softmax,
        ["power-attention", "PowerAttention", "Chen et al. 2025, PowerAttention"],
        "first block, window and powers of two of blocks",
        "systems::power_attention",
        power,
    ),
    sparse(
        Engine::Softmax,
        ["natten", "Neighborhood attention, 2-D", "Hassani et al. 2023, Neighborhood Attention Transformer"],
        "neighbourhood and dilation along two axes",
        "systems::neighbourhood",
        natten,
    ),
    sparse(
        Engine::Softmax,
        ["fna", "Faster neighborhood attention, 3-D", "Hassani et al. 2024, Faster Neighborhood Attention"],
        "three axes, one of them causal",
        "systems::neighbourhood",
        fna,
    ),
    sparse(
        Engine::Softmax,
        ["halonet", "HaloNet", "Vaswani et al. 2021, Scaling Local Self-Attention"],
        "blocks with a halo along two axes",
        "systems::halonet",
        halonet,
    ),
    sparse(
        Engine::Softmax,
        ["swin", "Swin", "Liu et al. 2021, Swin Transformer"],
        "shifted windows along two axes",
        "systems::swin",
        swin,
    ),
    sparse(
        Engine::Softmax,
        ["swin-unetr", "Swin UNETR", "Hatamizadeh et al. 2022, Swin UNETR"],
        "shifted windows along three axes",
        "systems::swin",
        swin_3d,
    ),
    sparse(
        Engine::Softmax,
        ["twins-local", "Twins, locally grouped", "Chu et al. 2021, Twins"],
        "windows along two axes",
        "systems::swin",
        twins,
    ),
    sparse(
        Engine::Softmax,
        [
            "streaming-llm",
            "StreamingLLM",
            "Xiao et al. 2023, Efficient Streaming Language Models with Attention Sinks",
        ],
        "first keys, window",
        "systems::streaming",
        streaming,
    ),
    sparse(
        Engine::Softmax,
        ["seed-encoder", "SEED-Encoder", "Lu et al. 2021, Less is More: Pretrain a Strong Siamese Encoder"],
        "first key, narrow window",
        "systems::streaming",
        seed_encoder,
    ),
    sparse(
        Engine::Softmax,
        ["transformer-transducer", "Transformer Transducer", "Zhang et al. 2020, Transformer Transducer"],
        "asymmetric window",
        "systems::transducer",
        transducer,
    ),
    sparse(
        Engine::Softmax,
        ["hepos", "Hepos", "Huang et al. 2021, Efficient Attentions for Long Document Summarization"],
        "strided keys with a phase per head",
        "systems::hepos",
        hepos,
    ),
    sparse(
        Engine::Softmax,
        [
            "mw-mae",
            "MW-MAE",
            "Yadav et al. 2023, Masked Autoencoders with Multi-Window Local-Global Attention",
        ],
        "a window per head",
        "systems::multi_window",
        multi_window,
    ),
    sparse(
        Engine::Softmax,
        ["sinklora", "SinkLoRA", "Zhang 2024, SinkLoRA (after LongLoRA's shifted groups)"],
        "groups shifted for some heads, first keys",
        "systems::shifted_groups",
        sinklora,
    ),
    sparse(
        Engine::Softmax,
        ["partcrafter", "PartCrafter", "Lin et al. 2025, PartCrafter"],
        "labels of parts",
        "systems::within_segments",
        partcrafter,
    ),
    sparse(
        Engine::Softmax,
        ["songmass", "SongMASS", "Sheng et al. 2021, SongMASS"],
        "labels of sentences across two sequences",
        "systems::within_segments",
        songmass,
    ),
    sparse(
        Engine::Softmax,
        [
            "sasa",
            "SASA",
            "Slobodkin et al. 2022, Semantics-aware Attention Improves Neural Machine Translation",
        ],
        "labels for some heads",
        "systems::segments_for_some",
        sasa,
    ),
    sparse(
        Engine::Softmax,
        [
            "injected-patterns",
            "Injected patterns",
            "Li et al. 2022, Human Guided Exploitation of Interpretable Attention Patterns",
        ],
        "labels per head, neighbours",
        "systems::injected",
        injected,
    ),
    sparse(
        Engine::Softmax,
        [
            "parallel-context",
            "Parallel context encoding",
            "Zhang et al. 2025, Attention Entropy is a Key Factor",
        ],
        "first keys, labels of pieces",
        "systems::parallel_pieces",
        pieces,
    ),
    sparse(
        Engine::Softmax,
        ["m2t", "M2T", "Mentzer et al. 2023, M2T: Masking Transformers Twice"],
        "labels in order",
        "systems::group_causal",
        m2t,
    ),
    sparse(
        Engine::Softmax,
        ["block-transformer-local", "Block Transformer, token decoder", "Ho et al. 2024, Block Transformer"],
        "causal within blocks",
        "systems::within_blocks",
        within_blocks,
    ),
    sparse(
        Engine::Softmax,
        ["transformer-fam", "TransformerFAM", "Hwang et al. 2024, TransformerFAM"],
        "memory slots, blocks before",
        "systems::feedback_memory",
        fam,
    ),
    sparse(
        Engine::Softmax,
        ["ee-mllm", "EE-MLLM", "Ma et al. 2024, EE-MLLM"],
        "fewer queries than keys, causal from the end",
        "systems::composite",
        composite,
    ),
];

/// Softmax attention over the pairs that `sees(h, i, j)` shows.
fn shown(
    seed: u64,
    build: impl Fn(Attention) -> Attention,
    sees: impl Fn(usize, usize, usize) -> bool,
) -> Trial {
    let x = Qkv::usual(&mut Noise::new(seed));
    compared(&x, build(plain(&x)), x.host(), sees)
}

fn plain(x: &Qkv) -> Attention {
    let [q, k] = [&x.q, &x.k].map(|t| [t.shape[0], t.shape[1], t.shape[2], t.shape[3]].map(|n| n as u32));
    Attention::new(q[0], q[1], q[2], q[3]).kv_len(k[2])
}

fn compared(
    x: &Qkv,
    problem: Attention,
    host: HostTensors,
    sees: impl Fn(usize, usize, usize) -> bool,
) -> Trial {
    let o = x.attend(|b, h, i, j| if sees(h, i, j) { x.score(b, h, i, j) } else { f64::NEG_INFINITY });
    Trial::of(problem, host).wants(Role::O, o.values)
}

/// The same with one label a token, alike in every batch entry and head.
fn labelled(
    seed: u64,
    build: impl Fn(Attention) -> Attention,
    label: impl Fn(usize) -> usize,
    sees: impl Fn(usize, usize, usize) -> bool,
) -> Trial {
    let x = Qkv::usual(&mut Noise::new(seed));
    let labels: Vec<u32> = (0..B * N).map(|n| label(n % N) as u32).collect();
    let host = x.host().indices(Role::QLabels, &labels).indices(Role::KvLabels, &labels);
    compared(&x, build(plain(&x)), host, sees)
}

fn strided() -> Trial {
    // A = {t..i} with t = max(0, i - l + 1), and {j : (i - j) mod l = 0}.
    shown(
        201,
        |p| systems::sparse_strided(p, 6),
        |h, i, j| j <= i && if h == 0 { j + 6 > i } else { (i - j) % 6 == 0 },
    )
}

fn fixed() -> Trial {
    shown(
        202,
        |p| systems::sparse_fixed(p, 8, 2),
        |h, i, j| j <= i && if h == 0 { j / 8 == i / 8 } else { [6, 7].contains(&(j % 8)) },
    )
}

fn longformer() -> Trial {
    shown(203, |p| systems::longformer(p, 4, 2), |_, i, j| i.abs_diff(j) <= 4 || i < 2 || j < 2)
}

/// Blocks of 4; two random ones for each block of each head, some of which it sees anyway.
fn big_bird() -> Trial {
    const BLOCK: usize = 4;
    let mut noise = Noise::new(226);
    let x = Qkv::usual(&mut noise);
    let blocks = N.div_ceil(BLOCK);
    // Below the number of blocks.
    let mut below = |end: usize| noise.below(end as u32) as usize;
    let named: Vec<[usize; 2]> = (0..H * blocks)
        .map(|_| {
            let (first, step) = (below(blocks), 1 + below(blocks - 1));
            let second = (first + step) % blocks;
            [first.min(second), first.max(second)]
        })
        .collect();
    let o = x.attend(|b, h, i, j| {
        let (from, to) = (i / BLOCK, j / BLOCK);
        let near = from.abs_diff(to) <= 1 || from == 0 || to == 0;
        if near || named[h * blocks + from].contains(&to) { x.score(b, h, i, j) } else { f64::NEG_INFINITY }
    });
    let spans: Vec<u32> = (0..named.len() as u32).flat_map(|n| [2 * n, 2 * n + 2]).collect();
    let entries: Vec<u32> = named.iter().flatten().map(|&n| n as u32).collect();
    let attention = Attention::new(B as u32, H as u32, N as u32, 16);
    let host = x.host().indices(Role::BlockSpans, &spans).indices(Role::BlockEntries, &entries);
    Trial::of(systems::big_bird(&attention, BLOCK as u32, 1, 1, 2), host).wants(Role::O, o.values)
}

fn etc() -> Trial {
    let segment = |i: usize| if i < 3 { 0 } else { 1 + (i - 3) / 9 };
    // The four pieces: global and long tokens as queries and as keys.
    labelled(
        204,
        |p| systems::etc(p, 3, 5),
        segment,
        move |_, i, j| match (i < 3, j < 3) {
            (false, false) => i.abs_diff(j) <= 5 && segment(i) == segment(j),
            _ => true,
        },
    )
}

fn power() -> Trial {
    shown(
        205,
        |p| systems::power_attention(p, 3, 2),
        |_, i, j| {
            j <= i && {
                let apart = i / 3 - j / 3;
                j < 3 || apart < 2 || (0..10).any(|k| apart == 1 << k)
            }
        },
    )
}

/// Whether `j` is among the `kernel` places of `i`'s residue that are nearest to `i`, all of them
/// inside the line.
fn near(i: usize, j: usize, len: usize, kernel: usize, dilation: usize) -> bool {
    if i % dilation != j % dilation {
        return false;
    }
    let line: Vec<usize> = (i % dilation..len).step_by(dilation).collect();
    let mut nearest = line.clone();
    // Of two as near, the one on the far side of the centre drops out with the window's shift.
    let at = i / dilation;
    let first = at.saturating_sub(kernel / 2).min(line.len().saturating_sub(kernel));
    nearest.drain(..first);
    nearest.truncate(kernel);
    nearest.contains(&j)
}

fn natten() -> Trial {
    // 37 tokens of a grid of 5 by 8, whose last row is cut.
    let x = Qkv::random(&mut Noise::new(206), [1, H, 40, 8], [1, H, 40, 8], 8);
    let p = systems::neighbourhood(plain(&x), &[5, 8], &[3, 3], &[1, 2], &[false, false]);
    compared(&x, p, x.host(), |_, i, j| near(i / 8, j / 8, 5, 3, 1) && near(i % 8, j % 8, 8, 3, 2))
}

fn fna() -> Trial {
    let x = Qkv::random(&mut Noise::new(207), [1, H, 60, 8], [1, H, 60, 8], 8);
    let p = systems::neighbourhood(plain(&x), &[4, 3, 5], &[2, 3, 3], &[1, 1, 1], &[true, false, false]);
    compared(&x, p, x.host(), |_, i, j| {
        let [a, b] = [i, j].map(|t| (t / 15, t / 5 % 3, t % 5));
        b.0 <= a.0 && a.0 - b.0 < 2 && near(a.1, b.1, 3, 3, 1) && near(a.2, b.2, 5, 3, 1)
    })
}

fn halonet() -> Trial {
    let x = Qkv::random(&mut Noise::new(208), [1, H, 48, 8], [1, H, 48, 8], 8);
    let p = systems::halonet(plain(&x), &[6, 8], 3, 1);
    compared(&x, p, x.host(), |_, i, j| {
        let inside = |q: usize, k: usize| k + 1 >= q / 3 * 3 && k < q / 3 * 3 + 4;
        inside(i / 8, j / 8) && inside(i % 8, j % 8)
    })
}

/// Windows after a cyclic shift, without pairs that the shift brought together.
fn shifted(i: usize, j: usize, len: usize, side: usize, shift: usize) -> bool {
    let rolled = |x: usize| (x + len - shift) % len;
    rolled(i) / side == rolled(j) / side && (i < shift) == (j < shift)
}

fn swin() -> Trial {
    let x = Qkv::random(&mut Noise::new(209), [1, H, 64, 8], [1, H, 64, 8], 8);
    let p = systems::swin(plain(&x), &[8, 8], 4, 2);
    compared(&x, p, x.host(), |_, i, j| shifted(i / 8, j / 8, 8, 4, 2) && shifted(i % 8, j % 8, 8, 4, 2))
}

fn swin_3d() -> Trial {
    let x = Qkv::random(&mut Noise::new(210), [1, H, 96, 8], [1, H, 96, 8], 8);
    let p = systems::swin(plain(&x), &[4, 4, 6], 2, 1);
    compared(&x, p, x.host(), |_, i, j| {
        shifted(i / 24, j / 24, 4, 2, 1)
            && shifted(i / 6 % 4, j / 6 % 4, 4, 2, 1)
            && shifted(i % 6, j % 6, 6, 2, 1)
    })
}

fn twins() -> Trial {
    let x = Qkv::random(&mut Noise::new(211), [1, H, 48, 8], [1, H, 48, 8], 8);
    let p = systems::swin(plain(&x), &[6, 8], 2, 0);
    compared(&x, p, x.host(), |_, i, j| i / 16 == j / 16 && i % 8 / 2 == j % 8 / 2)
}

fn streaming() -> Trial {
    shown(212, |p| systems::streaming(p, 3, 5), |_, i, j| j <= i && (j < 3 || j + 5 > i))
}

fn seed_encoder() -> Trial {
    shown(213, |p| systems::streaming(p, 1, 2), |_, i, j| j == 0 || j == i || j + 1 == i)
}

fn transducer() -> Trial {
    shown(214, |p| systems::transducer(p, 6, 2), |_, i, j| i <= j + 6 && j <= i + 2)
}

fn hepos() -> Trial {
    let x = Qkv::random(&mut Noise::new(215), [B, 4, 9, 16], [B, 4, N, 16], 16);
    compared(&x, systems::hepos(plain(&x), 3), x.host(), |h, _, j| j % 3 == h % 3)
}

fn multi_window() -> Trial {
    let x = Qkv::random(&mut Noise::new(216), [B, 4, N, 16], [B, 4, N, 16], 16);
    let sizes = [1u32, 3, 8, u32::MAX];
    let windows: Vec<u32> = sizes.iter().flat_map(|&w| [w, w]).collect();
    let host = x.host().indices(Role::HeadWindows, &windows);
    compared(&x, systems::multi_window(plain(&x)), host, |h, i, j| i.abs_diff(j) <= sizes[h] as usize)
}

fn sinklora() -> Trial {
    // LongLoRA rolls the tokens of half the heads by half a group.
    shown(
        217,
        |p| systems::shifted_groups(p, 10, 2),
        |h, i, j| {
            let group = |t: usize| if h == 0 { t / 10 } else { (t + 5) / 10 };
            j <= i && (j < 2 || group(i) == group(j))
        },
    )
}

fn partcrafter() -> Trial {
    let part = |i: usize| i * i / 100;
    labelled(218, systems::within_segments, part, move |_, i, j| part(i) == part(j))
}

fn songmass() -> Trial {
    let x = Qkv::random(&mut Noise::new(219), [B, H, 20, 16], [B, H, N, 16], 16);
    let (q, k) = (|i: usize| i / 6, |j: usize| j / 10);
    let labels = |len: usize, of: fn(usize) -> usize| -> Vec<u32> {
        (0..B * len).map(|n| of(n % len) as u32).collect()
    };
    let host = x
        .host()
        .indices(Role::QLabels, &labels(20, |i| i / 6))
        .indices(Role::KvLabels, &labels(N, |j| j / 10));
    compared(&x, systems::within_segments(plain(&x)), host, |_, i, j| q(i) == k(j))
}

fn sasa() -> Trial {
    let scene = |i: usize| (i / 5) % 3;
    labelled(220, systems::segments_for_some, scene, move |h, i, j| h == 1 || scene(i) == scene(j))
}

fn injected() -> Trial {
    let x = Qkv::random(&mut Noise::new(221), [1, 3, N, 16], [1, 3, N, 16], 16);
    let (token, sentence) = (|i: usize| (i * 7) % 5, |i: usize| i / 12);
    let labels: Vec<u32> =
        (0..3 * N).map(|n| if n / N == 0 { token(n % N) } else { sentence(n % N) } as u32).collect();
    let host = x.host().indices(Role::QLabels, &labels).indices(Role::KvLabels, &labels);
    compared(&x, systems::injected(plain(&x)), host, |h, i, j| match h {
        0 => token(i) == token(j),
        1 => sentence(i) == sentence(j),
        _ => i.abs_diff(j) == 1,
    })
}

fn pieces() -> Trial {
    let piece = |i: usize| if i < 2 { 0 } else { 1 + (i - 2) / 11 };
    labelled(
        222,
        |p| systems::parallel_pieces(p, 2),
        piece,
        move |_, i, j| j <= i && (j < 2 || piece(i) == piece(j)),
    )
}

fn m2t() -> Trial {
    let group = |i: usize| (i * 5) % 4;
    labelled(223, systems::group_causal, group, move |_, i, j| group(j) <= group(i))
}

fn within_blocks() -> Trial {
    shown(224, |p| systems::within_blocks(p, 8), |_, i, j| j <= i && i / 8 == j / 8)
}

fn fam() -> Trial {
    // Four slots, then 32 tokens in blocks of 8; a token sees the block before its own too.
    let x = Qkv::random(&mut Noise::new(225), [B, H, 32, 16], [B, H, 36, 16], 16);
    compared(&x, systems::feedback_memory(plain(&x), 4, 8, 1), x.host(), |_, i, j| {
        j < 4 || (j - 4 <= i && (j - 4) / 8 + 1 >= i / 8)
    })
}

fn composite() -> Trial {
    let x = Qkv::random(&mut Noise::new(226), [B, H, 12, 16], [B, H, N, 16], 16);
    compared(&x, systems::composite(plain(&x)), x.host(), |_, i, j| j <= i + (N - 12))
}
