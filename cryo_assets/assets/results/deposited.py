"""results/deposited: every map of a data set beside what others deposited of the molecule, in its frame."""

import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import torch

from cryo_assets.assets.rounds.steps import ROUNDS
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.manifest import Dataset
from cryo_assets.entries.truth import deposited_files
from cryo_assets.pictures import draw
from cryo_assets.pictures import latent as latent_pictures
from cryo_assets.store.class_results import class_file, class_maps
from cryo_assets.store.store import Artifact, Check
from cryo_core.data import Volume
from cryo_core.errors import CryoError, SettingsError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.fourier.resample import cropped
from cryo_core.sharpening.deposited import Compared, Deposited, compare

TABLE = "deposited.csv"
_PICTURED_BOX = 96


def make(task: Task) -> Report:
    """Bring each map onto the deposited one or its model, and say how it agrees with both."""
    files = deposited_files(task.manifest)
    if not files:
        raise SettingsError(f"{task.manifest.path}: field truth: names no deposited map, model or emdb")
    deposited = _read(files, task.device)
    rows, curves, volumes = [], {}, {}
    for name, file in _maps(task.inputs):
        try:
            found = compare(read_volume(file).to(task.device), deposited, True, task.stage(name))
        except CryoError as error:  # of one map: the others have theirs
            rows.append({"map": name, "fits": False, "why": str(error)})
            continue
        rows.append({"map": name, **_numbers(found)})
        curves[name] = found.alignment.curve
        if found.alignment.fits:
            aligned = found.aligned.to("cpu")
            write_volume(task.folder / f"{name.replace(' ', '_')}.mrc", aligned)
            volumes[name] = (
                cropped(aligned, _PICTURED_BOX) if len(set(aligned.density.shape)) == 1 else aligned
            )
    table = pd.DataFrame(rows)
    table.to_csv(task.folder / TABLE, index=False)
    numbers = _summary(rows)
    check = Check("some_fit", bool(volumes), f"{len(volumes)} of {len(rows)} maps fit what is deposited")
    return Report(numbers, _headline(numbers), (check,), _drawn(task.folder, curves, volumes))


def _read(files: Mapping[str, Path], device: torch.device) -> Deposited:
    given, model = files.get("deposited map"), files.get("deposited model")
    return Deposited(
        read_volume(given).to(device) if given else None, read_atoms(model).to(device) if model else None
    )


def _maps(inputs: Mapping[str, Artifact]) -> Iterator[tuple[str, Path]]:
    """Every map by its name: of classes, of the network at their representatives, of states, and without poses."""
    for key, artifact in inputs.items():
        if key == "results/classes":
            yield from ((f"class {name}", artifact.path(class_file(name))) for name in class_maps(artifact))
        elif key == "posefree/model" and "map.mrc" in artifact.files:
            yield "pose-free", artifact.path("map.mrc")
        elif key == "states/maps":
            yield from _numbered(artifact, r"state_(\d+)\.mrc", "state")
    rounds = [key for key in inputs if key.startswith("round_")]
    if rounds:
        yield from _numbered(inputs[max(rounds)], r"representative_(\d+)\.mrc", "decoded class")


def _numbered(artifact: Artifact, pattern: str, name: str) -> Iterator[tuple[str, Path]]:
    for file in sorted(artifact.files):
        if match := re.fullmatch(pattern, file):
            yield f"{name} {int(match[1])}", artifact.path(file)


def _numbers(found: Compared) -> dict[str, Any]:
    """How a map agrees with what is deposited; None for what cannot be said."""
    alignment, score = found.alignment, found.score
    return {
        "fits": alignment.fits,
        "significance": alignment.significance,
        "other_hand": alignment.mirrored,
        "hand_margin": alignment.hand_margin,
        "rscc": alignment.correlation,
        "fsc05_angstrom": _finite(alignment.curve.resolution_angstrom(0.5)),
        "fsc0143_angstrom": _finite(alignment.curve.resolution_angstrom()),
        "model_rscc": score.rscc if score else None,
        "model_fsc05_angstrom": _finite(score.d_fsc05_angstrom) if score else None,
        "d_model_angstrom": found.d_model_angstrom,
    }


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _summary(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The best of all maps that fit."""
    good = [row for row in rows if row["fits"]]
    numbers: dict[str, Any] = {"maps": len(rows), "fitting_maps": len(good)}
    for key, best in (("rscc", max), ("fsc05_angstrom", min), ("model_rscc", max), ("d_model_angstrom", min)):
        values = [row[key] for row in good if row[key] is not None]
        numbers[f"best_{key}"] = best(values) if values else None
    numbers["other_hand_maps"] = sum(bool(row["other_hand"]) for row in good)
    return numbers


def _headline(numbers: Mapping[str, Any]) -> str:
    return "best_fsc05_angstrom" if numbers["best_fsc05_angstrom"] else "fitting_maps"


def _drawn(folder: Path, curves: Mapping[str, Any], volumes: Mapping[str, Volume]) -> dict[str, str]:
    """Draw the FSC of each map with what is deposited, and slices of those that fit, in its frame."""
    shown = {}
    for number, (name, curve) in enumerate(curves.items(), 1):
        file = f"fsc_{number:02d}.png"
        values = {name: curve.correlation.tolist()}
        draw.fsc_curves(curve.frequency_per_angstrom.tolist(), values, folder / file)
        shown[f"{name}: FSC with what is deposited"] = file
    if volumes:
        latent_pictures.class_slices(volumes, folder / "aligned.png")
        shown["maps in the deposited frame"] = "aligned.png"
    return shown


def without_deposited(manifest: Dataset) -> str | None:
    """Why an entry has nothing that is compared with a deposited map or model; None where it names one."""
    truth = manifest.truth
    if truth and (truth.map or truth.model or truth.emdb):
        return None
    return "the entry's truth names no deposited map, model or emdb"


STEP = Step(
    key="results/deposited",
    partition="datasets",
    code_version="1",
    description="Maps of classes, of decoded volumes, of states and without poses beside the deposited map and model "
    "of the molecule: aligned with either hand, FSC, real-space correlation, d_model.",
    compute=make,
    checks=("some_fit",),
    inputs=("results/classes",),
    offered=("posefree/model", "states/maps", *(f"round_{n:02d}/clusters" for n in range(1, ROUNDS + 1))),
    files=deposited_files,
    skips=without_deposited,
    round=1,
    optional=True,
    kinds=frozenset({"mrc"}),
    pool="gpu",
)
