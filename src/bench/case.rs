//! One call to measure.

use super::{
    Ceilings, Checked, Chooser, Figure, GradientValues, HeadValues, LeftOut, Lists, Row, check_attention,
    check_gradient, check_linear, check_linear_gradient, values, values::by_parts,
};
use crate::device::Gpu;
use crate::error::{Error, Result};
use crate::kernels::{AttentionGradient, Unit};
use crate::plan::{Cost, Plan, Policy};
use crate::problem::{Attention, DType, Decay, LinearAttention, LinearGradient, Role, UpdateRule};
use crate::record::{Prepared, Tensors, Timing};
use crate::reference::LinearInputs;
use crate::shader::Const;
use std::hash::Hasher;
use std::time::Duration;

/// A call, and the kernel that is asked for, if one is.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// The suite it is part of.
    pub suite: &'static str,
    /// What it computes, the same for everyone who does, e.g. `causal f32 b1 h8/8 n1024 d64`.
    pub call: String,
    /// The kernel asked for; `None` for the plan's own choice.
    pub kernel: Option<&'static str>,
    work: Work,
}

#[derive(Debug, Clone, PartialEq)]
enum Work {
    Softmax(Attention, Option<Lists>),
    Choice(Attention, Chooser),
    Gradient(AttentionGradient),
    Linear(LinearAttention),
    LinearGradient(LinearGradient),
}

/// Pairs of query and key that the reference looks at in each head.
const CHECKED_PAIRS: u32 = 1 << 17;
/// Key heads that are compared with the reference.
const CHECKED_HEADS: u32 = 2;
/// Bytes of inputs after which those of the first call are out of caches, on a processor and on
/// a GPU; and how many sets of buffers there are at most.
const CACHES: (u64, u64, u64) = (64 << 20, 256 << 20, 8);

impl Case {
    /// A call of softmax attention on contiguous tensors, over block lists if there are some.
    pub fn attention(suite: &'static str, p: &Attention, lists: Option<Lists>) -> Self {
        let seen = match (p.visibility.causal, p.visibility.window_left) {
            (true, Some(window)) => format!("causal window {window}"),
            (true, None) => "causal".into(),
            _ => "full".into(),
        };
        let blocks = lists.as_ref().map_or(String::new(), |l| {
            // Printed with two digits.
            format!(" blocks {} of {}, {:.1} %", l.count(), l.block, 100.0 * l.density())
        });
        let keys = if p.kv_len == p.q_len { String::new() } else { format!(" k{}", p.kv_len) };
        let call = format!(
            "{seen}{blocks} {} b{} h{}/{} n{}{keys} d{}",
            p.dtype, p.batch, p.q_heads, p.kv_heads, p.q_len, p.qk_dim
        );
        Self { suite, call, kernel: None, work: Work::Softmax(p.clone().contiguous(), lists) }
    }

    /// A call of softmax attention on contiguous tensors with its gradients: what a step of training takes.
    pub fn gradient(suite: &'static str, p: &Attention) -> Self {
        let attention = p.clone().contiguous().with_lse();
        let forward = Self::attention(suite, p, None);
        let gradient = AttentionGradient::new(attention).grad_dtype(p.dtype).with_forward();
        let work = Work::Gradient(gradient);
        Self { call: format!("gradients of {}", forward.call), work, ..forward }
    }

    /// The choice of blocks for causal self-attention, without the attention itself.
    pub fn choice(suite: &'static str, p: &Attention, by: Chooser) -> Self {
        // Blocks of no keys are an error of the plan.
        let blocks = p.kv_len.div_ceil(by.block.max(1));
        let call = format!(
            "choice of {}, {} of {blocks} blocks {} b{} h{}/{} n{} d{}",
            by.name(),
            by.top_k,
            p.dtype,
            p.batch,
            p.q_heads,
            p.kv_heads,
            p.q_len,
            p.qk_dim
        );
        Self { suite, call, kernel: None, work: Work::Choice(p.clone().contiguous(), by) }
    }

    /// A call of linear attention on contiguous tensors.
    pub fn linear(suite: &'static str, p: &LinearAttention) -> Self {
        let rule = match p.rule {
            UpdateRule::Add => "add",
            UpdateRule::Delta => "delta",
            UpdateRule::Momentum => "momentum",
            UpdateRule::RankOne => "rank-one",
        };
        let decay = match p.decay {
            Decay::None => "none",
            Decay::PerHead => "head",
            Decay::PerToken => "token",
            Decay::PerChannel => "channel",
            Decay::Polar => "polar",
            Decay::Competing => "competing",
        };
        let heads = format!("h{}/{}", p.q_heads, p.kv_heads);
        let call =
            format!("linear {rule} decay {decay} {} b{} {heads} n{} d{}", p.dtype, p.batch, p.len, p.qk_dim);
        Self { suite, call, kernel: None, work: Work::Linear(p.clone().contiguous()) }
    }

