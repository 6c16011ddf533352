//! Attention on every GPU that wgpu reaches: Vulkan, Metal, DX12, GLES and the browser.
//!
//! A [`Problem`] says what to compute; [`Gpu::plan`] decides how on one device
//! and compiles it; [`Gpu::record`] adds it to your own encoder, as often as you like.
//!
//! ```no_run
//! use wgpu_attention::{Attention, DType, Gpu, HostTensors, Role};
//!
//! let gpu = Gpu::new(None)?;
//! let problem = Attention::new(1, 8, 1024, 64).causal();
//! let plan = gpu.plan(&problem)?;
//! let x = vec![0.5f32; 8 * 1024 * 64];
//! let inputs = HostTensors::new()
//!     .floats(Role::Q, DType::F32, &x)
//!     .floats(Role::K, DType::F32, &x)
//!     .floats(Role::V, DType::F32, &x);
//! let o = gpu.run_host(&plan, &inputs)?.decode(Role::O, DType::F32)?;
//! # Ok::<(), wgpu_attention::Error>(())
//! ```
//!
//! The engines: exact softmax attention ([`Attention`]) with its partial results ([`Merge`]), over
//! all keys, a [`Pattern`] or block lists ([`BlockList`]) that a selection may choose ([`Select`]);
//! and recurrences whose state is a matrix ([`LinearAttention`]) with the causal convolution
//! that models put before them ([`CausalConv`]).

#[cfg(all(feature = "conformance", not(target_arch = "wasm32")))]
pub mod bench;
#[cfg(feature = "conformance")]
pub mod conformance;
pub mod device;
mod error;
pub mod kernels;
pub mod plan;
pub mod problem;
pub mod record;
#[cfg(feature = "reference")]
pub mod reference;
#[cfg(feature = "report")]
pub mod report;
pub mod shader;
pub mod systems;
#[cfg(target_arch = "wasm32")]
mod web;

pub use device::{DeviceCaps, Gpu, Loss};
pub use error::{Error, Result};
pub use kernels::{
    AttentionGradient, Choice, Code, Codes, Cohesion, CompactBlocks, Divergence, Gate, GateSums, KeptMass,
    MapCells, MaskBlocks, Merge, Pool, Pooling, Project, Reduction, Reorder, Reverse, RowRule, Rows, Scores,
    Select, SelectionForm, SortCodes, StridedCopy, Transform, TreeSearch, Weigh, WeightMap,
};
pub use kernels::{Ceiling, Unit};
pub use plan::{Plan, Policy, Problem, Tier, TileShape};
pub use problem::{
    Activation, Alignment, Attention, BlockList, CausalConv, DType, Decay, Direction, EditRows, Epilogue,
    FeatureMap, HostBlockLists, LabelRule, Layout, LinearAttention, LinearGradient, MaskShape, Normaliser,
    PairFunction, Pattern, PrefixScan, Ragged, Role, Rotary, RowStep, ScoreOutput, ScoreStage, StateUse,
    UpdateRule, Visibility, WeightFunction,
};
pub use record::{HostTensors, Prepared, SelfCheck, Tensors, Tuning};
pub use shader::{Hook, HookInput, HookKind};
pub use wgpu;

/// Keeps the example of the README compiling.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
