"""The linear model on several devices, one process each: every rank has a share of the images, and all the sums."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jaxtyping import Int
from torch import Tensor

from cryo_core.data import ImageSet, Progress, silent
from cryo_core.heterogeneity.linear.fit import fit_linear
from cryo_core.heterogeneity.linear.model import LinearFit, LinearSettings, load_linear, save_linear
from cryo_core.learning import ranks

_FIT = "fit"


def fit_linear_on(
    devices: list[str],
    images: ImageSet,
    settings: LinearSettings,
    folder: Path,
    progress: Progress = silent,
    left_out: Int[Tensor, " n"] | None = None,
) -> LinearFit:
    """Linear model fitted on several devices at once, or on one in this process; else as `fit_linear`.

    Parameters
    ----------
    devices : list of str
        The devices.
    images : ImageSet
        n images, with their poses; picklable if there are several devices.
    settings : LinearSettings
        How to fit.
    folder : Path
        Where the low shells are stored, which all ranks read.
    progress : Progress
        Called with images times sweeps.
    left_out : (n,), optional
        Why images were left out by an earlier fit.

    Raises
    ------
    CryoError
        As of `fit_linear`; or a process was killed.
    """
    if len(devices) == 1:
        return fit_linear(images, settings, folder, devices[0], progress, left_out)
    job = images, settings, folder, left_out
    ranks.run_on(devices, _fit_one, *job, folder=folder, on_message=lambda message: progress(*message))
    return load_linear(folder / _FIT)


def _fit_one(
    device: str,
    send: Callable[[Any], None],
    images: ImageSet,
    settings: LinearSettings,
    folder: Path,
    left_out: Tensor | None,
) -> None:
    def told(done: int, total: int) -> None:
        if ranks.rank() == 0:
            send((done, total))

    fit = fit_linear(images, settings, folder, device, told, left_out)
    if ranks.rank() == 0:
        save_linear(folder / _FIT, fit)
