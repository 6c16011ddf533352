//! What is done to the rows of an output: norms, gates, a second branch, factors.

use super::attention::MAX_AXIS;
use super::{Activation, DType, Layout, Role};
use crate::error::{Error, Result, finite, in_range};

/// One step, on the elements `x` of a row `[dim]`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RowStep {
    /// `x * factor`.
    Scale(f32),
    /// `x + constant`.
    Shift(f32),
    /// `x / sqrt(mean(x^2) + eps)` over the row, times [`Role::NormWeight`] if `weight`
    /// (Zhang and Sennrich, RMSNorm; without a weight TransNormerLLM's SRMSNorm).
    Norm {
        /// Added to the mean square.
        eps: f32,
        /// Whether every channel has a factor of its own.
        weight: bool,
    },
    /// `x * activation(gate)`, [`Role::Gate`].
    Gate(Activation),
    /// `x + branch`, [`Role::Branch`].
    Add,
    /// `x + activation(gate) * branch`.
    AddGated(Activation),
    /// `activation(gate) * x + (1 - activation(gate)) * branch`.
    Mix(Activation),
}

impl RowStep {
    fn gate(self) -> Option<Activation> {
        match self {
            Self::Gate(a) | Self::AddGated(a) | Self::Mix(a) => Some(a),
            _ => None,
        }
    }

    fn has_branch(self) -> bool {
        matches!(self, Self::Add | Self::AddGated(_) | Self::Mix(_))
    }
}

/// Steps on the rows of an output, in one pass over it. Without steps it does nothing.
///
/// There may be one norm, one step with a gate, one with a branch, one [`RowStep::Scale`] and one
/// [`RowStep::Shift`]; their order is free (Mamba-2 gates and then normalises, GLA normalises and then
/// gates).
#[derive(Debug, Clone, PartialEq)]
pub struct Epilogue {
    /// The steps, first to last.
    pub steps: Vec<RowStep>,
    /// Element type of gate, branch and weights.
    pub dtype: DType,
    /// Whether the gate has a number for every channel, or one a row.
    pub gate_channels: bool,
    /// View of the gate, `[batch, heads, len, dim or 1]`; strides of 0 repeat.
    pub gate_layout: Layout,
    /// View of the branch, `[batch, heads, len, dim]`.
    pub branch_layout: Layout,
    /// View of the norm's weights, `[batch, heads, len, dim]`: with strides of 0 one `[dim]` for
    /// all, with a head stride of `dim` one for each head.
    pub weight_layout: Layout,
}

impl Default for Epilogue {
    fn default() -> Self {
        let none = Layout { offset: 0, strides: [0; 3] };
        Self {
            steps: Vec::new(),
            dtype: DType::F32,
            gate_channels: true,
            gate_layout: none,
            branch_layout: none,
            weight_layout: none,
        }
    }
}

impl Epilogue {
    /// Steps with gate and branch of the output's shape, contiguous `bhnd` in f32, and one
    /// weight a channel.
    pub fn new(steps: &[RowStep], heads: u32, len: u32, dim: u32) -> Self {
        let layout = Layout::bhnd(heads, len, dim);
        Self { steps: steps.to_vec(), gate_layout: layout, branch_layout: layout, ..Self::default() }
    }

    /// Makes the gate one number a row, at this view.
    pub fn row_gate(mut self, layout: Layout) -> Self {
        self.gate_channels = false;
        self.gate_layout = layout;
        self
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// What is applied to the gate, if a step has one.
    pub fn gate(&self) -> Option<Activation> {
        self.steps.iter().find_map(|s| s.gate())
    }

    /// Whether a step has a branch.
    pub fn has_branch(&self) -> bool {
        self.steps.iter().any(|s| s.has_branch())
    }

    /// `eps` and weights of the norm, if there is one.
    pub fn norm(&self) -> Option<(f32, bool)> {
        self.steps.iter().find_map(|s| match s {
            RowStep::Norm { eps, weight } => Some((*eps, *weight)),
            _ => None,
        })
    }

    /// Tensors beside the rows themselves: role, view, shape of the view.
    pub fn views(&self, [batch, heads, len, dim]: [u32; 4]) -> Vec<(Role, Layout, [u32; 4])> {
        let mut all = Vec::new();
        if self.gate().is_some() {
            let channels = if self.gate_channels { dim } else { 1 };
            all.push((Role::Gate, self.gate_layout, [batch, heads, len, channels]));
        }
        if self.has_branch() {
            all.push((Role::Branch, self.branch_layout, [batch, heads, len, dim]));
        }
        if self.norm().is_some_and(|(_, weight)| weight) {
            all.push((Role::NormWeight, self.weight_layout, [batch, heads, len, dim]));
        }
        all
    }

    /// Checks steps and views for rows of this shape.
    ///
    /// # Errors
    /// [`Error::Contradiction`] for two norms, gates, branches, factors ([`RowStep::Scale`]) or constants
    /// ([`RowStep::Shift`]), [`Error::BadScalar`] for scalars that are not finite,
    /// [`Error::IndexOverflow`] for views past 32-bit indices.
    pub fn validate(&self, shape: [u32; 4]) -> Result<()> {
        let count = |is: fn(&RowStep) -> bool| self.steps.iter().filter(|s| is(s)).count();
        for (what, count) in [
            ("norms", count(|s| matches!(s, RowStep::Norm { .. }))),
            ("gates", count(|s| s.gate().is_some())),
            ("branches", count(|s| s.has_branch())),
            ("factors", count(|s| matches!(s, RowStep::Scale(_)))),
            ("constants", count(|s| matches!(s, RowStep::Shift(_)))),
        ] {
            if count > 1 {
                return Err(Error::Contradiction {
                    what: "epilogue",
                    why: format!("{count} {what}: one pass takes one"),
                });
            }
        }
        for step in &self.steps {
            match step {
                RowStep::Scale(factor) => finite("factor of the epilogue", *factor)?,
                RowStep::Shift(constant) => finite("constant of the epilogue", *constant)?,
                RowStep::Norm { eps, .. } => finite("eps of the epilogue", *eps)?,
                _ => {}
            }
        }
        for (role, layout, shape) in self.views(shape) {
            layout.check(role.name(), shape)?;
        }
        Ok(())
    }
}

/// An [`Epilogue`] on rows that are there already: [`Role::Input`] to [`Role::O`].
#[derive(Debug, Clone, PartialEq)]
pub struct EditRows {
    /// Sequences, at most 2^28.
    pub batch: u32,
    /// Heads, 1 to 65,536.
    pub heads: u32,
    /// Rows of a head, at most 2^28.
    pub len: u32,
    /// Elements of a row, 1 to 65,536.
    pub dim: u32,
    /// Element type of the input.
    pub dtype: DType,
    /// Element type of the output.
    pub out_dtype: DType,
    /// View of the input.
    pub input_layout: Layout,
    /// View of the output.
    pub o_layout: Layout,
    /// Distance of a second input that is added to the first, in elements of the same buffer.
    pub second: Option<u64>,
    /// The steps.
    pub epilogue: Epilogue,
}

impl EditRows {
    /// Contiguous `bhnd` rows in f32.
    pub fn new(batch: u32, heads: u32, len: u32, dim: u32, steps: &[RowStep]) -> Self {
        let layout = Layout::bhnd(heads, len, dim);
        Self {
            batch,
            heads,
            len,
            dim,
            dtype: DType::F32,
            out_dtype: DType::F32,
            input_layout: layout,
            o_layout: layout,
            second: None,
            epilogue: Epilogue::new(steps, heads, len, dim),
        }
    }

