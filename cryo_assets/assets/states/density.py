"""states/density: how the particles of the last round are distributed in latent space, without their blur."""

from typing import Any

import numpy as np
import pandas as pd

from cryo_assets.assets.rounds.steps import beyond
from cryo_assets.assets.states.last_round import good_latents, last_round, offered
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.pictures import states as state_pictures
from cryo_assets.store.store import Check
from cryo_core.heterogeneity.states.density import Density, DensitySettings, density


def make(task: Task) -> Report:
    """Find the density, its modes and the free energy; write and draw them."""
    parts = last_round(task.inputs, OF_A_ROUND)
    latents = good_latents(parts)
    found = density(latents, task.settings, task.stage())
    arrays: dict[str, Any] = {"grid": found.grid, "density": found.density, "free_energy": found.free_energy}
    arrays |= {"free_energy_error": found.error, "axes": found.axes, "centre": found.centre}
    np.savez(task.folder / "density.npz", **{name: value.numpy() for name, value in arrays.items()})
    rows = [
        {
            "mode": number,
            "support": mode.support,
            "free_energy": mode.free_energy,
            "state": mode.support >= task.settings.support,
            **{f"z{i}": float(value) for i, value in enumerate(mode.at, 1)},
        }
        for number, mode in enumerate(found.modes, 1)
    ]
    pd.DataFrame(rows).to_csv(task.folder / "modes.csv", index=False)
    state_pictures.free_energy(found, task.folder / "free_energy.png")
    numbers: dict[str, Any] = {
        "states": found.states,
        "modes": len(found.modes),
        "axes": len(found.axes),
        "particles": min(len(latents), task.settings.images),
        "verdict": in_words(found, task.settings),
    }
    check = Check("finite", bool(found.density.isfinite().all()), f"{len(found.density)} points")
    return Report(numbers, "states", (check,), {"free energy −ln ρ": "free_energy.png"})


def in_words(found: Density, settings: DensitySettings) -> str:
    """What the density says of states."""
    if found.states == 1:
        others = len(found.modes) - 1
        without = f"; {others} more without support" if others else ""
        return f"One state: the density has one mode{without}."
    sure = [mode for mode in found.modes if mode.support >= settings.support][1:]
    energies = ", ".join(f"{mode.free_energy:.2f}" for mode in sure)
    return (
        f"{found.states} stable states: modes that {settings.support:.0%} of {settings.draws} draws have; "
        f"−ln ρ over the highest: {energies}."
    )


OF_A_ROUND = ("model", "latents")

STEP = Step(
    key="states/density",
    partition="datasets",
    code_version="2",
    description="The density of particles in latent space with the blur of their uncertainty taken out: stable states "
    "as its modes with their support, and the free energy −ln ρ with its error.",
    compute=make,
    checks=("finite",),
    offered=offered(OF_A_ROUND),
    settings=DensitySettings,
    skips=beyond(1),
    round=1,
    kinds=frozenset({"numpy"}),
)
