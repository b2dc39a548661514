"""Local resolution: the bank beside RELION's --locres, and every one-map method on structures that trained nothing.

`CRYO_MODELS` names a folder of atomic models (PDB, mmCIF) that trained none of the packaged networks (their .json says
what did), to simulate maps from beside those of phantoms of other seeds than training's. `CRYO_UNET` names a trained
U-Net, which trained on none of them either.
"""

import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
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
from cryo_core.resolution.model import PowerNetwork, load_network
from cryo_core.resolution.monogenic import monogenic_from_map
from cryo_core.resolution.predict import Prediction, predict
from cryo_core.resolution.simulate import (
    Variation,
    VariedMap,
    clean_density,
    draw_variation,
    vary_resolution,
    zone_masked,
)
from cryo_core.resolution.solvent import look
from cryo_core.resolution.summary import agreement
from cryo_core.resolution.train import phantom
from cryo_core.resolution.unet import ResolutionUNet, load_unet, predict_unet

ONCE = Path(__file__).with_name("localres_once.py")
PHANTOMS = (9_001, 9_002, 9_003)
BANDS = ((3.0, 4.5), (4.5, 6.0), (6.0, 8.0), (8.0, 12.0))
DEFAULT, UNET, MONOGENIC = "network (default)", "U-Net", "monogenic, one map"


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    """Measure local FSC, then the one-map methods, then a 256³ map."""
    halves = _halves()
    yield from _against_exact(halves)
    yield from _against_relion(halves, repeats, missing)
    yield from _one_map(missing)
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
    program: tuple[str, ...] = ("relion_postprocess",)
    if shutil.which("relion_postprocess_mpi") and shutil.which("mpirun"):
        program = ("mpirun", "--allow-run-as-root", "--oversubscribe", "-n", "2", "relion_postprocess_mpi")
    begun = time.perf_counter()
    run_program(
        *program,
        *("--i", folder / "h1.mrc", "--i2", folder / "h2.mrc"),
        *("--o", folder / "lr", "--angpix", 1.5, "--locres"),
    )
    theirs_s = time.perf_counter() - begun
    theirs = read_volume(folder / "lr_locres.mrc").density[varied.mask]
    ratio = theirs_s / ours_s
    peer = f"{program[-1]} --locres, {2 if len(program) > 1 else 1} processes, at points 25 Å apart"
    yield Row("local FSC of every voxel, 128³", ours_s, "s", peer, theirs_s, ratio, "≥ 15 ×", ratio >= 15)
    ours = local_fsc(varied.half1, varied.half2, LocalFscSettings(relion=True)).density[varied.mask]
    apart = float((ours - theirs).abs().median())
    yield Row("RELION mode, median distance", apart, "Å", peer, bar="≤ 0.35", holds=apart <= 0.35)
    theirs_rmse = float((theirs - varied.resolution.density[varied.mask]).square().mean().sqrt())
    yield Row("RELION to the truth, RMSE", theirs_rmse, "Å", "truth")


@dataclass
class _Scores:
    """What each method said of the places inside the molecules, the truth there, and how well masks fit."""

    pairs: dict[str, list[tuple[torch.Tensor, torch.Tensor]]] = field(default_factory=dict)
    overlaps: dict[str, list[float]] = field(default_factory=dict)
    rims: list[float] = field(default_factory=list)

    def said(self, method: str, resolution: torch.Tensor, varied: VariedMap) -> None:
        """Keep what a method said where the truth is 3 to 12 Å."""
        truth = varied.resolution.density
        inside = varied.mask & (truth >= 3.0) & (truth <= 12.0)
        self.pairs.setdefault(method, []).append((resolution[inside], truth[inside]))

    def masked(self, method: str, mask: torch.Tensor, varied: VariedMap) -> None:
        """Keep the intersection over union of a mask and the truth's."""
        union = float((mask | varied.mask).sum())
        self.overlaps.setdefault(method, []).append(float((mask & varied.mask).sum()) / union)


def _one_map(missing: list[str]) -> Iterator[Row]:
    network = load_network()[0]
    weights = os.environ.get("CRYO_UNET")
    unet = load_unet(Path(weights)) if weights else None
    if unet is None:
        missing.append("CRYO_UNET, a trained U-Net (unet.pt of models/resolution)")
    scores = _Scores()
    for number, varied in enumerate(_unseen()):
        _score(scores, varied, network, unet, with_monogenic=number % 2 == 0)
        _score_masked(scores, varied, network, unet, torch.Generator().manual_seed(number))
    joined = {
        k: (torch.cat([a for a, _ in v]), torch.cat([b for _, b in v])) for k, v in scores.pairs.items()
    }
    own_mean = _rmse(*joined["the map's own mean"])
    for method, (said, truth) in joined.items():
        yield from _by_band(method, said, truth, own_mean)
    for method, found in scores.overlaps.items():
        mean, least, judged = sum(found) / len(found), min(found), method == DEFAULT
        yield Row(f"mask IoU, {method}: mean", mean, "", "truth", bar="≥ 0.75" * judged,
                  holds=mean >= 0.75 if judged else None, note=f"{len(found)} maps")  # fmt: skip
        yield Row(f"mask IoU, {method}: worst", least, "", "truth", bar="≥ 0.65" * judged,
                  holds=least >= 0.65 if judged else None)  # fmt: skip
    rim = sum(scores.rims) / len(scores.rims)
    yield Row("masked maps: rim against middle, told − true", rim, "Å", "truth", bar="≥ −0.5", holds=rim >= -0.5,
              note=f"worst {min(scores.rims):.2f}; a mask taken for an edge would be told fine")  # fmt: skip


