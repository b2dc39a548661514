"""round_NN/model: the latent model of a round, linear or a network."""

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import torch

from cryo_assets.assets.particles.source import rows_left_out
from cryo_assets.assets.particles.stack import stack_images
from cryo_assets.assets.rounds.tables import starting_table
from cryo_assets.engine.produce import chosen_devices
from cryo_assets.engine.step import Report, Step, Task, TrainedModel
from cryo_assets.entries.files import latents_file
from cryo_assets.pictures import fits
from cryo_assets.pictures.draw import montage
from cryo_assets.store.disk import require_disk
from cryo_assets.store.store import Artifact, Check
from cryo_core.data import ImageSet, ImageStack
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.formats.embeddings import read_given
from cryo_core.formats.working import working_bytes, working_copy
from cryo_core.heterogeneity.latents import Latents
from cryo_core.heterogeneity.linear.junk import REASONS
from cryo_core.heterogeneity.linear.model import LinearFit, LinearSettings, load_linear, save_linear
from cryo_core.heterogeneity.linear.together import fit_linear_on
from cryo_core.heterogeneity.vae.model import VaeSettings
from cryo_core.heterogeneity.vae.train import save_vae, train_vae
from cryo_core.imaging.prepare import Coarsened, even_box
from cryo_core.learning.fit import TrainingRun

_EVIDENCE_LOST = 0.01
"""Nats an image that the last sweeps may lose: components held in a mask, and poses that move, are no exact EM."""


@dataclass(frozen=True)
class ModelSettings:
    """Which latent model, and how it is fitted.

    Attributes
    ----------
    method : choice
        `linear`: probabilistic PCA over volumes; `vae`: cryoDRGN's network; `given`: the latents of another program
        that the manifest names.
    box : pixels
        Edge that the images are Fourier-cropped to for the model, whatever the box of the maps; they are never
        enlarged. Without it, what the shells of the linear model's maps need (64), and 128 for the network.
    linear : settings
        Of the linear model.
    vae : settings
        Of the network.
    later_epochs : epochs
        Of the network from the second round on; it goes on from its last weights, as published.
    """

    method: Literal["linear", "vae", "given"] = "linear"
    box: int | None = None
    linear: LinearSettings = LinearSettings()
    vae: VaeSettings = VaeSettings()
    later_epochs: int = 5

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if self.box is not None and (self.box < 16 or self.box % 2):
            raise SettingsError(f"box: {self.box}: should be even and at least 16")

    def own_box(self) -> int:
        """Edge of the model's images, where the data set's are as large."""
        return self.box or (_NETWORK_BOX if self.method == "vae" else self.linear.box)


_NETWORK_BOX = 128


def make(task: Task) -> Report:
    """Fit the latent model of a round."""
    particles = starting_table(task)
    settings: ModelSettings = task.settings
    fitted = {"linear": _linear, "vae": _vae, "given": _given}[settings.method]
    began = time.monotonic()
    source = stack_images(task, particles)
    small: ImageStack = Coarsened(source, even_box(settings.own_box(), source))
    if settings.method == "vae" and small.box < source.box:  # it reads all images in each epoch
        folder = task.copies(working_bytes(small))
        require_disk(folder if folder.exists() else task.folder, working_bytes(small))
        small = working_copy(small, folder / "images.mrcs", task.stage("cropping the images"))
    images = source.read_from(small)
    numbers, checks, pictures = fitted(task, images)
    seconds = time.monotonic() - began
    common: dict[str, Any] = {
        "method": settings.method,
        "particles": len(particles),
        "box": images.box,
        "nyquist_angstrom": 2 * images.pixel_angstrom,
    }
    rate = {"images_per_second": len(particles) / max(seconds, 1e-9)}
    headline = {"linear": "components_borne", "vae": "loss", "given": "latents"}[settings.method]
    return Report(common | numbers | rate, headline, checks, pictures)


_PICTURED = 18
"""Images in the montage of those left out."""

_IN_WORDS = {
    "empty": "without a particle",
    "edge": "with an edge",
    "two particles": "with two particles or more",
    "other": "with something else",
    "pose": "off their given pose",
}

Fitted = tuple[dict[str, Any], tuple[Check, ...], dict[str, str]]


