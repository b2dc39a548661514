"""What every latent model says of each particle: a point in latent space, and how well it is known."""

from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.errors import ShapeError


@dataclass(frozen=True)
class Latents:
    """Posterior of each particle's latent coordinates under the prior N(0, 1).

    `precision` is the inverse covariance of the posterior. It holds the prior's own 1, so that what
    the image alone says is `precision - 1` (see `likelihood`). Rows are in the order of the table.
    """

    mean: Float[Tensor, "n k"]
    precision: Float[Tensor, "n k k"]

    def __post_init__(self) -> None:
        """Refuse what does not belong together."""
        n, k = self.mean.shape
        if self.precision.shape != (n, k, k):
            raise ShapeError(f"precision {tuple(self.precision.shape)} for latents of {n} x {k}")

    def __len__(self) -> int:
        """Count the particles."""
        return len(self.mean)

    @property
    def standard_deviation(self) -> Float[Tensor, "n k"]:
        """Give the posterior's standard deviation along each axis."""
        return torch.linalg.inv(self.precision).diagonal(dim1=1, dim2=2).clamp_min(0).sqrt()

    def likelihood(self) -> tuple[Float[Tensor, "n k"], Float[Tensor, "n k k"]]:
        """Give (h, G) of each image's own log likelihood of z, h·z − zᵀGz / 2, without the prior."""
        own = self.precision - torch.eye(self.mean.shape[1], dtype=self.mean.dtype, device=self.mean.device)
        return torch.einsum("nij,nj->ni", self.precision, self.mean), own
