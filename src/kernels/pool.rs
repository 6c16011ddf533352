//! Pooling of tokens by blocks.

use super::LINEAR_WORKGROUP;
use super::copy::MapParams;
use super::io::{self, KeyIo};
use crate::device::DeviceCaps;
use crate::error::{Result, in_range};
use crate::plan::{Plan, Policy, Problem, grid};
use crate::problem::{DType, Layout, Role};
use crate::shader::{self, Const};

/// What stands for a block of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Pooling {
    /// Their mean.
    #[default]
    Mean,
    /// The largest value of every feature.
    Max,
    /// The smallest value of every feature.
    Min,
    /// Their sum.
    Sum,
}

/// One token for each block of `block` tokens: [`Role::Input`] `[batch, heads, len, dim]` to
/// [`Role::O`] `[batch, heads, ceil(len / stride), dim]`.
///
/// Block `n` holds tokens from `n * stride - lead` on; blocks overlap if `stride` is less than
/// `block` (NSA's compression). Those cut at the ends are pooled over the tokens they have.
#[derive(Debug, Clone, PartialEq)]
pub struct Pool {
    /// Sequences.
    pub batch: u32,
    /// Heads.
    pub heads: u32,
    /// Tokens.
    pub len: u32,
    /// Features of a head.
    pub dim: u32,
    /// Tokens of a block.
    pub block: u32,
    /// Tokens from one block to the next.
    pub stride: u32,
    /// Tokens by which blocks begin earlier, less than `block`.
    pub lead: u32,
    /// How a block is pooled.
    pub pooling: Pooling,
    /// Element type of the input.
    pub dtype: DType,
    /// Element type of the output; `None` for the input's.
    pub out_dtype: Option<DType>,
    /// View of the input.
    pub input_layout: Layout,
    /// View of the output; `None` for contiguous.
    pub output_layout: Option<Layout>,
}

impl Pool {
    /// Blocks side by side, contiguous `bhnd` in f32.
    pub fn new(batch: u32, heads: u32, len: u32, dim: u32, block: u32, pooling: Pooling) -> Self {
        Self {
            batch,
            heads,
            len,
            dim,
            block,
            stride: block,
            lead: 0,
            pooling,
            dtype: DType::F32,
            out_dtype: None,
            input_layout: Layout::bhnd(heads, len, dim),
            output_layout: None,
        }
    }

    /// Blocks of a sequence.
    pub fn blocks(&self) -> u32 {
        self.len.div_ceil(self.stride.max(1))
    }

    fn output(&self) -> ([u32; 4], Layout) {
        let shape = [self.batch, self.heads, self.blocks(), self.dim];
        let contiguous = Layout::bhnd(self.heads, self.blocks(), self.dim);
        (shape, self.output_layout.unwrap_or(contiguous))
    }

    fn validate(&self) -> Result<()> {
        in_range("heads", self.heads.into(), 1, 1 << 16)?;
        in_range("dim", self.dim.into(), 1, 1 << 16)?;
        in_range("block", self.block.into(), 1, u32::MAX.into())?;
        in_range("stride", self.stride.into(), 1, u32::MAX.into())?;
        in_range("lead", self.lead.into(), 0, u64::from(self.block) - 1)?;
        self.input_layout.check("input", [self.batch, self.heads, self.len, self.dim])?;
        let (shape, layout) = self.output();
        layout.check("o", shape)?;
        layout.check_disjoint("o", shape)
    }
}

impl Problem for Pool {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        self.validate()?;
        let (shape, layout) = self.output();
        let input = [self.batch, self.heads, self.len, self.dim];
        // Checked to fit 32 bits.
        let out_dtype = self.out_dtype.unwrap_or(self.dtype);
        let bytes = |layout: Layout, shape, dtype: DType| layout.extent(shape).unwrap_or(0) * dtype.bytes();
        let tensors = vec![
            (Role::Input, bytes(self.input_layout, input, self.dtype), false),
            (Role::O, bytes(layout, shape, out_dtype), true),
        ];
        let mut plan = Plan::of(tensors, 0);
        let threads =
            shape[..3].iter().map(|&n| u64::from(n)).product::<u64>() * u64::from(self.dim.div_ceil(4));
        if threads == 0 {
            return Ok(plan);
        }
        caps.check_rounds("pool", self.block.min(self.len).into())?;
        let mut key = io::empty_key("pool", MapParams::WGSL);
        key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP))];
        let mut io = KeyIo { key: &mut key, caps };
        io.input(self.dtype);
        io.store(out_dtype, layout, self.dim);
        let form = match self.pooling {
            Pooling::Mean => shader::POOL_MEAN,
            Pooling::Max => shader::POOL_MAX,
            Pooling::Min => shader::POOL_MIN,
            Pooling::Sum => shader::POOL_SUM,
        };
        key.fragments.extend([shader::GROUP_LIB, shader::PLACE_LIB, form, shader::POOL]);
        let grid = grid(threads.div_ceil(LINEAR_WORKGROUP.into()), caps)?;
        let params = MapParams {
            tokens: self.len,
            block: self.block,
            stride: self.stride,
            lead: self.lead,
            ..MapParams::new(shape, self.input_layout, layout, grid)
        };
        plan.dispatch_whole(key, &params, grid, caps)?;
        let why = format!("{:?} of {} tokens, every {}", self.pooling, self.block, self.stride);
        plan.take("pool", why);
        Ok(plan)
    }
}
