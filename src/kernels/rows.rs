//! Kernels that work on the rows of one tensor: linear maps, reordering, codes and their order.

use super::LINEAR_WORKGROUP;
use super::io::{self, KeyIo};
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::plan::{Plan, Policy, Problem, grid};
use crate::problem::{DType, Layout, Role, product};
use crate::shader::{self, Access, Binding, Const, Fragment, ShaderKey, params};

params! {
    /// Parameters of kernels on the rows of one tensor.
    RowsParams {
        grid_x: u32, rows: u32, heads: u32, len: u32, dim: u32,
        input_offset: u32, input_batch: u32, input_head: u32, input_row: u32,
        o_offset: u32, o_batch: u32, o_head: u32, o_row: u32,
        features: u32, from_len: u32, index_heads: u32, block: u32,
        neg_inf: f32,
    }
}

/// Rows `[batch, heads, len, dim]` and where they lie.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    /// Sequences.
    pub batch: u32,
    /// Heads.
    pub heads: u32,
    /// Rows of a head.
    pub len: u32,
    /// Features of a row.
    pub dim: u32,
    /// Element type.
    pub dtype: DType,
    /// View.
    pub layout: Layout,
}

impl Rows {
    /// Contiguous rows in f32.
    pub fn new(batch: u32, heads: u32, len: u32, dim: u32) -> Self {
        Self { batch, heads, len, dim, dtype: DType::F32, layout: Layout::bhnd(heads, len, dim) }
    }

    fn shape(&self) -> [u32; 4] {
        [self.batch, self.heads, self.len, self.dim]
    }

    pub(super) fn count(&self) -> u64 {
        product(&[self.batch, self.heads, self.len])
    }

    /// Bytes of the view, checked.
    fn bytes(&self, what: &'static str) -> Result<u64> {
        in_range("heads", self.heads.into(), 1, 1 << 16)?;
        in_range("dim", self.dim.into(), 1, 1 << 16)?;
        self.layout.check(what, self.shape())?;
        Ok(self.layout.extent(self.shape()).unwrap_or(0) * self.dtype.bytes())
    }

    /// Parameters of a kernel that reads these rows and writes rows of `o`; checked to fit 32 bits.
    pub(super) fn params(&self, o: &Layout, grid: [u32; 2]) -> RowsParams {
        let [input_batch, input_head, input_row] = self.layout.strides.map(|s| s as u32);
        let [o_batch, o_head, o_row] = o.strides.map(|s| s as u32);
        RowsParams {
            grid_x: grid[0],
            rows: self.count() as u32,
            heads: self.heads,
            len: self.len,
            dim: self.dim,
            input_offset: self.layout.offset as u32,
            input_batch,
            input_head,
            input_row,
            o_offset: o.offset as u32,
            o_batch,
            o_head,
            o_row,
            neg_inf: f32::NEG_INFINITY,
            ..RowsParams::default()
        }
    }
}

/// A kernel of this file being planned: its key, and what it binds.
pub(super) struct Step<'a> {
    key: ShaderKey,
    caps: &'a DeviceCaps,
    tensors: Vec<(Role, u64, bool)>,
}

impl<'a> Step<'a> {
    pub(super) fn new(kernel: &'static str, caps: &'a DeviceCaps) -> Self {
        let mut key = io::empty_key(kernel, RowsParams::WGSL);
        key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP))];
        Self { key, caps, tensors: Vec::new() }
    }

    pub(super) fn input(&mut self, rows: &Rows) -> Result<()> {
        self.tensors.push((Role::Input, rows.bytes("input")?, false));
        KeyIo { key: &mut self.key, caps: self.caps }.input(rows.dtype);
        Ok(())
    }

    pub(super) fn output(&mut self, rows: &Rows) -> Result<()> {
        self.tensors.push((Role::O, rows.bytes("o")?, true));
        rows.layout.check_disjoint("o", rows.shape())?;
        KeyIo { key: &mut self.key, caps: self.caps }.store(rows.dtype, rows.layout, rows.dim);
        Ok(())
    }

    pub(super) fn table(
        &mut self,
        role: Role,
        element: &'static str,
        count: u64,
        written: bool,
    ) -> Result<()> {
        if count > u64::from(u32::MAX) {
            let what = role.name().into();
            return Err(Error::IndexOverflow { what, needed: count, limit: u32::MAX.into() });
        }
        self.tensors.push((role, 4 * count, written));
        let access = if written { Access::ReadWrite } else { Access::Read };
        self.key.bindings.push(Binding { name: role.name(), element, access });
        Ok(())
    }

    pub(super) fn constant(&mut self, name: &'static str, value: Const) {
        self.key.consts.push((name, value));
    }

    /// The plan, with `threads` and the parameters for their grid.
    pub(super) fn finish(
        mut self,
        fragments: &[Fragment],
        threads: u64,
        params: impl Fn([u32; 2]) -> RowsParams,
        why: String,
    ) -> Result<Plan> {
        self.key.fragments.extend(fragments);
        let mut plan = Plan::of(self.tensors, 0);
        plan.take(self.key.kernel, why);
        if threads > 0 {
            let grid = grid(threads.div_ceil(LINEAR_WORKGROUP.into()), self.caps)?;
            plan.dispatch_whole(self.key, &params(grid), grid, self.caps)?;
        }
        Ok(plan)
    }
}

