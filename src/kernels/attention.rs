//! Planning of [`Attention`]: which kernels, in which order; and what they share.

pub(crate) use super::edits::{Edits, mask_views};
use super::{Merge, StridedCopy, flash, naive, scores, weights};
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Cost, Part, Plan, Policy, Problem, View, parts, shorter};
use crate::problem::{Alignment, Attention, BlockList, DType, Layout, Role, ScoreStage};
use crate::record::{Bind, Recording, Slot};
use crate::shader::{HookKind, params};

params! {
    /// Parameters of every kernel of the softmax engine.
    AttentionParams {
        groups: u32, grid_x: u32, splits: u32, q_tiles: u32,
        batch_base: u32, head_base: u32, packs: u32, pack: u32, group: u32,
        q_heads: u32, q_len: u32, kv_len: u32, total_q: u32,
        total_kv: u32, rows: u32, cells: u32, score_rows: u32,
        q_offset: u32, q_batch: u32, q_head: u32, q_row: u32,
        k_offset: u32, k_batch: u32, k_head: u32, k_row: u32,
        v_offset: u32, v_batch: u32, v_head: u32, v_row: u32,
        o_offset: u32, o_batch: u32, o_head: u32, o_row: u32,
        o_split: u32, lse_split: u32, lse_batch: u32, lse_head: u32,
        mask_offset: u32, mask_batch: u32, mask_head: u32, mask_row: u32,
        mask_key: u32, mask_kv_len: u32, bias_offset: u32, bias_batch: u32,
        bias_head: u32, bias_row: u32, bias_key: u32, bias_kv_len: u32,
        block_q: u32, block_kv: u32, kv_blocks: u32, block_entries: u32,
        list_batch: u32, list_group: u32, list_head: u32,
        select_batch: u32, select_group: u32, select_words: u32,
        label_q_batch: u32, label_q_head: u32, label_kv_batch: u32, label_kv_head: u32,
        align_to_end: u32, align_offset: i32, window_left: i32, window_right: i32,
        scale: f32, softcap: f32, neg_inf: f32, sink: f32,
        factor_batch: u32, factor_head: u32, factor_row: u32, factor_key: u32,
        weight_batch: u32, weight_head: u32, weight_row: u32,
        grad_offset: u32, grad_batch: u32, grad_head: u32, grad_row: u32,
        none: u32, weight_bias: f32, gain: f32, shift: f32, epsilon: f32,
    }
}

impl Problem for Attention {
    fn class(&self) -> Option<String> {
        if self.blocks.is_some() || self.ragged.is_some() || self.kv_lengths || self.past_len.is_some() {
            return None;
        }
        let up = |n: u32| n.checked_next_power_of_two().unwrap_or(u32::MAX);
        let [batch, q_len, kv_len] = [self.batch, self.q_len, self.kv_len].map(up);
        let vis = &self.visibility;
        Some(format!(
            "attention {batch} {}/{} {q_len}x{kv_len} {}/{} {} to {} causal {} window {:?} {:?} pattern {} {:?} hooks {}",
            self.q_heads,
            self.kv_heads,
            self.qk_dim,
            self.v_dim,
            self.dtype,
            self.out_dtype,
            vis.causal,
            vis.window_left.map(up),
            vis.window_right.map(up),
            self.pattern.is_some(),
            self.pair,
            self.hooks.len(),
        ))
    }

    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        self.plan_as(None, caps, policy)
    }
}

/// Attention to some of all keys. Beside the tensors of [`Attention`] it writes [`Role::PartialLse`] f32
/// `[batch, q_heads, q_len, 2]`: log-sum-exps as [`Lse::parts`].
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SomeKeys(pub(crate) Attention);

impl Problem for SomeKeys {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        self.0.plan_as(Some(Slot::Tensor(Role::PartialLse)), caps, policy)
    }
}

