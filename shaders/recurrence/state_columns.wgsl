// Four columns of a row of the state, 0 past its ends.

fn load_state4(base: u32, d: u32, column: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    for (var n = 0u; n < 4u; n++) {
        if d < QK_DIM && column + n < V_DIM {
            r[n] = load_state(base + d * STATE_COLUMNS + column + n);
        }
    }
    return r;
}

fn store_state4(base: u32, d: u32, column: u32, x: vec4<f32>) {
    for (var n = 0u; n < 4u; n++) {
        if d < QK_DIM && column + n < V_DIM {
            store_state(base + d * STATE_COLUMNS + column + n, x[n]);
        }
    }
}