def _linear(task: Task, images: ImageSet) -> Fitted:
    settings = task.settings.linear
    if task.round > 1 and settings.move_poses is None:
        # Refined poses know more than the low shells that this model looks at: it allows for errors, and moves none.
        settings = replace(settings, move_poses=False)
    progress = task.stage("linear")
    earlier = task.previous("model")
    known = None if earlier is None else torch.from_numpy(reasons_left_out(earlier, len(images)))
    fit = fit_linear_on(chosen_devices(task.device), images, settings, task.scratch, progress, known)
    save_linear(task.folder / "model", fit)
    for step, evidence in enumerate(fit.evidence):
        task.record.epoch(step, {"evidence": evidence})
    late = settings.iterations - settings.iterations // 2
    share = fit.explained / fit.explained.sum().clamp_min(1e-30)
    explained = fits.explained_variance(share.tolist(), task.folder / "explained.png")
    settled = len(fit.evidence) - late + 1
    fits.curves(
        {"log evidence of an image": fit.evidence},
        task.folder / "evidence.png",
        "sweep",
        "nats",
        (settled, "from there on the noise is settled, and values compare"),
    )
    pictures = {**explained, "evidence": "evidence.png"}
    if bool((fit.left_out > 0).any()):
        rows = (fit.left_out > 0).nonzero()[:_PICTURED, 0].numpy()
        why = [_IN_WORDS[REASONS[int(reason)]] for reason in fit.left_out[rows]]
        montage(images.read(rows).cpu(), images.pixel_angstrom, task.folder / "left_out.png", titles=why)
        pictures["images left out"] = "left_out.png"
    numbers = {
        "components": len(fit.components),
        "components_borne": fit.chosen,
        "poses_moved": fit.poses_moved,
        "rotation_spread_degrees": fit.pose_spread[0],
        "shift_spread_angstrom": fit.pose_spread[1],
        "contrast_spread": fit.contrast_spread,
        "mask_share": fit.mask_share,
        "left_out": int((fit.left_out > 0).sum()),
        "alignment_limit_angstrom": images.box * images.pixel_angstrom / settings.shells
        if fit.poses_moved
        else None,
        "verdict": _verdict(fit),
    }
    return (
        numbers,
        (finite_latents(fit.latents), learned(fit.evidence[-late:])),
        pictures,
    )


def _vae(task: Task, images: ImageSet) -> Fitted:
    settings: ModelSettings = task.settings
    chosen, start = settings.vae, None
    earlier = task.previous("model")
    if earlier:
        start = earlier.path("model/vae.pt")
        chosen = replace(chosen, epochs=settings.later_epochs)
    fit = train_vae(
        images,
        chosen,
        TrainingRun(
            task.scratch,
            task.device,
            lambda epoch, metrics: task.record.epoch(epoch, _plain(metrics)),
            task.stage("vae"),
        ),
        start,
    )
    (task.folder / "model").mkdir()
    save_vae(task.folder / "model", fit)
    terms = ("loss", "mse", "kld")
    curves = {term: [float(epoch[term]) for epoch in fit.history] for term in terms}
    fits.curves({"loss": curves["loss"]}, task.folder / "loss.png")
    last = fit.history[-1]
    shells = {"by shell": [float(value) for value in last["mse_shell"]]}
    fits.curves(shells, task.folder / "shells.png", "shell", "squared error")
    # The network moves no pose, so it sets no limit of alignment. Its encoder does see all shells of both halves, and
    # classes that it draws share what noise it drew them by: an FSC of 0.02 on images whose fine detail was noise (600
    # images of 32 pixels, 60 epochs, 2 to 8 classes), a seventh of what counts. Solvent that agrees would tell of more.
    numbers: dict[str, Any] = {
        "epochs": len(fit.history),
        **{term: values[-1] for term, values in curves.items()},
        "alignment_limit_angstrom": None,
    }
    begun, ended = curves["loss"][0], curves["loss"][-1]
    said = f"loss {begun:.4f} → {ended:.4f}"
    numbers["verdict"] = f"L{said[1:]} in {len(fit.history)} epochs."
    finite = all(math.isfinite(value) for values in curves.values() for value in values)
    checks = Check("finite", finite, f"{len(fit.history)} epochs"), Check("learned", ended <= begun, said)
    return numbers, checks, {"loss": "loss.png", "error by shell": "shells.png"}


GIVEN = "given.npz"
"""Latents that were brought in: mean and variance of each particle, on a scale on which the widest has deviation 1."""

_UNSAID_VARIANCE = 0.01
"""Variance of latents that come without one, of the widest latent's: hardly any."""


def _given(task: Task, images: ImageSet) -> Fitted:
    """Take the latents that the manifest names, without the rows that particles/source left out."""
    path = task.manifest.resolve(
        task.manifest.need("latents", "`cryo latents NAME --from z.pkl` brings those of another program in")
    )
    left_out = rows_left_out(task.inputs["particles/source"])
    mean, variance = read_given(path)
    if len(mean) != len(images) + len(left_out):
        raise ShapeError(
            f"{task.manifest.path}: field latents: {path}: {len(mean)} rows, and the particle table has "
            f"{len(images) + len(left_out)}"
        )
    mean, variance = np.delete(mean, left_out, axis=0), np.delete(variance, left_out, axis=0)
    unit = max(float(mean.std(0).max()), 1e-30)
    variance = np.where(variance > 0, variance / unit**2, _UNSAID_VARIANCE)
    np.savez(task.folder / GIVEN, mean=mean / unit, variance=variance)
    numbers = {
        "latents": mean.shape[1],
        "latent_unit": unit,
        "alignment_limit_angstrom": None,
        "verdict": f"{mean.shape[1]} latents of another program, in units of {unit:.4g}, their widest's deviation.",
    }
    checks = Check(
        "finite", bool(np.isfinite(mean).all()), f"{len(mean)} particles x {mean.shape[1]} latents"
    )
    return numbers, (checks, Check("learned", True, "nothing was learned: latents were given")), {}


