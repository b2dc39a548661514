"""Embeddings of other programs: each particle's place in their latent space, row by row of their table."""

import re
from pathlib import Path

import numpy as np
from jaxtyping import Float

from cryo_core.errors import FormatError
from cryo_core.formats.arrays import read_array
from cryo_core.formats.cryodrgn import read_latents, read_recovar
from cryo_core.formats.cryosparc_table import read_fields
from cryo_core.formats.star import read_star

KINDS = (".pkl", ".npy", ".cs", ".csg", ".star")
"""Endings of the files that are read, besides a folder of RECOVAR."""

_COMPONENT = re.compile(r"components_mode_(\d+)/value")
_RECOVAR = "embeddings.pkl"


def read_embedding(
    path: Path, columns: tuple[str, ...] = ()
) -> tuple[Float[np.ndarray, "n k"], Float[np.ndarray, "n k"] | None]:
    """(places, their variances or None) of all particles, from a file of another program.

    cryoDRGN's z.pkl (means, and log variances where it holds them), a .npy of particles × latents, a .cs of cryoSPARC
    (3D variability, 3D flex: `components_mode_0/value` and so on), columns of a .star, or a folder of RECOVAR
    (`model/embeddings.pkl`).

    Parameters
    ----------
    path : Path
        The file or folder.
    columns : tuple of str
        Of a .star, which names no latents by itself.

    Raises
    ------
    FormatError
        The file holds no embedding, or values that are not finite.
    """
    kind = path.suffix.lower()
    variance = None
    if path.is_dir():
        places = read_recovar(_of_recovar(path))
    elif kind == ".pkl":
        places, log_variance = read_latents(path)
        variance = None if log_variance is None else np.exp(np.clip(log_variance, -60.0, 60.0))
    elif kind == ".npy":
        places = read_array(path, 2)
    elif kind in (".cs", ".csg"):
        places = _of_cryosparc(path)
    elif kind == ".star":
        places = _of_star(path, columns)
    else:
        raise FormatError(f"{path}: no embedding is read from it: {' '.join(KINDS)} or a folder of RECOVAR")
    bad = ~np.isfinite(places).all(axis=1)
    if bad.any():
        raise FormatError(f"{path}: row {int(np.argmax(bad)) + 1}: a latent is NaN or infinite")
    return places.astype(np.float32), None if variance is None else variance.astype(np.float32)


def write_given(
    path: Path, mean: Float[np.ndarray, "n k"], variance: Float[np.ndarray, "n k"] | None
) -> None:
    """Write places and their variances, 0 where none are known, as one .npy of particles × twice the latents.

    Parameters
    ----------
    path : Path
        The .npy.
    mean, variance : (n, k)
        From `read_embedding`.
    """
    np.save(path, np.concatenate([mean, np.zeros_like(mean) if variance is None else variance], axis=1))


def read_given(path: Path) -> tuple[Float[np.ndarray, "n k"], Float[np.ndarray, "n k"]]:
    """Read what `write_given` wrote: places, and their variances, 0 where none are known."""
    both = read_array(path, 2)
    if both.shape[1] % 2 or not np.isfinite(both).all() or (both[:, both.shape[1] // 2 :] < 0).any():
        raise FormatError(
            f"{path}: not what `cryo latents` writes: particles × (latents and their variances)"
        )
    half = both.shape[1] // 2
    return both[:, :half], both[:, half:]


def _of_cryosparc(path: Path) -> Float[np.ndarray, "n k"]:
    fields = read_fields(path)
    named = {int(match[1]): name for name in fields if (match := _COMPONENT.fullmatch(name))}
    if not named:
        raise FormatError(
            f"{path}: no field components_mode_0/value: take the particles of a job of 3D variability or 3D flex"
        )
    return np.stack([np.asarray(fields[named[i]], np.float64).reshape(-1) for i in sorted(named)], axis=1)


def _of_star(path: Path, columns: tuple[str, ...]) -> Float[np.ndarray, "n k"]:
    tables = read_star(path)
    table = tables.get("particles", next(iter(tables.values())))
    wanted = [name.removeprefix("_") for name in columns]
    lacks = [name for name in wanted if name not in table]
    if not wanted or lacks:
        what = f"no column {lacks[0]}" if lacks else "which columns are the latents?"
        raise FormatError(
            f"{path}: {what} (--columns rlnA,rlnB; it has {', '.join(map(str, table.columns))})"
        )
    try:
        return table[wanted].to_numpy(dtype=np.float64)
    except ValueError as error:
        raise FormatError(f"{path}: columns {', '.join(wanted)}: not all are numbers ({error})") from error


def _of_recovar(folder: Path) -> Path:
    """The embeddings.pkl of a folder of RECOVAR; FormatError where there is none."""
    for place in (folder / "model" / _RECOVAR, folder / _RECOVAR):
        if place.is_file():
            return place
    raise FormatError(f"{folder}: no model/{_RECOVAR} in it: not a folder of RECOVAR")
