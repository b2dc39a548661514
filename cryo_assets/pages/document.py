"""The page of an entry as one document, and the list of all entries."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.assets.particles.source import LEFT_OUT
from cryo_assets.assets.results.classes import flows
from cryo_assets.engine.mlflow_runs import run_url
from cryo_assets.engine.overview import Overview
from cryo_assets.engine.planner import Planner, Row
from cryo_assets.entries.independence import titled
from cryo_assets.entries.table import read_stored
from cryo_assets.home import Home
from cryo_assets.pages.cards import cards
from cryo_assets.pages.library import EntryView, address, changed_settings
from cryo_assets.pages.runs import state
from cryo_assets.pages.words import check_words, counted, headline, remarks
from cryo_assets.pictures.latent import class_colour
from cryo_assets.store.class_results import read_classes
from cryo_assets.store.recipe import differences
from cryo_assets.store.store import Artifact
from cryo_assets.wording import in_words
from cryo_core.errors import CryoError
from cryo_core.validation.orientations import UNEVEN_SCF, orientation_histogram
from cryo_core.validation.report import UNEVEN_CFAR

_KINDS = {"datasets": "data set", "maps": "map"}

_MOST_LEFT_OUT = 500
"""Rows of images left out that a page lists; the file has them all."""


def page(view: EntryView) -> dict[str, Any]:
    """Everything that the page of an entry shows but the numbers of its maps."""
    clusters = view.rounds("clusters")
    return {
        "name": view.name,
        "kind": _KINDS.get(view.kind, view.kind),
        "headline": headline(view),
        "remarks": remarks(view),
        "state": state(view),
        "cards": cards(view),
        "explorer": sorted(set(view.rounds("embedding")) & set(view.rounds("latents"))),
        "latent": _latent(view),
        "orientations": _orientations(view),
        "pictures": list(_pictures(view)),
        "rounds": _rounds(view, clusters),
        "checks": list(_checks(view)),
        "settings": [list(row) for row in changed_settings(view)],
        "made": [_made(view, key) for key, shown in view.everything if shown.artifact],
        "versions": list(_versions(view)),
        "left_out": _left_out(view),
        "export": bool(view.artifact("results/export")),
        "commands": _commands(view),
    }


def _latent(view: EntryView) -> dict[str, Any] | None:
    """What the newest round's latent space is: dimensions, and what was said of its classes."""
    latents, clusters = view.rounds("latents"), view.rounds("clusters")
    if not latents:
        return None
    number = max(latents)
    words = str(clusters[number].numbers.get("verdict", "")) if number in clusters else ""
    model = view.artifact(f"round_{number:02d}/model")
    return {
        "round": number,
        "dimensions": latents[number].numbers["latents"],
        "verdict": words,
        "model": str(model.numbers.get("verdict", "")) if model else "",
    }


def _orientations(view: EntryView) -> dict[str, Any] | None:
    """Views counted by direction, and how even they are; None where there are no poses."""
    source, consensus = view.artifact("particles/source"), view.artifact("particles/consensus")
    refined = view.rounds("latents")
    table = refined[max(refined)] if refined else source
    if source is None or table is None or not (refined or source.numbers["has_poses"]):
        return None
    numbers = consensus.numbers if consensus else {}
    cfar, scf = numbers.get("cfar"), numbers.get("scf_star")
    words = "How many images were taken from which direction; an even set has one tone."
    if cfar is not None and scf is not None:
        trouble = cfar < UNEVEN_CFAR or scf < UNEVEN_SCF
        words += f" cFAR {cfar:.2f}, SCF* {scf:.2f}: " + (
            "views are missing." if trouble else "no views are missing."
        )
    return {"counts": _view_counts(str(table.path("particles.star"))), "words": words}


@lru_cache(maxsize=32)
def _view_counts(table: str) -> list[list[int]]:
    return orientation_histogram(read_stored(Path(table)).poses.rotation).tolist()


_SHOWN = (
    "particles/source",
    "particles/consensus",
    "results/classes",
    "results/local_resolution",
    "maps/source",
    "maps/fsc",
    "maps/local_fsc",
    "enhanced/local_resolution",
    "enhanced/report",
)


def _pictures(view: EntryView) -> Iterator[dict[str, Any]]:
    """The pictures that the assets drew, those of the last round among them."""
    rounds = view.rounds("latents")
    of_round = (
        [f"round_{max(rounds):02d}/{name}" for name in ("latents", "model", "clusters")] if rounds else []
    )
    for key in (*_SHOWN, *of_round):
        artifact = view.artifact(key)
        if artifact is None:
            continue
        for title, name in artifact.pictures.items():
            shown = titled(title[:1].upper() + title[1:], view.limit)
            yield {"asset": key, "title": shown, "url": address(artifact, name)}


def _rounds(view: EntryView, clusters: dict[int, Artifact]) -> dict[str, Any] | None:
    """Classes of each round, and who went where from one to the next."""
    if not clusters:
        return None
    judged = view.rounds("fsc")
    flow = flows({number: {"clusters": made} for number, made in sorted(clusters.items())})
    table = []
    for number, made in sorted(clusters.items()):
        rows = {row.name: row for row in read_classes(judged[number])} if number in judged else {}
        for row in read_classes(made):
            found = rows.get(row.name, row)
            table.append(
                {
                    "round": number,
                    "class": row.name,
                    "colour": class_colour(row.name),
                    "particles": row.particles,
                    "resolution": found.resolution_angstrom,
                    "plain": found.plain_angstrom,
                    "guard": found.guard or "",
                }
            )
    stops = {number: made.numbers.get("stop") or "" for number, made in judged.items()}
    return {"table": table, "flow": flow.to_dict("records"), "stops": stops}


