"""What is said while something runs: which step of how many, how long it took, and how long it will take yet."""

import re
import time
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tiny
from letter import letter_images

from cryo_assets.progress import Countdown, LogReporter, duration
from cryo_core.data import ImageSet
from cryo_core.formats.fields import unknown_poses
from cryo_core.posefree.images import Loaded
from cryo_core.posefree.search import SearchSettings, search


def test_at_an_even_pace_the_time_left_is_right_and_never_grows() -> None:
    """Whatever it did before it first said how far it is, and however much an earlier run had left it."""
    for first, began in ((0, 5.0), (1, 100.0), (500, 3.0)):
        countdown = Countdown()
        left = [countdown.left(done, 1000, began + 0.25 * (done - first)) for done in range(first, 1001)]
        known = [seconds for seconds in left if seconds is not None]
        assert left[0] is None and len(known) > 0.9 * (1000 - first)
        assert known == sorted(known, reverse=True)
        assert abs(known[0] - 0.25 * len(known)) < 0.5 and known[-1] == 0


def test_a_share_too_small_to_tell_a_pace_gives_no_time() -> None:
    countdown = Countdown()
    assert countdown.left(0, 1000, 0.0) is None and countdown.left(19, 1000, 40.0) is None
    assert countdown.left(20, 1000, 40.0) == 40.0 * 980 / 20


def test_times_are_said_as_people_say_them() -> None:
    said = [duration(seconds) for seconds in (0.1234, 9.4, 42.4, 59.7, 200.0, 240.0, 1500.0, 7500.0)]
    assert said == ["0.12 s", "9.4 s", "42 s", "60 s", "3 min 20 s", "4 min", "25 min", "2 h 5 min"]


def test_a_stage_that_said_how_far_it_was_says_once_that_it_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 1.0, 20.0, 40.0, 41.0, 50.0, 60.0, 61.0])
    monkeypatch.setattr("cryo_assets.progress.time.monotonic", lambda: next(clock))
    lines: list[str] = []
    report = LogReporter(lines.append).stage("walk")
    for done in (0, 40, 80, 100, 100):
        report(done, 100)
    assert lines == ["walk: 40%, 28 s left", "walk: 80%, 9.8 s left", "walk: done in 41 s"]


def test_a_run_says_each_step_of_how_many_and_that_it_is_done(
    home: Path, cryo: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny.add_dataset(home)
    lines: list[str] = []
    monkeypatch.setattr("cryo_assets.cli.output.print_note", lambda line: lines.append(line.strip()))
    cryo("run", "tiny", "--to", "particles/stack")
    assert "tiny: 2 steps" in lines
    assert "step 1 of 2: particles/source" in lines and "step 2 of 2: particles/stack" in lines
    assert sum(bool(re.fullmatch(r"particles/(source|stack): done in [\d.]+ s", line)) for line in lines) == 2
    lines.clear()
    cryo("run", "tiny", "--select", "particles/stack")
    assert not any("step" in line for line in lines)


def _growth(images: ImageSet) -> float:
    """By how much the time left of a search grew at most, in parts of all its time; by the processor's clock."""
    told: list[tuple[float, int, int]] = []
    settings = SearchSettings(last_shell=6, held_out=100, most_restarts=3, candidates=4, more_passes=2)
    search(images, settings, progress=lambda done, total: told.append((time.process_time(), done, total)))
    countdown = Countdown()
    every = [countdown.left(done, total, now) for now, done, total in told]
    left = [seconds for seconds in every if seconds is not None]
    assert len(left) > 0.8 * len(told) > 40
    least = list(accumulate(left, min))
    return max(now - before for now, before in zip(left, least, strict=True)) / (told[-1][0] - told[0][0])


def test_the_time_left_of_a_search_without_poses_does_not_grow() -> None:
    """Its parts differ in cost by ten times. Other work on the machine makes it grow: the best of three tries."""
    made = letter_images(500, 24, chiral=True, snr=0.3, seed=3)
    images = Loaded(made.read(np.arange(500)), 1.0)
    whole = ImageSet(images, unknown_poses(500), made.optics, np.arange(500) % 2 + 1)
    tries: list[float] = []
    while len(tries) < 3 and min(tries, default=1.0) > 0.1:
        tries.append(_growth(whole))
    assert min(tries) <= 0.1, tries
