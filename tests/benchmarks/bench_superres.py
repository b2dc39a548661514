"""Super-resolution: network and blind filter on structures that trained nothing, sharp inputs, time and memory.

`CRYO_MODELS` names a folder of atomic models (PDB, mmCIF) that neither trained nor validated the network; phantoms
stand in. A map's resolution is where its halves agree to 0.143 within the molecule. Results are scored by the model at
rest (B = 0, to 2.44 Å) and by the published target of 1.8 Å, beside the radial filter that fits that best.
`CRYO_MAPS` may name a folder with emd_5778_chainA.mrc, 3j5p.pdb, emd_2566_chain9.mrc and 3j6b_9.pdb.
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
from cryo_core.fourier.grids import frequency_squared
from cryo_core.fourier.transforms import spectrum_to_volume, volume_to_spectrum
from cryo_core.imaging.density import density
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.sharpening.model_map import model_mask, score_map
from cryo_core.sharpening.simulated import at_rest
from cryo_core.superres.model import Generator, default_generator, load_generator
from cryo_core.superres.predict import enhance
from cryo_core.superres.rule import BINS, STEP
from cryo_core.superres.score import CubeScore, cube_score
from cryo_core.superres.simulate import SNR_AT_RESOLUTION, Degradation, degrade, structure, target_map
from cryo_core.validation.d_model import d_model

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


def blurred(snr: float, seed: int) -> list[Degradation]:
    """Draw four maps of 4 to 6 Å and B 50 to 200 Å², two of them masked; nothing else is drawn."""
    draw = torch.Generator().manual_seed(seed)
    found = []
    for number in range(4):
        one, two = torch.rand(2, generator=draw).tolist()
        zone = 4.0 if number % 2 else 0.0
        found.append(Degradation(4.0 + 2.0 * one, 50.0 + 150.0 * two, 0.0, 25.0, snr, 0.0, zone))
    return found


def best_radial(volume: Volume, reference: Volume) -> Volume:
    """Filter a map by the gains that fit the reference best (least squares): what no blind filter can surpass."""
    f, g = volume_to_spectrum(volume.density), volume_to_spectrum(reference.density)
    frequency = frequency_squared(tuple(volume.density.shape), volume.voxel_angstrom).sqrt()
    index = (frequency / STEP).long().clamp(max=BINS)
    along, power = torch.zeros(2, BINS + 1, dtype=torch.float64)
    along.index_add_(0, index.flatten(), (f.conj() * g).real.double().flatten())
    power.index_add_(0, index.flatten(), f.abs().double().square().flatten())
    gain = (along / power.clamp(min=1e-12 * float(power.max()))).clamp(min=0.0)
    return volume.with_density(spectrum_to_volume(f * gain[index].to(f.dtype), tuple(volume.density.shape)))


def _simulated(network: Generator | None) -> Iterator[Row]:
    rows: dict[str, list[CubeScore]] = {}
    lows = []
    for number, atoms in enumerate(_structures()):
        made = structure(atoms, 1.0, 64.0)
        kinds = (
            ("at its resolution", blurred(SNR_AT_RESOLUTION, 100 + number)),
            ("quiet (ten times the signal)", blurred(10.0 * SNR_AT_RESOLUTION, 200 + number)),
            ("sharp", SHARP),
        )
        for kind, conditions in kinds:
            for how in conditions:
                volume = degrade(made, how, torch.Generator().manual_seed(100 + number))
                found = enhance(volume, network)
                lows.append(found.low_frequency_fsc)
                results = (("network", found.map), ("filter", found.filtered))
                for what, reference in (("B = 0", made.still), ("1.8 Å", target_map(made.still, 1.8))):
                    for name, result in (*results, ("best radial", best_radial(volume, reference))):
                        score = cube_score(volume, result, reference, made.mask)
                        rows.setdefault(f"{kind}, {name}, {what}", []).append(score)
    for name, scores in sorted(rows.items()):
        gain = sum(s.gain for s in scores) / len(scores)
        worst, worse = min(s.worst for s in scores), sum(s.worse_fraction for s in scores) / len(scores)
        better = sum(s.improved_fraction for s in scores) / len(scores)
        bar, holds = _bar(name, gain, worst, rows)
        note = f"before {sum(s.before for s in scores) / len(scores):.3f}, worst cube {worst:+.3f}"
        note += f", improved {better:.0%}, worse {worse:.0%}"
        yield Row(f"unseen structures, {name}: gain in cubes", gain, "", bar=bar, holds=holds, note=note)
    yield Row("least FSC to the input beyond 10 Å", min(lows), "", bar="≥ 0.98", holds=min(lows) >= 0.98)


def _bar(name: str, gain: float, worst: float, rows: dict[str, list[CubeScore]]) -> tuple[str, bool | None]:
    if name.startswith("at its resolution, network"):
        linear = rows[name.replace("network", "filter")]
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
            asked = name == "network" and map_file == REAL[0][0]
            yield Row(
                f"{map_file}, {name}: d_model", after.d_angstrom, "Å", "input", before.d_angstrom,
                bar="below the input's" if asked else "",
                holds=after.d_angstrom < before.d_angstrom if asked else None,
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
