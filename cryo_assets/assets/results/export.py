"""results/export: the classes for other programs."""

import math
import shutil
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from cryo_assets.assets.particles.source import source_particles
from cryo_assets.assets.results.classes import REFUSED
from cryo_assets.assets.results.handover import readme
from cryo_assets.assets.rounds.tables import as_refined
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.table import read_stored
from cryo_assets.pictures import resolution as pictures
from cryo_assets.store.class_results import class_file, class_maps
from cryo_assets.store.disk import require_disk
from cryo_assets.store.store import Artifact, Check
from cryo_core.data import Particles
from cryo_core.errors import FormatError
from cryo_core.formats.chimerax import write_maps_script, write_surface_script
from cryo_core.formats.fields import Layout
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.particles import left_out, open_images, write_particles
from cryo_core.formats.restack import restacked

_TABLES = ("particles.star", "particles.csg", "particles.par", "poses.pkl")


@dataclass(frozen=True)
class ExportSettings:
    """What is exported.

    Attributes
    ----------
    images : yes or no
        Write the images too, all in one stack, white, and let the tables name them: what RELION needs of dark sets.
    keep_columns : yes or no
        Write columns of other programs into the tables too.
    archive : yes or no
        Write all but the images into export.zip as well.
    """

    images: bool = False
    keep_columns: bool = False
    archive: bool = False


@dataclass
class _Written:
    """What could not be written, and what the files do not hold, by file."""

    skipped: dict[str, str] = field(default_factory=dict)
    lost: dict[str, tuple[str, ...]] = field(default_factory=dict)


def make(task: Task) -> Report:
    """Write the classes for RELION, cryoSPARC, Frealign and cryoDRGN, with maps, scripts and a README.

    Each class that the guard accepted has its table, maps and script here; maps and tables of refused classes, and
    the table of particles of no class, lie in `refused/`. What a format cannot hold does not stop the others.
    """
    classes = task.inputs["results/classes"]
    source = source_particles(task)
    table = read_stored(classes.path("particles.star"))
    joint = replace(as_refined(source, classes), class_number=table.class_number)
    if task.settings.images:
        joint = _with_images(task, joint)
    written = _Written()
    for file in _TABLES:
        _write(task, task.folder / file, joint, written)
    accepted = class_maps(classes)
    for name in sorted({int(number) for number in joint.class_number}):
        folder = task.folder if name in accepted else task.folder / REFUSED
        folder.mkdir(exist_ok=True)
        rows = joint.take(np.flatnonzero(joint.class_number == name))
        for suffix in (".star", ".csg"):
            file = class_file(name, suffix) if name else f"unassigned{suffix}"
            _write(task, folder / file, rows, written)
    _refused_maps(classes, task.folder / REFUSED)
    shown = [_class_maps(task, name) for name in accepted]
    if shown:
        levels = [level for _, level in shown]
        write_maps_script(task.folder / "classes.cxc", [path for path, _ in shown], levels)
    wide, told = _diameters(classes, accepted), (written.skipped, written.lost)
    text = readme(task.manifest, joint, wide, *told, task.settings.images)
    (task.folder / "README.md").write_text(text, encoding="utf-8")
    if task.settings.archive:
        _pack(task.folder)
    files = [path for path in task.folder.rglob("*") if path.is_file()]
    numbers: dict[str, Any] = {
        "classes": len(accepted),
        "files": len(files),
        "contrast": joint.contrast,
        "skipped": _told(written.skipped) or "nothing",
        "left_out": _told({file: ", ".join(what) for file, what in written.lost.items()}) or "nothing",
    }
    checks = (
        Check("whole", len(joint) == len(source), f"{len(joint)} of {len(source)} particles"),
        Check("written", "particles.star" not in written.skipped, numbers["skipped"]),
    )
    return Report(numbers, "classes", checks)


