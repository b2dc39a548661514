"""states/maps: the map at each point of latent space that the settings name, with half maps, judged as a class is."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import torch

from cryo_assets.assets.half_map_report import write_fsc
from cryo_assets.assets.particles.source import source_particles, twins_of
from cryo_assets.assets.particles.stack import stack_images
from cryo_assets.assets.resolution_files import write_resolution
from cryo_assets.assets.rounds.clusters import read_labels
from cryo_assets.assets.rounds.latents import read_latents
from cryo_assets.assets.rounds.model import reasons_left_out
from cryo_assets.assets.rounds.steps import beyond
from cryo_assets.assets.rounds.tables import as_refined
from cryo_assets.assets.states.last_round import good_latents, last_round, offered
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.manifest import Dataset
from cryo_assets.entries.table import GOLDEN_SEED
from cryo_assets.pictures import draw
from cryo_assets.pictures import latent as latent_pictures
from cryo_assets.pictures import states as state_pictures
from cryo_assets.store.store import Artifact, Check
from cryo_core.data import ImageSet, Particles, Volume, mean_map
from cryo_core.errors import SettingsError
from cryo_core.formats.chimerax import write_series_script
from cryo_core.formats.mrc import write_volume
from cryo_core.formats.particles import write_particles
from cryo_core.fourier.resample import cropped, resample
from cryo_core.heterogeneity.linear.model import load_linear
from cryo_core.heterogeneity.states.density import DensitySettings, density, least_action
from cryo_core.heterogeneity.states.maps import StateMap, StateSettings, state_map
from cryo_core.heterogeneity.states.neighbours import Places, places_of_linear, places_of_points
from cryo_core.heterogeneity.states.points import SYNTAX, NamedPoint, Way, points_at
from cryo_core.refinement.guard import judge
from cryo_core.resolution.local_fsc import local_fsc
from cryo_core.validation.fsc import FscCurve, fsc_suite
from cryo_core.validation.maps import mask_or_sphere
from cryo_core.validation.report import dependence, solvent_correlation

_PICTURED_BOX = 96

WEIGHT_COLUMN = "cryoStateWeight"
"""Column of a state's .star: how much the particle counts in its map, 1 for one that counts most."""

_COMMON = "finer than {:.1f} Å more than half of all images count: detail there is what states have in common"

NO_COMPONENT = "held-out images bear no component: points of this latent space differ by noise alone"


@dataclass(frozen=True)
class PointSettings(StateSettings):
    """At which points maps are made, and how.

    Attributes
    ----------
    at : points
        As particle:17, class:3, z:0.1,0.2, path:class:1,class:2 or way:class:1,class:2; no map is made without.
    path_points : points
        Of each path, both ends included.
    local_resolution : yes or no
        Whether the local resolution of each map is measured.
    """

    at: list[str] = field(default_factory=list)
    path_points: int = 5
    local_resolution: bool = True

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        super().__post_init__()
        if self.path_points < 2:
            raise SettingsError(f"path_points: {self.path_points}: should be at least 2")


@dataclass(frozen=True)
class _Scene:
    """What maps at all points are made of: images, their table and places, and what is known of the halves."""

    images: ImageSet
    particles: Particles
    places: Places
    contrast: torch.Tensor
    limit_angstrom: float
    against: str


def make(task: Task) -> Report:
    """Make the map at each point, judge it, and write it with its half maps and the table of its particles."""
    settings: PointSettings = task.settings
    parts = last_round(task.inputs, OF_A_ROUND)
    scene, labels = _scene(task, parts), read_labels(parts["clusters"])
    way = _least_action(parts) if any(word.startswith("way:") for word in settings.at) else None
    points = [
        point
        for word in settings.at
        for point in points_at(word, scene.places.mean, labels, settings.path_points, way)
    ]
    rows, curves, counts, volumes = [], {}, {}, {}
    for number, point in enumerate(points, 1):
        made = state_map(
            scene.images,
            scene.places,
            point.at,
            settings,
            task.device,
            task.stage(point.name),
            scene.contrast,
        )
        numbers, curve = _written(task, scene, made, state_file(number, ""))
        rows.append({"state": number, "at": point.name, **numbers})
        name = f"{number}: {point.name}"
        curves[name], counts[name] = curve, made.effective.tolist()
        volumes[name] = cropped(made.full, _PICTURED_BOX)
    table = pd.DataFrame(rows)
    table.to_csv(task.folder / "states.csv", index=False)
    _write_points(task.folder, points)
    numbers = {
        "states": len(rows),
        "accepted_states": int(table["resolution_angstrom"].notna().sum()),
        "best_resolution_angstrom": min((r["resolution_angstrom"] or math.inf for r in rows), default=None),
        **{f"state_{row['state']:02d}_{key}": row[key] for row in rows for key in _NAMED},
    }
    finite = all(bool(torch.isfinite(volume.density).all()) for volume in volumes.values())
    check = Check("finite", finite, f"all voxels of {len(rows)} maps are finite")
    return Report(numbers, "accepted_states", (check,), _drawn(task.folder, curves, counts, volumes))


