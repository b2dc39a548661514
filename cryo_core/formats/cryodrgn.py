"""cryoDRGN's pickles, read without running anything in them, and written; the only place that knows `pickle`.

Conventions (cryoDRGN commands parse_pose_star and parse_ctf_star; checked on their own test files):
rotations are RELION's A(rot, tilt, psi); translations are rlnOriginX/YAngst / (pixel · box); the columns
of ctf.pkl are box, pixel Å, defocus U and V Å, angle °, kV, Cs mm, amplitude contrast, phase shift °. Row i
of both is image i of the particles, before the selection of an ind.pkl. A z.pkl holds two pickles, one after
the other: the means of the latents and the logarithms of their variances.
"""

import pickle  # noqa: TID251
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Literal, NoReturn

import numpy as np
import torch
from jaxtyping import Float, Int, Shaped

from cryo_core.data import Optics, Particles, Poses
from cryo_core.errors import FormatError
from cryo_core.formats.fields import exact, shortest
from cryo_core.formats.files import require_file

_MAXIMAL_BYTES = 1 << 31


@dataclass(frozen=True)
class CtfTable:
    """A ctf.pkl: the images' edge in pixels, and the optics of each."""

    box: int
    optics: Optics


def read_poses(path: Path, box: int, pixel_angstrom: float) -> Poses:
    """Read a poses.pkl: (rotations, translations in fractions of the box), or rotations alone (no shift).

    Parameters
    ----------
    path : the pickle
    box : edge of the images, in pixels
    pixel_angstrom : pixel size, in Å; with `box` it turns translations into shifts in Å
    """
    arrays = read_arrays(path)
    rotation = arrays[0]
    count = len(rotation) if rotation.ndim else 0
    if rotation.shape != (count, 3, 3) or not count:
        raise FormatError(f"{path}: rotations of shape {rotation.shape}, and they must be (n, 3, 3)")
    shift = arrays[1] if len(arrays) == 2 else np.zeros((count, 2))
    if len(arrays) > 2 or shift.shape != (count, 2):
        shapes = ", ".join(str(a.shape) for a in arrays)
        raise FormatError(f"{path}: arrays of shapes {shapes}; poses have (n, 3, 3) and (n, 2)")
    with np.errstate(invalid="ignore"):  # a signalling NaN says so when it is cast
        rotation = rotation.astype(np.float64)
    rotation = np.clip(rotation, -2.0, 2.0)  # a matrix with larger elements is refused below all the same
    apart = np.abs(rotation @ rotation.transpose(0, 2, 1) - np.eye(3)).max(axis=(1, 2))
    if not (apart < 1e-3).all():
        row = int(np.argmin(apart < 1e-3))
        raise FormatError(f"{path}: row {row + 1}: not a rotation (off by {apart[row]:.3g})")
    _require_finite(path, shift)
    beyond = (np.abs(shift) > 1).any(axis=1)
    if beyond.any():
        row = int(np.argmax(beyond))
        raise FormatError(
            f"{path}: row {row + 1}: a translation of {np.abs(shift[row]).max():.3g} boxes: translations are fractions "
            "of the box, and those of old cryoDRGN files were pixels: divide them by the box"
        )
    return Poses(
        rotation=torch.from_numpy(rotation),
        shift_angstrom=torch.from_numpy(shift.astype(np.float64) * box * pixel_angstrom),
    )


