#!/usr/bin/env bash
# One call on a machine with a GPU: conformance, suites and peers, as JSON in a folder.
#
#   benches/gpu-session.sh PROGRAM OUT_FOLDER [--quick] [--adapter TEXT] [--seconds N] [--limit N] [--steps "NAME ..."]
#
# Steps in their usual order: torch fla onnxruntime burn prefill decode linear sparse crossover
# tune conform. --seconds: how long each call of a suite is timed; --limit: seconds of a step.
# PROGRAM is `wgpu-attention`, built beforehand and carried along (so may be burn-peer, beside it);
# nothing is built or downloaded here. PyTorch and flash-linear-attention run where Python has
# them. Every step has a time limit, and none stops the ones after it: what a step printed is in
# OUT_FOLDER/NAME.log, how it ended in OUT_FOLDER/steps.txt.
set -uo pipefail
program=$(realpath "${1:?usage: gpu-session.sh PROGRAM OUT_FOLDER [OPTIONS]}")
out=${2:?usage: gpu-session.sh PROGRAM OUT_FOLDER [OPTIONS]}
shift 2
quick=() adapter=() timed=() limit=600
steps="torch fla onnxruntime burn prefill decode linear sparse crossover tune conform"
while [ $# -gt 0 ]; do
    case $1 in
    --quick) quick=(--quick) limit=120 ;;
    --adapter) adapter=(--adapter "$2") && shift ;;
    --seconds) timed=(--seconds "$2") && shift ;;
    --limit) limit=$2 && shift ;;
    --steps) steps=$2 && shift ;;
    *) echo "unknown option $1" >&2 && exit 2 ;;
    esac
    shift
done
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$out"
: >"$out/steps.txt"
# The program does not know what it was built of.
[ -f "$here/commit.txt" ] && WGPU_ATTENTION_COMMIT=${WGPU_ATTENTION_COMMIT:-$(cat "$here/commit.txt")} && export WGPU_ATTENTION_COMMIT

step() {
    local name=$1 begin=$SECONDS
    shift
    timeout "$limit" "$@" >"$out/$name.log" 2>"$out/$name.err"
    echo "$name: exit $? after $((SECONDS - begin)) s" | tee -a "$out/steps.txt"
}
# A step whose standard output is a peer's rows; they are kept only if all of it was written.
peers=()
rows() {
    local name=$1
    step "$@"
    grep -q "^$name: exit 0 " "$out/steps.txt" && mv "$out/$name.log" "$out/$name.json" && peers+=("$out/$name.json")
}

nvidia-smi >"$out/nvidia-smi.txt" 2>&1 || true
# An NVIDIA driver inside a container often lacks its Vulkan manifest: the library is there.
if [ -z "${VK_DRIVER_FILES:-}" ] && ldconfig -p 2>/dev/null | grep -q libGLX_nvidia.so.0 &&
    ! ls /usr/share/vulkan/icd.d/nvidia* /etc/vulkan/icd.d/nvidia* >/dev/null 2>&1; then
    printf '{"file_format_version":"1.0.1","ICD":{"library_path":"libGLX_nvidia.so.0","api_version":"1.3.0"}}\n' >"$out/nvidia_icd.json"
    export VK_ADD_DRIVER_FILES="$(realpath "$out")/nvidia_icd.json"
fi

"$program" info >"$out/info.log" 2>"$out/info.err" || true
gpu=(--gpu)
grep -q 'type *DiscreteGpu\|type *IntegratedGpu' "$out/info.log" || gpu=()
python=${PYTHON:-python3}
for name in $steps; do
    case $name in
    torch | fla | onnxruntime)
        if "$python" -c "import numpy, $name" 2>/dev/null; then
            rows "$name" "$python" "$here/peers/peers.py" "$name" "${quick[@]}" "${gpu[@]}"
        else
            echo "$name: not here" | tee -a "$out/steps.txt"
        fi
        ;;
    burn)
        [ -x "$(dirname "$program")/burn-peer" ] && rows burn "$(dirname "$program")/burn-peer" "${quick[@]}" "${gpu[@]}"
        ;;
    tune) step tune "$program" tune "${adapter[@]}" ;;
    conform) step conform "$program" conform "${adapter[@]}" --json "$out/conform.json" ;;
    *)
        with=()
        [ ${#peers[@]} -gt 0 ] && with=(--peers "${peers[@]}")
        step "$name" "$program" bench --suite "$name" --rounds 1 --limit $((limit * 3 / 4)) "${adapter[@]}" "${quick[@]}" "${timed[@]}" \
            --json "$out/$name.json" --html "$out/$name.html" "${with[@]}"
        ;;
    esac
done
cat "$out/steps.txt"
! grep -qv ': exit 0 \|: not here' "$out/steps.txt"
