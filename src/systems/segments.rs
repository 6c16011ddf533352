//! Keys and values in several buffers.

use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::kernels::{Copy, Merge, MergeParts, SomeKeys};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, DType, Layout, Role};
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
        let [batch, heads, len, dim] = first.shape(Role::O);
        // At most 512 segments of tensors that fit 32 bits each.
        let parts = self.segments.len() as u32;
        let rows = u64::from(batch) * u64::from(heads) * u64::from(len);
        let merge = Merge {
            parts,
            batch,
            heads,
            len,
            dim,
            dtype: first.out_dtype,
            layout: first.o_layout,
            lse: first.lse,
        };
        // One softmax needs two numbers of each row: see `Lse::parts`.
        let (numbers, of_part, merged) = match self.joined {
            true => (2, Role::PartialLse, MergeParts(merge).plan(caps, policy)?),
            false => (1, Role::Lse, merge.plan(caps, policy)?),
        };
        let mut plan = Plan::empty();
        let places = [Role::PartialO, Role::PartialLse].map(|role| {
            if self.joined { plan.scratch_for(&merged, role) } else { (role, Slot::Tensor(role)) }
        });
        for (n, segment) in (0..).zip(&self.segments) {
            let view = Layout::bhnd(heads, len, dim).at(n * rows * u64::from(dim));
            let p = Attention {
                o_layout: view,
                out_dtype: DType::F32,
                lse: !self.joined,
                ..segment.attention.clone()
            };
            let part = if self.joined { SomeKeys(p).plan(caps, policy)? } else { p.plan(caps, policy)? };
            let lse = plan.scratch_for(&part, of_part);
            let mut names: Vec<_> =
                segment.names.iter().map(|&(role, name)| (role, Slot::Tensor(Role::User(name)))).collect();
            names.extend([(Role::O, places[0].1), lse]);
            plan.append(part, &names);
            let input_layout = Layout::bhnd(heads, len, numbers);
            let output_layout = input_layout.at(n * rows * u64::from(numbers));
            let copy =
                Copy { batch, heads, len, dim: numbers, dtype: DType::F32, input_layout, output_layout };
            plan.append(copy.plan(caps, policy)?, &[(Role::Input, lse.1), (Role::O, places[1].1)]);
        }
        if self.joined {
            plan.append(merged, &places);
        }
        Ok(plan)
    }
}
