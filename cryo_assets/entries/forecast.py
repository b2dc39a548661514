"""What a particle set will need by formula, before anything is computed: memory and disk of images, poses and maps."""

import os
from dataclasses import dataclass
from pathlib import Path

_BASE_BYTES, _VOXEL_BYTES = 720_000_000, 77
"""Of a reconstruction on the CPU, one half set after the other: what does not grow with the box, and what does with its
voxels (measured at 128 and 256)."""

_MAPS_OF_A_CLASS = 6
"""Map, half maps, mask, and half maps of substituted noise, that a class keeps of each round."""

_LINEAR_BYTES = 12_000
"""Of an image, while the linear model is fitted: its low shells."""


@dataclass(frozen=True)
class Forecast:
    """Bytes: memory of refinement and maps, disk that working copies take for a while, and that a class keeps."""

    box: int
    memory: int
    scratch: int
    kept: int

    def document(self) -> dict[str, float]:
        """As JSON has it."""
        numbers = {"memory": self.memory, "scratch": self.scratch, "kept_by_class_and_round": self.kept}
        return {f"{name}_gigabytes": round(value / 1e9, 3) for name, value in numbers.items()}

    def words(self) -> str:
        """For people."""
        return (
            f"maps at {self.box} pixels: {self.memory / 1e9:.1f} GB of memory, {self.kept / 1e9:.2f} GB of disk for "
            f"each class and round, up to {self.scratch / 1e9:.1f} GB of working copies for a while; the images stay "
            "where they lie"
        )


def forecast(particles: int, box: int) -> Forecast:
    """What `particles` images need whose maps have `box` pixels.

    Working copies are 16-bit images: of all particles, if all are in one class, at two boxes and once more with noise
    in the place of their fine detail.
    """
    copies = 2 * 3 * box**2
    return Forecast(
        box,
        memory=_BASE_BYTES + _VOXEL_BYTES * box**3,
        scratch=particles * max(_LINEAR_BYTES, copies),
        kept=4 * _MAPS_OF_A_CLASS * box**3,
    )


def largest_box(memory: int) -> int:
    """The largest even box whose maps fit into so many bytes of memory."""
    return 2 * int(max(0.0, (memory - _BASE_BYTES) / _VOXEL_BYTES) ** (1 / 3) / 2 + 1e-9)


def machine_memory() -> int:
    """Memory of this machine in bytes, or of what part of it this process may use."""
    whole = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    try:
        allowed = Path("/sys/fs/cgroup/memory.max").read_text().strip()
    except OSError:
        return whole
    return min(whole, int(allowed)) if allowed.isdecimal() else whole
