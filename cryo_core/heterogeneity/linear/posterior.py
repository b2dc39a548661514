"""Posterior of one image's latent, pose and contrast together, and the spread of these over all images.

An image's log likelihood over its unknowns x = (z, errors of pose and contrast) is r · x − x P x / 2 with the
sums of the E-step; every unknown has a Gaussian prior. The latent's are N(0, 1). The errors of pose and
contrast are the nuisance: they are solved for, and marginalised.
"""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

POSE = 5
"""Columns of an image's pose: shift x, y (pixels), rotation about the image's x, y, z (radians)."""

_LEAST_SHIFT_PIXELS, _LEAST_ROTATION, _LEAST_CONTRAST = 0.01, math.radians(0.02), 0.005


@dataclass(frozen=True)
class Spread:
    """Standard deviations of the errors of the given poses, on each axis, and of the logarithm of the contrast."""

    shift_pixels: float
    rotation_radians: float
    contrast: float

    def precision(self, pose: bool, contrast: bool) -> Float[Tensor, " q"]:
        """Precision of the prior of each nuisance column."""
        values = [self.shift_pixels] * 2 + [self.rotation_radians] * 3 if pose else []
        values = values + [self.contrast] if contrast else values
        return 1.0 / torch.tensor(values, dtype=torch.float64).square()


@dataclass(frozen=True)
class Likelihood:
    """Log likelihood r · x − x P x / 2 of images over (z, nuisance), and its value `constant` at x = 0.

    z counts from the mean map, the nuisance from where pose and contrast now stand.
    """

    pull: Float[Tensor, "n t"]
    precision: Float[Tensor, "n t t"]
    constant: Float[Tensor, " n"]


def likelihood(
    linear: Float[Tensor, "n t"],
    product: Float[Tensor, "n t t"],
    latent: Float[Tensor, "n k"],
    contrast: bool,
) -> Likelihood:
    """Likelihood of images, from an E-step's sums (columns: mean, components, pose).

    A column of contrast is added if wanted. That column is the image's own present model, mean + Σ latent ·
    component: the derivative to the logarithm of its contrast.

    Parameters
    ----------
    linear : (n, t)
        B · data of each image.
    product : (n, t, t)
        B · Bᵀ of each image.
    latent : (n, k)
        Present latents.
    contrast : bool
        Whether there is a column of contrast.
    """
    linear, product = linear.double(), product.double()
    if contrast:
        own = torch.cat([torch.ones_like(latent[:, :1]), latent], 1).double()
        volumes = own.shape[1]
        across = torch.einsum("ntc,nc->nt", product[:, :, :volumes], own)
        square = torch.einsum("nc,nc->n", across[:, :volumes], own)
        model = torch.einsum("nc,nc->n", linear[:, :volumes], own)
        linear = torch.cat([linear, model[:, None]], 1)
        product = torch.cat([product, across[:, :, None]], 2)
        product = torch.cat([product, torch.cat([across, square[:, None]], 1)[:, None]], 1)
    constant = linear[:, 0] - 0.5 * product[:, 0, 0]
    return Likelihood(linear[:, 1:] - product[:, 1:, 0], product[:, 1:, 1:], constant)


@dataclass(frozen=True)
class Posterior:
    """Posterior of images: of z with the nuisance marginalised, and of the nuisance.

    `own_pull`, `own_precision`: the marginal log likelihood of z. `evidence[:, j]`: the log evidence of a model of
    the first j components.
    """

    mean: Float[Tensor, "n k"]
    covariance: Float[Tensor, "n k k"]
    own_pull: Float[Tensor, "n k"]
    own_precision: Float[Tensor, "n k k"]
    nuisance: Float[Tensor, "n q"]
    nuisance_variance: Float[Tensor, "n q"]
    evidence: Float[Tensor, "n k1"]


