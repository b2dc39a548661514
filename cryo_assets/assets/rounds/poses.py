"""A round's poses: each class's particles refined on the class's own half maps, and the test by substituted noise."""

import math
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pandas as pd
import torch

from cryo_assets.assets.against_truth import poses_to_truth
from cryo_assets.assets.particles.source import rows_left_out, source_particles, twins_of
from cryo_assets.assets.particles.stack import stack_images
from cryo_assets.assets.rounds.clusters import read_labels
from cryo_assets.assets.rounds.ctf import ClassMaps, refined_ctf
from cryo_assets.assets.rounds.tables import as_refined, poses_of, symmetry_facts, symmetry_of_class
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.table import GOLDEN_SEED
from cryo_assets.entries.truth import truth_facts, truth_files
from cryo_assets.pictures import draw
from cryo_assets.store.class_results import ClassResult, class_file, numbers_of, write_classes
from cryo_assets.store.disk import require_disk
from cryo_assets.store.store import Check
from cryo_core.data import ImageSet, Particles, Poses, Volume
from cryo_core.errors import SettingsError
from cryo_core.formats.honoured import require_ctf_may_change
from cryo_core.formats.mrc import write_volume
from cryo_core.formats.particles import write_particles
from cryo_core.formats.working import working_bytes
from cryo_core.geometry.rotations import rotation_distance_degrees
from cryo_core.geometry.symmetry import generators
from cryo_core.heterogeneity.linear.model import load_linear
from cryo_core.reconstruction.backproject import ImageWeights
from cryo_core.reconstruction.broken import obeys
from cryo_core.reconstruction.solve import ReconstructionSettings
from cryo_core.refinement.refine import RefinementSettings
from cryo_core.refinement.rounds import Iterated, IterationSettings, iterate
from cryo_core.refinement.substitution import SharedNoise, Substituted, substitute_from_angstrom
from cryo_core.refinement.table import with_scores

PUBLISHED_LIMITS_ANGSTROM = (6.0, 6.0, 5.0, 4.0, 3.0, 3.0, 3.0, 2.7, 2.7, 2.0)
"""The high-resolution limits of alignment by round that were published for EMPIAR-10076."""

_LEAST_OF_A_HALF = 50
_FIRST_NYQUIST_ANGSTROM = 6.0
"""Images begin cropped to this, if they are finer; they are cropped less as the FSC reaches further."""


@dataclass(frozen=True)
class PoseSettings:
    """How the poses of a round are refined; see `RefinementSettings` for how they are climbed.

    Attributes
    ----------
    refine : yes or no
        Off keeps the poses as they are, as a control.
    iterations : iterations
        Of alignment and reconstruction in a round.
    limit : choice
        Finest frequency of alignment: `fsc`, from the FSC of the maps aligned to, which leaves shells to
        judge by; or `published`, by round.
    limit_angstrom : Å
        Finest frequency of alignment, instead of either. It never passes Nyquist.
    angle_range_degrees : degrees
        How far poses may be from the truth.
    particle_diameter : share of the box
        Diameter of the particle.
    method : choice
        How poses are climbed: newton, all images together; or powell in the finest band.
    defocus : yes or no
        Whether the defocus of each image is refined too.
    ctf : yes or no
        Whether the CTF is refined at the round's poses: aberrations of each optics group, defocus and astigmatism of
        each image. Maps of the round and all that follows are made with it.
    weighted : yes or no
        Whether images are weighted, as Frealign does, in the maps aligned to.
    noise_substitution : yes or no
        Whether images are refined a second time with their fine detail made noise, to know what the
        alignment of noise comes to.
    """

    refine: bool = True
    iterations: int = 2
    limit: Literal["fsc", "published"] = "fsc"
    limit_angstrom: float | None = None
    angle_range_degrees: float = 6.0
    particle_diameter: float = 0.7
    method: Literal["newton", "powell"] = "newton"
    defocus: bool = False
    ctf: bool = False
    weighted: bool = False
    noise_substitution: bool = True

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if self.iterations < 1:
            raise SettingsError(f"iterations: {self.iterations}: should be at least 1")
        if self.limit_angstrom is not None and not self.limit_angstrom > 0:
            raise SettingsError(f"limit_angstrom: {self.limit_angstrom}: should be above 0, or none")


