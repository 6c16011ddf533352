//! Which keys of a cache the weights of a call say to keep.

use super::chain::{Chain, check_unmasked};
use crate::device::DeviceCaps;
use crate::error::{Error, Result, in_range};
use crate::kernels::{
    Choice, CompactBlocks, MapCells, Pool, Pooling, Reduction, Select, SelectionForm, StridedCopy, WeightMap,
};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Alignment, Attention, DType, Layout, Role};
use crate::record::Slot;

/// An attention, and the keys that received most of its weight: [`Role::BlockSpans`] and
/// [`Role::BlockEntries`] name, for every key head, the `top_k` keys of largest sum over the last `probe`
/// queries and the heads of a group, with the last `recent`. Later steps read those alone
/// ([`Self::later`]).
///
/// - Recycled Attention (Xu et al. 2024): one full step says what the next ones read.
/// - Heavy hitters (Zhang et al. 2023, H2O): all queries of a prompt count. The paper goes on to evict
///   one key at every step, which is a policy of the cache.
/// - SnapKV (Li et al. 2024): the last queries count, the keys before them compete by the largest sum
///   among `smooth` neighbours, and the keys of those queries are kept: `recent` is `probe`.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptKeys {
    /// The attention, without masks. A causal one's last query stands at the last key.
    pub attention: Attention,
    /// Queries at the end whose weights count.
    pub probe: u32,
    /// Neighbouring keys whose largest sum counts, odd; 1 for the key's own.
    pub smooth: u32,
    /// Keys kept, recent ones among them.
    pub top_k: u32,
    /// The last keys, this many, are always kept; they take no part in the smoothing.
    pub recent: u32,
}

impl KeptKeys {
    /// The weights of all queries count, key by key.
    pub fn new(attention: Attention, top_k: u32, recent: u32) -> Self {
        Self { probe: attention.q_len, attention, smooth: 1, top_k, recent }
    }

    fn compact(&self) -> CompactBlocks {
        let p = &self.attention;
        CompactBlocks {
            batch: p.batch,
            heads: p.kv_heads,
            rows: 1,
            blocks: p.kv_len,
            heads_of_list: 1,
            rows_of_list: 1,
            form: SelectionForm::Bits,
        }
    }

    /// The attention of a later step, one query over the keys of the lists.
    ///
    /// # Errors
    /// As [`Problem::plan`].
    pub fn later(&self) -> Result<Attention> {
        let p = &self.attention;
        let step = Attention {
            q_len: 1,
            q_layout: Layout::bhnd(p.q_heads, 1, p.qk_dim),
            o_layout: Layout::bhnd(p.q_heads, 1, p.v_dim),
            visibility: crate::Visibility::default(),
            ..p.clone()
        };
        Ok(Attention { blocks: Some(self.compact().list(1, 1)?), ..step })
    }

    fn validate(&self) -> Result<()> {
        let p = &self.attention;
        check_unmasked(p)?;
        in_range("kv_len", p.kv_len.into(), 1, 1 << 28)?;
        in_range("probe", self.probe.into(), 1, p.q_len.into())?;
        in_range("recent", self.recent.into(), 0, p.kv_len.into())?;
        in_range("smooth", self.smooth.into(), 1, 1 << 16)?;
        if self.smooth.is_multiple_of(2) {
            let why = format!("{} is even: a key has as many neighbours on either side", self.smooth);
            return Err(Error::Contradiction { what: "smooth", why });
        }
        Ok(())
    }

    /// The last queries, for sums of their weights.
    fn last(&self) -> Attention {
        let p = &self.attention;
        let before = p.q_len - self.probe;
        let offset = p.visibility.alignment.offset(p.q_len, p.kv_len) + i64::from(before);
        let mut last = Attention {
            q_len: self.probe,
            q_layout: p.q_layout.at(u64::from(before) * p.q_layout.strides[2]),
            o_layout: Layout::bhnd(p.q_heads, self.probe, p.v_dim),
            scale: p.scale,
            visibility: p.visibility,
            ..Attention::of_tensors(p)
        };
        // Two lengths up to 2^28.
        last.visibility.alignment = Alignment::Offset(offset as i32);
        last
    }

    /// Adds the sums of the last queries' weights `[batch, q_heads, 1, kv_len]`.
    fn sums(&self, chain: &mut Chain<'_>, lse: Slot) -> Result<Slot> {
        let (p, probe) = (&self.attention, self.probe);
        let [batch, heads] = [p.batch, p.q_heads];
        let tail = StridedCopy {
            batch,
            heads,
            len: probe,
            dim: 1,
            dtype: DType::F32,
            input_layout: Layout::bhnd(heads, p.q_len, 1).at((p.q_len - probe).into()),
            output_layout: Layout::bhnd(heads, probe, 1),
        };
        let [lse] = chain.run(&tail, &[(Role::Input, lse)], [Role::O])?;
        let map = WeightMap { attention: self.last(), cells: MapCells::COLUMNS, reduction: Reduction::Sum };
        let [sums] = chain.run(&map, &[(Role::Lse, lse)], [Role::Scores])?;
        let competing = p.kv_len - self.recent;
        if self.smooth == 1 || competing == 0 {
            return Ok(sums);
        }
        // What stands in the columns of recent keys does not matter.
        let rows = Layout { offset: 0, strides: [p.kv_len.into(), p.kv_len.into(), 1] };
        let pool = Pool {
            stride: 1,
            lead: self.smooth / 2,
            input_layout: rows,
            output_layout: Some(rows),
            ..Pool::new(batch * heads, 1, competing, 1, self.smooth, Pooling::Max)
        };
        let smoothed = chain.memory(4 * u64::from(batch) * u64::from(heads) * u64::from(p.kv_len));
        chain.run(&pool, &[(Role::Input, sums), (Role::O, smoothed)], [])?;
        Ok(smoothed)
    }
}

impl Problem for KeptKeys {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        self.validate()?;
        let p = &self.attention;
        let mut chain = Chain::new(caps, policy);
        let [lse] = chain.run(&p.clone().with_lse(), &[], [Role::Lse])?;
        let sums = self.sums(&mut chain, lse)?;
        let select = Select {
            group: p.group(),
            blocks: p.kv_len,
            // The last query stands at the last key.
            align_offset: i32::try_from(p.kv_len - 1).unwrap_or(i32::MAX),
            own: self.recent > 0,
            recent: self.recent.saturating_sub(1),
            ..Select::new(p.batch, p.kv_heads, 1, 1, Choice::TopK(self.top_k))
        };
        let [chosen] = chain.run(&select, &[(Role::Scores, sums)], [Role::Selection])?;
        chain.run(&self.compact(), &[(Role::Selection, chosen)], [])?;
        Ok(chain.finish())
    }
}