_NAMED = ("at", "resolution_angstrom", "effective_images", "guard")


def state_file(number: int, suffix: str = ".mrc") -> str:
    """File (or folder) of a state, such as state_01_half1.mrc."""
    return f"state_{number:02d}{suffix}"


def _least_action(parts: Mapping[str, Artifact]) -> Way:
    """The way between two points that the free energy of the particles makes the cheapest."""
    found = density(good_latents(parts), DensitySettings())
    return partial(least_action, found)


def _scene(task: Task, parts: Mapping[str, Artifact]) -> _Scene:
    particles = as_refined(source_particles(task), parts["poses"])
    images = stack_images(task, particles)
    latents = read_latents(parts["latents"])
    good = torch.from_numpy(reasons_left_out(parts["model"], len(latents)) == 0)
    model, against = parts["model"], ""
    contrast = torch.ones(len(latents))
    if model.numbers["method"] == "linear":
        fit = load_linear(model.path("model/linear.json").parent)
        voxel, box = images.pixel_angstrom, images.box
        mean, *components = (resample(volume, voxel, box) for volume in (fit.mean, *fit.components))
        places = places_of_linear(latents, mean, tuple(components), good, GOLDEN_SEED)
        contrast, against = fit.contrast, NO_COMPONENT if fit.chosen == 0 else ""
    else:
        places = places_of_points(latents.mean, good, torch.linalg.inv(latents.precision))
    limit = float(parts["poses"].numbers["alignment_limit_angstrom"] or math.inf)
    return _Scene(images, particles, places, contrast, limit, against)


def _written(task: Task, scene: _Scene, made: StateMap, stem: str) -> tuple[dict[str, Any], FscCurve]:
    """Write a state's maps, curves, kernel and particles; its numbers, and the FSC that it is judged by."""
    folder, mask = task.folder, mask_or_sphere(made.full)[0]
    for suffix, volume in (("", made.full), ("_half1", made.half1), ("_half2", made.half2)):
        write_volume(folder / f"{stem}{suffix}.mrc", volume)
    write_volume(folder / f"{stem}_mask.mrc", made.full.with_density(mask))
    suite = fsc_suite(made.half1, made.half2, mask, torch.Generator().manual_seed(GOLDEN_SEED))
    write_fsc(folder / f"{stem}_fsc.star", suite)
    used = np.flatnonzero((made.weight > 0).numpy())
    some = scene.particles.take(used)
    extra = some.extra.reset_index(drop=True).assign(**{WEIGHT_COLUMN: made.weight.numpy()[used]})
    write_particles(folder / f"{stem}.star", replace(some, extra=extra))
    _write_kernel(folder / f"{stem}_kernel.csv", made)
    twins = twins_of(task.inputs["particles/source"], source_particles(task))
    shared = twins.in_both_halves(scene.particles.half_set, used)
    solvent, error = solvent_correlation(made.half1, made.half2, mask, suite)
    common = _common_from(made, int(scene.places.good.sum()))
    depends = scene.against or dependence(shared, len(used), solvent, error)
    verdict = judge(suite.corrected, scene.limit_angstrom, dependence=depends)
    numbers = {
        "resolution_angstrom": verdict.resolution_angstrom if verdict.accepted else None,
        "plain_angstrom": verdict.plain_angstrom if math.isfinite(verdict.plain_angstrom) else None,
        "images": len(used),
        "effective_images": round(float(made.effective[made.last_shell]), 1),
        "model_share": made.model_share,
        "common_from_angstrom": common,
        "shared_images": shared,
        "solvent_correlation": solvent if math.isfinite(solvent) else None,
        "guard": verdict.reason + (f"; {_COMMON.format(common)}" if common else ""),
    }
    if task.settings.local_resolution:
        numbers |= _local(task, made, mask, stem)
    return numbers, suite.corrected