    /// The gradients of a call of linear attention on contiguous tensors, without the call itself.
    pub fn linear_gradient(suite: &'static str, p: &LinearAttention) -> Self {
        let forward = Self::linear(suite, p);
        let gradient = LinearGradient::new(p.clone().contiguous()).grad_dtype(p.dtype);
        let work = Work::LinearGradient(gradient);
        Self { call: format!("gradients of {}", forward.call), work, ..forward }
    }

    /// The same call by this kernel.
    pub fn by(self, kernel: &'static str) -> Self {
        Self { kernel: Some(kernel), ..self }
    }

    /// Tokens: queries, or keys where a decoding step has few queries.
    pub fn len(&self) -> u32 {
        match &self.work {
            Work::Softmax(p, _) | Work::Choice(p, _) => p.q_len.max(p.kv_len),
            Work::Gradient(g) => g.attention.q_len.max(g.attention.kv_len),
            Work::Linear(p) | Work::LinearGradient(LinearGradient { linear: p, .. }) => p.len,
        }
    }

    /// Whether there is nothing to compute.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Softmax attention without lists, for peers that compute it.
    pub fn dense(&self) -> Option<&Attention> {
        match &self.work {
            Work::Softmax(p, None) if self.kernel.is_none() => Some(p),
            _ => None,
        }
    }

    /// A row without a time.
    pub fn row(&self, by: String) -> Row {
        Row {
            suite: self.suite.into(),
            call: self.call.clone(),
            by,
            kernel: String::new(),
            len: self.len(),
            fault: None,
            left_out: None,
            figure: None,
            error: None,
            tolerance: None,
        }
    }

    /// The row of a call for which no time was left.
    pub(super) fn not_begun(&self) -> Row {
        Row { left_out: Some(LeftOut::NotBegun), ..self.row(Row::own_by(self.kernel)) }
    }

    /// Times the call for about `budget`, and checks the outputs of the very run that was timed.
    /// What goes wrong is in the row.
    pub(super) fn run(&self, gpu: &Gpu, ceilings: &Ceilings, budget: Duration) -> Measured {
        let mut row = self.row(Row::own_by(self.kernel));
        let (mut output, mut timings) = (0, Vec::new());
        match self.measure(gpu, ceilings, budget, &mut row) {
            Ok((figure, checked, timed)) => {
                output = timed.digest();
                timings.push(timed.timing);
                (row.error, row.tolerance) = (Some(checked.error), Some(checked.tolerance));
                if checked.passes() {
                    row.figure = Some(figure);
                } else {
                    row.fault = Some(Row::wrong(checked.error, checked.tolerance));
                }
            }
            Err(Error::Unsupported { what, why }) => {
                row.left_out = Some(LeftOut::NotSupported(format!("{what}: {why}")));
            }
            Err(error @ Error::Limit { .. }) => {
                row.left_out = Some(LeftOut::NotSupported(error.to_string()));
            }
            Err(error) => row.fault = Some(error.to_string()),
        }
        Measured { row, output, timings }
    }

    /// Times the call of a row once more. Its outputs must have the very bits of those that were checked;
    /// else the row has no time.
    pub(super) fn again(&self, gpu: &Gpu, budget: Duration, known: &mut Measured) {
        if known.row.figure.is_none() {
            return;
        }
        let fault = match self.time(gpu, budget) {
            Ok(timed) if timed.digest() == known.output => return known.timings.push(timed.timing),
            Ok(_) => "WRONG: another round gave other bits".into(),
            Err(error) => error.to_string(),
        };
        (known.row.figure, known.row.fault) = (None, Some(fault));
    }

    fn measure(
        &self,
        gpu: &Gpu,
        ceilings: &Ceilings,
        budget: Duration,
        row: &mut Row,
    ) -> Result<(Figure, Checked, Timed)> {
        let timed = self.time(gpu, budget)?;
        row.kernel = kernels(timed.prepared.plan());
        let checked = self
            .check(&timed.inputs, &timed.written)?
            .ok_or_else(|| Error::Device("nothing to check".into()))?;
        let figure = self.figure(timed.prepared.plan(), &timed.timing, checked, ceilings)?;
        Ok((figure, checked, timed))
    }