def _checks(view: EntryView) -> Iterator[dict[str, Any]]:
    for key, shown in view.everything:
        for check in shown.artifact.checks if shown.artifact else ():
            yield {
                "asset": key,
                "question": check_words(check.name),
                "passed": check.passed,
                "detail": check.detail,
                "blocking": check.blocking,
            }


def _made(view: EntryView, key: str) -> dict[str, Any]:
    """Who made an asset, when and where, and its files."""
    shown = view.shown(key)
    artifact = shown.artifact
    assert artifact is not None
    made = artifact.made
    return {
        "asset": key,
        "about": STEPS[key].description,
        "lineage": f"/lineage/{artifact.recipe.asset}/{artifact.recipe.partition}/{artifact.version}.svg",
        "version": artifact.version,
        "current": shown.current,
        "why": list(shown.row.why),
        "created": made.created,
        "user": made.user,
        "host": made.host,
        "device": made.device,
        "seconds": made.seconds,
        "software": made.software,
        "mlflow": run_url(view.home, made.mlflow_run_id),
        "folder": str(artifact.folder),
        "files": [
            [name, file.bytes, address(artifact, name)] for name, file in sorted(artifact.files.items())
        ],
    }


def _versions(view: EntryView) -> Iterator[dict[str, Any]]:
    """Assets of which the store has more than one version, with what differs from one to the next."""
    for key, shown in view.everything:
        if shown.artifact is None:
            continue
        there = view.store.versions(key, shown.artifact.recipe.partition)
        versions = [v for v in there if v.entry == view.name or v.version == shown.artifact.version]
        for before, now in zip(versions, versions[1:], strict=False):
            used = now.version == shown.artifact.version
            tried = ["a try, not in use"] if now.made.tried and not used else []
            yield {
                "asset": key,
                "place": now.recipe.partition,
                "version": now.version,
                "created": now.made.created,
                "user": now.made.user,
                "in_use": used,
                "before": before.version,
                "differs": tried + differences(before.recipe, now.recipe),
                "headline": [_headline_number(before), _headline_number(now)],
            }


def _headline_number(artifact: Artifact) -> str:
    return in_words(artifact.headline, artifact.numbers.get(artifact.headline))


def _left_out(view: EntryView) -> dict[str, Any] | None:
    """Images that were left out of everything, with the reason of each."""
    source = view.artifact("particles/source")
    if source is None or LEFT_OUT not in source.files or not source.numbers.get("left_out"):
        return None
    table = pd.read_csv(source.path(LEFT_OUT))
    rows = table.head(_MOST_LEFT_OUT).astype(object).where(table.head(_MOST_LEFT_OUT).notna(), "")
    return {
        "count": len(table),
        "columns": [str(column) for column in table],
        "rows": rows.to_numpy().tolist(),
        "file": address(source, LEFT_OUT),
    }


def _commands(view: EntryView) -> list[list[str]]:
    """Commands that do what the page shows."""
    said = [
        [f"cryo show {view.name}", "every result with its numbers"],
        [f"cryo plan {view.name}", "what would run"],
    ]
    if view.artifact("results/classes"):
        said.append([f"cryo path {view.name} results/export", "the folder for other programs"])
        said.append([f"cryo why {view.name} results/classes", "where the classes came from"])
    return said


def listing(home: Home) -> dict[str, Any]:
    """Every entry: kind, state, headline, owner, size and when its last result was made."""
    overview = Overview(Planner(home, STEPS))
    sizes: dict[str, int] = {}
    newest: dict[str, str] = {}
    for entry in overview.index.entries():
        if not entry.pruned:
            sizes[entry.partition] = sizes.get(entry.partition, 0) + entry.bytes
            newest[entry.partition] = max(newest.get(entry.partition, ""), entry.created)
    rows = [
        {
            "name": name,
            "bytes": sizes.get(name, 0),
            "made": newest.get(name),
            **_listed(overview.planner, name, rows, newest),
        }
        for name, rows in overview.plans()
    ]
    return {"home": str(home.root), "entries": rows}


def _listed(
    planner: Planner, name: str, rows: list[Row] | CryoError, made: Collection[str]
) -> dict[str, Any]:
    """What the list says of an entry; `made` are the entries of which the store has anything."""
    unread = {"kind": "", "state": "cannot be read", "owner": "", "ok": False}
    if isinstance(rows, CryoError):
        return unread | {"headline": str(rows)}
    try:
        view = EntryView(planner.home, name, rows, planner)  # one for all: each new one asks the databases
        there = name in made or getattr(view.manifest, "variant_of", None) in made
        return {
            "kind": _KINDS.get(view.kind, view.kind),
            "state": _state_words(state(view)),
            "headline": headline(view) if there else "Nothing was made yet",
            "owner": (_maker(view) if there else "") or _owner(view.manifest.path),
            "ok": True,
        }
    except CryoError as error:
        return unread | {"headline": str(error)}


def _state_words(now: dict[str, Any]) -> str:
    if now["running"]:
        return f"runs: {now['running']['asset']}, step {now['running']['step']} of {now['of']}"
    due = now["of"] - now["done"]
    return f"{counted(due, 'result')} to make" if due else "up to date"


def _maker(view: EntryView) -> str:
    """Who made the first of an entry's results that there is."""
    return next((made.made.user for key in view.rows if (made := view.artifact(key))), "")


def _owner(path: Path) -> str:
    """Whose file it is; "" where the machine has no name for that."""
    try:
        return path.owner()
    except (KeyError, OSError):
        return ""
