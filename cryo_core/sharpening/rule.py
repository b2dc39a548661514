"""The universal profile rule: sharpening without a model and without a network.

Proteins have nearly the same radial profile everywhere once the atoms stand still (B = 0). So each window's
target is that mean profile, damped to suit the map's resolution. What is missing in all windows of a map is
added in full; what is missing in one window beyond the others is added in full or in part (`blend`). The shells
that show the molecule's shape (1 to 3) are left alone.

The damping is the map's expected correlation with the truth, the weight of Rosenthal & Henderson (2003, J. Mol.
Biol. 333, 721): see `damped`. Nothing in it is fitted to maps that are sharpened.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, runtime_checkable

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.errors import FormatError, SettingsError

KEPT_SHELLS = 3
"""Shells up to this one show the shape of the molecule: they are kept, and profiles are aligned on them."""


HALF_OVER_RESOLUTION = 0.855
"""The resolution (FSC of halves 0.143) over that at FSC 0.5: 2.84 Å and 3.32 Å, 2.92 and 3.42, 3.03 and 3.54 are what
RELION 4's tutorial reports for three maps of beta-galactosidase."""

FALL = math.log(6.0) / (1.0 - HALF_OVER_RESOLUTION**2)
"""By how much ln of the signal over the noise falls from frequency 0 to the resolution, if over f²: the ratio is 2
where halves agree to 0.5, and 1/3 where they agree to 0.143."""

BLEND = 1.0
"""Share of local deviations: of 0, 0.25, 0.5, 0.75 and 1 the best in leave-one-out, whichever map is left out."""

USUAL_ANGSTROM = 3.3
"""The resolution that a map is taken to have where it is not known."""


@runtime_checkable
class ProfileModel(Protocol):
    """A predictor of how local profiles should be changed.

    Each compares a window's profile with the one it would have with its atoms at rest, `damped`; the correction
    is the mean deficit of all windows, plus a share `blend` of each window's deviation from it. Models differ
    in how they predict the profile at rest.
    """

    def correction(
        self,
        frequency_per_angstrom: Float[Tensor, " s"],
        logarithm: Float[Tensor, "m s"],
        resolution_angstrom: float = USUAL_ANGSTROM,
    ) -> Float[Tensor, "m s"]:
        """Log gain of the shells of each window, from the logarithms of their amplitudes.

        Parameters
        ----------
        frequency_per_angstrom
            (s,), frequencies of the windows' shells, 1/Å.
        logarithm
            (m, s), ln amplitude of each window's shells.
        resolution_angstrom
            Resolution of the map, Å.
        """

    def tuned(self, blend: float) -> "ProfileModel":
        """The same model with another share of local deviations."""


@dataclass(frozen=True)
class UniversalRule:
    """A mean ln amplitude over frequencies in 1/Å, and the share of local deviations."""

    frequency_per_angstrom: Float[Tensor, " k"]
    logarithm: Float[Tensor, " k"]
    blend: float

    def target(
        self, frequency_per_angstrom: Float[Tensor, " s"], resolution_angstrom: float
    ) -> Float[Tensor, " s"]:
        """Damped universal profile; beyond the tabulated frequencies it continues with the last slope over f²."""
        f = frequency_per_angstrom
        table = interpolate(self.frequency_per_angstrom.to(f), self.logarithm.to(f)[None], f)[0]
        return table - damped(resolution_angstrom, f)

    def correction(
        self,
        frequency_per_angstrom: Float[Tensor, " s"],
        logarithm: Float[Tensor, "m s"],
        resolution_angstrom: float = USUAL_ANGSTROM,
    ) -> Float[Tensor, "m s"]:
        """Log gain: the mean correction of the map, and `blend` of each window's deviation from it.

        Parameters
        ----------
        frequency_per_angstrom
            (s,), frequencies of the windows' shells, 1/Å.
        logarithm
            (m, s), ln amplitude of each window's shells.
        resolution_angstrom
            Resolution of the map, Å.
        """
        target = self.target(frequency_per_angstrom, resolution_angstrom)
        return blended(target[None] - logarithm, self.blend)

    def tuned(self, blend: float) -> "UniversalRule":
        """The same profile with another share of local deviations."""
        return replace(self, blend=blend)


