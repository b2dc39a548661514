"""Local resolution from half maps: the bank beside the exact windowed FSC and RELION's --locres; and a 256³ map."""

import json
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import torch
from common import Row, run_program
from windowed import windowed_fsc

from cryo_core.data import Volume
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.resolution.bands import Bands
from cryo_core.resolution.local_fsc import LocalFscSettings, crossing, fsc_bands, local_fsc
from cryo_core.resolution.simulate import Variation, VariedMap, clean_density, vary_resolution
from cryo_core.resolution.summary import agreement

ONCE = Path(__file__).with_name("localres_once.py")


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    """Measure local FSC, then the prediction of a 256³ map."""
    halves = _halves()
    yield from _against_relion(halves, repeats, missing)
    yield from _against_exact(halves)
    yield _large()


def _halves() -> VariedMap:
    clean = clean_density(phantom_complex(5, 4, 300), 1.5, 128)
    box = Volume(torch.zeros(128, 128, 128), 1.5)
    start = (128 - clean.density.shape[0]) // 2
    end = start + clean.density.shape[0]
    box.density[start:end, start:end, start:end] = clean.density
    variation = Variation(best_angstrom=4.0, worst_angstrom=9.0)
    return vary_resolution(box, variation, torch.Generator().manual_seed(1))


def _against_exact(varied: VariedMap) -> Iterator[Row]:
    settings = LocalFscSettings()
    bands = fsc_bands(varied.half1, settings)
    found = local_fsc(varied.half1, varied.half2, settings)
    place = varied.mask.nonzero()[::150]
    at = found.density[tuple(place.T)]
    for name, used in (("with the bank's bands", bands), ("with single shells", None)):
        curves, frequency = windowed_fsc(varied.half1, varied.half2, place, settings, used)
        exact = crossing(curves, Bands(frequency, 0.1), settings)
        apart = float((at - exact).abs().median())
        holds = apart <= 0.10 if used is not None else None
        yield Row(
            f"median distance, exact windowed FSC {name}", apart, "Å", "exact", bar="≤ 0.10", holds=holds
        )
    rmse = agreement(found, varied.resolution, varied.mask).rmse_angstrom
    yield Row("local FSC to the truth, RMSE", rmse, "Å", "truth", bar="≤ 0.5", holds=rmse <= 0.5)


def _against_relion(varied: VariedMap, repeats: int, missing: list[str]) -> Iterator[Row]:
    times = []
    for _ in range(repeats):
        begun = time.perf_counter()
        local_fsc(varied.half1, varied.half2)
        times.append(time.perf_counter() - begun)
    ours_s = sorted(times)[len(times) // 2]
    if shutil.which("relion_postprocess") is None:
        missing.append("relion_postprocess")
        yield Row("local FSC of every voxel, 128³", ours_s, "s", "relion_postprocess --locres")
        return
    folder = Path(mkdtemp(prefix="cryo-locres-"))
    write_volume(folder / "h1.mrc", varied.half1)
    write_volume(folder / "h2.mrc", varied.half2)
    program: tuple[str, ...] = ("relion_postprocess",)
    if shutil.which("relion_postprocess_mpi") and shutil.which("mpirun"):
        program = ("mpirun", "--allow-run-as-root", "--oversubscribe", "-n", "2", "relion_postprocess_mpi")
    begun = time.perf_counter()
    run_program(
        *program,
        *("--i", folder / "h1.mrc", "--i2", folder / "h2.mrc"),
        *("--o", folder / "lr", "--angpix", 1.5, "--locres"),
    )
    theirs_s = time.perf_counter() - begun
    theirs = read_volume(folder / "lr_locres.mrc").density[varied.mask]
    ratio = theirs_s / ours_s
    peer = f"{program[-1]} --locres, {2 if len(program) > 1 else 1} processes, at points 25 Å apart"
    yield Row("local FSC of every voxel, 128³", ours_s, "s", peer, theirs_s, ratio, "≥ 15 ×", ratio >= 15)
    ours = local_fsc(varied.half1, varied.half2, LocalFscSettings(relion=True)).density[varied.mask]
    apart = float((ours - theirs).abs().median())
    yield Row("RELION mode, median distance", apart, "Å", peer, bar="≤ 0.35", holds=apart <= 0.35)
    theirs_rmse = float((theirs - varied.resolution.density[varied.mask]).square().mean().sqrt())
    yield Row("RELION to the truth, RMSE", theirs_rmse, "Å", "truth")


def _large() -> Row:
    found = json.loads(run_program(sys.executable, ONCE, 256))
    seconds, memory = found["seconds"], found["peak_mb"] / 1000
    note = f"at most {memory:.2f} GB, in a process of its own"
    holds = seconds <= 60 and memory <= 4
    return Row("prediction of a 256³ map", seconds, "s", bar="≤ 60 s, 4 GB", holds=holds, note=note)
