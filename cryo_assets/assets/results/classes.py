"""What a data set's rounds come to: for each class the best round that the guard accepts."""

import math
import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import torch

from cryo_assets.assets.particles.source import source_particles
from cryo_assets.assets.rounds.clusters import read_labels
from cryo_assets.assets.rounds.steps import ROUNDS
from cryo_assets.assets.rounds.tables import as_refined
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.manifest import Dataset
from cryo_assets.pictures import latent as latent_pictures
from cryo_assets.pictures import results as result_pictures
from cryo_assets.store.store import Artifact, Check
from cryo_core.data import Particles, Poses
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.particles import write_particles
from cryo_core.fourier.resample import cropped
from cryo_core.refinement.table import SCORE_COLUMNS

_PICTURED_BOX = 96

Rounds = Mapping[int, Mapping[str, Artifact]]
"""By number, the `clusters`, `poses`, `maps` and `fsc` of each round that the entry went through."""


def without_rounds(manifest: Dataset) -> str | None:
    """Say why an entry has no results."""
    return None if manifest.rounds else "rounds: 0 in dataset.yaml (`cryo run NAME --rounds 1` raises it)"


def rounds_of(inputs: Mapping[str, Artifact]) -> Rounds:
    """Sort the inputs of a task by round; a round whose maps were not judged is left out."""
    found: dict[int, dict[str, Artifact]] = {}
    for key, artifact in inputs.items():
        group, _, name = key.partition("/")
        if group.startswith("round_"):
            found.setdefault(int(group.removeprefix("round_")), {})[name] = artifact
    return {number: parts for number, parts in sorted(found.items()) if "fsc" in parts}


def class_table(rounds: Rounds) -> pd.DataFrame:
    """Give a row for each class and round: particles, resolution by the guard and by the FSC alone, and why."""
    rows = []
    for number, parts in rounds.items():
        numbers = parts["fsc"].numbers
        for key in numbers:
            named = re.fullmatch(r"class_(\d+)_guard", key)
            if not named:
                continue
            start = f"class_{named[1]}"
            rows.append(
                {
                    "class": int(named[1]),
                    "round": number,
                    "particles": numbers[f"{start}_particles"],
                    "resolution_angstrom": _or_nan(numbers[f"{start}_resolution_angstrom"]),
                    "plain_angstrom": _or_nan(numbers[f"{start}_plain_angstrom"]),
                    "substituted_angstrom": _substituted(parts, start),
                    "alignment_limit_angstrom": numbers["alignment_limit_angstrom"],
                    "moved_degrees": parts["poses"].numbers["moved_degrees"],
                    "guard": numbers[key],
                }
            )
    columns = ["class", "round", "particles", "resolution_angstrom", "plain_angstrom"]
    more = ["substituted_angstrom", "alignment_limit_angstrom", "moved_degrees", "guard"]
    return pd.DataFrame(rows, columns=columns + more).sort_values(["class", "round"], ignore_index=True)


def best_rounds(table: pd.DataFrame) -> dict[int, int | None]:
    """Choose, for each class of the last round, the round of its finest accepted resolution: the first such one.

    None where the guard accepts none. Of equal rounds the first was aligned least, and is to be believed most.
    """
    last = table[table["round"] == table["round"].max()]["class"]
    chosen: dict[int, int | None] = {}
    for name in last:
        mine = table[(table["class"] == name) & table["resolution_angstrom"].notna()]
        chosen[int(name)] = (
            int(mine.loc[mine["resolution_angstrom"].idxmin(), "round"]) if len(mine) else None
        )
    return chosen


def over_fitted_after(table: pd.DataFrame) -> int | None:
    """Give the last round before the first in which the guard refuses most particles' classes that it had accepted.

    None where that never happens. From there on half maps agree only where they were aligned.
    """
    refused = table.assign(lost=table["resolution_angstrom"].isna() * table["particles"])
    share = refused.groupby("round")[["lost", "particles"]].sum()
    bad = share["lost"] > 0.5 * share["particles"]
    for before, after in zip(bad.index, bad.index[1:], strict=False):
        if bad[after] and not bad[before]:
            return int(before)
    return None


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
    """Take each class's maps and poses from its best round, and write the table of all rounds."""
    rounds = rounds_of(task.inputs)
    table = class_table(rounds)
    chosen = best_rounds(table)
    table["best"] = [
        chosen.get(int(c)) == int(r) for c, r in zip(table["class"], table["round"], strict=True)
    ]
    table.to_csv(task.folder / "classes.csv", index=False)
    flow = flows(rounds)
    flow.to_csv(task.folder / "flow.csv", index=False)
    pictures: dict[str, str] = {}
    if len(flow):
        result_pictures.flow(flow, task.folder / "flow.png")
        pictures["particles from class to class"] = "flow.png"
    last = rounds[max(rounds)]
    labels = read_labels(last["clusters"])
    numbers: dict[str, Any] = {
        "rounds": len(rounds),
        "classes": len(chosen),
        "stop": last["fsc"].numbers["stop"],
        "over_fitted_after_round": over_fitted_after(table),
    }
    volumes = {}
    for name, number in chosen.items():
        start = f"class_{name:02d}"
        numbers |= {f"{start}_round": number, f"{start}_resolution_angstrom": None}
        if number is None:
            continue
        _take_class(task, rounds[number], name)
        volumes[f"class {name}"] = cropped(read_volume(task.folder / f"{start}.mrc"), _PICTURED_BOX)
        row = table[(table["class"] == name) & table["best"]].iloc[0]
        numbers |= {
            f"{start}_resolution_angstrom": float(row["resolution_angstrom"]),
            f"{start}_plain_angstrom": float(row["plain_angstrom"]),
            f"{start}_particles": int(row["particles"]),
        }
    if volumes:
        latent_pictures.class_slices(volumes, task.folder / "classes.png")
        pictures = {"class maps": "classes.png", **pictures}
    joint = _joint(source_particles(task), rounds, chosen, labels)
    write_particles(task.folder / "particles.star", joint)
    believed = [v for k, v in numbers.items() if k.endswith("_resolution_angstrom") and v is not None]
    finite = joint.has_poses
    return Report(
        {
            "best_resolution_angstrom": min(believed, default=None),
            "accepted_classes": len(volumes),
            **numbers,
        },
        "best_resolution_angstrom",
        (Check("finite", finite, "all poses are finite"),),
        pictures,
    )


