//! Gradients of softmax attention.

mod bias;
mod tile;

use super::LINEAR_WORKGROUP;
use super::attention::{
    AttentionParams, Edits, Lse, Outputs, PRESENT, base_params, cuts, mask_views, steps, tensor_views,
};
use super::io::{self, KeyIo};
use super::{flash, scores};
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Cost, Part, Plan, Policy, Problem, View, grid, parts};
use crate::problem::{Attention, DType, PairFunction, Role};
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const, Fragment, HookKind, ShaderKey};
use tile::{SQUARE, Tile};

/// Gradients of a loss by queries, keys and values of softmax attention, from the gradient by its output:
/// with weights `p_ij = exp(s_ij - lse_i)`, `dv_j = sum_i p_ij do_i`, `dp_ij = do_i . v_j`, `ds_ij = p_ij
/// (dp_ij - do_i . o_i) slope_ij`, `dq_i = scale sum_j ds_ij k_j`, `dk_j = scale sum_i ds_ij q_i` (Dao et
/// al., FlashAttention, 2022, appendix B.2), where the slope is the derivative of the score's edits: its
/// factor, the soft cap's and a `score_mod`'s. Scores are computed again; no buffer holds every pair, and no
/// sum depends on the order of workgroups.
///
/// | tensor | type | shape |
/// |---|---|---|
/// | [`Role::Q`], [`Role::K`], [`Role::V`], masks, lists and all else that the attention reads | as there | as there |
/// | [`Role::GradO`] | `out_dtype` | as [`Role::O`], at its view |
/// | [`Role::O`], [`Role::Lse`] | as there | read; with `forward` written, the second if the attention asks for it |
/// | [`Role::GradQ`], [`Role::GradK`], [`Role::GradV`] | `grad_dtype` | as [`Role::Q`], [`Role::K`], [`Role::V`], at their views |
/// | [`Role::GradSinks`] | f32 | `[q_heads]`, if `grad_sinks` |
/// | [`Role::GradBias`] | f32 | as [`Role::Bias`], if `grad_bias` |
///
/// With past tokens the gradients by keys and values are of past and new ones together, as [`Role::PresentK`]
/// and [`Role::PresentV`] are. Scores that are an output ask for `forward`; the loss is of the output alone.
///
/// Keys of several query heads get the sum over these. Rows without a visible key, hidden keys and padding
/// have gradients of 0; places that no sequence of a ragged batch has are not written. A sink, whose weight
/// has no value, gets `-sum_i exp(sink - lse_i) do_i . o_i` of its head, an additive mask the sum of `p_ij
/// (dp_ij - do_i . o_i)` over the pairs that share an element. Slopes, factors and inputs of hooks take part,
/// and get no gradient of their own.
///
/// A `score_mod` must come with its derivative ([`HookKind::ScoreMod`]).
///
/// An output of 16 bits is read as it was rounded, which gradients by queries and keys feel as an error of
/// its last place in every `do_i . o_i`; `out_dtype` f32 has none.
///
/// A log-sum-exp that is read is one f32: rows whose scores are all of a size of `x` have weights that are
/// off by a factor of up to `exp(6e-8 x)`: rows all of whose keys a mask has "hidden" by a large finite number,
/// as padding often is, have wrong gradients (of -1e9 and below every weight is 1). `forward` has no such bound,
/// and a mask of -inf hides.
///
/// Gradients by queries, keys and values that are parts of one packed tensor, by their views, may lie in one
/// buffer likewise.
///
/// Lists must name a block once. Six storage buffers are bound before masks, lengths, slopes and lists take
/// theirs; what passes the device's number (8 in WebGPU's minimum) is an error. Packed batches take two for
/// their ends, so that 8 leave none for a mask: padded ones take one for their lengths.
///
/// ```
/// use wgpu_attention::{Attention, AttentionGradient};
/// let attention = Attention::new(1, 8, 1024, 64).causal().kv_heads(2);
/// AttentionGradient::new(attention).validate()?;
/// # Ok::<(), wgpu_attention::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct AttentionGradient {
    /// The attention.
    pub attention: Attention,
    /// Computes the output in the same plan, instead of reading what an earlier call gave.
    pub forward: bool,
    /// Element type of the gradients: f32 or the attention's `dtype`.
    pub grad_dtype: DType,
    /// Whether gradients by queries, keys and values are wanted.
    pub wanted: [bool; 3],
    /// Whether gradients by the sinks' logits are wanted.
    pub grad_sinks: bool,
    /// Whether gradients by the additive mask are wanted, which most programs never change.
    pub grad_bias: bool,
}

