"""EMDB: what an entry says of its map, half maps, model and microscope, and which entries there are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationInfo, field_validator, model_validator

from cryo_assets.archives.accession import is_accession, number
from cryo_assets.archives.client import Service, ServiceError, safe_name
from cryo_assets.archives.lenient import Loose, Number, Parts, Text, parse, values_at

API = "https://www.ebi.ac.uk/emdb/api"
FILES = "https://ftp.ebi.ac.uk/pub/databases/emdb"
MODELS = "https://ftp.ebi.ac.uk/pub/databases/pdb/data/structures/divided/mmCIF"


class _File(Loose):
    """A density file: its name, checked, since it becomes part of a path."""

    file: str
    size_kbytes: Number = None

    @field_validator("file", mode="before")
    @classmethod
    def _plain(cls, value: object) -> str:
        if not isinstance(value, str) or not value:
            raise ValueError("should be a file name")
        return safe_name(value, "EMDB field map.file or half_map.file")


_DETERMINATION = "structure_determination_list.structure_determination[]"
_RECONSTRUCTION = f"{_DETERMINATION}.image_processing[].final_reconstruction"
_MICROSCOPY = f"{_DETERMINATION}.microscopy_list.microscopy[]"

_FIRST = {
    "title": "admin.title",
    "status": "admin.current_status.code",
    "updated": "admin.key_dates.update",
    "released": "admin.key_dates.map_release",
    "symmetry": f"{_RECONSTRUCTION}.applied_symmetry.point_group",
    "voxel_angstrom": "map.pixel_spacing.x",
}
"""Where in EMDB's document the field lies, of which the first value is taken."""

_ALL = {
    "half_map_files": "interpretation.half_map_list.half_map[]",
    "pdb_ids": "crossreferences.pdb_list.pdb_reference[].pdb_id",
    "methods": f"{_DETERMINATION}.method",
    "resolutions": f"{_RECONSTRUCTION}.resolution",
    "kilovolts": f"{_MICROSCOPY}.acceleration_voltage",
    "aberrations": f"{_MICROSCOPY}.nominal_cs",
}
"""Where the fields lie of which all values are taken."""


class EmdbEntry(Loose):
    """An entry, as much of it as the platform uses: status REL is released, `symmetry` the applied point group."""

    map: _File
    title: Text
    status: Text
    updated: Text
    released: Text
    symmetry: Text
    voxel_angstrom: Number
    half_map_files: Parts[_File]
    pdb_ids: Parts[Text]
    methods: Parts[Text]
    resolutions: Parts[Number]
    kilovolts: Parts[Number]
    aberrations: Parts[Number]

    @model_validator(mode="before")
    @classmethod
    def _collect(cls, document: Any, info: ValidationInfo) -> Any:
        if not isinstance(document, dict):
            return document
        first = {field: next(iter(values_at(document, place, info)), None) for field, place in _FIRST.items()}
        values = {field: values_at(document, place, info) for field, place in _ALL.items()}
        return first | values | ({"map": document["map"]} if "map" in document else {})

    @property
    def headline(self) -> str:
        """The title."""
        return self.title or ""

    @property
    def mark(self) -> str:
        """What changes when the entry does."""
        return self.updated or self.released or ""

    @property
    def half_maps(self) -> tuple[str, ...]:
        """Names of the half maps: two, or none."""
        names = sorted(half.file for half in self.half_map_files)
        return tuple(names) if len(names) == 2 else ()

    @property
    def gigabytes(self) -> float | None:
        """Size of the map and its half maps, as large as the map."""
        size = self.map.size_kbytes
        return size * (1 + len(self.half_maps)) / 1e6 if size is not None else None

    @property
    def models(self) -> tuple[str, ...]:
        """PDB entries fitted into the map."""
        return tuple(n.lower() for n in self.pdb_ids if n and re.fullmatch(r"[0-9][0-9A-Za-z]{3}", n))

    @property
    def method(self) -> str | None:
        """The method: singleParticle, helical, subtomogramAveraging and so on."""
        return next(filter(None, self.methods), None)

    @property
    def kinds(self) -> tuple[str, ...]:
        """What rules of the watch list choose by: the method."""
        return (self.method or "",)

    @property
    def resolution_angstrom(self) -> float | None:
        """The stated resolution."""
        return next((r for r in self.resolutions if r is not None and 0.5 < r < 200), None)

    def microscope(self) -> tuple[float | None, float | None]:
        """Voltage (kV) and spherical aberration (mm), where every microscopy of the entry says the same."""
        return _agreed(self.kilovolts), _agreed(self.aberrations)


def _agreed(values: list[float | None]) -> float | None:
    return values[0] if len(set(values)) == 1 and values[0] and values[0] > 0 else None


@dataclass(frozen=True)
class Emdb:
    """The archive behind its addresses: API, files, and the models of the PDB."""

    service: Service
    api: str = API
    files: str = FILES
    models: str = MODELS

    def released(self) -> dict[str, str]:
        """All released entries, each with the date of its last change (often "")."""
        url = f"{self.files}/status/latest/emdb_released_holdings.json"
        holdings = dict(_holdings(self.service.get_json(url)))
        if not holdings:
            raise ServiceError(
                f"{url}: no entries in it (neither a list of accessions nor an object with them as keys)"
            )
        return holdings

    def entry(self, accession: str) -> tuple[EmdbEntry, list[str]]:
        """An entry's metadata, and what in it could not be read."""
        url = f"{self.api}/entry/EMD-{number(accession, 'emdb')}"
        return parse(EmdbEntry, self.service.get_json(url), url)

    def file_url(self, accession: str, folder: str, name: str) -> str:
        """Address of a file; `folder` is map, other or masks."""
        return f"{self.files}/structures/EMD-{number(accession, 'emdb')}/{folder}/{safe_name(name, 'EMDB')}"

    def model_url(self, pdb_id: str) -> str:
        """Address of a model as mmCIF."""
        return f"{self.models}/{pdb_id[1:3]}/{pdb_id}.cif.gz"


_CHANGES = ("last_update_date", "update_date", "map_release_date", "header_release_date")


def _holdings(document: Any) -> Iterator[tuple[str, str]]:
    """Accessions and dates of a document that holds them as keys or in a list, perhaps under a single key."""
    if isinstance(document, dict) and len(document) == 1:
        (key, inner), *_ = document.items()
        if isinstance(inner, dict | list) and not is_accession(key, "emdb"):
            document = inner
    if isinstance(document, list):
        members = [(m.get("emdb_id"), m) if isinstance(m, dict) else (m, None) for m in document]
    else:
        members = list(document.items()) if isinstance(document, dict) else []
    for accession, about in members:
        if is_accession(accession, "emdb"):
            dates = [about.get(field) for field in _CHANGES] if isinstance(about, dict) else []
            yield accession.upper(), next((date for date in dates if isinstance(date, str)), "")
