"""The store: whole or absent, whatever happens; nothing altered unseen; nothing pruned that is needed."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import skip

from cryo_assets.store.disk import file_lock
from cryo_assets.store.recipe import Recipe, differences
from cryo_assets.store.store import Artifact, Check, Circumstances, Store
from cryo_assets.store.use import versions_in_use
from cryo_core.errors import StoreError


def recipe(asset: str = "particles/source", version: str = "1", **inputs: str) -> Recipe:
    return Recipe(asset, "set", version, {"box": 64}, {}, {"particles": "ab"}, inputs)


def make(store: Store, made_of: Recipe, created: str = "2026-01-01", text: str = "content") -> Artifact:
    with store.lock(made_of), store.draft(made_of) as draft:
        (draft.folder / "file.txt").write_text(text)
        (draft.folder / "deep").mkdir()
        (draft.folder / "deep" / "other.txt").write_text(text * 1000)
        return draft.finish({"n": 1}, "n", (Check("fine", True, "yes"),), {}, Circumstances(created=created))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store", tmp_path / "work")


def test_a_recipe_has_one_version_whatever_the_order_of_its_parts() -> None:
    one = Recipe("a/b", "p", "1", {"x": 1, "y": 2.5}, {"f": None}, {"m": "1", "n": "2"}, {})
    same = Recipe("a/b", "p", "1", {"y": 2.5, "x": 1}, {"f": None}, {"n": "2", "m": "1"}, {})
    assert one.version == same.version
    assert Recipe.from_plain(json.loads(json.dumps(one.as_plain()))).version == one.version


@pytest.mark.parametrize(
    "field", ["asset", "partition", "code_version", "settings", "facts", "files", "inputs"]
)
def test_every_part_of_a_recipe_changes_its_version(field: str) -> None:
    plain = recipe().as_plain()
    changed = plain | {field: plain[field] + "x" if isinstance(plain[field], str) else {"new": "1"}}
    assert Recipe.from_plain(changed).version != recipe().version


def test_differences_are_said_in_words() -> None:
    old = Recipe("a/b", "p", "1", {"box": 64}, {"contrast": "dark"}, {"map": "1"}, {"x/y": "v1"})
    new = Recipe("a/b", "p", "2", {"box": 96}, {"contrast": "white"}, {"map": "2"}, {"x/y": "v2"})
    assert differences(old, new) == [
        "code version 1 → 2",
        "setting box: 64 → 96",
        "fact contrast: dark → white",
        "file map changed",
        "input x/y is new",
    ]
    assert differences(old, old) == []


def test_what_is_made_is_found_again(store: Store) -> None:
    made = make(store, recipe())
    found = store.find(recipe())
    assert found == made and found is not None
    assert found.path("deep/other.txt").read_text() == "content" * 1000
    assert store.find(recipe(version="2")) is None
    assert store.verify() == []
    with pytest.raises(StoreError, match=r"nothing\.txt: missing"):
        found.path("nothing.txt")


def test_an_error_leaves_nothing(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ValueError), store.draft(recipe()) as draft:
        (draft.folder / "half").write_text("x")
        raise ValueError
    assert store.find(recipe()) is None
    assert not [p for p in tmp_path.rglob("*") if p.is_file()]


def _killed_at(event_number: int, root: Path) -> None:
    """Make an artifact; die at the n-th thing done to a file."""
    count = 0

    def hook(event: str, _: tuple[object, ...]) -> None:
        nonlocal count
        if event == "open" or event.startswith(("os.", "shutil.", "fcntl.")):
            count += 1
            if count == event_number:
                os.kill(os.getpid(), signal.SIGKILL)

    store = Store(root / "store", root / "work")
    sys.addaudithook(hook)
    make(store, recipe())
    os._exit(0)


def test_killed_at_any_moment_it_is_whole_or_absent(tmp_path: Path) -> None:
    forks = multiprocessing.get_context("fork")
    store = Store(tmp_path / "store", tmp_path / "work")
    absent = whole = 0
    for event_number in range(1, 500):
        child = forks.Process(target=_killed_at, args=(event_number, tmp_path))
        child.start()
        child.join()
        assert store.verify() == []
        found = store.find(recipe())
        if child.exitcode == 0:
            break
        assert child.exitcode == -signal.SIGKILL
        if found is None:
            absent += 1
            continue
        whole += 1
        (store.folder(recipe())).rename(tmp_path / f"done-{event_number}")
    assert absent > 15 and whole >= 1, "the kills did not reach both sides of the rename"
    assert make(store, recipe(version="2")).path("file.txt").read_text() == "content"
    assert not list((tmp_path / "store" / ".drafts").iterdir())


def test_two_processes_make_it_once(tmp_path: Path) -> None:
    code = f"""
import sys, time
sys.path[:0] = {[str(Path(__file__).parent), str(Path(__file__).parents[2])]!r}
from pathlib import Path
from test_store import Store, make, recipe
store = Store(Path({str(tmp_path)!r}) / "store", Path({str(tmp_path)!r}) / "work")
with store.lock(recipe()):
    if store.find(recipe()):
        print("found")
    else:
        time.sleep(0.5)
        with store.draft(recipe()) as draft:
            (draft.folder / "file.txt").write_text("x")
            from cryo_assets.store.store import Circumstances
            draft.finish({{}}, "", (), {{}}, Circumstances())
        print("made")