def read_ctf(path: Path) -> CtfTable:
    """Read a ctf.pkl; optics groups number the distinct pixel, voltage, Cs and contrast from 1."""
    arrays = read_arrays(path)
    table = arrays[0]
    if len(arrays) != 1 or table.ndim != 2 or table.shape[1] != 9 or not len(table):
        raise FormatError(f"{path}: an array of shape {table.shape}, and a ctf table is (n, 9)")
    _require_finite(path, table)
    values = shortest(table) if table.dtype == np.float32 else table.astype(np.float64)
    boxes = np.unique(values[:, 0])
    if len(boxes) > 1 or boxes[0] < 1 or boxes[0] % 1:
        raise FormatError(f"{path}: the box (column 1) is {boxes[:5].tolist()}, and must be one whole number")
    if not (values[:, 1] > 0).all():
        raise FormatError(
            f"{path}: row {int(np.argmin(values[:, 1] > 0)) + 1}: the pixel size is not above 0"
        )
    _, first, code = np.unique(values[:, [1, 5, 6, 7]], axis=0, return_index=True, return_inverse=True)
    rank = np.argsort(np.argsort(first))
    pixel, u, v, angle, voltage, cs, contrast, phase = (torch.from_numpy(c.copy()) for c in values[:, 1:].T)
    optics = Optics(
        pixel_angstrom=pixel,
        voltage_kilovolt=voltage,
        spherical_aberration_mm=cs,
        amplitude_contrast=contrast,
        defocus_u_angstrom=u,
        defocus_v_angstrom=v,
        defocus_angle_degrees=angle,
        phase_shift_degrees=phase,
        b_factor_angstrom2=torch.zeros_like(pixel),
        group=torch.from_numpy(rank[code.reshape(-1)] + 1),
    )
    return CtfTable(int(boxes[0]), optics)


def read_indices(path: Path) -> Int[np.ndarray, " m"]:
    """Read an ind.pkl: the rows that are kept, from 0, in any order but each once."""
    arrays = read_arrays(path)
    index = arrays[0]
    if len(arrays) != 1 or index.ndim != 1 or index.dtype.kind not in "iu" or not index.size:
        raise FormatError(f"{path}: {index.dtype} of shape {index.shape}, and an ind.pkl holds row numbers")
    if int(index.min()) < 0 or int(index.max()) >= 2**31 or len(np.unique(index)) < len(index):
        raise FormatError(f"{path}: row numbers must be 0 or more, each once")
    return index.astype(np.int64)


def read_latents(path: Path) -> tuple[Float[np.ndarray, "n z"], Float[np.ndarray, "n z"] | None]:
    """Read a z.pkl: means and logarithms of variances (None where the file has only the means)."""
    loaded = _load(path, 2)
    arrays = [array for part in loaded for array in _arrays(path, part)]
    mean = arrays[0]
    if mean.ndim != 2 or mean.dtype.kind != "f" or len(arrays) > 2 or arrays[-1].shape != mean.shape:
        shapes = ", ".join(str(array.shape) for array in arrays)
        raise FormatError(f"{path}: arrays of shapes {shapes}; a z.pkl has one or two of (n, z)")
    for array in arrays:
        _require_finite(path, array)
    return mean, arrays[1] if len(arrays) == 2 else None


def read_recovar(path: Path) -> Float[np.ndarray, "n z"]:
    """Read the latents of RECOVAR's embeddings.pkl: of the largest number of components that it has."""
    loaded = _load(path, 1)[0]
    found = loaded.get("zs") if isinstance(loaded, dict) else None
    numbers = [key for key in found if isinstance(key, int)] if isinstance(found, dict) else []
    if not isinstance(found, dict) or not numbers:
        raise FormatError(f"{path}: no latents by their number of components (`zs`), as RECOVAR writes them")
    mean = _arrays(path, found[max(numbers)])[0]
    if mean.ndim != 2 or mean.dtype.kind != "f":
        raise FormatError(f"{path}: latents of shape {mean.shape}, and they should be particles × components")
    _require_finite(path, mean)
    return mean


