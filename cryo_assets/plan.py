"""What would be computed, and why, before anything runs.

Versions follow from manifests, files and code alone, so a plan needs neither Dagster nor a run: it
computes each asset's recipe, upstream first, and looks whether the store has it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from cryo_assets.digests import FileDigests
from cryo_assets.home import Home
from cryo_assets.recipe import Recipe, differences, gathered_input
from cryo_assets.settings import (
    TRAINING,
    Manifest,
    check_settings_keys,
    entries,
    read_manifest,
    settings_for,
)
from cryo_assets.step import Step
from cryo_assets.store import Artifact, Store
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


class Planner:
    """Recipes of all assets of an entry, for a home and a set of steps (upstream first)."""

    def __init__(self, home: Home, steps: Mapping[str, Step]) -> None:
        self.home = home
        self.steps = steps
        self.store = Store(home.store, home.work)
        self.digests = FileDigests(home.work / "digests.sqlite")
        self.named: dict[tuple[str, str], dict[str, Path]] = {}
        """By asset and entry the files that a step is made of, where they need not be looked for."""
        self.sound: dict[tuple[str, str], Artifact | None] | None = None
        """What was gathered, while a look at many entries lasts."""

    def rows(self, partition: str, overrides: Overrides = {}, progress: Progress = silent) -> list[Row]:  # noqa: B006
        """Plan an entry: one row an asset, upstream first. SettingsError or FormatError where its input is wrong.

        Rounds beyond those that the entry asks for have none, nor has what is optional and not asked for.
        """
        _, manifest = read_manifest(self.home.inbox, partition)
        asked = getattr(manifest, "rounds", 0)
        every = self._every(partition, overrides, progress)
        return [row for row in every if self.steps[row.asset].round <= asked and not self._unasked(row)]

    def _unasked(self, row: Row) -> bool:
        return self.steps[row.asset].optional and row.state == "skipped"

    def _every(self, partition: str, overrides: Overrides, progress: Progress) -> list[Row]:
        kind, manifest = read_manifest(self.home.inbox, partition)
        steps = [step for step in self.steps.values() if step.partition == kind]
        check_settings_keys(manifest, {step.key for step in steps})
        recipes: dict[str, Recipe | None] = {}
        rows = []
        for step in steps:
            rows.append(self._row(step, partition, manifest, recipes, overrides, progress))
            recipes[step.key] = rows[-1].recipe
        return rows

    def row(self, key: str, partition: str, overrides: Overrides = {}) -> Row:  # noqa: B006
        """Plan one asset, of whatever round."""
        return next(row for row in self._every(partition, overrides, silent) if row.asset == key)

    def _row(
        self,
        step: Step,
        partition: str,
        manifest: Manifest,
        recipes: Mapping[str, Recipe | None],
        overrides: Overrides,
        progress: Progress,
    ) -> Row:
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
            settings=asdict(settings_for(step.settings, step.key, manifest, overrides)),
            facts=step.facts(manifest),
            files={
                label: self.digests.get(path, progress)
                for label, path in self.files_of(step, manifest).items()
            },
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
        artifact = self.store.find(recipe)
        if artifact:
            return Row(partition, step.key, "stored", recipe.version, (), recipe, artifact)
        return Row(partition, step.key, "compute", recipe.version, tuple(self._why(recipe)), recipe)

    def _place(
        self, step: Step, manifest: Manifest, recipes: Mapping[str, Recipe | None], overrides: Overrides
    ) -> str:
        """Give the entry under whose name an asset is kept: a variant shares what it would make alike."""
        of = getattr(manifest, "variant_of", None)
        if of is None or step.group != "particles" or not (self.home.inbox / of).is_dir():
            return manifest.name
        _, original = read_manifest(self.home.inbox, of)
        mine = settings_for(step.settings, step.key, manifest, overrides)
        alike = (
            all(above.partition == of for key in step.inputs if (above := recipes[key]))
            and mine == settings_for(step.settings, step.key, original, {})
            and step.facts(original) == step.facts(manifest)
            and step.files(original) == step.files(manifest)
        )
        return of if alike else manifest.name

    def _halted(self, step: Step, recipes: Mapping[str, Recipe | None]) -> str | None:
        """Say why what came before ends what would follow, once it is there to say so."""
        recipe = recipes[step.halted_by] if step.halted_by else None
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
        if self.sound is not None and (key, name) in self.sound:
            return self.sound[key, name]
        versions = reversed(self.store.versions(key, name))
        found = next((a for a in versions if a.passed() and a.has_its_files()), None)
        if self.sound is not None:
            self.sound[key, name] = found
        return found

    def _why(self, recipe: Recipe) -> list[str]:
        last = self.store.newest(recipe.asset, recipe.partition)
        return differences(last.recipe, recipe) if last else ["never computed"]

    def files_of(self, step: Step, manifest: Manifest) -> dict[str, Path]:
        """Give the files that a step is made of for an entry, by label."""
        known = self.named.get((step.key, manifest.name))
        return step.files(manifest) if known is None else known

    def named_files(self, partition: str) -> dict[str, dict[str, Path]]:
        """Look for every input file of an entry, by asset and label."""
        kind, manifest = read_manifest(self.home.inbox, partition)
        steps = [s for s in self.steps.values() if s.partition == kind and not s.skips(manifest)]
        return {step.key: step.files(manifest) for step in steps}

    def files(self, partition: str) -> Iterator[Path]:
        """Give every input file of an entry."""
        for files in self.named_files(partition).values():
            yield from files.values()


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
