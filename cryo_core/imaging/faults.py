"""Images that cannot be used: blank, not finite, with hot pixels, clipped, or with dead rows or columns.

Everything is measured image by image, while images are read for something else; what is judged against the other
images of the set is judged at the end. So a set that was masked to zero, or holds counts, is no set of faults.
"""

from dataclasses import dataclass

import numpy as np
import torch
from jaxtyping import Bool, Float
from torch import Tensor

from cryo_core.errors import SettingsError

_BLANK = 1e-3
"""Deviation of an image, of that of the set's median image, under which nothing is on it."""
_CANDIDATE = 8.0
"""Deviations from the mean that no pixel of noise reaches: only such images are looked at for hot pixels."""
_HOT = 20.0
"""Deviations, of the other pixels, from which on a pixel is hot if it stands alone."""
_ALONE = 0.3
"""A hot pixel's neighbours have less than this of its height (their median): ice and gold have more."""
_CLIPPED = 0.01
"""Share of pixels at exactly the largest or the smallest value, beyond three times that of the set's median image."""
_LEAST_DEAD = 8
"""Of the box, the part of further dead lines that count where the set's median image has some (masked images)."""


@dataclass(frozen=True)
class Fault:
    """Why the image of a row (from 0) is left out."""

    row: int
    reason: str


class FaultFinder:
    """Looks at images as they are read, in the order of their rows, and names those that cannot be used."""

    def __init__(self) -> None:
        self._measured: list[dict[str, np.ndarray]] = []
        self._box = 0

    def add(self, images: Float[Tensor, "n y x"]) -> Bool[Tensor, " n"]:
        """Measure the next images; say which are finite."""
        self._box = images.shape[-1]
        finite = torch.isfinite(images).flatten(1).all(1)
        whole = torch.where(finite[:, None, None], images, 0.0)
        flat = whole.flatten(1)
        lowest, highest = flat.amin(1), flat.amax(1)
        middle = flat.mean(1, keepdim=True)
        deviation = flat.std(1, correction=0)
        extreme = torch.maximum(
            (flat == lowest[:, None]).float().mean(1), (flat == highest[:, None]).float().mean(1)
        )
        peak = torch.maximum(highest - middle[:, 0], middle[:, 0] - lowest)
        hot = torch.zeros(len(images))
        for row in torch.nonzero(peak > _CANDIDATE * deviation).flatten().tolist():
            hot[row] = _hot_pixels(whole[row])
        found = {
            "finite": finite,
            "deviation": torch.where(highest > lowest, deviation, 0.0),
            "extreme": extreme,
            "dead": _dead_lines(whole),
            "hot": hot,
        }
        self._measured.append({name: values.cpu().numpy() for name, values in found.items()})
        return finite

    def faults(self) -> list[Fault]:
        """Every image that cannot be used, with the reason; SettingsError if more than half of them are such."""
        if not self._measured:
            return []
        of = {name: np.concatenate([part[name] for part in self._measured]) for name in self._measured[0]}
        count = len(of["finite"])
        usual = {name: _median(of[name][of["finite"]]) for name in ("deviation", "extreme")}
        dead = self._most_dead(of["dead"][of["finite"]])
        reasons = np.full(count, "", dtype=object)
        for reason, here in (
            ("pixels that are NaN or infinite", ~of["finite"]),
            ("blank: all pixels are alike", of["deviation"] <= _BLANK * usual["deviation"]),
            ("hot pixels", of["hot"] > 0),
            ("rows or columns that are constant or repeated", of["dead"] > dead),
            ("clipped: many pixels at one extreme value", of["extreme"] > 3 * usual["extreme"] + _CLIPPED),
        ):
            reasons[here & (reasons == "")] = reason
        rows = np.flatnonzero(reasons != "")
        if 2 * len(rows) > count:
            names, counts = np.unique(reasons[rows].astype(str), return_counts=True)
            said = ", ".join(f"{n} × {name}" for name, n in zip(names, counts, strict=True))
            raise SettingsError(
                f"{len(rows)} of {count} images cannot be used ({said}): are these the right images, and were they "
                "copied whole?"
            )
        return [Fault(int(row), str(reasons[row])) for row in rows]

    def _most_dead(self, dead: Float[np.ndarray, " n"]) -> float:
        """Dead lines that an image of this set may have: none, unless most have some (masked, or without noise)."""
        low, middle, high = np.percentile(dead, (25, 50, 75)) if len(dead) else (0.0, 0.0, 0.0)
        return float(high + 3 * (high - low) + (self._box // _LEAST_DEAD if middle else 0))


def _median(values: np.ndarray) -> float:
    return float(np.median(values)) if len(values) else 0.0


def _hot_pixels(image: Float[Tensor, "y x"]) -> int:
    """Count the pixels that stand alone, far above or below all the others."""
    flat = image.flatten()
    kept = flat.sort().values[len(flat) // 100 : len(flat) - len(flat) // 100]
    height = (image - kept.mean()).abs()
    far = torch.nonzero(height > _HOT * kept.std(correction=0))
    alone = 0
    for y, x in far[:64].tolist():
        near = image[max(0, y - 1) : y + 2, max(0, x - 1) : x + 2].flatten() - kept.mean()
        alone += int(
            float((near * torch.sign(image[y, x] - kept.mean())).median()) < _ALONE * float(height[y, x])
        )
    return alone


def _dead_lines(images: Float[Tensor, "n y x"]) -> Float[Tensor, " n"]:
    """Count the rows and columns of each image that are constant, or repeat the one before."""
    total = torch.zeros(len(images), device=images.device)
    for lines in (images, images.transpose(1, 2)):
        constant = (lines == lines[:, :, :1]).all(2)
        repeated = torch.zeros_like(constant)
        repeated[:, 1:] = (lines[:, 1:] == lines[:, :-1]).all(2)
        total += (constant | repeated).sum(1)
    return total
