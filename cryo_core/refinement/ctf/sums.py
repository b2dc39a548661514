"""Sums over a group's images, coefficient by coefficient, that hold all its images say of its aberrations."""

from dataclasses import dataclass, fields

import torch
from jaxtyping import Complex, Float
from torch import Tensor

from cryo_core.refinement.band import Band
from cryo_core.refinement.ctf.basis import Grid, Lens
from cryo_core.refinement.ctf.defocus import Fitted
from cryo_core.refinement.ctf.scene import Batch, slopes_of


@dataclass(frozen=True)
class Sums:
    """Sums over images of what the log-likelihood of aberrations is made of.

    With slices v of contrast c and transfer functions C = sin γ: `odd` Σ c C x · conj(v) and `odd_power` Σ c² C² |v|²,
    of which Re Σ odd · exp(−iφ) is the likelihood of φ. `sine`, `cosine`: Σ c w sin γ and Σ c w cos γ with
    w = Re x · conj(v) exp(−iφ) and the γ without `Lens.even`, and `power`: Σ c² |v|² of sin² γ, sin γ cos γ and cos² γ.
    `pull` and `stiffness`: gradient along x and y, and curvature (xx, xy, yy), of the likelihood where the place that a
    coefficient is taken from moves by a pixel. `images` counts them.
    """

    odd: Complex[Tensor, " p"]
    odd_power: Float[Tensor, " p"]
    sine: Float[Tensor, " p"]
    cosine: Float[Tensor, " p"]
    power: Float[Tensor, "3 p"]
    pull: Float[Tensor, "2 p"]
    stiffness: Float[Tensor, "3 p"]
    images: int

    def __add__(self, other: "Sums") -> "Sums":
        """The sums over the images of both."""
        return Sums(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


def summed(
    batch: Batch, fitted: Fitted, lens: Lens, grid: Grid, band: Band, magnification: bool = True
) -> Sums:
    """The sums of a batch, at its images' defoci and contrasts.

    Parameters
    ----------
    batch, fitted
        n images, and their fit.
    lens, grid
        What is known of the group so far, and its coefficients.
    band
        The coefficients.
    magnification
        Whether to take the sums that speak of the magnification too: three transforms an image.
    """
    contrast = fitted.contrast[:, None]
    turn = torch.polar(torch.ones_like(grid.fx), -(grid.odd @ lens.odd.to(grid.odd)))
    gamma = batch.gamma + fitted.change @ grid.even[:, :3].T
    sine, cosine = gamma.sin(), gamma.cos()
    plain = (batch.cross * turn).real * contrast
    power = batch.power * contrast.square()
    transfer = contrast * (gamma + grid.even @ lens.even.to(grid.even)).sin()
    products = [power * t for t in (sine.square(), sine * cosine, cosine.square())]
    pull, stiffness = torch.zeros(2, len(band)), torch.zeros(3, len(band))
    if magnification:
        along = slopes_of(batch, band)
        left = batch.data * turn - transfer * batch.slices
        pull = torch.stack([_total(transfer * (a.conj() * left).real) for a in along])
        squared = transfer.square()
        pairs = ((0, 0), (0, 1), (1, 1))
        stiffness = torch.stack([_total(squared * (along[i].conj() * along[j]).real) for i, j in pairs])
    odd = batch.cross * transfer
    return Sums(
        torch.complex(_total(odd.real), _total(odd.imag)),
        _total(batch.power * transfer.square()),
        _total(plain * sine),
        _total(plain * cosine),
        torch.stack([_total(p) for p in products]),
        pull.double(),
        stiffness.double(),
        len(batch.data),
    )


def _total(values: Float[Tensor, "n p"]) -> Float[Tensor, " p"]:
    return values.sum(0).double().cpu()
