//! From a problem to a [`Plan`]: pure functions of the problem, the device's capabilities and
//! a policy. Nothing here talks to a device.

mod compose;
mod cost;
mod window;

pub use cost::Cost;
pub(crate) use window::{Part, View, parts, shorter};

use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::problem::{Layout, Role};
use crate::record::Recording;
use std::any::Any;
use std::fmt;
use std::str::FromStr;

/// What the caller demands of a plan; by default nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Policy {
    /// Only this kernel, by name (`flash`, `naive`, ...); planning fails where it declines.
    pub kernel: Option<String>,
    /// Parts that the keys are split into; 1 for none.
    pub splits: Option<u32>,
    /// The most capable tier that may be used. Recurrences use cooperative matrices only where this names
    /// them ([`Tier::Matrix`]), since plain products were faster on the GPU that was measured.
    pub max_tier: Option<Tier>,
    /// Cooperative matrices may round to f16 what is not: inputs of f32 and bf16 (past 65,504 they
    /// become infinite), and weights whose output is f32. By default they decline those.
    pub rounds_to_f16: bool,
    /// The tile of the softmax kernels, one of [`TileShape::ALL`]: it names the kernel too. Other
    /// kernels have one tile each, whatever is asked.
    pub tile: Option<TileShape>,
}

/// What a workgroup of the softmax kernels does at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TileShape {
    /// Invocations of the workgroup.
    pub threads: u32,
    /// Rows: queries, or those of all heads that share a key.
    pub rows: u32,
    /// Keys.
    pub keys: u32,
}

impl fmt::Display for TileShape {
    /// E.g. `64x32/128`: rows, keys, threads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}/{}", self.rows, self.keys, self.threads)
    }
}

impl FromStr for TileShape {
    type Err = Error;

    /// What [`TileShape`] prints, of [`TileShape::ALL`].
    fn from_str(text: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|shape| shape.to_string() == text).ok_or_else(|| {
            let all = Self::ALL.map(|shape| shape.to_string()).join(", ");
            Error::unsupported(format!("tile {text}"), format!("the tiles are {all}"))
        })
    }
}

impl fmt::Display for Policy {
    /// E.g. `kernel flash, 2 splits, at most plain, tile 64x32/128`, or `as planned`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kernel = self.kernel.iter().map(|k| format!("kernel {k}"));
        let splits = self.splits.iter().map(|n| format!("{n} splits"));
        let tier = self.max_tier.iter().map(|t| format!("at most {t}"));
        let tile = self.tile.iter().map(|t| format!("tile {t}"));
        let rounds = self.rounds_to_f16.then(|| "rounded to f16".to_string());
        let parts: Vec<String> = kernel.chain(splits).chain(tier).chain(tile).chain(rounds).collect();
        f.write_str(if parts.is_empty() { "as planned" } else { "" })?;
        f.write_str(&parts.join(", "))
    }
}

/// How much of a device a kernel uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "conformance", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "conformance", serde(rename_all = "snake_case"))]
pub enum Tier {
    /// Plain WGSL within the WebGPU defaults.
    Plain,
    /// Subgroup operations.
    Subgroup,
    /// Cooperative matrices.
    Matrix,
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plain => "plain",
            Self::Subgroup => "subgroup",
            Self::Matrix => "matrix",
        })
    }
}

/// One kernel that was considered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its name.
    pub kernel: String,
    /// Whether the plan uses it.
    pub taken: bool,
    /// Why, or why not.
    pub why: String,
}

/// What to do on the device, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The work.
    pub recording: Recording,
    /// Every tensor of the call: role, bytes of its view, whether it is written.
    pub tensors: Vec<(Role, u64, bool)>,
    /// Written tensors that may share a buffer, in either order: no dispatch binds two of them, and their views
    /// are apart.
    pub apart: Vec<(Role, Role)>,
    /// Every kernel considered.
    pub decisions: Vec<Decision>,
    /// Arithmetic and compulsory memory traffic.
    pub cost: Cost,
}

impl Plan {
    /// The most capable tier that its shaders use.
    pub fn tier(&self) -> Tier {
        let tier = |needs: crate::shader::Needs| match (needs.coop, needs.subgroups) {
            (true, _) => Tier::Matrix,
            (false, true) => Tier::Subgroup,
            (false, false) => Tier::Plain,
        };
        self.recording.all().map(|d| tier(d.key.needs)).max().unwrap_or(Tier::Plain)
    }

