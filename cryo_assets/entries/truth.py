"""What is known of a simulated or labelled set, read from the files that its manifest names."""

import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from cryo_assets.entries.manifest import MANIFESTS, Dataset, MapEntry
from cryo_assets.entries.table import read_stored
from cryo_assets.home import checked_name
from cryo_core.data import Poses, Volume
from cryo_core.errors import FormatError, SettingsError, ShapeError
from cryo_core.formats.mrc import read_volume
from cryo_core.fourier.resample import resample

_KEY = "label"


def truth_files(manifest: Dataset) -> dict[str, Path]:
    """Label the files of a data set's truth, for the recipe of what is compared with it."""
    if manifest.truth is None:
        return {}
    named = {f"truth {i}": path for i, path in enumerate(manifest.truth.maps)}
    named |= {"truth labels": manifest.truth.labels, "truth poses": manifest.truth.poses}  # type: ignore[dict-item]
    resolved = {label: manifest.resolve(path) for label, path in named.items()}
    return {label: path for label, path in resolved.items() if path is not None}


def consensus_files(manifest: Dataset) -> dict[str, Path]:
    """The maps that a consensus map is compared with: those of the true states, and the one the manifest names."""
    maps = [manifest.resolve(path) for path in manifest.truth.maps] if manifest.truth else []
    named = {f"truth {i}": path for i, path in enumerate(maps)}
    named["consensus_map"] = manifest.resolve(manifest.consensus_map)
    return {label: path for label, path in named.items() if path is not None}


def truth_facts(manifest: Dataset) -> dict[str, Any]:
    """What else of the truth a comparison rests on."""
    truth = manifest.truth
    return {"truth_continuous": truth.continuous} if truth and truth.maps else {}


def deposited_files(manifest: Dataset) -> dict[str, Path]:
    """What others deposited of a data set's molecule: its map, its atomic model, or both.

    SettingsError where the entry that `truth.emdb` names is not in the home, or is no map.
    """
    truth = manifest.truth
    if truth is None:
        return {}
    files = {"deposited map": manifest.resolve(truth.map), "deposited model": manifest.resolve(truth.model)}
    if truth.emdb:
        entry = manifest.path.parent.parent / checked_name(truth.emdb) / MANIFESTS["maps"]
        if not entry.is_file():
            raise SettingsError(
                f"{manifest.path}: field truth.emdb: no map entry {truth.emdb} in this home: `cryo fetch {truth.emdb}`"
            )
        deposited = MapEntry.read(entry)
        files["deposited map"] = deposited.resolve(deposited.map)
        files["deposited model"] = files["deposited model"] or deposited.resolve(deposited.model)
    return {label: path for label, path in files.items() if path is not None}


NOTHING_LEFT_OUT = np.zeros(0, np.int64)


def true_labels(manifest: Dataset, count: int, left_out: np.ndarray = NOTHING_LEFT_OUT) -> np.ndarray | None:
    """Each particle's true state, from 0, or −1 where it is of none; None where it is not known.

    `left_out` are rows of the file that are not among the `count` particles.

    FormatError where the file is not such a table; ShapeError where it is of another length, or
    names a state that has no map.
    """
    path = manifest.resolve(manifest.truth.labels) if manifest.truth else None
    if path is None:
        return None
    labels = _integers(path)
    if labels.shape != (count + len(left_out),):
        raise ShapeError(f"{path}: labels of shape {labels.shape} for {count + len(left_out)} particles")
    labels = np.delete(labels, left_out)
    states = len(manifest.truth.maps)  # type: ignore[union-attr]
    if len(labels) and (labels.min() < -1 or labels.max() >= states):
        raise ShapeError(
            f"{path}: labels from {labels.min()} to {labels.max()}, but truth.maps names {states} states"
        )
    return labels


def _integers(path: Path) -> np.ndarray:
    try:
        with path.open("rb") as file:
            loaded = np.load(file, allow_pickle=False)
            if isinstance(loaded, np.lib.npyio.NpzFile):
                if _KEY not in loaded:
                    raise FormatError(f"{path}: holds {', '.join(loaded) or 'nothing'}, but no {_KEY!r}")
                loaded = loaded[_KEY]
    except (OSError, ValueError, EOFError, zipfile.BadZipFile) as error:
        raise FormatError(f"{path}: not a .npy or .npz of labels ({error})") from error
    if loaded.dtype.kind not in "iu":
        raise FormatError(f"{path}: labels are {loaded.dtype}, should be integers")
    return np.asarray(loaded, dtype=np.int64)


def true_poses(manifest: Dataset, count: int, left_out: np.ndarray = NOTHING_LEFT_OUT) -> Poses | None:
    """The true poses, row by row without those `left_out`; None where they are not known."""
    path = manifest.resolve(manifest.truth.poses) if manifest.truth else None
    if path is None:
        return None
    particles = read_stored(path)
    if len(particles) != count + len(left_out) or not particles.has_poses:
        raise ShapeError(f"{path}: {len(particles)} rows of poses for {count + len(left_out)} particles")
    return particles.take(np.delete(np.arange(len(particles)), left_out)).poses


def true_maps(manifest: Dataset, voxel_angstrom: float, box: int) -> list[Volume]:
    """The maps of the true states on a grid; none where they are not known."""
    if manifest.truth is None:
        return []
    paths = [manifest.resolve(path) for path in manifest.truth.maps]
    return [resample(read_volume(path), voxel_angstrom, box) for path in paths if path is not None]
