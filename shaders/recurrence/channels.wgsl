// Four channels of what goes with a token or a head, 0 past the last.

// Log decays of four channels.
fn channel_decays(at: u32, d: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    for (var n = 0u; n < 4u; n++) {
        if d + n < QK_DIM {
            r[n] = load_decay(at + d + n);
        }
    }
    return r;
}

fn bonus4(h: u32, d: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    for (var n = 0u; n < 4u; n++) {
        if d + n < QK_DIM {
            r[n] = load_bonus(h * QK_DIM + d + n);
        }
    }
    return r;
}

// Four numbers that a rank-one rule reads or writes.
fn removal4(at: u32, d: u32) -> vec4<f32> {
    var r = vec4<f32>(0.0);
    for (var n = 0u; n < 4u; n++) {
        if d + n < QK_DIM {
            r[n] = load_removal(at + d + n);
        }
    }
    return r;
}