def write_poses(path: Path, poses: Poses, box: int, pixel_angstrom: Float[np.ndarray, " n"]) -> None:
    """Write a poses.pkl as cryoDRGN does: float32 rotations and translations in fractions of the box.

    Raises FormatError where a pose is unknown, or a shift is larger than the box, which cryoDRGN refuses.

    Parameters
    ----------
    path : the pickle
    poses : one a particle, shifts in Å
    box : edge of the images, in pixels
    pixel_angstrom : pixel size of each particle, in Å
    """
    rotation, shift = (exact(v) for v in (poses.rotation, poses.shift_angstrom))
    if not (np.isfinite(rotation).all() and np.isfinite(shift).all()):
        raise FormatError(f"{path}: a poses.pkl needs a pose for every particle")
    translation = shift / (box * pixel_angstrom[:, None])
    beyond = (np.abs(translation) > 1).any(axis=1)
    if beyond.any():
        row = int(np.argmax(beyond))
        raise FormatError(f"{path}: row {row + 1}: a shift larger than the box of {box} pixels")
    _dump(path, (rotation.astype(np.float32), translation.astype(np.float32)))


def write_ctf(path: Path, box: int, optics: Optics) -> None:
    """Write a ctf.pkl as cryoDRGN does: float32, box and pixel size first.

    Parameters
    ----------
    path : the pickle
    box : edge of the images, in pixels
    optics : of each particle
    """
    columns = (
        optics.pixel_angstrom,
        optics.defocus_u_angstrom,
        optics.defocus_v_angstrom,
        optics.defocus_angle_degrees,
        optics.voltage_kilovolt,
        optics.spherical_aberration_mm,
        optics.amplitude_contrast,
        optics.phase_shift_degrees,
    )
    values = [exact(column) for column in columns]
    _dump(path, np.stack([np.full(len(values[0]), float(box)), *values], -1).astype(np.float32))


def write_cryodrgn(poses: Path, ctf: Path, particles: Particles, box: int) -> None:
    """Write poses.pkl and ctf.pkl of particles.

    Parameters
    ----------
    poses, ctf : the two pickles
    particles : with a pose each
    box : edge of their images, in pixels
    """
    write_poses(poses, particles.poses, box, exact(particles.optics.pixel_angstrom))
    write_ctf(ctf, box, particles.optics)


def write_indices(path: Path, index: Int[np.ndarray, " m"]) -> None:
    """Write an ind.pkl: int64 row numbers from 0."""
    _dump(path, index.astype(np.int64))


def _dump(path: Path, *objects: object) -> None:
    """Pickle arrays under the names that numpy 1 and 2 both know, in protocol 3 (that of cryoDRGN's own files)."""
    ours, theirs = b"cnumpy._core.multiarray\n", b"cnumpy.core.multiarray\n"
    with path.open("wb") as handle:
        for value in objects:
            handle.write(pickle.dumps(value, protocol=3).replace(ours, theirs, 1))


def read_arrays(path: Path) -> tuple[Shaped[np.ndarray, "..."], ...]:
    """Read a pickle of one numeric array, or of a tuple or list of them, and of nothing else.

    Raises
    ------
    FormatError
        The pickle is damaged, names anything but numpy's arrays, or holds something else.
    """
    return _arrays(path, _load(path, 1)[0])


def _load(path: Path, most: int) -> list[object]:
    """First pickles of a file, up to `most`."""
    require_file(path)
    size = path.stat().st_size
    if not 0 < size <= _MAXIMAL_BYTES:
        raise FormatError(f"{path}: {size} bytes; a pickle of arrays has 1 to {_MAXIMAL_BYTES}")
    handle = BytesIO(path.read_bytes())
    loaded: list[object] = []
    try:
        while len(loaded) < most and handle.tell() < size:
            loaded.append(_ArrayUnpickler(handle).load())
    except FormatError as error:
        raise FormatError(f"{path}: {error}") from error
    except Exception as error:  # a damaged pickle can fail in any way; none of it is ours
        reason = " ".join(str(error).split())[:120]
        raise FormatError(f"{path}: not a readable pickle ({type(error).__name__}: {reason})") from error
    return loaded


