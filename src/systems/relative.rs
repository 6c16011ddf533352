//! Systems whose pairs need a first stage: products with vectors of positions, distances of
//! features, the mass on some keys.

use super::hooked::{elements, hook, source};
use super::masses;
use crate::device::DeviceCaps;
use crate::error::{Error, Result};
use crate::kernels::{GateSums, Scores};
use crate::plan::{Plan, Policy, Problem};
use crate::problem::{Attention, DType, Layout, PairFunction, Role, ScoreOutput, ScoreStage};
use crate::record::Slot;
use crate::shader::{HookInput, HookKind};

/// Products of all queries of `p` with `count` vectors of each head, `[q_heads, count, qk_dim]`, the
/// same for every sequence; scaled as the attention is.
fn products(p: &Attention, count: u32) -> Scores {
    let plain = Attention {
        kv_heads: p.q_heads,
        kv_len: count,
        v_dim: 1,
        scale: Some(p.effective_scale()),
        scores: Some(ScoreOutput { stage: ScoreStage::Raw, rows: None }),
        ..Attention::new(p.batch, p.q_heads, p.q_len, p.qk_dim)
    };
    let mut plain = Attention { dtype: p.dtype, ..plain.contiguous() };
    plain.q_layout = p.q_layout;
    plain.k_layout.strides[0] = 0;
    Scores(plain)
}

/// Refuses what first stages do not know.
fn plain(p: &Attention) -> Result<()> {
    p.validate()?;
    if p.ragged.is_some() || p.past_len.is_some() || p.kv_heads != p.q_heads {
        return Err(Error::unsupported(
            "positions of a ragged batch, past tokens or groups of heads",
            "the first stage is of one dense form",
        ));
    }
    Ok(())
}

const fn user(name: &'static str) -> (Role, Slot) {
    (Role::User(name), Slot::Tensor(Role::User(name)))
}

/// Attention with a score for the distance of every pair, from vectors of distances.
///
/// [`Role::User`]`("distances")` `[q_heads, vectors, qk_dim]` is the table: vector `n` is of the distance
/// `i - j = n - span`, and distances past its ends take its last. Query `i` stands at key `i + span` of a
/// sequence whose first `span` keys are remembered ones, or `span` keys ahead are seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Relative {
    /// The attention: as many heads of keys as of queries.
    pub attention: Attention,
    /// Vectors of the table.
    pub vectors: u32,
    /// The vector of distance 0.
    pub span: u32,
    /// The terms of a score.
    pub form: RelativeForm,
}

/// The terms of a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelativeForm {
    /// `(q_i.k_j + q_i.r_(i-j)) / sqrt(d)`: Music Transformer (Huang et al. 2018). Its skewing, a view of
    /// the products, is an index here.
    Music,
    /// `(q_i.k_j + q_i.r_(i-j) + u.k_j + v.r_(i-j)) / sqrt(d)`: Transformer-XL (Dai et al. 2019) and, after a
    /// convolution of queries, keys and values, RCMHA. [`Role::User`]`("content")` and `("position")`
    /// `[q_heads, qk_dim]` are `u` and `v`.
    TransformerXl,
}

impl Relative {
    fn inputs(&self) -> Result<Vec<(&'static str, HookInput)>> {
        let p = &self.attention;
        let buffer = |shape: &[u32]| Ok::<_, Error>(HookInput::BufferF32(elements(shape)?));
        let span = i32::try_from(self.span).unwrap_or(i32::MAX);
        let mut inputs = vec![
            ("relative", buffer(&[p.batch, p.q_heads, p.q_len, self.vectors])?),
            ("heads", HookInput::U32(p.q_heads)),
            ("len", HookInput::U32(p.q_len)),
            ("vectors", HookInput::U32(self.vectors)),
            ("span", HookInput::I32(span)),
        ];
        if self.form == RelativeForm::TransformerXl {
            inputs.push(("kv_len", HookInput::U32(p.kv_len)));
            inputs.push(("key_terms", buffer(&[p.batch, p.q_heads, p.kv_len])?));
            inputs.push(("distance_terms", buffer(&[p.q_heads, self.vectors])?));
        }
        Ok(inputs)
    }
}

