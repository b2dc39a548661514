"""From an accession to an entry of the inbox: choose the files, fetch them, and say what could not be known."""

import json
from pathlib import Path
from typing import Any

from cryo_assets.archives.acquire_empiar import fetch_empiar
from cryo_assets.archives.client import ServiceError
from cryo_assets.archives.download import Download, survey
from cryo_assets.archives.entry import (
    SOURCE,
    Acquired,
    Archives,
    Found,
    Request,
    finish,
    known_files,
    normal,
    require_limit,
    require_released,
)
from cryo_assets.entries.manifest import MANIFESTS, MapEntry
from cryo_assets.home import Home
from cryo_assets.progress import Reporter
from cryo_assets.store.disk import file_lock
from cryo_core.errors import CryoError, SettingsError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume

__all__ = ["SOURCE", "Acquired", "Archives", "Request", "acquire", "normal"]


def acquire(home: Home, archives: Archives, request: Request, reporter: Reporter) -> Acquired:
    """Fetch an entry into the inbox, or what is new of it; ServiceError, StoreError or SettingsError say why not."""
    home.create()
    folder = home.inbox / request.folder
    with file_lock(home.work / "locks" / f"fetch-{request.folder}.lock"):
        before = _recorded(folder)
        if folder.exists() and any(folder.iterdir()) and not _ours(folder, before, request.accession):
            raise SettingsError(
                f"{folder}: another entry of this name is there; --name gives this one another name"
            )
        fetch = fetch_empiar if request.accession.startswith("EMPIAR-") else _fetch_emdb
        return fetch(archives, request, folder, before, reporter)


def _ours(folder: Path, before: dict[str, Any], accession: str) -> bool:
    if before:
        return before.get("accession") == accession
    return not any((folder / name).exists() for name in MANIFESTS.values())


def _recorded(folder: Path) -> dict[str, Any]:
    try:
        plain = json.loads((folder / SOURCE).read_text())
    except (OSError, ValueError):
        return {}
    return plain if isinstance(plain, dict) else {}


def _fetch_emdb(
    archives: Archives, request: Request, folder: Path, before: dict[str, Any], reporter: Reporter
) -> Acquired:
    entry, faults = archives.emdb.entry(request.accession)
    require_released(request.accession, entry.status)
    places = {"map": (archives.emdb.file_url(request.accession, "map", entry.map.file), entry.map.file)}
    notes = []
    if request.half_maps and entry.half_maps:
        for label, name in zip(("half1", "half2"), entry.half_maps, strict=True):
            places[label] = (archives.emdb.file_url(request.accession, "other", name), name)
    elif request.half_maps:
        notes.append("the entry has no pair of half maps")
    if request.model and entry.models:
        places["model"] = (archives.emdb.model_url(entry.models[0]), f"{entry.models[0]}.cif.gz")
        if len(entry.models) > 1:
            notes.append(f"of the models {', '.join(entry.models)} the first was taken")
    elif request.model:
        notes.append("the entry names no model")
    wanted = survey(archives.service, list(places.values()), archives.connections)
    require_limit(request, None, wanted)
    download = Download(archives.service, folder, wanted, known_files(before))
    download.require_disk()
    missing = download.bytes_missing
    download.run(archives.connections, reporter.stage(f"fetching {request.accession}"))
    fields: dict[str, Any] = {label: path for label, (_, path) in places.items()}
    fields["resolution_angstrom"] = entry.resolution_angstrom
    fields |= request.fields

    def describe() -> Found:
        return _describe_map(folder, {k: v for k, v in fields.items() if v is not None}, tuple(notes))

    return finish(request, folder, "maps", entry.mark, download, describe, faults, before, missing)


def _describe_map(folder: Path, fields: dict[str, Any], notes: tuple[str, ...]) -> Found:
    manifest = MapEntry.model_validate({"name": folder.name, **fields})
    manifest._path = folder / MANIFESTS["maps"]
    try:
        paths = {label: manifest.resolve(getattr(manifest, label)) for label in ("map", "half1", "half2")}
        volumes = {label: read_volume(path, manifest.voxel_angstrom) for label, path in paths.items() if path}
        for other in volumes.values():
            volumes["map"].require_same_grid(other)
        model = manifest.resolve(manifest.model)
        if model:
            read_atoms(model)
    except CryoError as error:
        raise ServiceError(f"{folder.name}: what was fetched cannot be used: {error}") from error
    unknown = () if manifest.resolution_angstrom else ("resolution_angstrom",)
    return Found(fields, unknown, notes)
