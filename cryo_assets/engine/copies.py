"""Room for working copies of images on a node's own disk, for as long as a step works there.

Checkpoints lie in the home, where every node finds them; a copy is made anew on each node, and goes with the step. What
a process that was killed left is removed by the next one on that node.
"""

import fcntl
import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cryo_core.errors import SettingsError

LOCAL_VARIABLE = "CRYO_LOCAL"
"""Environment variable with a folder on the node's own disk; without it copies lie beside the checkpoints."""

SIZE_VARIABLE = "CRYO_LOCAL_GB"
"""Environment variable with how much of that disk the copies of all steps of a user may take, GB."""

_SPARED = 1.05
"""Room that is asked for beyond the size of a copy."""


def _beside(shared: Path) -> Callable[[int], Path]:
    return lambda _: shared


@contextmanager
def room(shared: Path) -> Iterator[Callable[[int], Path]]:
    """Give a function that says in which folder copies of so many bytes go: on the node's disk if it has room.

    Parameters
    ----------
    shared
        Folder for those that it has no room for, in the home.
    """
    named = os.environ.get(LOCAL_VARIABLE)
    if not named:
        yield _beside(shared)
        return
    base = Path(os.path.expandvars(named)) / f"cryo-{os.getuid()}"
    most = _most_bytes()
    own, held = _begin(base)

    def choose(needed: int) -> Path:
        with _locked(base):
            taken = sum(_reserved(folder) for folder in base.iterdir() if folder.is_dir())
            if taken + needed > most or shutil.disk_usage(base).free < _SPARED * needed:
                return shared
            (own / "bytes").write_text(str(_reserved(own) + needed))
        return own

    try:
        yield choose
    finally:
        shutil.rmtree(own, ignore_errors=True)
        os.close(held)


def _most_bytes() -> float:
    text = os.environ.get(SIZE_VARIABLE, "inf")
    try:
        return 1e9 * float(text)
    except ValueError:
        raise SettingsError(f"{SIZE_VARIABLE}: should be a number of GB (got {text!r})") from None


def _begin(base: Path) -> tuple[Path, int]:
    """A folder of this process, and the lock that says that it is in use; folders that nobody uses go."""
    try:
        base.mkdir(mode=0o700, parents=True, exist_ok=True)
        if base.is_symlink() or base.stat().st_uid != os.getuid():
            raise SettingsError(
                f"{base}: is another user's; {LOCAL_VARIABLE} should name a folder of your own"
            )
        with _locked(base):
            for folder in base.iterdir():
                if folder.is_dir() and (left := _hold(folder)) is not None:
                    shutil.rmtree(folder, ignore_errors=True)
                    os.close(left)
            own = base / uuid.uuid4().hex
            own.mkdir()
            held = _hold(own)
    except OSError as error:
        raise SettingsError(f"{base}: cannot be written ({error}); see {LOCAL_VARIABLE}") from error
    assert held is not None
    return own, held


@contextmanager
def _locked(base: Path) -> Iterator[None]:
    with (base / "lock").open("a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _hold(folder: Path) -> int | None:
    """Hold a folder; None where another process does."""
    held = os.open(folder / "held", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        return None
    return held


def _reserved(folder: Path) -> int:
    try:
        return int((folder / "bytes").read_text() or 0)
    except (OSError, ValueError):
        return 0
