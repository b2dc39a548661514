"""Pictures for people: PNG files of at most 150 kB, drawn with matplotlib on arrays.

Each function writes one file and gives nothing back. Greys are scaled to the 0.5th and 99.5th
percentile, images are shown with y upwards as ChimeraX does, and every map carries a scale bar.
"""

from collections.abc import Mapping, Sequence
from itertools import cycle
from pathlib import Path

import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke
from scipy.ndimage import gaussian_filter

from cryo_core.data import Volume

LARGEST_BYTES = 150_000
"""Every picture is stored for ever in Dagster's event log: keep it small."""

_SMOOTHED_ANGSTROM = 20.0
"""Full width at half maximum of what images are smoothed with to be looked at."""

COLOURS = ("#2a6f97", "#d1495b", "#6a994e", "#8d6a9f", "#edae49")


def new_figure(width: float, height: float) -> Figure:
    """Begin a figure of so many inches, drawn without a display."""
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def save(figure: Figure, path: Path) -> None:
    """Write a figure as PNG, coarser if it would be larger than 150 kB."""
    for dots_per_inch in (110, 90, 72, 56, 40):
        figure.savefig(path, dpi=dots_per_inch, facecolor="white")
        if path.stat().st_size <= LARGEST_BYTES:
            return


def grey(axes: Axes, image: np.ndarray, pixel_angstrom: float | None = None) -> None:
    """Show an image in grey, its scale bar where the pixel's size is given."""
    low, high = np.percentile(image, (0.5, 99.5))
    axes.imshow(
        image, cmap="gray", vmin=low, vmax=max(high, low + 1e-12), origin="lower", interpolation="nearest"
    )
    axes.set_axis_off()
    if pixel_angstrom:
        scale_bar(axes, image.shape[1], pixel_angstrom)


def scale_bar(axes: Axes, width: int, pixel_angstrom: float) -> None:
    """Draw a scale bar of a round length, about a quarter of the image's `width` in pixels."""
    wanted = width * pixel_angstrom / 4
    length = max((v for v in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if v <= wanted), default=1)
    x, y = 0.05 * width, 0.05 * width
    dark = [withStroke(linewidth=5, foreground="black")]
    bar = [x, x + length / pixel_angstrom]
    axes.plot(bar, [y, y], color="white", lw=3, solid_capstyle="butt", path_effects=dark)
    dark = [withStroke(linewidth=2, foreground="black")]
    axes.text(x, y + 0.03 * width, f"{length} Å", color="white", fontsize=8, va="bottom", path_effects=dark)


