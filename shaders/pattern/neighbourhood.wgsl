// A neighbourhood of n.x keys, n.y apart, everywhere: its centre moves inward at the borders.
// Every residue of the step is a line of its own.
fn sees_neighbourhood(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    let size = i32(n.x);
    let step = i32(n.y);
    if p < 0 || p >= len || abs(p - j) % step != 0 {
        return false;
    }
    let places = (len - p % step + step - 1) / step;
    let first = clamp(p / step - size / 2, 0, max(places - size, 0));
    return j / step >= first && j / step < first + size;
}
fn tile_neighbourhood(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    // At a border the neighbourhood reaches a kernel's length from its query.
    let reach = i32(min(n.x, 0x10000000u / n.y) * n.y);
    return keys.x <= p.y + reach && keys.y > p.x - reach;
}
