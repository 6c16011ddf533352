//! Steps on the rows of an output.

use super::LINEAR_WORKGROUP;
use super::io::{self, KeyIo};
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Part, Plan, Policy, Problem, View, grid, parts};
use crate::problem::{Activation, DType, EditRows, Role, RowStep};
use crate::record::Slot;
use crate::shader::{self, Const, Fragment, ShaderKey, params};

params! {
    /// Parameters of `epilogue.wgsl`.
    EpilogueParams {
        grid_x: u32, rows: u32, len: u32, batch_base: u32, head_base: u32, head_count: u32, second: u32,
        input_offset: u32, input_batch: u32, input_head: u32, input_row: u32,
        o_offset: u32, o_batch: u32, o_head: u32, o_row: u32,
        gate_offset: u32, gate_batch: u32, gate_head: u32, gate_row: u32, gate_channel: u32,
        branch_offset: u32, branch_batch: u32, branch_head: u32, branch_row: u32,
        weight_offset: u32, weight_batch: u32, weight_head: u32, weight_row: u32,
        factor: f32, shift: f32, eps: f32,
    }
}

impl Problem for EditRows {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        let tensors = self.tensors()?;
        let elements = self.shape().iter().map(|&n| u64::from(n)).product::<u64>();
        let mut plan = Plan::of(tensors, elements * self.epilogue.steps.len() as u64);
        plan.take("epilogue", format!("{} steps on each row, in one pass", self.epilogue.steps.len()));
        if elements > 0 {
            self.record(caps, &mut plan)?;
        }
        Ok(plan)
    }
}

/// Threads of a row.
fn lanes(dim: u32) -> u32 {
    dim.div_ceil(4).next_power_of_two().min(LINEAR_WORKGROUP)
}

impl EditRows {
    fn record(&self, caps: &DeviceCaps, plan: &mut Plan) -> Result<()> {
        let (key, views) = (self.key(caps), self.views());
        for part in parts(&views, self.batch, self.heads, caps)? {
            let count = |(from, to): (u32, u32)| u64::from(to - from);
            let rows = count(part.batch) * count(part.heads) * u64::from(self.len);
            let grid = grid(rows.div_ceil((LINEAR_WORKGROUP / lanes(self.dim)).into()), caps)?;
            // Fewer than the output's elements, which were checked to fit 32 bits.
            let params = self.params(&views, part, rows as u32, grid, caps);
            let binds = views.iter().map(|v| v.bind(part, caps).0).collect();
            plan.dispatch(key.clone(), &params, binds, grid, caps)?;
        }
        Ok(())
    }

    /// Input, output and what the steps read, in the order of the key's bindings.
    fn views(&self) -> Vec<View> {
        let view = |role, layout, shape, dtype: DType, to_last_copy| View {
            role,
            slot: Slot::Tensor(role),
            layout,
            shape,
            element_bytes: dtype.bytes(),
            heads_per_head: 1,
            to_last_copy,
        };
        let input = (self.input_layout, self.shape(), self.dtype, self.second.unwrap_or(0));
        let mut all = vec![
            view(Role::Input, input.0, input.1, input.2, input.3),
            view(Role::O, self.o_layout, self.shape(), self.out_dtype, 0),
        ];
        for (role, layout, shape) in self.epilogue.views(self.shape()) {
            all.push(view(role, layout, shape, self.epilogue.dtype, 0));
        }
        all
    }

