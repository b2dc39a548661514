"""The form that adds an entry: where it may look, what it says, and that it adds and runs what the command would."""

import io
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tiny
from paged import HERE, served, shown
from PIL import Image
from playwright.sync_api import Page
from starlette.testclient import TestClient

from cryo_assets.entries.manifest import Dataset, MapEntry
from cryo_assets.home import Home
from cryo_assets.pages.app import make_app


@pytest.fixture
def folder(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that pages may look into, with a table, its images, maps, and links that lead outside."""
    Home(home).create()
    files, outside = tmp_path / "files", tmp_path / "outside"
    for place in (files / "Class2D", outside):
        place.mkdir(parents=True)
    shutil.copytree(tiny.add_dataset(home, "given"), files, dirs_exist_ok=True)
    shutil.copytree(tiny.add_map(home, "given-map"), files / "maps")
    for name in ("given", "given-map"):
        shutil.rmtree(home / "inbox" / name)
    (outside / "secret.star").write_text("data_secret\n")
    (files / "link.star").symlink_to(outside / "secret.star")
    (files / "away").symlink_to(outside)
    (files / "round").symlink_to(files / "round")
    (files / "<b>bold<b>.star").write_text("data_\n")
    (files / ".hidden.star").write_text("data_\n")
    monkeypatch.setenv("CRYO_FOLDERS", str(files))
    return files


@pytest.fixture
def client(home: Path, folder: Path) -> Iterator[TestClient]:
    with TestClient(make_app(Home(home)), base_url=HERE) as client:
        yield client


def _asked(folder: Path, **more: Any) -> dict[str, Any]:
    return {"kind": "datasets", "name": "new", "path": str(folder / "particles.star"), **more}


def test_a_folder_lists_what_can_be_added_and_no_link_that_leads_outside(
    client: TestClient, folder: Path
) -> None:
    found = client.get("/api/folder").json()
    listed = {one["name"]: one["kind"] for one in found["entries"]}
    assert (found["folder"], found["up"]) == (str(folder), None)
    assert listed == {
        "Class2D": "folder",
        "maps": "folder",
        "truth": "folder",
        "<b>bold<b>.star": "table",
        "particles.star": "table",
        "particles.mrcs": "images",
    }
    below = client.get("/api/folder", params={"path": str(folder / "maps")}).json()
    assert below["up"] == str(folder) and {one["kind"] for one in below["entries"]} == {"map"}


@pytest.mark.parametrize(
    "path", ["/", "/etc", "{}/..", "{}/../outside", "{}/away", "{}/round", "{}/none", "{}\0", "~", "x" * 9000]
)
def test_no_folder_outside_is_shown(client: TestClient, folder: Path, path: str) -> None:
    answer = client.get("/api/folder", params={"path": path.format(folder)})
    assert answer.status_code == 404 and "outside" in answer.json()["error"]
    assert len(answer.json()["error"]) < 400


def test_a_look_says_what_the_command_says_and_adds_nothing(
    client: TestClient, folder: Path, home: Path, cryo: Callable[..., Any]
) -> None:
    asked = _asked(folder, contrast="white", poses_aligned_to_angstrom=12.5)
    found = client.post("/api/look", json=asked).json()
    assert not any((home / "inbox").iterdir()) and not list((home / "work").glob("new-*"))
    assert found["particles"] == 120 and found["box"] == 32
    said = client.post("/api/add", json=asked).json()
    assert said == found
    words = found["command"].split()
    assert words[:2] == ["cryo", "add"]
    by_command = cryo(*words[1:], "--name", "by-command", "--json")
    assert {k: v for k, v in by_command.items() if k not in ("name", "manifest")} == {
        k: v for k, v in found.items() if k not in ("name", "manifest", "command")
    }
    made = [Dataset.read(home / "inbox" / name / "dataset.yaml") for name in ("new", "by-command")]
    one, two = (manifest.model_dump(exclude={"name"}) for manifest in made)
    assert one == two
    assert "an entry of this name exists" in client.post("/api/add", json=asked).json()["error"]


def test_a_map_is_added_with_its_halves(client: TestClient, folder: Path, home: Path) -> None:
    maps = folder / "maps"
    asked = {"kind": "maps", "name": "a-map", "path": str(maps / "map.mrc"), "half1": str(maps / "half1.mrc")}
    assert "both or none" in client.post("/api/look", json=asked).json()["error"]
    found = client.post("/api/add", json=asked | {"half2": str(maps / "half2.mrc")}).json()
    assert found["shape_zyx"] == [20, 24, 22] and found["half_maps"] and not found["missing"]
    assert MapEntry.read(home / "inbox" / "a-map" / "map.yaml").half2 == maps / "half2.mrc"


def test_the_first_images_are_seen_in_both_contrasts(client: TestClient, folder: Path) -> None:
    def seen(turned: int) -> np.ndarray:
        query = {"form": json.dumps(_asked(folder)), "turned": turned}
        answer = client.get("/api/first-images.png", params=query)
        assert answer.headers["content-type"] == "image/png", answer.text
        return np.asarray(Image.open(io.BytesIO(answer.content)), float)[:100, :100]

    one, other = seen(0), seen(1)
    assert np.corrcoef(one.ravel(), other.ravel())[0, 1] < -0.99
    inner = np.hypot(*(np.mgrid[:100, :100] - 50)) < 25
    assert one[inner].mean() > one[~inner].mean()  # the simulated particles are white


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"path": "/etc/passwd"}, "outside"),
        ({"path": "{}/link.star"}, "outside"),
        ({"path": "{}/away/secret.star"}, "outside"),
        ({"stack": "/etc/passwd"}, "outside"),
        ({"stack_dir": "{}/.."}, "outside"),
        ({"path": "{}/<b>bold<b>.star"}, "bold"),
        ({"name": "../x"}, "use 1 to 64 letters"),
        ({"name": "<script>"}, "use 1 to 64 letters"),
        ({"name": "training"}, "kept for"),
        ({"symmetry": "C1; rm"}, "symmetry"),
        ({"pixel_angstrom": -1}, "pixel_angstrom"),
        ({"pixel_angstrom": None, "settings": {}}, "settings"),
        ({"kind": "training"}, "kind"),
        ({"half1": "{}/maps/half1.mrc"}, "not said of"),
        ({"path": "y" * 5000}, "path"),
    ],
)
def test_a_form_that_asks_too_much_is_refused_in_words(
    client: TestClient, folder: Path, home: Path, more: dict[str, Any], why: str
) -> None:
    said = {k: v.format(folder) if isinstance(v, str) else v for k, v in more.items()}
    for what in ("look", "add"):
        answer = client.post(f"/api/{what}", json=_asked(folder) | said)
        assert answer.status_code in (404, 409) and why in answer.json()["error"], answer.text
        assert len(answer.json()["error"]) < 700 and "secret" not in answer.json()["error"].replace(
            "secret.star", ""
        )
    assert not any((home / "inbox").iterdir()) and not list((home / "work").glob("new-*"))


def test_only_a_page_of_this_server_adds(client: TestClient, folder: Path, home: Path) -> None:
    for headers in ({"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"host": "evil"}):
        assert client.post("/api/add", json=_asked(folder), headers=headers).status_code == 403
    text = client.post("/api/add", content=b"{}", headers={"content-type": "text/plain"})
    assert text.status_code == 415
    assert client.get("/api/add").status_code == 405
    assert not any((home / "inbox").iterdir())


@pytest.fixture
def address(home: Path, folder: Path) -> Iterator[str]:
    with served(home) as address:
        yield address


@pytest.fixture
def browser(address: str) -> Iterator[Page]:
    with shown(address) as page:
        yield page


@pytest.mark.browser
@pytest.mark.timeout(400)
def test_a_form_adds_a_map_and_runs_it(browser: Page, address: str, folder: Path, home: Path) -> None:
    browser.goto(address)
    browser.get_by_role("link", name="Add a data set or a map").click()
    assert browser.locator("main b").count() == 0
    browser.get_by_role("button", name="particles.star").click()
    browser.get_by_role("button", name="Particles are bright here: contrast white").click()
    browser.locator("button[aria-pressed=true]", has_text="contrast white").wait_for()
    assert browser.get_by_role("combobox", name="contrast").input_value() == "white"
    browser.get_by_role("button", name="maps/").click()
    browser.get_by_label("table, images or map").focus()
    browser.get_by_role("button", name="map.mrc").click()
    browser.get_by_role("cell", name="20, 24, 22").wait_for()
    browser.get_by_label("name of the entry").fill("by-form")
    browser.get_by_role("button", name="Add it").click()
    browser.get_by_text("by-form is in the inbox").wait_for()
    browser.get_by_role("button", name="Run it").click()
    browser.get_by_text("It runs, and goes on").wait_for()
    end = time.monotonic() + 300
    while (state := browser.request.get(f"{address}/api/entries/by-form/state").json())["run"]["goes_on"]:
        assert time.monotonic() < end, state
        time.sleep(1)
    assert state["run"]["failed"] == [] and state["done"] == state["of"]
    browser.get_by_role("link", name="Its page: by-form").click()
    browser.locator(".hero .pill", has_text="up to date").wait_for()
    browser.locator("canvas.surface[data-state=ready]").first.wait_for()
    assert os.listdir(home / "inbox") == ["by-form"]