def posterior(
    likelihood: Likelihood,
    components: int,
    prior: Float[Tensor, " q"],
    moved: Float[Tensor, "n q"],
) -> Posterior:
    """Posterior of each image, solved exactly.

    Parameters
    ----------
    likelihood : Likelihood
        Of n images.
    components : int
        How many of the unknowns are latents, k; the others are nuisance.
    prior : (q,)
        Precision of each nuisance column's prior.
    moved : (n, q)
        How far the nuisance already stands from the values first given, about which the prior is centred.
    """
    k = components
    pull, precision = likelihood.pull, likelihood.precision
    constant = likelihood.constant + 0.5 * (prior.log().sum() - (prior * moved.square()).sum(1))
    own_pull, own = pull[:, :k], precision[:, :k, :k]
    inner = precision[:, k:, k:] + torch.diag(prior)
    rest, cross = pull[:, k:] - prior * moved, precision[:, k:, :k]
    factor = torch.linalg.cholesky(inner)
    solved = torch.cholesky_solve(torch.cat([cross, rest[..., None]], 2), factor)
    own = own - torch.einsum("nqk,nql->nkl", cross, solved[..., :k])
    own_pull = own_pull - torch.einsum("nqk,nq->nk", cross, solved[..., k])
    constant = constant + 0.5 * (rest * solved[..., k]).sum(1)
    constant = constant - factor.diagonal(dim1=1, dim2=2).log().sum(1)
    own = 0.5 * (own + own.mT)
    mean, covariance, gain = _normal(own_pull, own)
    evidence = torch.cat([constant[:, None], constant[:, None] + gain], 1)
    nuisance = solved[..., k] - torch.einsum("nqk,nk->nq", solved[..., :k], mean)
    spread = torch.einsum("nqk,nkl,nql->nq", solved[..., :k], covariance, solved[..., :k])
    variance = torch.cholesky_inverse(factor).diagonal(dim1=1, dim2=2) + spread if len(prior) else rest
    return Posterior(mean, covariance, own_pull, own, nuisance, variance, evidence)


def _normal(pull: Float[Tensor, "n k"], own: Float[Tensor, "n k k"]) -> tuple[Tensor, Tensor, Tensor]:
    """Mean, covariance, and gain in evidence of the first 1, 2, and so on up to k components, under N(0, 1)."""
    eye = torch.eye(own.shape[1], dtype=own.dtype, device=own.device)
    root = torch.linalg.cholesky(own + eye)
    covariance = torch.cholesky_inverse(root)
    mean = torch.einsum("nij,nj->ni", covariance, pull)
    white = torch.linalg.solve_triangular(root, pull[..., None], upper=False)[..., 0]
    gain = 0.5 * white.square() - root.diagonal(dim1=1, dim2=2).log()
    return mean, covariance, gain.cumsum(1)


def fitted_spread(
    likelihood: Likelihood,
    components: int,
    moved: Float[Tensor, "n q"],
    start: Spread,
    pose: bool,
    contrast: bool,
    steps: int = 8,
) -> Spread:
    """Spreads of the nuisance that raise the evidence of a sample of images, found by EM.

    Parameters
    ----------
    likelihood : Likelihood
        Of n images.
    components : int
        How many of the unknowns are latents.
    moved : (n, q)
        How far the nuisance already stands from the values first given.
    start : Spread
        Where to begin.
    pose, contrast : bool
        Which columns the nuisance has.
    steps : int
        Steps of EM.
    """
    spread = start
    for _ in range(steps if pose or contrast else 0):
        prior = spread.precision(pose, contrast).to(moved.device)
        solved = posterior(likelihood, components, prior, moved)
        second = ((moved + solved.nuisance).square() + solved.nuisance_variance).mean(0).tolist()
        spread = Spread(
            max(_LEAST_SHIFT_PIXELS, math.sqrt(sum(second[:2]) / 2)) if pose else start.shift_pixels,
            max(_LEAST_ROTATION, math.sqrt(sum(second[2:5]) / 3)) if pose else start.rotation_radians,
            max(_LEAST_CONTRAST, math.sqrt(second[-1])) if contrast else start.contrast,
        )
    return spread
