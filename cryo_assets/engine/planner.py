"""What would be computed, and why, before anything runs.

Versions follow from manifests, files and code alone, so a plan needs neither Dagster nor a run: it
computes each asset's recipe, upstream first, and looks whether the store has it.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from cryo_assets.engine.champions import follow_aliases
from cryo_assets.engine.shelf import ReadEntry, Shelf, StoreShelf
from cryo_assets.engine.step import Step
from cryo_assets.entries.manifest import TRAINING, Manifest, entries
from cryo_assets.entries.settings import EVERY_ROUND, check_settings_keys, groups_of, settings_for
from cryo_assets.home import Home, nearest
from cryo_assets.store.digests import FileDigests, silent
from cryo_assets.store.recipe import Recipe, differences, gathered_input
from cryo_assets.store.store import Artifact, Store
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    from cryo_core.data import Progress

Overrides = Mapping[str, Mapping[str, Any]]
"""Settings of this run alone, by asset key."""


@dataclass(frozen=True)
class Row:
    """One asset of one partition: whether the store has it, and if not, why it is to be computed.

    `place` is the entry under whose name it is kept: a variant's original. A row that was remembered bears no recipe.
    """

    partition: str
    asset: str
    state: Literal["stored", "compute", "skipped"]
    version: str
    why: tuple[str, ...]
    place: str = ""
    recipe: Recipe | None = None


class Planner:
    """Plans entries, for a home and a set of steps (upstream first)."""

    def __init__(self, home: Home, steps: Mapping[str, Step]) -> None:
        self.home = home
        self.steps = steps
        self.store = Store(home.store, home.work)
        follow_aliases(home, self.store)
        self.digests = FileDigests(home.work / "digests.sqlite")
        self.shelf: Shelf = StoreShelf(home.inbox, self.store, steps)
        """A look at many entries puts a snapshot in its place while it lasts."""
        self._defaults: dict[str, dict[str, Any]] = {}

    @cached_property
    def of_kind(self) -> dict[str, list[Step]]:
        """The steps of each kind of entry, upstream first."""
        found: dict[str, list[Step]] = {}
        for step in self.steps.values():
            found.setdefault(step.partition, []).append(step)
        return found

    @cached_property
    def _keys(self) -> dict[str, set[str]]:
        return {kind: {step.key for step in mine} for kind, mine in self.of_kind.items()}

    def plan(self, name: str, overrides: Overrides = {}, progress: "Progress" = silent) -> "EntryPlan":  # noqa: B006
        """The plan of an entry; SettingsError or FormatError where its input is wrong."""
        entry = self.shelf.read(name)
        check_settings_keys(entry.manifest, self._keys.get(entry.kind, set()))
        return EntryPlan(self, entry, overrides, progress)

    def rows(self, name: str) -> list[Row]:
        """The rows of an entry's plan, as it is now."""
        return self.plan(name).rows()

    def artifact(self, row: Row) -> Artifact | None:
        """What the store has of a row."""
        return self.store.whole(row.asset, row.place, row.version) if row.version else None

    def in_use(self, row: Row) -> Artifact | None:
        """What an entry has of a row's asset: as planned, or until that is made, what its last run made.

        A run whose own settings differ from the manifest's (a try) changes nothing of it.
        """
        if not row.version:
            return None
        return self.artifact(row) or self.store.current(row.asset, row.partition, row.place)

    def settings(self, step: Step, manifest: Manifest, overrides: Overrides) -> dict[str, Any]:
        """An asset's settings as plain values; those of all entries that change none are made once."""
        if step.key in overrides or any(manifest.settings.get(group) for group in groups_of(step.group)):
            return asdict(settings_for(step.settings, step.key, manifest, overrides))
        if step.key not in self._defaults:
            self._defaults[step.key] = asdict(settings_for(step.settings, step.key, manifest, {}))
        return self._defaults[step.key]

    def gathered(self, step: Step) -> dict[str, str]:
        """What a step gathers: by asset@entry, the version in use there, if it passed its checks."""
        inputs: dict[str, str] = {}
        for key in step.gathers:
            kind = self.steps[key].partition
            names = [TRAINING] if kind == TRAINING else [n for k, n in entries(self.home.inbox) if k == kind]
            for name in names:
                artifact = self.shelf.sound(key, name)
                if artifact:
                    inputs[gathered_input(key, name)] = artifact.version
        return inputs


