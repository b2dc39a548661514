"""Run the benchmarks: ours and the installed peers on the same data with the same threads, alternating.

    python tests/benchmarks/run.py [--only slices,reconstruct,fsc,stream,upkeep] [--repeats 3] [--out FOLDER]

Peers live outside the project: CRYO_PEERS names folders of Python packages (a venv's site-packages), RELION's
programs are looked for on the PATH. What is missing is named in the table. Writes bench.md and bench.json.
"""

import argparse
import importlib.metadata
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

# Threads that wait sleep, ours and the peers': on a shared machine those that spin take the core from their own work.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.extend(folder for folder in os.environ.get("CRYO_PEERS", "").split(os.pathsep) if folder)

import bench_align
import bench_cluster
import bench_contrast
import bench_ctf_refine
import bench_fsc
import bench_full_box
import bench_heterogeneity_linear
import bench_localres
import bench_localres_one_map
import bench_locscale
import bench_posefree
import bench_posefree_published
import bench_postgres
import bench_profiles
import bench_reconstruct
import bench_refinement
import bench_rounds
import bench_slices
import bench_stream
import bench_superres
import bench_upkeep
import bench_vae
import bench_year
import torch
from common import THREADS, Row

BENCHES = {
    "slices": bench_slices,
    "reconstruct": bench_reconstruct,
    "contrast": bench_contrast,
    "ctf": bench_ctf_refine,
    "refinement": bench_refinement,
    "rounds": bench_rounds,
    "full_box": bench_full_box,
    "fsc": bench_fsc,
    "align": bench_align,
    "localres": bench_localres,
    "localres_one_map": bench_localres_one_map,
    "locscale": bench_locscale,
    "profiles": bench_profiles,
    "stream": bench_stream,
    "cluster": bench_cluster,
    "superres": bench_superres,
    "vae": bench_vae,
    "year": bench_year,
    "linear": bench_heterogeneity_linear,
    "posefree": bench_posefree,
    "posefree_published": bench_posefree_published,
    "upkeep": bench_upkeep,
    "postgres": bench_postgres,
}


def main() -> int:
    """Run, print the table as it grows, and write it; 1 if a bar does not hold."""
    arguments = _arguments()
    torch.set_num_threads(THREADS)
    missing: list[str] = []
    rows: list[Row] = []
    before = os.getloadavg()
    for name in arguments.only.split(","):
        for row in BENCHES[name].run(arguments.repeats, missing):
            rows.append(row)
            sys.stdout.write(_line(row) + "\n")
            sys.stdout.flush()
    machine = _machine(before)
    arguments.out.mkdir(parents=True, exist_ok=True)
    text = _table(rows, missing, machine)
    (arguments.out / "bench.md").write_text(text)
    document = {"machine": machine, "missing": missing, "rows": [row.document() for row in rows]}
    (arguments.out / "bench.json").write_text(json.dumps(document, indent=1, ensure_ascii=False))
    for peer in missing:
        sys.stdout.write(f"missing: {peer}\n")
    return 1 if any(row.holds is False for row in rows) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default=",".join(BENCHES))
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--out", type=Path, default=Path("build/bench"))
    return parser.parse_args()


def _machine(before: tuple[float, float, float]) -> dict[str, Any]:
    names = ("torch", "numpy", "numba", "finufft", "torch-projectors")
    versions = {name: _version(name) for name in names}
    if shutil.which("relion_reconstruct"):
        said = subprocess.run(
            ["relion_reconstruct", "--version"], capture_output=True, text=True, check=False
        )
        versions["relion"] = next(
            (line for line in said.stdout.splitlines() if "version" in line.lower()), "?"
        )
    cpu = platform.processor() or platform.machine()
    for line in Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else ():
        if line.startswith("model name"):
            cpu = line.split(":")[1].strip()
    return {
        "cpu": cpu,
        "cores": os.cpu_count(),
        "threads": THREADS,
        "load_before": before[0],
        "load_after": os.getloadavg()[0],
        "system": platform.platform(),
        "python": platform.python_version(),
        "versions": versions,
        "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    }


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "missing"


def _line(row: Row) -> str:
    theirs = "" if row.theirs is None else f"{row.theirs:.4g}"
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    holds = {None: "", True: "yes", False: "NO"}[row.holds]
    cells = (row.what, f"{row.ours:.4g} {row.unit}", row.peer, theirs, ratio, row.bar, holds, row.note)
    return "| " + " | ".join(cells) + " |"


def _table(rows: list[Row], missing: list[str], machine: dict[str, Any]) -> str:
    head = ["what", "ours (median)", "peer", "peer (median)", "ratio", "bar", "holds", "note"]
    versions = ", ".join(f"{name} {version}" for name, version in machine["versions"].items())
    lines = [
        f"{machine['cpu']}, {machine['cores']} cores, {machine['threads']} threads, load "
        f"{machine['load_before']:.1f} before and {machine['load_after']:.1f} after, {machine['time']}; {versions}",
        "",
        "| " + " | ".join(head) + " |",
        "|" + " --- |" * len(head),
        *(_line(row) for row in rows),
        "",
        *(f"Missing: {peer}" for peer in missing),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