def _take_class(task: Task, parts: Mapping[str, Artifact], name: int) -> None:
    """Copy a class's maps, mask and FSC from its round, and write the particles that its map was made of."""
    start = f"class_{name:02d}"
    for suffix in (".mrc", "_half1.mrc", "_half2.mrc"):
        shutil.copyfile(parts["maps"].path(f"{start}{suffix}"), task.folder / f"{start}{suffix}")
    for suffix in ("_mask.mrc", "_fsc.star", "_guard.csv"):
        if (parts["fsc"].folder / f"{start}{suffix}").is_file():
            shutil.copyfile(parts["fsc"].path(f"{start}{suffix}"), task.folder / f"{start}{suffix}")
    labels = read_labels(parts["clusters"])
    whole = _classed(as_refined(source_particles(task), parts["poses"]), labels)
    write_particles(task.folder / f"{start}.star", whole.take(np.flatnonzero(labels == name)))


def _classed(particles: Particles, labels: np.ndarray) -> Particles:
    return replace(particles, class_number=np.where(labels > 0, labels, 0).astype(np.int64))


def _joint(
    source: Particles, rounds: Rounds, chosen: Mapping[int, int | None], labels: np.ndarray
) -> Particles:
    """Give each particle what the best round of its last class found of it; otherwise the last round."""
    joint = as_refined(source, rounds[max(rounds)]["poses"])
    for name, number in chosen.items():
        if number is not None and number != max(rounds):
            found = as_refined(source, rounds[number]["poses"])
            joint = _with_rows(joint, found, np.flatnonzero(labels == name))
    return _classed(joint, labels)


def _with_rows(joint: Particles, found: Particles, rows: np.ndarray) -> Particles:
    """Give a table some rows of another: poses, defoci and scores."""
    at = torch.from_numpy(rows)

    def put(whole: torch.Tensor, part: torch.Tensor) -> torch.Tensor:
        return whole.index_copy(0, at, part[at])

    poses = Poses(
        put(joint.poses.rotation, found.poses.rotation),
        put(joint.poses.shift_angstrom, found.poses.shift_angstrom),
    )
    optics = replace(
        joint.optics,
        defocus_u_angstrom=put(joint.optics.defocus_u_angstrom, found.optics.defocus_u_angstrom),
        defocus_v_angstrom=put(joint.optics.defocus_v_angstrom, found.optics.defocus_v_angstrom),
    )
    score, extra = joint.score.copy(), joint.extra.copy()
    score[rows] = found.score[rows]
    for column in SCORE_COLUMNS:
        if column in extra and column in found.extra:
            extra.loc[rows, column] = found.extra[column].to_numpy()[rows]
    return replace(joint, poses=poses, optics=optics, score=score, extra=extra)


def _substituted(parts: Mapping[str, Artifact], start: str) -> float:
    """Give what is left of a class's resolution without noise's FSC: infinite if nothing, NaN if not tested."""
    if f"{start}_substituted_from_angstrom" not in parts["poses"].numbers:
        return math.nan
    value = parts["fsc"].numbers[f"{start}_substituted_angstrom"]
    return math.inf if value is None else float(value)


def _or_nan(value: Any) -> float:
    return math.nan if value is None else float(value)


def class_maps(classes: Artifact) -> list[int]:
    """Give the classes of `results/classes` that have maps: those that the guard accepted."""
    names = (re.fullmatch(r"class_(\d+)\.mrc", path.name) for path in classes.folder.iterdir())
    return sorted(int(found[1]) for found in names if found)


_OF_A_ROUND = ("clusters", "poses", "maps", "fsc")


STEP = Step(
    key="results/classes",
    partition="datasets",
    code_version="2",
    description="Each class as its best round that the guard accepts has it: maps, mask, FSC and particles; "
    "and the table of all classes and rounds.",
    compute=make,
    checks=("finite",),
    inputs=("particles/source",),
    offered=tuple(f"round_{n:02d}/{name}" for n in range(1, ROUNDS + 1) for name in _OF_A_ROUND),
    skips=without_rounds,
    round=1,
    kinds=frozenset({"mrc", "relion"}),
)
