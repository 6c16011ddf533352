//! Published systems that the library does not express, each with the reason.

use super::catalogue::Family;

/// A published mechanism that is left out.
#[derive(Debug, Clone, Copy)]
pub struct LeftOut {
    /// Its name in text.
    pub title: &'static str,
    /// The family it belongs to.
    pub family: Family,
    /// Why.
    pub reason: &'static str,
}

const fn out(family: Family, title: &'static str, reason: &'static str) -> LeftOut {
    LeftOut { title, family, reason }
}

/// The systems left out, by family.
pub const LEFT_OUT: &[LeftOut] = &[
    out(
        Family::Exact,
        "Local Linear Attention (LLA)",
        "each row solves a linear system by an iteration inside the pass over the keys; no kernel does that yet",
    ),
    out(
        Family::Linear,
        "CHELA",
        "long convolutions by FFT carry its other branch; the linear attention itself is there",
    ),
    out(
        Family::Linear,
        "FAST (dropout on moments)",
        "a regulariser of training; the polynomial features are there as a Taylor map",
    ),
    out(
        Family::StateSpace,
        "DSS (diagonal state spaces)",
        "a kernel of complex exponentials applied as a long convolution, without queries and keys",
    ),
    out(Family::StateSpace, "SiMBA (EinFFT)", "channel mixing by Fourier transform; no attention in it"),
    out(
        Family::StateSpace,
        "Mamba Lyapunov stability (MPFT + PEFT)",
        "a study of training in mixed precision, no mechanism of its own",
    ),
    out(Family::StateSpace, "Mimetic initialisation for SSMs", "an initialisation; the layer is the same"),
    out(
        Family::StateSpace,
        "Zoology (gated convolutions)",
        "its convolutions have no queries and keys; its hybrids are compositions of what is there",
    ),
    out(
        Family::Sparse,
        "IA-RED^2",
        "a learned policy drops patches; what is left is attention on packed tokens",
    ),
    out(
        Family::Sparse,
        "DyVTE (dynamic visual-token exit)",
        "a network decides when tokens leave; what is left is attention on fewer keys",
    ),
    out(Family::Sparse, "DCAL (pair-wise cross-attention)", "a regulariser of training"),
    out(
        Family::Sparse,
        "Stochastically Subsampled self-Attention",
        "random subsets of training; seeded permutations are not in the library",
    ),
    out(
        Family::Sparse,
        "VSA (Varied-Size Window Attention)",
        "keys are sampled between grid points; there is no interpolating gather",
    ),
    out(
        Family::Sparse,
        "IR-Diffusion",
        "needs keys resampled by an affine map; there is no interpolating gather",
    ),
    out(
        Family::Decoding,
        "NAMMs",
        "an evolved network scores Fourier features of columns; a policy of a cache, not attention",
    ),
    out(Family::Decoding, "D2O", "eviction and merging of cache entries: a policy above the kernels"),
    out(Family::Decoding, "Ltri-LLM", "an index in host memory and its search: a policy above the kernels"),
    out(
        Family::Decoding,
        "ZipVL (mixed-precision cache)",
        "a cache of 2 and 4 bits; keys and values have 16 or 32 here",
    ),
    out(
        Family::Decoding,
        "Mathematical Modeling in GenAI (PrFlashAttention, SAQ)",
        "random dropping of blocks in training, and a quantised cache",
    ),
    out(Family::Decoding, "A-VL", "a refresh policy of two index lists; attention on listed keys is there"),
    out(Family::Decoding, "LLMs as encoders for MT", "plain cross-attention; the work is in serving"),
    out(
        Family::Decoding,
        "XC-Cache",
        "plain cross-attention on a cache; what is new is which layers have it",
    ),
    out(
        Family::Positions,
        "Conditional Positional Encoding (CPVT)",
        "a convolution of the tokens before attention, which is unchanged",
    ),
    out(
        Family::Positions,
        "Learnable Fourier Features",
        "features added to the input; attention is unchanged",
    ),
    out(
        Family::Positions,
        "Controlled study of long-context extension",
        "a comparison; its mechanisms are rotary tables and patterns that are there",
    ),
    out(
        Family::Positions,
        "VSTAR Temporal Attention Regularization",
        "the amplitude is the maximum of the row before the bias, which no stage of the kernels gives yet",
    ),
    out(
        Family::Positions,
        "PINE",
        "the order of segments is sorted for every query and head, and keys turn by it inside the kernel",
    ),
    out(Family::Positions, "RoITr", "embeddings of every pair added to keys and values of a neighbour graph"),
    out(
        Family::Positions,
        "RoPE high-dimension positional heads",
        "an analysis by bands of frequencies; needs partial products as outputs",
    ),
    out(
        Family::Heads,
        "Benefits of rank in attention layers",
        "a theory; head sizes up to 1,024 are independent of the number of heads",
    ),
    out(Family::Heads, "PH3", "path patching: outputs of heads from another run, in the caller's hands"),
    out(Family::Heads, "Shapley head pruning", "a search over head masks; the masks are there"),
    out(Family::Weights, "ACMIL (stochastic top-K masking)", "random masking of training"),
    out(
        Family::Weights,
        "AEM (Attention Entropy Maximization)",
        "a loss of training; the entropy is a statistic of the weights",
    ),
    out(
        Family::Weights,
        "Latent Alignment and Variational Attention",
        "sampled alignments and their gradients",
    ),
    out(
        Family::Weights,
        "DPL (dynamic prompt learning)",
        "an optimisation of embeddings by gradients of the weights",
    ),
    out(Family::Weights, "SigmaReparam", "a reparametrisation of the weights of layers"),
    out(
        Family::Weights,
        "MotionCLR",
        "edits of weights in the caller's hands: weights are outputs, and given weights an operator",
    ),
    out(Family::Other, "A Little Bit Attention", "the paper gives no operator, only where to put one"),
    out(
        Family::Other,
        "A2N (Attention in Attention)",
        "a gate between two convolutions, without queries and keys",
    ),
    out(
        Family::Other,
        "CAPE (parameter-guided channel attention)",
        "a gate of channels, without queries and keys",
    ),
    out(Family::Other, "CBAM", "gates of channels and places, without queries and keys"),
    out(
        Family::Other,
        "Class Semantics-based Attention (CSA)",
        "a gate of channels, without queries and keys",
    ),
    out(Family::Other, "PKCAM", "a gate of channels, without queries and keys"),
    out(Family::Other, "Triplet Attention", "gates by pooling and convolution, without queries and keys"),
    out(Family::Other, "DenseBAM-GI", "gates by convolution, without queries and keys"),
    out(
        Family::Other,
        "Residual Attention Network",
        "a gate from a convolutional branch, without queries and keys",
    ),
    out(
        Family::Other,
        "Learnable Bidirectional Attention Maps",
        "a renormalised convolution, without queries and keys",
    ),
    out(
        Family::Other,
        "Visual Attention Network (LKA)",
        "a large convolution as a gate, without queries and keys",
    ),
    out(
        Family::Other,
        "Attentive Convolution (ATConv)",
        "a convolution with a generated kernel, without queries and keys",
    ),
    out(Family::Other, "ULSAM", "a softmax over places of one number each, and a gate"),
    out(Family::Other, "MambaOut", "a gated convolution; it has no scan and no attention"),
    out(Family::Other, "MEDUSA", "one map of a convolutional body gates other layers"),
    out(Family::Other, "ConfHyena", "long convolutions by FFT"),
    out(Family::Other, "Pervasive Attention", "a two-dimensional convolution over pairs of tokens"),
    out(Family::Other, "Attentionless Transformers", "feed-forward networks in place of attention"),
    out(
        Family::Other,
        "OSX (deformable attention)",
        "samples features between grid points; there is no interpolating gather",
    ),
    out(
        Family::Other,
        "DAS: Deformable Attention in CNNs",
        "samples features between grid points; there is no interpolating gather",
    ),
    out(
        Family::Other,
        "DAFT",
        "attention logits integrated by a solver of differential equations with steps of its choice",
    ),
    out(
        Family::Other,
        "Discrete Key-Value Bottleneck",
        "nearest entries of codebooks and their fetch; the selection works on blocks of keys",
    ),
    out(
        Family::Other,
        "GMM and Dynamic Convolution Attention",
        "a recurrence of the last alignment by convolutions",
    ),
    out(Family::Analysis, "AttentionViz", "an export of queries and keys, which are the caller's tensors"),
    out(Family::Analysis, "AttentionTuner", "a loss of training on chosen weights"),
    out(Family::Analysis, "Pure attention loses rank", "a theory of rank over depth: nothing to compute"),
    out(Family::Analysis, "Self-DETR", "a loss of training from products of weight matrices"),
    out(
        Family::Analysis,
        "LaTIM",
        "norms of contributions of every pair of tokens through a layer's convolution and gate",
    ),
    out(Family::Analysis, "CAB (Comprehensive Attention Benchmark)", "a benchmark of other mechanisms"),
];
