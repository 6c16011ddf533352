//! Published mechanisms as compositions: each is a description of a few lines.

mod recurrence;

pub use recurrence::{
    Sizes, based, delta_net, gated_delta_net, gated_linear_attention, hedgehog, kimi_delta_attention,
    lightning, linear_transformer, mamba2, performer, retention, rwkv6,
};
