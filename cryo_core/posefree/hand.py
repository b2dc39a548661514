"""The other hand, which no image tells from this one, and the comparison with a truth in its own frame."""

from dataclasses import dataclass, replace

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import ImageSet, Poses, Progress, Volume, silent
from cryo_core.fourier.grids import Device
from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct
from cryo_core.validation.fsc import FscCurve, fsc
from cryo_core.validation.poses import PoseErrors, pose_errors


def mirrored_volume(volume: Volume) -> Volume:
    """Map mirrored in the plane z = 0 through its centre voxel N // 2; twice is the identity for odd and even N.

    Of an even box the first section has no partner beyond the centre, and stays.
    """
    density = volume.density.flip(0)
    return volume.with_density(density.roll(1, 0) if len(density) % 2 == 0 else density)


def mirrored_poses(poses: Poses) -> Poses:
    """Poses under which the mirrored map shows the same images: M · A · M, shifts unchanged."""
    mirror = torch.diag(torch.tensor([1.0, 1.0, -1.0])).to(poses.rotation)
    return replace(poses, rotation=mirror @ poses.rotation @ mirror)


@dataclass(frozen=True)
class AgainstTruth:
    """Errors after the best rotation, shift and hand, and the FSC of the map with the true one, if there is one.

    The map is made anew, of all images, at the poses in the truth's frame.
    """

    errors: PoseErrors
    curve: FscCurve | None


def against_truth(
    images: ImageSet,
    truth: Poses,
    true_map: Volume | None = None,
    symmetry: Float[Tensor, "g 3 3"] | None = None,
    device: Device = None,
    progress: Progress = silent,
) -> AgainstTruth:
    """Errors of poses, and of the map they give, against the truth; the better of the two hands counts.

    Parameters
    ----------
    images : ImageSet
        n images, with their poses.
    truth : Poses
        Their true poses.
    true_map : Volume, optional
        The true map, on the images' grid.
    symmetry : (g, 3, 3), optional
        Rotations of the point group, under which poses are equal.
    device : torch.device or str, optional
        Where the map is made.
    progress : Progress
        Called as the map is made.

    Raises
    ------
    ShapeError
        Tables differ in length, or the true map is not on the images' grid.
    """
    errors = pose_errors(images.poses, truth, True, symmetry)
    if true_map is None:
        return AgainstTruth(errors, None)
    settings = ReconstructionSettings()
    turned = replace(images, poses=in_frame(images.poses, errors))
    made = reconstruct(turned, settings, device, progress)
    return AgainstTruth(errors, fsc(made.full, true_map.to(made.full.density.device)))


def in_frame(poses: Poses, errors: PoseErrors) -> Poses:
    """Poses in the frame that `errors` were measured in."""
    poses = mirrored_poses(poses) if errors.mirrored else poses
    rotation = poses.rotation.double() @ errors.rotation
    shift = poses.shift_angstrom.double() - rotation[:, :2] @ errors.offset_angstrom
    return Poses(rotation.to(poses.rotation), shift.to(poses.shift_angstrom))