impl Attention {
    /// The plan, with log-sum-exps in two numbers too where they have a place.
    pub(crate) fn plan_as(&self, parts: Option<Slot>, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let mut tensors = self.tensors()?;
        if parts.is_some() && !self.has_denominator() {
            return Err(Error::unsupported(
                format!("parts of keys whose weights are normalised by {:?}", self.normaliser),
                "they have no denominators to merge by",
            ));
        }
        if let Some(Slot::Tensor(role)) = parts {
            tensors.push((role, 8 * flash::rows(self), true));
        }
        let mut plan = Plan::of(tensors, Cost::attention(self, 0).flops);
        // Present keys and values are outputs even where no query asks for them.
        if let Some(past_len) = self.past_len {
            return self.plan_with_past(past_len, parts, (caps, policy), plan);
        }
        if self.q_len == 0 || self.batch == 0 {
            plan.take("none", format!("nothing to compute: batch {}, q_len {}", self.batch, self.q_len));
            return Ok(plan);
        }
        if let Some(listed) = self.plan_masked(parts, caps, policy)? {
            return Ok(listed);
        }
        let forced = policy.kernel.as_deref();
        // Weights are computed again from the log-sum-exp, whether the caller wants that or not.
        let weights = self.scores.is_some_and(|s| s.stage >= ScoreStage::Weights);
        let modified = self.hook_of(HookKind::ProbMod).is_some();
        let lse = Lse {
            whole: self.lse.then_some(Slot::Tensor(Role::Lse)),
            parts: parts
                .or_else(|| (weights || modified).then(|| plan.recording.scratch(8 * flash::rows(self)))),
        };
        match forced {
            None | Some("flash" | "flash_rows" | "flash_matrix") => {
                flash::plan(self, lse, caps, policy, &mut plan)?
            }
            Some("naive") if modified => {
                return Err(Error::unsupported("prob_mod in the naive kernel", "flash has it"));
            }
            Some("naive") if self.row_weights.is_some() || self.hook_of(HookKind::OutMod).is_some() => {
                return Err(Error::unsupported(
                    "row_weights and out_mod in the naive kernel",
                    "flash has them",
                ));
            }
            Some("naive") if !self.is_softmax() => {
                return Err(Error::unsupported(
                    "weights other than a softmax in the naive kernel",
                    "flash has them",
                ));
            }
            Some("naive") if self.blocks.is_some() => {
                return Err(Error::unsupported("kernel naive with block lists", "it visits every pair"));
            }
            Some("naive") => naive::plan(self, lse, caps, &mut plan)?,
            Some(other) => {
                return Err(Error::unsupported(
                    format!("kernel {other} for attention"),
                    "the kernels are flash, flash_rows, flash_matrix and naive",
                ));
            }
        }
        if let Some(wanted) = self.scores {
            scores::record(self, wanted, Slot::Tensor(Role::Scores), lse.parts, caps, &mut plan)?;
        }
        Ok(plan)
    }

    /// Joins past and new tokens into the present ones, then attends to those.
    fn plan_with_past(
        &self,
        past_len: u32,
        parts: Option<Slot>,
        (caps, policy): (&DeviceCaps, &Policy),
        mut plan: Plan,
    ) -> Result<Plan> {
        self.join(past_len, caps, &mut plan)?;
        let inner = self.joined().plan_as(parts, caps, policy)?;
        plan.cost.flops = 0;
        plan.append(inner, &PRESENT);
        Ok(plan)
    }

    /// Adds the copies of past and new tokens to the present ones.
    pub(crate) fn join(&self, past_len: u32, caps: &DeviceCaps, plan: &mut Plan) -> Result<()> {
        let joins = [
            (self.qk_dim, self.k_layout, Role::PastK, Role::K, Role::PresentK),
            (self.v_dim, self.v_layout, Role::PastV, Role::V, Role::PresentV),
        ];
        for (dim, layout, past, new, present) in joins {
            let whole = Layout::bhnd(self.kv_heads, self.kv_len, dim);
            let copy = |len, input_layout, output_layout| StridedCopy {
                batch: self.batch,
                heads: self.kv_heads,
                len,
                dim,
                dtype: self.dtype,
                input_layout,
                output_layout,
            };
            let [past, new, present] = [past, new, present].map(Slot::Tensor);
            let old = copy(past_len, Layout::bhnd(self.kv_heads, past_len, dim), whole);
            old.record(past, present, caps, plan)?;
            let at = u64::from(past_len) * u64::from(dim);
            copy(self.kv_len - past_len, layout, whole.at(at)).record(new, present, caps, plan)?;
        }
        Ok(())
    }

