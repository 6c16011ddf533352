//! Merging of partial results.

use super::LINEAR_WORKGROUP;
use super::attention::Lse;
use super::io::{self, KeyIo};
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::plan::{Plan, Policy, Problem, grid};
use crate::problem::{DType, Layout, Role};
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const, params};

params! {
    /// Parameters of `merge.wgsl`.
    MergeParams {
        grid_x: u32, rows: u32, parts: u32, batch: u32, heads: u32, len: u32,
        row_batch: u32, total_len: u32, whole: u32, first: u32, reverse_from: u32,
        o_offset: u32, o_batch: u32, o_head: u32, o_row: u32,
        neg_inf: f32,
    }
}

/// Merges partial attention results over disjoint sets of keys into the result over all of
/// them: `lse = log sum_p exp(lse_p)`, `o = sum_p exp(lse_p - lse) o_p`.
///
/// Associative and commutative up to rounding, so that parts may come from splits, block lists, cascades or
/// other devices, in any grouping. A part that saw no key has `lse = -inf` and counts nothing. An f32 of a
/// size of `x` is rounded by up to `6e-8 x`, and with it the logs of how much parts weigh: scores of a
/// million make these meaningless. (Attention that splits its keys hands on two numbers a part and has no
/// such bound.)
///
/// Tensors: [`Role::PartialO`] f32 `[parts, batch, heads, len, dim]`, [`Role::PartialLse`] f32
/// `[parts, batch, heads, len]`, both contiguous; [`Role::O`], and [`Role::Lse`] f32
/// `[batch, heads, len]` if asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    /// Partial results.
    pub parts: u32,
    /// Sequences.
    pub batch: u32,
    /// Heads.
    pub heads: u32,
    /// Rows of a head.
    pub len: u32,
    /// Size of a row of the output, 1 to 1,024.
    pub dim: u32,
    /// Element type of the output.
    pub dtype: DType,
    /// View of the output.
    pub layout: Layout,
    /// Whether the merged log-sum-exp is wanted.
    pub lse: bool,
}

/// How partial results are merged.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Form {
    /// The mean weighted by `exp(lse)`; else the sum.
    pub(crate) mean: bool,
    /// Log-sum-exps come in two numbers.
    pub(crate) parts: bool,
    /// Sequences that are packed in the one entry, and rows of the longest; the rows of no sequence stay as
    /// they are.
    pub(crate) packed: Option<[u32; 2]>,
}

impl Merge {
    pub(crate) fn rows(&self) -> u64 {
        u64::from(self.batch) * u64::from(self.heads) * u64::from(self.len)
    }

    pub(crate) fn validate(&self) -> Result<()> {
        in_range("dim", self.dim.into(), 1, crate::problem::MAX_DIM.into())?;
        in_range("heads", self.heads.into(), 1, 1 << 16)?;
        let shape = [self.batch, self.heads, self.len, self.dim];
        self.layout.check("o", shape)?;
        self.layout.check_disjoint("o", shape)?;
        let needed = self.rows().saturating_mul(u64::from(self.parts)).saturating_mul(u64::from(self.dim));
        if needed > u64::from(u32::MAX) {
            return Err(Error::IndexOverflow { what: "partial_o".into(), needed, limit: u32::MAX.into() });
        }
        Ok(())
    }

    /// Parameters of kernels that sum partial results; all were checked to fit 32 bits.
    pub(crate) fn params(&self, grid: [u32; 2]) -> MergeParams {
        let [o_batch, o_head, o_row] = self.layout.strides.map(|s| s as u32);
        MergeParams {
            grid_x: grid[0],
            rows: self.rows() as u32,
            parts: self.parts,
            batch: self.batch,
            heads: self.heads,
            len: self.len,
            row_batch: self.heads * self.len,
            total_len: self.len,
            whole: self.len,
            first: 0,
            reverse_from: u32::MAX,
            o_offset: self.layout.offset as u32,
            o_batch,
            o_head,
            o_row,
            neg_inf: f32::NEG_INFINITY,
        }
    }

