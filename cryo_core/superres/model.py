"""Networks of super-resolution: the published generator and discriminator, their sizes being settings.

The publication and the released code differ: the paper says instance norm, a first kernel of 3 and no
dilation; the code (and its weights, 884,243 parameters) has batch norm, a first kernel of 9 and residual
blocks dilated by 1 to 16. The defaults are the paper's, `released()` the code's. Trained alike in full size
(400 steps of 4 published cubes, the last fifth with the discriminator), the paper's raised the correlation of
cubes of two structures left out by 0.015, while the code's was still 0.09 below its input and had taken 2.5
times as long; so the paper's is the default.

`fold` = 2 works on blocks of 2³ voxels as channels: maps of 3 Å and coarser hold nothing that 1 Å voxels are
needed for, and a step costs an eighth. With head "residual" the network adds to its input instead of
returning values in [0, 1], so that an untrained one changes nothing.
"""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import torch
from jaxtyping import Float
from torch import Tensor, nn

from cryo_core.errors import FormatError, SettingsError
from cryo_core.learning.checkpoint import load_states, read_checkpoint, states_of, write_checkpoint

KIND = "super-resolution, generator"
DEFAULT_WEIGHTS = Path(__file__).with_name("weights") / "generator.pt"

_DILATIONS = (1, 2, 4, 8, 16)


@dataclass(frozen=True)
class GeneratorSettings:
    """Shape of the generator."""

    channels: int = 32
    blocks: int = 15
    first_kernel: int = 3
    dilated: bool = False
    norm: Literal["instance", "batch", "none"] = "instance"
    dropout: float = 0.25
    fold: int = 1
    head: Literal["published", "residual"] = "published"

    def __post_init__(self) -> None:
        """Refuse settings that make no network."""
        if not (1 <= self.channels <= 512 and 1 <= self.blocks <= 100 and 1 <= self.fold <= 4):
            raise SettingsError("channels: 1 to 512, blocks: 1 to 100, fold: 1 to 4")
        if self.first_kernel % 2 == 0 or not 1 <= self.first_kernel <= 15 or not 0 <= self.dropout < 1:
            raise SettingsError("first_kernel: odd, 1 to 15; dropout: 0 to 1")
        if self.norm not in ("instance", "batch", "none") or self.head not in ("published", "residual"):
            raise SettingsError("norm: instance, batch or none; head: published or residual")


def released() -> GeneratorSettings:
    """Settings of the released code: batch norm, a first kernel of 9, dilated blocks."""
    return GeneratorSettings(first_kernel=9, dilated=True, norm="batch")


def small() -> GeneratorSettings:
    """Settings that train on a processor's core: folded, six blocks, no norm, adding to the input."""
    return GeneratorSettings(32, 6, 3, False, "none", 0.1, 2, "residual")


