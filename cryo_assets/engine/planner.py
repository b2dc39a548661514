"""What would be computed, and why, before anything runs.

Versions follow from manifests, files and code alone, so a plan needs neither Dagster nor a run: it
computes each asset's recipe, upstream first, and looks whether the store has it.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from cryo_assets.engine.step import Step
from cryo_assets.entries.manifest import TRAINING, Manifest, entries, read_manifest
from cryo_assets.entries.settings import check_settings_keys, settings_for
from cryo_assets.home import Home
from cryo_assets.store.digests import FileDigests
from cryo_assets.store.recipe import Recipe, differences, gathered_input
from cryo_assets.store.store import Artifact, Store
from cryo_core.data import Progress, silent
from cryo_core.errors import SettingsError

Overrides = Mapping[str, Mapping[str, Any]]
"""Settings of this run alone, by asset key."""


@dataclass(frozen=True)
class Row:
    """One asset of one partition: whether the store has it, and if not, why it is to be computed."""

    partition: str
    asset: str
    state: Literal["stored", "compute", "skipped"]
    version: str
    why: tuple[str, ...]
    recipe: Recipe | None = None
    artifact: Artifact | None = None


@dataclass
class Given:
    """An entry as it was read: its manifest, by asset and label its input files, and of those read their digests."""

    kind: str
    manifest: Manifest
    files: Mapping[str, Mapping[str, str]]
    digests: dict[str, str]


@dataclass
class Known:
    """What a look at many entries finds out once: entries as read, versions in the store, recipes of the newest."""

    present: frozenset[str]
    newest: Callable[[str, str], Recipe | None]
    entries: dict[str, Given] = field(default_factory=dict)
    sound: dict[tuple[str, str], Artifact | None] = field(default_factory=dict)


class Planner:
    """Recipes of all assets of an entry, for a home and a set of steps (upstream first)."""

    def __init__(self, home: Home, steps: Mapping[str, Step]) -> None:
        self.home = home
        self.steps = steps
        self.store = Store(home.store, home.work)
        self.digests = FileDigests(home.work / "digests.sqlite")
        self.known: Known | None = None
        """Set while a look at many entries lasts; then rows bear no artifacts, and the store is what is known of it."""
        self._of_kind: dict[str, list[Step]] = {}
        for step in steps.values():
            self._of_kind.setdefault(step.partition, []).append(step)
        self._keys = {kind: {step.key for step in mine} for kind, mine in self._of_kind.items()}
        self._defaults: dict[str, dict[str, Any]] = {}

    def rows(self, partition: str, overrides: Overrides = {}, progress: Progress = silent) -> list[Row]:  # noqa: B006
        """Plan an entry: one row an asset, upstream first. SettingsError or FormatError where its input is wrong.

        Rounds beyond those that the entry asks for have none, nor has what is optional and not asked for.
        """
        kind, manifest = self.read(partition)
        asked = getattr(manifest, "rounds", 0)
        every = self._every(kind, manifest, overrides, progress, asked)
        return [row for row in every if not self._unasked(row)]

    def _unasked(self, row: Row) -> bool:
        return self.steps[row.asset].optional and row.state == "skipped"

    def _every(
        self,
        kind: str,
        manifest: Manifest,
        overrides: Overrides,
        progress: Progress = silent,
        rounds: int | None = None,
    ) -> list[Row]:
        """Plan each asset of an entry, those of later rounds than `rounds` left out."""
        check_settings_keys(manifest, self._keys.get(kind, set()))
        recipes: dict[str, Recipe | None] = {}
        rows = []
        for step in self._of_kind.get(kind, []):
            if rounds is not None and step.round > rounds:
                recipes[step.key] = None
                continue
            rows.append(self._row(step, manifest, recipes, overrides, progress))
            recipes[step.key] = rows[-1].recipe
        return rows

    def read(self, name: str) -> tuple[str, Manifest]:
        """Give kind and manifest of an entry."""
        given = self.known.entries.get(name) if self.known else None
        return (given.kind, given.manifest) if given else read_manifest(self.home.inbox, name)

    def row(self, key: str, partition: str, overrides: Overrides = {}) -> Row:  # noqa: B006
        """Plan one asset, of whatever round."""
        return next(row for row in self._every(*self.read(partition), overrides) if row.asset == key)

    def _row(
        self,
        step: Step,
        manifest: Manifest,
        recipes: Mapping[str, Recipe | None],
        overrides: Overrides,
        progress: Progress,
    ) -> Row:
        partition = manifest.name
        reason = (
            step.skips(manifest)
            or next(
                (f"{key} does not exist for this entry" for key in step.inputs if recipes[key] is None), None
            )
            or self._halted(step, recipes)
        )
        if reason:
            return Row(partition, step.key, "skipped", "", (reason,))
        place = self._place(step, manifest, recipes, overrides)
        inputs = {key: found for key in (*step.inputs, *step.offered) if (found := recipes[key])}
        recipe = Recipe(
            asset=step.key,
            partition=place,
            code_version=step.code_version,
            settings=self._settings(step, manifest, overrides),
            facts=step.facts(manifest),
            files=self._digests(step, manifest, progress),
            inputs={
                key if found.partition == place else gathered_input(key, found.partition): found.version
                for key, found in inputs.items()
            }
            | {
                gathered_input(key, name): artifact.version
                for key, found in self.gathered(step).items()
                for name, artifact in found.items()
            },
        )
        _require_finite(recipe, manifest)
        artifact = None if self.known else self.store.find(recipe)
        if artifact or (self.known and recipe.version in self.known.present):
            return Row(partition, step.key, "stored", recipe.version, (), recipe, artifact)
        return Row(partition, step.key, "compute", recipe.version, tuple(self._why(recipe)), recipe)

    def _settings(self, step: Step, manifest: Manifest, overrides: Overrides) -> dict[str, Any]:
        """Give an asset's settings as plain values; those of all entries that change none are made once."""
        if step.key in overrides or manifest.settings.get(step.group):
            return asdict(settings_for(step.settings, step.key, manifest, overrides))
        if step.key not in self._defaults:
            self._defaults[step.key] = asdict(settings_for(step.settings, step.key, manifest, {}))
        return self._defaults[step.key]

    def _paths(self, step: Step, manifest: Manifest) -> Mapping[str, str]:
        """Give the files that an asset is made of, by label."""
        given = self.known.entries.get(manifest.name) if self.known else None
        if given:
            return given.files.get(step.key) or {}
        return {label: str(path) for label, path in step.files(manifest).items()}

    def _digests(self, step: Step, manifest: Manifest, progress: Progress) -> dict[str, str]:
        given = self.known.entries.get(manifest.name) if self.known else None
        known = given.digests if given else {}
        paths = self._paths(step, manifest)
        for path in paths.values():
            if path not in known:
                known[path] = self.digests.get(Path(path), progress)
        return {label: known[path] for label, path in paths.items()}

    def _place(
        self, step: Step, manifest: Manifest, recipes: Mapping[str, Recipe | None], overrides: Overrides
    ) -> str:
        """Give the entry under whose name an asset is kept: a variant shares what it would make alike."""
        of = getattr(manifest, "variant_of", None)
        if of is None or step.group != "particles" or not (self.home.inbox / of).is_dir():
            return manifest.name
        _, original = self.read(of)
        alike = (
            all(above.partition == of for key in step.inputs if (above := recipes[key]))
            and self._settings(step, manifest, overrides) == self._settings(step, original, {})
            and step.facts(original) == step.facts(manifest)
            and self._paths(step, original) == self._paths(step, manifest)
        )
        return of if alike else manifest.name

    def _halted(self, step: Step, recipes: Mapping[str, Recipe | None]) -> str | None:
        """Say why what came before ends what would follow, once it is there to say so."""
        recipe = recipes[step.halted_by] if step.halted_by else None
        if recipe and self.known and recipe.version not in self.known.present:
            return None
        artifact = self.store.find(recipe) if recipe else None
        stop = artifact.numbers.get("stop") if artifact else None
        return f"{step.halted_by}: {stop}" if stop else None

    def gathered(self, step: Step) -> dict[str, dict[str, Artifact]]:
        """Give what a step gathers: by asset and entry, the newest artifact that passed its checks."""
        found: dict[str, dict[str, Artifact]] = {}
        for key in step.gathers:
            kind = self.steps[key].partition
            names = [TRAINING] if kind == TRAINING else [n for k, n in entries(self.home.inbox) if k == kind]
            newest = {name: self._newest_sound(key, name) for name in names}
            found[key] = {name: artifact for name, artifact in newest.items() if artifact}
        return found

    def _newest_sound(self, key: str, name: str) -> Artifact | None:
        if self.known and (key, name) in self.known.sound:
            return self.known.sound[key, name]
        versions = reversed(self.store.versions(key, name))
        found = next((a for a in versions if a.passed() and a.has_its_files()), None)
        if self.known:
            self.known.sound[key, name] = found
        return found

    def _why(self, recipe: Recipe) -> list[str]:
        if self.known:
            before = self.known.newest(recipe.asset, recipe.partition)
        else:
            last = self.store.newest(recipe.asset, recipe.partition)
            before = last.recipe if last else None
        return differences(before, recipe) if before else ["never computed"]

    def named_files(self, kind: str, manifest: Manifest) -> dict[str, dict[str, Path]]:
        """Look for every input file of an entry, by asset and label; assets without files are left out."""
        steps = [step for step in self._of_kind.get(kind, []) if not step.skips(manifest)]
        found = {step.files: step.files(manifest) for step in {step.files: step for step in steps}.values()}
        return {step.key: files for step in steps if (files := found[step.files])}

    def files(self, partition: str) -> Iterator[Path]:
        """Give every input file of an entry."""
        for files in self.named_files(*read_manifest(self.home.inbox, partition)).values():
            yield from files.values()


def _require_finite(recipe: Recipe, manifest: Manifest) -> None:
    for name, value in (*recipe.settings.items(), *recipe.facts.items()):
        if isinstance(value, float) and not math.isfinite(value):
            raise SettingsError(f"{manifest.path}: {recipe.asset}: {name} is {value}: should be finite")


def check_settings(manifest: Manifest, kind: str, steps: Mapping[str, Step]) -> None:
    """Raise SettingsError if a manifest changes a setting that does not exist, or to what it cannot be."""
    mine = [step for step in steps.values() if step.partition == kind]
    check_settings_keys(manifest, {step.key for step in mine})
    for step in mine:
        settings_for(step.settings, step.key, manifest, {})


def require_key(steps: Mapping[str, Step], key: str, kind: str) -> Step:
    """Give the step of an asset key; SettingsError names what there is."""
    step = steps.get(key)
    if step is None or step.partition != kind:
        there = ", ".join(k for k, s in steps.items() if s.partition == kind)
        raise SettingsError(f"asset {key!r}: not an asset of {kind}; there are: {there}")
    return step
