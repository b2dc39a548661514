"""The store: `store/<asset>/<partition>/<version>/`, each artifact whole or absent.

An artifact is written into `store/.drafts` under a lock of its version, flushed to disk, and renamed
into place, so that a process killed at any moment leaves either nothing or all of it. What
was pruned leaves its `artifact.json` under `store/.pruned`, since results that rest on it still
have to say where they came from.
"""

import json
import os
import shutil
import uuid
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from cryo_assets.store.digests import sha256_of, silent
from cryo_assets.store.disk import drop_left_locks, file_lock, flush, full_disk_named
from cryo_assets.store.leases import Leases
from cryo_assets.store.recipe import VERSION_LENGTH, Recipe, input_place
from cryo_assets.store.use import all_in_use, drop_use, note_use, versions_in_use
from cryo_core.errors import StoreError

if TYPE_CHECKING:  # whoever only looks something up is done before torch is loaded
    from cryo_core.data import Progress

MANIFEST = "artifact.json"


@dataclass(frozen=True)
class Check:
    """A quality gate's verdict; a blocking one that failed stops what lies downstream."""

    name: str
    passed: bool
    detail: str
    blocking: bool = True


@dataclass(frozen=True)
class Circumstances:
    """Who made an artifact, where, when, with what, and for which entry.

    `tried` says that settings of one run made it, which are not those of the entry's manifest. `job` is that of a
    scheduler, where one ran it on the host. `peak_memory_bytes` are those of the largest of its processes, and
    `gpu_memory_bytes` those of its first GPU, 0 without one.
    """

    created: str = ""
    host: str = ""
    user: str = ""
    device: str = ""
    seconds: float = 0.0
    peak_memory_bytes: int = 0
    gpu_memory_bytes: int = 0
    software: dict[str, str] = field(default_factory=dict)
    dagster_run_id: str = ""
    mlflow_run_id: str = ""
    entry: str = ""
    tried: bool = False
    job: str = ""


