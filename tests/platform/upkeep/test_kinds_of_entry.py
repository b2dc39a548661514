"""From a new entry of EMPIAR to its results, by a rule alone: fourteen kinds of entry, as the archive has them.

Their oddities are those of real entries: numbers as strings, directories with a slash before them, wrong `data_format`
and `category`, tables of several programs, tables elsewhere, micrographs alone, several sets.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tiny
import twin as twins
import yaml

from cryo_assets.archives import download as fetching
from cryo_assets.engine.overview import Overview
from cryo_assets.entries.manifest import Dataset
from cryo_assets.entries.table import read_source
from cryo_assets.home import Home
from cryo_assets.upkeep.alerts import digest
from cryo_core.formats.particles import read_particles, write_particles
from cryo_core.formats.star import read_star, write_star

RULE = {"name": "new", "archive": "empiar", "backlog": True, "fields": {"amplitude_contrast": 0.1}}
"""A .par does not say the amplitude contrast, nor does an archive: the rule does."""

BASE = "/world_availability/{n}/data/Particles"


@pytest.fixture
def twin(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[twins.Twin]:
    monkeypatch.setattr(fetching, "BLOCK", 1 << 17)
    with twins.running() as running:
        yield running


def without(columns: tuple[str, ...], twin: twins.Twin, n: int) -> None:
    """Take columns out of the table of an entry."""
    path = f"{BASE.format(n=n)}/particles.star"
    lines = twin.files[path].decode().splitlines()
    kept: list[str] = []
    drop: list[int] = []
    for line in lines:
        name = line.split()[0] if line.split() else ""
        if name.startswith("_rln"):
            if name in columns:
                drop.append(int(line.split("#")[1]) - 1)
                continue
        elif drop and len(line.split()) > max(drop) and not line.startswith(("data_", "loop_", "#")):
            line = "  ".join(word for i, word in enumerate(line.split()) if i not in drop)
        kept.append(line)
    twin.files[path] = ("\n".join(kept) + "\n").encode()


def moved(twin: twins.Twin, n: int, name: str, to: str) -> bytes:
    """Move a file of an entry's image set; give its content."""
    content = twin.files.pop(f"{BASE.format(n=n)}/{name}")
    if to:
        twin.put(f"/world_availability/{n}/{to}", content)
    return content


def plain(twin: twins.Twin, n: int) -> None:
    twin.add_empiar(n)


def wrong_words(twin: twins.Twin, n: int) -> None:
    document = twin.add_empiar(n)
    document["imagesets"][0] |= {
        "category": "micrographs - multiframe",
        "data_format": "EER",
        "pixel_width": "n/a",
    }


def no_slash(twin: twins.Twin, n: int) -> None:
    document = twin.add_empiar(n)
    document["imagesets"][0] |= {"directory": "data/Particles/", "pixel_height": "6.0 Å", "details": None}
    document["cross_references"] = [{"name": "EMD-1"}, "EMD-2", 7]


def table_elsewhere(twin: twins.Twin, n: int) -> None:
    twin.add_empiar(n)
    moved(twin, n, "particles.star", "data/Metadata/run_data.star")


def dark(twin: twins.Twin, n: int) -> None:
    twin.add_empiar(n)
    path = f"{BASE.format(n=n)}/particles.mrcs"
    stack = twin.files[path]
    pixels = -np.frombuffer(stack[1024:], "<f4")
    twin.files[path] = stack[:1024] + pixels.tobytes()


def par(twin: twins.Twin, n: int) -> None:
    twin.add_empiar(n, cross_references=[{"name": f"EMD-{n}"}])
    twin.add_emdb(n)["map"]["pixel_spacing"] = {"x": {"units": "Å", "valueOf_": "6.0"}}
    folder = tiny.simulated()
    table = folder.parent / f"{folder.name}-{n}.par"
    write_particles(table, read_particles(folder / "particles.star"))
    twin.put(f"{BASE.format(n=n)}/particles.par", table.read_bytes())
    moved(twin, n, "particles.star", "")


def two_sets(twin: twins.Twin, n: int) -> None:
    document = twin.add_empiar(n)
    for name in ("particles.star", "particles.mrcs"):
        content = twin.files[f"{BASE.format(n=n)}/{name}"]
        twin.put(f"/world_availability/{n}/data/More/{name}", content)
    document["imagesets"].append(document["imagesets"][0] | {"name": "More", "directory": "/data/More"})


def two_tables(twin: twins.Twin, n: int) -> None:
    twin.add_empiar(n)
    twin.put(f"{BASE.format(n=n)}/all.star", twin.files[f"{BASE.format(n=n)}/particles.star"])


def micrographs(twin: twins.Twin, n: int) -> None:
    document = twin.add_empiar(n)
    document["imagesets"][0] |= {"category": "micrographs - multiframe", "directory": "/data/Movies"}
    moved(twin, n, "particles.star", "")
    moved(twin, n, "particles.mrcs", "data/Movies/movie_0001.tiff")


def stacks_alone(twin: twins.Twin, n: int) -> None:
    twin.add_empiar(n)
    moved(twin, n, "particles.star", "")


def no_poses(twin: twins.Twin, n: int) -> None:
    twin.add_empiar(n)
    angles = ("_rlnAngleRot", "_rlnAngleTilt", "_rlnAnglePsi", "_rlnOriginXAngst", "_rlnOriginYAngst")
    without(angles, twin, n)


