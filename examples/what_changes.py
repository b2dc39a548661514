"""A changed setting: what the plan says, what is computed, how two versions compare, and where a file came from.

python examples/what_changes.py
"""

import argparse
import contextlib
import io
import os
import tempfile
from pathlib import Path

import torch

from cryo_assets.cli.app import app
from cryo_core.data import Volume
from cryo_core.formats.mrc import write_volume
from cryo_core.imaging.simulate import density, phantom_complex


def cryo(*arguments: object) -> str:
    """Call the command line as a terminal does, show what it prints, and return it."""
    print("$ cryo", *arguments, flush=True)
    with contextlib.redirect_stdout(io.StringIO()) as printed, contextlib.redirect_stderr(printed):
        app(args=[str(a) for a in arguments], standalone_mode=False)
    print(printed.getvalue(), flush=True)
    return printed.getvalue()


def write_maps(folder: Path) -> None:
    """Write a map of a phantom, and two half maps whose noise is independent."""
    clean = density(phantom_complex(2, 2, 60), (32, 32, 32), 2.0)
    generator = torch.Generator().manual_seed(1)
    sigma = 0.05 * float(clean.density.max())
    halves = [clean.density + sigma * torch.randn(32, 32, 32, generator=generator) for _ in range(2)]
    for name, values in (("half1", halves[0]), ("half2", halves[1]), ("map", (halves[0] + halves[1]) / 2)):
        write_volume(folder / f"{name}.mrc", Volume(values, 2.0))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--home", type=Path, help="keep the results here")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        os.environ["CRYO_HOME"] = str(arguments.home or folder / "home")
        write_maps(folder)

        # 1. An entry, and the assets up to the FSC.
        halves = ("--half1", folder / "half1.mrc", "--half2", folder / "half2.mrc")
        cryo(
            "add-map",
            folder / "map.mrc",
            *halves,
            "--name",
            "phantom",
            "--set",
            "maps.profiles.spacing_voxels=3",
        )
        cryo("run", "phantom", "--to", "maps/profiles")

        # 2. Again: nothing is computed.
        assert "Nothing was computed" in cryo("run", "phantom", "--to", "maps/profiles")

        # 3. Another window. The plan names the setting; only what rests on it is computed.
        other = (
            "--set",
            "maps.profiles.window_angstrom=20",
            "--set",
            "maps.profiles.spacing_voxels=3",
            "--replace",
        )
        cryo("add-map", folder / "map.mrc", *halves, "--name", "phantom", *other)
        assert "window_angstrom: 25.0 → 20" in " ".join(cryo("plan", "phantom").split())
        cryo("run", "phantom", "--to", "maps/profiles")

        # 4. Where did this file come from? A copy under another name is known by its content.
        made = Path(cryo("path", "phantom", "maps/profiles").strip())
        copy = folder / "copy.parquet"
        copy.write_bytes((made / "profiles.parquet").read_bytes())
        assert "maps/profiles" in cryo("why", copy)

        # 5. The store is intact.
        cryo("verify")


if __name__ == "__main__":
    main()
