//! The caller's buffers.

use crate::error::{Error, Result};
use crate::plan::Plan;
use crate::problem::Role;

/// Buffers of a call by role. Views into them are part of the problem (see
/// [`Layout`](crate::Layout)); several read tensors may share one buffer, and gradients by queries, keys and
/// values whose views are apart.
#[derive(Debug, Clone, Default)]
pub struct Tensors<'a> {
    list: Vec<(Role, &'a wgpu::Buffer)>,
}

impl<'a> Tensors<'a> {
    /// No buffers.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a buffer; the last one of a role counts. It needs `STORAGE` usage.
    pub fn with(mut self, role: Role, buffer: &'a wgpu::Buffer) -> Self {
        self.list.retain(|(r, _)| *r != role);
        self.list.push((role, buffer));
        self
    }

    pub(crate) fn get(&self, role: Role) -> Result<&'a wgpu::Buffer> {
        let found = self.list.iter().find(|(r, _)| *r == role);
        found.map(|(_, b)| *b).ok_or(Error::MissingTensor { tensor: role })
    }

    /// Checks the buffers against what a plan needs: every role there and none besides, sizes,
    /// usages, and no buffer both written and bound a second time, unless the plan allows it.
    pub(crate) fn check(&self, plan: &Plan) -> Result<()> {
        let needed = &plan.tensors;
        if let Some((role, _)) = self.list.iter().find(|(r, _)| !needed.iter().any(|(n, ..)| n == r)) {
            return Err(Error::UnusedTensor { tensor: *role });
        }
        for &(role, bytes, written) in needed {
            let buffer = self.get(role)?;
            let needed_bytes = bytes.next_multiple_of(4);
            if buffer.size() < needed_bytes {
                return Err(Error::BufferTooSmall { tensor: role, needed: needed_bytes, got: buffer.size() });
            }
            if !buffer.usage().contains(wgpu::BufferUsages::STORAGE) {
                return Err(Error::BufferUsage { tensor: role, usage: "STORAGE" });
            }
            let may_share = |other| plan.apart.contains(&(role, other));
            let shared = self.list.iter().find(|(r, b)| *r != role && *b == buffer && !may_share(*r));
            if let (true, Some((other, _))) = (written, shared) {
                return Err(Error::Contradiction {
                    what: role.name(),
                    why: format!("it is written, and its buffer is also bound as {other}"),
                });
            }
        }
        Ok(())
    }
}
