"""The types in which data travel between the rooms: frozen, with their units.

`Volume` is a map, `Atoms` a model that a map can be computed from, `Poses` and `Optics` the pose and the optics
of each image, `Particles` a whole table of images, and `ImageStack` anything that their pixels can be read
from.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from enum import IntEnum
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar, runtime_checkable

import numpy as np
import pandas as pd
import torch
from jaxtyping import Bool, Float, Int, Shaped
from torch import Tensor

from cryo_core.errors import SettingsError, ShapeError

Contrast = Literal["white", "dark"]
"""Whether the protein is brighter or darker than its surroundings in the images, as they lie in their stacks."""

Progress = Callable[[int, int], None]
"""Called with (done, total) as a long computation goes on."""


def silent(done: int, total: int) -> None:
    """Report no progress."""


@dataclass(frozen=True)
class Volume:
    """A map in real space.

    `density` is indexed z, y, x, with the centre of rotation at index N // 2 of each axis;
    `voxel_angstrom` is the edge of its cubic voxels; `origin_angstrom` is where the centre of
    voxel [0, 0, 0] lies, in the order x, y, z.
    """

    density: Float[Tensor, "z y x"]
    voxel_angstrom: float
    origin_angstrom: tuple[float, float, float] = (0.0, 0.0, 0.0)

    def with_density(self, density: Float[Tensor, "z y x"]) -> "Volume":
        """The same grid with other values; ShapeError if the shape differs."""
        if density.shape != self.density.shape:
            raise ShapeError(f"density {tuple(density.shape)} on a grid of {tuple(self.density.shape)}")
        return replace(self, density=density)

    def to(self, device: torch.device | str) -> "Volume":
        """The same map on a device."""
        return replace(self, density=self.density.to(device))

    def require_same_grid(self, other: "Volume", names: tuple[Path, Path] | None = None) -> None:
        """Raise ShapeError unless `other` has the same shape, voxel size and origin (to 1% of a voxel).

        `names` are the files of the two, for the message.
        """
        of = f"{names[0]} and {names[1]}: " if names else ""
        if self.density.shape != other.density.shape:
            shapes = f"{tuple(self.density.shape)} and {tuple(other.density.shape)}"
            raise ShapeError(f"{of}maps of {shapes} voxels")
        if abs(self.voxel_angstrom - other.voxel_angstrom) > 1e-3 * self.voxel_angstrom:
            raise ShapeError(f"{of}voxels of {self.voxel_angstrom:.4f} and {other.voxel_angstrom:.4f} Å")
        apart = max(abs(a - b) for a, b in zip(self.origin_angstrom, other.origin_angstrom, strict=True))
        if apart > 0.01 * self.voxel_angstrom:
            raise ShapeError(f"{of}origins {apart:.3f} Å apart")


def mean_map(half1: Volume, half2: Volume) -> Volume:
    """Mean of two half maps, on the grid of the first."""
    return half1.with_density((half1.density + half2.density) / 2)


@dataclass(frozen=True)
class Atoms:
    """An atomic model (or a phantom made of point scatterers).

    Each atom scatters as a sum of `g` Gaussians, f(s) = Σ amplitude · exp(−width · s² / 4) with s in
    1/Å (s = 1/d), times exp(−b_factor · s² / 4) and the occupancy. Positions are x, y, z in Å.
    """

    position_angstrom: Float[Tensor, "n 3"]
    amplitude: Float[Tensor, "n g"]
    width_angstrom2: Float[Tensor, "n g"]
    b_factor_angstrom2: Float[Tensor, " n"]
    occupancy: Float[Tensor, " n"]
    chain: Shaped[np.ndarray, " n"]
    residue_number: Int[np.ndarray, " n"]
    atom_name: Shaped[np.ndarray, " n"]

    def __len__(self) -> int:
        """Number of atoms."""
        return len(self.position_angstrom)

    def to(self, device: torch.device | str) -> "Atoms":
        """The same atoms, their tensors on a device."""
        columns: dict[str, Any] = {}
        for f in fields(self):
            value = getattr(self, f.name)
            columns[f.name] = value.to(device) if isinstance(value, Tensor) else value
        return Atoms(**columns)

    def select(self, keep: Shaped[np.ndarray, " n"]) -> "Atoms":
        """The atoms where the boolean `keep` is true."""
        index = torch.from_numpy(np.flatnonzero(keep)).to(self.position_angstrom.device)
        rows: dict[str, Any] = {}
        for f in fields(self):
            value = getattr(self, f.name)
            rows[f.name] = value[index] if isinstance(value, Tensor) else value[keep]
        return Atoms(**rows)


_Rows = TypeVar("_Rows", bound="_PerParticle")


class _PerParticle:
    """Rows of tensors, one row a particle."""

    def __len__(self) -> int:
        return len(getattr(self, fields(self)[0].name))  # type: ignore[arg-type]

    def take(self: _Rows, index: Int[Tensor, " m"] | slice) -> _Rows:
        """The rows of `index`."""
        return type(self)(**{f.name: getattr(self, f.name)[index] for f in fields(self)})  # type: ignore[arg-type]

    def to(self: _Rows, device: torch.device | str, dtype: torch.dtype = torch.float32) -> _Rows:
        """The rows on a device, floating tensors in `dtype`."""
        moved = {}
        for f in fields(self):  # type: ignore[arg-type]
            value = getattr(self, f.name)
            moved[f.name] = value.to(device, dtype) if value.is_floating_point() else value.to(device)
        return type(self)(**moved)


@dataclass(frozen=True)
class Poses(_PerParticle):
    """The rotation and shift of each image.

    `rotation` is RELION's matrix A(rot, tilt, psi): the image's slice lies in the volume at
    `(x, y, 0) · A`. `shift_angstrom` (x, y) has the sign of rlnOriginX/YAngst: the image moved by
    +shift has its particle at the centre.
    """

    rotation: Float[Tensor, "n 3 3"]
    shift_angstrom: Float[Tensor, "n 2"]


class Applied(IntEnum):
    """What was done to the spectrum of an image by its transfer function before it was stored."""

    NOTHING = 0
    SIGN = 1
    """Its phases were flipped."""
    WHOLE = 2
    """It was multiplied by the whole of it: premultiplied."""


_OF_THE_LENS = ("beam_tilt_mrad", "odd_zernike", "even_zernike", "magnification")


@dataclass(frozen=True)
class Optics(_PerParticle):
    """The parameters of each image's contrast transfer function, and its pixel size.

    Defocus is positive when underfocused; `defocus_angle_degrees` turns from x towards y and points
    along `defocus_u`; `b_factor_angstrom2` is the file's, `damping_angstrom2` its size; `group` numbers the optics
    groups from 1, as the data set's file does. `scale` multiplies the transfer function (rlnCtfScalefactor: the
    cosine of the tilt in images of tilt series); left out, it is 1 for all.

    What an image has besides its transfer function stands in RELION's numbers, in columns that are empty where no image
    has it: `applied` is what was done to its spectrum by the transfer function (`Applied`), `beam_tilt_mrad` (x, y) and
    `odd_zernike` turn its phases, `even_zernike` adds to the phase γ, and `magnification` (M00, M01, M10, M11) says
    that the image has at k what a microscope without distortion has at M k. `optics.corrected` takes all but
    `even_zernike` off images as they are read.
    """

    pixel_angstrom: Float[Tensor, " n"]
    voltage_kilovolt: Float[Tensor, " n"]
    spherical_aberration_mm: Float[Tensor, " n"]
    amplitude_contrast: Float[Tensor, " n"]
    defocus_u_angstrom: Float[Tensor, " n"]
    defocus_v_angstrom: Float[Tensor, " n"]
    defocus_angle_degrees: Float[Tensor, " n"]
    phase_shift_degrees: Float[Tensor, " n"]
    b_factor_angstrom2: Float[Tensor, " n"]
    group: Int[Tensor, " n"]
    scale: Float[Tensor, " s"] = field(default_factory=lambda: torch.zeros(0))
    applied: Int[Tensor, " a"] = field(default_factory=lambda: torch.zeros(0, dtype=torch.int8))
    beam_tilt_mrad: Float[Tensor, "t two"] = field(default_factory=lambda: torch.zeros(0, 0))
    odd_zernike: Float[Tensor, "o odd"] = field(default_factory=lambda: torch.zeros(0, 0))
    even_zernike: Float[Tensor, "e even"] = field(default_factory=lambda: torch.zeros(0, 0))
    magnification: Float[Tensor, "m four"] = field(default_factory=lambda: torch.zeros(0, 0))

    def __post_init__(self) -> None:
        """Complete the scale and what no image has."""
        count = len(self.pixel_angstrom)
        if len(self.scale) != count:
            object.__setattr__(self, "scale", torch.ones_like(self.pixel_angstrom))
        if len(self.applied) != count:
            object.__setattr__(self, "applied", self.group.new_zeros(count, dtype=torch.int8))
        for name in _OF_THE_LENS:
            if len(getattr(self, name)) != count:
                object.__setattr__(self, name, self.pixel_angstrom.new_zeros(count, 0))

    @property
    def is_plain(self) -> bool:
        """Whether images are as a microscope with this transfer function alone would have given them."""
        return not bool(self.applied.any()) and not any(
            getattr(self, name).shape[1] for name in _OF_THE_LENS if name != "even_zernike"
        )

    def of_corrected_images(self) -> "Optics":
        """The optics of the images once `optics.corrected` has made them plain."""
        count = len(self.pixel_angstrom)
        none = {n: self.pixel_angstrom.new_zeros(count, 0) for n in _OF_THE_LENS if n != "even_zernike"}
        return replace(self, applied=torch.zeros_like(self.applied), **none)

    @property
    def damping_angstrom2(self) -> Float[Tensor, " n"]:
        """B of exp(−B s² / 4): Warp and M write negative numbers for it, and no image's signal grows with s."""
        return self.b_factor_angstrom2.abs()

    @property
    def has_no_ctf(self) -> Bool[Tensor, " n"]:
        """Which images are said to have no CTF, as RELION writes it: no defocus, and a phase shift of 90 degrees."""
        flat = (self.defocus_u_angstrom == 0) & (self.defocus_v_angstrom == 0)
        return flat & ((self.phase_shift_degrees - 90).abs() < 1e-3)


