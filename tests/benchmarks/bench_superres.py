"""Super-resolution: network and blind filter on structures that trained nothing, sharp inputs, time and memory.

`CRYO_MODELS` names a folder of atomic models (PDB, mmCIF) that neither trained nor validated the network; phantoms
stand in. `CRYO_MAPS` may name a folder with emd_5778_chainA.mrc, 3j5p.pdb, emd_2566_chain9.mrc and 3j6b_9.pdb.
Without packaged weights (or `CRYO_WEIGHTS`) there is no network, and its rows are the filter's.
"""

import os
import resource
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from common import Row

from cryo_core.data import Atoms, Volume
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume
from cryo_core.imaging.density import density
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.sharpening.model_map import model_mask, score_map
from cryo_core.sharpening.simulated import at_rest
from cryo_core.superres.model import Generator, default_generator, load_generator
from cryo_core.superres.predict import enhance
from cryo_core.superres.score import CubeScore, cube_score
from cryo_core.superres.simulate import Degradation, degrade, published_resolution, structure, target_map
from cryo_core.validation.d_model import d_model

BLURRED = (
    Degradation(4.0, 50.0, 0.0, 25.0, 1.0),
    Degradation(4.0, 150.0, 50.0, 25.0, 2.0, 0.0, 4.0),
    Degradation(5.0, 100.0, 50.0, 25.0, 1.0),
    Degradation(6.0, 200.0, 0.0, 25.0, 3.0, 0.0, 4.0),
)
SHARP = (Degradation(3.0, 10.0, 0.0, 25.0, 100.0), Degradation(2.8, 0.0, 0.0, 25.0, 30.0, 0.0, 4.0))
REAL = (("emd_5778_chainA.mrc", "3j5p.pdb"), ("emd_2566_chain9.mrc", "3j6b_9.pdb"))


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    """Measure simulated maps, sharp ones, real ones, and a 256³ map."""
    del repeats
    weights = os.environ.get("CRYO_WEIGHTS")
    network = load_generator(Path(weights))[0] if weights else default_generator()
    if network is None:
        missing.append("weights of a super-resolution network (the blind filter is the default)")
    yield from _simulated(network)
    yield from _real(network, missing)
    yield _large(network)


def _structures() -> list[Atoms]:
    folder = os.environ.get("CRYO_MODELS")
    if folder:
        return [read_atoms(path) for path in sorted(Path(folder).iterdir())]
    return [phantom_complex(seed, 2, 150) for seed in (9_001, 9_002)]


def _simulated(network: Generator | None) -> Iterator[Row]:
    rows: dict[str, list[CubeScore]] = {}
    lows = []
    for number, atoms in enumerate(_structures()):
        made = structure(atoms, 1.0, 80.0)
        for kind, conditions in (("blurred", BLURRED), ("sharp", SHARP)):
            for how in conditions:
                volume = degrade(made, how, torch.Generator().manual_seed(100 + number))
                found = enhance(volume, network)
                lows.append(found.low_frequency_fsc)
                target = target_map(made.still, published_resolution(how.resolution_angstrom))
                for name, result in (("network", found.map), ("filter", found.filtered)):
                    for what, reference in (("target", target), ("B = 0", made.still)):
                        score = cube_score(volume, result, reference, made.mask)
                        rows.setdefault(f"{kind}, {name}, {what}", []).append(score)
    for name, scores in rows.items():
        gain = sum(s.gain for s in scores) / len(scores)
        worst, worse = min(s.worst for s in scores), sum(s.worse_fraction for s in scores) / len(scores)
        better = sum(s.improved_fraction for s in scores) / len(scores)
        bar, holds = _bar(name, gain, worst, rows)
        note = f"before {sum(s.before for s in scores) / len(scores):.3f}, worst cube {worst:+.3f}"
        note += f", improved {better:.0%}, worse {worse:.0%}"
        yield Row(f"unseen structures, {name}: gain in cubes", gain, "", bar=bar, holds=holds, note=note)
    yield Row("least FSC to the input beyond 10 Å", min(lows), "", bar="≥ 0.98", holds=min(lows) >= 0.98)


def _bar(name: str, gain: float, worst: float, rows: dict[str, list[CubeScore]]) -> tuple[str, bool | None]:
    if name == "blurred, network, target":
        linear = rows["blurred, filter, target"]
        beside = sum(s.gain for s in linear) / len(linear)
        return "≥ 0.05, and ≥ 0.02 above the filter", gain >= 0.05 and gain >= beside + 0.02
    if name == "sharp, network, B = 0":
        return "no cube worse by more than 0.01", worst >= -0.01
    return "", None


def _real(network: Generator | None, missing: list[str]) -> Iterator[Row]:
    folder = os.environ.get("CRYO_MAPS")
    if not folder:
        missing.append("real maps: name their folder by CRYO_MAPS")
        return
    for map_file, model_file in REAL:
        volume, atoms = read_volume(Path(folder) / map_file), read_atoms(Path(folder) / model_file)
        reference = score_map(atoms, volume)
        reference = reference.with_density(reference.density.float())
        z, y, x = volume.density.shape
        still = density(at_rest(atoms), (z, y, x), volume.voxel_angstrom, volume.origin_angstrom)
        still = still.with_density(still.density.float())
        found, mask = enhance(volume, network), model_mask(atoms, volume)
        before = d_model(volume, still)
        for name, result in (("network", found.map), ("filter", found.filtered)):
            score = cube_score(volume, result, reference, mask)
            note = f"{score.mask_before:.3f} to {score.mask_after:.3f} in the mask, {score.cubes} cubes"
            note += f", worse {score.worse_fraction:.0%}"
            change = score.mask_after - score.mask_before
            least = min(change, score.gain)
            yield Row(
                f"{map_file}, {name}: change by cubes",
                score.gain,
                "",
                "",
                bar="≥ -0.005",
                holds=least >= -0.005,
                note=note,
            )
            after = d_model(result, still)
            yield Row(
                f"{map_file}, {name}: d_model", after.d_angstrom, "Å", "input", before.d_angstrom,
                note=f"B {before.b_angstrom2:g} to {after.b_angstrom2:g} Å², correlation {before.correlation:.3f} to "
                f"{after.correlation:.3f}",
            )  # fmt: skip


def _large(network: Generator | None) -> Row:
    generator = torch.Generator().manual_seed(2)
    volume = torch.randn(256, 256, 256, generator=generator)
    volume[64:192, 64:192, 64:192] += 5.0 + 3.0 * torch.randn(128, 128, 128, generator=generator)
    begun = time.perf_counter()
    enhance(Volume(volume, 1.0), network)
    seconds = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return Row(
        "enhancing a 256³ map",
        seconds,
        "s",
        bar="≤ 300 s, 4 GB",
        holds=seconds <= 300 and memory <= 4,
        note=f"the process at most {memory:.1f} GB; {'a network' if network else 'the filter alone'}",
    )
