// Loops over matrices have lengths that a compiler does not know: those of processors would write them out,
// product by product, for seconds.
var<private> MORE: u32;

fn set_lengths() { MORE = params.none; }
