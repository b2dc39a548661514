"""maps/model_map: the atomic model's density on the map's grid."""

import torch

from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.files import model_file
from cryo_assets.entries.manifest import MapEntry
from cryo_assets.pictures import draw
from cryo_assets.store.learnt import write_sequences
from cryo_assets.store.store import Check
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.formats.sequences import read_sequences
from cryo_core.sharpening.model_map import b_factor_fault, model_map, model_mask, score_map
from cryo_core.sharpening.score import model_agreement
from cryo_core.sharpening.simulated import at_rest


def without_model(manifest: MapEntry) -> str | None:
    """Why an entry has nothing that needs an atomic model; None where it has one."""
    return None if manifest.model else "the entry has no atomic model"


def make(task: Task) -> Report:
    """Make maps of the atomic model on the map's grid, and the mask about its atoms."""
    volume = read_volume(task.inputs["maps/source"].path("map.mrc"))
    atoms = read_atoms(model_file(task.manifest)["model"])
    reference, mask = model_map(atoms, volume), model_mask(atoms, volume)
    write_volume(task.folder / "model_map.mrc", reference)
    write_volume(task.folder / "score_map.mrc", score_map(atoms, volume))
    write_volume(task.folder / "rest_map.mrc", model_map(at_rest(atoms), volume))
    write_volume(task.folder / "mask.mrc", volume.with_density(mask.float()))
    write_sequences(task.folder, read_sequences(model_file(task.manifest)["model"]))
    draw.volume_views(reference, task.folder / "model_map.png")
    b = atoms.b_factor_angstrom2.double()
    fault = b_factor_fault(atoms)
    spread = float(b.quantile(0.99) - b.quantile(0.01)) if len(b) < 10_000_000 else float(b.max() - b.min())
    return Report(
        numbers={
            "atoms": len(atoms),
            "mask_fraction": float(mask.float().mean()),
            "map_model_correlation": model_agreement(volume, reference, mask),
            "b_factor_range_angstrom2": 0.0 if fault else spread,
            "warnings": fault or "none",
        },
        headline="atoms",
        checks=(
            Check("finite", bool(torch.isfinite(reference.density).all()), "all voxels are finite"),
            Check("in_the_map", bool(mask.any()), f"{int(mask.sum())} voxels near an atom"),
        ),
        pictures={"model map": "model_map.png"},
    )


STEP = Step(
    key="maps/model_map",
    partition="maps",
    code_version="6",
    description="The atomic model's density on the map's grid (B factors shifted as LocScale does), its B = 0 map "
    "for scores, and the mask about its atoms.",
    compute=make,
    checks=("finite", "in_the_map"),
    inputs=("maps/source",),
    files=model_file,
    skips=without_model,
    kinds=frozenset({"mrc"}),
)
