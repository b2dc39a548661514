"""An entry of EMPIAR: its image set, the table whose images are all there, and these images."""

import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cryo_assets.archives.client import ServiceError
from cryo_assets.archives.download import Download, Fetched, Wanted, survey
from cryo_assets.archives.empiar import EmpiarEntry, ImageSet
from cryo_assets.archives.entry import (
    Acquired,
    Archives,
    Found,
    Request,
    finish,
    known_files,
    require_limit,
    require_released,
)
from cryo_assets.entries.manifest import MANIFESTS, Dataset
from cryo_assets.entries.table import read_source
from cryo_assets.progress import Reporter
from cryo_core.errors import CryoError, FormatError, SettingsError
from cryo_core.formats.particles import open_stack, referenced_files

_TABLES = (".star", ".cs", ".par")
_LARGEST_TABLE = 4 << 30


def fetch_empiar(
    archives: Archives, request: Request, folder: Path, before: dict[str, Any], reporter: Reporter
) -> Acquired:
    """Fetch the image set that was asked for, or the only one of particles."""
    entry, faults = archives.empiar.entry(request.accession)
    require_released(request.accession, entry.status)
    images = choose_imageset(entry, request)
    listed = archives.empiar.tree(request.accession, images.directory)
    tables = [file for file in listed if file[1].lower().endswith(_TABLES)]
    if not tables:
        beside = [
            f for f in archives.empiar.tree(request.accession, "data") if f[1].lower().endswith(_TABLES)
        ]
        listed += [file for file in beside if file not in listed]
        tables = beside
    fetched_before = known_files(before)
    wanted = survey(archives.service, _chosen_tables(request, tables, fetched_before), archives.connections)
    _require_small(request.accession, wanted)
    first = Download(archives.service, folder, wanted, fetched_before)
    first.require_disk()
    fetched_bytes = first.bytes_missing
    first.run(archives.connections, reporter.stage("fetching the tables"))
    table, stacks = _rehearse(request, folder, wanted, listed)
    chosen = survey(archives.service, [f for f in listed if f[1] in stacks], archives.connections)
    wanted = [item for item in wanted if item.path == table] + chosen
    require_limit(request, entry, wanted)
    download = Download(archives.service, folder, wanted, fetched_before)
    download.require_disk()
    fetched_bytes += download.bytes_missing
    download.run(archives.connections, reporter.stage(f"fetching {request.accession}"))
    archived = {"pixel_angstrom": images.pixel_angstrom, **_microscope(archives, entry)}

    def describe() -> Found:
        return _describe_particles(folder, table, stacks, request.fields, archived)

    done = finish(request, folder, "datasets", entry.mark, download, describe, faults, before, fetched_bytes)
    first.discard()
    return done


def choose_imageset(entry: EmpiarEntry, request: Request) -> ImageSet:
    """Choose an image set by its number (from 1), or the only one of particles; ServiceError lists what there is."""
    listed = "; ".join(
        f"{i}: {s.name or s.directory} ({s.category or 'no category'})"
        for i, s in enumerate(entry.imagesets, 1)
    )
    if request.imageset is not None:
        if not 1 <= request.imageset <= len(entry.imagesets):
            raise SettingsError(
                f"{request.accession}: no image set {request.imageset}; there are: {listed or 'none'}"
            )
        return entry.imagesets[request.imageset - 1]
    particles = [images for images in entry.imagesets if images.has_particles]
    if len(particles) != 1:
        what = "several image sets" if particles else "no image set"
        raise SettingsError(
            f"{request.accession}: {what} of picked particles; choose with --imageset N among: {listed or 'none'}"
        )
    return particles[0]


def _chosen_tables(
    request: Request, tables: list[tuple[str, str]], fetched_before: dict[str, Fetched]
) -> list[tuple[str, str]]:
    """The table that was asked for, or that was taken before, else all of them."""
    if not request.particles:
        return [file for file in tables if file[1] in fetched_before] or tables
    chosen = [
        file for file in tables if file[1] == request.particles or file[1].endswith(f"/{request.particles}")
    ]
    if len(chosen) != 1:
        names = ", ".join(path for _, path in tables) or "none"
        raise SettingsError(
            f"{request.accession}: --particles {request.particles}: not one of its tables ({names})"
        )
    return chosen


