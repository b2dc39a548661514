"""particles/stack: the images made ready."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from cryo_assets.assets.particles.source import source_particles, twins_of
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.pictures import draw
from cryo_assets.store.disk import require_disk
from cryo_assets.store.store import Artifact, Check
from cryo_core.data import Particles
from cryo_core.errors import SettingsError
from cryo_core.formats.fields import Overrides
from cryo_core.formats.mrc_stack import StackWriter
from cryo_core.formats.particles import open_images, read_images, write_particles
from cryo_core.imaging.prepare import PreparedStack

PICTURED = 18
"""Images in the montage."""


@dataclass(frozen=True)
class StackSettings:
    """How images are made ready.

    Attributes
    ----------
    box : pixels
        Edge of the images that poses are refined on, and of every map; images are Fourier-cropped to it. Without it,
        or where it is larger, the images' own. The latent model has a box of its own (`round_*.model.box`).
    background_diameter : share of the box
        Diameter of the circle beyond which pixels are background.
    batch : images
        Read and written at a time.
    """

    box: int | None = None
    background_diameter: float = 0.75
    batch: int = 256

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if self.box is not None and (self.box < 16 or self.box % 2):
            raise SettingsError(f"box: {self.box}: should be even and at least 16")
        if not 0.1 < self.background_diameter <= 1:
            raise SettingsError(
                f"background_diameter: {self.background_diameter}: a share of the box, above 0.1"
            )
        if self.batch < 1:
            raise SettingsError(f"batch: {self.batch}: should be at least 1")


def make(task: Task) -> Report:
    """Crop and normalise the images."""
    particles = source_particles(task)
    task.manifest.need(
        "contrast", "say `dark` if particles are darker than the background (raw images), else `white`"
    )
    settings: StackSettings = task.settings
    plain = open_images(particles, device=task.device)
    images = PreparedStack(plain, settings.box, settings.background_diameter, task.device)
    box, pixel = images.box, images.pixel_angstrom
    require_disk(task.folder, len(particles) * box * box * 4)
    progress, sample, background = task.stage(), torch.empty(0), []
    with StackWriter(task.folder / "particles.mrcs", box, pixel) as writer:
        for start in range(0, len(particles), settings.batch):
            rows = np.arange(start, min(start + settings.batch, len(particles)))
            ready = images.read(rows).cpu()
            writer.append(ready)
            sample = sample if len(sample) else ready[:PICTURED]
            background.append(ready.std(dim=(1, 2)))
            progress(int(rows[-1]) + 1, len(particles))
    write_particles(
        task.folder / "particles.star", restacked(particles, task.folder / "particles.mrcs", pixel)
    )
    draw.montage(sample, pixel, task.folder / "montage.png")
    spread = torch.cat(background)
    return Report(
        numbers={
            "particles": len(particles),
            "box": box,
            "pixel_angstrom": pixel,
            "nyquist_angstrom": 2 * pixel,
            "median_image_sd": float(spread.median()),
            "shared_images": twins_of(task.inputs["particles/source"], particles).in_both_halves(
                particles.half_set
            ),
        },
        headline="nyquist_angstrom",
        checks=(Check("finite", bool(torch.isfinite(spread).all()), "all images are finite"),),
        pictures={"first images": "montage.png"},
    )


def restacked(particles: Particles, stack: Path, pixel_angstrom: float) -> Particles:
    """The table of the same particles with their images, in this order, white and corrected, in one stack."""
    count = len(particles)
    optics = particles.optics.of_corrected_images()
    return replace(
        particles,
        stacks=(stack,),
        stack_number=np.zeros(count, dtype=particles.stack_number.dtype),
        image_number=np.arange(count, dtype=particles.image_number.dtype),
        optics=replace(optics, pixel_angstrom=torch.full_like(optics.pixel_angstrom, pixel_angstrom)),
        optics_extra=particles.optics_extra.drop(columns="rlnImageSize", errors="ignore"),
        contrast="white",
    )


def stack_particles(stack: Artifact) -> Particles:
    """Read the table of particles/stack, whose images lie beside it."""
    return read_images(stack.path("particles.star"), None, Overrides(), ())


STEP = Step(
    key="particles/stack",
    partition="datasets",
    code_version="3",
    description="The images made ready: Fourier-cropped to the box, background mean 0 and standard deviation 1, "
    "particles white.",
    compute=make,
    checks=("finite",),
    inputs=("particles/source",),
    settings=StackSettings,
    facts=lambda manifest: {"contrast": manifest.contrast},
    kinds=frozenset({"mrc", "pytorch"}),
    pool="gpu",
)
