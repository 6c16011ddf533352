//! Long sequences in several dispatches: watchdogs end a dispatch that takes seconds, and one
//! driver ends the loops of an invocation after 65,535 rounds in all, without a word.

use super::Views;
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Plan, Policy};
use crate::problem::{Direction, LinearAttention, StateUse};
use crate::record::Slot;

/// Tokens that one dispatch walks through, where a token is one query of 64 features. The state in
/// between is read and written once, which is nothing beside this many tokens.
const PIECE: u32 = 2048;

/// Rounds that a loop over tokens and nothing else may take in one dispatch.
const ROUNDS: u32 = 1 << 15;

/// First step and number of steps of every piece.
fn cuts(len: u32, piece: u32) -> impl Iterator<Item = [u32; 2]> {
    (0..len.div_ceil(piece)).map(move |n| [n * piece, piece.min(len - n * piece)])
}

/// The pieces of a loop over tokens alone.
pub(crate) fn long_cuts(len: u32) -> impl Iterator<Item = [u32; 2]> {
    cuts(len, ROUNDS)
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
        let piece = self.piece();
        if self.len <= piece {
            return self.plan_piece(views, caps, policy, plan);
        }
        let bytes = 4 * self.state_elements();
        let between = [plan.recording.scratch(bytes), plan.recording.scratch(bytes)];
        // The ways of both directions meet in no common place.
        let ways = match self.direction {
            Direction::Both => vec![Some(Direction::Forward), Some(Direction::Reverse)],
            _ => vec![None],
        };
        let known = plan.decisions.len();
        let own = plan.recording.scratch.len();
        let mut shared: Vec<u64> = Vec::new();
        for (n, cut) in cuts(self.len, piece).enumerate() {
            let (first, last) = (n == 0, cut[0] + cut[1] == self.len);
            let before = if first { self.first_state(views) } else { between[n % 2] };
            let after = if last { views.state[1] } else { between[(n + 1) % 2] };
            let part = Self { len: cut[1], state: self.piece_state(first, last), ..self.clone() };
            for way in &ways {
                let cut = Views { state: [before, after], ..views.piece(self, cut, *way) };
                let told = plan.decisions.len();
                part.plan_piece(&cut, caps, policy, plan)?;
                // Every piece is planned as the first one, and they share their scratch memory.
                plan.decisions.truncate(if told == known { plan.decisions.len() } else { told });
                let sizes = plan.recording.scratch.split_off(own);
                shared.resize(shared.len().max(sizes.len()), 0);
                shared.iter_mut().zip(sizes).for_each(|(most, size)| *most = size.max(*most));
            }
        }
        plan.recording.scratch.extend(shared);
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