@dataclass(frozen=True)
class Particles:
    """A table of particle images.

    The pixels of row i are image `image_number[i]` (from 0) of `stacks[stack_number[i]]`. `half_set` is 1 or 2,
    or 0 where the file does not say; `class_number` 0 and `score` NaN mean the same. `extra` and `optics_extra`
    hold the columns of the file that the platform does not use, untouched (`optics_extra` has one row an optics
    group). `contrast` is None where nobody has said it.
    """

    poses: Poses
    optics: Optics
    stacks: tuple[Path, ...]
    stack_number: Int[np.ndarray, " n"]
    image_number: Int[np.ndarray, " n"]
    half_set: Int[np.ndarray, " n"]
    class_number: Int[np.ndarray, " n"]
    score: Float[np.ndarray, " n"]
    extra: pd.DataFrame
    optics_extra: pd.DataFrame
    contrast: Contrast | None = None

    def __len__(self) -> int:
        """Number of particles."""
        return len(self.image_number)

    def take(self, rows: Int[np.ndarray, " m"]) -> "Particles":
        """These rows, in this order."""
        kept = torch.from_numpy(rows)
        arrays = ("stack_number", "image_number", "half_set", "class_number", "score")
        return replace(
            self,
            poses=self.poses.take(kept),
            optics=self.optics.take(kept),
            extra=self.extra.iloc[rows].reset_index(drop=True),
            **{name: getattr(self, name)[rows] for name in arrays},
        )

    @property
    def image_of(self) -> Int[np.ndarray, " n"]:
        """Number from 0 of the distinct image that each row names; stacks are compared as files."""
        distinct = {stack: i for i, stack in enumerate(dict.fromkeys(self.stacks))}
        file = np.array([distinct[stack] for stack in self.stacks], np.int64)[self.stack_number]
        image = self.image_number.astype(np.int64)
        return np.unique(file * (int(image.max()) + 1) + image, return_inverse=True)[1].reshape(-1)

    @property
    def has_poses(self) -> bool:
        """Whether every row has a pose; where the file has none they are NaN."""
        return bool(
            torch.isfinite(self.poses.rotation).all() and torch.isfinite(self.poses.shift_angstrom).all()
        )

    @property
    def pixel_angstrom(self) -> float:
        """Pixel size of all images in Å; ShapeError if optics groups differ in it."""
        pixel = self.optics.pixel_angstrom
        first = float(pixel[0])
        if bool((pixel - first).abs().max() > 1e-4 * first):
            other = int((pixel - first).abs().argmax())
            groups = int(self.optics.group[0]), int(self.optics.group[other])
            raise ShapeError(
                f"optics groups differ in pixel size: group {groups[0]} has {first:.4g} Å (row 1), group {groups[1]} "
                f"{float(pixel[other]):.4g} Å (row {other + 1}): take them apart, each into a set of its own "
                f"(`cryo convert META OUT --optics-group {groups[1]}`)"
            )
        return first


