//! The table of softmax attention, run by every kernel.

use crate::problem::{
    Alignment, Attention, DType, Layout, MaskShape, Ragged, ScoreOutput, ScoreStage, Visibility,
};
use crate::reference::AttentionInputs;

/// Changes the inputs of a case.
pub type Edit = fn(&Attention, &mut AttentionInputs);

/// A problem with what its inputs need beyond shapes.
#[derive(Debug, Clone)]
pub struct Case {
    /// Its name in the table.
    pub name: String,
    /// What to compute.
    pub problem: Attention,
    /// Queries and keys lie between plus and minus this.
    pub amplitude: f32,
    /// Valid keys `[batch]`.
    pub kv_lengths: Vec<u32>,
    /// Starts of packed queries and keys.
    pub cu_seqlens: [Vec<u32>; 2],
    /// Rows whose scores are wanted.
    pub score_rows: Vec<u32>,
    /// Changes the random inputs.
    pub edit: Edit,
}

impl Case {
    /// A case of random inputs.
    pub fn new(name: impl Into<String>, problem: Attention) -> Self {
        Self {
            name: name.into(),
            problem,
            amplitude: 2.0,
            kv_lengths: vec![],
            cu_seqlens: [vec![], vec![]],
            score_rows: vec![],
            edit: |_, _| {},
        }
    }

    /// With inputs changed.
    pub fn edit(self, edit: Edit) -> Self {
        Self { edit, ..self }
    }

    /// With queries and keys of this size.
    pub fn amplitude(self, amplitude: f32) -> Self {
        Self { amplitude, ..self }
    }

    fn kv_lengths(mut self, lengths: &[u32]) -> Self {
        self.problem.kv_lengths = true;
        self.kv_lengths = lengths.to_vec();
        self
    }
}

/// Shape `[batch, q_heads, kv_heads]`, `[q_len, kv_len]`, `[qk_dim, v_dim]`; with lse.
pub fn problem(heads: [u32; 3], lens: [u32; 2], dims: [u32; 2]) -> Attention {
    let mut p = Attention::new(heads[0], heads[1], lens[0], dims[0]);
    (p.kv_heads, p.kv_len, p.v_dim, p.lse) = (heads[2], lens[1], dims[1], true);
    p.contiguous()
}

fn see(p: Attention, causal: bool, left: Option<u32>, right: Option<u32>, alignment: Alignment) -> Attention {
    let visibility = Visibility { causal, window_left: left, window_right: right, alignment };
    Attention { visibility, ..p }
}

const LENGTHS: &[[u32; 2]] = &[
    [0, 0],
    [0, 5],
    [5, 0],
    [1, 0],
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 63],
    [63, 64],
    [64, 63],
    [64, 65],
    [65, 64],
    [65, 127],
    [127, 65],
    [1, 300],
    [127, 300],
    [300, 2],
    [1, 1000],
    [300, 1000],
    [1000, 127],
];

/// Lengths around and far from tile sizes, plain and causal both ways.
pub fn lengths() -> Vec<Case> {
    let mut cases = Vec::new();
    for &[q, kv] in LENGTHS {
        let p = problem([1, 2, 1], [q, kv], [40, 24]);
        let causal = |alignment| see(p.clone(), true, None, None, alignment);
        cases.push(Case::new(format!("{q}x{kv}"), p.clone()));
        cases.push(Case::new(format!("{q}x{kv} causal"), causal(Alignment::TopLeft)));
        cases.push(Case::new(format!("{q}x{kv} causal to the end"), causal(Alignment::BottomRight)));
    }
    cases
}

/// Head sizes, aligned or not, equal or not.
pub fn head_sizes() -> Vec<Case> {
    let sizes = [
        [1, 1],
        [1, 1024],
        [1024, 1],
        [3, 8],
        [8, 3],
        [17, 40],
        [40, 17],
        [64, 128],
        [200, 80],
        [256, 256],
        // A latent head: what is attended to and its position.
        [576, 512],
    ];
    let case =
        |[qk, v]: [u32; 2]| Case::new(format!("sizes {qk} and {v}"), problem([1, 2, 1], [35, 70], [qk, v]));
    sizes.into_iter().map(case).collect()
}

