"""states/separation: whether the latents hold what is no state of the molecule, and how much the images bear at all."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import torch
from scipy.stats import norm

from cryo_assets.assets.particles.source import source_particles
from cryo_assets.assets.rounds.latents import read_latents
from cryo_assets.assets.rounds.model import reasons_left_out
from cryo_assets.assets.rounds.steps import beyond
from cryo_assets.assets.states.last_round import last_round, offered
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.pictures import states as state_pictures
from cryo_assets.store.store import Artifact, Check
from cryo_core.data import Particles
from cryo_core.heterogeneity.classes.evidence import least_distance
from cryo_core.heterogeneity.latents import Latents
from cryo_core.heterogeneity.linear.lumps import least_mass
from cryo_core.heterogeneity.linear.model import LinearFit, load_linear
from cryo_core.heterogeneity.states.separation import (
    RIGID,
    Tie,
    centred,
    rigid_share,
    tie_to_groups,
    tie_to_numbers,
    view_features,
)

_MICROGRAPH = "rlnMicrographName"

_WAYS_OUT = {
    "view": "refine the poses first, and look whether the views of each state are even (`cryo orientations`)",
    "defocus": "refine the CTF (`round_*.poses.ctf: true`), and look for images of the wrong contrast",
    "shift": "re-centre the particles; look for neighbours within the box",
    "micrograph": "look at the micrographs at both ends: ice, thickness, or a wrong pixel size",
    "optics group": "look whether the groups have one pixel size, voltage and grey scale",
    "half set": "the half sets are no random halves: draw them again",
}
"""What may be done where latents depend on something that is no state."""


@dataclass(frozen=True)
class SeparationSettings:
    """How ties are asked for.

    Attributes
    ----------
    seed : number
        Of the signs that are drawn.
    """

    seed: int = 20240229


def make(task: Task) -> Report:
    """Ask each thing that latents should not tell, and each component what it is; the table in words."""
    parts = last_round(task.inputs, OF_A_ROUND)
    latents, model = read_latents(parts["latents"]), parts["model"]
    good = np.flatnonzero(reasons_left_out(model, len(latents)) == 0)
    seen = Latents(latents.mean[good], latents.precision[good])
    rows = _ties(seen, source_particles(task).take(good), task.settings.seed)
    rows += _of_model(model, len(good)) + _left_out(len(latents) - len(good), len(latents))
    table = pd.DataFrame(rows)
    table.to_csv(task.folder / "separation.csv", index=False)
    obstacles = table[table["obstacle"]]
    numbers: dict[str, Any] = {
        "obstacles": len(obstacles),
        **{f"{row['asked'].replace(' ', '_')}_share": row["found"] for row in rows if row["kind"] == "tie"},
        "verdict": " ".join(obstacles["words"])
        or "Nothing was found that stands between the images and their states.",
    }
    ties = [row for row in rows if row["kind"] == "tie"]
    state_pictures.shares(
        {row["asked"]: (row["found"], row["chance"]) for row in ties}, task.folder / "ties.png"
    )
    check = Check("finite", bool(table["found"].notna().all()), f"{len(table)} tests")
    return Report(numbers, "obstacles", (check,), {"what explains the latents' spread": "ties.png"})


def _row(kind: str, asked: str, found: float, words: str, obstacle: bool, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "asked": asked, "found": found, "obstacle": obstacle, "words": words, **more}


def _ties(latents: Latents, particles: Particles, seed: int) -> list[dict[str, Any]]:
    """A row for each thing that latents should not depend on."""
    points, generator = centred(latents), torch.Generator().manual_seed(seed)
    optics, poses = particles.optics, particles.poses
    defocus = 0.5 * (optics.defocus_u_angstrom + optics.defocus_v_angstrom).double().cpu()
    found: dict[str, Tie | None] = {
        "view": tie_to_numbers(points, view_features(poses.rotation.cpu()), generator),
        "shift": tie_to_numbers(points, poses.shift_angstrom.double().cpu(), generator),
        "defocus": tie_to_numbers(points, torch.stack([defocus, defocus.square()], 1), generator),
        "optics group": tie_to_groups(points, optics.group.cpu().numpy(), generator),
        "half set": tie_to_groups(points, particles.half_set, generator),
    }
    if _MICROGRAPH in particles.extra:
        micrograph = pd.factorize(particles.extra[_MICROGRAPH])[0]
        found["micrograph"] = tie_to_groups(points, micrograph, generator)
    return [_tie(name, tie) for name, tie in found.items() if tie is not None]


def _tie(name: str, tie: Tie) -> dict[str, Any]:
    words = f"{name}: explains {tie.share:.1%} of the latents' spread, by chance {tie.chance:.1%}"
    words += f" (p {max(tie.p, 1e-300):.1g}): {_WAYS_OUT[name]}." if tie.is_real else " (no tie)."
    return _row("tie", name, tie.share, words, tie.is_real, chance=tie.chance, p=tie.p)


def _of_model(model: Artifact, images: int) -> list[dict[str, Any]]:
    """What the linear model says: evidence of each number of components, what is rigid in them, and the power."""
    if model.numbers["method"] != "linear":
        return []
    fit = load_linear(model.path("model/linear.json").parent)
    rows = [_evidence(fit, number) for number in range(1, len(fit.held_evidence))]
    rows += [_rigid(fit, number) for number in range(1, len(fit.components) + 1)]
    mass = least_mass(fit.lump_deviations, least_distance(images))
    if np.isfinite(mass):
        words = f"power: equal states of which one lacks {mass:.2%} of the mass would have been found."
        rows.append(_row("power", "mass", mass, words, False))
    if fit.chosen == 0:
        words = "held-out images bear no component: more images would show smaller differences."
        rows.append(_row("evidence", "components", 0.0, words, True))
    return rows


def _evidence(fit: LinearFit, number: int) -> dict[str, Any]:
    gain, error = fit.held_evidence[number], max(fit.held_error[number], 1e-30)
    p = float(norm.sf(gain / error))
    words = f"{number} components: {gain:.3f} ± {error:.3f} nats a held-out image over none."
    return _row("evidence", f"{number} components", gain, words, False, chance=0.0, p=p)


def _rigid(fit: LinearFit, number: int) -> dict[str, Any]:
    share = rigid_share(fit.mean, fit.components[number - 1])
    moves = share > RIGID
    words = f"component {number}: {share:.0%} of it is the whole molecule moved or turned"
    words += ": errors of poses pass for motion; refine them first." if moves else "."
    return _row("rigid", f"component {number}", share, words, moves)


def _left_out(count: int, of: int) -> list[dict[str, Any]]:
    words = f"{count} of {of} images ({count / of:.1%}) are none of the particle's and were left out."
    return [_row("junk", "images left out", count / of, words, count > 0.3 * of)]


OF_A_ROUND = ("model", "latents")

STEP = Step(
    key="states/separation",
    partition="datasets",
    code_version="2",
    description="Why latents separate, or do not: their ties to view, shift, defocus, micrograph, optics group and "
    "half set; evidence of components, poses that pass for motion, junk, and what would have been found.",
    compute=make,
    checks=("finite",),
    inputs=("particles/source",),
    offered=offered(OF_A_ROUND),
    settings=SeparationSettings,
    skips=beyond(1),
    round=1,
    kinds=frozenset({"csv"}),
)
