"""Peers of wgpu-attention in Python, on the calls of `wgpu-attention bench`, as the same rows.

    python peers.py {torch|onnxruntime|fla} [--quick] [--only TEXT] [--gpu] > rows.json

Inputs are those of `src/bench/values.rs`. Every result is compared with an f64 reference; a wrong
one keeps its time and is marked. Times are from call to completion on the host's clock, with
the result's bytes read on a processor, and between two CUDA events on a GPU.
"""

import argparse
import json
import math
import sys
import time

import numpy as np

CHECKED_ROWS = 8
SEEDS = {"k": 7.3, "v": 23.9, "grad_o": 41.7}


def values(name, count, delta_dim=None):
    x = np.mod((np.arange(count, dtype=np.float64) + SEEDS.get(name, 1.0)) * 0.61803398875, 1.0) * 2.0 - 1.0
    if name == "decay":
        x = (x - 1.0) / 20.0
    elif name == "beta":
        x = (x + 1.0) / 2.0
    elif name == "k" and delta_dim:
        x = x * math.sqrt(3.0 / delta_dim)
    return x.astype(np.float32)


def prefill_calls(args):
    if args.quick:
        heads, dim, lens = 2, 64, [128, 256]
    elif args.gpu:
        heads, dim, lens = 16, 128, [2048, 8192]
    else:
        heads, dim, lens = 8, 64, [1024, 4096]
    for length in lens:
        for dtype in ["f32", "f16"]:
            yield dict(suite="prefill", seen="causal", dtype=dtype, heads=heads, n=length, d=dim)
    short_dim = 32 if args.quick else 64 if args.gpu else 128
    yield dict(suite="prefill", seen="causal", dtype="f32", heads=heads, n=lens[0], d=short_dim)
    yield dict(suite="prefill", seen="full", dtype="f32", heads=heads, n=lens[1], d=dim)


def linear_calls(args):
    heads, n, d = (2, 256, 32) if args.quick else (16, 8192, 128) if args.gpu else (8, 4096, 64)
    for rule, decay in [("add", "none"), ("add", "token"), ("add", "channel"), ("delta", "token")]:
        yield dict(suite="linear", rule=rule, decay=decay, dtype="f32", heads=heads, n=n, d=d)
    yield dict(suite="linear", rule="delta", decay="token", dtype="f16", heads=heads, n=n, d=d)


def gradient_calls(args):
    for c in prefill_calls(args):
        if c["seen"] == "causal" and (c["dtype"] == "f32" or c["n"] < 4096 and not args.gpu):
            yield dict(c, suite="gradient")


def name(c):
    shape = f"{c['dtype']} b1 h{c['heads']}/{c['heads']} n{c['n']} d{c['d']}"
    if c["suite"] == "prefill":
        return f"{c['seen']} {shape}"
    if c["suite"] == "gradient":
        return f"gradients of {c['seen']} {shape}"
    return f"linear {c['rule']} decay {c['decay']} {shape}"


def inputs(c):
    h, n, d = c["heads"], c["n"], c["d"]
    delta = d if c.get("rule") == "delta" else None
    x = {t: values(t, h * n * d, delta).reshape(1, h, n, d) for t in "qkv"}
    if c["suite"] == "gradient":
        x["grad_o"] = values("grad_o", h * n * d).reshape(1, h, n, d)
    if c.get("decay") == "token":
        x["decay"] = values("decay", h * n).reshape(1, h, n)
    if c.get("decay") == "channel":
        x["decay"] = values("decay", h * n * d).reshape(1, h, n, d)
    if delta:
        x["beta"] = values("beta", h * n).reshape(1, h, n)
    if c["dtype"] == "f16":
        x = {t: a.astype(np.float16) for t, a in x.items()}
    return x


def softmax_rows(c, x, rows, kind):
    """Rows of the first and last head in the precision `kind`; sums in one go, nothing tiled."""
    out = []
    for h in (0, c["heads"] - 1):
        q, k, v = (x[t][0, h].astype(kind) for t in "qkv")
        for i in rows:
            seen = i + 1 if c["seen"] == "causal" else c["n"]
            s = (k[:seen] @ q[i]) * kind(1.0 / math.sqrt(c["d"]))
            w = np.exp(s - s.max())
            out.append((w @ v[:seen]) / w.sum())
    return np.stack(out)


