// The state starts as the identity; with momentum those of both states stand side by side.
fn load_state(at: u32) -> f32 {
    return select(0.0, 1.0, at % STATE_COLUMNS % (V_DIM + QK_DIM) == at / STATE_COLUMNS % QK_DIM);
}
