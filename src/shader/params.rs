//! Uniform parameters, declared once for Rust and WGSL.

/// Declares a `#[repr(C)]` struct of 32-bit scalars and its WGSL twin `struct Params`.
macro_rules! params {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $ty:ident,)* }) => {
        $(#[$meta])*
        #[repr(C)]
        #[derive(Debug, Clone, Copy, Default, bytemuck::Pod, bytemuck::Zeroable)]
        pub(crate) struct $name { $($(#[$doc])* pub(crate) $field: $ty,)* }

        impl $name {
            /// The WGSL declaration.
            pub(crate) const WGSL: &'static str = concat!(
                "struct Params {\n",
                $("    ", stringify!($field), ": ", stringify!($ty), ",\n",)*
                "}\n",
            );
        }
    };
}
pub(crate) use params;
