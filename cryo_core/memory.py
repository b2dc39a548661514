"""Memory: how many images or tiles fit into what is free, and what is done when it ends."""

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TypeVar

import torch

from cryo_core.errors import CryoError
from cryo_core.needs import NEEDS

T = TypeVar("T")

_LOG = logging.getLogger(__name__)


def free_bytes(device: torch.device) -> int:
    """Bytes that are free on a GPU, those that PyTorch keeps for later included."""
    free, _ = torch.cuda.mem_get_info(device)
    kept = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
    return int(free + kept)


class Portion:
    """How many images, tiles or windows a stage takes at a time; half as many when memory ends.

    Parameters
    ----------
    stage
        Its name, for the one message that says so.
    size
        How many, to begin with.
    """

    halved: Counter[str] = Counter()
    """How often each stage of this process had to halve its batch: it begins with the smaller one from then on."""

    def __init__(self, stage: str, size: int) -> None:
        self.stage, self.size = stage, max(1, size >> self.halved[stage])

    def over(self, count: int, work: Callable[[slice], T]) -> Iterator[tuple[slice, T]]:
        """Go through `count` rows in order: (rows, work(rows)), with fewer rows at a time when memory ends.

        `work` must change nothing: it is done again for part of its rows.

        Parameters
        ----------
        count
            Number of rows.
        work
            What is computed of rows.

        Raises
        ------
        CryoError
            There is no memory for a single row.
        """
        first = 0
        while first < count:
            rows = slice(first, min(first + self.size, count))
            done = self._tried(rows, work)
            if done is not None:
                yield rows, done[0]
                first = rows.stop

    def _tried(self, rows: slice, work: Callable[[slice], T]) -> tuple[T] | None:
        try:
            return (work(rows),)
        except torch.OutOfMemoryError:
            length = rows.stop - rows.start
        self._halve(length)  # not while the exception is handled, which holds what was computed
        return None

    def _halve(self, length: int) -> None:
        if length <= 1:
            raise CryoError(
                f"{self.stage}: there is no memory for one at a time: take a smaller box, or a device with more"
            )
        self.size = length // 2
        if not self.halved[self.stage]:
            _LOG.warning("%s: the device's memory ended; smaller batches from here on", self.stage)
        self.halved[self.stage] += 1
        if torch.cuda.is_available():
            torch.cuda.empty_cache()


def fitting_batch(stage: str, box: int, device: torch.device, on_cpu: int, edge: int | None = None) -> int:
    """How many images or tiles a stage takes at a time: as many as a GPU has room for, and `on_cpu` elsewhere.

    Parameters
    ----------
    stage
        A key of `NEEDS`.
    box
        Edge of the images, or of the map, in pixels.
    device
        Where it computes.
    on_cpu
        The batch on a CPU, whose caches it should fit.
    edge
        Of the tiles.
    """
    return NEEDS[stage].batch(box, free_bytes(device), edge) if device.type == "cuda" else on_cpu
