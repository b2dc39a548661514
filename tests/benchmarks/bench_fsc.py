"""FSC curves beside relion_postprocess: same halves, same mask."""

import ctypes
import math
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import starfile
import torch
from common import DATA, Row, run_program, timed

from cryo_core.data import Volume
from cryo_core.formats.mrc import write_volume
from cryo_core.fourier.filters import apply_b_factor
from cryo_core.imaging.density import density
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.validation.fsc import FscSuite, Phases, fsc_suite
from cryo_core.validation.guinier import postprocess
from cryo_core.validation.maps import auto_mask

CURVES = {
    "unmasked": "rlnFourierShellCorrelationUnmaskedMaps",
    "masked": "rlnFourierShellCorrelationMaskedMaps",
    "randomised": "rlnCorrectedFourierShellCorrelationPhaseRandomizedMaskedMaps",
    "corrected": "rlnFourierShellCorrelationCorrected",
}


def halves(box: int, voxel: float, b_factor: float, sigma: float) -> tuple[Volume, Volume]:
    """Make two halves that share a protein whose signal sinks into white noise before Nyquist."""
    model = apply_b_factor(density(phantom_complex(4, 3, 250), (box,) * 3, voxel), b_factor)
    signal = model.density / model.density.std()
    noise = [torch.randn(box, box, box, generator=torch.Generator().manual_seed(s)) for s in (1, 2)]
    first, second = (Volume(signal + sigma * n, voxel) for n in noise)
    return first, second


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    if shutil.which("relion_postprocess") is None:
        missing.append("relion_postprocess (apt-get install relion)")
        return
    DATA.mkdir(parents=True, exist_ok=True)
    for box in (64, 128):
        first, second = halves(box, 192.0 / box, 350.0 if box == 64 else 250.0, 0.5)
        whole = first.with_density(0.5 * (first.density + second.density))
        mask = auto_mask(whole)
        for name, volume in (("h1", first), ("h2", second), ("mask", whole.with_density(mask))):
            write_volume(DATA / f"{name}.mrc", volume)
        theirs_s = timed(lambda v=first.voxel_angstrom: _postprocess(v))
        table = starfile.read(DATA / "post.star")["fsc"]
        suite, other = (fsc_suite(first, second, mask, torch.Generator().manual_seed(s)) for s in (1, 2))
        ours_s = timed(lambda a=first, b=second, m=mask: fsc_suite(a, b, m, torch.Generator().manual_seed(1)))
        shell = round(box * first.voxel_angstrom / suite.randomise_from_angstrom)
        same = fsc_suite(first, second, mask, drawn_by_relion(shell), draws=1)
        for name, column in CURVES.items():
            theirs = table[column].to_numpy(float)
            apart, what = _apart(same, name, theirs), f"largest difference of a shell, {name} FSC, D = {box}"
            note = "RELION's own random phases, drawn again" if name in ("randomised", "corrected") else ""
            yield Row(what, apart, "FSC", "relion_postprocess", None, None, "≤ 0.003", apart <= 0.003, note)
        for name in ("randomised", "corrected"):
            seeds = _apart(suite, name, getattr(other, name).correlation.numpy())
            what = f"largest difference of a shell, {name} FSC by our phases, D = {box}"
            once = _scatter(first, second, mask, name)
            note = f"RELION draws once; our seeds differ by {seeds:.4f}, and with one draw by {once:.4f}"
            apart = _apart(suite, name, table[CURVES[name]].to_numpy(float))
            yield Row(what, apart, "FSC", "relion_postprocess", note=note)
        corrected = table[CURVES["corrected"]].to_numpy(float)[1:]
        theirs = int(np.flatnonzero(corrected < 0.143)[0]) if (corrected < 0.143).any() else len(corrected)
        ours = suite.corrected._last_shell(0.143)
        what = f"shell of the corrected resolution, D = {box}"
        yield Row(what, ours, "shell", "relion_postprocess", theirs, None, "the same", ours == theirs)
        b_theirs = _b_factor()
        b_ours = -postprocess(whole, suite.corrected, mask)[1].b_factor_angstrom2
        yield Row(f"B factor to apply, D = {box}", b_ours, "Å²", "relion_postprocess", b_theirs)
        yield Row(f"FSC suite, D = {box}", ours_s, "s", "relion_postprocess", theirs_s, theirs_s / ours_s)


def drawn_by_relion(shell: int) -> Phases:
    """Give the phases that relion_postprocess draws: C's rand(), not seeded, as FFTW lays coefficients out."""
    libc = ctypes.CDLL(None)
    libc.srand(1)

    def draw(shape: tuple[int, int, int]) -> torch.Tensor:
        axes = [np.fft.fftfreq(n, 1 / n) for n in shape[:2]] + [np.arange(shape[2] // 2 + 1)]
        z, y, x = np.meshgrid(*axes, indexing="ij")
        beyond = z**2 + y**2 + x**2 >= shell**2
        turns = np.zeros(beyond.shape)
        turns[beyond] = [libc.rand() / 2147483647 for _ in range(int(beyond.sum()))]
        # RELION counts from voxel [0, 0, 0], we from the centre.
        turns += sum(k * (n // 2) / n for k, n in zip((z, y, x), shape, strict=True))
        return torch.from_numpy(np.fft.fftshift(np.exp(2j * math.pi * turns), axes=(0, 1)))

    return draw


def _apart(suite: FscSuite, name: str, other: np.ndarray) -> float:
    found = getattr(suite, name).correlation.numpy()
    return float(np.abs(found - other[: len(found)])[1:].max())


def _scatter(first: Volume, second: Volume, mask: torch.Tensor, name: str) -> float:
    """Say how far apart two seeds lie that draw once."""
    one, two = (fsc_suite(first, second, mask, torch.Generator().manual_seed(s), 1) for s in (1, 2))
    return _apart(one, name, getattr(two, name).correlation.numpy())


def _postprocess(voxel: float) -> None:
    for old in Path(DATA).glob("post*"):
        old.unlink()
    run_program(
        *("relion_postprocess", "--i", DATA / "h1.mrc", "--i2", DATA / "h2.mrc", "--o", DATA / "post"),
        *("--mask", DATA / "mask.mrc", "--angpix", voxel, "--auto_bfac", "--autob_lowres", 10),
    )


def _b_factor() -> float:
    return float(starfile.read(DATA / "post.star")["general"]["rlnBfactorUsedForSharpening"])
