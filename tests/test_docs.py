"""The documentation is true: commands parse, examples run, the reference is whole, the built pages need no network."""

import dataclasses
import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
import typing
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from tiny import add_dataset, add_map

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(
    [
        ROOT / "README.md",
        ROOT / "CONTRIBUTING.md",
        ROOT / "examples" / "README.md",
        *(ROOT / "docs").rglob("*.md"),
    ]
)
EXAMPLES = sorted((ROOT / "examples").glob("*.py"))


def _module(name: str) -> ModuleType:
    """Load a script of docs/, which is no package."""
    module = ModuleType(name)
    module.__dict__.update(runpy.run_path(str(ROOT / "docs" / f"{name}.py"), run_name=name))
    return module


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    return _module("reference")


# What pages show


def _blocks(text: str, kinds: tuple[str, ...]) -> list[str]:
    found = re.findall(r"^```([a-z]*)\n(.*?)^```$", text, re.M | re.S)
    return [body for kind, body in found if kind in kinds]


def _shown_commands(page: Path) -> Iterator[tuple[str, bool]]:
    """Every line of a page that calls `cryo`, and whether it stands in a block, where it has to be whole."""
    text = page.read_text()
    for block in _blocks(text, ("", "bash", "sh")):
        for line in block.replace("\\\n", " ").splitlines():
            if line.strip().startswith("cryo "):
                yield line.strip(), True
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    for line in re.findall(r"`(cryo [^`]+)`", prose):
        yield " ".join(line.split()), False


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_command_that_a_page_shows_parses(page: Path, reference: ModuleType) -> None:
    commands = reference.commands()
    for line, whole in _shown_commands(page):
        _, name, *arguments = shlex.split(line, comments=True)
        if name.isupper() or name.startswith("-") or name in ("COMMAND",):
            continue
        assert name in commands, f"{line}: no such command"
        try:
            commands[name].make_context(name, list(arguments))
        except Exception as error:
            missing = type(error).__name__ == "MissingParameter"
            assert missing and not whole, f"{line}: {error}"


OF_OTHERS = {
    *("--help", "--debug", "--set", "--locres", "--locres_sampling", "--same-answer", "--strict", "--only"),
    *("--version", "--home"),
}
"""Options of every command, of RELION and of scripts."""


def test_every_option_that_a_page_names_exists(reference: ModuleType) -> None:
    options = {
        o for c in reference.commands().values() for p in c.params for o in (*p.opts, *p.secondary_opts)
    }
    for page in PAGES:
        prose = re.sub(r"^```.*?^```$", "", page.read_text(), flags=re.M | re.S)
        named = set(re.findall(r"`(--[\w-]+)", prose))
        assert named <= options | OF_OTHERS, f"{page.name}: {sorted(named - options - OF_OTHERS)}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_setting_that_a_page_sets_exists(page: Path, reference: ModuleType) -> None:
    from cryo_assets.assets.catalogue import STEPS

    for named in re.findall(r"--set '?([a-z_*\d]+\.[a-z_]+\.[a-z_\d]+)=", page.read_text()):
        group, asset, setting = named.split(".")
        if named == "group.asset.setting":
            continue
        step = STEPS[f"{group.replace('*', '01')}/{asset}"]
        assert setting in {f.name for f in dataclasses.fields(step.settings)}, named


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_manifests_make_targets_and_files_that_a_page_shows(page: Path) -> None:
    from cryo_assets.entries.manifest import Dataset, Training
    from cryo_assets.upkeep.config import Upkeep

    text = page.read_text()
    for block in _blocks(text, ("yaml",)):
        plain = yaml.safe_load(block)
        if "watch" in plain:
            Upkeep.model_validate(plain)
        elif "training.yaml" in block:
            Training.model_validate({"name": "training", **plain})
        elif "particles" in plain:
            Dataset.model_validate({"name": "shown", **plain})
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M)
    assert set(re.findall(r"`make ([a-z]+)`", text)) <= set(targets)
    for named in re.findall(r"(?:python|/python) ((?:docs|tests|examples)/[\w/]+\.py)", text):
        assert (ROOT / named).is_file(), named


def _anchors(page: Path) -> set[str]:
    from markdown.extensions.toc import slugify

    headings = re.findall(r"^#+ (.+)$", page.read_text(), re.M)
    return {slugify(re.sub(r"[`*]", "", heading), "-") for heading in headings}


