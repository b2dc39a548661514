"""RELION's particle tables, read from 3.0, 3.1, 4 and 5; `relion_write` writes them.

Conventions (RELION's own, see `cryo_core`): rlnAngleRot, Tilt, Psi in degrees are Euler angles of the
matrix A, intrinsic ZYZ (Heymann, Chagoyen & Belnap 2005; RELION euler.cpp), used as they are.
rlnOriginX/YAngst (3.1 on, Å) and rlnOriginX/Y (3.0, pixels of the image) are the shift that centres
the particle: same sign as ours. rlnDefocusU/V in Å, positive underfocus; rlnDefocusAngle in degrees
from x towards y, along U; rlnPhaseShift in degrees; rlnCtfBfactor in Å². rlnImageName counts images
from 1. What RELION takes as 0 where the column is absent (origins, phase shift, B factor) is 0 here, and a scale
factor (rlnCtfScalefactor) that is absent is 1. A table without a single column of the CTF is of images without one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import torch
from jaxtyping import Float, Int

from cryo_core.data import Optics, Particles, Poses
from cryo_core.errors import FormatError
from cryo_core.formats.fields import (
    Overrides,
    combinations,
    group_table,
    missing,
    unknown_poses,
)
from cryo_core.formats.relion_optics import MICROSCOPE, lens_read, lens_tensors, read_lens
from cryo_core.formats.star import integers, numbers, stated_contrast
from cryo_core.geometry.rotations import euler_to_matrix

Blocks = Mapping[str, pd.DataFrame]
"""The blocks of a STAR file, as `star.read_star` returns them."""

Locate = Callable[[Sequence[str], Sequence[int]], list[Path]]
"""From the names of stacks as written, and the first row (from 1) of each, to files."""

RELION_IMAGE = "rlnImageName"
"""The column that names an image."""

RELION_ANGLES = ("rlnAngleRot", "rlnAngleTilt", "rlnAnglePsi")
RELION_ORIGINS = ("rlnOriginXAngst", "rlnOriginYAngst")
_ORIGINS_PIXEL = ("rlnOriginX", "rlnOriginY")
_DEFOCUS = ("rlnDefocusU", "rlnDefocusV", "rlnDefocusAngle")
_OPTICS_READ = ("rlnImagePixelSize", *MICROSCOPE.values())
_PARTICLES_READ = (
    *RELION_ANGLES,
    *RELION_ORIGINS,
    *_ORIGINS_PIXEL,
    *_OPTICS_READ,
    "rlnMagnification",
    "rlnDetectorPixelSize",
    *_DEFOCUS,
    "rlnPhaseShift",
    "rlnCtfBfactor",
    "rlnCtfScalefactor",
    "rlnOpticsGroup",
    RELION_IMAGE,
    "rlnRandomSubset",
    "rlnClassNumber",
    "rlnMaxValueProbDistribution",
)


def read_relion(path: Path, blocks: Blocks, overrides: Overrides, locate: Locate) -> Particles:
    """Particles with their poses, from the blocks of a file; FormatError where it has no angles.

    Parameters
    ----------
    path : the file, for messages
    blocks : its blocks, as `star.read_star` returns them
    overrides : what the file does not say, or says wrong
    locate : finds the stacks by their names (`images.Locator`)
    """
    table = _Table.take(path, blocks)
    absent = [name for name in RELION_ANGLES if name not in table.particles]
    if absent:
        raise table.fail(
            f"no column _{absent[0]}: take the file of a 3D refinement, or a method that needs no poses"
        )
    return table.build(overrides, locate, table.poses(overrides))


def read_relion_images(path: Path, blocks: Blocks, overrides: Overrides, locate: Locate) -> Particles:
    """Particles for work without poses: where the file has none, rotations and shifts are NaN.

    A file with rlnAnglePsi alone, of a 2D classification, has no poses: psi and origins stay in `extra`.

    Parameters
    ----------
    path, blocks, overrides, locate : as of `read_relion`
    """
    table = _Table.take(path, blocks)
    if any(name in table.particles for name in RELION_ANGLES[:2]):
        return read_relion(path, blocks, overrides, locate)
    particles = table.build(overrides, locate, unknown_poses(len(table.particles)))
    flat = [name for name in (*RELION_ANGLES, *RELION_ORIGINS, *_ORIGINS_PIXEL) if name in table.particles]
    return replace(particles, extra=table.particles[flat].join(particles.extra))


def relion_stacks(path: Path, blocks: Blocks, locate: Locate) -> list[Path]:
    """Stacks that a particle table names; parameters as of `read_relion`."""
    return _Table.take(path, blocks).images(locate).stacks


@dataclass(frozen=True)
class _Images:
    stacks: list[Path]
    stack_number: Int[np.ndarray, " n"]
    image_number: Int[np.ndarray, " n"]


@dataclass(frozen=True)
class _Table:
    """The two tables of a file as text; `optics` is None before 3.1."""

    path: Path
    block: str
    particles: pd.DataFrame
    optics: pd.DataFrame | None

    @classmethod
    def take(cls, path: Path, blocks: Blocks) -> "_Table":
        named = [name for name, table in blocks.items() if RELION_IMAGE in table]
        if len(named) != 1:
            names = ", ".join(f"data_{name}" for name in blocks)
            raise FormatError(
                f"{path}: {len(named)} of its blocks ({names}) have a column _rlnImageName, and one must: "
                "this is no table of particles: take the one of an extraction, a selection or a refinement"
            )
        table = cls(path, named[0], blocks[named[0]], blocks.get("optics"))
        if not len(table.particles):
            raise table.fail("no particle")
        return table

    def fail(self, message: str) -> FormatError:
        return FormatError(f"{self.path}: data_{self.block}: {message}")

    def build(self, overrides: Overrides, locate: Locate, poses: Poses) -> Particles:
        self.refuse_volumes()
        images = self.images(locate)
        optics = self.read_optics(overrides)
        half_set = self.integers("rlnRandomSubset")
        if not np.isin(half_set, (0, 1, 2)).all():
            row = int(np.argmin(np.isin(half_set, (0, 1, 2))))
            raise self.fail(f"row {row + 1}: _rlnRandomSubset is {half_set[row]}, and must be 1 or 2")
        return Particles(
            poses=poses,
            optics=optics,
            stacks=tuple(images.stacks),
            stack_number=images.stack_number,
            image_number=images.image_number,
            half_set=half_set,
            class_number=np.maximum(self.integers("rlnClassNumber"), 0),  # RELION's -999 is no class
            score=self.numbers("rlnMaxValueProbDistribution", absent=np.nan),
            extra=self.particles.drop(columns=[*_PARTICLES_READ, *self.lens_read(False)], errors="ignore"),
            optics_extra=self.optics_extra(optics),
            contrast=stated_contrast(self.path),
        )

    @property
    def has_no_ctf(self) -> bool:
        """Whether the table has no column of a CTF at all."""
        return not any(name in self.particles for name in (*_DEFOCUS, "rlnPhaseShift"))

    def numbers(self, column: str, absent: float | None = None) -> Float[np.ndarray, " n"]:
        if absent is not None and column not in self.particles:
            return np.full(len(self.particles), absent)
        return numbers(self.path, self.block, self.particles, column)

    def integers(self, column: str) -> Int[np.ndarray, " n"]:
        """Column of whole numbers, 0 where the file does not have it."""
        if column not in self.particles:
            return np.zeros(len(self.particles), np.int64)
        return integers(self.path, self.block, self.particles, column)

    def images(self, locate: Locate) -> _Images:
        """Split `000001@stack` into a number from 0 and a stack, and find the stacks."""
        text = pa.array(self.particles[RELION_IMAGE])
        text = text.combine_chunks() if isinstance(text, pa.ChunkedArray) else text
        parts = pc.extract_regex(text, r"^(?P<number>[0-9]{1,9})@(?P<stack>.+)$")
        valid = np.asarray(pc.is_valid(parts))
        number = np.asarray(pc.cast(pc.fill_null(pc.struct_field(parts, "number"), "0"), pa.int64())) - 1
        if not (valid & (number >= 0)).all():
            row = int(np.argmin(valid & (number >= 0)))
            name = str(text[row])[:80]
            self.refuse_sub_tomograms()
            raise self.fail(f"row {row + 1}: _rlnImageName is {name!r}, and must be like 000001@stack.mrcs")
        stack = pc.struct_field(parts, "stack").dictionary_encode()
        codes = np.asarray(stack.indices).astype(np.int64)
        rows = np.unique(codes, return_index=True)[1] + 1
        stacks = locate(stack.dictionary.to_pylist(), rows.tolist())
        return _Images(stacks, codes, number)

    def refuse_sub_tomograms(self) -> None:
        tomography = [
            name for name in map(str, self.particles) if name.startswith("rlnTomo") or name == "rlnCtfImage"
        ]
        if tomography:
            raise self.fail(
                f"these are sub-tomograms (_{tomography[0]}), each a volume or a stack of tilt images, and images "
                "of single particles are read here: RELION 5's tomography programs, M, or cryoDRGN-ET read them"
            )

    def refuse_volumes(self) -> None:
        dimensions = self.optical("rlnImageDimensionality")
        if dimensions is not None and (dimensions == 3).any():
            raise self.fail("_rlnImageDimensionality is 3: these are sub-tomograms, and images are read here")

    def poses(self, overrides: Overrides) -> Poses:
        euler = np.stack([self.numbers(name) for name in RELION_ANGLES], axis=-1)
        return Poses(
            rotation=euler_to_matrix(torch.from_numpy(euler)),
            shift_angstrom=torch.from_numpy(self.shifts(overrides)),
        )

    def shifts(self, overrides: Overrides) -> Float[np.ndarray, "n 2"]:
        for names in (RELION_ORIGINS, _ORIGINS_PIXEL):
            present = [name in self.particles for name in names]
            if any(present) and not all(present):
                raise self.fail(f"_{names[present.index(True)]} without _{names[present.index(False)]}")
            if all(present):
                shift = np.stack([self.numbers(name) for name in names], axis=-1)
                return shift if names == RELION_ORIGINS else shift * self.pixel(overrides)[:, None]
        return np.zeros((len(self.particles), 2))

    def read_optics(self, overrides: Overrides) -> Optics:
        pixel = self.pixel(overrides)
        microscope = {
            name: self.microscope(getattr(overrides, name), name, column)
            for name, column in MICROSCOPE.items()
        }
        lens, group = self.lens(pixel, *microscope.values())
        values = {
            "pixel_angstrom": pixel,
            **microscope,
            "defocus_u_angstrom": self.defocus("rlnDefocusU"),
            "defocus_v_angstrom": self.defocus("rlnDefocusV"),
            "defocus_angle_degrees": self.defocus("rlnDefocusAngle"),
            "phase_shift_degrees": self.numbers("rlnPhaseShift", absent=0.0),
            "b_factor_angstrom2": self.numbers("rlnCtfBfactor", absent=0.0),
            "scale": self.numbers("rlnCtfScalefactor", absent=1.0),
            "group": group,
        }
        if self.has_no_ctf:  # as RELION writes it: a transfer function of 1
            values["phase_shift_degrees"] = np.full(len(pixel), 90.0)
        return Optics(**{name: torch.from_numpy(np.array(value)) for name, value in values.items()}, **lens)

    def lens(
        self, *columns: Float[np.ndarray, " n"]
    ) -> tuple[dict[str, torch.Tensor], Int[np.ndarray, " n"]]:
        """What the optics groups say of their lens, and the group of each particle: by `columns` where none has one."""
        if self.optics is None:
            lens = read_lens(self.path, self.block, self.particles)
            parts = [
                part
                for values in lens.values()
                for part in values.astype(np.float64).reshape(len(values), -1).T
            ]
            return lens_tensors(lens, np.arange(len(self.particles))), combinations(*columns, *parts)
        numbered, group = self.group_numbers(), self.group()
        order = np.argsort(numbered)
        row_of = order[np.searchsorted(numbered[order], group)]
        return lens_tensors(read_lens(self.path, "optics", self.optics), row_of), group

    def lens_read(self, of_group: bool) -> list[str]:
        """Columns of the optics table, or of the particles', that say something of the lens, and are read."""
        if of_group != (self.optics is not None):
            return []
        table = self.particles if self.optics is None else self.optics
        return lens_read(read_lens(self.path, "optics" if of_group else self.block, table))

    def defocus(self, column: str) -> Float[np.ndarray, " n"]:
        if self.has_no_ctf:
            return np.zeros(len(self.particles))
        if column not in self.particles:
            raise self.fail(
                f"no column _{column}, and others of the CTF: for images without a CTF leave out all of "
                f"{', '.join(_DEFOCUS)} and rlnPhaseShift"
            )
        return self.numbers(column)

    def group(self) -> Int[np.ndarray, " n"]:
        """Optics group of each particle, by the file's numbers; every one is in the optics table."""
        numbered = self.group_numbers()
        if "rlnOpticsGroup" not in self.particles:
            if len(numbered) > 1:
                raise self.fail(f"no column _rlnOpticsGroup, and {len(numbered)} optics groups")
            return np.full(len(self.particles), numbered[0])
        group = self.integers("rlnOpticsGroup")
        if not np.isin(group, numbered).all():
            row = int(np.argmin(np.isin(group, numbered)))
            raise self.fail(
                f"row {row + 1}: _rlnOpticsGroup is {group[row]}, which data_optics does not have"
            )
        return group

    def group_numbers(self) -> Int[np.ndarray, " g"]:
        assert self.optics is not None
        numbered = integers(self.path, "optics", self.optics, "rlnOpticsGroup")
        if not len(numbered) or len(np.unique(numbered)) != len(numbered):
            raise FormatError(f"{self.path}: data_optics: _rlnOpticsGroup must number each row once")
        return numbered

    def optical(self, column: str) -> Float[np.ndarray, " n"] | None:
        """Column of the optics table for each particle, or the particles' own; None without both."""
        if self.optics is not None and column in self.optics:
            numbered = self.group_numbers()
            order = np.argsort(numbered)
            values = numbers(self.path, "optics", self.optics, column)
            return values[order[np.searchsorted(numbered[order], self.group())]]
        return self.numbers(column) if column in self.particles else None

    def pixel(self, overrides: Overrides) -> Float[np.ndarray, " n"]:
        """Pixel size in Å: 3.1's, or 3.0's detector pixel (µm) over magnification."""
        pixel = self.optical("rlnImagePixelSize")
        if overrides.pixel_angstrom is not None:
            pixel = np.full(len(self.particles), float(overrides.pixel_angstrom))
        elif pixel is None and {"rlnMagnification", "rlnDetectorPixelSize"} <= set(self.particles):
            magnification = self.numbers("rlnMagnification")
            self.require_positive("rlnMagnification", magnification)
            pixel = 1e4 * self.numbers("rlnDetectorPixelSize") / magnification
        elif pixel is None:
            what = "no pixel size (_rlnImagePixelSize, or _rlnMagnification and _rlnDetectorPixelSize)"
            raise missing(f"{self.path}: data_{self.block}", what, "pixel_angstrom")
        self.require_positive("rlnImagePixelSize", pixel)
        return pixel

    def microscope(self, override: float | None, field: str, column: str) -> Float[np.ndarray, " n"]:
        values = self.optical(column)
        if self.has_no_ctf:  # nothing of it may turn the phase; the voltage alone is of use elsewhere
            values = _no_ctf(field, values, len(self.particles))
        if override is not None and not (self.has_no_ctf and field != "voltage_kilovolt"):
            values = np.full(len(self.particles), float(override))
        if values is None:
            raise missing(f"{self.path}: data_{self.block}", f"no column _{column}", field)
        if field == "voltage_kilovolt":
            self.require_positive(column, values)
        return values

    def require_positive(self, column: str, values: Float[np.ndarray, " n"]) -> None:
        if not (values > 0).all():
            row = int(np.argmin(values > 0))
            raise self.fail(f"row {row + 1}: _{column} is {values[row]:g}, and must be above 0")

    def optics_extra(self, optics: Optics) -> pd.DataFrame:
        if self.optics is not None:
            kept = self.optics.drop(columns=[*_OPTICS_READ, *self.lens_read(True)], errors="ignore")
            return kept.assign(rlnOpticsGroup=[str(number) for number in self.group_numbers()])
        return group_table(optics.group.numpy())


def _no_ctf(field: str, values: Float[np.ndarray, " n"] | None, count: int) -> Float[np.ndarray, " n"]:
    if field != "voltage_kilovolt":
        return np.zeros(count)
    return np.full(count, 300.0) if values is None else values
