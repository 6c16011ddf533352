// Threads own rows of a state: what goes along them are gradients by outputs, which `v` stands for, and
// what walks before kept of values.
const ALONG: u32 = V_DIM;
const OWNED: u32 = QK_DIM;

// Element of the state of a column, that begins at `base`.
fn element_at(base: u32, along: u32, own: u32) -> u32 { return base + own * STATE_COLUMNS + along; }

const KEPT: u32 = 0u;
const GIVEN: u32 = 1u;

// Four elements of the row of such a thing that begins at `at`, 0 past the last.
fn along4(which: u32, at: u32, d: u32) -> vec4<f32> {
    if which == GIVEN {
        return load_v4(at, d);
    }
    var r = vec4<f32>(0.0);
    if d < V_DIM {
        r = kept4(at + d);
    }
    if V_DIM % 4u != 0u {
        r = select(vec4<f32>(0.0), r, d + vec4<u32>(0u, 1u, 2u, 3u) < vec4<u32>(V_DIM));
    }
    return r;
}

// The product of what a token kept with the gradient by an output.
fn overlap(lane: Lane, given: u32, at: u32) -> Own {
    var sum = vec4<f32>(0.0);
    for (var n = 0u; n < PIECE; n++) { // unroll
        let d = along_of(lane, n);
        sum = fma(along4(GIVEN, given, d), along4(KEPT, at, d), sum);
    }
    return across(Own(sum.x + sum.y + sum.z + sum.w));
}

// Channels that rows fade by, and what all their elements do.
fn decays4(at: u32, along: u32, own: u32) -> vec4<f32> { return channel_decays(at, own); }
fn decay_of(x: vec4<f32>, e: u32) -> Own { return own_of(x); }
