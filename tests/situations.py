"""The situations of `../shared/field`, made with any seed, and what another program says of our files."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from conftest import REAL_DATA, skip

FIELD = REAL_DATA.parent / "field"
SCRIPTS = ("make.py", "make_mag.py")
# Added to the seed of poses, defocus and noise; the phantom stays.
# CRYO_FIELD_SEED=1000 python -m pytest tests/platform/test_field.py
SEED = int(os.environ.get("CRYO_FIELD_SEED", "0"))
_RUN = """
import runpy, sys, warnings
import synth
warnings.simplefilter("ignore")
make, more = synth.make, int(sys.argv[2])
synth.make = lambda *plain, seed=7, **named: make(*plain, seed=seed + more, **named)
runpy.run_path(sys.argv[1])
"""


def maker(factory: pytest.TempPathFactory, seed: int = SEED) -> Callable[[str], Path]:
    """A function that makes a situation once, by its number, and gives its folder.

    Parameters
    ----------
    factory : of the module's temporary folders
    seed : is added to the seeds of the situation's own script
    """
    made: dict[str, Path] = {}

    def make(number: str) -> Path:
        folders = sorted(FIELD.glob(f"{number}-*"))
        if not folders:
            skip(f"{FIELD} is absent: the optional situations are not here")
        if number not in made:
            made[number] = factory.mktemp(f"field-{number}")
            for script in (folders[0] / name for name in SCRIPTS):
                if script.is_file():
                    subprocess.run(
                        [sys.executable, "-c", _RUN, str(script), str(seed)],
                        cwd=made[number],
                        check=True,
                        capture_output=True,
                        env=os.environ | {"PYTHONPATH": str(FIELD / "lib")},
                    )
        return made[number]

    return make


def relion(program: str, *arguments: object, cwd: Path) -> str:
    """What a program of RELION prints; it has to be installed, and to succeed."""
    if shutil.which(program) is None:
        skip(f"{program} is not installed (Debian's package relion)")
    done = subprocess.run(
        [program, *map(str, arguments)], cwd=cwd, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


def fsc_mean(first: np.ndarray, second: np.ndarray, shells: int) -> float:
    """Mean Fourier shell correlation of two cubes over the first shells but the zeroth."""
    spectra = [np.fft.fftn(np.asarray(v, np.float64)) for v in (first, second)]
    k = np.fft.fftfreq(len(first)) * len(first)
    shell = np.rint(np.sqrt(k[:, None, None] ** 2 + k[None, :, None] ** 2 + k[None, None] ** 2)).astype(int)

    def power(values: np.ndarray) -> np.ndarray:
        return np.bincount(shell.ravel(), values.ravel())[1 : shells + 1]

    cross = power((spectra[0] * spectra[1].conj()).real)
    return float(np.mean(cross / np.sqrt(power(np.abs(spectra[0]) ** 2) * power(np.abs(spectra[1]) ** 2))))


def correlation(first: np.ndarray, second: np.ndarray) -> float:
    """Correlation of two arrays of one shape."""
    return float(np.corrcoef(np.ravel(first), np.ravel(second))[0, 1])
