"""Local resolution: the bank beside RELION's --locres, and every one-map method on structures that trained nothing.

`CRYO_MODELS` names a folder of atomic models (PDB, mmCIF) to simulate the second part from; phantoms of other seeds
than training's stand in.
"""

import os
import resource
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import torch
from common import Row, run_program

from cryo_core.data import Volume
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.resolution.bands import Bands
from cryo_core.resolution.local_fsc import LocalFscSettings, crossing, fsc_bands, local_fsc, windowed_fsc
from cryo_core.resolution.model import load_network
from cryo_core.resolution.predict import predict
from cryo_core.resolution.simulate import Variation, VariedMap, clean_density, draw_variation, vary_resolution
from cryo_core.resolution.summary import agreement
from cryo_core.resolution.train import phantom

PHANTOMS = (9_001, 9_002, 9_003)
BANDS = ((3.0, 4.5), (4.5, 6.0), (6.0, 8.0), (8.0, 12.0))


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    """Measure local FSC, then the one-map methods, then a 256³ map."""
    halves = _halves()
    yield from _against_exact(halves)
    yield from _against_relion(halves, repeats, missing)
    yield from _one_map()
    yield _large()


def _halves() -> VariedMap:
    clean = clean_density(phantom_complex(5, 4, 300), 1.5, 128)
    box = Volume(torch.zeros(128, 128, 128), 1.5)
    start = (128 - clean.density.shape[0]) // 2
    end = start + clean.density.shape[0]
    box.density[start:end, start:end, start:end] = clean.density
    variation = Variation(best_angstrom=4.0, worst_angstrom=9.0)
    return vary_resolution(box, variation, torch.Generator().manual_seed(1))


def _against_exact(varied: VariedMap) -> Iterator[Row]:
    settings = LocalFscSettings()
    bands = fsc_bands(varied.half1, settings)
    found = local_fsc(varied.half1, varied.half2, settings)
    place = varied.mask.nonzero()[::150]
    at = found.density[tuple(place.T)]
    for name, used in (("with the bank's bands", bands), ("with single shells", None)):
        curves, frequency = windowed_fsc(varied.half1, varied.half2, place, settings, used)
        exact = crossing(curves, Bands(frequency, 0.1), settings)
        apart = float((at - exact).abs().median())
        holds = apart <= 0.10 if used is not None else None
        yield Row(
            f"median distance, exact windowed FSC {name}", apart, "Å", "exact", bar="≤ 0.10", holds=holds
        )
    rmse = agreement(found, varied.resolution, varied.mask).rmse_angstrom
    yield Row("local FSC to the truth, RMSE", rmse, "Å", "truth", bar="≤ 0.5", holds=rmse <= 0.5)


