"""Streamed back-projection of images into two half-set accumulators."""

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.data import ImageStack, Optics, Poses, Progress, silent
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.fourier.grids import Device
from cryo_core.fourier.transforms import image_to_spectrum
from cryo_core.geometry.symmetry import symmetry_matrices
from cryo_core.imaging.ctf import ctf
from cryo_core.imaging.forward import centre_spectra
from cryo_core.imaging.slices import SliceAccumulator


def backproject(
    stack: ImageStack,
    poses: Poses,
    optics: Optics,
    half_set: Int[np.ndarray, " n"],
    padding: int = 2,
    symmetry: str = "C1",
    batch: int = 256,
    device: Device = None,
    progress: Progress = silent,
    weights: Float[Tensor, " n"] | None = None,
) -> tuple[SliceAccumulator, SliceAccumulator]:
    """Insert every image into the accumulator of its half set, 1 or 2.

    The numerator sums w · CTF · F, F centred by the pose's shift, and the weight w · CTF², each at every pose
    the symmetry makes equivalent (w = `weights`, 1 if not given). Images are read in the order of the
    stack. SettingsError if a row's half set is neither 1 nor 2 or a half set has no weight; ShapeError if
    the tables differ in length.
    """
    weight = torch.ones(len(stack)) if weights is None else weights.detach().cpu().float()
    _check(stack, poses, optics, half_set, weight)
    group = symmetry_matrices(symmetry).to(device, torch.float32)
    halves = tuple(SliceAccumulator(stack.box, padding, device) for _ in range(2))
    for start in range(0, len(stack), batch):
        rows = np.arange(start, min(start + batch, len(stack)))
        for number, half in enumerate(halves, 1):
            chosen = rows[(half_set[rows] == number) & (weight[rows].numpy() > 0)]
            if len(chosen):
                at = torch.from_numpy(chosen)
                scene = poses.take(at).to(device or "cpu"), optics.take(at).to(device or "cpu")
                _insert(half, stack.read(chosen).to(device), *scene, stack.pixel_angstrom, weight[at], group)
        progress(int(rows[-1]) + 1, len(stack))
    return halves[0], halves[1]


def _insert(
    half: SliceAccumulator,
    images: Float[Tensor, "n y x"],
    poses: Poses,
    optics: Optics,
    pixel_angstrom: float,
    weight: Float[Tensor, " n"],
    group: Float[Tensor, "g 3 3"],
) -> None:
    spectra = centre_spectra(image_to_spectrum(images), poses, pixel_angstrom)
    transfer = ctf(optics, images.shape[-1], pixel_angstrom)
    weighted = transfer * weight.to(transfer.device)[:, None, None]
    for operator in group:
        half.add(spectra * weighted, transfer * weighted, poses.rotation @ operator)


def _check(
    stack: ImageStack,
    poses: Poses,
    optics: Optics,
    half_set: Int[np.ndarray, " h"],
    weight: Float[Tensor, " w"],
) -> None:
    sizes = {len(stack), len(poses), len(optics), len(half_set), len(weight)}
    if len(sizes) > 1:
        raise ShapeError(
            f"{len(stack)} images, {len(poses)} poses, {len(optics)} optics, {len(half_set)} half sets, "
            f"{len(weight)} weights"
        )
    wrong = np.flatnonzero((half_set != 1) & (half_set != 2))
    if len(wrong):
        raise SettingsError(f"row {wrong[0] + 1}: half set {half_set[wrong[0]]}; it must be 1 or 2")
    if not bool((torch.isfinite(weight) & (weight >= 0)).all()):
        raise SettingsError("weights must be finite and not negative")
    for number in (1, 2):
        if not bool((weight[torch.from_numpy(half_set == number)] > 0).any()):
            raise SettingsError(f"half set {number} has no images: a reconstruction needs both halves")
