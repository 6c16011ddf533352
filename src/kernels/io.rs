//! Which load and store fragments fit a dtype, an alignment and a device.

use super::attention::Lse;
use crate::device::DeviceCaps;
use crate::problem::{Attention, DType, Layout, Role};
use crate::record::Slot;
use crate::shader::{self, Access, Binding, Fragment, Hook, Needs, ShaderKey};

/// How tensors of one dtype are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `array<vec4<Elem>>`.
    Vec4,
    /// `array<Elem>`.
    Scalar,
    /// 16-bit elements in `array<vec2<u32>>`, four at a time.
    Words4,
    /// 16-bit elements in `array<u32>`.
    Words,
}

/// Eight f16 of one load.
const EIGHT: &str = "vec4<u32>";

/// Whether elements of `dtype` are unpacked from words on this device.
pub(crate) fn packed(dtype: DType, caps: &DeviceCaps) -> bool {
    match dtype {
        DType::F32 => false,
        DType::F16 => !caps.f16,
        DType::Bf16 => true,
    }
}

/// The form that reads rows of these layouts and sizes.
fn form(dtype: DType, rows: &[(Layout, u32)], caps: &DeviceCaps) -> Form {
    let by_four = rows.iter().all(|(layout, dim)| layout.aligned(4) && dim % 4 == 0);
    match (packed(dtype, caps), by_four) {
        (false, true) => Form::Vec4,
        (false, false) => Form::Scalar,
        (true, true) => Form::Words4,
        (true, false) => Form::Words,
    }
}

impl Form {
    /// WGSL element type of the bindings.
    fn element(self, dtype: DType) -> &'static str {
        match (self, dtype) {
            (Self::Vec4, DType::F16) => "vec4<f16>",
            (Self::Vec4, _) => "vec4<f32>",
            (Self::Scalar, DType::F16) => "f16",
            (Self::Scalar, _) => "f32",
            (Self::Words4, _) => "vec2<u32>",
            (Self::Words, _) => "u32",
        }
    }

    /// The fragments that read four elements of a row.
    fn fours(self) -> &'static [Fragment] {
        match self {
            Self::Vec4 => &[shader::FOUR_VECTOR],
            Self::Scalar => &[shader::ELEMENT, shader::FOUR_ELEMENTS],
            Self::Words4 => &[shader::FOUR_WORDS],
            Self::Words => &[shader::ELEMENT_WORD, shader::FOUR_ELEMENTS],
        }
    }
}

/// Puts what one role of a kernel needs into its key.
pub(crate) struct KeyIo<'a> {
    pub(crate) key: &'a mut ShaderKey,
    pub(crate) caps: &'a DeviceCaps,
}

