"""Particles: the validated table, the images made ready, and the consensus map that everything starts from."""

from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import torch

from cryo_assets import previews
from cryo_assets.assets.common import fsc_report, require_disk, write_fsc
from cryo_assets.settings import Dataset
from cryo_assets.step import Report, Step, Task
from cryo_assets.store import Artifact, Check
from cryo_core.data import Particles, Volume
from cryo_core.errors import SettingsError
from cryo_core.formats.fields import Companions
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.formats.mrc_stack import StackWriter
from cryo_core.formats.particles import Overrides, open_stack, read_images, referenced_files, write_particles
from cryo_core.fourier.filters import low_pass
from cryo_core.fourier.resample import resample
from cryo_core.geometry.masks import sphere_mask
from cryo_core.geometry.symmetry import symmetry_matrices
from cryo_core.imaging.prepare import PreparedStack
from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct
from cryo_core.validation.fsc import fsc
from cryo_core.validation.maps import auto_mask, real_space_correlation
from cryo_core.validation.orientations import orientation_histogram

_TABLES = (".star", ".cs", ".par")
"""Kinds of `stack` that name images instead of holding them."""

GOLDEN_SEED = 20261121
"""Seed of what is drawn at random when the settings do not say another one."""

PICTURED = 18
"""Images in the montage."""


# ------------------------------------------------------------------------------------ particles/source


@dataclass(frozen=True)
class SourceSettings:
    """How the table is completed: the seed of the half sets, where the file has none."""

    half_set_seed: int = GOLDEN_SEED


def _image_roots(manifest: Dataset) -> tuple[Path, ...]:
    return tuple(p for p in (manifest.resolve(root) for root in manifest.image_roots) if p is not None)


def _companions(manifest: Dataset) -> Companions:
    passthrough = tuple(p for p in map(manifest.resolve, manifest.passthrough) if p is not None)
    stack, ctf, selection = map(manifest.resolve, (manifest.stack, manifest.ctf, manifest.selection))
    return Companions(stack, ctf, selection, passthrough)


@lru_cache(maxsize=64)
def _referenced(
    metadata: Path, stack_dir: Path | None, roots: tuple[Path, ...], companions: Companions, changed: int
) -> tuple[Path, ...]:
    del changed  # part of the key alone: a table that changed is read again
    return referenced_files(metadata, stack_dir, roots, companions)


def _source_files(manifest: Dataset) -> dict[str, Path]:
    """Label the table, its companions, and its stacks in the order of their paths."""
    metadata, companions = manifest.resolve(manifest.particles), _companions(manifest)
    assert metadata is not None
    if not metadata.is_file():
        raise SettingsError(f"{manifest.path}: field particles: {metadata} is not a file")
    tables = {"particles": metadata, "ctf": companions.ctf, "selection": companions.selection}
    tables |= {f"passthrough {i}": path for i, path in enumerate(companions.passthrough)}
    if companions.stack and companions.stack.suffix.lower() in _TABLES:
        tables["table of images"] = companions.stack
    files = {label: path for label, path in tables.items() if path is not None}
    stack_dir, changed = manifest.resolve(manifest.stack_dir), metadata.stat().st_mtime_ns
    named = _referenced(metadata, stack_dir, _image_roots(manifest), companions, changed)
    stacks = [path for path in named if path not in files.values()]
    return files | {f"stack {i} {path.name}": path for i, path in enumerate(stacks)}


def _source_facts(manifest: Dataset) -> dict[str, Any]:
    return {
        "pixel_angstrom": manifest.pixel_angstrom,
        "voltage_kilovolt": manifest.voltage_kilovolt,
        "spherical_aberration_mm": manifest.spherical_aberration_mm,
        "amplitude_contrast": manifest.amplitude_contrast,
    }


def read_source(manifest: Dataset) -> Particles:
    """Read a data set's table as its manifest completes it."""
    metadata = manifest.resolve(manifest.particles)
    assert metadata is not None
    overrides = Overrides(**_source_facts(manifest))
    stack_dir, companions = manifest.resolve(manifest.stack_dir), _companions(manifest)
    return read_images(metadata, stack_dir, overrides, _image_roots(manifest), companions)


