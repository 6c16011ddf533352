//! The files of `shaders/`, compiled into the crate.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

/// One WGSL file, or one that is written for any tensor with the names of one.
#[derive(Debug, Clone, Copy)]
pub struct Fragment {
    /// Path inside `shaders/`.
    pub path: &'static str,
    /// Text of the file.
    pub source: &'static str,
    /// What `tensor` in the text stands for, in files for any tensor: the name of a binding.
    pub tensor: Option<&'static str>,
    /// What `TENSOR_DIM` stands for: the name of the constant with the size of the tensor's rows.
    pub dim: Option<&'static str>,
}

impl Fragment {
    /// The file for the elements of a tensor.
    pub(crate) const fn of(self, tensor: &'static str) -> Self {
        Self { tensor: Some(tensor), ..self }
    }

    /// The file for rows of a tensor.
    pub(crate) const fn of_rows(self, tensor: &'static str, dim: &'static str) -> Self {
        Self { tensor: Some(tensor), dim: Some(dim), ..self }
    }

    /// The text by the names of its tensor.
    pub fn text(&self) -> Cow<'static, str> {
        let names = [("tensor", self.tensor), ("TENSOR_DIM", self.dim)];
        names.into_iter().fold(self.source.into(), |text, (any, name)| match name {
            Some(name) => text.replace(any, name).into(),
            None => text,
        })
    }

    fn id(&self) -> (&'static str, [Option<&'static str>; 2]) {
        (self.path, [self.tensor, self.dim])
    }
}

impl PartialEq for Fragment {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}
impl Eq for Fragment {}
impl Hash for Fragment {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id().hash(state);
    }
}

macro_rules! fragments {
    ($($name:ident = $path:literal;)*) => {
        $(pub(crate) const $name: Fragment = Fragment {
            path: $path,
            source: include_str!(concat!("../../shaders/", $path)),
            tensor: None,
            dim: None,
        };)*
    };
}

