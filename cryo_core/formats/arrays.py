"""Arrays of numbers in .npy files, read without trusting them."""

from pathlib import Path

import numpy as np
from jaxtyping import Float

from cryo_core.errors import FormatError
from cryo_core.formats.files import require_file


def read_array(path: Path, dimensions: int) -> Float[np.ndarray, "..."]:
    """Numbers of a .npy file as float32; FormatError if it holds anything else or has other dimensions."""
    require_file(path)
    try:
        values = np.load(path, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, EOFError, SyntaxError, TypeError, OverflowError) as error:
        raise FormatError(f"{path}: not a .npy file of numbers, or a damaged one") from error
    if not isinstance(values, np.ndarray) or values.dtype.kind not in "fiu":
        raise FormatError(f"{path}: not a .npy file of numbers")
    if values.ndim != dimensions or 0 in values.shape:
        raise FormatError(f"{path}: shape {values.shape}, and it should have {dimensions} dimensions")
    return np.array(values, np.float32)
