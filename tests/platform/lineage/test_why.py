"""History: every file says where it came from, also one that was copied elsewhere; and two versions side by side."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import dagster as dg
import pytest
import tiny
import twin as twins
from prov.model import ProvDocument

from cryo_assets.archives.acquire import acquire
from cryo_assets.archives.entry import Archives, Request
from cryo_assets.cli.app import _run
from cryo_assets.graph.externals import externals, upstream_of
from cryo_assets.graph.factory import as_asset, metadata
from cryo_assets.home import Home
from cryo_assets.lineage.prov import plain
from cryo_assets.lineage.why import History, tree_lines
from cryo_assets.store.index import StoreIndex
from cryo_assets.store.recipe import Recipe
from cryo_assets.store.store import Circumstances, Store
from cryo_assets.upkeep.config import Upkeep
from cryo_core.errors import SettingsError


@pytest.fixture
def made(home: Path) -> Iterator[Path]:
    """A map that was fetched and processed, in the home."""
    with twins.running() as twin:
        twin.add_emdb(3001)
        twin.write_settings(home)
        with Archives.open(Upkeep.read(Home(home)).services) as archives:
            acquire(Home(home), archives, Request("EMD-3001", half_maps=True), tiny.QUIET)
        tiny.make_all("EMD-3001", _some())
    yield home


def _some() -> dict:
    return {key: tiny.STEPS[key] for key in ("maps/source", "maps/resampled", "maps/fsc")}


def _folder(key: str) -> Path:
    artifact = tiny.planner().store.current(key, "EMD-3001")
    assert artifact is not None
    return artifact.folder


def _history() -> History:
    return History(Home.from_environment())


def test_a_file_of_the_store_tells_its_lineage_down_to_the_archive(made: Path) -> None:
    answer = _history().ask(str(_folder("maps/resampled") / "map.mrc"))
    text = "\n".join(tree_lines(answer))
    source = tiny.planner().store.current("maps/source", "EMD-3001")
    assert source is not None
    for word in (
        "maps/resampled of EMD-3001",
        answer.root.artifact.version,
        "voxel_angstrom 1",
        "maps/source of EMD-3001",
        source.version,
        source.recipe.files["map"],
        "from EMD-3001, http://127.0.0.1",
        f"code {tiny.STEPS['maps/source'].code_version}",
        " by ",
        "torch ",
    ):
        assert word in text, word
    assert len(answer.nodes()) == 2


def test_a_copy_elsewhere_is_known_by_its_content(made: Path, tmp_path: Path) -> None:
    copy = tmp_path / "mine.mrc"
    shutil.copy(_folder("maps/resampled") / "map.mrc", copy)
    answer = _history().ask(str(copy))
    assert answer.root.artifact.version == _folder("maps/resampled").name
    assert answer.recognised == "file map.mrc of maps/resampled of EMD-3001, by its content"
    source = _history().ask(str(made / "inbox" / "EMD-3001" / "emd_3001.map.gz"))
    assert source.recognised.startswith("source map of maps/source of EMD-3001")
    content = bytearray(copy.read_bytes())
    content[-1] ^= 1
    copy.chmod(0o644)
    copy.write_bytes(content)
    with pytest.raises(SettingsError, match="no version made or used a file with this content"):
        _history().ask(str(copy))
    folder = tmp_path / "folder"
    shutil.copytree(_folder("maps/fsc"), folder)
    assert _history().ask(str(folder)).root.artifact.recipe.asset == "maps/fsc"


def test_versions_and_names_are_answered_too(made: Path, cryo: Any) -> None:
    version = _folder("maps/fsc").name
    for target in ((version,), (version[:8],), ("EMD-3001", "maps/fsc")):
        assert cryo("why", *target, "--json")["version"] == version
    for target, words in (
        ("abcdef0123", "no such version"),
        ("nothing", "neither a file"),
        (str(made), "a folder"),
    ):
        with pytest.raises(SettingsError, match=words):
            _history().ask(target)
    assert "there is none of that name" in cryo("why", "EMD-3001", "maps/nothing", code=2)
    assert "no version in the store" in cryo("why", "EMD-3001", "maps/confidence", code=2)
    (made / "inbox" / "EMD-3001" / "map.yaml").write_text("{")
    assert cryo("why", "EMD-3001", "maps/fsc", "--json")["version"] == version, "what was made is still known"


def test_what_was_pruned_still_tells(made: Path, tmp_path: Path) -> None:
    old = _folder("maps/resampled")
    copy = tmp_path / "old.mrc"
    shutil.copy(old / "map.mrc", copy)
    tiny.change(made / "inbox" / "EMD-3001" / "map.yaml", settings={"maps": {"resampled": {"sd": 0.2}}})
    tiny.make_all("EMD-3001", _some())
    gone = tiny.planner().store.prune(1, set())
    assert [a.version for a in gone] == [old.name] and not old.exists()
    answer = _history().ask(str(copy))
    assert answer.root.pruned and answer.root.artifact.version == old.name
    assert "(pruned)" in "\n".join(tree_lines(answer))


def test_the_json_is_w3c_prov(made: Path) -> None:
    document = plain(_history().ask(str(_folder("maps/resampled"))))
    prov = ProvDocument.deserialize(content=json.dumps(document["prov"]), format="json")
    assert isinstance(prov, ProvDocument)
    kinds = {record.get_type().localpart for record in prov.get_records()}
    assert {"Entity", "Activity", "Agent", "Generation", "Usage", "Derivation", "Association"} <= kinds
    entities = document["prov"]["entity"]
    mine = entities[f"version:{document['version']}"]
    assert mine["cryo:asset"] == "maps/resampled"
    fetched = [e for e in entities.values() if e.get("cryo:accession") == "EMD-3001"]
    assert len(fetched) == 3 and all("http://127.0.0.1" in str(e["prov:location"]) for e in fetched)
    activity = document["prov"]["activity"][f"run:{document['version']}"]
    assert '"voxel_angstrom": 1.0' in activity["cryo:settings"] and "prov:endTime" in activity


def test_two_versions_side_by_side(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = _folder("maps/fsc").name
    half = made / "inbox" / "EMD-3001" / "emd_3001_half_map_2.map.gz"
    half.write_bytes((made / "inbox" / "EMD-3001" / "emd_3001.map.gz").read_bytes())
    tiny.make_all("EMD-3001", _some())
    second = _folder("maps/fsc").name
    picture = tmp_path / "curves.png"
    assert _run(["compare", first, "EMD-3001:maps/fsc", "--out", str(picture), "--json"], False) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["first"]["version"], found["second"]["version"]) == (first, second)
    assert found["why"] == {"maps/source": ["file half2 changed"]}, "and not what only follows from it"
    numbers = {change["name"]: change for change in found["numbers"]}
    auc = numbers["fsc_auc"]
    assert auc["difference"] == pytest.approx(auc["second"] - auc["first"]) and auc["difference"] > 0
    assert set(found["curves"]) == {
        f"{w}, {s}" for w in ("corrected", "unmasked") for s in ("first", "second")
    }
    assert picture.read_bytes()[:4] == b"\x89PNG" and picture.stat().st_size < 150_000
    assert _run(["compare", first, second], False) == 0
    assert "file half2 changed" in capsys.readouterr().out
    assert _run(["compare", first, "EMD-3001:maps/resampled"], False) == 2
    assert "two assets" in capsys.readouterr().err


def test_the_command_prints_a_tree_and_needs_no_torch(made: Path, tmp_path: Path) -> None:
    copy = tmp_path / "mine.mrc"
    shutil.copy(_folder("maps/resampled") / "map.mrc", copy)
    code = (
        "import sys; from cryo_assets.cli.app import _run\n"
        f"assert _run(['why', {str(copy)!r}], False) == 0\n"
        f"assert _run(['why', {str(copy)!r}, '--json'], False) == 0\n"
        "assert not {'torch', 'dagster', 'mlflow', 'matplotlib'} & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("file map.mrc of maps/resampled of EMD-3001, by its content\n")


# --------------------------------------------------------------------------------------------- the index


def _make(store: Store, recipe: Recipe, text: str = "x", created: str = "2026-01-01") -> str:
    with store.draft(recipe) as draft:
        (draft.folder / "file").write_text(text)
        return draft.finish({"n": 1}, "n", (), {}, Circumstances(created)).version


def _recipe(number: int, partition: str = "p") -> Recipe:
    return Recipe("a/b", partition, str(number), {}, {}, {"source": f"{number:064x}"}, {})


def test_the_index_follows_the_store_whatever_happens_to_it(tmp_path: Path) -> None:
    store = Store(tmp_path / "store", tmp_path / "work")
    index = StoreIndex(store, tmp_path / "index.sqlite")

    def known() -> set[str]:
        return {entry.version for entry in index.entries() if not entry.pruned}

    assert known() == set()
    for number in range(5):
        _make(store, _recipe(number, f"p{number % 2}"), str(number))
        assert known() == {a.version for a in store.all()}
    (again,) = StoreIndex(store, tmp_path / "index.sqlite").by_digest(f"{3:064x}")
    assert again.version == _recipe(3).version or not again.made
    shutil.rmtree(store.folder(_recipe(2, "p0")))
    assert known() == {a.version for a in store.all()} and len(known()) == 4
    shutil.rmtree(tmp_path / "store" / "a" / "b" / "p1")
    assert known() == {a.version for a in store.all()} and len(known()) == 2
    (tmp_path / "index.sqlite").unlink()
    assert known() == {a.version for a in store.all()}
    (store.folder(_recipe(4, "p0")) / "artifact.json").chmod(0o644)
    (store.folder(_recipe(4, "p0")) / "artifact.json").write_text("{")
    (tmp_path / "index.sqlite").unlink()
    assert known() == {_recipe(0, "p0").version}, "a damaged one is no version"


def test_an_index_of_thousands_answers_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsync", lambda descriptor: None)
    store = Store(tmp_path / "store", tmp_path / "work")
    versions = [_make(store, _recipe(i, f"p{i}"), str(i)) for i in range(600)]
    index = StoreIndex(store, tmp_path / "index.sqlite")
    assert len(index.entries()) == 600
    began = time.process_time()
    assert index.by_version(versions[77])[0].partition == "p77"
    assert index.by_digest(f"{78:064x}")[0].version == versions[78]
    assert len(index.entries()) == 600
    assert time.process_time() - began < 0.5


def test_two_processes_may_index_at_once(tmp_path: Path) -> None:
    store = Store(tmp_path / "store", tmp_path / "work")
    for i in range(40):
        _make(store, _recipe(i, f"p{i}"), str(i))
    code: Any = (
        "from pathlib import Path\nfrom cryo_assets.store.store import Store\n"
        "from cryo_assets.store.index import StoreIndex\n"
        f"root = Path({str(tmp_path)!r})\n"
        "index = StoreIndex(Store(root / 'store', root / 'work'), root / 'index.sqlite')\n"
        "print(len(index.entries()))\n"
    )
    pair = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    assert [process.communicate(timeout=120)[0].strip() for process in pair] == ["40"] * 3


def test_a_lineage_is_drawn_from_the_files_to_the_result(made: Path, tmp_path: Path, cryo: Any) -> None:
    page = tmp_path / "why.html"
    cryo("why", "EMD-3001", "maps/fsc", "--html", page)
    text = page.read_text()
    drawn = ElementTree.fromstring(text[text.index("<svg") : text.index("</svg>") + 6])
    name = "{http://www.w3.org/2000/svg}"
    boxes = {
        box.find(f"{name}title").text: float(box.find(f"{name}rect").get("x"))  # type: ignore[union-attr, arg-type]
        for box in drawn.iter(f"{name}g")
    }
    at = {title.partition(":")[0]: x for title, x in boxes.items()}  # type: ignore[union-attr]
    assert at["map (EMD-3001)"] < at["maps/source of EMD-3001"] < at["maps/fsc of EMD-3001"]
    assert len(list(drawn.iter(f"{name}path"))) == len(boxes) - 1, "a tree has a line less than boxes"
    source = tiny.planner().store.current("maps/source", "EMD-3001")
    assert source is not None and f"sha256 {source.recipe.files['map'][:16]}" in text
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "").replace("http://127.0.0.1", "")
    assert "is an .html" in cryo("why", "EMD-3001", "maps/fsc", "--html", tmp_path / "why.txt", code=2)
    shown = metadata(Home(made), source, "EMD-3001")
    assert f"/lineage/maps/source/EMD-3001/{source.version}.svg" in shown["lineage"].value


def test_entries_of_archives_and_packaged_weights_are_external_assets(made: Path) -> None:
    home = Home(made)
    specs = {"/".join(spec.key.path): spec for spec in externals(home)}
    entry = specs["archive/EMD-3001"]
    assert entry.metadata["page"].value == "https://www.ebi.ac.uk/emdb/EMD-3001"
    assert (
        entry.metadata["changed in the archive"].startswith("2026-11-18") and entry.metadata["bytes"] > 1000
    )
    assert "packaged/resolution" in specs
    for spec in specs.values():
        if spec.key.path[0] == "packaged":
            assert (Path(__file__).parents[3] / spec.metadata["file"]).is_file()
    above = upstream_of(home)
    assert dg.AssetKey(["archive", "EMD-3001"]) in above["maps/source"]
    source = as_asset(tiny.STEPS["maps/source"], tiny.STEPS, above)
    (spec,) = source.specs
    assert [dep.asset_key for dep in spec.deps] == [dg.AssetKey(["archive", "EMD-3001"])]


def test_a_set_that_was_filtered_leads_to_the_one_that_it_came_from(home: Path) -> None:
    tiny.add_dataset(home)
    source = tiny.make("particles/source", "tiny")
    assert source is not None
    origin = {"dataset": "tiny", "clusters": "particles/source", "version": source.version}
    origin |= {"source_version": source.version, "classes": [1], "noise": False, "particles": 120, "of": 120}
    tiny.add_dataset(home, "fewer", derived_from=origin, symmetry="C2")
    fewer = tiny.make("particles/source", "fewer")
    assert fewer is not None
    lines = tree_lines(_history().ask(fewer.version))
    assert any(line.strip().startswith(f"particles/source of tiny  {source.version}") for line in lines)
