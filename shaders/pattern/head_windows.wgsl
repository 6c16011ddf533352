// A window of the head's own; bounds past every length hide nothing.
fn head_window(head: u32) -> vec2<i32> {
    return vec2<i32>(min(head_windows[head], vec2<u32>(0x10000000u)));
}
fn sees_head_windows(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    let w = head_window(row.head);
    return p - j <= w.x && j - p <= w.y;
}
fn tile_head_windows(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    var w = vec2<i32>(0);
    for (var h = rows.head; h < rows.head + params.pack; h++) {
        w = max(w, head_window(h));
    }
    return keys.x <= p.y + w.y && keys.y > p.x - w.x;
}
