"""What a plan asks about entries and results: answered by the store, or by a snapshot of it for many entries."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from cryo_assets.engine.step import Step
from cryo_assets.entries.manifest import Manifest, read_manifest
from cryo_assets.store.recipe import Recipe
from cryo_assets.store.store import Artifact, Store


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

    def newest(self, asset: str, partition: str) -> Recipe | None:
        """The recipe that was made last, if there is one."""

    def sound(self, asset: str, partition: str) -> Artifact | None:
        """The newest artifact that is whole and passed its checks."""


class StoreShelf:
    """Answers from the inbox and the store as they are now."""

    def __init__(self, inbox: Path, store: Store, steps: Mapping[str, Step]) -> None:
        self._inbox, self._store, self._steps = inbox, store, steps

    def read(self, name: str) -> ReadEntry:
        """Read an entry's manifest, and find its input files."""
        kind, manifest = read_manifest(self._inbox, name)
        steps = [step for step in self._steps.values() if step.partition == kind]
        return ReadEntry(kind, manifest, _files_of(steps, manifest))

    def has(self, recipe: Recipe) -> bool:
        """Whether the store has it whole, by the sizes of its files."""
        return self._store.find(recipe) is not None

    def newest(self, asset: str, partition: str) -> Recipe | None:
        """The recipe of the version made last."""
        last = self._store.newest(asset, partition)
        return last.recipe if last else None

    def sound(self, asset: str, partition: str) -> Artifact | None:
        """The newest version that is whole and passed its checks."""
        versions = reversed(self._store.versions(asset, partition))
        return next((a for a in versions if a.passed() and a.has_its_files()), None)


@dataclass
class Snapshot:
    """Answers from what one look at the store and at many entries found; what it lacks, the store's shelf answers.

    `present` are the versions in the store, `newest_recipe` looks up a recipe among them, and `entries` are those
    already read.
    """

    store: Shelf
    present: frozenset[str]
    newest_recipe: Callable[[str, str], Recipe | None]
    entries: dict[str, ReadEntry] = field(default_factory=dict)
    _sound: dict[tuple[str, str], Artifact | None] = field(default_factory=dict)

    def read(self, name: str) -> ReadEntry:
        """The entry, as it was read before."""
        return self.entries.get(name) or self.store.read(name)

    def has(self, recipe: Recipe) -> bool:
        """Whether the look found it."""
        return recipe.version in self.present

    def newest(self, asset: str, partition: str) -> Recipe | None:
        """The recipe that the look found to be made last."""
        return self.newest_recipe(asset, partition)

    def sound(self, asset: str, partition: str) -> Artifact | None:
        """The newest sound version, looked up once."""
        if (asset, partition) not in self._sound:
            self._sound[asset, partition] = self.store.sound(asset, partition)
        return self._sound[asset, partition]


def _files_of(steps: Sequence[Step], manifest: Manifest) -> dict[str, dict[str, str]]:
    """Every input file of an entry, by asset and label; what finds them is called once, though assets share it."""
    finders = dict.fromkeys(step.files for step in steps)
    files = {find: {label: str(path) for label, path in find(manifest).items()} for find in finders}
    return {step.key: files[step.files] for step in steps if files[step.files]}
