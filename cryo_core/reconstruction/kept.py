"""Sums of a half set put aside on disk while the other half's are made."""

import math
import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from typing import IO

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

_LEAST_BYTES = 1 << 27
"""Smaller sums stay in memory."""


@dataclass(frozen=True)
class Half:
    """The sums of a half set, its levelled weights, which may lie in their memory, and the mean of those by shell."""

    sums: Float[Tensor, "z y xh 3"]
    weight: Float[Tensor, "z y xh"]
    mean: Float[Tensor, " s"]
    volume_box: int
    padding: int

    def planes(self, part: slice) -> tuple[Float[Tensor, "k y xh 3"], Float[Tensor, "k y xh"]]:
        """Sums and levelled weights of some planes."""
        return self.sums[part], self.weight[part]


class FiledHalf:
    """The same in a temporary file without a name, for a half whose levelled weights lie in its sums."""

    def __init__(self, half: Half, file: IO[bytes]) -> None:
        self.mean, self.volume_box, self.padding = half.mean, half.volume_box, half.padding
        self._shape, self._file = half.sums.shape, file
        half.sums.numpy().tofile(self._file)

    def planes(self, part: slice) -> tuple[Float[Tensor, "k y xh 3"], Float[Tensor, "k y xh"]]:
        """Sums and levelled weights of some planes."""
        plane, shape = math.prod(self._shape[1:]), self._shape
        first, end, _ = part.indices(shape[0])
        self._file.seek(4 * plane * first)
        values = np.fromfile(self._file, np.float32, plane * (end - first))
        sums = torch.from_numpy(values).reshape(end - first, *shape[1:])
        return sums, sums[..., 2]


def kept(half: Half, files: ExitStack) -> Half | FiledHalf:
    """A half whose weights are levelled in place; in a file if it is large, on the CPU, and there is room for it.

    Parameters
    ----------
    half
        What is kept.
    files
        Closes the file, which then is gone.
    """
    size = 4 * half.sums.numel()
    if half.sums.device.type != "cpu" or size < _LEAST_BYTES:
        return half
    if shutil.disk_usage(tempfile.gettempdir()).free < 2 * size:
        return half
    return FiledHalf(half, files.enter_context(tempfile.TemporaryFile()))