fragments! {
    FLASH = "kernel/flash.wgsl";
    FLASH_ROWS = "kernel/flash_rows.wgsl";
    FLASH_MATRIX = "kernel/flash_matrix.wgsl";
    MATRIX_FOURS = "matrix/memory_fours.wgsl";
    MATRIX_ONES = "matrix/memory_ones.wgsl";
    MATRIX_TILE = "matrix/tile.wgsl";
    MATRIX_LENGTHS_KNOWN = "matrix/lengths_known.wgsl";
    MATRIX_LENGTHS_UNKNOWN = "matrix/lengths_unknown.wgsl";
    ROWS_BY_KEYS = "rows/by_keys.wgsl";
    ROWS_BY_LANES = "rows/by_lanes.wgsl";
    ROWS_WHOLE_TILE = "rows/whole_tile.wgsl";
    ROWS_BY_FEATURES = "rows/by_features.wgsl";
    PRODUCTS_PLAIN = "products/plain.wgsl";
    PRODUCTS_MATRIX = "products/matrix.wgsl";
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
    CUT_OF_FEW = "choose/cut_of_few.wgsl";
    CUT_OF_MANY = "choose/cut_of_many.wgsl";
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
    KEPT = "kernel/kept.wgsl";
    WEIGHT_MAP = "kernel/weight_map.wgsl";
    GRADIENT_LIB = "lib/gradient.wgsl";
    GRADIENT_STATS = "kernel/gradient_stats.wgsl";
    GRADIENT_SINKS = "kernel/gradient_sinks.wgsl";
    GRADIENT_ROWS = "kernel/gradient_rows.wgsl";
    GRADIENT = "kernel/gradient.wgsl";
    GRADIENT_BIAS = "kernel/gradient_bias.wgsl";
    GRADIENT_TILES = "lib/gradient_tiles.wgsl";
    GRADIENT_QUERIES = "gradient/queries.wgsl";
    GRADIENT_KEYS = "gradient/keys.wgsl";
    GRADIENT_VALUES = "gradient/values.wgsl";
    PAIRS_ALL = "gradient/pairs_all.wgsl";
    PAIRS_PATTERN = "gradient/pairs_pattern.wgsl";
    PAIRS_BLOCKS = "gradient/pairs_blocks.wgsl";
    SELECTION_LIB = "lib/selection.wgsl";
    SELECTS_ALL = "gradient/selects_all.wgsl";
    BLOCK_BITS = "kernel/block_bits.wgsl";
    SLOPE_FACTOR = "slope/factor.wgsl";
    SLOPE_SOFTCAP = "slope/softcap.wgsl";
    SLOPE_HOOK_SCORE = "slope/hook_score.wgsl";
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
    COLUMNS_WHOLE = "reduce/columns_whole.wgsl";
    COLUMNS_SHARED = "reduce/columns_shared.wgsl";
    ROWS_HERE = "recurrence/rows_here.wgsl";
    ROWS_AHEAD = "recurrence/rows_ahead.wgsl";
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
    ELEMENT = "io/element.wgsl";
    ELEMENT_WORD = "io/element_word.wgsl";
    ELEMENT_ZERO = "io/element_zero.wgsl";
    ELEMENT_ONE = "io/element_one.wgsl";
    FOUR_ELEMENTS = "io/four_elements.wgsl";
    FOUR_VECTOR = "io/four_vector.wgsl";
    FOUR_WORDS = "io/four_words.wgsl";
    EIGHTS = "io/eights.wgsl";
    EIGHTS_OF_FOURS = "io/eights_of_fours.wgsl";
    STORE_SCALAR = "io/store_scalar.wgsl";
    STORE_VEC4 = "io/store_vec4.wgsl";
    STORE_WORDS = "io/store_words.wgsl";
    STORE_ATOMIC = "io/store_atomic.wgsl";
    WORD_F16 = "lib/word_f16.wgsl";
    WORD_BF16 = "lib/word_bf16.wgsl";
    SCORE_LIB = "lib/score.wgsl";
    LOG_LIB = "lib/log.wgsl";
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
    LSE_PARTS = "normalise/lse_parts.wgsl";
    LSE_BOTH = "normalise/lse_both.wgsl";
    MERGE_WHOLE = "merge/whole.wgsl";
    MERGE_PARTS = "merge/parts.wgsl";
    WEIGHT_NONE = "normalise/weight_none.wgsl";
    WEIGHT_SOFTMAX = "normalise/weight_softmax.wgsl";
    SCORE_ROWS_ALL = "lib/score_rows_all.wgsl";
    SCORE_ROWS_LISTED = "lib/score_rows_listed.wgsl";
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
    PAIR_SUM_SCALED = "pair/sum_scaled.wgsl";
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
    STATE_UNIT = "recurrence/state_unit.wgsl";
    STATE_ZERO = "recurrence/state_zero.wgsl";
    STATE_IN = "recurrence/state_in.wgsl";
    STATE_OWN = "recurrence/state_own.wgsl";
    STATE_DROP = "recurrence/state_drop.wgsl";
    STATE_OUT = "recurrence/state_out.wgsl";
    CHANNELS = "recurrence/channels.wgsl";
    STATE_COLUMNS = "recurrence/state_columns.wgsl";
    RECURRENCE_INDEX = "recurrence/index.wgsl";
    CHUNK = "kernel/chunk.wgsl";
    INTRA_CHUNK = "kernel/intra_chunk.wgsl";
    INTER_CHUNK = "kernel/inter_chunk.wgsl";
    WITHIN = "recurrence/within.wgsl";
    CUMULATE = "kernel/cumulate.wgsl";
    LINEAR_GRADIENT = "recurrence/gradient.wgsl";
    LINEAR_GRADIENT_COLUMN = "recurrence/gradient_column.wgsl";
    LINEAR_GRADIENT_ROW = "recurrence/gradient_row.wgsl";
    LINEAR_GRADIENT_STATE = "recurrence/gradient_state.wgsl";
    OWN_FOUR = "recurrence/own_four.wgsl";
    OWN_ONE = "recurrence/own_one.wgsl";
    LINEAR_GRADIENT_START = "kernel/linear_gradient_start.wgsl";
    LINEAR_GRADIENT_UPDATES = "kernel/linear_gradient_updates.wgsl";
    LINEAR_GRADIENT_VALUES = "kernel/linear_gradient_values.wgsl";
    LINEAR_GRADIENT_QUERIES = "kernel/linear_gradient_queries.wgsl";
    LINEAR_GRADIENT_KEYS = "kernel/linear_gradient_keys.wgsl";
    LINEAR_GRADIENT_RATES = "kernel/linear_gradient_rates.wgsl";
    LINEAR_GRADIENT_HEADS = "kernel/linear_gradient_heads.wgsl";
    LINEAR_GRADIENT_HEADS_SUM = "kernel/linear_gradient_heads_sum.wgsl";
    WHOLE_FIXED = "recurrence/whole_fixed.wgsl";
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
    PADDED = "lib/padded.wgsl";
    CONV = "kernel/conv.wgsl";
    CONV_STATE = "kernel/conv_state.wgsl";
}
