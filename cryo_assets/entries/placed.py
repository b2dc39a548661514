"""New entries: written aside, looked at, and moved into the inbox if the look raised nothing."""

import os
import shutil
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from cryo_assets.entries.manifest import MANIFESTS, TRAINING
from cryo_assets.home import Home, checked_name
from cryo_core.errors import CryoError, SettingsError

if TYPE_CHECKING:
    from cryo_assets.entries.manifest import Dataset
    from cryo_core.data import Particles
    from cryo_core.validation.independence import Limit


def require_free(home: Home, name: str, way_out: str = "--name gives another") -> None:
    """Raise SettingsError if a new entry cannot be called that: `way_out` says what to do if there is one."""
    target = home.inbox / checked_name(name)
    if name == TRAINING:
        raise SettingsError(f"--name {name}: is kept for what is trained on all entries; choose another")
    if way_out and target.exists():
        raise SettingsError(f"{target}: an entry of this name exists; {way_out}")


@contextmanager
def aside(home: Home, name: str, manifest: str, text: str) -> Iterator[Path]:
    """Folder of a new entry that is not in the inbox yet, with the manifest in it; it is gone after the block."""
    home.create()
    target, folder = home.inbox / name, home.work / f"new-{uuid.uuid4().hex}" / name
    folder.mkdir(parents=True)
    try:
        (folder / manifest).write_text(text)
        yield folder
    except CryoError as error:  # names the file where it would have come to lie
        raise type(error)(str(error).replace(str(folder), str(target))) from error
    finally:
        shutil.rmtree(folder.parent, ignore_errors=True)


@contextmanager
def placed(home: Home, name: str, manifest: str, text: str, replace: bool = False) -> Iterator[Path]:
    """Folder aside, with the manifest in it: it is moved into the inbox as a whole if the block ends well.

    That fails if an entry of this name appeared meanwhile. With `replace` its files go into the entry that is there,
    the manifest last, and a manifest of another kind goes.
    """
    with aside(home, name, manifest, text) as folder:
        yield folder
        target = home.inbox / name
        if not replace:
            _move(folder, target)
            return
        target.mkdir(parents=True, exist_ok=True)
        for other in set(MANIFESTS.values()) - {manifest}:
            (target / other).unlink(missing_ok=True)
        for file in sorted(folder.iterdir(), key=lambda file: file.name == manifest):
            os.replace(file, target / file.name)


def _move(aside: Path, target: Path) -> None:
    try:
        os.rename(aside, target)
    except OSError as error:
        if target.exists():
            raise SettingsError(
                f"{target}: an entry of this name appeared meanwhile; nothing was written"
            ) from error
        raise


def manifest_text(head: str, fields: Mapping[str, Any]) -> str:
    """Manifest with a comment above it; what is empty is left out."""
    filled = {name: value for name, value in fields.items() if value not in (None, [], {})}
    return f"# {head}\n" + yaml.safe_dump(filled, sort_keys=False)


def derived_fields(manifest: "Dataset", particles: "Particles", limit: "Limit") -> dict[str, Any]:
    """What a data set's manifest says that still holds of a table made of it; files are named in full.

    Parameters
    ----------
    manifest, particles
        The data set, and the table.
    limit
        To which resolution the table's poses were aligned to one map: it holds half sets from now on, so the new
        manifest has to say it.
    """
    return {
        "particles": "particles.star",
        "image_roots": sorted({str(stack.parent) for stack in particles.stacks}),
        "contrast": manifest.contrast,
        "poses_aligned_to_angstrom": limit,
        "symmetry": manifest.symmetry,
        "mass_kilodalton": manifest.mass_kilodalton,
        "consensus_map": manifest.consensus_map and str(manifest.resolve(manifest.consensus_map)),
        "settings": manifest.settings,
    }