@dataclass(frozen=True)
class StoredFile:
    """Size and digest of one file of an artifact."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Artifact:
    """A finished result: its recipe, numbers, checks, files and circumstances."""

    folder: Path
    recipe: Recipe
    numbers: dict[str, Any]
    headline: str
    checks: tuple[Check, ...]
    pictures: dict[str, str]
    files: dict[str, StoredFile]
    made: Circumstances

    @property
    def version(self) -> str:
        """The data version."""
        return self.recipe.version

    @property
    def entry(self) -> str:
        """The entry that it was made for; of a variant's it is not the one under whose name it is kept."""
        return self.made.entry or self.recipe.partition

    @property
    def bytes(self) -> int:
        """Bytes of its files."""
        return sum(file.bytes for file in self.files.values())

    def has_its_files(self) -> bool:
        """Whether every file is there, in its size; `Store.verify` looks closer."""
        try:
            return all((self.folder / name).stat().st_size == file.bytes for name, file in self.files.items())
        except OSError:
            return False

    def passed(self) -> bool:
        """Whether every blocking check passed."""
        return all(check.passed for check in self.checks if check.blocking)

    def path(self, name: str) -> Path:
        """A file of the artifact; StoreError if it is not there."""
        path = self.folder / name
        if name not in self.files or not path.exists():
            raise StoreError(f"{path}: missing from the store; run `cryo verify`, then `cryo run`")
        return path

    def as_plain(self) -> dict[str, Any]:
        """Everything but the folder as JSON values."""
        return {
            "version": self.version,
            "recipe": self.recipe.as_plain(),
            "numbers": self.numbers,
            "headline": self.headline,
            "checks": [asdict(check) for check in self.checks],
            "pictures": self.pictures,
            "files": {name: asdict(file) for name, file in self.files.items()},
            "made": asdict(self.made),
        }

    @classmethod
    def load(cls, manifest: Path) -> Self:
        """Read an artifact.json; StoreError if it is damaged."""
        try:
            plain = json.loads(manifest.read_text())
            return cls(
                folder=manifest.parent,
                recipe=Recipe.from_plain(plain["recipe"]),
                numbers=plain["numbers"],
                headline=plain["headline"],
                checks=tuple(Check(**check) for check in plain["checks"]),
                pictures=plain["pictures"],
                files={name: StoredFile(**file) for name, file in plain["files"].items()},
                made=Circumstances(**plain["made"]),
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{manifest}: damaged ({type(error).__name__}: {error})") from error


class Draft:
    """An artifact in the making: a folder to write into, then `finish`."""

    def __init__(self, folder: Path, target: Path, recipe: Recipe) -> None:
        self.folder = folder
        self._target = target
        self._recipe = recipe

    def finish(
        self,
        numbers: dict[str, Any],
        headline: str,
        checks: tuple[Check, ...],
        pictures: dict[str, str],
        made: Circumstances,
    ) -> Artifact:
        """Hash and flush the files, write artifact.json, and rename the folder into the store."""
        names = sorted(str(p.relative_to(self.folder)) for p in self.folder.rglob("*") if p.is_file())
        files = {
            name: StoredFile((self.folder / name).stat().st_size, sha256_of(self.folder / name))
            for name in names
        }
        artifact = Artifact(self._target, self._recipe, numbers, headline, checks, pictures, files, made)
        (self.folder / MANIFEST).write_text(json.dumps(artifact.as_plain(), indent=1, allow_nan=False) + "\n")
        for path in [p for p in self.folder.rglob("*") if p.is_file()]:
            flush(path)
            path.chmod(0o444)
        flush(self.folder)
        self._target.parent.mkdir(parents=True, exist_ok=True)
        if self._target.exists():  # an artifact that lost a file: what is made again takes its place
            os.rename(self._target, self.folder.with_name(f"{self.folder.name}-damaged"))
        os.rename(self.folder, self._target)
        flush(self._target.parent)
        return artifact


class Store:
    """Artifacts by asset, partition and version."""

    def __init__(self, root: Path, work: Path) -> None:
        self._root = root
        self._work = work
        self.leases = Leases(work / "leases")

    @property
    def root(self) -> Path:
        """The folder of all artifacts."""
        return self._root

    def folder(self, recipe: Recipe) -> Path:
        """Where the artifact of a recipe lies, or would lie."""
        return self._root / recipe.asset / recipe.partition / recipe.version

    def find(self, recipe: Recipe) -> Artifact | None:
        """The artifact of this very recipe, if it is there whole."""
        return self.whole(recipe.asset, recipe.partition, recipe.version)

    def whole(self, asset: str, partition: str, version: str) -> Artifact | None:
        """One version, if it is there whole (by the sizes of its files)."""
        found = next(_readable([self._root / asset / partition / version / MANIFEST]), None)
        return found if found and found.has_its_files() else None

    def versions(self, asset: str, partition: str) -> list[Artifact]:
        """All versions of an asset that can be read, oldest first."""
        found = _readable((self._root / asset / partition).glob(f"*/{MANIFEST}"))
        return sorted(found, key=_age)

    def use(self, recipe: Recipe, entry: str) -> None:
        """Note that an entry uses a version: it is what its manifest asks for, as of the run that calls this."""
        with self.noting():
            note_use(self.folder(recipe).parent, entry, recipe.version)

    def noting(self) -> AbstractContextManager[None]:
        """Hold what is noted of use, while it is changed."""
        return file_lock(self._locks / "use.lock")

    def of_entry(self, asset: str, entry: str, place: str = "") -> list[Artifact]:
        """The versions that were made for an entry, oldest first, and after them the one in use; no tries.

        `place` is the entry under whose name they are kept, where it is another: a variant's original.
        """
        place = place or entry
        used = versions_in_use(self._root / asset / place).get(entry)
        found = (a for p in {entry, place} for a in self.versions(asset, p))
        mine = (a for a in found if a.version == used or (a.entry == entry and not a.made.tried))
        return sorted(mine, key=lambda a: (a.version == used, *_age(a)))

    def current(self, asset: str, entry: str, place: str = "") -> Artifact | None:
        """The version that an entry uses: that of its last run by the manifest; where none is noted, the newest."""
        return next(reversed(self.of_entry(asset, entry, place)), None)

    def by_version(self, asset: str, partition: str, version: str) -> Artifact | None:
        """One version; of a pruned one, what is left of it (its manifest)."""
        for root in (self._root, self._pruned):
            manifest = root / asset / partition / version / MANIFEST
            if manifest.exists():
                return Artifact.load(manifest)
        return None

    def inputs(self, recipe: Recipe) -> dict[str, Artifact | None]:
        """Each input of a recipe, by its name there; of a pruned one, what is left of it."""
        return {
            name: self.by_version(*input_place(name, recipe.partition), version)
            for name, version in recipe.inputs.items()
        }

    def all(self) -> Iterator[Artifact]:
        """Every artifact that can be read; `verify` names the damaged ones."""
        return _readable(self._manifests())

    def _manifests(self) -> list[Path]:
        return sorted(self._root.glob(f"*/*/*/*/{MANIFEST}"))

    @property
    def _pruned(self) -> Path:
        return self._root / ".pruned"

    def scratch(self, recipe: Recipe) -> Path:
        """Folder for checkpoints of unfinished work: it survives a kill, and goes when the artifact is made."""
        return self._work / recipe.version

    @contextmanager
    def lock(self, recipe: Recipe) -> Iterator[None]:
        """Hold the version: a second process waits here, then finds the artifact finished."""
        with file_lock(self._locks / f"{recipe.version}.lock"):
            yield

    @property
    def _locks(self) -> Path:
        return self._work / "locks"

    @contextmanager
    def draft(self, recipe: Recipe) -> Iterator[Draft]:
        """Open a folder to write an artifact into; hold the version's lock.

        What is left of a killed try is removed first. An error inside removes the folder; a full
        disk becomes one StoreError.
        """
        drafts = self._root / ".drafts"
        folder = drafts / f"{recipe.version}-{uuid.uuid4().hex}"
        with full_disk_named(drafts):
            drafts.mkdir(parents=True, exist_ok=True)
            for left in drafts.glob(f"{recipe.version}-*"):
                shutil.rmtree(left)
            folder.mkdir()
        try:
            with full_disk_named(self.folder(recipe)):
                yield Draft(folder, self.folder(recipe), recipe)
        finally:
            for left in drafts.glob(f"{recipe.version}-*"):
                shutil.rmtree(left, ignore_errors=True)
        shutil.rmtree(self.scratch(recipe), ignore_errors=True)

    def verify(self, progress: "Progress" = silent) -> list[str]:
        """Hash every file again; give a line for each that is damaged, missing or foreign."""
        manifests = self._manifests()
        problems: list[str] = []
        for done, manifest in enumerate(manifests, 1):
            try:
                problems += _problems(Artifact.load(manifest))
            except StoreError as error:
                problems.append(str(error))
            progress(done, len(manifests))
        return problems

    def prune(
        self, keep: int, protected: set[str], dry_run: bool = False, before: str | None = None
    ) -> list[Artifact]:
        """Remove all but the newest `keep` versions of each asset and partition; give what went.

        Never removed: the newest one, the newest that passed its checks, those in use or in `protected` (planned),
        those made at or after `before` (ISO time, UTC), sources (versions that rest on no other: the files they were
        made of may be overwritten by now), what a run under way rests on, and whatever a version that stays rests on.
        """
        with self.leases.settled():
            gone = self._superfluous(keep, protected | self.leases.versions(), before)
            if not dry_run:
                for artifact in gone:
                    self._remove(artifact)
                drop_left_locks(self._locks.glob(f"{'?' * VERSION_LENGTH}.lock"))
        return gone

    def _superfluous(self, keep: int, protected: set[str], before: str | None) -> list[Artifact]:
        """What `prune` removes."""
        artifacts = sorted(self.all(), key=_age)
        newest: dict[tuple[str, str], list[str]] = {}
        for artifact in artifacts:
            newest.setdefault((artifact.recipe.asset, artifact.entry), []).append(artifact.version)
        stays = set(protected).union(*(versions[-max(keep, 1) :] for versions in newest.values()))
        stays.update({(a.recipe.asset, a.entry): a.version for a in artifacts if a.passed()}.values())
        stays.update(version for _, version in all_in_use(self._root))
        stays |= {a.version for a in artifacts if not a.recipe.inputs or before and a.made.created >= before}
        stays = _with_inputs(stays, artifacts)
        return [a for a in artifacts if a.version not in stays]

    def removable(self, entry: str) -> list[Artifact]:
        """The versions made for an entry that no other entry uses, and on which no other entry's versions rest."""
        artifacts = list(self.all())
        used = {version for user, version in all_in_use(self._root) if user != entry}
        needed = _with_inputs(used | {a.version for a in artifacts if a.entry != entry}, artifacts)
        return [a for a in artifacts if a.entry == entry and a.version not in needed]

    def remove(self, artifacts: Iterable[Artifact]) -> None:
        """Remove versions; their manifests, which hold the recipes, stay."""
        for artifact in artifacts:
            self._remove(artifact)

    def forget(self, entry: str) -> None:
        """Note that an entry uses nothing any more."""
        with self.noting():
            drop_use(self._root, entry)

    def _remove(self, artifact: Artifact) -> None:
        with self.lock(artifact.recipe):
            grave = self._pruned / artifact.folder.relative_to(self._root)
            grave.mkdir(parents=True, exist_ok=True)
            shutil.copy2(artifact.folder / MANIFEST, grave / MANIFEST)
            doomed = self._root / ".drafts" / f"{artifact.version}-pruned"
            doomed.parent.mkdir(exist_ok=True)
            os.rename(artifact.folder, doomed)
            shutil.rmtree(doomed)


def _age(artifact: Artifact) -> tuple[str, str]:
    return artifact.made.created, artifact.version


def _with_inputs(versions: set[str], artifacts: Iterable[Artifact]) -> set[str]:
    """Versions, and all that they rest on."""
    inputs = {a.version: set(a.recipe.inputs.values()) for a in artifacts}
    found, queue = set(versions), list(versions)
    while queue:
        fresh = inputs.get(queue.pop(), set()) - found
        found |= fresh
        queue += fresh
    return found


def _readable(manifests: Iterable[Path]) -> Iterator[Artifact]:
    """The artifacts of those manifests that are there and not damaged: one that is costs no other."""
    for manifest in manifests:
        try:
            yield Artifact.load(manifest)
        except StoreError:
            continue


def _problems(artifact: Artifact) -> list[str]:
    found = []
    if artifact.folder.name != artifact.version:
        found.append(
            f"{artifact.folder}: recipe in artifact.json was altered (its hash is {artifact.version})"
        )
    present = {str(p.relative_to(artifact.folder)) for p in artifact.folder.rglob("*") if p.is_file()} - {
        MANIFEST
    }
    found += [f"{artifact.folder / name}: missing" for name in sorted(artifact.files.keys() - present)]
    found += [
        f"{artifact.folder / name}: not written by the platform"
        for name in sorted(present - artifact.files.keys())
    ]
    for name in sorted(present & artifact.files.keys()):
        if sha256_of(artifact.folder / name) != artifact.files[name].sha256:
            found.append(f"{artifact.folder / name}: altered since it was written")
    return found
