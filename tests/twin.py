"""A twin of EMPIAR and EMDB on localhost: their addresses, their JSON, their folder pages, ranges, and faults.

The forms are those of the archives: an entry's JSON under its accession, Apache's folder pages with their
sorting links, weekly holdings, half maps in `other/`, models by the middle letters of their name.
"""

import copy
import gzip
import json
import re
import shutil
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from functools import cache
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import tiny
import yaml

RELEASED = {"status": "REL", "release_date": "2026-11-18", "update_date": "2026-11-18"}


@dataclass
class Fault:
    """What goes wrong, and how often: a status, "reset", "truncated", "wrong length", "wrong range" or "slow"."""

    kind: int | str
    times: int = 1


@dataclass
class Twin:
    """The archives' state: documents and files by their address, faults by a pattern, and what was asked."""

    root: str = ""
    documents: dict[str, Any] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    modified: dict[str, float] = field(default_factory=dict)
    faults: list[tuple[str, Fault]] = field(default_factory=list)
    omitted: set[str] = field(default_factory=set)
    extra_links: dict[str, list[str]] = field(default_factory=dict)
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    served: Counter = field(default_factory=Counter)
    posted: list[Any] = field(default_factory=list)
    seconds_per_block: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def settings(self, **more: Any) -> dict[str, Any]:
        """Give the section `services` of a watch.yaml that asks here, and quickly."""
        return {
            "empiar_api": f"{self.root}/empiar/api",
            "empiar_files": f"{self.root}/world_availability",
            "emdb_api": f"{self.root}/emdb/api",
            "emdb_files": f"{self.root}/emdb_files",
            "models": f"{self.root}/mmCIF",
            "contact": "tests@example.org",
            "per_second": 10_000.0,
            "first_wait": 0.01,
            "tries": 4,
            "timeout": 5.0,
        } | more

    def write_settings(self, home: Path, **sections: Any) -> None:
        """Write the home's watch.yaml."""
        home.mkdir(parents=True, exist_ok=True)
        (home / "watch.yaml").write_text(yaml.safe_dump({"services": self.settings()} | sections))

    def put(self, path: str, content: bytes, modified: float | None = None) -> None:
        """Put a file at an address."""
        with self.lock:
            self.files[path] = content
            self.modified[path] = modified or self.modified.get(path, 1.79e9) + 1

    def add_empiar(self, number: int, **fields: Any) -> dict[str, Any]:
        """Add an entry of 120 small particles; give its document, which may be changed in place."""
        for file in ("particles.star", "particles.mrcs"):
            self.put(
                f"/world_availability/{number}/data/Particles/{file}", (tiny.simulated() / file).read_bytes()
            )
        document = {
            "title": f"Twin particles {number}",
            "deposition_date": "2026-11-01",
            **RELEASED,
            "dataset_size": "1 MB",
            "experiment_type": "EMDB",
            "scale": "1",
            "entry_doi": f"10.6019/EMPIAR-{number}",
            "cross_references": [],
            "imagesets": [
                {
                    "name": "Particles",
                    "directory": "/data/Particles",
                    "category": "picked particles - single frame - processed",
                    "header_format": "MRCS",
                    "data_format": "TIFF",
                    "num_images_or_tilt_series": "120",
                    "frames_per_image": 1,
                    "voxel_type": "32 BIT FLOAT",
                    "pixel_width": "6.0",
                    "pixel_height": 6.0,
                    "image_width": "32",
                    "image_height": 32,
                    "details": "",
                    "micrographs_file_pattern": None,
                    "picked_particles_file_pattern": "data/Particles/*.mrcs",
                    "picked_particles_directory": "data/Particles",
                }
            ],
            "citation": [{"title": "Twins", "authors": [{"name": "('Twin', 'A')"}]}],
            "workflows": [],
        } | fields
        self.documents[f"/empiar/api/entry/{number}/"] = {f"EMPIAR-{number}": document}
        return document

    def add_emdb(self, number: int, **changes: Any) -> dict[str, Any]:
        """Add a small map with half maps; give its document, which may be changed in place."""
        folder = f"/emdb_files/structures/EMD-{number}"
        names = {"map": f"emd_{number}.map.gz"} | {
            f"half{i}": f"emd_{number}_half_map_{i}.map.gz" for i in (1, 2)
        }
        for label, content in _packed_maps().items():
            self.put(f"{folder}/{'map' if label == 'map' else 'other'}/{names[label]}", content)
        document = copy.deepcopy(EMDB_DOCUMENT)
        document["emdb_id"] = f"EMD-{number}"
        document["map"]["file"] = names["map"]
        for half, label in zip(
            document["interpretation"]["half_map_list"]["half_map"], ("half1", "half2"), strict=True
        ):
            half["file"] = names[label]
        document["admin"]["key_dates"]["update"] = changes.pop("update", "2026-11-18T00:00:00")
        self.documents[f"/emdb/api/entry/EMD-{number}"] = document
        return document


EMDB_DOCUMENT: dict[str, Any] = {
    "admin": {
        "current_status": {"code": {"valueOf_": "REL"}, "date": "2026-11-18T00:00:00"},
        "key_dates": {"deposition": "2026-10-01T00:00:00", "map_release": "2026-11-18T00:00:00"},
        "title": "A ribosome of blobs",
    },
    "crossreferences": {"pdb_list": {"pdb_reference": []}},
    "interpretation": {
        "half_map_list": {"half_map": [{"file": "", "size_kbytes": 42}, {"file": "", "size_kbytes": "42"}]}
    },
    "map": {"file": "", "format": "CCP4", "size_kbytes": 42},
    "structure_determination_list": {
        "structure_determination": [
            {
                "method": "singleParticle",
                "image_processing": [
                    {
                        "final_reconstruction": {
                            "applied_symmetry": {"point_group": "C1"},
                            "resolution": {"units": "Å", "valueOf_": "5.0", "res_type": "BY AUTHOR"},
                        }
                    }
                ],
                "microscopy_list": {
                    "microscopy": [
                        {
                            "acceleration_voltage": {"units": "kV", "valueOf_": "300"},
                            "nominal_cs": {"units": "mm", "valueOf_": "2.7"},
                        }
                    ]
                },
            }
        ]
    },
    "version": "3.0.2.8",
}


