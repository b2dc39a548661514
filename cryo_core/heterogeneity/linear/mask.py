"""Mask of where particles may differ: the molecule, as the mean map and the components themselves show it."""

import torch
from jaxtyping import Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.validation.maps import auto_mask


def molecule(maps: Float[Tensor, "c d d d"], voxel_angstrom: float) -> Float[Tensor, "d d d"] | None:
    """Soft mask (0 to 1) about what the mean, `maps[0]`, shows and where the components after it vary.

    The root mean square of the components counts beside the mean, so that what few particles have, faint in
    the mean, stays inside. None if neither stands out from its surroundings.
    """
    masks = [
        mask
        for density in (maps[0], maps[1:].square().sum(0).sqrt())
        if (mask := _mask(Volume(density, voxel_angstrom))) is not None
    ]
    return torch.stack(masks).amax(0).to(maps) if masks else None


def _mask(volume: Volume) -> Float[Tensor, "z y x"] | None:
    try:
        return auto_mask(volume)
    except SettingsError:
        return None
