//! What no device has.

use crate::{base, least, plan_on};
use wgpu_attention::systems::{Segment, Segments};
use wgpu_attention::{
    Attention, BlockList, CompactBlocks, DeviceCaps, Error, LinearAttention, Normaliser, WeightFunction,
};

#[test]
fn devices_without_compute_shaders_and_sizes_past_64_bits_are_errors() {
    let none = DeviceCaps { max_groups: 0, ..least() };
    assert!(matches!(plan_on(&none, &base()), Err(Error::Limit { limit: 0, .. })));
    let huge = CompactBlocks {
        rows: u32::MAX,
        heads: u32::MAX,
        batch: u32::MAX,
        ..CompactBlocks::of_mask(&base(), 8, 8)
    };
    assert!(plan_on(&least(), &huge).is_err());
    let most = u32::MAX;
    let states = LinearAttention {
        batch: most,
        kv_heads: most,
        qk_dim: most,
        v_dim: most,
        ..LinearAttention::new(1, 1, 8, 8)
    };
    assert_eq!(states.state_elements(), u64::MAX);
    assert!(plan_on(&least(), &states).is_err());
    // A block of queries longer than there are.
    let list = BlockList {
        block_q: 1 << 16,
        block_kv: 8,
        batch: 1,
        heads: 1,
        entries: 2,
        selection_heads: None,
        mask_mod: false,
    };
    plan_on(&least(), &Attention { blocks: Some(list), ..base() }).unwrap();
}

#[test]
fn parts_without_denominators_are_not_merged() {
    let part = base().weights(WeightFunction::Sigmoid { bias: -1.0 }, Normaliser::None);
    let segment = Segment { attention: part, names: vec![] };
    let refused = plan_on(&least(), &Segments::joined(vec![segment.clone(), segment]));
    assert!(matches!(refused, Err(Error::Unsupported { .. })), "{refused:?}");
}