    /// Shape of the rows.
    pub fn shape(&self) -> [u32; 4] {
        [self.batch, self.heads, self.len, self.dim]
    }

    /// Checks the description.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for sizes past their bounds, [`Error::IndexOverflow`] for views past 32-bit
    /// indices, [`Error::Contradiction`] for an output whose rows overlap; as [`Epilogue::validate`].
    pub fn validate(&self) -> Result<()> {
        in_range("heads", self.heads.into(), 1, 1 << 16)?;
        in_range("dim", self.dim.into(), 1, 1 << 16)?;
        in_range("batch", self.batch.into(), 0, MAX_AXIS)?;
        in_range("len", self.len.into(), 0, MAX_AXIS)?;
        let input = self.input_layout.at(self.second.unwrap_or(0));
        input.check(Role::Input.name(), self.shape())?;
        self.o_layout.check("o", self.shape())?;
        self.o_layout.check_disjoint("o", self.shape())?;
        self.epilogue.validate(self.shape())
    }

    /// Every tensor of the call: role, bytes of its view, whether it is written.
    ///
    /// # Errors
    /// As [`EditRows::validate`].
    pub fn tensors(&self) -> Result<Vec<(Role, u64, bool)>> {
        self.validate()?;
        // Validated above to fit 32 bits.
        let bytes = |layout: Layout, shape, dtype: DType| layout.extent(shape).unwrap_or(0) * dtype.bytes();
        let input = self.input_layout.at(self.second.unwrap_or(0));
        let mut all = vec![
            (Role::Input, bytes(input, self.shape(), self.dtype), false),
            (Role::O, bytes(self.o_layout, self.shape(), self.out_dtype), true),
        ];
        for (role, layout, shape) in self.epilogue.views(self.shape()) {
            all.push((role, bytes(layout, shape, self.epilogue.dtype), false));
        }
        Ok(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_pass_takes_one_of_each_kind() {
        let twice = |a, b| EditRows::new(1, 2, 3, 4, &[a, b]).validate();
        let norm = RowStep::Norm { eps: 1e-6, weight: false };
        for (a, b) in [
            (norm, norm),
            (RowStep::Gate(Activation::Silu), RowStep::Mix(Activation::None)),
            (RowStep::Add, RowStep::AddGated(Activation::None)),
            (RowStep::Scale(2.0), RowStep::Scale(3.0)),
        ] {
            assert!(matches!(twice(a, b), Err(Error::Contradiction { what: "epilogue", .. })));
        }
        assert!(twice(norm, RowStep::Gate(Activation::Silu)).is_ok());
        let err = twice(norm, RowStep::Scale(f32::NAN)).unwrap_err();
        assert!(matches!(err, Error::BadScalar { .. }));
    }

    #[test]
    fn tensors_are_those_that_the_steps_read() {
        let norm = RowStep::Norm { eps: 1e-6, weight: true };
        let p = EditRows::new(2, 2, 3, 4, &[norm, RowStep::Mix(Activation::Sigmoid)]);
        let p = EditRows { epilogue: p.epilogue.row_gate(Layout { offset: 0, strides: [0, 1, 0] }), ..p };
        let sizes: Vec<_> = p.tensors().unwrap().iter().map(|t| (t.0, t.1)).collect();
        let all = [(Role::Input, 192), (Role::O, 192), (Role::Gate, 8), (Role::Branch, 192)];
        assert_eq!(sizes, [&all[..], &[(Role::NormWeight, 16)]].concat());
    }
}
