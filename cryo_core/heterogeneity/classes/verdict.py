"""The result of a search for classes, in words."""

import numpy as np
from jaxtyping import Float, Int

from cryo_core.heterogeneity.classes.settings import NOISE, ClusterSettings

CONTINUOUS = 0.25
"""Two classes with at least this share of their particles midway between them count as parts of one motion."""


def verdict(
    number: Int[np.ndarray, " n"],
    probability: Float[np.ndarray, " n"],
    midway: Float[np.ndarray, "j j"],
    tried: list[int],
    dissolved: list[int],
    settings: ClusterSettings,
    why: str,
) -> str:
    """How many classes there are, how certain that is, and what was done to them, in words.

    Parameters
    ----------
    number : (n,)
        Class of each particle, from 1; noise is −1.
    probability : (n,)
        Probability of the assigned class.
    midway : (j, j)
        Share of particles midway between two classes; NaN: not measured.
    tried : list of int
        Numbers of classes that were tried.
    dissolved : list of int
        Sizes of the classes that were too small.
    settings : ClusterSettings
        The settings of the search.
    why : str
        Why this number of classes was chosen; empty if there was no choice.
    """
    names, counts = np.unique(number[number > 0], return_counts=True)
    asked = "as asked" if settings.classes is not None else f"{why}, of {min(tried)} to {max(tried)} tried"
    asked = asked if why or settings.classes is not None else f"{settings.method} finds as many as there are"
    sentences = []
    if len(names) == 0:
        sentences.append("No class: every particle is noise.")
    elif len(names) == 1:
        sentences.append(f"One class: nothing divides these particles ({asked}).")
    else:
        shares = ", ".join(f"{100 * n / len(number):.0f}%" for n in counts)
        sure = probability[number > 0].mean()
        sentences.append(f"{len(names)} classes ({asked}): {shares}; mean probability {sure:.2f}.")
        if settings.classes is None and len(tried) > 1 and len(names) == settings.most:
            sentences.append("This is the largest number tried: there may be more (set `most`).")
    joined = [(i + 1, j + 1) for j in range(len(midway)) for i in range(j) if midway[i, j] >= CONTINUOUS]
    if joined:
        pairs = ", ".join(f"{i} and {j}" for i, j in joined)
        sentences.append(
            f"Between classes {pairs} the particles go on without a gap: these are slices of a continuous motion "
            "(or one class cut in two); look at the latents rather than at classes."
        )
    if dissolved:
        where = "to the class that fits them next" if settings.method in ("mixture", "gmm") else "to noise"
        sentences.append(
            f"{len(dissolved)} classes under {100 * settings.smallest:g}% went {where}: {sum(dissolved)} particles."
        )
    noise = int((number == NOISE).sum())
    if noise and len(names):
        sentences.append(f"{noise} particles ({100 * noise / len(number):.0f}%) are noise.")
    return " ".join(sentences)
