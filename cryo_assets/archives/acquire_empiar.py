"""An entry of EMPIAR: its image set, the table whose images are all there, and these images."""

import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryo_assets.archives.client import ServiceError
from cryo_assets.archives.empiar import EmpiarEntry, ImageSet
from cryo_assets.archives.entry import (
    Acquired,
    Archives,
    ChoiceNeeded,
    Description,
    Fetch,
    NotUsable,
    Request,
)
from cryo_assets.entries.manifest import MANIFESTS, Dataset
from cryo_assets.entries.table import IN_PLANE, contrast_shown, contrast_warning, read_given, read_source
from cryo_core.errors import CryoError, FormatError
from cryo_core.formats.mrc_header import read_header
from cryo_core.formats.particles import open_images, referenced_files

_TABLES = (".star", ".cs", ".par")
_LARGEST_TABLE = 4 << 30

File = tuple[str, str]
"""Address of a file, and its path in the entry."""


def fetch_empiar(fetch: Fetch) -> Acquired:
    """Fetch the image set that was asked for, or the only one that can be used."""
    request, empiar = fetch.request, fetch.archives.empiar
    entry, faults = empiar.entry(request.accession)
    fetch.require_released(entry.status)
    images, listed = _imageset_with_files(fetch, entry)
    tables = _tables_of(listed)
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
    archived = [
        Stated({"pixel_angstrom": images.pixel_angstrom}, "the image set's entry in EMPIAR"),
        *_microscope(fetch.archives, entry),
    ]

    def describe() -> Description:
        return _describe_particles(fetch, table, stacks, archived)

    acquired = fetch.finish("datasets", entry.mark, faults, download, describe)
    first.discard()
    return acquired


@dataclass(frozen=True)
class Stated:
    """What a source says of the fields that a table leaves open."""

    fields: Mapping[str, Any]
    source: str


def _tables_of(files: Sequence[File]) -> list[File]:
    return [file for file in files if file[1].lower().endswith(_TABLES)]


def _stacks_of(paths: Sequence[str]) -> list[str]:
    return [path for path in paths if path.lower().endswith((".mrcs", ".mrc"))]


def _imageset_with_files(fetch: Fetch, entry: EmpiarEntry) -> tuple[ImageSet, list[File]]:
    """The image set that is meant, and its files: the one of a number, or the only one with a table and stacks.

    What the entry says of its sets (`category`, `data_format`) is often wrong: the files are looked at. A table may
    also lie elsewhere in the entry, beside the set.
    """
    request, empiar = fetch.request, fetch.archives.empiar
    sets = [choose_imageset(entry, request)] if request.imageset is not None else _in_order(entry)
    found: list[tuple[ImageSet, list[File]]] = []
    elsewhere: list[File] | None = None
    for images in sets:
        listed = empiar.tree(request.accession, images.directory)
        if not _tables_of(listed) and not _stacks_of([path for _, path in listed]):
            continue
        if not _tables_of(listed):
            elsewhere = elsewhere or _tables_of(empiar.tree(request.accession, "data"))
            listed += [file for file in elsewhere if file not in listed]
        if _tables_of(listed):
            found.append((images, listed))
    particles = [one for one in found if one[0].has_particles] or found
    if len(particles) == 1:
        return particles[0]
    if particles:
        listing = "; ".join(_told(entry, images) for images, _ in particles)
        raise ChoiceNeeded(
            f"{request.accession}: several image sets have a table and images; choose with --imageset N among: "
            f"{listing}"
        )
    listing = "; ".join(_told(entry, images) for images in entry.imagesets) or "none"
    raise NotUsable(
        f"{request.accession}: not usable yet: no image set with a particle table (.star, .cs, .par) and stacks; "
        f"there are: {listing}"
    )


def _in_order(entry: EmpiarEntry) -> list[ImageSet]:
    """The image sets, those that say that they are particles first."""
    return sorted(entry.imagesets, key=lambda images: not images.has_particles)


def _told(entry: EmpiarEntry, images: ImageSet) -> str:
    number = entry.imagesets.index(images) + 1
    return f"{number}: {images.name or images.directory} ({images.category or 'no category'})"


def choose_imageset(entry: EmpiarEntry, request: Request) -> ImageSet:
    """Image set of a number (from 1), or the only one of particles; ChoiceNeeded lists what there is."""
    listed = "; ".join(_told(entry, images) for images in entry.imagesets) or "none"
    if request.imageset is not None:
        if not 1 <= request.imageset <= len(entry.imagesets):
            raise ChoiceNeeded(f"{request.accession}: no image set {request.imageset}; there are: {listed}")
        return entry.imagesets[request.imageset - 1]
    particles = [images for images in entry.imagesets if images.has_particles]
    if len(particles) != 1:
        what = "several image sets" if particles else "no image set"
        raise ChoiceNeeded(
            f"{request.accession}: {what} of picked particles; choose with --imageset N among: {listed}"
        )
    return particles[0]


def _chosen_tables(fetch: Fetch, tables: list[File]) -> list[File]:
    """The table that was asked for, or that was taken before, else all of them."""
    name = fetch.request.particles
    if not name:
        return [file for file in tables if file[1] in fetch.files] or tables
    return [file for file in tables if file[1] == _named(fetch, "particles", name, [p for _, p in tables])]


