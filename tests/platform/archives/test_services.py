"""Asking the archives: whatever a server does, an answer is right, asked for again, or refused by name."""

import copy
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import twin as twins

from cryo_assets.archives.accession import number
from cryo_assets.archives.client import Politeness, Service, ServiceError, safe_name, safe_path
from cryo_assets.archives.emdb import Emdb, EmdbEntry
from cryo_assets.archives.empiar import Empiar, EmpiarEntry
from cryo_assets.archives.lenient import bytes_of, parse

QUICK = Politeness(tries=4, first_wait=0.01, timeout=5.0, per_second=10_000.0, contact="lab@example.org")


@pytest.fixture
def twin() -> Iterator[twins.Twin]:
    with twins.running() as running:
        yield running


@pytest.fixture
def service() -> Iterator[Service]:
    with Service(QUICK) as opened:
        yield opened


def _empiar(service: Service, twin: twins.Twin) -> Empiar:
    return Empiar(service, f"{twin.root}/empiar/api", f"{twin.root}/world_availability")


@pytest.mark.parametrize("kind", [500, 502, 503, 429, "reset", "truncated", "wrong length"])
def test_a_passing_fault_is_asked_again(twin: twins.Twin, service: Service, kind: int | str) -> None:
    twin.add_empiar(10001)
    twin.faults = [("/api/entry", twins.Fault(kind, 2))]
    entry, faults = _empiar(service, twin).entry("EMPIAR-10001")
    assert entry.title == "Twin particles 10001" and faults == []
    assert len(twin.asked) == 3


@pytest.mark.parametrize("kind", [500, "reset", "truncated"])
def test_a_lasting_fault_is_one_error_that_names_the_address(
    twin: twins.Twin, service: Service, kind: int | str
) -> None:
    twin.add_empiar(10001)
    twin.faults = [("/api/entry", twins.Fault(kind, 99))]
    with pytest.raises(ServiceError, match=r"api/entry/10001/: no answer after 4 tries"):
        _empiar(service, twin).entry("EMPIAR-10001")
    assert len(twin.asked) == 4


def test_what_is_not_there_is_not_asked_again(twin: twins.Twin, service: Service) -> None:
    with pytest.raises(ServiceError, match="404"):
        _empiar(service, twin).entry("EMPIAR-10009")
    assert len(twin.asked) == 1


def test_a_slow_server_ends_in_an_error_in_time(twin: twins.Twin) -> None:
    twin.add_empiar(10001)
    twin.faults = [("/api/entry", twins.Fault("slow", 9))]
    began = time.monotonic()
    with Service(Politeness(tries=2, first_wait=0.01, timeout=0.3, per_second=100.0)) as service:
        with pytest.raises(ServiceError, match="ReadTimeout"):
            _empiar(service, twin).entry("EMPIAR-10001")
    assert time.monotonic() - began < 4


def test_it_asks_in_turn_and_says_who_asks(twin: twins.Twin) -> None:
    twin.put("/a", b"1")
    polite = Politeness(per_second=20.0, contact="lab@example.org")
    with Service(polite) as service:
        began = time.monotonic()
        for _ in range(5):
            service.head(f"{twin.root}/a")
        assert time.monotonic() - began >= 4 / 20
    assert "cryo-assets/" in polite.user_agent() and "lab@example.org" in polite.user_agent()


def test_the_listing_is_the_folder_and_nothing_else(twin: twins.Twin, service: Service) -> None:
    twin.add_empiar(10001)
    twin.add_empiar(10002)
    twin.put("/world_availability/readme.txt", b"")
    assert list(_empiar(service, twin).released()) == ["EMPIAR-10001", "EMPIAR-10002"]
    tree = _empiar(service, twin).tree("EMPIAR-10001", "data")
    assert [path for _, path in tree] == ["data/Particles/particles.mrcs", "data/Particles/particles.star"]
    assert tree[0][0] == f"{twin.root}/world_availability/10001/data/Particles/particles.mrcs"


@pytest.mark.parametrize(
    "link",
    ["../../../etc/passwd", "..%2F..%2Fetc%2Fpasswd", "a/../../b", "%00x", "..%5C..%5Cx", "-rf", "~root"],
)
def test_a_listing_that_leaves_its_folder_is_refused(twin: twins.Twin, service: Service, link: str) -> None:
    twin.add_empiar(10001)
    twin.extra_links["/world_availability/10001/data/Particles/"] = [link]
    with pytest.raises(ServiceError, match="would leave its folder"):
        _empiar(service, twin).tree("EMPIAR-10001", "data/Particles")


