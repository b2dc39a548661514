"""Half maps, their mean and mask, as several assets read them."""

import torch

from cryo_assets.store.class_results import class_file
from cryo_assets.store.store import Artifact
from cryo_core.data import Volume
from cryo_core.formats.mrc import read_volume


def halves_of(
    artifact: Artifact, device: torch.device | str = "cpu", of_class: int | None = None, kind: str = "half"
) -> tuple[Volume, Volume]:
    """Both half maps of an artifact, on a device; those of one class where a class is named."""
    files = [
        f"{kind}{i}.mrc" if of_class is None else class_file(of_class, f"_{kind}{i}.mrc") for i in (1, 2)
    ]
    half1, half2 = (read_volume(artifact.path(file)).to(device) for file in files)
    return half1, half2


def class_mask(classes: Artifact, name: int) -> torch.Tensor:
    """Soft mask of a class, from 0 to 1."""
    return read_volume(classes.path(class_file(name, "_mask.mrc"))).density
