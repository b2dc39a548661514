"""Rigid alignment: 100 random placements of five structures at 5 to 12 Å, every wrong pair, both hands, and 128³.

The structures are atomic models of `../shared/data`, or of the folder that `CRYO_MODELS` names. Both maps of a pair
have noise of their own, as strong as the signal at the resolution (FSC 0.5 between them), and other boxes, voxels and
origins. A symmetric structure is judged up to its symmetry, found from its chains.

    CRYO_ALIGN_PARTS=2,8 python tests/benchmarks/bench_align.py placements wrong hands

prints a line for every eighth placement, wrong pair and hand from number 2 on.
"""

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import permutations
from pathlib import Path

import numpy as np
import torch
from common import ROOT, Row
from scipy.spatial import cKDTree
from torch import Tensor

from cryo_core.data import Atoms, Volume
from cryo_core.formats.atomic import read_atoms
from cryo_core.fourier.filters import apply_b_factor
from cryo_core.fourier.shells import radial_profile, shell_frequencies
from cryo_core.geometry.rotations import random_rotations, rotation_distance_degrees
from cryo_core.imaging.density import density
from cryo_core.validation.registration import Alignment, align

DATA = ROOT.parent / "shared" / "data"
NAMES = ("maps/3j5p.pdb", "maps/5fj6.pdb", "models/1xnr.cif.gz", "models/3wip.cif.gz", "models/4zxb.cif.gz")
PLACEMENTS, WRONG_AT = 100, (5.0, 8.0, 12.0)
MOST_DEGREES, MOST_VOXELS, MOST_SECONDS = 0.3, 0.2, 20.0


@dataclass(frozen=True)
class Judged:
    """One alignment, and how far from the truth it is."""

    what: str
    degrees: float
    voxels: float
    seconds: float
    found: Alignment

    def line(self) -> str:
        f = self.found
        return (
            f"{self.what}: {self.degrees:.3f}° {self.voxels:.3f} voxel, {self.seconds:.1f} s, "
            f"{'fits' if f.fits else 'no fit'} ({f.significance:.1f} σ), "
            f"FSC 0.143 {f.curve.resolution_angstrom():.1f} Å, "
            f"correlation {f.correlation:.3f}, mirrored {f.mirrored}, margin {f.hand_margin}"
        )


def structures() -> dict[str, Atoms]:
    """The structures about their centres."""
    folder = os.environ.get("CRYO_MODELS")
    files = sorted(Path(folder).iterdir()) if folder else [DATA / name for name in NAMES]
    found = {}
    for file in files:
        if file.exists():
            atoms = read_atoms(file)
            place = atoms.position_angstrom.double()
            found[file.name.split(".")[0]] = replace(atoms, position_angstrom=(place - place.mean(0)).float())
    return found


def placed(atoms: Atoms, rotation: Tensor, shift: Tensor) -> Atoms:
    """The atoms after a motion."""
    return replace(atoms, position_angstrom=(atoms.position_angstrom.double() @ rotation.T + shift).float())


