"""How well images fit, and how the group that does not fit is told."""

import numpy as np
import torch
from letter import letter_images

from cryo_core.data import ImageSet
from cryo_core.formats.fields import unknown_poses
from cryo_core.posefree.images import Loaded
from cryo_core.posefree.report import describe, image_table
from cryo_core.posefree.residuals import outliers, residual
from cryo_core.posefree.search import SearchSettings, search
from cryo_core.refinement.score import frealign_score

BOX = 24
QUICK = SearchSettings(
    shift_range=0.0,
    last_shell=5,
    steps=8,
    most_restarts=2,
    held_out=200,
    candidates=4,
    last_passes=1,
    more_passes=1,
)


def test_images_of_noise_are_told_by_their_residual() -> None:
    made = letter_images(600, BOX, chiral=True, snr=0.5, seed=3)
    pixels = made.read(np.arange(600))
    noise = torch.rand(600, generator=torch.Generator().manual_seed(4)) < 0.1
    pixels[noise] = torch.randn(int(noise.sum()), BOX, BOX, generator=torch.Generator().manual_seed(5))
    half = np.arange(600) % 2 + 1
    result = search(
        ImageSet(Loaded(pixels, 1.0), unknown_poses(len(Loaded(pixels, 1.0))), made.optics, half), QUICK
    )
    table = image_table(result)
    left = table["residual"].to_numpy()
    ranks = left.argsort().argsort()[noise.numpy()]
    area = (ranks.mean() - (len(ranks) - 1) / 2) / (600 - len(ranks))
    assert area > 0.95
    report = describe(result)
    named = left > report["residual_threshold"]
    assert f"{named.sum()} images" in report["strangers"]
    assert (named == noise.numpy()).mean() > 0.95


def test_a_second_group_is_named_where_there_is_one_only() -> None:
    generator = torch.Generator().manual_seed(1)
    one = 0.9 + 0.02 * torch.randn(5000, generator=generator)
    assert outliers(one) is None
    other = 0.99 + 0.005 * torch.randn(400, generator=generator)
    found = outliers(torch.cat([one, other]))
    assert found is not None and 0.05 < found.share < 0.1 and 0.95 < found.threshold < 0.99
    assert outliers(torch.full((200,), 0.5)) is None
    torch.testing.assert_close(residual(torch.tensor([60.0, -5.0, 0.0])), torch.tensor([0.64, 1.0, 1.0]))


def test_the_least_squares_residual_is_the_share_that_is_left() -> None:
    x, p = torch.randn(50, 40), torch.randn(50, 40)
    sums = torch.stack([(x * p).sum(1), x.square().sum(1), p.square().sum(1)], 1)[:, None]
    c = (x * p).sum(1, keepdim=True).clamp(min=0) / p.square().sum(1, keepdim=True)
    wanted = (x - c * p).square().sum(1) / x.square().sum(1)
    torch.testing.assert_close(residual(frealign_score(sums).float()), wanted, atol=1e-5, rtol=1e-4)
