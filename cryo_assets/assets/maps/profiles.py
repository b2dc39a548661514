"""maps/profiles: local radial amplitude profiles."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.pictures import draw
from cryo_assets.store.store import Check
from cryo_core.errors import SettingsError
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.sharpening.profiles import guinier_b_factor, local_profiles
from cryo_core.validation.maps import auto_mask


@dataclass(frozen=True)
class ProfileSettings:
    """Local windows, whose radial profiles are measured.

    Attributes
    ----------
    window_angstrom : Å
        Edge of a window.
    spacing_voxels : voxels
        Between the centres of windows; 1: every voxel of the mask.
    """

    window_angstrom: float = 25.0
    spacing_voxels: int = 1

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if not 5 <= self.window_angstrom <= 100:
            raise SettingsError(f"window_angstrom: {self.window_angstrom}: should be 5 to 100")
        if self.spacing_voxels < 1:
            raise SettingsError(f"spacing_voxels: {self.spacing_voxels}: should be at least 1")


def make(task: Task) -> Report:
    """Take the local radial profiles of the map."""
    volume = read_volume(task.inputs["maps/resampled"].path("map.mrc"))
    settings: ProfileSettings = task.settings
    mask = auto_mask(volume)
    write_volume(task.folder / "mask.mrc", volume.with_density(mask))
    profiles = local_profiles(
        volume.to(task.device),
        (mask >= 0.5).to(task.device),
        settings.window_angstrom,
        settings.spacing_voxels,
        task.stage(),
    )
    amplitude = profiles.amplitude.cpu().numpy()
    frequency = profiles.frequency_per_angstrom.cpu().numpy()
    columns = {name: profiles.position_zyx[:, axis].cpu().numpy() for axis, name in enumerate("zyx")}
    columns |= {f"amplitude_{shell:02d}": amplitude[:, shell] for shell in range(amplitude.shape[1])}
    pd.DataFrame(columns).to_parquet(task.folder / "profiles.parquet", index=False)
    draw.radial_profiles(frequency, amplitude, task.folder / "profiles.png")
    finite = bool(np.isfinite(amplitude).all())
    return Report(
        numbers={
            "voxels": len(amplitude),
            "shells": amplitude.shape[1],
            "window_angstrom": settings.window_angstrom,
            "mask_fraction": float((mask >= 0.5).float().mean()),
            "b_factor_angstrom2": float(
                guinier_b_factor(profiles.frequency_per_angstrom, profiles.amplitude.mean(0), 10.0, 4.0)
            ),
        },
        headline="b_factor_angstrom2",
        checks=(
            Check("finite", finite, "all amplitudes are finite"),
            Check("not_empty", len(amplitude) > 0, f"{len(amplitude)} windows"),
        ),
        pictures={"radial profiles": "profiles.png"},
    )


STEP = Step(
    key="maps/profiles",
    partition="maps",
    code_version="3",
    description="Local radial amplitude profiles in 25 Å windows at the voxels of the molecule's mask.",
    compute=make,
    checks=("finite", "not_empty"),
    inputs=("maps/resampled",),
    settings=ProfileSettings,
    kinds=frozenset({"parquet", "pytorch"}),
    pool="gpu",
)
