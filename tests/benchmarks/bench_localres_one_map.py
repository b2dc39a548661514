"""Local resolution of maps whose truth is known, of structures that trained nothing: every method, by band.

`CRYO_MODELS` names a folder of atomic models (PDB, mmCIF) that trained none of the networks (the packaged one's .json
says what did), to simulate maps from beside those of phantoms of other seeds than training's. `CRYO_UNET` names a
trained U-Net, which trained on none of them either.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import torch
from common import Row

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.formats.atomic import read_atoms
from cryo_core.resolution.local_fsc import local_fsc
from cryo_core.resolution.model import load_network
from cryo_core.resolution.monogenic import MonogenicSettings, monogenic_from_halves, monogenic_from_map
from cryo_core.resolution.predict import Prediction, predict
from cryo_core.resolution.simulate import (
    VariedMap,
    clean_density,
    draw_variation,
    vary_resolution,
    zone_masked,
)
from cryo_core.resolution.solvent import find_regions
from cryo_core.resolution.train import phantom
from cryo_core.resolution.unet import load_unet, predict_unet

PHANTOMS = (9_001, 9_002, 9_003)
BANDS = ((3.0, 4.5), (4.5, 6.0), (6.0, 8.0), (8.0, 12.0))
DEFAULT, OWN_MEAN, MASKED = "network (default)", "the map's own mean", "masked, global given: rule"
_SLOW_METHODS = ("monogenic as published, one map",)
"""Asked about every fourth map only."""

Told = tuple[torch.Tensor, torch.Tensor | None]
"""Resolution, and the mask where a method tells one."""


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    """Ask every method about each map, once (`repeats` does not count), and compare with the truth."""
    del repeats
    methods = _methods(missing)
    scores = _Scores()
    for number, varied in enumerate(_unseen()):
        truth = varied.resolution.density
        inside = _judged(varied)
        scores.said(OWN_MEAN, torch.full_like(truth, float(truth[inside].mean())), varied)
        for name, method in methods.items():
            if name not in _SLOW_METHODS or number % 4 == 0:
                try:
                    resolution, mask = method(varied, number)
                except SettingsError as error:
                    missing.append(f"{name}: map {number}: {error}")
                    continue
                scores.said(name, resolution, varied)
                if mask is not None:
                    scores.masked(name, mask, varied)
                if name == MASKED:
                    scores.rims.append(_rim(resolution, varied))
    yield from _rows(scores)


def _methods(missing: list[str]) -> dict[str, Callable[[VariedMap, int], Told]]:
    network = load_network()[0]
    methods: dict[str, Callable[[VariedMap, int], Told]] = {
        DEFAULT: lambda varied, _: _filled(predict(varied.map, network)),
        "rule": lambda varied, _: _filled(predict(varied.map, None)),
        MASKED: lambda varied, number: _filled(
            predict(_masked(varied, number), network, varied.global_angstrom)
        ),
        "local FSC of its halves": lambda varied, _: (local_fsc(varied.half1, varied.half2).density, None),
        "monogenic, one map": partial(_monogenic, published=False),
        "monogenic as published, one map": partial(_monogenic, published=True),
        "monogenic, halves": lambda varied, _: (
            monogenic_from_halves(varied.half1, varied.half2, varied.mask).density,
            None,
        ),
    }
    weights = os.environ.get("CRYO_UNET")
    if not weights:
        missing.append("CRYO_UNET, a trained U-Net (unet.pt of models/resolution)")
        return methods
    unet = load_unet(Path(weights))
    return methods | {
        "U-Net": lambda varied, _: _filled(predict_unet(varied.map, unet)),
        "masked, global given: U-Net": lambda varied, number: _filled(
            predict_unet(_masked(varied, number), unet, varied.global_angstrom)
        ),
    }


def _masked(varied: VariedMap, number: int) -> Volume:
    return zone_masked(varied, torch.Generator().manual_seed(number))


def _monogenic(varied: VariedMap, _: int, published: bool) -> Told:
    regions = find_regions(varied.map)
    solvent = regions.coarse.nearest_voxels(regions.solvent)
    settings = MonogenicSettings(published=published)
    return monogenic_from_map(varied.map, regions.mask, solvent, settings).density, None


def _filled(found: Prediction) -> Told:
    """Give a resolution (its median where the U-Net says that there is no molecule) and its mask."""
    told = found.resolution.density
    return torch.where(told > 0, told, found.global_angstrom), found.mask


def _judged(varied: VariedMap) -> torch.Tensor:
    truth = varied.resolution.density
    return varied.mask & (truth >= 3.0) & (truth <= 12.0)


def _rim(found: torch.Tensor, varied: VariedMap) -> float:
    """Give by how much the rim is told coarser than the middle, less what is true."""
    share = torch.nn.functional.avg_pool3d(varied.mask.float()[None, None], 7, 1, 3)[0, 0]
    rim, middle = varied.mask & (share < 0.45), varied.mask & (share > 0.75)
    told, true = (float(v[rim].median() - v[middle].median()) for v in (found, varied.resolution.density))
    return told - true


@dataclass
class _Scores:
    """What each method said of the places inside the molecules, the truth there, and how well masks fit."""

    pairs: dict[str, list[tuple[torch.Tensor, torch.Tensor]]] = field(default_factory=dict)
    overlaps: dict[str, list[float]] = field(default_factory=dict)
    rims: list[float] = field(default_factory=list)

    def said(self, method: str, resolution: torch.Tensor, varied: VariedMap) -> None:
        """Keep what a method said where the truth is 3 to 12 Å."""
        inside = _judged(varied)
        self.pairs.setdefault(method, []).append((resolution[inside], varied.resolution.density[inside]))

    def masked(self, method: str, mask: torch.Tensor, varied: VariedMap) -> None:
        """Keep the intersection over union of a mask and the truth's."""
        union = float((mask | varied.mask).sum())
        self.overlaps.setdefault(method, []).append(float((mask & varied.mask).sum()) / union)


