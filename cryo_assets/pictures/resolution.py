"""Pictures of local resolution, and the ChimeraX script that colours a map's surface by it."""

from pathlib import Path

import numpy as np
import torch
from matplotlib.cm import ScalarMappable
from matplotlib.colors import Colormap, LinearSegmentedColormap, Normalize

from cryo_assets.pictures.draw import grey, new_figure, save, scale_bar
from cryo_core.data import Volume

COLOURS = ("#2166ac", "#67a9cf", "#d9d9d9", "#ef8a62", "#b2182b")
"""Colours of local resolution: from the finest to the coarsest."""


def _palette() -> Colormap:
    return LinearSegmentedColormap.from_list("resolution", COLOURS)


def span(resolution: Volume, mask: torch.Tensor) -> tuple[float, float]:
    """The range of colours in Å: the 2nd and 98th percentile inside the mask, half an Å apart at least."""
    inside = resolution.density[mask].cpu().numpy()
    if not len(inside):
        return 0.0, 1.0
    low, high = (float(v) for v in np.percentile(inside, (2, 98)))
    return low, max(high, low + 0.5)


def resolution_slices(
    volume: Volume, resolution: Volume, mask: torch.Tensor, path: Path, label: str = "local resolution (Å)"
) -> None:
    """Draw the map's slices through the molecule's middle, and over them the resolution inside the mask in colour."""
    density, angstrom = volume.density.cpu().numpy(), resolution.density.cpu().numpy()
    inside = mask.cpu().numpy()
    low, high = span(resolution, mask)
    place = np.argwhere(inside)
    middle = np.round(place.mean(0)).astype(int) if len(place) else np.array(density.shape) // 2
    figure = new_figure(7.8, 5.2)
    axes = figure.subplots(2, 3)
    for column, name in enumerate("zyx"):
        cut = [np.take(values, middle[column], axis=column) for values in (density, angstrom, inside)]
        grey(axes[0, column], cut[0], volume.voxel_angstrom)
        axes[1, column].imshow(
            _tinted(cut[0], cut[1], cut[2], (low, high)), origin="lower", interpolation="nearest"
        )
        axes[1, column].set_axis_off()
        scale_bar(axes[1, column], cut[0].shape[1], volume.voxel_angstrom)
        axes[0, column].set_title(f"slice along {name}", fontsize=9)
    figure.colorbar(ScalarMappable(Normalize(low, high), _palette()), ax=axes, label=label, shrink=0.7)
    save(figure, path)


def _tinted(
    density: np.ndarray, angstrom: np.ndarray, inside: np.ndarray, span_angstrom: tuple[float, float]
) -> np.ndarray:
    """A slice as (y x rgb): as bright as its density, and inside the mask in the colour of its resolution."""
    low, high = np.percentile(density, (50, 99.5))
    bright = np.clip((density - low) / max(high - low, 1e-12), 0, 1)[..., None]
    colour = _palette()(Normalize(*span_angstrom)(angstrom))[..., :3]
    return np.where(inside[..., None], (0.25 + 0.75 * bright) * colour, 0.5 * bright)


_MARKED = {5: "5%", 50: "median", 95: "95%"}
"""Percentiles that a histogram marks."""


def resolution_histogram(resolution: Volume, mask: torch.Tensor, path: Path) -> None:
    """Draw how many voxels of the mask have which resolution, with the median and the 5th and 95th percentile."""
    inside = resolution.density[mask].cpu().numpy()
    figure = new_figure(6.4, 2.8)
    axes = figure.subplots()
    if len(inside):
        low, high = float(inside.min()), float(np.percentile(inside, 99.5)) + 0.1
        axes.hist(inside, bins=60, range=(low, high), color="#2a6f97")
        room = 0.1 * (high - low)
        axes.set_xlim(low - 2 * room, high + room)
        top = 1.15 * axes.get_ylim()[1]
        axes.set_ylim(0, top)
        marks: dict[str, list[str]] = {}
        places = {name: float(np.percentile(inside, share)) for share, name in _MARKED.items()}
        for name, value in places.items():
            marks.setdefault(f"{value:.1f} Å", []).append(name)
        for words, named in marks.items():
            value, side = places[named[-1]], "right" if named == ["5%"] else "left"
            axes.axvline(value, color="0.2", lw=1, ls="-" if "median" in named else ":")
            axes.text(value, top, f" {', '.join(named)}: {words} ", fontsize=8, ha=side, va="top")
    axes.set_xlabel("local resolution (Å)")
    axes.set_ylabel("voxels")
    save(figure, path)


def predicted_against_measured(
    predicted: Volume, measured: Volume, mask: torch.Tensor, path: Path, most: int = 4000
) -> None:
    """Draw one dot a voxel (of an even choice): what was predicted over what half maps say."""
    x, y = measured.density[mask].cpu().numpy(), predicted.density[mask].cpu().numpy()
    step = max(1, len(x) // most)
    x, y = x[::step], y[::step]
    figure = new_figure(4.6, 4.4)
    axes = figure.subplots()
    axes.plot(x, y, ".", ms=2, alpha=0.4, color="#2a6f97")
    if len(x):
        low, high = float(min(x.min(), y.min())), float(np.percentile(np.concatenate([x, y]), 99.5))
        axes.plot([low, high], [low, high], color="0.4", lw=0.8)
        axes.set_xlim(low - 0.2, high + 0.2)
        axes.set_ylim(low - 0.2, high + 0.2)
    axes.set_xlabel("measured, from half maps (Å)")
    axes.set_ylabel("predicted, from the map (Å)")
    save(figure, path)


def contour(volume: Volume, mask: torch.Tensor) -> float:
    """A contour level: the one that divides the mask's voxels best into molecule and solvent (Otsu 1979).

    Masks are wider than molecules, by how much is not known: a level that fills a share of the mask shows noise. Where
    there is noise outside the mask, the level is at least four of its standard deviations above it.
    """
    density, inside = volume.density.detach().cpu().double().numpy(), mask.cpu().numpy()
    values = density[inside]
    if not len(values) or values.min() == values.max():
        return float(density.mean())
    counts, edges = np.histogram(values, 256)
    centres = (edges[1:] + edges[:-1]) / 2
    below, weight = np.cumsum(counts), np.cumsum(counts * centres)
    apart = (weight[-1] * below / below[-1] - weight) ** 2 / np.maximum(below * (below[-1] - below), 1)
    level = float(centres[int(np.argmax(apart))])
    solvent = density[~inside & (density != 0)]
    noise = float(solvent.mean() + 4 * solvent.std()) if len(solvent) else level
    return min(max(level, noise), float(np.quantile(values, 0.995)))
