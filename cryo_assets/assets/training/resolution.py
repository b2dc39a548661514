"""training/resolution: places whose local resolution is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import torch

from cryo_assets.assets.half_maps import halves_of
from cryo_assets.assets.training.splits import facts_of, require_fit, roles
from cryo_assets.assets.training.structures import learnt_models, readable_models
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.manifest import TRAINING, labelled_models
from cryo_assets.store.learnt import learnt_entry, write_learnt
from cryo_assets.store.store import Artifact, Check
from cryo_core.errors import CryoError, SettingsError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume
from cryo_core.learning.checkpoint import read_checkpoint, write_checkpoint
from cryo_core.resolution.train import (
    Examples,
    KnownMap,
    examples_of,
    examples_of_known,
    joined,
    known_by_halves,
    known_by_model,
    phantom,
    simulated_maps,
)
from cryo_core.resolution.unet import UNetSettings
from cryo_core.resolution.unet_train import UNetExample, unet_example, unet_examples

_EXAMPLES = "examples of local resolution"


CUBES = "cubes of known local resolution"


_LEAST_B_RANGE = 10.0


@dataclass(frozen=True)
class ResolutionExamplesSettings:
    """What is simulated, and whether the maps of entries are learnt from too.

    Entries teach by their half maps or, without these, by their atomic models.

    Attributes
    ----------
    phantoms : complexes
        Made up and simulated.
    maps_each : maps
        Of each structure.
    seed : number
        Seed of what is drawn at random.
    use_maps : yes or no
        Whether the maps of entries are learnt from.
    unet_box : voxels
        Edge of the cubes that the published U-Net learns from; 0 makes none.
    """

    phantoms: int = 10
    maps_each: int = 4
    seed: int = 20240229
    use_maps: bool = True
    unet_box: int = UNetSettings.box

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if not 0 <= self.phantoms <= 1000 or not 1 <= self.maps_each <= 100:
            raise SettingsError("phantoms should be 0 to 1000, maps_each 1 to 100")
        if not 0 <= self.unet_box <= 256:
            raise SettingsError(f"unet_box: {self.unet_box}: should be 0 (none) to 256")


def make(task: Task) -> Report:
    """Make examples whose local resolution is known."""
    settings: ResolutionExamplesSettings = task.settings
    models = task.manifest.model_files()
    stage = task.stage()
    total = settings.phantoms + len(models)
    models, left_out = readable_models(models)
    given = task.gathered["maps/source"] if settings.use_maps else {}
    made_of = task.gathered["maps/model_map"]
    learnt = [*learnt_models(models), *(learnt_entry(n, given[n], made_of.get(n)) for n in sorted(given))]
    made_up = [f"phantom {settings.seed + i}" for i in range(settings.phantoms)]
    every = [*made_up, *(one.name for one in learnt)]
    sequences = [*((),) * len(made_up), *(one.sequences for one in learnt)]
    groups, splits = roles(every, sequences, task.facts.get("splits", {}))
    held = {name: split for name, split in zip(every, splits, strict=True) if split in ("test", "validation")}
    left_out += [f"{name} ({split}, or related to one)" for name, split in held.items()]
    models = [path for path in models if path.name not in held]
    number = dict(zip(every, numbered(groups), strict=True))
    parts: list[Examples] = []
    cubes: list[UNetExample] = []
    names = [*(name for name in made_up if name not in held), *(path.name for path in models)]
    for i, name in enumerate(names):
        made, cut = _structure(task, models, i, number[name])
        parts.append(made)
        cubes += cut
        stage(i + 1, total)
    real = _of_entries(task, {name: number[name] for name in sorted(given) if name not in held})
    left_out += real.left_out
    cubes += real.cubes
    found = joined([*parts, *real.parts])
    content = {**vars(found), "names": names + real.names, "structure_of_name": [number[n] for n in names]}
    write_checkpoint(task.folder / "examples.pt", _EXAMPLES, content)
    if cubes:
        write_checkpoint(task.folder / "cubes.pt", CUBES, {"cubes": [vars(c) for c in cubes]})
    write_learnt(task.folder, [one for one in learnt if one.name in {*names, *real.names}])
    rule_error = float((found.rule_angstrom - found.resolution_angstrom).square().mean().sqrt())
    structures = len(set(found.structure.tolist()))
    return Report(
        numbers={
            "examples": len(found),
            "structures": structures,
            "cubes": len(cubes),
            "entries": len(real.names),
            "bands": found.logs.shape[1],
            "median_angstrom": float(found.resolution_angstrom.median()),
            "rule_rmse_angstrom": rule_error,
            "names": ", ".join(content["names"]),
            "left_out": "; ".join(left_out) or "none",
        },
        headline="examples",
        checks=(
            Check("finite", bool(torch.isfinite(found.logs).all()), "all features are finite"),
            Check("enough_structures", structures >= 5, f"{structures} unrelated structures"),
        ),
    )


def _structure(
    task: Task, models: Sequence[Path], index: int, group: int
) -> tuple[Examples, list[UNetExample]]:
    """Simulate the maps of a structure and take their examples; what was made before a stop is read again."""
    settings: ResolutionExamplesSettings = task.settings
    path = task.scratch / f"structure_{index:04d}.pt"
    if path.is_file():
        kept = read_checkpoint(path, _EXAMPLES)
        return Examples(**kept["examples"]), [UNetExample(**row) for row in kept["cubes"]]
    seed = settings.seed + index
    atoms = phantom(seed) if index < settings.phantoms else read_atoms(models[index - settings.phantoms])
    generator = torch.Generator().manual_seed(seed)
    parts: list[Examples] = []
    cubes: list[UNetExample] = []
    for varied in simulated_maps(atoms, settings.maps_each, seed, task.device):
        parts.append(examples_of(varied, group).to("cpu"))
        if settings.unet_box:
            cubes += unet_examples(varied, settings.unet_box, group, generator)
    made = joined(parts)
    write_checkpoint(path, _EXAMPLES, {"examples": vars(made), "cubes": [vars(c) for c in cubes]})
    return made, cubes


def numbered(groups: Sequence[int]) -> list[int]:
    """Numbers of groups of related structures from 0 without a gap: no split may part a group."""
    order = sorted(set(groups))
    return [order.index(group) for group in groups]


@dataclass
class _Taught:
    """What entries teach, their names, and why the others teach nothing."""

    parts: list[Examples] = field(default_factory=list)
    cubes: list[UNetExample] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def _of_entries(task: Task, numbers: Mapping[str, int]) -> _Taught:
    """Take examples of entries, whose structures have these numbers."""
    settings: ResolutionExamplesSettings = task.settings
    taught = _Taught()
    models = task.gathered["maps/model_map"]
    for name, number in numbers.items():
        try:
            known = _known(task.gathered["maps/source"][name], models.get(name), task.device)
            taught.parts.append(examples_of_known(known, number).to("cpu"))
        except CryoError as error:
            taught.left_out.append(f"{name} ({error})")
            continue
        taught.names.append(name)
        if settings.unet_box and bool(known.mask.any()):
            given = (known.volume, known.resolution, known.mask)
            taught.cubes.append(unet_example(*given, settings.unet_box, number))
    return taught


def _known(source: Artifact, model: Artifact | None, device: torch.device) -> KnownMap:
    """Learn an entry's resolution from its half maps or else its model; CryoError says why it teaches nothing."""
    if (source.folder / "half1.mrc").is_file():
        return known_by_halves(*halves_of(source, device))
    if model is None:
        raise SettingsError("neither half maps nor a model")
    if float(model.numbers["b_factor_range_angstrom2"] or 0) < _LEAST_B_RANGE:
        raise SettingsError("its model's B factors hardly differ: they say nothing of places")
    require_fit(model)
    files = (source.path("map.mrc"), model.path("model_map.mrc"))
    given, truth = (read_volume(file).to(device) for file in files)
    return known_by_model(given, truth)


def read_examples(path: Path) -> Examples:
    """Read what `training/resolution` wrote."""
    content = read_checkpoint(path, _EXAMPLES)
    return Examples(**{name: content[name] for name in Examples.__dataclass_fields__})


STEP = Step(
    key="training/resolution",
    partition=TRAINING,
    code_version="6",
    description="Places of maps whose local resolution is known: simulated from made-up complexes and "
    "given models, and measured on entries with half maps or models.",
    compute=make,
    checks=("finite", "enough_structures"),
    gathers=("maps/source", "maps/model_map"),
    settings=ResolutionExamplesSettings,
    files=labelled_models,
    facts=facts_of,
    kinds=frozenset({"pytorch"}),
    pool="gpu",
)
