"""What was found, in words."""

import numpy as np
from jaxtyping import Float, Int

from cryo_core.heterogeneity.classes.settings import NOISE, ClusterSettings

CONTINUOUS = 0.25
"""Two classes with this share of their particles midway between them are taken for parts of one motion."""


def verdict(
    number: Int[np.ndarray, " n"],
    probability: Float[np.ndarray, " n"],
    midway: Float[np.ndarray, "j j"],
    tried: list[int],
    dissolved: list[int],
    settings: ClusterSettings,
    why: str,
) -> str:
    """Say in words how many classes there are, how surely, and what was done to them."""
    names, counts = np.unique(number[number > 0], return_counts=True)
    asked = "as asked" if settings.classes is not None else f"{why}, of {min(tried)} to {max(tried)} tried"
    asked = asked if why or settings.classes is not None else f"{settings.method} finds as many as there are"
    said = []
    if len(names) == 0:
        said.append("No class: every particle is noise.")
    elif len(names) == 1:
        said.append(f"One class: nothing divides these particles ({asked}).")
    else:
        shares = ", ".join(f"{100 * n / len(number):.0f}%" for n in counts)
        sure = probability[number > 0].mean()
        said.append(f"{len(names)} classes ({asked}): {shares}; mean probability {sure:.2f}.")
        if settings.classes is None and len(tried) > 1 and len(names) == settings.most:
            said.append("This is the largest number tried: there may be more (set `most`).")
    joined = [(i + 1, j + 1) for j in range(len(midway)) for i in range(j) if midway[i, j] >= CONTINUOUS]
    if joined:
        pairs = ", ".join(f"{i} and {j}" for i, j in joined)
        said.append(
            f"Between classes {pairs} the particles go on without a gap: these are slices of a continuous motion "
            "(or one class cut in two); look at the latents rather than at classes."
        )
    if dissolved:
        where = "to the class that fits them next" if settings.method in ("mixture", "gmm") else "to noise"
        said.append(
            f"{len(dissolved)} classes under {100 * settings.smallest:g}% went {where}: {sum(dissolved)} particles."
        )
    noise = int((number == NOISE).sum())
    if noise and len(names):
        said.append(f"{noise} particles ({100 * noise / len(number):.0f}%) are noise.")
    return " ".join(said)