    fn params(
        &self,
        views: &[View],
        part: Part,
        rows: u32,
        grid: [u32; 2],
        caps: &DeviceCaps,
    ) -> EpilogueParams {
        // Strides and offsets were checked to fit 32 bits.
        let steps = |role| match views.iter().find(|v| v.role == role) {
            Some(v) => {
                let [b, h, n] = v.layout.strides.map(|s| s as u32);
                [v.relative_offset(v.bind(part, caps).1), b, h, n]
            }
            None => [0; 4],
        };
        let [input_offset, input_batch, input_head, input_row] = steps(Role::Input);
        let [o_offset, o_batch, o_head, o_row] = steps(Role::O);
        let [gate_offset, gate_batch, gate_head, gate_row] = steps(Role::Gate);
        let [branch_offset, branch_batch, branch_head, branch_row] = steps(Role::Branch);
        let [weight_offset, weight_batch, weight_head, weight_row] = steps(Role::NormWeight);
        let factor = self.epilogue.steps.iter().find_map(|s| match s {
            RowStep::Scale(factor) => Some(*factor),
            _ => None,
        });
        let shift = self.epilogue.steps.iter().find_map(|s| match s {
            RowStep::Shift(constant) => Some(*constant),
            _ => None,
        });
        #[rustfmt::skip]
        let params = EpilogueParams {
            grid_x: grid[0],
            rows,
            len: self.len,
            batch_base: part.batch.0,
            head_base: part.heads.0,
            head_count: part.heads.1 - part.heads.0,
            second: self.second.unwrap_or(0) as u32,
            input_offset, input_batch, input_head, input_row,
            o_offset, o_batch, o_head, o_row,
            gate_offset, gate_batch, gate_head, gate_row,
            gate_channel: u32::from(self.epilogue.gate_channels),
            branch_offset, branch_batch, branch_head, branch_row,
            weight_offset, weight_batch, weight_head, weight_row,
            factor: factor.unwrap_or(1.0),
            shift: shift.unwrap_or(0.0),
            eps: self.epilogue.norm().map_or(0.0, |(eps, _)| eps),
        };
        params
    }

    fn key(&self, caps: &DeviceCaps) -> ShaderKey {
        let (mut key, epilogue) = (io::empty_key("epilogue", EpilogueParams::WGSL), &self.epilogue);
        key.consts = vec![
            ("WORKGROUP", Const::U32(LINEAR_WORKGROUP)),
            ("LANES", Const::U32(lanes(self.dim))),
            ("DIM", Const::U32(self.dim)),
            ("NORM", Const::Bool(epilogue.norm().is_some())),
        ];
        key.score_stages = Some(epilogue.steps.iter().map(|&s| stage(s).0).collect());
        let mut io = KeyIo { key: &mut key, caps };
        io.input(self.dtype);
        io.store(self.out_dtype, self.o_layout, self.dim);
        io.key.fragments.push(match self.second {
            Some(_) => shader::ROW_INPUT_SUM,
            None => shader::ROW_INPUT,
        });
        if let Some(activation) = epilogue.gate() {
            io.elements("gate", epilogue.dtype);
            io.key.fragments.extend([activation_fragment(activation), shader::ROW_GATE]);
        }
        if epilogue.has_branch() {
            io.elements("branch", epilogue.dtype);
            io.key.fragments.push(shader::ROW_BRANCH);
        }
        match epilogue.norm() {
            Some((_, true)) => {
                io.elements("norm_weight", epilogue.dtype);
                io.key.fragments.push(shader::NORM_WEIGHT);
            }
            Some((_, false)) => io.key.fragments.push(shader::NORM_PLAIN),
            None => {}
        }
        key.fragments.extend(epilogue.steps.iter().map(|&s| stage(s).1));
        key.fragments.extend([shader::GROUP_LIB, shader::EPILOGUE]);
        key
    }
}

/// The function of a step, and its file.
fn stage(step: RowStep) -> (&'static str, Fragment) {
    match step {
        RowStep::Scale(_) => ("step_scale", shader::STEP_SCALE),
        RowStep::Shift(_) => ("step_shift", shader::STEP_SHIFT),
        RowStep::Norm { .. } => ("step_norm", shader::STEP_NORM),
        RowStep::Gate(_) => ("step_gate", shader::STEP_GATE),
        RowStep::Add => ("step_add", shader::STEP_ADD),
        RowStep::AddGated(_) => ("step_add_gated", shader::STEP_ADD_GATED),
        RowStep::Mix(_) => ("step_mix", shader::STEP_MIX),
    }
}

/// The file with `activation(x)`.
pub(crate) fn activation_fragment(activation: Activation) -> Fragment {
    match activation {
        Activation::None => shader::ACTIVATION_NONE,
        Activation::Reciprocal => shader::ACTIVATION_RECIPROCAL,
        Activation::Exp => shader::ACTIVATION_EXP,
        Activation::ClampedExp => shader::ACTIVATION_CLAMPED_EXP,
        Activation::Sigmoid => shader::ACTIVATION_SIGMOID,
        Activation::Silu => shader::ACTIVATION_SILU,
    }
}