    fn time(&self, gpu: &Gpu, budget: Duration) -> Result<Timed> {
        let gpu = match self.kernel {
            Some(kernel) => gpu.with_policy(Policy { kernel: Some(kernel.into()), ..Policy::default() }),
            None => gpu.clone(),
        };
        let prepared = self.plan(&gpu)?;
        let inputs = self.inputs(&prepared)?;
        let sets = buffers(&gpu, &prepared, &inputs)?;
        let tensors: Vec<Tensors<'_>> = sets.iter().map(|set| tensors(set)).collect();
        let timing = gpu.time(&prepared, &tensors, budget)?;
        let read = |&role| Ok((role, outputs(&gpu, &prepared, &sets, role)?));
        let written = self.outputs().iter().map(read).collect::<Result<_>>()?;
        Ok(Timed { prepared, inputs, timing, written })
    }

    /// What is compared.
    fn outputs(&self) -> Vec<Role> {
        match &self.work {
            Work::Softmax(..) | Work::Linear(_) => vec![Role::O],
            Work::Choice(..) => vec![Role::Selection],
            Work::Gradient(_) => vec![Role::O, Role::Lse, Role::GradQ, Role::GradK, Role::GradV],
            Work::LinearGradient(g) => g.written(),
        }
    }

    fn plan(&self, gpu: &Gpu) -> Result<Prepared> {
        match &self.work {
            Work::Choice(p, by) => gpu.prepare(by.plan(p, gpu)?),
            Work::Softmax(p, None) => gpu.plan(p),
            Work::Softmax(p, Some(lists)) => {
                gpu.plan(&Attention { blocks: Some(lists.host(p)?.list), ..p.clone() })
            }
            Work::Gradient(g) => gpu.plan(g),
            Work::Linear(p) => gpu.plan(p),
            Work::LinearGradient(g) => gpu.plan(g),
        }
    }

    /// Every tensor read, as bytes and as the numbers they stand for.
    fn inputs(&self, prepared: &Prepared) -> Result<Vec<Input>> {
        let (dtype, rates, delta) = match &self.work {
            Work::Softmax(p, _) | Work::Choice(p, _) => (p.dtype, p.dtype, None),
            Work::Gradient(g) => (g.attention.dtype, g.attention.dtype, None),
            Work::Linear(p) | Work::LinearGradient(LinearGradient { linear: p, .. }) => {
                (p.dtype, p.rate_dtype, (p.rule != UpdateRule::Add).then_some(p.qk_dim))
            }
        };
        let lists = match &self.work {
            Work::Softmax(p, Some(lists)) => Some(lists.host(p)?),
            _ => None,
        };
        let read = prepared.plan().tensors.iter().filter(|(_, _, written)| !written);
        Ok(read
            .map(|&(role, bytes, _)| {
                let words = |w: &[u32]| w.iter().flat_map(|n| n.to_le_bytes()).collect::<Vec<u8>>();
                match (role, &lists) {
                    (Role::BlockSpans, Some(l)) => return (role, words(&l.spans), Vec::new()),
                    (Role::BlockEntries, Some(l)) => return (role, words(&l.entries), Vec::new()),
                    _ => {}
                }
                let dtype = if matches!(role, Role::Decay | Role::Beta) { rates } else { dtype };
                let len = (bytes / dtype.bytes()) as usize;
                let encoded = by_parts(&values(role, len, delta), |x| dtype.encode(x));
                let numbers = dtype.decode(&encoded, len);
                (role, encoded, numbers)
            })
            .collect())
    }

