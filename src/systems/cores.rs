//! Far tokens by one core token for each group, near ones as they are.

use super::chain::{Chain, check_plain, check_used, given, used, windowless};
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Alignment, Attention, Layout, Pattern, Role};
use crate::record::Slot;

/// Queries that stand for groups of tokens, over the keys of their groups: `values` weighed by
/// `softmax(q K_group^T)`, `[batch, q_heads, groups, dim]`. `queries` says where the queries lie.
pub(super) fn of_groups(p: &Attention, groups: u32, size: u32, queries: Layout, values: Role) -> Attention {
    let [.., v_dim] = p.shape(values);
    Attention {
        q_len: groups,
        v_dim,
        q_layout: queries,
        v_layout: if values == Role::K { p.k_layout } else { p.v_layout },
        o_layout: Layout::bhnd(p.q_heads, groups, v_dim),
        out_dtype: p.dtype,
        scale: p.scale,
        pattern: Some(Pattern::Members { extent: size }),
        ..Attention::of_tensors(p)
    }
}

/// Core Context Aware attention (Chen et al. 2024, CCA), causal: tokens in whole groups that end before
/// the window are seen as one core token each, the others as they are, in one softmax.
///
/// A core token's key and value are its group's, weighed by `softmax(q K_group^T / sqrt(d))` of the group's
/// last query; query heads that share keys have core tokens of their own. Query `i` sees core tokens
/// `c` with `(c + 1) group <= i + 1 - window`: its last `window` tokens and the rest of their first
/// group, at most `group - 1` more, it sees one by one. Positions are the caller's.
/// Core tokens are kept in the inputs' type.
#[derive(Debug, Clone, PartialEq)]
pub struct CoreContext {
    /// Self-attention without masks; made causal.
    pub attention: Attention,
    /// Tokens of a group.
    pub group: u32,
    /// Tokens seen as they are, at least; a multiple of `group`.
    pub window: u32,
}

impl CoreContext {
    fn validate(&self) -> Result<()> {
        let p = &self.attention;
        check_plain(p)?;
        check_used(p, &Attention { visibility: windowless(p), ..used(p) })?;
        in_range("group", self.group.into(), 1, 1 << 16)?;
        in_range("window", self.window.into(), 1, 1 << 28)?;
        if !self.window.is_multiple_of(self.group) {
            let why = format!("{} is no multiple of the group's {}", self.window, self.group);
            return Err(Error::Contradiction { what: "window", why });
        }
        Ok(())
    }

    /// Adds the core keys or values.
    fn cores(&self, chain: &mut Chain<'_>, role: Role) -> Result<Slot> {
        let (p, size) = (&self.attention, u64::from(self.group));
        let [batch, head, row] = p.q_layout.strides;
        let last = Layout { strides: [batch, head, row * size], ..p.q_layout.at((size - 1) * row) };
        let cores = of_groups(p, p.q_len / self.group, self.group, last, role);
        Ok(chain.run(&cores, &[(Role::V, given(role))], [Role::O])?[0])
    }
}

impl Problem for CoreContext {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        self.validate()?;
        let (p, group) = (&self.attention, self.group);
        let groups = p.q_len / group;
        let mut chain = Chain::new(caps, policy);
        // From where the first group after the far ones begins.
        let near = Pattern::Blocks { size: group, halo: self.window - 1, shift: group - 1 };
        let near = Attention { pattern: Some(near), ..p.clone() }.causal();
        if groups == 0 {
            return near.plan(caps, policy);
        }
        let places =
            vec![(Role::K, self.cores(&mut chain, Role::K)?), (Role::V, self.cores(&mut chain, Role::V)?)];
        let mut far = Attention {
            kv_heads: p.q_heads,
            kv_len: groups,
            k_layout: Layout::bhnd(p.q_heads, groups, p.qk_dim),
            v_layout: Layout::bhnd(p.q_heads, groups, p.v_dim),
            scale: p.scale,
            pattern: Some(Pattern::Compressed { extent: group, stride: group }),
            ..Attention::of_tensors(p)
        };
        // At most 2^28.
        far.visibility.alignment = Alignment::Offset(-(self.window as i32));
        let branches = [(near, Vec::new()), (far, places)];
        chain.merged(p, &branches, [])?;
        Ok(chain.finish())
    }
}
