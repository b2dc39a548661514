"""Networks that predict a window's target profile from its profile, at 13 frequencies.

The thesis's two networks (five layers of 13: linear, and with PReLU in the first two) merged between low and
high frequency, and one with the form of physics: a parabola of ln A over f at low, a line over f² at high.
Profiles go in and out aligned on the kept shells, so that the scale of densities plays no part.
"""

import copy
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

import torch
from jaxtyping import Float
from torch import Tensor, nn

from cryo_core.errors import FormatError, SettingsError
from cryo_core.learning.checkpoint import load_states, read_checkpoint, states_of, write_checkpoint
from cryo_core.sharpening.profiles import merge_weight
from cryo_core.sharpening.rule import (
    USUAL_ANGSTROM,
    MeanModel,
    ProfileModel,
    UniversalRule,
    aligned,
    blended,
    damped,
    interpolate,
)
from cryo_core.sharpening.simulated import LEARNED_FREQUENCY

POINTS = len(LEARNED_FREQUENCY)
KIND = "profile model"


@dataclass(frozen=True)
class NetworkSettings:
    """Form, depth and width of a network.

    `form` is "linear", "prelu", "merged" (both) or "physical". `blend` is the share of single windows'
    deviations, as in the universal rule.
    """

    form: Literal["linear", "prelu", "merged", "physical"] = "merged"
    layers: int = 5
    width: int = POINTS
    dropout: float = 0.0
    blend: float = 0.5

    def __post_init__(self) -> None:
        """Refuse settings out of range."""
        if self.form not in ("linear", "prelu", "merged", "physical"):
            raise SettingsError(f"form: {self.form}: should be linear, prelu, merged or physical")
        if not (1 <= self.layers <= 12 and 1 <= self.width <= 512 and 0 <= self.blend <= 1):
            raise SettingsError("layers: 1 to 12, width: 1 to 512, blend: 0 to 1")
        if not 0 <= self.dropout < 1:
            raise SettingsError("dropout: 0 to less than 1")


class ProfileNetwork(nn.Module):
    """A network on aligned ln profiles (batch, 13); `mean` and `scale` standardise its input."""

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
        """Aligned ln profile of the target."""
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
        self,
        frequency_per_angstrom: Float[Tensor, " s"],
        logarithm: Float[Tensor, "m s"],
        resolution_angstrom: float = USUAL_ANGSTROM,
    ) -> Float[Tensor, "m s"]:
        """Log gain of the shells of windows, whatever their frequencies (see `rule.ProfileModel`).

        Parameters
        ----------
        frequency_per_angstrom
            (s,), frequencies of the windows' shells, 1/Å.
        logarithm
            (m, s), ln amplitude of each window's shells.
        resolution_angstrom
            Resolution of the map, Å.
        """
        f = frequency_per_angstrom
        at = LEARNED_FREQUENCY.to(f)
        own = aligned(interpolate(f, logarithm, at))
        deficit = interpolate(at, self(own) - own, f) - damped(resolution_angstrom, f)
        return blended(deficit, self.settings.blend)

    def tuned(self, blend: float) -> "ProfileNetwork":
        """The same network (weights shared) with another share of local deviations."""
        other = copy.copy(self)
        other.settings = replace(self.settings, blend=blend)
        return other


def _dense(form: str, settings: NetworkSettings, outputs: int) -> nn.Sequential:
    """A stack of layers, with PReLU after the first two of the form "prelu". The last begins at 0: no change."""
    layers: list[nn.Module] = []
    width = POINTS
    for number in range(settings.layers - 1):
        layers.append(nn.Linear(width, settings.width))
        if form == "prelu" and number < 2:
            layers.append(nn.PReLU())
        if settings.dropout:
            layers.append(nn.Dropout(settings.dropout))
        width = settings.width
    last = nn.Linear(width, outputs)
    nn.init.zeros_(last.weight)
    nn.init.zeros_(last.bias)
    return nn.Sequential(*layers, last)


def _b_factor(profile: Float[Tensor, "m k"]) -> Float[Tensor, "m 1"]:
    """B factor in Å² from the fall between 10 Å and the finest point."""
    square = LEARNED_FREQUENCY.to(profile)[3:] ** 2
    centred = square - square.mean()
    return -4.0 * (profile[:, 3:] * centred).sum(1, keepdim=True) / (centred**2).sum()


def _physical(parameters: Float[Tensor, "m 6"]) -> Float[Tensor, "m k"]:
    """A correction: a parabola over f below the change, a line over f² above, blended smoothly."""
    f = LEARNED_FREQUENCY.to(parameters)
    a, b, c, d, e, g = (p[:, None] for p in parameters.unbind(1))
    low = a + b * (f / 0.1) + c * (f / 0.1) ** 2
    high = d + e * (f / 0.3) ** 2
    change = torch.sigmoid((f - 0.12 - 0.05 * torch.tanh(g)) / 0.02)
    return low * (1 - change) + high * change


def write_model(path: Path, model: ProfileModel, training: dict[str, Any]) -> None:
    """Write a rule, a network or the mean of several.

    Parameters
    ----------
    path
        The file.
    model
        A `UniversalRule`, `ProfileNetwork`, or `MeanModel` of them.
    training
        How it was made, plain values.
    """
    parts = model.models if isinstance(model, MeanModel) else (model,)
    write_checkpoint(path, KIND, {"parts": [_plain(part) for part in parts], "training": training})


def read_model(path: Path) -> ProfileModel:
    """The model of a file of `write_model`; FormatError if it is another file."""
    content = read_checkpoint(path, KIND)
    try:
        models = tuple(_model(part, path) for part in content["parts"])
    except (KeyError, TypeError, SettingsError) as error:
        raise FormatError(
            f"{path}: not a {KIND} of this version: {type(error).__name__}: {error}: make it again by "
            "`cryo run training --to models/profiles`"
        ) from error
    if not models:
        raise FormatError(f"{path}: holds no model")
    return models[0] if len(models) == 1 else MeanModel(models)


def _plain(model: ProfileModel) -> dict[str, Any]:
    if isinstance(model, UniversalRule):
        return {"rule": vars(model)}
    if isinstance(model, ProfileNetwork):
        return {"network": asdict(model.settings), "modules": states_of({"network": model})}
    raise SettingsError(f"a {type(model).__name__} cannot be written")


def _model(plain: dict[str, Any], path: Path) -> ProfileModel:
    if "rule" in plain:
        return UniversalRule(**plain["rule"])
    network = ProfileNetwork(NetworkSettings(**plain["network"]))
    load_states({"network": network}, plain["modules"], path)
    return network.eval()
