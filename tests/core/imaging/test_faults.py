"""Images that cannot be used: each kind is named, nothing else is, and what a set is made of is no fault."""

import pytest
import torch

from cryo_core.errors import SettingsError
from cryo_core.imaging.faults import FaultFinder


def _noise(count: int, box: int = 32) -> torch.Tensor:
    return torch.randn(count, box, box, generator=torch.Generator().manual_seed(count + box))


def _found(images: torch.Tensor, batch: int = 7) -> dict[int, str]:
    finder = FaultFinder()
    for part in images.split(batch):
        finder.add(part)
    return {fault.row: fault.reason for fault in finder.faults()}


def test_each_kind_of_bad_image_is_named_and_no_other() -> None:
    images = 3.0 * _noise(60) + 100.0
    images[3] = 5.0
    images[4] = 100.0 + 1e-6 * _noise(1)[0]
    images[10, 5, 5] = float("nan")
    images[11, 5, 5] = float("inf")
    images[20, 7, 9] = 4000.0
    images[21, 7, 9] = -900.0
    images[30, 4] = images[30, 4, 0]
    images[31, :, 28:] = images[31, :, 28:29]
    images[40] = images[40].clamp(max=103.0)
    images[50] *= 40.0  # another grey scale is no fault
    found = _found(images)
    kinds = {row: reason.split(":")[0] for row, reason in found.items()}
    lines = "rows or columns that are constant or repeated"
    assert kinds == {
        **{
            3: "blank",
            4: "blank",
            10: "pixels that are NaN or infinite",
            11: "pixels that are NaN or infinite",
        },
        **{20: "hot pixels", 21: "hot pixels", 30: lines, 31: lines, 40: "clipped"},
    }


def test_what_a_whole_set_has_is_no_fault() -> None:
    x = torch.arange(32) - 16.0
    circle = (x[:, None] ** 2 + x[None] ** 2 < 14**2).float()
    masked = _noise(50) * circle
    counts = torch.poisson(torch.full((50, 32, 32), 0.3), generator=torch.Generator().manual_seed(1))
    # Gold or ice: far brighter than noise, and smooth.
    blob = _noise(50)
    blob[9] += 60.0 * torch.exp(-((x[:, None] - 5) ** 2 + x[None] ** 2) / 8.0)
    for images in (masked, counts, blob):
        assert _found(images) == {}
    masked[7] = 0.0
    masked[8, :, 10:22] = 0.0
    assert sorted(_found(masked)) == [7, 8]


def test_one_image_with_nan_poisons_no_other() -> None:
    images = _noise(20)
    images[0] = float("nan")
    finite = FaultFinder().add(images)
    assert finite.tolist() == [False] + [True] * 19
    assert list(_found(images)) == [0]


def test_a_set_of_which_most_is_bad_is_an_error_that_says_of_what_kind() -> None:
    images = _noise(20)
    images[:11] = 0.0
    with pytest.raises(SettingsError, match="11 of 20 images cannot be used .11 × blank"):
        _found(images)
