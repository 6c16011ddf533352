//! Planning of [`LinearAttention`]: which kernels, in which order.

mod direction;
mod link;
mod pieces;
mod views;

pub(crate) use link::{
    consts, link_bonus, link_decay, link_rates, link_removal, link_state, link_state_at, link_token_counts,
    link_tokens,
};
pub(crate) use pieces::{Piece, ROUNDS, cuts, long_cuts, pieces};
pub(crate) use views::{LinearParams, Views, push};

use super::recurrent::{self, Form};
use super::{chunk, compete, features, polar, two_pass};
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{
    DType, Decay, Direction, EditRows, Epilogue, FeatureMap, Layout, LinearAttention, Role, UpdateRule,
};

/// Tokens from which on chunks pay: one chunk of the smallest size would be mostly padding below.
const SHORT: u32 = 17;

/// Segments up to which rules that correct themselves go token by token on GPUs whose lanes share columns. An
/// H200 took 1.3 us a token by `recurrent` with its two barriers, 1.7 by `chunk`, of which segments do three
/// times the work. Not measured: no GPU has run `recurrent_lanes` yet.
const FEW_SEGMENTS: u32 = 8;

impl Problem for LinearAttention {
    fn class(&self) -> Option<String> {
        let up = |n: u32| n.checked_next_power_of_two().unwrap_or(u32::MAX);
        Some(format!(
            "linear {} {}/{} {} {}/{} {} {:?} {:?}",
            up(self.batch),
            self.q_heads,
            self.kv_heads,
            up(self.len),
            self.qk_dim,
            self.v_dim,
            self.dtype,
            self.rule,
            self.decay,
        ))
    }

    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        self.validate()?;
        if self.epilogue.is_empty() && self.direction != Direction::Both {
            return self.plan_outputs(caps, policy);
        }
        let [batch, heads, len, dim] = self.shape(Role::O);
        // Both directions write rows of their own, which are added on their way out.
        let layout = Layout::bhnd(heads * self.direction.states(), len, dim);
        let second = u64::from(heads) * u64::from(len) * u64::from(dim);
        let rows = EditRows {
            input_layout: layout,
            second: (self.direction == Direction::Both).then_some(second),
            out_dtype: self.out_dtype,
            o_layout: self.o_layout,
            epilogue: self.epilogue.clone(),
            ..EditRows::new(batch, heads, len, dim, &[])
        };
        let inner =
            Self { epilogue: Epilogue::default(), out_dtype: DType::F32, o_layout: layout, ..self.clone() };
        inner.plan_outputs(caps, policy)?.then_edit(&rows, caps)
    }
}

impl LinearAttention {
    /// Plans everything but what is done to the outputs.
    fn plan_outputs(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let mut tensors = self.tensors()?;
        for (role, bytes, _) in &mut tensors {
            if *role == Role::O {
                *bytes *= u64::from(self.direction.states());
            }
        }
        let mut plan = Plan::of(tensors, 0);
        if self.batch == 0 {
            plan.take("none", "nothing to compute: batch 0");
            return Ok(plan);
        }
        let mut views = Views::direct(self);
        let mut p = self.clone();
        if p.maps() != [&FeatureMap::Identity; 2] || p.decay == Decay::Competing {
            views = features::plan(&p, views, caps, &mut plan)?;
            p = p.mapped();
        }
        if p.decay == Decay::Competing {
            (p, views) = compete::plan(&p, &views, caps, &mut plan)?;
        }
        if p.decay == Decay::Polar {
            let (rotated, turned, phases) = polar::plan(&p, &views, caps, &mut plan)?;
            rotated.plan_direction(&turned, caps, policy, &mut plan)?;
            polar::turn_state(&p, phases, caps, &mut plan)?;
        } else {
            p.plan_direction(&views, caps, policy, &mut plan)?;
        }
        Ok(plan)
    }

