//! Keys and values in several buffers.

use super::chain::Chain;
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, Role};
use crate::record::Slot;
use crate::shader::HookKind;

/// One segment of keys and values.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// Attention to this segment alone, with scales, biases, masks and hooks of its own.
    pub attention: Attention,
    /// Its tensors that have names of their own in the call: [`Role::K`] and [`Role::V`], say, in
    /// [`Role::User`]. The others are shared with the other segments.
    pub names: Vec<(Role, &'static str)>,
}

/// Attention to several segments of keys and values, each in buffers of its own: one softmax over
/// all of them, or each with its own output and log-sum-exp.
///
/// Learned extra slots that every query sees under a causal mask (persistent memory) are a segment
/// without a mask whose batch stride is 0. Whatever weights merge by their denominators will do.
/// A sink or an extra denominator belongs to one segment only.
///
/// ```
/// use wgpu_attention::systems::{Segment, Segments};
/// use wgpu_attention::{Attention, Role};
/// let context = Attention::new(2, 8, 1024, 64).causal();
/// let mut memory = Attention::new(2, 8, 1024, 64).kv_len(16);
/// (memory.k_layout.strides[0], memory.v_layout.strides[0]) = (0, 0);
/// let names = vec![(Role::K, "memory_k"), (Role::V, "memory_v")];
/// let problem = Segments::joined(vec![
///     Segment { attention: context, names: vec![] },
///     Segment { attention: memory, names },
/// ]);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Segments {
    /// The segments, of the same queries and the same size of values.
    pub segments: Vec<Segment>,
    /// One softmax: [`Role::O`], and [`Role::Lse`] if the first segment asks for it, with its type and
    /// view. Else [`Role::PartialO`] f32 `[segments, batch, q_heads, q_len, v_dim]` and
    /// [`Role::PartialLse`] f32 `[segments, batch, q_heads, q_len]`.
    pub joined: bool,
}

impl Segments {
    /// One softmax over all segments.
    pub fn joined(segments: Vec<Segment>) -> Self {
        Self { segments, joined: true }
    }

    /// An output and a log-sum-exp of each.
    pub fn apart(segments: Vec<Segment>) -> Self {
        Self { segments, joined: false }
    }

    fn first(&self) -> Result<&Attention> {
        let why = "there is none".into();
        let first = self.segments.first().ok_or(Error::Contradiction { what: "segments", why })?;
        let of = |p: &Attention| [p.shape(Role::Q), p.shape(Role::O)];
        for segment in &self.segments {
            let p = &segment.attention;
            p.validate()?;
            if of(p) != of(&first.attention) || p.normaliser != first.attention.normaliser {
                let why = "they differ in queries, size of values or normaliser".into();
                return Err(Error::Contradiction { what: "segments", why });
            }
            if p.hook_of(HookKind::OutMod).is_some() || p.past_len.is_some() {
                return Err(Error::unsupported(
                    "an out_mod or past tokens in a segment",
                    "its rows are merged",
                ));
            }
        }
        Ok(&first.attention)
    }
}

impl Problem for Segments {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let first = self.first()?;
        let place = |&(role, name): &(Role, &'static str)| (role, Slot::Tensor(Role::User(name)));
        let parts: Vec<_> = self
            .segments
            .iter()
            .map(|s| (s.attention.clone(), s.names.iter().map(place).collect()))
            .collect();
        let mut chain = Chain::new(caps, policy);
        if self.joined {
            chain.merged(first, &parts, [])?;
        } else {
            let [o, lses] = [Role::PartialO, Role::PartialLse].map(Slot::Tensor);
            chain.branches(&parts, o, Some((Role::Lse, lses)))?;
        }
        Ok(chain.finish())
    }
}
