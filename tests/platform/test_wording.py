"""Numbers and times as people read them."""

import time

import pytest

from cryo_assets.wording import in_words, local_time, shown, three_figures


def test_measured_numbers_have_three_figures() -> None:
    values = (6.0, 8.726, 9.996, 99.96, 999.6, 12345.6, 0.91081, 0.012345, 0.00012345, 0.0000123, 0.0, -2.345)
    said = "6.00 8.73 10.0 100 1,000 12,346 0.911 0.0123 0.000123 1.23e-05 0 -2.35".split()
    assert [three_figures(value) for value in values[:-1]] == said[:-1]
    assert three_figures(values[-1]) in ("-2.34", "-2.35")


def test_what_a_file_says_keeps_its_digits() -> None:
    assert shown(0.83351, "voxel_angstrom") == "0.83351" and shown([1.2345], "pixel_angstrom") == "1.2345"
    assert shown(0.83351, "resolution_angstrom") == "0.834"
    assert shown(None) == "" and shown(2000) == "2000" and shown([[1, 2], 0.5]) == "[1, 2], 0.500"


def test_a_number_comes_with_its_name_and_unit() -> None:
    assert in_words("best_resolution_angstrom", 6.0) == "best resolution 6.00 Å"
    assert in_words("worse_fraction", 0.4078) == "worse 40.8%"
    assert in_words("moved_degrees", 1.509) == "moved 1.51°"
    assert in_words("b_factor_angstrom2", 106.97) == "b factor 107 Å²"
    assert in_words("classes", 3) == "classes 3"
    assert in_words("resolution_angstrom", None) == "resolution not known"
    remark = "10.67 Å: independent only beyond 26 Å"
    assert in_words("resolution_angstrom", remark) == f"resolution {remark}"


def test_times_are_this_places(monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        monkeypatch.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        assert local_time("2024-02-29T20:15:59.123456+00:00") == "2024-03-01 05:15"
    finally:
        monkeypatch.undo()
        time.tzset()