def _by_band(method: str, said: torch.Tensor, truth: torch.Tensor, own_mean: float) -> Iterator[Row]:
    rmse, judged = _rmse(said, truth), method == DEFAULT
    bias = float((said - truth).mean())
    yield Row(f"unseen maps, {method}: RMSE", rmse, "Å", "truth", bar="≤ 0.7 and ≤ 0.6 × own mean" * judged,
              holds=rmse <= min(0.7, 0.6 * own_mean) if judged else None, note=f"mean error {bias:+.2f} Å")  # fmt: skip
    for low, high in BANDS:
        part = (truth >= low) & (truth < high)
        if bool(part.any()):
            error = _rmse(said[part], truth[part])
            yield Row(
                f"… {method}, {low:g}–{high:g} Å", error, "Å", "truth", note=f"{int(part.sum())} voxels"
            )
    if float(said.std()) > 0:
        r = float(torch.corrcoef(torch.stack([said, truth]))[0, 1])
        bar = "≥ 0.9" * judged
        yield Row(f"… {method}: r", r, "", "truth", bar=bar, holds=r >= 0.9 if judged else None)


def _score(
    scores: _Scores,
    varied: VariedMap,
    network: PowerNetwork,
    unet: ResolutionUNet | None,
    with_monogenic: bool,
) -> None:
    """Ask every method about a map with its solvent."""
    found = predict(varied.map, network)
    scores.said(DEFAULT, found.resolution.density, varied)
    scores.masked(DEFAULT, found.mask, varied)
    scores.said("rule", predict(varied.map, None).resolution.density, varied)
    truth = varied.resolution.density
    inside = varied.mask & (truth >= 3.0) & (truth <= 12.0)
    scores.said("the map's own mean", torch.full_like(truth, float(truth[inside].mean())), varied)
    scores.said("local FSC of its halves", local_fsc(varied.half1, varied.half2).density, varied)
    if unet is not None:
        said = predict_unet(varied.map, unet)
        scores.said(UNET, _filled(said), varied)
        scores.masked(UNET, said.mask, varied)
    if with_monogenic:  # half a minute a map
        scene = look(varied.map)
        solvent = scene.coarse.nearest_voxels(scene.solvent)
        scores.said(MONOGENIC, monogenic_from_map(varied.map, scene.mask, solvent).density, varied)


def _score_masked(
    scores: _Scores,
    varied: VariedMap,
    network: PowerNetwork,
    unet: ResolutionUNet | None,
    generator: torch.Generator,
) -> None:
    """Ask about the map with its solvent set to zero, the true global resolution given."""
    volume, given = zone_masked(varied, generator), varied.global_angstrom
    found = predict(volume, network, given).resolution.density
    scores.said("masked, global given: rule", found, varied)
    share = torch.nn.functional.avg_pool3d(varied.mask.float()[None, None], 7, 1, 3)[0, 0]
    rim, middle = varied.mask & (share < 0.45), varied.mask & (share > 0.75)
    told, true = (float(v[rim].median() - v[middle].median()) for v in (found, varied.resolution.density))
    scores.rims.append(told - true)
    if unet is not None:
        said = predict_unet(volume, unet, given)
        scores.said("masked, global given: U-Net", _filled(said), varied)
        scores.masked("U-Net, masked maps", said.mask, varied)


def _filled(found: Prediction) -> torch.Tensor:
    """Give the U-Net's resolution, with its median where it says that there is no molecule."""
    told = found.resolution.density
    return torch.where(told > 0, told, found.global_angstrom)


def _rmse(said: torch.Tensor, truth: torch.Tensor) -> float:
    return float((said - truth).square().mean().sqrt())


def _unseen() -> Iterator[VariedMap]:
    folder = os.environ.get("CRYO_MODELS")
    files = sorted(Path(folder).iterdir()) if folder else []
    sources = [read_atoms(path) for path in files] + [phantom(seed) for seed in PHANTOMS]
    for number, atoms in enumerate(sources):
        generator = torch.Generator().manual_seed(70_000 + number)
        voxel = 1.25 + 0.45 * float(torch.rand((), generator=generator))
        clean = clean_density(atoms, voxel)
        clean = clean.with_density(clean.density.float())
        for _ in range(2):
            yield vary_resolution(clean, draw_variation(voxel, generator), generator)


def _large() -> Row:
    found = json.loads(run_program(sys.executable, ONCE, 256))
    seconds, memory = found["seconds"], found["peak_mb"] / 1000
    note = f"at most {memory:.2f} GB, in a process of its own"
    holds = seconds <= 60 and memory <= 4
    return Row("prediction of a 256³ map", seconds, "s", bar="≤ 60 s, 4 GB", holds=holds, note=note)