@dataclass(frozen=True)
class MeanModel:
    """The mean of several models' corrections, such as a network's and the rule's."""

    models: tuple[ProfileModel, ...]

    def correction(
        self,
        frequency_per_angstrom: Float[Tensor, " s"],
        logarithm: Float[Tensor, "m s"],
        resolution_angstrom: float = USUAL_ANGSTROM,
    ) -> Float[Tensor, "m s"]:
        """Mean of the models' log gains.

        Parameters
        ----------
        frequency_per_angstrom
            (s,), frequencies of the windows' shells, 1/Å.
        logarithm
            (m, s), ln amplitude of each window's shells.
        resolution_angstrom
            Resolution of the map, Å.
        """
        profiles = frequency_per_angstrom, logarithm, resolution_angstrom
        return torch.stack([model.correction(*profiles) for model in self.models]).mean(0)

    def tuned(self, blend: float) -> "MeanModel":
        """The mean of the models, each tuned alike."""
        return MeanModel(tuple(model.tuned(blend) for model in self.models))


def damped(resolution_angstrom: float, frequency_per_angstrom: Float[Tensor, " s"]) -> Float[Tensor, " s"]:
    """Damping of ln amplitudes: −ln C, C being the map's expected correlation with the truth.

    C² = ρ / (1 + ρ) = 2 FSC / (1 + FSC) (Rosenthal & Henderson 2003), where ρ is the map's signal over its
    noise in power: 1/3 at the resolution d (there C = 1/2), with the Gaussian fall of a B factor: ρ = exp(FALL
    (1 − d² f²)) / 3.
    """
    beyond = FALL * ((resolution_angstrom * frequency_per_angstrom) ** 2 - 1.0)
    return 0.5 * torch.nn.functional.softplus(beyond + math.log(3.0))


def universal_rule(
    frequency_per_angstrom: Float[Tensor, " k"],
    structures: Sequence[Float[Tensor, "_ k"]],
    blend: float = BLEND,
) -> UniversalRule:
    """The rule made of ln profiles of windows with all atoms at rest; each structure counts once.

    SettingsError if no structure has a finite profile.

    Parameters
    ----------
    frequency_per_angstrom
        (k,), 1/Å.
    structures
        ln profiles (windows, k) of each structure.
    blend
        Share of local deviations.
    """
    means = []
    for profiles in structures:
        profile = aligned(profiles[torch.isfinite(profiles).all(1)])
        if len(profile):
            means.append(profile.mean(0))
    if not means:
        raise SettingsError("no structure has a profile: a universal rule needs one")
    return UniversalRule(frequency_per_angstrom, torch.stack(means).mean(0), blend)


def aligned(logarithm: Float[Tensor, "m s"]) -> Float[Tensor, "m s"]:
    """Profiles without their mean over the kept shells 1 to 3."""
    return logarithm - logarithm[:, 1 : KEPT_SHELLS + 1].mean(1, keepdim=True)


def blended(deficit: Float[Tensor, "m s"], blend: float) -> Float[Tensor, "m s"]:
    """Each window's correction mixed with the mean of all; 0 in the kept shells, and from there without a jump."""
    first = min(KEPT_SHELLS, deficit.shape[1] - 1)  # coarse voxels have no shell beyond the kept ones
    deficit = deficit - deficit[:, first : first + 1]
    mean = deficit.mean(0, keepdim=True)
    mixed = mean + blend * (deficit - mean)
    mixed[:, : KEPT_SHELLS + 1] = 0.0
    return mixed


def interpolate(
    frequency: Float[Tensor, " k"], values: Float[Tensor, "m k"], wanted: Float[Tensor, " s"]
) -> Float[Tensor, "m s"]:
    """Curves interpolated linearly in f²; outside the range the last (or first) slope goes on.

    Parameters
    ----------
    frequency
        (k,), where the curves are known.
    values
        (m, k).
    wanted
        (s,), where they are wanted, in the same unit.
    """
    x, at = frequency**2, wanted**2
    upper = torch.searchsorted(x.contiguous(), at.contiguous()).clamp(1, len(x) - 1)
    lower = upper - 1
    weight = (at - x[lower]) / (x[upper] - x[lower])
    return values[:, lower] * (1 - weight) + values[:, upper] * weight


def read_rule(path: Path) -> UniversalRule:
    """The rule of a JSON file; FormatError if it holds none."""
    try:
        plain = json.loads(path.read_text())
        rule = UniversalRule(
            torch.tensor(plain["frequency_per_angstrom"], dtype=torch.float32),
            torch.tensor(plain["ln_amplitude"], dtype=torch.float32),
            float(plain["blend"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FormatError(
            f"{path}: not the weights of a universal rule ({type(error).__name__}: {error})"
        ) from error
    if len(rule.frequency_per_angstrom) != len(rule.logarithm) or len(rule.logarithm) < 5:
        raise FormatError(f"{path}: as many frequencies as amplitudes are needed, and at least 5")
    return rule
