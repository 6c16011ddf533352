//! Gradients of recurrences, against the f64 gradients that keep every state.

use super::Check;
use super::recurrence::policy;
use super::recurrence_inputs::inputs;
use crate::conformance::catalogue::Engine;
use crate::conformance::guard::View;
use crate::conformance::trial::{Noise, Trial, Wanted};
use crate::plan::Tier;
use crate::problem::{
    DType, Decay, Direction, Layout, LinearAttention, LinearGradient, Role, StateUse, UpdateRule,
};
use crate::record::HostTensors;
use crate::reference::{LinearGradients, LinearInputs, linear_gradient};

/// Inputs and gradients of a problem with any views, which lie in larger buffers; `strength` scales the
/// decays.
pub fn trial(p: &LinearGradient, seed: u64, strength: f32) -> Trial {
    let (x, given, want) = values(&p.linear, seed, strength);
    let mut host = HostTensors::new();
    if p.linear.ragged.is_some() {
        host = host.indices(Role::CuSeqlensQ, &x.cu_seqlens);
    }
    let l = &p.linear;
    for (role, layout, dtype, values) in [
        (Role::Q, l.q_layout, l.dtype, &x.q),
        (Role::K, l.k_layout, l.dtype, &x.k),
        (Role::V, l.v_layout, l.dtype, &x.v),
        (Role::Decay, l.decay_layout, l.decay_dtype(), &x.decay),
        (Role::Beta, l.beta_layout, l.rate_dtype, &x.beta),
        (Role::GradO, l.o_layout, l.out_dtype, &given[0]),
    ] {
        let shape = l.shape(if role == Role::GradO { Role::O } else { role });
        let wanted = match role {
            Role::Decay => l.decay.is_given(),
            Role::Beta => l.rule.has_rates(),
            _ => true,
        };
        if wanted {
            host = host.bytes(role, View { dtype, layout, shape }.packed(values));
        }
    }
    let f32s = |values: &[f64]| values.iter().map(|&x| x as f32).collect::<Vec<f32>>();
    if l.state.reads() {
        host = host.floats(Role::StateIn, DType::F32, &f32s(&x.state));
    }
    if l.state.writes() {
        host = host.floats(Role::GradStateOut, DType::F32, &f32s(&given[1]));
    }
    let mut trial = Trial::of(p.clone(), host);
    for (role, values) in [
        (Role::GradQ, want.q),
        (Role::GradK, want.k),
        (Role::GradV, want.v),
        (Role::GradDecay, want.decay),
        (Role::GradBeta, want.beta),
    ] {
        if values.is_empty() && matches!(role, Role::GradDecay | Role::GradBeta) {
            continue;
        }
        let (layout, shape, dtype) = p.view(role);
        let values = shared(values, l.shape(Role::K), shape);
        let view = Some(View { dtype, layout, shape });
        trial = trial.wanting(Wanted { role, dtype, values, view, allowed: None });
    }
    if l.state.reads() { trial.wants(Role::GradStateIn, want.state) } else { trial }
}

/// Inputs, gradients by the outputs and by the last state, and what follows; heads that share a rate
/// have the same.
fn values(p: &LinearAttention, seed: u64, strength: f32) -> (LinearInputs, [Vec<f64>; 2], LinearGradients) {
    let (mut x, _) = inputs(&p.clone().contiguous(), seed, strength);
    for (role, layout, values) in
        [(Role::Beta, p.beta_layout, &mut x.beta), (Role::Decay, p.decay_layout, &mut x.decay)]
    {
        let [_, heads, len, channels] = p.shape(role);
        let head = ((len * channels) as usize).max(1);
        if layout.strides[1] == 0 {
            for entry in values.chunks_exact_mut(head * heads as usize) {
                let (first, others) = entry.split_at_mut(head);
                others.chunks_exact_mut(head).for_each(|other| other.copy_from_slice(first));
            }
        }
    }
    let mut noise = Noise::new(seed ^ 0x9d);
    let o = p.shape(Role::O).iter().product::<u32>() as usize;
    let o = noise.rounded(p.out_dtype, o, 1.0);
    let state = if p.state.writes() { p.state_elements() as usize } else { 0 };
    let state = noise.rounded(DType::F32, state, 1.0);
    let want = linear_gradient(p, &x, &o, &state);
    (x, [o, state], want)
}

/// Values of heads added up where the view of shape `to` has one head for all of them.
fn shared(values: Vec<f64>, [batch, heads, ..]: [u32; 4], to: [u32; 4]) -> Vec<f64> {
    if to[1] != 1 || heads == 1 || values.is_empty() {
        return values;
    }
    let head = (to[2] * to[3]) as usize;
    let mut sums = vec![0.0; batch as usize * head];
    for (n, value) in values.iter().enumerate() {
        sums[n / head / heads as usize * head + n % head] += value;
    }
    sums
}

