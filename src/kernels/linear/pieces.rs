//! Long sequences in several dispatches: watchdogs end a dispatch that takes seconds, and one
//! driver ends the loops of an invocation after 65,535 rounds in all, without a word.

use super::Views;
use crate::device::{DeviceCaps, LOOP_ROUNDS};
use crate::error::Result;
use crate::kernels::two_pass;
use crate::plan::{Plan, Policy};
use crate::problem::{Direction, LinearAttention, StateUse};
use crate::record::Slot;

/// Tokens that one dispatch walks through, where a token is one query of 64 features. The state in
/// between is read and written once, which is nothing beside this many tokens.
const PIECE: u32 = 2048;

/// Rounds that the loops of an invocation may take in one dispatch: half of what every driver takes.
pub(crate) const ROUNDS: u32 = LOOP_ROUNDS.div_ceil(2);

/// First step and number of steps of every piece.
pub(crate) fn cuts(len: u32, piece: u32) -> impl Iterator<Item = [u32; 2]> {
    (0..len.div_ceil(piece)).map(move |n| [n * piece, piece.min(len - n * piece)])
}

/// The pieces of a loop over tokens alone.
pub(crate) fn long_cuts(len: u32) -> impl Iterator<Item = [u32; 2]> {
    cuts(len, ROUNDS)
}

/// A piece of a walk: its first step and number of steps, what it does with the state, and where that
/// lies before and after.
pub(crate) struct Piece {
    pub(crate) cut: [u32; 2],
    pub(crate) state: StateUse,
    pub(crate) places: [Slot; 2],
}

/// The pieces, more than one, of a walk of `len` steps that uses the state of `given` places as `state`
/// says; it lies in one of two others in between.
pub(crate) fn pieces(
    (len, piece): (u32, u32),
    state: StateUse,
    given: [Slot; 2],
    between: [Slot; 2],
) -> impl Iterator<Item = Piece> {
    cuts(len, piece).enumerate().map(move |(n, cut)| {
        let (first, last) = (n == 0, cut[0] + cut[1] == len);
        let before = given[usize::from(state == StateUse::InPlace)];
        let places =
            [if first { before } else { between[n % 2] }, if last { given[1] } else { between[(n + 1) % 2] }];
        let state = match (!first || state.reads(), !last || state.writes()) {
            (true, true) => StateUse::InOut,
            (true, false) => StateUse::In,
            (false, true) => StateUse::Out,
            (false, false) => StateUse::None,
        };
        Piece { cut, state, places }
    })
}

impl LinearAttention {
    /// Tokens of a piece: fewer where a token is more rounds, and whole chunks.
    fn piece(&self, caps: &DeviceCaps, policy: &Policy) -> u32 {
        if policy.kernel.as_deref().map_or(self.takes_two_passes(caps, policy), |k| k == "two_pass") {
            return two_pass::piece(self, caps);
        }
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
        let piece = self.piece(caps, policy);
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
        for Piece { cut, state, places } in pieces((self.len, piece), self.state, views.state, between) {
            let part = Self { len: cut[1], state, ..self.clone() };
            for way in &ways {
                let cut = Views { state: places, ..views.piece(self, cut, *way) };
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
}
