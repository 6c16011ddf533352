//! Block lists: which blocks of keys a block of queries visits.

use super::{Attention, Role, product};
use crate::error::{Error, Result, divides, in_range};
use crate::shader::HookKind;

/// Block lists of [`Attention`]: for each batch entry, head and block of queries the blocks of
/// keys to visit.
///
/// Block `n` holds positions `n * block .. (n + 1) * block`, the last one fewer. A list is a
/// span of [`Role::BlockEntries`], given by [`Role::BlockSpans`] `[batch, heads, q_blocks, 2]`;
/// spans may lie anywhere and may overlap. Entries name blocks of keys in ascending order, each
/// once: one named twice counts twice. Entries and spans past the end are passed over.
///
/// With `block_kv` 1 the entries are single keys, gathered in the order of the list, which need
/// not ascend.
///
/// A block is seen whole, unless bit 31 of its entry is set: then [`Role::Selection`] says which
/// of its queries see it. Causal and window bounds, lengths and masks hold inside the blocks as
/// everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct BlockList {
    /// Queries of a block, 1 to 65,536; 1 for a list per query.
    pub block_q: u32,
    /// Keys of a block, 1 to 65,536.
    pub block_kv: u32,
    /// Batch entries with lists of their own: all, or 1 for lists shared by all.
    pub batch: u32,
    /// Heads with lists of their own: `q_heads`, `kv_heads` (a group shares its lists, and reads
    /// each key once), or 1.
    pub heads: u32,
    /// Length of [`Role::BlockEntries`].
    pub entries: u32,
    /// Heads of [`Role::Selection`] `[batch, heads, q_len, kv_blocks / 32]`, a divisor of
    /// `q_heads`; `None` if every block is seen whole.
    pub selection_heads: Option<u32>,
    /// Whether bit 31 says instead where the attention's `mask_mod` hides some pair: it is not asked
    /// in other blocks (see [`MaskBlocks`](crate::MaskBlocks)).
    pub mask_mod: bool,
}

/// Bit of an entry that marks a block seen in part.
pub(crate) const PARTIAL: u32 = 1 << 31;
/// Positions of a block.
pub(crate) const MAX_BLOCK: u64 = 1 << 16;

impl BlockList {
    /// Lists of `p`, room for `entries` of them in all, one list a query head and batch entry.
    pub fn new(p: &Attention, block_q: u32, block_kv: u32, entries: u32) -> Self {
        Self {
            block_q,
            block_kv,
            batch: p.batch,
            heads: p.q_heads,
            entries,
            selection_heads: None,
            mask_mod: false,
        }
    }

    /// Bytes of spans, entries and selection.
    pub(crate) fn bytes(&self, p: &Attention) -> [u64; 3] {
        let words = p.kv_len.div_ceil(self.block_kv).div_ceil(32);
        [
            product(&[8, self.batch, self.heads, p.q_len.div_ceil(self.block_q)]),
            product(&[4, self.entries]),
            product(&[4, p.batch, self.selection_heads.unwrap_or(0), p.q_len, words]),
        ]
    }

    /// Blocks that a list names at most.
    pub(crate) fn longest(&self, p: &Attention) -> u32 {
        p.kv_len.div_ceil(self.block_kv).min(self.entries)
    }

    /// Checks the lists against the attention they are for.
    pub(crate) fn validate(&self, p: &Attention) -> Result<()> {
        in_range("block_q", self.block_q.into(), 1, MAX_BLOCK)?;
        in_range("block_kv", self.block_kv.into(), 1, MAX_BLOCK)?;
        if ![1, p.batch].contains(&self.batch) {
            return Err(Error::mismatch("block lists: batch, or 1", p.batch.into(), self.batch.into()));
        }
        if ![1, p.kv_heads, p.q_heads].contains(&self.heads) {
            let what = "block lists: q_heads, kv_heads or 1";
            return Err(Error::mismatch(what, p.q_heads.into(), self.heads.into()));
        }
        if let Some(heads) = self.selection_heads {
            divides("selection_heads", heads, p.q_heads)?;
        }
        if self.mask_mod
            && (p.hook_of(HookKind::MaskMod).is_none()
                || self.selection_heads.is_some()
                || self.block_kv == 1)
        {
            let why = "lists of a mask_mod want one, blocks of keys, and no selection".into();
            return Err(Error::Contradiction { what: "mask_mod", why });
        }
        for (role, bytes) in
            [Role::BlockSpans, Role::BlockEntries, Role::Selection].into_iter().zip(self.bytes(p))
        {
            let limit = u64::from(u32::MAX);
            if bytes / 4 > limit {
                return Err(Error::IndexOverflow { what: role.name().into(), needed: bytes / 4, limit });
            }
        }
        for (on, what) in [(p.past_len.is_some(), "past tokens"), (p.scores.is_some(), "scores as an output")]
        {
            if on {
                return Err(Error::unsupported(
                    format!("{what} with block lists"),
                    "lists name present keys only",
                ));
            }
        }
        Ok(())
    }
}

impl Attention {
    /// Tiles of so many keys that a row sees at most: blocks of a list are cut into tiles, single keys gathered.
    pub(crate) fn key_tiles(&self, keys: u32) -> u32 {
        match &self.blocks {
            Some(list) if list.block_kv > 1 => list.longest(self) * list.block_kv.div_ceil(keys),
            Some(list) => list.longest(self).div_ceil(keys),
            None => self.kv_len.div_ceil(keys),
        }
    }

