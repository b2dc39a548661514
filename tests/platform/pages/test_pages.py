"""The pages of entries: what they say, what they refuse, and that a stranger's words stay words."""

import hashlib
import io
import json
import shutil
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pandas as pd
import pytest
import tiny
import torch
from paged import HERE, served, shown
from PIL import Image
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from cryo_assets.assets.rounds.drawn import inside, read_drawing
from cryo_assets.entries.manifest import Dataset
from cryo_assets.entries.table import read_stored
from cryo_assets.home import PACKAGE, Home
from cryo_assets.pages.app import make_app
from cryo_assets.pages.volumes import traced
from cryo_assets.pictures.resolution import contour, span
from cryo_assets.store.class_results import read_classes
from cryo_core.data import Volume
from cryo_core.formats.cryodrgn import read_indices
from cryo_core.formats.mrc import read_volume
from cryo_core.geometry.rotations import matrix_to_euler

STATIC = PACKAGE / "pages" / "static"


QUICK = {
    "round_01": {
        "model": {"linear": {"components": 2, "shells": 7, "iterations": 3, "early_iterations": 2}},
        "latents": {"walk_points": 3},
        "embedding": {"epochs": 20},
        "clusters": {"classes": 2},
        "poses": {"iterations": 1},
    },
    "states": {"maps": {"images": 20}},
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
    done = len(page["made"])
    assert page["state"] == {"done": done, "of": done, "running": None, "run": None}
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


def test_the_first_level_lies_between_molecule_and_solvent_however_wide_the_mask() -> None:
    generator = torch.Generator().manual_seed(5)
    z, y, x = torch.meshgrid(*(torch.arange(40) - 20.0,) * 3, indexing="ij")
    radius = (z**2 + y**2 + x**2).sqrt()
    noise = 0.1 * torch.randn(radius.shape, generator=generator)
    volume = Volume((radius < 8).float() + noise, 2.0)
    for wide in (10, 14, 19):
        assert 0.35 < contour(volume, radius < wide) < 0.65
    assert contour(volume.with_density(torch.zeros_like(noise)), radius < 10) == 0.0


def test_local_resolution_is_sent_with_its_range_inside_the_mask(client: TestClient) -> None:
    local = tiny.made("results/local_resolution", "tiny")
    card = next(card for card in client.get("/api/entries/tiny").json()["cards"] if card.get("accepted"))
    assert local is not None
    folder = local.folder / f"class_{card['class']:02d}"
    about = json.loads(client.get(dict(card["maps"][0]["paints"])["local resolution"]).headers["x-map"])
    inside = read_volume(folder / "mask.mrc").density >= 0.5
    assert about["span"] == pytest.approx(span(read_volume(folder / "resolution.mrc"), inside))


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


@pytest.fixture
def other(client: TestClient, made: Path) -> Iterator[str]:
    """A variant with three classes, which shares its first results, as long as a test lasts."""
    rounds = {**QUICK["round_01"], "clusters": {"classes": 3}}
    folder = tiny.add_dataset(made, "other", rounds=1, settings={"round_01": rounds}, variant_of="tiny")
    plan = tiny.planner().plan("other")
    for row in plan.rows():
        if row.state == "compute" and row.asset in ("round_01/clusters", "round_01/poses", "round_01/maps"):
            tiny.make(row.asset, "other")
    yield "other"
    shutil.rmtree(folder)


def test_two_entries_side_by_side_say_first_what_was_set_differently(
    client: TestClient, other: str, made: Path
) -> None:
    found = client.get(f"/api/compare?a=tiny&b={other}").json()
    assert found["why"][0] == ["round_01/clusters", "setting classes: 2 → 3"]
    assert found["command"] == f"cryo compare tiny {other}"
    assert [side["title"] for side in found["sides"]] == ["tiny", other]
    assert found["sides"][0]["cards"] == client.get("/api/entries/tiny").json()["cards"]
    labels = [
        pd.read_csv(stored.path("labels.csv"))["class"]
        for name in ("tiny", other)
        if (stored := tiny.made("round_01/clusters", name))
    ]
    counted = pd.crosstab(*labels)
    assert {(row["from"], row["to"]): row["particles"] for row in found["flow"]["flow"]} == {
        (a, b): counted.loc[a, b] for a in counted.index for b in counted.columns if counted.loc[a, b]
    }
    one, two = (tiny.made("round_01/clusters", name) for name in ("tiny", other))
    assert one and two
    address = "&".join(f"{side}=round_01/clusters:tiny:{v.version}" for side, v in (("a", one), ("b", two)))
    then = client.get(f"/api/compare?{address}").json()
    assert then.get("why", [then])[0] == found["why"][0]
    assert then["command"] == f"cryo compare {one.version} {two.version}"
    assert len([card for card in then["sides"][0]["cards"] if "class" in card]) >= 1


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("a=tiny", "use 1 to 64 letters"),
        ("a=tiny&b=tiny-map", "one is a map, the other a data set"),
        ("a=tiny&b=<script>", "use 1 to 64 letters"),
        ("a=tiny&b=../x", "use 1 to 64 letters"),
        ("a=tiny&b=x:y", "should be an entry"),
        ("a=tiny&b=particles/source:tiny:..%2f..%2f", "no version"),
        ("a=tiny&b=particles/source:..%2ftiny:00000000", "use 1 to 64 letters"),
    ],
)
def test_what_cannot_be_compared_is_said(client: TestClient, asked: str, why: str) -> None:
    answer = client.get(f"/api/compare?{asked}")
    assert answer.status_code == 404 and why in answer.json()["error"]


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


