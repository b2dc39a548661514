"""results/classes: for each class the best round that the guard accepts."""

import math
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import torch

from cryo_assets.assets.particles.source import source_particles
from cryo_assets.assets.rounds.clusters import read_labels
from cryo_assets.assets.rounds.steps import ROUNDS, beyond
from cryo_assets.assets.rounds.tables import REFINED_OPTICS, as_refined
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.pictures import latent as latent_pictures
from cryo_assets.pictures import results as result_pictures
from cryo_assets.store.class_results import ClassResult, class_file, numbers_of, read_classes, write_classes
from cryo_assets.store.store import Artifact, Check
from cryo_core.data import Optics, Particles, Poses
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.particles import write_particles
from cryo_core.formats.relion_optics import with_one_lens_a_group
from cryo_core.fourier.resample import cropped
from cryo_core.refinement.table import SCORE_COLUMNS

_PICTURED_BOX = 96

_COLUMNS = (
    *("round", "particles", "resolution_angstrom", "coarsest_angstrom", "plain_angstrom"),
    *("substituted_angstrom", "shared_images", "solvent_correlation", "alignment_limit_angstrom"),
    *("moved_degrees", "guard", "best"),
)
"""Columns of classes.csv, which has a row for each class and round."""

_TAKEN = {
    "maps": (".mrc", "_half1.mrc", "_half2.mrc"),
    "fsc": ("_mask.mrc", "_fsc.star", "_guard.csv"),
}
"""What is copied of a class: the ends of file names, by the asset of the round."""

OF_NO_CLASS = ("left_out_particles", "noise_particles")
"""How many images the last round's model left out as none of the particle's, and how many fit no class."""

REFUSED = "refused"
"""Folder of classes that the guard accepts in no round: their maps as the last round made them."""

Rounds = Mapping[int, Mapping[str, Artifact]]
"""By number, the `clusters`, `poses`, `maps` and `fsc` of each round that the entry went through."""


def rounds_of(inputs: Mapping[str, Artifact]) -> Rounds:
    """Sort the inputs of a task by round; a round whose maps were not judged is left out."""
    found: dict[int, dict[str, Artifact]] = {}
    for key, artifact in inputs.items():
        group, _, name = key.partition("/")
        if group.startswith("round_"):
            found.setdefault(int(group.removeprefix("round_")), {})[name] = artifact
    return {number: parts for number, parts in sorted(found.items()) if "fsc" in parts}


def class_table(rounds: Rounds) -> list[ClassResult]:
    """A row for each class and round: particles, resolution by the guard and by the FSC alone, and why."""
    rows = []
    for number, parts in rounds.items():
        tested = {c.name for c in read_classes(parts["poses"]) if c.substituted_from_angstrom is not None}
        limit = parts["fsc"].numbers["alignment_limit_angstrom"]
        moved = parts["poses"].numbers["moved_degrees"]
        for judged in read_classes(parts["fsc"]):
            left = math.inf if judged.substituted_angstrom is None else judged.substituted_angstrom
            row = replace(judged, round=number, substituted_angstrom=left if judged.name in tested else None)
            rows.append(replace(row, alignment_limit_angstrom=limit, moved_degrees=moved))
    return sorted(rows, key=lambda row: (row.name, row.round or 0))


def best_rounds(table: Sequence[ClassResult]) -> dict[int, int | None]:
    """For each class of the last round, the first round that is no worse than its finest, but for the FSC's error.

    None where the guard accepts none. The finest of many rounds is finest by chance too: a round within what its
    resolution might be (`coarsest_angstrom`, two standard errors of the FSC) is as good, and the first of such was
    aligned least, and is to be believed most.
    """
    last = max((row.round or 0 for row in table), default=0)
    names = dict.fromkeys(row.name for row in table if row.round == last)
    return {name: _first_as_good([row for row in table if row.name == name]) for name in names}


def _first_as_good(rounds: Sequence[ClassResult]) -> int | None:
    accepted = [row for row in rounds if row.resolution_angstrom is not None]
    if not accepted:
        return None
    finest = min(accepted, key=_resolution)
    bound = max(_resolution(finest), finest.coarsest_angstrom or 0.0)
    return min((row for row in accepted if _resolution(row) <= bound), key=lambda row: row.round or 0).round


