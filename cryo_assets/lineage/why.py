"""Where a file came from: the version that made it, all that it rests on, down to the files of the archives.

A file is found by its place in the store or, when it was exported and copied elsewhere, by its digest. What
was pruned still says how it was made.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from cryo_assets.entries.independence import SOURCE, limit_in, with_remarks
from cryo_assets.entries.manifest import Dataset, read_manifest
from cryo_assets.home import Home
from cryo_assets.store.digests import sha256_of
from cryo_assets.store.index import Entry, index_of
from cryo_assets.store.recipe import input_place
from cryo_assets.store.store import MANIFEST, Artifact, Store
from cryo_assets.wording import local_time, shown
from cryo_core.errors import SettingsError, StoreError
from cryo_core.validation.independence import Limit

_VERSION = re.compile(r"[0-9a-f]{6,20}")


@dataclass(frozen=True)
class Origin:
    """Where a source file came from: the archive's entry, the address, and when."""

    accession: str
    url: str
    fetched: str


@dataclass(frozen=True)
class Node:
    """A version in a lineage: its manifest, whether its files were pruned, and what it rests on.

    `limit` is the resolution to which the halves of its entry are independent.
    """

    artifact: Artifact
    pruned: bool
    inputs: dict[str, "Node | None"]
    origins: dict[str, Origin]
    limit: Limit = None


@dataclass(frozen=True)
class Answer:
    """What is known of a file or version: how it was recognised, and its lineage."""

    recognised: str
    root: Node

    def nodes(self) -> list[Node]:
        """Every version of the lineage, each once, the root first."""
        by_version: dict[str, Node] = {}
        queue = [self.root]
        while queue:
            node = queue.pop(0)
            if node.artifact.version not in by_version:
                by_version[node.artifact.version] = node
                queue += [inner for inner in node.inputs.values() if inner]
        return list(by_version.values())


