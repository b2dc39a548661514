"""The universal profile rule: sharpening without a model and without a network.

Proteins have nearly the same radial profile everywhere once the atoms stand still (B = 0). So each window's
target is that mean profile, damped as the map's resolution asks for; what all windows of a map lack is given in
full, what one window lacks beyond the others too, or in part (`blend`); and the shells of shape (1 to 3) stay what
they are.

The damping is the map's expected correlation with the truth, the weight of Rosenthal & Henderson (2003, J. Mol. Biol.
333, 721): see `damped`. Nothing in it is fitted to maps that are sharpened.
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
    """Whatever predicts how local profiles should be changed.

    All do it alike: the profile that a window would have with its atoms at rest, `damped`, and a share `blend` of
    what single windows lack beyond the others; they differ in how they tell the profile.
    """

    def correction(
        self,
        frequency_per_angstrom: Float[Tensor, " s"],
        logarithm: Float[Tensor, "m s"],
        resolution_angstrom: float = USUAL_ANGSTROM,
    ) -> Float[Tensor, "m s"]:
        """Give ln gain for the shells of each window from the logarithms of their amplitudes."""

    def tuned(self, blend: float) -> "ProfileModel":
        """Give the same model with another share of local deviations."""


@dataclass(frozen=True)
class UniversalRule:
    """A mean ln amplitude over frequencies in 1/Å, and the share of local deviations."""

    frequency_per_angstrom: Float[Tensor, " k"]
    logarithm: Float[Tensor, " k"]
    blend: float

    def target(
        self, frequency_per_angstrom: Float[Tensor, " s"], resolution_angstrom: float
    ) -> Float[Tensor, " s"]:
        """Give the damped universal profile; beyond the tabulated frequencies the last slope over f² goes on."""
        f = frequency_per_angstrom
        table = interpolate(self.frequency_per_angstrom.to(f), self.logarithm.to(f)[None], f)[0]
        return table - damped(resolution_angstrom, f)

    def correction(
        self,
        frequency_per_angstrom: Float[Tensor, " s"],
        logarithm: Float[Tensor, "m s"],
        resolution_angstrom: float = USUAL_ANGSTROM,
    ) -> Float[Tensor, "m s"]:
        """Give ln gain: the mean correction of the map, and `blend` of each window's deviation from it."""
        target = self.target(frequency_per_angstrom, resolution_angstrom)
        return blended(target[None] - logarithm, self.blend)

    def tuned(self, blend: float) -> "UniversalRule":
        """Give the same profile with another share of local deviations."""
        return replace(self, blend=blend)


@dataclass(frozen=True)
class MeanModel:
    """The mean of what several models say: of a network and the rule, say."""

    models: tuple[ProfileModel, ...]

    def correction(
        self,
        frequency_per_angstrom: Float[Tensor, " s"],
        logarithm: Float[Tensor, "m s"],
        resolution_angstrom: float = USUAL_ANGSTROM,
    ) -> Float[Tensor, "m s"]:
        """Give the mean of their ln gains."""
        given = frequency_per_angstrom, logarithm, resolution_angstrom
        return torch.stack([model.correction(*given) for model in self.models]).mean(0)

    def tuned(self, blend: float) -> "MeanModel":
        """Tune each alike."""
        return MeanModel(tuple(model.tuned(blend) for model in self.models))


def damped(resolution_angstrom: float, frequency_per_angstrom: Float[Tensor, " s"]) -> Float[Tensor, " s"]:
    """Give what damping takes off ln amplitudes: −ln C, C being the map's expected correlation with the truth.

    C² = ρ / (1 + ρ) = 2 FSC / (1 + FSC) (Rosenthal & Henderson 2003), where ρ is the map's signal over its noise in
    power: 1/3 at the resolution d (there C = 1/2), with a Gaussian's fall, which a B factor makes of it:
    ρ = exp(FALL (1 − d² f²)) / 3.
    """
    beyond = FALL * ((resolution_angstrom * frequency_per_angstrom) ** 2 - 1.0)
    return 0.5 * torch.nn.functional.softplus(beyond + math.log(3.0))


def universal_rule(
    frequency_per_angstrom: Float[Tensor, " k"],
    structures: Sequence[Float[Tensor, "_ k"]],
    blend: float = BLEND,
) -> UniversalRule:
    """Make the rule of ln profiles of windows with all atoms at rest, given by structure; each counts once.

    SettingsError if no structure has a finite profile.
    """
    means = []
    for given in structures:
        profile = aligned(given[torch.isfinite(given).all(1)])
        if len(profile):
            means.append(profile.mean(0))
    if not means:
        raise SettingsError("no structure has a profile: a universal rule needs one")
    return UniversalRule(frequency_per_angstrom, torch.stack(means).mean(0), blend)


def aligned(logarithm: Float[Tensor, "m s"]) -> Float[Tensor, "m s"]:
    """Subtract each profile's mean over the kept shells 1 … 3."""
    return logarithm - logarithm[:, 1 : KEPT_SHELLS + 1].mean(1, keepdim=True)


def blended(lacks: Float[Tensor, "m s"], blend: float) -> Float[Tensor, "m s"]:
    """Mix each window's correction with the mean of all; 0 in the kept shells, and from there without a jump."""
    first = min(KEPT_SHELLS, lacks.shape[1] - 1)  # coarse voxels have no shell beyond the kept ones
    lacks = lacks - lacks[:, first : first + 1]
    mean = lacks.mean(0, keepdim=True)
    mixed = mean + blend * (lacks - mean)
    mixed[:, : KEPT_SHELLS + 1] = 0.0
    return mixed


def interpolate(
    frequency: Float[Tensor, " k"], values: Float[Tensor, "m k"], wanted: Float[Tensor, " s"]
) -> Float[Tensor, "m s"]:
    """Interpolate curves linearly in f²; outside the range the last (or first) slope goes on."""
    x, at = frequency**2, wanted**2
    upper = torch.searchsorted(x.contiguous(), at.contiguous()).clamp(1, len(x) - 1)
    lower = upper - 1
    weight = (at - x[lower]) / (x[upper] - x[lower])
    return values[:, lower] * (1 - weight) + values[:, upper] * weight


def read_rule(path: Path) -> UniversalRule:
    """Read a rule's JSON; FormatError if it is not one."""
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


def write_rule(path: Path, rule: UniversalRule) -> None:
    """Write a rule as JSON."""
    plain = {
        "frequency_per_angstrom": [round(float(v), 6) for v in rule.frequency_per_angstrom],
        "ln_amplitude": [round(float(v), 6) for v in rule.logarithm],
        "blend": rule.blend,
    }
    path.write_text(json.dumps(plain, indent=1) + "\n")
