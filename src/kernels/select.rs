//! The choice of blocks by score.

use super::LINEAR_WORKGROUP;
use super::io;
use crate::device::DeviceCaps;
use crate::error::{Error, Result, divides, finite, in_range};
use crate::plan::{Plan, Policy, Problem, grid};
use crate::problem::{Role, product};
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const, params};

params! {
    /// Parameters of `select.wgsl`.
    SelectParams {
        grid_x: u32, rows: u32, rows_of_head: u32, group: u32,
        blocks: u32, words: u32, block: u32, row_step: u32,
        q_len: u32, causal: u32, own: u32, recent: u32,
        first: u32, top_k: u32, fewest: u32, most: u32,
        score_rows: u32, choosers: u32, chooser_rows: u32, cells: u32,
        mark_group: u32, bound: f32, row_bound: f32, block_bound: f32, align_offset: i32,
    }
}

/// Ranks that a thread of `select.wgsl` keeps in registers at most.
const MOST_LEADERS: u32 = 16;

/// How many blocks are chosen, best first; of equal scores the lower index goes first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Choice {
    /// This many, forced blocks among them.
    TopK(u32),
    /// All whose score is at least this.
    Threshold(f32),
    /// The fewest whose scores sum to at least this share of the sum of all; negative scores
    /// count as 0.
    TopP(f32),
    /// The most whose scores sum to no more than this share of the sum of all, likewise, but at least
    /// one that is not forced: one fewer than [`Choice::TopP`] unless the share is met exactly.
    Within(f32),
}

/// What numbers of rows decide before the scores do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RowRule {
    /// A row whose number, of `[batch, heads, rows]`, is below this takes every block it may.
    AllBelow(f32),
    /// A head whose number, of `[batch, heads]`, is below this takes no block at all.
    NoneBelow(f32),
    /// A head whose number, of `[batch, heads]`, is not below this takes no block at all.
    NoneFrom(f32),
}

impl RowRule {
    fn bound(self) -> f32 {
        match self {
            Self::AllBelow(x) | Self::NoneBelow(x) | Self::NoneFrom(x) => x,
        }
    }
}

/// Chooses blocks of keys for every row: from [`Role::Scores`] f32 `[batch, heads * group, rows,
/// blocks]`, where the scores of a group are summed, to [`Role::Selection`] bits `[batch, heads,
/// rows, ceil(blocks / 32)]`.
///
/// Row `r` stands for queries `r * row_step ..` and block `c` for keys `c * block ..`. A choice by
/// [`Choice::TopK`] depends on the order of the scores alone, by [`Choice::Threshold`] on how they compare
/// with it: both are the same on every device. [`Choice::TopP`] and [`Choice::Within`] depend on sums of
/// scores in f32 as well. A NaN is below every number.
///
/// Numbers of rows ([`Select::ROW_MARKS`], f32) and of blocks ([`Select::BLOCK_MARKS`], f32 `[batch,
/// block_rule heads, blocks]`) may overrule the scores.
#[derive(Debug, Clone, PartialEq)]
pub struct Select {
    /// Sequences.
    pub batch: u32,
    /// Heads that choose.
    pub heads: u32,
    /// Heads of scores that share a choice.
    pub group: u32,
    /// Queries of a sequence.
    pub q_len: u32,
    /// Queries of a row.
    pub row_step: u32,
    /// Blocks of keys.
    pub blocks: u32,
    /// Keys of a block.
    pub block: u32,
    /// Position of query 0 on the key axis.
    pub align_offset: i32,
    /// How many.
    pub choice: Choice,
    /// Fewest and most blocks of a row, whatever the choice says; forced blocks may exceed it.
    pub budget: (u32, u32),
    /// Only blocks that begin at or before the row's last query.
    pub causal: bool,
    /// The first blocks, this many, are forced.
    pub first: u32,
    /// The blocks of the row's own queries are forced.
    pub own: bool,
    /// With them, this many before.
    pub recent: u32,
    /// All rows of a head have the same scores, given once: [`Role::Scores`] `[batch, heads * group,
    /// 1, blocks]`.
    pub shared_rows: bool,
    /// `choice` and `budget` are of all rows of a head together: of all their blocks the best. One
    /// thread a head.
    pub rows_together: bool,
    /// What numbers of rows decide.
    pub row_rule: Option<RowRule>,
    /// Blocks whose number is below the first are forced; the second is how many heads have numbers
    /// of their own, a divisor of `heads`.
    pub block_rule: Option<(f32, u32)>,
}

impl Select {
    /// Numbers of rows.
    pub const ROW_MARKS: Role = Role::User("row_marks");
    /// Numbers of blocks.
    pub const BLOCK_MARKS: Role = Role::User("block_marks");

