"""Pictures of sharpened maps."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch

from cryo_assets.previews import _COLOURS, new_figure, save


def profile_table(frequency: torch.Tensor, profiles: Mapping[str, torch.Tensor], path: Path) -> None:
    """Draw ln amplitude over 1/d² of maps, each counted from its value at 10 Å."""
    figure = new_figure(6.4, 3.8)
    axes = figure.subplots()
    f = frequency.double().cpu().numpy()
    start = max(1, int(np.argmin(np.abs(f - 0.1))))
    for (name, profile), colour in zip(profiles.items(), _COLOURS, strict=False):
        values = np.log(np.maximum(profile.double().cpu().numpy(), 1e-300))
        axes.plot(f[start:] ** 2, values[start:] - values[start], label=name, color=colour, lw=1.8)
    axes.set_xlabel("1 / d² (Å⁻²)")
    axes.set_ylabel("ln amplitude, from 10 Å")
    axes.legend(frameon=False, fontsize=8)
    save(figure, path)
