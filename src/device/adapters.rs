//! What wgpu finds to open, and what a filter of the user's means.

use super::{driver, title};
use crate::error::{Error, Result};

/// All adapters of all backends. GLES adapters that need a window are left out by wgpu.
#[cfg(not(target_arch = "wasm32"))]
pub fn adapters() -> Vec<wgpu::Adapter> {
    pollster::block_on(adapters_async())
}

/// As [`adapters`]; a browser shows at most one.
pub async fn adapters_async() -> Vec<wgpu::Adapter> {
    instance().enumerate_adapters(wgpu::Backends::all()).await
}

fn instance() -> wgpu::Instance {
    wgpu::Instance::new(wgpu::InstanceDescriptor::new_without_display_handle_from_env())
}

/// Whether a text contains a part, ignoring case: what every filter of the command means.
pub fn contains(text: &str, part: &str) -> bool {
    text.to_lowercase().contains(&part.to_lowercase())
}

/// As [`DeviceCaps::title`](crate::DeviceCaps::title).
fn title_of(info: &wgpu::AdapterInfo) -> String {
    title(&info.name, &info.backend.to_string(), &driver(&info.driver, &info.driver_info))
}

/// Whether an adapter's [`DeviceCaps::title`](crate::DeviceCaps::title), which has its name, backend and
/// driver, contains `filter`, ignoring case.
pub fn matches(info: &wgpu::AdapterInfo, filter: &str) -> bool {
    contains(&title_of(info), filter)
}

/// The adapters of [`adapters`] that `filter` means, at least one, each with its number there, from 1: the
/// one of that number, which tells two of one name apart, or else those that [match](matches()). Without a
/// filter all of them.
///
/// # Errors
/// [`Error::NoAdapter`], which names those there are.
#[cfg(not(target_arch = "wasm32"))]
pub fn find(filter: Option<&str>) -> Result<Vec<(usize, wgpu::Adapter)>> {
    pollster::block_on(find_async(filter))
}

/// As [`find`].
///
/// # Errors
/// As [`find`].
pub async fn find_async(filter: Option<&str>) -> Result<Vec<(usize, wgpu::Adapter)>> {
    let all = adapters_async().await;
    let titles: Vec<String> = all.iter().map(|a| title_of(&a.get_info())).collect();
    let numbers = meant(&titles, filter);
    if numbers.is_empty() {
        return Err(no_adapter(filter, &titles));
    }
    Ok((1..).zip(all).filter(|(n, _)| numbers.contains(n)).collect())
}

/// The numbers, from 1, of the titles that a filter means.
fn meant(titles: &[String], filter: Option<&str>) -> Vec<usize> {
    let number = filter.and_then(|f| f.parse().ok()).filter(|n| (1..=titles.len()).contains(n));
    let fits = |n: &usize| match (number, filter) {
        (Some(number), _) => *n == number,
        (None, Some(part)) => contains(&titles[n - 1], part),
        (None, None) => true,
    };
    (1..=titles.len()).filter(fits).collect()
}

fn no_adapter(filter: Option<&str>, titles: &[String]) -> Error {
    let listed = || titles.iter().zip(1..).map(|(title, n)| format!("{n}: {title}")).collect::<Vec<_>>();
    Error::NoAdapter {
        filter: filter.map(|f| format!(" matches {f:?}")).unwrap_or_default(),
        hint: if !titles.is_empty() {
            format!("there are {}", listed().join("; "))
        } else if cfg!(target_arch = "wasm32") {
            "this browser offers no WebGPU device".into()
        } else {
            "install a driver (Debian, Ubuntu: mesa-vulkan-drivers)".into()
        },
    }
}

/// The first adapter that `filter` means (see [`find`]); without one, the adapter wgpu prefers for speed.
///
/// # Errors
/// [`Error::NoAdapter`].
#[cfg(not(target_arch = "wasm32"))]
pub fn adapter(filter: Option<&str>) -> Result<wgpu::Adapter> {
    pollster::block_on(adapter_async(filter))
}

/// As [`adapter`], for targets that may not block.
///
/// # Errors
/// As [`adapter`].
pub async fn adapter_async(filter: Option<&str>) -> Result<wgpu::Adapter> {
    let found = match filter {
        Some(_) => find_async(filter).await?.into_iter().next().map(|(_, adapter)| adapter),
        None => {
            let options = wgpu::RequestAdapterOptions {
                power_preference: wgpu::PowerPreference::HighPerformance,
                ..Default::default()
            };
            instance().request_adapter(&options).await.ok()
        }
    };
    found.ok_or_else(|| no_adapter(filter, &[]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_a_number_or_a_part_of_a_title_and_without_a_match_all_are_named() {
        let titles = ["RTX 4090 (vulkan)", "RTX 4090 (vulkan)", "llvmpipe (vulkan)"].map(String::from);
        let of = |filter| meant(&titles, Some(filter));
        assert_eq!((of("2"), of("rtx"), of("LLVMpipe")), (vec![2], vec![1, 2], vec![3]));
        // No number of an adapter.
        assert_eq!((of("4090"), of("4"), of("0")), (vec![1, 2], vec![1, 2], vec![1, 2]));
        assert_eq!((of("nope"), meant(&titles, None)), (vec![], vec![1, 2, 3]));
        let named = no_adapter(Some("nope"), &titles).to_string();
        assert!(named.contains("\"nope\"") && named.contains("3: llvmpipe (vulkan)"), "{named}");
        assert!(no_adapter(None, &[]).to_string().contains("install a driver"));
    }
}
