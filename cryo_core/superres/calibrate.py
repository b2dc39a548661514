"""Calibration of a network's confidence, measured on structures that it was not trained on."""

from collections.abc import Sequence

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Progress, silent
from cryo_core.superres.data import Pair
from cryo_core.superres.model import Generator
from cryo_core.superres.predict import SuperresSettings, agreement, propose


def calibrate(
    generator: Generator,
    pairs: Sequence[Pair],
    settings: SuperresSettings | None = None,
    progress: Progress = silent,
) -> Float[Tensor, " k"]:
    """Generator's `trust`, set in place by maps of known target.

    At each agreement of the passes, the share w of the change r that leaves least of the error e = target −
    input is Σ r e / Σ r² over the molecules' voxels of that agreement (least squares of w r on e); it is kept
    from falling with agreement, and within 0 and 1. Agreements that hardly occur take the neighbour's.

    Parameters
    ----------
    generator : Generator
        The network; its `trust` is changed.
    pairs : sequence of Pair
        Maps and targets of structures that it was not trained on.
    settings : SuperresSettings, optional
        How maps go through the network.
    progress : Progress
        Called after each pair.

    Returns
    -------
    (k,)
        The trust at k agreements from 0 to 1.
    """
    settings = settings or SuperresSettings()
    device = next(generator.parameters()).device
    nodes = len(generator.trust)
    along, power = torch.zeros(nodes, dtype=torch.float64), torch.zeros(nodes, dtype=torch.float64)
    for done, pair in enumerate(pairs, 1):
        density = pair.input.float().to(device)
        proposal = propose(density, pair.mask.to(device), generator, settings)
        error = pair.target.float().to(device) - density
        inside = pair.mask.to(device)
        place = (agreement(proposal)[inside] * (nodes - 1)).round().long().cpu()
        change, error = proposal.change[inside].double().cpu(), error[inside].double().cpu()
        along.index_add_(0, place, change * error)
        power.index_add_(0, place, change.square())
        progress(done, len(pairs))
    generator.trust.copy_(_rising(along, power).to(generator.trust))
    return generator.trust


def _rising(along: Float[Tensor, " k"], power: Float[Tensor, " k"]) -> Float[Tensor, " k"]:
    """Non-falling curve nearest to along / power, weighted by power: pooled adjacent violators."""
    pools: list[list[float]] = []
    for a, p in zip(along.tolist(), power.tolist(), strict=True):
        pools.append([a, p, 1.0])
        while len(pools) > 1 and _ratio(pools[-2]) >= _ratio(pools[-1]):
            a1, p1, n1 = pools.pop()
            pools[-1] = [pools[-1][0] + a1, pools[-1][1] + p1, pools[-1][2] + n1]
    values = [_ratio(pool) for pool in pools for _ in range(int(pool[2]))]
    return torch.tensor(values, dtype=torch.float64).clamp(0.0, 1.0)


def _ratio(pool: list[float]) -> float:
    return pool[0] / pool[1] if pool[1] > 0 else 0.0
