//! Causal depthwise convolution.

use super::LINEAR_WORKGROUP;
use super::epilogue::activation_fragment;
use super::io::{self, KeyIo};
use crate::device::DeviceCaps;
use crate::error::Result;
use crate::plan::{Plan, Policy, Problem, grid};
use crate::problem::{CausalConv, Layout, Role};
use crate::record::{Bind, Slot};
use crate::shader::{self, Const, ShaderKey, params};

params! {
    /// Parameters of `conv.wgsl` and `conv_state.wgsl`.
    ConvParams {
        grid_x: u32, cells: u32, channels: u32, len: u32, taps: u32,
        input_offset: u32, input_batch: u32, input_channel: u32, input_row: u32,
        o_offset: u32, o_batch: u32, o_channel: u32, o_row: u32,
    }
}

impl Problem for CausalConv {
    fn plan(&self, caps: &DeviceCaps, _: &Policy) -> Result<Plan> {
        let tensors = self.tensors()?;
        let cells = u64::from(self.batch) * u64::from(self.channels) * u64::from(self.len);
        let mut plan = Plan::of(tensors, 2 * cells * u64::from(self.taps));
        if cells > 0 {
            self.record_outputs(caps, &mut plan)?;
        }
        if self.state_out && self.state_shape().iter().all(|&n| n > 0) {
            self.record_state(caps, &mut plan)?;
        }
        plan.take("conv", format!("{cells} outputs of {} taps", self.taps));
        Ok(plan)
    }
}

impl CausalConv {
    fn record_outputs(&self, caps: &DeviceCaps, plan: &mut Plan) -> Result<()> {
        let mut key = io::empty_key("conv", ConvParams::WGSL);
        key.fragments.push(activation_fragment(self.activation));
        let mut roles = self.link_padded(&mut key, caps);
        let mut io = KeyIo { key: &mut key, caps };
        io.elements("weight", self.dtype);
        roles.push(Role::Weight);
        io.elements_or_zeros("channel_bias", self.bias.then_some(self.dtype));
        roles.extend(self.bias.then_some(Role::ChannelBias));
        io.store(self.dtype, self.output_layout, 1);
        roles.push(Role::O);
        key.fragments.push(shader::CONV);
        self.push(key, &roles, self.output_layout, self.len, caps, plan)
    }

    fn record_state(&self, caps: &DeviceCaps, plan: &mut Plan) -> Result<()> {
        let mut key = io::empty_key("conv_state", ConvParams::WGSL);
        let mut roles = self.link_padded(&mut key, caps);
        KeyIo { key: &mut key, caps }.store(self.dtype, self.state_layout(), 1);
        roles.push(Role::StateOut);
        key.fragments.push(shader::CONV_STATE);
        self.push(key, &roles, self.state_layout(), self.taps - 1, caps, plan)
    }

    /// Links the input and the tokens before it.
    fn link_padded(&self, key: &mut ShaderKey, caps: &DeviceCaps) -> Vec<Role> {
        key.consts.push(("WORKGROUP", Const::U32(LINEAR_WORKGROUP)));
        let mut roles = vec![Role::Input];
        let mut io = KeyIo { key, caps };
        io.input(self.dtype);
        io.elements_or_zeros("state_in", self.state_in.then_some(self.dtype));
        roles.extend(self.state_in.then_some(Role::StateIn));
        io.key.fragments.extend([shader::GROUP_LIB, shader::PADDED]);
        roles
    }

    /// Adds a dispatch of one thread for each of `per_row` results of a channel.
    fn push(
        &self,
        key: ShaderKey,
        roles: &[Role],
        output: Layout,
        per_row: u32,
        caps: &DeviceCaps,
        plan: &mut Plan,
    ) -> Result<()> {
        let cells = u64::from(self.batch) * u64::from(self.channels) * u64::from(per_row);
        let grid = grid(cells.div_ceil(LINEAR_WORKGROUP.into()), caps)?;
        // Strides and offsets were checked to fit 32 bits, and so was the number of results.
        let [input_batch, input_channel, input_row] = self.input_layout.strides.map(|s| s as u32);
        let [o_batch, o_channel, o_row] = output.strides.map(|s| s as u32);
        let params = ConvParams {
            grid_x: grid[0],
            cells: cells as u32,
            channels: self.channels,
            len: self.len,
            taps: self.taps,
            input_offset: self.input_layout.offset as u32,
            input_batch,
            input_channel,
            input_row,
            o_offset: output.offset as u32,
            o_batch,
            o_channel,
            o_row,
        };
        let size = |role| plan.tensors.iter().find(|(r, ..)| *r == role).map_or(0, |(_, bytes, _)| *bytes);
        let binds: Vec<Bind> = roles
            .iter()
            .map(|&role| Bind { slot: Slot::Tensor(role), offset: 0, size: size(role).next_multiple_of(4) })
            .collect();
        plan.dispatch(key, &params, binds, grid, caps)?;
        Ok(())
    }
}
