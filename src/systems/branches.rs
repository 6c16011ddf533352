//! The same queries through several branches.

use super::chain::Chain;
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, BlockList, Pattern};

/// How branches become one output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Join {
    /// As if one softmax had seen the keys of all: by their log-sum-exps.
    Lse,
    /// Weighted for each token and head by [`Gates`](crate::Role::Gates) f32 `[parts, batch, q_heads,
    /// q_len]`.
    Gates,
}

/// Attention of the same queries through several branches: each with its own view of keys and
/// values, pattern, window or scale. Tensors of one role are shared by all; at most one branch may
/// have block lists.
#[derive(Debug, Clone, PartialEq)]
pub struct Branches {
    /// The branches. The output's view and type are those of the first.
    pub parts: Vec<Attention>,
    /// How they are joined.
    pub join: Join,
}

/// BigBird (Zaheer et al. 2020) by blocks of `block` tokens: the first `global` blocks see all and are
/// seen by all, every block sees `window` others on either side, and `random` more that
/// [`Role::BlockSpans`](crate::Role::BlockSpans) `[1, q_heads, blocks, 2]` and
/// [`Role::BlockEntries`](crate::Role::BlockEntries) name, in one softmax. A
/// named block that is seen anyway counts once.
pub fn big_bird(p: &Attention, block: u32, global: u32, window: u32, random: u32) -> Branches {
    let near = Pattern::global(global, window).of_blocks(block);
    // Too many are refused as the lists are checked.
    let lists = p.q_heads.saturating_mul(p.q_len.div_ceil(block.max(1)));
    let list = BlockList { batch: 1, ..BlockList::new(p, block, block, lists.saturating_mul(random)) };
    let far =
        Attention { pattern: Some(Pattern::Not(Box::new(near.clone()))), blocks: Some(list), ..p.clone() };
    Branches { parts: vec![Attention { pattern: Some(near), ..p.clone() }, far], join: Join::Lse }
}

impl Problem for Branches {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = self.parts.first().ok_or(Error::OutOfRange {
            what: "branches".into(),
            got: 0,
            min: 1,
            max: 64,
        })?;
        if self.parts.iter().filter(|p| p.blocks.is_some()).count() > 1 {
            return Err(Error::unsupported("block lists in two branches", "they have one name"));
        }
        let parts: Vec<_> = self.parts.iter().map(|p| (p.clone(), Vec::new())).collect();
        let mut chain = Chain::new(caps, policy);
        if self.join == Join::Lse {
            chain.merged(p, &parts, [])?;
            return Ok(chain.finish());
        }
        chain.gated(p, &parts)?;
        Ok(chain.finish())
    }
}