impl Problem for Relative {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        plain(p)?;
        crate::error::in_range("vectors", self.vectors.into(), 1, 1 << 28)?;
        let text = match self.form {
            RelativeForm::Music => source!("relative"),
            RelativeForm::TransformerXl => source!("transformer_xl"),
        };
        let attend =
            p.clone().own_hook(hook(HookKind::ScoreMod, text, &self.inputs()?)?)?.plan(caps, policy)?;
        let mut plan = Plan::empty();
        let distances = (Role::K, user("distances").1);
        let mut places = vec![plan.scratch_for(&attend, Role::User("relative"))];
        let of_queries = products(p, self.vectors).plan(caps, policy)?;
        plan.append(of_queries, &[distances, (Role::Scores, places[0].1)]);
        if self.form == RelativeForm::TransformerXl {
            // u and v are a query of every head.
            let one = Attention {
                q_len: 1,
                q_layout: Layout { offset: 0, strides: [0, p.qk_dim.into(), 0] },
                ..p.clone()
            };
            let mut keys = products(&one, p.kv_len);
            keys.0.k_layout = p.k_layout;
            let vectors = products(&Attention { batch: 1, ..one }, self.vectors);
            for (stage, terms, query, keys) in [
                (keys, "key_terms", "content", (Role::K, Slot::Tensor(Role::K))),
                (vectors, "distance_terms", "position", distances),
            ] {
                let place = plan.scratch_for(&attend, Role::User(terms));
                places.push(place);
                let query = (Role::Q, user(query).1);
                plan.append(stage.plan(caps, policy)?, &[query, keys, (Role::Scores, place.1)]);
            }
        }
        plan.append(attend, &places);
        Ok(plan)
    }
}

/// Disentangled attention (He et al. 2020, DeBERTa): `(q_i.k_j + q_i.kr_d(i,j) + k_j.qr_d(j,i)) / sqrt(3 d)`,
/// with `d(i, j) = clamp(i - j + span, 0, 2 span - 1)`. [`Role::User`]`("position_keys")` and
/// `("position_queries")` `[heads, 2 span, dim]` are `kr` and `qr`, the projected positions.
#[derive(Debug, Clone, PartialEq)]
pub struct Disentangled {
    /// Self-attention. Its scale is not used.
    pub attention: Attention,
    /// Half the number of distances.
    pub span: u32,
}

impl Problem for Disentangled {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = Attention {
            scale: Some(1.0 / (3.0 * self.attention.qk_dim as f32).sqrt()),
            ..self.attention.clone()
        };
        plain(&p)?;
        crate::error::in_range("span", self.span.into(), 1, 1 << 20)?;
        if p.q_len != p.kv_len {
            return Err(Error::mismatch("kv_len of self-attention", p.q_len.into(), p.kv_len.into()));
        }
        let vectors = 2 * self.span;
        let table = HookInput::BufferF32(elements(&[p.batch, p.q_heads, p.q_len, vectors])?);
        let inputs = [
            ("content_position", table),
            ("position_content", table),
            ("heads", HookInput::U32(p.q_heads)),
            ("len", HookInput::U32(p.q_len)),
            ("span", HookInput::I32(self.span.cast_signed())),
        ];
        let attend = p
            .clone()
            .own_hook(hook(HookKind::ScoreMod, source!("disentangled"), &inputs)?)?
            .plan(caps, policy)?;
        let mut plan = Plan::empty();
        let mut places = Vec::new();
        for (name, tokens, layout, vectors_of) in [
            ("content_position", Role::Q, p.q_layout, "position_keys"),
            ("position_content", Role::K, p.k_layout, "position_queries"),
        ] {
            let stage = products(&Attention { q_layout: layout, ..p.clone() }, vectors).plan(caps, policy)?;
            let place = plan.scratch_for(&attend, Role::User(name));
            places.push(place);
            let inputs =
                [(Role::Q, Slot::Tensor(tokens)), (Role::K, user(vectors_of).1), (Role::Scores, place.1)];
            plan.append(stage, &inputs);
        }
        plan.append(attend, &places);
        Ok(plan)
    }
}