    /// A causal choice for every query, by scores of equal heads, nothing forced.
    pub fn new(batch: u32, heads: u32, len: u32, block: u32, choice: Choice) -> Self {
        Self {
            batch,
            heads,
            group: 1,
            q_len: len,
            row_step: 1,
            blocks: len.div_ceil(block.max(1)),
            block,
            align_offset: 0,
            choice,
            budget: (0, u32::MAX),
            causal: true,
            first: 0,
            own: false,
            recent: 0,
            shared_rows: false,
            rows_together: false,
            row_rule: None,
            block_rule: None,
        }
    }

    /// Rows of a head.
    pub fn rows(&self) -> u32 {
        self.q_len.div_ceil(self.row_step.max(1))
    }

    fn validate(&self) -> Result<()> {
        in_range("heads", self.heads.into(), 1, 1 << 16)?;
        in_range("group", self.group.into(), 1, 1 << 16)?;
        in_range("row_step", self.row_step.into(), 1, 1 << 28)?;
        in_range("block", self.block.into(), 1, 1 << 28)?;
        in_range("blocks", self.blocks.into(), 1, 1 << 28)?;
        in_range("recent", self.recent.into(), 0, 1 << 28)?;
        in_range("q_len", self.q_len.into(), 0, 1 << 28)?;
        in_range("alignment offset, distance from 0", self.align_offset.unsigned_abs().into(), 0, 1 << 28)?;
        if self.budget.0 > self.budget.1 {
            let why = format!("fewest {} is over most {}", self.budget.0, self.budget.1);
            return Err(Error::Contradiction { what: "budget", why });
        }
        if let Choice::Threshold(x) | Choice::TopP(x) | Choice::Within(x) = self.choice {
            finite("choice", x)?;
        }
        finite("row_rule", self.row_rule.map_or(0.0, RowRule::bound))?;
        if let Some((bound, heads)) = self.block_rule {
            finite("block_rule", bound)?;
            divides("heads of block_rule", heads, self.heads)?;
        }
        let rows = product(&[self.batch, self.heads, self.rows(), self.blocks]);
        let scores = self.scores().max(rows);
        let limit = u64::from(u32::MAX);
        if scores > limit {
            return Err(Error::IndexOverflow { what: Role::Scores.name().into(), needed: scores, limit });
        }
        Ok(())
    }

    /// Elements of the scores.
    fn scores(&self) -> u64 {
        let rows = if self.shared_rows { 1 } else { self.rows() };
        product(&[self.batch, self.heads, self.group, rows, self.blocks])
    }

    /// Rows that share a budget.
    fn chooser_rows(&self) -> u32 {
        if self.rows_together { self.rows() } else { 1 }
    }

    /// Ranks to keep in registers, where no choice takes more blocks than few beside the forced ones: a power
    /// of two, so that not every number is a shader of its own.
    fn leaders(&self) -> Option<u32> {
        let most = match self.choice {
            Choice::TopK(k) => k.clamp(self.budget.0, self.budget.1),
            _ => self.budget.1,
        };
        (most <= MOST_LEADERS).then(|| most.max(1).next_power_of_two())
    }

    /// Numbers that overrule the scores, and how many there are.
    fn marks(&self) -> Vec<(Role, u64)> {
        let heads = u64::from(self.batch) * u64::from(self.heads);
        let rows = self.row_rule.map(|rule| {
            let each = if matches!(rule, RowRule::AllBelow(_)) { self.rows() } else { 1 };
            (Self::ROW_MARKS, heads * u64::from(each))
        });
        let blocks = self.block_rule.map(|(_, heads)| {
            (Self::BLOCK_MARKS, u64::from(self.batch) * u64::from(heads) * u64::from(self.blocks))
        });
        rows.into_iter().chain(blocks).collect()
    }

    fn params(&self, grid: [u32; 2]) -> SelectParams {
        let (top_k, bound) = match self.choice {
            Choice::TopK(k) => (k, 0.0),
            Choice::Threshold(x) | Choice::TopP(x) | Choice::Within(x) => (0, x),
        };
        SelectParams {
            grid_x: grid[0],
            // At most the scores, which fit 32 bits.
            rows: self.batch * self.heads * self.rows(),
            rows_of_head: self.rows(),
            group: self.group,
            blocks: self.blocks,
            words: self.blocks.div_ceil(32),
            block: self.block,
            row_step: self.row_step,
            q_len: self.q_len,
            causal: self.causal.into(),
            own: self.own.into(),
            recent: self.recent,
            first: self.first,
            score_rows: if self.shared_rows { 1 } else { self.rows() },
            top_k,
            fewest: self.budget.0,
            most: self.budget.1,
            choosers: self.batch * self.heads * self.rows() / self.chooser_rows(),
            chooser_rows: self.chooser_rows(),
            cells: self.chooser_rows() * self.blocks,
            mark_group: self.heads / self.block_rule.map_or(self.heads, |(_, heads)| heads),
            bound,
            row_bound: self.row_rule.map_or(0.0, RowRule::bound),
            block_bound: self.block_rule.map_or(0.0, |(bound, _)| bound),
            align_offset: self.align_offset,
        }
    }