def _diameters(classes: Artifact, accepted: Sequence[int]) -> dict[int, int]:
    """Å across each accepted class's mask, as RELION's `--particle_diameter` wants it: in tens, with room."""
    found = {}
    for name in accepted:
        mask = read_volume(classes.path(class_file(name, "_mask.mrc")))
        place = (mask.density >= 0.5).nonzero().double()
        radius = (place - torch.tensor([n // 2 for n in mask.density.shape])).norm(dim=1).max()
        most = min(mask.density.shape) * mask.voxel_angstrom
        found[name] = int(min(10 * math.ceil(2 * float(radius) * mask.voxel_angstrom / 10), most))
    return found


def _told(what: dict[str, str]) -> str:
    return "; ".join(f"{file}: {text}" for file, text in what.items() if text)


def _write(task: Task, path: Path, particles: Particles, written: _Written) -> None:
    """Write a table; what its format cannot hold is noted, and what cannot be written at all too.

    All tables name images that lie in the export relative to its own folder, where other programs are started.
    """
    layout = Layout(keep_columns=task.settings.keep_columns, root=task.folder)
    name = str(path.relative_to(task.folder))
    try:
        write_particles(path, particles, layout)
    except FormatError as error:
        written.skipped[name] = str(error).replace(f"{path}: ", "")
        for part in (path, path.with_suffix(".cs")) if path.suffix == ".csg" else (path,):
            part.unlink(missing_ok=True)
        return
    if path.parent == task.folder and path.name in _TABLES:
        written.lost[name] = left_out(path, particles)


def _with_images(task: Task, particles: Particles) -> Particles:
    """Write the images, white, in the order of the table; the table that names them."""
    images = open_images(particles)
    require_disk(task.folder, len(images) * images.box**2 * 4)
    return restacked(particles, task.folder / "particles.mrcs", task.stage("images"))


def _class_maps(task: Task, name: int) -> tuple[Path, float]:
    """Copy a class's maps, and write its script; the map that is shown, and the level of its surface."""
    classes, sharpened = task.inputs["results/classes"], task.inputs["results/sharpened"]
    for suffix in (".mrc", "_half1.mrc", "_half2.mrc", "_mask.mrc", "_fsc.star"):
        file = class_file(name, suffix)
        shutil.copyfile(classes.path(file), task.folder / file)
    shown = task.folder / class_file(name)
    if class_file(name) in sharpened.files:
        shown = task.folder / class_file(name, "_sharpened.mrc")
        shutil.copyfile(sharpened.path(class_file(name)), shown)
    mask = read_volume(classes.path(class_file(name, "_mask.mrc"))).density >= 0.5
    level = pictures.contour(read_volume(shown), mask)
    _coloured(task, name, shown, level, task.inputs["results/local_resolution"])
    return shown, level


def _refused_maps(classes: Artifact, folder: Path) -> None:
    """Copy the maps of classes that the guard refused."""
    for file in classes.files:
        if file.startswith(f"{REFUSED}/"):
            folder.mkdir(exist_ok=True)
            shutil.copyfile(classes.path(file), folder / Path(file).name)


def _coloured(task: Task, name: int, shown: Path, level: float, local: Artifact) -> None:
    """Write a class's local resolution, and the script that colours its surface by it."""
    found = class_file(name, "/resolution.mrc")
    if found not in local.files:
        return
    file = task.folder / class_file(name, "_local_resolution.mrc")
    shutil.copyfile(local.path(found), file)
    inside = read_volume(local.path(class_file(name, "/mask.mrc"))).density >= 0.5
    span = pictures.span(read_volume(file), inside)
    script = task.folder / class_file(name, ".cxc")
    write_surface_script(script, shown.name, file.name, level, span, pictures.COLOURS)


def _pack(folder: Path) -> None:
    """Write all files of a folder but the images into export.zip; the same files give the same bytes."""
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".mrcs")
    with zipfile.ZipFile(folder / "export.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            entry = zipfile.ZipInfo(str(path.relative_to(folder)))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())


STEP = Step(
    key="results/export",
    partition="datasets",
    code_version="4",
    description="Classes for other programs: RELION .star (each, and joint), cryoSPARC .cs, Frealign .par, "
    "cryoDRGN .pkl, maps, half maps, masks, ChimeraX scripts, and a README with the next command of each.",
    compute=make,
    checks=("whole", "written"),
    inputs=("particles/source", "results/classes", "results/local_resolution", "results/sharpened"),
    settings=ExportSettings,
    round=1,
    kinds=frozenset({"relion", "mrc"}),
)