/// Contextual positions (Golovneva et al. 2024, CoPE), causal: gates `g_ij = sigmoid(s_ij)` of the scores
/// count positions, `p_ij = min(sum_{k=j..i} g_ik, most)`, and the score, which is scaled, gains `q_i.e_p`,
/// which is not, interpolated between the whole positions about `p`. [`Role::User`]`("positions_of_heads")`
/// `[heads, most + 1, dim]` is `e`.
#[derive(Debug, Clone, PartialEq)]
pub struct Contextual {
    /// Self-attention; made causal.
    pub attention: Attention,
    /// The last position.
    pub most: u32,
}

impl Problem for Contextual {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = self.attention.clone().causal();
        plain(&p)?;
        crate::error::in_range("most", self.most.into(), 1, 1 << 20)?;
        if p.q_len != p.kv_len {
            return Err(Error::mismatch("kv_len of self-attention", p.q_len.into(), p.kv_len.into()));
        }
        let pairs = elements(&[p.batch, p.q_heads, p.q_len, p.kv_len])?;
        let inputs = [
            ("positions", HookInput::BufferF32(pairs)),
            ("embedded", HookInput::BufferF32(elements(&[p.batch, p.q_heads, p.q_len, self.most + 1])?)),
            ("heads", HookInput::U32(p.q_heads)),
            ("len", HookInput::U32(p.q_len)),
            ("most", HookInput::U32(self.most)),
        ];
        let attend = p
            .clone()
            .own_hook(hook(HookKind::ScoreMod, source!("contextual"), &inputs)?)?
            .plan(caps, policy)?;
        let mut raw = products(&p, p.kv_len);
        raw.0.k_layout = p.k_layout;
        let raw = raw.plan(caps, policy)?;
        // Vectors of positions meet the query unscaled.
        let embed =
            products(&Attention { scale: Some(1.0), ..p.clone() }, self.most + 1).plan(caps, policy)?;
        let rows = p.batch.saturating_mul(p.q_heads).saturating_mul(p.q_len);
        let sums = GateSums { rows, q_len: p.q_len, kv_len: p.kv_len, most: self.most as f32 };
        let mut plan = Plan::empty();
        let (_, scores) = plan.scratch_for(&raw, Role::Scores);
        let positions = plan.scratch_for(&attend, Role::User("positions"));
        let embedded = plan.scratch_for(&attend, Role::User("embedded"));
        plan.append(raw, &[(Role::Scores, scores)]);
        plan.append(sums.plan(caps, policy)?, &[(Role::Scores, scores), (Role::O, positions.1)]);
        plan.append(embed, &[(Role::K, user("positions_of_heads").1), (Role::Scores, embedded.1)]);
        plan.append(attend, &[positions, embedded]);
        Ok(plan)
    }
}

/// Attention weighted again by distances of features (Wu et al. 2023, p-Laplacian adapter): `a_ij |f_i -
/// f_j|^(power - 2)`, normalised. [`Role::User`]`("features_q")` `[batch, heads, q_len, qk_dim]` and
/// `("features_kv")` are the projected features; `1e-6` is added to the square of a distance.
#[derive(Debug, Clone, PartialEq)]
pub struct PLaplacian {
    /// The attention: as many heads of keys as of queries.
    pub attention: Attention,
    /// `p`.
    pub power: f32,
}