/// A linear map of every head: [`Role::Input`] `[batch, heads, len, dim]` times
/// [`Role::Projection`] f32 `[heads, dim, features]` to [`Role::O`] f32 `[batch, heads, len,
/// features]`, contiguous: the learned gate of SeerAttention, the rotation of Loki, hyperplanes.
#[derive(Debug, Clone, PartialEq)]
pub struct Project {
    /// What is mapped.
    pub input: Rows,
    /// Columns of the result.
    pub features: u32,
}

impl Problem for Project {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        let x = &self.input;
        let o = Rows::new(x.batch, x.heads, x.len, self.features);
        caps.check_rounds("project", u64::from(x.dim) * u64::from(self.features.min(4) + 2))?;
        let mut step = Step::new("project", caps);
        step.input(x)?;
        let weights = u64::from(x.heads) * u64::from(x.dim) * u64::from(self.features);
        step.table(Role::Projection, "f32", weights, false)?;
        step.output(&o)?;
        let threads = x.count() * u64::from(self.features.div_ceil(4));
        let params = |grid| RowsParams { features: self.features, ..x.params(&o.layout, grid) };
        let why = format!("{} rows of {} to {} features", x.count(), x.dim, self.features);
        let mut plan = step.finish(&[shader::GROUP_LIB, shader::PROJECT], threads, params, why)?;
        plan.cost.flops = 2 * x.count() * u64::from(x.dim) * u64::from(self.features);
        Ok(plan)
    }
}

/// Rows in another order: row `i` of [`Role::O`] `[batch, heads, len, dim]`, contiguous, is the row
/// of [`Role::Input`] that [`Role::Indices`] u32 `[batch, index_heads, len]` names, or zeros for an
/// index past the last row.
#[derive(Debug, Clone, PartialEq)]
pub struct Reorder {
    /// The rows to choose from.
    pub input: Rows,
    /// Rows of the result.
    pub len: u32,
    /// Heads with indices of their own; divides the heads.
    pub index_heads: u32,
}

impl Problem for Reorder {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        let x = &self.input;
        if self.index_heads == 0 || !x.heads.is_multiple_of(self.index_heads) {
            let why = format!("{} does not divide heads {}", self.index_heads, x.heads);
            return Err(Error::Contradiction { what: "index_heads", why });
        }
        let o = Rows { dtype: x.dtype, ..Rows::new(x.batch, x.heads, self.len, x.dim) };
        let mut step = Step::new("reorder", caps);
        step.input(x)?;
        let indices = product(&[x.batch, self.index_heads, self.len]);
        step.table(Role::Indices, "u32", indices, false)?;
        step.output(&o)?;
        let params = |grid| RowsParams {
            rows: o.count() as u32,
            len: self.len,
            from_len: x.len,
            index_heads: self.index_heads,
            ..x.params(&o.layout, grid)
        };
        let threads = o.count() * u64::from(x.dim.div_ceil(4));
        let why = format!("{} rows by their indices", o.count());
        let fragments = [shader::GROUP_LIB, shader::PLACE_LIB, shader::ORDER_GIVEN, shader::REORDER];
        step.finish(&fragments, threads, params, why)
    }
}

