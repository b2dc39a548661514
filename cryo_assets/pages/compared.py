"""Two entries, or two versions of one, side by side: what was set differently first, then numbers, maps and classes."""

from typing import Any

from cryo_assets.assets.results.classes import flows
from cryo_assets.assets.rounds.clusters import read_labels
from cryo_assets.engine.planner import Row
from cryo_assets.entries.manifest import is_entry
from cryo_assets.home import Home
from cryo_assets.lineage.compare import Comparison, compare
from cryo_assets.lineage.why import History
from cryo_assets.pages.cards import cards
from cryo_assets.pages.library import EntryView, Shown, stored
from cryo_assets.pages.words import headline, remarks
from cryo_assets.pictures.latent import class_colour
from cryo_assets.store.store import Artifact
from cryo_assets.wording import with_unit
from cryo_core.errors import SettingsError

_TOLD = (
    "particles/source",
    "particles/consensus",
    "results/classes",
    "results/local_resolution",
    "maps/source",
    "maps/fsc",
    "maps/local_fsc",
    "maps/confidence",
    "enhanced/sharpened",
    "enhanced/locscale",
)
"""Assets whose numbers are put side by side."""


class VersionView(EntryView):
    """An entry as it was with one version of an asset: what that rests on, and what rests on it."""

    def __init__(self, home: Home, root: Artifact, history: History) -> None:
        left = not is_entry(home.inbox, root.entry)  # a variant that is gone; its original is still there
        super().__init__(home, root.recipe.partition if left else root.entry)
        nodes = history.ask(root.version).nodes()
        self._then = {node.artifact.recipe.asset: node.artifact for node in nodes if not node.pruned}
        self.root = root

    def _look(self, row: Row) -> Shown:
        made = self._then.get(row.asset) or self._resting(row.asset)
        return Shown(row, made if made and made.has_its_files() else None, True)

    def _resting(self, key: str) -> Artifact | None:
        """The newest version of an asset that was made of these versions and no others."""
        for made in reversed(self.store.versions(key, self.root.recipe.partition)):
            own = {name: version for name, version in made.recipe.inputs.items() if name in self.rows}
            if own and all((up := self.artifact(name)) and up.version == own[name] for name in own):
                return made
        return None


def compared(home: Home, first: str, second: str) -> dict[str, Any]:
    """Everything that a page of two sides shows; a side is NAME, or GROUP/ASSET:NAME:VERSION."""
    history = History(home)
    sides = [_side(home, text, history) for text in (first, second)]
    a, b = sides
    if a.kind != b.kind:
        raise SettingsError(
            f"{a.name} and {b.name}: one is a map, the other a data set: choose two of one kind"
        )
    both = [key for key in a.rows if a.artifact(key) and b.artifact(key)]
    if not both:
        raise SettingsError(f"{a.name} and {b.name}: there is no result that both have; run them first")
    found = {
        key: _compared(history, a, b, key) for key in {*_last(a, both), *(k for k in both if k in _TOLD)}
    }
    return {
        "sides": [_told(view) for view in sides],
        "why": _why([found[key] for key in _last(a, both)]),
        "numbers": [row for key in both if key in _TOLD for row in _numbers(key, found[key])],
        "checks": [
            [key, c.name, c.first, c.second] for key in both if key in found for c in found[key].checks
        ],
        "flow": _flow(a, b),
        "command": _command(sides),
    }


def _side(home: Home, text: str, history: History) -> EntryView:
    if ":" not in text:
        return EntryView(home, text)
    parts = text.split(":")
    if len(parts) != 3:
        raise SettingsError(f"{text[:80]!r}: should be an entry, or ASSET:ENTRY:VERSION")
    return VersionView(home, stored(home, *parts), history)


def _told(view: EntryView) -> dict[str, Any]:
    root = view.root if isinstance(view, VersionView) else None
    title = f"{view.name}, {root.recipe.asset} {root.version[:8]}" if root else view.name
    return {
        "name": view.name,
        "title": title,
        "headline": headline(view),
        "remarks": [] if root else remarks(view),
        "cards": cards(view),
    }


def _compared(history: History, a: EntryView, b: EntryView, key: str) -> Comparison:
    one, two = (history.ask(made.version) for view in (a, b) if (made := view.artifact(key)))
    return compare(one, two)


def _last(view: EntryView, keys: list[str]) -> list[str]:
    """Those of the assets that no other of them rests on: their lineage names all the others."""
    used = {name for key in keys if (made := view.artifact(key)) for name in made.recipe.inputs}
    return [key for key in keys if key not in used]


def _why(comparisons: list[Comparison]) -> list[list[str]]:
    """Asset and difference, settings before all else."""
    reasons = {
        (asset, line): None for one in comparisons for asset, lines in one.why.items() for line in lines
    }
    return [list(reason) for reason in sorted(reasons, key=lambda r: not r[1].startswith("setting "))]


def _numbers(key: str, found: Comparison) -> list[list[str]]:
    """The numbers of an asset that differ, as people write them."""
    rows = []
    for change in (c for c in found.numbers if c.first != c.second):
        (what, first), (_, second) = (
            with_unit(change.name, value) for value in (change.first, change.second)
        )
        whole = isinstance(change.first, int) and isinstance(change.second, int)
        difference = change.difference if change.difference is None or not whole else int(change.difference)
        rows.append([key, what, first, second, with_unit(change.name, difference)[1]])
    return rows


def _flow(a: EntryView, b: EntryView) -> dict[str, Any] | None:
    """Who is in which class on the one side and on the other, where both are of the same particles; else None."""
    last = [view.rounds("clusters") for view in (a, b)]
    sources = [made.recipe.files for view in (a, b) if (made := view.artifact("particles/source"))]
    if not all(last) or len(sources) < 2 or sources[0] != sources[1]:
        return None
    one, two = (rounds[max(rounds)] for rounds in last)
    if one.version == two.version or len(read_labels(one)) != len(read_labels(two)):
        return None
    rows = flows({1: {"clusters": one}, 2: {"clusters": two}}).to_dict("records")
    names = {row["from"] for row in rows} | {row["to"] for row in rows}
    table = [
        {"round": n, "class": name, "colour": class_colour(name)}
        for n in (1, 2)
        for name in names
        if name > 0
    ]
    return {"flow": rows, "table": table}


def _command(sides: list[EntryView]) -> str:
    roots = [view.root.version if isinstance(view, VersionView) else "" for view in sides]
    words = roots if all(roots) else [view.name for view in sides]
    return f"cryo compare {' '.join(words)}"
