"""What fetching from both archives shares: what is asked for and given, and how files become an entry.

The folder gets its manifest last of all, so that nothing half fetched is ever processed; `source.json`
beside it keeps where each file came from, its size and digest, and what the archive did not say.
"""

import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from cryo_assets.archives.addresses import Services
from cryo_assets.archives.client import Service, ServiceError
from cryo_assets.archives.download import Download, Fetched, Wanted
from cryo_assets.archives.emdb import Emdb
from cryo_assets.archives.empiar import Empiar, EmpiarEntry
from cryo_assets.entries.manifest import MANIFESTS
from cryo_assets.home import checked_name
from cryo_core.errors import SettingsError

SOURCE = "source.json"


@dataclass(frozen=True)
class Request:
    """What to fetch, and what a person says of it."""

    accession: str
    name: str = ""
    imageset: int | None = None
    particles: str = ""
    half_maps: bool = False
    model: bool = False
    limit_gb: float | None = None
    fields: dict[str, Any] = field(default_factory=dict)

    @property
    def folder(self) -> str:
        """The entry's name in the inbox."""
        return checked_name(self.name or self.accession)


@dataclass(frozen=True)
class Acquired:
    """An entry that was fetched: what it is made of, and what could not be known of it."""

    name: str
    kind: str
    folder: Path
    accession: str
    mark: str
    files: tuple[Fetched, ...]
    unknown: tuple[str, ...]
    notes: tuple[str, ...]
    fetched_bytes: int


@dataclass(frozen=True)
class Found:
    """What an archive gave: the manifest's fields, and words about them."""

    fields: dict[str, Any]
    unknown: tuple[str, ...]
    notes: tuple[str, ...]


class Archives:
    """Both archives, asked in one manner."""

    def __init__(self, service: Service, services: Services) -> None:
        self.service = service
        self.connections = services.connections
        self.empiar = Empiar(service, services.empiar_api, services.empiar_files)
        self.emdb = Emdb(service, services.emdb_api, services.emdb_files, services.models)

    @classmethod
    @contextmanager
    def open(cls, services: Services) -> "Iterator[Archives]":
        """Open a client for both."""
        with Service(services.politeness()) as service:
            yield cls(service, services)


def normal(accession: str) -> str:
    """An accession as the archives write it; SettingsError for what is none."""
    text = accession.strip().upper()
    if not re.fullmatch(r"EMPIAR-[0-9]{5,6}|EMD-[0-9]{4,6}", text):
        raise SettingsError(f"{accession!r}: should be an accession, as EMPIAR-10076 or EMD-3186")
    return text


def known_files(before: dict[str, Any]) -> dict[str, Fetched]:
    """The files of an earlier fetch's record, by path."""
    try:
        return {plain["path"]: Fetched(**plain) for plain in before.get("files", [])}
    except (TypeError, KeyError):
        return {}


def require_released(accession: str, status: str | None) -> None:
    """Raise ServiceError for an entry that says that it is not released."""
    if status is not None and status != "REL":
        raise ServiceError(f"{accession}: field status: {status!r}, not released (REL)")


def require_limit(request: Request, entry: EmpiarEntry | None, wanted: Sequence[Wanted]) -> None:
    """Raise SettingsError if the files are more than was allowed."""
    total = sum(item.size for item in wanted) / 1e9
    if request.limit_gb is not None and total > request.limit_gb:
        sets = f" or another of its {len(entry.imagesets)} image sets (--imageset)" if entry else ""
        raise SettingsError(
            f"{request.accession}: {total:.3g} GB, more than --limit-gb {request.limit_gb:g}; give a larger limit{sets}"
        )


def finish(
    request: Request,
    folder: Path,
    kind: str,
    mark: str,
    download: Download,
    describe: Callable[[], Found],
    faults: list[str],
    before: dict[str, Any],
    fetched_bytes: int,
) -> Acquired:
    """Put everything in place, look at it, and write the manifest: the entry is an entry from then on.

    A manifest that a person has changed since it was written is kept as it is.
    """
    manifest = folder / MANIFESTS[kind]
    aside = folder / f".{MANIFESTS[kind]}"
    if fetched_bytes and manifest.exists():
        os.replace(manifest, aside)  # while files of two states lie here, it is no entry
    files = tuple(download.place())
    description = describe()
    text = _manifest_text(request.accession, description)
    kept = next((path for path in (manifest, aside) if path.exists()), None)
    theirs = kept is not None and kept.read_text() != before.get("manifest", "")
    unknown = tuple(
        f
        for f in description.unknown
        if not (theirs and kept and f in (yaml.safe_load(kept.read_text()) or {}))
    )
    notes = (*description.notes, *(f"EMPIAR/EMDB metadata: {fault}" for fault in faults[:20]))
    record = {
        "accession": request.accession,
        "mark": mark,
        "fetched": datetime.now(UTC).isoformat(timespec="seconds"),
        "unknown": list(unknown),
        "notes": list(notes),
        "manifest": text,
        "files": [asdict(file) for file in files],
    }
    _write(folder / SOURCE, json.dumps(record, indent=1) + "\n")
    if theirs and kept is not None:
        os.replace(kept, manifest)
    else:
        _write(manifest, text)
    aside.unlink(missing_ok=True)
    download.tidy()
    return Acquired(folder.name, kind, folder, request.accession, mark, files, unknown, notes, fetched_bytes)


def _manifest_text(accession: str, description: Found) -> str:
    head = [f"# Fetched from {accession}; source.json says from where each file came."]
    head += [f"# Not known, and needed by some assets: {name}. Add it below." for name in description.unknown]
    head += [f"# {' '.join(note.split())}" for note in description.notes]
    return "\n".join(head) + "\n" + yaml.safe_dump(description.fields, sort_keys=False)


def _write(path: Path, text: str) -> None:
    partial = path.with_name(f".{path.name}.partial")  # what a kill leaves, the next fetch writes over
    partial.write_text(text)
    partial.replace(path)
