// Where the first of two passes leaves what it found for a chunk, in vec4 of four tokens: W of a rule that corrects
// itself, then for every query head its queries and their products with the keys.
//
// Constants: CHUNK, QK_DIM, DELTA.

const CHUNK4: u32 = CHUNK / 4u;
const QK_PAD: u32 = (QK_DIM + 15u) / 16u * 16u;
const CORRECTIONS: u32 = select(0u, 1u, DELTA);

fn queries_at(base: u32, g: u32) -> u32 {
    return base + (CORRECTIONS * QK_PAD + g * (QK_PAD + CHUNK)) * CHUNK4;
}
fn within_at(c: Chunk, n: u32) -> u32 {
    return ((c.b * params.kv_heads + c.h) * params.chunks + n) * queries_at(0u, params.group);
}