def recurrence(c, x, h):
    """Head `h` token by token in f64."""
    d, n = c["d"], c["n"]
    q, k, v = (x[t][0, h].astype(np.float64) for t in "qkv")
    s = np.zeros((d, d))
    o = np.zeros((n, d))
    for t in range(n):
        if "decay" in x:
            fade = np.exp(x["decay"][0, h, t].astype(np.float64))
            s = s * (fade[:, None] if c["decay"] == "channel" else fade)
        u = v[t]
        if c["rule"] == "delta":
            u = float(x["beta"][0, h, t]) * (u - s.T @ k[t])
        s = s + np.outer(k[t], u)
        o[t] = s.T @ q[t] / math.sqrt(d)
    return o


def gradients(c, x):
    """Gradients of the first head in f64, from all of its weights at once."""
    q, k, v, g = (x[t][0, 0].astype(np.float64) for t in ("q", "k", "v", "grad_o"))
    scale = 1.0 / math.sqrt(c["d"])
    s = np.where(np.tri(c["n"], dtype=bool), q @ k.T * scale, -np.inf)
    p = np.exp(s - s.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    dp = g @ v.T
    ds = p * (dp - (p * dp).sum(axis=1, keepdims=True)) * scale
    return ds @ k, ds.T @ q, p.T @ g


def judge(c, x, o):
    """Largest error and what it may be: the rule of src/bench/check.rs, or of src/bench/gradient.rs."""
    if c["suite"] == "gradient":
        ulp = 2.0 ** (-23 if c["dtype"] == "f32" else -10)
        pairs = [(np.abs(got[0, 0] - want).max(), (1.5e-5 + ulp) * np.abs(want).max())
                 for got, want in zip(o, gradients(c, x))]
        return max(((float(e), float(a)) for e, a in pairs), key=lambda p: p[0] / p[1])
    o = np.asarray(o, dtype=np.float64).reshape(1, c["heads"], c["n"], c["d"])
    ulp = 2.0 ** (-23 if c["dtype"] == "f32" else -10)
    if c["suite"] == "prefill":
        rows = sorted({int(i) for i in np.linspace(0, c["n"] - 1, CHECKED_ROWS)})
        want, plain = (softmax_rows(c, x, rows, kind) for kind in (np.float64, np.float32))
        got = np.stack([o[0, h, i] for h in (0, c["heads"] - 1) for i in rows])
        allowed = 4.0 * np.abs(plain - want).max() + 8.0 * ulp * np.abs(want).max()
    else:
        want = np.stack([recurrence(c, x, h) for h in (0, c["heads"] - 1)])
        got = np.stack([o[0, h] for h in (0, c["heads"] - 1)])
        allowed = (1.5e-5 + ulp) * np.abs(want).max()
    error = np.abs(got - want).max()
    return float(error), float(allowed)


def flops(c):
    h, n, d = c["heads"], c["n"], c["d"]
    if c["suite"] in ("prefill", "gradient"):
        pairs = n * (n + 1) // 2 if c["seen"] == "causal" else n * n
        # Two products, and five for the gradients.
        return h * pairs * (4 if c["suite"] == "prefill" else 14) * d
    return 2 * n * h * (3 if c["rule"] == "delta" else 2) * d * d


def timed(run, seconds):
    """Seconds of every call, sorted, and the last result. `run` gives (seconds, result)."""
    _, result = run()
    times, begin = [], time.perf_counter()
    run()
    while len(times) < 3 or (time.perf_counter() - begin < seconds and len(times) < 100):
        spent, result = run()
        times.append(spent)
    return sorted(times), result


def row(c, by, kernel, times=None, o=None, x=None, fault=None):
    r = dict(suite=c["suite"], call=name(c), by=by, kernel=kernel, len=c["n"], fault=fault)
    if times:
        at = lambda q: times[round((len(times) - 1) * q)]
        itemsize = 4 if c["dtype"] == "f32" else 2
        r["figure"] = dict(
            seconds=at(0.5), host_seconds=at(0.5), fastest=times[0], spread=(at(0.75) - at(0.25)) / 2 / at(0.5),
            calls=len(times), clock="host", flops=flops(c), bytes=4 * c["heads"] * c["n"] * c["d"] * itemsize,
            buffer_bytes=0,
        )
        error, allowed = judge(c, x, o)
        r["error"], r["tolerance"] = (error if math.isfinite(error) else None), allowed
        if not error <= allowed:
            r["fault"] = f"WRONG: off by {error:.1e}, allowed {allowed:.1e}"
    return r


def run_torch(args):
    import torch
    import torch.nn.functional as F
    from torch.nn.attention import SDPBackend, sdpa_kernel

    device = "cuda" if args.gpu else "cpu"
    torch.backends.cuda.matmul.allow_tf32 = False
    by = f"torch {torch.__version__.split('+')[0]}"
    for c in [*prefill_calls(args), *gradient_calls(args)]:
        if args.only and args.only not in name(c):
            continue
        x = inputs(c)
        q, k, v = (torch.from_numpy(x[t]).to(device) for t in "qkv")
        trains = c["suite"] == "gradient"
        grad_o = torch.from_numpy(x["grad_o"]).to(device) if trains else None

        def call():
            o = F.scaled_dot_product_attention(q, k, v, is_causal=c["seen"] == "causal")
            return torch.autograd.grad(o, (q, k, v), grad_o) if trains else o

        for t in (q, k, v):
            t.requires_grad_(trains)
        on_host = lambda o: [on_host(g) for g in o] if trains and isinstance(o, tuple) else o.float().cpu().numpy()

        def run():
            if args.gpu:
                a, b = torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)
                a.record()
                o = call()
                b.record()
                torch.cuda.synchronize()
                return a.elapsed_time(b) / 1e3, o
            start = time.perf_counter()
            o = call()
            return time.perf_counter() - start, o

        kernel = "scaled_dot_product_attention"
        times, o = timed(run, args.seconds)
        yield row(c, by, kernel, times, on_host(o), x)
        # What PyTorch prefers may be another library's; FlashAttention-2 is its own.
        if args.gpu and c["dtype"] == "f16":
            with sdpa_kernel(SDPBackend.FLASH_ATTENTION):
                times, o = timed(run, args.seconds)
            yield row(c, f"FlashAttention-2 of {by}", kernel, times, on_host(o), x)


