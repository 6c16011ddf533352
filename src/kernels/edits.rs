//! What the kernels of the softmax engine link besides their own text: lengths, masks, score edits,
//! hooks and tiles, with the tensors behind them.

use super::io::{KeyIo, packed};
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Part, View};
use crate::problem::{Attention, DType, Layout, MaskShape, PairFunction, Pattern, Role, ScoreStage};
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Fragment, HookKind};

/// Fragments and bindings of lengths, masks and score edits, and the tensors behind the
/// bindings in order.
pub(crate) struct Edits {
    binds: Vec<(Slot, u64)>,
    /// Numbers of the hooks, which follow the kernel's parameters.
    values: Vec<u8>,
}

impl Edits {
    /// Links everything that happens to a score before it is weighed, for attention and for numbers of
    /// rows that attention takes from scores: both must round alike.
    pub(crate) fn link(p: &Attention, io: &mut KeyIo<'_>) -> Self {
        Self::up_to(ScoreStage::Bias, shader::PAIR_QUERY_SCALED, p, io)
    }

    /// Links it up to a stage, for numbers that a choice may compare: equal products stay equal.
    pub(crate) fn link_scores(p: &Attention, io: &mut KeyIo<'_>, stage: ScoreStage) -> Self {
        Self::up_to(stage, shader::PAIR_SUM_SCALED, p, io)
    }

    /// `dot`: where the scale of products goes.
    fn up_to(stage: ScoreStage, dot: Fragment, p: &Attention, io: &mut KeyIo<'_>) -> Self {
        let (softcap, masks) = (stage >= ScoreStage::Softcap, stage >= ScoreStage::Bias);
        let mut edits = Self { binds: Vec::new(), values: Vec::new() };
        io.key.fragments.extend([shader::SCORE_LIB, shader::GROUP_LIB, shader::ROWS_LIB]);
        edits.lengths(p, io);
        edits.pair(dot, p, io);
        let mut stages = Vec::new();
        if softcap && p.factors.is_some() {
            io.key.fragments.push(shader::SCORE_FACTOR);
            let bytes = 4 * p.factors.map_or(0, MaskShape::elements);
            edits.bind(io, Role::ScoreFactors, "f32", bytes);
            stages.push("score_factor");
        }
        if softcap && p.softcap.is_some() {
            io.key.fragments.push(shader::SOFTCAP);
            stages.push("softcap");
        }
        if masks && p.alibi {
            io.key.fragments.push(shader::ALIBI);
            edits.bind(io, Role::AlibiSlopes, "f32", 4 * u64::from(p.q_heads));
            stages.push("alibi");
        }
        if masks && edits.hook(p, io, HookKind::ScoreMod, shader::HOOK_SCORE) {
            stages.push("hook_score");
        }
        if let (true, Some((dtype, shape))) = (masks, p.bias) {
            edits.bias(io, dtype, shape);
            stages.push("bias_add");
        }
        if let (true, Some(shape)) = (masks, p.mask) {
            io.key.fragments.push(shader::MASK_BOOL);
            edits.bind(io, Role::Mask, "u32", shape.elements());
            stages.push("mask_boolean");
        }
        // Lists of the hook's own ask it in some tiles only.
        let listed = p.blocks.as_ref().is_some_and(|b| b.mask_mod);
        if masks && !listed && edits.hook(p, io, HookKind::MaskMod, shader::HOOK_MASK) {
            stages.push("hook_mask");
        }
        if let (true, Some(pattern)) = (masks, &p.pattern) {
            edits.pattern(p, pattern, io);
            stages.push("mask_pattern");
        }
        io.key.score_stages = Some(stages);
        edits
    }

    /// Links the form of the scores.
    fn pair(&mut self, dot: Fragment, p: &Attention, io: &mut KeyIo<'_>) {
        match p.pair {
            PairFunction::Dot => io.key.fragments.extend([dot, shader::PAIR_DOT]),
            PairFunction::NegDistance => {
                io.key.fragments.extend([shader::PAIR_SCALED, shader::PAIR_DISTANCE]);
            }
            PairFunction::Additive => {
                io.key.fragments.extend([shader::PAIR_SCALED, shader::PAIR_ADDITIVE]);
                let bytes = 4 * u64::from(p.q_heads) * u64::from(p.qk_dim);
                self.bind(io, Role::PairWeights, "f32", bytes);
            }
        }
    }