def changing_settings(steps: Mapping[str, Step], manifest: Manifest) -> list[str]:
    """Settings that some rounds of an entry have and others have not, in words."""
    rounds = range(1, getattr(manifest, "rounds", 0) + 1)
    found: dict[str, dict[int, Any]] = {}
    for step in steps.values():
        if step.round in rounds and step.group.startswith("round_"):
            asset = step.key.partition("/")[2]
            for name, value in asdict(settings_for(step.settings, step.key, manifest, {})).items():
                found.setdefault(f"{asset}.{name}", {})[step.round] = value
    return [
        f"{name} is {_by_round(values)}: `round_*.{name}` in the settings sets it for all rounds"
        for name, values in found.items()
        if len({repr(value) for value in values.values()}) > 1
    ]


def _by_round(values: Mapping[int, Any]) -> str:
    """What a setting is in which rounds: `4 in round 1, None in rounds 2, 3`."""
    rounds: dict[str, list[str]] = {}
    for number, value in values.items():
        rounds.setdefault("left to choose" if value is None else str(value), []).append(str(number))
    return ", ".join(
        f"{value} in round{'s' if len(mine) > 1 else ''} {', '.join(mine)}" for value, mine in rounds.items()
    )


class EntryPlan:
    """The plan of one entry, which is read once.

    Each recipe is made once, and again only where what comes before it ended it or is no longer the same. What the
    store has is asked with every call, so one plan serves a run from its beginning, through its steps, to its end.
    """

    def __init__(
        self, planner: Planner, entry: ReadEntry, overrides: Overrides, progress: "Progress"
    ) -> None:
        self.planner, self.entry, self.overrides = planner, entry, overrides
        self._progress = progress
        self._made: dict[str, tuple[dict[str, Recipe], Recipe]] = {}

    @property
    def name(self) -> str:
        """The entry's name."""
        return self.entry.manifest.name

    def rows(self) -> list[Row]:
        """One row an asset, upstream first.

        Rounds beyond those that the entry asks for have none, nor has what is optional and not asked for.
        """
        rounds = getattr(self.entry.manifest, "rounds", 0)
        rows = [self._row(*planned) for planned in self._recipes(rounds)]
        return [row for row in rows if row.recipe or not self.planner.steps[row.asset].optional]

    def is_try(self, key: str) -> bool:
        """Whether the settings of this run alone make another version of an asset than the manifest asks for."""
        return bool(self.overrides) and self.recipe(key) != self._by_manifest.recipe(key)

    @cached_property
    def _by_manifest(self) -> "EntryPlan":
        """The plan without settings of this run alone."""
        return EntryPlan(self.planner, self.entry, {}, self._progress)

    def recipe(self, key: str) -> Recipe | None:
        """The recipe of one asset, of whatever round; None where the entry has no such asset."""
        return next(recipe for step, recipe, _ in self._recipes() if step.key == key)

    def row(self, key: str) -> Row:
        """The row of one asset, of whatever round."""
        return next(self._row(*planned) for planned in self._recipes() if planned[0].key == key)

    def _recipes(self, rounds: float = math.inf) -> Iterator[tuple[Step, Recipe | None, str]]:
        """Each step up to a round, with its recipe, or with the reason why the entry has no such asset."""
        recipes: dict[str, Recipe | None] = {}
        reasons: dict[str, str] = {}
        for step in self.planner.of_kind.get(self.entry.kind, []):
            recipes[step.key] = None
            if step.round > rounds:
                continue
            reasons[step.key] = self._lacks(step, recipes, reasons)
            if not reasons[step.key]:
                recipes[step.key] = self._recipe(step, recipes)
            yield step, recipes[step.key], reasons[step.key]

    def _row(self, step: Step, recipe: Recipe | None, reason: str) -> Row:
        if recipe is None:
            return Row(self.name, step.key, "skipped", "", (reason,))
        shelf = self.planner.shelf
        if shelf.has(recipe):
            return Row(self.name, step.key, "stored", recipe.version, (), recipe.partition, recipe)
        before = shelf.current(recipe.asset, self.name, recipe.partition)
        why = differences(before, recipe) if before else ["never computed"]
        return Row(self.name, step.key, "compute", recipe.version, tuple(why), recipe.partition, recipe)

    def _lacks(self, step: Step, recipes: Mapping[str, Recipe | None], reasons: Mapping[str, str]) -> str:
        """Why the entry has no such asset, or not what it is made of (for the `reasons` given); "" if it has.

        What is optional it has where this run sets it.
        """
        reason = step.skips(self.entry.manifest)
        if reason and not (step.optional and step.key in self.overrides):
            return reason
        missing = [key for key in step.inputs if recipes[key] is None]
        if missing:
            return reasons.get(missing[0]) or f"{missing[0]} does not exist for this entry"
        return self._halted(step, recipes)

    def _halted(self, step: Step, recipes: Mapping[str, Recipe | None]) -> str:
        """Why what came before ends what would follow, once it is there to say so; "" if it does not."""
        recipe = recipes[step.halted_by] if step.halted_by else None
        if recipe is None or not self.planner.shelf.has(recipe):
            return ""
        artifact = self.planner.store.find(recipe)
        stop = artifact.numbers.get("stop") if artifact else None
        return f"{step.halted_by}: {stop}" if stop else ""

    def _recipe(self, step: Step, recipes: Mapping[str, Recipe | None]) -> Recipe:
        inputs = {key: above for key in (*step.inputs, *step.offered) if (above := recipes[key])}
        made = self._made.get(step.key)
        if made and made[0] == inputs:
            return made[1]
        manifest = self.entry.manifest
        recipe = Recipe(
            asset=step.key,
            partition=self._place,
            code_version=step.code_version,
            settings=self.planner.settings(step, manifest, self.overrides),
            facts=step.facts(manifest),
            files=self._digests(step),
            inputs={key: above.version for key, above in inputs.items()} | self.planner.gathered(step),
        )
        _require_finite(recipe, manifest)
        self._made[step.key] = inputs, recipe
        return recipe

    def _digests(self, step: Step) -> dict[str, str]:
        paths, digests = self.entry.files.get(step.key, {}), self.entry.digests
        for path in paths.values():
            if path not in digests:
                digests[path] = self.planner.digests.get(Path(path), self._progress)
        return {label: digests[path] for label, path in paths.items()}

    @cached_property
    def _place(self) -> str:
        """The entry under whose name everything is kept: that of a variant is kept as its original's.

        So what has the same recipe, but for the entry's name, is the same version and is made once.
        """
        manifest = self.entry.manifest
        return getattr(manifest, "variant_of", None) or manifest.name


def rested_on(rows: Iterable[Row]) -> set[str]:
    """The versions that rows of a plan name: of their assets, and of what goes into these."""
    recipes = [row.recipe for row in rows if row.recipe]
    return {version for recipe in recipes for version in (recipe.version, *recipe.inputs.values())}


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
    """The step of an asset key; SettingsError names what there is."""
    step = steps.get(key)
    if step is None or step.partition != kind:
        there = [k for k, s in steps.items() if s.partition == kind]
        rounds = dict.fromkeys(
            EVERY_ROUND + k[len("round_01") :] if k.startswith("round_") else k for k in there
        )
        own = [k for k in there if k.partition("/")[0] == key.partition("/")[0]]  # not that of each round
        close = nearest(key, own or rounds) or f"; there are: {', '.join(rounds)}"
        raise SettingsError(f"asset {key!r}: not an asset of {kind}{close}")
    return step
