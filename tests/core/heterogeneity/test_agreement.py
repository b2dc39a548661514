"""Two embeddings of the same images: what is the same in another basis agrees, what has nothing in common does not."""

import numpy as np
import pytest
import torch

from cryo_core.errors import ShapeError
from cryo_core.heterogeneity.agreement import agreement


def test_a_turned_and_stretched_embedding_is_the_same_and_another_is_not() -> None:
    generator = torch.Generator().manual_seed(1)
    points = torch.randn(800, 3, generator=generator)
    turned = points @ torch.tensor([[2.0, 1.0, 0.0], [0.0, 3.0, 1.0], [1.0, 0.0, 4.0]]) + 7.0
    same = agreement(points, turned)
    assert same.neighbours > 0.999
    assert same.canonical == pytest.approx((1.0, 1.0, 1.0), abs=1e-5)
    other = agreement(points, torch.randn(800, 2, generator=generator))
    assert other.neighbours < 2.5 * other.by_chance
    assert len(other.canonical) == 2 and max(other.canonical) < 0.2
    noisy = agreement(points, turned + 3.0 * torch.randn(800, 3, generator=generator))
    assert other.neighbours < noisy.neighbours < same.neighbours
    assert other.canonical[0] < noisy.canonical[0] < 0.99


def test_an_axis_that_holds_nothing_changes_nothing() -> None:
    points = torch.randn(200, 2, generator=torch.Generator().manual_seed(2))
    flat = torch.cat([points, torch.zeros(200, 1)], 1)
    assert agreement(points, flat).canonical == pytest.approx((1.0, 1.0), abs=1e-5)


def test_embeddings_of_other_images_are_refused() -> None:
    with pytest.raises(ShapeError, match="30 and 31"):
        agreement(torch.randn(30, 2), torch.from_numpy(np.zeros((31, 2), np.float32)))
