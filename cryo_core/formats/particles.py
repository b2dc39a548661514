"""The one door for particles: any table of the field in, `Particles` out, and back.

=============== ================================================== ================
file            what                                               conventions in
=============== ================================================== ================
.star           RELION 3.0 to 5, cisTEM 2                          relion, cistem
.cs .csg        cryoSPARC                                          cryosparc
.par            Frealign, FrealignX, cisTEM 1                      frealign
.cistem         cisTEM 2, binary (read only)                       cistem
.pkl            cryoDRGN's poses.pkl, with its ctf.pkl             cryodrgn
=============== ================================================== ================
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import torch

from cryo_core.data import Optics, Particles, Poses
from cryo_core.errors import FormatError
from cryo_core.formats.boxes import box_of, stack_boxes, with_stack_boxes
from cryo_core.formats.cistem import CISTEM_IMAGE, cistem_stacks, is_cistem, read_cistem, read_cistem_binary
from cryo_core.formats.cryodrgn import read_ctf, read_indices, read_poses, write_cryodrgn
from cryo_core.formats.cryosparc import cryosparc_stacks, read_cryosparc, read_cryosparc_images
from cryo_core.formats.cryosparc_table import write_group
from cryo_core.formats.cryosparc_write import write_cryosparc
from cryo_core.formats.fields import Companions, Layout, Overrides, group_table, unknown_poses
from cryo_core.formats.files import require_file
from cryo_core.formats.frealign import read_frealign, write_frealign
from cryo_core.formats.images import Locator
from cryo_core.formats.losses import left_out
from cryo_core.formats.mrc_header import read_header
from cryo_core.formats.pixels import open_images, open_stack, open_stored, require_box
from cryo_core.formats.plausible import require_plausible
from cryo_core.formats.relion import (
    RELION_IMAGE,
    Blocks,
    Locate,
    read_relion,
    read_relion_images,
    relion_stacks,
)
from cryo_core.formats.relion_write import write_relion
from cryo_core.formats.star import read_star
from cryo_core.formats.translate import coordinates

__all__ = [
    "Companions",
    "Layout",
    "Overrides",
    "ctf_beside",
    "left_out",
    "open_images",
    "open_stack",
    "open_stored",
    "read_images",
    "read_particles",
    "referenced_files",
    "require_box",
    "write_particles",
]

_StarReader = Callable[[Path, Blocks, Overrides, Locate], Particles]
_SparcReader = Callable[[Path, Overrides, Locate, Companions], Particles]
_READ = (".star", ".cs", ".csg", ".par", ".cistem", ".pkl")
_WRITTEN = (".star", ".cs", ".csg", ".par", ".pkl")
_NOTHING = Overrides()
_ALONE = Companions()
_USUAL = Layout()


def read_particles(
    path: Path,
    stack_dir: Path | None = None,
    overrides: Overrides = _NOTHING,
    image_roots: tuple[Path, ...] = (),
    companions: Companions = _ALONE,
) -> Particles:
    """Read a particle table with its poses; the images themselves need not be there.

    Parameters
    ----------
    path
        The table, by its suffix (see the table above; the module named there gives its conventions).
    stack_dir
        Where the stacks lie, if not where the table says; `images.Locator` gives the rule.
    overrides
        What the table does not say, or says wrong.
    image_roots
        Folders that stacks may lie in, besides the table's own and `stack_dir`.
    companions
        The files that complete it: ctf.pkl (found beside it too) and stack of a poses.pkl, stack of a .par,
        passthroughs of a .cs.

    Raises
    ------
    FormatError
        Names file, row and field: a value is missing or not what it should be, a stack lies outside the
        allowed folders, two rows name one image at one pose, or the table has no poses (see `read_images`).
    """
    locate = Locator(path, stack_dir, image_roots)
    return _read(path, overrides, locate, _with_ctf(path, companions), read_relion, read_cryosparc)


def read_images(
    path: Path,
    stack_dir: Path | None = None,
    overrides: Overrides = _NOTHING,
    image_roots: tuple[Path, ...] = (),
    companions: Companions = _ALONE,
) -> Particles:
    """Read a particle table for work without poses: as `read_particles`, and poses may be absent.

    Rotations and shifts are then NaN, so that nothing can be computed from them by mistake.

    Parameters
    ----------
    path, stack_dir, overrides, image_roots, companions : as of `read_particles`
    """
    locate = Locator(path, stack_dir, image_roots)
    return _read(
        path, overrides, locate, _with_ctf(path, companions), read_relion_images, read_cryosparc_images
    )


def write_particles(path: Path, particles: Particles, layout: Layout = _USUAL) -> None:
    """Write a particle table of the kind that the suffix says; a .pkl gets its ctf.pkl beside it, and a .csg its .cs.

    Stacks are named relative to the folder of `path`, or `layout.root`, where they lie inside it, otherwise in
    full. In a .star shifts, angles and scores have 6 decimals, other numbers all their digits, extra columns their
    text; `frealign`, `cryosparc` and `cryodrgn` say what the others keep, and `left_out` what they cannot.
    FormatError, besides for what these say, where table and stacks disagree about the images' size.

    Parameters
    ----------
    path : the table; its suffix is its kind
    particles : what is written
    layout : what the kind leaves open
    """
    suffix = path.suffix.lower()
    particles = replace(particles, contrast=layout.contrast or particles.contrast)
    require_box(particles)
    if suffix not in _WRITTEN:
        kinds = ", ".join(_WRITTEN)
        raise FormatError(f"{path}: particles are written as {kinds} (written as .star by default)")
    folder = (layout.root or path.parent).resolve()
    names = [
        str(stack.relative_to(folder) if stack.is_relative_to(folder) else stack)
        for stack in particles.stacks
    ]
    if suffix == ".star":
        write_relion(path, particles, names, stack_boxes(particles, layout), layout)
    elif suffix == ".par":
        write_frealign(path, particles, layout)
    elif suffix == ".pkl":
        write_cryodrgn(path, layout.ctf or ctf_beside(path), particles, box_of(path, particles, layout))
    else:
        table = path.with_suffix(".cs")
        write_cryosparc(table, particles, names, np.full(len(names), box_of(path, particles, layout)), layout)
        if suffix == ".csg":
            write_group(path, table)


def ctf_beside(poses: Path) -> Path:
    """Name of the ctf.pkl that is written beside a poses.pkl."""
    name = poses.name.replace("poses", "ctf") if "poses" in poses.name else f"{poses.stem}_ctf{poses.suffix}"
    return poses.with_name(name)


def _with_ctf(path: Path, companions: Companions) -> Companions:
    """The companions of a poses.pkl, with the ctf.pkl that lies beside it where none is named."""
    if path.suffix.lower() != ".pkl" or companions.ctf is not None:
        return companions
    beside = ctf_beside(path)
    return replace(companions, ctf=beside) if beside.is_file() else companions


def referenced_files(
    path: Path,
    stack_dir: Path | None = None,
    image_roots: tuple[Path, ...] = (),
    companions: Companions = _ALONE,
) -> tuple[Path, ...]:
    """Files of a table: itself, its companions and every stack it names, sorted; FormatError if one is missing.

    Parameters
    ----------
    path, stack_dir, image_roots, companions : as of `read_particles`
    """
    companions = _with_ctf(path, companions)
    companion_files = (companions.stack, companions.ctf, companions.selection, *companions.passthrough)
    files = {file.resolve() for file in companion_files if file is not None}
    files |= set(_named_stacks(path, Locator(path, stack_dir, image_roots), companions))
    for file in sorted(files):
        if not file.is_file():
            raise FormatError(f"{path}: its stack {file} is missing: name its folder (--stack-dir)")
    return tuple(sorted({path.resolve(), *files}))


def _named_stacks(path: Path, locate: Locate, companions: Companions) -> list[Path]:
    match _suffix(path):
        case ".star":
            blocks = read_star(path, (RELION_IMAGE, *CISTEM_IMAGE))
            if is_cistem(blocks):
                return cistem_stacks(path, blocks, locate, companions)
            return relion_stacks(path, blocks, locate)
        case ".cistem":
            return cistem_stacks(path, read_cistem_binary(path), locate, companions)
        case ".cs" | ".csg":
            return cryosparc_stacks(path, locate, companions)
        case _:  # .par and .pkl, whose images the companions name
            table = companions.stack
            if table is not None and table.suffix.lower() in _READ:
                return _named_stacks(table, Locator(table), _ALONE)
            return []


def _suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    if path.is_dir():
        require_file(path)
    if suffix not in _READ:
        kinds = ", ".join(_READ)
        raise FormatError(
            f"{path}: particles are read from {kinds} files, not from {suffix or 'a file without suffix'}"
        )
    return suffix


def _read(
    path: Path,
    overrides: Overrides,
    locate: Locate,
    companions: Companions,
    of_relion: _StarReader,
    of_cryosparc: _SparcReader,
) -> Particles:
    blocks = None
    match _suffix(path):
        case ".star":
            blocks = read_star(path)
            if is_cistem(blocks):
                particles = read_cistem(path, blocks, overrides, locate, companions)
            else:
                particles = of_relion(path, blocks, overrides, locate)
        case ".cistem":
            particles = read_cistem(path, read_cistem_binary(path), overrides, locate, companions)
        case ".par":
            particles = read_frealign(path, overrides, companions)
        case ".pkl":
            particles = _read_cryodrgn(path, overrides, companions)
        case _:
            particles = of_cryosparc(path, overrides, locate, companions)
    rows_are_images = path.suffix.lower() in (".par", ".cistem") or (blocks is not None and is_cistem(blocks))
    particles = _selected(particles, companions.selection)
    _require_single(path, particles, not rows_are_images)
    require_plausible(path, particles)
    return particles if overrides.pixel_angstrom is None else with_stack_boxes(particles)


def _read_cryodrgn(path: Path, overrides: Overrides, companions: Companions) -> Particles:
    """Read poses.pkl, ctf.pkl, and where the images are, row by row."""
    if companions.ctf is None:
        raise FormatError(
            f"{path}: poses alone say nothing of box, pixel size and CTF: name the ctf.pkl (--ctf)"
        )
    if companions.stack is None:
        raise FormatError(f"{path}: poses name no images: name their stack, or their table (--stack)")
    table = read_ctf(companions.ctf)
    count = len(table.optics)
    images, box = _images_of(companions.stack, table.optics, table.box)
    overridden = {name: value for name, value in vars(overrides).items() if value is not None}
    pixel = table.optics.pixel_angstrom * (table.box / box)
    optics = replace(table.optics, pixel_angstrom=pixel)
    optics = replace(optics, **{name: torch.full_like(pixel, value) for name, value in overridden.items()})
    poses = read_poses(path, box, 1.0)
    if len(poses) != count or len(images) != count:
        raise FormatError(
            f"{path}: {len(poses)} poses, {count} rows in {companions.ctf}, and {len(images)} images in "
            f"{companions.stack}: they must be as many"
        )
    poses = replace(poses, shift_angstrom=poses.shift_angstrom * optics.pixel_angstrom[:, None])
    return replace(images, poses=poses, optics=optics, optics_extra=group_table(optics.group.numpy(), box))


def _selected(particles: Particles, selection: Path | None) -> Particles:
    """The rows of an ind.pkl, in its order; all without one."""
    if selection is None:
        return particles
    rows, count = read_indices(selection), len(particles)
    if rows.max() >= count:
        raise FormatError(f"{selection}: row {rows.max()}, and there are {count} particles")
    return particles.take(rows)


def _images_of(stack: Path, optics: Optics, box: int) -> tuple[Particles, int]:
    """Images that the rows of a pickle belong to, and their edge in pixels: those of a table, or of a stack."""
    if stack.suffix.lower() in (".star", ".cs", ".csg"):
        microscope = Overrides(*(float(getattr(optics, name)[0]) for name in vars(_NOTHING)))
        images = read_images(stack, overrides=microscope)
        return replace(images, score=np.full(len(images), np.nan)), box
    if stack.suffix.lower() in _READ:
        raise FormatError(f"{stack}: the images of a .pkl are a stack, or a .star or .cs table")
    count = len(optics)
    if stack.is_file():
        count, _, box = read_header(stack).file_shape
    none = np.zeros(count, np.int64)
    return Particles(
        poses=unknown_poses(count),
        optics=optics,
        stacks=(stack.resolve(),),
        stack_number=none,
        image_number=np.arange(count),
        half_set=none,
        class_number=none,
        score=np.full(count, np.nan),
        extra=pd.DataFrame(index=range(count)),
        optics_extra=pd.DataFrame(),
    ), box


def _require_single(path: Path, particles: Particles, expands: bool) -> None:
    """Refuse two rows that name one image at one pose, in two half sets, or at two places of a micrograph.

    One image in several rows with other poses is what symmetry expansion makes. Frealign and cisTEM have none: a
    row of theirs is an image.
    """
    place = coordinates(particles.extra)
    image = particles.image_of
    order = np.argsort(image, kind="stable")
    image = image[order]
    for apart in range(1, int(np.bincount(image).max())):
        first, second = order[:-apart], order[apart:]
        same = image[:-apart] == image[apart:]
        first, second = first[same], second[same]
        halves = particles.half_set[first] != particles.half_set[second]
        _refuse_pair(path, particles, halves, (first, second), "in different half sets")
        if place is not None:
            elsewhere = (np.abs(place[first] - place[second]) > 1.0).any(axis=1)
            _refuse_pair(path, particles, elsewhere, (first, second), "at different places of a micrograph")
        at_one = _same_pose(particles.poses, first, second)
        _refuse_pair(path, particles, at_one, (first, second), "at the same pose")
        _refuse_pair(
            path,
            particles,
            np.full(len(first), not expands),
            (first, second),
            "in a file of one row an image",
        )


def _same_pose(poses: Poses, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Whether two rows have one pose, or one of them has none."""
    turned = (poses.rotation[first] - poses.rotation[second]).abs().flatten(1).amax(1)
    moved = (poses.shift_angstrom[first] - poses.shift_angstrom[second]).abs().amax(1)
    return (~((turned > 1e-5) | (moved > 1e-3))).numpy()  # NaN is the same


def _refuse_pair(
    path: Path, particles: Particles, wrong: np.ndarray, pair: tuple[np.ndarray, np.ndarray], how: str
) -> None:
    if wrong.any():
        at = int(np.argmax(wrong))
        one, other = sorted((int(pair[0][at]), int(pair[1][at])))
        image, stack = particles.image_number[one] + 1, particles.stacks[particles.stack_number[one]]
        raise FormatError(f"{path}: rows {one + 1} and {other + 1} both name image {image} of {stack} {how}")
