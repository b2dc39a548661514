"""particles/stack: how the images are made ready as they are read, where they lie."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch

from cryo_assets.assets.particles.source import source_particles, table_of_source, twins_of
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.forecast import forecast, largest_box, machine_memory
from cryo_assets.entries.manifest import Dataset
from cryo_assets.pictures import draw
from cryo_assets.store.store import Artifact, Check
from cryo_core.data import ImageSet, Particles
from cryo_core.errors import SettingsError
from cryo_core.formats.particles import open_images
from cryo_core.imaging.normalise import Background
from cryo_core.imaging.prepare import PreparedStack
from cryo_core.refinement.ctf.iterate import open_uncorrected

BACKGROUNDS = "backgrounds.npz"
"""Each image's background and scale, in the order of the table of particles/source."""

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
        Read at a time.
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
    """Measure each image's background and scale; the images stay where they lie."""
    task.manifest.need(
        "contrast", "say `dark` if particles are darker than the background (raw images), else `white`"
    )
    settings: StackSettings = task.settings
    source = open_images(source_particles(task), device=task.device)
    images = PreparedStack(source, settings.box, settings.background_diameter, task.device)
    _require_memory(task.manifest, images, task.device)
    progress, sample, spread, found = task.stage(), torch.empty(0), [], []
    for start in range(0, len(images), settings.batch):
        rows = np.arange(start, min(start + settings.batch, len(images)))
        ready, background = images.measured(rows)
        sample = sample if len(sample) else ready[:PICTURED].cpu()
        spread.append(ready.std(dim=(1, 2)).cpu())
        found.append(background)
        progress(int(rows[-1]) + 1, len(images))
    amount, deviation = torch.cat([b.amount for b in found]), torch.cat([b.deviation for b in found])
    np.savez(task.folder / BACKGROUNDS, amount=amount.numpy(), deviation=deviation.numpy())
    draw.montage(sample, images.pixel_angstrom, task.folder / "montage.png")
    deviations = torch.cat(spread)
    twins = twins_of(task.inputs["particles/source"], source_particles(task))
    return Report(
        numbers={
            "particles": len(images),
            "box": images.box,
            "pixel_angstrom": images.pixel_angstrom,
            "nyquist_angstrom": 2 * images.pixel_angstrom,
            "median_image_sd": float(deviations.median()),
            "shared_images": twins.in_both_halves(source.half_set),
        },
        headline="nyquist_angstrom",
        checks=(Check("finite", bool(torch.isfinite(deviations).all()), "all images are finite"),),
        pictures={"first images": "montage.png"},
    )


def _require_memory(manifest: Dataset, images: PreparedStack, device: torch.device) -> None:
    """Refuse, before anything is computed, a box whose maps do not fit into memory."""
    gpu = device.type == "cuda"
    memory = torch.cuda.get_device_properties(device).total_memory if gpu else machine_memory()
    needed = forecast(len(images), images.box).memory
    if needed > memory:
        raise SettingsError(
            f"{manifest.path}: maps of {images.box} pixels need {needed / 1e9:.1f} GB of memory, and there are "
            f"{memory / 1e9:.1f} GB: `settings: {{particles: {{stack: {{box: {largest_box(memory)}}}}}}}` would fit"
        )


def stack_images(task: Task, table: Particles | None = None, corrected: bool = True) -> ImageSet:
    """The images of particles/stack, at the poses and optics of a table of the same rows; the source's without one.

    Without `corrected` what the optics say besides the CTF is not taken off (`open_uncorrected`).
    """
    source, made = task.inputs["particles/source"], task.inputs["particles/stack"]
    return prepared_images(source, made, task.manifest, task.device, table, corrected)


def prepared_images(
    source: Artifact,
    stack: Artifact,
    manifest: Dataset,
    device: torch.device | str = "cpu",
    table: Particles | None = None,
    corrected: bool = True,
) -> ImageSet:
    """The images made ready as they are read where they lie.

    Parameters
    ----------
    source, stack
        particles/source, and particles/stack of it.
    manifest
        The entry's, which says where the stacks lie now.
    device
        Where images are made ready.
    table
        Poses and optics of the same rows; the source's if None.
    corrected
        Whether images are made plain by what their optics say.
    """
    if BACKGROUNDS not in stack.files:
        raise SettingsError(
            f"{stack.folder}: was made by an older version of the platform: `cryo run {manifest.name}` makes it anew"
        )
    stored = table_of_source(source, manifest)
    if table is not None:
        stored = replace(stored, poses=table.poses, optics=table.optics)
    plain = (open_images if corrected else open_uncorrected)(stored, device=device)
    with np.load(stack.path(BACKGROUNDS), allow_pickle=False) as file:
        known = Background(*(torch.from_numpy(file[name]) for name in ("amount", "deviation")))
    settings: dict[str, Any] = dict(stack.recipe.settings)
    ready = PreparedStack(plain.images, settings["box"], settings["background_diameter"], device, known)
    pixel = torch.full_like(plain.optics.pixel_angstrom, ready.pixel_angstrom)
    return replace(plain, images=ready, optics=replace(plain.optics, pixel_angstrom=pixel))


STEP = Step(
    key="particles/stack",
    partition="datasets",
    code_version="4",
    description="How images are made ready as they are read, where they lie: Fourier-cropped to the box, background "
    "mean 0 and standard deviation 1, particles white. Each image's background and scale; no image is copied.",
    compute=make,
    checks=("finite",),
    inputs=("particles/source",),
    settings=StackSettings,
    facts=lambda manifest: {"contrast": manifest.contrast},
    kinds=frozenset({"numpy", "pytorch"}),
    pool="gpu",
)
