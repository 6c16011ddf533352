//! Queries, keys and values of a model, stretched to any length.

use anyhow::{Context, anyhow, bail, ensure};
use safetensors::SafeTensors;
use std::path::Path;
use wgpu_attention::{Attention, DType};

/// Four heads of layer 0 of all-MiniLM-L6-v2 on 256 tokens.
const SHIPPED: &[u8] = include_bytes!("../../../examples/minilm_layer0.safetensors");

/// One tensor `[batch, heads, len, dim]`.
#[derive(Debug)]
struct Tensor {
    heads: u32,
    dim: u32,
    dtype: DType,
    values: Vec<f32>,
}

/// What attention of one layer takes.
#[derive(Debug)]
pub(crate) struct Model {
    source: String,
    batch: u32,
    len: u32,
    q: Tensor,
    k: Tensor,
    v: Tensor,
}

/// The inputs of one call, contiguous `[batch, heads, len, dim]`.
#[derive(Debug)]
pub(crate) struct Inputs {
    pub(crate) problem: Attention,
    pub(crate) q: Vec<f32>,
    pub(crate) k: Vec<f32>,
    pub(crate) v: Vec<f32>,
}

impl Model {
    /// The model that comes with the program.
    pub(crate) fn shipped() -> anyhow::Result<Self> {
        Self::parse(SHIPPED, "the file that comes with the program")
    }

    /// Reads a file.
    pub(crate) fn read(path: &Path) -> anyhow::Result<Self> {
        let name = path.display().to_string();
        let bytes = std::fs::read(path).with_context(|| name.clone())?;
        Self::parse(&bytes, &name).with_context(|| name)
    }

    fn parse(bytes: &[u8], name: &str) -> anyhow::Result<Self> {
        let (_, metadata) = SafeTensors::read_metadata(bytes)?;
        let source = metadata.metadata().as_ref().and_then(|m| m.get("source"));
        let source = source.map_or_else(|| name.to_string(), String::clone);
        let file = SafeTensors::deserialize(bytes)?;
        let ([batch, len], q) = tensor(&file, "Q")?;
        let (k_shape, k) = tensor(&file, "K")?;
        let (v_shape, v) = tensor(&file, "V")?;
        for (name, shape, dtype) in [("K", k_shape, k.dtype), ("V", v_shape, v.dtype)] {
            ensure!(shape[0] == batch, "{name}: batch {}, but Q has {batch}", shape[0]);
            ensure!(shape[1] == len, "{name}: {} tokens, but Q has {len}: self-attention is meant", shape[1]);
            ensure!(dtype == q.dtype, "{name}: {dtype}, but Q is {}", q.dtype);
        }
        ensure!(v.heads == k.heads, "V: {} heads, but K has {}", v.heads, k.heads);
        ensure!(k.dim == q.dim, "K: head size {}, but Q has {}", k.dim, q.dim);
        ensure!(len > 0, "Q: no tokens");
        let model = Self { source, batch, len, q, k, v };
        model.problem(len, false).validate()?;
        Ok(model)
    }

    /// Where the tensors come from, in one line.
    pub(crate) fn title(&self) -> String {
        format!("{} ({} tokens)", self.source, self.len)
    }

    /// The problem without its length, in one line.
    pub(crate) fn problem_title(&self, causal: bool) -> String {
        let p = self.problem(self.len, causal);
        format!(
            "{}batch {}, {} query heads, {} key heads, head size {} (values {}), {} in, {} out",
            if causal { "causal, " } else { "" },
            p.batch,
            p.q_heads,
            p.kv_heads,
            p.qk_dim,
            p.v_dim,
            p.dtype,
            p.out_dtype
        )
    }

    fn problem(&self, len: u32, causal: bool) -> Attention {
        let p = Attention::new(self.batch, self.q.heads, len, self.q.dim).kv_heads(self.k.heads);
        // The output stays in f32, so that the error is the kernel's and not the rounding's.
        let mut p = Attention { dtype: self.q.dtype, ..p.v_dim(self.v.dim) };
        p.visibility.causal = causal;
        p
    }

    /// The inputs at `len` tokens: the first ones, or all of them again and again. Every
    /// repetition takes the tokens of the next head, so that a lost repetition shows.
    pub(crate) fn stretch(&self, len: u32, causal: bool) -> Inputs {
        let problem = self.problem(len, causal);
        let group = self.q.heads / self.k.heads;
        let stretch = |t: &Tensor, step: u32| t.stretch(self.batch, self.len, len, step);
        let (q, k, v) = (stretch(&self.q, group), stretch(&self.k, 1), stretch(&self.v, 1));
        Inputs { problem, q, k, v }
    }
}

impl Tensor {
    fn stretch(&self, batch: u32, from: u32, to: u32, head_step: u32) -> Vec<f32> {
        let mut out = Vec::with_capacity((batch * self.heads * to * self.dim) as usize);
        for (b, h) in (0..batch).flat_map(|b| (0..self.heads).map(move |h| (b, h))) {
            for i in 0..to {
                let head = (h + i / from * head_step) % self.heads;
                let at = (((b * self.heads + head) * from + i % from) * self.dim) as usize;
                out.extend_from_slice(&self.values[at..at + self.dim as usize]);
            }
        }
        out
    }
}

/// A tensor of the file, with its batch and length.
fn tensor(file: &SafeTensors<'_>, name: &str) -> anyhow::Result<([u32; 2], Tensor)> {
    let view = file.tensor(name).map_err(|e| anyhow!("tensor {name}: {e}"))?;
    let dtype = match view.dtype() {
        safetensors::Dtype::F32 => DType::F32,
        safetensors::Dtype::F16 => DType::F16,
        safetensors::Dtype::BF16 => DType::Bf16,
        other => bail!("tensor {name}: {other:?} is none of F32, F16, BF16"),
    };
    let &[batch, heads, len, dim] = view.shape() else {
        bail!("tensor {name}: {} axes, expected 4: batch, heads, len, dim", view.shape().len());
    };
    let axis = |n: usize| u32::try_from(n).with_context(|| format!("tensor {name}: axis of {n}"));
    let values = dtype.decode(view.data(), batch * heads * len * dim);
    if let Some(at) = values.iter().position(|x| !x.is_finite()) {
        bail!("tensor {name}: element {at} is {}, not finite", values[at]);
    }
    Ok(([axis(batch)?, axis(len)?], Tensor { heads: axis(heads)?, dim: axis(dim)?, dtype, values }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetitions_take_the_next_head() {
        let t = Tensor { heads: 2, dim: 1, dtype: DType::F32, values: vec![1.0, 2.0, 10.0, 20.0] };
        assert_eq!(t.stretch(1, 2, 5, 1), [1.0, 2.0, 10.0, 20.0, 1.0, 10.0, 20.0, 1.0, 2.0, 10.0]);
        assert_eq!(t.stretch(1, 2, 1, 1), [1.0, 10.0]);
    }

    #[test]
    fn the_shipped_model_is_sound() {
        let model = Model::shipped().unwrap();
        assert_eq!((model.len, model.q.heads, model.q.dim), (256, 4, 32));
        assert_eq!(model.stretch(300, true).q.len(), 4 * 300 * 32);
    }

    #[test]
    fn a_file_without_tensors_is_an_error() {
        let empty = safetensors::serialize::<&str, safetensors::tensor::TensorView<'_>, _>([], None).unwrap();
        let error = format!("{:#}", Model::parse(&empty, "x").unwrap_err());
        assert!(error.contains("tensor Q"), "{error}");
        assert!(Model::parse(b"not a file", "x").is_err());
    }
}
