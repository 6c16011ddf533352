//! The files of `shaders/`, compiled into the crate.

use std::hash::{Hash, Hasher};

/// One WGSL file.
#[derive(Debug, Clone, Copy)]
pub struct Fragment {
    /// Path inside `shaders/`.
    pub path: &'static str,
    /// Text.
    pub source: &'static str,
}

impl PartialEq for Fragment {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
    }
}
impl Eq for Fragment {}
impl Hash for Fragment {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.path.hash(state);
    }
}

macro_rules! fragments {
    ($($name:ident = $path:literal;)*) => {
        $(pub(crate) const $name: Fragment = Fragment {
            path: $path,
            source: include_str!(concat!("../../shaders/", $path)),
        };)*
    };
}

fragments! {
    FLASH = "kernel/flash.wgsl";
    FLASH_ROWS = "kernel/flash_rows.wgsl";
    FLASH_LIB = "lib/flash.wgsl";
    REDUCE_WORKGROUP = "reduce/workgroup.wgsl";
    REDUCE_SUBGROUP = "reduce/subgroup.wgsl";
    ENTRY_WORKGROUP = "reduce/entry_workgroup.wgsl";
    ENTRY_SUBGROUP = "reduce/entry_subgroup.wgsl";
    SCORES = "kernel/scores.wgsl";
    SOFTMAX_ROWS = "kernel/softmax_rows.wgsl";
    WEIGH = "kernel/weigh.wgsl";
    MERGE = "kernel/merge.wgsl";
    COPY = "kernel/copy.wgsl";
    ROTARY = "kernel/rotary.wgsl";
    LOAD_QK_SCALAR = "io/load_qk_scalar.wgsl";
    LOAD_V_SCALAR = "io/load_v_scalar.wgsl";
    LOAD_QK_VEC4 = "io/load_qk_vec4.wgsl";
    LOAD_V_VEC4 = "io/load_v_vec4.wgsl";
    LOAD_QK_WORDS = "io/load_qk_words.wgsl";
    LOAD_V_WORDS = "io/load_v_words.wgsl";
    LOAD_QK_WORDS4 = "io/load_qk_words4.wgsl";
    LOAD_V_WORDS4 = "io/load_v_words4.wgsl";
    INPUT_SCALAR = "io/input_scalar.wgsl";
    INPUT_WORDS = "io/input_words.wgsl";
    STORE_SCALAR = "io/store_scalar.wgsl";
    STORE_VEC4 = "io/store_vec4.wgsl";
    STORE_WORDS = "io/store_words.wgsl";
    STORE_ATOMIC = "io/store_atomic.wgsl";
    WORD_F16 = "lib/word_f16.wgsl";
    WORD_BF16 = "lib/word_bf16.wgsl";
    SCORE_LIB = "lib/score.wgsl";
    GROUP_LIB = "lib/group.wgsl";
    ROWS_LIB = "lib/rows.wgsl";
    LENGTHS_FIXED = "mask/lengths_fixed.wgsl";
    LENGTHS_KV = "mask/lengths_kv.wgsl";
    LENGTHS_RAGGED = "mask/lengths_ragged.wgsl";
    MASK_BOOL = "mask/boolean.wgsl";
    BIAS_SCALAR = "score/bias_scalar.wgsl";
    BIAS_WORDS = "score/bias_words.wgsl";
    SOFTCAP = "score/softcap.wgsl";
    ALIBI = "score/alibi.wgsl";
    BIAS_F16 = "score/bias_decode_f16.wgsl";
    BIAS_BF16 = "score/bias_decode_bf16.wgsl";
    LSE_NONE = "normalise/lse_none.wgsl";
    LSE_STORE = "normalise/lse_store.wgsl";
    WEIGHT_NONE = "normalise/weight_none.wgsl";
    WEIGHT_SOFTMAX = "normalise/weight_softmax.wgsl";
    SCORE_ROWS_ALL = "lib/score_rows_all.wgsl";
    SCORE_ROWS_LISTED = "lib/score_rows_listed.wgsl";
    TABLES_SCALAR = "io/tables_scalar.wgsl";
    TABLES_WORDS = "io/tables_words.wgsl";
    POSITION_GIVEN = "io/position_given.wgsl";
    POSITION_OWN = "io/position_own.wgsl";
    HOOK_SCORE = "score/hook_score.wgsl";
    HOOK_MASK = "mask/hook_mask.wgsl";
    ONLINE = "normalise/online.wgsl";
    GIVEN = "normalise/given.wgsl";
    SINK_NONE = "normalise/sink_none.wgsl";
    SINK_LOGIT = "normalise/sink_logit.wgsl";
}
