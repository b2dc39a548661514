"""A movie of slices through maps that follow each other, and images beside what a network makes of them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from cryo_assets.pictures.draw import LARGEST_BYTES, montage
from cryo_core.data import Volume

_EDGE = 128
_MILLISECONDS = 120


def movie(volumes: Sequence[Volume], path: Path) -> None:
    """Write the central slices along z, y and x side by side as an animated GIF, there and back, at most 150 kB."""
    slices = [_slices(volume) for volume in volumes]
    low, high = np.percentile(np.stack(slices), (0.5, 99.8))
    grey = [np.clip((s - low) / max(high - low, 1e-12) * 255, 0, 255).astype(np.uint8) for s in slices]
    for edge in (_EDGE, 96, 64, 48):
        frames = [Image.fromarray(g).resize((3 * edge, edge), Image.Resampling.BICUBIC) for g in grey]
        frames += frames[-2:0:-1]
        frames[0].save(path, save_all=True, append_images=frames[1:], duration=_MILLISECONDS, loop=0)
        if path.stat().st_size <= LARGEST_BYTES:
            return


def beside(images: torch.Tensor, made: torch.Tensor, pixel_angstrom: float, path: Path) -> None:
    """Draw images (n y x) in a row, and what was made of each under it."""
    montage(torch.cat([images, made]), pixel_angstrom, path, columns=len(images))


def _slices(volume: Volume) -> np.ndarray:
    """The three central slices in a row, y (or z) upwards."""
    density = volume.density.detach().cpu().numpy()
    middle = [np.take(density, density.shape[axis] // 2, axis=axis)[::-1] for axis in range(3)]
    edge = max(max(m.shape) for m in middle)
    return np.concatenate(
        [np.pad(m, ((0, edge - m.shape[0]), (0, edge - m.shape[1]))) for m in middle], axis=1
    )
