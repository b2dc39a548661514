"""No stage that goes through images, windows, cubes or maps is bound by launches, or copies more than it must."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from rates import RATES, Asked, asked

TABLE = Path(__file__).parent / "rates.csv"
"""Of 1,000 units of each stage at box 128 and its own batch: kernels as they first were, and what is asked now."""

SLACK = 1.1


def _rows() -> dict[str, dict[str, str]]:
    with TABLE.open(newline="") as file:
        return {row["stage"]: row for row in csv.DictReader(file)}


@pytest.mark.parametrize("name", RATES)
def test_a_stage_is_not_bound_by_launches_and_copies_little(name: str) -> None:
    now, row = asked(name), _rows()[name]
    assert now.launch_ms <= RATES[name].share * now.work_ms, "fuse its kernels, or take more at a time"
    assert now.copied <= 2.0, "bytes go to the device or back that need not"
    for what in ("kernels", "waits"):
        assert getattr(now, what) <= SLACK * int(row[what]) + 5, f"{what}: was {row[what]}"


def test_the_page_of_costs_says_what_the_rates_say() -> None:
    docs = Path(__file__).parents[2] / "docs"
    said = subprocess.run(
        [sys.executable, docs / "cost.py"], capture_output=True, text=True, check=True
    ).stdout
    assert said.strip() in (docs / "guides" / "costs.md").read_text(), (
        "put what docs/cost.py prints into the page"
    )


def _row(name: str, now: Asked, first: str) -> list[object]:
    rate = RATES[name]
    return [name, rate.unit, rate.own, first, *vars(now).values(), rate.share]


if __name__ == "__main__":  # writes the table anew
    before = {name: row["kernels at first"] for name, row in _rows().items()} if TABLE.exists() else {}
    with TABLE.open("w", newline="") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(
            [
                "stage",
                "unit",
                "batch",
                "kernels at first",
                *Asked.__annotations__,
                "share of launches allowed",
            ]
        )
        for each in RATES:
            counted = asked(each)
            writer.writerow(_row(each, counted, before.get(each, str(counted.kernels))))
