"""The reader of particles: each image once, shuffled, seeded, within its memory, and no thread left behind."""

import gc
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from cryo_core.errors import FormatError, SettingsError
from cryo_core.imaging.reader import ImageReader


class Numbered:
    """Images whose every pixel is their row; notes what is read."""

    def __init__(self, n: int, box: int = 8, fails_at: int = -1, seconds: float = 0.0) -> None:
        self.n, self.box, self.pixel_angstrom = n, box, 1.5
        self.fails_at, self.seconds = fails_at, seconds
        self.reads: list[np.ndarray] = []

    def __len__(self) -> int:
        return self.n

    def read(self, index: np.ndarray) -> Tensor:
        self.reads.append(np.array(index))
        if self.fails_at in index:
            raise FormatError("stack.mrcs: row 7: too short")
        time.sleep(self.seconds)
        return torch.from_numpy(index).float()[:, None, None].expand(-1, self.box, self.box).clone()


def readers() -> list[str]:
    return [t.name for t in threading.enumerate() if t.name == "image reader"]


def small(stack: Numbered, windows: int, batch: int = 8, **more: object) -> ImageReader:
    """A reader on whole megabytes that needs about so many windows."""
    image = 4 * stack.box**2
    memory = 34 - (-image * (2 * len(stack) // windows + 2 * batch) // 1_000_000)
    return ImageReader(stack, batch, memory, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("n", [1, 7, 8, 1000, 1003])
@pytest.mark.parametrize("cache", [False, True])
def test_every_image_once_and_full_batches(n: int, cache: bool) -> None:
    stack = Numbered(n, box=64)
    reader = small(stack, 4, cache=cache)
    assert n < 1000 or reader.window < n
    for epoch in (1, 2):
        stream = reader.shuffled(epoch)
        batches = list(stream)
        assert len(batches) == len(stream) == -(-n // 8)
        assert all(len(rows) == 8 for rows, _ in batches[:-1])
        rows = np.concatenate([rows for rows, _ in batches])
        assert np.array_equal(np.sort(rows), np.arange(n))
        images = torch.cat([images for _, images in batches])
        assert np.array_equal(images[:, 3, 5].numpy(), rows), "each image comes with its row"
    in_order = np.concatenate([rows for rows, _ in reader.in_order()])
    assert np.array_equal(in_order, np.arange(n))
    assert readers() == []


def test_order_belongs_to_seed_and_epoch() -> None:
    def order(seed: int, epoch: int) -> np.ndarray:
        stream = small(Numbered(900, box=64), 3, seed=seed).shuffled(epoch)
        first, second = (np.concatenate([rows for rows, _ in stream]) for _ in range(2))
        assert np.array_equal(first, second), "a stream can be gone through again"
        return first

    assert np.array_equal(order(1, 4), order(1, 4))
    assert not np.array_equal(order(1, 4), order(1, 5))
    assert not np.array_equal(order(1, 4), order(2, 4))


def test_it_is_shuffled_well_and_read_sequentially() -> None:
    stack = Numbered(6400, box=64)
    reader = small(stack, 8, batch=16)
    batches = [rows for rows, _ in reader.shuffled(1)]
    # Rows of a batch are spread over the set as a random sample's are (sd of a uniform: 0.289).
    spread = np.mean([rows.std() / 6400 for rows in batches])
    assert 0.22 < spread < 0.30
    assert np.mean([np.abs(np.diff(rows)).min() == 1 for rows in batches]) < 0.7
    order = np.concatenate(batches)
    assert abs(np.corrcoef(order, np.arange(6400))[0, 1]) < 0.35
    assert all((np.diff(rows) > 0).all() for rows in stack.reads), "ascending on disk"
    steps = np.concatenate([np.diff(rows) for rows in stack.reads])
    assert np.mean(steps == 1) > 0.9, "mostly the next image"


def test_the_thread_reads_ahead() -> None:
    stack = Numbered(512, box=64, seconds=0.02)
    reader = small(stack, 4, batch=16)
    stream = iter(reader.shuffled(1))
    next(stream)
    time.sleep(0.3)
    read = sum(map(len, stack.reads))
    assert read == min(512, 2 * reader.window), "the next window is there, and no more than it"
    stream.close()
    assert readers() == []


def test_an_error_of_the_thread_reaches_the_caller() -> None:
    stream = small(Numbered(1000, box=64, fails_at=900), 4).in_order()
    seen = []
    with pytest.raises(FormatError, match="row 7"):
        for rows, _ in stream:
            seen.append(rows)
    assert len(seen) > 10 and 900 not in np.concatenate(seen)
    assert readers() == []


@pytest.mark.parametrize("how", ["break", "raise", "close", "collect"])
def test_the_thread_ends_when_the_consumer_stops(how: str) -> None:
    stream = small(Numbered(2000, box=64, seconds=0.01), 4).shuffled(1)
    if how == "break":
        for _ in stream:
            break
    elif how == "raise":
        with pytest.raises(KeyError):
            for _ in stream:
                raise KeyError
    elif how == "close":
        batches = iter(stream)
        next(batches)
        batches.close()
    else:
        batches = iter(stream)
        next(batches)
        del batches
    gc.collect()
    began = time.monotonic()
    while readers() and time.monotonic() - began < 5:
        time.sleep(0.01)
    assert readers() == []


def test_the_cache_spares_reading_and_keeps_float16() -> None:
    class Noise(Numbered):
        def read(self, index: np.ndarray) -> Tensor:
            images = super().read(index)
            return images + torch.sin(torch.arange(self.box**2).reshape(self.box, self.box) + images)

    stack = Noise(500, box=32)
    reader = ImageReader(stack, 16, 60, cache=True)
    assert reader.cached
    exact = {
        int(r): image
        for rows, images in ImageReader(stack, 16, 60).in_order()
        for r, image in zip(rows, images, strict=True)
    }
    list(reader.shuffled(1))
    stack.reads.clear()
    for rows, images in reader.shuffled(2):
        for row, image in zip(rows, images, strict=True):
            assert torch.equal(image, exact[int(row)].half().float())
    assert stack.reads == [], "the second epoch reads nothing"
    assert not ImageReader(Numbered(1000, box=32), 16, 37, cache=True).cached, "no cache that does not fit"
    assert not ImageReader(stack, 16, 60).cached
    with pytest.raises(SettingsError, match="image 5 is not finite, or too bright"):
        bright = Numbered(20)
        bright.read = lambda index: torch.where(  # type: ignore[method-assign]
            torch.from_numpy(index)[:, None, None] == 4, 1e6, torch.zeros(8, 8)
        )
        list(ImageReader(bright, 4, 60, cache=True).in_order())


def test_too_little_memory_says_how_much_is_needed() -> None:
    stack = Numbered(100, box=64)
    with pytest.raises(
        SettingsError, match=r"1 MB cannot hold batches of 64 images of 64 pixels: allow (\d+) MB"
    ) as e:
        ImageReader(stack, 64, 1)
    least = int(str(e.value).split("allow ")[1].split()[0])
    assert ImageReader(stack, 64, least).window >= 64
    with pytest.raises(SettingsError):
        ImageReader(stack, 64, least - 1)


MEASURE = """
import sys
sys.path[:0] = {path!r}
from pathlib import Path
from test_reader import Numbered, ImageReader
def resident(field):
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(field))
def go_through(reader):
    for epoch in (1, 2):
        for rows, images in reader.shuffled(epoch):
            pass
go_through(ImageReader(Numbered(300, box=16), 32, 40, cache={cache}))
stack = Numbered({n}, box=128)
before = resident("VmRSS")
reader = ImageReader(stack, 32, 80, cache={cache})
assert reader.cached is {cache}
go_through(reader)
print(resident("VmHWM") - before)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux to measure memory")
@pytest.mark.parametrize(("cache", "n"), [(False, 6000), (True, 700)])
def test_the_memory_is_kept(cache: bool, n: int) -> None:
    """393 MB of images through 80 MB, and 46 MB of them with a cache of 23."""
    path = [str(Path(__file__).parent), str(Path(__file__).parents[3])]
    code = MEASURE.format(path=path, cache=cache, n=n)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    used = int(ran.stdout)
    assert 30e6 < used < 80e6, f"{used / 1e6:.0f} MB"
