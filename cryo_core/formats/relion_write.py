"""RELION's particle tables, written as 3.1 or 5; `relion` says the conventions."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import torch
from jaxtyping import Int

from cryo_core.data import Particles, Poses
from cryo_core.errors import FormatError
from cryo_core.formats.fields import Layout, exact
from cryo_core.formats.relion import RELION_ANGLES, RELION_IMAGE, RELION_ORIGINS
from cryo_core.formats.relion_optics import optics_table
from cryo_core.formats.star import write_star
from cryo_core.geometry.rotations import matrix_to_euler


def write_relion(
    path: Path,
    particles: Particles,
    stack_names: Sequence[str],
    box: Int[np.ndarray, " s"] | None,
    layout: Layout,
) -> None:
    """Write particles as RELION 3.1 or 5 (they differ in the mark): groups keep numbers, extra columns text.

    Groups that no particle belongs to are left out; so are unknown poses, half sets, classes and scores. A stack
    that is not called .mrcs is named `….mrc:mrcs`, by which RELION knows it for one. The images' contrast is said in
    a comment.

    Parameters
    ----------
    path : the table, .star
    particles : what is written
    stack_names : what to call each of the particles' stacks
    box : edge of each stack's images in pixels, where the stacks are there
    layout : its `relion` is the version, and `keep_columns` writes columns that RELION does not know
    """
    blocks = {
        "optics": optics_table(path, particles, box),
        "particles": _particle_table(path, particles, [_as_stack(name) for name in stack_names]),
    }
    if not layout.keep_columns:
        blocks = {
            name: table[[c for c in table if str(c).startswith("rln")]] for name, table in blocks.items()
        }
    write_star(path, blocks, layout.relion, particles.contrast)


def _as_stack(name: str) -> str:
    return name if name.endswith((".mrcs", ":mrcs")) else f"{name}:mrcs"


def _particle_table(path: Path, particles: Particles, stack_names: Sequence[str]) -> pd.DataFrame:
    places = zip(particles.image_number.tolist(), particles.stack_number.tolist(), strict=True)
    columns: dict[str, object] = {RELION_IMAGE: [f"{i + 1:06d}@{stack_names[s]}" for i, s in places]}
    if not bool(particles.poses.rotation.isnan().all()):
        columns |= _pose_columns(path, particles.poses)
    optics = particles.optics
    columns |= {
        "rlnDefocusU": exact(optics.defocus_u_angstrom),
        "rlnDefocusV": exact(optics.defocus_v_angstrom),
        "rlnDefocusAngle": exact(optics.defocus_angle_degrees),
        "rlnPhaseShift": exact(optics.phase_shift_degrees),
        "rlnCtfBfactor": exact(optics.b_factor_angstrom2),
        "rlnOpticsGroup": optics.group.cpu().numpy(),
    }
    if bool((optics.scale != 1).any()):
        columns["rlnCtfScalefactor"] = exact(optics.scale)
    if particles.half_set.any():
        columns["rlnRandomSubset"] = particles.half_set
    if particles.class_number.any():
        columns["rlnClassNumber"] = particles.class_number
    if not np.isnan(particles.score).all():
        columns["rlnMaxValueProbDistribution"] = particles.score
    extra = particles.extra.drop(columns=list(columns), errors="ignore").reset_index(drop=True)
    return pd.concat([pd.DataFrame(columns), extra.apply(_printable)], axis=1)


def _printable(column: pd.Series) -> pd.Series:
    """Carried column as it can be written: what is not finite becomes text."""
    if column.dtype.kind == "f" and not np.isfinite(column).all():
        return column.map(lambda value: str(np.float64(str(value)))).astype("str")
    return column


def _pose_columns(path: Path, poses: Poses) -> dict[str, object]:
    if bool(poses.rotation.isnan().any()):
        row = int(poses.rotation.isnan().flatten(1).any(1).int().argmax())
        raise FormatError(f"{path}: row {row + 1}: the particle has no pose, and others have")
    euler = matrix_to_euler(poses.rotation.to("cpu", torch.float64)).numpy()
    shift = exact(poses.shift_angstrom)
    columns: dict[str, object] = {name: euler[:, i].round(6) for i, name in enumerate(RELION_ANGLES)}
    return columns | {name: shift[:, i].round(6) for i, name in enumerate(RELION_ORIGINS)}