@runtime_checkable
class ImageStack(Protocol):
    """Images that are read in batches; no others are in memory."""

    @property
    def box(self) -> int:
        """Edge of the square images in pixels."""

    @property
    def pixel_angstrom(self) -> float:
        """Pixel size in Å."""

    def __len__(self) -> int:
        """Number of images."""

    def read(self, index: Int[np.ndarray, " n"]) -> Float[Tensor, "n y x"]:
        """The images of these rows, as float32."""


class ImageSubset:
    """An `ImageStack` of some rows of another."""

    def __init__(self, images: ImageStack, rows: Int[np.ndarray, " m"]) -> None:
        self._images, self._rows = images, rows
        self.box, self.pixel_angstrom = images.box, images.pixel_angstrom

    def __len__(self) -> int:
        """Number of images."""
        return len(self._rows)

    def read(self, index: Int[np.ndarray, " n"]) -> Float[Tensor, "n y x"]:
        """These of the rows, as float32."""
        return self._images.read(self._rows[index])


@dataclass(frozen=True)
class ImageSet:
    """Images with the pose, the optics and the half set of each: what maps are made of and models fitted to.

    It is an `ImageStack` too. Images are white (protein positive) on one grey scale. Poses are NaN where they are
    not known. `half_set` is 1 or 2 for each image; left out, it is 0 for all, which means that none is in a half.

    Raises
    ------
    ShapeError
        Images and tables differ in length.
    """

    images: ImageStack
    poses: Poses
    optics: Optics
    half_set: Int[np.ndarray, " h"] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    def __post_init__(self) -> None:
        """Hold all tables to one length."""
        if not len(self.half_set):
            object.__setattr__(self, "half_set", np.zeros(len(self.images), dtype=np.int64))
        count = len(self.images)
        if not count == len(self.poses) == len(self.optics) == len(self.half_set):
            raise ShapeError(
                f"{count} images, {len(self.poses)} poses, {len(self.optics)} optics, "
                f"{len(self.half_set)} half sets"
            )

    @property
    def box(self) -> int:
        """Edge of the square images in pixels."""
        return self.images.box

    @property
    def pixel_angstrom(self) -> float:
        """Pixel size in Å."""
        return self.images.pixel_angstrom

    def __len__(self) -> int:
        """Number of images."""
        return len(self.images)

    def read(self, index: Int[np.ndarray, " n"]) -> Float[Tensor, "n y x"]:
        """The images of these rows, as float32."""
        return self.images.read(index)

    def take(self, rows: Int[np.ndarray, " m"]) -> "ImageSet":
        """The set of some of the rows."""
        at = torch.from_numpy(rows)
        return ImageSet(
            ImageSubset(self.images, rows), self.poses.take(at), self.optics.take(at), self.half_set[rows]
        )

    def read_from(self, images: ImageStack) -> "ImageSet":
        """The same images with other pixels, such as cropped ones."""
        pixel = torch.full_like(self.optics.pixel_angstrom, images.pixel_angstrom)
        return replace(self, images=images, optics=replace(self.optics, pixel_angstrom=pixel))

    def require_half_sets(self) -> None:
        """Raise SettingsError, with the row, unless every image is in half set 1 or 2."""
        wrong = np.flatnonzero((self.half_set != 1) & (self.half_set != 2))
        if len(wrong):
            raise SettingsError(f"row {wrong[0] + 1}: half set {self.half_set[wrong[0]]}; it must be 1 or 2")

    def require_poses(self, way_out: str) -> None:
        """Raise SettingsError, with the row and a way out, unless every image has a pose."""
        has_pose = torch.isfinite(self.poses.rotation).all(-1).all(-1)
        has_pose &= torch.isfinite(self.poses.shift_angstrom).all(-1)
        if not bool(has_pose.all()):
            raise SettingsError(f"row {int((~has_pose).int().argmax()) + 1}: no pose: {way_out}")
