"""Comparison with the truth of a simulated or labelled set: the `truth_*` numbers, and how classes meet states.

Nothing comes back where the manifest names no truth of that kind. What the numbers mean, wherever they stand:

`truth_rotation_error_degrees`, `truth_shift_error_angstrom` : median errors of poses, after the best global alignment
`truth_other_hand` : whether the poses found without a reference are those of the mirrored map
`truth_spearman`, `truth_axis` : how well the best latent axis orders the particles along a motion, and which it is
`truth_fsc_auc`, `truth_fsc_auc_sd` : area under the FSC of decoded volumes with the true ones, mean and deviation
`truth_fsc05_angstrom`, `truth_fsc0143_angstrom` : where the FSC with the true map falls to 0.5 and to 0.143; the true
map of a class is that of the state it stands for, of all particles the mixture of all states

Particles whose label says that they are of no state (−1) count for nothing in any of them.

`left_out` are the rows of the data set's own table, and so of its truth, that particles/source left out.
"""

from collections.abc import Callable

import numpy as np
import torch

from cryo_assets.entries.manifest import Dataset
from cryo_assets.entries.truth import NOTHING_LEFT_OUT, true_labels, true_maps, true_poses
from cryo_core.data import Poses, Progress, Volume
from cryo_core.heterogeneity.trajectories import Decoder
from cryo_core.validation.clusters import (
    Confusion,
    adjusted_rand_index,
    best_axis_correlation,
    confusion,
    normalised_mutual_information,
    per_image_fsc,
)
from cryo_core.validation.fsc import fsc
from cryo_core.validation.maps import auto_mask
from cryo_core.validation.poses import pose_errors


def poses_to_truth(
    manifest: Dataset, poses: Poses, left_out: np.ndarray = NOTHING_LEFT_OUT, either_hand: bool = False
) -> dict[str, float | bool]:
    """Median errors of poses; of the better hand where they were found without a reference.

    Parameters
    ----------
    manifest, poses
        A data set, and the poses of its particles.
    left_out
        Rows of its own table that are not among them.
    either_hand
        Whether the mirrored poses may be meant.
    """
    truth = true_poses(manifest, len(poses), left_out)
    if truth is None:
        return {}
    labels = true_labels(manifest, len(poses), left_out)
    if labels is not None:
        shown = torch.from_numpy(np.flatnonzero(labels >= 0))
        poses, truth = poses.take(shown), truth.take(shown)
    errors = pose_errors(poses, truth, allow_mirror=either_hand)
    numbers: dict[str, float | bool] = {
        "truth_rotation_error_degrees": float(errors.rotation_degrees.median()),
        "truth_shift_error_angstrom": float(errors.shift_angstrom.median()),
    }
    return numbers | ({"truth_other_hand": errors.mirrored} if either_hand else {})


def order_to_truth(
    manifest: Dataset, latents: torch.Tensor, left_out: np.ndarray = NOTHING_LEFT_OUT
) -> dict[str, float]:
    """How well the best latent axis orders the particles, where states follow each other along one motion."""
    labels = true_labels(manifest, len(latents), left_out)
    if labels is None or manifest.truth is None or not manifest.truth.continuous:
        return {}
    shown = labels >= 0
    axis, coefficient = best_axis_correlation(latents[shown], labels[shown].astype(np.float64))
    return {"truth_spearman": abs(coefficient), "truth_axis": axis + 1}


def volumes_to_truth(
    manifest: Dataset,
    latents: torch.Tensor,
    decode: Decoder,
    stage: Callable[[str], Progress],
    left_out: np.ndarray = NOTHING_LEFT_OUT,
) -> dict[str, float]:
    """Area under the FSC of the volumes at particles' latents with the maps of their true states.

    Parameters
    ----------
    manifest, latents
        A data set, and the latents of its particles.
    decode, stage
        What makes volumes of latents; what begins a stage of the work.
    left_out
        Rows of its own table that are not among the particles.
    """
    labels = true_labels(manifest, len(latents), left_out)
    if labels is None:
        return {}
    latents, labels = latents[labels >= 0], labels[labels >= 0]
    one = next(decode(latents[:1]))
    states = true_maps(manifest, one.voxel_angstrom, one.density.shape[0])
    areas = per_image_fsc(
        latents,
        lambda z: next(decode(z[None])),
        lambda row: one.with_density(states[int(labels[row])].density),
        auto_mask(states[int(np.bincount(labels).argmax())]),
        progress=stage("per-image FSC"),
    )
    return {"truth_fsc_auc": areas.mean, "truth_fsc_auc_sd": areas.standard_deviation}


def true_mixture(manifest: Dataset, like: Volume) -> Volume | None:
    """Mean of a data set's true maps, weighted by their shares, on the grid of `like`."""
    if manifest.truth is None or not manifest.truth.maps:
        return None
    shares = manifest.truth.fractions
    maps = true_maps(manifest, like.voxel_angstrom, like.density.shape[0])
    density = sum(s / sum(shares) * volume.density for s, volume in zip(shares, maps, strict=True))
    return like.with_density(torch.as_tensor(density).to(like.density.device))


def map_to_truth(manifest: Dataset, volume: Volume) -> dict[str, float]:
    """FSC of the map of all particles with the mixture of the true states."""
    truth = true_mixture(manifest, volume)
    if truth is None:
        return {}
    curve = fsc(volume, truth)
    return {
        f"truth_fsc{name}_angstrom": curve.resolution_angstrom(t)
        for name, t in (("05", 0.5), ("0143", 0.143))
    }


class TrueStates:
    """The true states that the classes of a division stand for, and the division's agreement with them."""

    def __init__(
        self, manifest: Dataset, labels: np.ndarray, left_out: np.ndarray = NOTHING_LEFT_OUT
    ) -> None:
        self._manifest, self._labels = manifest, labels
        truth = true_labels(manifest, len(labels), left_out)
        self.confusion: Confusion | None = None
        if truth is not None:
            self._found, self._true = labels[truth >= 0], truth[truth >= 0]
            self.confusion = confusion(self._found, self._true)
        self._state_of = {c: s for s, c in self.confusion.pairs} if self.confusion else {}
        self._maps: list[Volume] = []

    def count(self, name: int) -> int:
        """Particles of a class."""
        return int((self._labels == name).sum())

    def agreement(self) -> dict[str, float]:
        """Adjusted Rand index, normalised mutual information, and the share of particles in their state's class."""
        if self.confusion is None:
            return {}
        return {
            "ari": adjusted_rand_index(self._found, self._true),
            "normalised_mutual_information": normalised_mutual_information(self._found, self._true),
            "accuracy": self.confusion.accuracy,
        }

    def resolution_angstrom(self, name: int, volume: Volume) -> float | None:
        """FSC 0.5 resolution of a class's map to its state's; None where it stands for none. All are on one grid."""
        if name not in self._state_of:
            return None
        self._maps = self._maps or true_maps(self._manifest, volume.voxel_angstrom, volume.density.shape[0])
        truth = volume.with_density(self._maps[self._state_of[name]].density)
        return fsc(volume, truth).resolution_angstrom(0.5)
