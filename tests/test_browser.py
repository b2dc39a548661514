"""The platform in a real browser: Debian's chromium, driven by Playwright, against `cryo up`."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import tiny
from conftest import skip
from playwright.sync_api import Page, sync_playwright

from cryo_assets.graph import launch
from cryo_assets.home import Home

pytestmark = pytest.mark.browser

KEEP = os.environ.get("CRYO_SCREENSHOTS")
"""A folder to keep the screenshots in."""


@dataclass
class Servers:
    """`cryo up` as it runs, and where."""

    process: subprocess.Popen[str]
    dagster: str
    mlflow: str


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _members(group: int) -> list[int]:
    """Processes of a process group's session, that is all that a server started."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[3]) == group and fields[0] != "Z":
                found.append(int(entry.name))
    return found


@pytest.fixture
def servers(home: Path) -> Iterator[Servers]:
    tiny.add_map(home)
    assert not launch.run(Home.from_environment(), "tiny-map", tiny.QUIET).failures
    ports = _free_port(), _free_port()
    environment = {k: v for k, v in os.environ.items() if k != "DAGSTER_HOME"}
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "cryo_assets.cli",
            "up",
            "--port",
            str(ports[0]),
            "--mlflow-port",
            str(ports[1]),
        ],
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=home,
        start_new_session=True,
    )
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        assert "Ctrl-C stops all" in line, line + (home / "dagster.log").read_text()[-2000:]
        yield Servers(process, f"http://localhost:{ports[0]}", f"http://localhost:{ports[1]}")
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


@pytest.fixture
def page() -> Iterator[Page]:
    chromium = shutil.which("chromium")
    if chromium is None:
        skip("Debian's chromium is not installed")
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=[*quiet, "--disable-sync", "--no-first-run", "--disable-quic"]
        )
        page = browser.new_page(viewport={"width": 1500, "height": 950})
        page.set_default_timeout(90_000)
        yield page
        browser.close()


def _keep(page: Page, name: str) -> None:
    if KEEP:
        page.wait_for_timeout(1500)
        page.screenshot(path=str(Path(KEEP) / f"{name}.png"))


@pytest.mark.timeout(600)
def test_the_graph_an_asset_and_mlflow_are_seen_and_ctrl_c_leaves_nothing(
    home: Path, servers: Servers, page: Page
) -> None:
    _an_entry_put_into_the_inbox_is_made_by_itself(home)
    _graph_shows_the_groups(servers, page)
    _asset_page_shows_picture_and_numbers(servers, page)
    _mlflow_shows_the_runs(servers, page)
    _only_this_machine_is_served(servers)
    _ctrl_c_leaves_no_process(servers)


def _an_entry_put_into_the_inbox_is_made_by_itself(home: Path) -> None:
    """The daemon's sensor sees it, and a run worker makes each asset in a process of its own."""
    tiny.add_dataset(home, auto=True)
    end = time.monotonic() + 300
    while time.monotonic() < end:
        if all(row.state == "stored" for row in tiny.planner().rows("tiny")):
            return
        time.sleep(1)
    pytest.fail((home / "dagster.log").read_text()[-4000:])


def _graph_shows_the_groups(servers: Servers, page: Page) -> None:
    page.goto(f"{servers.dagster}/asset-groups")
    for group in ("particles", "maps"):
        page.get_by_text(group, exact=True).first.wait_for()
    _keep(page, "groups")
    page.goto(f"{servers.dagster}/locations/cryo/asset-groups/round_01/lineage")
    for asset in ("model", "latents", "embedding", "clusters", "poses", "maps", "fsc"):
        page.get_by_text(asset, exact=True).first.wait_for()
    _keep(page, "graph")


def _asset_page_shows_picture_and_numbers(servers: Servers, page: Page) -> None:
    page.goto(f"{servers.dagster}/assets/particles/consensus?view=partitions&partition=tiny")
    page.get_by_text("resolution_angstrom").first.wait_for()
    page.get_by_text("truth_fsc05_angstrom").first.wait_for()
    shown = page.content()
    assert re.search(r"b-factor|nyquist_angstrom", shown)
    _keep(page, "asset")
    picture = page.locator("img[src*='/files/particles/consensus/']").first  # without a click
    picture.wait_for()
    picture.evaluate("image => image.decode()")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 300")
    _keep(page, "picture")


def _mlflow_shows_the_runs(servers: Servers, page: Page) -> None:
    page.goto(servers.mlflow)
    page.get_by_text("particles/consensus").first.wait_for()
    _keep(page, "mlflow")


def _only_this_machine_is_served(servers: Servers) -> None:
    """Every listening socket of the servers is bound to the loopback address."""
    ports = {int(url.rsplit(":", 1)[1]) for url in (servers.dagster, servers.mlflow)}
    bound = {}
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        for line in Path(table).read_text().splitlines()[1:]:
            address, port = line.split()[1].split(":")
            if line.split()[3] == "0A" and int(port, 16) in ports:
                bound[int(port, 16)] = address
    assert bound == dict.fromkeys(ports, "0100007F")


def _ctrl_c_leaves_no_process(servers: Servers) -> None:
    children = [
        int(entry.name)
        for entry in Path("/proc").iterdir()
        if entry.name.isdigit() and f"PPid:\t{servers.process.pid}\n" in _status(entry)
    ]
    assert len(children) == 3
    servers.process.send_signal(signal.SIGINT)
    assert servers.process.wait(60) == 0
    time.sleep(0.5)
    assert [pid for child in children for pid in _members(child)] == []


def _status(entry: Path) -> str:
    try:
        return (entry / "status").read_text()
    except OSError:
        return ""