/// Rows in blocks, those of each block from last to first: [`Role::Input`] `[batch, heads, len, dim]`
/// to [`Role::O`] `[batch, heads, len rounded up to whole blocks, dim]`, contiguous. Rows past the
/// last are zeros, wherever that puts them. Blocks of 1 change no order.
///
/// Read as `[batch, heads, len / block, block * dim]`, products of rows reversed and rows in order
/// are the sums of scores along the antidiagonals of their blocks (Xu et al. 2025, XAttention).
#[derive(Debug, Clone, PartialEq)]
pub struct Reverse {
    /// The rows.
    pub input: Rows,
    /// Rows of a block.
    pub block: u32,
}

impl Problem for Reverse {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        let x = &self.input;
        in_range("block", self.block.into(), 1, 1 << 28)?;
        let len = u64::from(x.len).next_multiple_of(self.block.into());
        in_range("len", len, 0, u32::MAX.into())?;
        let o = Rows { dtype: x.dtype, ..Rows::new(x.batch, x.heads, len as u32, x.dim) };
        let mut step = Step::new("reorder", caps);
        step.input(x)?;
        step.output(&o)?;
        let params = |grid| RowsParams {
            rows: o.count() as u32,
            len: o.len,
            from_len: x.len,
            block: self.block,
            ..x.params(&o.layout, grid)
        };
        let threads = o.count() * u64::from(x.dim.div_ceil(4));
        let why = format!("{} rows, every {} reversed", o.count(), self.block);
        let fragments = [shader::GROUP_LIB, shader::PLACE_LIB, shader::ORDER_REVERSED, shader::REORDER];
        step.finish(&fragments, threads, params, why)
    }
}

/// A number for every row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// Place of the signs among the Gray codes, up to 32 features, the first the lowest bit: buckets of
    /// hyperplanes, of which neighbours differ by one (HyperAttention).
    Signs,
    /// Index of the largest feature; of equal ones the first (clusters).
    Argmax,
    /// Index of the largest among the features and then their negatives: buckets of a random
    /// rotation (Reformer).
    ArgmaxSigned,
}

/// Codes of rows: [`Role::Input`] `[batch, heads, len, dim]` to [`Role::Codes`] u32 `[batch, heads,
/// len]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Codes {
    /// The rows.
    pub input: Rows,
    /// How.
    pub code: Code,
}

impl Problem for Codes {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        let x = &self.input;
        if self.code == Code::Signs {
            in_range("dim of signs", x.dim.into(), 1, 32)?;
        }
        let signs = if self.code == Code::ArgmaxSigned { 2 } else { 1 };
        caps.check_rounds("codes", signs * u64::from(x.dim))?;
        let mut step = Step::new("codes", caps);
        step.input(x)?;
        step.table(Role::Codes, "u32", x.count(), true)?;
        let form = match self.code {
            Code::Signs => shader::CODE_SIGNS,
            Code::Argmax => shader::CODE_ARGMAX,
            Code::ArgmaxSigned => shader::CODE_ARGMAX_SIGNED,
        };
        let fragments = [shader::SCORE_LIB, shader::GROUP_LIB, form, shader::CODES];
        let why = format!("{:?} of {} rows", self.code, x.count());
        step.finish(&fragments, x.count(), |grid| x.params(&x.layout, grid), why)
    }
}

/// The order of codes: [`Role::Codes`] u32 `[batch, heads, len]` to [`Role::Order`], the indices by
/// ascending code, and [`Role::Places`], the place of every element in that order. Of equal codes
/// the earlier one comes first. Takes `len` steps a thread, and no memory besides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortCodes {
    /// Sequences.
    pub batch: u32,
    /// Heads.
    pub heads: u32,
    /// Codes of a head.
    pub len: u32,
}

impl Problem for SortCodes {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        let rows = Rows::new(self.batch, self.heads, self.len, 1);
        rows.bytes("codes")?;
        caps.check_rounds("sort", self.len.into())?;
        let mut step = Step::new("sort", caps);
        for (role, written) in [(Role::Codes, false), (Role::Order, true), (Role::Places, true)] {
            step.table(role, "u32", rows.count(), written)?;
        }
        let why = format!("{} codes", rows.count());
        let params = |grid| rows.params(&rows.layout, grid);
        step.finish(&[shader::GROUP_LIB, shader::SORT], rows.count(), params, why)
    }
}
