#!/usr/bin/env bash
# Build the wheel of this source and install it into an environment of its own. The Dockerfile and CI run this.
#
#   docker/install.sh FOLDER [cpu|cuda|any]
#
# cpu takes torch from the index of CPU builds that TORCH_CPU_INDEX names, where it names one (pytorch.org tells the
# address); cuda adds Triton; any takes what pip is set up to find.
set -euo pipefail
folder=$1
device=${2:-any}
source=$(cd "$(dirname "$0")/.." && pwd)
wheels=$(mktemp -d)
trap 'rm -rf "$wheels"' EXIT

extras=""
case $device in
    cpu | any) ;;
    cuda) extras="[gpu]" ;;
    *) echo "install.sh: $device: neither cpu, cuda nor any" >&2 && exit 2 ;;
esac

python3 -m venv "$folder"
pip=("$folder/bin/python" -m pip --disable-pip-version-check --no-cache-dir --quiet)
pins=(--constraint "$source/constraints.txt")
"${pip[@]}" wheel --no-deps --wheel-dir "$wheels" "$source"
if [ "$device" = cpu ] && [ -n "${TORCH_CPU_INDEX:-}" ]; then
    "${pip[@]}" install "${pins[@]}" --index-url "$TORCH_CPU_INDEX" torch
fi
"${pip[@]}" install "${pins[@]}" "$(echo "$wheels"/cryo_assets-*.whl)$extras"
"$folder/bin/cryo" --help >/dev/null
