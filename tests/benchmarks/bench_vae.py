"""Steps of the published VAE, and its loss on the same weights, beside cryoDRGN's own."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import torch
from common import THREADS, Row, alternate, median, timed
from torch import Tensor

from cryo_core.data import ImageSet, Optics, Poses
from cryo_core.geometry.rotations import random_rotations
from cryo_core.heterogeneity.vae.images import NetworkInputs
from cryo_core.heterogeneity.vae.loss import slice_error
from cryo_core.heterogeneity.vae.model import Vae, VaeSettings, build, half_disc, parameter_count
from cryo_core.heterogeneity.vae.train import VaeJob
from cryo_core.learning.fit import FitSettings, Update

BOX, PIXEL = 64, 1.75
BATCHES = (8, 16, 64)
GPU_BOXES = (128, 256)
BAR = 1.5
PEER = "cryoDRGN train_vae"


class Noise:
    """As many images as a batch; what is in them costs nothing."""

    def __init__(self, count: int, box: int = BOX) -> None:
        self.box, self.pixel_angstrom = box, PIXEL
        self.images = torch.randn(count, box, box, generator=torch.Generator().manual_seed(1))

    def __len__(self) -> int:
        return len(self.images)

    def read(self, index: np.ndarray) -> Tensor:
        return self.images[torch.from_numpy(index)]


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    peer = _peer()
    if peer is None:
        missing.append("cryodrgn (a folder of its packages in CRYO_PEERS)")
    settings = VaeSettings()
    if peer:
        yield _agreement(peer, settings)
    for batch in BATCHES:
        steps = max(2, 64 // batch)
        exactly = replace(settings, mixed_precision=False)
        calls = {"ours": _ours(settings, batch, steps), "in float32": _ours(exactly, batch, steps)}
        if peer:
            calls[PEER] = peer.training(settings, batch, steps)
        seconds = alternate(calls, repeats)
        rate = {name: batch * steps / median(times) for name, times in seconds.items()}
        what = f"VAE training, box {BOX}, 3 x 256, zdim 8, batch {batch}"
        note = f"{THREADS} threads; from images in memory to updated weights; in float32 {rate['in float32']:.1f}"
        if not peer:
            yield Row(what, rate["ours"], "images/s", note=note, runs=seconds)
            continue
        ratio = rate["ours"] / rate[PEER]
        holds = ratio >= BAR
        yield Row(what, rate["ours"], "images/s", PEER, rate[PEER], ratio, f"≥ {BAR} ×", holds, note, seconds)
    if torch.cuda.is_available():
        for box in GPU_BOXES:
            yield on_device(torch.device("cuda"), box, 64, repeats)


def on_device(device: torch.device, box: int, batch: int, repeats: int) -> Row:
    """Images a second on a device, and the share of the rate that it multiplies large matrices at."""
    settings = VaeSettings()
    train = _ours(settings, batch, 4, box, device)
    train()
    rate = 4 * batch / median([timed(train) for _ in range(repeats)])
    encoder, decoder = parameter_count(box, settings)
    # Forward and back: three products of 2 FLOP a weight, the decoder's for every pixel of the half disc.
    work = 6.0 * (encoder + decoder * len(half_disc(box)))
    share = rate * work / _peak(device)
    what = f"VAE training on {device.type}, box {box}, 3 x 256, zdim 8, batch {batch}"
    return Row(what, rate, "images/s", note=f"{share:.0%} of what products of large matrices reach")


def _peak(device: torch.device) -> float:
    """Measure FLOP a second of the product of large matrices, in the precision that training has there."""
    half = device.type == "cuda" or bool(torch.cpu.get_capabilities().get("amx_bf16"))
    size = 8192 if device.type == "cuda" else 1024
    one = torch.randn(size, size, device=device, dtype=torch.bfloat16 if half else torch.float32)

    def multiply() -> None:
        for _ in range(8):
            product = one @ one
        float(product[0, 0])  # waits for the device

    multiply()
    return 8 * 2.0 * size**3 / min(timed(multiply) for _ in range(3))


def _inputs(batch: int, box: int = BOX, device: torch.device | str = "cpu") -> tuple[Noise, NetworkInputs]:
    images = Noise(batch, box)
    generator = torch.Generator().manual_seed(2)
    shift = torch.randn(batch, 2, generator=generator) * 3.0
    same = {
        "pixel_angstrom": PIXEL,
        "voltage_kilovolt": 300.0,
        "spherical_aberration_mm": 2.7,
        "amplitude_contrast": 0.1,
        "defocus_u_angstrom": 15_000.0,
        "defocus_v_angstrom": 14_500.0,
        "defocus_angle_degrees": 30.0,
        "phase_shift_degrees": 0.0,
        "b_factor_angstrom2": 0.0,
    }
    columns = {name: torch.full((batch,), value) for name, value in same.items()}
    optics = Optics(**columns, group=torch.ones(batch, dtype=torch.long))
    poses = Poses(random_rotations(batch, generator), shift)
    return images, NetworkInputs(ImageSet(images, poses, optics), VaeSettings(), device)


def _ours(
    settings: VaeSettings, batch: int, steps: int, box: int = BOX, device: torch.device | str = "cpu"
) -> Callable[[], None]:
    images, inputs = _inputs(batch, box, device)
    model = build(box, settings).to(device)
    model.scale.fill_(float(box))
    job = VaeJob(model, inputs)
    update = Update(torch.device(device), FitSettings())
    rows = np.arange(batch)

    def train() -> None:
        for _ in range(steps):
            float(job.step((rows, images.images), update)["loss"].detach())

    return train


def _peer() -> "Peer | None":
    try:
        from cryodrgn import fft
        from cryodrgn.commands import train_vae
        from cryodrgn.lattice import Lattice
        from cryodrgn.models import HetOnlyVAE
    except ImportError:
        return None
    return Peer(train_vae, HetOnlyVAE, Lattice(BOX + 1, extent=0.5), fft)


class Peer:
    """cryoDRGN's own network and step, fed with the same images, poses and optics."""

    def __init__(self, commands: Any, network: Any, lattice: Any, fft: Any) -> None:
        self.commands, self.network, self.lattice, self.fft = commands, network, lattice, fft

    def model(self, settings: VaeSettings) -> Any:
        mask = self.lattice.get_circular_mask(BOX // 2)
        return self.network(
            self.lattice,
            settings.encoder_layers,
            settings.encoder_width,
            settings.decoder_layers,
            settings.decoder_width,
            int(mask.sum()),
            settings.zdim,
            enc_mask=mask,
            enc_type="gaussian",
            enc_dim=BOX // 2,
            feat_sigma=settings.encoding_sigma,
        )

    def images(self, inputs: NetworkInputs, images: Tensor) -> Tensor:
        # It multiplies by −1 what is white, and its transfer function is −1 times ours.
        return self.fft.symmetrize_ht(self.fft.ht2_center(-images * inputs.window)) / BOX

    def geometry(self, inputs: NetworkInputs) -> tuple[Tensor, Tensor, Tensor]:
        o = inputs.optics
        columns = [o.pixel_angstrom, o.defocus_u_angstrom, o.defocus_v_angstrom, o.defocus_angle_degrees]
        columns += [
            o.voltage_kilovolt,
            o.spherical_aberration_mm,
            o.amplitude_contrast,
            o.phase_shift_degrees,
        ]
        return inputs.poses.rotation, inputs.poses.shift_angstrom / PIXEL, torch.stack(columns, 1)

    def training(self, settings: VaeSettings, batch: int, steps: int) -> Callable[[], None]:
        images, inputs = _inputs(batch)
        model = self.model(settings)
        optimiser = torch.optim.Adam(model.parameters(), lr=settings.learning_rate)
        data = self.images(inputs, images.images)
        rotation, shift, optics = self.geometry(inputs)

        def train() -> None:
            for _ in range(steps):
                self.commands.train_batch(
                    model,
                    self.lattice,
                    data,
                    None,
                    rotation,
                    shift,
                    optimiser,
                    settings.kl_weight,
                    ctf_params=optics,
                )

        return train


def _agreement(peer: Peer, settings: VaeSettings) -> Row:
    """Compare the losses of both programs on one batch, with cryoDRGN's weights in both networks."""
    images, inputs = _inputs(8)
    theirs, ours = peer.model(settings).eval(), build(BOX, settings)
    _copy(theirs, ours)
    ours.scale.fill_(float(BOX))
    rotation, shift, optics = peer.geometry(inputs)
    with torch.no_grad():
        data = peer.commands.preprocess_input(peer.images(inputs, images.images), peer.lattice, shift)
        run = peer.commands.run_batch(theirs, peer.lattice, data, rotation, None, optics)
        mean, log_variance, _, found, mask = run
        expected = peer.commands.loss_function(
            mean, log_variance, data, None, found, mask, settings.kl_weight
        )[0]
        turned, spectra, transfer = inputs.data(torch.arange(8), images.images)
        spectra = spectra / ours.scale
        z, spread = ours.encode(spectra, transfer)
        error, _ = slice_error(ours, turned, z, spectra, transfer)
        kld = -0.5 * (1.0 + spread - z.square() - spread.exp()).sum(1).mean()
        loss = error + settings.kl_weight * kld / (2 * spectra.shape[1])
    apart = max(abs(float(loss / expected) - 1.0), float((z - mean).abs().max()))
    what = "VAE, cryoDRGN's weights in our network: loss (relative) and latents apart"
    return Row(what, apart, "", PEER, 0.0, None, "≤ 1e-4", apart <= 1e-4)


def _copy(theirs: Any, ours: Vae) -> None:
    """Bring cryoDRGN's weights into our network: its encoder reads pixels in another order."""
    pixels, centre = half_disc(BOX), BOX // 2
    place = torch.full(((BOX + 1) ** 2,), -1)
    mask = theirs.enc_mask
    place[mask] = torch.arange(int(mask.sum()))
    order = [place[(centre + s * pixels[:, 1]) * (BOX + 1) + centre + s * pixels[:, 0]] for s in (1, -1)]
    with torch.no_grad():
        _copy_network(theirs.encoder.main, ours.encoder)
        ours.encoder.first.weight.copy_(theirs.encoder.main[0].weight[:, torch.cat(order)])
        _copy_network(theirs.decoder.decoder.main, ours.decoder.network)
        # Its coordinates run from −½ to ½, and so do k / N.
        ours.decoder.directions.copy_(theirs.decoder.rand_freqs * (BOX // 2))


def _copy_network(theirs: Any, ours: Any) -> None:
    layers: list[Mapping[str, Tensor]] = [
        dict(layer.named_parameters()) for layer in theirs if len(list(layer.parameters()))
    ]
    for source, target in zip(layers, [ours.first, *ours.hidden, ours.last], strict=True):
        values = {name.split(".")[-1]: value for name, value in source.items()}
        target.weight.copy_(values["weight"])
        target.bias.copy_(values["bias"])
    assert math.isfinite(float(ours.last.bias.sum()))