def test_what_the_browser_is_given_was_made_of_the_sources_as_they_are() -> None:
    web = PACKAGE / "pages" / "web"
    digest = hashlib.sha256((web / "package-lock.json").read_bytes())
    for path in sorted((web / "src").iterdir(), key=lambda path: path.name):
        digest.update(path.read_bytes())
    assert (STATIC / "SOURCES.sha256").read_text().strip() == digest.hexdigest(), "run `make pages`"


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
    first, value = next(iter(metadata(Home(made), stored, "tiny").items()))
    assert (first, value.url) == ("page", "http://localhost:3001/entry/tiny")


def test_an_asset_shows_its_classes_as_a_table(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cryo_assets.graph.factory import metadata

    monkeypatch.setenv("CRYO_HOME", str(made))
    stored = tiny.made("results/classes", "tiny")
    assert stored is not None
    shown = metadata(Home(made), stored, "tiny")
    assert not [name for name in shown if name.startswith("class_")]
    rows = [record.data for record in shown["each class"].records]
    classes = read_classes(stored)
    assert [(row["class"], row["particles"]) for row in rows] == [(c.name, str(c.particles)) for c in classes]
    assert all(str(row["plain"]).endswith(" Å") for row in rows)


def test_open_names_the_page_or_says_that_nobody_serves_it(
    made: Path, monkeypatch: pytest.MonkeyPatch, cryo: Callable[..., Any]
) -> None:
    monkeypatch.setenv("CRYO_HOME", str(made))
    monkeypatch.setenv("CRYO_PAGES", "http://localhost:9")
    assert "`cryo up` serves it" in cryo("open", "tiny", code=1)
    assert "neither dataset.yaml nor map.yaml" in cryo("open", "tinny", code=2)


def _column(client: TestClient, name: str) -> np.ndarray:
    return np.frombuffer(client.get(f"/api/explore/tiny/column/{name}?round=1").content, "<f4")


def test_the_columns_are_those_of_the_artifacts(client: TestClient) -> None:
    about = client.get("/api/explore/tiny").json()
    latents, clusters = tiny.made("round_01/latents", "tiny"), tiny.made("round_01/clusters", "tiny")
    embedding = tiny.made("round_01/embedding", "tiny")
    assert latents and clusters and embedding
    more = client.get("/api/explore/tiny/columns").json()
    ids = [column["id"] for column in (*about["columns"], *more)]
    frame, table = (
        pd.read_parquet(embedding.path("embedding.parquet")),
        read_stored(latents.path("particles.star")),
    )
    assert (about["count"], about["round"], about["rounds"]) == (120, 1, [1])
    assert ids[: len(frame.columns)] == list(frame.columns) and len(set(ids)) == len(ids)
    for name in ids:
        assert len(_column(client, name)) == 120, name
    assert np.array_equal(_column(client, "umap2_1"), frame["umap2_1"].to_numpy(np.float32))
    labels = pd.read_csv(clusters.path("labels.csv"))["class"].to_numpy()
    assert np.array_equal(_column(client, "class"), labels)
    assert {c["class"]: c["particles"] for c in about["classes"]} == pd.Series(
        labels
    ).value_counts().to_dict()
    angles = matrix_to_euler(table.poses.rotation).numpy()
    for axis, name in enumerate(("rot", "tilt", "psi")):
        assert np.allclose(_column(client, name), angles[:, axis], atol=1e-3)


def test_the_density_at_a_particle_is_what_cryo_volumes_writes(
    client: TestClient, tmp_path: Path, cryo: Callable[..., Any]
) -> None:
    answer = client.get("/api/explore/tiny/density?round=1&row=4&box=64")
    about = json.loads(answer.headers["x-map"])
    cryo("volumes", "tiny", "--particles", "5", "-o", tmp_path / "out", "--device", "cpu")
    written = read_volume(tmp_path / "out" / "001.mrc")
    sent = np.frombuffer(answer.content, "<f4").reshape(about["shape"])
    assert np.allclose(sent, written.density.numpy(), atol=1e-6)
    picture = client.get("/api/explore/tiny/nearest.png?round=1&row=4")
    assert Image.open(io.BytesIO(picture.content)).size == (8 * 116 - 4, 4 * 116 - 4)
    assert "there are 120" in client.get("/api/explore/tiny/density?row=120").json()["error"]


JSON = {"content-type": "application/json"}


def _drawing(client: TestClient, *steps: dict[str, Any], **more: Any) -> bytes:
    """A drawing on what the explorer shows now."""
    about = client.get("/api/explore/tiny").json()
    fields = {"dataset": "tiny", "round": 1, **about["versions"], "steps": list(steps)}
    return json.dumps(fields | more).encode()


def _rows(client: TestClient, *steps: dict[str, Any]) -> list[int]:
    """Which rows a drawing means."""
    answer = client.post("/api/explore/tiny/ind.pkl", content=_drawing(client, *steps), headers=JSON)
    return _indices(answer.content) if answer.status_code == 200 else []


def _indices(content: bytes) -> list[int]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ind.pkl"
        path.write_bytes(content)
        return read_indices(path).tolist()


STAR = [[0.3, -0.2], [0.7, 0.9], [-0.4, 0.1], [0.9, 0.3], [-0.1, 0.8]]
SOME = {"how": "new", "range": {"column": "row", "low": 3, "high": 7}}


def test_an_outline_holds_what_matplotlib_says_it_holds() -> None:
    from matplotlib.path import Path as Line

    x, y = np.random.default_rng(4).normal(size=(2, 4000)) * 0.6
    x[7] = np.nan
    held = inside(x, y, np.array(STAR))
    assert 0 < held.sum() < 2000
    assert np.array_equal(held, Line([*STAR, STAR[0]]).contains_points(np.stack([x, y], 1)))


def test_sets_combine_as_they_were_drawn(client: TestClient) -> None:
    labels, psi = _column(client, "class"), _column(client, "psi")
    one = {"how": "new", "class": 1}
    turned = {"how": "within", "range": {"column": "psi", "low": -90, "high": 90}}
    half = (psi >= -90) & (psi <= 90)
    assert _rows(client, one) == np.flatnonzero(labels == 1).tolist()
    assert _rows(client, one, turned) == np.flatnonzero((labels == 1) & half).tolist()
    assert _rows(client, one, turned | {"how": "add"}) == np.flatnonzero((labels == 1) | half).tolist()
    assert _rows(client, one, turned | {"how": "subtract"}) == np.flatnonzero((labels == 1) & ~half).tolist()
    assert _rows(client, one, {"how": "invert"}) == np.flatnonzero(labels != 1).tolist()
    u, v = _column(client, "umap2_1"), _column(client, "umap2_2")
    middle = float(np.median(u))
    corners = [[middle, -1e6], [1e6, -1e6], [1e6, 1e6], [middle, 1e6]]
    outline = {"columns": ["umap2_1", "umap2_2"], "corners": corners}
    right = np.flatnonzero(u >= middle).tolist()
    assert _rows(client, {"how": "new", "outline": outline}) == right and len(v) == 120
    three = {"columns": ["umap2_1", "umap2_2", "row"], "ways": [[1, 0, 0], [0, 1, 0]], "corners": corners}
    assert _rows(client, {"how": "new", "outline": three}) == right


def test_what_is_picked_becomes_files_and_a_data_set_as_the_command_makes_it(
    client: TestClient, made: Path, tmp_path: Path, cryo: Callable[..., Any]
) -> None:
    rows, drawn = [2, 3, 4, 5, 6], _drawing(client, SOME)
    assert _rows(client, SOME) == rows
    star = client.post("/api/explore/tiny/selection.star", content=drawn, headers=JSON)
    (tmp_path / "particles.star").write_bytes(star.content)
    table = client.post("/api/explore/tiny/selection.cs", content=drawn, headers=JSON)
    assert len(np.load(io.BytesIO(table.content), allow_pickle=False)) == len(rows)
    source = tiny.made("particles/source", "tiny")
    assert source is not None
    whole, some = read_stored(source.path("particles.star")), read_stored(tmp_path / "particles.star")
    assert np.array_equal(some.image_number, whole.image_number[rows])
    said = client.post("/api/explore/tiny/filter?new=by-page&poses=moved", content=drawn, headers=JSON)
    assert said.json()["particles"] == 5, said.text
    (tmp_path / "polygon.json").write_bytes(drawn)
    drawing = "--polygon", tmp_path / "polygon.json"
    cryo("filter", "tiny", *drawing, "--poses", "moved", "--name", "by-command")
    made_by = [Dataset.read(made / "inbox" / name / "dataset.yaml") for name in ("by-page", "by-command")]
    assert made_by[0].derived_from == made_by[1].derived_from is not None
    texts = [(m.path.parent / "particles.star").read_text() for m in made_by]
    assert texts[0] == texts[1]
    assert read_indices(made / "inbox" / "by-page" / "ind.pkl").tolist() == rows
    again = made / "inbox" / "by-page" / "polygon.json"
    assert read_drawing(again) == read_drawing(tmp_path / "polygon.json")
    assert "there are 120" in cryo("filter", "tiny", "--ids", _pkl(tmp_path, [120, 3]), "--name", "x", code=2)
    assert "give one of them" in cryo("filter", "tiny", *drawing, "--ids", tmp_path / "x", code=2)
    for name in ("by-page", "by-command"):
        shutil.rmtree(made / "inbox" / name)


def test_of_two_people_who_make_one_name_at_once_one_does(client: TestClient, made: Path) -> None:
    chosen = [SOME, {"how": "new", "range": {"column": "row", "low": 11, "high": 14}}]
    bodies = [_drawing(client, step) for step in chosen]

    def post(body: bytes) -> int:
        return client.post("/api/explore/tiny/filter?new=both", content=body, headers=JSON).status_code

    with ThreadPoolExecutor(2) as pool:
        codes = list(pool.map(post, bodies))
    assert sorted(codes) == [200, 404]
    won = read_indices(made / "inbox" / "both" / "ind.pkl").tolist()
    assert won == [[2, 3, 4, 5, 6], [10, 11, 12, 13]][codes.index(200)]
    derived = Dataset.read(made / "inbox" / "both" / "dataset.yaml").derived_from
    assert derived is not None and derived.particles == len(won)
    shutil.rmtree(made / "inbox" / "both")


def _pkl(folder: Path, rows: list[int]) -> Path:
    from cryo_core.formats.cryodrgn import write_indices

    write_indices(folder / "other.pkl", np.array(rows))
    return folder / "other.pkl"


@pytest.mark.parametrize(
    ("headers", "query", "code"),
    [
        ({"origin": "http://evil.example"}, "new=x", 403),
        ({"sec-fetch-site": "cross-site"}, "new=x", 403),
        ({"content-type": "text/plain"}, "new=x", 415),
        ({}, "new=../x", 404),
        ({}, "new=<b>x</b>", 404),
        ({}, "new=tiny", 404),
        ({}, "new=training", 404),
        ({}, "new=", 404),
        ({}, "new=x&poses=<b>", 404),
    ],
)
def test_what_a_stranger_or_a_fault_sends_makes_nothing(
    client: TestClient, made: Path, headers: dict[str, str], query: str, code: int
) -> None:
    before = sorted((made / "inbox").iterdir())
    body, sent = _drawing(client, SOME), {**JSON, **headers}
    answer = client.post(f"/api/explore/tiny/filter?{query}", content=body, headers=sent)
    assert answer.status_code == code and answer.json()["error"]
    assert client.get("/api/explore/tiny/filter").status_code == 405
    if code in (403, 415):
        assert client.post("/api/entries/tiny/run", content=b"{}", headers=sent).status_code == code
        assert not (made / "work" / "page-runs").exists()
    assert sorted((made / "inbox").iterdir()) == before


CORNER = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]]


