//! Cooperative matrices: their types, and which problems of softmax attention they take.

use crate::device::DeviceCaps;
use crate::plan::{Policy, Tier};
use crate::problem::{Attention, DType, PairFunction};
use crate::shader::{self, Fragment, HookKind};

/// The largest head size: queries and outputs stay in registers.
const WIDEST: u32 = 256;

/// The work of a workgroup of `flash_matrix.wgsl`: strips of rows, one a subgroup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Strips {
    /// Rows and columns of a matrix.
    pub(crate) size: u32,
    /// Strips of `size` rows.
    pub(crate) strips: u32,
    /// Invocations of a subgroup.
    pub(crate) lanes: u32,
    /// Whether matrices are loaded from and stored to workgroup memory through pointers to vectors, which
    /// naga's Metal output cannot.
    fours: bool,
    /// Head sizes of queries and of values.
    dims: [u32; 2],
}

impl Strips {
    /// What fits a problem and a device, or why matrices do not take it.
    pub(crate) fn of(p: &Attention, caps: &DeviceCaps, policy: &Policy) -> Result<Self, String> {
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
        let lanes = match caps.subgroups {
            Some((min, max)) if min == max && max.is_multiple_of(size) && max.is_power_of_two() => max,
            // A strip belongs to one subgroup: their number must be known.
            Some((min, max)) => return Err(format!("subgroups of {min} to {max} for matrices of {size}")),
            None => return Err("the device has no subgroup operations".into()),
        };
        if lanes > 4 * size {
            return Err(format!("{lanes} lanes are too many for strips of {size} rows"));
        }
        loses(p, policy)?;
        let widest = p.qk_dim.max(p.v_dim);
        if widest > WIDEST {
            return Err(format!("head sizes {} and {} are over {WIDEST}", p.qk_dim, p.v_dim));
        }
        // As many strips as share a tile of keys, or as there are rows for.
        let mut fit =
            Self { size, strips: 8, lanes, fours: caps.backend != "metal", dims: [p.qk_dim, p.v_dim] };
        let fits = |s: Self| {
            s.threads() <= caps.max_invocations.min(256) && s.workgroup_bytes() <= caps.workgroup_memory
        };
        while fit.strips > 1
            && !(fits(fit) && u64::from(fit.block_q()) < p.rows_of_block() + u64::from(size * fit.strips / 2))
        {
            fit.strips /= 2;
        }
        Ok(fit)
    }

    pub(crate) fn threads(self) -> u32 {
        self.strips * self.lanes
    }

    pub(crate) fn block_q(self) -> u32 {
        self.strips * self.size
    }

    /// Two matrices of keys a tile; one where a single strip waits for loads most of the time, and small tiles
    /// let more workgroups do so at once.
    pub(crate) fn block_k(self) -> u32 {
        if self.strips > 1 { 2 * self.size } else { self.size.max(4 * self.tx()) }
    }

    /// Threads of a row.
    pub(crate) fn tx(self) -> u32 {
        self.lanes / self.size
    }

    /// Bytes of workgroup memory, as the kernel and its reduction declare it.
    pub(crate) fn workgroup_bytes(self) -> u32 {
        let (rows, keys) = (self.block_q(), self.block_k());
        let staged: u32 = self.dims.iter().map(|n| 2 * keys * (n.next_multiple_of(keys) + 8)).sum();
        staged + (2 + 4) * rows * (keys + 8) + 4 * rows * self.tx() + 8
    }

    /// The fragment that declares its workgroup memory.
    pub(crate) fn memory(self) -> Fragment {
        if self.fours { shader::MATRIX_FOURS } else { shader::MATRIX_ONES }
    }

    pub(crate) fn consts(self) -> Vec<(&'static str, u32)> {
        vec![("SIZE", self.size), ("LANES", self.lanes), ("TX", self.tx())]
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