/// Head sizes of models, more rows than a workgroup of matrices has and more keys than a tile.
pub fn model_sizes() -> Vec<Case> {
    let sizes = [[32, 32], [64, 64], [80, 80], [96, 64], [128, 128], [192, 128], [256, 256]];
    let case = |[qk, v]: [u32; 2]| {
        let p = see(problem([1, 4, 2], [150, 210], [qk, v]), true, None, None, Alignment::BottomRight);
        Case::new(format!("sizes {qk} and {v}, causal to the end"), p)
    };
    sizes.into_iter().map(case).collect()
}

/// The same cases with inputs and output of f16, those that cooperative matrices take: their outputs
/// stay in registers.
pub fn for_matrices(cases: Vec<Case>) -> Vec<Case> {
    let fits = |case: &Case| case.problem.qk_dim.max(case.problem.v_dim) <= 256;
    let in_f16 = |case: Case| Case { problem: case.problem.dtype(DType::F16), ..case };
    cases.into_iter().filter(fits).map(in_f16).collect()
}

/// Every pair of types, rows aligned to four, two and one elements.
pub fn dtypes() -> Vec<Case> {
    use DType::{Bf16, F16, F32};
    let pairs = [(F16, F16), (F16, F32), (Bf16, Bf16), (Bf16, F32), (F32, F16), (F32, Bf16)];
    let mut cases = Vec::new();
    for (dtype, out_dtype) in pairs {
        for dims in [[16, 8], [6, 18], [5, 7]] {
            let p = Attention { dtype, out_dtype, ..problem([2, 2, 1], [37, 70], dims).causal() };
            cases.push(Case::new(format!("{dtype} to {out_dtype}, sizes {dims:?}"), p));
        }
    }
    cases
}

/// Group ratios, among them groups that do not divide a row tile.
pub fn groups() -> Vec<Case> {
    let case = |[q, kv]: [u32; 2]| {
        Case::new(format!("{q} heads on {kv}"), problem([2, q, kv], [21, 66], [8, 8]).causal())
    };
    [[2, 2], [4, 2], [3, 1], [6, 2], [8, 1], [16, 2]].into_iter().map(case).collect()
}

/// Causal and window bounds, with every alignment.
pub fn visibilities() -> Vec<Case> {
    use Alignment::{BottomRight, Offset, TopLeft};
    let mut cases = Vec::new();
    for alignment in [TopLeft, BottomRight, Offset(40), Offset(-25), Offset(200), Offset(-200)] {
        for (causal, left, right) in [
            (true, None, None),
            (false, Some(0), Some(0)),
            (false, Some(20), None),
            (false, None, Some(20)),
            (false, Some(10), Some(33)),
            (true, Some(31), None),
            (true, Some(5), Some(50)),
        ] {
            let p = problem([1, 3, 1], [70, 100], [8, 8]);
            let name = format!("{alignment:?} causal {causal} left {left:?} right {right:?}");
            cases.push(Case::new(name, see(p, causal, left, right, alignment)));
        }
    }
    cases
}

/// Scale, soft cap, factors, slopes, sinks and key lengths.
pub fn edits() -> Vec<Case> {
    let p = || problem([3, 4, 2], [40, 70], [16, 24]);
    let lengths = [0, 70, 5000];
    let ends = |p| see(p, true, None, None, Alignment::BottomRight);
    let all = Attention { softcap: Some(2.0), alibi: true, sinks: true, ..p() };
    vec![
        Case::new("scale 0.5", Attention { scale: Some(0.5), ..p() }),
        Case::new("scale -1", Attention { scale: Some(-1.0), ..p() }),
        Case::new("scale 0", Attention { scale: Some(0.0), ..p() }),
        Case::new("soft cap", Attention { softcap: Some(1.5), ..p() }),
        Case::new("a cap far below the scores", Attention { softcap: Some(0.01), ..p() }),
        // Capped scores keep their digits, near 0 too.
        Case::new("a cap far above the scores", Attention { softcap: Some(1000.0), ..p() }),
        Case::new("factors", Attention { factors: Some(MaskShape([1, 4, 40, 1])), ..p() }),
        Case::new(
            "factors and a cap",
            Attention { factors: Some(MaskShape([3, 1, 1, 70])), softcap: Some(1.5), ..p().causal() },
        ),
        Case::new("slopes", Attention { alibi: true, ..p() }),
        Case::new("slopes, causal", Attention { alibi: true, ..ends(p()) }),
        Case::new("sinks", Attention { sinks: true, ..p() }),
        Case::new("sinks of rows that see nothing", Attention { sinks: true, ..p().kv_len(0) }),
        Case::new("lengths", p()).kv_lengths(&lengths),
        Case::new("lengths, causal", p().causal()).kv_lengths(&lengths),
        Case::new("lengths, causal to the end", ends(p())).kv_lengths(&[1, 69, 33]),
        Case::new("lengths and sinks", Attention { sinks: true, ..p() }).kv_lengths(&lengths),
        Case::new("slopes, lengths to the end", Attention { alibi: true, ..ends(p()) })
            .kv_lengths(&[9, 70, 41]),
        Case::new("cap, slopes and sinks", all),
    ]
}