def _arrays(path: Path, loaded: object) -> tuple[Shaped[np.ndarray, "..."], ...]:
    parts = loaded if isinstance(loaded, tuple | list) else (loaded,)
    arrays = tuple(part.array for part in parts if isinstance(part, _Array) and part.array is not None)
    if len(arrays) != len(parts) or not arrays:
        kinds = ", ".join(type(part).__name__ for part in parts)
        raise FormatError(f"{path}: holds ({kinds[:80]}), and only arrays of numbers are read")
    return arrays


def _require_finite(path: Path, values: np.ndarray) -> None:
    finite = np.isfinite(values).all(axis=-1)
    if not finite.all():
        raise FormatError(f"{path}: row {int(np.argmin(finite)) + 1}: a value is NaN or infinite")


class _ArrayType:
    """Stands for numpy.ndarray: a name that a pickle may pass on but not call."""


class _Dtype:
    """Stands for numpy.dtype, of plain numbers only."""

    def __init__(self, name: object, *_: object) -> None:
        if not isinstance(name, str) or name not in _NUMBERS:
            raise FormatError(f"an array of {name!r}, and only arrays of numbers are read")
        self.dtype = np.dtype(name)

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        if state[1] not in ("<", ">", "|"):
            raise FormatError(f"an array in the byte order {state[1]!r}")
        self.dtype = self.dtype.newbyteorder(state[1])


class _Array:
    """Stands for an array until its bytes, and no fewer, have come."""

    def __init__(self, *_: object) -> None:
        self.array: np.ndarray | None = None

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        _, shape, dtype, by_columns, raw = state
        self.array = _filled(raw, dtype, shape, "F" if by_columns else "C")


def _from_buffer(raw: Any, dtype: Any, shape: Any, order: Any) -> _Array:
    """Stand for numpy's _frombuffer, which protocol 5 uses."""
    array = _Array()
    array.array = _filled(raw, dtype, shape, "F" if order == "F" else "C")
    return array


def _filled(raw: Any, dtype: Any, shape: Any, order: Literal["C", "F"]) -> np.ndarray:
    if not isinstance(dtype, _Dtype) or not isinstance(raw, bytes | bytearray):
        raise FormatError("an array that is not made of plain numbers")
    return np.frombuffer(bytes(raw), dtype.dtype).reshape(shape, order=order)


def _encode(text: str, encoding: str) -> bytes:
    """Stand for _codecs.encode, in which old pickles wrap their bytes."""
    if encoding != "latin1":
        raise FormatError(f"bytes in the encoding {encoding!r}")
    return text.encode("latin1")


_NUMBERS = ("f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1")
_ALLOWED: dict[tuple[str, str], object] = {
    ("numpy", "ndarray"): _ArrayType(),
    ("numpy", "dtype"): _Dtype,
    ("numpy.core.multiarray", "_reconstruct"): _Array,
    ("numpy._core.multiarray", "_reconstruct"): _Array,
    ("numpy.core.numeric", "_frombuffer"): _from_buffer,
    ("numpy._core.numeric", "_frombuffer"): _from_buffer,
    ("_codecs", "encode"): _encode,
}


class _ArrayUnpickler(pickle._Unpickler):
    """Unpickler that resolves the few names of numpy's arrays; Python's own, whose memo a pickle cannot blow up."""

    def find_class(self, module: str, name: str) -> Any:
        """Stand-in for an allowed name; everything else is refused before it is looked up."""
        if (module, name) not in _ALLOWED:
            raise FormatError(f"the pickle asks for {module}.{name}, and only numpy arrays are read")
        return _ALLOWED[module, name]

    def persistent_load(self, pid: Any) -> NoReturn:
        """Refuse references to things outside the pickle."""
        raise FormatError(f"the pickle refers to something outside it ({pid!r})")

    def get_extension(self, code: int) -> NoReturn:
        """Refuse the extension registry."""
        raise FormatError(f"the pickle asks for the registered extension {code}")