    /// A plan of these tensors and of so many FLOPs, without any work yet.
    pub(crate) fn of(tensors: Vec<(Role, u64, bool)>, flops: u64) -> Self {
        let mut plan = Self { tensors, cost: Cost { flops, bytes: 0 }, ..Self::empty() };
        plan.count_bytes();
        plan
    }

    /// Counts what its tensors move.
    pub(crate) fn count_bytes(&mut self) {
        self.cost.bytes = self.tensors.iter().fold(0, |sum: u64, (_, bytes, _)| sum.saturating_add(*bytes));
    }

    pub(crate) fn add_flops(&mut self, flops: u64) {
        self.cost.flops = self.cost.flops.saturating_add(flops);
    }

    /// Notes which of some written tensors of one type, none of which share a dispatch, are apart.
    pub(crate) fn may_share(&mut self, written: &[(Role, Layout, [u32; 4])]) {
        for (n, (role, layout, shape)) in written.iter().enumerate() {
            let later =
                written[n + 1..].iter().filter(|(_, view, others)| layout.is_apart(*shape, view, *others));
            self.apart.extend(later.flat_map(|(other, ..)| [(*role, *other), (*other, *role)]));
        }
    }

    /// Notes a kernel that was considered, and why it was taken or not.
    pub(crate) fn decide(&mut self, kernel: impl Into<String>, taken: bool, why: impl Into<String>) {
        self.decisions.push(Decision { kernel: kernel.into(), taken, why: why.into() });
    }

    pub(crate) fn take(&mut self, kernel: impl Into<String>, why: impl Into<String>) {
        self.decide(kernel, true, why);
    }

    pub(crate) fn decline(&mut self, kernel: impl Into<String>, why: impl Into<String>) {
        self.decide(kernel, false, why);
    }

    /// Bytes of all buffers of a call: tensors, scratch, and what the prepared plan keeps.
    pub fn buffer_bytes(&self) -> u64 {
        let kept = self.recording.kept.iter().sum::<u64>();
        self.tensors.iter().map(|(_, bytes, _)| bytes).sum::<u64>() + self.recording.scratch_bytes() + kept
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for d in &self.decisions {
            writeln!(f, "{} {:<16} {}", if d.taken { "+" } else { "-" }, d.kernel, d.why)?;
        }
        for d in &self.recording.ahead {
            writeln!(f, "once: {} x {} workgroups of {}", d.grid[0], d.grid[1], d.key)?;
        }
        for (n, d) in self.recording.dispatches.iter().enumerate() {
            writeln!(f, "dispatch {n}: {} x {} workgroups of {}", d.grid[0], d.grid[1], d.key)?;
        }
        writeln!(
            f,
            "scratch: {} bytes; buffers in all: {} bytes",
            self.recording.scratch_bytes(),
            self.buffer_bytes()
        )?;
        write!(f, "cost: {} FLOPs, {} bytes at least", self.cost.flops, self.cost.bytes)
    }
}

/// Something the library can plan and run.
pub trait Problem: Keep {
    /// Plans it.
    ///
    /// # Errors
    /// Whatever is wrong with the problem, or keeps the device from running it.
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan>;

    /// The shapes that decide which plan is fastest, lengths rounded up to powers of two: what is measured
    /// of one problem holds for all of its class. `None` where the contents of tensors matter too.
    fn class(&self) -> Option<String> {
        None
    }
}

/// How a device finds the plan of an equal problem again. Whatever can be copied and compared has it: problems
/// that are equal must have equal plans.
pub trait Keep {
    /// A copy.
    fn keep(&self) -> Box<dyn Any + Send + Sync>;

    /// Whether `kept` is a copy of an equal problem.
    fn is(&self, kept: &(dyn Any + Send + Sync)) -> bool;
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Keep for T {
    fn keep(&self) -> Box<dyn Any + Send + Sync> {
        Box::new(self.clone())
    }

    fn is(&self, kept: &(dyn Any + Send + Sync)) -> bool {
        kept.downcast_ref::<Self>() == Some(self)
    }
}

/// Workgroups along x and y for `groups` of them.
pub(crate) fn grid(groups: u64, caps: &DeviceCaps) -> Result<[u32; 2]> {
    let max = u64::from(caps.max_groups);
    // A device of downlevel limits may have no compute shaders at all.
    let x = groups.clamp(1, max.max(1));
    let y = groups.div_ceil(x);
    if y > max || groups > u64::from(u32::MAX) {
        return Err(Error::Limit {
            what: "workgroups of a dispatch".into(),
            needed: groups,
            limit: (max * max).min(u32::MAX.into()),
        });
    }
    // Both are at most max_groups, a u32.
    Ok([x as u32, y as u32])
}
