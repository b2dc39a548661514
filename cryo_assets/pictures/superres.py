"""Pictures of super-resolution: before and after with confidence, cubes not trained on, what confidence is worth."""

from pathlib import Path

import numpy as np
import torch

from cryo_assets.pictures.draw import COLOURS, grey, new_figure, save
from cryo_core.data import Volume
from cryo_core.superres.data import Cubes
from cryo_core.superres.model import Generator


def enhanced_slices(
    before: Volume, filtered: Volume, after: Volume, confidence: Volume, mask: torch.Tensor, path: Path
) -> None:
    """Draw the slice along z with most of the molecule: the map, the blind filter's, the prediction, its confidence."""
    level = int(mask.sum((1, 2)).argmax())
    figure = new_figure(10.0, 3.0)
    axes = figure.subplots(1, 4)
    rows = (("input", before), ("blind filter", filtered), ("prediction", after))
    for place, (name, volume) in zip(axes, rows, strict=False):
        grey(place, volume.density[level].numpy(), volume.voxel_angstrom)
        place.set_title(name, fontsize=9)
    known = np.ma.masked_where(~mask[level].numpy(), confidence.density[level].numpy())
    drawn = axes[3].imshow(known, vmin=0, vmax=1, cmap="viridis", origin="lower")
    axes[3].set_axis_off()
    axes[3].set_title("confidence", fontsize=9)
    figure.colorbar(drawn, ax=axes[3], shrink=0.8)
    save(figure, path)


def confidence_histogram(confidence: Volume, mask: torch.Tensor, path: Path) -> None:
    """Draw how many voxels of the molecule have which confidence."""
    figure = new_figure(6.4, 2.8)
    axes = figure.subplots()
    axes.hist(confidence.density[mask].numpy(), bins=50, range=(0.0, 1.0), color=COLOURS[0])
    axes.set_xlabel("confidence (agreement of the network's passes)")
    axes.set_ylabel("voxels")
    save(figure, path)


def sample_cubes(generator: Generator, cubes: Cubes, path: Path, count: int = 4) -> None:
    """Draw the middle slices of cubes that were not trained on: input, prediction, target."""
    index = torch.linspace(0, len(cubes) - 1, min(count, len(cubes))).long()
    x, target = cubes.cut(index)
    device = next(generator.parameters()).device
    with torch.no_grad():
        made = generator(x.to(device)).cpu()
    figure = new_figure(1.6 * len(index), 5.0)
    axes = np.atleast_2d(figure.subplots(3, len(index), squeeze=False))
    for row, (name, values) in enumerate((("input", x), ("prediction", made), ("target", target))):
        for column in range(len(index)):
            grey(axes[row, column], values[column, 0, values.shape[2] // 2].numpy())
        axes[row, 0].set_title(name, fontsize=9, loc="left")
    save(figure, path)


def trust_curve(trust: torch.Tensor, path: Path) -> None:
    """Draw which share of the network's change is used at which agreement of its passes."""
    figure = new_figure(4.6, 3.2)
    axes = figure.subplots()
    axes.plot(np.linspace(0.0, 1.0, len(trust)), trust.numpy(), "o-", color=COLOURS[0])
    axes.plot([0, 1], [0, 1], color="0.7", lw=0.8)
    axes.set_xlabel("agreement of the passes")
    axes.set_ylabel("share of the change that is used")
    save(figure, path)
