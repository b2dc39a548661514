"""`cryo add` and `cryo add-map`: put an entry into the inbox, after a look at its files."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
import yaml

from cryo_assets.cli import options
from cryo_assets.cli.output import print_document, print_json, print_note
from cryo_assets.cli.platform.added import added
from cryo_assets.cli.platform.looks import checked_symmetry, existing, folder
from cryo_assets.entries.manifest import Dataset, read_manifest
from cryo_assets.entries.settings import EVERY_ROUND
from cryo_assets.home import Home
from cryo_core.errors import SettingsError

Name = Annotated[
    str | None, typer.Option("--name", help="Name of the entry; the file's own name where not given.")
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        help="A setting of an asset: particles.stack.box=96, round_*.clusters.method=kmeans. May be repeated.",
    ),
]
Replace = Annotated[bool, typer.Option("--replace", help="Replace the entry of this name.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("add")(options.spread(add))
    app.command("add-map")(add_map)


def add(
    metadata: Annotated[
        Path | None,
        typer.Argument(metavar="META", help=".star, .cs, .par, cryoDRGN's poses.pkl, or a plain .mrcs."),
    ] = None,
    name: Name = None,
    variant_of: Annotated[
        str | None, typer.Option(help="Instead of META: an entry whose particles get other settings (--set).")
    ] = None,
    table: options.Table = options.UNSAID,
    image_root: Annotated[
        list[Path] | None,
        typer.Option(help="A further folder that image paths may lead into. May be repeated."),
    ] = None,
    consensus_map: Annotated[
        Path | None, typer.Option("--map", help="A consensus map, to compare ours with.")
    ] = None,
    contrast: options.ImageContrast = None,
    poses_aligned_to: Annotated[
        str | None,
        typer.Option(
            metavar="Å|unknown",
            help="How fine the file's poses were aligned to one map of all images; left out for gold-standard halves "
            "that the file holds.",
        ),
    ] = None,
    symmetry: Annotated[str, typer.Option(help="Point group: C1, C4, D2, O, I …")] = "C1",
    set_: Set = None,
    replace: Replace = False,
    json: options.Json = False,
) -> None:
    """Add a particle set: read its metadata and images' headers, and write inbox/NAME/dataset.yaml."""
    if (metadata is None) == (variant_of is None):
        raise SettingsError("META, --variant-of: give one of them")
    if metadata is None:
        _add_variant(variant_of or "", name, _nested(set_ or []), replace, json)
        return
    fields = {
        "particles": existing(metadata),
        **_said_of(table),
        "image_roots": [folder("--image-root", root) for root in image_root or []],
        "contrast": contrast and contrast.value,
        "poses_aligned_to_angstrom": _aligned_to(poses_aligned_to),
        "symmetry": checked_symmetry(symmetry),
        "consensus_map": consensus_map and existing(consensus_map),
        "settings": _nested(set_ or []),
    }
    _report(added(Home.from_environment(), "datasets", name or metadata.stem, fields, replace), json)


def _said_of(table: options.Table) -> dict[str, Any]:
    """Fields of a manifest that complete a table; an error if a file or folder is not there."""
    return {
        "stack": table.stack and existing(table.stack),
        "ctf": table.ctf and existing(table.ctf),
        "selection": table.ind and existing(table.ind),
        "passthrough": [existing(path) for path in table.passthrough or []],
        "stack_dir": table.stack_dir and folder("--stack-dir", table.stack_dir),
        "pixel_angstrom": table.pixel_size,
        "voltage_kilovolt": table.voltage,
        "spherical_aberration_mm": table.cs,
        "amplitude_contrast": table.amplitude_contrast,
    }


def _aligned_to(said: str | None) -> float | str | None:
    """What was said of the poses' alignment, as a manifest has it; the manifest's check refuses what is neither."""
    try:
        return None if said is None else float(said)
    except ValueError:
        return said