def _common_from(made: StateMap, images: int) -> float | None:
    """Resolution in Å from which on more than half of all images count, up to where the halves agree; None for none."""
    most = made.effective[: made.last_shell + 1] > 0.5 * images
    if not bool(most[-1]):
        return None
    few = (~most).nonzero()
    frequency = made.fsc.frequency_per_angstrom[int(few[-1, 0]) + 1 if len(few) else 1]
    return round(1.0 / float(frequency), 2)


def _local(task: Task, made: StateMap, mask: torch.Tensor, stem: str) -> dict[str, Any]:
    """Measure a state's local resolution and write it into a folder of its name."""
    (task.folder / stem).mkdir()
    local = local_fsc(made.half1, made.half2, progress=task.stage(f"{stem}: local resolution"))
    inside = (mask >= 0.5).cpu()
    numbers, _ = write_resolution(task.folder / stem, mean_map(made.half1, made.half2), local, inside)
    return {key: numbers[key] for key in ("median_angstrom", "p05_angstrom", "p95_angstrom")}


def _write_kernel(path: Path, made: StateMap) -> None:
    """Write the images that count in each shell, and the share of each kernel, by the number of its images."""
    columns: dict[str, Any] = {
        "per_angstrom": made.fsc.frequency_per_angstrom,
        "effective_images": made.effective,
    }
    columns |= {
        f"share_of_{width.images}_images": share
        for width, share in zip(made.widths, made.mixture.T, strict=True)
    }
    pd.DataFrame({name: values.numpy() for name, values in columns.items()}).to_csv(path, index=False)


def _write_points(folder: Path, points: list[NamedPoint]) -> None:
    """Write the points, and a script that plays their maps."""
    if not points:
        return
    np.save(folder / "points.npy", torch.stack([point.at for point in points]).numpy())
    write_series_script(folder / "series.cxc", [folder / state_file(n) for n in range(1, len(points) + 1)])


def _drawn(
    folder: Path,
    curves: Mapping[str, FscCurve],
    counts: Mapping[str, list[float]],
    volumes: Mapping[str, Volume],
) -> dict[str, str]:
    """Draw the maps, their FSC and how many images count; the pictures by title."""
    if not curves:
        return {}
    frequency = next(iter(curves.values())).frequency_per_angstrom.tolist()
    latent_pictures.class_slices(volumes, folder / "states.png")
    draw.fsc_curves(
        frequency, {name: c.correlation.tolist() for name, c in curves.items()}, folder / "fsc.png"
    )
    state_pictures.images_by_shell(frequency, counts, folder / "images.png")
    return {
        "maps at the points": "states.png",
        "corrected FSC of each": "fsc.png",
        "images that count": "images.png",
    }


def unasked(manifest: Dataset) -> str | None:
    """Why a data set has no state maps; None where its settings name points."""
    if none := beyond(1)(manifest):
        return none
    section = manifest.settings.get("states") or {}
    if isinstance(section, dict) and (section.get("maps") or {}).get("at"):
        return None
    return f"settings.states.maps.at in dataset.yaml names no point, as {SYNTAX} (`cryo state NAME --at …`)"


OF_A_ROUND = ("model", "latents", "clusters", "poses")

STEP = Step(
    key="states/maps",
    partition="datasets",
    code_version="2",
    description="The map at each point of latent space that the settings name, from the images near it: with half "
    "maps, FSC, local resolution, the particles and how much each counts, judged as a class's map is.",
    compute=make,
    checks=("finite",),
    inputs=("particles/source", "particles/stack"),
    offered=offered(OF_A_ROUND),
    settings=PointSettings,
    skips=unasked,
    round=1,
    optional=True,
    kinds=frozenset({"mrc", "relion"}),
    pool="gpu",
)