def _named(fetch: Fetch, option: str, name: str, paths: Sequence[str]) -> str:
    """The path that a name means, in full or by its end; ChoiceNeeded lists them where it means none or several."""
    chosen = [path for path in paths if path == name or path.endswith(f"/{name}")]
    if len(chosen) != 1:
        raise ChoiceNeeded(
            f"{fetch.request.accession}: --{option} {name}: not one of its files ({', '.join(paths) or 'none'})"
        )
    return chosen[0]


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
            if table.lower().endswith(".par"):
                good[table] = {_stack_of_par(fetch, table, _stacks_of(listed))}
                continue
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
        raise ChoiceNeeded(
            f"{accession}: several particle tables; choose with --particles among: {', '.join(good)}"
        )
    why = faults[0] if faults else "no .star, .cs or .par file in the image set"
    raise NotUsable(f"{accession}: no particle table whose images are all in the listing: {why}")


def _stack_of_par(fetch: Fetch, table: str, stacks: Sequence[str]) -> str:
    """The stack of a .par, which names none: the one that was asked for, or the only one beside it or in the set."""
    if fetch.request.stack:
        return _named(fetch, "stack", fetch.request.stack, stacks)
    beside = [path for path in stacks if Path(path).parent == Path(table).parent] or list(stacks)
    if len(beside) != 1:
        raise ChoiceNeeded(
            f"{fetch.request.accession}: {table} names no stack; choose with --stack among: {', '.join(beside)}"
        )
    return beside[0]


def _images_of(root: Path, table: str, listed: Sequence[str]) -> set[str]:
    """Images that a table names, relative to its own folder or to one that holds stacks."""
    own = str(Path(table).parent)
    holding = {str(Path(path).parent) for path in _stacks_of(listed)}
    errors = []
    for stack_dir in [own, *sorted(holding - {own})][:50]:
        try:
            paths = referenced_files(root / table, root / stack_dir, (root,))
            return {str(path.relative_to(root)) for path in paths} - {table}
        except FormatError as error:
            errors.append(error)
    raise errors[0]


def _microscope(archives: Archives, entry: EmpiarEntry) -> list[Stated]:
    """What the linked EMDB entry says of microscope and pixel size; nothing where it cannot be read."""
    if len(entry.emdb) != 1:
        return []
    try:
        linked = archives.emdb.entry(entry.emdb[0])[0]
    except ServiceError:
        return []
    voltage, aberration = linked.microscope()
    fields = {
        "voltage_kilovolt": voltage,
        "spherical_aberration_mm": aberration,
        "pixel_angstrom": linked.voxel_angstrom,
    }
    return [Stated(fields, f"the linked entry {entry.emdb[0]}")]


def _describe_particles(
    fetch: Fetch, table: str, stacks: set[str], archived: Sequence[Stated]
) -> Description:
    """Fields of a particle set: what the table does not say comes from the archives; what neither says is unknown."""
    folder = fetch.folder
    fields: dict[str, Any] = {"particles": table, "image_roots": ["."]}
    parents = sorted({str(Path(stack).parent) for stack in stacks})
    sources = list(archived)
    if table.lower().endswith(".par"):
        (stack,) = stacks
        fields["stack"] = stack
        sources = [_header(folder / stack), *sources]
    elif parents != [str(Path(table).parent)]:
        fields["stack_dir"] = parents[0]
    fields |= fetch.request.fields
    notes: list[str] = []
    unknown: tuple[str, ...] = () if fields.get("contrast") else ("contrast",)
    while True:
        manifest = Dataset.model_validate({"name": folder.name, **fields})
        manifest._path = folder / MANIFESTS["datasets"]
        try:
            return _of_images(manifest, fields, unknown, notes)
        except FormatError as error:
            match = re.search(r"`(\w+)` in the manifest", str(error))
            if not match or match[1] in fields:
                raise ServiceError(f"{folder.name}: what was fetched cannot be read: {error}") from error
            field = match[1]
        said = next((one for one in sources if one.fields.get(field) is not None), None)
        if said is None:
            return Description(fields, (*unknown, field), tuple(notes))
        fields[field] = said.fields[field]
        notes.append(f"{field}: the table does not say it; {said.source} says {said.fields[field]}")


def _header(stack: Path) -> Stated:
    """What the header of a stack says of its pixel size; nothing where it says none, or 1 Å, which is no measure."""
    pixel = read_header(stack).voxel_angstrom[0]
    return Stated({"pixel_angstrom": pixel if pixel and pixel != 1.0 else None}, "the header of its stack")


def _of_images(
    manifest: Dataset, fields: dict[str, Any], unknown: tuple[str, ...], notes: list[str]
) -> Description:
    """The description of a set whose table can be read: its contrast by the images, its poses, if it has none."""
    particles = read_source(manifest)
    open_images(particles)
    added: dict[str, Any] = {}
    said: list[str] = []
    if "contrast" in unknown and particles.contrast is not None and manifest.particles.suffix != ".star":
        added["contrast"] = particles.contrast  # cryoSPARC's blob/sign
    shown = contrast_shown(particles)
    if "contrast" in unknown and not added and shown.decided:
        added["contrast"] = shown.contrast
    wrong = contrast_warning(shown, added.get("contrast") or fields.get("contrast"))
    said.append(wrong or f"contrast: {shown.words()}{'' if shown.decided else ': too little to decide'}")
    if not particles.has_poses and "posefree" not in fields:
        added |= {"posefree": True, "rounds": 0}
        said += [IN_PLANE] if read_given(manifest).has_poses else []
        said.append(
            "the table has no poses: they are looked for in the images alone; `cryo adopt` goes on from these, or "
            "`adopt: true` in the rule's fields does where the search is sure of them"
        )
    unknown = tuple(name for name in unknown if name not in added)
    return Description(fields | added, unknown, (*notes, *said))