def with_half_sets(particles: Particles, seed: int) -> Particles:
    """Fix the half sets once: the file's own where every row has one, else equal halves drawn at random."""
    if bool(np.isin(particles.half_set, (1, 2)).all()):
        return particles
    order = torch.randperm(len(particles), generator=torch.Generator().manual_seed(seed)).numpy()
    half_set = np.empty(len(particles), dtype=particles.half_set.dtype)
    half_set[order] = np.arange(len(particles)) % 2 + 1
    return replace(particles, half_set=half_set)


def _source(task: Task) -> Report:
    given = read_source(task.manifest)
    particles = with_half_sets(given, task.settings.half_set_seed)
    stack = open_stack(particles)
    write_particles(task.folder / "particles.star", particles)
    defocus = (particles.optics.defocus_u_angstrom + particles.optics.defocus_v_angstrom).numpy() / 2
    previews.histogram(defocus / 1e4, "defocus (µm)", task.folder / "defocus.png")
    pictures = {"defocus": "defocus.png"}
    if particles.has_poses:
        previews.orientation_map(
            orientation_histogram(particles.poses.rotation).numpy(), task.folder / "orientations.png"
        )
        pictures["orientations"] = "orientations.png"
    halves = [int((particles.half_set == half).sum()) for half in (1, 2)]
    return Report(
        numbers={
            "particles": len(particles),
            "box": stack.box,
            "pixel_angstrom": particles.pixel_angstrom,
            "stacks": len(particles.stacks),
            "optics_groups": len(torch.unique(particles.optics.group)),
            "has_poses": particles.has_poses,
            "half_sets_from_file": given is particles,
            "defocus_min_angstrom": float(defocus.min()),
            "defocus_max_angstrom": float(defocus.max()),
        },
        headline="particles",
        checks=(
            Check("half_sets", min(halves) > 0, f"{halves[0]} and {halves[1]} particles"),
            _poses_inside_box(particles, stack.box),
        ),
        pictures=pictures,
    )


def _poses_inside_box(particles: Particles, box: int) -> Check:
    if not particles.has_poses:
        return Check("shifts", True, "no poses in the file")
    largest = float(particles.poses.shift_angstrom.abs().max()) / particles.pixel_angstrom
    return Check("shifts", largest < box / 2, f"largest shift {largest:.1f} px of a box of {box}")


# ------------------------------------------------------------------------------------- particles/stack


@dataclass(frozen=True)
class StackSettings:
    """How images are made ready: a box to Fourier-crop to (never enlarged), and the background's circle."""

    box: int = 128
    background_diameter: float = 0.75
    batch: int = 256

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if self.box < 16 or self.box % 2:
            raise SettingsError(f"box: {self.box}: should be even and at least 16")
        if not 0.1 < self.background_diameter <= 1:
            raise SettingsError(
                f"background_diameter: {self.background_diameter}: a share of the box, above 0.1"
            )
        if self.batch < 1:
            raise SettingsError(f"batch: {self.batch}: should be at least 1")


def source_particles(task: Task) -> Particles:
    """Read the table that particles/source checked, with the stacks where the manifest has them now.

    The data set may have been moved since: its files have the same digests, in the same order.
    """
    table = task.inputs["particles/source"].path("particles.star")
    particles = read_images(table, None, Overrides(), (Path("/"),))
    before = sorted(set(particles.stacks))
    now = [path for label, path in _source_files(task.manifest).items() if label.startswith("stack ")]
    moved = dict(zip(before, now, strict=True))
    return replace(particles, stacks=tuple(moved[stack] for stack in particles.stacks))


