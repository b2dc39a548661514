"""The result of a search for classes, in words."""

import math

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.heterogeneity.classes.evidence import least_distance, least_share
from cryo_core.heterogeneity.classes.mixture import CONTINUOUS, Images
from cryo_core.heterogeneity.classes.settings import NOISE, ClusterSettings


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
        shares = ", ".join(_share(n / len(number)) for n in counts)
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
            f"{len(dissolved)} classes under {settings.smallest} images went {where}: {sum(dissolved)} particles."
        )
    noise = int((number == NOISE).sum())
    if noise and len(names):
        sentences.append(f"{noise} particles ({100 * noise / len(number):.0f}%) are noise.")
    return " ".join(sentences)


def seen_from(images: Images, spread: Tensor | None, settings: ClusterSettings) -> str:
    """Which difference would have been found among so many images, in words, with a space before.

    Distances are in deviations of what one image says along the direction in which images say most, and in latent
    coordinates.

    Parameters
    ----------
    images : Images
        Log likelihoods of the images.
    spread : (k, k), optional
        Spread of a class, which blurs a difference as noise does.
    settings : ClusterSettings
        The settings of the search.
    """
    seen = images if spread is None else images.blurred(spread)
    best = float(torch.linalg.eigvalsh(seen.precision().median(0).values)[-1])
    unit = 1 / math.sqrt(max(best, 1e-12))
    share, away = least_share(len(images), settings.smallest), least_distance(len(images))
    said = []
    if math.isfinite(share):
        said.append(f"a state of {_share(share)} of the particles or more, 4 deviations away")
    if math.isfinite(away):
        said.append(f"two equal states {away:.1f} deviations apart or more")
    if not said:
        return " There are too few particles to find states among, however different."
    return f" Would have been found: {', or '.join(said)} (a deviation is {unit:.2g} latent units)."


def _share(share: float) -> str:
    """A share in per cent, with a decimal where it is small."""
    return f"{100 * share:.0f}%" if share >= 0.02 else f"{100 * share:.2g}%"
