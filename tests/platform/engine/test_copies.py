"""Working copies on a node's own disk: made there while there is room, and gone with the step, however it ends."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cryo_assets.engine.copies import LOCAL_VARIABLE, SIZE_VARIABLE, room
from cryo_core.errors import SettingsError

_TAKE = """
import sys, time
from pathlib import Path
from cryo_assets.engine.copies import room
with room(Path("shared")) as copies:
    folder = copies(int(sys.argv[1]))
    if folder.is_absolute():
        (folder / "images.mrcs").write_bytes(b"x")
    print(folder, flush=True)
    time.sleep(600)
"""


def _held(base: Path) -> list[Path]:
    return [path for path in base.glob("cryo-*/*") if path.is_dir()]


def test_without_a_disk_of_the_node_copies_lie_in_the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(LOCAL_VARIABLE, raising=False)
    with room(tmp_path) as copies:
        assert copies(1 << 50) == tmp_path


def test_copies_take_no_more_than_was_said_over_all_steps_of_a_node(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOMEWHERE", str(tmp_path / "local"))
    monkeypatch.setenv(LOCAL_VARIABLE, "$SOMEWHERE")
    monkeypatch.setenv(SIZE_VARIABLE, "1e-3")
    shared = tmp_path / "shared"
    with room(shared) as copies:
        own = copies(600_000)
        assert own.is_dir() and tmp_path / "local" in own.parents
        (own / "images.mrcs").write_bytes(b"x")
        with room(shared) as another:
            assert another(600_000) == shared, "together they would take more"
            assert another(300_000) not in (shared, own) and copies(200_000) == shared
        assert copies(200_000) == own, "what is not used any more is given back"
        assert copies(1 << 60) == shared, "the disk has not so much"
    assert _held(tmp_path / "local") == []
    with pytest.raises(RuntimeError), room(shared) as copies:
        copies(10)
        raise RuntimeError
    assert _held(tmp_path / "local") == []
    monkeypatch.setenv(SIZE_VARIABLE, "much")
    with pytest.raises(SettingsError, match="CRYO_LOCAL_GB: should be a number of GB"), room(shared):
        pass


def test_what_a_killed_step_left_goes_and_what_goes_on_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(LOCAL_VARIABLE, str(tmp_path))
    steps = [
        subprocess.Popen([sys.executable, "-c", _TAKE, "1000"], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    try:
        folders = [Path((step.stdout.readline() if step.stdout else "").strip()) for step in steps]
        steps[0].send_signal(signal.SIGKILL)
        steps[0].wait()
        assert (folders[0] / "images.mrcs").exists()
        with room(tmp_path / "shared"):
            assert not folders[0].exists() and (folders[1] / "images.mrcs").exists()
    finally:
        for step in steps:
            step.kill()
            step.communicate()
