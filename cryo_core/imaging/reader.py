"""Particles for training: shuffled, read ahead by a thread, within a stated memory.

An epoch's order is made of blocks of consecutive rows in random order. They are read in windows as large as the
memory allows, each sequentially as it lies on disk, and shuffled within the window. While one window is
learnt from, a thread reads the next.
"""

import math
import mmap
from collections.abc import Iterator
from dataclasses import dataclass
from queue import Queue
from threading import Event, Thread

import numpy as np
import torch
from jaxtyping import Float, Int
from torch import Tensor

from cryo_core.data import ImageStack
from cryo_core.errors import SettingsError

Batch = tuple[Int[np.ndarray, " n"], Float[Tensor, "n y x"]]
"""Rows of the stack, and their images."""

_BLOCK = 64
"""Consecutive rows that stay together: enough for sequential reading, few enough for mixing."""

_READ_BYTES = 1 << 20
"""Pixels asked of a stack at once."""
_READS_HELD = 32
"""Such reads that the memory allocator may keep."""


@dataclass(frozen=True)
class _Window:
    """Images in the order of the disk; batches take `rows` in turn, each from its place in `images`."""

    rows: Int[np.ndarray, " n"]
    images: Float[Tensor, "w y x"]
    places: Int[np.ndarray, " n"]


