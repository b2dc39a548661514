"""A picture of walks through latent space: one row an axis, one column a step."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from cryo_assets.previews import grey, new_figure, save
from cryo_core.data import Volume

_MOST_ROWS = 4
_MOST_COLUMNS = 10


def walks(rows: Mapping[str, Sequence[Volume]], path: Path) -> None:
    """Draw the density of each step summed along z; the first four axes, all on one grey scale."""
    shown = dict(list(rows.items())[:_MOST_ROWS])
    columns = min(_MOST_COLUMNS, max(len(volumes) for volumes in shown.values()))
    figure = new_figure(0.95 * columns + 0.3, 1.0 * len(shown) + 0.2)
    axes = np.atleast_2d(figure.subplots(len(shown), columns))
    images = {
        name: [v.density.sum(dim=0).cpu().numpy() for v in _thinned(volumes, columns)]
        for name, volumes in shown.items()
    }
    every = np.concatenate([np.ravel(image) for row in images.values() for image in row])
    limits = (float(np.percentile(every, 1)), float(np.percentile(every, 99.8)))
    for row, (name, steps) in enumerate(images.items()):
        for column, image in enumerate(steps):
            place = axes[row, column]
            voxel = shown[name][0].voxel_angstrom if row == 0 and column == 0 else None
            grey(place, image, voxel)
            place.images[0].set_clim(*limits)
        axes[row, 0].text(
            -0.08,
            0.5,
            name,
            transform=axes[row, 0].transAxes,
            rotation=90,
            va="center",
            ha="right",
            fontsize=8,
        )
    save(figure, path)


def _thinned(volumes: Sequence[Volume], columns: int) -> list[Volume]:
    return [volumes[i] for i in np.linspace(0, len(volumes) - 1, columns).round().astype(int)]
