// Where the first of two passes leaves what it found for a chunk, in vec4: W of a rule that corrects itself,
// the keys as the chunk's last token finds them, then for every query head its queries and their products
// with the keys. Keys lie token by token, all else is transposed: four tokens a vec4.
//
// Constants: CHUNK, QK_DIM, DELTA.

const CHUNK4: u32 = CHUNK / 4u;
const QK_PAD: u32 = (QK_DIM + 31u) / 32u * 32u;
const CORRECTIONS: u32 = select(0u, 1u, DELTA);

fn keys_at(base: u32) -> u32 { return base + CORRECTIONS * QK_PAD * CHUNK4; }
fn queries_at(base: u32, g: u32) -> u32 {
    return keys_at(base) + (QK_PAD + g * (QK_PAD + CHUNK)) * CHUNK4;
}
fn within_at(c: Chunk, n: u32) -> u32 {
    return ((c.b * params.kv_heads + c.h) * params.chunks + n) * queries_at(0u, params.group);
}