impl KeyIo<'_> {
    fn link(&mut self, fragment: Fragment) {
        if !self.key.fragments.contains(&fragment) {
            self.key.fragments.push(fragment);
        }
    }

    fn link_words(&mut self, dtype: DType) {
        match dtype {
            DType::F16 => self.link(shader::WORD_F16),
            DType::Bf16 => self.link(shader::WORD_BF16),
            DType::F32 => {}
        }
    }

    /// Bindings `q` and `k`, read by `load_q4` and `load_k4`.
    pub(crate) fn loads_qk(&mut self, p: &Attention) {
        self.loads_qk_rows(p.dtype, [p.q_layout, p.k_layout], p.qk_dim);
    }

    /// As [`KeyIo::loads_qk`], of rows of `dim` elements at these views.
    pub(crate) fn loads_qk_rows(&mut self, dtype: DType, views: [Layout; 2], dim: u32) {
        let form = form(dtype, &views.map(|layout| (layout, dim)), self.caps);
        self.fours(&["q", "k"], "QK_DIM", dtype, form);
    }

    /// Binding `v`, read by `load_v4`.
    pub(crate) fn loads_v(&mut self, p: &Attention) {
        self.loads_v_rows(p.dtype, p.v_layout, p.v_dim);
    }

    /// As [`KeyIo::loads_v`], of rows of `dim` elements at this view.
    pub(crate) fn loads_v_rows(&mut self, dtype: DType, view: Layout, dim: u32) {
        self.fours(&["v"], "V_DIM", dtype, form(dtype, &[(view, dim)], self.caps));
    }

    /// Binding `grad_o`, read by `load_grad_o4`: as the output is.
    pub(crate) fn loads_grad(&mut self, p: &Attention) {
        let form = form(p.out_dtype, &[(p.o_layout, p.v_dim)], self.caps);
        self.fours(&["grad_o"], "V_DIM", p.out_dtype, form);
    }

    fn fours(&mut self, names: &[&'static str], dim: &'static str, dtype: DType, form: Form) {
        for name in names {
            form.fours().iter().for_each(|fragment| self.link(fragment.of_rows(name, dim)));
        }
        self.bind(names, dtype, form);
    }

    /// Bindings `q`, `k` and `v`, read by `load_q4`, `load_k8`, `load_v8` and `load_v4`: by eights if all are
    /// f16 in rows of whole eights, on a device that has f16.
    pub(crate) fn loads_eights(&mut self, p: &Attention) {
        let rows = [(p.q_layout, p.qk_dim), (p.k_layout, p.qk_dim), (p.v_layout, p.v_dim)];
        self.key.aliases.push(("Eight", EIGHT));
        if p.dtype == DType::F16 && rows.iter().all(|(layout, dim)| layout.aligned(8) && dim % 8 == 0) {
            self.link(shader::EIGHTS);
            self.bind_as(&["q", "k", "v"], EIGHT);
        } else {
            self.loads_qk(p);
            self.loads_v(p);
            self.link(shader::EIGHTS_OF_FOURS);
        }
    }

    fn bind(&mut self, names: &[&'static str], dtype: DType, form: Form) {
        if packed(dtype, self.caps) {
            self.link_words(dtype);
        } else if dtype == DType::F16 {
            self.key.needs.f16 = true;
        }
        self.bind_as(names, form.element(dtype));
    }

    fn bind_as(&mut self, names: &[&'static str], element: &'static str) {
        for &name in names {
            self.key.bindings.push(Binding { name, element, access: Access::Read });
        }
    }

    /// Binding `input`, read by `load_input`.
    pub(crate) fn input(&mut self, dtype: DType) {
        self.elements("input", dtype);
    }

    /// Binding `NAME`, read an element at a time by `load_NAME`.
    pub(crate) fn elements(&mut self, name: &'static str, dtype: DType) {
        let words = packed(dtype, self.caps);
        self.link(if words { shader::ELEMENT_WORD } else { shader::ELEMENT }.of(name));
        self.bind(&[name], dtype, if words { Form::Words } else { Form::Scalar });
    }

    /// As [`KeyIo::elements`] of a tensor that may not be there: zeros.
    pub(crate) fn elements_or_zeros(&mut self, name: &'static str, dtype: Option<DType>) {
        match dtype {
            Some(dtype) => self.elements(name, dtype),
            None => self.zeros(name),
        }
    }

    /// Zeros by `load_NAME`, for a tensor that is not given.
    pub(crate) fn zeros(&mut self, name: &'static str) {
        self.link(shader::ELEMENT_ZERO.of(name));
    }

    /// Binding `o`, written by `store_o4`.
    pub(crate) fn store(&mut self, dtype: DType, layout: Layout, dim: u32) {
        let aligned = |n: u64| layout.aligned(n) && u64::from(dim) % n == 0;
        let (fragment, element) = match (packed(dtype, self.caps), dtype) {
            (false, DType::F16) if aligned(4) => (shader::STORE_VEC4, "vec4<f16>"),
            (false, _) if aligned(4) => (shader::STORE_VEC4, "vec4<f32>"),
            (false, DType::F16) => (shader::STORE_SCALAR, "f16"),
            (false, _) => (shader::STORE_SCALAR, "f32"),
            (true, _) if aligned(2) => (shader::STORE_WORDS, "u32"),
            (true, _) => (shader::STORE_ATOMIC, "atomic<u32>"),
        };
        if packed(dtype, self.caps) {
            self.link_words(dtype);
        } else {
            let f16 = dtype == DType::F16;
            self.key.needs.f16 |= f16;
            self.key.aliases.push(("OutElem", if f16 { "f16" } else { "f32" }));
        }
        self.link(fragment);
        self.key.bindings.push(Binding { name: "o", element, access: Access::ReadWrite });
    }

    /// Links a hook with its buffers; the ranges behind them.
    pub(crate) fn hook(&mut self, hook: &Hook) -> Vec<(Slot, u64)> {
        self.key.hooks.push(hook.code().clone());
        let mut binds = Vec::new();
        for (input, bytes) in hook.buffers() {
            self.key.bindings.push(Binding { name: input.linked, element: input.ty, access: Access::Read });
            binds.push((Slot::Tensor(Role::User(input.name)), bytes));
        }
        binds
    }

    /// The log-sum-exp of rows, as far as it is wanted.
    pub(crate) fn lse(&mut self, wanted: Lse) {
        let fragment = match (wanted.whole, wanted.parts) {
            (None, None) => shader::LSE_NONE,
            (Some(_), None) => shader::LSE_STORE,
            (None, Some(_)) => shader::LSE_PARTS,
            (Some(_), Some(_)) => shader::LSE_BOTH,
        };
        self.link(fragment);
        let all = [("lse", "f32", wanted.whole), ("lse_parts", "vec2<f32>", wanted.parts)];
        for (name, element, _) in all.into_iter().filter(|(.., slot)| slot.is_some()) {
            self.key.bindings.push(Binding { name, element, access: Access::ReadWrite });
        }
    }

    /// The two numbers of each row's log-sum-exp, which an earlier pass found.
    pub(crate) fn reads_lse_parts(&mut self) {
        self.key.bindings.push(Binding { name: "lse_parts", element: "vec2<f32>", access: Access::Read });
    }
}

/// A key with nothing in it yet.
pub(crate) fn empty_key(kernel: &'static str, params: &'static str) -> ShaderKey {
    ShaderKey {
        kernel,
        fragments: Vec::new(),
        consts: Vec::new(),
        aliases: Vec::new(),
        bindings: Vec::new(),
        params,
        score_stages: None,
        score_slopes: None,
        pattern: None,
        hooks: Vec::new(),
        needs: Needs::default(),
        unrolled: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eights_want_f16_in_rows_of_whole_eights() {
        let caps = DeviceCaps { f16: true, ..DeviceCaps::webgpu_minimum() };
        let elements = |p: Attention| {
            let mut key = empty_key("", "");
            KeyIo { key: &mut key, caps: &caps }.loads_eights(&p);
            key.bindings.iter().map(|b| b.element).collect::<Vec<_>>()
        };
        let of = |dim| Attention::new(1, 2, 9, dim).dtype(DType::F16);
        let (p, row) = (of(24), |len| Layout { strides: [len * 18, len * 9, len], ..of(24).k_layout });
        assert_eq!(elements(p.clone()), [EIGHT; 3]);
        assert_eq!(elements(Attention { k_layout: row(32).at(8), ..p.clone() }), [EIGHT; 3]);
        assert_eq!(elements(Attention { v_layout: row(28), ..p.clone() }), ["vec4<f16>"; 3]);
        assert_eq!(elements(Attention { q_layout: p.q_layout.at(4), ..p.clone() }), ["vec4<f16>"; 3]);
        assert_eq!(elements(of(20)), ["vec4<f16>"; 3]);
        assert_eq!(elements(p.dtype(DType::Bf16)), ["vec2<u32>"; 3]);
    }
}