@pytest.mark.parametrize(
    ("steps", "more", "why"),
    [
        ([], {}, "steps"),
        ([{"how": "new"}], {}, "needs an outline"),
        ([{"how": "rm -rf"}], {}, "how"),
        ([SOME | {"also": 1}], {}, "also"),
        ([{"how": "new", "class": 99}], {}, "no particle"),
        ([{"how": "new", "range": {"column": "__class__", "low": 0, "high": 1}}], {}, "none of that name"),
        ([{"how": "new", "outline": {"columns": ["pc_1"], "corners": CORNER}}], {}, "columns"),
        ([{"how": "new", "outline": {"columns": ["row"] * 3, "corners": CORNER}}], {}, "two ways"),
        ([{"how": "new", "outline": {"columns": ["row"] * 2, "corners": CORNER * 7000}}], {}, "20000"),
        ([SOME], {"dataset": "tiny-map"}, "not of tiny"),
        ([SOME], {"latents": "../../../../etc"}, "not in the store"),
        ([SOME], {"embedding": "0" * 20}, "not in the store"),
        ([SOME], {"round": 10**9}, "not in the store"),
    ],
)
def test_a_drawing_that_is_none_is_refused_in_words(
    client: TestClient, steps: list[dict[str, Any]], more: dict[str, Any], why: str
) -> None:
    body = _drawing(client, *steps, **more)
    answer = client.post("/api/explore/tiny/ind.pkl", content=body, headers=JSON)
    assert answer.status_code == 404 and why in answer.json()["error"], answer.text
    assert len(answer.json()["error"]) < 400


