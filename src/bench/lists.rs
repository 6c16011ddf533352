//! Block lists of a given density.

use crate::error::Result;
use crate::problem::{Attention, HostBlockLists};

/// Causal block lists, the same for every head: each block of queries sees its own block and
/// enough of the earlier ones, spread evenly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lists {
    /// Positions of a block, of queries and of keys.
    pub block: u32,
    /// Blocks of keys that each block of queries sees.
    pub seen: Vec<Vec<u32>>,
}

impl Lists {
    /// Lists of `len` tokens with about `density` of the causal blocks.
    pub fn new(len: u32, block: u32, density: f64) -> Self {
        let row = |i: u32| {
            // At most i + 1, a u32.
            let count = ((f64::from(i + 1) * density).round() as u32).clamp(1, i + 1);
            let mut seen: Vec<u32> = (1..count).map(|n| (n - 1) * i / (count - 1).max(1)).collect();
            seen.push(i);
            seen
        };
        Self { block, seen: (0..len.div_ceil(block.max(1))).map(row).collect() }
    }

    /// The lists as a call takes them.
    ///
    /// # Errors
    /// As [`HostBlockLists::new`].
    pub fn host(&self, p: &Attention) -> Result<HostBlockLists> {
        HostBlockLists::new(p, self.block, self.block, 1, 1, &self.seen)
    }

    /// Blocks that are named.
    pub fn count(&self) -> usize {
        self.seen.iter().map(Vec::len).sum()
    }

    /// Their share of the causal blocks.
    pub fn density(&self) -> f64 {
        let rows = self.seen.len() as u64;
        self.count() as f64 / (rows * (rows + 1) / 2).max(1) as f64
    }

    /// Whether query `i` sees the block of key `j`.
    pub fn sees(&self, i: u32, j: u32) -> bool {
        self.seen[(i / self.block) as usize].contains(&(j / self.block))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_query_sees_its_own_block_and_about_the_density_of_those_before() {
        let lists = Lists::new(1000, 100, 0.5);
        assert_eq!((lists.seen[0].as_slice(), lists.seen[9].len()), (&[0][..], 5));
        // 1 1 2 2 3 3 4 4 5 5 of 55; a half is rounded up but for the first.
        assert_eq!((lists.count(), lists.density()), (30, 30.0 / 55.0));
        assert!((0..10).all(|i| lists.sees(i * 100, i * 100 + 99)));
        assert!(!lists.sees(0, 100) && lists.sees(999, 0));
        let p = Attention::new(1, 4, 1000, 8).causal();
        assert_eq!(lists.host(&p).unwrap().list.heads, 1);
    }
}
