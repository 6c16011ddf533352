//! Causal depthwise convolution.

use super::epilogue::activate;
use crate::problem::CausalConv;

/// Convolves `x` `[batch, channels, len]` with `weight` `[channels, taps]`; `bias` `[channels]`
/// and `state` `[batch, channels, taps - 1]` count as zeros if empty. Returns output and state.
///
/// # Panics
/// If `x`, `weight` or a `state` that is not empty is shorter than its shape, or `taps` is 0.
pub fn causal_conv(
    p: &CausalConv,
    x: &[f64],
    weight: &[f64],
    bias: &[f64],
    state: &[f64],
) -> (Vec<f64>, Vec<f64>) {
    let (channels, len, taps) = (p.channels as usize, p.len as usize, p.taps as usize);
    let (mut out, mut last) = (Vec::new(), Vec::new());
    for row in 0..p.batch as usize * channels {
        let c = row % channels;
        let mut padded: Vec<f64> = if state.is_empty() {
            vec![0.0; taps - 1]
        } else {
            state[row * (taps - 1)..][..taps - 1].to_vec()
        };
        padded.extend_from_slice(&x[row * len..][..len]);
        for t in 0..len {
            let sum: f64 = (0..taps).map(|n| weight[c * taps + n] * padded[t + n]).sum();
            let y = sum + bias.get(c).copied().unwrap_or(0.0);
            out.push(activate(p.activation, y));
        }
        last.extend_from_slice(&padded[len..]);
    }
    (out, last)
}
