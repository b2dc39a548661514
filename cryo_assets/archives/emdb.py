"""EMDB: what an entry says of its map, half maps, model and microscope, and which entries there are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import field_validator

from cryo_assets.archives.client import Service, ServiceError, safe_name
from cryo_assets.archives.lenient import Loose, Number, Part, Parts, Text, parse

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


class _HalfMaps(Loose):
    half_map: Parts[_File] = []


class _Interpretation(Loose):
    half_map_list: Part[_HalfMaps] = None


class _Code(Loose):
    code: Text = None


class _Dates(Loose):
    update: Text = None
    map_release: Text = None


class _Admin(Loose):
    title: Text = None
    current_status: Part[_Code] = None
    key_dates: Part[_Dates] = None


class _PdbReference(Loose):
    pdb_id: Text = None


class _PdbList(Loose):
    pdb_reference: Parts[_PdbReference] = []


class _CrossReferences(Loose):
    pdb_list: Part[_PdbList] = None


class _Symmetry(Loose):
    point_group: Text = None


class _Reconstruction(Loose):
    resolution: Number = None
    applied_symmetry: Part[_Symmetry] = None


class _Processing(Loose):
    final_reconstruction: Part[_Reconstruction] = None


class _Microscopy(Loose):
    acceleration_voltage: Number = None
    nominal_cs: Number = None


class _MicroscopyList(Loose):
    microscopy: Parts[_Microscopy] = []


class _Determination(Loose):
    method: Text = None
    image_processing: Parts[_Processing] = []
    microscopy_list: Part[_MicroscopyList] = None


class _DeterminationList(Loose):
    structure_determination: Parts[_Determination] = []


class EmdbEntry(Loose):
    """An entry, as much of it as the platform uses."""

    map: _File
    admin: Part[_Admin] = None
    crossreferences: Part[_CrossReferences] = None
    interpretation: Part[_Interpretation] = None
    structure_determination_list: Part[_DeterminationList] = None

    @property
    def title(self) -> str:
        """The entry's title."""
        return (self.admin.title if self.admin else None) or ""

    @property
    def status(self) -> str | None:
        """The status: REL is released."""
        return self.admin.current_status.code if self.admin and self.admin.current_status else None

    @property
    def mark(self) -> str:
        """What changes when the entry does."""
        dates = self.admin.key_dates if self.admin else None
        return (dates.update or dates.map_release or "") if dates else ""

    @property
    def half_maps(self) -> tuple[str, ...]:
        """The names of the half maps: two, or none."""
        listed = self.interpretation.half_map_list if self.interpretation else None
        names = sorted(half.file for half in listed.half_map) if listed else []
        return (names[0], names[1]) if len(names) == 2 else ()

    @property
    def models(self) -> tuple[str, ...]:
        """The PDB entries fitted into the map."""
        listed = self.crossreferences.pdb_list if self.crossreferences else None
        named = [reference.pdb_id for reference in listed.pdb_reference] if listed else []
        return tuple(n.lower() for n in named if n and re.fullmatch(r"[0-9][0-9A-Za-z]{3}", n))

    def _determinations(self) -> list[_Determination]:
        listed = self.structure_determination_list
        return listed.structure_determination if listed else []

    def _reconstructions(self) -> Iterator[_Reconstruction]:
        for determination in self._determinations():
            for processing in determination.image_processing:
                if processing.final_reconstruction:
                    yield processing.final_reconstruction

    @property
    def method(self) -> str | None:
        """The method: singleParticle, helical, subtomogramAveraging and so on."""
        return next((d.method for d in self._determinations() if d.method), None)

    @property
    def resolution_angstrom(self) -> float | None:
        """The stated resolution."""
        stated = (r.resolution for r in self._reconstructions())
        return next((r for r in stated if r is not None and 0.5 < r < 200), None)

    @property
    def symmetry(self) -> str | None:
        """The applied point group."""
        return next(
            (r.applied_symmetry.point_group for r in self._reconstructions() if r.applied_symmetry), None
        )

    def microscope(self) -> tuple[float | None, float | None]:
        """Voltage (kV) and spherical aberration (mm) where every microscopy of the entry says the same."""
        sessions = [
            m for d in self._determinations() if d.microscopy_list for m in d.microscopy_list.microscopy
        ]
        return _agreed([m.acceleration_voltage for m in sessions]), _agreed([m.nominal_cs for m in sessions])


def _agreed(values: list[float | None]) -> float | None:
    return values[0] if len(set(values)) == 1 and values[0] and values[0] > 0 else None


_ACCESSION = re.compile(r"(?:EMD-)?([0-9]{4,6})", re.IGNORECASE)


def number(accession: str) -> str:
    """The number of an accession: EMD-3186 → 3186."""
    match = _ACCESSION.fullmatch(accession.strip())
    if not match:
        raise ServiceError(f"{accession!r}: should be EMD- and four or five digits, as EMD-3186")
    return match[1]


@dataclass(frozen=True)
class Emdb:
    """The archive behind its addresses: API, files, and the models of the PDB."""

    service: Service
    api: str = API
    files: str = FILES
    models: str = MODELS

    def released(self) -> dict[str, str]:
        """All released entries, each with what is said of its last change (often nothing)."""
        url = f"{self.files}/status/latest/emdb_released_holdings.json"
        document = self.service.get_json(url)
        entries = dict(_holdings(document))
        if not entries:
            raise ServiceError(
                f"{url}: no entries in it (neither a list of accessions nor an object with them as keys)"
            )
        return entries

    def entry(self, accession: str) -> tuple[EmdbEntry, list[str]]:
        """An entry's metadata, and what in it could not be read."""
        url = f"{self.api}/entry/EMD-{number(accession)}"
        return parse(EmdbEntry, self.service.get_json(url), url)

    def file_url(self, accession: str, folder: str, name: str) -> str:
        """The address of a file; `folder` is map, other or masks."""
        return f"{self.files}/structures/EMD-{number(accession)}/{folder}/{safe_name(name, 'EMDB')}"

    def model_url(self, pdb_id: str) -> str:
        """The address of a model as mmCIF."""
        return f"{self.models}/{pdb_id[1:3]}/{pdb_id}.cif.gz"


_CHANGES = ("last_update_date", "update_date", "map_release_date", "header_release_date")


def _holdings(document: Any) -> Iterator[tuple[str, str]]:
    if (
        isinstance(document, dict)
        and len(document) == 1
        and isinstance(next(iter(document.values())), dict | list)
    ):
        document = next(iter(document.values())) if not _is_accession(next(iter(document))) else document
    listed = document if isinstance(document, list) else []
    members = document.items() if isinstance(document, dict) else [(m, None) for m in listed]
    for name, details in members:
        if isinstance(name, dict):
            name, details = name.get("emdb_id", ""), name
        if _is_accession(name):
            dates = [
                details[field]
                for field in _CHANGES
                if isinstance(details, dict) and isinstance(details.get(field), str)
            ]
            yield name.upper(), dates[0] if dates else ""


def _is_accession(name: object) -> bool:
    return isinstance(name, str) and bool(re.fullmatch(r"EMD-[0-9]{4,6}", name, re.IGNORECASE))