def _require_small(accession: str, tables: Sequence[Wanted]) -> None:
    for item in tables:
        if item.size > _LARGEST_TABLE:
            raise ServiceError(f"{accession}: {item.path}: {item.size / 1e9:.1f} GB is no particle table")


def _rehearse(
    request: Request, folder: Path, tables: Sequence[Wanted], listed: Sequence[tuple[str, str]]
) -> tuple[str, set[str]]:
    """Find the table whose images are all in the listing, and these images, before one of them is fetched.

    The files of the listing are laid out empty in a folder for the time of the test, so that names are
    looked up by the very rules by which the table will be read.
    """
    good: dict[str, set[str]] = {}
    faults = []
    with tempfile.TemporaryDirectory(dir=folder) as name:
        root = Path(name).resolve()
        for _, path in listed:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).touch()
        for item in tables:
            part = folder / f"{item.path}.part"
            shutil.copyfile(part if part.exists() else folder / item.path, root / item.path)
            try:
                good[item.path] = _images_of(root, item.path, [path for _, path in listed])
            except CryoError as error:
                faults.append(str(error).replace(f"{root}/", ""))
    good = {path: stacks for path, stacks in good.items() if stacks}
    if len(good) == 1:
        return next(iter(good.items()))
    if good:
        raise SettingsError(
            f"{request.accession}: several particle tables; choose with --particles among: {', '.join(good)}"
        )
    why = faults[0] if faults else "no .star, .cs or .par file in the image set"
    raise ServiceError(f"{request.accession}: no particle table whose images are all in the listing: {why}")


def _images_of(root: Path, table: str, listed: Sequence[str]) -> set[str]:
    errors = []
    for stack_dir in _stack_dirs(table, listed):
        try:
            referenced = referenced_files(root / table, root / stack_dir, (root,))
            return {str(p.relative_to(root)) for p in referenced} - {table}
        except FormatError as error:
            errors.append(error)
    raise errors[0]


def _stack_dirs(table: str, listed: Sequence[str]) -> list[str]:
    """The folders that names of images may be relative to: the table's own, then those that hold stacks."""
    holding = {str(Path(path).parent) for path in listed if path.lower().endswith((".mrcs", ".mrc"))}
    return [str(Path(table).parent), *sorted(holding - {str(Path(table).parent)})][:50]


def _microscope(archives: Archives, entry: EmpiarEntry) -> dict[str, Any]:
    """Voltage and spherical aberration as the linked EMDB entry says them; nothing where it cannot be read."""
    if len(entry.emdb) != 1:
        return {}
    try:
        voltage, aberration = archives.emdb.entry(entry.emdb[0])[0].microscope()
    except ServiceError:
        return {}
    return {"voltage_kilovolt": voltage, "spherical_aberration_mm": aberration}


def _describe_particles(
    folder: Path, table: str, stacks: set[str], wished: dict[str, Any], archived: dict[str, Any]
) -> Found:
    """Complete what the table does not say from the archives; what neither says is unknown."""
    fields: dict[str, Any] = {"particles": table, "image_roots": ["."]}
    parents = sorted({str(Path(stack).parent) for stack in stacks})
    if parents != [str(Path(table).parent)]:
        fields["stack_dir"] = parents[0]
    fields |= wished
    notes: list[str] = []
    unknown = [] if fields.get("contrast") else ["contrast"]
    while True:
        manifest = Dataset.model_validate({"name": folder.name, **fields})
        manifest._path = folder / MANIFESTS["datasets"]
        try:
            open_stack(read_source(manifest))
            return Found(fields, tuple(unknown), tuple(notes))
        except FormatError as error:
            asked = re.search(r"`(\w+)` in the manifest", str(error))
            if not asked or asked[1] in fields:
                raise ServiceError(f"{folder.name}: what was fetched cannot be read: {error}") from error
            if archived.get(asked[1]) is None:
                return Found(fields, (*unknown, asked[1]), tuple(notes))
            fields[asked[1]] = archived[asked[1]]
            notes.append(f"{asked[1]}: the table does not say it; the archive's {archived[asked[1]]}")
