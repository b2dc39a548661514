"""From particle images to states: the command `cryo` on a simulated set whose three states are known.

python examples/states.py --particles 600
"""

import argparse
import contextlib
import csv
import io
import os
import tempfile
from pathlib import Path

import numpy as np

from cryo_assets.cli.app import app
from cryo_core.validation.clusters import adjusted_rand_index


def cryo(*arguments: object) -> str:
    """Call the command line as a terminal does, show what it prints, and return it."""
    print("$ cryo", *arguments, flush=True)
    with contextlib.redirect_stdout(io.StringIO()) as printed, contextlib.redirect_stderr(printed):
        app(args=[str(a) for a in arguments], standalone_mode=False)
    print(printed.getvalue(), flush=True)
    return printed.getvalue()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--particles", type=int, default=600)
    parser.add_argument("--home", type=Path, help="keep the results here")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        os.environ["CRYO_HOME"] = str(arguments.home or folder / "home")

        # 1. Images of a complex of four subunits, of which one or another is missing, with noise.
        cryo("simulate", "-o", folder / "sim", "--particles", arguments.particles, "--box", 32,
             "--pixel-size", 6, "--snr", 0.5)  # fmt: skip

        # 2. An entry of the inbox: simulated images show white particles. The setting makes the model quick;
        #    without it the data choose the number of components.
        quick = "round_*.model.linear={components: 2, shells: 9, iterations: 4, early_iterations: 2}"
        cryo("add", folder / "sim" / "particles.star", "--name", "sim", "--contrast", "white", "--set", quick)

        # 3. The latent model, each particle's place in it, and all that they rest on.
        #    `cryo run sim` goes on from here: embedding, classes, poses, maps and FSC of each class, results.
        cryo("run", "sim", "--to", "round_01/latents")

        # 4. Classes from the latents and their uncertainty; how many there are is chosen from the data.
        latents = Path(cryo("path", "sim", "round_01/latents").strip())
        labels = folder / "labels.csv"
        cryo("cluster", latents / "latents.npy", "--precision", latents / "precision.npy", "-o", labels)

        # 5. A plain table: image, class, probability. The simulation knows the state of each image.
        with labels.open() as table:
            classes = np.array([int(row["class"]) for row in csv.DictReader(table)])
        truth = true_states(folder / "sim" / "particles.star")
        print(f"{len(set(classes[classes > 0]))} classes; three states are in the images")
        print(f"adjusted Rand index: {adjusted_rand_index(classes, truth):.2f} (1 is perfect, 0 is chance)")


def true_states(star: Path) -> np.ndarray:
    """The state of each particle, which the simulation wrote as rlnClassNumber."""
    from cryo_core.formats.particles import read_particles

    return read_particles(star).class_number


if __name__ == "__main__":
    main()
