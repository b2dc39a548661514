"""What a plan asks about entries and results: answered by the store, or by a snapshot of it for many entries."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from cryo_assets.engine.step import Step
from cryo_assets.entries.manifest import Manifest, read_manifest
from cryo_assets.store.champion import champion
from cryo_assets.store.recipe import Recipe
from cryo_assets.store.store import Artifact, Store
from cryo_core.errors import SettingsError


@dataclass
class ReadEntry:
    """An entry as it was read: its manifest, its input files by asset and label, and those digests that were needed."""

    kind: str
    manifest: Manifest
    files: Mapping[str, Mapping[str, str]]
    digests: dict[str, str] = field(default_factory=dict)


class Shelf(Protocol):
    """What a plan asks."""

    def read(self, name: str) -> ReadEntry:
        """The entry of that name; SettingsError or FormatError where it cannot be read."""

    def has(self, recipe: Recipe) -> bool:
        """Whether there is a whole artifact of this very recipe."""

    def current(self, asset: str, entry: str, place: str) -> Recipe | None:
        """The recipe of the version that an entry uses, kept under the name `place`; None if it has none."""

    def sound(self, asset: str, entry: str) -> Artifact | None:
        """The champion; else the version in use or the newest of the manifest, that is whole and passed its checks."""


class StoreShelf:
    """Answers from the inbox and the store as they are now."""

    def __init__(self, inbox: Path, store: Store, steps: Mapping[str, Step]) -> None:
        self._inbox, self._store, self._steps = inbox, store, steps

    def read(self, name: str) -> ReadEntry:
        """Read an entry's manifest, and find its input files.

        Whatever goes wrong is a fault of the entry, and costs no other that is planned with it.
        """
        kind, manifest = read_manifest(self._inbox, name)
        steps = [step for step in self._steps.values() if step.partition == kind]
        try:
            return ReadEntry(kind, manifest, _files_of(steps, manifest))
        except (OSError, ValueError) as error:
            raise SettingsError(f"{manifest.path}: {' '.join(str(error).split())}") from error

    def has(self, recipe: Recipe) -> bool:
        """Whether the store has it whole, by the sizes of its files."""
        return self._store.find(recipe) is not None

    def current(self, asset: str, entry: str, place: str) -> Recipe | None:
        """The recipe of the version in use."""
        used = self._store.current(asset, entry, place)
        return used.recipe if used else None

    def sound(self, asset: str, entry: str) -> Artifact | None:
        """The champion of a trained model; else the version in use, or the newest before it, that passed its checks."""
        first = champion(self._store, asset, entry)
        if first and first.passed():
            return first
        versions = reversed(self._store.of_entry(asset, entry))
        return next((a for a in versions if a.passed() and a.has_its_files()), None)


@dataclass
class Snapshot:
    """Answers from what one look at the store and at many entries found; what it lacks, the store's shelf answers.

    `present` are the versions in the store, `current_recipe` looks up the one that an entry uses, and `entries` are
    those already read.
    """

    store: Shelf
    present: frozenset[str]
    current_recipe: Callable[[str, str], Recipe | None]
    entries: dict[str, ReadEntry] = field(default_factory=dict)
    _sound: dict[tuple[str, str], Artifact | None] = field(default_factory=dict)

    def read(self, name: str) -> ReadEntry:
        """The entry, as it was read before."""
        return self.entries.get(name) or self.store.read(name)

    def has(self, recipe: Recipe) -> bool:
        """Whether the look found it."""
        return recipe.version in self.present

    def current(self, asset: str, entry: str, _place: str) -> Recipe | None:
        """The recipe that the look found to be in use."""
        return self.current_recipe(asset, entry)

    def sound(self, asset: str, entry: str) -> Artifact | None:
        """The sound version, looked up once."""
        if (asset, entry) not in self._sound:
            self._sound[asset, entry] = self.store.sound(asset, entry)
        return self._sound[asset, entry]


def _files_of(steps: Sequence[Step], manifest: Manifest) -> dict[str, dict[str, str]]:
    """Every input file of an entry, by asset and label; what finds them is called once, though assets share it."""
    finders = dict.fromkeys(step.files for step in steps)
    files = {find: {label: str(path) for label, path in find(manifest).items()} for find in finders}
    return {step.key: files[step.files] for step in steps if files[step.files]}
