"""Back-project images of BOX pixels that are made as they are read: BOX COUNT [COUNT …].

Prints the seconds and the processors' seconds of each count, in turn, and the peak memory.
"""

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from cryo_core.data import ImageSet, Optics, Poses
from cryo_core.geometry.rotations import random_rotations
from cryo_core.reconstruction.backproject import backproject

torch.set_num_threads(2)


class Cheap:
    """Images of a fixed noise, rolled: nothing is read and next to nothing is computed."""

    pixel_angstrom = 2.0

    def __init__(self, count: int, box: int) -> None:
        self.count, self.box = count, box
        self.noise = torch.randn(512, box, box, generator=torch.Generator().manual_seed(1))

    def __len__(self) -> int:
        return self.count

    def read(self, index: np.ndarray) -> torch.Tensor:
        return self.noise[torch.from_numpy(index % 512)]


def scene(count: int) -> tuple[Poses, Optics]:
    def same(value: float) -> torch.Tensor:
        return torch.full((count,), value)

    generator = torch.Generator().manual_seed(2)
    # In parts, so that what it takes to draw them is no part of the peak.
    rotation = torch.cat([random_rotations(1000, generator) for _ in range(count // 1000)])
    poses = Poses(rotation, torch.randn(count, 2, generator=generator))
    u = 10_000 + 15_000 * torch.rand(count, generator=generator)
    optics = Optics(
        same(2.0), same(300.0), same(2.7), same(0.1), u, u - 200, same(30.0), same(0.0), same(0.0),
        torch.ones(count, dtype=torch.int64),
    )  # fmt: skip
    return poses, optics


box, counts = int(sys.argv[1]), [int(word) for word in sys.argv[2:]]
# Once before, unmeasured: kernels are compiled or loaded, and the allocator has its memory.
backproject(ImageSet(Cheap(5_000, box), *scene(5_000), np.arange(5_000) % 2 + 1))
seconds, cpu_seconds = [], []
for count in counts:
    stack, (poses, optics) = Cheap(count, box), scene(count)
    start, begun = time.perf_counter(), time.process_time()
    backproject(ImageSet(stack, poses, optics, np.arange(count) % 2 + 1))
    seconds.append(time.perf_counter() - start)
    cpu_seconds.append(time.process_time() - begun)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
sys.stdout.write(json.dumps({"seconds": seconds, "cpu_seconds": cpu_seconds, "peak_mb": peak}))
