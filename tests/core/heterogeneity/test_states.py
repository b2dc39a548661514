"""Maps at points of latent space: which images count, what their choice brings, and that the map is the state's."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
import torch

from cryo_core.data import ImageSet, Volume
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.fourier.grids import centred_axis
from cryo_core.heterogeneity.latents import Latents
from cryo_core.heterogeneity.states.maps import StateSettings, state_map
from cryo_core.heterogeneity.states.neighbours import (
    Places,
    brought_by_selection,
    places_of_linear,
    rings,
)
from cryo_core.heterogeneity.states.points import points_at
from cryo_core.imaging.forward import simulate_images
from cryo_core.imaging.simulate import SimulatedParticles, SimulationSettings, simulate_particles
from cryo_core.imaging.slices import prepare
from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct
from cryo_core.validation.fsc import fsc

BOX, VOXEL = 24, 6.0


def blob(x: float, y: float, z: float, width: float = 2.0) -> torch.Tensor:
    line = centred_axis(BOX)
    square = (line[:, None, None] - z) ** 2 + (line[:, None] - y) ** 2 + (line - x) ** 2
    return torch.exp(-square / (2 * width**2))


BODY = blob(0, 0, 0) + blob(4, 1, -2) + blob(-3, 4, 2)
LUMP = blob(-4, -1, -4)


@cache
def two_states(count: int = 1200, snr: float = 0.3) -> tuple[SimulatedParticles, ImageSet, Places]:
    """Images without and with a lump, and their places in the one latent that tells them apart (−1 and 1)."""
    without, with_it = Volume(BODY, VOXEL), Volume(BODY + 0.9 * LUMP, VOXEL)
    made = simulate_particles([without, with_it], [0.5, 0.5], count, SimulationSettings(snr=snr, seed=4))
    images = ImageSet(made, made.poses, made.optics, np.arange(count) % 2 + 1)
    mean, component = (Volume(d / made.noise_sigma, VOXEL) for d in (BODY + 0.45 * LUMP, 0.45 * LUMP))
    pull, information = seen_along(images, mean, component)
    own = Latents(pull / (1 + information[:, :, 0]), information + 1.0)
    good = torch.ones(count, dtype=torch.bool)
    return made, images, places_of_linear(own, mean, (component,), good, 1)


def seen_along(images: ImageSet, mean: Volume, component: Volume) -> tuple[torch.Tensor, torch.Tensor]:
    """(h, G) of images with white noise of deviation 1, along one component at their poses."""
    shown = [
        simulate_images(prepare(v.density), images.poses, images.optics, BOX, VOXEL)
        for v in (mean, component)
    ]
    data = images.read(np.arange(len(images))) - shown[0]
    return (shown[1] * data).sum((1, 2))[:, None], shown[1].square().sum((1, 2))[:, None, None]


def test_an_image_of_which_little_is_known_is_far_from_every_point() -> None:
    covariance = torch.tensor([0.1, 4.0])[:, None, None] * torch.eye(2)
    places = Places(torch.zeros(2, 2), covariance, torch.diag(torch.tensor([1.0, 0.0])), torch.ones(2) > 0)
    at = places.difference(torch.tensor([1.0, 7.0]))
    assert at.tolist() == pytest.approx([1.1, 5.0]), "a step that changes no volume counts for nothing"
    with pytest.raises(ShapeError, match="row 2"):
        replace(places, mean=torch.tensor([[0.0, 0.0], [torch.nan, 0.0]]))


def test_rings_hold_each_good_image_once_the_nearest_first_and_end_in_gaps() -> None:
    generator = torch.Generator().manual_seed(1)
    near, far = 0.1 * torch.rand(500, generator=generator), 2.0 + torch.rand(700, generator=generator)
    difference = torch.cat([far, near])
    good = torch.ones(1200, dtype=torch.bool)
    good[:7] = False
    half_set = np.arange(1200) % 2 + 1
    found = rings(difference, half_set, good, 50, 8)
    rows = np.concatenate(found)
    assert sorted(rows.tolist()) == list(range(7, 1200))
    ends = difference[torch.tensor([int(ring[-1]) for ring in found])]
    starts = difference[torch.tensor([int(ring[0]) for ring in found])]
    assert bool((ends[:-1] <= starts[1:]).all())
    assert 500 in np.cumsum([len(ring) for ring in found]).tolist(), "no ring holds images of both"
    with pytest.raises(SettingsError, match="needs at least"):
        rings(difference, half_set, difference < 0.001, 50, 8)


def test_what_choosing_by_noise_brings_is_what_the_images_show_beside_their_states() -> None:
    """Of images with z ~ N(0, 1), the choice by m > 1 adds noise that the sums of the images have and states not."""
    generator = torch.Generator().manual_seed(3)
    count, g = 200_000, 2.0
    state = torch.randn(count, 1, generator=generator)
    likeliest = state + torch.randn(count, 1, generator=generator) / g**0.5
    mean = likeliest * g / (1 + g)
    places = Places(
        mean,
        torch.full((count, 1, 1), 1 / (1 + g)),
        torch.eye(1),
        torch.ones(count) > 0,
        g * likeliest,
        torch.full((count, 1, 1), g),
    )
    rows = (mean[:, 0] > 1).nonzero()[:, 0]
    beside = brought_by_selection(places, rows)
    shown, true = likeliest[rows].mean(), state[rows].mean()
    assert float(shown - beside[0]) == pytest.approx(float(true), abs=0.01)
    assert float(beside[0]) > 0.5
    everyone = brought_by_selection(places, torch.arange(count))
    assert float(everyone.abs()) < 0.01


def test_a_state_map_is_its_state_s_and_shares_what_states_share() -> None:
    """The lump is there or not there, and fine shells are finer than a class's: the body is of all images."""
    made, images, places = two_states()
    settings = StateSettings(images=100, widths=8)
    for state, at in ((0, -1.0), (1, 1.0)):
        point = places.mean[torch.from_numpy(made.label == state)].mean(0)
        assert float(point) == pytest.approx(at, abs=0.15)
        found = state_map(images, places, point, settings)
        truth = Volume(BODY + 0.9 * state * LUMP, VOXEL)
        rows = np.flatnonzero(made.label == state)
        of_class = reconstruct(images.take(rows), ReconstructionSettings())
        mine, theirs = (fsc(volume, truth).correlation[1:7] for volume in (found.full, of_class.full))
        assert float((mine - theirs).min()) > -0.01
        assert float(mine[-1]) > float(theirs[-1]) + 0.02
        there, of_all = (float((v.density * LUMP).sum()) for v in (found.full, of_class.full))
        assert there == pytest.approx(of_all, abs=0.1 * float(LUMP.square().sum() / made.noise_sigma))
        right, wrong = (found.weight[torch.from_numpy(made.label == s)].mean() for s in (state, 1 - state))
        assert float(right) > 3 * float(wrong)
        assert float(found.effective[2]) < 0.7 * len(images) < float(found.effective[6])
        assert torch.allclose(found.mixture.sum(1), torch.ones(len(found.mixture)), atol=1e-5)


