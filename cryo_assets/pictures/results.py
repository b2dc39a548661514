"""Pictures of a data set's results: how particles went from class to class, and the classes' resolution by round."""

from pathlib import Path

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from cryo_assets.pictures.draw import new_figure, remarked, round_resolutions, save
from cryo_assets.pictures.latent import class_colour

_BAR = 0.12
"""Width of a round's column, in rounds."""

_GAP = 0.02
"""Space between the classes of a column, in parts of all particles."""


def flow(table: pd.DataFrame, path: Path) -> None:
    """Draw a Sankey diagram: a column a round, bands from class to class as wide as the particles in them.

    `table` has round, from, to, particles: those that came to class `to` in `round` from class `from` before.
    """
    rounds = [int(table["round"].min()) - 1, *sorted(int(r) for r in table["round"].unique())]
    total = float(table[table["round"] == rounds[1]]["particles"].sum())
    figure = new_figure(max(4.5, 1.7 * len(rounds)), 4.2)
    axes = figure.subplots()
    places = {number: _column(table, number, total) for number in rounds}
    for number, place in places.items():
        for name, (low, high) in place.items():
            axes.fill_between(
                [number - _BAR / 2, number + _BAR / 2], low, high, color=class_colour(name), lw=0
            )
            inside = high - low > 0.04
            x, colour, align = (number, "white", "center") if inside else (number + _BAR, "#555555", "left")
            label = "no class" if name < 1 else str(name)
            axes.text(x, (low + high) / 2, label, ha=align, va="center", color=colour, fontsize=8)
    for before, after in zip(rounds, rounds[1:], strict=False):
        _bands(axes, table[table["round"] == after], places[before], places[after], before, after, total)
    axes.set_xticks(rounds, [f"round {number}" for number in rounds])
    axes.set_yticks([])
    for side in axes.spines.values():
        side.set_visible(False)
    axes.tick_params(length=0)
    axes.set_title(f"{total:,.0f} particles, by class", fontsize=10)
    save(figure, path)


def resolution_by_round(table: pd.DataFrame, nyquist_angstrom: float, path: Path, remark: str = "") -> None:
    """Draw each class's resolution by round: filled where the guard accepts it, hollow where only the FSC says so.

    `remark` is what has to be known of the halves.
    """
    figure = new_figure(6.2, 3.6)
    axes = figure.subplots()
    for name in sorted(table["class"].unique().tolist()):
        mine, colour = table[table["class"] == name], class_colour(name)
        axes.plot(
            mine["round"],
            1 / mine["plain_angstrom"],
            color=colour,
            lw=1,
            ls=":",
            marker="o",
            mfc="white",
            ms=5,
        )
        axes.plot(
            mine["round"],
            1 / mine["resolution_angstrom"],
            color=colour,
            lw=1.8,
            marker="o",
            ms=5,
            label=f"class {name}: {int(mine['particles'].iloc[-1]):,}",
        )
    axes.axhline(1 / nyquist_angstrom, color="#888888", lw=0.8)
    axes.text(table["round"].min(), 1 / nyquist_angstrom, "Nyquist", fontsize=8, va="bottom", color="#666666")
    axes.plot(
        [], [], color="0.4", lw=1, ls=":", marker="o", mfc="white", ms=5, label="by the FSC alone: refused"
    )
    places = round_resolutions(axes.get_ylim()[0], axes.get_ylim()[1])
    axes.set_yticks(list(places), list(places.values()))
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xlabel("round")
    axes.set_ylabel("FSC 0.143 at (Å)")
    remarked(axes, remark)
    figure.legend(
        title="particles in the last round", frameon=False, fontsize=8, loc="outside upper center", ncols=3
    )
    save(figure, path)


def _column(table: pd.DataFrame, number: int, total: float) -> dict[int, tuple[float, float]]:
    """Stack the classes of a round, the first on top: (low, high) of each in parts of all particles."""
    arrives = table[table["round"] == number].groupby("to")["particles"].sum()
    leaves = table[table["round"] == number + 1].groupby("from")["particles"].sum()
    counts = arrives if len(arrives) else leaves
    places, top = {}, 1.0
    names = [int(str(name)) for name in counts.index]
    for name in sorted(names, key=lambda name: (name < 1, name)):
        count = float(counts[name])
        places[name] = (top - count / total, top)
        top -= count / total + _GAP
    return places


def _bands(
    axes: Axes,
    moves: pd.DataFrame,
    left: dict[int, tuple[float, float]],
    right: dict[int, tuple[float, float]],
    before: int,
    after: int,
    total: float,
) -> None:
    start = {name: high for name, (_, high) in left.items()}
    end = {name: high for name, (_, high) in right.items()}
    t = np.linspace(0, 1, 40)
    ease = t * t * (3 - 2 * t)
    x = before + _BAR / 2 + t * (after - before - _BAR)
    for row in moves.sort_values(["from", "to"]).itertuples():
        source, target, share = int(row[2]), int(row[3]), row[4] / total
        top = start[source] + ease * (end[target] - start[source])
        alpha = 0.25 if source == target else 0.6
        axes.fill_between(x, top - share, top, color=class_colour(source), alpha=alpha, lw=0)
        start[source] -= share
        end[target] -= share
