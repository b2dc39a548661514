"""An entry as its page shows it: what the plan has of each asset, and what the store has where that is out of date."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.engine.planner import Planner, Row
from cryo_assets.entries.independence import limit_in
from cryo_assets.entries.manifest import Manifest, read_manifest
from cryo_assets.home import Home, checked_name
from cryo_assets.store.disk import is_locked
from cryo_assets.store.store import Artifact, Store
from cryo_core.errors import SettingsError
from cryo_core.validation.independence import Limit

_VERSION = re.compile(r"[0-9a-f]{8,64}")


@dataclass(frozen=True)
class Shown:
    """One asset of an entry: its row in the plan, what is shown of it, and whether that is as planned."""

    row: Row
    artifact: Artifact | None
    current: bool


class EntryView:
    """One look at an entry: its manifest, its plan, and the artifacts that its page shows."""

    def __init__(
        self, home: Home, name: str, rows: list[Row] | None = None, planner: Planner | None = None
    ) -> None:
        self.planner = planner or Planner(home, STEPS)
        self.home, self.store, self.name = home, self.planner.store, checked_name(name)
        self.kind, self.manifest = read_manifest(home.inbox, name)
        self.rows = {row.asset: row for row in (self.planner.rows(name) if rows is None else rows)}
        self._shown: dict[str, Shown] = {}

    def shown(self, key: str) -> Shown:
        """What is shown of an asset of the plan."""
        if key not in self._shown:
            self._shown[key] = self._look(self.rows[key])
        return self._shown[key]

    def _look(self, row: Row) -> Shown:
        if row.state == "skipped":
            return Shown(row, None, True)
        place = getattr(self.manifest, "variant_of", None) or self.name
        artifact = self.store.by_version(row.asset, place, row.version)
        if artifact is not None and artifact.has_its_files():
            return Shown(row, artifact, True)
        return Shown(row, self.store.current(row.asset, self.name, place), False)

    @property
    def everything(self) -> Iterator[tuple[str, Shown]]:
        """Every asset of the entry with what is shown of it, upstream first."""
        return ((key, self.shown(key)) for key in self.rows)

    def artifact(self, key: str) -> Artifact | None:
        """What is shown of an asset; None where the entry has none, or it was never made."""
        return self.shown(key).artifact if key in self.rows else None

    def rounds(self, name: str) -> dict[int, Artifact]:
        """What is shown of an asset of the rounds, by the number of the round."""
        keys = [key for key in self.rows if key.startswith("round_") and key.endswith(f"/{name}")]
        return {STEPS[key].round: made for key in keys if (made := self.artifact(key))}

    @cached_property
    def limit(self) -> Limit:
        """To which resolution the halves of the entry are independent."""
        return limit_in(self.store, self.manifest)

    @property
    def model(self) -> Path | None:
        """The atomic model of a map entry that is there; else None."""
        path = self.manifest.resolve(getattr(self.manifest, "model", None))
        return path if path and path.is_file() else None

    @cached_property
    def running(self) -> tuple[str, float] | None:
        """The asset that is being made now, and when it was begun (seconds since 1970); None if there is none."""
        drafts = {path.name.partition("-")[0]: path for path in (self.store.root / ".drafts").glob("*-*")}
        for key, row in self.rows.items():
            if row.state == "compute" and row.version in drafts:
                lock = self.home.work / "locks" / f"{row.version}.lock"
                if is_locked(lock):
                    return key, drafts[row.version].stat().st_ctime
        return None


def stored_file(home: Home, group: str, asset: str, entry: str, version: str, name: str) -> Path:
    """A file that the store says it has; SettingsError for everything else, whatever the address says."""
    artifact = stored(home, f"{group}/{asset}", entry, version)
    if name not in artifact.files:
        raise SettingsError(f"{name}: not a file of {group}/{asset}")
    return artifact.path(name)


def stored(home: Home, key: str, entry: str, version: str) -> Artifact:
    """One version of an asset; SettingsError where there is none."""
    if key not in STEPS or not _VERSION.fullmatch(version):
        raise SettingsError(f"{key} {version}: no version of an asset")
    artifact = _loaded(home, key, checked_name(entry), version)
    if not artifact.folder.is_dir():
        raise SettingsError(f"{key} {version}: was pruned")
    return artifact


@lru_cache(maxsize=4096)
def _loaded(home: Home, key: str, entry: str, version: str) -> Artifact:
    artifact = Store(home.store, home.work).by_version(key, entry, version)
    if artifact is None:
        raise SettingsError(f"{key} {version}: not in the store")
    return artifact


def address(artifact: Artifact, name: str, kind: str = "files") -> str:
    """Where a page finds a file of an artifact: as it is (`files`), or as numbers of a map (`volumes`)."""
    return f"/{kind}/{artifact.recipe.asset}/{artifact.recipe.partition}/{artifact.version}/{name}"


def changed_settings(view: EntryView) -> Iterator[tuple[str, str, Any, Any]]:
    """Asset, setting, value and default of each setting that the entry changes."""
    for key, row in view.rows.items():
        if row.recipe is not None:
            usual = view.planner.settings(STEPS[key], Manifest(name=view.name), {})
            for name, value, before in _changed(row.recipe.settings, usual):
                yield key, name, value, before


def _changed(given: Mapping[str, Any], usual: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Dotted name, value and default of what differs."""
    for name, value in given.items():
        before = usual.get(name)
        if isinstance(value, dict) and isinstance(before, dict):
            yield from ((f"{name}.{inner}", *rest) for inner, *rest in _changed(value, before))
        elif value != before:
            yield name, value, before
