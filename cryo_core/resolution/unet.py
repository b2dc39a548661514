"""Published form of CryoRes: a 3D U-Net whose heads give global resolution, relative local one, and mask.

The map is cut to the smallest cube that holds its density above mean + 3 standard deviations, resampled to
the network's box, and (global + relative) · mask is brought back to the map's grid. The publication does not
give the network's size, the box, λ or an optimiser that trains; here:

- box 48 and 8 channels doubling over three levels (0.37 million weights): the evidence for resolution lies
near it, so   that voxels matter more than channels. A molecule of 100 Å gets voxels of 2.5 Å, one of 200 Å
4.6 Å; a step takes   half a second on a core, and some thousand are needed; on a GPU take a box of 96 to 128
and 32 channels; - the cube's voxel size is a second input channel, since resampling hides the scale in which
resolution is measured; - λ = 1: with values in Å the three losses are then of one size; Adam at 1e-3, not SGD
at 1e-7, which does not move; - dropout in the deepest level, kept on in prediction: the passes' spread is the
uncertainty.

No weights of it are packaged: `models/resolution` trains it if `unet_epochs` asks for it. It is not the
default: after 576 steps (8 epochs, 10 minutes of one thread) it has RMSE 1.56 Å and r 0.37 on 14 maps of
structures that were not trained on, where a network on band powers (`model.PowerNetwork`) has 0.22 Å and
0.99. Of the same maps with their solvent masked away and the global resolution given it has 0.85 Å and 0.87,
the default's rule 0.95 Å and 0.83; but its masks overlap with the molecules by 0.70 (the worst by 0.07),
those of the low-passed map by 0.80 (0.74).
"""

import math
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn.functional import interpolate, relu

from cryo_core.data import Volume
from cryo_core.errors import FormatError, SettingsError
from cryo_core.learning.checkpoint import load_states, read_checkpoint, states_of, write_checkpoint
from cryo_core.resolution.predict import Prediction, masked_deviation, masked_warning, require_resolution
from cryo_core.resolution.solvent import find_regions, gaussian

KIND = "local resolution, 3D U-Net"
_CENTRE_ANGSTROM = 6.0
"""Zero of the global head's output, in Å."""

_CUBE_ANGSTROM = 10.0
_MARGIN_ANGSTROM = 10.0


@dataclass(frozen=True)
class UNetSettings:
    """Shape and loss of the network.

    Attributes
    ----------
    box : voxels
        Edge of the cubes.
    channels : channels
        Of the first level.
    dropout : share
        Of the units left out in training.
    relative_weight : factor
        Of the loss of local differences.
    learning_rate : number
        Size of the steps of the optimiser, Adam.
    """

    box: int = 48
    channels: int = 8
    dropout: float = 0.2
    relative_weight: float = 1.0
    learning_rate: float = 1e-3

    def __post_init__(self) -> None:
        """Refuse settings that make no network."""
        if self.box < 16 or self.box % 8:
            raise SettingsError(f"box: {self.box}: should be a multiple of 8, at least 16")
        if self.channels < 1 or not 0 <= self.dropout < 1:
            raise SettingsError("channels should be at least 1, dropout 0 to 1")


@dataclass(frozen=True)
class Cube:
    """Part of a map that the network sees: the first voxel (z, y, x; may lie outside) and the edge, in voxels."""

    start: tuple[int, int, int]
    edge: int
    voxel_angstrom: float


class ResolutionUNet(nn.Module):
    """From (density, ln voxel) to global resolution in Å, relative resolution in Å, and logits of the mask."""

    def __init__(self, settings: UNetSettings) -> None:
        super().__init__()
        self.settings = settings
        c = settings.channels
        widths = (c, 2 * c, 4 * c, 8 * c)
        self.down = nn.ModuleList(_Pair(i, o) for i, o in zip((2, *widths[:-1]), widths, strict=True))
        self.up = nn.ModuleList(_Pair(widths[i] + widths[i - 1], widths[i - 1]) for i in (3, 2, 1))
        self.dropout = nn.Dropout3d(settings.dropout)
        self.overall = nn.Sequential(nn.Linear(widths[3], widths[3]), nn.ReLU(), nn.Linear(widths[3], 1))
        self.relative = nn.Conv3d(c, 1, 1)
        self.mask = nn.Conv3d(c, 1, 1)

    def forward(
        self, x: Float[Tensor, "n 2 z y x"]
    ) -> tuple[Float[Tensor, " n"], Float[Tensor, "n z y x"], Float[Tensor, "n z y x"]]:
        """Global resolution, relative resolution and logits of the mask, of cubes."""
        kept = []
        for level, block in enumerate(self.down):
            x = block(x if level == 0 else nn.functional.avg_pool3d(x, 2))
            kept.append(x)
        x = self.dropout(x)
        overall = _CENTRE_ANGSTROM + self.overall(x.mean((2, 3, 4)))[:, 0]
        for block, skip in zip(self.up, kept[-2::-1], strict=True):
            x = block(torch.cat([interpolate(x, scale_factor=2.0, mode="trilinear"), skip], 1))
        return overall, self.relative(x)[:, 0], self.mask(x)[:, 0]


