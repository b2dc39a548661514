"""round_NN/latents: each particle's place in latent space, and the walk along each axis."""

from dataclasses import dataclass, replace

import numpy as np
import torch

from cryo_assets.assets.against_truth import order_to_truth, poses_to_truth, volumes_to_truth
from cryo_assets.assets.particles.source import rows_left_out, source_particles
from cryo_assets.assets.particles.stack import stack_images
from cryo_assets.assets.rounds.model import finite_latents, given_latents
from cryo_assets.assets.rounds.tables import decoder, starting_table
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.truth import truth_facts, truth_files
from cryo_assets.pictures.latent import walks
from cryo_assets.store.store import Artifact
from cryo_core.data import Poses
from cryo_core.errors import SettingsError
from cryo_core.formats.chimerax import write_series_script
from cryo_core.formats.mrc import write_volume
from cryo_core.formats.particles import write_particles
from cryo_core.fourier.resample import cropped
from cryo_core.heterogeneity.embed import pca
from cryo_core.heterogeneity.latents import Latents
from cryo_core.heterogeneity.linear.model import load_linear
from cryo_core.heterogeneity.trajectories import Decoder, walk
from cryo_core.heterogeneity.vae.train import encode, load_vae
from cryo_core.imaging.prepare import Coarsened


@dataclass(frozen=True)
class LatentSettings:
    """The walk along each principal axis.

    Attributes
    ----------
    walk_points : maps
        Along each axis.
    walk_box : voxels
        Edge that the walk's maps are Fourier-cropped to.
    """

    walk_points: int = 10
    walk_box: int = 64

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if self.walk_points < 2:
            raise SettingsError(f"walk_points: {self.walk_points}: should be at least 2")
        if self.walk_box < 16 or self.walk_box % 2:
            raise SettingsError(f"walk_box: {self.walk_box}: should be even and at least 16")


def make(task: Task) -> Report:
    """Write each particle's latent, its uncertainty and its pose, and what lies along each axis."""
    model = task.own("model")
    latents, poses = _posterior(task, model)
    np.save(task.folder / "latents.npy", latents.mean.float().numpy())
    np.save(task.folder / "precision.npy", latents.precision.float().numpy())
    write_particles(task.folder / "particles.star", replace(source_particles(task), poses=poses))
    components = pca(latents.mean)
    axes, share = components.axes, components.explained
    decode = None if model.numbers["method"] == "given" else decoder(model, task.device)
    walked = _walks(task, latents, decode, len(axes)) if decode else {}
    # The share of an axis's spread that is not each image's own uncertainty: 1 known, 0 nothing known.
    error = torch.einsum("ai,nij,aj->na", axes, torch.linalg.inv(latents.precision), axes).mean(dim=0)
    signal = ((latents.mean - latents.mean.mean(dim=0)) @ axes.T).square().mean(dim=0)
    left_out = rows_left_out(task.inputs["particles/source"])
    numbers = {
        "particles": len(latents),
        "latents": latents.mean.shape[1],
        "first_axis_share": float(share[0]),
        "best_axis_reliability": float((signal / (signal + error)).max()),
        **poses_to_truth(task.manifest, poses, left_out),
        **order_to_truth(task.manifest, latents.mean, left_out),
        **(volumes_to_truth(task.manifest, latents.mean, decode, task.stage, left_out) if decode else {}),
    }
    return Report(numbers, "best_axis_reliability", (finite_latents(latents),), walked)


def _posterior(task: Task, model: Artifact) -> tuple[Latents, Poses]:
    """Latents and poses of the particles: the linear model keeps them, the network computes them, or they are given."""
    if model.numbers["method"] == "linear":
        fit = load_linear(model.path("model/linear.json").parent)
        return fit.latents, fit.poses
    particles = starting_table(task)
    if model.numbers["method"] == "given":
        return given_latents(model), particles.poses
    network = load_vae(model.path("model/vae.pt"), task.device)
    progress = task.stage()
    source = stack_images(task, particles)
    images = source.read_from(Coarsened(source, network.model.box))
    return encode(network, images, progress), particles.poses


def read_latents(latents: Artifact) -> Latents:
    """Read the artifact of `make`."""
    mean = np.load(latents.path("latents.npy"), allow_pickle=False)
    precision = np.load(latents.path("precision.npy"), allow_pickle=False)
    return Latents(torch.from_numpy(mean), torch.from_numpy(precision))


def _walks(task: Task, latents: Latents, decode: Decoder, axes: int) -> dict[str, str]:
    """Write the walk along each principal axis as maps, a script that plays them, and one picture of all."""
    settings: LatentSettings = task.settings
    progress, rows = task.stage("walks"), {}
    for axis in range(axes):
        folder = task.folder / f"walk_{axis + 1:02d}"
        folder.mkdir()
        files, volumes = [], []
        for number, volume in enumerate(decode(walk(latents.mean, axis, settings.walk_points)), 1):
            volumes.append(cropped(volume, settings.walk_box))
            files.append(folder / f"{number:02d}.mrc")
            write_volume(files[-1], volumes[-1])
            progress(axis * settings.walk_points + number, axes * settings.walk_points)
        write_series_script(task.folder / f"walk_{axis + 1:02d}.cxc", files)
        rows[f"axis {axis + 1}"] = volumes
    walks(rows, task.folder / "walks.png")
    return {"walks along the principal axes": "walks.png"}


STEP = Step(
    key="round_NN/latents",
    partition="datasets",
    code_version="3",
    description="Each particle's place in latent space with its uncertainty, its pose as the model has it, and "
    "the volumes along each principal axis.",
    compute=make,
    checks=("finite",),
    inputs=("particles/source", "particles/stack", "round_NN/model", "previous/poses"),
    settings=LatentSettings,
    facts=truth_facts,
    files=truth_files,
    kinds=frozenset({"numpy", "mrc"}),
    pool="gpu",
)
