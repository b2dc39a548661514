"""Pictures of latent space: where particles lie, and what each class and each axis looks like.

Written like those of `draw`: one file each, PNG of at most 150 kB. The interactive one is HTML that needs no
network, and is linked, not shown inline.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
import torch
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from PIL import Image

from cryo_assets.pictures.draw import LARGEST_BYTES, grey, new_figure, save
from cryo_core.data import Volume

_CLASSES = (
    "#2a6f97",
    "#d1495b",
    "#6a994e",
    "#8d6a9f",
    "#edae49",
    "#3fb8af",
    "#c77d3b",
    "#e58fb1",
    "#7f7f2a",
    "#4d5bbf",
)
_NOISE = "#b8b8b8"
_THINNED = 20_000
_BINS = 45


def class_colour(name: int) -> str:
    """The colour of a class, the same in every picture; noise is grey, and ten classes have their own."""
    return _NOISE if name < 1 else _CLASSES[(name - 1) % len(_CLASSES)]


def latent_maps(
    points: torch.Tensor,
    title: str,
    path: Path,
    labels: np.ndarray | None = None,
    defocus_micrometre: np.ndarray | None = None,
    rotation: torch.Tensor | None = None,
) -> None:
    """Draw a map of latent space (n 2) in hexagons: by class, density, mean defocus, and mean direction of view.

    A hexagon has the class of most of its particles; direction is the elevation of the view's axis over the
    equator, −90° to 90°. Where defocus or views vary smoothly over the map, the latents have learnt them. Latents of
    one dimension (n 1) are drawn as a histogram, by class.
    """
    if points.shape[1] == 1:
        _histogram(points[:, 0].detach().cpu().numpy(), title, path, labels)
        return
    xy = points.detach().cpu().numpy()
    shades = {"defocus (µm)": defocus_micrometre, "elevation (degrees)": _elevation(rotation)}
    panels = ["particles", *(["class"] if labels is not None else [])]
    panels += [label for label, values in shades.items() if values is not None]
    columns = 2 if len(panels) != 3 else 3
    rows = -(-len(panels) // columns)
    figure = new_figure(4.1 * columns, 3.6 * rows + 0.3 * (labels is not None))
    extent = _extent(xy)
    places = np.atleast_1d(figure.subplots(rows, columns)).ravel()
    for place, panel in zip(places, panels, strict=False):
        place.set_title(f"{title}: {panel.split(' (')[0]}", fontsize=9)
        place.set_xlabel("axis 1", fontsize=8)
        place.set_ylabel("axis 2", fontsize=8)
        place.tick_params(labelsize=7)
        place.set_xlim(*extent[:2])
        place.set_ylim(*extent[2:])
        if panel == "class" and labels is not None:
            _class_hexagons(place, xy, labels, extent)
            continue
        drawn = _hexagons(place, xy, shades.get(panel), extent)
        bar = figure.colorbar(drawn, ax=place)
        bar.set_label(panel, fontsize=8)
        bar.ax.tick_params(labelsize=7)
    for place in places[len(panels) :]:
        place.set_axis_off()
    if labels is not None:  # over a map it would hide a class
        figure.legend(
            *_class_legend(labels),
            loc="outside upper center",
            ncols=4,
            fontsize=8,
            frameon=False,
            handletextpad=0.2,
        )
    _save_few_colours(figure, path)


def _hexagons(
    axes: Axes, xy: np.ndarray, values: np.ndarray | None, extent: tuple[float, float, float, float]
) -> PolyCollection:
    """Draw how many particles lie in each hexagon, or the mean of their values."""
    if values is None:
        return axes.hexbin(*xy.T, gridsize=_BINS, bins="log", mincnt=1, cmap="viridis", extent=extent, lw=0)
    low, high = np.percentile(values, (2, 98))
    x, y = xy.T
    return axes.hexbin(
        x, y, values, gridsize=_BINS, mincnt=1, cmap="cividis", extent=extent, vmin=low, vmax=high, lw=0
    )


def _class_legend(labels: np.ndarray) -> tuple[list[Artist], list[str]]:
    """A mark and a text for each class, with how many particles it has."""
    names, counts = np.unique(labels, return_counts=True)
    marks: list[Artist] = [
        Line2D([], [], ls="", marker="h", ms=7, color=class_colour(int(name))) for name in names
    ]
    return marks, [
        counted(int(name), int(count), len(labels)) for name, count in zip(names, counts, strict=True)
    ]


def counted(name: int, count: int, total: int) -> str:
    """A class as legends name it: `class 2: 562 (28%)`."""
    return f"{'no class' if name < 1 else f'class {name}'}: {count:,} ({100 * count / max(1, total):.0f}%)"


def _histogram(values: np.ndarray, title: str, path: Path, labels: np.ndarray | None) -> None:
    """Draw how many particles lie where on the one axis of latent space, by class where classes are known."""
    figure = new_figure(6.4, 3.4)
    axes = figure.subplots()
    low, high = np.percentile(values, (0.1, 99.9))
    bins = np.linspace(low, max(high, low + 1e-6), 61).tolist()
    if labels is None:
        axes.hist(values, bins=bins, color=_CLASSES[0])
    else:
        names = np.unique(labels)
        colours = [class_colour(int(name)) for name in names]
        axes.hist([values[labels == name] for name in names], bins=bins, stacked=True, color=colours)
        figure.legend(*_class_legend(labels), loc="outside upper center", ncols=4, fontsize=8, frameon=False)
    axes.set_xlabel(f"{title}: the only axis" if labels is None else "the only axis of latent space")
    axes.set_ylabel("particles")
    save(figure, path)


def _save_few_colours(figure: Figure, path: Path) -> None:
    """Write a figure of many small patches with a palette: a third of the bytes, so that it need not be coarse."""
    for dots_per_inch in (110, 95, 80, 65, 50):
        drawn = BytesIO()
        figure.savefig(drawn, dpi=dots_per_inch, facecolor="white", format="png")
        with Image.open(drawn) as picture:
            picture.convert("RGB").quantize(96, dither=Image.Dither.NONE).save(path, optimize=True)
        if path.stat().st_size <= LARGEST_BYTES:
            return


def _extent(xy: np.ndarray) -> tuple[float, float, float, float]:
    low, high = np.percentile(xy, 0.1, axis=0), np.percentile(xy, 99.9, axis=0)
    margin = 0.06 * np.maximum(high - low, 1e-6)
    (x0, y0), (x1, y1) = low - margin, high + margin
    return float(x0), float(x1), float(y0), float(y1)


def _elevation(rotation: torch.Tensor | None) -> np.ndarray | None:
    """How far each view's axis is from the equator, in degrees."""
    return None if rotation is None else np.rad2deg(np.arcsin(rotation[:, 2, 2].clamp(-1, 1).cpu().numpy()))


