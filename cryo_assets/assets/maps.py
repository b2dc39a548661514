"""Maps: a density map made ready for the methods that work on maps, its FSC and its local radial profiles."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import torch

from cryo_assets import previews
from cryo_assets.assets.common import fsc_report, write_fsc
from cryo_assets.settings import MapEntry
from cryo_assets.step import Report, Step, Task
from cryo_assets.store import Check
from cryo_core.data import mean_map
from cryo_core.errors import SettingsError
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.fourier.resample import resample
from cryo_core.sharpening.profiles import guinier_b_factor, local_profiles
from cryo_core.validation.maps import auto_mask
from cryo_core.validation.registration import displacement


def _files(*fields: str) -> Any:
    def files(manifest: MapEntry) -> dict[str, Path]:
        found = {field: manifest.resolve(getattr(manifest, field)) for field in fields}
        for field, path in found.items():
            if path is not None and not path.is_file():
                raise SettingsError(f"{manifest.path}: field {field}: {path} is not a file")
        return {field: path for field, path in found.items() if path is not None}

    return files


# ---------------------------------------------------------------------------------------- maps/source


def _source(task: Task) -> Report:
    manifest: MapEntry = task.manifest
    files = _files("map", "half1", "half2")(manifest)
    volumes = {field: read_volume(path, manifest.voxel_angstrom) for field, path in files.items()}
    volume = volumes["map"]
    for field, other in volumes.items():
        volume.require_same_grid(other)
        write_volume(task.folder / f"{field}.mrc", other)
    previews.volume_views(volume, task.folder / "map.png")
    spread = float(volume.density.std())
    x, y, z = volume.origin_angstrom
    return Report(
        numbers={
            "shape_zyx": " × ".join(str(n) for n in volume.density.shape),
            "voxel_angstrom": volume.voxel_angstrom,
            "origin_x_angstrom": x,
            "origin_y_angstrom": y,
            "origin_z_angstrom": z,
            "mean": float(volume.density.mean()),
            "sd": spread,
            "zero_fraction": float((volume.density == 0).float().mean()),
            "resolution_angstrom": manifest.resolution_angstrom,
        },
        headline="voxel_angstrom",
        checks=(
            Check("finite", bool(torch.isfinite(volume.density).all()), "all voxels are finite"),
            Check("not_blank", spread > 0, f"standard deviation {spread:.3g}"),
        ),
        pictures={"map": "map.png"},
    )


# ------------------------------------------------------------------------------------- maps/resampled


@dataclass(frozen=True)
class ResampledSettings:
    """The voxel that networks are trained on, and the scale of densities."""

    voxel_angstrom: float = 1.0
    sd: float = 0.1

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        for name in ("voxel_angstrom", "sd"):
            if not 0 < getattr(self, name) < 100:
                raise SettingsError(f"{name}: {getattr(self, name)}: should be above 0 and below 100")


def _resampled(task: Task) -> Report:
    source = read_volume(task.inputs["maps/source"].path("map.mrc"))
    settings: ResampledSettings = task.settings
    moved = resample(source, settings.voxel_angstrom)
    centred = moved.density - moved.density.mean()
    volume = moved.with_density(centred * (settings.sd / centred.std()))
    write_volume(task.folder / "map.mrc", volume)
    previews.volume_views(volume, task.folder / "map.png")
    apart = max(map(abs, displacement(source, volume)))
    return Report(
        numbers={
            "shape_zyx": " × ".join(str(n) for n in volume.density.shape),
            "voxel_angstrom": volume.voxel_angstrom,
            "source_voxel_angstrom": source.voxel_angstrom,
            "moved_angstrom": apart,
        },
        headline="voxel_angstrom",
        checks=(
            Check("finite", bool(torch.isfinite(volume.density).all()), "all voxels are finite"),
            Check(
                "voxel_size",
                abs(volume.voxel_angstrom - settings.voxel_angstrom) < 1e-4,
                f"{volume.voxel_angstrom:.5f} Å a voxel",
            ),
            Check(
                "stays_in_place",
                apart < 0.1 * source.voxel_angstrom,
                f"the density moved by {apart:.4f} Å",
            ),
        ),
        pictures={"map": "map.png"},
    )


# ------------------------------------------------------------------------------------------- maps/fsc


def _fsc(task: Task) -> Report:
    source = task.inputs["maps/source"]
    half1, half2 = (read_volume(source.path(f"half{i}.mrc")) for i in (1, 2))
    mask = auto_mask(mean_map(half1, half2))
    suite, numbers, checks, picture = fsc_report(half1, half2, mask, task.folder)
    write_fsc(task.folder / "fsc.star", suite)
    write_volume(task.folder / "mask.mrc", half1.with_density(mask))
    return Report(numbers=numbers, headline="resolution_angstrom", checks=checks, pictures={"FSC": picture})


# -------------------------------------------------------------------------------------- maps/profiles


@dataclass(frozen=True)
class ProfileSettings:
    """Local windows: their edge, and how many voxels lie between centres (1: every voxel of the mask)."""

    window_angstrom: float = 25.0
    spacing_voxels: int = 1

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if not 5 <= self.window_angstrom <= 100:
            raise SettingsError(f"window_angstrom: {self.window_angstrom}: should be 5 to 100")
        if self.spacing_voxels < 1:
            raise SettingsError(f"spacing_voxels: {self.spacing_voxels}: should be at least 1")


def _profiles(task: Task) -> Report:
    volume = read_volume(task.inputs["maps/resampled"].path("map.mrc"))
    settings: ProfileSettings = task.settings
    mask = auto_mask(volume)
    write_volume(task.folder / "mask.mrc", volume.with_density(mask))
    on_device = volume.to(task.device)
    profiles = local_profiles(
        on_device,
        (mask >= 0.5).to(task.device),
        settings.window_angstrom,
        settings.spacing_voxels,
        task.stage("maps/profiles"),
    )
    amplitude = profiles.amplitude.cpu().numpy()
    frequency = profiles.frequency_per_angstrom.cpu().numpy()
    columns = {name: profiles.position_zyx[:, axis].cpu().numpy() for axis, name in enumerate("zyx")}
    columns |= {f"amplitude_{shell:02d}": amplitude[:, shell] for shell in range(amplitude.shape[1])}
    pd.DataFrame(columns).to_parquet(task.folder / "profiles.parquet", index=False)
    previews.radial_profiles(frequency, amplitude, task.folder / "profiles.png")
    finite = bool(np.isfinite(amplitude).all())
    return Report(
        numbers={
            "voxels": len(amplitude),
            "shells": amplitude.shape[1],
            "window_angstrom": settings.window_angstrom,
            "mask_fraction": float((mask >= 0.5).float().mean()),
            "b_factor_10_to_4_angstrom": float(
                guinier_b_factor(profiles.frequency_per_angstrom, profiles.amplitude.mean(0), 10.0, 4.0)
            ),
        },
        headline="voxels",
        checks=(
            Check("finite", finite, "all amplitudes are finite"),
            Check("not_empty", len(amplitude) > 0, f"{len(amplitude)} windows"),
        ),
        pictures={"radial profiles": "profiles.png"},
    )


def _without_halves(manifest: MapEntry) -> str | None:
    return None if manifest.half1 and manifest.half2 else "the entry has no half maps"


MAP_STEPS = (
    Step(
        key="maps/source",
        partition="maps",
        code_version="1",
        description="The map (and half maps) as given: checked, axes in order z, y, x, voxel size and origin explicit.",
        compute=_source,
        core=("cryo_core.formats.mrc",),
        checks=("finite", "not_blank"),
        facts=lambda manifest: {
            "voxel_angstrom": manifest.voxel_angstrom,
            "resolution_angstrom": manifest.resolution_angstrom,
        },
        files=_files("map", "half1", "half2"),
        kinds=frozenset({"mrc"}),
    ),
    Step(
        key="maps/resampled",
        partition="maps",
        code_version="1",
        description="The map at 1 Å a voxel, mean 0 and standard deviation 0.1, in its place: Fourier cropping or "
        "padding where the factor allows it.",
        compute=_resampled,
        core=("cryo_core.formats.mrc", "cryo_core.fourier.resample", "cryo_core.validation.registration"),
        checks=("finite", "voxel_size", "stays_in_place"),
        inputs=("maps/source",),
        settings=ResampledSettings,
        kinds=frozenset({"mrc", "pytorch"}),
    ),
    Step(
        key="maps/fsc",
        partition="maps",
        code_version="2",
        description="FSC between the half maps: unmasked, masked, phase-randomised and corrected, with warnings.",
        compute=_fsc,
        core=(
            "cryo_core.formats.mrc",
            "cryo_core.formats.star",
            "cryo_core.formats.emdb",
            "cryo_core.validation.report",
            "cryo_core.validation.maps",
        ),
        checks=("fsc_low_frequency", "within_nyquist"),
        inputs=("maps/source",),
        skips=_without_halves,
        kinds=frozenset({"relion"}),
    ),
    Step(
        key="maps/profiles",
        partition="maps",
        code_version="2",
        description="Local radial amplitude profiles in 25 Å windows at the voxels of the molecule's mask.",
        compute=_profiles,
        core=("cryo_core.formats.mrc", "cryo_core.sharpening.profiles", "cryo_core.validation.maps"),
        checks=("finite", "not_empty"),
        inputs=("maps/resampled",),
        settings=ProfileSettings,
        kinds=frozenset({"parquet", "pytorch"}),
        pool="gpu",
    ),
)
