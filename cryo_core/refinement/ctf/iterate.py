"""CTF refinement of a table and reconstruction in turn: maps of corrected images show finer aberrations."""

import math
from dataclasses import dataclass, replace

import torch

from cryo_core.data import ImageSet, Particles, Progress, Volume, silent
from cryo_core.formats.honoured import require_ctf_may_change
from cryo_core.formats.particles import open_images
from cryo_core.fourier.grids import Device
from cryo_core.reconstruction.solve import ReconstructionSettings, references_of
from cryo_core.refinement.band import on_grid_of
from cryo_core.refinement.ctf.refine import CtfSettings, RefinedCtf, refine_ctf
from cryo_core.refinement.ctf.written import with_refined_ctf
from cryo_core.refinement.guard import masked_references
from cryo_core.validation.fsc import FscCurve, fsc

_RESOLVED = 0.143


@dataclass(frozen=True)
class CtfTurn:
    """One turn: what was found, the table after it, and the FSC of the halves that it was found with."""

    found: RefinedCtf
    particles: Particles
    fsc: FscCurve | None


def open_uncorrected(particles: Particles, device: Device = None) -> ImageSet:
    """The images of a table with the lens that it says, which is not taken off them as `open_images` does.

    A distorted magnification cannot be taken off without loss where the CTF turns within a coefficient. Pixel sizes
    are brought to one.
    """
    optics = particles.optics
    none = optics.pixel_angstrom.new_zeros(len(optics), 0)
    bare = replace(optics, beam_tilt_mrad=none, odd_zernike=none, magnification=none)
    images = open_images(replace(particles, optics=bare), device=device or "cpu")
    lens = {n: getattr(optics, n) for n in ("beam_tilt_mrad", "odd_zernike", "magnification")}
    return replace(images, optics=replace(images.optics, **lens))


def iterate_ctf(
    particles: Particles,
    references: tuple[Volume, Volume] | None,
    settings: CtfSettings,
    turns: int = 1,
    symmetry: str = "C1",
    pixel_size: bool = False,
    device: Device = None,
    progress: Progress = silent,
) -> list[CtfTurn]:
    """CTF refinement again and again, each half set against its own map, at the table's poses.

    Maps are masked about their molecule. In a turn images are read once, a sample of them once more, and once to
    make maps of them. `settings.high_limit_angstrom` of 0 stands for where the FSC of the maps falls to 0.143. Errors
    of `open_images`, `reconstruct` and `refine_ctf`; FormatError for images that hold their table's CTF already.

    Parameters
    ----------
    particles
        The table.
    references
        Half maps of the first turn, or twice one map of other images; made of the images if None. Later turns make
        theirs.
    settings, turns
        What to refine, and how often.
    symmetry
        Point group of the maps that are made.
    pixel_size
        Whether what a magnification has alike in all directions changes the pixel size (`written.with_refined_ctf`).
    device, progress
        Where to compute (the CPU if None); called with (images done, images of all turns).
    """
    require_ctf_may_change(particles)
    done: list[CtfTurn] = []
    curve: FscCurve | None = None
    for turn in range(turns):
        images = open_images(particles, device=device or "cpu")
        if references is None or turn:
            made = references_of(images, ReconstructionSettings(symmetry=symmetry), device)
            references, curve = made.maps, made.fsc
        else:
            references = on_grid_of(images, references[0]), on_grid_of(images, references[1])
            alike = torch.equal(references[0].density, references[1].density)
            curve = None if alike else fsc(*references)
        limit = settings.high_limit_angstrom
        if not limit:
            limit = 0.0 if curve is None else curve.resolution_angstrom(_RESOLVED)
            limit = (
                max(limit, 2 * images.pixel_angstrom)
                if math.isfinite(limit)
                else settings.low_limit_angstrom / 3
            )
        masked, reliability = masked_references(references, curve)
        found = refine_ctf(
            open_uncorrected(particles, device),
            [masked],
            replace(settings, high_limit_angstrom=limit),
            [reliability],
            device=device,
            progress=lambda n, of, turn=turn: progress(turn * of + n, turns * of),  # type: ignore[misc]
        )
        particles = with_refined_ctf(particles, found, pixel_size)
        done.append(CtfTurn(found, particles, curve))
    return done