def make(task: Task) -> Report:
    """Refine each class's particles on the class's own half maps; particles of no class keep their poses."""
    settings: PoseSettings = task.settings
    source, earlier = source_particles(task), task.previous("poses")
    if earlier:
        source = as_refined(source, earlier)
    if settings.defocus or settings.ctf:
        require_ctf_may_change(source)
    labels = read_labels(task.own("clusters"))
    poses = poses_of(task.own("latents"))
    found = _Refined(poses, labels, _limit_before(task), _contrast_before(task, len(labels)))
    start = stack_images(task, replace(source, poses=poses))
    refined_classes: list[ClassMaps] = []
    for name in found.classes:
        rows = found.rows(name)
        least = np.bincount(start.half_set[rows], minlength=3)[1:].min()
        if least < 1:
            continue
        result = _symmetry_of(task, name, start.take(rows), found.contrast[rows])
        how = _iteration_settings(task, start.pixel_angstrom, symmetry_of_class(result, task))
        if settings.refine and least >= _LEAST_OF_A_HALF:
            needed = working_bytes(start.take(rows)) * (2 if settings.noise_substitution else 1)
            folder = task.copies(needed) / class_file(name)
            require_disk(folder.parent if folder.parent.exists() else task.folder, needed)
            refined = _iterated(start.take(rows), task, how, f"class {name}", folder)
            found.put(name, refined, start)
            refined_classes.append(ClassMaps(rows, _halves(refined), refined.finest_limit_angstrom))
            if settings.noise_substitution:
                result = _substitute(task, result, start.take(rows), rows, how, refined, folder / "noise")
            shutil.rmtree(folder, ignore_errors=True)
        found.results.append(result)
    table, of_ctf = refined_ctf(task, found.table(source), refined_classes if settings.ctf else [])
    _write(task.folder, found, table)
    numbers: dict[str, Any] = {
        "particles": len(labels),
        "refined_particles": sum(len(moved) for moved in found.moved),
        "moved_degrees": float(torch.cat(found.moved).median()) if found.moved else 0.0,
        "alignment_limit_angstrom": found.limit_angstrom,
        **of_ctf,
        **numbers_of(found.results),
        **poses_to_truth(task.manifest, found.poses, rows_left_out(task.inputs["particles/source"])),
    }
    pictures = {"how far poses moved": "moved.png"} if found.moved else {}
    return Report(numbers, "moved_degrees", _checks(found.poses, table, source), pictures)


def _halves(refined: Iterated) -> tuple[Volume, Volume]:
    return refined.reconstruction.half1, refined.reconstruction.half2


def _substitute(
    task: Task,
    result: ClassResult,
    images: ImageSet,
    rows: np.ndarray,
    how: IterationSettings,
    refined: Iterated,
    folder: Path,
) -> ClassResult:
    """Write half maps of a class's images whose fine detail was made noise, refined the same way."""
    name = result.name
    first = substitute_from_angstrom(refined.iterations[-1].fsc, refined.finest_limit_angstrom)
    same = replace(
        how,
        boxes=refined.boxes,
        iterations=len(refined.iterations),
        limits_angstrom=tuple(i.limit_angstrom for i in refined.iterations),
        enough_degrees=0.0,
    )
    twins = twins_of(task.inputs["particles/source"], source_particles(task))
    shared = SharedNoise.of(twins, poses_of(task.own("latents")), refined.images.pixel_angstrom)
    drawn = Substituted(refined.images, first, GOLDEN_SEED, shared, rows, task.device)
    told = f"class {name}, fine detail made noise"
    made = _iterated(images.read_from(drawn), task, same, told, folder).reconstruction
    for half, volume in enumerate((made.half1, made.half2), 1):
        write_volume(task.folder / class_file(name, f"_substituted_half{half}.mrc"), volume)
    return replace(result, substituted_from_angstrom=first)