@cache
def _packed_maps() -> dict[str, bytes]:
    folder = Path(tempfile.mkdtemp(prefix="cryo-twin-"))
    try:
        placed = tiny.add_map(folder)
        return {
            label: gzip.compress((placed / f"{label}.mrc").read_bytes(), mtime=0)
            for label in ("map", "half1", "half2")
        }
    finally:
        shutil.rmtree(folder)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    twin: Twin

    def log_message(self, *_: Any) -> None:
        """Keep quiet."""

    def do_HEAD(self) -> None:  # noqa: N802
        self._answer("HEAD")

    def do_GET(self) -> None:  # noqa: N802
        self._answer("GET")

    def do_POST(self) -> None:  # noqa: N802
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.twin.posted.append(json.loads(body))
        self._send(200, b"ok")

    def _answer(self, method: str) -> None:
        twin, path = self.twin, unquote(urlsplit(self.path).path)
        with twin.lock:
            twin.asked.append((method, path, self.headers.get("Range", "")))
            kind = self._fault(f"{method} {path}")
        if isinstance(kind, int):
            return self._send(kind, b"fault", {"Retry-After": "0"})
        if kind == "reset":
            self.connection.setsockopt(1, 13, b"\1\0\0\0\0\0\0\0")  # SO_LINGER 0: close with a reset
            self.connection.close()
            self.close_connection = True
            return None
        if kind == "slow":
            time.sleep(6.0)
        if path in twin.files:
            return self._file(method, path, kind)
        if path in twin.documents:
            return self._send(200, json.dumps(twin.documents[path]).encode(), kind=kind)
        if path == "/emdb_files/status/latest/emdb_released_holdings.json":
            return self._send(200, json.dumps(self._holdings()).encode(), kind=kind)
        if path.endswith("/") and (links := self._links(path)):
            return self._send(200, _page(path, links).encode(), kind=kind)
        return self._send(404, b"not here")

    def _fault(self, asked: str) -> int | str | None:
        for pattern, fault in self.twin.faults:
            if re.search(pattern, asked) and fault.times:
                fault.times -= 1
                return fault.kind
        return None

    def _holdings(self) -> dict[str, Any]:
        names = [path.rsplit("/", 1)[1] for path in self.twin.documents if path.startswith("/emdb/api")]
        return {name: {} for name in names}

    def _links(self, path: str) -> list[str]:
        names = set()
        for known in [*self.twin.files, *(p for p in self.twin.documents if False)]:
            if known.startswith(path) and known not in self.twin.omitted:
                first, slash, _ = known[len(path) :].partition("/")
                names.add(quote(first) + slash)
        return sorted(names) + self.twin.extra_links.get(path, [])

    def _file(self, method: str, path: str, kind: int | str | None) -> None:
        content = self.twin.files[path]
        headers = {
            "Accept-Ranges": "bytes",
            "Last-Modified": formatdate(self.twin.modified[path], usegmt=True),
        }
        asked = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
        if method == "HEAD":
            return self._send(200, b"", headers, length=len(content) + (7 if kind == "wrong length" else 0))
        if not asked:
            return self._send(200, content, headers, kind)
        start, stop = int(asked[1]), min(int(asked[2]) + 1, len(content))
        shift = 1 if kind == "wrong range" else 0
        headers["Content-Range"] = f"bytes {start + shift}-{stop - 1 + shift}/{len(content)}"
        self._send(206, content[start:stop], headers, kind, count_for=path)
        return None

    def _send(
        self,
        status: int,
        body: bytes,
        headers: dict[str, str] | None = None,
        kind: int | str | None = None,
        length: int | None = None,
        count_for: str = "",
    ) -> None:
        try:
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            wrong = 11 if kind == "wrong length" else 0
            self.send_header("Content-Length", str((len(body) if length is None else length) + wrong))
            self.end_headers()
            if kind == "truncated":
                body = body[: len(body) // 2]
            if self.twin.seconds_per_block and count_for:
                time.sleep(self.twin.seconds_per_block)
            if self.command != "HEAD":
                self.wfile.write(body)
            if count_for:
                with self.twin.lock:
                    self.twin.served[count_for] += len(body)
            if kind in ("truncated", "wrong length"):
                self.close_connection = True
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True


def _page(path: str, links: list[str]) -> str:
    parent = path.rstrip("/").rsplit("/", 1)[0] + "/"
    rows = [f'<a href="?C={c};O=A">{c}</a>' for c in "NMSD"] + [f'<a href="{parent}">Parent Directory</a>']
    rows += [f'<a href="{escape(link)}">{escape(link)}</a> 2026-11-18 12:00  1.2M' for link in links]
    return (
        f"<html><head><title>Index of {path}</title></head><body><pre>"
        + "\n".join(rows)
        + "</pre></body></html>"
    )


@contextmanager
def running() -> Iterator[Twin]:
    """Serve a twin on a free port of localhost."""
    twin = Twin()
    handler = type("Handler", (_Handler,), {"twin": twin})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    twin.root = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield twin
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