    /// Plans the recurrence on queries and keys wherever they are, in one piece.
    fn plan_piece(&self, views: &Views, caps: &DeviceCaps, policy: &Policy, plan: &mut Plan) -> Result<()> {
        match policy.kernel.as_deref() {
            Some("recurrent") => recurrent::plan(self, views, Form::Parts, (caps, plan), "asked for"),
            Some("recurrent_columns") => {
                recurrent::plan(self, views, Form::Columns, (caps, plan), "asked for")
            }
            Some("recurrent_lanes") => {
                let form = recurrent::lanes(self, caps, policy)?;
                recurrent::plan(self, views, form, (caps, plan), "asked for")
            }
            Some("chunk") => chunk::plan(self, views, (caps, plan), 1),
            Some("chunk_split") => {
                let segments = policy.splits.unwrap_or_else(|| chunk::segments(self, caps)).max(2);
                chunk::plan(self, views, (caps, plan), segments)
            }
            Some("two_pass") => two_pass::plan(self, views, (caps, policy), plan),
            None => self.choose(views, caps, policy, plan),
            Some(other) => Err(Error::unsupported(
                format!("kernel {other} for linear attention"),
                "the kernels are recurrent, recurrent_columns, recurrent_lanes, chunk, chunk_split and two_pass",
            )),
        }
    }

    /// The form of the walk by tokens where no processor's lanes own columns.
    fn by_token(&self, caps: &DeviceCaps, policy: &Policy, plan: &mut Plan) -> Form {
        match recurrent::lanes(self, caps, policy) {
            Ok(form) if !caps.cpu => form,
            Ok(_) => Form::Parts,
            Err(why) => {
                plan.decline("recurrent_lanes", why.to_string());
                Form::Parts
            }
        }
    }

    /// Whether the choice, if it is free, falls on two passes.
    fn takes_two_passes(&self, caps: &DeviceCaps, policy: &Policy) -> bool {
        !caps.cpu && policy.splits.is_none() && self.len >= SHORT && two_pass::tile(self, caps).is_ok()
    }

    /// On processors of eight lanes or more token by token with whole columns a lane: matrix work gains
    /// nothing there, for what chunks save is loads that lanes share anyway (by four lanes it gained up to a
    /// quarter). Else chunks where there are tokens enough and room for them: on GPUs in two passes, where
    /// those know the rule (7 times as fast on an H200), else split where states are few.
    fn choose(&self, views: &Views, caps: &DeviceCaps, policy: &Policy, plan: &mut Plan) -> Result<()> {
        let wide = caps.subgroups.is_none_or(|(_, lanes)| lanes >= 8);
        if caps.cpu && wide && policy.splits.is_none() {
            match recurrent::owns_columns(self) {
                Ok(()) => {
                    plan.decline("chunk", "a processor's lanes share the loads that chunks save");
                    let why = "a processor's lanes own whole columns";
                    return recurrent::plan(self, views, Form::Columns, (caps, plan), why);
                }
                Err(why) => plan.decline("recurrent_columns", why.to_string()),
            }
        }
        if self.len < SHORT {
            let why = "few tokens: the state is read once either way";
            let form = self.by_token(caps, policy, plan);
            recurrent::plan(self, views, form, (caps, plan), why)?;
            plan.decline("chunk", format!("{} tokens are fewer than {SHORT}", self.len));
            return Ok(());
        }
        if self.takes_two_passes(caps, policy) {
            plan.decline("chunk", "two passes walk less");
            return two_pass::plan(self, views, (caps, policy), plan);
        }
        if let Err(why) = two_pass::tile(self, caps)
            && !caps.cpu
        {
            plan.decline("two_pass", why.to_string());
        }
        if let Err(why) = chunk::tile(self, caps) {
            let form = self.by_token(caps, policy, plan);
            recurrent::plan(self, views, form, (caps, plan), "takes every size and rule")?;
            plan.decline("chunk", why.to_string());
            return Ok(());
        }
        let segments = policy.splits.unwrap_or_else(|| chunk::segments(self, caps));
        if !caps.cpu && self.rule != UpdateRule::Add && policy.splits.is_none() && segments <= FEW_SEGMENTS {
            let form = self.by_token(caps, policy, plan);
            if let Form::Lanes(_) = form {
                plan.decline("chunk", "a token by lanes takes less than its share of a chunk");
                let why = "lanes share columns, and wait for no one";
                return recurrent::plan(self, views, form, (caps, plan), why);
            }
        }
        chunk::plan(self, views, (caps, plan), segments)?;
        plan.decline("recurrent", "walks token by token");
        Ok(())
    }
}
