"""Commands that look after entries: list them, take one out, and say what can be set."""

import shutil
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from cryo_assets.cli.options import Json, Yes
from cryo_assets.cli.output import print_document, print_error, print_json, print_note, print_table
from cryo_assets.cli.platform.run import Entry, planner_of_home
from cryo_assets.entries.manifest import MANIFESTS, TRAINING, entries, read_manifest
from cryo_assets.home import Home, nearest
from cryo_assets.store.index import index_of
from cryo_assets.wording import local_time
from cryo_core.errors import CryoError, SettingsError, StoreError


class Share(StrEnum):
    """Among what the store's bytes are shared."""

    entry = "entry"
    asset = "asset"
    user = "user"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("list")(list_)
    app.command("rm")(rm)
    app.command("settings")(settings)
    app.command("du")(du)


def confirm(question: str, yes: bool) -> None:
    """Ask before something is removed; SettingsError where the answer is no, or nobody answers."""
    if yes:
        return
    try:
        agreed = typer.confirm(question, err=True)
    except (typer.Abort, OSError) as error:
        typer.echo(err=True)  # the question has no end of line
        raise SettingsError("nothing was removed: --yes removes without asking") from error
    if not agreed:
        raise SettingsError("nothing was removed")


def list_(json: Json = False) -> int:
    """List the entries: kind, what they hold, how many results there are, and when the last was made ("new: run?")."""
    home = Home.from_environment()
    by_entry: dict[str, list[_Made]] = {}
    for one in _stored():
        by_entry.setdefault(one.entry, []).append(one)
    rows, faults = [], {}
    for kind, name in entries(home.inbox):
        made = by_entry.get(name, [])
        row: dict[str, Any] = {"entry": name, "kind": kind, "results": len({a.asset for a in made})}
        try:
            row |= _said(kind, read_manifest(home.inbox, name)[1])
        except CryoError as error:
            faults[name] = str(error)
        if not made:
            row["state"] = "new: run?"
        row["bytes"] = sum(a.bytes for a in made)
        row["last_made"] = max((a.created for a in made), default=None)
        rows.append(row)
    if json:
        print_json({"home": home.root, "entries": rows, "errors": faults})
    elif rows:
        shown = [
            (
                r["entry"],
                r["kind"],
                r.get("of", ""),
                r["results"],
                _megabytes(r["bytes"]),
                r.get("state") or local_time(r["last_made"]),
            )
            for r in rows
        ]
        print_table(("entry", "kind", "of", "results", "MB", "last made"), shown, str(home.root))
    else:
        print_note(
            f"No entry in {home.root}: `cryo add` and `cryo add-map` make them, `cryo demo` an example."
        )
    for name, fault in faults.items():
        print_error(f"{name}: {fault}")
    return 2 if faults else 0


class _Made(NamedTuple):
    """A version in the store: of which entry and asset, who made it, how large it is, and when it was made."""

    entry: str
    asset: str
    user: str
    bytes: int
    created: str


def _stored() -> list[_Made]:
    """What the store has, as its index knows it: years of results are not read one by one."""
    planner = planner_of_home()
    try:
        known = index_of(planner.store, planner.home.cache).entries()
    except StoreError:  # of a home that cannot be written: its index cannot be brought up to date
        return [
            _Made(a.entry, a.recipe.asset, a.made.user, a.bytes, a.made.created) for a in planner.store.all()
        ]
    return [_Made(e.entry, e.asset, e.user, e.bytes, e.created) for e in known if not e.pruned]


def _said(kind: str, manifest: Any) -> dict[str, Any]:
    """What an entry is of, as its manifest says it."""
    file = {"datasets": "particles", "maps": "map"}.get(kind)
    said = str(getattr(manifest, file)) if file else ""
    of = getattr(manifest, "variant_of", None)
    return {"of": f"variant of {of}" if of else said, "rounds": getattr(manifest, "rounds", None)}


def _megabytes(count: int) -> str:
    return f"{count / 1e6:.1f}" if count else ""


