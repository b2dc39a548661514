"""Pages of the reference, made from the code whenever the documentation is built: they cannot go out of date.

MkDocs loads this file as a hook. Each function that returns a page can be called by itself, as the tests do.
"""

import enum
import inspect
import re
import typing
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from cryo_assets.engine.explained import (
    KINDS,
    UNITS,
    Setting,
    hint_of,
    meanings_of,
    settings_of,
    unit_and_meaning,
    value_of,
)

__all__ = ["KINDS", "UNITS", "Setting", "settings_of"]

ROOT = Path(__file__).resolve().parent.parent

ROOMS = (
    "data",
    "devices",
    "memory",
    "needs",
    "errors",
    "fourier",
    "geometry",
    "optics",
    "imaging",
    "formats",
    "validation",
    "reconstruction",
    "heterogeneity",
    "refinement",
    "posefree",
    "sharpening",
    "resolution",
    "superres",
    "learning",
)
"""Rooms of `cryo_core`, in the order in which they are shown."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages to the site."""
    for path, text in pages().items():
        files.append(File.generated(config, path, content=text))
    return files


def pages() -> dict[str, str]:
    """All generated pages, by path."""
    return {
        "reference/commands.md": commands_page(),
        "reference/settings.md": settings_page(),
        "reference/files.md": manifests_page(),
        "reference/assets.md": assets_page(),
        "reference/devices.md": devices_page(),
        **{f"reference/api/{room}.md": api_page(room) for room in ROOMS},
        "reference/api/platform.md": platform_page(),
    }


# Commands