    /// The attention to past and new tokens in one piece, which lies at [`PRESENT`].
    pub(crate) fn joined(&self) -> Self {
        Self {
            past_len: None,
            k_layout: Layout::bhnd(self.kv_heads, self.kv_len, self.qk_dim),
            v_layout: Layout::bhnd(self.kv_heads, self.kv_len, self.v_dim),
            ..self.clone()
        }
    }
}

/// Where keys and values are once past and new tokens are joined.
pub(crate) const PRESENT: [(Role, Slot); 2] =
    [(Role::K, Slot::Tensor(Role::PresentK)), (Role::V, Slot::Tensor(Role::PresentV))];

/// A step of the lse tensor: `[storage_batch, q_heads, storage_len]`.
pub(crate) fn lse_layout(p: &Attention) -> Layout {
    Layout::bhnd(p.q_heads, p.storage_lens().0, 1)
}

/// Where the log-sum-exps of rows go.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Lse {
    /// A number a row, for the caller.
    pub(crate) whole: Option<Slot>,
    /// Two numbers a row, largest score and log of the sum relative to it, for a later pass: beside scores of
    /// a million, which large negative masks make, their sum has lost how many keys there are.
    pub(crate) parts: Option<Slot>,
}

impl Lse {
    /// What is written, of `rows` rows.
    pub(crate) fn binds(self, rows: u64) -> impl Iterator<Item = Bind> {
        let bind = |slot, size| Bind { slot, offset: 0, size };
        let whole = self.whole.map(|slot| bind(slot, 4 * rows));
        whole.into_iter().chain(self.parts.map(|slot| bind(slot, 8 * rows)))
    }
}

/// Where the outputs of a kernel go: the caller's tensors or partial results.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Outputs {
    pub(crate) o: (Slot, Layout, DType),
    pub(crate) lse: Lse,
    /// Elements between partial results of `o` and of `lse`.
    pub(crate) split: [u64; 2],
    /// Partial results; 1 for none.
    pub(crate) splits: u32,
}

impl Outputs {
    /// Straight to the caller.
    pub(crate) fn direct(p: &Attention, lse: Lse) -> Self {
        Self { o: (Slot::Tensor(Role::O), p.o_layout, p.out_dtype), lse, split: [0, 0], splits: 1 }
    }

    /// Into `splits` partial results, with the merge that follows.
    pub(crate) fn partial(
        p: &Attention,
        splits: u32,
        wants_lse: bool,
        recording: &mut Recording,
    ) -> (Self, Merge, [Slot; 2]) {
        let [b, h, n, d] = p.shape(Role::O);
        let rows = flash::rows(p);
        let o = recording.scratch(4 * u64::from(splits) * rows * u64::from(d));
        let lse = recording.scratch(8 * u64::from(splits) * rows);
        let merge = Merge {
            parts: splits,
            batch: b,
            heads: h,
            len: n,
            dim: d,
            dtype: p.out_dtype,
            layout: p.o_layout,
            lse: wants_lse,
        };
        let outputs = Self {
            o: (o, Layout::bhnd(h, n, d), DType::F32),
            lse: Lse { whole: None, parts: Some(lse) },
            split: [rows * u64::from(d), rows],
            splits,
        };
        (outputs, merge, [o, lse])
    }

    /// Elements of `o` from the first partial result to the last.
    fn last_copy(&self) -> u64 {
        self.split[0] * u64::from(self.splits.saturating_sub(1))
    }
}

/// The views of queries, keys, values and output.
pub(crate) fn tensor_views(p: &Attention, outputs: &Outputs) -> [View; 4] {
    let view = |role, slot, layout, element_bytes, heads_per_head| View {
        role,
        slot,
        layout,
        shape: p.shape(role),
        element_bytes,
        heads_per_head,
        to_last_copy: 0,
    };
    let (bytes, group) = (p.dtype.bytes(), p.group());
    let (o_slot, o_layout, o_dtype) = outputs.o;
    [
        view(Role::Q, Slot::Tensor(Role::Q), p.q_layout, bytes, group),
        view(Role::K, Slot::Tensor(Role::K), p.k_layout, bytes, 1),
        view(Role::V, Slot::Tensor(Role::V), p.v_layout, bytes, 1),
        View { to_last_copy: outputs.last_copy(), ..view(Role::O, o_slot, o_layout, o_dtype.bytes(), group) },
    ]
}