def in_plane(twin: twins.Twin, n: int) -> None:
    twin.add_empiar(n)
    path = f"{BASE.format(n=n)}/particles.star"
    flat = tiny.simulated().parent / f"in-plane-{n}.star"
    flat.write_bytes(twin.files[path])
    tables = read_star(flat)
    tables["particles"][["rlnAngleRot", "rlnAngleTilt"]] = 0.0
    write_star(flat, tables)
    twin.files[path] = flat.read_bytes()


def stack_missing(twin: twins.Twin, n: int) -> None:
    twin.add_empiar(n)
    twin.put(f"{BASE.format(n=n)}/others.mrcs", moved(twin, n, "particles.mrcs", ""))


def expanded(twin: twins.Twin, n: int) -> None:
    from cryo_core.geometry.expand import expanded as expand

    twin.add_empiar(n)
    folder = tiny.simulated()
    table = folder.parent / f"{folder.name}-{n}.star"
    twice = expand(read_particles(folder / "particles.star"), "C2")
    write_particles(table, twice)
    text = re.sub(r"@\S*particles\.mrcs", "@particles.mrcs", table.read_text())
    twin.files[f"{BASE.format(n=n)}/particles.star"] = text.encode()


KINDS: dict[str, tuple[Callable[[twins.Twin, int], None], str, str]] = {
    "a table of RELION and its stack": (plain, "fetched", "contrast: white"),
    "category, format and pixel size are wrong": (wrong_words, "fetched", "contrast: white"),
    "directory without a slash, links of several forms": (no_slash, "fetched", "contrast: white"),
    "the table lies elsewhere in the entry": (table_elsewhere, "fetched", "stack_dir: data/Particles"),
    "dark particles": (dark, "fetched", "contrast: dark"),
    "a .par, which names neither stack nor pixel": (par, "fetched", "the header of its stack says 6.0"),
    "symmetry-expanded rows": (expanded, "fetched", "contrast: white"),
    "no poses": (no_poses, "fetched", "posefree: true"),
    "aligned in the plane alone": (in_plane, "fetched", "rot and tilt 0, as 2D classification"),
    "two image sets": (two_sets, "asks", "--imageset N among: 1: Particles"),
    "two tables": (two_tables, "asks", "--particles among: data/Particles/all.star"),
    "movies alone": (micrographs, "unusable", "not usable yet: no image set with a particle table"),
    "stacks without a table": (stacks_alone, "unusable", "not usable yet"),
    "a table whose stack is not there": (stack_missing, "unusable", "no particle table whose images are all"),
}
"""How an entry is made, what becomes of it in the queue, and what its manifest or the queue says."""


def test_each_kind_of_entry_becomes_what_it_can(twin: twins.Twin, home: Path, cryo: Any) -> None:
    numbers = dict(enumerate(KINDS, 20001))
    for n, kind in numbers.items():
        KINDS[kind][0](twin, n)
    twin.write_settings(home, watch=[RULE])
    said = cryo("watch", "--once", "--no-run", "--json")
    assert said["failures"] == []
    queue = {item["accession"]: item for item in said["queue"]}
    for n, kind in numbers.items():
        name, (_, state, words) = f"EMPIAR-{n}", KINDS[kind]
        item, manifest = queue[name], home / "inbox" / name / "dataset.yaml"
        assert item["state"] == state, (kind, item)
        assert words in (manifest.read_text() if state == "fetched" else item["message"]), kind
        assert manifest.is_file() == (state == "fetched")
    by_kind = {kind: f"EMPIAR-{n}" for n, kind in numbers.items()}
    tables = {
        kind: read_source(Dataset.read(home / "inbox" / name / "dataset.yaml"))
        for kind, name in by_kind.items()
        if KINDS[kind][1] == "fetched"
    }
    assert len(tables["symmetry-expanded rows"]) == 240
    assert float(tables["a .par, which names neither stack nor pixel"].optics.pixel_angstrom[0]) == 6.0

    cryo("watch", "--choose", by_kind["two image sets"], "imageset=2")
    cryo("watch", "--choose", by_kind["two tables"], "particles=particles.star", "symmetry=C2")
    movies = by_kind["movies alone"]
    twin.add_empiar(int(movies[7:]), update_date="2026-12-01")  # particles were added
    again = {
        item["accession"]: item["state"] for item in cryo("watch", "--once", "--no-run", "--json")["queue"]
    }
    assert {again[by_kind[kind]] for kind in ("two image sets", "two tables", "movies alone")} == {"fetched"}
    assert (
        yaml.safe_load((home / "inbox" / by_kind["two tables"] / "dataset.yaml").read_text())["symmetry"]
        == "C2"
    )
    assert again[by_kind["stacks without a table"]] == "unusable", "what did not change is not fetched again"
    text = digest(Home(home), Overview(tiny.planner()))
    assert "## Not usable yet" in text and by_kind["stacks without a table"] in text
    assert f"`cryo plan {movies}` says what it would take" in text
    for wrong, why in (
        (("imageset=two",), "should be a number"),
        (("sets=2",), "FIELD=VALUE"),
        ((), "what is chosen"),
    ):
        assert why in cryo("watch", "--choose", movies, *wrong, code=2)