    fn check(&self, inputs: &[Input], written: &[Written]) -> Result<Option<Checked>> {
        let of = |role| inputs.iter().find(|(r, ..)| *r == role).map_or(&[][..], |(_, _, x)| x.as_slice());
        let wide = |role| of(role).iter().copied().map(f64::from).collect::<Vec<_>>();
        let bytes = |role| written.iter().find(|(r, _)| *r == role).map_or(&[][..], |(_, x)| x.as_slice());
        let o = bytes(Role::O);
        let recurrence = || LinearInputs {
            q: wide(Role::Q),
            k: wide(Role::K),
            v: wide(Role::V),
            decay: wide(Role::Decay),
            beta: wide(Role::Beta),
            removal: wide(Role::Removal),
            ..Default::default()
        };
        match &self.work {
            Work::Softmax(p, lists) => {
                let size = p.batch * p.q_heads * p.q_len * p.v_dim;
                let o = p.out_dtype.decode(o, size as usize);
                let x = HeadValues { q: of(Role::Q), k: of(Role::K), v: of(Role::V), o: &o };
                check_attention(p, lists.as_ref(), x, CHECKED_PAIRS, CHECKED_HEADS)
            }
            Work::Gradient(g) => {
                let p = &g.attention;
                let decode = |written, like, dtype: DType| {
                    dtype.decode(bytes(written), p.shape(like).iter().map(|&n| n as usize).product())
                };
                let o = decode(Role::O, Role::O, p.out_dtype);
                let lse = DType::F32.decode(bytes(Role::Lse), o.len() / p.v_dim as usize);
                let grads = [(Role::GradQ, Role::Q), (Role::GradK, Role::K), (Role::GradV, Role::V)]
                    .map(|(grad, like)| decode(grad, like, g.grad_dtype));
                let (q, k, v) = (of(Role::Q), of(Role::K), of(Role::V));
                let x = HeadValues { q, k, v, o: &o };
                let output = check_attention(p, None, x, CHECKED_PAIRS, CHECKED_HEADS)?;
                let grads = [&grads[0][..], &grads[1], &grads[2]];
                let x = GradientValues { q, k, v, o: &o, lse: &lse, grad_o: of(Role::GradO), grads };
                let gradients = check_gradient(p, x, CHECKED_PAIRS, CHECKED_HEADS)?;
                // The output first: gradients by keys are compared by it.
                Ok(output.filter(|c| !c.passes()).or(gradients))
            }
            Work::Choice(p, by) => {
                let bits: Vec<u32> = bytemuck::pod_collect_to_vec(bytes(Role::Selection));
                Ok(by.check(p, of(Role::Q), of(Role::K), &bits, CHECKED_PAIRS))
            }
            Work::Linear(p) => {
                let o = p.out_dtype.decode(o, (p.batch * p.q_heads * p.len * p.v_dim) as usize);
                check_linear(p, &recurrence(), &o, CHECKED_HEADS)
            }
            Work::LinearGradient(g) => {
                let decoded = |role: Role| {
                    let (_, shape, dtype) = g.view(role);
                    (role, dtype.decode(bytes(role), shape.iter().map(|&n| n as usize).product()))
                };
                let grads: Vec<_> = self.outputs().into_iter().map(decoded).collect();
                check_linear_gradient(g, &recurrence(), &wide(Role::GradO), &grads, CHECKED_HEADS)
            }
        }
    }

    fn figure(&self, plan: &Plan, timing: &Timing, checked: Checked, ceilings: &Ceilings) -> Result<Figure> {
        let (cost, rows, state_bytes) = match &self.work {
            Work::Softmax(p, Some(lists)) => {
                (Cost::blocks(p, &lists.host(p)?, plan.cost.bytes), p.batch * p.q_heads * p.q_len, 0)
            }
            Work::Softmax(p, None) | Work::Choice(p, _) => (plan.cost, p.batch * p.q_heads * p.q_len, 0),
            Work::Gradient(AttentionGradient { attention: p, .. }) => {
                (plan.cost, p.batch * p.q_heads * p.q_len, 0)
            }
            Work::Linear(p) | Work::LinearGradient(LinearGradient { linear: p, .. }) => {
                (plan.cost, p.batch * p.q_heads * p.len, 4 * p.state_elements())
            }
        };
        let matrix = plan.recording.dispatches.iter().any(|d| d.key.needs.coop);
        let unit = if matrix { Unit::Matrix } else { Unit::F32 };
        let least = ceilings.least(unit, cost.flops, cost.bytes);
        let by_memory = least.is_some() && least == ceilings.least(Unit::Copy, 0, cost.bytes);
        Ok(Figure {
            seconds: timing.median(),
            host_seconds: timing.host_median(),
            fastest: timing.min(),
            spread: timing.spread(),
            calls: timing.host.len(),
            rounds: vec![timing.median()],
            clock: timing.clock().into(),
            flops: cost.flops,
            bytes: cost.bytes,
            buffer_bytes: plan.buffer_bytes(),
            scratch_bytes: plan.recording.scratch_bytes(),
            seconds_per_token: timing.median() / f64::from(self.len().max(1)),
            state_bytes,
            chunk: chunk(plan),
            unit: if by_memory {
                "copy"
            } else if matrix {
                "matrix"
            } else {
                "f32"
            }
            .into(),
            roofline: least.map(|s| s / timing.median()),
            density: match &self.work {
                Work::Softmax(_, Some(lists)) => Some(lists.density()),
                _ => None,
            },
            rows_checked: [checked.rows_of_all, rows.into()],
        })
    }
}

/// A row, a hash of the output that was checked, and the times of all rounds.
pub(super) struct Measured {
    pub(super) row: Row,
    output: u64,
    timings: Vec<Timing>,
}

