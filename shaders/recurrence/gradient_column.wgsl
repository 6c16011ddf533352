// Threads own columns of a state: what goes along them are keys and queries.
const ALONG: u32 = QK_DIM;
const OWNED: u32 = V_DIM;

// Element of the state of a column, that begins at `base`.
fn element_at(base: u32, along: u32, own: u32) -> u32 { return base + along * STATE_COLUMNS + own; }

const KEY: u32 = 0u;
const QUERY: u32 = 1u;

// Four elements of the row of such a thing that begins at `at`, 0 past the last.
fn along4(which: u32, at: u32, d: u32) -> vec4<f32> {
    if which == KEY {
        return load_k4(at, d);
    }
    return load_q4(at, d);
}

// Channels that four rows of columns fade by, and what the `e`-th of them does.
fn decays4(at: u32, along: u32, own: u32) -> vec4<f32> { return channel_decays(at, along); }
fn decay_of(x: vec4<f32>, e: u32) -> Own { return Own(x[e]); }