def _symmetry_of(task: Task, name: int, images: ImageSet, contrast: np.ndarray) -> ClassResult:
    """Whether a class obeys the symmetry of the data set; nothing is said where there is none."""
    symmetry = task.facts["symmetry"]
    if not generators(symmetry):
        return ClassResult(name)
    weights = ImageWeights.even(torch.from_numpy(contrast).float().clamp(min=0.0))
    progress = task.stage(f"class {name}, symmetry")
    found = obeys(images, symmetry, None, task.device, progress, weights)
    if found.obeyed:
        words = f"obeys {symmetry}: half maps turned by it lose {found.lost:.1%} of their FSC"
    else:
        words = (
            f"breaks {symmetry}, and is not symmetrised: half maps turned by it lose {found.lost:.0%} of their FSC, "
            f"{found.deviations:.0f} standard errors"
        )
    others = {"symmetry": symmetry if found.obeyed else "C1", "symmetry_verdict": words}
    return ClassResult(name, others=others)


def _write(folder: Path, found: "_Refined", table: Particles) -> None:
    """Write poses, scores and the course of refinement, and draw how far poses moved."""
    write_particles(folder / "particles.star", table)
    np.savez(folder / "scores.npz", score=found.score, sigma=found.sigma, contrast=found.contrast)
    pd.DataFrame(found.course).to_csv(folder / "course.csv", index=False)
    write_classes(folder, found.results)
    if found.moved:
        draw.histogram(torch.cat(found.moved).numpy(), "pose moved by (degrees)", folder / "moved.png")


def _checks(poses: Poses, table: Particles, before: Particles) -> tuple[Check, ...]:
    finite = bool(torch.isfinite(poses.rotation).all() and torch.isfinite(poses.shift_angstrom).all())
    halves = bool((table.half_set == before.half_set).all())
    return (
        Check("finite", finite, "all poses are finite"),
        Check("half_sets_kept", halves, "every particle is in the half it was in"),
    )


def _iteration_settings(task: Task, pixel_angstrom: float, symmetry: str) -> IterationSettings:
    settings: PoseSettings = task.settings
    finest, limit = 2 * pixel_angstrom, settings.limit_angstrom
    if limit is None and settings.limit == "published":
        number = min(task.round, len(PUBLISHED_LIMITS_ANGSTROM))
        limit = PUBLISHED_LIMITS_ANGSTROM[number - 1]
    return IterationSettings(
        iterations=settings.iterations,
        weighted=settings.weighted,
        limits_angstrom=() if limit is None else (max(finest, limit),),
        first_nyquist_angstrom=min(_FIRST_NYQUIST_ANGSTROM, 0.6 * (limit or math.inf)),
        refinement=RefinementSettings(
            high_limit_angstrom=finest,
            angle_range_degrees=settings.angle_range_degrees,
            particle_diameter=settings.particle_diameter,
            method=settings.method,
            defocus=settings.defocus,
            symmetry=symmetry,
        ),
        reconstruction=ReconstructionSettings(symmetry=symmetry),
    )


def _iterated(images: ImageSet, task: Task, how: IterationSettings, stage: str, folder: Path) -> Iterated:
    return iterate(images, None, how, task.device, task.stage(stage), folder=folder)


