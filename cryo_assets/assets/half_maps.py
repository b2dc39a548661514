"""Half maps, their mean and mask, as several assets read them."""

import torch

from cryo_assets.store.store import Artifact
from cryo_core.data import Volume
from cryo_core.formats.mrc import read_volume


def halves_of(
    artifact: Artifact, device: torch.device | str = "cpu", of_class: int | None = None
) -> tuple[Volume, Volume]:
    """Both half maps of an artifact, on a device; those of one class where a class is named."""
    name = "" if of_class is None else f"class_{of_class:02d}_"
    half1, half2 = (read_volume(artifact.path(f"{name}half{i}.mrc")).to(device) for i in (1, 2))
    return half1, half2


def class_mask(classes: Artifact, name: int) -> torch.Tensor:
    """Soft mask of a class, from 0 to 1."""
    return read_volume(classes.path(f"class_{name:02d}_mask.mrc")).density
