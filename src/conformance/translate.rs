//! Shaders in the languages of the backends, by naga, without a device.

use crate::error::{Error, Result};
use crate::shader::{ShaderKey, Target, assemble};
use naga::back::{glsl, hlsl, msl, spv};
use naga::valid::{Capabilities, ModuleInfo, ShaderStages, SubgroupOperationSet, ValidationFlags, Validator};

/// What naga translates WGSL to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Vulkan.
    SpirV,
    /// Metal.
    Msl,
    /// DX12.
    Hlsl,
    /// GLES 3.1.
    GlslEs,
    /// OpenGL 4.3.
    Glsl,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; 5] = [Self::SpirV, Self::Msl, Self::Hlsl, Self::GlslEs, Self::Glsl];

    /// Why this language cannot express a shader; `None` if it must.
    pub fn refusal(self, key: &ShaderKey) -> Option<&'static str> {
        match self {
            Self::Glsl | Self::GlslEs if key.needs.f16 => {
                Some("naga writes no f16 in GLSL; plans unpack words there")
            }
            Self::Glsl | Self::GlslEs | Self::Hlsl if key.needs.coop => {
                Some("naga writes cooperative matrices for Vulkan and Metal only")
            }
            _ => None,
        }
    }
}

/// A shader that is parsed and valid, to be written in any language.
#[derive(Debug)]
pub struct ValidShader {
    name: String,
    module: naga::Module,
    info: ModuleInfo,
}

impl ValidShader {
    /// The shader in `language`; SPIR-V as one hexadecimal word a line.
    ///
    /// # Errors
    /// [`Error::Shader`] with naga's message.
    pub fn write(&self, language: Language) -> Result<String> {
        written(&self.module, &self.info, language)
            .map_err(|message| Error::Shader { kernel: self.name.clone(), message })
    }
}

/// Parses and validates the shader of a key with no more capabilities than it asks for.
///
/// # Errors
/// [`Error::Shader`] with naga's message.
pub fn validate(key: &ShaderKey) -> Result<ValidShader> {
    let text = assemble(key, Target::Native).text;
    let error = |message: String| Error::Shader { kernel: key.to_string(), message };
    let module = naga::front::wgsl::parse_str(&text).map_err(|e| error(e.emit_to_string(&text)))?;
    // What wgpu grants every device, and what the key says it needs.
    let mut granted = Capabilities::SHADER_FLOAT16_IN_FLOAT32;
    granted.set(Capabilities::SHADER_FLOAT16, key.needs.f16);
    granted.set(Capabilities::SUBGROUP, key.needs.subgroups);
    granted.set(Capabilities::COOPERATIVE_MATRIX, key.needs.coop);
    let info = Validator::new(ValidationFlags::all(), granted)
        .subgroup_stages(ShaderStages::COMPUTE)
        .subgroup_operations(SubgroupOperationSet::all())
        .validate(&module)
        .map_err(|e| error(e.emit_to_string(&text)))?;
    Ok(ValidShader { name: key.to_string(), module, info })
}

/// The shader of a key in `language`, as [`ValidShader::write`] gives it.
///
/// # Errors
/// [`Error::Shader`] with naga's message.
pub fn translate(key: &ShaderKey, language: Language) -> Result<String> {
    validate(key)?.write(language)
}

fn written(module: &naga::Module, info: &ModuleInfo, language: Language) -> Result<String, String> {
    let entry_point = Some((naga::ShaderStage::Compute, "main".to_string()));
    match language {
        Language::SpirV => {
            let options = spv::Options { lang_version: (1, 3), ..Default::default() };
            let words = spv::write_vec(module, info, &options, None).map_err(|e| e.to_string())?;
            Ok(words.iter().map(|w| format!("{w:08x}\n")).collect())
        }
        Language::Msl => {
            let options = msl::Options { lang_version: (2, 4), ..Default::default() };
            let pipeline = msl::PipelineOptions { entry_point, ..Default::default() };
            msl::write_string(module, info, &options, &pipeline).map(|(s, _)| s).map_err(|e| e.to_string())
        }
        Language::Hlsl => {
            let options = hlsl::Options { shader_model: hlsl::ShaderModel::V6_2, ..Default::default() };
            let pipeline = hlsl::PipelineOptions { entry_point };
            let mut text = String::new();
            let mut writer = hlsl::Writer::new(&mut text, &options, &pipeline);
            writer.write(module, info, None).map_err(|e| e.to_string())?;
            Ok(text)
        }
        Language::GlslEs => glsl_text(module, info, glsl::Version::new_gles(310)),
        Language::Glsl => glsl_text(module, info, glsl::Version::Desktop(430)),
    }
}

fn glsl_text(module: &naga::Module, info: &ModuleInfo, version: glsl::Version) -> Result<String, String> {
    let options = glsl::Options { version, ..Default::default() };
    let pipeline = glsl::PipelineOptions {
        shader_stage: naga::ShaderStage::Compute,
        entry_point: "main".into(),
        multiview: None,
    };
    let mut text = String::new();
    let policies = naga::proc::BoundsCheckPolicies::default();
    glsl::Writer::new(&mut text, module, info, &options, &pipeline, policies)
        .and_then(|mut w| w.write())
        .map_err(|e| e.to_string())?;
    Ok(text)
}
