// 32 columns of a selection row, as they are.
fn selected_word(row: u32, w: u32) -> u32 {
    return selection[row * params.words + w];
}
