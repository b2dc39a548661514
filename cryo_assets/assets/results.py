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

from cryo_assets import previews_latent, previews_results
from cryo_assets.assets.classes import read_labels
from cryo_assets.assets.latent import cropped, poses_of
from cryo_assets.assets.particles import source_particles
from cryo_assets.settings import Dataset
from cryo_assets.step import Report, Task
from cryo_assets.store import Artifact, Check
from cryo_core.data import Poses
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.particles import write_particles

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
                    "alignment_limit_angstrom": numbers["alignment_limit_angstrom"],
                    "moved_degrees": parts["poses"].numbers["moved_degrees"],
                    "guard": numbers[key],
                }
            )
    columns = ["class", "round", "particles", "resolution_angstrom", "plain_angstrom"]
    more = ["alignment_limit_angstrom", "moved_degrees", "guard"]
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


def make_classes(task: Task) -> Report:
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
        previews_results.flow(flow, task.folder / "flow.png")
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
        previews_latent.class_slices(volumes, task.folder / "classes.png")
        pictures = {"class maps": "classes.png", **pictures}
    poses = _joint_poses(rounds, chosen, labels)
    source = source_particles(task)
    write_particles(
        task.folder / "particles.star",
        replace(source, poses=poses, class_number=np.where(labels > 0, labels, 0).astype(np.int64)),
    )
    believed = [v for k, v in numbers.items() if k.endswith("_resolution_angstrom") and v is not None]
    finite = bool(torch.isfinite(poses.rotation).all() and torch.isfinite(poses.shift_angstrom).all())
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
    for suffix in ("_mask.mrc", "_fsc.star"):
        shutil.copyfile(parts["fsc"].path(f"{start}{suffix}"), task.folder / f"{start}{suffix}")
    labels = read_labels(parts["clusters"])
    source = source_particles(task)
    whole = replace(source, poses=poses_of(parts["poses"]), class_number=np.where(labels > 0, labels, 0))
    write_particles(task.folder / f"{start}.star", whole.take(np.flatnonzero(labels == name)))


def _joint_poses(rounds: Rounds, chosen: Mapping[int, int | None], labels: np.ndarray) -> Poses:
    """Give each particle the pose that the best round of its last class has for it; otherwise the last round's."""
    last = poses_of(rounds[max(rounds)]["poses"])
    rotation, shift = last.rotation.clone(), last.shift_angstrom.clone()
    for name, number in chosen.items():
        if number is not None:
            rows = torch.from_numpy(np.flatnonzero(labels == name))
            poses = poses_of(rounds[number]["poses"])
            rotation[rows], shift[rows] = poses.rotation[rows], poses.shift_angstrom[rows]
    return Poses(rotation, shift)


def _or_nan(value: Any) -> float:
    return math.nan if value is None else float(value)


def class_maps(classes: Artifact) -> list[int]:
    """Give the classes of `results/classes` that have maps: those that the guard accepted."""
    names = (re.fullmatch(r"class_(\d+)\.mrc", path.name) for path in classes.folder.iterdir())
    return sorted(int(found[1]) for found in names if found)
