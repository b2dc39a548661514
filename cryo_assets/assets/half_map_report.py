"""The FSC between half maps as several assets report it: curves, numbers, gates and files."""

import math
from pathlib import Path
from typing import Any

import pandas as pd
import torch

from cryo_assets.pictures import draw
from cryo_assets.store.store import Check
from cryo_core.data import Particles, Volume, mean_map
from cryo_core.errors import SettingsError
from cryo_core.formats.emdb import write_fsc_xml
from cryo_core.formats.mrc import write_volume
from cryo_core.formats.star import read_star, write_star
from cryo_core.geometry.symmetry import symmetry_matrices
from cryo_core.reconstruction.solve import Reconstruction
from cryo_core.validation.fsc import FscCurve, FscSuite
from cryo_core.validation.guinier import postprocess
from cryo_core.validation.independence import Limit, caption
from cryo_core.validation.maps import mask_or_sphere
from cryo_core.validation.report import assess


def fsc_report(
    half1: Volume,
    half2: Volume,
    mask: torch.Tensor,
    folder: Path,
    views: tuple[torch.Tensor, torch.Tensor] | None = None,
    shared_images: int = 0,
    limit: Limit = None,
) -> tuple[FscSuite, dict[str, Any], tuple[Check, ...], str]:
    """Compare two half maps: the curves, the numbers, the gates, and the name of the picture.

    `resolution_angstrom` is RELION's: the corrected curve at 0.143. With `views`, the images' rotations and the
    point group's operators, it says as well how evenly they fill Fourier space; `shared_images` stand in both
    halves (`count_shared`), which are independent to a `limit`.
    """
    rotation, symmetry = views or (None, None)
    found = assess(half1, half2, mask, rotation, symmetry, shared_images=shared_images)
    suite = found.suite
    curves = {
        "unmasked": suite.unmasked,
        "masked": suite.masked,
        "phase-randomised": suite.randomised,
        "corrected": suite.corrected,
    }
    nyquist = 2 * half1.voxel_angstrom
    numbers: dict[str, Any] = {"resolution_angstrom": found.resolution_angstrom}
    for name in ("unmasked", "masked", "corrected"):
        for label, threshold in (("0143", 0.143), ("05", 0.5)):
            numbers[f"{name}_fsc{label}_angstrom"] = curves[name].resolution_angstrom(threshold)
    numbers |= {
        "nyquist_angstrom": nyquist,
        "fsc_auc": found.auc,
        "b_factor_angstrom2": found.guinier.b_factor_angstrom2 if found.guinier else None,
        "sphericity": found.directional.sphericity if found.directional else None,
        "cfar": found.directional.cfar if found.directional else None,
        "scf_star": found.sampling.scf_star if found.sampling else None,
        "solvent_correlation": found.solvent_correlation,
        "dependence": found.dependence or "none",
        "warnings": " ".join(found.warnings) or "none",
    }
    draw.fsc_curves(
        suite.unmasked.frequency_per_angstrom.tolist(),
        {name: curve.correlation.tolist() for name, curve in curves.items()},
        folder / "fsc.png",
        {"0.143:": numbers["resolution_angstrom"]} if math.isfinite(numbers["resolution_angstrom"]) else {},
        caption(limit),
    )
    # The median: the very first shells suffer from the normalisation of images and the CTF's rise from zero.
    low = float(suite.unmasked.correlation[1:6].median())
    checks = (
        Check("fsc_low_frequency", low > 0.5, f"median FSC {low:.2f} of shells 1 to 5"),
        Check(
            "within_nyquist",
            numbers["resolution_angstrom"] >= nyquist * (1 - 1e-6),
            f"{numbers['resolution_angstrom']:.2f} Å with Nyquist at {nyquist:.2f} Å",
        ),
    )
    return suite, numbers, checks, "fsc.png"


def write_reconstruction(
    made: Reconstruction,
    particles: Particles,
    symmetry: str,
    shared_images: int,
    folder: Path,
    limit: Limit = None,
) -> tuple[dict[str, Any], tuple[Check, ...], str]:
    """Write half maps, map, mask, curves and the sharpened map; the numbers, the gates, and the picture's name.

    Where no molecule stands out of the map, the mask is the sphere within the box: the curves still say what the
    halves share.
    """
    for name, volume in (("half1", made.half1), ("half2", made.half2), ("map", made.full)):
        write_volume(folder / f"{name}.mrc", volume)
    mask, _ = mask_or_sphere(made.full)
    write_volume(folder / "mask.mrc", made.full.with_density(mask))
    views = particles.poses.rotation, symmetry_matrices(symmetry)
    suite, numbers, checks, picture = fsc_report(
        made.half1, made.half2, mask, folder, views, shared_images, limit
    )
    write_fsc(folder / "fsc.star", suite)
    numbers |= write_postprocessed(folder / "postprocessed.mrc", made.half1, made.half2, suite, mask)
    return numbers, checks, picture


def write_fsc(path: Path, suite: FscSuite) -> None:
    """Write the curves with the labels of RELION's postprocess.star, and the corrected one as EMDB takes it."""
    frequency = suite.unmasked.frequency_per_angstrom.double().cpu()
    table = pd.DataFrame(
        {
            "rlnSpectralIndex": range(len(frequency)),
            "rlnResolution": frequency,
            "rlnAngstromResolution": torch.where(frequency > 0, 1 / frequency.clamp_min(1e-9), 999.0),
            "rlnFourierShellCorrelationCorrected": suite.corrected.correlation.double().cpu(),
            "rlnFourierShellCorrelationUnmaskedMaps": suite.unmasked.correlation.double().cpu(),
            "rlnFourierShellCorrelationMaskedMaps": suite.masked.correlation.double().cpu(),
            "rlnCorrectedFourierShellCorrelationPhaseRandomizedMaskedMaps": suite.randomised.correlation.double().cpu(),
        }
    )
    write_star(path, {"fsc": table})
    write_fsc_xml(
        path.with_suffix(".xml"), suite.corrected.frequency_per_angstrom, suite.corrected.correlation
    )


def read_corrected_fsc(path: Path, voxel_angstrom: float) -> FscCurve:
    """Read the corrected curve that `write_fsc` wrote."""
    table = read_star(path)["fsc"]

    def column(name: str) -> torch.Tensor:
        return torch.from_numpy(table[name].to_numpy().astype(float))

    return FscCurve(column("rlnResolution"), column("rlnFourierShellCorrelationCorrected"), voxel_angstrom)


def write_postprocessed(
    path: Path, half1: Volume, half2: Volume, suite: FscSuite, mask: torch.Tensor
) -> dict[str, float]:
    """Write the mean of the halves weighted by their FSC, sharpened, filtered and masked; give its B factor.

    Nothing is written where the FSC gives no resolution or too few shells to fit.
    """
    whole = mean_map(half1, half2)
    try:
        sharp, fit = postprocess(whole, suite.corrected, mask)
    except SettingsError:
        return {}
    write_volume(path, sharp)
    return {"sharpened_by_b_factor_angstrom2": -fit.b_factor_angstrom2}