def onnx_model(c):
    from onnx import TensorProto, helper

    h, n, d = c["heads"], c["n"], c["d"]
    kind = TensorProto.FLOAT if c["dtype"] == "f32" else TensorProto.FLOAT16
    info = lambda t, shape, k=kind: helper.make_tensor_value_info(t, k, shape)
    packed = [1, n, h * d]
    if c["suite"] == "prefill":
        ints = TensorProto.INT32
        ins = [info(t, packed) for t in "qkv"] + [info("lens", [1], ints), info("total", [1], ints)]
        node = helper.make_node(
            "GroupQueryAttention", ["q", "k", "v", "", "", "lens", "total"], ["o", "pk", "pv"],
            domain="com.microsoft", num_heads=h, kv_num_heads=h,
        )
        outs = [info("o", packed), info("pk", [1, h, n, d]), info("pv", [1, h, n, d])]
    else:
        update = {("add", "none"): "linear", ("add", "token"): "gated", ("add", "channel"): "gated",
                  ("delta", "token"): "gated_delta"}[c["rule"], c["decay"]]
        ins, names = [info(t, packed) for t in "qkv"], ["q", "k", "v", ""]
        if c["decay"] != "none":
            ins.append(info("decay", [1, n, h * d if c["decay"] == "channel" else h]))
            names.append("decay")
        if c["rule"] == "delta":
            ins.append(info("beta", [1, n, h]))
            names.append("beta")
        node = helper.make_node(
            "LinearAttention", names, ["o", "state"], domain="com.microsoft", update_rule=update,
            q_num_heads=h, kv_num_heads=h, scale=1.0 / math.sqrt(d),
        )
        outs = [info("o", packed), info("state", [1, h, d, d])]
    graph = helper.make_graph([node], "call", ins, outs)
    opsets = [helper.make_opsetid("", 21), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=10).SerializeToString()