class Generator(nn.Module):
    """From cubes (or whole maps) of density to the same, enhanced.

    `trust` is the share of the change that was worth using, on structures that were not trained on, at
    agreements of its passes from 0 to 1 in steps of 0.1 (`calibrate`); untrained, it is the agreement itself.
    """

    trust: Tensor

    def __init__(self, settings: GeneratorSettings) -> None:
        super().__init__()
        self.settings = settings
        self.register_buffer("trust", torch.linspace(0.0, 1.0, 11))
        c, cells = settings.channels, settings.fold**3
        kernel = settings.first_kernel
        self.first = nn.Sequential(nn.Conv3d(cells, c, kernel, padding=kernel // 2), nn.PReLU())
        self.blocks = nn.Sequential(
            *(
                _Block(settings, _dilation(i, settings.blocks) if settings.dilated else 1)
                for i in range(settings.blocks)
            )
        )
        self.after = nn.Sequential(nn.Conv3d(c, c, 3, padding=1), nn.PReLU())
        self.last = nn.Conv3d(c, cells, 3, padding=1)
        if settings.head == "residual":
            nn.init.zeros_(self.last.weight)
            if self.last.bias is not None:
                nn.init.zeros_(self.last.bias)
        self.slope = nn.PReLU() if settings.head == "published" else nn.Identity()
        # three times as fast on a processor
        self.to(memory_format=torch.channels_last_3d)  # type: ignore[call-overload]

    def forward(self, x: Float[Tensor, "n 1 z y x"]) -> Float[Tensor, "n 1 z y x"]:
        """Enhanced cubes; edges have to be multiples of `fold`."""
        fold = self.settings.fold
        skip = self.first(folded(x, fold).contiguous(memory_format=torch.channels_last_3d))
        out = self.last(self.after(self.blocks(skip)) + skip)
        if self.settings.head == "published":
            return (torch.tanh(unfolded(self.slope(out), fold)) + 1.0) / 2.0
        return x + unfolded(out, fold)

    def trusted(self, agreement: Float[Tensor, "*grid"]) -> Float[Tensor, "*grid"]:
        """Values of `trust` at agreements from 0 to 1."""
        place = agreement.clamp(0.0, 1.0) * (len(self.trust) - 1)
        low = place.floor().long().clamp(max=len(self.trust) - 2)
        return torch.lerp(self.trust[low], self.trust[low + 1], place - low)


class _Block(nn.Module):
    """Convolution, PReLU, norm, convolution, norm, dropout; added to its input."""

    def __init__(self, settings: GeneratorSettings, dilation: int) -> None:
        super().__init__()
        c = settings.channels
        self.first = nn.Conv3d(c, c, 3, padding=dilation, dilation=dilation)
        self.slope = nn.PReLU()
        self.norm1 = _norm(settings)
        self.second = nn.Conv3d(c, c, 3, padding=dilation, dilation=dilation)
        self.norm2 = _norm(settings)
        self.dropout = nn.Dropout(settings.dropout)
        if settings.norm == "none":  # without a norm, each block begins as the identity, or depth adds up
            nn.init.zeros_(self.second.weight)

    def forward(self, x: Tensor) -> Tensor:
        out = self.norm1(self.slope(self.first(x)))
        return x + self.dropout(self.norm2(self.second(out)))


def _norm(settings: GeneratorSettings) -> nn.Module:
    if settings.norm == "none":
        return nn.Identity()
    kind = nn.BatchNorm3d if settings.norm == "batch" else nn.InstanceNorm3d
    return kind(settings.channels, affine=True)


def _dilation(block: int, blocks: int) -> int:
    """Dilation of a block: a fifth of the blocks each for 1, 2, 4, 8, 16."""
    return _DILATIONS[block * len(_DILATIONS) // blocks]


def folded(x: Float[Tensor, "n c z y x"], fold: int) -> Float[Tensor, "n k z2 y2 x2"]:
    """Blocks of `fold`³ voxels as channels. SettingsError if an edge is no multiple of `fold`."""
    if fold == 1:
        return x
    n, c, z, y, w = x.shape
    if z % fold or y % fold or w % fold:
        raise SettingsError(f"cubes of {z} × {y} × {w} voxels cannot be folded by {fold}")
    parts = x.reshape(n, c, z // fold, fold, y // fold, fold, w // fold, fold)
    return parts.permute(0, 1, 3, 5, 7, 2, 4, 6).reshape(n, c * fold**3, z // fold, y // fold, w // fold)


def unfolded(x: Float[Tensor, "n k z y x"], fold: int) -> Float[Tensor, "n c z2 y2 x2"]:
    """Channels as blocks of voxels: the inverse of `folded`."""
    if fold == 1:
        return x
    n, k, z, y, w = x.shape
    parts = x.reshape(n, k // fold**3, fold, fold, fold, z, y, w)
    return parts.permute(0, 1, 5, 2, 6, 3, 7, 4).reshape(n, k // fold**3, z * fold, y * fold, w * fold)


class Discriminator(nn.Module):
    """Probability of each cube that it is a simulated target (1) and not made by a generator (0).

    Ten convolutions: pairs of stride 1 and 2 at 1, 2, 4 and 8 times `width` channels, one at 16 times, one to
    a single channel; group norm (not after the first), PReLU, dropout 0.25 after each pair; a sigmoid,
    averaged over what is left of the cube (the paper says softmax, which of one channel is always 1; the code
    has the sigmoid).
    """

    def __init__(self, width: int = 32, dropout: float = 0.25) -> None:
        super().__init__()
        if width < 1 or not 0 <= dropout < 1:
            raise SettingsError("width should be at least 1, dropout 0 to 1")
        layers: list[nn.Module] = []
        inputs = 1
        for level in range(4):
            outputs = width * 2**level
            for stride, source in ((1, inputs), (2, outputs)):
                layers.append(nn.Conv3d(source, outputs, 3, stride, 1))
                if level or stride == 2:
                    layers.append(nn.GroupNorm(min(16, width), outputs))
                layers.append(nn.PReLU())
            layers.append(nn.Dropout(dropout))
            inputs = outputs
        layers += [nn.Conv3d(inputs, 16 * width, 3, 1, 1), nn.PReLU(), nn.Dropout(dropout)]
        layers += [nn.Conv3d(16 * width, 1, 1)]
        self.layers = nn.Sequential(*layers)
        self.to(memory_format=torch.channels_last_3d)  # type: ignore[call-overload]

    def forward(self, x: Float[Tensor, "n 1 z y x"]) -> Float[Tensor, " n"]:
        """Probability of each cube that it is a target."""
        return torch.sigmoid(self.layers(x)).mean((1, 2, 3, 4))


def save_generator(path: Path, generator: Generator, made_of: dict[str, Any]) -> None:
    """Write a generator with its settings and its origin.

    Parameters
    ----------
    path : Path
        The file.
    generator : Generator
        The network.
    made_of : dict
        What it was trained on, as plain values.
    """
    content = {"settings": asdict(generator.settings), "made_of": made_of}
    write_checkpoint(path, KIND, {**content, "modules": states_of({"generator": generator})})


def load_generator(path: Path = DEFAULT_WEIGHTS) -> tuple[Generator, dict[str, Any]]:
    """Generator and its origin, onto the CPU; FormatError if the file is not one."""
    content = read_checkpoint(path, KIND)
    try:
        generator = Generator(GeneratorSettings(**content["settings"]))
        load_states({"generator": generator}, content["modules"], path)
    except (KeyError, TypeError, SettingsError) as error:
        raise FormatError(f"{path}: its settings are not those of a generator ({error})") from error
    return generator.eval(), dict(content.get("made_of", {}))


def default_generator() -> Generator | None:
    """Generator that ships with the package; None if there is none, and the blind filter is the default."""
    return load_generator()[0] if DEFAULT_WEIGHTS.is_file() else None
