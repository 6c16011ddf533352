//! Published mechanisms as compositions: each is a description of a few lines.
//!
#![doc = include_str!("CATALOGUE.md")]

mod analysis;
mod antidiagonal;
mod block_sparse;
mod branches;
mod chain;
mod cores;
mod edited;
mod exact;
mod flex_prefill;
mod flow;
mod graph;
mod grouped;
mod hashed;
mod heads;
mod hip;
mod hooked;
mod kept_keys;
mod log_normal;
mod long_heads;
mod moba;
mod normalisers;
mod nsa;
mod patterns;
mod pooled_gate;
mod pooling;
mod recurrence;
mod relative;
mod report;
mod ring;
mod rotated;
mod routed;
mod seer;
mod segments;
mod similar;
mod spatial;
mod summaries;
mod top_keys;
mod trained;
mod vertical_slash;

pub use analysis::{HeadMean, MeanRows, WithWeightMap, hidden_attention, masses, mean_of_heads};
pub use antidiagonal::Antidiagonal;
pub use block_sparse::{BlockSparse, BlockSparseGradient};
pub use branches::{Branches, Join, big_bird};
pub use cores::CoreContext;
pub use edited::{
    Edit, Edited, MemoryNetwork, Relaxed, SharedProjection, Tempered, key_bias, llm_modules, offset_heads,
    scaled_heads, soft_injection,
};
pub use exact::{
    EmbeddingFree, KeysAreValues, along_columns, along_rows, between_datapoints, cross_attention,
    el_attention, every_prefix, key_slice, latent_attention, merge_of, perceiver, transformer,
};
pub use flex_prefill::FlexPrefill;
pub use flow::Flowformer;
pub use graph::{edges, graph_attention};
pub use grouped::{ChunkMemory, Landmark};
pub use hashed::{Clustered, HyperAttention};
pub use heads::{
    ExpertHeads, GatedSources, RawForm, RawHeads, WeightedGroups, channel_attention, fixed_head_size,
    gated_heads, grouped_query, multi_query, partial_channels,
};
pub use hip::HierarchicalPruning;
pub use hooked::{
    Sections, average_distance, by_section, context_broadcasting, convit, dynamic_convolution, gaussian,
    knockout, location, luong_local, prefix, prefix_matching, rollout, shaped, uniform_heads,
    universal_relative,
};
pub use kept_keys::KeptKeys;
pub use log_normal::LogNormalDiagonal;
pub use long_heads::LongHeads;
pub use moba::Moba;
pub use normalisers::{
    Cosine, LuongScore, MegaWeights, Pointer, additive, attentive_hawkes, cog, lssa, lssar, luong_global,
    mega, mixture_weights, normalised, rela, relu_mean, show_attend_tell, sigmoid, slot_attention, tcnca,
    with_slots,
};
pub use nsa::NativeSparse;
pub use patterns::{
    composite, etc, feedback_memory, group_causal, halonet, hepos, injected, longformer, multi_window,
    neighbourhood, parallel_pieces, power_attention, segments_for_some, shifted_groups, sparse_fixed,
    sparse_strided, streaming, swin, transducer, within_blocks, within_segments,
};
pub use pooled_gate::PooledGate;
pub use pooling::{
    InducedSet, PolyEncoder, TwoValues, decoupled, masked_mixer, reused_weights, seed_pooling, shared_weights,
};
pub use recurrence::{
    Sizes, aaren, agent_attention, based, based_window, delta_net, diagonal_recurrence, fastmax, flatten,
    gate_loop, gated_delta_net, gated_linear_attention, hedgehog, kimi_delta_attention, latte, light_net,
    lightning, linear_transformer, log_normal, mamba2, mamba2_skip, mega_average, performer, regla,
    retention, rwkv6, rwkv7, titans_memory, trans_normer, value_momentum, vig,
};
pub use relative::{Contextual, Disentangled, FromSinks, PLaplacian, Relative, RelativeForm, SinkRule};
pub use report::{density, kept_mass};
pub use ring::{ring_step, striped_step};
pub use rotated::{Collinear, GeometricTransform, Rotated};
pub use routed::BiLevel;
pub use seer::{SeerAttention, SeerGate, SeerTarget};
pub use segments::{Segment, Segments};
pub use similar::SpargeAttention;
pub use spatial::SpatialSparse;
pub use summaries::{Combiner, vq_block, vq_means};
pub use top_keys::{KeyScore, TopKeys};
pub use trained::{adversarial, by_scores, stopped_at_keys};
pub use vertical_slash::VerticalSlash;
