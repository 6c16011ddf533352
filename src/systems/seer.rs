//! A learned gate over blocks of the attention matrix, and what it is trained on.

use super::WithWeightMap;
use super::chain::{Chain, check_plain, given};
use super::hashed::rows;
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::kernels::{Choice, Pool, Pooling, Project, Reduction, Rows, Scores, Select};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{
    Activation, Attention, EditRows, Layout, Role, Rotary, RowStep, ScoreOutput, ScoreStage,
};
use crate::record::Slot;

/// The gate of SeerAttention (Gao et al. 2024): `softmax(rope(W_q mean Q_b) rope(W_k [max; min; mean]
/// K_b)^T / sqrt(gate_dim))` over blocks of tokens, causal by blocks if the attention is.
///
/// [`Self::Q`] and [`Self::K`] are queries and keys before their rotary embedding, with the views and
/// types of [`Role::Q`] and [`Role::K`]. [`Self::Q_WEIGHT`] f32 `[q_heads, qk_dim, gate_dim]` and
/// [`Self::K_WEIGHT`] f32 `[kv_heads, 3 qk_dim, gate_dim]` are learned: maxima come first, then minima,
/// then means. [`Role::Cos`] and [`Role::Sin`] f32 `[batch, blocks, gate_dim / 2]` turn block `b` by the
/// position that stands for it (in the paper its first token's). Output: [`Role::Scores`] f32 `[batch,
/// q_heads, blocks, blocks]`.
#[derive(Debug, Clone, PartialEq)]
pub struct SeerGate {
    /// Self-attention: shapes, views, and whether it is causal.
    pub attention: Attention,
    /// Queries and keys of a block.
    pub block_size: u32,
    /// Features of a block's query and key, even.
    pub gate_dim: u32,
}

impl SeerGate {
    /// Queries before their rotary embedding.
    pub const Q: Role = Role::User("gate_q");
    /// Keys before theirs.
    pub const K: Role = Role::User("gate_k");
    /// Linear map of pooled queries.
    pub const Q_WEIGHT: Role = Role::User("gate_q_weight");
    /// Linear map of pooled keys.
    pub const K_WEIGHT: Role = Role::User("gate_k_weight");

    /// Adds pools side by side, their linear map and its rotary embedding.
    fn embed(
        &self,
        chain: &mut Chain<'_>,
        input: Rows,
        poolings: &[Pooling],
        roles: [Role; 2],
    ) -> Result<Slot> {
        let Rows { batch, heads, len, dim, dtype, layout } = input;
        // At most three times 512.
        let (blocks, wide) = (len.div_ceil(self.block_size), dim * poolings.len() as u32);
        let together = Rows { dtype, ..Rows::new(batch, heads, blocks, wide) };
        let elements = together.layout.check(roles[0].name(), [batch, heads, blocks, wide])?;
        let pooled = chain.memory(elements * dtype.bytes());
        for (n, &pooling) in (0..).zip(poolings) {
            let side = Some(together.layout.at(n * u64::from(dim)));
            let pool = Pool::new(batch, heads, len, dim, self.block_size, pooling);
            let pool = Pool { dtype, input_layout: layout, output_layout: side, ..pool };
            chain.run(&pool, &[(Role::Input, given(roles[0])), (Role::O, pooled)], [])?;
        }
        let project = Project { input: together, features: self.gate_dim };
        let places = [(Role::Input, pooled), (Role::Projection, given(roles[1]))];
        let [embedded] = chain.run(&project, &places, [Role::O])?;
        let layout = Layout::bhnd(heads, blocks, self.gate_dim);
        let turn = Rotary {
            batch,
            heads,
            len: blocks,
            dim: self.gate_dim,
            rotary_dim: self.gate_dim,
            interleaved: false,
            dtype: crate::problem::DType::F32,
            table_rows: None,
            input_layout: layout,
            output_layout: layout,
        };
        Ok(chain.run(&turn, &[(Role::Input, embedded)], [Role::O])?[0])
    }