class _Pair(nn.Module):
    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.first = nn.Conv3d(inputs, outputs, 3, padding=1)
        self.second = nn.Conv3d(outputs, outputs, 3, padding=1)
        groups = math.gcd(8, outputs)
        self.norm1, self.norm2 = nn.GroupNorm(groups, outputs), nn.GroupNorm(groups, outputs)

    def forward(self, x: Tensor) -> Tensor:
        x = relu(self.norm1(self.first(x)))
        return relu(self.norm2(self.second(x)))


def cube_of(volume: Volume) -> Cube:
    """Smallest cube with all density above mean + 3 standard deviations, and `_MARGIN_ANGSTROM` about it.

    The map is low-passed to 10 Å first: in an unmasked map as it was reconstructed, noise anywhere in the box
    would exceed that level, and the cube would be the whole box. SettingsError if nothing exceeds it.
    """
    smooth = gaussian(volume, max(_CUBE_ANGSTROM, 4.0 * volume.voxel_angstrom)).density
    high = (smooth > smooth.mean() + 3.0 * smooth.std()).nonzero()
    if not len(high):
        raise SettingsError("no density above mean + 3 standard deviations: the map shows nothing")
    low, top = high.amin(0), high.amax(0)
    edge = int((top - low).max()) + 1 + 2 * round(_MARGIN_ANGSTROM / volume.voxel_angstrom)
    z, y, x = (int(v) for v in torch.div(low + top - edge + 1, 2, rounding_mode="floor"))
    return Cube((z, y, x), edge, volume.voxel_angstrom)


def cut(values: Float[Tensor, "z y x"], cube: Cube, box: int) -> Float[Tensor, "b b b"]:
    """Content of a cube, in the network's box; zeros beyond the map.

    Parameters
    ----------
    values : (z, y, x)
        Values on the map's grid.
    cube : Cube
        The cube.
    box : int
        Edge of the network's box, b.
    """
    shape = values.shape
    out = values.new_zeros((cube.edge,) * 3)
    here, there = _overlap(cube, (shape[0], shape[1], shape[2]))
    out[here] = values[there]
    return _resized(out, box)


def put_back(
    values: Float[Tensor, "b b b"], cube: Cube, shape: tuple[int, int, int]
) -> Float[Tensor, "z y x"]:
    """Content of the network's box, on the map's grid; zeros outside the cube.

    Parameters
    ----------
    values : (b, b, b)
        Values in the network's box.
    cube : Cube
        The cube.
    shape : (int, int, int)
        Shape of the map.
    """
    out = values.new_zeros(shape)
    here, there = _overlap(cube, shape)
    out[there] = _resized(values, cube.edge)[here]
    return out


def network_input(volume: Volume, cube: Cube, box: int) -> tuple[Float[Tensor, "b b b"], float]:
    """Cut map, its mean 0 and deviation 1, and its voxel size in Å.

    Parameters
    ----------
    volume : Volume
        The map.
    cube : Cube
        The cube.
    box : int
        Edge of the network's box, b.
    """
    values = cut(volume.density, cube, box)
    values = (values - values.mean()) / values.std().clamp(min=1e-12)
    return values, cube.voxel_angstrom * cube.edge / box


def with_voxel(density: Float[Tensor, "b b b"], voxel_angstrom: float) -> Float[Tensor, "2 b b b"]:
    """Density with the logarithm of the voxel size beside it: the network's input."""
    return torch.stack([density, torch.full_like(density, math.log(voxel_angstrom))])


