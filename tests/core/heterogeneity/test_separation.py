"""Why nothing separates: latents that encode pose, defocus or micrograph are told, clean ones never."""

from collections.abc import Callable

import numpy as np
import pytest
import torch

from cryo_core.data import Volume
from cryo_core.errors import ShapeError
from cryo_core.fourier.grids import centred_axis
from cryo_core.geometry.rotations import axis_angle_to_matrix, random_rotations
from cryo_core.heterogeneity.latents import Latents
from cryo_core.heterogeneity.states.separation import (
    RIGID,
    Tie,
    centred,
    rigid_share,
    tie_to_groups,
    tie_to_numbers,
    view_features,
)

COUNT = 500


class Images:
    """What is known of images, with two states that nothing of it has to do with; poor ones know less."""

    def __init__(self, seed: int) -> None:
        self.generator = torch.Generator().manual_seed(seed)
        self.rotation = random_rotations(COUNT, self.generator)
        self.defocus = 1.0 + 1.5 * torch.rand(COUNT, generator=self.generator)
        self.micrograph = np.arange(COUNT) // 25
        self.state = (torch.rand(COUNT, 2, generator=self.generator) < 0.25).float() * 2.0 + 0.5

    def latents(self, more: torch.Tensor | float = 0.0) -> Latents:
        """Of images at high defocus four times as much is known, and the mean is not 0."""
        information = (0.5 + 1.5 * (self.defocus - 1.0))[:, None, None] * torch.eye(2)
        noise = torch.randn(COUNT, 2, generator=self.generator)
        likeliest = self.state + more + noise / information.diagonal(dim1=1, dim2=2).sqrt()
        precision = information + torch.eye(2)
        pull = torch.einsum("nij,nj->ni", information, likeliest)
        return Latents(torch.linalg.solve(precision, pull), precision)

    def ties(self, latents: Latents) -> dict[str, Tie | None]:
        points, generator = centred(latents), torch.Generator().manual_seed(9)
        return {
            "pose": tie_to_numbers(points, view_features(self.rotation), generator),
            "defocus": tie_to_numbers(points, self.defocus[:, None], generator),
            "micrograph": tie_to_groups(points, self.micrograph, generator),
            "half set": tie_to_groups(points, np.arange(COUNT) % 2, generator),
        }


def test_of_clean_latents_nothing_is_told_in_ten_of_ten() -> None:
    for seed in range(10):
        images = Images(seed)
        told = {name: tie for name, tie in images.ties(images.latents()).items() if tie and tie.is_real}
        assert not told, seed


@pytest.mark.parametrize("what", ["pose", "defocus", "micrograph"])
def test_latents_that_encode_something_else_are_told_in_ten_of_ten(what: str) -> None:
    made: dict[str, Callable[[Images], torch.Tensor]] = {
        "pose": lambda images: 1.5 * images.rotation[:, 2, 2:].float(),
        "defocus": lambda images: 1.2 * (images.defocus[:, None] - 1.75),
        "micrograph": lambda images: torch.randn(20, 1, generator=images.generator)[images.micrograph],
    }
    for seed in range(10):
        images = Images(100 + seed)
        ties = images.ties(images.latents(made[what](images)))
        tie = ties[what]
        assert tie is not None and tie.is_real and tie.share > 2 * tie.chance, (what, seed)
        assert not ties["half set"].is_real


def test_groups_of_one_image_tell_nothing_and_other_images_are_refused() -> None:
    points = torch.randn(20, 2, generator=torch.Generator().manual_seed(1)).double()
    generator = torch.Generator().manual_seed(2)
    assert tie_to_groups(points, np.arange(20), generator) is None
    assert tie_to_groups(points, np.zeros(20, np.int64), generator) is None
    with pytest.raises(ShapeError, match="of 19 images"):
        tie_to_numbers(points, torch.zeros(19, 1), generator)
    assert not tie_to_numbers(points, torch.ones(20, 1), generator).is_real


def test_a_component_that_is_the_whole_molecule_turned_stands_for_poses() -> None:
    line = centred_axis(24)

    def blobs(turn: torch.Tensor, shift: float, more: float = 0.0) -> torch.Tensor:
        places = torch.tensor([[0.0, 0, 0], [5, 1, -2], [-3, 5, 2], [1, -4, 5]]) @ turn.T
        heights = [1.0, 1.0, 1.0, 1.0 + more]
        return sum(
            h
            * torch.exp(
                -((line[:, None, None] - z) ** 2 + (line[:, None] - y) ** 2 + (line - x - shift) ** 2) / 8
            )
            for (x, y, z), h in zip(places.tolist(), heights, strict=True)
        )

    small = axis_angle_to_matrix(torch.tensor([[0.03, 0.02, -0.04]]))[0]
    mean = Volume(blobs(torch.eye(3), 0.0), 4.0)
    moved = Volume(blobs(small, 0.2) - mean.density, 4.0)
    changed = Volume(blobs(torch.eye(3), 0.0, 0.5) - mean.density, 4.0)
    assert rigid_share(mean, moved) > 0.95
    assert rigid_share(mean, changed) < RIGID / 2