def _rows(scores: _Scores) -> Iterator[Row]:
    joined = {
        k: (torch.cat([a for a, _ in v]), torch.cat([b for _, b in v])) for k, v in scores.pairs.items()
    }
    own_mean = _rmse(*joined[OWN_MEAN])
    for method, (said, truth) in joined.items():
        yield from _by_band(method, said, truth, own_mean, len(scores.pairs[method]))
    for method, found in scores.overlaps.items():
        mean, least, judged = sum(found) / len(found), min(found), method == DEFAULT
        yield Row(f"mask IoU, {method}: mean", mean, "", "truth", bar="≥ 0.75" * judged,
                  holds=mean >= 0.75 if judged else None, note=f"{len(found)} maps")  # fmt: skip
        yield Row(f"mask IoU, {method}: worst", least, "", "truth", bar="≥ 0.65" * judged,
                  holds=least >= 0.65 if judged else None)  # fmt: skip
    rim = sum(scores.rims) / len(scores.rims)
    yield Row("masked maps: rim against middle, told − true", rim, "Å", "truth", bar="≥ −0.5", holds=rim >= -0.5,
              note=f"worst {min(scores.rims):.2f}; a mask taken for an edge would be told fine")  # fmt: skip


def _by_band(
    method: str, said: torch.Tensor, truth: torch.Tensor, own_mean: float, maps: int
) -> Iterator[Row]:
    rmse, judged = _rmse(said, truth), method == DEFAULT
    note = f"mean error {float((said - truth).mean()):+.2f} Å, {maps} maps"
    yield Row(f"unseen maps, {method}: RMSE", rmse, "Å", "truth", bar="≤ 0.7 and ≤ 0.6 × own mean" * judged,
              holds=rmse <= min(0.7, 0.6 * own_mean) if judged else None, note=note)  # fmt: skip
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
