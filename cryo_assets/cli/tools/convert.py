"""`cryo convert`: any file of the field into any other of its sort."""

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, cast

import typer

from cryo_assets.cli import options
from cryo_assets.cli.files import given_particles, refuse_to_overwrite, whole
from cryo_assets.cli.output import print_document, print_note
from cryo_core.errors import FormatError, SettingsError

if TYPE_CHECKING:
    from cryo_core.data import Particles
    from cryo_core.formats.fields import Layout
    from cryo_core.formats.mrc_stack import MrcStack

_STACKS = (".mrcs", ".st", ".stk", ".ali")
_BATCH_BYTES = 1 << 26


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("convert")(options.spread(convert))


def convert(
    source: Annotated[
        Path, typer.Argument(metavar="IN", help=".star .cs .csg .par .cistem, a poses.pkl, or a map.")
    ],
    out: Annotated[Path, typer.Argument(metavar="OUT", help=".star .cs .csg .par .pkl; .mrc; .xml (FSC).")],
    table: options.Table = options.UNSAID,
    box: Annotated[int | None, typer.Option(min=1, help="Edge of the images, where nothing says it.")] = None,
    ctf_out: Annotated[Path | None, typer.Option(help="Where the ctf.pkl of OUT goes (beside it).")] = None,
    stack_out: Annotated[
        Path | None, typer.Option(help="Write the images, in order and white, into this .mrcs.")
    ] = None,
    relion: Annotated[str, typer.Option(help="Version that a .star is written for: 3.1 or 5.")] = "3.1",
    par_columns: Annotated[int, typer.Option(help="Columns of a .par: 16 or 17.")] = 17,
    contrast: options.ImageContrast = None,
    keep_columns: options.KeepColumns = False,
    optics_group: Annotated[
        int | None, typer.Option(help="Take the particles of this optics group alone.")
    ] = None,
    voxel_size: options.VoxelSize = None,
    volume: Annotated[
        int | None, typer.Option(min=1, help="Which volume of a stack of volumes (ISPG 401).")
    ] = None,
    half: Annotated[bool, typer.Option("--half", help="Write a map as float16 (mode 12).")] = False,
    overwrite: options.Overwrite = False,
    json: options.Json = False,
) -> None:
    """Convert particles, maps or FSC curves; what OUT cannot hold is named, what IN does not say is asked for."""
    from cryo_core.formats.fields import Layout
    from cryo_core.formats.files import require_file

    if relion not in ("3.1", "5") or par_columns not in (16, 17):
        raise SettingsError("--relion is 3.1 or 5, --par-columns 16 or 17")
    require_file(source)
    reads = [source, *table.files]
    refuse_to_overwrite(overwrite, out, ctf_out, stack_out, reads=reads)
    if out.suffix.lower() == ".xml":
        document = _convert_fsc(source, out)
    elif _is_map(source):
        document = _convert_map(source, out, (voxel_size or table.pixel_size, volume), 12 if half else 2)
    else:
        layout = Layout(
            relion=cast(Literal["3.1", "5"], relion),
            par_columns=cast(Literal[16, 17], par_columns),
            ctf=ctf_out,
            box=box,
            keep_columns=keep_columns,
        )
        particles = given_particles(source, table, with_poses=False)
        if contrast is not None:
            particles = replace(particles, contrast=contrast.value)
        if optics_group is not None:
            particles = _of_group(particles, optics_group)
        refuse_to_overwrite(overwrite, *_beside(out, layout), reads=reads)
        document = _convert_particles(particles, out, layout, stack_out)
    print_document(document, json)
    if document.get("left_out") and not json:
        print_note(
            f"left out, as {out.suffix} or its program has no use for it: {', '.join(document['left_out'])}"
        )


def _of_group(particles: "Particles", group: int) -> "Particles":
    """The particles of an optics group; SettingsError, with the groups that there are, if it has none."""
    import numpy as np

    groups = particles.optics.group.numpy()
    rows = np.flatnonzero(groups == group)
    if not len(rows):
        there = ", ".join(map(str, np.unique(groups)))
        raise SettingsError(f"--optics-group {group}: no particle; the groups are {there}")
    kept = np.unique(particles.stack_number[rows])
    taken = particles.take(rows)
    return replace(
        taken,
        stacks=tuple(particles.stacks[i] for i in kept),
        stack_number=np.searchsorted(kept, taken.stack_number),
    )


def _is_map(path: Path) -> bool:
    from cryo_core.formats.describe import kind_of

    return kind_of(path) == "map"


def _beside(out: Path, layout: "Layout") -> list[Path]:
    """Files that come with OUT: the ctf.pkl of a poses.pkl, the table of a .csg."""
    from cryo_core.formats.particles import ctf_beside

    kind = out.suffix.lower()
    if kind == ".pkl":
        return [layout.ctf or ctf_beside(out)]
    return [out.with_suffix(".cs")] if kind == ".csg" else []