def _stack(task: Task) -> Report:
    contrast = task.manifest.need(
        "contrast", "say `dark` if particles are darker than the background (raw images), else `white`"
    )
    particles = source_particles(task)
    settings: StackSettings = task.settings
    images = PreparedStack(
        open_stack(particles, contrast), settings.box, settings.background_diameter, task.device
    )
    box, pixel = images.box, images.pixel_angstrom
    require_disk(task.folder, len(particles) * box * box * 4)
    progress, sample, background = task.stage("particles/stack"), torch.empty(0), []
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
    previews.montage(sample, pixel, task.folder / "montage.png")
    spread = torch.cat(background)
    return Report(
        numbers={
            "particles": len(particles),
            "box": box,
            "pixel_angstrom": pixel,
            "nyquist_angstrom": 2 * pixel,
            "median_image_sd": float(spread.median()),
        },
        headline="box",
        checks=(
            Check("finite", bool(torch.isfinite(spread).all()), "all images are finite"),
            Check(
                "not_blank",
                bool((spread > 1e-3).all()),
                f"smallest standard deviation {float(spread.min()):.3g}",
            ),
        ),
        pictures={"first images": "montage.png"},
    )


def restacked(particles: Particles, stack: Path, pixel_angstrom: float) -> Particles:
    """Give the table of the same particles with their images, in this order, in one stack."""
    count = len(particles)
    return replace(
        particles,
        stacks=(stack,),
        stack_number=np.zeros(count, dtype=particles.stack_number.dtype),
        image_number=np.arange(count, dtype=particles.image_number.dtype),
        optics=replace(
            particles.optics, pixel_angstrom=torch.full_like(particles.optics.pixel_angstrom, pixel_angstrom)
        ),
    )


def stack_particles(stack: Artifact) -> Particles:
    """Read the table of particles/stack, whose images lie beside it."""
    return read_images(stack.path("particles.star"), None, Overrides(), ())


# --------------------------------------------------------------------------------- particles/consensus


@dataclass(frozen=True)
class ConsensusSettings:
    """How the map is reconstructed; see `ReconstructionSettings`, whose symmetry is the manifest's."""

    padding: int = ReconstructionSettings.padding
    batch: int = ReconstructionSettings.batch
    floor: float = ReconstructionSettings.floor
    tau2_fudge: float = ReconstructionSettings.tau2_fudge


def _consensus_facts(manifest: Dataset) -> dict[str, Any]:
    return {
        "symmetry": manifest.symmetry,
        "truth_fractions": manifest.truth.fractions if manifest.truth else None,
    }


def _consensus_files(manifest: Dataset) -> dict[str, Path]:
    files = {
        f"truth {i}": manifest.resolve(path)
        for i, path in enumerate(manifest.truth.maps if manifest.truth else [])
    }
    files["consensus_map"] = manifest.resolve(manifest.consensus_map)
    return {label: path for label, path in files.items() if path is not None}


def _consensus(task: Task) -> Report:
    stack = task.inputs["particles/stack"]
    particles = stack_particles(stack)
    if not particles.has_poses:
        raise SettingsError(
            f"{task.manifest.path}: field particles: the file has no poses, and a consensus map needs them"
        )
    images = open_stack(particles)
    settings: ConsensusSettings = task.settings
    result = reconstruct(
        images,
        particles.poses,
        particles.optics,
        particles.half_set,
        ReconstructionSettings(**asdict(settings), symmetry=task.facts["symmetry"]),
        task.device,
        task.stage("particles/consensus"),
    )
    for name, volume in (("half1", result.half1), ("half2", result.half2), ("map", result.full)):
        write_volume(task.folder / f"{name}.mrc", volume)
    mask = _mask(result.full)
    write_volume(task.folder / "mask.mrc", result.full.with_density(mask))
    suite, numbers, checks, picture = fsc_report(
        result.half1,
        result.half2,
        mask,
        task.folder,
        particles.poses.rotation,
        symmetry_matrices(task.facts["symmetry"]),
    )
    write_fsc(task.folder / "fsc.star", suite)
    previews.volume_views(result.full, task.folder / "map.png")
    numbers |= {
        "particles": len(particles),
        **_against_truth(task, result.full),
        **_against_given(task, result.full),
    }
    return Report(
        numbers=numbers,
        headline="resolution_angstrom",
        checks=(*checks, _finite(result.full), _positive(result.full)),
        pictures={"map": "map.png", "FSC": picture},
    )


def _finite(volume: Volume) -> Check:
    return Check("finite", bool(torch.isfinite(volume.density).all()), "all voxels are finite")