def test_links_to_elsewhere_are_no_files(twin: twins.Twin, service: Service) -> None:
    twin.add_empiar(10001)
    page = "/world_availability/10001/data/Particles/"
    twin.extra_links[page] = ["https://elsewhere.org/x.star", "//elsewhere.org/y", "/icons/", "#top", "../"]
    names = [path for _, path in _empiar(service, twin).tree("EMPIAR-10001", "data/Particles")]
    assert names == ["data/Particles/particles.mrcs", "data/Particles/particles.star"]


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "a\\b", "a\0b", "a\nb", "~", "-x", "x" * 256])
def test_only_plain_names_are_names(name: str) -> None:
    with pytest.raises(ServiceError):
        safe_name(name, "here")


def test_a_leading_slash_comes_and_goes() -> None:
    assert safe_path("/data/Particles/", "x") == safe_path("data/./Particles", "x") == "data/Particles"
    with pytest.raises(ServiceError, match="would leave"):
        safe_path("data/../../x", "x")


@pytest.mark.parametrize(
    ("size", "found"),
    [
        ("260 GB", 260e9),
        ("1.5TB", 1.5e12),
        ("12", 12.0),
        ("", None),
        (None, None),
        ("many GB", None),
        ("3 XB", None),
    ],
)
def test_sizes_as_the_archives_write_them(size: str | None, found: float | None) -> None:
    assert bytes_of(size) == found


# ------------------------------------------------------------------------------ each field missing or wrong

OTHER = [None, True, -1, 1e400, "text", "", [], ["x"], [None], {}, {"valueOf_": []}, {"x": {"y": 1}}]


def _places(document: Any, path: tuple = ()) -> Iterator[tuple]:
    members = (
        document.items()
        if isinstance(document, dict)
        else enumerate(document)
        if isinstance(document, list)
        else ()
    )
    for key, value in members:
        yield (*path, key)
        yield from _places(value, (*path, key))


def _broken(document: Any) -> Iterator[tuple[tuple, Any]]:
    """Give the document with each field gone, and of each other type, in turn."""
    for path in list(_places(document)):
        for other in [*OTHER, "gone"]:
            changed = copy.deepcopy(document)
            inner = changed
            for key in path[:-1]:
                inner = inner[key]
            if other == "gone":
                del inner[path[-1]]
            else:
                inner[path[-1]] = other
            yield path, changed


def _use_empiar(entry: EmpiarEntry) -> None:
    _ = entry.emdb, entry.mark, entry.gigabytes, entry.headline, entry.kinds, entry.released
    for images in entry.imagesets:
        assert not images.directory.startswith(("/", ".."))
        pixel = images.pixel_angstrom
        assert pixel is None or 0.05 < pixel < 100
        _ = images.has_particles


def _use_emdb(entry: EmdbEntry) -> None:
    assert "/" not in entry.map.file
    resolution = entry.resolution_angstrom
    assert resolution is None or 0.5 < resolution < 200
    assert len(entry.half_maps) in (0, 2)
    assert all(len(model) == 4 for model in entry.models)
    _ = (
        entry.headline,
        entry.gigabytes,
        entry.released,
        entry.status,
        entry.mark,
        entry.method,
        entry.symmetry,
        entry.microscope(),
    )


def test_an_empiar_entry_survives_each_field_missing_or_of_another_type(shared_data: Path) -> None:
    example = json.loads((shared_data / "api" / "empiar_deposition_working_example.json").read_text())
    documents = [example, next(iter(_twin_entry().values()))]
    read = refused = 0
    for document in documents:
        for path, broken in _broken(document):
            try:
                entry, _ = parse(EmpiarEntry, broken, "entry")
                _use_empiar(entry)
                read += 1
            except ServiceError as error:
                assert "imagesets" in str(error), (path, error)
                refused += 1
    assert read > 1000 and refused >= 1


def _twin_entry() -> dict[str, Any]:
    twin = twins.Twin()
    twin.add_empiar(10001)
    return twin.documents["/empiar/api/entry/10001/"]


