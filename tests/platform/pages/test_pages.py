"""The pages of entries: what they say, what they refuse, and that a stranger's words stay words."""

import io
import json
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import tiny
from starlette.testclient import TestClient

from cryo_assets.home import PACKAGE, Home
from cryo_assets.pages.app import make_app
from cryo_assets.store.class_results import read_classes
from cryo_core.formats.mrc import read_volume

HERE = "http://localhost:3001"
STATIC = PACKAGE / "pages" / "static"


QUICK = {
    "round_01": {
        "model": {"linear": {"components": 2, "shells": 7, "iterations": 3, "early_iterations": 2}},
        "latents": {"walk_points": 3},
        "embedding": {"epochs": 20},
        "clusters": {"classes": 2},
        "poses": {"iterations": 1},
    }
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a data set that went through a round, and a map; made once for this file."""
    with pytest.MonkeyPatch.context() as patch:
        root = tmp_path_factory.mktemp("pages") / "home"
        patch.setenv("CRYO_HOME", str(root))
        patch.setenv("MLFLOW_TRACKING_URI", f"sqlite:///{root}/none/mlflow.db")
        Home(root).create()
        tiny.add_dataset(root, rounds=1, settings=QUICK)
        tiny.add_map(root)
        tiny.make_all("tiny")
        for key in ("maps/source", "maps/resampled", "maps/fsc", "maps/local_fsc"):
            tiny.make(key, "tiny-map")
    return root


@pytest.fixture
def client(made: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setenv("CRYO_HOME", str(made))
    with TestClient(make_app(Home(made)), base_url=HERE) as client:
        yield client


def test_the_list_names_every_entry_with_its_state_and_what_was_found(client: TestClient) -> None:
    found = {row["name"]: row for row in client.get("/api/entries").json()["entries"]}
    assert set(found) == {"tiny", "tiny-map"}
    assert found["tiny"]["state"] == "up to date" and found["tiny"]["kind"] == "data set"
    assert "state" in found["tiny"]["headline"] or "2 classes" in found["tiny"]["headline"]
    assert found["tiny-map"]["state"].endswith("to make")
    assert found["tiny-map"]["headline"].startswith("A map of 20 × 24 × 22 voxels of 2 Å")
    assert found["tiny"]["bytes"] > 10_000 and found["tiny"]["owner"] and found["tiny"]["made"]


def test_a_page_says_what_the_store_has(client: TestClient, made: Path) -> None:
    page = client.get("/api/entries/tiny").json()
    classes = tiny.planner().artifact(tiny.planner().plan("tiny").row("results/classes"))
    assert classes is not None
    names = {row.name for row in read_classes(classes)}
    assert {card["class"] for card in page["cards"] if "class" in card} == names
    assert page["state"] == {"done": len(page["made"]), "of": len(page["made"]), "running": None}
    assert page["cards"][-1]["title"] == "All particles together"
    assert set(page["cards"][-1]["fsc"]["curves"]) == {"corrected", "masked", "unmasked", "phase-randomised"}
    assert sum(map(sum, page["orientations"]["counts"])) == 120
    assert all(row["passed"] for row in page["checks"]) == (
        not any(tone == "bad" for tone, _ in page["remarks"])
    )
    assert {file[2].split("/")[1] for one in page["made"] for file in one["files"]} == {"files"}


def test_a_map_is_sent_as_its_numbers_and_a_file_as_its_bytes(client: TestClient) -> None:
    maps = client.get("/api/entries/tiny").json()["cards"][-1]["maps"]
    found = next(one for one in maps if one["title"] == "as reconstructed")
    stored = tiny.made("particles/consensus", "tiny")
    assert stored is not None
    answer = client.get(found["volume"])
    about = json.loads(answer.headers["x-map"])
    sent = np.frombuffer(answer.content, "<f4").reshape(about["shape"])
    truth = read_volume(stored.path("map.mrc"))
    assert np.array_equal(sent, truth.density.numpy()) and about["voxel"] == pytest.approx(
        truth.voxel_angstrom
    )
    assert about["least"] < about["level"] < about["most"]
    small = client.get(found["volume"], params={"box": 16, "mask": found["mask"]})
    assert json.loads(small.headers["x-map"])["shape"] == [16, 16, 16]
    file = client.get(found["file"])
    assert file.content == stored.path("map.mrc").read_bytes()
    assert file.headers["content-disposition"].startswith("attachment")


def test_the_zip_holds_the_export_and_its_readme(client: TestClient) -> None:
    export = tiny.made("results/export", "tiny")
    assert export is not None
    with zipfile.ZipFile(io.BytesIO(client.get("/export/tiny.zip").content)) as archive:
        assert archive.testzip() is None
        assert {name.partition("/")[2] for name in archive.namelist()} == set(export.files)
        assert archive.read("tiny/README.md") == export.path("README.md").read_bytes()


def test_while_a_result_is_made_its_page_says_which_step(client: TestClient, made: Path) -> None:
    planner = tiny.planner()
    manifest = made / "inbox" / "tiny" / "dataset.yaml"
    before = manifest.read_text()
    changed = {**QUICK["round_01"], "embedding": {"epochs": 20, "neighbours": 9}}
    tiny.change(manifest, settings={"round_01": changed})
    try:
        row = next(row for row in planner.rows("tiny") if row.asset == "round_01/embedding")
        assert row.state == "compute" and row.recipe is not None
        begun, end = threading.Event(), threading.Event()

        def work() -> None:
            assert row.recipe is not None
            with planner.store.lock(row.recipe), planner.store.draft(row.recipe):
                begun.set()
                end.wait(30)

        worker = threading.Thread(target=work)
        worker.start()
        begun.wait(30)
        state = client.get("/api/entries/tiny/state").json()
        end.set()
        worker.join()
        assert state["running"]["asset"] == "round_01/embedding"
        page = client.get("/api/entries/tiny").json()
        assert page["state"]["running"] is None and page["state"]["done"] < page["state"]["of"]
        old = next(one for one in page["made"] if one["asset"] == "round_01/embedding")
        assert not old["current"] and "neighbours" in " ".join(old["why"])
        assert any("would be made anew" in said for _, said in page["remarks"])
    finally:
        manifest.write_text(before)


HOSTILE = (
    "/files/particles/source/tiny/../../../../../../etc/passwd",
    "/files/particles/source/tiny/%2e%2e/%2e%2e/artifact.json",
    "/files/particles/source/..%2f..%2finbox/00000000/dataset.yaml",
    "/files/../inbox/tiny/00000000/dataset.yaml",
    "/volumes/particles/source/tiny/0123456789abcdef/..%2f..%2fmap.mrc",
    "/static/../app.py",
    "/static/%2e%2e/app.py",
    "/api/entries/..%2f..%2fetc",
    "/api/entries/<script>",
    "/export/..%2ftiny.zip",
    "/api/explore/tiny/column/__class__",
    "/api/explore/tiny?round=-1",
    "/api/explore/tiny?round=99",
)


@pytest.mark.parametrize("path", HOSTILE)
def test_paths_outside_are_refused(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (404, 409) and "root:" not in answer.text and "import" not in answer.text


def test_only_files_that_the_store_names_are_given(client: TestClient, made: Path) -> None:
    stored = tiny.made("particles/consensus", "tiny")
    assert stored is not None
    base = f"/files/particles/consensus/tiny/{stored.version}"
    assert client.get(f"{base}/map.mrc").status_code == 200
    for name in ("artifact.json", "../artifact.json", "nothing.mrc"):
        assert client.get(f"{base}/{name}").status_code == 404
    mask = f"/volumes/particles/consensus/tiny/{stored.version}/map.mrc"
    for named in ("/etc/passwd", "x", "/volumes/a/b/c/d", "/volumes/particles/consensus/tiny/00000000/../x"):
        assert client.get(mask, params={"mask": named}).status_code == 404
    assert client.get(mask, params={"box": "1e9"}).status_code == 404


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({"host": "evil.example"}, "Host"),
        ({"host": "localhost.evil.example:3001"}, "Host"),
        ({"host": "[::ffff:7f00:1"}, "Host"),
        ({"host": ""}, "Host"),
        ({"origin": "http://evil.example"}, "Origin"),
        ({"origin": "null"}, "Origin"),
        ({"origin": "https://localhost:3001"}, "Origin"),
        ({"origin": "http://localhost:9999"}, "Origin"),
    ],
)
def test_another_host_and_another_origin_are_refused(
    client: TestClient, headers: dict[str, str], why: str
) -> None:
    answer = client.get("/api/entries", headers=headers)
    assert answer.status_code == 403 and why in answer.json()["error"]


def test_every_answer_forbids_what_comes_from_elsewhere(client: TestClient) -> None:
    for path in ("/", "/entry/tiny", "/static/main.js", "/api/entries", "/nothing"):
        headers = client.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'self'; object-src 'none'")
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["x-content-type-options"] == "nosniff"


def test_what_the_browser_is_given_asks_nobody_else_and_sets_no_markup_from_data() -> None:
    for name in ("index.html", "main.js", "style.css", "LICENSES.txt"):
        assert (STATIC / name).stat().st_size > 100
    sources = list((PACKAGE / "pages" / "web" / "src").glob("*.js"))
    assert len(sources) >= 8
    for path in sources:
        text = path.read_text()
        for forbidden in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "https://",
        ):
            assert forbidden not in text, path
    assert "http" not in (STATIC / "index.html").read_text().replace("http-equiv", "")


def test_an_entry_that_cannot_be_read_is_listed_with_its_fault(client: TestClient, made: Path) -> None:
    folder = made / "inbox" / "broken"
    folder.mkdir()
    (folder / "dataset.yaml").write_text("particles: [<img src=x onerror=alert(1)>\n")
    try:
        row = next(row for row in client.get("/api/entries").json()["entries"] if row["name"] == "broken")
        assert not row["ok"] and "not YAML" in row["headline"]
        answer = client.get("/api/entries/broken")
        assert answer.status_code == 404 and "not YAML" in answer.json()["error"]
    finally:
        (folder / "dataset.yaml").unlink()
        folder.rmdir()


def test_an_asset_links_its_entrys_page_first(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cryo_assets.graph.factory import metadata

    monkeypatch.setenv("CRYO_HOME", str(made))
    stored = tiny.made("particles/consensus", "tiny")
    assert stored is not None
    first, value = next(iter(metadata(Home(made), stored).items()))
    assert (first, value.url) == ("page", "http://localhost:3001/entry/tiny")


def test_open_names_the_page_or_says_that_nobody_serves_it(
    made: Path, monkeypatch: pytest.MonkeyPatch, cryo
) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("CRYO_HOME", str(made))
    monkeypatch.setenv("CRYO_PAGES", "http://localhost:9")
    assert "`cryo up` serves it" in cryo("open", "tiny", code=1)
    assert "neither dataset.yaml nor map.yaml" in cryo("open", "tinny", code=2)
