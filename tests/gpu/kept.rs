//! What block lists keep, on inputs whose answer is known.

use crate::adapters;
use crate::sparse::{coins, inputs};
use wgpu_attention::{
    Attention, DType, DeviceCaps, Error, Gpu, HostBlockLists, HostTensors, KeptMass, Policy, Problem, Role,
};

fn words(tensors: &HostTensors, role: Role) -> Vec<u32> {
    let bytes = tensors.get(role).unwrap().chunks_exact(4);
    bytes.map(|w| u32::from_le_bytes(w.try_into().unwrap())).collect()
}

/// Mass and keys of every row, from the log-sum-exps of two calls.
fn kept(gpu: &Gpu, p: &Attention, lists: &HostBlockLists, host: &HostTensors) -> (Vec<f32>, Vec<u32>) {
    let listed = Attention { blocks: Some(lists.list.clone()), ..p.clone() };
    let with_lists = |host: HostTensors| {
        host.indices(Role::BlockSpans, &lists.spans).indices(Role::BlockEntries, &lists.entries)
    };
    let lse = |p: &Attention, host: &HostTensors| {
        let done = gpu.run_host(&gpu.plan(p).unwrap(), host).unwrap();
        done.decode(Role::Lse, DType::F32).unwrap()
    };
    let own = lse(&listed, &with_lists(host.clone()));
    let mut report = with_lists(HostTensors::new()).floats(Role::Lse, DType::F32, &own).floats(
        KeptMass::DENSE_LSE,
        DType::F32,
        &lse(p, host),
    );
    if p.kv_lengths {
        report = report.bytes(Role::KvLengths, host.get(Role::KvLengths).unwrap().to_vec());
    }
    let done = gpu.run_host(&gpu.plan(&KeptMass { attention: listed }).unwrap(), &report).unwrap();
    (done.decode(Role::KeptMass, DType::F32).unwrap(), words(&done, Role::NamedKeys))
}

#[test]
fn equal_scores_keep_the_share_of_keys() {
    let mut p = Attention::new(2, 4, 45, 8).kv_heads(2).kv_len(70).with_lse().causal();
    p.visibility.window_left = Some(15);
    p.kv_lengths = true;
    let lengths = [70u32, 21];
    let (host, _) = inputs(&p);
    let zeros = vec![0.0; 2 * 4 * 45 * 8];
    let host = host.floats(Role::Q, DType::F32, &zeros).indices(Role::KvLengths, &lengths);
    // Blocks of 16 queries and 32 keys; a list for each key head, the first two empty and full.
    let drawn = coins(2 * 2 * 3 * 3, 3, 0.5);
    let lists: Vec<Vec<u32>> = (0..12)
        .map(|n| (0..3).filter(|&k| n == 1 || (n != 0 && drawn[n * 3 + k as usize])).collect())
        .collect();
    let made = HostBlockLists::new(&p, 16, 32, 2, 2, &lists).unwrap();
    adapters::each(|_, gpu| {
        let (mass, keys) = kept(gpu, &p, &made, &host);
        let mut odd = [0; 3];
        for row in 0..2 * 4 * 45usize {
            let (i, h, b) = (row as u32 % 45, row / 45 % 4, row / 180);
            let list = &lists[(b * 2 + h / 2) * 3 + i as usize / 16];
            let seen = (0..lengths[b]).filter(|&j| j <= i && j + 15 >= i);
            let (named, all) = (seen.clone().filter(|j| list.contains(&(j / 32))).count(), seen.count());
            assert_eq!(keys[2 * row..2 * row + 2], [named as u32, all as u32], "row {row}");
            let want = if all == 0 { 1.0 } else { named as f32 / all as f32 };
            assert!((mass[row] - want).abs() < 1e-6, "row {row}: {} {want}", mass[row]);
            [all == 0, named == 0 && all > 0, named == all && all > 0]
                .iter()
                .zip(&mut odd)
                .for_each(|(x, n)| *n += u32::from(*x));
        }
        assert!(odd.iter().all(|n| *n > 0), "{odd:?}");
    });
}

#[test]
fn one_large_key_is_all_of_the_mass() {
    let p = Attention { scale: Some(1.0), ..Attention::new(1, 1, 40, 4).with_lse() };
    let (host, _) = inputs(&p);
    let mut keys = vec![0.0; 160];
    keys[4 * 33] = 60.0;
    let queries: Vec<f32> = (0..160).map(|n| if n % 4 == 0 { 1.0 } else { 0.0 }).collect();
    let host = host.floats(Role::Q, DType::F32, &queries).floats(Role::K, DType::F32, &keys);
    // Key 33 lies in block 2: the first queries keep it, the others all but it.
    let made = HostBlockLists::new(&p, 20, 16, 1, 1, &[vec![2], vec![0, 1]]).unwrap();
    adapters::each(|_, gpu| {
        let (mass, keys) = kept(gpu, &p, &made, &host);
        for i in 0..40 {
            assert!((mass[i] - if i < 20 { 1.0 } else { 0.0 }).abs() < 1e-5, "{}", mass[i]);
            assert_eq!(keys[2 * i..2 * i + 2], [if i < 20 { 8 } else { 32 }, 40]);
        }
    });
}

#[test]
fn without_lists_there_is_nothing_to_report() {
    let of = KeptMass { attention: Attention::new(1, 1, 40, 4) };
    let refused = of.plan(&DeviceCaps::webgpu_minimum(), &Policy::default()).unwrap_err();
    assert!(matches!(refused, Error::Contradiction { what: "blocks", .. }), "{refused}");
}