class _Refined:
    """What is found of all particles as classes are refined one by one, and the finest limit any alignment had."""

    def __init__(self, poses: Poses, labels: np.ndarray, limit_angstrom: float, contrast: np.ndarray) -> None:
        self.poses = Poses(poses.rotation.clone(), poses.shift_angstrom.clone())
        self.score, self.sigma, self.log_likelihood = (np.full(len(labels), math.nan) for _ in range(3))
        self.limit_angstrom, self.contrast = limit_angstrom, contrast.copy()
        self.classes = [int(name) for name in np.unique(labels[labels > 0])]
        self.moved: list[torch.Tensor] = []
        self.course: list[dict[str, Any]] = []
        self.results: list[ClassResult] = []
        self._labels = labels
        self._defocus_change = torch.zeros(len(labels), dtype=torch.float64)

    def rows(self, name: int) -> np.ndarray:
        """The particles of a class."""
        return np.flatnonzero(self._labels == name)

    def put(self, name: int, found: Iterated, start: ImageSet) -> None:
        """Take over a class's poses, defoci and scores."""
        rows = self.rows(name)
        at = torch.from_numpy(rows)
        before = self.poses.rotation[at]
        self.poses.rotation[at] = found.poses.rotation
        self.poses.shift_angstrom[at] = found.poses.shift_angstrom
        self.score[rows] = found.refined.score.numpy()
        self.sigma[rows] = found.refined.sigma.numpy()
        self.contrast[rows] = found.refined.contrast.numpy()
        self.log_likelihood[rows] = found.refined.log_likelihood.numpy()
        defocus = found.optics.defocus_u_angstrom.double() - start.optics.defocus_u_angstrom[at].double()
        self._defocus_change[at] = defocus.cpu()
        self.moved.append(rotation_distance_degrees(found.poses.rotation, before))
        self.limit_angstrom = min(self.limit_angstrom, found.finest_limit_angstrom)
        for number, iteration in enumerate(found.iterations, 1):
            self.course.append(
                {
                    "class": name,
                    "iteration": number,
                    "limit_angstrom": iteration.limit_angstrom,
                    "resolution_angstrom": iteration.verdict.plain_angstrom,
                    "accepted": iteration.verdict.accepted,
                    "moved_degrees": iteration.moved_degrees,
                    "moved_angstrom": iteration.moved_angstrom,
                    "mean_score": iteration.mean_score,
                }
            )

    def table(self, source: Particles) -> Particles:
        """The source's table with all of it; scores only if any class was refined."""
        optics = source.optics
        change = self._defocus_change.to(optics.defocus_u_angstrom)
        optics = replace(
            optics,
            defocus_u_angstrom=optics.defocus_u_angstrom + change,
            defocus_v_angstrom=optics.defocus_v_angstrom + change,
        )
        named = np.where(self._labels > 0, self._labels, 0).astype(np.int64)
        table = replace(source, poses=self.poses, optics=optics, class_number=named)
        if not self.moved:
            return table
        return with_scores(table, self.score, self.sigma, self.log_likelihood)


def _limit_before(task: Task) -> float:
    """The finest frequency at which poses were ever aligned against both halves or their own: Å."""
    limits = [float(task.own("model").numbers["alignment_limit_angstrom"] or math.inf)]
    earlier = task.previous("poses")
    if earlier:
        limits.append(float(earlier.numbers["alignment_limit_angstrom"] or math.inf))
    return min(limits)


def _contrast_before(task: Task, particles: int) -> np.ndarray:
    """Each image's contrast as the linear model has it; 1 where the model is another."""
    model = task.own("model")
    if model.numbers["method"] != "linear":
        return np.ones(particles)
    return load_linear(model.path("model/linear.json").parent).contrast.double().numpy()


STEP = Step(
    key="round_NN/poses",
    partition="datasets",
    code_version="5",
    description="Poses refined class by class, each half set on its own half map, to a limit that leaves "
    "something to judge by; and half maps of images whose fine detail was made noise, refined the same way. "
    "Particles of no class keep their poses.",
    compute=make,
    checks=("finite", "half_sets_kept"),
    inputs=(
        "particles/source",
        "particles/stack",
        "round_NN/model",
        "round_NN/latents",
        "round_NN/clusters",
        "previous/poses",
    ),
    settings=PoseSettings,
    facts=lambda manifest: symmetry_facts(manifest) | truth_facts(manifest),
    files=truth_files,
    kinds=frozenset({"relion"}),
    pool="gpu",
)
