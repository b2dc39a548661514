"""Error of the network's slices against the images, and on a CPU its gradient in little memory."""

from typing import Any

import torch
from jaxtyping import Complex, Float
from torch import Tensor

from cryo_core.heterogeneity.vae.model import Vae

_CHUNK = 8
"""Images whose hidden layers stay in the cache of a CPU."""


def slice_error(
    model: Vae,
    rotation: Float[Tensor, "n 3 3"],
    z: Float[Tensor, "n k"],
    data: Complex[Tensor, "n p"],
    transfer: Float[Tensor, "n p"],
) -> tuple[Float[Tensor, ""], Float[Tensor, " p"]]:
    """Mean |data − CTF · slice|² over images and pixels, and over images alone.

    The first is the published mean squared error over the Hartley transform's pixels; only it has a
    gradient, to z and the decoder. On the CPU the images are taken a few at a time and their gradients
    summed at once, so that the memory does not grow with the batch, and the data stay in the caches.

    Parameters
    ----------
    model : Vae
        The network.
    rotation : (n, 3, 3)
        Rotation of each image.
    z : (n, k)
        Latents of each image.
    data : (n, p)
        Spectra at the half disc.
    transfer : (n, p)
        Transfer functions there.
    """
    if data.device.type != "cpu" or not torch.is_grad_enabled():
        power = _power(model, rotation, z, data, transfer)
        return power.mean(), power.detach().mean(0)
    weights = [p for p in model.decoder.parameters() if p.requires_grad]
    error, by_pixel = _Chunked.apply(model, rotation, data, transfer, z, *weights)  # type: ignore[no-untyped-call]
    return error, by_pixel


def _power(model: Vae, rotation: Tensor, z: Tensor, data: Tensor, transfer: Tensor) -> Tensor:
    """Squared error |data − CTF · slice|² of each pixel; where the slice is at −k, the data's conjugate is compared."""
    slices, side = model.slices(rotation, z)
    real = data.real - transfer * slices[..., 0]
    imaginary = data.imag * side - transfer * slices[..., 1]
    return real.square() + imaginary.square()


class _Chunked(torch.autograd.Function):
    """The error, with its gradient computed on the way forward, chunk by chunk."""

    @staticmethod
    def forward(
        context: Any,
        model: Vae,
        rotation: Tensor,
        data: Tensor,
        transfer: Tensor,
        z: Tensor,
        *weights: Tensor,
    ) -> tuple[Tensor, Tensor]:
        gradient = [torch.empty_like(z), *(torch.zeros_like(w) for w in weights)]
        by_pixel = torch.zeros(data.shape[1])
        for start in range(0, len(z), _CHUNK):
            part = slice(start, start + _CHUNK)
            with torch.enable_grad():
                latents = z[part].detach().requires_grad_()
                power = _power(model, rotation[part], latents, data[part], transfer[part])
                own = torch.autograd.grad(power.sum() / data.numel(), [latents, *weights])
            gradient[0][part] = own[0]
            torch._foreach_add_(gradient[1:], list(own[1:]))
            by_pixel += power.detach().sum(0)
        context.save_for_backward(*gradient)
        by_pixel /= len(z)
        context.mark_non_differentiable(by_pixel)
        return by_pixel.mean(), by_pixel

    @staticmethod
    def backward(context: Any, upstream: Tensor, _: Tensor) -> tuple[Tensor | None, ...]:
        return (None, None, None, None, *(upstream * g for g in context.saved_tensors))
