//! Attention whose visible pairs follow from indices or labels: an [`Attention`] each, with a
//! [`Pattern`].

use crate::problem::{Attention, LabelRule, Pattern};

fn shown(p: Attention, pattern: Pattern) -> Attention {
    Attention { pattern: Some(pattern), ..p }
}

/// Heads take turns: head `h` follows pattern `h % patterns`.
fn by_turns(patterns: impl IntoIterator<Item = Pattern>) -> Pattern {
    let patterns: Vec<_> = patterns.into_iter().collect();
    // A handful of patterns.
    let every = patterns.len() as u32;
    Pattern::Any((0u32..).zip(patterns).map(|(phase, x)| Pattern::Heads { every, phase }.and(x)).collect())
}

fn same_label(heads: u32) -> Pattern {
    Pattern::Labels { heads, rule: LabelRule::Same { shift: 0 } }
}

/// Sparse Transformer, strided (Child et al. 2019): even heads see the last `stride` tokens, odd
/// ones every `stride`-th; causal.
pub fn sparse_strided(p: Attention, stride: u32) -> Attention {
    let near = Pattern::Window { left: stride.saturating_sub(1), right: 0 };
    shown(p, by_turns([near, Pattern::Multiples { step: stride }])).causal()
}

/// Sparse Transformer, fixed (Child et al. 2019): even heads see their block of `block` tokens, odd
/// ones the last `columns` of every block; causal.
pub fn sparse_fixed(p: Attention, block: u32, columns: u32) -> Attention {
    let own = Pattern::Blocks { size: block, halo: 0, shift: 0 };
    shown(p, by_turns([own, Pattern::Columns { block, columns }])).causal()
}

/// Longformer (Beltagy et al. 2020): a window of `radius` at either side; the first `globals`
/// tokens see all and are seen by all.
pub fn longformer(p: Attention, radius: u32, globals: u32) -> Attention {
    shown(p, Pattern::global(globals, radius))
}

/// ETC (Ainslie et al. 2020): global tokens in front see all and are seen by all; the others see
/// those of their own segment within `radius`. Segments are labels `[batch, 1, len]`.
pub fn etc(p: Attention, globals: u32, radius: u32) -> Attention {
    let near = Pattern::Window { left: radius, right: radius }.and(same_label(1));
    let [keys, queries] = [Pattern::FirstKeys { count: globals }, Pattern::FirstQueries { count: globals }];
    shown(p, Pattern::Any(vec![keys, queries, near]))
}

/// PowerAttention (Chen et al. 2025), causal, in blocks: the first one, the nearest `window`, and
/// those at distances of a power of two.
pub fn power_attention(p: Attention, block: u32, window: u32) -> Attention {
    let far = Pattern::powers_of_two(window).of_blocks(block);
    shown(p, Pattern::FirstKeys { count: block }.or(far)).causal()
}

/// Neighbourhood attention (Hassani et al. 2023, 2024) on a grid of `dims`: size, dilation and
/// causality for each axis.
pub fn neighbourhood(
    p: Attention,
    dims: &[u32],
    kernel: &[u32],
    dilation: &[u32],
    causal: &[bool],
) -> Attention {
    shown(p, Pattern::neighbourhood(dims, kernel, dilation, causal))
}

/// HaloNet (Vaswani et al. 2021): blocks of a grid with a halo.
pub fn halonet(p: Attention, dims: &[u32], block: u32, halo: u32) -> Attention {
    shown(p, Pattern::halo(dims, block, halo))
}

/// Swin (Liu et al. 2021): windows of a grid, shifted in every second layer.
pub fn swin(p: Attention, dims: &[u32], side: u32, shift: u32) -> Attention {
    shown(p, Pattern::swin(dims, side, shift))
}

/// StreamingLLM (Xiao et al. 2023), causal: the first keys and the last `window`.
pub fn streaming(p: Attention, first: u32, window: u32) -> Attention {
    shown(p, Pattern::sinks(first, window.saturating_sub(1))).causal()
}

