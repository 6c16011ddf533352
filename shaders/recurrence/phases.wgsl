// Running sums of phases, modulo a turn.

const TURN: f32 = 6.283185307179586;

fn next_value(x: f32, b: u32, h: u32, i: u32, channel: u32, first: bool) -> f32 {
    var sum = x + load_decay(decay_at(b, h, i) + QK_DIM + channel);
    sum -= TURN * round(sum / TURN);
    phases[o_at(b, h, i) + channel] = sum;
    return sum;
}
