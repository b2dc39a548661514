"""An entry of EMPIAR: its image set, the table whose images are all there, and these images."""

import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cryo_assets.archives.client import ServiceError
from cryo_assets.archives.empiar import EmpiarEntry, ImageSet
from cryo_assets.archives.entry import Acquired, Archives, Description, Fetch, Request
from cryo_assets.entries.manifest import MANIFESTS, Dataset
from cryo_assets.entries.table import contrast_shown, contrast_warning, read_source
from cryo_core.errors import CryoError, FormatError, SettingsError
from cryo_core.formats.particles import open_images, referenced_files

_TABLES = (".star", ".cs", ".par")
_LARGEST_TABLE = 4 << 30

File = tuple[str, str]
"""Address of a file, and its path in the entry."""


def fetch_empiar(fetch: Fetch) -> Acquired:
    """Fetch the image set that was asked for, or the only one of particles."""
    request, empiar = fetch.request, fetch.archives.empiar
    entry, faults = empiar.entry(request.accession)
    fetch.require_released(entry.status)
    images = choose_imageset(entry, request)
    listed = empiar.tree(request.accession, images.directory)
    tables = _tables_of(listed)
    if not tables:
        tables = _tables_of(empiar.tree(request.accession, "data"))
        listed += [file for file in tables if file not in listed]
    wanted = fetch.survey(_chosen_tables(fetch, tables))
    for item in wanted:
        if item.size > _LARGEST_TABLE:
            raise ServiceError(
                f"{request.accession}: {item.path}: {item.size / 1e9:.1f} GB is no particle table"
            )
    first = fetch.download(wanted, "fetching the tables")
    table, stacks = _rehearse(fetch, [item.path for item in wanted], [path for _, path in listed])
    wanted = [item for item in wanted if item.path == table]
    wanted += fetch.survey([file for file in listed if file[1] in stacks])
    fetch.require_limit(wanted, f" or another of its {len(entry.imagesets)} image sets (--imageset)")
    download = fetch.download(wanted, f"fetching {request.accession}")
    archived = {"pixel_angstrom": images.pixel_angstrom, **_microscope(fetch.archives, entry)}

    def describe() -> Description:
        return _describe_particles(fetch, table, stacks, archived)

    acquired = fetch.finish("datasets", entry.mark, faults, download, describe)
    first.discard()
    return acquired


def _tables_of(files: Sequence[File]) -> list[File]:
    return [file for file in files if file[1].lower().endswith(_TABLES)]


def choose_imageset(entry: EmpiarEntry, request: Request) -> ImageSet:
    """Image set of a number (from 1), or the only one of particles; SettingsError lists what there is."""
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


def _chosen_tables(fetch: Fetch, tables: list[File]) -> list[File]:
    """The table that was asked for, or that was taken before, else all of them."""
    name = fetch.request.particles
    if not name:
        return [file for file in tables if file[1] in fetch.files] or tables
    chosen = [file for file in tables if file[1] == name or file[1].endswith(f"/{name}")]
    if len(chosen) != 1:
        names = ", ".join(path for _, path in tables) or "none"
        raise SettingsError(f"{fetch.request.accession}: --particles {name}: not one of its tables ({names})")
    return chosen


def _rehearse(fetch: Fetch, tables: Sequence[str], listed: Sequence[str]) -> tuple[str, set[str]]:
    """The table whose images are all in the listing, and these images, before one of them is fetched.

    The files of the listing are laid out empty in a folder for the time of the test, so that names are
    looked up by the very rules by which the table will be read.
    """
    accession, folder = fetch.request.accession, fetch.folder
    good: dict[str, set[str]] = {}
    faults = []
    with tempfile.TemporaryDirectory(dir=folder) as name:
        root = Path(name).resolve()
        for path in listed:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).touch()
        for table in tables:
            part = folder / f"{table}.part"
            shutil.copyfile(part if part.exists() else folder / table, root / table)
            try:
                good[table] = _images_of(root, table, listed)
            except CryoError as error:
                faults.append(str(error).replace(f"{root}/", ""))
    good = {path: stacks for path, stacks in good.items() if stacks}
    if len(good) == 1:
        return next(iter(good.items()))
    if good:
        raise SettingsError(
            f"{accession}: several particle tables; choose with --particles among: {', '.join(good)}"
        )
    why = faults[0] if faults else "no .star, .cs or .par file in the image set"
    raise ServiceError(f"{accession}: no particle table whose images are all in the listing: {why}")


def _images_of(root: Path, table: str, listed: Sequence[str]) -> set[str]:
    """Images that a table names, relative to its own folder or to one that holds stacks."""
    own = str(Path(table).parent)
    holding = {str(Path(path).parent) for path in listed if path.lower().endswith((".mrcs", ".mrc"))}
    errors = []
    for stack_dir in [own, *sorted(holding - {own})][:50]:
        try:
            paths = referenced_files(root / table, root / stack_dir, (root,))
            return {str(path.relative_to(root)) for path in paths} - {table}
        except FormatError as error:
            errors.append(error)
    raise errors[0]


def _microscope(archives: Archives, entry: EmpiarEntry) -> dict[str, Any]:
    """Voltage and spherical aberration as the linked EMDB entry says them; nothing where it cannot be read."""
    if len(entry.emdb) != 1:
        return {}
    try:
        voltage, aberration = archives.emdb.entry(entry.emdb[0])[0].microscope()
    except ServiceError:
        return {}
    return {"voltage_kilovolt": voltage, "spherical_aberration_mm": aberration}


def _describe_particles(fetch: Fetch, table: str, stacks: set[str], archived: dict[str, Any]) -> Description:
    """Fields of a particle set: what the table does not say comes from the archives; what neither says is unknown."""
    folder = fetch.folder
    fields: dict[str, Any] = {"particles": table, "image_roots": ["."]}
    parents = sorted({str(Path(stack).parent) for stack in stacks})
    if parents != [str(Path(table).parent)]:
        fields["stack_dir"] = parents[0]
    fields |= fetch.request.fields
    notes: list[str] = []
    unknown: tuple[str, ...] = () if fields.get("contrast") else ("contrast",)
    while True:
        manifest = Dataset.model_validate({"name": folder.name, **fields})
        manifest._path = folder / MANIFESTS["datasets"]
        try:
            particles = read_source(manifest)
            open_images(particles)
            if particles.contrast is not None and "contrast" in unknown and not table.endswith(".star"):
                fields["contrast"] = particles.contrast  # cryoSPARC's blob/sign
                unknown = tuple(name for name in unknown if name != "contrast")
            shown = contrast_shown(particles)
            if "contrast" in unknown and shown.decided:
                fields["contrast"] = shown.contrast
                unknown = tuple(name for name in unknown if name != "contrast")
            wrong = contrast_warning(shown, fields.get("contrast"))
            notes.append(
                wrong or f"contrast: {shown.words()}{'' if shown.decided else ': too little to decide'}"
            )
            return Description(fields, unknown, tuple(notes))
        except FormatError as error:
            match = re.search(r"`(\w+)` in the manifest", str(error))
            if not match or match[1] in fields:
                raise ServiceError(f"{folder.name}: what was fetched cannot be read: {error}") from error
            field = match[1]
        if archived.get(field) is None:
            return Description(fields, (*unknown, field), tuple(notes))
        fields[field] = archived[field]
        notes.append(f"{field}: the table does not say it; the archive's {archived[field]}")
