"""Two particle tables as one: their optics groups stay apart, each with its own pixel size, voltage and aberrations."""

from dataclasses import fields, replace

import numpy as np
import pandas as pd
import torch
from torch import Tensor

from cryo_core.data import Optics, Particles, Poses
from cryo_core.errors import SettingsError

_IDENTITY = torch.tensor([1.0, 0.0, 0.0, 1.0])


def merged(first: Particles, second: Particles) -> Particles:
    """The rows of the first table, then those of the second, whose optics groups are numbered on.

    Half sets are kept where both tables have them. Stacks that both name are one: an image that stands in both is one
    image in two rows.

    Parameters
    ----------
    first, second
        The tables.

    Raises
    ------
    SettingsError
        One has poses and the other none, one says another contrast than the other, or both hold the same image.
    """
    if first.has_poses != second.has_poses:
        which = "second" if first.has_poses else "first"
        raise SettingsError(
            f"the {which} has no poses and the other has: leave the poses of both out, or find them"
        )
    if first.contrast != second.contrast:
        raise SettingsError(f"contrast: one is {first.contrast}, the other {second.contrast}")
    behind = int(first.optics.group.max())
    other = replace(second.optics, group=second.optics.group + behind)
    halves = np.concatenate([first.half_set, second.half_set])
    both = all(set(np.unique(table.half_set).tolist()) == {1, 2} for table in (first, second))
    found = Particles(
        poses=Poses(
            torch.cat([first.poses.rotation, second.poses.rotation.to(first.poses.rotation)]),
            torch.cat(
                [first.poses.shift_angstrom, second.poses.shift_angstrom.to(first.poses.shift_angstrom)]
            ),
        ),
        optics=_joined(first.optics, other),
        stacks=first.stacks + second.stacks,
        stack_number=np.concatenate([first.stack_number, second.stack_number + len(first.stacks)]),
        image_number=np.concatenate([first.image_number, second.image_number]),
        half_set=halves if both else np.zeros_like(halves),
        class_number=np.zeros(len(halves), first.class_number.dtype),
        score=np.full(len(halves), np.nan, first.score.dtype),
        extra=pd.DataFrame(index=range(len(halves))),
        optics_extra=_groups(first.optics_extra, second.optics_extra, behind),
        contrast=first.contrast,
    )
    image = found.image_of
    if len(np.intersect1d(image[: len(first)], image[len(first) :])):
        raise SettingsError("both tables hold the same images: leave them out of one of the two first")
    return found


def _joined(first: Optics, second: Optics) -> Optics:
    """The optics of both; of what only one has, the other gets what says that it has none."""
    values: dict[str, Tensor] = {}
    for each in fields(Optics):
        a, b = getattr(first, each.name), getattr(second, each.name)
        wide = max(a.shape[1], b.shape[1]) if a.ndim == 2 else 0
        if wide:
            none = _IDENTITY if each.name == "magnification" else torch.zeros(wide)
            a, b = (_widened(rows, none) for rows in (a, b))
        values[each.name] = torch.cat([a, b.to(a)])
    return Optics(**values)


def _widened(rows: Tensor, none: Tensor) -> Tensor:
    """Rows with as many columns as `none`, which fills those that are missing."""
    have = rows.shape[1]
    return torch.cat([rows, none[have:].to(rows).expand(len(rows), -1)], 1)


def _groups(first: pd.DataFrame, second: pd.DataFrame, behind: int) -> pd.DataFrame:
    """One row an optics group, the second table's numbered on; columns that both have."""
    if "rlnOpticsGroup" not in first or "rlnOpticsGroup" not in second:
        return pd.DataFrame()
    shared = [name for name in first if name in second]
    numbers = second["rlnOpticsGroup"].astype(float).astype(int) + behind
    later = second[shared].assign(rlnOpticsGroup=numbers.astype(str))
    if "rlnOpticsGroupName" in shared:
        taken = set(first["rlnOpticsGroupName"])
        names = [
            f"{name}_{n}" if name in taken else name
            for name, n in zip(later["rlnOpticsGroupName"], numbers, strict=True)
        ]
        later = later.assign(rlnOpticsGroupName=names)
    return pd.concat([first[shared], later], ignore_index=True)
