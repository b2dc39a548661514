"""The only place that transforms: half spectra of real maps and images, centred."""
# ruff: noqa: TID251

import torch
from jaxtyping import Complex, Float, Shaped
from torch import Tensor


def volume_to_spectrum(density: Float[Tensor, "*batch z y x"]) -> Complex[Tensor, "*batch z y xh"]:
    """Half spectra of maps.

    F(k) = Σ density(r) · exp(−2πi k·r / N), with r counted from voxel N // 2 of each axis. The z and
    y axes come out centred, kx runs from 0 to N // 2. Sizes may be odd, even and unequal.
    """
    spectrum = torch.fft.rfftn(torch.fft.ifftshift(density, dim=(-3, -2, -1)), dim=(-3, -2, -1))
    return torch.fft.fftshift(spectrum, dim=(-3, -2))


def volume_amplitudes(density: Float[Tensor, "*batch z y x"]) -> Float[Tensor, "*batch z y xh"]:
    """Amplitudes |F| of `volume_to_spectrum`, at less cost, since they do not depend on the origin."""
    return torch.fft.fftshift(torch.fft.rfftn(density, dim=(-3, -2, -1)).abs(), dim=(-3, -2))


def spectrum_to_volume(
    spectrum: Complex[Tensor, "*batch z y xh"], shape: tuple[int, int, int]
) -> Float[Tensor, "*batch z2 y2 x2"]:
    """Maps of `shape` (z, y, x) from half spectra; the inverse of `volume_to_spectrum`."""
    raw = _hermitian(torch.fft.ifftshift(spectrum, dim=(-3, -2)), shape)
    return torch.fft.fftshift(torch.fft.irfftn(raw, s=shape, dim=(-3, -2, -1)), dim=(-3, -2, -1))


def inverse_about(spectrum: Complex[Tensor, "..."], axis: int, size: int) -> Complex[Tensor, "..."]:
    """The inverse transform along one axis that begins at frequency 0, cut to the `size` values about its centre."""
    values = torch.fft.ifft(spectrum, dim=axis)
    return _about_origin(values, axis, size)


def _about_origin(values: Shaped[Tensor, "..."], axis: int, size: int) -> Shaped[Tensor, "..."]:
    """The `size` values of a periodic axis about its first."""
    before = size // 2
    parts = values.narrow(axis, values.shape[axis] - before, before), values.narrow(axis, 0, size - before)
    return torch.cat(parts, axis)


def centred_inverse_real(
    spectrum: Complex[Tensor, "... xh"], whole: int, size: int
) -> Float[Tensor, "... x"]:
    """The inverse transform along the last axis, half of a real one of `whole` values, cut to `size` about its centre.

    The other axes are in real space already, so that its first and last coefficients belong to real values.
    """
    real = spectrum.clone()
    for x in (0, whole // 2) if whole % 2 == 0 else (0,):
        real[..., x] = real[..., x].real.to(real.dtype)
    return _about_origin(torch.fft.irfft(real, n=whole, dim=-1), real.ndim - 1, size)


def raw_volume_spectrum(density: Float[Tensor, "*batch z y x"]) -> Complex[Tensor, "*batch z y xh"]:
    """Half spectra of maps as they lie: the origin is voxel [0, 0, 0], and kz and ky run 0, 1 and so on to −1.

    Cheaper than `volume_to_spectrum` by two copies; for products of spectra, as in a convolution.
    """
    return torch.fft.rfftn(density, dim=(-3, -2, -1))


def raw_spectrum_to_volume(
    spectrum: Complex[Tensor, "*batch z y xh"], shape: tuple[int, int, int]
) -> Float[Tensor, "*batch z2 y2 x2"]:
    """Maps of `shape` (z, y, x) from half spectra; the inverse of `raw_volume_spectrum`."""
    return torch.fft.irfftn(_hermitian(spectrum.clone(), shape), s=shape, dim=(-3, -2, -1))


def image_to_spectrum(images: Float[Tensor, "*batch y x"]) -> Complex[Tensor, "*batch y xh"]:
    """Half spectra of images, as `volume_to_spectrum` makes them of maps."""
    moved = torch.fft.ifftshift(images, dim=(-2, -1))
    return torch.fft.fftshift(torch.fft.rfftn(moved, dim=(-2, -1)), dim=-2)


def raw_image_spectrum(images: Float[Tensor, "*batch y x"]) -> Complex[Tensor, "*batch y xh"]:
    """Half spectra of images as they lie: the origin is pixel [0, 0], and ky runs 0, 1 and so on to −1.

    Cheaper than `image_to_spectrum` by three copies; for callers that move the origin by a phase anyway.
    """
    return torch.fft.rfft2(images)


def spectrum_to_image(spectrum: Complex[Tensor, "*batch y xh"], box: int) -> Float[Tensor, "*batch y2 x2"]:
    """Square images of edge `box` from half spectra; the inverse of `image_to_spectrum`."""
    raw = _hermitian(torch.fft.ifftshift(spectrum, dim=-2), (box, box))
    return torch.fft.fftshift(torch.fft.irfftn(raw, s=(box, box), dim=(-2, -1)), dim=(-2, -1))


def _hermitian(spectrum: Complex[Tensor, "..."], shape: tuple[int, ...]) -> Complex[Tensor, "..."]:
    """The raw half spectrum given, its planes that hold their own mates (kx = 0, N / 2) made a real map's in place.

    Those planes may hold something else: a Nyquist plane that was folded when cropped, a product with a phase. An
    inverse transform to real values takes their Hermitian part or anything else: cuFFT does not say.
    """
    axes = tuple(range(-len(shape) + 1, 0))
    for x in {0, shape[-1] // 2} if shape[-1] % 2 == 0 else {0}:
        plane = spectrum[..., x]
        mates = plane.flip(axes).roll((1,) * len(axes), axes).conj()
        spectrum[..., x] = 0.5 * (plane + mates)
    return spectrum
