//! One check of the suite, and how it runs.

use super::damage::{Damage, Damaged, declined_and_replaced};
use crate::conformance::catalogue::Engine;
use crate::conformance::report::{Finding, Kind, Reason, Worst};
use crate::conformance::run::{Outcome, Status, run_async};
use crate::conformance::trial::{Trial, Verdict};
use crate::conformance::{Case, Comparison};
use crate::device::Gpu;
use crate::error::{Error, Result};
use crate::plan::{Plan, Tier};
use crate::problem::DType;
use std::fmt;
use std::rc::Rc;

/// One check of the suite.
#[derive(Clone)]
pub struct Check {
    /// Its name: words between slashes.
    pub name: String,
    /// What it is a case of; every group stands in [`quick`](super::quick).
    pub group: String,
    /// The engine it is about.
    pub engine: Engine,
    /// The tier it must run at; `None` for what the device would take.
    pub tier: Option<Tier>,
    /// Element type of its inputs.
    pub dtype: DType,
    build: Rc<dyn Fn() -> Result<Body>>,
}

impl fmt::Debug for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}, {:?}, {})", self.name, self.engine, self.tier, self.dtype)
    }
}

/// What a check runs.
pub enum Body {
    /// Calls whose outputs are known.
    Trial(Trial),
    /// A case file.
    Case(Box<Case>),
    /// Calls of a damaged kernel, which must be seen to be wrong.
    Damaged(Trial, &'static Damage),
    /// A tier that misbehaves: the self-check must decline it, and the calls come out right without it.
    Declined(Trial, &'static Damage),
}

impl Check {
    /// A check of f32 inputs at whatever tier the device would take.
    pub(crate) fn new(
        name: impl Into<String>,
        engine: Engine,
        build: impl Fn() -> Result<Body> + 'static,
    ) -> Self {
        let name = name.into();
        let group = name.split('/').next().unwrap_or_default().into();
        Self { name, group, engine, tier: None, dtype: DType::F32, build: Rc::new(build) }
    }

    /// A check of one trial.
    pub(crate) fn trial(
        name: impl Into<String>,
        engine: Engine,
        build: impl Fn() -> Result<Trial> + 'static,
    ) -> Self {
        Self::new(name, engine, move || Ok(Body::Trial(build()?)))
    }

    /// As a case of `group`.
    pub(crate) fn of(self, group: impl Into<String>) -> Self {
        Self { group: group.into(), ..self }
    }

    /// With inputs of another type.
    pub(crate) fn dtype(self, dtype: DType) -> Self {
        Self { dtype, ..self }
    }

    /// At this tier; its trial must ask for it.
    pub(crate) fn tier(self, tier: Tier) -> Self {
        Self { tier: Some(tier), ..self }
    }

    /// The same calls of a damaged kernel.
    pub(super) fn damaged_by(self, damage: &'static Damage) -> Self {
        self.spoilt(damage, damage.name, Body::Damaged)
    }

    /// The same calls where the tier they ask for misbehaves.
    pub(super) fn declined_by(self, damage: &'static Damage) -> Self {
        self.spoilt(damage, "a tier misbehaves", Body::Declined)
    }

    fn spoilt(self, damage: &'static Damage, name: &str, body: fn(Trial, &'static Damage) -> Body) -> Self {
        let group = format!("damaged/{name}");
        // Its words are one word of the new name.
        let name = format!("{group}/{}", self.name.replace('/', ", "));
        let build = self.build;
        let spoil = move || match build()? {
            Body::Trial(trial) => Ok(body(trial, damage)),
            other => Ok(other),
        };
        Self { name, group, build: Rc::new(spoil), ..self }
    }

    /// Builds what it runs.
    ///
    /// # Errors
    /// [`Error::File`] for a malformed case; whatever is wrong with a problem.
    pub fn body(&self) -> Result<Body> {
        (self.build)()
    }

    /// Runs it. Never fails: what goes wrong is the finding.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn run(&self, gpu: &Gpu) -> Finding {
        pollster::block_on(self.run_async(gpu, &|_| {}))
    }