"""
    pair = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    said = sorted(process.communicate(timeout=120)[0].strip() for process in pair)
    assert said == ["found", "made"]
    assert not list((tmp_path / "work" / "locks").iterdir()), "locks go with those who held them"


def test_a_lock_that_goes_when_it_is_let_go_is_held_by_one_at_a_time(tmp_path: Path) -> None:
    count = tmp_path / "count"
    count.write_text("0")

    def add() -> None:
        for _ in range(50):
            with file_lock(tmp_path / "locks" / "one.lock"):
                before = int(count.read_text())
                time.sleep(0.0002)
                count.write_text(str(before + 1))

    threads = [threading.Thread(target=add) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count.read_text() == "300" and not list((tmp_path / "locks").iterdir())


def test_locks_of_killed_processes_go_when_the_store_is_pruned(store: Store, tmp_path: Path) -> None:
    locks = tmp_path / "work" / "locks"
    locks.mkdir(parents=True, exist_ok=True)
    for name in (*(f"0123456789abcdef{i:04d}.lock" for i in range(3)), "up.lock"):
        (locks / name).touch()
    with file_lock(locks / "0123456789abcdef0001.lock"):
        store.prune(1, set(), dry_run=True)
        assert len(list(locks.iterdir())) == 4
        store.prune(1, set())
        assert {path.name for path in locks.iterdir()} == {"0123456789abcdef0001.lock", "up.lock"}


def test_nothing_is_left_of_what_an_entry_used_when_it_is_forgotten(store: Store) -> None:
    made = make(store, recipe())
    store.use(made.recipe, "one")
    store.use(made.recipe, "two")
    store.forget("one")
    assert versions_in_use(made.folder.parent) == {"two": made.version}
    store.remove([made])
    store.forget("two")
    assert not made.folder.parent.exists()


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[None]:
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder)], check=False)
    if mounted.returncode:
        skip("a small disk cannot be mounted here (needs root)")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_one_clear_error_and_loses_nothing(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    with small_disk(disk, "1m"):
        store = Store(disk / "store", disk / "work")
        kept = make(store, recipe())
        with (
            pytest.raises(StoreError, match="disk is full") as caught,
            store.draft(recipe(version="2")) as draft,
        ):
            (draft.folder / "large").write_bytes(b"x" * 2_000_000)
        assert "\n" not in str(caught.value) and str(disk) in str(caught.value)
        assert store.find(recipe()) == kept and store.verify() == []
        assert store.find(recipe(version="2")) is None
        assert make(store, recipe(version="3")).path("file.txt").exists()


def test_verify_finds_a_flipped_byte_a_missing_file_and_an_altered_recipe(store: Store) -> None:
    made = make(store, recipe())
    path = made.folder / "file.txt"
    path.chmod(0o644)
    content = bytearray(path.read_bytes())
    content[3] ^= 1
    path.write_bytes(content)
    assert store.verify() == [f"{path}: altered since it was written"]
    path.unlink()
    assert store.verify() == [f"{path}: missing"]
    (made.folder / "added").write_text("")
    manifest = made.folder / "artifact.json"
    manifest.chmod(0o644)
    manifest.write_text(manifest.read_text().replace('"box": 64', '"box": 65'))
    said = store.verify()
    assert any("recipe in artifact.json was altered" in line for line in said)
    assert any("added: not written by the platform" in line for line in said)
    manifest.write_text("{")
    assert "damaged" in store.verify()[0]
    other = make(store, recipe(version="2"))
    asset, partition = other.recipe.asset, other.recipe.partition
    assert [a.version for a in store.versions(asset, partition)] == [other.version], "it costs no other"
    assert [a.version for a in store.all()] == [other.version] and store.prune(1, set()) == []
    assert store.find(recipe()) is None
    make(store, recipe())
    assert store.verify() == []


def test_an_artifact_that_lost_a_file_is_made_again(store: Store) -> None:
    made = make(store, recipe())
    (made.folder / "deep" / "other.txt").unlink()
    assert store.find(recipe()) is None
    make(store, recipe())
    assert store.find(recipe()) is not None and store.verify() == []


def test_prune_keeps_the_newest_what_is_planned_sources_and_what_they_rest_on(store: Store) -> None:
    source = make(store, recipe(), "2026-01-01")
    on_source = {"particles/source": source.version}
    stacks = [make(store, recipe("particles/stack", str(i), **on_source), f"2026-01-0{i}") for i in (2, 3, 4)]
    result = make(
        store, recipe("particles/consensus", **{"particles/stack": stacks[0].version}), "2026-01-05"
    )
    would = store.prune(1, set(), dry_run=True)
    assert [a.version for a in would] == [stacks[1].version]
    assert store.find(stacks[1].recipe)
    assert store.prune(1, {stacks[1].version}) == []
    assert store.prune(1, set(), before="2026-01-03") == [], "too young"
    assert [a.version for a in store.prune(1, set(), before="2026-01-04")] == [stacks[1].version]
    left = {source.version, stacks[0].version, stacks[2].version, result.version}
    assert {a.version for a in store.all()} == left
    gone = store.by_version("particles/stack", "set", stacks[1].version)
    assert gone is not None and gone.recipe == stacks[1].recipe, "what was pruned still says how it was made"
    assert store.find(stacks[1].recipe) is None and store.verify() == []
    newer = make(store, recipe(version="2"), "2026-02-01")
    assert store.prune(1, set()) == [], "a source stays: its files may be overwritten by now"
    assert store.find(source.recipe) and store.find(newer.recipe)
