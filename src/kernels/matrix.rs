//! Cooperative matrices: their types, and which problems of softmax attention they take.

use crate::device::DeviceCaps;
use crate::plan::{Policy, Tier};
use crate::problem::{Attention, DType, PairFunction};
use crate::shader::{self, Fragment, HookKind};

/// The largest head size: queries and outputs stay in registers.
const WIDEST: u32 = 256;

/// The work of a workgroup of `flash_matrix.wgsl`: strips of rows, each of a team of subgroups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Strips {
    /// Rows and columns of a matrix.
    pub(crate) size: u32,
    /// Invocations of a subgroup.
    lanes: u32,
    /// Subgroups of a workgroup.
    subgroups: u32,
    /// Subgroups of a strip, which share its keys and its columns of the output.
    team: u32,
    /// Matrices of rows of a strip.
    high: u32,
    /// Matrices of keys of a tile.
    wide: u32,
    /// Whether matrices are loaded from and stored to workgroup memory through pointers to vectors, which
    /// naga's Metal output cannot.
    fours: bool,
    /// Head sizes of queries and of values.
    dims: [u32; 2],
}

/// Subgroups, subgroups of a team, matrices of rows and of keys, from many rows to few: for GPUs. Workgroups
/// are small, for two and more to run side by side: of an H200, 64 KiB of workgroup memory a processor, 255
/// registers a thread. Few rows wait for their keys, which a whole workgroup loads.
const GPU: [[u32; 4]; 3] = [[4, 2, 2, 2], [4, 4, 1, 4], [2, 2, 1, 2]];
/// For processors: a subgroup has the rows of one matrix.
const PROCESSOR: [[u32; 4]; 4] = [[8, 1, 1, 2], [4, 1, 1, 2], [2, 1, 1, 2], [1, 1, 1, 1]];

impl Strips {
    /// What fits a problem and a device, or why matrices do not take it.
    pub(crate) fn of(p: &Attention, caps: &DeviceCaps, policy: &Policy) -> Result<Self, String> {
        let [size, lanes] = units(caps, policy)?;
        if lanes > 4 * size {
            return Err(format!("{lanes} lanes are too many for strips of {size} rows"));
        }
        loses(p, policy)?;
        let widest = p.qk_dim.max(p.v_dim);
        if widest > WIDEST {
            return Err(format!("head sizes {} and {} are over {WIDEST}", p.qk_dim, p.v_dim));
        }
        let (more, least): (&[_], _) = if caps.cpu {
            let [more @ .., least] = &PROCESSOR;
            (more, least)
        } else {
            let [more @ .., least] = &GPU;
            (more, least)
        };
        let of = |&[subgroups, team, high, wide]: &[u32; 4]| {
            let tx = lanes * team / (high * size);
            let wide = wide.max(4 * tx / size);
            let dims = [p.qk_dim, p.v_dim];
            Self { size, lanes, subgroups, team, high, wide, fours: caps.backend != "metal", dims }
        };
        let fits = |s: &Self| {
            s.threads() <= caps.max_invocations.min(256) && s.workgroup_bytes() <= caps.workgroup_memory
        };
        // The most rows of which half are there; else the fewest, of which it is told later if they do not
        // fit.
        let rows = p.rows_of_block().max(size.into());
        let filled = more.iter().map(of).filter(fits).find(|s| u64::from(s.block_q()) < 2 * rows);
        Ok(filled.unwrap_or_else(|| of(least)))
    }

    pub(crate) fn threads(self) -> u32 {
        self.subgroups * self.lanes
    }

    pub(crate) fn block_q(self) -> u32 {
        self.subgroups / self.team * self.high * self.size
    }

    pub(crate) fn block_k(self) -> u32 {
        self.wide * self.size
    }

    /// Threads of a row.
    pub(crate) fn tx(self) -> u32 {
        self.threads() / self.block_q()
    }

    /// Bytes of workgroup memory, as the kernel declares it; its reductions need none.
    pub(crate) fn workgroup_bytes(self) -> u32 {
        let (rows, keys) = (self.block_q(), self.block_k());
        let widest = self.dims.map(|n| n.next_multiple_of(keys) + 8).into_iter().max().unwrap_or_default();
        2 * keys * widest + (2 + 4) * rows * (keys + 8) + 4
    }

    /// The fragment that declares its workgroup memory.
    pub(crate) fn memory(self) -> Fragment {
        if self.fours { shader::MATRIX_FOURS } else { shader::MATRIX_ONES }
    }

    pub(crate) fn consts(self) -> Vec<(&'static str, u32)> {
        vec![
            ("SIZE", self.size),
            ("LANES", self.lanes),
            ("TX", self.tx()),
            ("TEAM", self.team),
            ("HIGH", self.high),
        ]
    }
}

/// The size of a device's matrices and the invocations of a subgroup, or why there are none to use.
pub(super) fn units(caps: &DeviceCaps, policy: &Policy) -> Result<[u32; 2], String> {
    let size = size(caps).ok_or("the device lists no cooperative matrices of f16 with f32 sums")?;
    if let Some(why) = caps.declined(Tier::Matrix) {
        return Err(why.into());
    }
    if policy.max_tier.is_some_and(|t| t < Tier::Matrix) {
        return Err("the policy allows no cooperative matrices".into());
    }
    if !caps.f16 {
        return Err("the device has no 16-bit floats".into());
    }
    match caps.subgroups {
        Some((min, max)) if min == max && max.is_multiple_of(size) && max.is_power_of_two() => {
            Ok([size, max])
        }
        // What belongs to one subgroup: their number must be known.
        Some((min, max)) => Err(format!("subgroups of {min} to {max} for matrices of {size}")),
        None => Err("the device has no subgroup operations".into()),
    }
}

/// What matrices of f16 cannot say, or only with a loss that the policy does not allow.
fn loses(p: &Attention, policy: &Policy) -> Result<(), String> {
    if p.pair != PairFunction::Dot {
        return Err(format!("scores by {:?} are no products of matrices", p.pair));
    }
    if !p.is_softmax() || p.hook_of(HookKind::ProbMod).is_some() {
        return Err("weights other than those of a softmax may be too large for f16".into());
    }
    if policy.rounds_to_f16 {
        return Ok(());
    }
    if p.dtype != DType::F16 {
        return Err(format!("inputs of {} would be rounded to f16", p.dtype));
    }
    if p.out_dtype == DType::F32 {
        return Err("weights would be rounded to f16, and the output is f32".into());
    }
    Ok(())
}

/// The largest size of cooperative matrices that shaders are written for.
pub(crate) fn size(caps: &DeviceCaps) -> Option<u32> {
    caps.coop_sizes.iter().copied().filter(|s| [8, 16].contains(s)).max()
}

/// The names of their types in shaders.
pub(crate) fn aliases(size: u32) -> [(&'static str, &'static str); 3] {
    match size {
        8 => [
            ("Left", "coop_mat8x8<f16, A>"),
            ("Right", "coop_mat8x8<f16, B>"),
            ("Sum", "coop_mat8x8<f32, C>"),
        ],
        _ => [
            ("Left", "coop_mat16x16<f16, A>"),
            ("Right", "coop_mat16x16<f16, B>"),
            ("Sum", "coop_mat16x16<f32, C>"),
        ],
    }
}