/// Every rule with every decay, with the number of each.
pub fn variants(base: &LinearAttention) -> Vec<(String, LinearAttention)> {
    let mut all = Vec::new();
    for decay in [Decay::None, Decay::PerHead, Decay::PerToken, Decay::PerChannel] {
        for (name, rule) in [("add", UpdateRule::Add), ("delta", UpdateRule::Delta)] {
            all.push((format!("{decay:?} {name}"), base.clone().decay(decay).rule(rule)));
        }
    }
    all
}

/// Rows in between the rows of other tensors, that begin at any element.
pub fn strided(mut p: LinearAttention) -> LinearAttention {
    p = p.contiguous_bnhd();
    let apart = |layout: Layout, by: u64| {
        let [b, h, n] = layout.strides;
        Layout { offset: by, strides: [2 * b + 3, h, 2 * n] }
    };
    p.q_layout = apart(p.q_layout, 1);
    p.k_layout = apart(p.k_layout, 3);
    p.v_layout = apart(p.v_layout, 2);
    p.o_layout = apart(p.o_layout, 5);
    p.beta_layout = Layout { offset: 1, strides: [p.storage_len().into(), 0, 1] };
    p
}

/// The checks of gradients.
pub(super) fn checks() -> impl Iterator<Item = Check> {
    let mut all = Vec::new();
    let base = |len, d, dv| {
        let grouped = LinearAttention { q_heads: 4, ..LinearAttention::new(2, 2, len, d) };
        grouped.v_dim(dv).state(StateUse::InOut)
    };
    for (n, (len, d, dv)) in [(1, 16, 7), (33, 5, 32), (100, 48, 32)].into_iter().enumerate() {
        for (m, (name, p)) in variants(&base(len, d, dv)).into_iter().enumerate() {
            if (n + m) % 2 == 0 {
                all.push(("gradients", format!("{name} of {len}"), LinearGradient::new(p), 0.3));
            }
        }
    }
    for dtype in [DType::F16, DType::Bf16] {
        let p = base(40, 21, 19).dtype(dtype).rule(UpdateRule::Delta).decay(Decay::PerToken);
        let p = LinearGradient::new(strided(p)).grad_dtype(dtype);
        all.push(("gradients of types", format!("{dtype}, strided"), p, 0.3));
    }
    // Where four elements begin at no multiple of four, though rows are as long.
    let mut p = base(20, 16, 8).rule(UpdateRule::Delta).decay(Decay::PerToken);
    for view in [&mut p.q_layout, &mut p.k_layout, &mut p.v_layout, &mut p.o_layout] {
        *view = view.at(3);
    }
    all.push(("gradients", "views from element 3 on".into(), LinearGradient::new(p), 0.3));
    let packed = LinearAttention::new(4, 2, 90, 16).ragged(90).rule(UpdateRule::Delta);
    for direction in [Direction::Forward, Direction::Reverse] {
        let p = LinearGradient::new(packed.clone().decay(Decay::PerChannel).direction(direction));
        all.push(("gradients", format!("packed, {direction:?}"), p, 0.3));
    }
    let long = LinearAttention::new(1, 2, 1500, 16).state(StateUse::InOut);
    for (name, p) in variants(&long).into_iter().skip(4) {
        all.push(("gradients of long sequences", name, LinearGradient::new(p), 3.0));
    }
    // Of which a thread owns four columns and one row, or one column and four rows.
    for (d, dv, decay) in [(132, 20, Decay::PerChannel), (20, 132, Decay::PerToken)] {
        let p = LinearAttention::new(1, 1, 5, d).v_dim(dv).rule(UpdateRule::Delta).decay(decay);
        all.push(("gradients of wide states", format!("{d} by {dv}"), LinearGradient::new(p), 0.3));
    }
    all.into_iter().enumerate().flat_map(|(n, (group, name, p, strength))| {
        [("linear_gradient", Tier::Plain), ("linear_gradient_lanes", Tier::Subgroup)].map(|(kernel, tier)| {
            let dtype = p.linear.dtype;
            let p = p.clone();
            // Seeds are small.
            let build = move || Ok(trial(&p, n as u64, strength).by(policy(kernel, tier)));
            Check::trial(format!("recurrence/{group}/{name}/{kernel}"), Engine::Recurrence, build)
                .of("recurrence/gradients")
                .dtype(dtype)
                .tier(tier)
        })
    })
}
