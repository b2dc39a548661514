"""Networks from the 13 points of a local profile to those of its target, and what they make of a map.

The thesis's two networks (five layers of 13: linear, and with PReLU in the first two) merged between low and
high frequency, and one with the form of physics: a parabola of ln A over f at low, a line over f² at high.
Profiles go in and out aligned on the kept shells, so that the scale of densities plays no part.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import torch
from jaxtyping import Float
from torch import Tensor, nn

from cryo_core.errors import FormatError, SettingsError
from cryo_core.learning.checkpoint import load_states, read_checkpoint, states_of, write_checkpoint
from cryo_core.sharpening.profiles import merge_weight
from cryo_core.sharpening.rule import aligned, blended, interpolate
from cryo_core.sharpening.simulated import LEARNED_FREQUENCY

POINTS = len(LEARNED_FREQUENCY)
KIND = "profile network"


@dataclass(frozen=True)
class NetworkSettings:
    """Which network: "linear", "prelu", "merged" (both) or "physical"; its depth and width; the share of deviations."""

    form: Literal["linear", "prelu", "merged", "physical"] = "merged"
    layers: int = 5
    width: int = POINTS
    blend: float = 0.5

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if self.form not in ("linear", "prelu", "merged", "physical"):
            raise SettingsError(f"form: {self.form}: should be linear, prelu, merged or physical")
        if not (1 <= self.layers <= 12 and 1 <= self.width <= 512 and 0 <= self.blend <= 1):
            raise SettingsError("layers: 1 to 12, width: 1 to 512, blend: 0 to 1")


class ProfileNetwork(nn.Module):
    """A network on aligned ln profiles (batch, 13); `mean` and `scale` standardise what comes in."""

    mean: Tensor
    scale: Tensor

    def __init__(self, settings: NetworkSettings) -> None:
        super().__init__()
        self.settings = settings
        self.register_buffer("mean", torch.zeros(POINTS))
        self.register_buffer("scale", torch.ones(POINTS))
        forms = {"merged": ("linear", "prelu"), "physical": ("prelu",)}.get(settings.form, (settings.form,))
        outputs = 6 if settings.form == "physical" else POINTS
        self.parts = nn.ModuleDict({form: _dense(form, settings, outputs) for form in forms})

    def forward(self, profile: Float[Tensor, "m k"]) -> Float[Tensor, "m k"]:
        """Give the target's aligned ln profile."""
        inside = (profile - self.mean) / self.scale
        out = {form: part(inside) for form, part in self.parts.items()}
        if self.settings.form == "physical":
            return profile + _physical(out["prelu"])
        if self.settings.form == "merged":
            b = _b_factor(profile)
            low = merge_weight(LEARNED_FREQUENCY.to(profile), b)
            return profile + low * out["prelu"] + (1 - low) * out["linear"]
        return profile + out[self.settings.form]

    @torch.no_grad()
    def correction(
        self, frequency_per_angstrom: Float[Tensor, " s"], logarithm: Float[Tensor, "m s"]
    ) -> Float[Tensor, "m s"]:
        """Give ln gain for the shells of windows, whatever their frequencies (see `rule.ProfileModel`)."""
        f = frequency_per_angstrom
        at = LEARNED_FREQUENCY.to(f)
        own = aligned(interpolate(f, logarithm, at))
        lacks = interpolate(at, self(own) - own, f)
        return blended(lacks, self.settings.blend)


def _dense(form: str, settings: NetworkSettings, outputs: int) -> nn.Sequential:
    """Stack layers; PReLU after the first two of the form "prelu". The last begins at 0: no change."""
    layers: list[nn.Module] = []
    width = POINTS
    for number in range(settings.layers - 1):
        layers.append(nn.Linear(width, settings.width))
        if form == "prelu" and number < 2:
            layers.append(nn.PReLU())
        width = settings.width
    last = nn.Linear(width, outputs)
    nn.init.zeros_(last.weight)
    nn.init.zeros_(last.bias)
    return nn.Sequential(*layers, last)


def _b_factor(profile: Float[Tensor, "m k"]) -> Float[Tensor, "m 1"]:
    """Give B in Å² from the fall between 10 Å and the finest point."""
    square = LEARNED_FREQUENCY.to(profile)[3:] ** 2
    centred = square - square.mean()
    return -4.0 * (profile[:, 3:] * centred).sum(1, keepdim=True) / (centred**2).sum()


def _physical(parameters: Float[Tensor, "m 6"]) -> Float[Tensor, "m k"]:
    """Give a correction: a parabola over f below the change, a line over f² above, blended smoothly."""
    f = LEARNED_FREQUENCY.to(parameters)
    a, b, c, d, e, g = (p[:, None] for p in parameters.unbind(1))
    low = a + b * (f / 0.1) + c * (f / 0.1) ** 2
    high = d + e * (f / 0.3) ** 2
    change = torch.sigmoid((f - 0.12 - 0.05 * torch.tanh(g)) / 0.02)
    return low * (1 - change) + high * change


def write_network(path: Path, network: ProfileNetwork, training: dict[str, Any]) -> None:
    """Write weights with their settings, and what is to be known of the training (plain values)."""
    settings = {name: getattr(network.settings, name) for name in ("form", "layers", "width", "blend")}
    write_checkpoint(
        path, KIND, {"settings": settings, "training": training, "modules": states_of({"network": network})}
    )


def read_network(path: Path) -> ProfileNetwork:
    """Read weights; FormatError if the file is not one of ours."""
    content = read_checkpoint(path, KIND)
    try:
        network = ProfileNetwork(NetworkSettings(**content["settings"]))
    except (KeyError, TypeError, SettingsError) as error:
        raise FormatError(f"{path}: settings of a profile network: {error}") from error
    load_states({"network": network}, content["modules"], path)
    return network.eval()
