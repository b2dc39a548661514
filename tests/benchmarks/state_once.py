"""State maps of a folder of `make_particles.py`, against its truth and against class maps: STAR FOLDER [SCRATCH].

Of a set of states: at the centre of each class, the FSC of the state's and of the class's map with the class's true
state, and the largest amount by which the state's is lower in any shell. Of a swing: at the 2nd, 4th … tenth of the
particles along the first axis, the area under the FSC with the true state there, of the state's map and of the nearest
class's, within the molecule and within the part that moves (`part_auc`), and the shells that the halves claim and the
truth bears out. SCRATCH keeps the
fit of the linear model for the next call.
"""

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
import torch

from cryo_core.data import ImageSet, Volume
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.particles import open_images, read_images
from cryo_core.heterogeneity.classes.find import ClusterSettings, cluster
from cryo_core.heterogeneity.linear.fit import fit_linear
from cryo_core.heterogeneity.linear.model import LinearFit, LinearSettings, load_linear, save_linear
from cryo_core.heterogeneity.states.maps import StateMap, StateSettings, state_map
from cryo_core.heterogeneity.states.neighbours import Places, places_of_linear
from cryo_core.reconstruction.backproject import ImageWeights
from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct
from cryo_core.validation.clusters import adjusted_rand_index
from cryo_core.validation.fsc import FscCurve, fsc, fsc_auc
from cryo_core.validation.maps import mask_or_sphere

TRUTH_AT_HALVES = 0.5
"""FSC with the truth where that of the halves is 0.143: √(2 · 0.143 / 1.143)."""


def fitted(images: ImageSet, scratch: Path) -> LinearFit:
    """The linear model of the images, from an earlier call if there was one."""
    if not (scratch / "model").is_dir():
        with tempfile.TemporaryDirectory() as folder:
            save_linear(scratch / "model", fit_linear(images, LinearSettings(), Path(folder)))
    return load_linear(scratch / "model")


def class_map(images: ImageSet, fit: LinearFit, rows: np.ndarray) -> Volume:
    """Map of a class, as the rounds make it."""
    weights = ImageWeights.even(fit.contrast[torch.from_numpy(rows)].clamp(min=0.0))
    return reconstruct(images.take(rows), ReconstructionSettings(), weights=weights).full


def shells(curve: FscCurve, threshold: float) -> int:
    """Last shell before the curve falls under a threshold."""
    under = np.flatnonzero(curve.correlation[1:].numpy() < threshold)
    return int(under[0]) if len(under) else len(curve.correlation) - 1


def compared(
    made: StateMap, other: Volume, truth: Volume, part: torch.Tensor | None = None
) -> dict[str, Any]:
    """A state's map beside a class's, both against the truth, within the molecule or a part of it."""
    mask = mask_or_sphere(truth)[0] if part is None else part
    mine, theirs = fsc(made.full, truth, mask), fsc(other, truth, mask)
    own = fsc(made.half1, made.half2, mask)
    return {
        "lowest_difference": float((mine.correlation - theirs.correlation)[1:].min()),
        "auc": fsc_auc(mine),
        "class_auc": fsc_auc(theirs),
        "shells_by_halves": shells(own, 0.143),
        "shells_by_truth": shells(mine, TRUTH_AT_HALVES),
        "effective": float(made.effective[made.last_shell]),
        "model_share": made.model_share,
        "widths": [w.images for w in made.widths],
        "effective_by_shell": [round(v) for v in made.effective.tolist()],
        "fsc": [round(v, 3) for v in mine.correlation.tolist()],
        "class_fsc": [round(v, 3) for v in theirs.correlation.tolist()],
    }


def at_classes(
    images: ImageSet, fit: LinearFit, places: Places, labels: np.ndarray, truth: Any, folder: Path
) -> list[dict[str, Any]]:
    """A state map at each class's centre."""
    rows = []
    for name in np.unique(labels[labels > 0]):
        mine = np.flatnonzero(labels == name)
        state = int(np.bincount(truth["label"][mine][truth["label"][mine] >= 0]).argmax())
        true = read_volume(folder / f"true_state{state + 1}.mrc")
        point = places.mean[torch.from_numpy(mine)].mean(0)
        made = state_map(images, places, point, StateSettings(), contrast=fit.contrast)
        rows.append({"class": int(name), **compared(made, class_map(images, fit, mine), true)})
    return rows


def along_swing(
    images: ImageSet, fit: LinearFit, places: Places, labels: np.ndarray, truth: Any, folder: Path
) -> list[dict[str, Any]]:
    """A state map at places along a motion, found by the images' true steps; each beside its nearest class's."""
    steps, rows = truth["label"], []
    names = np.unique(labels[labels > 0])
    centres = torch.stack([places.mean[torch.from_numpy(labels == n)].mean(0) for n in names])
    ends = [read_volume(folder / f"true_state{step}.mrc") for step in (1, int(steps.max()) + 1)]
    part = mask_or_sphere(ends[0].with_density((ends[0].density - ends[1].density).abs()))[0]
    maps = {int(n): class_map(images, fit, np.flatnonzero(labels == n)) for n in names}
    for step in range(1, int(steps.max()), 2):
        true = read_volume(folder / f"true_state{step + 1}.mrc")
        point = places.mean[torch.from_numpy(steps == step)].mean(0)
        nearest = int(names[int((centres - point).square().sum(1).argmin())])
        made = state_map(images, places, point, StateSettings(), contrast=fit.contrast)
        moving = compared(made, maps[nearest], true, part)
        beside = {"part_auc": moving["auc"], "part_class_auc": moving["class_auc"]}
        rows.append({"step": step, "class": nearest, **beside, **compared(made, maps[nearest], true)})
    return rows


def main() -> None:
    """Measure."""
    torch.set_num_threads(2)
    star, folder = sys.argv[1], Path(sys.argv[2])
    given = open_images(read_images(folder / f"{star}.star"))
    with tempfile.TemporaryDirectory() as temporary:
        scratch = Path(sys.argv[3]) if len(sys.argv) > 3 else Path(temporary)
        fit = fitted(given, scratch)
    images = ImageSet(given.images, fit.poses, given.optics, given.half_set)
    good = fit.left_out == 0
    places = places_of_linear(fit.latents, fit.mean, fit.components, good, fit.settings.seed)
    labels = cluster(fit.latents, ClusterSettings()).labels
    truth = np.load(folder / "truth.npz")
    start = time.perf_counter()
    continuous = len(np.unique(truth["label"])) > 6
    rows = (along_swing if continuous else at_classes)(images, fit, places, labels, truth, folder)
    document = {
        "components": fit.chosen,
        "classes": int(labels.max()),
        "ari": adjusted_rand_index(labels, truth["label"]),
        "seconds_a_map": (time.perf_counter() - start) / len(rows),
        "states": rows,
    }
    sys.stdout.write(json.dumps(document))


main()