/// A gradient: by what, and where it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Queries,
    Keys,
    Values,
    Bias,
}

impl By {
    const ALL: [Self; 4] = [Self::Queries, Self::Keys, Self::Values, Self::Bias];

    /// The tensor, and its gradient.
    fn roles(self) -> (Role, Role) {
        match self {
            Self::Queries => (Role::Q, Role::GradQ),
            Self::Keys => (Role::K, Role::GradK),
            Self::Values => (Role::V, Role::GradV),
            Self::Bias => (Role::Bias, Role::GradBias),
        }
    }

    /// What it alone costs.
    fn flops(self, p: &Attention) -> u64 {
        let wanted = [Self::Queries, Self::Keys, Self::Values].map(|by| by == self);
        Cost::gradient(p, wanted, self == Self::Bias, 0).flops
    }

    fn fragment(self) -> Fragment {
        match self {
            Self::Queries | Self::Bias => shader::GRADIENT_QUERIES,
            Self::Keys => shader::GRADIENT_KEYS,
            Self::Values => shader::GRADIENT_VALUES,
        }
    }
}

/// The shader of a gradient, what it reads and writes, and what is known of its rows.
struct Linked {
    key: ShaderKey,
    views: Vec<View>,
    edits: Edits,
    stats: Bind,
}

impl Linked {
    /// Adds a dispatch of so many workgroups over a part.
    fn dispatch(
        &self,
        p: &Attention,
        key: ShaderKey,
        (groups, params): (u64, AttentionParams),
        part: Part,
        caps: &DeviceCaps,
        plan: &mut Plan,
    ) -> Result<()> {
        let grid = grid(groups, caps)?;
        // At most u32::MAX, or `grid` had refused.
        let params = AttentionParams { groups: groups as u32, grid_x: grid[0], ..params };
        let mut binds: Vec<Bind> = self.views.iter().map(|v| v.bind(part, caps).0).collect();
        binds.push(self.stats);
        binds.extend(self.edits.binds(p, part, caps)?);
        plan.dispatch_bytes(key, self.edits.params(&params), binds, grid, caps)
    }
}

impl AttentionGradient {
    /// Gradients by queries, keys, values and sinks, in f32, from an earlier call's output and log-sum-exps.
    pub fn new(attention: Attention) -> Self {
        let grad_sinks = attention.sinks;
        Self {
            attention,
            forward: false,
            grad_dtype: DType::F32,
            wanted: [true; 3],
            grad_sinks,
            grad_bias: false,
        }
    }

    /// Gradients by the additive mask too.
    pub fn with_grad_bias(mut self) -> Self {
        self.grad_bias = true;
        self
    }

    /// Sets the element type of the gradients by queries, keys and values.
    pub fn grad_dtype(mut self, dtype: DType) -> Self {
        self.grad_dtype = dtype;
        self
    }

    /// Computes the output in the same plan.
    pub fn with_forward(mut self) -> Self {
        self.forward = true;
        self
    }

