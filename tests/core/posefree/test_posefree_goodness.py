"""How well images fit, and how the group that does not fit is told."""

import numpy as np
import torch
from letter import letter_images

from cryo_core.data import ImageSet
from cryo_core.formats.fields import unknown_poses
from cryo_core.posefree.images import Loaded
from cryo_core.posefree.report import describe, image_table
from cryo_core.posefree.residuals import Fits, residual, strangers
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
    named = table["left_out"].to_numpy() == 1
    assert f"{named.sum()} images" in report["strangers"] and report["left_out"] == named.sum()
    assert (named == noise.numpy()).mean() > 0.95


def test_a_second_group_is_left_out_where_there_is_one_only() -> None:
    generator = torch.Generator().manual_seed(1)

    def group(
        count: int, shown: float, left: float, spread: float = 0.2
    ) -> tuple[torch.Tensor, torch.Tensor]:
        draw = spread * torch.randn(2, count, generator=generator)
        return shown + draw[0], left + draw[1]

    def together(*groups: tuple[torch.Tensor, torch.Tensor]) -> Fits:
        shown, left = (torch.cat(parts) for parts in zip(*groups, strict=True))
        return Fits(shown, left)

    # As measured on `make_particles.py --real`, SNR 0.1.
    good, empty, doubled = group(4000, 1.1, 0.0), group(200, 0.5, -0.1, 0.07), group(200, 0.65, 0.55, 0.15)
    assert not strangers(together(good)).any()
    told = strangers(together(good, empty, doubled))
    assert float(told[:4000].double().mean()) < 0.03 and float(told[4000:].double().mean()) > 0.9
    # States that show less of one map are no junk, nor is a third of the images that has a neighbour.
    assert not strangers(together(good, group(1500, 0.9, 0.3))).any()
    assert not strangers(together(good, group(1500, 1.1, 1.5))).any()
    assert not strangers(Fits(torch.full((200,), 0.5), torch.zeros(200))).any()


def test_the_least_squares_residual_is_the_share_that_is_left() -> None:
    x, p = torch.randn(50, 40), torch.randn(50, 40)
    sums = torch.stack([(x * p).sum(1), x.square().sum(1), p.square().sum(1)], 1)[:, None]
    c = (x * p).sum(1, keepdim=True).clamp(min=0) / p.square().sum(1, keepdim=True)
    wanted = (x - c * p).square().sum(1) / x.square().sum(1)
    torch.testing.assert_close(residual(frealign_score(sums).float()), wanted, atol=1e-5, rtol=1e-4)
