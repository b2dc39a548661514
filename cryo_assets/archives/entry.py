"""What fetching from both archives shares: what is asked for, and how files become an entry.

The folder gets its manifest last of all, so that nothing half fetched is ever processed; `source.json`
beside it keeps where each file came from, its size and digest, and what the archive did not say.
"""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml

from cryo_assets.archives.accession import archive_of
from cryo_assets.archives.addresses import Services
from cryo_assets.archives.client import Service, ServiceError
from cryo_assets.archives.download import Download, Fetched, Wanted, survey
from cryo_assets.archives.emdb import Emdb, EmdbEntry
from cryo_assets.archives.empiar import Empiar, EmpiarEntry
from cryo_assets.entries.manifest import MANIFESTS
from cryo_assets.home import checked_name
from cryo_assets.progress import Reporter
from cryo_core.errors import SettingsError

SOURCE = "source.json"


class ChoiceNeeded(SettingsError):
    """Several image sets, tables or stacks may be meant: a person, or the rule, has to name one."""


class NotUsable(ServiceError):
    """Nothing of an entry can be used yet, such as raw micrographs alone; it may be when the entry changes."""


@dataclass(frozen=True)
class Request:
    """What to fetch, and what a person says of it."""

    accession: str
    name: str = ""
    imageset: int | None = None
    particles: str = ""
    stack: str = ""
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
    """An entry that was fetched: what it is made of, and what the archive does not say of it."""

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
class Description:
    """The manifest's fields as the archives say them, those that they do not say, and words about them."""

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
        with Service(services) as service:
            yield cls(service, services)

    def released(self, archive: str) -> dict[str, str]:
        """All released entries of an archive, each with the date of its last change (often "")."""
        return self.empiar.released() if archive == "empiar" else self.emdb.released()

    def entry(self, accession: str) -> EmpiarEntry | EmdbEntry:
        """An entry's metadata."""
        if archive_of(accession) == "empiar":
            return self.empiar.entry(accession)[0]
        return self.emdb.entry(accession)[0]


class Fetch:
    """One fetch: what was asked for, the folder it goes to, and what an earlier fetch recorded there."""

    def __init__(self, archives: Archives, request: Request, folder: Path, reporter: Reporter) -> None:
        self.archives, self.request, self.folder = archives, request, folder
        self.before = _record_in(folder)
        self.bytes = 0
        self._reporter = reporter
        try:
            self.files = {plain["path"]: Fetched(**plain) for plain in self.before.get("files", [])}
        except (TypeError, KeyError):
            self.files = {}

    def require_released(self, status: str | None) -> None:
        """Raise ServiceError for an entry that says that it is not released."""
        if status is not None and status != "REL":
            raise ServiceError(f"{self.request.accession}: field status: {status!r}, not released (REL)")

    def require_limit(self, wanted: Sequence[Wanted], instead: str = "") -> None:
        """Raise SettingsError if the files are more than was allowed; `instead` says what else may be done."""
        total, limit = sum(item.size for item in wanted) / 1e9, self.request.limit_gb
        if limit is not None and total > limit:
            raise SettingsError(
                f"{self.request.accession}: {total:.3g} GB, more than --limit-gb {limit:g}; "
                f"give a larger limit{instead}"
            )

    def survey(self, files: Sequence[tuple[str, str]]) -> list[Wanted]:
        """Sizes of files (address, path), as the archive says them."""
        return survey(self.archives.service, files, self.archives.connections)

    def download(self, wanted: Sequence[Wanted], stage: str) -> Download:
        """Files fetched and verified; nothing is put in place yet."""
        download = Download(self.archives.service, self.folder, wanted, self.files)
        download.require_disk()
        self.bytes += download.bytes_missing
        download.run(self.archives.connections, self._reporter.stage(stage))
        return download

    def finish(
        self,
        kind: str,
        mark: str,
        faults: Sequence[str],
        download: Download,
        describe: Callable[[], Description],
    ) -> Acquired:
        """Put everything in place, look at it, and write the manifest: the entry is an entry from then on.

        A manifest that a person has changed since it was written is kept as it is.
        """
        accession = self.request.accession
        manifest, aside = self.folder / MANIFESTS[kind], self.folder / f".{MANIFESTS[kind]}"
        if self.bytes and manifest.exists():
            os.replace(manifest, aside)  # while files of two states lie here, it is no entry
        files = tuple(download.place())
        description = describe()
        text = _manifest_text(accession, description)
        kept = next((path for path in (manifest, aside) if path.exists()), None)
        if kept is not None and kept.read_text() == self.before.get("manifest", ""):
            kept = None  # nobody has changed it
        added = (yaml.safe_load(kept.read_text()) or {}) if kept else {}
        unknown = tuple(name for name in description.unknown if name not in added)
        notes = (*description.notes, *(f"EMPIAR/EMDB metadata: {fault}" for fault in faults[:20]))
        record = {
            "accession": accession,
            "mark": mark,
            "fetched": datetime.now(UTC).isoformat(timespec="seconds"),
            "unknown": list(unknown),
            "notes": list(notes),
            "manifest": text,
            "files": [asdict(file) for file in files],
        }
        _write(self.folder / SOURCE, json.dumps(record, indent=1) + "\n")
        if kept:
            os.replace(kept, manifest)
        else:
            _write(manifest, text)
        aside.unlink(missing_ok=True)
        download.tidy()
        return Acquired(
            self.folder.name, kind, self.folder, accession, mark, files, unknown, notes, self.bytes
        )


def _record_in(folder: Path) -> dict[str, Any]:
    """What an earlier fetch recorded in a folder; nothing where there was none."""
    try:
        plain = json.loads((folder / SOURCE).read_text())
    except (OSError, ValueError):
        return {}
    return plain if isinstance(plain, dict) else {}


def _manifest_text(accession: str, description: Description) -> str:
    head = [f"# Fetched from {accession}; source.json says from where each file came."]
    head += [f"# Not known, and needed by some assets: {name}. Add it below." for name in description.unknown]
    head += [f"# {' '.join(note.split())}" for note in description.notes]
    return "\n".join(head) + "\n" + yaml.safe_dump(description.fields, sort_keys=False)


def _write(path: Path, text: str) -> None:
    partial = path.with_name(f".{path.name}.partial")  # what a kill leaves, the next fetch writes over
    partial.write_text(text)
    partial.replace(path)
