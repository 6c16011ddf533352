//! Prepared plans by problem: planning again what was planned before is a look-up.

use super::Prepared;
use crate::device::DeviceCaps;
use crate::plan::{Policy, Problem};
use std::any::Any;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// Plans of one device, the most recent ones. They hold pipelines and a few hundred bytes of
/// parameters each, never a caller's buffer.
#[derive(Debug, Default)]
pub(crate) struct Plans {
    list: Mutex<VecDeque<Kept>>,
}

#[derive(Debug)]
struct Kept {
    problem: Box<dyn Any + Send + Sync>,
    policy: Policy,
    caps: Arc<DeviceCaps>,
    prepared: Prepared,
}

/// How many are kept: some for every layer of a model with a few kinds of them.
const MOST: usize = 32;

impl Plans {
    /// The plan of an equal problem under an equal policy on the same device, if it is kept.
    pub(crate) fn find(
        &self,
        problem: &(impl Problem + ?Sized),
        policy: &Policy,
        caps: &Arc<DeviceCaps>,
    ) -> Option<Prepared> {
        // A poisoned list still holds only whole entries.
        let mut list = self.list.lock().unwrap_or_else(PoisonError::into_inner);
        let at = list
            .iter()
            .position(|k| Arc::ptr_eq(&k.caps, caps) && problem.is(&*k.problem) && k.policy == *policy)?;
        let found = list.remove(at)?;
        let prepared = found.prepared.clone();
        list.push_front(found);
        Some(prepared)
    }

    /// Forgets all of them.
    pub(crate) fn clear(&self) {
        self.list.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Keeps a plan in place of the one that was not asked for the longest.
    pub(crate) fn keep(
        &self,
        problem: &(impl Problem + ?Sized),
        policy: &Policy,
        caps: &Arc<DeviceCaps>,
        prepared: &Prepared,
    ) {
        let problem = problem.keep();
        let (policy, caps, prepared) = (policy.clone(), caps.clone(), prepared.clone());
        let mut list = self.list.lock().unwrap_or_else(PoisonError::into_inner);
        list.truncate(MOST - 1);
        list.push_front(Kept { problem, policy, caps, prepared });
    }
}
