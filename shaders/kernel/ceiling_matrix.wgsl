// The rate of products of cooperative matrices, f16 factors and f32 sums, four at a time.
//
// Constants: WORKGROUP (one subgroup), SIZE. Aliases: Left, Right, Sum.

var<workgroup> factors: array<f16, SIZE * SIZE>;
var<workgroup> results: array<f32, SIZE * SIZE>;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) wid: vec3<u32>, @builtin(local_invocation_index) tid: u32) {
    for (var n = tid; n < SIZE * SIZE; n += WORKGROUP) {
        factors[n] = f16(input[n % 8u]);
        results[n] = 0.0;
    }
    workgroupBarrier();
    let left = coopLoadT<Left>(&factors[0], SIZE);
    let right = coopLoadT<Right>(&factors[0], SIZE);
    var s0 = coopLoadT<Sum>(&results[0], SIZE);
    var s1 = coopLoadT<Sum>(&results[0], SIZE);
    var s2 = coopLoadT<Sum>(&results[0], SIZE);
    var s3 = coopLoadT<Sum>(&results[0], SIZE);
    for (var n = 0u; n < params.rounds; n++) {
        s0 = coopMultiplyAdd(left, right, s0);
        s1 = coopMultiplyAdd(left, right, s1);
        s2 = coopMultiplyAdd(left, right, s2);
        s3 = coopMultiplyAdd(left, right, s3);
    }
    var sum = 0.0;
    coopStoreT(s0, &results[0], SIZE);
    workgroupBarrier();
    sum += results[tid % (SIZE * SIZE)];
    workgroupBarrier();
    coopStoreT(s1, &results[0], SIZE);
    workgroupBarrier();
    sum += results[tid % (SIZE * SIZE)];
    workgroupBarrier();
    coopStoreT(s2, &results[0], SIZE);
    workgroupBarrier();
    sum += results[tid % (SIZE * SIZE)];
    workgroupBarrier();
    coopStoreT(s3, &results[0], SIZE);
    workgroupBarrier();
    sum += results[tid % (SIZE * SIZE)];
    o[group_id(wid) * WORKGROUP + tid] = sum;
}