def _add_variant(of: str, name: str | None, settings: dict[str, Any], replace: bool, json: bool) -> None:
    """Write an entry of the same particles as another's; its files are named in full, its settings merged."""
    kind, original = read_manifest(Home.from_environment().inbox, of)
    if not isinstance(original, Dataset):
        raise SettingsError(f"--variant-of {of}: {kind} have no particles")
    if name is None or not settings:
        raise SettingsError(f"--variant-of {of}: give the variant a --name and what it changes (--set)")
    fields = yaml.safe_load(original.path.read_text(encoding="utf-8"))
    merged = {group: dict(assets) for group, assets in original.settings.items()}
    for group, assets in sorted(settings.items()):  # all rounds first: single ones win
        for asset, changed in assets.items():
            if group == EVERY_ROUND:  # what single rounds have of it would win
                for of_round in (assets for name, assets in merged.items() if name.startswith("round_")):
                    of_round[asset] = {k: v for k, v in of_round.get(asset, {}).items() if k not in changed}
            merged.setdefault(group, {})[asset] = {**merged.get(group, {}).get(asset, {}), **changed}
    whole = fields | {"variant_of": original.variant_of or of, "settings": merged}
    whole.pop("name", None)
    made = added(Home.from_environment(), "datasets", name, _resolved(whole, original), replace)
    _report(made | {"missing": []}, json)


def _resolved(fields: dict[str, Any], original: Dataset) -> dict[str, Any]:
    """Name every file of a manifest in full, as it leaves its folder."""

    def full(value: Any) -> Any:
        if isinstance(value, list):
            return [full(one) for one in value]
        return str(original.resolve(Path(value)))

    paths = (
        "particles",
        "stack",
        "ctf",
        "selection",
        "passthrough",
        "stack_dir",
        "image_roots",
        "consensus_map",
    )
    changed = {name: full(fields[name]) for name in paths if fields.get(name)}
    folder = str(original.path.parent.resolve())
    changed["image_roots"] = sorted({*changed.get("image_roots", []), folder})
    if fields.get("truth"):
        truth = fields["truth"]
        files = ("maps", "labels", "poses", "map", "model")
        changed["truth"] = truth | {name: full(truth[name]) for name in files if truth.get(name)}
    return fields | changed


def add_map(
    map_: Annotated[Path, typer.Argument(metavar="MAP", help="The map: .mrc, .map, .ccp4.")],
    name: Name = None,
    half1: Annotated[Path | None, typer.Option(help="First half map.")] = None,
    half2: Annotated[Path | None, typer.Option(help="Second half map.")] = None,
    model: Annotated[Path | None, typer.Option(help="Atomic model in the map's frame: PDB or mmCIF.")] = None,
    resolution: Annotated[float | None, typer.Option(min=0.1, help="Global resolution, Å.")] = None,
    voxel_size: options.VoxelSize = None,
    set_: Set = None,
    replace: Replace = False,
    json: options.Json = False,
) -> None:
    """Add a map: read it, and write inbox/NAME/map.yaml."""
    files = {"map": map_, "half1": half1, "half2": half2, "model": model}
    fields: dict[str, Any] = {field: path and existing(path) for field, path in files.items()}
    fields |= {
        "resolution_angstrom": resolution,
        "voxel_angstrom": voxel_size,
        "settings": _nested(set_ or []),
    }
    _report(added(Home.from_environment(), "maps", name or _stem(map_), fields, replace), json)


def _stem(path: Path) -> str:
    return path.name.removesuffix(".gz").removesuffix(".bz2").rsplit(".", 1)[0]


def _nested(assignments: list[str]) -> dict[str, Any]:
    """Nested settings of a manifest from group.asset.setting=value; values are read as YAML."""
    nested: dict[str, Any] = {}
    for assignment in assignments:
        path, equals, value = assignment.partition("=")
        parts = path.split(".")
        if not equals or len(parts) != 3 or not all(parts):
            raise SettingsError(
                f"--set {assignment}: should be group.asset.setting=value, as particles.stack.box=96"
            )
        nested.setdefault(parts[0], {}).setdefault(parts[1], {})[parts[2]] = yaml.safe_load(value)
    return nested


def _report(made: dict[str, Any], json: bool) -> None:
    if json:
        print_json(made)
        return
    document = {
        name: value for name, value in made.items() if name not in ("name", "kind", "missing", "manifest")
    }
    document["manifest"] = made["manifest"]
    print_document(document, json, title=f"{made['name']} is in the inbox; next: {_next(made)}")
    for line in made["missing"]:
        print_note(f"missing: {line}")


def _next(made: Mapping[str, Any]) -> str:
    """What to do next with a new entry: run it, if nothing that it needs is missing."""
    name = made["name"]
    if "contrast" in made and made["contrast"] is None:
        return f"say its contrast: `contrast: dark` (raw images) or `contrast: white`, in {made['manifest']}"
    poses = made.get("has_poses", True)
    return f"cryo run {name}" if poses else f"cryo run {name} --to posefree/walk"