def test_links_between_pages_outside_the_site_lead_somewhere() -> None:
    """`mkdocs build --strict` looks at those within docs/."""
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "examples" / "README.md"):
        for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text()):
            if target.startswith("http"):
                continue
            path, _, anchor = target.partition("#")
            assert (page.parent / path).exists(), f"{page.name}: {target}"
            assert not anchor or anchor in _anchors(page.parent / path), f"{page.name}: {target}"


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text().split()) <= 900


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_sentences_are_short(page: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", page.read_text(), flags=re.M | re.S)
    text = re.sub(r"^(\||#|!\[).*$", "", text, flags=re.M)
    for part in re.split(r"\n\s*\n|^\s*(?:[-*]|\d+\.) |^:   ", text, flags=re.M):
        for sentence in re.split(r"(?<=[.!?:;])\s+", part):
            assert len(sentence.split()) <= 40, " ".join(sentence.split())


# The reference


def test_the_reference_has_every_command_and_option(reference: ModuleType) -> None:
    page = reference.commands_page()
    for name, command in reference.commands().items():
        section = page.split(f"### cryo {name} ", 1)[1].split("\n### ")[0]
        assert command.help and command.help.split("\n")[0].split(".")[0] in section
        for parameter in command.params:
            shown = (
                parameter.opts if parameter.param_type_name == "option" else [reference._metavar(parameter)]
            )
            for option in shown:
                assert f"`{option}`".replace("|", "\\|") in section, f"{name} {option}"


def test_the_reference_has_every_asset_and_setting(reference: ModuleType) -> None:
    from cryo_assets.assets.catalogue import STEPS

    settings, assets = reference.settings_page(), reference.assets_page()
    for key, step in STEPS.items():
        shown = re.sub(r"round_\d\d", "round_*", key)
        assert f"### {shown}\n" in assets
        if not dataclasses.fields(step.settings):
            continue
        section = settings.split(f"### {shown}\n", 1)[1].split("\n### ")[0]
        for name in _names(step.settings):
            assert f"| `{name}` |" in section, f"{key}: {name}"


def test_the_reference_says_of_every_asset_and_command_where_it_computes(reference: ModuleType) -> None:
    from cryo_assets.assets.catalogue import STEPS

    named = {re.sub(r"round_\d\d", "round_*", key) for key in STEPS} | set(reference.commands())
    assert set(reference.WHY) == named == set(reference.places())
    rows = dict(re.findall(r"^\| `([^`]+)` \| ([^|]+) \|", reference.devices_page(), re.M))
    assert set(rows) == named
    for key, step in STEPS.items():
        shown = re.sub(r"round_\d\d", "round_*", key)
        if shown != "round_*/embedding":
            assert rows[shown].startswith("a GPU") == (step.pool == "gpu"), key
    assert rows["refine"].startswith("a GPU") and rows["verify"] == "the CPU"


def test_every_setting_and_field_says_what_it_means(reference: ModuleType) -> None:
    silent = [
        f"{key}: {setting.name}"
        for key, step in reference.steps().items()
        for setting in reference.settings_of(step.settings)
        if not setting.meaning
    ]
    assert not silent, f"name them in the Attributes section of their class: {silent}"
    for row in re.findall(r"^\| `(\w+)` \|.*\| *([^|]*?) *\|$", reference.manifests_page(), re.M):
        assert row[1], f"{row[0]}: name it in the Attributes section of its class"


def _names(cls: type, prefix: str = "") -> Iterator[str]:
    hints = typing.get_type_hints(cls)
    for field in dataclasses.fields(cls):  # type: ignore[arg-type]
        inner: Any = hints[field.name]
        if dataclasses.is_dataclass(inner):
            yield from _names(inner, f"{prefix}{field.name}.")  # type: ignore[arg-type]
        else:
            yield prefix + field.name


def test_the_reference_has_every_module_of_the_core(reference: ModuleType) -> None:
    text = "\n".join(reference.api_page(room) for room in reference.ROOMS)
    files = [p for p in (ROOT / "cryo_core").rglob("*.py") if p.parent != ROOT / "cryo_core"]
    for path in files:
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        assert f"::: {name}\n" in text, name
    for name in reference.PLATFORM:
        assert list(ROOT.glob(f"{name.replace('.', '/')}*")), name


def test_drawings_are_those_of_this_code() -> None:
    drawings = _module("drawings")
    for name, draw in drawings.DRAWINGS.items():
        stored = (ROOT / "docs" / "pictures" / f"{name}.svg").read_text()
        assert stored == draw(), f"{name}.svg: run `python docs/drawings.py`"


# The site


class _Assets(HTMLParser):
    """What a page loads: scripts, styles, pictures, frames. Links that a reader clicks are none of it."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        for name in (
            "src",
            "srcset",
            "data",
            "poster",
            *(("href",) if tag in ("link", "use", "image") else ()),
        ):
            if given.get(name):
                self.loaded.append(str(given[name]))


def test_the_site_builds_strictly_and_loads_nothing_from_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.chdir(ROOT)
    build(load_config(str(ROOT / "mkdocs.yml"), strict=True, site_dir=str(tmp_path)))
    pages = list(tmp_path.rglob("*.html"))
    assert len(pages) > 30
    for page in pages:
        parser = _Assets()
        parser.feed(page.read_text())
        outside = [u for u in parser.loaded if re.match(r"(https?:)?//", u)]
        assert not outside, f"{page.name}: {outside}"
    for style in tmp_path.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(https?:)?//", style.read_text()), style.name


# Changes that a page shows


def _apply(root: Path, diff: str) -> None:
    """Apply one shown diff: each of its hunks must fit in exactly one place."""
    lines = diff.splitlines()
    path = root / lines[1].removeprefix("+++ b/")
    text = "" if lines[0] == "--- /dev/null" else path.read_text()
    for hunk in "\n".join(lines[2:]).split("@@\n")[1:]:
        rows = hunk.rstrip("\n").split("\n")
        before = "".join(row[1:] + "\n" for row in rows if row[:1] in (" ", "-"))
        after = "".join(row[1:] + "\n" for row in rows if row[:1] in (" ", "+"))
        assert not before or text.count(before) == 1, f"{path.name}: {before}"
        text = text.replace(before, after) if before else after
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


USE = """
import sys
from pathlib import Path
import pandas as pd, torch
from tiny import add_dataset, add_map, make
from cryo_core.denoising.predict import denoise
from cryo_core.denoising.train import train
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.particles import read_particles
from cryo_core.formats.star import read_star
from cryo_core.learning.fit import FitSettings, TrainingRun

home = Path(sys.argv[1])
folder = add_map(home)
made = {key: make(key, "tiny-map") for key in ("maps/source", "maps/resampled", "maps/volume")}
assert made["maps/volume"].numbers["mass_kilodalton"] > 0 and made["maps/volume"].passed()
assert made["maps/resampled"].path("densities.png").stat().st_size > 1000

half1, half2 = (read_volume(folder / f"half{n}.mrc") for n in (1, 2))
network = train(half1, half2, FitSettings(epochs=30), TrainingRun(home / "training"))
before, after = ((v.density - half2.density).square().mean() for v in (half1, denoise(half1, network)))
assert after < before

star = add_dataset(home) / "particles.star"
blocks = read_star(star)
optics = blocks["optics"].iloc[0].drop("rlnOpticsGroup")
table = blocks["particles"].assign(**{name: [value] * len(blocks["particles"]) for name, value in optics.items()})
table.drop(columns="rlnOpticsGroup").to_parquet(star.with_suffix(".parquet"))
theirs, ours = read_particles(star), read_particles(star.with_suffix(".parquet"))
assert torch.allclose(theirs.poses.rotation, ours.poses.rotation) and len(ours) == 120
"""


def test_the_changes_that_the_page_on_extending_shows_work(tmp_path: Path, home: Path) -> None:
    for package in ("cryo_core", "cryo_assets"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "dagster.yaml", "workspace.yaml"):
        shutil.copy(ROOT / file, tmp_path / file)
    diffs = _blocks((ROOT / "docs" / "extend.md").read_text(), ("diff",))
    assert len(diffs) >= 9
    for diff in diffs:
        _apply(tmp_path, diff)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT / "tests")])}
    command = [sys.executable, "-c", USE, str(home)]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# Examples, and the pages where a stranger starts


@pytest.mark.parametrize("script", EXAMPLES, ids=lambda p: p.stem)
def test_examples_run(script: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    more = ["--home", str(home)] if "--home" in script.read_text() else []
    more += ["--particles", "300"] if "--particles" in script.read_text() else []
    monkeypatch.setattr(sys, "argv", [str(script), *more])
    runpy.run_path(str(script), run_name="__main__")
    printed = capsys.readouterr().out
    assert {"states": "adjusted Rand index", "one_map": "sharpened", "what_changes": "The store is sound"}[
        script.stem
    ] in printed


def _block_after(page: str, heading: str) -> list[list[str]]:
    text = (ROOT / "docs" / page).read_text().split(heading, 1)[1]
    return [shlex.split(line, comments=True)[1:] for line in _blocks(text, ("",))[0].splitlines()]


def test_the_four_commands_of_the_start_page_run(home: Path, tmp_path: Path, monkeypatch, cryo) -> None:
    folder = add_dataset(home, "original")
    for name in ("particles.star", "particles.mrcs"):
        shutil.copy(folder / name, tmp_path / name)
    shutil.rmtree(folder)
    monkeypatch.chdir(tmp_path)
    add, run, show, path = _block_after("start/index.md", "## Four commands")
    cryo(*add)
    cryo(*run, "--to", "particles/consensus")
    assert "particles/consensus" in cryo(*show)
    made = Path(cryo(*path).strip())
    named = re.findall(
        r"`(\w+\.(?:mrc|star))`", (ROOT / "docs/start/index.md").read_text().split("1. `cryo add`")[1]
    )
    assert {"half1.mrc", "half2.mrc", "map.mrc", "fsc.star"} <= set(named)
    assert all((made / name).is_file() for name in ("half1.mrc", "half2.mrc", "map.mrc", "fsc.star"))


def test_the_commands_of_the_page_on_one_map_run(home: Path, tmp_path: Path, monkeypatch, cryo) -> None:
    folder = add_map(home, "original")
    for name, copy in (("map", "emd_3186.map"), ("half1", "half1.map"), ("half2", "half2.map")):
        shutil.copy(folder / f"{name}.mrc", tmp_path / copy)
    shutil.rmtree(folder)
    monkeypatch.chdir(tmp_path)
    add, run = _block_after("start/map.md", "# From one map")
    cryo(*add)
    cryo(*run, "--to", "enhanced/sharpened")
    show, path = _block_after("start/map.md", "whether sharpening helped")
    assert "enhanced/sharpened" in cryo(*show)
    assert (Path(cryo(*path).strip()) / "map.mrc").is_file()