/// Parts of a call of so many FLOPs whose tensors and masks each fit a binding and whose dispatches are not
/// too long, as far as a head is not. Packed sequences stay together: they are one entry of the tensors, and
/// all entries of their masks.
pub(crate) fn cuts(p: &Attention, views: &[View], flops: u64, caps: &DeviceCaps) -> Result<Vec<Part>> {
    let heads = u64::from(p.batch) * u64::from(p.kv_heads);
    let most = caps.longest_dispatch() / (flops / heads.max(1)).max(1);
    Ok(shorter(fitting(p, views, caps)?, most, p.ragged.is_some()))
}

/// Those that fit.
fn fitting(p: &Attention, views: &[View], caps: &DeviceCaps) -> Result<Vec<Part>> {
    let all = views.iter().copied().chain(mask_views(p));
    if p.ragged.is_none() {
        return parts(&all.collect::<Vec<_>>(), p.batch, p.kv_heads, caps);
    }
    let whole = all.map(|view| View {
        shape: [view.shape[0].min(1), view.shape[1], view.shape[2], view.shape[3]],
        to_last_copy: view.to_last_copy + u64::from(view.shape[0].saturating_sub(1)) * view.layout.strides[0],
        ..view
    });
    let cuts = parts(&whole.collect::<Vec<_>>(), 1, p.kv_heads, caps)?;
    Ok(cuts.into_iter().map(|part| Part { batch: (0, p.batch), ..part }).collect())
}

/// Offset and steps of a view as a shader sees them.
pub(crate) fn steps(p: &Attention, view: &View, part: Part, caps: &DeviceCaps) -> [u32; 4] {
    let before = view.bind(part, caps).1;
    // Strides and offsets were checked to fit 32 bits; ragged entries share one batch.
    let [b, h, n] = view.layout.strides.map(|s| s as u32);
    let batch = if p.ragged.is_some() { 0 } else { b };
    [view.relative_offset(before), batch, h, n]
}