    /// Links what says which tiles there are: all of a range, or those of a list.
    pub(crate) fn tiles(&mut self, p: &Attention, io: &mut KeyIo<'_>) {
        let Some(blocks) = &p.blocks else {
            let all = if p.pattern.is_some() { shader::TILES_PATTERN } else { shader::TILES_RANGE };
            io.key.fragments.extend([all, shader::MASK_SELECTED_ALL]);
            return;
        };
        let single = blocks.block_kv == 1;
        io.key.fragments.extend([
            shader::TILES_LIST_ROWS,
            if single { shader::TILES_GATHER } else { shader::TILES_LIST },
        ]);
        let [spans, entries, selection] = blocks.bytes(p);
        io.key.bindings.push(Binding {
            name: Role::BlockSpans.name(),
            element: "vec2<u32>",
            access: Access::Read,
        });
        self.binds.push((Slot::Tensor(Role::BlockSpans), spans));
        self.bind(io, Role::BlockEntries, "u32", entries);
        if blocks.mask_mod && self.hook(p, io, HookKind::MaskMod, shader::HOOK_MASK_PARTIAL) {
            io.key.score_stages.get_or_insert_default().push("hook_mask");
        }
        let mut of_tiles = shader::MASK_SELECTED_ALL;
        if blocks.selection_heads.is_some() {
            self.bind(io, Role::Selection, "u32", selection);
            io.key.fragments.push(shader::SELECTION_LIB);
            if single {
                io.key.fragments.push(shader::MASK_SELECTED_KEY);
                io.key.score_stages.get_or_insert_default().push("mask_selected");
            } else {
                of_tiles = shader::MASK_SELECTED;
            }
        }
        io.key.fragments.push(of_tiles);
    }

    /// Links the lengths alone, for kernels that edit no scores.
    pub(crate) fn link_lengths(p: &Attention, io: &mut KeyIo<'_>) -> Self {
        let mut edits = Self { binds: Vec::new(), values: Vec::new() };
        io.key.fragments.extend([shader::SCORE_LIB, shader::GROUP_LIB, shader::ROWS_LIB]);
        edits.lengths(p, io);
        edits
    }

    fn lengths(&mut self, p: &Attention, io: &mut KeyIo<'_>) {
        if p.ragged.is_some() {
            io.key.fragments.push(shader::LENGTHS_RAGGED);
            let bytes = 4 * (u64::from(p.batch) + 1);
            self.bind(io, Role::CuSeqlensQ, "u32", bytes);
            self.bind(io, Role::CuSeqlensKv, "u32", bytes);
        } else if p.kv_lengths {
            io.key.fragments.push(shader::LENGTHS_KV);
            self.bind(io, Role::KvLengths, "u32", 4 * u64::from(p.batch));
        } else {
            io.key.fragments.push(shader::LENGTHS_FIXED);
        }
    }

    fn pattern(&mut self, p: &Attention, pattern: &Pattern, io: &mut KeyIo<'_>) {
        io.key.fragments.extend(shader::pattern_fragments(pattern));
        io.key.fragments.push(shader::MASK_PATTERN);
        io.key.pattern = Some(pattern.clone());
        for (role, bytes) in p.pattern_bytes() {
            let element = if role == Role::HeadWindows { "vec2<u32>" } else { "u32" };
            self.bind(io, role, element, bytes);
        }
    }

    /// Links a hook and the fragment that calls it, if the problem has one.
    pub(crate) fn hook(
        &mut self,
        p: &Attention,
        io: &mut KeyIo<'_>,
        kind: HookKind,
        caller: Fragment,
    ) -> bool {
        if let Some(hook) = p.hook_of(kind) {
            io.key.fragments.push(caller);
            self.binds.extend(io.hook(hook));
            self.values.extend(hook.values());
        }
        p.hook_of(kind).is_some()
    }

