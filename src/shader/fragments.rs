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
    FLASH_MATRIX = "kernel/flash_matrix.wgsl";
    ROWS_BY_KEYS = "rows/by_keys.wgsl";
    ROWS_BY_FEATURES = "rows/by_features.wgsl";
    FLASH_LIB = "lib/flash.wgsl";
    TILES_RANGE = "tiles/range.wgsl";
    TILES_LIST = "tiles/list.wgsl";
    TILES_LIST_ROWS = "tiles/list_rows.wgsl";
    TILES_GATHER = "tiles/gather.wgsl";
    MASK_SELECTED_KEY = "mask/selected_key.wgsl";
    TILES_PATTERN = "tiles/pattern.wgsl";
    MASK_PATTERN = "mask/pattern.wgsl";
    PATTERN_LIB = "lib/pattern.wgsl";
    PATTERN_WINDOW = "pattern/window.wgsl";
    PATTERN_FIRST_KEYS = "pattern/first_keys.wgsl";
    PATTERN_FIRST_QUERIES = "pattern/first_queries.wgsl";
    PATTERN_MULTIPLES = "pattern/multiples.wgsl";
    PATTERN_POWERS = "pattern/powers.wgsl";
    PATTERN_COLUMNS = "pattern/columns.wgsl";
    PATTERN_BLOCKS = "pattern/blocks.wgsl";
    PATTERN_NEIGHBOURHOOD = "pattern/neighbourhood.wgsl";
    PATTERN_COMPRESSED = "pattern/compressed.wgsl";
    PATTERN_MEMBERS = "pattern/members.wgsl";
    PATTERN_HEADS = "pattern/heads.wgsl";
    PATTERN_HEAD_PHASE = "pattern/head_phase.wgsl";
    PATTERN_HEAD_WINDOWS = "pattern/head_windows.wgsl";
    PATTERN_VERTICALS = "pattern/verticals.wgsl";
    PATTERN_SLASHES = "pattern/slashes.wgsl";
    PATTERN_LABELS = "pattern/labels.wgsl";
    MASK_SELECTED = "mask/selected.wgsl";
    MASK_SELECTED_ALL = "mask/selected_all.wgsl";
    PROJECT = "kernel/project.wgsl";
    REORDER = "kernel/reorder.wgsl";
    ORDER_GIVEN = "order/given.wgsl";
    ORDER_REVERSED = "order/reversed.wgsl";
    CODES = "kernel/codes.wgsl";
    CODE_SIGNS = "code/signs.wgsl";
    CODE_ARGMAX = "code/argmax.wgsl";
    CODE_ARGMAX_SIGNED = "code/argmax_signed.wgsl";
    SORT = "kernel/sort.wgsl";
    PARTIAL_LIB = "lib/partial.wgsl";
    POOL = "kernel/pool.wgsl";
    POOL_MEAN = "pool/mean.wgsl";
    POOL_MAX = "pool/max.wgsl";
    POOL_MIN = "pool/min.wgsl";
    POOL_SUM = "pool/sum.wgsl";
    SELECT = "kernel/select.wgsl";
    CHOOSE_MASS = "choose/mass.wgsl";
    CHOOSE_WITHIN = "choose/within.wgsl";
    COHESION = "kernel/cohesion.wgsl";
    DIVERGENCE = "kernel/divergence.wgsl";
    TREE = "kernel/tree.wgsl";
    ROWS_BY_SCORE = "choose/rows_by_score.wgsl";
    ROWS_ALL_BELOW = "choose/rows_all_below.wgsl";
    ROWS_NONE_BELOW = "choose/rows_none_below.wgsl";
    ROWS_NONE_FROM = "choose/rows_none_from.wgsl";
    BLOCKS_BY_SCORE = "choose/blocks_by_score.wgsl";
    BLOCKS_BELOW = "choose/blocks_below.wgsl";
    CHOOSE_TOP_K = "choose/top_k.wgsl";
    CHOOSE_THRESHOLD = "choose/threshold.wgsl";
    CHOOSE_TOP_P = "choose/top_p.wgsl";
    GATE = "kernel/gate.wgsl";
    EPILOGUE = "kernel/epilogue.wgsl";
    ROW_INPUT = "epilogue/input.wgsl";
    ROW_INPUT_SUM = "epilogue/input_sum.wgsl";
    ROW_GATE = "epilogue/row_gate.wgsl";
    ROW_BRANCH = "epilogue/row_branch.wgsl";
    NORM_PLAIN = "epilogue/norm_plain.wgsl";
    NORM_WEIGHT = "epilogue/norm_weight.wgsl";
    STEP_SCALE = "epilogue/scale.wgsl";
    STEP_SHIFT = "epilogue/shift.wgsl";
    ACTIVATION_RECIPROCAL = "activation/reciprocal.wgsl";
    ACTIVATION_EXP = "activation/exp.wgsl";
    ACTIVATION_CLAMPED_EXP = "activation/clamped_exp.wgsl";
    STEP_NORM = "epilogue/norm.wgsl";
    STEP_GATE = "epilogue/gate.wgsl";
    STEP_ADD = "epilogue/add.wgsl";
    STEP_ADD_GATED = "epilogue/add_gated.wgsl";
    STEP_MIX = "epilogue/mix.wgsl";
    ACTIVATION_NONE = "activation/none.wgsl";
    ACTIVATION_SIGMOID = "activation/sigmoid.wgsl";
    ACTIVATION_SILU = "activation/silu.wgsl";
    GATE_SCALAR = "io/gate_scalar.wgsl";
    GATE_WORDS = "io/gate_words.wgsl";
    BRANCH_SCALAR = "io/branch_scalar.wgsl";
    BRANCH_WORDS = "io/branch_words.wgsl";
    NORM_WEIGHT_SCALAR = "io/norm_weight_scalar.wgsl";
    NORM_WEIGHT_WORDS = "io/norm_weight_words.wgsl";
    KEPT = "kernel/kept.wgsl";
    WEIGHT_MAP = "kernel/weight_map.wgsl";
    MAP_ENTROPY = "map/entropy.wgsl";
    MAP_BLOCKS = "map/blocks.wgsl";
    MAP_DIAGONALS = "map/diagonals.wgsl";
    MAP_MAX = "map/max.wgsl";
    MAP_ROW_LSE = "map/row_lse.wgsl";
    MAP_ROW_NONE = "map/row_none.wgsl";
    MAP_SUM = "map/sum.wgsl";
    COMPACT = "kernel/compact.wgsl";
    SELECTION_BITS = "select/bits.wgsl";
    SELECTION_BYTES = "select/bytes.wgsl";
    REDUCE_WORKGROUP = "reduce/workgroup.wgsl";
    REDUCE_SUBGROUP = "reduce/subgroup.wgsl";
    ENTRY_WORKGROUP = "reduce/entry_workgroup.wgsl";
    ENTRY_SUBGROUP = "reduce/entry_subgroup.wgsl";
    SCORES = "kernel/scores.wgsl";
    SOFTMAX_ROWS = "kernel/softmax_rows.wgsl";
    WEIGH = "kernel/weigh.wgsl";
    TRANSFORM = "kernel/transform.wgsl";
    GATE_SUMS = "kernel/gate_sums.wgsl";
    WEIGH_GIVEN = "kernel/weigh_given.wgsl";
    MERGE = "kernel/merge.wgsl";
    COPY = "kernel/copy.wgsl";
    CEILING_MULTIPLY_ADD = "kernel/ceiling_multiply_add.wgsl";
    CEILING_MATRIX = "kernel/ceiling_matrix.wgsl";
    CEILING_COPY = "kernel/ceiling_copy.wgsl";
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
    PLACE_LIB = "lib/place.wgsl";
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
    SIGNED = "normalise/signed.wgsl";
    EACH = "normalise/each.wgsl";
    FINISH_SUM = "normalise/finish_sum.wgsl";
    FINISH_GIVEN = "normalise/finish_given.wgsl";
    FINISH_AT_LEAST_ONE = "normalise/finish_at_least_one.wgsl";
    FINISH_NONE = "normalise/finish_none.wgsl";
    MASS_SUM = "normalise/mass_sum.wgsl";
    MASS_ABS = "normalise/mass_abs.wgsl";
    MASS_COUNT = "normalise/mass_count.wgsl";
    SINK_CONSTANT = "normalise/sink_constant.wgsl";
    WEIGHT_KEPT = "weight/kept.wgsl";
    WEIGHT_SIGMOID = "weight/sigmoid.wgsl";
    WEIGHT_RELU = "weight/relu.wgsl";
    WEIGHT_SQUARED_RELU = "weight/squared_relu.wgsl";
    WEIGHT_LAPLACE = "weight/laplace.wgsl";
    WEIGHT_ELU = "weight/elu.wgsl";
    WEIGHT_SOFTPLUS = "weight/softplus.wgsl";
    WEIGHT_IDENTITY = "weight/identity.wgsl";
    WEIGHT_OVER_QUERIES = "weight/over_queries.wgsl";
    ADJUST_NONE = "weight/adjust_none.wgsl";
    ADJUST_MOMENTS = "weight/adjust_moments.wgsl";
    ADJUST_SHARE = "weight/adjust_share.wgsl";
    STATISTICS = "kernel/statistics.wgsl";
    STAT_MOMENTS = "stat/moments.wgsl";
    STAT_SHARE = "stat/share.wgsl";
    STAT_LSE = "stat/lse.wgsl";
    STAT_TO_PAIR = "stat/to_pair.wgsl";
    STAT_TO_LSE = "stat/to_lse.wgsl";
    PAIR_DOT = "pair/dot.wgsl";
    PAIR_QUERY_SCALED = "pair/query_scaled.wgsl";
    HOOK_MASK_PARTIAL = "mask/hook_mask_partial.wgsl";
    MASK_BLOCKS = "kernel/mask_blocks.wgsl";
    SCORE_MASKED = "lib/masked.wgsl";
    OUTPUT_PLAIN = "output/plain.wgsl";
    OUTPUT_HOOK = "output/hook.wgsl";
    ROWS_ALL = "output/rows_all.wgsl";
    ROWS_WEIGHTED = "output/rows_weighted.wgsl";
    SCORE_FACTOR = "score/factor.wgsl";
    PAIR_SCALED = "pair/scaled.wgsl";
    PAIR_DISTANCE = "pair/distance.wgsl";
    PAIR_ADDITIVE = "pair/additive.wgsl";
    WEIGHT_LOG = "normalise/weight_log.wgsl";
    SINK_NONE = "normalise/sink_none.wgsl";
    SINK_LOGIT = "normalise/sink_logit.wgsl";
    TOKENS_FIXED = "recurrence/tokens_fixed.wgsl";
    TOKENS_RAGGED = "recurrence/tokens_ragged.wgsl";
    DECAY_NONE = "recurrence/decay_none.wgsl";
    DECAY_SCALAR = "recurrence/decay_scalar.wgsl";
    DECAY_WORDS = "recurrence/decay_words.wgsl";
    BETA_NONE = "recurrence/beta_none.wgsl";
    BETA_SCALAR = "recurrence/beta_scalar.wgsl";
    BETA_WORDS = "recurrence/beta_words.wgsl";
    STATE_UNIT = "recurrence/state_unit.wgsl";
    STATE_ZERO = "recurrence/state_zero.wgsl";
    STATE_IN = "recurrence/state_in.wgsl";
    STATE_OWN = "recurrence/state_own.wgsl";
    STATE_DROP = "recurrence/state_drop.wgsl";
    STATE_OUT = "recurrence/state_out.wgsl";
    BONUS_NONE = "recurrence/bonus_none.wgsl";
    CHANNELS = "recurrence/channels.wgsl";
    STATE_COLUMNS = "recurrence/state_columns.wgsl";
    BONUS_GIVEN = "recurrence/bonus_given.wgsl";
    RECURRENCE_INDEX = "recurrence/index.wgsl";
    CHUNK = "kernel/chunk.wgsl";
    CUMULATE = "kernel/cumulate.wgsl";
    FEATURES = "kernel/features.wgsl";
    FEATURE_RELU = "feature/relu.wgsl";
    FEATURE_ELU = "feature/elu.wgsl";
    FEATURE_SIGMOID = "feature/sigmoid.wgsl";
    FEATURE_SQUARED_RELU = "feature/squared_relu.wgsl";
    FEATURE_EACH = "feature/each.wgsl";
    FEATURE_EXP = "feature/exp.wgsl";
    FEATURE_SOFTMAX = "feature/softmax.wgsl";
    FEATURE_SIGNED_SOFTMAX = "feature/signed_softmax.wgsl";
    FEATURE_TAYLOR = "feature/taylor.wgsl";
    FEATURE_RANDOM_POSITIVE = "feature/random_positive.wgsl";
    FEATURE_FOCUSED = "feature/focused.wgsl";
    SCAN = "kernel/scan.wgsl";
    SCAN_TRANSITIONS = "kernel/scan_transitions.wgsl";
    READ = "kernel/read.wgsl";
    PREFIX = "kernel/prefix.wgsl";
    COMPETE = "recurrence/compete.wgsl";
    EMPTIED_LIB = "lib/emptied.wgsl";
    FEATURE_SILU = "feature/silu.wgsl";
    FEATURE_PLAIN_EXP = "feature/plain_exp.wgsl";
    FEATURE_IDENTITY = "feature/identity.wgsl";
    FEATURE_FASTMAX = "feature/fastmax.wgsl";
    PHASES = "recurrence/phases.wgsl";
    TURN = "kernel/turn.wgsl";
    TURN_STATE = "kernel/turn_state.wgsl";
    TURN_LIB = "lib/turn.wgsl";
    REMOVAL_NONE = "recurrence/removal_none.wgsl";
    REMOVAL_SCALAR = "recurrence/removal_scalar.wgsl";
    REMOVAL_WORDS = "recurrence/removal_words.wgsl";
    FADE_LIB = "lib/fade.wgsl";
    CHUNK_LIB = "lib/chunk.wgsl";
    GRAM = "recurrence/gram.wgsl";
    GRAM_MOMENTUM = "recurrence/gram_momentum.wgsl";
    HELD = "recurrence/held.wgsl";
    HELD_MOMENTUM = "recurrence/held_momentum.wgsl";
    UPDATE = "recurrence/update.wgsl";
    UPDATE_MOMENTUM = "recurrence/update_momentum.wgsl";
    MOMENTUM = "recurrence/momentum.wgsl";
    MOMENTUM_NONE = "recurrence/momentum_none.wgsl";
    TILES = "recurrence/tiles.wgsl";
    DELTA = "recurrence/delta.wgsl";
    DELTA_NONE = "recurrence/delta_none.wgsl";
    RUNNING = "kernel/running.wgsl";
    RECURRENT = "kernel/recurrent.wgsl";
    RECURRENT_COLUMNS = "kernel/recurrent_columns.wgsl";
    CONV_WEIGHT_SCALAR = "io/conv_weight_scalar.wgsl";
    CONV_WEIGHT_WORDS = "io/conv_weight_words.wgsl";
    CONV_BIAS_NONE = "io/conv_bias_none.wgsl";
    CONV_BIAS_SCALAR = "io/conv_bias_scalar.wgsl";
    CONV_BIAS_WORDS = "io/conv_bias_words.wgsl";
    CONV_PAST_NONE = "io/conv_past_none.wgsl";
    CONV_PAST_SCALAR = "io/conv_past_scalar.wgsl";
    CONV_PAST_WORDS = "io/conv_past_words.wgsl";
    PADDED = "lib/padded.wgsl";
    CONV = "kernel/conv.wgsl";
    CONV_STATE = "kernel/conv_state.wgsl";
}
