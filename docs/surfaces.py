"""Draw surfaces of maps side by side, lit from the upper left, with nothing but numpy, scipy and matplotlib.

    python docs/surfaces.py OUT.png --panel "before=map.mrc" --panel "after=sharpened.mrc,colour=resolution.mrc"

The surface encloses the same volume in every panel (`--fraction` of the first map's box, or `--level` of each map).
"""

import argparse
from pathlib import Path

import matplotlib
import numpy as np
from PIL import Image
from scipy import ndimage

from cryo_core.formats.mrc import read_volume

matplotlib.use("Agg")
from matplotlib import colormaps  # noqa: E402
from matplotlib import pyplot as plt  # noqa: E402

PALETTE = ("#d9a441", "#5b8ff0", "#c8553d", "#4caf7d", "#9b6fd0")


def turned(density: np.ndarray, degrees: tuple[float, float], size: int) -> np.ndarray:
    """A map turned about y, then about x, on a cube of `size` voxels that its box fills."""
    a, b = np.radians(degrees)
    about_y = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
    about_x = np.array([[np.cos(b), -np.sin(b), 0], [np.sin(b), np.cos(b), 0], [0, 0, 1]])
    matrix = about_y @ about_x * (max(density.shape) / size)
    centre = (np.array(density.shape) - 1) / 2
    offset = centre - matrix @ np.full(3, (size - 1) / 2)
    return ndimage.affine_transform(density, matrix, offset, (size,) * 3, order=1, prefilter=False)


def surface(density: np.ndarray, level: float) -> tuple[np.ndarray, np.ndarray]:
    """Depth (voxels along z, NaN beside the surface) of the first crossing of `level`, and the light on it."""
    inside = density >= level
    hit = inside.any(0)
    first = np.maximum(inside.argmax(0), 1)
    rows, columns = np.indices(hit.shape)
    before, after = density[first - 1, rows, columns], density[first, rows, columns]
    depth = first - 1 + np.clip((level - before) / np.maximum(after - before, 1e-9), 0, 1)
    smooth = ndimage.gaussian_filter(density, 1.2)
    normal = np.stack([-g[first, rows, columns] for g in np.gradient(smooth)])
    normal /= np.linalg.norm(normal, axis=0) + 1e-9
    light = np.array([-0.75, -0.45, -0.48])  # z (towards the eye), y, x
    light /= np.linalg.norm(light)
    diffuse = np.clip(np.tensordot(light, normal, 1), 0, 1)
    half = light + np.array([-1.0, 0, 0])
    half /= np.linalg.norm(half)
    gleam = np.clip(np.tensordot(half, normal, 1), 0, 1) ** 28
    behind = np.where(hit, depth, density.shape[0])
    hollow = np.clip(
        (behind - ndimage.gaussian_filter(behind, 7)) / 26, 0, 1
    )  # places that others overshadow
    shade = (0.30 + 0.78 * diffuse) * (1 - 0.55 * hollow)
    return np.where(hit, depth, np.nan), np.where(hit, shade, np.nan) + 1j * np.where(hit, gleam, 0)


def painted(light: np.ndarray, colour: np.ndarray, depth: np.ndarray) -> np.ndarray:
    """An RGBA picture of a lit surface; what is farther is paler."""
    shade, gleam = np.nan_to_num(light.real), light.imag
    near, far = np.nanmin(depth), np.nanmax(depth)
    fog = 0.28 * np.nan_to_num((depth - near) / max(far - near, 1e-9))[..., None]
    rgb = np.clip(colour * shade[..., None] + 0.28 * gleam[..., None], 0, 1)
    rgb = rgb * (1 - fog) + fog
    return np.dstack([rgb, (~np.isnan(depth)).astype(float)])


def level_of(density: np.ndarray, voxels: float) -> float:
    """The level that encloses so many voxels."""
    return float(np.sort(density, axis=None)[-max(int(voxels), 1)])


def main() -> None:
    """Draw the panels."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--panel", action="append", required=True, help="title=MAP[,colour=MAP of values]")
    parser.add_argument(
        "--fraction", type=float, default=0.04, help="share of the box that the surface encloses"
    )
    parser.add_argument(
        "--turn", default="20,15", help="degrees about the upright axis, then about the level one"
    )
    parser.add_argument("--size", type=int, default=420)
    parser.add_argument("--range", default="", help="colours' range, Å: 3,6")
    parser.add_argument("--colours", default=",".join(PALETTE), help="of the panels, in turn")
    parser.add_argument("--columns", type=int, default=0)
    arguments = parser.parse_args()
    degrees = tuple(float(v) for v in arguments.turn.split(","))
    colours = arguments.colours.split(",")
    columns = arguments.columns or len(arguments.panel)
    rows = -(-len(arguments.panel) // columns)
    pictures: list[tuple[str, np.ndarray]] = []
    for number, panel in enumerate(arguments.panel):
        title, _, files = panel.partition("=")
        path, _, values = files.partition(",colour=")
        density = read_volume(Path(path)).density.numpy().astype(np.float32)
        level = level_of(density, arguments.fraction * density.size)
        edge = max(density.shape)
        pad = [((edge - n) // 2, edge - n - (edge - n) // 2) for n in density.shape]
        density = ndimage.spline_filter(np.pad(density, pad), order=3).astype(np.float32)
        density = ndimage.zoom(density, 2, order=3, prefilter=False)
        whole = turned(density, degrees, arguments.size)
        depth, light = surface(whole, level)
        if values:
            shown = tuple(float(v) for v in arguments.range.split(","))
            field = np.pad(read_volume(Path(values)).density.numpy(), pad, mode="edge")
            field = turned(ndimage.zoom(field, 2, order=1), degrees, arguments.size)
            at = np.nan_to_num(depth).astype(int)
            value = np.take_along_axis(field, at[None], 0)[0]
            colour = colormaps["turbo_r"](
                0.08 + 0.84 * np.clip((value - shown[0]) / (shown[1] - shown[0]), 0, 1)
            )[..., :3]
        else:
            plain = colours[number % len(colours)]
            colour = np.broadcast_to(np.array(matplotlib.colors.to_rgb(plain)), (*depth.shape, 3))
        pictures.append((title, painted(light, colour, depth)))
    seen = np.any([picture[..., 3] > 0 for _, picture in pictures], axis=0)
    y, x = (np.flatnonzero(seen.any(axis)) for axis in (1, 0))
    top, bottom, left, right = y[0] - 4, y[-1] + 5, x[0] - 4, x[-1] + 5
    shape = (9.6 / columns) * (bottom - top) / (right - left) + 0.3
    figure, axes = plt.subplots(rows, columns, figsize=(9.6, shape * rows), dpi=130, squeeze=False)
    for axis, (title, picture) in zip(axes.ravel(), pictures, strict=False):
        axis.imshow(picture[max(top, 0) : bottom, max(left, 0) : right], interpolation="bilinear")
        axis.set_title(title, fontsize=10)
    for axis in axes.ravel():
        axis.axis("off")
    figure.subplots_adjust(0.005, 0.005, 0.995, 1 - 0.28 / (shape * rows), 0.02, 0.12)
    figure.savefig(arguments.out)
    Image.open(arguments.out).convert("RGB").quantize(128).save(arguments.out, optimize=True)


if __name__ == "__main__":
    main()