    /// Rounds of loops over the blocks of a chooser: how often scores are summed over heads, for ranks and masses,
    /// and how often ranks are read, for the selection, counts and a cut.
    fn rounds(&self) -> u64 {
        let cut = if self.leaders().is_some() { 0 } else { 11 };
        let (sums, counts) = match self.choice {
            Choice::TopK(_) => (1, 1),
            Choice::Threshold(_) => (1, 2),
            Choice::TopP(_) | Choice::Within(_) => (36, 3),
        };
        let blocks = u64::from(self.blocks);
        let scored = product(&[sums, blocks + 1, u64::from(self.group) + 2]);
        let row = scored.saturating_add((cut + counts) * (blocks + 2) + blocks / 16);
        row.saturating_mul(self.chooser_rows().into())
    }

    fn key(&self) -> crate::shader::ShaderKey {
        let mut key = io::empty_key("select", SelectParams::WGSL);
        key.consts = vec![("WORKGROUP", Const::U32(LINEAR_WORKGROUP))];
        let cut = match self.leaders() {
            Some(most) => {
                key.consts.push(("LEADERS", Const::U32(most)));
                key.unrolled = true;
                shader::CUT_OF_FEW
            }
            None => shader::CUT_OF_MANY,
        };
        let choice: &[_] = match self.choice {
            Choice::TopK(_) => &[shader::CHOOSE_TOP_K],
            Choice::Threshold(_) => &[shader::CHOOSE_THRESHOLD],
            Choice::TopP(_) => &[shader::CHOOSE_MASS, shader::CHOOSE_TOP_P],
            Choice::Within(_) => &[shader::CHOOSE_MASS, shader::CHOOSE_WITHIN],
        };
        let rows = match self.row_rule {
            None => shader::ROWS_BY_SCORE,
            Some(RowRule::AllBelow(_)) => shader::ROWS_ALL_BELOW,
            Some(RowRule::NoneBelow(_)) => shader::ROWS_NONE_BELOW,
            Some(RowRule::NoneFrom(_)) => shader::ROWS_NONE_FROM,
        };
        let blocks = if self.block_rule.is_some() { shader::BLOCKS_BELOW } else { shader::BLOCKS_BY_SCORE };
        key.fragments = [&[shader::GROUP_LIB], choice, &[rows, blocks, cut, shader::SELECT]].concat();
        for (name, element, access) in [
            ("scores", "f32", Access::Read),
            ("selection", "u32", Access::ReadWrite),
            ("ranks", "u32", Access::ReadWrite),
        ] {
            key.bindings.push(Binding { name, element, access });
        }
        for (role, _) in self.marks() {
            key.bindings.push(Binding { name: role.name(), element: "f32", access: Access::Read });
        }
        key
    }
}

impl Problem for Select {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        self.validate()?;
        let scores = 4 * self.scores();
        let rows = u64::from(self.batch) * u64::from(self.heads) * u64::from(self.rows());
        let selection = 4 * rows * u64::from(self.blocks.div_ceil(32));
        let mut tensors = vec![(Role::Scores, scores, false), (Role::Selection, selection, true)];
        tensors.extend(self.marks().into_iter().map(|(role, count)| (role, 4 * count, false)));
        let mut plan = Plan::of(tensors, 0);
        if rows == 0 {
            return Ok(plan);
        }
        caps.check_rounds("select", self.rounds())?;
        let key = self.key();
        let choosers = rows / u64::from(self.chooser_rows());
        let grid = grid(choosers.div_ceil(LINEAR_WORKGROUP.into()), caps)?;
        let ranks = 4 * rows * u64::from(self.blocks);
        let scratch = plan.recording.scratch(ranks);
        let bind = |slot, size| Bind { slot, offset: 0, size };
        let mut binds = vec![
            bind(Slot::Tensor(Role::Scores), scores),
            bind(Slot::Tensor(Role::Selection), selection),
            bind(scratch, ranks),
        ];
        binds.extend(self.marks().into_iter().map(|(role, count)| bind(Slot::Tensor(role), 4 * count)));
        plan.dispatch(key, &self.params(grid), binds, grid, caps)?;
        let why = format!("{:?} of {} blocks for {rows} rows", self.choice, self.blocks);
        plan.take("select", why);
        Ok(plan)
    }
}