def given_latents(model: Artifact) -> Latents:
    """Latents that were brought in."""
    with np.load(model.path(GIVEN), allow_pickle=False) as file:
        mean, variance = (torch.from_numpy(file[name]).float() for name in ("mean", "variance"))
    return Latents(mean, torch.diag_embed(1.0 + 1.0 / variance))


def _plain(metrics: Mapping[str, Any]) -> dict[str, float]:
    """Name each number of an epoch: a curve's values by shell."""
    plain: dict[str, float] = {}
    for name, value in metrics.items():
        if isinstance(value, list | tuple):
            plain |= {f"{name}_{shell:03d}": float(v) for shell, v in enumerate(value, 1)}
        else:
            plain[name] = float(value)
    return plain


def learned(evidence: Sequence[float]) -> Check:
    """Ask that the log evidence did not fall over sweeps that looked at the same shells with the same noise.

    Sweeps before the noise is measured for the last time are of other data: their evidence may do anything.
    """
    said = f"log evidence of an image, last {len(evidence)} sweeps: {evidence[0]:.4f} → {evidence[-1]:.4f}"
    return Check("learned", evidence[-1] >= evidence[0] - _EVIDENCE_LOST, said)


def _verdict(fit: LinearFit) -> str:
    return f"{_of_components(fit)}{_of_left_out(fit)}"


def _of_left_out(fit: LinearFit) -> str:
    """How many images are in no map, and why, in words."""
    counts = {name: int((fit.left_out == i).sum()) for i, name in enumerate(REASONS) if i}
    total = sum(counts.values())
    if not total:
        return ""
    parts = ", ".join(f"{count} {_IN_WORDS[name]}" for name, count in counts.items() if count)
    share = f"{total} of {len(fit.left_out)} images ({total / len(fit.left_out):.1%})"
    return f" Left out of maps and classes: {share}: {parts}."


def reasons_left_out(model: Artifact, count: int) -> np.ndarray:
    """Why each of `count` images is left out, as a number of `REASONS`; 0 for all where the model is not linear."""
    if model.numbers["method"] != "linear":
        return np.zeros(count, dtype=np.int64)
    return load_linear(model.path("model/linear.json").parent).left_out.numpy()


def _of_components(fit: LinearFit) -> str:
    if fit.chosen == 0:
        return (
            "Held-out images bear no component: what differs between these particles is not above the noise."
        )
    gain, error = fit.held_evidence[fit.chosen], fit.held_error[fit.chosen]
    said = f"Held-out images bear {fit.chosen} components (gain {gain:.3f} ± {error:.3f} nats an image over none)"
    if fit.mask_share == 1:
        return f"{said}; no mask."
    return f"{said}, within a mask of {fit.mask_share:.0%} of the box (gain {fit.mask_gain:.3f} more)."


def finite_latents(latents: Latents) -> Check:
    """Check that means and precisions of all latents are finite."""
    good = bool(torch.isfinite(latents.mean).all() and torch.isfinite(latents.precision).all())
    return Check("finite", good, f"{len(latents)} particles x {latents.mean.shape[1]} latents")


def _registered(artifact: Artifact) -> tuple[TrainedModel, ...]:
    """The model of the particles, under the entry's name; none where latents were given."""
    method = artifact.numbers["method"]
    if method == "given":
        return ()
    files = tuple(name for name in artifact.files if name.startswith("model/"))
    return (TrainedModel(f"{method}.{artifact.entry}", {"linear": "Linear", "vae": "Vae"}[method], files),)


STEP = Step(
    key="round_NN/model",
    partition="datasets",
    code_version="5",
    description="What differs between the particles: a latent model of their volumes, linear (probabilistic "
    "PCA, with each image's pose and contrast errors solved along) or cryoDRGN's network.",
    compute=make,
    checks=("finite", "learned"),
    inputs=("particles/source", "particles/stack", "previous/model", "previous/poses", "previous/fsc"),
    settings=ModelSettings,
    files=latents_file,
    halted_by="previous/fsc",
    kinds=frozenset({"pytorch", "mrc", "mlflow"}),
    pool="gpu",
    registers=_registered,
)
