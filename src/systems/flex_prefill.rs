//! Heads that choose by blocks or by columns and diagonals.

use super::VerticalSlash;
use super::chain::{Chain, given};
use super::moba::pooled;
use crate::device::DeviceCaps;
use crate::error::{Result, in_range};
use crate::kernels::{
    Choice, Divergence, MapCells, Pool, Reduction, RowRule, Rows, Scores, Select, WeightMap,
};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, Role, ScoreOutput, ScoreStage};
use crate::record::Slot;

/// FlexPrefill (Lai et al. 2025): every head and sequence follows one of two patterns, by how well
/// means of blocks estimate where the last block of queries looks.
///
/// The exact weights of the last `block_size` queries, summed over blocks of keys, are the truth; the
/// softmax of their mean against the mean keys of blocks the estimate. If their Jensen-Shannon
/// distance (the root of the divergence, in nats) is below `tau`, the head is query-aware: of the
/// softmax of all mean queries against mean keys, causal by blocks, the best blocks of all rows
/// together are visited that hold `gamma` of the mass, with the first block and each row's own.
/// Otherwise it is a vertical-slash head: keys and distances that hold `gamma` of the probe's
/// weights, with the first key and distance 0 ([`VerticalSlash`]).
///
/// Both are computed on the device, each over nothing for the heads of the other, and joined. The
/// paper chooses columns and diagonals by single keys and rounds them to blocks when it computes; here
/// they stay as they are chosen. Forced blocks count towards the mass.
#[derive(Debug, Clone, PartialEq)]
pub struct FlexPrefill {
    /// Self-attention; made causal. Its own `pattern`, `blocks` and `scores` are not used.
    pub attention: Attention,
    /// Queries and keys of a block, and queries of the probe: at most the length.
    pub block_size: u32,
    /// Share of the mass that is visited.
    pub gamma: f32,
    /// Distance below which a head is query-aware.
    pub tau: f32,
}

impl FlexPrefill {
    fn lines(&self) -> VerticalSlash {
        let of_mass = Choice::TopP(self.gamma);
        VerticalSlash {
            attention: self.attention.clone(),
            probe: self.block_size,
            verticals: of_mass,
            slashes: of_mass,
            recent: 1,
            first: 1,
        }
    }

    /// The softmax of `rows` mean queries against mean keys.
    fn estimate(&self, rows: u32) -> Attention {
        let p = &self.attention;
        let blocks = p.kv_len.div_ceil(self.block_size);
        let of = Attention::new(p.batch, p.q_heads, rows, p.qk_dim).kv_heads(p.kv_heads).kv_len(blocks);
        let scores = Some(ScoreOutput { stage: ScoreStage::Weights, rows: None });
        Attention { scores, scale: Some(p.effective_scale()), ..of }
    }

    /// Adds the distance of estimate and truth for every head.
    fn distance(&self, chain: &mut Chain<'_>, lse: Slot, means: Slot) -> Result<Slot> {
        let p = &self.attention;
        let (probe, size) = (self.lines().probe(), self.block_size);
        let cells = MapCells::Blocks { block_q: size, block_kv: size };
        let map = WeightMap { attention: probe.clone(), cells, reduction: Reduction::Sum };
        let [truth] = chain.run(&map, &[(Role::Lse, lse)], [Role::Scores])?;
        let pool = Pool { len: size, input_layout: probe.q_layout, ..pooled(p, Role::Q, size) };
        let [mean] = chain.run(&pool, &[(Role::Input, given(Role::Q))], [Role::O])?;
        let of = Scores(self.estimate(1));
        let [estimate] = chain.run(&of, &[(Role::Q, mean), (Role::K, means)], [Role::Scores])?;
        let blocks = p.kv_len.div_ceil(size);
        let input = Rows::new(p.batch, p.q_heads, 1, blocks);
        let [distance] =
            chain.run(&Divergence { input }, &[(Role::Input, truth), (Role::Scores, estimate)], [Role::O])?;
        Ok(distance)
    }

    fn select(&self) -> Select {
        let p = &self.attention;
        Select {
            row_step: self.block_size,
            first: 1,
            own: true,
            rows_together: true,
            row_rule: Some(RowRule::NoneFrom(self.tau)),
            ..Select::new(p.batch, p.q_heads, p.q_len, self.block_size, Choice::TopP(self.gamma))
        }
    }
}

impl Problem for FlexPrefill {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let (p, lines) = (&self.attention, self.lines());
        lines.validate()?;
        in_range("block_size", self.block_size.into(), 2, 1 << 16)?;
        let mut chain = Chain::new(caps, policy);
        let [_, lse] = chain.run(&lines.probe(), &[], [Role::O, Role::Lse])?;
        let [keys] =
            chain.run(&pooled(p, Role::K, self.block_size), &[(Role::Input, given(Role::K))], [Role::O])?;
        let distance = self.distance(&mut chain, lse, keys)?;

        let queries = pooled(p, Role::Q, self.block_size);
        let [means] = chain.run(&queries, &[(Role::Input, given(Role::Q))], [Role::O])?;
        let of = Scores(self.estimate(queries.blocks()).causal());
        let [weights] = chain.run(&of, &[(Role::Q, means), (Role::K, keys)], [Role::Scores])?;
        let marks = [(Role::Scores, weights), (Select::ROW_MARKS, distance)];
        let [chosen] = chain.run(&self.select(), &marks, [Role::Selection])?;
        let plain = Attention { pattern: None, scores: None, ..p.clone() }.causal();
        let blocks = chain.over_blocks(&plain, p.q_heads, [self.block_size; 2], chosen)?;
        let lines = lines.choose(&mut chain, lse, Some((RowRule::NoneBelow(self.tau), distance)))?;
        chain.merged(&plain, &[blocks, lines], [])?;
        Ok(chain.finish())
    }
}
