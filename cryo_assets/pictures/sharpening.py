"""Pictures of sharpened maps."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch

from cryo_assets.pictures.draw import COLOURS, new_figure, save


def profile_table(frequency: torch.Tensor, profiles: Mapping[str, torch.Tensor], path: Path) -> None:
    """Draw ln amplitude over 1/d² of maps, each counted from its value at 10 Å."""
    figure = new_figure(6.4, 3.8)
    axes = figure.subplots()
    f = frequency.double().cpu().numpy()
    start = max(1, int(np.argmin(np.abs(f - 0.1))))
    for (name, profile), colour in zip(profiles.items(), COLOURS, strict=False):
        values = np.log(np.maximum(profile.double().cpu().numpy(), 1e-300))
        axes.plot(f[start:] ** 2, values[start:] - values[start], label=name, color=colour, lw=1.8)
    axes.set_xlabel("1 / d² (Å⁻²)")
    axes.set_ylabel("ln amplitude, from 10 Å")
    axes.legend(frameon=False, fontsize=8)
    save(figure, path)


def curves_by_frequency(
    frequency: torch.Tensor, curves: Mapping[str, torch.Tensor], label: str, path: Path
) -> None:
    """Draw curves over 1/Å."""
    figure = new_figure(6.4, 3.4)
    axes = figure.subplots()
    for (name, values), colour in zip(curves.items(), COLOURS, strict=False):
        axes.plot(frequency.cpu().numpy(), values.double().cpu().numpy(), label=name, color=colour, lw=1.8)
    axes.set_xlabel("frequency (1/Å)")
    axes.set_ylabel(label)
    axes.legend(frameon=False, fontsize=8)
    save(figure, path)


def b_factors_over_resolution(
    resolution: torch.Tensor, b_factors: Mapping[str, torch.Tensor], path: Path, most: int = 3000
) -> None:
    """Draw one dot a window: its B factor over the local resolution in Å, before and after."""
    figure = new_figure(6.0, 4.2)
    axes = figure.subplots()
    step = max(1, len(resolution) // most)
    x = resolution[::step].cpu().numpy()
    for (name, values), colour in zip(b_factors.items(), COLOURS, strict=False):
        axes.plot(x, values[::step].cpu().numpy(), ".", ms=3, alpha=0.5, label=name, color=colour)
    axes.set_xlabel("local resolution (Å)")
    axes.set_ylabel("local B factor (Å²)")
    axes.legend(frameon=False, fontsize=8)
    save(figure, path)


def gains_by_way(gains: Mapping[str, Sequence[float]], path: Path) -> None:
    """Draw, for each way to sharpen, one dot a map and the mean: the gain in correlation with the truth."""
    figure = new_figure(6.4, 0.34 * len(gains) + 1.1)
    axes = figure.subplots()
    for row, (_, values) in enumerate(gains.items()):
        axes.plot(values, [row] * len(values), ".", ms=6, alpha=0.5, color=COLOURS[0])
        axes.plot([sum(values) / max(1, len(values))], [row], "|", ms=16, mew=2.5, color=COLOURS[1])
    axes.axvline(0.0, color="0.6", lw=0.8)
    axes.set_yticks(range(len(gains)), list(gains))
    axes.invert_yaxis()
    axes.set_xlabel("gain in correlation with the B = 0 map, on structures left out")
    save(figure, path)