def test_a_million_corners_are_refused_at_once(client: TestClient) -> None:
    body = _drawing(client, {"how": "new", "outline": {"columns": ["pc_1", "pc_2"], "corners": ["X"]}})
    body = body.replace(b'"X"', b",".join([b"[0.123456, 0.654321]"] * 10**6))
    began = time.monotonic()
    answer = client.post("/api/explore/tiny/ind.pkl", content=body, headers=JSON)
    assert answer.status_code == 413 and time.monotonic() - began < 5
    for bad in (b"", b"[" * 100_000, b"null", b'{"steps": NaN}', b"\xff"):
        answer = client.post("/api/explore/tiny/ind.pkl", content=bad, headers=JSON)
        assert answer.status_code == 404 and "no drawing" in answer.json()["error"]


@pytest.mark.browser
def test_two_entries_turn_together(client: TestClient, other: str, browser: Page, address: str) -> None:
    browser.goto(f"{address}/entry/tiny")
    browser.get_by_role("link", name="Compare with another").click()
    browser.get_by_label("Second").select_option(other)
    browser.get_by_role("heading", name="Set differently").wait_for()
    browser.get_by_role("cell", name="setting classes: 2 → 3").wait_for()
    surfaces = browser.locator(".compared canvas.surface[data-state=ready]")
    surfaces.nth(1).wait_for()
    before = [surfaces.nth(n).screenshot() for n in (0, 1)]
    surfaces.first.press("ArrowRight")
    browser.wait_for_timeout(300)
    assert all(surfaces.nth(n).screenshot() != before[n] for n in (0, 1))
    assert browser.locator(".compared .chart canvas").count() >= 1
    assert browser.locator(".sankey path").count() >= 2


