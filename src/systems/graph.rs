//! Attention along the edges of a graph.

use super::hooked::{elements, hook, source};
use crate::error::Result;
use crate::problem::{Attention, BlockList};
use crate::shader::{HookInput, HookKind};

/// Attention of every node to its neighbours alone, by edge lists as sparse matrices have them:
/// [`Role::BlockEntries`](crate::Role::BlockEntries) are the neighbours of node 0, of node 1, ..., and
/// [`Role::BlockSpans`](crate::Role::BlockSpans) `[batch, heads, q_len, 2]` say where each begins and ends.
/// `shared` lists serve all batch entries and heads. A node without neighbours gives zeros.
///
/// Every score, weight and hook works along the edges; with products this is a graph transformer.
pub fn edges(p: Attention, count: u32, shared: bool) -> Attention {
    let list = BlockList::new(&p, 1, 1, count);
    let list = if shared { BlockList { batch: 1, heads: 1, ..list } } else { list };
    Attention { blocks: Some(list), ..p }
}

/// Graph attention (Veličković et al. 2018, GAT): `o_i = sum over neighbours j of softmax_j(e_ij)
/// v_j` with `e_ij = LeakyReLU(s_i + t_j)`. The caller projects: values are `W h_j`, `of_node` f32
/// `[batch, q_heads, q_len]` is `s_i = a_1 . W h_i`, and `of_neighbour` f32 `[batch, q_heads, kv_len]`
/// `t_j = a_2 . W h_j`. Edges as of [`edges`], `count` of them; `slope` is 0.2 in the paper. Queries
/// and keys are read and count nothing: they must be finite.
///
/// # Errors
/// [`Error::IndexOverflow`](crate::Error::IndexOverflow) if `of_node` or `of_neighbour` has more than
/// 2^32 - 1 elements; [`Error::Unsupported`](crate::Error::Unsupported) if `p` has a `score_mod` already.
pub fn graph_attention(p: Attention, count: u32, slope: f32) -> Result<Attention> {
    let inputs = [
        ("of_node", HookInput::BufferF32(elements(&[p.batch, p.q_heads, p.q_len])?)),
        ("of_neighbour", HookInput::BufferF32(elements(&[p.batch, p.q_heads, p.kv_len])?)),
        ("heads", HookInput::U32(p.q_heads)),
        ("q_len", HookInput::U32(p.q_len)),
        ("kv_len", HookInput::U32(p.kv_len)),
        ("slope", HookInput::F32(slope)),
    ];
    let score = hook(HookKind::ScoreMod, source!("graph"), &inputs)?;
    edges(Attention { scale: Some(0.0), ..p }, count, true).own_hook(score)
}