    fn bias(&mut self, io: &mut KeyIo<'_>, dtype: DType, shape: MaskShape) {
        let words = packed(dtype, io.caps);
        io.key.fragments.push(if words { shader::BIAS_WORDS } else { shader::BIAS_SCALAR });
        let element = match (words, dtype) {
            (true, DType::Bf16) => {
                io.key.fragments.push(shader::BIAS_BF16);
                "u32"
            }
            (true, _) => {
                io.key.fragments.push(shader::BIAS_F16);
                "u32"
            }
            (false, DType::F16) => {
                io.key.needs.f16 = true;
                "f16"
            }
            (false, _) => "f32",
        };
        self.bind(io, Role::Bias, element, shape.elements() * dtype.bytes());
    }

    /// The sink's logit; a kernel that normalises needs one or the other.
    pub(crate) fn sink(&mut self, p: &Attention, io: &mut KeyIo<'_>) {
        if p.denominator.is_some_and(|x| x > 0.0) {
            io.key.fragments.push(shader::SINK_CONSTANT);
        } else if p.sinks {
            io.key.fragments.push(shader::SINK_LOGIT);
            self.bind(io, Role::Sinks, "f32", 4 * u64::from(p.q_heads));
        } else {
            io.key.fragments.push(shader::SINK_NONE);
        }
    }

    /// Links what happens to a row as it is written.
    pub(crate) fn output(&mut self, p: &Attention, io: &mut KeyIo<'_>, last: bool) {
        if let Some(shape) = p.row_weights {
            io.key.fragments.push(shader::ROWS_WEIGHTED);
            self.bind(io, Role::RowWeights, "f32", 4 * shape.elements());
        } else {
            io.key.fragments.push(shader::ROWS_ALL);
        }
        if !last || !self.hook(p, io, HookKind::OutMod, shader::OUTPUT_HOOK) {
            io.key.fragments.push(shader::OUTPUT_PLAIN);
        }
    }

    /// The parameters of a dispatch: the kernel's, then the numbers of the hooks.
    pub(crate) fn params(&self, own: &impl bytemuck::Pod) -> Vec<u8> {
        [bytemuck::bytes_of(own), &self.values].concat()
    }

    /// Binds what a caller has put into the key.
    pub(crate) fn add(&mut self, slot: Slot, bytes: u64) {
        self.binds.push((slot, bytes));
    }

    /// Binds a table that is read.
    pub(crate) fn bind(&mut self, io: &mut KeyIo<'_>, role: Role, element: &'static str, bytes: u64) {
        io.key.bindings.push(Binding { name: role.name(), element, access: Access::Read });
        self.binds.push((Slot::Tensor(role), bytes));
    }

    /// The ranges behind the bindings: tables whole, masks by part.
    pub(crate) fn binds(&self, p: &Attention, part: Part, caps: &DeviceCaps) -> Result<Vec<Bind>> {
        let views = mask_views(p);
        self.binds
            .iter()
            .map(|&(slot, bytes)| {
                if let Some(view) = views.iter().find(|v| v.slot == slot) {
                    return Ok(view.bind(part, caps).0);
                }
                let size = bytes.next_multiple_of(4);
                if size > caps.max_binding {
                    return Err(Error::Limit {
                        what: format!("{slot:?}, bytes in one binding"),
                        needed: size,
                        limit: caps.max_binding,
                    });
                }
                Ok(Bind { slot, offset: 0, size })
            })
            .collect()
    }
}

/// Boolean and additive masks as views that a part can be cut from.
pub(crate) fn mask_views(p: &Attention) -> Vec<View> {
    let view = |role, shape: MaskShape, element_bytes| {
        let [b, h, q, k] = shape.0;
        View {
            role,
            slot: Slot::Tensor(role),
            layout: Layout::bhnd(h, q, k),
            shape: [b, h, q, k],
            element_bytes,
            heads_per_head: p.group(),
            to_last_copy: 0,
        }
    };
    let mask = p.mask.map(|shape| view(Role::Mask, shape, 1));
    let bias = p.bias.map(|(dtype, shape)| view(Role::Bias, shape, dtype.bytes()));
    mask.into_iter().chain(bias).collect()
}