@pytest.fixture
def address(made: Path, mlflow_database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("CRYO_HOME", str(made))
    shutil.copy(mlflow_database, made / "mlflow" / "mlflow.db")
    with served(made) as address:
        yield address


@pytest.fixture
def browser(address: str) -> Iterator[Page]:
    with shown(address) as page:
        yield page


@pytest.mark.browser
@pytest.mark.timeout(300)
def test_from_the_list_to_a_page_to_the_explorer_and_home(
    browser: Page, address: str, made: Path, tmp_path: Path
) -> None:
    hostile = made / "inbox" / "hostile"
    hostile.mkdir()
    (hostile / "dataset.yaml").write_text("particles: [<img src=x onerror=alert(1)>, <b>\n")
    browser.goto(address)
    browser.get_by_text("cannot be read").wait_for()
    assert browser.locator("main img, main b").count() == 0
    shutil.rmtree(hostile)
    browser.get_by_role("searchbox").fill("data tiny")
    assert browser.locator("tbody tr").count() == 1
    browser.get_by_role("link", name="tiny", exact=True).click()
    surface = browser.locator("canvas.surface[data-state=ready]").first
    surface.wait_for()
    assert int(surface.get_attribute("data-faces") or 0) > 100
    for title in ("States", "Latent space", "Rounds", "Views", "Checks", "Files"):
        assert browser.get_by_role("heading", name=title, exact=True).count() == 1
    browser.locator(".latent canvas.points[data-state=ready]").first.wait_for()
    assert browser.locator(".card .chart canvas").count() >= 1
    _picks(browser, tmp_path)
    _shows_density(browser)
    _makes_and_runs(browser, address, made)


def _makes_and_runs(page: Page, address: str, home: Path) -> None:
    """What a lasso holds becomes a data set, which runs to its classes."""
    count = _lasso(page, 0.97)
    page.get_by_label("poses of the new data set").select_option("moved")
    page.get_by_label("Name of the new data set").fill("by-hand")
    page.get_by_role("button", name="New data set").click()
    page.get_by_role("link", name="by-hand", exact=True).click()
    page.get_by_role("heading", name="by-hand").wait_for()
    of = Dataset.read(home / "inbox" / "by-hand" / "dataset.yaml").derived_from
    assert of is not None and (of.dataset, of.particles, of.polygon) == ("tiny", count, Path("polygon.json"))
    page.get_by_role("button", name="New results: show them").wait_for()
    end = time.monotonic() + 240
    while (state := page.request.get(f"{address}/api/entries/by-hand/state").json())["run"]["goes_on"]:
        assert time.monotonic() < end, state
        time.sleep(1)
    assert state["run"]["failed"] == [] and state["done"] == state["of"]
    page.get_by_role("button", name="New results: show them").click()
    page.locator(".hero .pill", has_text="up to date").wait_for()
    page.locator(".card[data-title^=Class] canvas.surface[data-state=ready]").first.wait_for()
    page.goto(address)
    page.get_by_role("searchbox").wait_for()  # nothing asks for the entry any more
    shutil.rmtree(home / "inbox" / "by-hand")


def _lasso(page: Page, low: float) -> int:
    """Draw a line around what lies in the upper part of the view; the number that the page then says."""
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    page.keyboard.press("Escape")
    expect(page.locator("#picked")).to_have_text("0")
    box = page.locator("canvas.points").bounding_box()
    assert box is not None
    corners = [(0.02, 0.02), (0.98, 0.02), (0.98, low), (0.02, low)]
    page.mouse.move(box["x"] + 0.02 * box["width"], box["y"] + 0.02 * box["height"])
    page.mouse.down()
    for x, y in corners:
        page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"], steps=4)
    page.mouse.up()
    expect(page.locator("#picked")).not_to_have_text("0")
    return int(page.locator("#picked").inner_text())


def _picks(page: Page, folder: Path) -> None:
    """A lasso counts, undo takes it back, a class is picked with the keyboard, and ind.pkl says which."""
    page.get_by_role("link", name="Explore the latent space").click()
    page.locator("canvas.points[data-state=ready]").wait_for()
    some = _lasso(page, 0.6)
    assert 0 < some < 120
    page.get_by_role("button", name="invert").click()
    expect(page.locator("#picked")).to_have_text(str(120 - some))
    page.keyboard.press("Control+z")
    expect(page.locator("#picked")).to_have_text(str(some))
    page.locator("button[data-class='1']").focus()
    page.keyboard.press("Enter")
    clusters = tiny.made("round_01/clusters", "tiny")
    assert clusters is not None
    labels = pd.read_csv(clusters.path("labels.csv"))["class"].to_numpy()
    expect(page.locator("#picked")).to_have_text(str((labels == 1).sum()))
    with page.expect_download() as download:
        page.get_by_role("button", name="ind.pkl").click()
    download.value.save_as(folder / "ind.pkl")
    assert read_indices(folder / "ind.pkl").tolist() == np.flatnonzero(labels == 1).tolist()


def _shows_density(page: Page) -> None:
    """A particle's density is drawn, and its threshold changes the surface."""
    page.get_by_label("Number of a particle").fill("7")
    page.get_by_role("button", name="show", exact=True).click()
    shown = page.locator("#density canvas[data-state=ready]")
    shown.wait_for()
    faces = int(shown.get_attribute("data-faces") or 0)
    assert faces > 100
    page.get_by_label("Threshold of the density").fill("150")
    expect(shown).not_to_have_attribute("data-faces", str(faces))
    page.locator("img.montage").wait_for()
    assert page.locator("img.montage").evaluate("image => image.decode().then(() => image.naturalWidth)")


def test_a_path_by_clicks_is_what_cryo_volumes_writes(
    client: TestClient, tmp_path: Path, cryo: Callable[..., Any]
) -> None:
    asked = {"round": 1, "rows": "4,60,11", "points": 5}
    found = client.get("/api/explore/tiny/path", params=asked).json()
    assert len(found["rows"]) == 5 and [found["rows"][0], found["rows"][-1]] == [4, 11]
    words = found["command"].split()[1:-1]  # `cryo` and the folder's name
    cryo(*words, tmp_path / "out", "--device", "cpu")
    with zipfile.ZipFile(
        io.BytesIO(client.get("/api/explore/tiny/path.zip", params=asked).content)
    ) as zipped:
        assert {Path(name).name for name in zipped.namelist()} == {
            p.name for p in (tmp_path / "out").iterdir()
        }
        zipped.extractall(tmp_path / "zip")
    for number in range(5):
        answer = client.get("/api/explore/tiny/frame", params={**asked, "frame": number, "box": 64})
        sent = np.frombuffer(answer.content, "<f4")
        for folder in ("out", "zip/path"):
            written = read_volume(tmp_path / folder / f"{number + 1:03d}.mrc").density.numpy()
            assert np.allclose(sent, written.ravel(), atol=1e-6)
    assert "open" in (tmp_path / "zip/path/series.cxc").read_text()


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("path?rows=4", "2 to 20"),
        ("path?rows=", "whole numbers"),
        ("path?rows=4,<script>", "whole numbers"),
        ("path?rows=4,500", "there are 120"),
        ("path?rows=4,5&points=900", "2 to 60"),
        ("frame?rows=4,5&points=4&frame=4", "there are 4"),
        ("states?at=--device", "particle:17"),
        ("states", "0 points"),
        ("states?at=particle:1;rm", "particle:17"),
    ],
)
def test_a_path_or_a_point_that_is_none_is_refused_in_words(client: TestClient, asked: str, why: str) -> None:
    answer = client.get(f"/api/explore/tiny/{asked}")
    assert answer.status_code == 404 and why in answer.json()["error"]


