"""From an accession to an entry of the inbox: choose the files, fetch them, and name what the archive does not say."""

from pathlib import Path
from typing import Any

from cryo_assets.archives.accession import archive_of
from cryo_assets.archives.acquire_empiar import fetch_empiar
from cryo_assets.archives.client import ServiceError
from cryo_assets.archives.entry import Acquired, Archives, Description, Fetch, Request
from cryo_assets.entries.manifest import MANIFESTS, MapEntry
from cryo_assets.home import Home
from cryo_assets.progress import Reporter
from cryo_assets.store.disk import file_lock
from cryo_core.errors import CryoError, SettingsError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume


def acquire(home: Home, archives: Archives, request: Request, reporter: Reporter) -> Acquired:
    """Fetch an entry into the inbox, or what is new of it; ServiceError, StoreError or SettingsError say why not."""
    home.create()
    folder = home.inbox / request.folder
    with file_lock(home.work / "locks" / f"fetch-{request.folder}.lock"):
        fetch = Fetch(archives, request, folder, reporter)
        if fetch.before:
            another = fetch.before.get("accession") != request.accession
        else:
            another = any((folder / name).exists() for name in MANIFESTS.values())
        if another:
            raise SettingsError(
                f"{folder}: another entry of this name is there; --name gives this one another name"
            )
        return fetch_empiar(fetch) if archive_of(request.accession) == "empiar" else _fetch_emdb(fetch)


def _fetch_emdb(fetch: Fetch) -> Acquired:
    """Fetch a map, and its half maps and model if they were asked for."""
    request, emdb = fetch.request, fetch.archives.emdb
    entry, faults = emdb.entry(request.accession)
    fetch.require_released(entry.status)
    files = {"map": (emdb.file_url(request.accession, "map", entry.map.file), entry.map.file)}
    notes = []
    if request.half_maps:
        for label, name in zip(("half1", "half2"), entry.half_maps, strict=False):
            files[label] = (emdb.file_url(request.accession, "other", name), name)
        notes += [] if entry.half_maps else ["the entry has no pair of half maps"]
    if request.model and entry.models:
        files["model"] = (emdb.model_url(entry.models[0]), f"{entry.models[0]}.cif.gz")
        if len(entry.models) > 1:
            notes.append(f"of the models {', '.join(entry.models)} the first was taken")
    elif request.model:
        notes.append("the entry names no model")
    wanted = fetch.survey(list(files.values()))
    fetch.require_limit(wanted)
    download = fetch.download(wanted, f"fetching {request.accession}")
    fields: dict[str, Any] = {label: path for label, (_, path) in files.items()}
    if entry.resolution_angstrom is not None:
        fields["resolution_angstrom"] = entry.resolution_angstrom
    fields |= {name: value for name, value in request.fields.items() if value is not None}

    def describe() -> Description:
        return _describe_map(fetch.folder, fields, tuple(notes))

    return fetch.finish("maps", entry.mark, faults, download, describe)


def _describe_map(folder: Path, fields: dict[str, Any], notes: tuple[str, ...]) -> Description:
    """Fields of a map that can be read, whose half maps lie on its grid; ServiceError if they do not."""
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
    return Description(fields, unknown, notes)