/// Transformer Transducer (Zhang et al. 2020): `left` tokens before, `right` after.
pub fn transducer(mut p: Attention, left: u32, right: u32) -> Attention {
    (p.visibility.window_left, p.visibility.window_right) = (Some(left), Some(right));
    p
}

/// Hepos (Huang et al. 2021): head `h` sees source tokens `j` with `j % stride == h % stride`.
pub fn hepos(p: Attention, stride: u32) -> Attention {
    shown(p, Pattern::HeadPhase { stride })
}

/// A window for every head, from [`crate::Role::HeadWindows`] (MW-MAE, Yadav et al. 2023).
pub fn multi_window(p: Attention) -> Attention {
    shown(p, Pattern::HeadWindows)
}

/// Shifted sparse attention with sinks (SinkLoRA, Zhang 2024, after LongLoRA): groups of `group`
/// tokens, for odd heads shifted by half; the first `sinks` keys are seen by all; causal.
pub fn shifted_groups(p: Attention, group: u32, sinks: u32) -> Attention {
    let groups = |shift| Pattern::Blocks { size: group, halo: 0, shift };
    let heads = by_turns([groups(0), groups(group / 2)]);
    shown(p, Pattern::FirstKeys { count: sinks }.or(heads)).causal()
}

/// Pairs of one segment only, by labels `[batch, 1, len]`: parts of an object (PartCrafter),
/// sentences of a song (SongMASS), entities of a picture (Seg2Any).
pub fn within_segments(p: Attention) -> Attention {
    shown(p, same_label(1))
}

/// Segments for even heads, all keys for odd ones (SASA, Slobodkin et al. 2022).
pub fn segments_for_some(p: Attention) -> Attention {
    shown(p, by_turns([same_label(1), Pattern::All(vec![])]))
}

/// Injected patterns (Li et al. 2022): of every three heads one sees tokens of its label (the
/// token's own kind), the next those of its label (its sentence), the last both neighbours. Labels
/// `[batch, q_heads, len]`.
pub fn injected(p: Attention) -> Attention {
    let heads = p.q_heads;
    let beside = Pattern::Window { left: 1, right: 1 }.and(Pattern::Powers);
    shown(p, by_turns([same_label(heads), same_label(heads), beside]))
}

/// Pieces of a context encoded side by side with a shared sink (Zhang et al. 2025, parallel context
/// encoding): a token sees the first `sinks` keys and its own piece, causally; pieces are labels.
pub fn parallel_pieces(p: Attention, sinks: u32) -> Attention {
    shown(p, Pattern::FirstKeys { count: sinks }.or(same_label(1))).causal()
}

/// Groups in the order in which they are revealed (M2T, Mentzer et al. 2023): a token sees those of
/// its own group and of earlier ones; groups are labels.
pub fn group_causal(p: Attention) -> Attention {
    shown(p, Pattern::Labels { heads: 1, rule: LabelRule::UpTo { bits: 32 } })
}

/// The local part of the Block Transformer (Ho et al. 2024): causal within blocks.
pub fn within_blocks(p: Attention, block: u32) -> Attention {
    shown(p, Pattern::Blocks { size: block, halo: 0, shift: 0 }).causal()
}

/// TransformerFAM's block queries (Hwang et al. 2024): `memory` feedback slots before the tokens,
/// the query's block up to itself, and `blocks` blocks before it. Keys are slots, then tokens.
pub fn feedback_memory(p: Attention, memory: u32, block: u32, blocks: u32) -> Attention {
    let halo = block.saturating_mul(blocks);
    let near = Pattern::Blocks { size: block, halo, shift: memory.checked_rem(block).unwrap_or(0) };
    let mut p = shown(p, Pattern::FirstKeys { count: memory }.or(near)).causal();
    p.visibility.alignment = crate::problem::Alignment::BottomRight;
    p
}

/// EE-MLLM's composite attention (Ma et al. 2024): text queries see every visual key and the text
/// before them; visual tokens ask nothing. Keys are visual, then text.
pub fn composite(p: Attention) -> Attention {
    let mut p = p.causal();
    p.visibility.alignment = crate::problem::Alignment::BottomRight;
    p
}
