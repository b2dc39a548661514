"""Scale a map of EDGE voxels within a ball of MASK voxels, by model and (fast) without: EDGE MASK.

Prints the seconds of LocScale (fast) and of sharpening without a model, and the peak memory of the process.
"""

import json
import math
import resource
import sys
import time
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from cryo_core.data import Volume
from cryo_core.sharpening.locscale import locscale
from cryo_core.sharpening.predict import sharpen

torch.set_num_threads(2)


def rough(edge: int, seed: int, slope: float) -> Volume:
    """Make a map without a transform of the whole: noise, each plane a mixture with the one before."""
    generator = torch.Generator().manual_seed(seed)
    density = torch.empty(edge, edge, edge)
    before = torch.zeros(edge, edge)
    for z in range(edge):
        before = slope * before + torch.randn(edge, edge, generator=generator)
        density[z] = before
    return Volume(density, 1.0)


def ball(edge: int, voxels: int) -> torch.Tensor:
    """Mark a ball of about so many voxels in the middle."""
    axis = torch.arange(edge, dtype=torch.float32) - edge // 2
    radius = (0.75 * voxels / math.pi) ** (1 / 3)
    mask = torch.zeros(edge, edge, edge, dtype=torch.bool)
    for z in range(edge):
        mask[z] = axis[z] ** 2 + axis[:, None] ** 2 + axis**2 <= radius**2
    return mask


edge, voxels = int(sys.argv[1]), int(sys.argv[2])
warm = Volume(torch.randn(40, 40, 40), 1.0)
locscale(warm, warm, ball(40, 300))
sharpen(warm, ball(40, 300))
volume, reference, mask = rough(edge, 1, 0.8), rough(edge, 2, 0.4), ball(edge, voxels)
start = time.perf_counter()
locscale(volume, reference, mask)
between = time.perf_counter()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9
del reference
middle = time.perf_counter()
sharpen(volume, mask)
end = time.perf_counter()
found = {
    "locscale_seconds": between - start,
    "sharpen_seconds": end - middle,
    "locscale_peak_gb": peak,
    "peak_gb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9,
    "mask_voxels": int(mask.sum()),
}
sys.stdout.write(json.dumps(found))
