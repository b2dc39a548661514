"""Whether particles are brighter or darker than the background, told by the images themselves.

Protein is positive where the transfer function is: the sum of images, each times its CTF, has the particle bright in
the middle if images are white, dark if they are dark. It is taken at low resolution from up to 2,000 images over the
whole set, without poses and, where there are any, as a first map. Both have to say the same.
"""

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.data import ImageSet, ImageSubset, Poses
from cryo_core.fourier.resample import crop_images
from cryo_core.fourier.transforms import image_to_spectrum, spectrum_to_image
from cryo_core.imaging.forward import centre_spectra
from cryo_core.imaging.prepare import PreparedStack
from cryo_core.optics.ctf import ctf
from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct

LOOKED_AT = 2000
"""Most images that are looked at, evenly over the set."""

FINEST_ANGSTROM = 20.0
"""What is finer is not looked at."""

LEAST_MARGIN = 5.0
"""Standard errors by which the middle has to differ from the outside: below, a person is asked."""

LEAST_MAP_MARGIN = 10.0
"""The same of a map, in deviations of its outside."""

_LEAST_BOX, _BATCH, _FLOOR = 16, 250, 0.05
_RADII = (0.12, 0.18, 0.24, 0.3, 0.36)
_OUTSIDE = 0.42


@dataclass(frozen=True)
class ContrastFound:
    """The contrast that images show, and by how much.

    `margin` is the difference between the particle's place and what lies outside, in standard errors over the images,
    in the mean image, signed: positive is white. `as_map` is the same of a first map, where there are poses (else
    None), in deviations of the map's outside.
    """

    margin: float
    as_map: float | None
    images: int

    @property
    def contrast(self) -> Literal["white", "dark"]:
        """What the images show, however weakly."""
        return "white" if self.margin > 0 else "dark"

    @property
    def decided(self) -> bool:
        """Whether the mean image says it clearly; with a map: both say the same, one of them clearly."""
        if self.as_map is None:
            return abs(self.margin) >= LEAST_MARGIN
        clear = abs(self.margin) >= LEAST_MARGIN or abs(self.as_map) >= LEAST_MAP_MARGIN
        return clear and self.as_map * self.margin > 0

    def words(self) -> str:
        """What was found, in words."""
        also = "" if self.as_map is None else f", a first map by {abs(self.as_map):.1f} deviations"
        unlike = self.as_map is not None and self.as_map * self.margin <= 0
        return (
            f"the mean of {self.images} images says {self.contrast} by {abs(self.margin):.1f} standard errors"
            f"{also}{' the other' if unlike else ''}"
        )


def contrast_of(images: ImageSet) -> ContrastFound:
    """The contrast of images that are read as they are stored, not yet made white.

    Parameters
    ----------
    images
        n images, with the optics of each; poses are used where they are finite.
    """
    rows = np.unique(np.linspace(0, len(images) - 1, min(len(images), LOOKED_AT)).round().astype(np.int64))
    box = _box(images)
    posed = bool(torch.isfinite(images.poses.shift_angstrom).all())
    parts = [rows[i : i + _BATCH] for i in range(0, len(rows), _BATCH)]
    pixel = images.pixel_angstrom * images.box / box
    optics = images.optics.to("cpu")
    power = torch.stack(
        [ctf(optics.take(torch.from_numpy(part)), box, pixel).square().sum(0) for part in parts]
    )
    weight = power.sum(0) / len(rows)
    weight = (1 / (weight + _FLOOR * weight.max())).float()
    differences = torch.cat([_differences(images, part, weight, posed) for part in parts])
    errors = differences.std(0) / math.sqrt(len(rows))
    each = differences.mean(0) / errors.clamp_min(1e-30)
    margin = float(each[each.abs().argmax()])
    as_map = None
    if bool(torch.isfinite(images.poses.rotation).all()) and posed:
        as_map = _of_map(images, rows, box, _RADII[int(each.abs().argmax())])
    return ContrastFound(margin, as_map, len(rows))


def _box(images: ImageSet) -> int:
    """Even edge that images are cropped to, so that their Nyquist frequency is near the finest that is looked at."""
    wanted = 2 * math.ceil(images.box * images.pixel_angstrom / FINEST_ANGSTROM)
    return min(images.box - images.box % 2, max(_LEAST_BOX, wanted))


def _differences(
    images: ImageSet, rows: Int[np.ndarray, " m"], weight: Float[Tensor, "y xh"], posed: bool
) -> Float[Tensor, "m r"]:
    """Each image's mean inside each radius less that outside, on its own scale of noise.

    Each image is multiplied by its CTF and by `weight`, the inverse of the mean CTF²: so the mean of all is the mean
    projection, whose rings are gone.
    """
    index, box = torch.from_numpy(rows), weight.shape[0]
    pixel = images.pixel_angstrom * images.box / box
    spectra = image_to_spectrum(crop_images(images.images.read(rows).cpu().float(), box))
    if posed:
        poses = images.poses.take(index)
        spectra = centre_spectra(spectra, Poses(poses.rotation, poses.shift_angstrom.float()), pixel)
    transfer = ctf(images.optics.take(index).to("cpu"), box, pixel).float()
    seen = spectrum_to_image(spectra * transfer * weight, box)
    radius = _radius(box)
    outside = seen[:, radius > _OUTSIDE]
    inside = torch.stack([seen[:, radius < edge].mean(1) for edge in _RADII], 1)
    return (inside - outside.mean(1, keepdim=True)) / outside.std(1, keepdim=True).clamp_min(1e-30)


def _radius(box: int) -> Float[Tensor, "y x"]:
    """Distance of each pixel from the centre, as a share of the box."""
    axis = (torch.arange(box) - box // 2) / box
    return (axis[:, None] ** 2 + axis[None, :] ** 2).sqrt()


def _of_map(images: ImageSet, rows: Int[np.ndarray, " m"], box: int, edge: float) -> float:
    """The mean of a first map within a radius less that outside, in deviations outside."""
    index = torch.from_numpy(rows)
    halves = np.arange(len(rows)) % 2 + 1
    small = PreparedStack(ImageSubset(images.images, rows), box, 2 * _OUTSIDE)
    poses, optics = images.poses.take(index), images.optics.take(index)
    map_ = reconstruct(ImageSet(small, poses, optics, halves), ReconstructionSettings()).full.density
    axis = (torch.arange(map_.shape[0]) - map_.shape[0] // 2) / map_.shape[0]
    radius = (axis[:, None, None] ** 2 + axis[None, :, None] ** 2 + axis[None, None, :] ** 2).sqrt()
    outside = map_[(radius > _OUTSIDE) & (radius < 0.5)]
    return float((map_[radius < edge].mean() - outside.mean()) / outside.std().clamp_min(1e-30))
