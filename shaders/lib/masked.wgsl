// What a hook returns to hide a pair, for kernels without the score pipeline.
const MASKED: f32 = -3.4028234e38;
