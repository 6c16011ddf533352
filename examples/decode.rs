//! Decoding: one token at a time over a key-value cache that grows in place.
//!
//! The cache has room for `CAPACITY` tokens. A step appends the new key and value with a strided
//! copy, then attends to all so far; both are recorded into one encoder. One attention plan
//! serves every step: the number of valid keys is data on the device.
//!
//! `cargo run --example decode [-- ADAPTER]`

use wgpu_attention::reference::{AttentionInputs, attention};
use wgpu_attention::wgpu::{self, BufferUsages};
use wgpu_attention::{Attention, DType, Gpu, Layout, Prepared, Result, Role, StridedCopy, Tensors};

const Q_HEADS: u32 = 4;
const KV_HEADS: u32 = 2;
const DIM: u32 = 32;
const CAPACITY: u32 = 256;
const STEPS: u32 = 40;

struct Decoder {
    gpu: Gpu,
    step: Prepared,
    kv_length: wgpu::Buffer,
    k_cache: wgpu::Buffer,
    v_cache: wgpu::Buffer,
}

impl Decoder {
    fn new(gpu: Gpu) -> Result<Self> {
        // One query; as many keys as fit, of which `kv_lengths` says how many are valid.
        let problem = Attention::new(1, Q_HEADS, 1, DIM).kv_heads(KV_HEADS).kv_len(CAPACITY);
        let step = gpu.plan(&Attention { kv_lengths: true, ..problem })?;
        let cache = u64::from(KV_HEADS * CAPACITY * DIM) * DType::F32.bytes();
        let (k_cache, v_cache) = (buffer(&gpu, cache), buffer(&gpu, cache));
        Ok(Self { kv_length: buffer(&gpu, 4), k_cache, v_cache, step, gpu })
    }

    /// Appends the key and value of token `t` and attends to tokens `0..=t`.
    fn step(&self, t: u32, q: &[f32], k: &[f32], v: &[f32]) -> Result<Vec<f32>> {
        let gpu = &self.gpu;
        let append = gpu.plan(&StridedCopy {
            batch: 1,
            heads: KV_HEADS,
            len: 1,
            dim: DIM,
            dtype: DType::F32,
            input_layout: Layout::bhnd(KV_HEADS, 1, DIM),
            // The cache as a whole, seen from token t on.
            output_layout: Layout::bhnd(KV_HEADS, CAPACITY, DIM).at(u64::from(t * DIM)),
        })?;
        let [q, k, v] = [q, k, v].map(|x| upload(gpu, x));
        let o = buffer(gpu, u64::from(Q_HEADS * DIM) * DType::F32.bytes());
        gpu.queue().write_buffer(&self.kv_length, 0, &(t + 1).to_le_bytes());

        let mut encoder = gpu.device().create_command_encoder(&Default::default());
        for (new, cache) in [(&k, &self.k_cache), (&v, &self.v_cache)] {
            let tensors = Tensors::new().with(Role::Input, new).with(Role::O, cache);
            gpu.record(&mut encoder, &append, &tensors)?;
        }
        let tensors = Tensors::new()
            .with(Role::Q, &q)
            .with(Role::K, &self.k_cache)
            .with(Role::V, &self.v_cache)
            .with(Role::KvLengths, &self.kv_length)
            .with(Role::O, &o);
        gpu.record(&mut encoder, &self.step, &tensors)?;
        gpu.submit(encoder)?;
        // A real decoder would go on with `o` on the device.
        Ok(DType::F32.decode(&gpu.read(&o, o.size())?, (Q_HEADS * DIM) as usize))
    }
}

fn main() -> Result<()> {
    let decoder = Decoder::new(Gpu::new(std::env::args().nth(1).as_deref())?)?;
    let (mut q, mut k, mut v, mut o) = (vec![], vec![], vec![], vec![]);
    for t in 0..STEPS {
        let [new_q, new_k, new_v] =
            [(Q_HEADS, 0.7), (KV_HEADS, 1.3), (KV_HEADS, 2.9)].map(|(heads, f)| token(t, heads, f));
        o.push(decoder.step(t, &new_q, &new_k, &new_v)?);
        q.push(new_q);
        k.push(new_k);
        v.push(new_v);
    }
    println!("{}", decoder.gpu.caps().title());
    println!("{STEPS} steps, {} pipelines compiled", decoder.gpu.pipelines_compiled());

    // All steps at once are causal attention over the whole sequence.
    let whole = Attention::new(1, Q_HEADS, STEPS, DIM).kv_heads(KV_HEADS).causal();
    let inputs = AttentionInputs {
        q: by_head(&q, Q_HEADS),
        k: by_head(&k, KV_HEADS),
        v: by_head(&v, KV_HEADS),
        ..Default::default()
    };
    let want = attention(&whole, &inputs).o;
    let error = want.iter().zip(by_head(&o, Q_HEADS)).fold(0.0_f64, |e, (w, g)| e.max((w - g).abs()));
    println!("largest difference from the f64 reference: {error:.1e}");
    assert!(error < 1e-5 && by_head(&o, Q_HEADS).iter().all(|x| x.is_finite()));
    Ok(())
}

/// What a model would compute for token `t`, `[heads, DIM]`.
fn token(t: u32, heads: u32, frequency: f32) -> Vec<f32> {
    (0..heads * DIM).map(|n| ((t * 31 + n) as f32 * frequency).sin()).collect()
}

/// Tokens of `[heads, DIM]` as `[heads, tokens, DIM]`.
fn by_head(tokens: &[Vec<f32>], heads: u32) -> Vec<f64> {
    let dim = DIM as usize;
    (0..heads as usize)
        .flat_map(|h| tokens.iter().flat_map(move |t| &t[h * dim..][..dim]))
        .copied()
        .map(f64::from)
        .collect()
}

fn buffer(gpu: &Gpu, size: u64) -> wgpu::Buffer {
    gpu.device().create_buffer(&wgpu::BufferDescriptor {
        label: None,
        size,
        usage: BufferUsages::STORAGE | BufferUsages::COPY_DST | BufferUsages::COPY_SRC,
        mapped_at_creation: false,
    })
}

fn upload(gpu: &Gpu, values: &[f32]) -> wgpu::Buffer {
    let bytes = DType::F32.encode(values);
    let buffer = buffer(gpu, bytes.len() as u64);
    gpu.queue().write_buffer(&buffer, 0, &bytes);
    buffer
}