    /// Checks the description; the planner calls this first.
    ///
    /// # Errors
    /// As [`Attention::validate`]; [`Error::Unsupported`] for what has no gradient here: weights other than a
    /// softmax, scores other than products, weights of rows, scores as an output without `forward`, hooks but
    /// a `mask_mod` and a `score_mod` that has its derivative, gradients of another type than f32 or the
    /// inputs'; [`Error::Contradiction`] for gradients by sinks or a mask that there are not, and for inputs
    /// whose view repeats elements, which no gradient can be written through.
    pub fn validate(&self) -> Result<()> {
        let p = &self.attention;
        p.validate()?;
        if ![DType::F32, p.dtype].contains(&self.grad_dtype) {
            let what = format!("{} gradients of {} inputs", self.grad_dtype, p.dtype);
            return Err(Error::unsupported(what, "they are f32 or of the inputs' type"));
        }
        for (wanted, there, what, why) in [
            (self.grad_sinks, p.sinks, "grad_sinks", "the attention has no sinks"),
            (self.grad_bias, p.bias.is_some(), "grad_bias", "the attention has no additive mask"),
        ] {
            if wanted && !there {
                return Err(Error::Contradiction { what, why: why.into() });
            }
        }
        let hooked = |kind| p.hook_of(kind).is_some();
        for (on, what) in [
            (!p.is_softmax(), "weights other than a softmax"),
            (p.pair != PairFunction::Dot, "scores other than products"),
            (p.row_weights.is_some(), "weights of rows"),
            (
                p.hook_of(HookKind::ScoreMod).is_some_and(|hook| !hook.has_slope()),
                "a score_mod that has no score_mod_slope",
            ),
            (hooked(HookKind::ProbMod), "a prob_mod"),
            (hooked(HookKind::OutMod), "an out_mod"),
        ] {
            if on {
                let why = "its derivative is not known here";
                return Err(Error::unsupported(format!("gradients of attention with {what}"), why));
            }
        }
        let joined = self.joined();
        if p.scores.is_some() && !self.forward {
            let what = "gradients of attention with scores as an output";
            return Err(Error::unsupported(what, "they come with the output: ask for `forward`"));
        }
        for by in By::ALL.into_iter().filter(|&by| self.wants(by)) {
            let to = joined.as_ref().unwrap_or(self).gradient_view(by)?;
            to.layout.check_disjoint(to.role.name(), to.shape)?;
        }
        Ok(())
    }

    /// The gradients once past tokens, if there are any, are joined to the new ones.
    fn joined(&self) -> Option<Self> {
        self.attention.past_len.map(|_| Self { attention: self.attention.joined(), ..self.clone() })
    }

    /// Where a gradient goes: as its tensor lies.
    fn gradient_view(&self, by: By) -> Result<View> {
        let p = &self.attention;
        let (role, grad) = by.roles();
        let own = self.views().into_iter().chain(mask_views(p)).find(|view| view.role == role);
        let own = own.ok_or(Error::UnusedTensor { tensor: role })?;
        Ok(View { role: grad, slot: Slot::Tensor(grad), element_bytes: self.dtype_of(by).bytes(), ..own })
    }

    fn dtype_of(&self, by: By) -> DType {
        if by == By::Bias { DType::F32 } else { self.grad_dtype }
    }

    /// Queries, keys, values and output.
    fn views(&self) -> [View; 4] {
        tensor_views(&self.attention, &Outputs::direct(&self.attention, Lse::default()))
    }

    /// The gradient by the output, which lies as that does.
    fn grad_o(&self) -> View {
        let [.., o] = self.views();
        View { role: Role::GradO, slot: Slot::Tensor(Role::GradO), ..o }
    }

    fn wants(&self, by: By) -> bool {
        let [q, k, v] = self.wanted;
        [q, k, v, self.grad_bias][by as usize]
    }

