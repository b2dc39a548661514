"""A formula says what each stage needs; it chooses the batch; and when memory ends all the same, batches are halved."""

import logging
from pathlib import Path

import numpy as np
import pytest
import torch
from cases import images
from peaks import peak
from standin import DEVICE, stand_in

from cryo_core import memory
from cryo_core.errors import CryoError
from cryo_core.formats.working import working_copy
from cryo_core.fourier.grids import shell_index
from cryo_core.fourier.transforms import image_to_spectrum
from cryo_core.memory import Portion, fitting_batch
from cryo_core.needs import NEEDS
from cryo_core.reconstruction.backproject import backproject

SCENES = {
    "reconstruction": ((24, 300), (36, 16)),
    "refinement": ((24, 100), (36, 16)),
    "refinement of the CTF": ((24, 600), (36, 8)),
    "super-resolution": ((24, 16), (24, 48)),
    "VAE": ((24, 16), (32, 16)),
    "local resolution": ((48, 0), (64, 0)),
    "sharpening": ((48, 0), (64, 0)),
}
"""Box and batch of each stage: where the batch is most of it, and where the box is."""


@pytest.fixture(autouse=True)
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one test halved is not remembered by the next."""
    monkeypatch.setattr(Portion, "halved", type(Portion.halved)())


@pytest.mark.parametrize("name", NEEDS)
def test_a_formula_covers_what_is_counted_and_little_more(name: str) -> None:
    need = NEEDS[name]
    for box, batch in SCENES[name]:
        counted = peak(name, box, batch)
        said = need.peak(box, batch, 12 if need.cubes else None)
        if need.base > 100_000_000:  # of parts that so small a box does not fill
            said -= need.base
        assert counted <= said <= 2.6 * counted, (
            f"box {box}, batch {batch}: {counted} bytes, by formula {said}"
        )


def test_large_boxes_fit_the_cards_of_their_day() -> None:
    for name, need in NEEDS.items():
        edge = 64 if need.cubes else None
        for box, card in ((360, 24e9), (512, 24e9), (800, 80e9)):
            batch = need.batch(box, round(card), edge) if need.number else 0
            assert need.peak(box, batch, edge) <= card, f"{name} at {box}"


def test_the_batch_is_what_free_memory_has_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    need, free = NEEDS["refinement"], 24_000_000_000
    assert need.batch(64, free) == need.most and need.batch(800, free) == need.least
    middle = need.batch(256, free)
    assert need.least < middle < need.most
    assert need.peak(256, middle) <= 0.8 * free < need.peak(256, middle + 1)
    monkeypatch.setattr(memory, "free_bytes", lambda _: free)
    assert fitting_batch("refinement", 256, torch.device("cuda"), 512) == middle
    assert fitting_batch("refinement", 256, torch.device("cpu"), 512) == 512


def test_a_stage_goes_on_with_smaller_batches_when_memory_ends(caplog: pytest.LogCaptureFixture) -> None:
    given = images()
    with stand_in() as counts:
        whole = backproject(given, batch=240, device=DEVICE)
    enough = counts.peak
    with caplog.at_level(logging.WARNING), stand_in(memory=round(0.8 * enough)) as counts:
        parts = backproject(given, batch=240, device=DEVICE)
        again = backproject(given, batch=240, device=DEVICE)
    assert counts.refused >= 1 and counts.peak <= 0.8 * enough
    said = [record.message.split(":")[0] for record in caplog.records if "memory ended" in record.message]
    assert "reconstruction" in said and len(said) == len(set(said)), "each stage says so once"
    for one, other, third in zip(whole, parts, again, strict=True):
        for found in (other, third):
            torch.testing.assert_close(one.weight.inner, found.weight.inner, rtol=1e-5, atol=1e-5)
            torch.testing.assert_close(one.numerator.inner, found.numerator.inner, rtol=1e-4, atol=1e-3)


def test_every_row_is_done_once_and_in_order_whatever_memory_there_is() -> None:
    for most in (1, 3, 8, 100):
        done: list[int] = []
        tried: list[int] = []

        def work(rows: slice, most: int = most, tried: list[int] = tried) -> list[int]:
            tried.append(rows.stop - rows.start)
            if rows.stop - rows.start > most:
                raise torch.OutOfMemoryError("no room")
            return list(range(rows.start, rows.stop))

        portion = Portion(f"a stage of {most}", 32)
        for rows, found in portion.over(50, work):
            assert found == list(range(rows.start, rows.stop))
            done += found
        assert done == list(range(50)) and max(tried[-2:]) <= most
        assert Portion(f"a stage of {most}", 32).size <= max(32 >> 1, most) or most == 100


def test_no_memory_for_a_single_row_is_an_error_that_says_what_helps() -> None:
    def work(_: slice) -> None:
        raise torch.OutOfMemoryError("no room")

    with pytest.raises(CryoError, match="one at a time: take a smaller box"):
        list(Portion("a stage", 4).over(3, work))


def test_16_bit_copies_of_images_lose_less_than_a_thousandth_of_the_noise(tmp_path: Path) -> None:
    """Refinement reads working copies, whose spectra are those of 16-bit images: in no shell does that matter."""
    given = images()
    copy = working_copy(given.images, tmp_path / "copy.mrcs")
    rows = np.arange(len(given))
    before, after = (image_to_spectrum(stack.read(rows).float()) for stack in (given.images, copy))
    shell = shell_index((given.box, given.box))
    box = given.box
    assert (tmp_path / "copy.mrcs").stat().st_size < 2.1 * len(rows) * box**2 + 2000
    for number in range(1, box // 2):
        inside = shell == number
        lost = float((after - before)[:, inside].abs().square().mean())
        assert 0 < lost < 1e-3 * box**2, "white noise of variance 1 has box² in each coefficient"
