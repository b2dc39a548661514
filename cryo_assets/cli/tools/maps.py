"""Commands on maps: compare half maps, change the voxel size; and what any file holds."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.files import own_roots, read_map, refuse_to_overwrite, write_map
from cryo_assets.cli.options import Device, Json, Map, MapOut, Overwrite
from cryo_assets.cli.output import print_document, print_json, print_note, print_table
from cryo_assets.wording import shown
from cryo_core.errors import FormatError, SettingsError

if TYPE_CHECKING:
    import torch

    from cryo_core.data import Volume
    from cryo_core.validation.fsc import FscCurve


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (fsc, resample, info):
        app.command(command.__name__)(command)


def fsc(
    half1: Annotated[Path, typer.Argument(help="First half map.")],
    half2: Annotated[Path, typer.Argument(help="Second half map.")],
    mask: Annotated[str, typer.Option(help="auto, none, or a mask file on the same grid.")] = "auto",
    device: Device = "auto",
    json: Json = False,
) -> None:
    """Compare two half maps: FSC unmasked, masked, phase-randomised and corrected, with warnings."""
    halves = read_map(half1, device), read_map(half2, device)
    halves[0].require_same_grid(halves[1], (half1, half2))
    document = _compared(*halves, mask)
    if json:
        print_json(document)
        return
    names = [name for name in ("unmasked", "masked", "corrected") if f"resolution_{name}" in document]
    rows = [(name, *map(shown, document[f"resolution_{name}"].values())) for name in names]
    print_table(("curve", "0.143 (Å)", "0.5 (Å)"), rows)
    for warning in document["warnings"]:
        print_note(f"warning: {warning}")


def _compared(half1: "Volume", half2: "Volume", mask: str) -> dict[str, Any]:
    """Curves, resolutions and warnings of two half maps; `mask` is auto, none, or a file."""
    from cryo_core.data import mean_map
    from cryo_core.validation.fsc import fsc as shell_correlation
    from cryo_core.validation.report import assess

    document: dict[str, Any] = {
        "voxel_angstrom": half1.voxel_angstrom,
        "nyquist_angstrom": 2 * half1.voxel_angstrom,
    }
    more: dict[str, Any] = {"warnings": []}
    if mask == "none":
        curves = {"unmasked": shell_correlation(half1, half2)}
    else:
        chosen, warnings = _mask(mask, mean_map(half1, half2))
        report = assess(half1, half2, chosen)
        curves = {
            name: getattr(report.suite, name) for name in ("unmasked", "masked", "randomised", "corrected")
        }
        more = {
            "fsc_auc": report.auc,
            "b_factor_angstrom2": report.guinier.b_factor_angstrom2 if report.guinier else None,
            "sphericity": report.directional.sphericity if report.directional else None,
            "cfar": report.directional.cfar if report.directional else None,
            "believable": report.believable,
            "warnings": [*warnings, *report.warnings],
        }
    document |= {f"resolution_{name}": _resolutions(c) for name, c in curves.items() if name != "randomised"}
    document["frequency_per_angstrom"] = curves["unmasked"].frequency_per_angstrom.tolist()
    document["curves"] = {name: curve.correlation.tolist() for name, curve in curves.items()}
    return document | more


def _mask(mask: str, like: "Volume") -> "tuple[torch.Tensor, tuple[str, ...]]":
    """Mask from 0 to 1 on the map's device, and warnings."""
    from cryo_core.formats.mrc import read_volume
    from cryo_core.validation.maps import mask_or_sphere

    if mask == "auto":
        return mask_or_sphere(like)
    stored = read_volume(Path(mask)).to(like.density.device)
    stored.require_same_grid(like, (Path(mask), Path("the half maps")))
    if not 0 <= float(stored.density.min()) <= float(stored.density.max()) <= 1:
        raise FormatError(f"{mask}: a mask's values should lie between 0 and 1")
    return stored.density, ()


def _resolutions(curve: "FscCurve") -> dict[str, float | None]:
    resolutions = {str(t): curve.resolution_angstrom(t) for t in (0.143, 0.5)}
    return {t: value if value < float("inf") else None for t, value in resolutions.items()}


def resample(
    map_: Map,
    out: MapOut,
    voxel: Annotated[float, typer.Option("--voxel-size", min=0.05, help="New voxel size, Å.")],
    box: Annotated[int | None, typer.Option(min=2, help="New edge in voxels, about the same centre.")] = None,
    device: Device = "auto",
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Bring a map to another voxel size, in its place."""
    from cryo_core.fourier.resample import resample as resampled

    refuse_to_overwrite(overwrite, out, reads=[map_])
    given = read_map(map_, device)
    widest = max(given.density.shape) * given.voxel_angstrom
    if voxel > widest / 2:
        raise SettingsError(
            f"--voxel-size {voxel:g}: {map_} is {widest:g} Å wide, and two voxels are the least"
        )
    volume = resampled(given, voxel, box)
    write_map(out, volume)
    document = {
        "shape_zyx": list(volume.density.shape),
        "voxel_angstrom": volume.voxel_angstrom,
        "origin_angstrom": list(volume.origin_angstrom),
        "map": str(out),
    }
    print_document(document, json)


def info(
    file: Annotated[Path, typer.Argument(help="A map, stack, particle table or model.")], json: Json = False
) -> None:
    """Describe what a file holds: kind, shape, voxel size in Å, origin, statistics, particles, optics groups."""
    from cryo_core.formats.describe import describe

    print_document(describe(file, own_roots(file)), json)