/// The broadcast shapes of a `[2, 4, 18, 70]` mask, and some shorter than the keys.
fn mask_shapes() -> Vec<MaskShape> {
    let mut shapes: Vec<MaskShape> = (0..16u32)
        .map(|n| {
            let pick = |bit: u32, full| if n >> bit & 1 == 1 { full } else { 1 };
            MaskShape([pick(3, 2), pick(2, 4), pick(1, 18), pick(0, 70)])
        })
        .collect();
    shapes.extend([MaskShape([2, 4, 18, 33]), MaskShape([1, 1, 18, 69]), MaskShape([1, 1, 1, 2])]);
    shapes
}

/// Boolean and additive masks of every broadcast shape, and of every type.
pub fn masks() -> Vec<Case> {
    let p = || problem([2, 4, 2], [18, 70], [8, 8]);
    let mut cases = Vec::new();
    for shape in mask_shapes() {
        let name = shape.0;
        cases.push(Case::new(format!("boolean {name:?}"), Attention { mask: Some(shape), ..p() }));
        let bias = Some((DType::F32, shape));
        cases.push(Case::new(format!("additive {name:?}"), Attention { bias, ..p() }));
    }
    for (dtype, shape) in [
        (DType::F16, [2, 4, 18, 70]),
        (DType::F16, [1, 4, 1, 33]),
        (DType::Bf16, [2, 1, 18, 70]),
        (DType::Bf16, [1, 4, 18, 33]),
    ] {
        let bias = Some((dtype, MaskShape(shape)));
        cases.push(Case::new(format!("additive {dtype} {shape:?}"), Attention { bias, ..p() }));
    }
    let both = Attention {
        mask: Some(MaskShape([2, 1, 18, 70])),
        bias: Some((DType::F32, MaskShape([1, 4, 18, 69]))),
        softcap: Some(5.0),
        ..p().causal()
    };
    cases.push(Case::new("both masks, causal, capped", both.clone()));
    cases.push(Case::new("both masks, lengths", both).kv_lengths(&[64, 20]));
    cases
}

/// More rows and keys than any tile holds, at odd places, and all edits at once.
pub fn tiles() -> Vec<Case> {
    let long = problem([1, 3, 1], [301, 333], [40, 24]);
    let window = see(long.clone(), true, Some(90), None, Alignment::BottomRight);
    let edited = Attention {
        mask: Some(MaskShape([2, 1, 70, 130])),
        bias: Some((DType::F32, MaskShape([1, 4, 70, 129]))),
        softcap: Some(5.0),
        alibi: true,
        sinks: true,
        ..problem([2, 4, 2], [70, 130], [7, 10]).causal()
    };
    vec![
        Case::new("long", long),
        Case::new("long, a window to the end", window),
        Case::new("edited", edited).kv_lengths(&[101, 5000]),
        Case::new("f16", problem([1, 2, 2], [130, 65], [6, 18]).dtype(DType::F16).causal()),
    ]
}

/// Packed batches, with an empty entry, one without keys and one without queries.
pub fn ragged() -> Vec<Case> {
    let cu = [vec![0, 5, 5, 40, 42, 42], vec![0, 66, 70, 105, 105, 110]];
    let base = |bnhd: bool| {
        let mut p = problem([5, 4, 2], [35, 66], [16, 8]);
        p.ragged = Some(Ragged { total_q: 42, total_kv: 110 });
        if bnhd { p.contiguous_bnhd() } else { p.contiguous() }
    };
    let ends = |p| see(p, true, Some(20), None, Alignment::BottomRight);
    let shape = MaskShape([5, 1, 35, 66]);
    let case = |name: &str, p| Case { cu_seqlens: cu.clone(), ..Case::new(name, p) };
    vec![
        case("ragged", base(false)),
        case("ragged bnhd", base(true)),
        case("ragged causal", base(true).causal()),
        case("ragged causal to the end, window", ends(base(true))),
        case("ragged f16", base(true).dtype(DType::F16)),
        case("ragged sinks and slopes", Attention { sinks: true, alibi: true, ..ends(base(true)) }),
        case("ragged boolean mask", Attention { mask: Some(shape), ..base(true) }),
    ]
}

