//! The node tests of ONNX, as case files inside the program: see `tests/cases/onnx/README.md`.

use super::{Body, Check};
use crate::conformance::Case;
use crate::conformance::catalogue::Engine;
use crate::problem::DType;

macro_rules! files {
    ($($name:ident)*) => {
        &[$((
            stringify!($name),
            include_bytes!(concat!("../../../tests/cases/onnx/", stringify!($name), ".safetensors")).as_slice(),
        )),*]
    };
}

/// Every file by its name.
pub(in crate::conformance) const FILES: &[(&str, &[u8])] = files! {
    attention_23_boolmask_fullymasked_row_nan_robustness
    attention_23_fullymasked_qk_matmul_output_mode3_zero
    attention_24_fullymasked_qk_matmul_output_mode3_zero
    attention_24_qk_matmul_output_mode3_softmax_precision
    attention_3d
    attention_3d_attn_mask
    attention_3d_causal
    attention_3d_causal_bf16
    attention_3d_diff_heads_sizes
    attention_3d_diff_heads_sizes_attn_mask
    attention_3d_diff_heads_sizes_causal
    attention_3d_diff_heads_sizes_scaled
    attention_3d_diff_heads_sizes_softcap
    attention_3d_diff_heads_with_past_and_present
    attention_3d_gqa
    attention_3d_gqa_attn_mask
    attention_3d_gqa_causal
    attention_3d_gqa_scaled
    attention_3d_gqa_softcap
    attention_3d_gqa_with_past_and_present
    attention_3d_local_window
    attention_3d_scaled
    attention_3d_softcap
    attention_3d_transpose_verification
    attention_3d_with_past_and_present
    attention_3d_with_past_and_present_qk_matmul
    attention_3d_with_past_and_present_qk_matmul_bias
    attention_3d_with_past_and_present_qk_matmul_softcap
    attention_3d_with_past_and_present_qk_matmul_softmax
    attention_4d
    attention_4d_attn_mask
    attention_4d_attn_mask_3d
    attention_4d_attn_mask_3d_causal
    attention_4d_attn_mask_4d
    attention_4d_attn_mask_4d_causal
    attention_4d_attn_mask_bool
    attention_4d_attn_mask_bool_4d
    attention_4d_attn_mask_causal_bf16
    attention_4d_causal
    attention_4d_causal_bf16
    attention_4d_causal_fp16
    attention_4d_causal_nonpad_attn_mask_composition
    attention_4d_causal_nonpad_batch_prefill
    attention_4d_causal_nonpad_continued_prefill
    attention_4d_causal_nonpad_negative_offset_structural_empty
    attention_4d_causal_padded_kv_bf16
    attention_4d_causal_with_past_and_present
    attention_4d_diff_heads_mask4d_padded_kv
    attention_4d_diff_heads_sizes
    attention_4d_diff_heads_sizes_attn_mask
    attention_4d_diff_heads_sizes_causal
    attention_4d_diff_heads_sizes_scaled
    attention_4d_diff_heads_sizes_softcap
    attention_4d_diff_heads_with_past_and_present
    attention_4d_diff_heads_with_past_and_present_mask3d
    attention_4d_diff_heads_with_past_and_present_mask4d
    attention_4d_fp16
    attention_4d_gqa
    attention_4d_gqa_attn_mask
    attention_4d_gqa_causal
    attention_4d_gqa_causal_nonpad_decode
    attention_4d_gqa_causal_nonpad_decode_fp16
    attention_4d_gqa_scaled
    attention_4d_gqa_softcap
    attention_4d_gqa_with_past_and_present
    attention_4d_gqa_with_past_and_present_fp16
    attention_4d_padded_kv_bf16
    attention_4d_scaled
    attention_4d_softcap
    attention_4d_softcap_neginf_mask
    attention_4d_softcap_neginf_mask_poison
    attention_4d_with_past_and_present
    attention_4d_with_past_and_present_qk_matmul
    attention_4d_with_past_and_present_qk_matmul_bias
    attention_4d_with_past_and_present_qk_matmul_bias_3d_mask
    attention_4d_with_past_and_present_qk_matmul_bias_3d_mask_causal
    attention_4d_with_past_and_present_qk_matmul_bias_4d_mask
    attention_4d_with_past_and_present_qk_matmul_bias_4d_mask_causal
    attention_4d_with_qk_matmul
    attention_4d_with_qk_matmul_bias
    attention_4d_with_qk_matmul_softcap
    attention_4d_with_qk_matmul_softmax
    attention_bidirectional_window
    attention_causal_boolmask_nan_robustness
    attention_local_window
    attention_local_window_default
    attention_local_window_ext_cache_float16_mask
    attention_local_window_ext_cache_rank2_mask
    attention_local_window_ext_cache_rank3_head_mask
    attention_local_window_ext_cache_rank4_batch_mask
    attention_local_window_gqa_rank4_mask
    attention_local_window_rank1_boolean_mask
    attention_local_window_with_past
    causal_conv_with_state_b1_c1_degenerate
    causal_conv_with_state_basic
    causal_conv_with_state_decode_step
    causal_conv_with_state_fp16
    causal_conv_with_state_kernel_size_one
    causal_conv_with_state_short_input_no_past_state
    causal_conv_with_state_silu
    causal_conv_with_state_silu_fp16
    causal_conv_with_state_silu_with_past_state
    causal_conv_with_state_swish_alias
    causal_conv_with_state_with_bias
    causal_conv_with_state_with_bias_and_past_state
    causal_conv_with_state_with_past_state
    flexattention
    flexattention_causal_mask
    flexattention_diff_head_sizes
    flexattention_fp16
    flexattention_gqa
    flexattention_prob_mod
    flexattention_relative_positional
    flexattention_scaled
    flexattention_score_mod
    flexattention_soft_cap
    linear_attention_decode_step
    linear_attention_delta
    linear_attention_explicit_scale
    linear_attention_fp16
    linear_attention_gated
    linear_attention_gated_delta
    linear_attention_gated_delta_beta_scalar
    linear_attention_gated_delta_gqa
    linear_attention_gated_delta_mqa
    linear_attention_gated_per_head_decay
    linear_attention_linear
    linear_attention_linear_t1_no_past
    linear_attention_no_past_explicit_zeros
    linear_attention_prefill_with_past
    rotary_embedding
    rotary_embedding_3d_input
    rotary_embedding_interleaved
    rotary_embedding_no_position_ids
    rotary_embedding_no_position_ids_interleaved
    rotary_embedding_no_position_ids_rotary_dim
    rotary_embedding_with_interleaved_rotary_dim
    rotary_embedding_with_rotary_dim
};