def test_halves_of_a_state_map_are_made_of_their_own_images() -> None:
    """Other images in half set 2 leave the half map 1 of each kernel as it was, and the mixture alone may differ."""
    made, images, places = two_states()
    settings = StateSettings(images=100, widths=1)
    point = torch.tensor([1.0])

    class OtherSecondHalf:
        box, pixel_angstrom = BOX, VOXEL

        def __len__(self) -> int:
            return len(images)

        def read(self, index: np.ndarray) -> torch.Tensor:
            read = made.read(index)
            read[images.half_set[index] == 2] = 0.0
            return read

    whole = state_map(images, places, point, settings)
    half = state_map(images.read_from(OtherSecondHalf()), places, point, settings)
    assert torch.allclose(whole.half1.density, half.half1.density, atol=1e-5)
    assert float((whole.half2.density - half.half2.density).abs().max()) > 0.1


def test_what_images_of_noise_show_because_they_were_chosen_by_it_is_taken_off() -> None:
    """Images of noise, placed by it along a component: the map of the outermost would show the component."""
    _, images, _ = two_states()

    class Noise:
        box, pixel_angstrom = BOX, VOXEL

        def __len__(self) -> int:
            return len(images)

        def read(self, index: np.ndarray) -> torch.Tensor:
            seeds = [torch.Generator().manual_seed(int(i)) for i in index]
            return torch.stack([torch.randn(BOX, BOX, generator=seed) for seed in seeds])

    noise, component = images.read_from(Noise()), Volume(1.2 * LUMP, VOXEL)
    pull, information = seen_along(noise, Volume(0.0 * BODY, VOXEL), component)
    latents = Latents(pull / (1 + information[:, :, 0]), information + 1.0)
    good = torch.ones(len(images), dtype=torch.bool)
    placed = places_of_linear(latents, Volume(BODY, VOXEL), (component,), good, 1)
    settings = StateSettings(images=150, widths=2)
    shown = {}
    for name, places in (("as they are", replace(placed, pull=None)), ("without", placed)):
        point = placed.mean.quantile(0.95, 0)
        halves = state_map(noise, places, point, settings)
        each = torch.stack([halves.half1.density, halves.half2.density])
        shown[name] = (each * LUMP).sum((1, 2, 3)) / LUMP.square().sum()
    assert float(shown["as they are"].min()) > 0.15, "both halves show what no image has"
    assert float(shown["without"].abs().max()) < 0.4 * float(shown["as they are"].min())


def test_points_are_named_and_what_is_no_point_is_refused() -> None:
    line = torch.linspace(0, 1, 50)[:, None] * torch.tensor([1.0, 2.0])
    labels = np.where(np.arange(50) < 25, 1, 3)
    assert points_at("particle:50", line, labels)[0].at.tolist() == [1.0, 2.0]
    assert points_at("class:3", line, labels)[0].at.tolist() == pytest.approx(line[25:].mean(0).tolist())
    assert points_at("z:0.5,-1", line, labels)[0].at.tolist() == [0.5, -1.0]
    way = points_at("path:particle:1,class:3", line, labels, 4)
    assert [p.name for p in way][0] == "path:particle:1,class:3 1 of 4"
    steps = torch.stack([p.at for p in way])
    assert float(steps[0].abs().max()) < 1e-6
    assert steps[:, 0].diff().tolist() == pytest.approx([float(steps[-1, 0]) / 3] * 3, rel=0.05)
    for word, words in (
        ("particle:51", "particles 1 to 50"),
        ("class:2", "classes 1, 3"),
        ("z:1", "1 coordinates of 2"),
        ("map:3", "should be as"),
        ("path:particle:1", "should be as"),
        ("7", "should be as"),
    ):
        with pytest.raises(SettingsError, match=words):
            points_at(word, line, labels)
    with pytest.raises(SettingsError, match="no classes"):
        points_at("class:1", line, None)
