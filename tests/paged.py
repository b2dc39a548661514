"""The pages of a home, served on a port of this machine, and a browser that looks at them."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from conftest import skip
from playwright.sync_api import Page, sync_playwright

from cryo_assets.home import Home
from cryo_assets.pages.app import make_app

HERE = "http://localhost:3001"
"""Where a page believes to be that asks without a server."""


@contextmanager
def served(home: Path) -> Iterator[str]:
    """Address of the pages of a home."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    server = uvicorn.Server(
        uvicorn.Config(make_app(Home(home)), host="127.0.0.1", port=port, log_level="error")
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://localhost:{port}"
    server.should_exit = True
    thread.join(30)


@contextmanager
def shown(address: str) -> Iterator[Page]:
    """A page of Debian's chromium; it may ask nobody but the server, and report no fault."""
    chromium = shutil.which("chromium")
    if chromium is None:
        skip("Debian's chromium is not installed")
    quiet = ["--no-sandbox", "--enable-unsafe-swiftshader", "--disable-background-networking"]
    with sync_playwright() as playwright:
        program = playwright.chromium.launch(executable_path=chromium, args=quiet)
        page = program.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(60_000)
        faults: list[str] = []
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith((address, "blob:")) else faults.append(r.url))
        yield page
        program.close()
        assert not faults
