"""EMPIAR: what an entry says of its image sets, and which files it has."""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from pydantic import Field, field_validator

from cryo_assets.archives.accession import is_accession, number
from cryo_assets.archives.client import Service, ServiceError, safe_path
from cryo_assets.archives.lenient import Loose, Number, Part, Parts, Text, bytes_of, parse

API = "https://www.ebi.ac.uk/empiar/api"
FILES = "https://ftp.ebi.ac.uk/empiar/world_availability"
ASPERA = "emp_ext3@fasp.ebi.ac.uk"
ASPERA_PORT = 33001
GLOBUS = "47772002-3e5b-4fd3-b97c-18cee38d6df2:/empiar/world_availability"
"""Globus' collection "EMBL-EBI Public Data", as EBI's archives name it to their users, and EMPIAR's place in it."""

_DEEPEST, _MOST_FILES = 6, 200_000


class ImageSet(Loose):
    """One image set of an entry; `directory` is relative to the entry's folder."""

    directory: str
    name: Text = None
    category: Text = None
    pixel_width: Number = None
    pixel_height: Number = None

    @field_validator("directory", mode="before")
    @classmethod
    def _inside(cls, value: object) -> str:
        """Refuse a directory that leads out of the entry, whatever else the document says."""
        if not isinstance(value, str):
            raise ValueError("should be a path")
        return safe_path(value, "EMPIAR field imagesets.directory")

    @property
    def has_particles(self) -> bool:
        """Whether the set is one of picked particles."""
        return (self.category or "").lower().startswith("picked particles")

    @property
    def pixel_angstrom(self) -> float | None:
        """Pixel size, where there is one and it is square."""
        width, height = self.pixel_width, self.pixel_height or self.pixel_width
        if width is None or not 0.05 < width < 100 or abs(width - (height or 0)) > 1e-3 * width:
            return None
        return width


class _Reference(Loose):
    name: Text = None


class EmpiarEntry(Loose):
    """An entry, as much of it as the platform uses."""

    imagesets: Parts[ImageSet]
    title: Text = None
    status: Text = None
    released: Text = Field(None, alias="release_date")
    update_date: Text = None
    dataset_size: Text = None
    cross_references: Parts[Part[_Reference | str]] = []

    resolution_angstrom: ClassVar[None] = None

    @property
    def headline(self) -> str:
        """The title and the names of the image sets."""
        return " ".join([self.title or "", *(images.name or "" for images in self.imagesets)])

    @property
    def gigabytes(self) -> float | None:
        """Size of the whole entry, where it can be read."""
        size = bytes_of(self.dataset_size)
        return size / 1e9 if size is not None else None

    @property
    def emdb(self) -> tuple[str, ...]:
        """EMDB entries that it names."""
        names = [r if isinstance(r, str) else r.name if r else None for r in self.cross_references]
        return tuple(dict.fromkeys(name.upper() for name in names if name and is_accession(name, "emdb")))

    @property
    def mark(self) -> str:
        """What changes when the entry does."""
        return self.update_date or self.released or ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """What rules of the watch list choose by: the categories of the image sets."""
        return tuple((images.category or "").lower() for images in self.imagesets)


@dataclass(frozen=True)
class Empiar:
    """The archive behind two addresses: its API and its files."""

    service: Service
    api: str = API
    files: str = FILES

    def released(self) -> dict[str, str]:
        """All entries whose files are there, as keys: there is no list of the newest, nor of changes."""
        names = self.service.listing(f"{self.files}/")
        return {f"EMPIAR-{name[:-1]}": "" for name in names if re.fullmatch(r"[0-9]{5,6}/", name)}

    def entry(self, accession: str) -> tuple[EmpiarEntry, list[str]]:
        """An entry's metadata, and what in it could not be read."""
        key = f"EMPIAR-{number(accession, 'empiar')}"
        url = f"{self.api}/entry/{number(accession, 'empiar')}/"
        document = self.service.get_json(url)
        if not isinstance(document, dict):
            raise ServiceError(f"{url}: should be an object with the accession as its key")
        if document.get(key) is None:
            raise ServiceError(f"{url}: field {key} is missing")
        return parse(EmpiarEntry, document[key], url)

    def tree(self, accession: str, directory: str) -> list[tuple[str, str]]:
        """Address and path of every file below a directory of an entry; the path is relative to the entry."""
        base = f"{self.files}/{number(accession, 'empiar')}/"
        files: list[tuple[str, str]] = []
        waiting = [(safe_path(directory, base), 0)]
        while waiting:
            folder, depth = waiting.pop()
            page = base + (folder + "/" if folder else "")
            for name in self.service.listing(page):
                path = f"{folder}/{name.rstrip('/')}".lstrip("/")
                if not name.endswith("/"):
                    files.append((page + name, path))
                elif depth < _DEEPEST:
                    waiting.append((path, depth + 1))
            if len(files) > _MOST_FILES:
                raise ServiceError(
                    f"{base}{directory}: more than {_MOST_FILES} files; choose another image set"
                )
        return sorted(files, key=lambda file: file[1])

    def commands(self, accession: str, directory: str, folder: Path) -> dict[str, str]:
        """Commands of other ways to fetch a directory, by the program that each needs.

        Both leave the files where a fetch into `folder` looks for them. Globus' end here is the Globus Connect
        Personal of this machine; where the disk belongs to a facility's collection, its id stands in that place.
        """
        there, here = f"/{number(accession, 'empiar')}/{directory}", folder / directory
        ascp = ["ascp", "-QTd", "-l", "300m", f"-P{ASPERA_PORT}", f"{ASPERA}:{there}", f"{here.parent}/"]
        globus = ["globus", "transfer", "--recursive", f"{GLOBUS}{there}"]
        local = f'"$(globus endpoint local-id)":{shlex.quote(str(here))}'
        return {"ascp": shlex.join(ascp), "globus": f"{shlex.join(globus)} {local}"}
