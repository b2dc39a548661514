"""Contrast told by the images: 200 simulated sets of 500 images, half of them dark, every second without poses.

Complexes, signal, defocus, coloured noise, backgrounds, empty images and shifts differ from set to set. Of each: is the
sign right where it is decided, and how many are decided.
"""

from collections.abc import Iterator

import numpy as np
import torch
from common import Row, median

from cryo_core.data import ImageSet, Poses
from cryo_core.imaging.density import density
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.imaging.simulate import SimulationSettings, simulate_particles
from cryo_core.reconstruction.contrast import ContrastFound, contrast_of

SETS = 200


class Signed:
    """Images of another stack times a sign."""

    def __init__(self, images: object, sign: float) -> None:
        self.images, self.sign = images, sign
        self.box, self.pixel_angstrom = images.box, images.pixel_angstrom  # type: ignore[attr-defined]

    def __len__(self) -> int:
        return len(self.images)  # type: ignore[arg-type]

    def read(self, index: np.ndarray) -> torch.Tensor:
        return self.images.read(index) * self.sign  # type: ignore[attr-defined]


def told(seed: int, count: int = 500) -> tuple[str, ContrastFound]:
    """The true contrast of a simulated set, and what its images say."""
    rng = np.random.default_rng(seed)
    box, voxel = int(rng.choice([32, 40, 48])), float(rng.uniform(3.5, 6.0))
    atoms = phantom_complex(seed, int(rng.integers(1, 4)), int(rng.integers(120, 400)))
    thin = float(rng.uniform(8_000, 18_000))
    settings = SimulationSettings(
        snr=float(10 ** rng.uniform(-2, -0.3)),
        defocus_min_angstrom=thin,
        defocus_max_angstrom=thin + float(rng.uniform(2_000, 15_000)),
        colour=float(rng.uniform(1, 3)),
        background=float(rng.uniform(0, 1)),
        empty=float(rng.uniform(0, 0.3)),
        shift_sigma_angstrom=float(rng.uniform(0, 8)),
        seed=seed,
    )
    made = simulate_particles([density(atoms, (box, box, box), voxel)], [1.0], count, settings)
    contrast, sign = ("white", 1.0) if seed % 2 else ("dark", -1.0)
    poses = made.poses
    if seed % 4 < 2:
        poses = Poses(
            torch.full_like(poses.rotation, torch.nan), torch.full_like(poses.shift_angstrom, torch.nan)
        )
    images = ImageSet(Signed(made, sign), poses, made.optics)  # type: ignore[arg-type]
    return contrast, contrast_of(images)


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    del repeats, missing
    found = [told(seed) for seed in range(SETS)]
    decided = [(true, one) for true, one in found if one.decided]
    wrong = sum(one.contrast != true for true, one in decided)
    right = sum(one.contrast == true for true, one in found) / len(found)
    margin = median([abs(one.margin) for _, one in found])
    yield Row(
        "sets whose contrast was decided wrongly", wrong, "sets", bar="0", holds=wrong == 0,
        note=f"of {len(decided)} decided of {len(found)}; {right:.1%} right if all were; median margin {margin:.0f}",
    )  # fmt: skip
