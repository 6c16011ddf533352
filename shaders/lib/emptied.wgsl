// exp of this is 0 in f32. A state that was emptied stays so: differences of infinities would
// not be numbers.
const EMPTIED: f32 = -104.0;