pub(super) fn checks() -> impl Iterator<Item = Check> {
    FILES.iter().map(|&(name, bytes)| {
        let build = move || Ok(Body::Case(Box::new(Case::parse(name, bytes)?)));
        let check = Check::new(format!("onnx/{name}"), engine(name), build);
        check.of(format!("onnx/{}", engine(name))).dtype(dtype(name))
    })
}

/// By the operator's name, which begins the file's.
fn engine(name: &str) -> Engine {
    match name {
        n if n.starts_with("linear_attention") => Engine::Recurrence,
        n if n.starts_with("rotary") || n.starts_with("causal_conv") => Engine::Operator,
        _ => Engine::Softmax,
    }
}

/// By the suffix that ONNX gives its tests; those without one are f32.
fn dtype(name: &str) -> DType {
    match name {
        n if n.contains("bf16") => DType::Bf16,
        n if n.contains("fp16") || n.contains("float16") || n.ends_with("softmax_precision") => DType::F16,
        _ => DType::F32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conformance::Element;

    #[test]
    fn every_file_is_listed_and_named_after_what_it_holds() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/onnx");
        let files = std::fs::read_dir(folder)
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().path().extension().is_some_and(|e| e == "safetensors"));
        assert_eq!(files.count(), FILES.len());
        for (name, bytes) in FILES {
            let case = Case::parse(name, bytes).unwrap();
            let want = match case.op.as_str() {
                "LinearAttention" => Engine::Recurrence,
                "RotaryEmbedding" | "CausalConvWithState" => Engine::Operator,
                _ => Engine::Softmax,
            };
            assert_eq!(engine(name), want, "{name}");
            let narrow =
                case.inputs.values().find(|t| matches!(t.element, Element::Float(d) if d != DType::F32));
            assert_eq!(narrow.and_then(|t| t.dtype()).unwrap_or_default(), dtype(name), "{name}");
        }
    }
}
