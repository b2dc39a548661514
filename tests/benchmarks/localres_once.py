"""Tell the local resolution of a made-up map of N³ voxels by the packaged network; print seconds and peak memory."""

import json
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import torch

from cryo_core.data import Volume
from cryo_core.resolution.model import load_network
from cryo_core.resolution.predict import predict

torch.set_num_threads(2)
size = int(sys.argv[1])
generator = torch.Generator().manual_seed(2)
density = torch.randn(size, size, size, generator=generator)
inner = slice(3 * size // 8, 5 * size // 8)
edge = inner.stop - inner.start
density[inner, inner, inner] += 5.0 + 3.0 * torch.randn(edge, edge, edge, generator=generator)
start = time.perf_counter()
predict(Volume(density, 1.0), load_network()[0])
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
sys.stdout.write(json.dumps({"seconds": seconds, "peak_mb": peak}))