impl Measured {
    /// The row with the times of the round in the middle.
    pub(super) fn settled(&self) -> Row {
        let mut row = self.row.clone();
        if let Some(figure) = &mut row.figure {
            figure.settle(&self.timings);
        }
        row
    }
}

/// A call that ran: its times, what it read and what it wrote.
struct Timed {
    prepared: Prepared,
    inputs: Vec<Input>,
    timing: Timing,
    written: Vec<Written>,
}

impl Timed {
    fn digest(&self) -> u64 {
        let mut hasher = std::hash::DefaultHasher::new();
        self.written.iter().for_each(|(_, bytes)| hasher.write(bytes));
        hasher.finish()
    }
}

/// Tokens of a chunk, 1 where a plan has none.
fn chunk(plan: &Plan) -> u32 {
    let consts = plan.recording.dispatches.iter().flat_map(|d| &d.key.consts);
    let sizes = consts.filter_map(|(name, value)| match (*name, value) {
        ("CHUNK", Const::U32(size)) => Some(*size),
        _ => None,
    });
    sizes.max().unwrap_or(1)
}

/// The kernels of a plan in order, each once.
fn kernels(plan: &Plan) -> String {
    let mut names: Vec<&str> = Vec::new();
    for d in &plan.recording.dispatches {
        if !names.contains(&d.key.kernel) {
            names.push(d.key.kernel);
        }
    }
    names.join(" + ")
}

/// A tensor that is read: as bytes, and as the numbers they stand for.
type Input = (Role, Vec<u8>, Vec<f32>);

/// A tensor that was written.
type Written = (Role, Vec<u8>);

/// Buffers of one call.
type Buffers = Vec<(Role, wgpu::Buffer)>;

/// As many sets of buffers as keep inputs out of caches, outputs filled with NaN.
fn buffers(gpu: &Gpu, prepared: &Prepared, inputs: &[Input]) -> Result<Vec<Buffers>> {
    let plan = prepared.plan();
    let bytes: u64 = plan.tensors.iter().map(|(_, bytes, _)| bytes).sum();
    let (processor, graphics, most) = CACHES;
    let cache = if gpu.caps().cpu { processor } else { graphics };
    let count = cache.div_ceil(bytes.max(1)).clamp(1, most);
    let mut sets = Vec::new();
    for _ in 0..count {
        let mut set = Vec::new();
        for &(role, bytes, written) in &plan.tensors {
            let given = inputs.iter().find(|(r, ..)| *r == role).filter(|_| !written);
            // All bits set are a NaN in every float type.
            let data = given.map_or_else(|| vec![0xff; bytes as usize], |(_, data, _)| data.clone());
            set.push((role, gpu.upload(role.name(), bytes, &data)?));
        }
        sets.push(set);
    }
    Ok(sets)
}

fn tensors(set: &Buffers) -> Tensors<'_> {
    set.iter().fold(Tensors::new(), |all, (role, buffer)| all.with(*role, buffer))
}

/// The output of the first set, after every set that was used gave the same bits.
fn outputs(gpu: &Gpu, prepared: &Prepared, sets: &[Buffers], role: Role) -> Result<Vec<u8>> {
    let (_, bytes, _) = prepared
        .plan()
        .tensors
        .iter()
        .find(|(r, ..)| *r == role)
        .ok_or(Error::MissingTensor { tensor: role })?;
    let mut first: Option<Vec<u8>> = None;
    for set in sets {
        let Some((_, o)) = set.iter().find(|(r, _)| *r == role) else { continue };
        let got = gpu.read(o, bytes.next_multiple_of(4))?;
        match &first {
            None => first = Some(got),
            // Few calls may not have come round to the last sets.
            Some(same) if *same == got || got.iter().all(|b| *b == 0xff) => {}
            Some(_) => return Err(Error::Device("two runs of one call gave different bits".into())),
        }
    }
    first.ok_or(Error::MissingTensor { tensor: role })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tensors_are_contiguous_whatever_the_problem_says() {
        let p = LinearAttention::new(1, 2, 8, 4);
        // Without the layout that goes with it, as the builder would set it.
        let bare = LinearAttention { decay: Decay::PerToken, ..p.clone() };
        assert_ne!(bare, p.clone().decay(Decay::PerToken));
        assert_eq!(Case::linear("linear", &bare), Case::linear("linear", &p.decay(Decay::PerToken)));
        let p = Attention::new(1, 2, 8, 4);
        let turned = p.clone().contiguous_bnhd();
        assert_eq!(Case::attention("prefill", &turned, None), Case::attention("prefill", &p, None));
    }
}