def rm(name: Entry, yes: Yes = False, json: Json = False) -> None:
    """Take an entry out: its results go, their recipes stay; your own files stay where they are.

    Its manifest is kept in the home's removed/, from where it can be put back. Results that another entry rests on
    stay.
    """
    home, planner = Home.from_environment(), planner_of_home()
    kinds = [kind for kind, entry in entries(home.inbox) if entry == name]  # one with a fault can go as well
    if not kinds:
        read_manifest(home.inbox, name)  # says what there is
    if TRAINING in (*kinds, name):
        path = home.inbox / TRAINING / MANIFESTS[TRAINING]
        raise SettingsError(f"{name}: is no entry that can be taken out; remove {path} by hand")
    gone = planner.store.removable(name)
    with planner.store.leases.settled():
        held = planner.store.leases.in_hand()
    if held & {artifact.version for artifact in gone}:
        raise SettingsError(
            f"{name}: a run that is under way rests on its results; wait until it ends, or stop it"
        )
    count, size = len(gone), sum(a.bytes for a in gone)
    confirm(
        f"Take {name} out of the inbox and remove {count} versions of its results ({size / 1e6:.1f} MB)?", yes
    )
    kept = [_put_aside(home, name, kind) for kind in kinds][0]
    planner.store.remove(gone)
    planner.store.forget(name)
    document = {
        "entry": name,
        "removed": count,
        "bytes": size,
        "manifest": str(kept),
        "files_left": _left(home, name),
    }
    print_document(
        document, json, title=f"{name} is out; to put it back, copy its manifest into inbox/{name}"
    )


def _put_aside(home: Home, name: str, kind: str) -> Path:
    """Move an entry's manifest into removed/; its folder goes if nothing but what the platform wrote is left in it."""
    folder, target = home.inbox / name, home.root / "removed" / name
    target.mkdir(parents=True, exist_ok=True)
    kept = target / MANIFESTS[kind]
    shutil.move(folder / MANIFESTS[kind], kept)
    if not any(folder.iterdir()):
        folder.rmdir()
    return kept


def _left(home: Home, name: str) -> str | None:
    """The entry's folder, if files of its owner lie in it still."""
    folder = home.inbox / name
    return str(folder) if folder.is_dir() else None


def settings(
    asset: Annotated[
        str | None,
        typer.Argument(metavar="[ASSET]", help="particles/stack, or round_*/clusters; all without it."),
    ] = None,
    json: Json = False,
) -> None:
    """Say every setting of an asset, or of all: values, default, unit and meaning."""
    from cryo_assets.assets.catalogue import STEPS
    from cryo_assets.engine.explained import settings_of

    steps = {
        key.replace("round_01/", "round_*/"): step
        for key, step in STEPS.items()
        if step.round <= 1 or not key.startswith("round_")
    }
    wanted = None if asset is None else _spelled(asset)
    if wanted is not None and wanted not in steps:
        close = nearest(wanted, steps) or f"; there are: {', '.join(steps)}"
        raise SettingsError(f"asset {asset!r}: there is none of that name{close}")
    found = {
        key: [vars(setting) for setting in settings_of(step.settings)]
        for key, step in steps.items()
        if wanted in (None, key)
    }
    if json:
        print_json(found)
        return
    for key, rows in found.items():
        if rows:
            lines = [
                (r["name"], r["kind"].replace("\\", ""), r["default"].strip("`"), r["unit"], r["meaning"])
                for r in rows
            ]
            print_table(("setting", "value", "default", "unit", "meaning"), lines, key)
        elif wanted:
            print_note(f"{key} has no settings.")
    if wanted is not None and found[wanted]:
        setting = f"{wanted.replace('/', '.')}.{found[wanted][0]['name']}"
        print_note(f"Set it with `cryo add … --set {setting}=VALUE`, or in the manifest under `settings:`.")


def du(
    by: Annotated[Share, typer.Option(help="What the store's bytes are shared among.")] = Share.entry,
    json: Json = False,
) -> None:
    """Say what takes the space of the store: by entry, by asset, or by who made it."""
    sizes: dict[str, list[int]] = {}
    for one in _stored():
        sizes.setdefault(str(getattr(one, by.value)) or "not known", []).append(one.bytes)
    rows = sorted(((name, len(found), sum(found)) for name, found in sizes.items()), key=lambda row: -row[2])
    if json:
        print_json(
            {"by": by.value, "rows": [dict(zip(("name", "versions", "bytes"), r, strict=True)) for r in rows]}
        )
        return
    shown = [(name, count, f"{size / 1e6:.1f}") for name, count, size in rows]
    print_table(
        (by.value, "versions", "MB"),
        [*shown, ("all", sum(r[1] for r in rows), _megabytes(sum(r[2] for r in rows)))],
    )


def _spelled(asset: str) -> str:
    """The key of an asset, whichever round was named."""
    group, slash, name = asset.partition("/")
    return f"round_*/{name}" if slash and group.startswith("round_") else asset
