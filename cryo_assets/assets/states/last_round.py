"""The last round of a data set, which its states are found in."""

from collections.abc import Mapping, Sequence

import torch

from cryo_assets.assets.rounds.latents import read_latents
from cryo_assets.assets.rounds.model import reasons_left_out
from cryo_assets.assets.rounds.steps import ROUNDS
from cryo_assets.store.store import Artifact
from cryo_core.errors import SettingsError
from cryo_core.heterogeneity.latents import Latents


def offered(names: Sequence[str]) -> tuple[str, ...]:
    """These assets of every round, which a step rests on where the entry has them."""
    return tuple(f"round_{n:02d}/{name}" for n in range(1, ROUNDS + 1) for name in names)


def last_round(inputs: Mapping[str, Artifact], names: Sequence[str]) -> dict[str, Artifact]:
    """These assets of the last round that has them all; SettingsError where none has."""
    for number in range(ROUNDS, 0, -1):
        keys = {name: f"round_{number:02d}/{name}" for name in names}
        if all(key in inputs for key in keys.values()):
            return {name: inputs[key] for name, key in keys.items()}
    raise SettingsError("states are found in the latents of a round: `cryo run NAME --rounds 1` makes one")


def good_latents(parts: Mapping[str, Artifact]) -> Latents:
    """Latents of a round's particles that were not left out."""
    latents = read_latents(parts["latents"])
    good = torch.from_numpy(reasons_left_out(parts["model"], len(latents)) == 0)
    return Latents(latents.mean[good], latents.precision[good])