def noisy(atoms: Atoms, resolution: float, voxel: float, wide: float, draw: torch.Generator) -> Volume:
    """A map of atoms somewhere in its box, with white noise that is as strong as the signal at the resolution."""
    place = atoms.position_angstrom.double()
    centre = (place.amax(0) + place.amin(0)) / 2
    box = 2 * int(float((place.amax(0) - place.amin(0)).max()) * wide / voxel / 2)
    off = (torch.rand(3, generator=draw).double() - 0.5) * 0.1 * box * voxel
    x, y, z = (centre + off - (box // 2) * voxel).tolist()
    still = replace(atoms, b_factor_angstrom2=torch.full_like(atoms.b_factor_angstrom2, 30.0))
    clean = apply_b_factor(density(still, (box, box, box), voxel, (x, y, z)), 8.0 * resolution**2)
    noise = clean.with_density(torch.randn(box, box, box, generator=draw))
    shell = int((shell_frequencies((box, box, box), voxel) - 1.0 / resolution).abs().argmin())
    gain = float(radial_profile(clean)[shell] / radial_profile(noise)[shell])
    return clean.with_density(clean.density + gain * noise.density)


def symmetry(atoms: Atoms) -> list[tuple[Tensor, Tensor]]:
    """Motions that bring a structure onto itself: of one chain's Cα onto another's, where all others land too."""
    chosen = atoms.select(atoms.atom_name == "CA")
    place, found = chosen.position_angstrom.double(), [(torch.eye(3).double(), torch.zeros(3).double())]
    if not len(chosen):
        return found
    tree = cKDTree(place.numpy())
    first = chosen.chain[0]
    for chain in dict.fromkeys(chosen.chain.tolist()):
        common = np.intersect1d(
            chosen.residue_number[chosen.chain == first], chosen.residue_number[chosen.chain == chain]
        )
        if chain == first or len(common) < 20:
            continue
        one, other = (
            place[torch.from_numpy((chosen.chain == c) & np.isin(chosen.residue_number, common))]
            for c in (first, chain)
        )
        if len(one) != len(other):
            continue
        u, _, v = torch.linalg.svd((other - other.mean(0)).T @ (one - one.mean(0)))
        turn = u @ torch.diag(torch.tensor([1.0, 1.0, float(torch.det(u @ v))]).double()) @ v
        shift = other.mean(0) - turn @ one.mean(0)
        if np.median(tree.query((place @ turn.T + shift).numpy())[0]) < 1.5:
            found.append((turn, shift))
    return found


def judged(
    fixed: Atoms,
    moved: Atoms,
    what: str,
    resolution: float,
    draw: torch.Generator,
    hand: bool = False,
    mirrored: bool = False,
) -> Judged:
    """Make two maps, one of atoms that were moved at random (and mirrored before), and align them."""
    rotation = random_rotations(1, draw)[0].double()
    shift = (torch.rand(3, generator=draw).double() - 0.5) * 20.0
    voxel = resolution / 3.0
    flip = torch.diag(torch.tensor([1.0, 1.0, -1.0 if mirrored else 1.0])).double()
    rotation, shift = flip @ rotation, flip @ shift
    target = noisy(fixed, resolution, voxel, 1.6, draw)
    other = noisy(placed(moved, rotation.T, -rotation.T @ shift), resolution, voxel * 0.93, 1.8, draw)
    start = time.perf_counter()
    found = align(target, other, hand)
    seconds = time.perf_counter() - start
    centre = -rotation.T @ shift
    apart = [
        (
            float(rotation_distance_degrees(found.rotation, turn @ rotation)),
            float(
                (
                    turn @ (rotation @ centre + shift) + off - found.rotation @ centre - found.shift_angstrom
                ).norm()
            ),
        )
        for turn, off in symmetry(fixed)
    ]
    degrees, angstrom = min(apart)
    return Judged(what, degrees, angstrom / voxel, seconds, found)


def _part(items: list) -> list:
    part, of = (int(n) for n in os.environ.get("CRYO_ALIGN_PARTS", "0,1").split(","))
    return items[part::of]


def placements(found: dict[str, Atoms], count: int = PLACEMENTS) -> Iterator[Judged]:
    """Random placements: structures in turn, resolutions drawn."""
    names = list(found)
    for number in _part(list(range(count))):
        draw = torch.Generator().manual_seed(1_000 + number)
        resolution = 5.0 + 7.0 * float(torch.rand(1, generator=draw))
        name = names[number % len(names)]
        yield judged(found[name], found[name], f"{name} at {resolution:.1f} Å", resolution, draw)


def wrong_pairs(found: dict[str, Atoms]) -> Iterator[Judged]:
    """Every structure on every other, at each resolution, with both hands tried."""
    pairs = [(one, other, r) for r in WRONG_AT for one, other in permutations(found, 2)]
    for number, (one, other, resolution) in _part(list(enumerate(pairs))):
        draw = torch.Generator().manual_seed(5_000 + number)
        yield judged(
            found[one], found[other], f"{other} on {one} at {resolution:g} Å", resolution, draw, hand=True
        )


def hands(found: dict[str, Atoms]) -> Iterator[Judged]:
    """Each structure on its mirror image, both hands tried: the mirrored one should be taken."""
    for number, (name, resolution) in _part(list(enumerate((n, r) for n in found for r in WRONG_AT))):
        draw = torch.Generator().manual_seed(9_000 + number)
        what = f"mirrored {name} at {resolution:g} Å"
        yield judged(found[name], found[name], what, resolution, draw, hand=True, mirrored=True)


def at_128(atoms: Atoms) -> float:
    """Seconds for two maps of 128³ voxels, both hands."""
    draw = torch.Generator().manual_seed(1)
    place = atoms.position_angstrom
    voxel = float((place.amax(0) - place.amin(0)).max()) * 1.6 / 129.0
    maps = [
        noisy(placed(atoms, r.double(), torch.zeros(3).double()), 3 * voxel, voxel, 1.6, draw)
        for r in random_rotations(2, draw)
    ]
    cut = [
        replace(m, density=torch.nn.functional.pad(m.density, (0, 128 - len(m.density)) * 3)) for m in maps
    ]
    start = time.perf_counter()
    align(*cut, hand=True)
    return time.perf_counter() - start


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    """Measure all of it."""
    del repeats  # seeds are many instead
    found = structures()
    if len(found) < 2:
        missing.append(f"{DATA}: atomic models to place (CRYO_MODELS)")
        return
    right = list(placements(found))
    good = [j for j in right if j.degrees <= MOST_DEGREES and j.voxels <= MOST_VOXELS and j.found.fits]
    n = len(right)
    yield Row(
        f"right and said to fit, of {n} placements", len(good) / n, "share", bar="1", holds=len(good) == n
    )
    yield Row(
        "largest error of the turn",
        max(j.degrees for j in right),
        "°",
        bar=f"≤ {MOST_DEGREES}",
        holds=max(j.degrees for j in right) <= MOST_DEGREES,
    )
    yield Row(
        "largest error of the shift",
        max(j.voxels for j in right),
        "voxel",
        bar=f"≤ {MOST_VOXELS}",
        holds=max(j.voxels for j in right) <= MOST_VOXELS,
    )
    yield Row("least significance of a right one", min(j.found.significance for j in right), "σ")
    wrong = list(wrong_pairs(found))
    false = sum(j.found.fits for j in wrong)
    yield Row(f"wrong ones accepted, of {len(wrong)}", false, "", bar="0", holds=false == 0)
    yield Row("largest significance of a wrong one", max(j.found.significance for j in wrong), "σ")
    turned = list(hands(found))
    told = sum(j.found.mirrored for j in turned)
    yield Row(
        f"hands told apart, of {len(turned)}", told, "", bar=str(len(turned)), holds=told == len(turned)
    )
    yield Row("least margin of a hand", min(j.found.hand_margin or 0.0 for j in turned), "σ")
    seconds = at_128(next(iter(found.values())))
    yield Row(
        "two maps of 128³, both hands", seconds, "s", bar=f"≤ {MOST_SECONDS:g}", holds=seconds <= MOST_SECONDS
    )


if __name__ == "__main__":
    chosen = {"placements": placements, "wrong": wrong_pairs, "hands": hands}
    for name in sys.argv[1:] or chosen:
        for one in chosen[name](structures()):
            sys.stdout.write(f"{one.line()}\n")
            sys.stdout.flush()
