"""LocScale beside the program LocScale: the same map, model map and mask.

CRYO_LOCSCALE names a command that runs LocScale 2.4 (as "venv/bin/python -m locscale.main" or its script).
"""

import os
import shlex
import shutil
from collections.abc import Iterator

import torch
from common import DATA, Row, median, run_program, timed

from cryo_core.data import Volume
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.fourier.filters import apply_b_factor
from cryo_core.imaging.simulate import density, phantom_complex
from cryo_core.sharpening.locscale import LocScaleSettings, locscale
from cryo_core.validation.maps import auto_mask, real_space_correlation

BARS = {"fast": 80.0, "exact": 8.0}


def maps(box: int, voxel: float) -> tuple[Volume, Volume, torch.Tensor]:
    """Make a blurred, noisy map, the sharp map of its model, and the molecule's mask."""
    model = density(phantom_complex(4, 3, 250), (box,) * 3, voxel)
    signal = apply_b_factor(model, 120.0)
    noise = torch.randn(box, box, box, generator=torch.Generator().manual_seed(1))
    volume = signal.with_density(signal.density + 0.1 * signal.density.std() * noise)
    return volume, model, auto_mask(volume) >= 0.5


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    volume, model, mask = maps(128, 1.2)
    count = int(mask.sum())
    settings = {"fast": LocScaleSettings(), "exact": LocScaleSettings(node_angstrom=0.0)}
    locscale(volume, model, mask)
    seconds, results = {}, {}
    for name, chosen in settings.items():
        runs = []
        for _ in range(repeats if name == "fast" else 1):
            runs.append(timed(lambda c=chosen, n=name: results.update({n: locscale(volume, model, mask, c)})))
        seconds[name] = median(runs)
    theirs = _locscale(volume, model, mask, missing)
    for name, ours in seconds.items():
        ratio = theirs[0] / ours if theirs else None
        yield Row(
            f"LocScale {name}, 128³, {count} mask voxels",
            ours,
            "s",
            "locscale",
            theirs[0] if theirs else None,
            ratio,
            f"≥ {BARS[name]:g} times",
            None if ratio is None else ratio >= BARS[name],
        )
    same = real_space_correlation(results["fast"].density, results["exact"].density, mask)
    yield Row("correlation of fast and exact in the mask", same, "", bar="≥ 0.997", holds=same >= 0.997)
    if theirs:
        other = real_space_correlation(results["exact"].density, theirs[1].density, mask)
        yield Row("correlation of exact and LocScale's in the mask", other, "", "locscale")


def _locscale(
    volume: Volume, model: Volume, mask: torch.Tensor, missing: list[str]
) -> tuple[float, Volume] | None:
    command = shlex.split(os.environ.get("CRYO_LOCSCALE", "locscale"))
    if shutil.which(command[0]) is None:
        missing.append("locscale 2.4 (its own venv; CRYO_LOCSCALE names the command)")
        return None
    folder = DATA / "locscale"
    folder.mkdir(parents=True, exist_ok=True)
    parts = {"map": volume, "model": model, "mask": volume.with_density(mask.float())}
    for name, one in parts.items():
        write_volume(folder / f"{name}.mrc", one)
    out = folder / "out.mrc"
    files = ("-em", folder / "map.mrc", "-mm", folder / "model.mrc", "-ma", folder / "mask.mrc", "-o", out)
    seconds = timed(lambda: run_program(*command, *files))
    return seconds, read_volume(out)