def test_a_real_emdb_entry_survives_each_field_missing_or_of_another_type(shared_data: Path) -> None:
    document = json.loads((shared_data / "api" / "emdb_api_EMD-25107.json").read_text())
    entry, faults = parse(EmdbEntry, document, "entry")
    assert faults == []
    assert entry.half_maps == ("emd_25107_half_map_1.map.gz", "emd_25107_half_map_2.map.gz")
    assert (entry.resolution_angstrom, entry.symmetry, entry.models) == (3.97, "C3", ("7sgd",))
    assert (entry.microscope(), entry.method, entry.status) == ((300.0, 2.7), "singleParticle", "REL")
    refused = set()
    used = ("map", "interpretation", "crossreferences", "admin", "structure_determination_list")
    small = {key: document[key] for key in used}
    for path, broken in _broken(small):
        try:
            _use_emdb(parse(EmdbEntry, broken, "entry")[0])
        except ServiceError as error:
            refused.add(path)
            assert "field map" in str(error), (path, error)  # map, or map.file
    assert refused == {("map",), ("map", "file")}, (
        "without the map's file there is no entry; all else may be missing"
    )


def test_what_could_not_be_read_is_named() -> None:
    document = next(iter(_twin_entry().values()))
    document["imagesets"][0]["pixel_width"] = "one and a half"
    document["update_date"] = ["x"]
    entry, faults = parse(EmpiarEntry, document, "entry")
    assert entry.imagesets[0].pixel_width is None and entry.update_date is None
    assert any("pixel_width" in fault for fault in faults) and any("update_date" in fault for fault in faults)


def test_numbers_are_read_from_texts_and_objects() -> None:
    document = next(iter(_twin_entry().values()))
    images = document["imagesets"][0] | {
        "pixel_width": {"valueOf_": "1.31", "units": "Å"},
        "pixel_height": "1.31 Å",
    }
    entry, faults = parse(EmpiarEntry, {**document, "imagesets": images}, "entry")
    assert entry.imagesets[0].pixel_angstrom == 1.31 and faults == []


@pytest.mark.parametrize("directory", ["../../etc", "/data/../../x", "data\\..\\x", "a/\0b"])
def test_a_directory_that_leaves_the_entry_is_refused(directory: str) -> None:
    document = next(iter(_twin_entry().values()))
    document["imagesets"][0]["directory"] = directory
    with pytest.raises(ServiceError, match=r"imagesets\.directory.*refused"):
        parse(EmpiarEntry, document, "entry")


@pytest.mark.parametrize("file", ["../x.map.gz", "/etc/passwd", "a/b.map", ".."])
def test_a_map_file_that_leaves_its_folder_is_refused(file: str) -> None:
    document = copy.deepcopy(twins.EMDB_DOCUMENT)
    document["map"]["file"] = file
    with pytest.raises(ServiceError, match="refused"):
        parse(EmdbEntry, document, "entry")


@pytest.mark.parametrize(
    "document",
    [
        {"EMD-1234": {}, "EMD-20001": {"last_update_date": "2026-01-01"}},
        ["EMD-1234", "emd-20001"],
        [{"emdb_id": "EMD-1234"}, {"emdb_id": "EMD-20001", "last_update_date": "2026-01-01"}],
        {"released": ["EMD-1234", "EMD-20001"]},
        {"EMD-1234": None, "EMD-20001": [], "comment": 3},
    ],
)
def test_holdings_are_read_in_whatever_form(twin: twins.Twin, service: Service, document: Any) -> None:
    address = "/emdb_files/status/latest/emdb_released_holdings.json"
    twin.documents[address] = document
    found = Emdb(service, f"{twin.root}/emdb/api", f"{twin.root}/emdb_files").released()
    assert set(found) == {"EMD-1234", "EMD-20001"}


@pytest.mark.parametrize("document", [{}, [], None, 3, "x", {"a": 1}])
def test_holdings_without_entries_are_an_error(twin: twins.Twin, service: Service, document: Any) -> None:
    twin.documents["/emdb_files/status/latest/emdb_released_holdings.json"] = document
    with pytest.raises(ServiceError, match="no entries in it"):
        Emdb(service, f"{twin.root}/emdb/api", f"{twin.root}/emdb_files").released()


@pytest.mark.parametrize("name", ["10076", "EMPIAR-10076", "empiar-10076"])
def test_accessions_are_numbers_with_a_prefix(name: str) -> None:
    assert number(name, "empiar") == "10076"
    assert number("EMD-3186", "emdb") == number("3186", "emdb") == "3186"
    with pytest.raises(ServiceError, match="as EMPIAR-10076"):
        number("EMPIAR-1/../2", "empiar")
