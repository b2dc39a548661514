"""`cryo models`: versions of trained models, their scores, who uses them; and which one is the champion."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.options import Json
from cryo_assets.cli.output import print_document, print_json, print_note, print_table
from cryo_assets.cli.platform.run import planner_of_home
from cryo_assets.entries.manifest import TRAINING
from cryo_assets.home import nearest
from cryo_assets.wording import local_time
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    from cryo_assets.engine.planner import Planner
    from cryo_assets.engine.step import Step
    from cryo_assets.store.store import Artifact


class Deed(StrEnum):
    """What is done about trained models."""

    list = "list"
    promote = "promote"
    roll_back = "roll-back"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("models")(models)


def models(
    deed: Annotated[
        Deed,
        typer.Argument(
            metavar="[list|promote|roll-back]",
            help="List versions; make one the champion; or the champion before.",
        ),
    ] = Deed.list,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="resolution, profiles, superres …")
    ] = None,
    version: Annotated[
        str | None,
        typer.Argument(
            metavar="[VERSION]", help="A version of the store, by its first digits, or MLflow's number."
        ),
    ] = None,
    json: Json = False,
) -> None:
    """List trained models with scores and who uses them; move the champion, which all entries compute with."""
    planner = planner_of_home()
    if deed is Deed.list:
        _list(planner, name, json)
        return
    from cryo_assets.engine import champions

    step = _step(planner, name)
    if deed is Deed.promote:
        artifact = _version(planner, step, version)
        champions.promote_by_hand(planner.home, planner.store, step, artifact)
    elif version:
        raise SettingsError(
            "roll-back takes no VERSION: it goes to the champion before; `cryo models promote` chooses"
        )
    else:
        artifact = champions.roll_back(planner.home, planner.store, step)
    document = {
        "model": step.key,
        "champion": artifact.version,
        artifact.headline: artifact.numbers.get(artifact.headline),
        "next": "`cryo plan` says what is out of date now",
    }
    print_document(document, json)


def _step(planner: "Planner", name: str | None) -> "Step":
    """The step of a trained model that has a champion, by its name; SettingsError names those there are."""
    there = {key.partition("/")[2]: step for key, step in planner.steps.items() if step.champion}
    if name not in there:
        said = f"model {name!r}: has no champion" if name else "NAME is missing"
        raise SettingsError(f"{said}{nearest(name or '', there) or '; there are: ' + ', '.join(there)}")
    return there[name]


def _version(planner: "Planner", step: "Step", given: str | None) -> "Artifact":
    """The version that begins so, or has that number in MLflow; SettingsError names what there is."""
    from cryo_assets.engine.mlflow_models import registered

    versions = planner.store.versions(step.key, TRAINING)
    numbers = {str(one.number): one.version for one in registered(planner.home) if one.asset == step.key}
    wanted = numbers.get(given or "", given or "?")
    found = [artifact for artifact in versions if artifact.version.startswith(wanted)]
    if len(found) != 1:
        there = (
            ", ".join(artifact.version[:8] for artifact in versions) or "none; `cryo run training` makes one"
        )
        what = f"{given}: {len(found)} versions of {step.key} begin so" if given else "VERSION is missing"
        raise SettingsError(f"{what}; there are: {there}")
    return found[0]


def _list(planner: "Planner", name: str | None, json: bool) -> None:
    rows = [row for row in _rows(planner) if name in (None, row["name"])]
    if name is not None and not rows:
        raise SettingsError(f"model {name!r}: no version is there; `cryo models` lists all")
    if json:
        print_json(rows)
        return
    shown = [
        (
            row["name"],
            row["number"],
            row["version"][:8],
            "champion"
            if row["champion"]
            else "try"
            if row["tried"]
            else ""
            if row["passed"]
            else "failed its gate",
            f"{row['score']:.4g}" if isinstance(row["score"], float) else row["score"],
            row["scored_by"],
            _short(row["judged_on"]),
            _short(", ".join(row["used_by"])),
            local_time(row["made"]),
        )
        for row in rows
    ]
    print_table(
        ("model", "MLflow", "version", "is", "score", "scored by", "judged on", "used by", "made"), shown
    )
    if not rows:
        print_note(
            "No model was trained in this home yet; entries use the packaged ones. `cryo run training` trains."
        )


_SHOWN = 80


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]} …"


def _rows(planner: "Planner") -> list[dict[str, Any]]:
    """Each version of each trained model in the store, oldest first, with the entries whose results rest on it."""
    from cryo_assets.engine.mlflow_models import registered
    from cryo_assets.store.champion import champion

    numbers = {(one.name, one.version): one.number for one in registered(planner.home)}
    trained: list[Artifact] = []
    users: dict[str, set[str]] = {}
    for artifact in planner.store.all():
        for above in artifact.recipe.inputs.values():
            users.setdefault(above, set()).add(artifact.entry)
        step = planner.steps.get(artifact.recipe.asset)
        if step and step.registers(artifact):
            trained.append(artifact)
    rows = []
    for artifact in sorted(trained, key=lambda a: (a.recipe.asset, a.made.created)):
        step = planner.steps[artifact.recipe.asset]
        now = champion(planner.store, step.key, artifact.recipe.partition) if step.champion else None
        first, *more = step.registers(artifact)
        rows.append(
            {
                "name": first.name,
                "also": [model.name for model in more],
                "asset": step.key,
                "version": artifact.version,
                "number": numbers.get((first.name, artifact.version)),
                "champion": bool(now and now.version == artifact.version),
                "passed": artifact.passed(),
                "tried": artifact.made.tried,
                "score": artifact.numbers.get(artifact.headline),
                "scored_by": artifact.headline,
                "judged_on": str(artifact.numbers.get("judged_on", "its own images")),
                "used_by": sorted(users.get(artifact.version, set()) - {artifact.recipe.partition}),
                "made": artifact.made.created,
            }
        )
    return rows