    /// Every tensor of the call: role, bytes of its view, whether it is written.
    ///
    /// # Errors
    /// As [`AttentionGradient::validate`].
    pub fn tensors(&self) -> Result<Vec<(Role, u64, bool)>> {
        self.validate()?;
        let p = &self.attention;
        let mut all = Attention { lse: p.lse || !self.forward, ..p.clone() }.tensors()?;
        for (role, _, written) in &mut all {
            *written &= self.forward || ![Role::O, Role::Lse].contains(role);
        }
        let bytes = |role| all.iter().find(|(r, ..)| *r == role).map_or(0, |&(_, bytes, _)| bytes);
        let whole = |role| match role {
            Role::K if p.past_len.is_some() => Role::PresentK,
            Role::V if p.past_len.is_some() => Role::PresentV,
            other => other,
        };
        let grad_o = (Role::GradO, bytes(Role::O), false);
        let of = |by: By| {
            let (role, grad) = by.roles();
            let elements = match p.bias {
                Some((_, shape)) if by == By::Bias => shape.elements(),
                _ => bytes(whole(role)) / p.dtype.bytes(),
            };
            (grad, elements * self.dtype_of(by).bytes(), true)
        };
        let written: Vec<_> = By::ALL.into_iter().filter(|&by| self.wants(by)).map(of).collect();
        all.push(grad_o);
        all.extend(written);
        if self.grad_sinks {
            all.push((Role::GradSinks, 4 * u64::from(p.q_heads), true));
        }
        Ok(all)
    }