class History:
    """The history of everything in a home's store."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._store = Store(home.store, home.work)
        self.index = index_of(self._store, home.cache)
        self._nodes: dict[str, Node | None] = {}
        self._origins: dict[str, dict[str, Origin]] = {}
        self._limits: dict[str, Limit] = {}

    def ask(self, target: str) -> Answer:
        """Answer for a path, or a version (its first six digits do).

        SettingsError if nothing is known of it; the message says what was tried.
        """
        path = Path(target)
        if path.exists():
            return self._of_path(path)
        if _VERSION.fullmatch(target):
            return self._of_version(target)
        raise SettingsError(
            f"{target}: neither a file nor a version; give one of them, or an entry and an asset (cryo why NAME ASSET)"
        )

    def _of_path(self, path: Path) -> Answer:
        real = path.resolve()
        root = self._home.store.resolve()
        folder = next((p for p in (real, *real.parents) if (p / MANIFEST).is_file()), None)
        if folder is not None and (folder.is_relative_to(root) or real == folder):
            artifact = Artifact.load(folder / MANIFEST)
            recipe = artifact.recipe
            where = (
                "a file of"
                if real != folder
                else "the folder of"
                if folder.is_relative_to(root)
                else "a copy of"
            )
            return self._answer(
                f"{where} {recipe.asset} of {artifact.entry}",
                recipe.asset,
                recipe.partition,
                artifact.version,
            )
        if not real.is_file():
            raise SettingsError(f"{path}: a folder without {MANIFEST}; give a file, or a version's folder")
        digest = sha256_of(real)
        places = self.index.by_digest(digest)
        if not places:
            raise SettingsError(
                f"{path}: no version made or used a file with this content (sha256 {digest[:16]}…); "
                "a file that was edited or converted since is another file"
            )
        best = places[0]
        entry = self._entry(best.version)
        recognised = f"file {best.name} of" if best.made else f"source {best.name} of"
        more = len({f.version for f in places if f.made == best.made}) - 1
        recognised += f" {entry.asset} of {entry.entry}, by its content" + (
            f" (and of {more} other versions)" if more else ""
        )
        return self._answer(recognised, entry.asset, entry.partition, best.version)

    def _of_version(self, beginning: str) -> Answer:
        entry = self._entry(beginning)
        return self._answer(f"{entry.asset} of {entry.entry}", entry.asset, entry.partition, entry.version)

    def _entry(self, beginning: str) -> Entry:
        matches = {entry.version: entry for entry in reversed(self.index.by_version(beginning))}
        if len(matches) != 1:
            names = ", ".join(f"{e.version} ({e.asset} of {e.entry})" for e in list(matches.values())[:5])
            none = "no such version; `cryo show NAME` lists them"
            raise SettingsError(f"{beginning}: {'several versions: ' + names if matches else none}")
        return next(iter(matches.values()))

    def _answer(self, recognised: str, asset: str, partition: str, version: str) -> Answer:
        node = self._node(asset, partition, version)
        if node is None:
            raise StoreError(f"{asset} of {partition}: version {version} is no longer known")
        return Answer(recognised, node)

    def _node(self, asset: str, partition: str, version: str) -> Node | None:
        if version not in self._nodes:
            artifact = self._store.by_version(asset, partition, version)
            self._nodes[version] = self._grown(artifact) if artifact else None
        return self._nodes[version]

    def _grown(self, artifact: Artifact) -> Node:
        recipe = artifact.recipe
        inputs = {
            name: self._node(*input_place(name, recipe.partition), version)
            for name, version in recipe.inputs.items()
        }
        if recipe.asset == SOURCE:
            inputs |= self._derived(recipe.partition)
        fetched = self._fetched(recipe.partition) if recipe.files else {}
        origins = {label: fetched[digest] for label, digest in recipe.files.items() if digest in fetched}
        pruned = artifact.folder.is_relative_to(self._home.store / ".pruned")
        return Node(artifact, pruned, inputs, origins, self._limit(artifact.entry))

    def _derived(self, partition: str) -> dict[str, "Node | None"]:
        """What a data set was made of by filter, adopt or merge: versions of other data sets, by name."""
        try:
            manifest = read_manifest(self._home.inbox, partition)[1]
        except SettingsError:
            return {}
        if not isinstance(manifest, Dataset):
            return {}
        origins = [(one.dataset, SOURCE, one.version) for one in manifest.merged_from if one.version]
        if manifest.derived_from:
            one = manifest.derived_from
            origins += [(one.dataset, one.clusters, one.version), (one.dataset, SOURCE, one.source_version)]
        found: dict[str, Node | None] = {}
        for dataset, asset, version in origins:
            known = self.index.by_version(version)
            node = self._node(known[0].asset, known[0].partition, version) if known else None
            found[f"{asset} of {dataset}, that it was derived from"] = node
        return found

    def _limit(self, partition: str) -> Limit:
        """To which resolution the halves of an entry are independent; None where the entry is gone."""
        if partition not in self._limits:
            try:
                manifest = read_manifest(self._home.inbox, partition)[1]
            except SettingsError:
                return None
            self._limits[partition] = limit_in(self._store, manifest)
        return self._limits[partition]

    def _fetched(self, partition: str) -> dict[str, Origin]:
        """What is recorded beside an entry of where its files came from, by digest."""
        if partition not in self._origins:
            try:
                plain = json.loads((self._home.inbox / partition / "source.json").read_text())
                self._origins[partition] = {
                    f["sha256"]: Origin(plain["accession"], f["url"], plain["fetched"])
                    for f in plain["files"]
                }
            except (OSError, ValueError, KeyError, TypeError):
                self._origins[partition] = {}
        return self._origins[partition]


_MOST_BRANCHES = 12
"""Inputs of one version that the tree shows; the JSON has them all."""


def tree_lines(answer: Answer) -> list[str]:
    """The lineage as an indented tree for people; what was written once is named by its version after that."""
    lines, written = [answer.recognised], set[str]()
    _grow(answer.root, "", lines, written)
    return lines


def _grow(node: Node, indent: str, lines: list[str], written: set[str]) -> None:
    recipe, made = node.artifact.recipe, node.artifact.made
    again = node.artifact.version in written
    written.add(node.artifact.version)
    lines.append(
        f"{indent}{recipe.asset} of {node.artifact.entry}  {node.artifact.version}"
        + ("  (pruned)" if node.pruned else "")
        + ("  (made as a try)" if made.tried else "")
        + ("  (above)" if again else f"  code {recipe.code_version}")
    )
    if again:
        return
    inner = indent + "  "
    software = ", ".join(f"{name} {number}" for name, number in made.software.items())
    lines.append(
        f"{inner}made {local_time(made.created)} by {made.user}@{made.host}, "
        f"{made.seconds:.1f} s on {made.device}; {software}"
    )
    said = with_remarks(node.artifact.numbers, node.limit)
    numbers = {k: shown(v, k) for k, v in said.items() if v is not None}
    for title, values in (("settings", recipe.settings), ("facts", recipe.facts), ("numbers", numbers)):
        known = {name: value for name, value in values.items() if value is not None}
        if known:
            lines.append(f"{inner}{title}: " + ", ".join(f"{k} {v}" for k, v in known.items()))
    failed = [f"{check.name} ({check.detail})" for check in node.artifact.checks if not check.passed]
    if failed:
        lines.append(f"{inner}checks that failed: {'; '.join(failed)}")
    for label, digest in recipe.files.items():
        origin = node.origins.get(label)
        came = f"  from {origin.accession}, {origin.url}, {origin.fetched}" if origin else ""
        lines.append(f"{inner}file {label}  sha256 {digest}{came}")
    for number, (name, above) in enumerate(node.inputs.items()):
        if number == _MOST_BRANCHES:
            lines.append(
                f"{inner}… and {len(node.inputs) - _MOST_BRANCHES} more inputs (--json has them all)"
            )
            break
        if above:
            _grow(above, inner, lines, written)
        else:
            lines.append(f"{inner}{name} {recipe.inputs.get(name, '')}: no longer known")
