//! What kernels of the recurrence link: constants, rates, states.

use super::Views;
use crate::kernels::io::KeyIo;
use crate::problem::{DType, Decay, LinearAttention, Role, StateUse, UpdateRule};
use crate::record::{Bind, Slot};
use crate::shader::{self, Access, Binding, Const, Fragment};

/// Constants that follow from the problem alone.
pub(crate) fn consts(p: &LinearAttention) -> Vec<(&'static str, Const)> {
    vec![
        ("QK_DIM", Const::U32(p.qk_dim)),
        ("V_DIM", Const::U32(p.v_dim)),
        ("STATE_COLUMNS", Const::U32(p.state_columns())),
        ("DELTA", Const::Bool(p.rule == UpdateRule::Delta)),
        ("MOMENTUM", Const::Bool(p.rule == UpdateRule::Momentum)),
        ("RANK_ONE", Const::Bool(p.rule == UpdateRule::RankOne)),
        ("DECAY", Const::Bool(p.decay != Decay::None)),
        ("DECAY_CHANNEL", Const::Bool(p.decay == Decay::PerChannel)),
        ("NORMALISE", Const::Bool(p.normaliser.is_some())),
        ("BONUS", Const::Bool(p.bonus)),
    ]
}

/// Links lengths and the places of rows; the binding, if there is one.
pub(crate) fn link_tokens(p: &LinearAttention, io: &mut KeyIo<'_>, binds: &mut Vec<Bind>) {
    link_token_counts(p, io, binds);
    io.key.fragments.push(shader::RECURRENCE_INDEX);
}

/// Links lengths; the binding, if there is one.
pub(crate) fn link_token_counts(p: &LinearAttention, io: &mut KeyIo<'_>, binds: &mut Vec<Bind>) {
    if p.ragged.is_some() {
        io.key.fragments.push(shader::TOKENS_RAGGED);
        let size = 4 * (u64::from(p.batch) + 1);
        let name = Role::CuSeqlensQ.name();
        io.key.bindings.push(Binding { name, element: "u32", access: Access::Read });
        binds.push(Bind { slot: Slot::Tensor(Role::CuSeqlensQ), offset: 0, size });
    } else {
        io.key.fragments.push(shader::TOKENS_FIXED);
    }
    io.key.fragments.push(shader::GROUP_LIB);
}

/// Links decays of a type, and rates as the caller gives them.
pub(crate) fn link_rates(p: &LinearAttention, decays: DType, io: &mut KeyIo<'_>) {
    link_decay(p, decays, io);
    if p.rule.has_rates() {
        io.elements("beta", p.rate_dtype);
    } else {
        io.key.fragments.push(shader::ELEMENT_ONE.of("beta"));
    }
}

/// Links decays of a type.
pub(crate) fn link_decay(p: &LinearAttention, decays: DType, io: &mut KeyIo<'_>) {
    io.elements_or_zeros("decay", p.decay.is_given().then_some(decays));
}

/// Links what a rank-one rule reads and writes.
pub(crate) fn link_removal(p: &LinearAttention, io: &mut KeyIo<'_>) {
    io.elements_or_zeros("removal", (p.rule == UpdateRule::RankOne).then_some(p.dtype));
}

/// Links the state before the first token and after the last.
pub(crate) fn link_state(p: &LinearAttention, views: &Views, io: &mut KeyIo<'_>, binds: &mut Vec<Bind>) {
    link_state_at(p.state, views.state, 4 * p.state_elements(), io, binds);
}

/// Links states of `size` bytes at these places, before and after.
pub(crate) fn link_state_at(
    state: StateUse,
    [before, after]: [Slot; 2],
    size: u64,
    io: &mut KeyIo<'_>,
    binds: &mut Vec<Bind>,
) {
    let (load, store): (Fragment, Fragment) = match state {
        StateUse::None => (shader::STATE_ZERO, shader::STATE_DROP),
        StateUse::In => (shader::STATE_IN, shader::STATE_DROP),
        StateUse::Out => (shader::STATE_ZERO, shader::STATE_OUT),
        StateUse::InOut => (shader::STATE_IN, shader::STATE_OUT),
        StateUse::InPlace => (shader::STATE_OWN, shader::STATE_OUT),
    };
    io.key.fragments.extend([load, store]);
    let mut bind = |role: Role, access, slot| {
        io.key.bindings.push(Binding { name: role.name(), element: "f32", access });
        binds.push(Bind { slot, offset: 0, size });
    };
    if load == shader::STATE_IN {
        bind(Role::StateIn, Access::Read, before);
    }
    if state.writes() {
        bind(Role::StateOut, Access::ReadWrite, after);
    }
}

/// Links the bonus.
pub(crate) fn link_bonus(p: &LinearAttention, io: &mut KeyIo<'_>, binds: &mut Vec<Bind>) {
    io.elements_or_zeros(Role::Bonus.name(), p.bonus.then_some(DType::F32));
    let size = 4 * u64::from(p.state_heads()) * u64::from(p.qk_dim);
    binds.extend(p.bonus.then_some(Bind { slot: Slot::Tensor(Role::Bonus), offset: 0, size }));
}
