//! Published mechanisms as compositions: each is a description of a few lines.
//!
#![doc = include_str!("CATALOGUE.md")]

mod block_sparse;
mod moba;
mod nsa;
mod pooled_gate;
mod recurrence;
mod report;

pub use block_sparse::BlockSparse;
pub use moba::Moba;
pub use nsa::NativeSparse;
pub use pooled_gate::PooledGate;
pub use recurrence::{
    Sizes, based, delta_net, gated_delta_net, gated_linear_attention, hedgehog, kimi_delta_attention,
    lightning, linear_transformer, mamba2, performer, retention, rwkv6,
};
pub use report::{density, kept_mass};