def test_a_state_map_is_begun_followed_and_shown(client: TestClient, made: Path) -> None:
    address = "/api/explore/tiny/states?at=class:1"
    assert client.get(address).json() == {"run": None, "states": []}
    begun = client.post("/api/explore/tiny/states/make?at=class:1", content=b"{}", headers=JSON)
    assert begun.json() == {"command": "cryo state tiny --at class:1"}
    again = client.post("/api/explore/tiny/states/make?at=class:2", content=b"{}", headers=JSON)
    assert again.status_code == 409 and "goes on" in again.json()["error"]
    end = time.monotonic() + 120
    while (found := client.get(address).json())["run"]["goes_on"]:
        assert time.monotonic() < end, found
        time.sleep(0.5)
    assert found["run"]["failed"] == []
    (state,) = found["states"]
    assert state["at"] == "class:1" and [one["title"] for one in state["maps"]][1:] == [
        "half map 1",
        "half map 2",
    ]
    about = json.loads(
        client.get(state["maps"][0]["volume"], params={"mask": state["maps"][0]["mask"]}).headers["x-map"]
    )
    assert about["least"] < about["level"] < about["most"]
    assert b"_cryoStateWeight" in client.get(state["particles"]).content
    shutil.rmtree(made / "store" / "states" / "maps")