class ImageReader:
    """Reads the images of a stack in batches, shuffled anew each epoch or in the order of the stack.

    Parameters
    ----------
    images
        Where images come from.
    batch
        Images of a batch.
    memory_megabytes
        Most memory held, in 10⁶ bytes: two windows of images as float32, the images just being read, and the
        cache. What the stack needs besides to make a megabyte of images comes on top.
    seed
        Of the order of epochs.
    cache
        Keep images as float16 once read, if all of them fit into half of the memory (`cached` says whether they
        do); later epochs then neither read nor process them.

    Raises
    ------
    SettingsError
        The memory is too small for two windows of one batch.
    """

    def __init__(
        self,
        images: ImageStack,
        batch: int = 16,
        memory_megabytes: int = 1024,
        seed: int = 20240229,
        cache: bool = False,
    ) -> None:
        self.images, self.batch, self.seed = images, batch, seed
        image_bytes = 4 * images.box**2
        budget = memory_megabytes * 1_000_000 - _READS_HELD * max(_READ_BYTES, image_bytes)
        self._read_at_once = max(1, _READ_BYTES // image_bytes)
        self._cache = self._is_cached = None
        if cache and 2 * (cache_bytes := len(images) * image_bytes // 2) <= budget:
            self._cache = _pages((len(images), images.box, images.box), np.float16)
            self._is_cached = np.zeros(len(images), bool)
            budget -= cache_bytes
        # A batch that has been given out is still held while the next is made.
        batches = (budget // image_bytes - 2 * batch) // (2 * batch)
        if batch < 1 or batches < 1:
            least = -(-(4 * batch * image_bytes + _READS_HELD * max(_READ_BYTES, image_bytes)) // 1_000_000)
            raise SettingsError(
                f"{memory_megabytes} MB cannot hold batches of {batch} images of {images.box} pixels: "
                f"allow {least} MB, or make the batch smaller"
            )
        self.window = min(batches * batch, -(-len(images) // batch) * batch)

    @property
    def cached(self) -> bool:
        """Whether images are kept once they are read."""
        return self._cache is not None

    def shuffled(self, epoch: int) -> "Stream":
        """All images once, in an order that depends on the seed and the epoch."""
        rng = np.random.default_rng([self.seed, epoch])
        n = len(self.images)
        edges = np.arange(-int(rng.integers(_BLOCK)), n + _BLOCK, _BLOCK).clip(0, n)
        blocks = [np.arange(a, b) for a, b in zip(edges[:-1], edges[1:], strict=True) if b > a]
        order = [blocks[i] for i in rng.permutation(len(blocks))]
        return Stream(self, np.concatenate(order) if order else np.arange(0), rng.spawn(1)[0])

    def in_order(self) -> "Stream":
        """All images once, in the order of the stack."""
        return Stream(self, np.arange(len(self.images)), None)

    def read_into(self, out: Float[Tensor, "w y x"], rows: Int[np.ndarray, " n"], stop: Event) -> None:
        """Read ascending rows into the first places of `out`, a little at a time, until `stop` is set.

        Parameters
        ----------
        out
            (w, y, x), overwritten.
        rows
            Rows of the stack, ascending, at most w.
        stop
            Set by the consumer when it needs no more.
        """
        for start in range(0, len(rows), self._read_at_once):
            if stop.is_set():
                return
            part = slice(start, min(start + self._read_at_once, len(rows)))
            out[part] = self._read(rows[part])

    def _read(self, rows: Int[np.ndarray, " n"]) -> Float[Tensor, "n y x"]:
        if self._cache is None or self._is_cached is None:
            return self.images.read(rows)
        index = torch.from_numpy(rows)
        if not self._is_cached[rows].all():
            fresh = self.images.read(rows).to(torch.float16)
            if not bool(torch.isfinite(fresh).all()):
                bad = rows[int((~torch.isfinite(fresh)).flatten(1).any(1).nonzero()[0])]
                raise SettingsError(f"image {bad + 1} is not finite, or too bright for a cache of float16")
            self._cache[index] = fresh.cpu()
            self._is_cached[rows] = True
        return self._cache[index].float()


class Stream:
    """The batches of one epoch. Each `iter` begins anew, with a thread that ends with it."""

    def __init__(
        self, reader: ImageReader, order: Int[np.ndarray, " n"], rng: np.random.Generator | None
    ) -> None:
        self._reader, self._order = reader, order
        windows = [order[a : a + reader.window] for a in range(0, len(order), reader.window)]
        self._windows = [w if rng is None else rng.permutation(w) for w in windows]

    def __len__(self) -> int:
        """Count the batches; all but the last are full."""
        return -(-len(self._order) // self._reader.batch)

    def __iter__(self) -> Iterator[Batch]:
        """Go through the batches. What reading raises is raised here."""
        box = self._reader.images.box
        free: Queue[Tensor | None] = Queue()
        for _ in range(min(2, len(self._windows))):
            free.put(_pages((min(self._reader.window, len(self._order)), box, box), np.float32))
        ready: Queue[_Window | BaseException] = Queue()
        stop = Event()
        thread = Thread(target=self._fill, args=(free, ready, stop), name="image reader", daemon=True)
        thread.start()
        try:
            for _ in self._windows:
                window = ready.get()
                if isinstance(window, BaseException):
                    raise window
                for start in range(0, len(window.rows), self._reader.batch):
                    part = slice(start, start + self._reader.batch)
                    yield window.rows[part], window.images[torch.from_numpy(window.places[part])]
                free.put(window.images)
        finally:
            stop.set()
            free.put(None)
            thread.join()

    def _fill(
        self, free: "Queue[Tensor | None]", ready: "Queue[_Window | BaseException]", stop: Event
    ) -> None:
        try:
            for rows in self._windows:
                images = free.get()
                if stop.is_set() or images is None:
                    return
                ascending = np.sort(rows)
                self._reader.read_into(images, ascending, stop)
                ready.put(_Window(rows, images, np.searchsorted(ascending, rows)))
        except BaseException as e:  # the consumer raises it
            ready.put(e)


def _pages(shape: tuple[int, ...], dtype: type[np.generic]) -> Tensor:
    """Memory that goes back to the system when it is no longer used.

    From malloc it would not: a large block that is freed raises the size below which it keeps everything.
    """
    size = math.prod(shape)
    held = mmap.mmap(-1, max(size * np.dtype(dtype).itemsize, 1))
    return torch.from_numpy(np.frombuffer(held, dtype, size).reshape(shape))