    /// Adds the dispatch that merges `[partial_o, partial_lse]`.
    pub(crate) fn record(
        &self,
        form: Form,
        partial: [Slot; 2],
        lse: Lse,
        caps: &DeviceCaps,
        plan: &mut Plan,
    ) -> Result<()> {
        caps.check_rounds("merge", 2 * (u64::from(self.parts) + 1))?;
        let mut key = io::empty_key("merge", MergeParams::WGSL);
        key.consts = vec![
            ("WORKGROUP", Const::U32(LINEAR_WORKGROUP)),
            ("V_DIM", Const::U32(self.dim)),
            ("MEAN", Const::Bool(form.mean)),
        ];
        let (element, read) =
            if form.parts { ("vec2<f32>", shader::MERGE_PARTS) } else { ("f32", shader::MERGE_WHOLE) };
        for (role, element) in [(Role::PartialO, "f32"), (Role::PartialLse, element)] {
            key.bindings.push(Binding { name: role.name(), element, access: Access::Read });
        }
        let mut io = KeyIo { key: &mut key, caps };
        io.store(self.dtype, self.layout, self.dim);
        io.lse(lse);
        key.fragments.extend([
            shader::SCORE_LIB,
            shader::GROUP_LIB,
            shader::PARTIAL_LIB,
            read,
            if form.packed.is_some() { shader::TOKENS_RAGGED } else { shader::TOKENS_FIXED },
            shader::MERGE,
        ]);
        let [batch, len] = form.packed.unwrap_or([self.batch, self.len]);
        let fours = u64::from(self.heads) * u64::from(self.dim.div_ceil(4));
        let threads = (u64::from(batch) * u64::from(len)).saturating_mul(fours);
        if threads > u64::from(u32::MAX) {
            let what = "rows to merge, packed sequences as long as the longest".into();
            return Err(Error::IndexOverflow { what, needed: threads, limit: u32::MAX.into() });
        }
        let grid = grid(threads.div_ceil(LINEAR_WORKGROUP.into()), caps)?;
        let shape = [self.batch, self.heads, self.len, self.dim];
        let o_bytes = self.layout.extent(shape).unwrap_or(0) * self.dtype.bytes();
        let rows = self.rows();
        let mut binds = vec![
            Bind {
                slot: partial[0],
                offset: 0,
                size: 4 * rows * u64::from(self.parts) * u64::from(self.dim),
            },
            Bind {
                slot: partial[1],
                offset: 0,
                size: rows * u64::from(self.parts) * if form.parts { 8 } else { 4 },
            },
            Bind { slot: Slot::Tensor(Role::O), offset: 0, size: o_bytes.next_multiple_of(4) },
        ];
        binds.extend(lse.binds(rows));
        let mut params = self.params(grid);
        if form.packed.is_some() {
            params = MergeParams { batch, len, whole: len, row_batch: 0, o_batch: 0, ..params };
            let (role, size) = (Role::CuSeqlensQ, 4 * (u64::from(batch) + 1));
            key.bindings.push(Binding { name: role.name(), element: "u32", access: Access::Read });
            binds.push(Bind { slot: Slot::Tensor(role), offset: 0, size });
        }
        plan.dispatch(key, &params, binds, grid, caps)?;
        plan.take("merge", format!("{} partial results of {rows} rows", self.parts));
        Ok(())
    }

    fn plan_as(&self, parts: bool, caps: &DeviceCaps) -> Result<Plan> {
        self.validate()?;
        let (rows, count, dim) = (self.rows(), u64::from(self.parts), u64::from(self.dim));
        let shape = [self.batch, self.heads, self.len, self.dim];
        let o_bytes = self.layout.extent(shape).unwrap_or(0) * self.dtype.bytes();
        let mut tensors = vec![
            (Role::PartialO, 4 * rows * count * dim, false),
            (Role::PartialLse, if parts { 8 } else { 4 } * rows * count, false),
            (Role::O, o_bytes, true),
        ];
        if self.lse {
            tensors.push((Role::Lse, 4 * rows, true));
        }
        let mut plan = Plan::of(tensors, 2 * rows * count * dim);
        if rows > 0 {
            let lse = Lse { whole: self.lse.then_some(Slot::Tensor(Role::Lse)), parts: None };
            let partial = [Role::PartialO, Role::PartialLse].map(Slot::Tensor);
            self.record(Form { mean: true, parts, packed: None }, partial, lse, caps, &mut plan)?;
        }
        Ok(plan)
    }
}

impl Problem for Merge {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        self.plan_as(false, caps)
    }
}

/// A merge of what [`SomeKeys`](super::attention::SomeKeys) computes, whose log-sum-exps are two numbers
/// each.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct MergeParts(pub(crate) Merge);

impl Problem for MergeParts {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        self.0.plan_as(true, caps)
    }
}