def predict_unet(
    volume: Volume,
    network: ResolutionUNet,
    global_angstrom: float | None = None,
    passes: int = 8,
    seed: int = 20240229,
) -> Prediction:
    """Resolution, its standard deviation (both 0 outside the mask) and the mask of a map by the U-Net.

    The deviation is that of several passes of Monte-Carlo dropout; one seed gives one answer, and the
    caller's random state is kept. A map whose solvent was masked away gets the same warning as by `predict`:
    the level is then the given global resolution's, or a guess with 3 Å more of deviation.
    SettingsError as by `predict`, or if the network finds no molecule.

    Parameters
    ----------
    volume : Volume
        The map.
    network : ResolutionUNet
        The network.
    global_angstrom : float, optional
        The map's resolution, in Å, for a map without solvent.
    passes, seed : int
        How many passes, and the seed of their dropout.
    """
    require_resolution(global_angstrom)
    regions = find_regions(volume)
    cube, box = cube_of(volume), network.settings.box
    x = with_voxel(*network_input(volume, cube, box))[None]
    network.eval()
    network.dropout.train()
    with torch.no_grad(), torch.random.fork_rng():
        torch.manual_seed(seed)
        # A CPU's caches hold one cube; a GPU needs all of them to be busy.
        at_once, times = (1, max(1, passes)) if x.device.type == "cpu" else (max(1, passes), 1)
        outputs = [network(x.expand(at_once, -1, -1, -1, -1)) for _ in range(times)]
    network.eval()
    local = torch.cat([overall[:, None, None, None] + relative for overall, relative, _ in outputs])
    inside = torch.cat([torch.sigmoid(mask) for _, _, mask in outputs]).mean(0)
    shape = (volume.density.shape[0], volume.density.shape[1], volume.density.shape[2])
    mask = put_back(inside, cube, shape) > 0.5
    if not bool(mask.any()):
        raise SettingsError("the network finds no molecule in this map; another method may")
    resolution = put_back(local.mean(0), cube, shape)
    deviation = put_back(local.std(0, correction=0), cube, shape)
    if not regions.has_noise:
        if global_angstrom:
            resolution = resolution + (global_angstrom - resolution[mask].median())
        deviation = (deviation.square() + masked_deviation(global_angstrom) ** 2).sqrt()
    warnings = () if regions.has_noise else (masked_warning(regions, global_angstrom),)
    resolution = resolution.clamp(min=2.0 * volume.voxel_angstrom) * mask
    return Prediction(
        volume.with_density(resolution),
        volume.with_density(deviation * mask),
        mask,
        float(resolution[mask].median()),
        regions.has_noise,
        warnings,
    )


def save_unet(path: Path, network: ResolutionUNet, made_of: dict[str, Any]) -> None:
    """Write the network with its settings and its origin.

    Parameters
    ----------
    path : Path
        The file.
    network : ResolutionUNet
        The network.
    made_of : dict
        What it was trained on, as plain values.
    """
    content = {"settings": asdict(network.settings), "made_of": made_of}
    write_checkpoint(path, KIND, {**content, "modules": states_of({"network": network})})


def load_unet(path: Path) -> ResolutionUNet:
    """Network of a file, onto the CPU; FormatError if the file is not one."""
    content = read_checkpoint(path, KIND)
    try:
        network = ResolutionUNet(UNetSettings(**content["settings"]))
        load_states({"network": network}, content["modules"], path)
    except (KeyError, TypeError, SettingsError) as error:
        raise FormatError(f"{path}: its settings are not those of a U-Net ({error})") from error
    return network.eval()


def _overlap(cube: Cube, shape: tuple[int, int, int]) -> tuple[tuple[slice, ...], tuple[slice, ...]]:
    here, there = [], []
    for start, size in zip(cube.start, shape, strict=True):
        low, high = max(0, start), min(size, start + cube.edge)
        there.append(slice(low, high))
        here.append(slice(low - start, high - start))
    return tuple(here), tuple(there)


def _resized(values: Float[Tensor, "a a a"], size: int) -> Float[Tensor, "b b b"]:
    """Values interpolated linearly; where voxels grow, averaged first, so that nothing aliases."""
    old = values.shape[0]
    if old == size:
        return values
    batch = values[None, None]
    if old > size:
        return nn.functional.adaptive_avg_pool3d(batch, size)[0, 0]
    return interpolate(batch, size=(size, size, size), mode="trilinear", align_corners=False)[0, 0]
