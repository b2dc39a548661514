"""The rounds: latent model → embedding → clusters → poses by class → maps → FSC, each from the one before.

What the published rounds do, with the number of them a field of the manifest (`rounds`). Half sets are fixed in
particles/source and never change; every alignment reads its own half's map alone.
"""

from collections.abc import Callable
from dataclasses import replace

from cryo_assets.assets.rounds import clusters, embedding, fsc, latents, maps, model, poses
from cryo_assets.engine.step import Step
from cryo_assets.entries.manifest import Dataset

ROUNDS = 10
"""Rounds there can be."""

_OF_A_ROUND = tuple(module.STEP for module in (model, latents, embedding, clusters, poses, maps, fsc))
"""The assets of a round, upstream first; their keys begin with `round_NN/`."""


def round_steps(number: int) -> tuple[Step, ...]:
    """The steps of a round, upstream first."""
    return tuple(in_round(step, number) for step in _OF_A_ROUND)


def in_round(step: Step, number: int) -> Step:
    """The step of one round: `round_NN/` in its keys is the round, `previous/` the one before (the first has none)."""

    def key(name: str) -> str:
        return name.replace("round_NN/", f"round_{number:02d}/").replace(
            "previous/", f"round_{number - 1:02d}/"
        )

    inputs = tuple(key(name) for name in step.inputs if number > 1 or not name.startswith("previous/"))
    halted_by = key(step.halted_by) if step.halted_by and number > 1 else None
    skips = beyond(number) if step.key == "round_NN/model" else step.skips
    return replace(step, key=key(step.key), inputs=inputs, halted_by=halted_by, skips=skips, round=number)


def beyond(number: int) -> Callable[[Dataset], str | None]:
    """Why an entry has no round of a number, as a step asks it; None where it has."""

    def skips(manifest: Dataset) -> str | None:
        if number <= manifest.rounds:
            return None
        return f"rounds: {manifest.rounds} in dataset.yaml (`cryo run NAME --rounds {number}` raises it)"

    return skips


ROUND_STEPS = tuple(step for number in range(1, ROUNDS + 1) for step in round_steps(number))