    /// Rounds of the loops that say whether a tile of so many queries and keys of `pack` heads may hold a visible
    /// pair by the tables of the pattern, which lists take the place of.
    pub(crate) fn table_rounds(&self, queries: u32, keys: u32, pack: u32) -> u64 {
        let pattern = self.pattern.as_ref().filter(|_| self.blocks.is_none());
        pattern.map_or(0, |pattern| pattern.rounds(queries, keys, pack))
    }
}

/// Block lists in host memory, checked.
///
/// ```
/// use wgpu_attention::{Attention, HostBlockLists};
/// let p = Attention::new(1, 1, 100, 64);
/// // Two blocks of queries, four of keys.
/// let lists = HostBlockLists::new(&p, 64, 32, 1, 1, &[vec![0, 1], vec![1, 3]])?;
/// let p = Attention { blocks: Some(lists.list.clone()), ..p };
/// p.validate()?;
/// # Ok::<(), wgpu_attention::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostBlockLists {
    /// Their description.
    pub list: BlockList,
    /// [`Role::BlockSpans`].
    pub spans: Vec<u32>,
    /// [`Role::BlockEntries`].
    pub entries: Vec<u32>,
}

impl HostBlockLists {
    /// One list for each of `[batch, heads, q_blocks]`, as the rows of `lists`.
    ///
    /// # Errors
    /// [`Error::BadValue`] for a block past the last one or out of order, by its index in all
    /// entries; [`Error::Mismatch`] for a wrong number of lists, a `batch` that is neither that of `p` nor 1,
    /// and `heads` that are none of `q_heads`, `kv_heads` and 1; [`Error::OutOfRange`] for a block size
    /// that is not 1 to 65,536; [`Error::IndexOverflow`] for spans past 32-bit indices;
    /// [`Error::Unsupported`] if `p` has past tokens, or scores as an output. `p` is not checked otherwise.
    pub fn new(
        p: &Attention,
        block_q: u32,
        block_kv: u32,
        batch: u32,
        heads: u32,
        lists: &[Vec<u32>],
    ) -> Result<Self> {
        let entries: Vec<u32> = lists.iter().flatten().copied().collect();
        let needed = entries.len() as u64;
        let limit = u32::MAX.into();
        let count = u32::try_from(needed).map_err(|_| {
            let what = Role::BlockEntries.name().into();
            Error::IndexOverflow { what, needed, limit }
        })?;
        let list = BlockList { batch, heads, ..BlockList::new(p, block_q, block_kv, count) };
        list.validate(p)?;
        let wanted = list.bytes(p)[0] / 8;
        if wanted != lists.len() as u64 {
            return Err(Error::mismatch("block lists", wanted, lists.len() as u64));
        }
        let mut spans = Vec::with_capacity(2 * lists.len());
        let mut at = 0u32;
        for blocks in lists {
            check_list(blocks, at as usize, p.kv_len.div_ceil(block_kv))?;
            // Their sum is `count`.
            let end = at + blocks.len() as u32;
            spans.extend([at, end]);
            at = end;
        }
        Ok(Self { list, spans, entries })
    }
}

/// Checks that blocks ascend and lie under `kv_blocks`; `at` is the index of the first.
fn check_list(blocks: &[u32], at: usize, kv_blocks: u32) -> Result<()> {
    let bad = |n: usize, why: String| {
        Err(Error::BadValue { tensor: Role::BlockEntries, index: at + n, got: blocks[n].into(), why })
    };
    for (n, &block) in blocks.iter().enumerate() {
        if block & !PARTIAL >= kv_blocks || block >= PARTIAL {
            return bad(n, format!("is not one of the {kv_blocks} blocks of keys"));
        }
        if n > 0 && blocks[n - 1] >= block {
            return bad(n, format!("does not ascend after {}", blocks[n - 1]));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_past_the_end_and_out_of_order_are_named() {
        let p = Attention::new(1, 1, 100, 8);
        let make = |lists: &[Vec<u32>]| HostBlockLists::new(&p, 64, 32, 1, 1, lists);
        let lists = make(&[vec![0, 3], vec![]]).unwrap();
        assert_eq!((lists.spans, lists.entries), (vec![0, 2, 2, 2], vec![0, 3]));
        let far = make(&[vec![0], vec![1, 4]]).unwrap_err();
        assert!(matches!(far, Error::BadValue { index: 2, got: 4, .. }), "{far}");
        let twice = make(&[vec![2, 2], vec![]]).unwrap_err();
        assert!(matches!(twice, Error::BadValue { index: 1, got: 2, .. }), "{twice}");
        let few = make(&[vec![0]]).unwrap_err();
        assert!(matches!(few, Error::Mismatch { expected: 2, got: 1, .. }), "{few}");
    }

    #[test]
    fn shapes_that_do_not_fit_are_refused() {
        let p = Attention::new(2, 4, 100, 8).kv_heads(2);
        let list = BlockList::new(&p, 16, 16, 10);
        let with = |list| Attention { blocks: Some(list), ..p.clone() }.validate();
        assert_eq!(with(list.clone()), Ok(()));
        assert_eq!(with(BlockList { heads: 2, batch: 1, ..list.clone() }), Ok(()));
        assert!(matches!(with(BlockList { heads: 3, ..list.clone() }), Err(Error::Mismatch { got: 3, .. })));
        assert!(matches!(with(BlockList { batch: 3, ..list.clone() }), Err(Error::Mismatch { got: 3, .. })));
        assert!(matches!(
            with(BlockList { block_q: 0, ..list.clone() }),
            Err(Error::OutOfRange { got: 0, .. })
        ));
        let odd = BlockList { selection_heads: Some(3), ..list };
        assert!(matches!(with(odd), Err(Error::Contradiction { what: "selection_heads", .. })));
    }
}
