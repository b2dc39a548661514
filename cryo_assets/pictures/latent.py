"""Pictures of latent space: where particles lie, how classes were chosen, what each class looks like.

Written like those of `draw`: one file each, PNG of at most 150 kB. The interactive one is HTML that needs no
network, and is linked, not shown inline.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
import pandas as pd
import torch
from matplotlib.axes import Axes
from matplotlib.colors import ListedColormap
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator
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
    equator, −90° to 90°. Where defocus or views vary smoothly over the map, the latents have learnt them.
    """
    xy = points.detach().cpu().numpy()
    panels = ["density"] + ["class"] * (labels is not None)
    panels += ["defocus"] * (defocus_micrometre is not None) + ["elevation"] * (rotation is not None)
    rows = -(-len(panels) // 2)
    figure = new_figure(8.2, 3.6 * rows)
    axes = np.atleast_1d(figure.subplots(rows, min(2, len(panels)))).ravel()
    extent = _extent(xy)
    for place, panel in zip(axes, panels, strict=False):
        place.set_title(f"{title}: {panel}", fontsize=9)
        place.set_xlabel("axis 1", fontsize=8)
        place.set_ylabel("axis 2", fontsize=8)
        place.tick_params(labelsize=7)
        place.set_xlim(*extent[:2])
        place.set_ylim(*extent[2:])
        if panel == "class" and labels is not None:
            _class_hexagons(place, xy, labels, extent)
            continue
        if panel == "density":
            drawn = place.hexbin(
                *xy.T, gridsize=_BINS, bins="log", mincnt=1, cmap="viridis", extent=extent, lw=0
            )
            label = "particles"
        else:
            values, label = _shade(panel, defocus_micrometre, rotation)
            low, high = np.percentile(values, (2, 98))
            drawn = place.hexbin(
                *xy.T,
                C=values,
                gridsize=_BINS,
                mincnt=1,
                cmap="cividis",
                extent=extent,
                vmin=low,
                vmax=high,
                lw=0,
            )
        bar = figure.colorbar(drawn, ax=place)
        bar.set_label(label, fontsize=8)
        bar.ax.tick_params(labelsize=7)
    for place in axes[len(panels) :]:
        place.set_axis_off()
    _save_few_colours(figure, path)


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


def _shade(
    panel: str, defocus_micrometre: np.ndarray | None, rotation: torch.Tensor | None
) -> tuple[np.ndarray, str]:
    if panel == "defocus" and defocus_micrometre is not None:
        return defocus_micrometre, "defocus (µm)"
    assert rotation is not None
    return np.rad2deg(np.arcsin(rotation[:, 2, 2].clamp(-1, 1).cpu().numpy())), "elevation (degrees)"


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
    for i, name in enumerate(names):
        what = "noise" if name < 1 else f"class {name}"
        share = 100 * float((number == i).mean())
        axes.plot([], [], "h", ms=7, color=class_colour(int(name)), label=f"{what}, {share:.0f}%")
    # Beside the map, where the other panels have their scale: over it, it would hide a class.
    axes.legend(fontsize=7, loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False, handletextpad=0.2)


def explained_variance(explained: Sequence[float], path: Path) -> None:
    """Draw the share of the latents' variance on each principal axis, and their sum."""
    figure = new_figure(5.2, 3.0)
    axes = figure.subplots()
    place = np.arange(1, len(explained) + 1)
    axes.bar(place, explained, color=_CLASSES[0], label="each axis")
    axes.plot(place, np.cumsum(explained), "o-", color=_CLASSES[1], lw=1.5, ms=4, label="sum")
    axes.set_xticks(place)
    axes.set_ylim(0, 1.05)
    axes.set_xlabel("principal axis of latent space")
    axes.set_ylabel("share of the variance")
    axes.legend(frameon=False, fontsize=8)
    save(figure, path)


def cluster_scores(scores: pd.DataFrame, path: Path) -> None:
    """Draw every score over the divisions tried (`Clusters.scores`), the chosen one marked; NaN scores are left out."""
    names = {
        "evidence": "held-out gain (nats an image)",
        "icl": "ICL (less is better)",
        "bic": "BIC (less is better)",
        "silhouette": "silhouette",
        "dbcv": "DBCV",
        "stability": "stability",
    }
    shown = [name for name in names if scores[name].notna().any()] or ["silhouette"]
    figure = new_figure(2.1 * max(len(shown), 2), 2.7)
    panels = np.atleast_1d(figure.subplots(1, len(shown)))
    same = scores["classes"].is_unique
    place = scores["classes"].to_numpy() if same else np.arange(1, len(scores) + 1)
    for axes, name in zip(panels, shown, strict=True):
        values = scores[name].to_numpy(float)
        large = name in ("icl", "bic")
        values = values / 1000 if large else values
        axes.plot(place, values, "o-", color=_CLASSES[0], lw=1.4, ms=4)
        chosen = scores["chosen"].to_numpy(bool)
        axes.plot(place[chosen], values[chosen], "o", ms=10, mfc="none", mec=_CLASSES[1], mew=2)
        axes.set_title(names[name] + (" / 1000" if large else ""), fontsize=8)
        axes.tick_params(labelsize=7)
        axes.set_xlabel("classes" if same else "division", fontsize=8)
        axes.set_xticks(place)
    save(figure, path)


def confusion_table(
    table: np.ndarray, rows: Sequence[object], columns: Sequence[object], path: Path, title: str = ""
) -> None:
    """Draw particles of each true state (rows) in each class (columns): shares of the row as shade, counts in words."""
    share = table / np.maximum(table.sum(1, keepdims=True), 1)
    figure = new_figure(1.4 + 0.85 * len(columns), 1.3 + 0.55 * len(rows))
    axes = figure.subplots()
    axes.imshow(share, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for i in range(len(rows)):
        for j in range(len(columns)):
            dark = share[i, j] > 0.55
            text = f"{table[i, j]}\n{100 * share[i, j]:.0f}%"
            axes.text(j, i, text, ha="center", va="center", fontsize=7, color="white" if dark else "0.15")
    axes.set_xticks(range(len(columns)), ["noise" if c == -1 else str(c) for c in columns], fontsize=8)
    axes.set_yticks(range(len(rows)), [str(r) for r in rows], fontsize=8)
    axes.set_xlabel("class found", fontsize=8)
    axes.set_ylabel("true state", fontsize=8)
    axes.set_title(title, fontsize=9)
    save(figure, path)


def curves(
    values: Mapping[str, Sequence[float]], path: Path, horizontal: str = "epoch", vertical: str = "loss"
) -> None:
    """Draw losses or the like over epochs from 1; on a logarithmic scale where all are positive and span 30."""
    figure = new_figure(6.4, 3.2)
    axes = figure.subplots()
    every = np.concatenate([np.asarray(v, float) for v in values.values()])
    every = every[np.isfinite(every)]
    for (name, one), colour in zip(values.items(), _CLASSES, strict=False):
        axes.plot(range(1, len(one) + 1), one, label=name, color=colour, lw=1.6, marker="o", ms=2.5)
    if len(every) and every.min() > 0 and every.max() > 30 * every.min():
        axes.set_yscale("log")
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xlabel(horizontal)
    axes.set_ylabel(vertical)
    axes.legend(frameon=False, fontsize=8)
    save(figure, path)


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
        called = "noise" if name < 1 else f"class {name}"
        traces.append(
            graph_objects.Scatter3d(
                x=xyz[mine, 0],
                y=xyz[mine, 1],
                z=xyz[mine, 2],
                mode="markers",
                name=f"{called} ({len(mine)})",
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
