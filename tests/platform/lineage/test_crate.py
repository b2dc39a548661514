"""A result as an RO-Crate: whole, described, and read again by the library of the format."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tiny
from prov.model import ProvDocument
from rocrate.rocrate import ROCrate

from cryo_assets.home import Home
from cryo_assets.lineage.why import History
from cryo_assets.store.store import Artifact

LICENCE = "https://spdx.org/licenses/CC-BY-4.0"


@pytest.fixture
def made(home: Path) -> Artifact:
    """The FSC of a map's half maps, in the home."""
    tiny.add_map(home)
    tiny.make("maps/source", "tiny-map")
    found = tiny.make("maps/fsc", "tiny-map")
    assert found is not None
    return found


def _graph(folder: Path) -> dict[str, dict[str, Any]]:
    document = json.loads((folder / "ro-crate-metadata.json").read_text())
    assert document["@context"] == "https://w3id.org/ro/crate/1.1/context"
    return {one["@id"]: one for one in document["@graph"]}


def _ids(value: Any) -> set[str]:
    return {one["@id"] for one in (value if isinstance(value, list) else [value])}


def test_a_crate_holds_every_file_with_its_digest_and_every_run_with_what_it_used(
    made: Artifact, cryo: Callable[..., Any], tmp_path: Path, home: Path
) -> None:
    out = tmp_path / "crate"
    words = ("--asset", "maps/fsc", "--title", "<b>FSC</b>", "--author", "Ada Lovelace,0000-0002-1825-0097")
    said = cryo("export", "tiny-map", "--crate", out, *words, "--licence", LICENCE, "--json")
    assert said["version"] == made.version and said["steps"] == 2
    graph = _graph(out)
    root = graph["./"]
    assert root["name"] == "<b>FSC</b>" and root["datePublished"]
    assert root["license"] == {"@id": LICENCE}
    assert root["author"] == {"@id": "https://orcid.org/0000-0002-1825-0097"}
    assert _ids(root["hasPart"]) == {*made.files, "lineage.json"}
    for name in made.files:
        content = (out / name).read_bytes()
        assert graph[name]["sha256"] == hashlib.sha256(content).hexdigest()
        assert int(graph[name]["contentSize"]) == len(content)
    nodes = History(Home(home)).ask(made.version).nodes()
    assert _ids(root["mentions"]) == {f"#run-{node.artifact.version}" for node in nodes}
    for node in nodes:
        artifact, run = node.artifact, graph[f"#run-{node.artifact.version}"]
        assert run["@type"] == "CreateAction" and run["startTime"] <= run["endTime"]
        used = {f"#version-{version}" for version in artifact.recipe.inputs.values()}
        assert _ids(run["object"]) == used | {f"urn:sha256:{d}" for d in artifact.recipe.files.values()}
        assert f"#version-{artifact.version}" in _ids(run["result"])
        assert graph[run["instrument"]["@id"]]["version"] == artifact.made.software["cryo-assets"]
    assert set(made.files) <= _ids(graph[f"#run-{made.version}"]["result"])
    lineage = json.loads((out / "lineage.json").read_text())
    assert ProvDocument.deserialize(content=json.dumps(lineage["prov"])).get_records()
    again = ROCrate(out)
    assert again.root_dataset["name"] == "<b>FSC</b>" and len(again.get_entities()) == len(graph)
    everything = {inner for one in graph.values() for value in one.values() for inner in _referred(value)}
    assert everything - set(graph) <= {"https://w3id.org/ro/crate/1.1"}, "what is referred to is described"


def _referred(value: Any) -> set[str]:
    several = value if isinstance(value, list) else [value]
    return {one["@id"] for one in several if isinstance(one, dict) and "@id" in one}


def test_a_zip_is_the_same_and_what_cannot_be_meant_is_refused(
    made: Artifact, cryo: Callable[..., Any], tmp_path: Path
) -> None:
    out = tmp_path / "crate.zip"
    cryo("export", "tiny-map", "--crate", out, "--asset", "maps/fsc")
    with zipfile.ZipFile(out) as zipped:
        assert set(zipped.namelist()) >= {"ro-crate-metadata.json", "lineage.json", *made.files}
    assert "exists" in cryo("export", "tiny-map", "--crate", out, "--asset", "maps/fsc", code=2)
    wrong = cryo(
        "export", "tiny-map", "--crate", tmp_path / "b.zip", "--asset", "maps/fsc", "--licence", "MIT", code=2
    )
    assert "address" in wrong
    assert "was not made" in cryo("export", "tiny-map", "--crate", tmp_path / "c.zip", code=1)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    said = cryo(
        "export", "tiny-map", "--crate", tmp_path / "full", "--asset", "maps/fsc", "--overwrite", code=2
    )
    assert "holds files" in said and (tmp_path / "full" / "mine.txt").read_text() == "mine"
    assert not list(tmp_path.glob(".crate-*"))
