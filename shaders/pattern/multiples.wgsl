// Distances that are multiples of n.x.
fn sees_multiples(n: vec3<u32>, row: Row, p: i32, j: i32, len: i32) -> bool {
    // GLSL leaves the remainder of a negative number open.
    return abs(p - j) % i32(n.x) == 0;
}
// A tile is passed over if its distances lie between two multiples.
fn tile_multiples(n: vec3<u32>, rows: RowTile, p: vec2<i32>, keys: vec2<i32>) -> bool {
    let step = i32(n.x);
    let nearest = p.x - keys.y + 1;
    let farthest = p.y - keys.x;
    // Moved by a multiple so that both are positive.
    let lift = ((max(-nearest, 0) + step - 1) / step) * step;
    return ((nearest + lift + step - 1) / step) * step <= farthest + lift;
}
