// Whether a tile of pairs may hold a visible one, by the pattern.
fn pairs_listed(o: Owned, h: u32, rows: vec2<u32>, keys: vec2<u32>) -> bool {
    let positions = vec2<i32>(rows - vec2<u32>(0u, 1u)) + vec2<i32>(o.offset);
    return pattern_tile(RowTile(o.b, h, rows.x, rows.y - 1u, vec2<i32>(keys)), positions, vec2<i32>(keys));
}