    /// Adds the gate; its weights go to the slot returned, or to the caller.
    fn add<const N: usize>(&self, chain: &mut Chain<'_>, kept: [Role; N]) -> Result<[Slot; N]> {
        let p = &self.attention;
        p.validate()?;
        in_range("block_size", self.block_size.into(), 1, 1 << 16)?;
        p.check_self()?;
        if p.ragged.is_some() || p.kv_lengths || p.past_len.is_some() {
            return Err(Error::unsupported("blocks of a ragged batch", "they are cut from one length"));
        }
        let q = self.embed(chain, rows(p, Role::Q), &[Pooling::Mean], [Self::Q, Self::Q_WEIGHT])?;
        let three = [Pooling::Max, Pooling::Min, Pooling::Mean];
        let k = self.embed(chain, rows(p, Role::K), &three, [Self::K, Self::K_WEIGHT])?;
        let blocks = p.q_len.div_ceil(self.block_size);
        let mut among = Attention::new(p.batch, p.q_heads, blocks, self.gate_dim).kv_heads(p.kv_heads);
        among.visibility.causal = p.visibility.causal;
        among.scores = Some(ScoreOutput { stage: ScoreStage::Weights, rows: None });
        chain.run(&Scores(among), &[(Role::Q, q), (Role::K, k)], kept)
    }
}

impl Problem for SeerGate {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let mut chain = Chain::new(caps, policy);
        self.add(&mut chain, [])?;
        Ok(chain.finish())
    }
}

/// SeerAttention (Gao et al. 2024): every block of queries sees the blocks of keys that a learned gate
/// ranks first, by number or by threshold, its own block always among them. Tensors as of
/// [`SeerGate`] and of the attention; each query head makes a choice of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct SeerAttention {
    /// The gate, and the attention. Its own `blocks` and `scores` are not used.
    pub gate: SeerGate,
    /// How many blocks a block of queries visits.
    pub choice: Choice,
}

impl Problem for SeerAttention {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let (p, block) = (&self.gate.attention, self.gate.block_size);
        if p.q_len == 0 {
            return p.plan(caps, policy);
        }
        let mut chain = Chain::new(caps, policy);
        let [weights] = self.gate.add(&mut chain, [Role::Scores])?;
        let select = Select {
            row_step: block,
            causal: p.visibility.causal,
            own: true,
            ..Select::new(p.batch, p.q_heads, p.q_len, block, self.choice)
        };
        let [chosen] = chain.run(&select, &[(Role::Scores, weights)], [Role::Selection])?;
        let (attend, places) = chain.over_blocks(p, p.q_heads, [block; 2], chosen)?;
        chain.run(&attend, &places, [])?;
        Ok(chain.finish())
    }
}

/// What the gate of SeerAttention is trained on: the largest weight of dense attention in every block,
/// each row of blocks divided by its sum. [`Role::Scores`] f32 `[batch, q_heads, blocks, blocks]` beside
/// the attention's output, in memory for the blocks alone.
#[derive(Debug, Clone, PartialEq)]
pub struct SeerTarget {
    /// Self-attention without masks: every query sees at least itself, so that no sum is 0.
    pub attention: Attention,
    /// Queries and keys of a block.
    pub block_size: u32,
}

impl Problem for SeerTarget {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let (p, block) = (&self.attention, self.block_size);
        check_plain(p)?;
        in_range("block_size", block.into(), 1, 1 << 16)?;
        let mut chain = Chain::new(caps, policy);
        let map = WithWeightMap {
            attention: p.clone(),
            block_q: block,
            block_kv: block,
            reduction: Reduction::Max,
        };
        let [largest] = chain.run(&map, &[], [Role::Scores])?;
        let blocks = p.q_len.div_ceil(block);
        // Fewer than the rows of the attention, which were checked.
        let rows = p.batch * p.q_heads * blocks;
        let sum = Pool::new(rows, 1, blocks, 1, blocks.max(1), Pooling::Sum);
        let [sums] = chain.run(&sum, &[(Role::Input, largest)], [Role::O])?;
        let divide = EditRows::new(1, 1, rows, blocks.max(1), &[RowStep::Gate(Activation::Reciprocal)]);
        let divide =
            EditRows { epilogue: divide.epilogue.clone().row_gate(Layout::bhnd(1, rows, 1)), ..divide };
        let places = [(Role::Input, largest), (Role::Gate, sums), (Role::O, given(Role::Scores))];
        chain.run(&divide, &places, [])?;
        Ok(chain.finish())
    }
}