def commands() -> dict[str, Any]:
    """Every command of `cryo`, by name."""
    import typer.main

    from cryo_assets.cli.app import app

    return dict(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def commands_page() -> str:
    """Every command with its arguments and options, by panel of `cryo --help`."""
    panels: dict[str, list[Any]] = {}
    for command in commands().values():
        panels.setdefault(command.rich_help_panel or "Others", []).append(command)
    lines = [
        "# Commands",
        "",
        "`cryo COMMAND --help` shows the same in the terminal; `cryo --version` prints the version. "
        "Every command takes `--debug`, which prints the "
        "trace of an error. Exit codes: 0 the work is done, 1 the work failed, 2 the input or the call is wrong.",
        "",
        "| command | what it does |",
        "| --- | --- |",
        *(
            f"| [`{c.name}`](#cryo-{c.name}) | {_cell(_first_line(c.help))} |"
            for p in panels.values()
            for c in p
        ),
    ]
    for panel, members in panels.items():
        lines += ["", f"## {panel}"]
        for command in members:
            lines += ["", *_command(command)]
    return "\n".join(lines) + "\n"


def _command(command: Any) -> Iterator[str]:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    needed = [f"{_longest(p)} {_kind(p)}" for p in options if p.required]
    usage = ["cryo", command.name, *(_metavar(p) for p in arguments), *needed, "[OPTIONS]"]
    yield f"### cryo {command.name} {{ #cryo-{command.name} }}"
    yield ""
    yield inspect.cleandoc(command.help or "").replace("\f", "")
    yield ""
    yield "```text"
    yield " ".join(usage)
    yield "```"
    yield ""
    if command.params:
        yield "| argument or option | value | default | meaning |"
        yield "| --- | --- | --- | --- |"
    for p in arguments:
        yield f"| `{_cell(_metavar(p))}` | | {'required' if p.required else ''} | {_cell(p.help or '')} |"
    for p in options:
        names = ", ".join(f"`{name}`" for name in (*p.opts, *p.secondary_opts))
        default = "required" if p.required else _default(p.default)
        several = " May be repeated." if p.multiple and "repeated" not in (p.help or "") else ""
        yield f"| {names} | {_cell(_kind(p))} | {default} | {_cell((p.help or '') + several)} |"


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _longest(parameter: Any) -> str:
    return str(max(parameter.opts, key=len))


def _kind(parameter: Any) -> str:
    if getattr(parameter, "is_flag", False):
        return ""
    annotation = parameter.type_descriptor.annotation
    inner = [a for a in typing.get_args(annotation) if a is not type(None)]
    kind = inner[0] if inner and typing.get_origin(annotation) is not Literal else annotation
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return " | ".join(str(member.value) for member in kind)
    if typing.get_origin(kind) is Literal:
        return " | ".join(map(str, typing.get_args(kind)))
    return {int: "number", float: "number", str: "text", Path: "path", bool: ""}.get(kind, "text")


def _default(value: Any) -> str:
    if value in (None, False, "", ()) or callable(value):
        return ""
    return f"`{value.value if isinstance(value, enum.Enum) else value}`"


# Settings


def steps() -> Mapping[str, Any]:
    """Every step by asset key, group by group; of the rounds the first only, whose settings all have."""
    from cryo_assets.assets.catalogue import STEPS

    groups: dict[str, dict[str, Any]] = {}
    for key, step in STEPS.items():
        if step.round <= 1 or not key.startswith("round_"):
            groups.setdefault(step.group, {})[key] = step
    return {key: step for members in groups.values() for key, step in members.items()}


def settings_page() -> str:
    """Every setting of every asset: default, unit, meaning."""
    lines = [
        "# Settings",
        "",
        "Settings of an asset stand in `dataset.yaml`, `map.yaml` or `training.yaml` under `settings:`, nested as the "
        "asset's key is; `cryo add --set group.asset.setting=value` writes them there. A setting that is part of "
        "another (`linear.shells`) is given as a mapping: `--set 'round_*.model.linear={shells: 15}'`. "
        "`round_*` stands for all rounds. In Dagster's launchpad the resource `settings` changes them for "
        "one run. *chosen* means that the data choose the value.",
    ]
    group = ""
    for key, step in steps().items():
        rows = list(settings_of(step.settings))
        shown = key.replace("round_01", "round_*")
        if not rows:
            continue
        if shown.split("/")[0] != group:
            group = shown.split("/")[0]
            lines += ["", f"## {group}"]
        lines += ["", f"### {shown}", "", _prose(step.settings), ""]
        lines += ["| setting | value | default | unit | meaning |", "| --- | --- | --- | --- | --- |"]
        lines += [f"| `{r.name}` | {r.kind} | {r.default} | {r.unit} | {_cell(r.meaning)} |" for r in rows]
    return "\n".join(lines) + "\n"


def _prose(cls: type) -> str:
    """The words of a docstring before its first section."""
    text = inspect.cleandoc(cls.__doc__ or "")
    return re.split(r"^\w[\w ]*\n-{3,}$", text, maxsplit=1, flags=re.M)[0].strip()


# Assets


def assets_page() -> str:
    """Every asset: what it is, what it is made of, its checks."""
    lines = [
        "# Assets",
        "",
        "What a step makes, from what, and which checks stop what lies below it when they fail. `round_*` "
        "stands for the ten rounds.",
    ]
    group = ""
    for key, step in steps().items():
        shown = key.replace("round_01", "round_*")
        if shown.split("/")[0] != group:
            group = shown.split("/")[0]
            lines += ["", f"## {group}"]
        above = (*step.inputs, *step.offered, *step.gathers)
        named = sorted({re.sub(r"round_\d\d", "round_*", k) for k in above})
        lines += ["", f"### {shown}", "", step.description, ""]
        lines += [f"- made for: {'one entry of all' if step.partition == 'training' else step.partition}"]
        lines += [f"- made of: {', '.join(f'`{k}`' for k in named)}"] if named else []
        lines += [f"- checks: {', '.join(f'`{c}`' for c in step.checks)}"] if step.checks else []
        lines += [f"- runs on: {'a GPU where there is one' if step.pool == 'gpu' else 'the CPU'}"]
        lines += [f"- code version: {step.code_version}"]
        if list(settings_of(step.settings)):
            lines += [f"- [settings](settings.md#{_slug(key.replace('round_01', 'round_*'))})"]
    return "\n".join(lines) + "\n"


def _slug(title: str) -> str:
    from markdown.extensions.toc import slugify

    return slugify(title, "-")


# Where things are computed

_READS = "reads, checks and writes tables and files"
_ONCE = "a few transforms, once a map: seconds"
_STATE = "the home's files and state; computes nothing"

WHY: dict[str, str] = {
    "particles/source": _READS,
    "particles/stack": "images brought to one box, background and scale, in batches",
    "particles/consensus": "reconstruction of both half sets, and their FSC",
    "posefree/model": "the search of rotations and shifts, or the network",
    "posefree/volumes": "the linear model at the poses found",
    "posefree/walk": "one layout of latent space; the maps were decoded before",
    "round_*/model": "EM of the linear model, or the VAE",
    "round_*/latents": "walks decoded by the VAE; the linear model's are sums of maps",
    "round_*/embedding": "UMAP of at most 6,000 points by its own library; on a GPU where cuML is installed",
    "round_*/clusters": "maps of the classes' centres, and HDBSCAN by cuML where it is installed; mixtures, k-means "
    "and scores on the CPU: thousands of points of a few numbers",
    "round_*/poses": "refinement and reconstruction in turn, tests of symmetry; Powell's method on the CPU: it goes "
    "image by image",
    "round_*/maps": "reconstruction of each class",
    "round_*/fsc": "FSC and the guard's verdicts, once a class: seconds",
    "states/maps": "reconstruction of the images near each point, both half sets in one pass",
    "states/density": "thousands of points of a few numbers",
    "states/separation": "thousands of points of a few numbers",
    "maps/source": _READS,
    "maps/resampled": _ONCE,
    "maps/fsc": _ONCE,
    "maps/profiles": "transforms of thousands of windows",
    "maps/confidence": f"{_ONCE}; its mask is found by connected parts",
    "maps/model_map": "density of an atomic model, once a map",
    "maps/local_fsc": "convolutions of both half maps in each band",
    "training/resolution": "simulated maps, and the powers of their bands",
    "training/profiles": "windows of models' maps, by transforms that slide (faster on a CPU than one by one)",
    "training/superres": "densities of models, once each, beside reading and writing",
    "models/resolution": "training of two networks",
    "models/profiles": "training of a network",
    "models/superres": "training of a generator and its critic",
    "enhanced/local_resolution": "both half maps' bands, or the network; its mask on the CPU, by connected parts",
    "enhanced/b_factor": "convolutions of the map, or both half maps, in each band",
    "enhanced/locscale": "windows about every voxel of the mask",
    "enhanced/sharpened": "windows about every voxel of the mask",
    "enhanced/report": "numbers and pictures of maps that are made",
    "enhanced/superres": "tiles of the map through the network, several times",
    "results/classes": _READS,
    "results/deposited": "each map is aligned with the deposited one, in both hands",
    "results/local_resolution": "both half maps' bands of each class",
    "results/sharpened": "windows about every voxel of each class",
    "results/report": _READS,
    "results/export": _READS,
    "run": "each asset as the table above says",
    "demo": "each asset as the table above says",
    "watch": "each asset as the table above says",
    "simulate": "slices of the true maps",
    "reconstruct": "insertion of images, and the solution",
    "orientations": "insertion of directions, and FSC by direction",
    "cluster": "mixtures; UMAP and HDBSCAN where cuML is installed",
    "state": "reconstruction of the images near a point, both half sets in one pass",
    "volumes": "maps decoded at points of latent space",
    "refine": "all images of a batch at once; Powell's method on the CPU",
    "ctf-refine": "all images of a batch at once",
    "posefree": "the search of rotations and shifts, or the network, on all GPUs there are",
    "fsc": _ONCE,
    "align": "every orientation with all shifts, in batches; splines at the molecule's voxels",
    "resample": _ONCE,
    "localres": "both half maps' bands, or the network",
    "localb": "convolutions of the map, or both half maps, in each band",
    "locscale": "windows about every voxel of the mask",
    "sharpen": "windows about every voxel of the mask",
    "confidence": _ONCE,
    "score": _ONCE,
    "superres": "tiles of the map through the network, several times",
    **dict.fromkeys(("add", "add-map", "info", "convert", "expand", "filter", "adopt"), _READS),
    **dict.fromkeys(("fetch", "why", "export", "compare", "latents", "merge", "models", "settings"), _READS),
    **dict.fromkeys(("plan", "up", "open", "show", "path", "prune", "runs", "cancel", "slurm"), _STATE),
    **dict.fromkeys(("adopt-settings", "migrate", "logs", "list", "rm", "du"), _STATE),
    "verify": "hashes the store's files: as fast as the disk",
}
"""What of each asset and command is computed on a GPU, or why none is."""


def places() -> dict[str, str]:
    """Where each asset and command computes, by its name: a GPU where there is one, or the CPU."""
    by_cuml = {"round_*/embedding": "the CPU, or a GPU by cuML"}
    device = {True: "a GPU where there is one", False: "the CPU"}
    shown = {key.replace("round_01", "round_*"): step.pool == "gpu" for key, step in steps().items()}
    shown |= {
        name: any(parameter.name == "device" for parameter in command.params)
        for name, command in commands().items()
    }
    return {name: device[uses] for name, uses in shown.items()} | by_cuml


def devices_page() -> str:
    """Where every asset and every command computes, and why."""
    lines = [
        "# Where it computes",
        "",
        "A GPU is taken where there is one (`--device`, `CRYO_DEVICE`), and the answer is the CPU's within rounding. "
        "What stays on the CPU says why. On a machine without a GPU all of it runs on the CPU.",
    ]
    listed, assets = places(), {key.replace("round_01", "round_*") for key in steps()}
    for title, chosen in (("Assets", assets), ("Commands", set(listed) - assets)):
        lines += ["", f"## {title}", "", "| name | computes on | what, or why not |", "| --- | --- | --- |"]
        lines += [f"| `{n}` | {where} | {WHY[n]} |" for n, where in listed.items() if n in chosen]
    return "\n".join(lines) + "\n"


# Files that people write


def manifests_page() -> str:
    """Every field of the files that people write: dataset.yaml, map.yaml, training.yaml, watch.yaml, cluster.yaml."""
    from cryo_assets.archives.addresses import Services
    from cryo_assets.entries import manifest
    from cryo_assets.graph import cluster
    from cryo_assets.upkeep import config

    lines = [
        "# Files you write",
        "",
        "Paths are relative to the folder of the file. Unknown fields are errors.",
    ]
    files: dict[str, tuple[tuple[str, type], ...]] = {
        "dataset.yaml": (
            ("", manifest.Dataset),
            ("truth", manifest.Truth),
            ("derived_from", manifest.Derived),
        ),
        "map.yaml": (("", manifest.MapEntry),),
        "training.yaml": (("", manifest.Training),),
        "watch.yaml": (
            ("services", Services),
            ("watch", config.Watch),
            ("budget", config.Budget),
            ("reprocess", config.Reprocess),
            ("retention", config.Retention),
            ("alerts", config.Alerts),
        ),
        "cluster.yaml": (("", cluster.Cluster), ("jobs", cluster.Job)),
    }
    for file, models in files.items():
        lines += ["", f"## {file}"]
        for title, model in models:
            lines += ["", f"### {file}: {title}"] if title else []
            lines += ["", _prose(model), "", "| field | value | default | unit | meaning |"]
            lines += ["| --- | --- | --- | --- | --- |", *_fields(model)]
    return "\n".join(lines) + "\n"


def _fields(model: Any) -> Iterator[str]:
    meanings = meanings_of(model)
    for name, field in model.model_fields.items():
        default = (
            "the folder's"
            if name == "name" and hasattr(model, "resolve")
            else "required"
            if field.is_required()
            else ""
            if field.default in (None, [], {}, "")
            else value_of(field.default)
        )
        unit, meaning = unit_and_meaning(name, meanings.get(name, ""))
        yield f"| `{name}` | {hint_of(field.annotation)} | {default} | {unit} | {_cell(meaning)} |"


# API


def api_page(room: str) -> str:
    """The modules of one room of `cryo_core`, for mkdocstrings."""
    place = ROOT / "cryo_core" / room
    if place.is_dir():
        files = sorted(place.rglob("*.py"))
        names = [".".join(f.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for f in files]
    else:
        names = [f"cryo_core.{room}"]
    return "\n\n".join([f"# cryo_core.{room}", *(f"::: {name}" for name in names)]) + "\n"


PLATFORM = (
    "cryo_assets.engine.step",
    "cryo_assets.engine.planner",
    "cryo_assets.engine.produce",
    "cryo_assets.store.recipe",
    "cryo_assets.store.store",
    "cryo_assets.entries.manifest",
    "cryo_assets.entries.settings",
    "cryo_assets.home",
    "cryo_assets.progress",
)
"""Modules of `cryo_assets` that somebody who adds an asset reads."""


def platform_page() -> str:
    """The modules of `cryo_assets` on which new assets rest, for mkdocstrings."""
    return "\n\n".join(["# cryo_assets", *(f"::: {name}" for name in PLATFORM)]) + "\n"


def _first_line(text: str | None) -> str:
    return inspect.cleandoc(text or "").split("\n\n")[0].replace("\n", " ")


def _cell(text: str) -> str:
    """Text that does not break a table's row."""
    return " ".join(text.split()).replace("|", "\\|")
