"""One reconstruction as a process: read FOLDER/true.star, write FOLDER/ours1.mrc, ours2.mrc, ours.mrc."""

import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from cryo_core.data import ImageSet
from cryo_core.formats.mrc import write_volume
from cryo_core.formats.particles import open_stack, read_particles
from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct

torch.set_num_threads(2)
folder = Path(sys.argv[1])
table = read_particles(folder / "true.star")
stack = open_stack(table, "white")
done = reconstruct(ImageSet(stack, table.poses, table.optics, table.half_set), ReconstructionSettings())
for name, volume in (("ours1", done.half1), ("ours2", done.half2), ("ours", done.full)):
    write_volume(folder / f"{name}.mrc", volume)
