"""What every latent model gives for each particle: a point in latent space, and how precisely it is known."""

from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.errors import ShapeError


@dataclass(frozen=True)
class Latents:
    """Posterior of each particle's latent coordinates under the prior N(0, 1).

    `precision` is the inverse covariance of the posterior. It includes the prior's own 1: the information of
    the image alone is `precision - 1` (see `likelihood`). Rows are in the order of the particle table.
    """

    mean: Float[Tensor, "n k"]
    precision: Float[Tensor, "n k k"]

    def __post_init__(self) -> None:
        """Refuse a precision whose shape does not fit the means."""
        n, k = self.mean.shape
        if self.precision.shape != (n, k, k):
            raise ShapeError(f"precision {tuple(self.precision.shape)} for latents of {n} x {k}")

    def __len__(self) -> int:
        """Count the particles."""
        return len(self.mean)

    @property
    def standard_deviation(self) -> Float[Tensor, "n k"]:
        """Standard deviation of the posterior along each axis."""
        return torch.linalg.inv(self.precision).diagonal(dim1=1, dim2=2).clamp_min(0).sqrt()

    def likelihood(self) -> tuple[Float[Tensor, "n k"], Float[Tensor, "n k k"]]:
        """(h, G) of each image's own log likelihood of z, h·z − zᵀGz / 2, without the prior."""
        own = self.precision - torch.eye(self.mean.shape[1], dtype=self.mean.dtype, device=self.mean.device)
        return torch.einsum("nij,nj->ni", self.precision, self.mean), own