impl Problem for PLaplacian {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        plain(p)?;
        let inputs = [
            ("features", HookInput::BufferF32(elements(&[p.batch, p.q_heads, p.q_len, p.kv_len])?)),
            ("heads", HookInput::U32(p.q_heads)),
            ("q_len", HookInput::U32(p.q_len)),
            ("kv_len", HookInput::U32(p.kv_len)),
            ("half_power", HookInput::F32(0.5 * (self.power - 2.0))),
        ];
        let attend = p
            .clone()
            .own_hook(hook(HookKind::ScoreMod, source!("p_laplacian"), &inputs)?)?
            .plan(caps, policy)?;
        let pairs = Attention {
            pair: PairFunction::NegDistance,
            scale: Some(1.0),
            dtype: DType::F32,
            scores: Some(ScoreOutput { stage: ScoreStage::Raw, rows: None }),
            ..Attention::new(p.batch, p.q_heads, p.q_len, p.qk_dim).kv_len(p.kv_len)
        };
        let pairs = Scores(pairs).plan(caps, policy)?;
        let mut plan = Plan::empty();
        let place = plan.scratch_for(&attend, Role::User("features"));
        let inputs =
            [(Role::Q, user("features_q").1), (Role::K, user("features_kv").1), (Role::Scores, place.1)];
        plan.append(pairs, &inputs);
        plan.append(attend, &[place]);
        Ok(plan)
    }
}

/// Attention whose weights move from sinks to other keys, by the masses of a first pass.
///
/// The first pass costs an attention with one or two values a key; which keys are sinks is known
/// from statistics of the weights or of hidden states, and is given.
#[derive(Debug, Clone, PartialEq)]
pub struct FromSinks {
    /// The attention.
    pub attention: Attention,
    /// Where the weights go.
    pub rule: SinkRule,
}

/// Where the weights of sinks go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SinkRule {
    /// Attention calibration (Yu et al. 2024, ACT): sinks keep `beta` of their weight, all other keys share
    /// the rest in proportion. [`Role::User`]`("sinks")` f32 `[batch, kv_len]` is 1 for a sink, else 0.
    Calibrate {
        /// What a sink keeps.
        beta: f32,
    },
    /// Visual attention redistribution (Kang et al. 2025, VAR): visual sinks keep `kept` of their weight,
    /// other visual tokens share the rest in proportion, in rows of every head whose visual mass is at least
    /// `least_visual` and whose sinks have at most `most_sinks` of that. [`Role::User`]`("sinks")` f32
    /// `[batch, kv_len, 2]` is 1 for a visual sink, and then for another visual token.
    Redistribute {
        /// What a sink keeps, 0.6 in the paper.
        kept: f32,
        /// Least share of visual tokens, 0.2.
        least_visual: f32,
        /// Largest share of sinks among it, 0.5.
        most_sinks: f32,
    },
}

impl Problem for FromSinks {
    fn plan(&self, caps: &DeviceCaps, policy: &Policy) -> Result<Plan> {
        let p = &self.attention;
        plain(p)?;
        let (kinds, text) = match self.rule {
            SinkRule::Calibrate { .. } => (1, source!("calibrated")),
            SinkRule::Redistribute { .. } => (2, source!("redistributed")),
        };
        let flags = if kinds == 1 { "sinks" } else { "kinds" };
        let mut inputs = vec![
            ("mass", HookInput::BufferF32(elements(&[p.batch, p.q_heads, p.q_len, kinds])?)),
            (flags, HookInput::BufferF32(elements(&[p.batch, p.kv_len, kinds])?)),
            ("heads", HookInput::U32(p.q_heads)),
            ("q_len", HookInput::U32(p.q_len)),
            ("kv_len", HookInput::U32(p.kv_len)),
        ];
        match self.rule {
            SinkRule::Calibrate { beta } => inputs.push(("beta", HookInput::F32(beta))),
            SinkRule::Redistribute { kept, least_visual, most_sinks } => inputs.extend([
                ("kept", HookInput::F32(kept)),
                ("least_visual", HookInput::F32(least_visual)),
                ("most_sinks", HookInput::F32(most_sinks)),
            ]),
        }
        let attend = p.clone().own_hook(hook(HookKind::ProbMod, text, &inputs)?)?.plan(caps, policy)?;
        let first = masses(&Attention { out_dtype: DType::F32, ..p.clone() }, kinds).plan(caps, policy)?;
        let mut plan = Plan::empty();
        let mass = plan.scratch_for(&attend, Role::User("mass"));
        let given = user("sinks").1;
        plan.append(first, &[(Role::V, given), (Role::O, mass.1)]);
        plan.append(attend, &[mass, (Role::User(flags), given)]);
        Ok(plan)
    }
}
