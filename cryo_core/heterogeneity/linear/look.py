"""The last looks: every image again, on a finer grid, under maps that it is no part of.

At high frequency a point of Fourier space is seen by few images. In a map that an image is part of it meets its own
noise there, and finds again what it was taken for.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from cryo_core.heterogeneity.classes.mixture import Images, fit_mixture
from cryo_core.heterogeneity.linear.em import Model
from cryo_core.heterogeneity.linear.grid import Grid
from cryo_core.heterogeneity.linear.posterior import likelihood, posterior
from cryo_core.heterogeneity.linear.shrink import filtered_without_each
from cryo_core.heterogeneity.linear.sums import Sweep, Swept
from cryo_core.learning import ranks

_BLUR, _MOST_AGREEMENT = 1.0, 0.999

_CLOUDS, _IMAGES_A_CLOUD = 8, 100
_LEAST_SPREAD = 1e-4
_ROWS = 20_000


def maps_of_others(
    model: Model, grid: Grid, swept: Swept, folds: list[Float[Tensor, "c z y x"]]
) -> list[Float[Tensor, "c z y x"]]:
    """Mean and components of all images but those of each fold, in the basis of the present latents.

    The mean is filtered by shells; components by place and band, by what the other folds share.

    Parameters
    ----------
    model : Model
        As it stands.
    grid : Grid
        That of the sums.
    swept : Swept
        Sums of a sweep.
    folds : list of (c, z, y, x)
        What `MapSolver.folds` returns of them.
    """
    count, total = len(folds), swept.sums.sum(0)
    ridge = torch.full((model.components + 1, grid.shells + 1), model.solver.ridge)
    rest = [grid.solve(total - sums, len(ridge), ridge) for sums in swept.sums]
    inner = torch.stack([grid.inner(maps[1:]) for maps in (*folds, *rest)])
    components = filtered_without_each(inner[:count], inner[count:], model.solver.inside(grid), grid.shells)
    product = grid.products(torch.stack([maps[0] for maps in folds]))
    power = product.diagonal(dim1=1, dim2=2)
    agreement = product / (power[:, :, None] * power[:, None]).sqrt().clamp(min=1e-30)
    agreement.diagonal(dim1=1, dim2=2).zero_()
    made = []
    for fold, maps in enumerate(rest):
        pairs = 0.5 * agreement.sum((1, 2)) - agreement[:, fold].sum(1)
        share = (pairs / math.comb(count - 1, 2))[None].clamp(0.0, _MOST_AGREEMENT)
        signal = (count - 1) * share / (1.0 - share)
        mean = grid.filtered(maps[:1], signal / (1.0 + signal))
        made.append(torch.cat([mean, grid.from_full(components[fold])]) * swept.scale)
    return made


@dataclass(frozen=True)
class Look:
    """Each image's marginal likelihood of z (pull, precision), and the variances of its pose and contrast."""

    pull: Float[Tensor, "n k"]
    precision: Float[Tensor, "n k k"]
    nuisance_variance: Float[Tensor, "n q"]


def look_finer(
    model: Model, grid: Grid, maps: list[Float[Tensor, "c z y x"]], how: Sweep, tick: Callable[[int], None]
) -> Look:
    """What each image says on a finer grid; poses and contrasts move by it, if they are to.

    Parameters
    ----------
    model : Model
        As it stands; poses and contrasts are moved.
    grid : Grid
        That of the maps.
    maps : list of (c, z, y, x)
        Mean and components for the images of each fold.
    how : Sweep
        Which columns are solved for, and what moves.
    tick : callable
        Called with the number of images of each batch done.
    """
    engine, forward = model.engine(), model.forward(grid)
    rows = [grid.rows(each) for each in maps]
    prior = model.spread.precision(how.pose, how.contrast).to(grid.device)
    count, k = model.store.count, model.components
    look = Look(torch.empty(count, k), torch.empty(count, k, k), torch.empty(count, len(prior)))
    for first, last in model.store.own_runs(model.batch):
        spectra = model.store.read(first, last, grid.shells)
        data, transfer = engine.weigh(forward, spectra, (first, last), *model.place(first, last))
        for fold, seen in enumerate(rows):
            at = (model.fold[first:last] == fold).nonzero()[:, 0]
            mine, there = at + first, at.to(grid.device)
            latent = model.latent[mine].to(grid.device)
            column = torch.cat([torch.ones_like(latent[:, :1]), latent], 1)
            image = (data[there], transfer[there], model.rotation[mine].to(grid.device))
            linear, product = engine.expect(forward, *image, seen, column, how.pose)
            likely = likelihood(linear, product, latent, how.contrast)
            solved = posterior(likely, k, prior, model.away(mine, how).to(grid.device))
            look.pull[mine], look.precision[mine] = (
                solved.own_pull.float().cpu(),
                solved.own_precision.float().cpu(),
            )
            look.nuisance_variance[mine] = solved.nuisance_variance.float().cpu()
            model.move(solved.nuisance, mine, how)
        tick(last - first)
    ranks.rows_of_all(look.pull, look.precision, look.nuisance_variance)
    model.take_moves_of_all_ranks()
    return look


def settled(
    look: Look, good: Bool[Tensor, " n"], seed: int
) -> tuple[Float[Tensor, "n k"], Float[Tensor, "n k k"]]:
    """(mean, covariance) of each image's latents, by how the latents of all good images are distributed.

    States and motions are no Gaussian cloud: what each image says is drawn towards where the images are, not towards
    the middle. Maps made of such latents are nearer to the states'. The distribution is a mixture of clouds of one
    shape, of which there are enough to follow a motion; their number decides nothing.

    Parameters
    ----------
    look : Look
        Of n images.
    good : (n,)
        Which of them the distribution is fitted to.
    seed : number
        Of the mixture's starts.
    """
    images = Images.of(look.pull.double(), look.precision.double())
    fitted = images.take(good.nonzero()[:, 0])
    clouds = max(1, min(_CLOUDS, len(fitted) // _IMAGES_A_CLOUD))
    mixture = fit_mixture(fitted, clouds, torch.Generator().manual_seed(seed), 2)
    own = _LEAST_SPREAD * torch.eye(images.size, dtype=torch.float64)
    prior = torch.linalg.inv(mixture.spread + own)
    mean, covariance = torch.empty_like(look.pull), torch.empty_like(look.precision)
    for first in range(0, len(images), _ROWS):
        rows = torch.arange(first, min(first + _ROWS, len(images)))
        share = mixture.joint(images.take(rows)).softmax(1)
        each = torch.linalg.inv(look.precision[rows].double() + prior)
        pull = look.pull[rows].double()[:, :, None] + (prior @ mixture.centres.T)
        point = torch.einsum("nij,njc->nic", each, pull)
        middle = torch.einsum("nic,nc->ni", point, share)
        away = (point - middle[:, :, None]) * share[:, None, :].sqrt()
        mean[rows], covariance[rows] = middle.float(), (each + away @ away.mT).float()
    return mean, covariance


def poses_blur(model: Model, grid: Grid) -> bool:
    """Whether the errors of the given poses turn the phases of a grid's finest shell by more than a radian.

    That is at the edge of the molecule, by the spreads that were fitted.
    """
    turned = math.hypot(model.reach() * model.spread.rotation_radians, model.spread.shift_pixels / grid.box)
    return 2.0 * math.pi * grid.shells * turned > _BLUR
