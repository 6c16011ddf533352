//! Pooling of tokens by blocks.

use super::LINEAR_WORKGROUP;
use super::copy::MapParams;
use super::io::{self, KeyIo};
use crate::device::DeviceCaps;
use crate::error::{Result, in_range};
use crate::plan::{Cost, Decision, Plan, Policy, Problem, grid};
use crate::problem::{DType, Layout, Role};
use crate::record::{Bind, Recording, Slot};
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
}

/// One token for each block of `block` tokens: [`Role::Input`] `[batch, heads, len, dim]` to
/// [`Role::O`], contiguous `[batch, heads, ceil(len / block), dim]`. The last block is pooled
/// over the tokens it has.
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
    /// How a block is pooled.
    pub pooling: Pooling,
    /// Element type of both.
    pub dtype: DType,
    /// View of the input.
    pub input_layout: Layout,
}

impl Pool {
    /// Blocks of a sequence.
    pub fn blocks(&self) -> u32 {
        self.len.div_ceil(self.block)
    }

    fn output(&self) -> ([u32; 4], Layout) {
        let shape = [self.batch, self.heads, self.blocks(), self.dim];
        (shape, Layout::bhnd(self.heads, self.blocks(), self.dim))
    }

    fn validate(&self) -> Result<()> {
        in_range("heads", self.heads.into(), 1, 1 << 16)?;
        in_range("dim", self.dim.into(), 1, 1 << 16)?;
        in_range("block", self.block.into(), 1, u32::MAX.into())?;
        self.input_layout.check("input", [self.batch, self.heads, self.len, self.dim])?;
        let (shape, layout) = self.output();
        layout.check("o", shape)?;
        Ok(())
    }
}

impl Problem for Pool {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        self.validate()?;
        let (shape, layout) = self.output();
        let input = [self.batch, self.heads, self.len, self.dim];
        // Checked to fit 32 bits.
        let bytes = |layout: Layout, shape| layout.extent(shape).unwrap_or(0) * self.dtype.bytes();
        let tensors = vec![
            (Role::Input, bytes(self.input_layout, input), false),
            (Role::O, bytes(layout, shape), true),
        ];
        let mut plan = Plan {
            recording: Recording::default(),
            cost: Cost { flops: 0, bytes: tensors.iter().map(|(_, b, _)| b).sum() },
            tensors,
            decisions: Vec::new(),
        };
        let threads =
            shape[..3].iter().map(|&n| u64::from(n)).product::<u64>() * u64::from(self.dim.div_ceil(4));
        if threads == 0 {
            return Ok(plan);
        }
        let mut key = io::empty_key("pool", MapParams::WGSL);
        key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP))];
        let mut io = KeyIo { key: &mut key, caps };
        io.input(self.dtype);
        io.store(self.dtype, layout, self.dim);
        let form = match self.pooling {
            Pooling::Mean => shader::POOL_MEAN,
            Pooling::Max => shader::POOL_MAX,
            Pooling::Min => shader::POOL_MIN,
        };
        key.fragments.extend([shader::GROUP_LIB, form, shader::POOL]);
        let grid = grid(threads.div_ceil(LINEAR_WORKGROUP.into()), caps)?;
        let params = MapParams {
            len: self.len,
            block: self.block,
            blocks: self.blocks(),
            ..MapParams::new(shape, self.input_layout, layout, grid)
        };
        let bind = |&(role, bytes, _): &(Role, u64, bool)| Bind {
            slot: Slot::Tensor(role),
            offset: 0,
            size: bytes.next_multiple_of(4),
        };
        let binds: Vec<_> = plan.tensors.iter().map(bind).collect();
        plan.dispatch(key, &params, binds, grid, caps)?;
        let why = format!("{:?} of every {} tokens", self.pooling, self.block);
        plan.decisions.push(Decision { kernel: "pool".into(), taken: true, why });
        Ok(plan)
    }
}
