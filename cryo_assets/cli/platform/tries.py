"""`cryo adopt-settings`: the settings that made a version, such as a try, become those of the entry's manifest."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.options import Json
from cryo_assets.cli.output import print_document
from cryo_assets.cli.platform.run import Entry, planner_of_home
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    from cryo_assets.engine.planner import EntryPlan, Planner
    from cryo_assets.store.store import Artifact


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("adopt-settings")(adopt_settings)


def adopt_settings(
    name: Entry,
    version: Annotated[
        str,
        typer.Argument(metavar="VERSION", help="A version that `cryo show N` names; its first digits do."),
    ],
    json: Json = False,
) -> None:
    """Write the settings that made a version, such as a try in the launchpad, into the manifest: it is in use then."""
    from cryo_assets.entries.edits import write_fields
    from cryo_assets.store.recipe import differences

    planner = planner_of_home()
    plan = planner.plan(name)
    artifact = _version(planner, plan, version)
    changes = _changes(planner, plan, artifact)
    if changes:
        write_fields(
            plan.entry.manifest.path, {("settings", *field): value for field, value in changes.items()}
        )
    row = planner.plan(name).row(artifact.recipe.asset)
    if row.recipe == artifact.recipe:
        planner.store.use(artifact.recipe, name)
        next_ = f"{row.asset} {row.version[:8]} is in use; `cryo run {name}` makes what rests on it"
    elif row.recipe:
        why = "; ".join(differences(artifact.recipe, row.recipe))
        next_ = f"the version itself is out of date ({why}); `cryo run {name}` makes it anew"
    else:
        next_ = f"the entry has no such asset any more: {row.why[0]}"
    written = {".".join(field): value for field, value in changes.items()}
    document = {
        "entry": name,
        "manifest": str(plan.entry.manifest.path),
        "settings": written if json else ", ".join(f"{k} {v}" for k, v in written.items()) or "as they were",
        "next": next_,
    }
    print_document(document, json)


def _version(planner: "Planner", plan: "EntryPlan", beginning: str) -> "Artifact":
    """The version of an entry that begins so; SettingsError names what there is."""
    from cryo_assets.lineage.why import History

    artifact = History(planner.home).ask(beginning).root.artifact
    places = {plan.name, getattr(plan.entry.manifest, "variant_of", None)}
    if artifact.entry not in places:
        raise SettingsError(
            f"{beginning}: is {artifact.recipe.asset} of {artifact.entry}, not of {plan.name}"
        )
    return artifact


def _changes(planner: "Planner", plan: "EntryPlan", artifact: "Artifact") -> dict[tuple[str, ...], Any]:
    """By group, asset and setting, what made a version and all that it rests on, where the manifest says otherwise."""
    changes: dict[tuple[str, ...], Any] = {}
    queue, seen = [artifact], set[str]()
    while queue:
        made = queue.pop()
        recipe = made.recipe
        if made.version in seen or recipe.partition != artifact.recipe.partition:
            continue
        seen.add(made.version)
        queue += [above for above in planner.store.inputs(recipe).values() if above]
        step = planner.steps.get(recipe.asset)
        if step is None:
            raise SettingsError(f"{made.version[:8]}: {recipe.asset} is no asset of this version of the code")
        now = planner.settings(step, plan.entry.manifest, {})
        gone = [name for name in recipe.settings if name not in now]
        if gone:
            raise SettingsError(f"{made.version[:8]}: {recipe.asset} has no setting {gone[0]} any more")
        for setting, value in recipe.settings.items():
            if value != now[setting]:
                changes[(*recipe.asset.split("/"), setting)] = value
    return changes