def _choice(rounds: Sequence[ClassResult], chosen: int | None) -> str:
    """Why this round, in words."""
    accepted = [row for row in rounds if row.resolution_angstrom is not None]
    if chosen is None:
        return "the guard accepts no round"
    finest, best = min(accepted, key=_resolution), next(row for row in accepted if row.round == chosen)
    if finest.round == chosen:
        return f"round {chosen} is the finest, {_resolution(best):.2f} Å"
    return (
        f"round {chosen} ({_resolution(best):.2f} Å) is the first that is not worse than the finest, round "
        f"{finest.round} ({_resolution(finest):.2f} Å), by more than two standard errors of the FSC"
    )


def over_fitted_after(table: Sequence[ClassResult]) -> int | None:
    """The last round before the first in which the guard refuses most particles' classes that it had accepted.

    None where that never happens. From there on half maps agree only where they were aligned.
    """
    rounds = sorted({row.round or 0 for row in table})
    refused = [_mostly_refused([row for row in table if row.round == number]) for number in rounds]
    for number, before, after in zip(rounds, refused, refused[1:], strict=False):
        if after and not before:
            return number
    return None


def _mostly_refused(table: Sequence[ClassResult]) -> bool:
    lost = sum(row.particles or 0 for row in table if row.resolution_angstrom is None)
    return lost > 0.5 * sum(row.particles or 0 for row in table)


def flows(rounds: Rounds) -> pd.DataFrame:
    """Count the particles that went from each class to each from a round to the next; class −1 is none."""
    labels = {number: read_labels(parts["clusters"]) for number, parts in rounds.items()}
    numbers = list(labels)
    rows = [
        pd.DataFrame({"round": after, "from": labels[before], "to": labels[after]})
        for before, after in zip(numbers, numbers[1:], strict=False)
    ]
    if not rows:
        return pd.DataFrame(columns=["round", "from", "to", "particles"])
    return pd.concat(rows).groupby(["round", "from", "to"]).size().rename("particles").reset_index()


def make(task: Task) -> Report:
    """Take each class's maps and poses from its best round, and write the table of all rounds.

    Maps of a class that the guard accepts in no round lie apart, in `refused/`, as the last round made them.
    """
    rounds = rounds_of(task.inputs)
    table = class_table(rounds)
    chosen = best_rounds(table)
    table = [replace(row, best=chosen.get(row.name) == row.round) for row in table]
    write_classes(task.folder, table, _COLUMNS)
    taken = {name: number for name, number in chosen.items() if number is not None}
    for name, number in taken.items():
        _take_class(task, rounds[number], name)
    for name in chosen.keys() - taken.keys():
        (task.folder / REFUSED).mkdir(exist_ok=True)
        _copy_maps(rounds[max(rounds)], name, task.folder / REFUSED)
    labels = read_labels(rounds[max(rounds)]["clusters"])
    joint = _joint(source_particles(task), rounds, chosen, labels)
    write_particles(task.folder / "particles.star", joint)
    numbers: dict[str, Any] = {
        "best_resolution_angstrom": min((_resolution(r) for r in table if r.best), default=None),
        "accepted_classes": len(taken),
        "rounds": len(rounds),
        "classes": len(chosen),
        **{key: rounds[max(rounds)]["clusters"].numbers.get(key) for key in OF_NO_CLASS},
        "stop": rounds[max(rounds)]["fsc"].numbers["stop"],
        "over_fitted_after_round": over_fitted_after(table),
        **numbers_of(_kept(table, chosen), ("round", "resolution_angstrom")),
    }
    checks = (Check("finite", joint.has_poses, "all poses are finite"),)
    headline = "best_resolution_angstrom" if taken else "accepted_classes"
    return Report(numbers, headline, checks, _draw(task.folder, list(taken), flows(rounds)))


def _resolution(row: ClassResult) -> float:
    return math.inf if row.resolution_angstrom is None else row.resolution_angstrom


def _kept(table: Sequence[ClassResult], chosen: Mapping[int, int | None]) -> list[ClassResult]:
    """What is said of each class: its best round, and its numbers there."""
    best = {row.name: row for row in table if row.best}
    words = {n: _choice([row for row in table if row.name == n], number) for n, number in chosen.items()}
    return [
        ClassResult(
            name,
            round=number,
            particles=best[name].particles,
            resolution_angstrom=best[name].resolution_angstrom,
            coarsest_angstrom=best[name].coarsest_angstrom,
            plain_angstrom=best[name].plain_angstrom,
            others={"choice": words[name]},
        )
        if number is not None
        else ClassResult(name, others={"choice": words[name]})
        for name, number in chosen.items()
    ]