    /// Adds the pass that finds what every row's weights and their gradients need; where it lies.
    fn stats(&self, two: Option<Slot>, caps: &DeviceCaps, plan: &mut Plan) -> Result<Bind> {
        let p = &self.attention;
        let rows = flash::rows(p);
        if rows > u64::from(u32::MAX) {
            let what = "rows of the output".into();
            return Err(Error::IndexOverflow { what, needed: rows, limit: u32::MAX.into() });
        }
        let stats = Bind { slot: plan.recording.scratch(16 * rows), offset: 0, size: 16 * rows };
        let mut key = io::empty_key("gradient_stats", AttentionParams::WGSL);
        key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP)), ("V_DIM", Const::U32(p.v_dim))];
        let mut io = KeyIo { key: &mut key, caps };
        io.input(p.out_dtype);
        io.loads_grad(p);
        let (element, read, bytes) = match two {
            Some(_) => ("vec2<f32>", shader::MERGE_PARTS, 8 * rows),
            None => ("f32", shader::MERGE_WHOLE, 4 * rows),
        };
        key.bindings.push(Binding { name: Role::PartialLse.name(), element, access: Access::Read });
        key.bindings.push(Binding { name: "row_stats", element: "vec4<f32>", access: Access::ReadWrite });
        key.fragments.extend([shader::GROUP_LIB, read, shader::GRADIENT_STATS]);
        let lse = Bind { slot: two.unwrap_or(Slot::Tensor(Role::Lse)), offset: 0, size: bytes };
        // Rows are those of the buffers, whatever sequences they belong to.
        let ([.., o], grad_o) = (self.views(), self.grad_o());
        for part in parts(&[o, grad_o], p.storage_batch(), p.kv_heads, caps)? {
            let heads = (part.heads.1 - part.heads.0) * p.group();
            // At most `rows`.
            let cells = heads * (part.batch.1 - part.batch.0) * p.storage_lens().0;
            let grid = grid(cells.div_ceil(LINEAR_WORKGROUP).into(), caps)?;
            let params =
                AttentionParams { grid_x: grid[0], cells, packs: heads, ..self.params(&o, part, caps) };
            let binds = vec![o.bind(part, caps).0, grad_o.bind(part, caps).0, lse, stats];
            plan.dispatch(key.clone(), &params, binds, grid, caps)?;
        }
        Ok(stats)
    }

    /// Adds the pass that turns block lists into bits; where they lie.
    fn block_bits(&self, caps: &DeviceCaps, plan: &mut Plan) -> Result<Option<Bind>> {
        let p = &self.attention;
        let Some(list) = &p.blocks else {
            return Ok(None);
        };
        let [spans, entries, _] = list.bytes(p);
        let lists = spans / 8;
        let blocks = p.kv_len.div_ceil(list.block_kv);
        caps.check_rounds("block_bits", u64::from(blocks.div_ceil(16)) + u64::from(list.longest(p)) + 2)?;
        let words = lists.saturating_mul(blocks.div_ceil(16).into());
        if words > u64::from(u32::MAX) {
            let what = "bits of block lists, words".into();
            return Err(Error::IndexOverflow { what, needed: words, limit: u32::MAX.into() });
        }
        let bits = Bind { slot: plan.recording.scratch(4 * words), offset: 0, size: 4 * words };
        if words == 0 {
            return Ok(Some(bits));
        }
        let mut key = io::empty_key("block_bits", AttentionParams::WGSL);
        key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP))];
        for (name, element, access) in [
            (Role::BlockSpans.name(), "vec2<u32>", Access::Read),
            (Role::BlockEntries.name(), "u32", Access::Read),
            ("listed", "u32", Access::ReadWrite),
        ] {
            key.bindings.push(Binding { name, element, access });
        }
        key.fragments.extend([shader::GROUP_LIB, shader::BLOCK_BITS]);
        let grid = grid(lists.div_ceil(LINEAR_WORKGROUP.into()), caps)?;
        // At most as many lists as words.
        let params =
            AttentionParams { grid_x: grid[0], cells: lists as u32, ..self.base(self.whole(), caps) };
        let table = |role, size| Bind { slot: Slot::Tensor(role), offset: 0, size };
        let binds = vec![table(Role::BlockSpans, spans), table(Role::BlockEntries, entries), bits];
        plan.dispatch(key, &params, binds, grid, caps)?;
        Ok(Some(bits))
    }

    /// Parameters of a dispatch that writes `to`, or reads it.
    fn params(&self, to: &View, part: Part, caps: &DeviceCaps) -> AttentionParams {
        let p = &self.attention;
        let [grad_offset, grad_batch, grad_head, grad_row] = steps(p, &self.grad_o(), part, caps);
        let [o_offset, o_batch, o_head, o_row] = steps(p, to, part, caps);
        AttentionParams {
            grad_offset,
            grad_batch,
            grad_head,
            grad_row,
            o_offset,
            o_batch,
            o_head,
            o_row,
            ..self.base(part, caps)
        }
    }

    /// Parameters of a dispatch that neither writes a gradient of the attention's tensors nor reads its
    /// output's.
    fn base(&self, part: Part, caps: &DeviceCaps) -> AttentionParams {
        base_params(&self.attention, &Outputs::direct(&self.attention, Lse::default()), part, caps)
    }

    /// All of the problem, also where it has no batch entries.
    fn whole(&self) -> Part {
        Part { batch: (0, self.attention.batch.max(1)), heads: (0, self.attention.kv_heads) }
    }

    /// What a gradient reads and writes, and its shader.
    fn link(&self, by: By, tile: Tile, stats: Bind, bits: Option<Bind>, caps: &DeviceCaps) -> Result<Linked> {
        let p = &self.attention;
        let [q, k, v, _] = self.views();
        let to = self.gradient_view(by)?;
        let name = if by == By::Bias { "gradient_bias" } else { tile.name() };
        let mut key = io::empty_key(name, AttentionParams::WGSL);
        key.consts = tile.consts(p);
        key.unrolled = match tile {
            Tile::Blocks { .. } => !caps.cpu,
            Tile::Rows { .. } => caps.rolls_loops_over(p.qk_dim.max(p.v_dim).div_ceil(4)),
        };
        let mut io = KeyIo { key: &mut key, caps };
        io.loads_qk(p);
        let mut views = vec![q, k];
        if by != By::Values {
            io.loads_v(p);
            views.push(v);
        }
        io.loads_grad(p);
        views.push(self.grad_o());
        if by == By::Bias {
            io.key.bindings.push(Binding { name: to.role.name(), element: "f32", access: Access::ReadWrite });
        } else {
            io.store(self.dtype_of(by), to.layout, to.shape[3]);
        }
        views.push(to);
        io.key.bindings.push(Binding { name: "row_stats", element: "vec4<f32>", access: Access::Read });
        let mut edits = Edits::link(p, &mut io);
        self.link_pairs(bits, &mut io, &mut edits);
        let staged = io.key.score_stages.as_ref().is_some_and(|stages| !stages.is_empty());
        key.consts.push(("STAGED", Const::Bool(staged)));
        key.consts.push(("RAGGED", Const::Bool(p.ragged.is_some())));
        // A mask is added behind all that has a slope.
        let slopes = [
            (p.factors.is_some(), "score_factor", shader::SLOPE_FACTOR),
            (p.softcap.is_some(), "softcap", shader::SLOPE_SOFTCAP),
            (p.hook_of(HookKind::ScoreMod).is_some(), "hook_score", shader::SLOPE_HOOK_SCORE),
        ];
        let slopes = slopes.into_iter().filter(|&(there, ..)| there && by != By::Bias);
        let (names, fragments): (Vec<_>, Vec<_>) = slopes.map(|(_, name, slope)| (name, slope)).unzip();
        key.score_slopes = Some(names);
        key.fragments.extend(fragments);
        key.fragments.extend([shader::GRADIENT_LIB, by.fragment()]);
        let lanes = match tile {
            Tile::Blocks { .. } => {
                let sums = if by == By::Bias { shader::GRADIENT_BIAS } else { shader::GRADIENT };
                key.fragments.extend([shader::GRADIENT_TILES, sums]);
                false
            }
            Tile::Rows { lanes, .. } => {
                key.fragments.push(shader::GRADIENT_ROWS);
                lanes
            }
        };
        key.needs.subgroups = lanes;
        let entry = if lanes { shader::ENTRY_SUBGROUP } else { shader::ENTRY_WORKGROUP };
        key.fragments.push(entry);
        Ok(Linked { key, views, edits, stats })
    }

    /// Adds a gradient by queries, keys or values.
    fn pass(&self, by: By, tile: Tile, linked: Linked, caps: &DeviceCaps, plan: &mut Plan) -> Result<()> {
        let p = &self.attention;
        let to = self.gradient_view(by)?;
        let count = if by == By::Queries { p.q_len } else { p.kv_len };
        if count == 0 || p.batch == 0 {
            return Ok(());
        }
        let (others, heads) = if by == By::Queries { (p.kv_len, 1) } else { (p.q_len, p.group()) };
        let tiles = u64::from(heads) * u64::from(others.div_ceil(tile.sizes()[1]));
        caps.check_rounds(tile.name(), tiles * tile.rounds(p, by))?;
        let tiles = count.div_ceil(tile.sizes()[0]);
        for part in cuts(p, &linked.views, by.flops(p), caps)? {
            let heads_of_key = if by == By::Queries { p.group() } else { 1 };
            let packs = (part.heads.1 - part.heads.0) * heads_of_key;
            let groups = u64::from(packs) * u64::from(part.batch.1 - part.batch.0) * u64::from(tiles);
            let params = AttentionParams {
                q_tiles: tiles,
                head_base: part.heads.0 * heads_of_key,
                packs,
                // A tile is of one head.
                pack: 1,
                ..self.params(&to, part, caps)
            };
            linked.dispatch(p, linked.key.clone(), (groups, params), part, caps, plan)?;
        }
        Ok(())
    }

    /// Adds the gradients by sinks.
    fn sinks(&self, stats: Bind, caps: &DeviceCaps, plan: &mut Plan) -> Result<()> {
        let p = &self.attention;
        let rounds = u64::from(p.batch) * u64::from(p.q_len.div_ceil(LINEAR_WORKGROUP) + 2) + 8;
        caps.check_rounds("gradient_sinks", rounds)?;
        let mut key = io::empty_key("gradient_sinks", AttentionParams::WGSL);
        key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP))];
        for (name, element, access) in [
            ("row_stats", "vec4<f32>", Access::Read),
            (Role::Sinks.name(), "f32", Access::Read),
            (Role::GradSinks.name(), "f32", Access::ReadWrite),
        ] {
            key.bindings.push(Binding { name, element, access });
        }
        let edits = Edits::link_lengths(p, &mut KeyIo { key: &mut key, caps });
        key.fragments.push(shader::GRADIENT_SINKS);
        let grid = grid(p.q_heads.into(), caps)?;
        // What it goes over is all batch entries.
        let params = AttentionParams { grid_x: grid[0], packs: p.batch, ..self.base(self.whole(), caps) };
        let table = |role| Bind { slot: Slot::Tensor(role), offset: 0, size: 4 * u64::from(p.q_heads) };
        let mut binds = vec![stats, table(Role::Sinks), table(Role::GradSinks)];
        binds.extend(edits.binds(p, self.whole(), caps)?);
        plan.dispatch(key, &params, binds, grid, caps)
    }

    /// Links what says which tiles of pairs may be visible.
    fn link_pairs(&self, bits: Option<Bind>, io: &mut KeyIo<'_>, edits: &mut Edits) {
        let p = &self.attention;
        let (Some(bits), Some(list)) = (bits, &p.blocks) else {
            let all = if p.pattern.is_some() { shader::PAIRS_PATTERN } else { shader::PAIRS_ALL };
            io.key.fragments.push(all);
            return;
        };
        io.key.bindings.push(Binding { name: "listed", element: "u32", access: Access::Read });
        edits.add(bits.slot, bits.size);
        io.key.score_stages.get_or_insert_default().push("mask_blocks");
        if list.mask_mod && edits.hook(p, io, HookKind::MaskMod, shader::HOOK_MASK) {
            io.key.score_stages.get_or_insert_default().push("hook_mask");
        }
        if list.selection_heads.is_some() {
            edits.bind(io, Role::Selection, "u32", list.bytes(p)[2]);
            io.key.fragments.push(shader::SELECTION_LIB);
        } else {
            io.key.fragments.push(shader::SELECTS_ALL);
        }
        io.key.fragments.push(shader::PAIRS_BLOCKS);
    }
}

