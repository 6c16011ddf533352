//! A sequence shared by devices.

use crate::problem::{Alignment, Attention, DType};

/// One step of ring attention (Liu et al. 2023): the queries of one device against the keys that
/// have come from another. `p` is the attention of the whole sequence; every device holds `q_len /
/// devices` queries and `kv_len / devices` keys in buffers of its own, contiguous `bhnd`. The
/// result is `o` and `lse` in f32; [`super::merge_of`] joins those of all steps. Positions are those
/// of the whole sequence, so that masks by position stay right.
pub fn ring_step(p: &Attention, devices: u32, queries_of: u32, keys_of: u32) -> Attention {
    let devices = devices.max(1);
    let mut step = Attention {
        q_len: p.q_len / devices,
        kv_len: p.kv_len / devices,
        lse: true,
        out_dtype: DType::F32,
        ..p.clone()
    };
    let place = |device: u32, len: u32| i64::from(device) * i64::from(len);
    let offset = p.visibility.alignment.offset(p.q_len, p.kv_len) + place(queries_of, step.q_len)
        - place(keys_of, step.kv_len);
    // Lengths stay under 2^28, so that offsets fit; others are refused with the problem.
    step.visibility.alignment = Alignment::Offset(i32::try_from(offset).unwrap_or(i32::MIN + 1));
    step.contiguous()
}

/// One step of striped attention (Brandon et al. 2023): as [`ring_step`], but device `n` of
/// causal self-attention holds tokens `n`, `n + devices`, ..., which gives every step half of the
/// pairs. A query sees keys of earlier turns, and of its own turn those of devices up to its own.
pub fn striped_step(p: &Attention, devices: u32, queries_of: u32, keys_of: u32) -> Attention {
    let mut step = ring_step(p, devices, 0, 0);
    step.visibility.alignment = Alignment::Offset(if keys_of > queries_of { -1 } else { 0 });
    step
}
