"""What the command line's tools do, without platform: each reads files and gives a document."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from cryo_assets.assets.half_map_report import fsc_report, write_fsc, write_postprocessed
from cryo_assets.entries.table import GOLDEN_SEED, with_half_sets
from cryo_core.data import Progress, mean_map
from cryo_core.errors import FormatError
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.formats.particles import open_images, read_particles
from cryo_core.geometry.symmetry import symmetry_matrices
from cryo_core.imaging.prepare import PreparedStack
from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct
from cryo_core.validation.fsc import FscCurve, fsc
from cryo_core.validation.maps import auto_mask
from cryo_core.validation.report import Assessment, assess, count_shared


def reconstruct_to_folder(
    metadata: Path,
    out: Path,
    stack_dir: Path | None,
    contrast: str,
    symmetry: str,
    box: int | None,
    progress: Progress,
) -> dict[str, Any]:
    """Reconstruct half maps, map and FSC of a particle table into a folder; give the numbers."""
    particles = with_half_sets(read_particles(metadata, stack_dir), GOLDEN_SEED)
    device = torch.device("cuda") if torch.cuda.is_available() else torch.device("cpu")
    source = open_images(particles, "dark" if contrast == "dark" else "white")
    images = replace(source, images=PreparedStack(source, box or source.box, 0.75, device))
    settings = ReconstructionSettings(symmetry=symmetry)
    result = reconstruct(images, settings, device, progress)
    out.mkdir(parents=True, exist_ok=True)
    mask = auto_mask(result.full)
    suite, numbers, _, _ = fsc_report(
        result.half1,
        result.half2,
        mask,
        out,
        particles.poses.rotation,
        symmetry_matrices(symmetry),
        count_shared(particles),
    )
    write_fsc(out / "fsc.star", suite)
    numbers |= write_postprocessed(out / "postprocessed.mrc", result.half1, result.half2, suite, mask)
    volumes = {"half1": result.half1, "half2": result.half2, "mask": result.full.with_density(mask)}
    for name, volume in {**volumes, "map": result.full}.items():
        write_volume(out / f"{name}.mrc", volume)
    return {
        "particles": len(particles),
        "box": images.box,
        "pixel_angstrom": images.pixel_angstrom,
        **numbers,
    }


def fsc_document(half1: Path, half2: Path, mask: str) -> dict[str, Any]:
    """Compare two half maps; `mask` is auto, none, or a file."""
    first, second = read_volume(half1), read_volume(half2)
    first.require_same_grid(second)
    more: dict[str, Any]
    if mask == "none":
        curves, more = {"unmasked": fsc(first, second)}, {"warnings": []}
    else:
        found = assess(first, second, _mask(mask, mean_map(first, second)))
        curves = {"unmasked": found.suite.unmasked, "masked": found.suite.masked}
        curves |= {"randomised": found.suite.randomised, "corrected": found.suite.corrected}
        more = _more(found)
    return {
        "voxel_angstrom": first.voxel_angstrom,
        "nyquist_angstrom": 2 * first.voxel_angstrom,
        **{f"resolution_{name}": _resolutions(c) for name, c in curves.items() if name != "randomised"},
        "frequency_per_angstrom": curves["unmasked"].frequency_per_angstrom.tolist(),
        "curves": {name: curve.correlation.tolist() for name, curve in curves.items()},
        **more,
    }


def _more(found: Assessment) -> dict[str, Any]:
    return {
        "fsc_auc": found.auc,
        "b_factor_angstrom2": found.guinier.b_factor_angstrom2 if found.guinier else None,
        "sphericity": found.directional.sphericity if found.directional else None,
        "cfar": found.directional.cfar if found.directional else None,
        "believable": found.believable,
        "warnings": list(found.warnings),
    }


def _mask(mask: str, like: Any) -> torch.Tensor:
    if mask == "auto":
        return auto_mask(like)
    given = read_volume(Path(mask))
    given.require_same_grid(like)
    if not 0 <= float(given.density.min()) <= float(given.density.max()) <= 1:
        raise FormatError(f"{mask}: a mask's values should lie between 0 and 1")
    return given.density


def _resolutions(curve: FscCurve) -> dict[str, float | None]:
    found = {str(t): curve.resolution_angstrom(t) for t in (0.143, 0.5)}
    return {t: value if value < float("inf") else None for t, value in found.items()}
