"""results/export: the classes for other programs."""

import shutil
from dataclasses import replace
from typing import Any

import numpy as np

from cryo_assets.assets.particles.source import source_particles
from cryo_assets.assets.rounds.tables import as_refined
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.table import read_stored
from cryo_assets.store.class_results import class_file, class_maps
from cryo_assets.store.store import Check
from cryo_core.formats.chimerax import write_maps_script
from cryo_core.formats.particles import left_out, write_particles


def make(task: Task) -> Report:
    """Write the classes for RELION (each, and joint), cryoSPARC, Frealign and cryoDRGN, with maps and a script."""
    classes, sharpened = task.inputs["results/classes"], task.inputs["results/sharpened"]
    source = source_particles(task)
    table = read_stored(classes.path("particles.star"))
    joint = replace(as_refined(source, classes), class_number=table.class_number)
    lost = {}
    for file in ("particles.star", "particles.cs", "particles.par", "poses.pkl"):
        write_particles(task.folder / file, joint)
        lost[file] = left_out(task.folder / file, joint)
    maps = []
    for name in class_maps(classes):
        rows = np.flatnonzero(joint.class_number == name)
        write_particles(task.folder / class_file(name, ".star"), joint.take(rows))
        for suffix in (".mrc", "_half1.mrc", "_half2.mrc", "_mask.mrc", "_fsc.star"):
            file = class_file(name, suffix)
            shutil.copyfile(classes.path(file), task.folder / file)
        if class_file(name) in sharpened.files:
            maps.append(task.folder / class_file(name, "_sharpened.mrc"))
            shutil.copyfile(sharpened.path(class_file(name)), maps[-1])
    if maps:
        write_maps_script(task.folder / "classes.cxc", maps)
    files = sorted(path.name for path in task.folder.iterdir())
    said = "; ".join(f"{file}: no {', '.join(what)}" for file, what in lost.items() if what)
    numbers: dict[str, Any] = {"files": len(files), "classes": len(maps), "left_out": said or "nothing"}
    check = Check("whole", len(joint) == len(source), f"{len(joint)} of {len(source)} particles")
    return Report(numbers, "files", (check,))


STEP = Step(
    key="results/export",
    partition="datasets",
    code_version="2",
    description="Classes for other programs: RELION .star (each, and joint), cryoSPARC .cs, Frealign .par, "
    "cryoDRGN .pkl, maps, half maps, masks, and a ChimeraX script.",
    compute=make,
    checks=("whole",),
    inputs=("particles/source", "results/classes", "results/sharpened"),
    round=1,
    kinds=frozenset({"relion", "mrc"}),
)