impl Problem for AttentionGradient {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let mut plan = Plan::empty();
        plan.tensors = self.tensors()?;
        let p = &self.attention;
        if let (Some(past_len), Some(joined)) = (p.past_len, self.joined()) {
            p.join(past_len, caps, &mut plan)?;
            plan.append(joined.plan(caps, policy)?, &PRESENT);
            return Ok(plan);
        }
        let (tile, why) = Tile::of(p, caps, policy)?;
        let some = p.batch > 0 && p.q_len > 0;
        let mut two = None;
        if self.forward && some {
            two = Some(plan.recording.scratch(8 * flash::rows(p)));
            let lse = Lse { whole: p.lse.then_some(Slot::Tensor(Role::Lse)), parts: two };
            plan.cost = Cost::attention(p, 0);
            flash::plan(p, lse, caps, &Policy { kernel: None, tile: None, ..policy.clone() }, &mut plan)?;
            if let Some(wanted) = p.scores {
                scores::record(p, wanted, Slot::Tensor(Role::Scores), two, caps, &mut plan)?;
            }
        }
        let stats = if some {
            self.stats(two, caps, &mut plan)?
        } else {
            // No row asks for its own.
            Bind { slot: plan.recording.scratch(16), offset: 0, size: 16 }
        };
        let bits = self.block_bits(caps, &mut plan)?;
        for by in By::ALL.into_iter().filter(|&by| self.wants(by)) {
            let tile = if by == By::Bias { SQUARE } else { tile };
            let linked = self.link(by, tile, stats, bits, caps)?;
            match by {
                By::Bias => self.bias(linked, caps, &mut plan)?,
                _ => self.pass(by, tile, linked, caps, &mut plan)?,
            }
        }
        if self.grad_sinks {
            self.sinks(stats, caps, &mut plan)?;
        }
        plan.add_flops(Cost::gradient(p, self.wanted, self.grad_bias, 0).flops);
        plan.count_bytes();
        let views = [By::Queries, By::Keys, By::Values]
            .into_iter()
            .filter(|&by| self.wants(by))
            .map(|by| self.gradient_view(by).map(|view| (view.role, view.layout, view.shape)));
        plan.may_share(&views.collect::<Result<Vec<_>>>()?);
        let [own, others] = tile.sizes();
        let why = format!("{own} rows or keys x {others}: {why}");
        plan.take(tile.name(), why);
        Ok(plan)
    }
}
