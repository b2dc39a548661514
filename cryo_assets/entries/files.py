"""The input files of an entry, by the label under which a recipe keeps their digests."""

from pathlib import Path

from cryo_assets.entries.manifest import Dataset, MapEntry
from cryo_core.errors import SettingsError


def map_files(manifest: MapEntry) -> dict[str, Path]:
    """The map and its half maps; SettingsError where one is not a file."""
    return _there(manifest, "map", "half1", "half2")


def model_file(manifest: MapEntry) -> dict[str, Path]:
    """The atomic model, where the entry has one; SettingsError if it is not a file."""
    return _there(manifest, "model")


def latents_file(manifest: Dataset) -> dict[str, Path]:
    """Latents of another program, where the entry names some; SettingsError if they are not a file."""
    return _there(manifest, "latents")


def _there(manifest: MapEntry | Dataset, *fields: str) -> dict[str, Path]:
    files: dict[str, Path] = {}
    for field in fields:
        path = manifest.resolve(getattr(manifest, field))
        if path is None:
            continue
        if not path.is_file():
            raise SettingsError(f"{manifest.path}: field {field}: {path} is not a file")
        files[field] = path
    return files
