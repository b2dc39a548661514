"""Particles to finished half maps, as processes from start to end, beside relion_reconstruct."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from common import DATA, MAKE, THREADS, Row, alternate, median, particles, run_program

from cryo_core.data import Volume
from cryo_core.formats.mrc import read_volume
from cryo_core.reconstruction.solve import within_sphere
from cryo_core.validation.fsc import fsc

SETS = ((64, 20_000, 1), (128, 5_000, 2))


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    if not MAKE.exists():
        missing.append(f"{MAKE}: without it there are no images with exact truth to reconstruct from")
        return
    relion = shutil.which("relion_reconstruct")
    if relion is None:
        missing.append("relion_reconstruct (apt-get install relion)")
    for box, count, seed in SETS:
        folder = particles(box, count, seed)
        calls = {"ours": lambda f=folder: _ours(f)}
        if relion:
            calls["relion_reconstruct"] = lambda f=folder: _relion(f)
        seconds = alternate(calls, repeats)
        what = f"{count} images at D = {box} to half maps, process start to end"
        if relion:
            ratio = median(seconds["relion_reconstruct"]) / median(seconds["ours"])
            theirs = median(seconds["relion_reconstruct"])
            note = f"{THREADS} threads; RELION's --j has no effect on its one thread"
            yield Row(
                what,
                median(seconds["ours"]),
                "s",
                "relion_reconstruct",
                theirs,
                ratio,
                "≥ 3 ×",
                ratio >= 3,
                note,
                seconds,
            )
        else:
            yield Row(what, median(seconds["ours"]), "s", runs=seconds)
        yield from _quality(folder, box, relion is not None)


def _ours(folder: Path) -> None:
    run_program(sys.executable, Path(__file__).with_name("reconstruct_once.py"), folder)


def _relion(folder: Path) -> None:
    import subprocess

    for half in (1, 2):
        out = folder / f"relion{half}.mrc"
        arguments = ["--i", "true.star", "--o", out, "--ctf", "--pad", 2, "--j", THREADS, "--subset", half]
        subprocess.run(
            ["relion_reconstruct", *map(str, arguments)], cwd=folder, check=True, capture_output=True
        )


def _quality(folder: Path, box: int, relion: bool) -> Iterator[Row]:
    truth = read_volume(folder / "true_state1.mrc")

    def mean(path: Path, sphere: bool) -> float:
        volume = Volume(
            read_volume(path, truth.voxel_angstrom).density, truth.voxel_angstrom, truth.origin_angstrom
        )
        return float(fsc(within_sphere(volume) if sphere else volume, truth).correlation[1:].mean())

    for sphere in (False, True):
        ours = sum(mean(folder / f"ours{h}.mrc", sphere) for h in (1, 2)) / 2
        what = f"mean FSC of a half to the truth, D = {box}" + (", both within the sphere" if sphere else "")
        if relion:
            theirs = sum(mean(folder / f"relion{h}.mrc", sphere) for h in (1, 2)) / 2
            holds = ours >= theirs - 0.001
            yield Row(
                what, ours, "FSC", "relion_reconstruct", theirs, None, "not lower by more than 0.001", holds
            )
        else:
            yield Row(what, ours, "FSC")


__all__ = ["DATA", "run"]