def test_half_maps_tell_of_directions_and_of_the_fall_off_as_the_report_does(client: TestClient) -> None:
    card = next(c for c in client.get("/api/entries/tiny").json()["cards"] if c["title"].startswith("All"))
    consensus = tiny.made("particles/consensus", "tiny")
    assert consensus is not None
    found = client.get(card["halves"]).json()
    assert found["directional"]["cfar"] == pytest.approx(consensus.numbers["cfar"], abs=2e-3)
    assert found["directional"]["sphericity"] == pytest.approx(consensus.numbers["sphericity"], abs=2e-3)
    least, most = (np.array(found["directional"]["curves"][name]) for name in ("least", "most"))
    assert (least <= most).all() and (least < most).any()
    b_factor = consensus.numbers["b_factor_angstrom2"]
    assert ("b_factor" in found["guinier"]) == (b_factor is not None)
    if b_factor is not None:
        assert found["guinier"]["b_factor"] == pytest.approx(b_factor, abs=0.1)
    wrong = client.get("/api/halves?half1=/volumes/particles/consensus/tiny/0000/half1.mrc&half2=x")
    assert wrong.status_code == 404 and client.get("/api/halves").status_code == 404


def test_a_model_is_traced_chain_by_chain_with_no_line_over_a_gap(tmp_path: Path) -> None:
    rows = [
        ("A", 1, 0.0),
        ("A", 2, 3.8),
        ("A", 3, 7.6),
        ("A", 9, 40.0),
        ("A", 10, 43.8),
        ("B", 1, 60.0),
        ("B", 2, 63.8),
    ]
    lines = [
        f"ATOM  {i:5d}  {atom:<3} ALA {chain}{number:4d}    {x:8.3f}{0.0:8.3f}{0.0:8.3f}  1.00 20.00           C"
        for i, (atom, (chain, number, x)) in enumerate([(a, row) for row in rows for a in ("CA", "CB")], 1)
    ]
    (tmp_path / "model.pdb").write_text("\n".join([*lines, "END", ""]))
    assert [[place[0] for place in piece] for piece in traced(tmp_path / "model.pdb")] == [
        [0.0, 3.8, 7.6],
        [40.0, 43.8],
        [60.0, 63.8],
    ]