/// A cache before the new keys.
pub fn past() -> Vec<Case> {
    let mut cases = Vec::new();
    for (past, new, dtype) in [
        (0, 9, DType::F32),
        (64, 1, DType::F32),
        (33, 7, DType::F16),
        (33, 7, DType::Bf16),
        (20, 0, DType::F32),
    ] {
        let mut p = problem([2, 4, 2], [new.max(2), past + new], [8, 5]).dtype(dtype).past(past);
        p.visibility.alignment = Alignment::Offset(past as i32);
        p.k_layout = Layout::bnhd(2, new, 8);
        cases.push(Case::new(format!("past {past} and {new} new, {dtype}"), p.causal()));
    }
    cases
}

/// Offsets, gaps and both orders of axes.
pub fn views() -> Vec<Case> {
    let with = |layouts: [Layout; 4], dtype: DType, dims: [u32; 2]| {
        let mut p = problem([2, 4, 2], [37, 65], dims).dtype(dtype).causal();
        [p.q_layout, p.k_layout, p.v_layout, p.o_layout] = layouts;
        p
    };
    let gaps = |heads: u64, len: u64, dim: u64, step: u64, at: u64| {
        let row = dim + step;
        let head = len * row + 3 * step;
        Layout { offset: at, strides: [heads * head + 5 * step, head, row] }
    };
    // Queries, keys and values of one `[len, heads, 3 * dim]` projection.
    let fused = |heads: u64, len: u64, dim: u64, n: u64| Layout {
        offset: n * dim,
        strides: [len * heads * 3 * dim, 3 * dim, heads * 3 * dim],
    };
    let mut cases = Vec::new();
    for dtype in [DType::F32, DType::F16, DType::Bf16] {
        let bnhd = problem([2, 4, 2], [37, 65], [16, 8]).dtype(dtype).contiguous_bnhd();
        cases.push(Case::new(format!("bnhd {dtype}"), bnhd));
        for (step, at, [d, v]) in [(4, 64, [16, 8]), (3, 7, [16, 8]), (1, 3, [5, 7]), (2, 2, [6, 6])] {
            let (qd, vd) = (u64::from(d), u64::from(v));
            let layouts = [
                gaps(4, 37, qd, step, at),
                gaps(2, 65, qd, step, 2 * at),
                gaps(2, 65, vd, step, at),
                gaps(4, 37, vd, step, at),
            ];
            cases.push(Case::new(format!("gaps of {step}, {dtype}, size {d}"), with(layouts, dtype, [d, v])));
        }
        let layouts = [fused(4, 37, 8, 0), fused(2, 65, 8, 1), fused(2, 65, 8, 2), fused(4, 37, 8, 1)];
        cases.push(Case::new(format!("fused {dtype}"), with(layouts, dtype, [8, 8])));
    }
    // One key head and entry read by all.
    let mut shared = problem([2, 4, 2], [20, 40], [8, 8]);
    shared.q_layout.strides = [4 * 20 * 8, 20 * 8, 8];
    cases.push(Case::new("plain", shared));
    cases
}

/// Scores as an output: every stage, all rows and listed ones, few and so many that a thread takes several.
pub fn scores() -> Vec<Case> {
    let mut cases = Vec::new();
    for stage in [ScoreStage::Raw, ScoreStage::Softcap, ScoreStage::Bias, ScoreStage::Weights] {
        for listed in [false, true] {
            for (queries, lse) in [(40, false), (40, true), (300, false)] {
                let rows: Vec<u32> = match (listed, queries) {
                    (false, _) => vec![],
                    (true, 40) => vec![7, 0, 39, 7],
                    (true, _) => (0..270).map(|r| r * 7 % 300).collect(),
                };
                let p = Attention {
                    softcap: Some(3.0),
                    bias: Some((DType::F32, MaskShape([1, 4, queries, 70]))),
                    // At most 270.
                    scores: Some(ScoreOutput { stage, rows: listed.then_some(rows.len() as u32) }),
                    lse,
                    ..problem([2, 4, 2], [queries, 70], [8, 8]).causal()
                };
                let case = Case::new(format!("{stage:?} scores of {queries}, listed {listed}, lse {lse}"), p);
                cases.push(Case { score_rows: rows, ..case.kv_lengths(&[70, 11]) });
            }
        }
    }
    cases
}
