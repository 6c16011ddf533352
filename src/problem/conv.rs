//! The causal depthwise convolution in front of most recurrences.

use super::{DType, Layout, Role};
use crate::error::{Error, Result, in_range};

/// What is applied to an element: of a convolution's output, of a gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Activation {
    /// Nothing.
    #[default]
    None,
    /// `1 / (1 + exp(-x))`.
    Sigmoid,
    /// `1 / x`.
    Reciprocal,
    /// `exp(x)`.
    Exp,
    /// `exp(x)` of `x` kept in -1..1 (Flowformer).
    ClampedExp,
    /// `x / (1 + exp(-x))`, also called swish.
    Silu,
}

/// Causal depthwise convolution with a carried state:
/// `o[c, t] = activation(bias[c] + sum_n weight[c, n] x[c, t + n - (taps - 1)])`.
///
/// Tokens before the first come from [`Role::StateIn`] `[batch, channels, taps - 1]` (zeros
/// without one); [`Role::StateOut`] receives the last `taps - 1` tokens, old ones included, for
/// the next call. All tensors have one element type; states are contiguous.
#[derive(Debug, Clone, PartialEq)]
pub struct CausalConv {
    /// Sequences, at most 2^28.
    pub batch: u32,
    /// Channels, each with weights of its own, 1 to 2^28.
    pub channels: u32,
    /// Tokens, at most 2^28.
    pub len: u32,
    /// Weights of a channel ([`Role::Weight`] `[channels, taps]`), 1 to 256.
    pub taps: u32,
    /// Element type of every tensor.
    pub dtype: DType,
    /// Whether [`Role::ChannelBias`] `[channels]` is given.
    pub bias: bool,
    /// Whether [`Role::StateIn`] is given.
    pub state_in: bool,
    /// Whether [`Role::StateOut`] is wanted.
    pub state_out: bool,
    /// What is applied to every output.
    pub activation: Activation,
    /// View of the input ([`Role::Input`]) as `[batch, channels, len, 1]`.
    pub input_layout: Layout,
    /// View of the output ([`Role::O`]) as `[batch, channels, len, 1]`.
    pub output_layout: Layout,
}

impl CausalConv {
    /// Contiguous `[batch, channels, len]` in f32, without bias, state and activation.
    pub fn new(batch: u32, channels: u32, len: u32, taps: u32) -> Self {
        let layout = Layout::bhnd(channels, len, 1);
        Self {
            batch,
            channels,
            len,
            taps,
            dtype: DType::F32,
            bias: false,
            state_in: false,
            state_out: false,
            activation: Activation::None,
            input_layout: layout,
            output_layout: layout,
        }
    }

    /// Makes both views contiguous `[batch, len, channels]`.
    pub fn channels_last(mut self) -> Self {
        self.input_layout = Layout::bnhd(self.channels, self.len, 1);
        self.output_layout = self.input_layout;
        self
    }

    /// Shape of input and output.
    pub fn shape(&self) -> [u32; 4] {
        [self.batch, self.channels, self.len, 1]
    }

    /// Shape of the states.
    pub fn state_shape(&self) -> [u32; 4] {
        [self.batch, self.channels, self.taps.saturating_sub(1), 1]
    }

    /// View of the states.
    pub fn state_layout(&self) -> Layout {
        Layout::bhnd(self.channels, self.taps.saturating_sub(1), 1)
    }

    /// Every tensor of the call: role, bytes of its view, whether it is written.
    ///
    /// # Errors
    /// As [`CausalConv::validate`].
    pub fn tensors(&self) -> Result<Vec<(Role, u64, bool)>> {
        self.validate()?;
        let bytes = |layout: Layout, shape| layout.extent(shape).unwrap_or(u64::MAX) * self.dtype.bytes();
        let channels = u64::from(self.channels) * self.dtype.bytes();
        let state = bytes(self.state_layout(), self.state_shape());
        let mut all = vec![
            (Role::Input, bytes(self.input_layout, self.shape()), false),
            (Role::Weight, channels * u64::from(self.taps), false),
            (Role::O, bytes(self.output_layout, self.shape()), true),
        ];
        for (on, role, bytes, written) in [
            (self.bias, Role::ChannelBias, channels, false),
            (self.state_in, Role::StateIn, state, false),
            (self.state_out, Role::StateOut, state, true),
        ] {
            if on {
                all.push((role, bytes, written));
            }
        }
        Ok(all)
    }

    /// Checks the description.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for sizes past their bounds, [`Error::IndexOverflow`] for views and states past
    /// 32-bit indices, [`Error::Contradiction`] for an output that overlaps itself.
    pub fn validate(&self) -> Result<()> {
        in_range("channels", self.channels.into(), 1, super::MAX_AXIS)?;
        in_range("taps", self.taps.into(), 1, 256)?;
        in_range("batch", self.batch.into(), 0, super::MAX_AXIS)?;
        in_range("len", self.len.into(), 0, super::MAX_AXIS)?;
        self.input_layout.check("input", self.shape())?;
        self.output_layout.check("o", self.shape())?;
        self.output_layout.check_disjoint("o", self.shape())?;
        self.state_layout().check("state_out", self.state_shape())?;
        let rows = u64::from(self.batch) * u64::from(self.channels);
        let needed = rows.saturating_mul(u64::from(self.len.max(self.taps)));
        if needed > u64::from(u32::MAX) {
            return Err(Error::IndexOverflow { what: "o".into(), needed, limit: u32::MAX.into() });
        }
        Ok(())
    }
}
