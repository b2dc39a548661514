"""Pictures of fits: how well a model came to explain its images, and how a number of classes was chosen."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from matplotlib.ticker import MaxNLocator

from cryo_assets.pictures.draw import new_figure, save
from cryo_assets.pictures.latent import class_colour

_FIRST, _SECOND = class_colour(1), class_colour(2)


def explained_variance(explained: Sequence[float], path: Path, what: str = "variance") -> dict[str, str]:
    """Draw the share of the latents' variance, or of `what`, on each axis, and their sum; the picture by its title.

    Of one axis there is nothing to draw: it has all of it.
    """
    if len(explained) < 2:
        return {}
    figure = new_figure(5.2, 3.0)
    axes = figure.subplots()
    place = np.arange(1, len(explained) + 1)
    bars = axes.bar(place, explained, width=0.6, color=_FIRST, label="each axis")
    for bar, share in zip(bars, explained, strict=True):
        inside = share > 0.1  # the words are as high as that
        height, colour = (share / 2, "white") if inside else (share + 0.01, _FIRST)
        middle = bar.get_x() + bar.get_width() / 2
        alignment = "center" if inside else "bottom"
        axes.text(middle, height, f"{100 * share:.0f}%", ha="center", va=alignment, color=colour, fontsize=8)
    axes.plot(place, np.cumsum(explained), "o-", color=_SECOND, lw=1.5, ms=4, label="sum of the axes so far")
    axes.set_xticks(place)
    axes.set_xlim(0.4, len(explained) + 0.6)
    axes.set_ylim(0, 1.08)
    axes.set_xlabel("axis of latent space")
    axes.set_ylabel(f"share of the {what}")
    figure.legend(frameon=False, fontsize=8, loc="outside upper center", ncols=2)
    save(figure, path)
    return {f"explained {what}": path.name}


def cluster_scores(scores: pd.DataFrame, path: Path) -> None:
    """Draw every score over the divisions tried (`Clusters.scores`), the chosen one marked.

    NaN is left out; a score that only the chosen division has is written above.
    """
    names = {
        "evidence": "gain on held-out images\n(nats an image, more is better)",
        "icl": "ICL / 1000\n(less is better)",
        "bic": "BIC / 1000\n(less is better)",
        "silhouette": "silhouette\n(more is better)",
        "dbcv": "DBCV\n(more is better)",
        "stability": "stability\n(more is better)",
    }
    there = {name: scores[name].notna() for name in names}
    drawn = [name for name in names if there[name].sum() > 1] or ["silhouette"]
    once = {name: scores[name][there[name]].iloc[0] for name in names if there[name].sum() == 1}
    figure = new_figure(2.3 * max(len(drawn), 2), 3.0)
    panels = np.atleast_1d(figure.subplots(1, len(drawn)))
    same = scores["classes"].is_unique
    place = scores["classes"].to_numpy() if same else np.arange(1, len(scores) + 1)
    for axes, name in zip(panels, drawn, strict=True):
        values = scores[name].to_numpy(float) / (1000 if name in ("icl", "bic") else 1)
        axes.plot(place, values, "o-", color=_FIRST, lw=1.4, ms=4)
        chosen = scores["chosen"].to_numpy(bool)
        axes.plot(place[chosen], values[chosen], "o", ms=10, mfc="none", mec=_SECOND, mew=2, label="chosen")
        axes.set_title(names[name], fontsize=8)
        axes.tick_params(labelsize=7)
        axes.set_xlabel("classes" if same else "division", fontsize=8)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    also = ", ".join(f"{name} {value:.3g}" for name, value in once.items() if name not in drawn)
    figure.suptitle("the chosen division is circled" + (f"; it has {also}" if also else ""), fontsize=8)
    save(figure, path)


def confusion_table(
    table: np.ndarray, rows: Sequence[object], columns: Sequence[object], path: Path, title: str = ""
) -> None:
    """Draw particles of each true state (rows) in each class (columns): shares of the row as shade, counts in words."""
    share = table / np.maximum(table.sum(1, keepdims=True), 1)
    figure = new_figure(1.4 + 0.85 * len(columns), 1.3 + 0.55 * len(rows))
    axes = figure.subplots()
    axes.imshow(share, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for i in range(len(rows)):
        for j in range(len(columns)):
            dark = share[i, j] > 0.55
            text = f"{table[i, j]}\n{100 * share[i, j]:.0f}%"
            axes.text(j, i, text, ha="center", va="center", fontsize=7, color="white" if dark else "0.15")
    axes.set_xticks(range(len(columns)), ["no class" if c == -1 else str(c) for c in columns], fontsize=8)
    axes.set_yticks(range(len(rows)), [str(r) for r in rows], fontsize=8)
    axes.set_xlabel("class found", fontsize=8)
    axes.set_ylabel("true state", fontsize=8)
    axes.set_title(title, fontsize=9)
    save(figure, path)


def curves(
    values: Mapping[str, Sequence[float]],
    path: Path,
    horizontal: str = "epoch",
    vertical: str = "loss",
    mark: tuple[float, str] | None = None,
) -> None:
    """Draw losses or the like over epochs from 1; on a logarithmic scale where all are positive and span 30.

    `mark` is a place to point at, and why.
    """
    figure = new_figure(6.4, 3.2)
    axes = figure.subplots()
    every = np.concatenate([np.asarray(v, float) for v in values.values()])
    every = every[np.isfinite(every)]
    for number, (name, one) in enumerate(values.items(), 1):
        axes.plot(
            range(1, len(one) + 1), one, label=name, color=class_colour(number), lw=1.6, marker="o", ms=2.5
        )
    if len(every) and every.min() > 0 and every.max() > 30 * every.min():
        axes.set_yscale("log")
    if mark:
        axes.axvline(mark[0], color="0.5", lw=0.8, ls=":")
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.set_xlabel(horizontal)
    axes.set_ylabel(vertical)
    if len(values) > 1:
        axes.legend(frameon=False, fontsize=8)
    else:
        axes.set_title(next(iter(values)) + (f" (dotted: {mark[1]})" if mark else ""), fontsize=9)
    save(figure, path)
