//! Long sequences in several dispatches: watchdogs end a dispatch that takes seconds, and one
//! driver ends the loops of an invocation after 65,535 rounds in all, without a word.

use super::Views;
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Plan, Policy};
use crate::problem::{Direction, LinearAttention, StateUse, UpdateRule};
use crate::record::Slot;

/// Tokens that one dispatch walks through, where a token is one query of 64 features. The state in
/// between is read and written once, which is nothing beside this many tokens.
const PIECE: u32 = 2048;

/// Segments that keep the walk of a workgroup short where a sequence cannot be cut into pieces:
/// packed ones have ends of their own, and two directions meet in no common place. The delta
/// rule has no segments, and walks on.
pub(super) fn segments(p: &LinearAttention) -> u32 {
    let whole = p.ragged.is_some() || p.direction == Direction::Both;
    if whole && p.rule == UpdateRule::Add { p.len.div_ceil(p.piece()).max(1) } else { 1 }
}

impl LinearAttention {
    /// Tokens of a piece: fewer where a token is more rounds, and whole chunks.
    fn piece(&self) -> u32 {
        let rounds = self.group() * self.qk_dim.max(self.v_dim).div_ceil(64);
        (PIECE / rounds.next_power_of_two()).max(64)
    }

    /// Plans the recurrence, first to last token or back, in as many pieces as its length asks for.
    pub(crate) fn plan_walk(
        &self,
        views: &Views,
        caps: &DeviceCaps,
        policy: &Policy,
        plan: &mut Plan,
    ) -> Result<()> {
        let most = self.piece();
        if self.len <= most || self.ragged.is_some() || self.direction == Direction::Both {
            return self.plan_piece(views, caps, policy, plan);
        }
        let bytes = 4 * self.state_elements();
        let between = [plan.recording.scratch(bytes), plan.recording.scratch(bytes)];
        let count = self.len.div_ceil(most);
        let mut told = 0;
        for n in 0..count {
            let (first, last) = (n == 0, n + 1 == count);
            let [from, to] = [n * most, (n * most + most).min(self.len)];
            let from = if self.direction == Direction::Reverse { self.len - to } else { from };
            let piece = Self { len: to - n * most, state: self.piece_state(first, last), ..self.clone() };
            let before = if first { self.first_state(views) } else { between[n as usize % 2] };
            let after = if last { views.state[1] } else { between[(n as usize + 1) % 2] };
            let cut = Views { state: [before, after], ..views.cut(from, piece.len) };
            piece.plan_piece(&cut, caps, policy, plan)?;
            // Every piece is planned as the first one.
            told = if first { plan.decisions.len() } else { told };
            plan.decisions.truncate(told);
        }
        Ok(())
    }

    /// Where the state before the first token lies.
    fn first_state(&self, views: &Views) -> Slot {
        if self.state == StateUse::InPlace { views.state[1] } else { views.state[0] }
    }

    fn piece_state(&self, first: bool, last: bool) -> StateUse {
        let reads = !first || self.state.reads();
        let writes = !last || self.state.writes();
        match (reads, writes) {
            (true, true) => StateUse::InOut,
            (true, false) => StateUse::In,
            (false, true) => StateUse::Out,
            (false, false) => StateUse::None,
        }
    }
}