def _against_relion(varied: VariedMap, repeats: int, missing: list[str]) -> Iterator[Row]:
    times = []
    for _ in range(repeats):
        begun = time.perf_counter()
        local_fsc(varied.half1, varied.half2)
        times.append(time.perf_counter() - begun)
    ours_s = sorted(times)[len(times) // 2]
    if shutil.which("relion_postprocess") is None:
        missing.append("relion_postprocess")
        yield Row("local FSC of every voxel, 128³", ours_s, "s", "relion_postprocess --locres")
        return
    folder = Path(mkdtemp(prefix="cryo-locres-"))
    write_volume(folder / "h1.mrc", varied.half1)
    write_volume(folder / "h2.mrc", varied.half2)
    begun = time.perf_counter()
    run_program(
        *("relion_postprocess", "--i", folder / "h1.mrc", "--i2", folder / "h2.mrc"),
        *("--o", folder / "lr", "--angpix", 1.5, "--locres"),
    )
    theirs_s = time.perf_counter() - begun
    theirs = read_volume(folder / "lr_locres.mrc").density[varied.mask]
    ratio = theirs_s / ours_s
    peer = "relion_postprocess --locres (150 points)"
    yield Row("local FSC of every voxel, 128³", ours_s, "s", peer, theirs_s, ratio, "≥ 15 ×", ratio >= 15)
    ours = local_fsc(varied.half1, varied.half2, LocalFscSettings(relion=True)).density[varied.mask]
    apart = float((ours - theirs).abs().median())
    yield Row("RELION mode, median distance", apart, "Å", peer, bar="≤ 0.35", holds=apart <= 0.35)
    theirs_rmse = float((theirs - varied.resolution.density[varied.mask]).square().mean().sqrt())
    yield Row("RELION to the truth, RMSE", theirs_rmse, "Å", "truth")


def _one_map() -> Iterator[Row]:
    network = load_network()[0]
    pairs: dict[str, list[tuple[torch.Tensor, torch.Tensor]]] = {"network": [], "rule": [], "own mean": []}
    overlaps = []
    for varied in _unseen():
        inside = varied.mask & (varied.resolution.density >= 3.0) & (varied.resolution.density <= 12.0)
        truth = varied.resolution.density[inside]
        found = predict(varied.map, network)
        pairs["network"].append((found.resolution.density[inside], truth))
        pairs["rule"].append((predict(varied.map, None).resolution.density[inside], truth))
        pairs["own mean"].append((torch.full_like(truth, float(truth.mean())), truth))
        overlaps.append(float((found.mask & varied.mask).sum()) / float((found.mask | varied.mask).sum()))
    joined = {k: (torch.cat([a for a, _ in v]), torch.cat([b for _, b in v])) for k, v in pairs.items()}
    rmse = {k: float((a - b).square().mean().sqrt()) for k, (a, b) in joined.items()}
    for method, (said, truth) in joined.items():
        bar, holds = ("≤ 0.7 and ≤ 0.6 × own mean", rmse[method] <= min(0.7, 0.6 * rmse["own mean"]))
        shown = method == "network"
        yield Row(
            f"unseen maps, {method}: RMSE",
            rmse[method],
            "Å",
            "truth",
            bar=bar * shown,
            holds=holds if shown else None,
        )
        for low, high in BANDS:
            part = (truth >= low) & (truth < high)
            if bool(part.any()):
                error = float((said - truth)[part].square().mean().sqrt())
                yield Row(
                    f"… {method}, {low:g}–{high:g} Å", error, "Å", "truth", note=f"{int(part.sum())} voxels"
                )
    said, truth = joined["network"]
    r = float(torch.corrcoef(torch.stack([said, truth]))[0, 1])
    yield Row("unseen maps, network: r", r, "", "truth", bar="≥ 0.9", holds=r >= 0.9)
    mean = sum(overlaps) / len(overlaps)
    yield Row("mask IoU, mean", mean, "", "truth", bar="≥ 0.75", holds=mean >= 0.75)
    yield Row("mask IoU, worst", min(overlaps), "", "truth", bar="≥ 0.65", holds=min(overlaps) >= 0.65)


def _unseen() -> Iterator[VariedMap]:
    folder = os.environ.get("CRYO_MODELS")
    sources = (
        [read_atoms(p) for p in sorted(Path(folder).iterdir())] if folder else [phantom(s) for s in PHANTOMS]
    )
    for number, atoms in enumerate(sources):
        generator = torch.Generator().manual_seed(70_000 + number)
        voxel = 1.25 + 0.45 * float(torch.rand((), generator=generator))
        clean = clean_density(atoms, voxel)
        clean = clean.with_density(clean.density.float())
        for _ in range(2):
            yield vary_resolution(clean, draw_variation(voxel, generator), generator)


def _large() -> Row:
    generator = torch.Generator().manual_seed(2)
    density = torch.randn(256, 256, 256, generator=generator)
    density[96:160, 96:160, 96:160] += 5.0 + 3.0 * torch.randn(64, 64, 64, generator=generator)
    begun = time.perf_counter()
    predict(Volume(density, 1.0), load_network()[0])
    seconds = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    note = f"the process at most {memory:.1f} GB"
    return Row(
        "prediction of a 256³ map",
        seconds,
        "s",
        "",
        bar="≤ 60 s, 4 GB",
        holds=seconds <= 60 and memory <= 4,
        note=note,
    )
