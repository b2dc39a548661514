"""round_NN/maps: each class's map and half maps."""

from dataclasses import dataclass

import numpy as np
import torch

from cryo_assets.assets.particles.source import source_particles
from cryo_assets.assets.particles.stack import stack_images
from cryo_assets.assets.rounds.clusters import read_labels
from cryo_assets.assets.rounds.tables import as_refined, symmetry_facts, symmetry_of_class
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.pictures import latent as latent_pictures
from cryo_assets.store.class_results import ClassResult, class_file, numbers_of, read_classes, write_classes
from cryo_assets.store.store import Artifact, Check
from cryo_core.formats.mrc import write_volume
from cryo_core.fourier.resample import cropped
from cryo_core.reconstruction.backproject import ImageWeights
from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct
from cryo_core.refinement.weights import frealign_weights

_PICTURED_BOX = 96


@dataclass(frozen=True)
class MapSettings:
    """How a class's maps are made.

    Attributes
    ----------
    weighted : yes or no
        Whether images are weighted by score and sigma, as Frealign does, and not by their contrast, which
        multiplies the CTF.
    score_b_factor_angstrom2 : Å²
        B factor of an image for each point that its score lies below the mean.
    tau2_fudge : factor
        Multiplies the signal-to-noise ratio that filters the whole map (RELION's T); larger filters less.
    """

    weighted: bool = False
    score_b_factor_angstrom2: float = 5.0
    tau2_fudge: float = 1.0


def make(task: Task) -> Report:
    """Reconstruct each class's half maps and map."""
    settings: MapSettings = task.settings
    images = stack_images(task, as_refined(source_particles(task), task.own("poses")))
    labels = read_labels(task.own("clusters"))
    volumes, classes = {}, []
    known = {result.name: result for result in read_classes(task.own("poses"))}
    for name in (int(n) for n in np.unique(labels[labels > 0])):
        rows = np.flatnonzero(labels == name)
        some = images.take(rows)
        if np.bincount(some.half_set, minlength=3)[1:].min() < 1:
            continue
        symmetry = symmetry_of_class(known.get(name), task)
        made = reconstruct(
            some,
            ReconstructionSettings(symmetry=symmetry, tau2_fudge=settings.tau2_fudge),
            task.device,
            task.stage(f"class {name}"),
            _weights(task.own("poses"), rows, some.half_set, settings),
        )
        parts = {"": made.full, "_half1": made.half1, "_half2": made.half2}
        for suffix, volume in parts.items():
            write_volume(task.folder / class_file(name, f"{suffix}.mrc"), volume)
        volumes[f"class {name}"] = cropped(made.full, _PICTURED_BOX)
        others = {} if symmetry == task.facts["symmetry"] else {"symmetry": symmetry}
        classes.append(ClassResult(name, particles=len(rows), others=others))
    write_classes(task.folder, classes)
    pictures = {}
    if volumes:
        latent_pictures.class_slices(volumes, task.folder / "classes.png")
        pictures = {"class maps": "classes.png"}
    finite = all(bool(torch.isfinite(volume.density).all()) for volume in volumes.values())
    checks = (
        Check("finite", finite, "all voxels are finite"),
        Check("not_empty", bool(volumes), f"{len(volumes)} class maps"),
    )
    return Report({"classes": len(volumes), **numbers_of(classes)}, "classes", checks, pictures)


def _weights(poses: Artifact, rows: np.ndarray, half_set: np.ndarray, settings: MapSettings) -> ImageWeights:
    """Contrasts of images; or, if asked for, weights by their scores, each half by its own."""
    with np.load(poses.path("scores.npz"), allow_pickle=False) as file:
        names = "score", "sigma", "contrast"
        score, sigma, contrast = (torch.from_numpy(file[name][rows]) for name in names)
    if not settings.weighted or not bool(torch.isfinite(score).all()):
        return ImageWeights.even(contrast.clamp(min=0.0))
    weight, decay = torch.ones(len(rows)), torch.zeros(len(rows))
    for half in (1, 2):
        at = torch.from_numpy(np.flatnonzero(half_set == half))
        found = frealign_weights(
            score[at], sigma[at], score_b_factor_angstrom2=settings.score_b_factor_angstrom2
        )
        weight[at], decay[at] = found.weight.float(), found.b_factor_angstrom2.float()
    return ImageWeights(weight, decay)


STEP = Step(
    key="round_NN/maps",
    partition="datasets",
    code_version="2",
    description="Each class's map and half maps.",
    compute=make,
    checks=("finite", "not_empty"),
    inputs=("particles/source", "particles/stack", "round_NN/clusters", "round_NN/poses"),
    settings=MapSettings,
    facts=symmetry_facts,
    kinds=frozenset({"mrc"}),
    pool="gpu",
)
