// Labels of queries and keys, one for each token and each of n.x heads. A tile is passed over by
// the least and the greatest label of its rows and of its keys.
fn label_at(heads: u32, head: u32, b: u32, i: u32) -> u32 {
    return q_labels[b * params.label_q_batch + (head * heads / params.q_heads) * params.label_q_head + q_start(b) + i];
}
fn label_of_key(heads: u32, head: u32, b: u32, j: u32) -> u32 {
    return kv_labels[b * params.label_kv_batch + (head * heads / params.q_heads) * params.label_kv_head + kv_start(b) + j];
}

struct LabelSpans {
    q: vec2<u32>,
    kv: vec2<u32>,
}
fn label_spans(heads: u32, head: u32, rows: RowTile, keys: vec2<i32>, shift: u32, mask: u32) -> LabelSpans {
    var spans = LabelSpans(vec2<u32>(0xffffffffu, 0u), vec2<u32>(0xffffffffu, 0u));
    for (var i = rows.first; i <= rows.last; i++) {
        let x = (label_at(heads, head, rows.b, i) >> shift) & mask;
        spans.q = vec2<u32>(min(spans.q.x, x), max(spans.q.y, x));
    }
    for (var j = keys.x; j < keys.y; j++) {
        let x = (label_of_key(heads, head, rows.b, u32(j)) >> shift) & mask;
        spans.kv = vec2<u32>(min(spans.kv.x, x), max(spans.kv.y, x));
    }
    return spans;
}

fn sees_same_label(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    return label_at(n.x, row.head, row.b, row.i) >> n.y == label_of_key(n.x, row.head, row.b, row.j) >> n.y;
}
fn tile_same_label(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    var some = false;
    for (var h = rows.head; h < rows.head + params.pack; h++) {
        let spans = label_spans(n.x, h, rows, rows.keys, n.y, 0xffffffffu);
        some = some || (spans.q.x <= spans.kv.y && spans.kv.x <= spans.q.y);
    }
    return some;
}

fn sees_label_up_to(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    return (label_of_key(n.x, row.head, row.b, row.j) & n.y) <= (label_at(n.x, row.head, row.b, row.i) & n.y);
}
fn tile_label_up_to(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    var some = false;
    for (var h = rows.head; h < rows.head + params.pack; h++) {
        let spans = label_spans(n.x, h, rows, rows.keys, 0u, n.y);
        some = some || spans.kv.x <= spans.q.y;
    }
    return some;
}

fn sees_label_below(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    return (label_of_key(n.x, row.head, row.b, row.j) & n.y) < (label_at(n.x, row.head, row.b, row.i) & n.y);
}
fn tile_label_below(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    return tile_label_up_to(n, rows, p, keys);
}
