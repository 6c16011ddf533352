//! Inputs that any program can make.

use crate::problem::Role;

/// Value `n` of a tensor: `fract((n + seed) * 0.61803398875) * 2 - 1` in f64, with a seed of 7.3 for keys,
/// 23.9 for values, 41.7 for the gradient by an output and 1 otherwise. In -1..1, with no short period. Keys
/// of the delta rule are divided by the root of a third of their size, so that their length is about 1;
/// decays (logs) are `(x - 1) / 20`, rates `(x + 1) / 2`. What a rank-one rule reads is as long as a key of
/// the delta rule, and it takes half of that away.
pub fn values(role: Role, len: usize, delta_dim: Option<u32>) -> Vec<f32> {
    let seed = match role {
        Role::K => 7.3,
        Role::V => 23.9,
        Role::GradO => 41.7,
        _ => 1.0,
    };
    let shrink = delta_dim.map_or(1.0, |dim| (3.0 / f64::from(dim)).sqrt());
    if let (Role::Removal, Some(dim)) = (role, delta_dim.map(|d| d as usize)) {
        let read = values(Role::K, len / 2, delta_dim);
        return read
            .chunks(dim)
            .flat_map(|a| [a.to_vec(), a.iter().map(|x| -x / 2.0).collect()].concat())
            .collect();
    }
    (0..len)
        .map(|n| ((n as f64 + seed) * 0.618_033_988_75).fract() * 2.0 - 1.0)
        .map(|x| match role {
            Role::Decay => (x - 1.0) / 20.0,
            Role::Beta => (x + 1.0) / 2.0,
            Role::K => x * shrink,
            _ => x,
        } as f32)
        .collect()
}

/// What `f` makes of parts of `values`, in a row, by all cores: a large model's inputs take one of them half
/// a minute. Parts are multiples of eight, so that `f` may pad a whole.
pub(super) fn by_parts<T: Copy + Send>(values: &[f32], f: impl Fn(&[f32]) -> Vec<T> + Sync) -> Vec<T> {
    const WORTH: usize = 1 << 18;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let part = values.len().div_ceil(cores).next_multiple_of(8).max(WORTH);
    if values.len() <= part {
        return f(values);
    }
    std::thread::scope(|scope| {
        let parts: Vec<_> = values.chunks(part).map(|x| scope.spawn(|| f(x))).collect();
        // A part that panics ends the program as it would without threads.
        let join = |p: std::thread::ScopedJoinHandle<'_, Vec<T>>| {
            p.join().unwrap_or_else(|e| std::panic::resume_unwind(e))
        };
        parts.into_iter().map(join).collect::<Vec<_>>().concat()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::DType;

    #[test]
    fn values_are_spread_and_decays_fade() {
        let x = values(Role::Q, 1000, None);
        assert!(x.iter().all(|x| (-1.0..1.0).contains(x)));
        assert!((x.iter().sum::<f32>() / 1000.0).abs() < 0.01);
        assert!(values(Role::Decay, 1000, None).iter().all(|d| *d <= 0.0 && *d >= -0.1));
        let k = values(Role::K, 64, Some(64));
        let length: f32 = k.iter().map(|k| k * k).sum();
        assert!((0.8..1.2).contains(&length), "{length}");
    }

    #[test]
    fn parts_make_the_whole() {
        let x = values(Role::Q, (1 << 20) + 3, None);
        for dtype in [DType::F16, DType::F32] {
            assert_eq!(by_parts(&x, |x| dtype.encode(x)), dtype.encode(&x));
        }
    }
}