/// Parameters that follow from the problem and the part alone.
pub(crate) fn base_params(
    p: &Attention,
    outputs: &Outputs,
    part: Part,
    caps: &DeviceCaps,
) -> AttentionParams {
    let [q, k, v, o] = tensor_views(p, outputs).map(|view| steps(p, &view, part, caps));
    let [lse_batch, lse_head, _] = lse_layout(p).strides.map(|s| s as u32);
    let (total_q, total_kv) = p.storage_lens();
    let window = |w: Option<u32>| w.map_or(-1, |n| n as i32);
    let vis = p.visibility;
    let mut params = AttentionParams {
        splits: 1,
        batch_base: part.batch.0,
        head_base: part.heads.0 * p.group(),
        packs: (part.heads.1 - part.heads.0) * p.group() / p.pack(),
        pack: p.pack(),
        group: p.group(),
        q_heads: p.q_heads,
        q_len: p.q_len,
        kv_len: p.kv_len,
        total_q,
        total_kv,
        q_offset: q[0],
        q_batch: q[1],
        q_head: q[2],
        q_row: q[3],
        k_offset: k[0],
        k_batch: k[1],
        k_head: k[2],
        k_row: k[3],
        v_offset: v[0],
        v_batch: v[1],
        v_head: v[2],
        v_row: v[3],
        o_offset: o[0],
        o_batch: o[1],
        o_head: o[2],
        o_row: o[3],
        o_split: outputs.split[0] as u32,
        lse_split: outputs.split[1] as u32,
        lse_batch: if p.ragged.is_some() { 0 } else { lse_batch },
        lse_head,
        align_to_end: u32::from(vis.alignment == Alignment::BottomRight),
        align_offset: if let Alignment::Offset(n) = vis.alignment { n } else { 0 },
        window_left: window(vis.window_left),
        window_right: window(vis.right()),
        scale: p.effective_scale(),
        softcap: p.softcap.unwrap_or(0.0),
        neg_inf: f32::NEG_INFINITY,
        ..Default::default()
    };
    weights::set_params(p, &mut params);
    if let Some(shape) = p.factors {
        [params.factor_batch, params.factor_head, params.factor_row, params.factor_key] = shape.strides();
    }
    if let Some(shape) = p.row_weights {
        [params.weight_batch, params.weight_head, params.weight_row, _] = shape.strides();
    }
    if let Some(blocks) = &p.blocks {
        block_params(p, blocks, &mut params);
    }
    if let Some(heads) = p.label_heads() {
        // Checked to fit 32 bits; a ragged batch is one entry.
        let batch = |len: u32| if p.ragged.is_some() { 0 } else { heads * len };
        [params.label_q_batch, params.label_q_head] = [batch(p.label_lens().0), p.label_lens().0];
        [params.label_kv_batch, params.label_kv_head] = [batch(p.label_lens().1), p.label_lens().1];
    }
    let masks = mask_views(p);
    let offset = |role| {
        let view = masks.iter().find(|v| v.role == role);
        view.map_or(0, |v| v.relative_offset(v.bind(part, caps).1))
    };
    if let Some(shape) = p.mask {
        params.mask_offset = offset(Role::Mask);
        [params.mask_batch, params.mask_head, params.mask_row, params.mask_key] = shape.strides();
        params.mask_kv_len = shape.kv_len(p.kv_len);
    }
    if let Some((_, shape)) = p.bias {
        params.bias_offset = offset(Role::Bias);
        [params.bias_batch, params.bias_head, params.bias_row, params.bias_key] = shape.strides();
        params.bias_kv_len = shape.kv_len(p.kv_len);
    }
    params
}

/// Where the kernel finds the list of a query block and the selection of a query.
fn block_params(p: &Attention, blocks: &BlockList, params: &mut AttentionParams) {
    // Cells and selection rows were checked to fit 32 bits.
    let q_blocks = p.q_len.div_ceil(blocks.block_q);
    // A block may be longer than all queries.
    params.block_q = blocks.block_q.min(p.q_len);
    params.block_kv = blocks.block_kv;
    params.kv_blocks = p.kv_len.div_ceil(blocks.block_kv);
    params.block_entries = blocks.entries;
    params.list_batch = if blocks.batch == 1 { 0 } else { blocks.heads * q_blocks };
    params.list_group = p.q_heads / blocks.heads;
    params.list_head = q_blocks;
    if let Some(heads) = blocks.selection_heads {
        params.select_batch = heads * p.q_len;
        params.select_group = p.q_heads / heads;
        params.select_words = params.kv_blocks.div_ceil(32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn present_tensors_are_written_even_without_queries() {
        let p = Attention { q_len: 0, ..Attention::new(1, 2, 5, 4) }.past(3);
        let plan = p.plan(&DeviceCaps::webgpu_minimum(), &Policy::default()).unwrap();
        let kernels: Vec<_> = plan.recording.dispatches.iter().map(|d| d.key.kernel).collect();
        assert_eq!(kernels, ["copy"; 4]);
    }

    #[test]
    fn a_split_binds_all_its_partial_results() {
        let p = Attention::new(1, 2, 1, 8).kv_len(1000);
        let policy = Policy { splits: Some(4), ..Policy::default() };
        let plan = p.plan(&DeviceCaps::webgpu_minimum(), &policy).unwrap();
        let flash = &plan.recording.dispatches[0];
        let o = flash.key.bindings.iter().position(|b| b.name == "o").unwrap();
        assert_eq!(flash.binds[o].size, 4 * 2 * 8 * 4);
    }

    #[test]
    fn an_empty_cache_of_many_heads_is_counted_without_overflow() {
        let p = Attention { batch: 1 << 20, q_len: 0, ..Attention::new(1, 1 << 16, 0, 8) }.past(0);
        assert!(p.tensors().unwrap().iter().all(|(_, bytes, _)| *bytes == 0));
    }
}