def _draw(folder: Path, names: Sequence[int], flow: pd.DataFrame) -> dict[str, str]:
    """Write and draw where particles went, and draw the maps of classes; the pictures by title."""
    flow.to_csv(folder / "flow.csv", index=False)
    pictures = {}
    if names:
        maps = {f"class {n}": cropped(read_volume(folder / class_file(n)), _PICTURED_BOX) for n in names}
        latent_pictures.class_slices(maps, folder / "classes.png")
        pictures["class maps"] = "classes.png"
    if len(flow):
        result_pictures.flow(flow, folder / "flow.png")
        pictures["particles from class to class"] = "flow.png"
    return pictures


def _take_class(task: Task, parts: Mapping[str, Artifact], name: int) -> None:
    """Copy a class's maps, mask and FSC from its round, and write the particles that its map was made of."""
    _copy_maps(parts, name, task.folder)
    labels = read_labels(parts["clusters"])
    whole = _classed(as_refined(source_particles(task), parts["poses"]), labels)
    write_particles(task.folder / class_file(name, ".star"), whole.take(np.flatnonzero(labels == name)))


def _copy_maps(parts: Mapping[str, Artifact], name: int, folder: Path) -> None:
    """Copy a class's maps, mask and FSC from a round."""
    for asset, suffixes in _TAKEN.items():
        for file in (class_file(name, suffix) for suffix in suffixes):
            if file in parts[asset].files:
                shutil.copyfile(parts[asset].path(file), folder / file)


def _classed(particles: Particles, labels: np.ndarray) -> Particles:
    return replace(particles, class_number=np.where(labels > 0, labels, 0).astype(np.int64))


def _joint(
    source: Particles, rounds: Rounds, chosen: Mapping[int, int | None], labels: np.ndarray
) -> Particles:
    """Each particle as the best round of its last class has it; otherwise as the last round has."""
    joint = as_refined(source, rounds[max(rounds)]["poses"])
    for name, number in chosen.items():
        if number is not None and number != max(rounds):
            found = as_refined(source, rounds[number]["poses"])
            joint = _with_rows(joint, found, np.flatnonzero(labels == name))
    return _classed(joint, labels)


def _with_rows(joint: Particles, found: Particles, rows: np.ndarray) -> Particles:
    """A table with some rows of another: poses, optics and scores."""
    at = torch.from_numpy(rows)

    def put(whole: torch.Tensor, part: torch.Tensor) -> torch.Tensor:
        return whole.index_copy(0, at, part[at].to(whole.dtype))

    poses = Poses(
        put(joint.poses.rotation, found.poses.rotation),
        put(joint.poses.shift_angstrom, found.poses.shift_angstrom),
    )
    optics = replace(
        joint.optics,
        **{name: put(*_alike(name, joint.optics, found.optics)) for name in REFINED_OPTICS},
    )
    score, extra = joint.score.copy(), joint.extra.copy()
    score[rows] = found.score[rows]
    for column in SCORE_COLUMNS:
        if column in extra and column in found.extra:
            extra.loc[rows, column] = found.extra[column].to_numpy()[rows]
    return with_one_lens_a_group(replace(joint, poses=poses, optics=optics, score=score, extra=extra))


def _alike(name: str, *optics: Optics) -> list[torch.Tensor]:
    """A column of two tables, with as many numbers in both: a table has none where no image needs them."""
    values = [getattr(one, name).to(optics[0].pixel_angstrom.dtype) for one in optics]
    width = max(v[0].numel() for v in values)
    if all(v[0].numel() == width for v in values):
        return values
    nothing = torch.eye(2).flatten() if name == "magnification" else torch.zeros(width)
    return [torch.cat([v, nothing[v.shape[1] :].to(v).expand(len(v), -1)], 1) for v in values]


_OF_A_ROUND = ("clusters", "poses", "maps", "fsc")


STEP = Step(
    key="results/classes",
    partition="datasets",
    code_version="3",
    description="Each class as its best round that the guard accepts has it: maps, mask, FSC and particles; "
    "and the table of all classes and rounds.",
    compute=make,
    checks=("finite",),
    inputs=("particles/source",),
    offered=tuple(f"round_{n:02d}/{name}" for n in range(1, ROUNDS + 1) for name in _OF_A_ROUND),
    skips=beyond(1),
    round=1,
    kinds=frozenset({"mrc", "relion"}),
)