def volume_views(volume: Volume, path: Path) -> None:
    """Draw the central slices and the projections along z, y and x."""
    density = volume.density.detach().cpu().numpy()
    figure = new_figure(7.5, 5.2)
    axes = figure.subplots(2, 3)
    for column, (axis, name) in enumerate(zip((0, 1, 2), "zyx", strict=True)):
        middle = np.take(density, density.shape[axis] // 2, axis=axis)
        for row, (image, what) in enumerate(((middle, "slice"), (density.sum(axis), "projection"))):
            grey(axes[row, column], image, volume.voxel_angstrom)
            axes[row, column].set_title(f"{what} along {name}", fontsize=9)
    save(figure, path)


def montage(
    images: torch.Tensor,
    pixel_angstrom: float,
    path: Path,
    columns: int = 6,
    titles: Sequence[str] = (),
) -> None:
    """Draw images (n y x) in rows, each smoothed so that its particle shows, with a title if it has one."""
    columns = min(columns, len(images))
    rows = -(-len(images) // columns)
    figure = new_figure(max(1.35 * columns, 2.7), (1.55 if titles else 1.35) * rows + 0.2)
    axes = np.atleast_2d(figure.subplots(rows, columns, squeeze=False))
    for place in axes.flat:
        place.set_axis_off()
    for place, image in zip(axes.flat, images.cpu().numpy(), strict=False):
        smooth = gaussian_filter(image, _SMOOTHED_ANGSTROM / pixel_angstrom / 2.355)
        grey(place, smooth, pixel_angstrom if place is axes.flat[0] else None)
    for place, title in zip(axes.flat, titles, strict=False):
        place.set_title(title, fontsize=6)
    figure.suptitle(f"smoothed to {_SMOOTHED_ANGSTROM:g} Å", fontsize=7, color="0.4")
    save(figure, path)


def remarked(axes: Axes, remark: str) -> None:
    """Write over a plot what has to be known of the halves that it is of."""
    axes.set_title(remark, fontsize=8, color="#b2182b")


def fsc_curves(
    frequency_per_angstrom: Sequence[float],
    curves: Mapping[str, Sequence[float]],
    path: Path,
    marks: Mapping[str, float] | None = None,
    remark: str = "",
) -> None:
    """Draw FSC curves over 1/Å with the thresholds 0.5 and 0.143.

    `marks` are resolutions in Å to point at; `remark` is what has to be known of the halves.
    """
    figure = new_figure(6.4, 4.0)
    axes = figure.subplots()
    styles = zip(cycle(COLOURS), cycle(("-", "-", "-", "--")), strict=True)  # twenty that differ
    for (name, values), (colour, dash) in zip(curves.items(), styles, strict=False):
        axes.plot(frequency_per_angstrom, values, label=name, color=colour, lw=1.8, ls=dash)
    highest = float(max(frequency_per_angstrom))
    for threshold in (0.5, 0.143):
        axes.axhline(threshold, color="0.6", lw=0.8, ls="--")
        axes.text(0.005 * highest, threshold + 0.01, f"{threshold}", color="0.4", fontsize=8)
    for name, resolution in (marks or {}).items():
        axes.axvline(1 / resolution, color="0.3", lw=0.8, ls=":")
        end = ", the end of the curve" if 1 / resolution > 0.999 * highest else ""
        axes.text(1 / resolution, 1.03, f"{name} {resolution:.2f} Å{end} ", fontsize=8, ha="right")
    resolution_ticks(axes, highest)
    axes.set_ylim(min(-0.1, min(min(v) for v in curves.values())), 1.1)
    axes.set_ylabel("Fourier shell correlation")
    remarked(axes, remark)
    figure.legend(frameon=False, fontsize=8, loc="outside upper center", ncols=4)
    save(figure, path)


_ROUND_ANGSTROM = tuple(
    map(float, "100 50 30 20 15 12 10 9 8 7 6 5 4.5 4 3.5 3 2.7 2.5 2.2 2 1.8 1.6 1.4 1.2".split())
)


def resolution_ticks(axes: Axes, highest: float) -> None:
    """Mark resolutions along the horizontal axis, from no frequency on."""
    axes.set_xlim(0, highest)
    places = round_resolutions(0.0, highest)
    axes.set_xticks([0.0, *places], ["∞", *places.values()])
    axes.set_xlabel("resolution (Å)")


def round_resolutions(low: float, high: float) -> dict[float, str]:
    """Resolutions that are round numbers between two frequencies (1/Å), far enough apart to be read; Å by place."""
    places: dict[float, str] = {}
    last = low
    for angstrom in _ROUND_ANGSTROM:
        if last + (high - low) / 12 <= 1 / angstrom <= high:
            last = 1 / angstrom
            places[last] = f"{angstrom:g}"
    return places


def orientation_map(counts: np.ndarray, path: Path) -> None:
    """Draw a heat map of viewing directions: equal-area bins of elevation (rows) and azimuth (columns)."""
    figure = new_figure(6.4, 3.4)
    axes = figure.subplots()
    picture = axes.imshow(counts, origin="lower", aspect="auto", cmap="viridis", extent=(-180, 180, -1, 1))
    axes.set_xticks(range(-180, 181, 60))
    axes.set_yticks([-1, -0.5, 0, 0.5, 1], ["180°", "120°", "90°", "60°", "0°"])
    axes.set_xlabel("rot (degrees)")
    axes.set_ylabel("tilt (equal areas)")
    figure.colorbar(picture, label="particles")
    save(figure, path)


def radial_profiles(frequency_per_angstrom: np.ndarray, amplitude: np.ndarray, path: Path) -> None:
    """Draw ln amplitude over 1/Å²: the median of local profiles (m, s) and the range of most of them."""
    logs = np.log(np.maximum(amplitude, np.finfo(np.float32).tiny))
    figure = new_figure(6.4, 3.8)
    axes = figure.subplots()
    squared = frequency_per_angstrom**2
    for low, high, shade in ((5, 95, 0.18), (25, 75, 0.35)):
        bottom, top = np.percentile(logs, (low, high), axis=0)
        axes.fill_between(squared, bottom, top, color=COLOURS[0], alpha=shade, lw=0, label=f"{low}–{high}%")
    axes.plot(squared, np.median(logs, axis=0), color=COLOURS[0], lw=2, label="median")
    axes.set_xlabel("1 / d² (Å⁻²)")
    axes.set_ylabel("ln amplitude")
    axes.legend(frameon=False, fontsize=8)
    save(figure, path)


def histogram(values: np.ndarray, label: str, path: Path) -> None:
    """Draw a histogram of one quantity."""
    figure = new_figure(6.4, 2.8)
    axes = figure.subplots()
    axes.hist(values, bins=max(10, min(60, round(2 * len(values) ** (1 / 3)))), color=COLOURS[0])
    axes.set_xlabel(label)
    axes.set_ylabel("particles")
    save(figure, path)