def _mask(volume: Volume) -> torch.Tensor:
    """Mask the molecule; where none stands out (noise, wrong contrast), the sphere within the box."""
    try:
        return auto_mask(volume)
    except SettingsError:
        shape = volume.density.shape
        return sphere_mask((shape[0], shape[1], shape[2]), shape[0] / 2 - 6.0, 6.0, volume.density.device)


def _positive(volume: Volume) -> Check:
    """Protein is the dense tail of a map's values: the low-passed map is skewed towards it."""
    values = low_pass(volume, max(10.0, 4 * volume.voxel_angstrom)).density.double()
    skew = float((((values - values.mean()) / values.std()) ** 3).mean())
    hint = (
        "" if skew > 0 else ": the dense side of this map is negative; is `contrast` right in dataset.yaml?"
    )
    return Check("protein_is_positive", skew > 0, f"skewness {skew:.2f}{hint}", blocking=False)


def true_mixture(task: Task, like: Volume) -> Volume:
    """Give the mean of a data set's true maps, weighted by their shares, on the grid of `like`."""
    truth = task.manifest.truth
    maps = [read_volume(task.manifest.resolve(path)) for path in truth.maps]
    total = sum(truth.fractions)
    density = sum(
        fraction / total * resample(volume, like.voxel_angstrom, like.density.shape[0]).density
        for fraction, volume in zip(truth.fractions, maps, strict=True)
    )
    return like.with_density(torch.as_tensor(density).to(like.density.device))


def _against_truth(task: Task, volume: Volume) -> dict[str, float]:
    if task.manifest.truth is None:
        return {}
    curve = fsc(volume, true_mixture(task, volume))
    return {
        f"truth_fsc{name}_angstrom": curve.resolution_angstrom(t)
        for name, t in (("05", 0.5), ("0143", 0.143))
    }


def _against_given(task: Task, volume: Volume) -> dict[str, float]:
    given = task.manifest.resolve(task.manifest.consensus_map)
    if given is None:
        return {}
    other = resample(read_volume(given), volume.voxel_angstrom, volume.density.shape[0])
    other = volume.with_density(other.density.to(volume.density.device))
    return {
        "given_map_fsc05_angstrom": fsc(volume, other).resolution_angstrom(0.5),
        "given_map_correlation": real_space_correlation(volume.density, other.density),
    }


PARTICLE_STEPS = (
    Step(
        key="particles/source",
        partition="datasets",
        code_version="1",
        description="The particle table, read and checked: poses, optics and image references in RELION 3.1's form. "
        "Half sets are fixed here once and never change.",
        compute=_source,
        core=("cryo_core.formats.particles", "cryo_core.validation.orientations"),
        checks=("half_sets", "shifts"),
        settings=SourceSettings,
        facts=_source_facts,
        files=_source_files,
        kinds=frozenset({"relion"}),
    ),
    Step(
        key="particles/stack",
        partition="datasets",
        code_version="1",
        description="The images made ready: Fourier-cropped to the box, background mean 0 and standard deviation 1, "
        "particles white.",
        compute=_stack,
        core=("cryo_core.formats.particles", "cryo_core.imaging.prepare"),
        checks=("finite", "not_blank"),
        inputs=("particles/source",),
        settings=StackSettings,
        facts=lambda manifest: {"contrast": manifest.contrast},
        kinds=frozenset({"mrc", "pytorch"}),
        pool="gpu",
    ),
    Step(
        key="particles/consensus",
        partition="datasets",
        code_version="1",
        description="Two half maps from the two half sets with the poses of the source, the map, a mask, and the FSC "
        "between the halves: the state that heterogeneity starts from.",
        compute=_consensus,
        core=(
            "cryo_core.reconstruction.solve",
            "cryo_core.validation.report",
            "cryo_core.formats.emdb",
            "cryo_core.validation.maps",
            "cryo_core.fourier.resample",
            "cryo_core.formats.mrc",
        ),
        checks=("fsc_low_frequency", "within_nyquist", "finite", "protein_is_positive"),
        inputs=("particles/stack",),
        settings=ConsensusSettings,
        facts=_consensus_facts,
        files=_consensus_files,
        kinds=frozenset({"mrc", "pytorch"}),
        pool="gpu",
    ),
)