def _class_hexagons(
    axes: Axes, xy: np.ndarray, labels: np.ndarray, extent: tuple[float, float, float, float]
) -> None:
    names, number = np.unique(labels, return_inverse=True)
    colours = ListedColormap([class_colour(int(name)) for name in names])
    axes.hexbin(
        xy[:, 0],
        xy[:, 1],
        C=number.astype(float),
        reduce_C_function=lambda inside: float(np.bincount(np.asarray(inside, int)).argmax()),
        gridsize=_BINS,
        mincnt=1,
        cmap=colours,
        vmin=-0.5,
        vmax=len(names) - 0.5,
        extent=extent,
        lw=0,
    )


def class_slices(volumes: Mapping[str, Volume], path: Path) -> None:
    """Draw the central slices along z, y and x of each class's volume in a row, all on one grey scale."""
    figure = new_figure(1.5 * 3 + 0.9, 1.55 * len(volumes))
    axes = np.atleast_2d(figure.subplots(len(volumes), 3))
    density = {name: volume.density.detach().cpu().numpy() for name, volume in volumes.items()}
    middle = {
        name: [np.take(d, d.shape[axis] // 2, axis=axis) for axis in range(3)] for name, d in density.items()
    }
    every = np.concatenate([np.ravel(image) for images in middle.values() for image in images])
    limits = (float(np.percentile(every, 0.5)), float(np.percentile(every, 99.7)))
    for row, (name, images) in enumerate(middle.items()):
        for column, image in enumerate(images):
            place = axes[row, column]
            first = row == 0 and column == 0
            grey(place, image, volumes[name].voxel_angstrom if first else None)
            place.images[0].set_clim(*limits)
            if row == 0:
                place.set_title(f"slice along {'zyx'[column]}", fontsize=9)
        axes[row, 0].text(
            -0.06,
            0.5,
            name,
            transform=axes[row, 0].transAxes,
            rotation=90,
            va="center",
            ha="right",
            fontsize=9,
        )
    save(figure, path)


def interactive_umap(
    points: torch.Tensor,
    labels: np.ndarray,
    path: Path,
    images: Sequence[str] | None = None,
    title: str = "UMAP",
) -> int:
    """Write the three-dimensional UMAP (n 3) as one HTML file that turns and zooms; give the points shown.

    More than 20,000 are thinned evenly. Hovering names the class, and the image where `images` has its name.
    The library is in the file (5 MB), since a compute node may have no network.
    """
    from plotly import graph_objects, io

    rows = np.unique(np.linspace(0, len(labels) - 1, min(_THINNED, len(labels))).astype(int))
    xyz = np.round(points.detach().cpu().numpy()[rows].astype(np.float64), 3)
    shown, traces = labels[rows], []
    for name in np.unique(shown):
        mine = np.flatnonzero(shown == name)
        text = [f"row {rows[i] + 1}" + (f"<br>{images[rows[i]]}" if images else "") for i in mine]
        called = "no class" if name < 1 else f"class {name}"
        traces.append(
            graph_objects.Scatter3d(
                x=xyz[mine, 0],
                y=xyz[mine, 1],
                z=xyz[mine, 2],
                mode="markers",
                name=f"{called}: {len(mine):,}",
                text=text,
                hovertemplate=f"{called}<br>%{{text}}<extra></extra>",
                marker={"size": 1.8, "color": class_colour(int(name)), "opacity": 0.7},
            )
        )
    thinned = "" if len(rows) == len(labels) else f", {len(rows):,} of {len(labels):,} particles"
    figure = graph_objects.Figure(traces)
    figure.update_layout(
        title=title + thinned,
        legend={"itemsizing": "constant"},
        margin={"l": 0, "r": 0, "b": 0, "t": 40},
        scene={f"{axis}axis": {"title": f"UMAP {i}"} for i, axis in enumerate("xyz", 1)},
    )
    io.write_html(figure, path, include_plotlyjs=True, full_html=True, auto_open=False)
    return len(rows)


_MOST_ROWS = 4


_MOST_COLUMNS = 10


def walks(rows: Mapping[str, Sequence[Volume]], path: Path) -> None:
    """Draw the density of each step summed along z; the first four axes, all on one grey scale.

    A walk goes from the 5th percentile of the particles on its axis to the 95th.
    """
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
            if row == 0 and column in (0, columns - 1):
                words, side = ("from 5%", "left") if column == 0 else ("to 95%", "right")
                place.set_title(words, fontsize=7, loc=side)
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