def _convert_particles(
    particles: "Particles", out: Path, layout: "Layout", stack_out: Path | None
) -> dict[str, Any]:
    from cryo_core.formats.cryosparc_table import write_group
    from cryo_core.formats.particles import left_out, write_particles

    beside = _beside(out, layout)
    if stack_out is not None:
        particles = _write_stack(particles, stack_out)
    table = beside[0] if out.suffix.lower() == ".csg" else out
    with ExitStack() as files:
        partial = files.enter_context(whole(table))
        if out.suffix.lower() == ".pkl":
            layout = replace(layout, ctf=files.enter_context(whole(beside[0])))
        write_particles(partial, particles, layout)
    if table != out:
        with whole(out) as partial:
            write_group(partial, table)
    return {
        "particles": len(particles),
        "optics_groups": len(set(particles.optics.group.tolist())),
        "has_poses": particles.has_poses,
        "left_out": list(left_out(out, particles)),
        "written": [str(file) for file in (out, *beside, stack_out) if file is not None],
    }


def _write_stack(particles: "Particles", path: Path) -> "Particles":
    """Write the images in the order of the rows, white if it is known that they are not; the particles with them.

    Groups of other pixel sizes are brought to one grid, and what was done to their images is taken off.
    """
    import numpy as np

    from cryo_core.formats.particles import open_stack
    from cryo_core.formats.restack import restacked

    if path.suffix.lower() not in _STACKS:
        raise SettingsError(f"--stack-out {path}: a stack is written as .mrcs")
    pixel = particles.optics.pixel_angstrom
    if bool((pixel != pixel[0]).any()):
        with whole(path) as partial:
            table = restacked(particles, partial)
        return replace(table, stacks=(path.resolve(),))
    _copy_images(open_stack(particles), path)
    count = len(particles)
    return replace(
        particles,
        stacks=(path.resolve(),),
        stack_number=np.zeros(count, np.int64),
        image_number=np.arange(count),
        contrast=particles.contrast and "white",
    )


def _copy_images(images: "MrcStack", path: Path) -> None:
    import numpy as np

    from cryo_core.formats.mrc_stack import StackWriter

    batch = max(1, _BATCH_BYTES // (4 * images.box**2))
    with whole(path) as partial, StackWriter(partial, images.box, images.pixel_angstrom) as writer:
        for start in range(0, len(images), batch):
            writer.append(images.read(np.arange(start, min(start + batch, len(images)))))


def _convert_map(
    source: Path, out: Path, how: tuple[float | None, int | None], mode: Literal[2, 12]
) -> dict[str, Any]:
    """Write a map or a stack; `how` is its voxel size, if it was given, and the volume to take."""
    from cryo_core.formats.mrc import read_volume, write_volume
    from cryo_core.formats.mrc_header import read_header

    header, (voxel, number) = read_header(source), how
    if header.kind == "stack" and out.suffix.lower() in _STACKS:
        return _convert_stack(source, out, voxel or header.voxel_angstrom[0])
    if out.suffix.lower() not in (".mrc", ".map", ".ccp4"):
        raise FormatError(f"{out}: maps are written as .mrc, .map or .ccp4")
    volume = read_volume(source, voxel, number)
    with whole(out) as partial:
        write_volume(partial, volume, mode)
    return {
        "shape_zyx": list(volume.density.shape),
        "voxel_angstrom": volume.voxel_angstrom,
        "origin_angstrom": list(volume.origin_angstrom),
        "written": [str(out)],
    }


def _convert_stack(source: Path, out: Path, pixel: float) -> dict[str, Any]:
    import numpy as np

    from cryo_core.formats.mrc_header import read_header
    from cryo_core.formats.mrc_stack import MrcStack

    if not pixel > 0:
        raise FormatError(f"{source}: its header gives no pixel size: give it (--pixel-size)")
    count = read_header(source).file_shape[0]
    images = MrcStack((source,), np.zeros(count, np.int64), np.arange(count), pixel)
    _copy_images(images, out)
    return {"images": count, "box": images.box, "pixel_angstrom": pixel, "written": [str(out)]}


def _convert_fsc(source: Path, out: Path) -> dict[str, Any]:
    import torch

    from cryo_core.formats.emdb import fsc_of_star, write_fsc_xml
    from cryo_core.formats.star import read_star

    frequency, correlation = fsc_of_star(source, read_star(source))
    with whole(out) as partial:
        write_fsc_xml(partial, torch.from_numpy(frequency), torch.from_numpy(correlation))
    return {"shells": len(frequency), "written": [str(out)]}
