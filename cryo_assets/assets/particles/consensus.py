"""particles/consensus: half maps, map and FSC that everything starts from."""

from dataclasses import asdict, dataclass
from typing import Any

import torch

from cryo_assets.assets.against_truth import map_to_truth
from cryo_assets.assets.half_map_report import write_reconstruction
from cryo_assets.assets.particles.source import source_particles
from cryo_assets.assets.particles.stack import stack_images
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.independence import limit_of
from cryo_assets.entries.manifest import Dataset
from cryo_assets.entries.truth import consensus_files
from cryo_assets.pictures import draw
from cryo_assets.store.store import Check
from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.formats.mrc import read_volume
from cryo_core.fourier.filters import low_pass
from cryo_core.fourier.resample import resample
from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct
from cryo_core.validation.fsc import fsc
from cryo_core.validation.independence import with_remark
from cryo_core.validation.maps import real_space_correlation


@dataclass(frozen=True)
class ConsensusSettings:
    """How the map is reconstructed; its symmetry is the manifest's.

    Attributes
    ----------
    padding : factor
        Padding of the Fourier grid.
    batch : images
        Read at a time; without it as many as hold 4 million pixels.
    floor : share
        Least weight of a Fourier coefficient of the whole map, of the mean of its shell.
    tau2_fudge : factor
        Multiplies the signal-to-noise ratio that filters the whole map (RELION's T); larger filters less.
    """

    padding: int = ReconstructionSettings.padding
    batch: int | None = ReconstructionSettings.batch
    floor: float = ReconstructionSettings.floor
    tau2_fudge: float = ReconstructionSettings.tau2_fudge


def _consensus_facts(manifest: Dataset) -> dict[str, Any]:
    return {
        "symmetry": manifest.symmetry,
        "poses_aligned_to_angstrom": manifest.poses_aligned_to_angstrom,
        "truth_fractions": manifest.truth.fractions if manifest.truth and manifest.truth.maps else None,
    }


def make(task: Task) -> Report:
    """Reconstruct half maps and the consensus map from the poses of the table."""
    stack = task.inputs["particles/stack"]
    particles = source_particles(task)
    if not particles.has_poses:
        raise SettingsError(
            f"{task.manifest.path}: field particles: the file has no poses, and a consensus map needs them: "
            f"`cryo run {task.manifest.name} --to posefree/walk` finds them, `cryo adopt {task.manifest.name}` goes on"
        )
    settings: ConsensusSettings = task.settings
    result = reconstruct(
        stack_images(task),
        ReconstructionSettings(**asdict(settings), symmetry=task.facts["symmetry"]),
        task.device,
        task.stage(),
    )
    shared = stack.numbers.get("shared_images", 0)
    limit = limit_of(task.manifest, task.inputs["particles/source"])
    numbers, checks, picture = write_reconstruction(
        result, particles, task.facts["symmetry"], shared, task.folder, limit
    )
    draw.volume_views(result.full, task.folder / "map.png")
    numbers |= {
        "particles": len(particles),
        "shared_images": shared,
        "warnings": with_remark(numbers["warnings"], numbers["resolution_angstrom"], limit),
        **map_to_truth(task.manifest, result.full),
        **_against_given(task, result.full),
    }
    return Report(
        numbers=numbers,
        headline="resolution_angstrom",
        checks=(*checks, _finite(result.full), _positive(result.full), _independent(numbers["dependence"])),
        pictures={"map": "map.png", "FSC": picture},
    )


def _independent(dependence: str) -> Check:
    """Whether the halves share neither images nor noise; if they do, the resolution is no such thing."""
    said = "they share no images, and no noise in the solvent" if dependence == "none" else dependence
    return Check("independent_halves", dependence == "none", said, blocking=False)


def _finite(volume: Volume) -> Check:
    return Check("finite", bool(torch.isfinite(volume.density).all()), "all voxels are finite")


def _positive(volume: Volume) -> Check:
    """Protein is the dense tail of a map's values: the low-passed map is skewed towards it."""
    values = low_pass(volume, max(10.0, 4 * volume.voxel_angstrom)).density.double()
    skew = float((((values - values.mean()) / values.std()) ** 3).mean())
    hint = (
        "" if skew > 0 else ": the dense side of this map is negative; is `contrast` right in dataset.yaml?"
    )
    return Check("protein_is_positive", skew > 0, f"skewness {skew:.2f}{hint}", blocking=False)


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


STEP = Step(
    key="particles/consensus",
    partition="datasets",
    code_version="3",
    description="Two half maps from the two half sets with the poses of the source, the map, a mask, and the FSC "
    "between the halves: the state that heterogeneity starts from.",
    compute=make,
    checks=("fsc_low_frequency", "within_nyquist", "finite", "protein_is_positive", "independent_halves"),
    inputs=("particles/source", "particles/stack"),
    settings=ConsensusSettings,
    facts=_consensus_facts,
    files=consensus_files,
    kinds=frozenset({"mrc", "pytorch"}),
    pool="gpu",
)