    /// As [`Check::run`], for targets that may not block. Every plan is changed by `edit`
    /// before it runs, as in [`Trial::outputs_async`]; those of case files are not.
    pub async fn run_async(&self, gpu: &Gpu, edit: &dyn Fn(&mut Plan)) -> Finding {
        match self.body() {
            Ok(Body::Case(case)) => self.of_outcome(&run_async(gpu, &case).await),
            Ok(Body::Trial(trial)) => match self.refusal(gpu, &trial) {
                Some(finding) => finding,
                None => match trial.outputs_async(gpu, edit).await.and_then(|done| trial.judge(&done)) {
                    Ok(verdict) => self.of_verdict(&verdict),
                    Err(error) => self.of_error(&error),
                },
            },
            Ok(Body::Damaged(trial, damage)) => match self.refusal(gpu, &trial) {
                Some(finding) => finding,
                None => self.of_damage(damage.run(gpu, &trial).await),
            },
            Ok(Body::Declined(trial, damage)) => match self.refusal(gpu, &trial) {
                Some(finding) => finding,
                None => self.of_damage(declined_and_replaced(gpu, &trial, damage).await),
            },
            Err(error) => self.of_error(&error),
        }
    }

    /// Why the device does not run it as asked, known from its plans alone.
    fn refusal(&self, gpu: &Gpu, trial: &Trial) -> Option<Finding> {
        let mut used = Tier::Plain;
        let mut declined = None;
        for step in &trial.steps {
            match step.plan(gpu) {
                Err(error) => return Some(self.of_error(&error)),
                Ok(plan) => {
                    used = used.max(plan.tier());
                    declined = declined.or_else(|| self.declined(&plan));
                }
            }
        }
        let asked = self.tier.filter(|&asked| asked != used)?;
        let text = declined.unwrap_or_else(|| format!("no kernel of the tier {asked} takes the problem"));
        Some(self.unsupported(Reason { kind: Kind::Tier, text }))
    }

    /// What a plan says of a tier that it left out.
    fn declined(&self, plan: &Plan) -> Option<String> {
        let name = format!("tier {}", self.tier?);
        plan.decisions.iter().find(|d| !d.taken && d.kernel == name).map(|d| d.why.clone())
    }

    fn found(&self, status: Status) -> Finding {
        Finding {
            case: self.name.clone(),
            engine: self.engine,
            tier: self.tier.unwrap_or(Tier::Plain),
            dtype: self.dtype,
            status,
            reason: None,
            worst: None,
        }
    }

    fn unsupported(&self, reason: Reason) -> Finding {
        Finding { reason: Some(reason), ..self.found(Status::Unsupported) }
    }

    fn of_error(&self, error: &Error) -> Finding {
        let kind = match error {
            Error::Unsupported { .. } => Kind::Problem,
            Error::Limit { .. } => Kind::Limit,
            Error::Shader { .. } => Kind::Compiler,
            _ => Kind::Device,
        };
        let status = match kind {
            Kind::Problem | Kind::Limit => Status::Unsupported,
            _ => Status::Error,
        };
        Finding { reason: Some(Reason { kind, text: error.to_string() }), ..self.found(status) }
    }

    fn of_verdict(&self, verdict: &Verdict) -> Finding {
        let complaint = verdict.complaint().map(|text| Reason { kind: Kind::Wrong, text });
        let status = if complaint.is_some() { Status::Fail } else { Status::Pass };
        let used = verdict.plans.iter().map(Plan::tier).max().unwrap_or(Tier::Plain);
        let places = verdict.outputs.iter().map(|(step, role, c)| (format!("call {step}, {role}"), c));
        Finding { tier: used, reason: complaint, worst: worst(places), ..self.found(status) }
    }

    /// How a damaged kernel fared: it passes if the damage was noticed.
    fn of_damage(&self, damaged: Result<Damaged>) -> Finding {
        match damaged {
            Ok(Damaged::Noticed) => self.found(Status::Pass),
            Ok(Damaged::Unnoticed(text)) => {
                let reason = Some(Reason { kind: Kind::Unnoticed, text });
                Finding { reason, ..self.found(Status::Fail) }
            }
            Err(error) => self.of_error(&error),
        }
    }

    fn of_outcome(&self, outcome: &Outcome) -> Finding {
        let kind = match outcome.status {
            Status::Pass | Status::Fail => Kind::Wrong,
            Status::Unsupported => Kind::Problem,
            Status::Error => Kind::Device,
        };
        let reason = outcome.reason.clone().map(|text| Reason { kind, text });
        let places = outcome.outputs.iter().map(|(name, c)| (name.clone(), c));
        Finding { reason, worst: worst(places), ..self.found(outcome.status) }
    }
}

/// The output that used the largest share of what it was allowed.
fn worst<'a>(outputs: impl Iterator<Item = (String, &'a Comparison)>) -> Option<Worst> {
    let (place, c) = outputs.max_by(|a, b| a.1.share.total_cmp(&b.1.share))?;
    // JSON has no infinity.
    Some(Worst {
        error: c.max_abs.min(f64::MAX),
        share: c.share.min(f64::MAX),
        at: format!("{place}[{}]", c.at),
    })
}
