"""What a step prints is in its log and at the terminal, and nothing that looks after that outlives the run."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

_STEP = """
import sys, time
from cryo_assets.graph.launch import instance_of
from cryo_assets.home import Home

with instance_of(Home.from_environment()) as instance:
    with instance.compute_log_manager.capture_logs(["run", "compute_logs", "step"]):
        print("a line of the step", flush=True)
        time.sleep(float(sys.argv[1]))
print("after it", flush=True)
"""


def _start(seconds: float) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", _STEP, str(seconds)], stdout=subprocess.PIPE, text=True)


def _children(process: int) -> dict[int, str]:
    """Processes below one, and their names."""
    found = {}
    for text in Path(f"/proc/{process}/task/{process}/children").read_text().split():
        found[int(text)] = Path(f"/proc/{text}/comm").read_text().strip()
        found |= _children(int(text))
    return found


def _lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def test_the_mirrors_of_logs_die_with_a_run_that_is_killed(home: Path) -> None:
    with _start(60.0) as process:
        assert process.stdout is not None and process.stdout.readline() == "a line of the step\n"
        below = _children(process.pid)
        mirrors = [number for number, name in below.items() if name == "tail"]
        assert len(mirrors) == 2
        for number in {process.pid, *below} - {*mirrors}:  # as whoever kills every Python does
            os.kill(number, signal.SIGKILL)
        end = time.monotonic() + 3.0
        while any(map(_lives, mirrors)) and time.monotonic() < end:
            time.sleep(0.05)
        alive = list(filter(_lives, mirrors))
        for number in alive:
            os.kill(number, signal.SIGKILL)
        assert not alive


def test_what_a_step_prints_is_in_its_log_and_at_the_terminal(home: Path) -> None:
    with _start(1.5) as process:
        said, _ = process.communicate()
    assert process.returncode == 0 and said == "a line of the step\nafter it\n"
    folder = home / "dagster/storage/run/compute_logs"
    assert (folder / "step.out").read_text() == "a line of the step\n"
    assert {path.name for path in folder.iterdir()} == {"step.out", "step.err", "step.complete"}
