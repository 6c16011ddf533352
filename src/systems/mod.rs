//! Published mechanisms as compositions: each is a description of a few lines.
//!
#![doc = include_str!("CATALOGUE.md")]

mod analysis;
mod block_sparse;
mod exact;
mod heads;
mod moba;
mod nsa;
mod pooled_gate;
mod pooling;
mod recurrence;
mod report;
mod ring;
mod segments;

pub use analysis::{HeadMean, MeanRows, WithWeightMap, hidden_attention, masses, mean_of_heads, rollout};
pub use block_sparse::BlockSparse;
pub use exact::{
    EmbeddingFree, KeysAreValues, along_columns, along_rows, between_datapoints, cross_attention,
    el_attention, every_prefix, key_slice, merge_of, perceiver, transformer,
};
pub use heads::{
    ExpertHeads, GatedSources, RawForm, RawHeads, WeightedGroups, channel_attention, fixed_head_size,
    gated_heads, grouped_query, multi_query, partial_channels,
};
pub use moba::Moba;
pub use nsa::NativeSparse;
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
pub use report::{density, kept_mass};
pub use ring::{ring_step, striped_step};
pub use segments::{Segment, Segments};
