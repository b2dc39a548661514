"""`cryo adopt`: poses found from images alone become those of a data set, which the rounds start from."""

import os
import shutil
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.output import Json, print_json, print_table, shown
from cryo_core.errors import SettingsError, StoreError

if TYPE_CHECKING:
    from cryo_assets.entries.manifest import Dataset
    from cryo_core.data import Particles


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("adopt")(adopt)


def adopt(
    name: Annotated[str, typer.Argument(metavar="N", help="A data set whose poses posefree/model found.")],
    new: Annotated[str | None, typer.Option("--name", help="Name of the new data set (N-posed).")] = None,
    other_hand: Annotated[bool, typer.Option("--other-hand", help="Take the mirrored map's poses.")] = False,
    json: Json = False,
) -> None:
    """Make a data set of N's images at the poses that were found without a reference; rounds start from it."""
    from cryo_assets.assets.catalogue import STEPS
    from cryo_assets.engine.planner import Planner
    from cryo_assets.entries.manifest import Dataset, read_manifest
    from cryo_assets.entries.table import read_stored
    from cryo_assets.home import Home, checked_name
    from cryo_core.formats.particles import write_particles

    planner = Planner(Home.from_environment(), STEPS)
    kind, manifest = read_manifest(planner.home.inbox, name)
    if not isinstance(manifest, Dataset):
        raise SettingsError(f"{manifest.path}: {kind} have no particles")
    target = planner.home.inbox / checked_name(new or f"{name}-posed")
    if target.exists():
        raise SettingsError(f"{target}: an entry of this name exists; --name gives another")
    artifact = planner.store.newest("posefree/model", name)
    if artifact is None:
        raise StoreError(
            f"{name}: no poses were found yet; `cryo run {name} --to posefree/walk` looks for them"
        )
    table = artifact.path("particles_other_hand.star" if other_hand else "particles.star")
    particles = read_stored(table)
    aside = planner.home.work / f"adopt-{uuid.uuid4().hex}" / target.name
    aside.mkdir(parents=True)
    try:
        write_particles(aside / "particles.star", particles)
        (aside / "dataset.yaml").write_text(_manifest_text(manifest, particles, artifact.version))
        Dataset.read(aside / "dataset.yaml")
        os.rename(aside, target)
    finally:
        shutil.rmtree(aside.parent, ignore_errors=True)
    document = {
        "name": target.name,
        "manifest": str(target / "dataset.yaml"),
        "particles": len(particles),
        "version": artifact.version,
        "hand": "other" if other_hand else "as found",
    }
    if json:
        print_json(document)
        return
    rows = [(field, shown(value)) for field, value in document.items()]
    print_table(
        ("field", "value"), rows, title=f"{target.name} is in the inbox; next: cryo run {target.name}"
    )


def _manifest_text(manifest: "Dataset", particles: "Particles", version: str) -> str:
    """Give the new manifest: what the old one said that still holds."""
    import yaml

    truth = manifest.truth.model_dump(mode="json", exclude_none=True) if manifest.truth else {}
    for field in ("labels", "poses"):
        if field in truth:
            truth[field] = str(manifest.resolve(Path(truth[field])))
    truth |= {"maps": [str(manifest.resolve(Path(path))) for path in truth["maps"]]} if truth else {}
    fields: dict[str, Any] = {
        "particles": "particles.star",
        "image_roots": sorted({str(stack.parent) for stack in particles.stacks}),
        "contrast": manifest.contrast,
        "symmetry": manifest.symmetry,
        "mass_kilodalton": manifest.mass_kilodalton,
        "consensus_map": manifest.consensus_map and str(manifest.resolve(manifest.consensus_map)),
        "settings": {group: s for group, s in manifest.settings.items() if group != "posefree"},
        "truth": truth,
        "rounds": manifest.rounds,
    }
    given = {name: value for name, value in fields.items() if value not in (None, [], {})}
    head = f"# Made by `cryo adopt` of {manifest.name}: poses of posefree/model {version}.\n"
    return head + yaml.safe_dump(given, sort_keys=False)
