//! What wgpu leaves out in browsers, asked of the browser itself.
//!
//! wgpu 30 has no entry for the WebGPU feature `subgroups` in its table of features: it neither
//! reports nor requests it. So the request for a device is given the feature on its way to the
//! browser, and a device is asked whether it has it.
//!
//! wgpu 30 compiles pipelines by `createComputePipeline` alone, which keeps all other work of the page from
//! the GPU until it is done: seconds. So what wgpu asks for is compiled by `createComputePipelineAsync`, and
//! wgpu is given that pipeline when it asks again.

use crate::device::Loss;
use wasm_bindgen_futures::JsFuture;
use wgpu::web_sys::js_sys::{Array, Function, Object, Promise, Proxy, Reflect, Set, global};
use wgpu::web_sys::wasm_bindgen::closure::Closure;
use wgpu::web_sys::wasm_bindgen::{JsCast as _, JsValue};

const FEATURE: &str = "subgroups";

/// Runs `request`, which asks an adapter for a device, so that the device has subgroups where the
/// adapter has them. Where the browser does not let that be arranged, the request goes as it is.
pub(crate) fn with_subgroups<T>(request: impl FnOnce() -> T) -> T {
    let method = JsValue::from("requestDevice");
    let found = get(&global(), "GPUAdapter").and_then(|class| get(&class, "prototype"));
    let original = found.as_ref().and_then(|prototype| get(prototype, "requestDevice")?.dyn_into().ok());
    let (Some(prototype), Some(original)): (_, Option<Function>) = (found, original) else {
        return request();
    };
    // A proxy, since only its trap is told the adapter: a closure of Rust's has no `this`.
    let trap = Closure::<dyn FnMut(Function, JsValue, Array) -> JsValue>::new(
        |original: Function, adapter: JsValue, arguments: Array| {
            add_feature(&adapter, &arguments.get(0));
            // `requestDevice` gives a promise whatever goes wrong.
            Reflect::apply(&original, &adapter, &arguments).unwrap_or_default()
        },
    );
    let handler = Object::new();
    // A property that cannot be set leaves the request as it is.
    let _ = Reflect::set(&handler, &JsValue::from("apply"), trap.as_ref());
    let _ = Reflect::set(&prototype, &method, &Proxy::new(&original, &handler));
    let result = request();
    let _ = Reflect::set(&prototype, &method, &original);
    result
}

/// Adds the feature to a descriptor, if the adapter has it.
fn add_feature(adapter: &JsValue, descriptor: &JsValue) {
    let wanted = get(descriptor, "requiredFeatures").and_then(|list| list.dyn_into::<Array>().ok());
    if let (true, Some(wanted)) = (has_feature(adapter), wanted) {
        wanted.push(&FEATURE.into());
    }
}

/// The device's name, and whether it was opened with subgroups.
pub(crate) fn facts(device: &wgpu::Device) -> (String, bool) {
    let Some(device) = device.as_webgpu() else {
        return (device.adapter_info().name, false);
    };
    // Browsers that guard against fingerprinting fill in only some of these.
    let info = get(device, "adapterInfo").unwrap_or_default();
    let words = ["vendor", "architecture", "device", "description"].map(|field| get(&info, field));
    let words: Vec<String> = words.into_iter().flatten().filter_map(|word| word.as_string()).collect();
    let name = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    (if name.is_empty() { "unnamed GPU".into() } else { name }, has_feature(device))
}

/// Whether an adapter or a device lists the feature.
fn has_feature(of: &JsValue) -> bool {
    // Not a `Set`, but it is asked like one.
    get(of, "features").is_some_and(|list| list.unchecked_ref::<Set>().has(&FEATURE.into()))
}

/// A property that is there.
fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
}

/// The pipeline that `create` asks wgpu for, compiled beside other work; or what the browser says against it.
pub(crate) async fn pipeline(
    device: &wgpu::Device,
    create: impl Fn() -> wgpu::ComputePipeline,
) -> Result<wgpu::ComputePipeline, String> {
    let device: Option<JsValue> = device.as_webgpu().map(|device| device.clone().into());
    let compile =
        device.as_ref().and_then(|device| get(device, "createComputePipelineAsync")?.dyn_into().ok());
    let (Some(device), Some(compile)): (_, Option<Function>) = (device, compile) else {
        return Ok(create());
    };
    let asked = Array::new();
    let descriptors = asked.clone();
    // No one sees what wgpu makes of no pipeline.
    drop(answered(&device, &create, move |descriptor| {
        descriptors.push(&descriptor);
        JsValue::UNDEFINED
    }));
    if asked.length() == 0 {
        return Ok(create());
    }
    let message =
        |error: JsValue| get(&error, "message").and_then(|text| text.as_string()).unwrap_or_default();
    let promise: Promise = Reflect::apply(&compile, &device, &asked).map_err(message)?.unchecked_into();
    let made = JsFuture::from(promise).await.map_err(message)?;
    Ok(answered(&device, &create, move |_| made.clone()))
}

/// Runs `create` while the device answers its `createComputePipeline` by `answer`: by a property of its own,
/// which stands before its class's.
fn answered<T>(
    device: &JsValue,
    create: impl Fn() -> T,
    answer: impl FnMut(JsValue) -> JsValue + 'static,
) -> T {
    const METHOD: &str = "createComputePipeline";
    let answer = Closure::<dyn FnMut(JsValue) -> JsValue>::new(answer);
    // Where the property cannot be set, the browser compiles it in its own way.
    let _ = Reflect::set(device, &METHOD.into(), answer.as_ref());
    let result = create();
    let _ = Reflect::delete_property(device.unchecked_ref::<Object>(), &METHOD.into());
    result
}

/// Has `loss` told when the device is lost. Its promise serves any number of listeners.
pub(crate) fn tell_loss(device: &wgpu::Device, loss: Loss) {
    let lost = device.as_webgpu().and_then(|device| get(device, "lost")?.dyn_into::<Promise>().ok());
    let Some(lost) = lost else { return };
    wasm_bindgen_futures::spawn_local(async move {
        if let Ok(info) = JsFuture::from(lost).await {
            let text = |name| get(&info, name).and_then(|text| text.as_string()).unwrap_or_default();
            loss.tell(format!("{}: {}", text("reason"), text("message")));
        }
    });
}
