#!/usr/bin/env bash
# Sets up the peers and measures them: `benches/peers/run.sh OUT_FOLDER [--quick] [--gpu] [--only TEXT]`.
# Writes OUT_FOLDER/{burn,onnxruntime,torch}.json (and fla.json on a CUDA device), which
# `wgpu-attention bench --peers FILES` reads. Everything it installs goes to target/peers.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out=${1:?usage: run.sh OUT_FOLDER [OPTIONS]}
shift
mkdir -p "$out"
venv=$root/target/peers/venv
if [ ! -x "$venv/bin/python" ]; then
    python3 -m venv "$venv" && "$venv/bin/pip" install --quiet -r "$here/requirements.txt"
fi
peer() {
    local name=$1
    shift
    echo "$name" >&2
    if "$@" >"$out/$name.json.part"; then mv "$out/$name.json.part" "$out/$name.json"; else
        echo "$name: failed; no rows" >&2
        rm -f "$out/$name.json.part"
    fi
}
if CARGO_TARGET_DIR=$root/target/peers/burn cargo build --quiet --manifest-path "$here/burn/Cargo.toml"; then
    peer burn "$root/target/peers/burn/debug/burn-peer" "$@"
fi
for name in onnxruntime torch; do peer "$name" "$venv/bin/python" "$here/peers.py" "$name" "$@"; done
if "$venv/bin/python" -c 'import torch, sys; sys.exit(not torch.cuda.is_available())' 2>/dev/null; then
    "$venv/bin/python" -c 'import fla' 2>/dev/null || "$venv/bin/pip" install --quiet fla-core
    peer fla "$venv/bin/python" "$here/peers.py" fla "$@"
fi