def run_onnxruntime(args):
    import onnxruntime as ort

    by = f"onnxruntime {ort.__version__} WebGPU"
    ort.set_default_logger_severity(4)
    calls = [c for c in prefill_calls(args) if c["seen"] == "causal"] + list(linear_calls(args))
    for c in calls:
        if args.only and args.only not in name(c):
            continue
        op = "GroupQueryAttention" if c["suite"] == "prefill" else "LinearAttention"
        x = inputs(c)
        h, n, d = c["heads"], c["n"], c["d"]
        pack = lambda a: np.ascontiguousarray(a.transpose(0, 2, 1, *range(3, a.ndim)).reshape(1, n, -1))
        feeds = {t: pack(a) for t, a in x.items()}
        if c["suite"] == "prefill":
            feeds["lens"], feeds["total"] = np.array([n - 1], np.int32), np.array([n], np.int32)
        try:
            options = ort.SessionOptions()
            options.add_session_config_entry("session.disable_cpu_ep_fallback", "1")
            session = ort.InferenceSession(onnx_model(c), options, providers=["WebGpuExecutionProvider"])

            def run():
                start = time.perf_counter()
                o = session.run(["o"], feeds)[0]
                return time.perf_counter() - start, o

            times, o = timed(run, args.seconds)
        except Exception as error:  # What a peer cannot do is a row that says so.
            yield row(c, by, op, fault=str(error).splitlines()[0][:300])
            continue
        o = o.reshape(1, n, h, d).transpose(0, 2, 1, 3)
        yield row(c, by, op, times, o, x)


def run_fla(args):
    import torch
    from fla.ops.gated_delta_rule import chunk_gated_delta_rule
    import fla

    for c in linear_calls(args):
        if c["rule"] != "delta" or (args.only and args.only not in name(c)):
            continue
        x = inputs(c)
        put = lambda t: torch.from_numpy(np.ascontiguousarray(np.swapaxes(x[t], 1, 2))).cuda()
        q, k, v = (put(t).to(torch.bfloat16 if c["dtype"] == "f16" else torch.float32) for t in "qkv")
        g, beta = put("decay").float(), put("beta").to(q.dtype)

        def run():
            a, b = torch.cuda.Event(enable_timing=True), torch.cuda.Event(enable_timing=True)
            a.record()
            o, _ = chunk_gated_delta_rule(q, k, v, g=g, beta=beta, scale=1.0 / math.sqrt(c["d"]))
            b.record()
            torch.cuda.synchronize()
            return a.elapsed_time(b) / 1e3, o

        by = f"fla {fla.__version__}"
        try:
            times, o = timed(run, args.seconds)
            yield row(c, by, "chunk_gated_delta_rule", times, o.float().cpu().numpy().swapaxes(1, 2), x)
        except Exception as error:
            yield row(c, by, "chunk_gated_delta_rule", fault=str(error).splitlines()[0][:300])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peer", choices=["torch", "onnxruntime", "fla"])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--gpu", action="store_true", help="the sizes for GPUs, and PyTorch on CUDA")
    parser.add_argument("--only", help="calls whose name contains this")
    parser.add_argument("--seconds", type=float, default=1.5)
    args = parser.parse_args()
    rows = []
    for r in {"torch": run_torch, "onnxruntime": run_onnxruntime, "fla": run_fla}[args.peer](args):
        print(r["call"], r.get("fault") or f"{r['figure']['seconds'] * 1e3:.2f} ms", file=sys.stderr)
        rows.append(r)
    print(json.dumps(rows, indent=1))


if __name__ == "__main__":
    main()
