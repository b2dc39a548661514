"""Twins: found by place and by content, told from neighbours, and never made up."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import torch

from cryo_core.data import Optics, Particles, Poses
from cryo_core.fourier.grids import shell_index
from cryo_core.fourier.transforms import image_to_spectrum, spectrum_to_image
from cryo_core.validation import twins
from cryo_core.validation.twins import Fingerprints, first_rows, joined, no_pairs, picked_twins

PIXEL = 2.0


def _table(count: int, extra: pd.DataFrame | None = None, **columns: object) -> Particles:
    ones = torch.ones(count)
    optics = Optics(
        *(
            PIXEL * ones,
            300 * ones,
            2.7 * ones,
            0.1 * ones,
            15000 * ones,
            15000 * ones,
            0 * ones,
            0 * ones,
            0 * ones,
        ),
        torch.ones(count, dtype=torch.int64),
    )
    whole = Particles(
        poses=Poses(torch.eye(3).expand(count, 3, 3), torch.zeros(count, 2)),
        optics=optics,
        stacks=(Path("/a.mrcs"),),
        stack_number=np.zeros(count, np.int64),
        image_number=np.arange(count),
        half_set=np.arange(count) % 2 + 1,
        class_number=np.zeros(count, np.int64),
        score=np.full(count, np.nan),
        extra=pd.DataFrame(index=range(count)) if extra is None else extra,
        optics_extra=pd.DataFrame({"rlnOpticsGroup": ["1"]}),
    )
    return replace(whole, **columns)


def _picked(
    box: int, count: int, moved: list[int], seed: int = 1
) -> tuple[torch.Tensor, set[tuple[int, int]]]:
    """Images cut out of coloured noise with a faint particle each; the last are the first, cut out elsewhere."""
    generator = torch.Generator().manual_seed(seed)
    wide = box + 2 * max(moved)
    field = torch.randn(count, wide, wide, generator=generator)
    field = field + 2.0 * torch.nn.functional.avg_pool2d(field[:, None], 5, 1, 2)[:, 0]
    x = torch.arange(wide) - wide / 2
    field += 0.3 * torch.exp(-(x[:, None] ** 2 + x[None] ** 2) / (2 * (box / 6) ** 2))
    edge = max(moved)
    images = [field[:, edge : edge + box, edge : edge + box]]
    images += [
        field[i : i + 1, edge + d : edge + d + box, edge - d : edge - d + box] for i, d in enumerate(moved)
    ]
    return torch.cat(images), {(i, count + i) for i in range(len(moved))}


@pytest.mark.parametrize("box", [32, 64, 65])
def test_twins_are_found_by_content_and_nothing_else_is(box: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where they were cut out up to a twentieth of the box apart along both axes, and over blocks' borders."""
    monkeypatch.setattr(twins, "_BLOCK", 100)
    images, true = _picked(box, 400, [0, 1, 1, 2, 2, box // 20, box // 20] * 6)
    prints = Fingerprints(box)
    for part in images.split(64):
        prints.add(part * 7.0 - 3.0)
    assert {tuple(pair) for pair in prints.alike().tolist()} == true
    assert float(prints.correlation(np.array(sorted(true))).min()) > 0.6


def test_boxes_that_overlap_are_no_twins_and_neither_are_blank_images() -> None:
    images, _ = _picked(64, 200, [24] * 40)
    images[:30] = 4.0
    images[30, 0, 0] = float("nan")
    prints = Fingerprints(64)
    prints.add(images)
    assert prints.tells() and len(prints.alike()) == 0


def test_images_without_noise_are_not_told_apart_by_noise() -> None:
    """Two views alike, of a particle without noise, correlate as twins do: nothing is said of such sets."""
    generator = torch.Generator().manual_seed(5)
    place = 12.0 + 6.0 * torch.rand(300, 6, 2, generator=generator)
    place[150:] = place[:150] + 0.3 * torch.randn(150, 6, 2, generator=generator)
    y, x = (torch.arange(32.0) - place[..., i, None] for i in (0, 1))
    images = torch.einsum("npy,npx->nyx", torch.exp(-y.square() / 2.0), torch.exp(-x.square() / 2.0))
    prints = Fingerprints(32)
    prints.add(images)
    assert not prints.tells() and len(prints.alike()) == 0


def test_low_passed_images_are_told_by_what_is_left_of_them() -> None:
    images, true = _picked(64, 200, [1] * 20)
    far = shell_index((64, 64)) > 20
    images = spectrum_to_image(image_to_spectrum(images).masked_fill(far, 0.0), 64)
    prints = Fingerprints(64)
    prints.add(images)
    assert {tuple(pair) for pair in prints.alike().tolist()} == true


def _relion(x: list[float], y: list[float], name: list[str]) -> pd.DataFrame:
    columns = {"rlnMicrographName": name, "rlnCoordinateX": x, "rlnCoordinateY": y}
    return pd.DataFrame({key: [str(v) for v in values] for key, values in columns.items()})


def test_twins_are_found_by_place_on_one_micrograph() -> None:
    extra = _relion([10, 14, 300, 10, 700], [10, 10, 10, 10, 10], ["a", "a", "a", "b", "b"])
    particles = _table(5, extra)
    assert picked_twins(particles, 9.0).tolist() == [[0, 1]], "8 Å apart"
    assert picked_twins(particles, 7.0).tolist() == []
    finer = replace(
        particles, optics_extra=pd.DataFrame({"rlnOpticsGroup": ["1"], "rlnMicrographPixelSize": ["0.5"]})
    )
    assert picked_twins(finer, 3.0).tolist() == [[0, 1]], "coordinates are in the micrograph's pixels"
    shift = torch.zeros(5, 2)
    shift[2] = torch.tensor([580.0, 0.0])
    aligned = replace(particles, poses=replace(particles.poses, shift_angstrom=shift))
    assert picked_twins(aligned, 3.0).tolist() == [[0, 2]], (
        "its centre after alignment is at pixel 10, not 300"
    )


def test_the_centre_after_alignment_is_the_pick_less_the_shift() -> None:
    extra = _relion([100, 120], [50, 40], ["a", "a"])
    shift = torch.tensor([[0.0, 0.0], [40.0, -20.0]])
    particles = _table(2, extra, poses=Poses(torch.eye(3).expand(2, 3, 3), shift))
    assert picked_twins(particles, 0.1).tolist() == [[0, 1]]


def test_cryosparc_says_where_as_shares_of_the_micrograph() -> None:
    table = {
        "location/micrograph_path": ["m", "m", "m"],
        "location/center_x_frac": [0.5, 0.501, 0.5],
        "location/center_y_frac": [0.25, 0.25, 0.26],
        "location/micrograph_shape[0]": [3000, 3000, 3000],
        "location/micrograph_shape[1]": [4000, 4000, 4000],
        "location/micrograph_psize_A": [0.5, 0.5, 0.5],
    }
    assert picked_twins(_table(3, pd.DataFrame(table)), 2.5).tolist() == [[0, 1]], "2 Å along x, 15 Å along y"


def test_placeholders_are_no_coordinates() -> None:
    assert picked_twins(_table(40, _relion([0] * 40, [0] * 40, ["a"] * 40)), 9.0) is None
    assert picked_twins(_table(3), 9.0) is None
    assert picked_twins(_table(2, _relion(["x", 1], [2, 3], ["a", "a"])), 9.0) is None


def test_chains_of_pairs_are_one_particle_and_halves_are_counted() -> None:
    found = joined(np.arange(8), np.array([[4, 1], [4, 6]]), np.array([[0, 7]]), no_pairs())
    assert found.first.tolist() == [0, 1, 2, 3, 1, 5, 1, 0]
    assert found.later.tolist() == [4, 6, 7] and found.count == 3
    half = np.array([1, 1, 1, 1, 2, 2, 1, 1])
    assert found.in_both_halves(half) == 3, "images 1, 4 and 6"
    assert found.in_both_halves(half, np.array([0, 1, 6, 7])) == 0
    assert found.in_both_halves(half, np.array([1, 4, 5])) == 2
    part = found.take(np.array([6, 0, 4, 2, 7]))
    assert part.first.tolist() == [0, 1, 0, 3, 1]


def test_rows_of_one_image_are_of_one_particle_but_no_twins() -> None:
    """As a symmetry-expanded table has them; images 0 and 3 are twins, each with two rows."""
    stacks = (Path("/a.mrcs"), Path("/b.mrcs"), Path("/a.mrcs"))
    number, stack = np.array([0, 1, 0, 0, 1, 0]), np.array([0, 0, 1, 2, 2, 1])
    particles = _table(6, stacks=stacks, stack_number=stack, image_number=number)
    image = first_rows(particles)
    assert image.tolist() == [0, 1, 2, 0, 1, 2]
    assert joined(image).count == 0
    found = joined(image, np.array([[0, 2]]))
    assert found.first.tolist() == [0, 1, 0, 0, 1, 0] and found.later.tolist() == [2]
    assert found.in_both_halves(np.array([1, 1, 1, 1, 2, 1])) == 2, "the rows of image 1"
    part = found.take(np.array([5, 4, 3]))
    assert part.first.tolist() == [0, 1, 0] and part.image.tolist() == [0, 1, 2] and part.count == 1
