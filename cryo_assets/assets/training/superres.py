"""training/superres: pairs of maps and what they should look like."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import torch

from cryo_assets.assets.training.splits import facts_of, require_fit, roles
from cryo_assets.assets.training.structures import learnt_models, readable_models
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.manifest import TRAINING, Training, labelled_models
from cryo_assets.store.learnt import learnt_entry, write_learnt
from cryo_assets.store.store import Artifact, Check
from cryo_core.errors import CryoError, SettingsError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.learning.checkpoint import read_checkpoint, write_checkpoint
from cryo_core.superres.data import Pair, experimental_pair, simulated_pairs, simulated_structure

_PAIRS = "pairs of super-resolution"


@dataclass(frozen=True)
class SuperresPairsSettings:
    """What is simulated, and whether maps with models are learnt from too.

    Attributes
    ----------
    phantoms : complexes
        Made up and simulated.
    maps_each : maps
        Of each structure.
    seed : number
        Seed of what is drawn at random.
    use_maps : yes or no
        Whether maps with models are learnt from.
    scheme : choice
        How densities are scaled; `published`: negatives cut, 0 to 1.
    target_angstrom : Å
        Resolution of targets; 0: 1.8 Å for maps to 3.5 Å and 3.0 Å for coarser ones, as published. 1.8
        asks all for the detail that maps are scored by.
    largest_angstrom : Å
        Edge of the cube whose atoms are taken of a structure.
    contour_sigma : deviations
        Above the mean, below which an experimental map counts as 0; 0: not.
    """

    phantoms: int = 2
    maps_each: int = 6
    seed: int = 20240229
    use_maps: bool = True
    scheme: Literal["sharpening", "published"] = "sharpening"
    target_angstrom: float = 1.8
    largest_angstrom: float = 64.0
    contour_sigma: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if not 0 <= self.phantoms <= 1000 or not 1 <= self.maps_each <= 100:
            raise SettingsError("phantoms should be 0 to 1000, maps_each 1 to 100")
        if not 0 <= self.target_angstrom <= 10 or not 30 <= self.largest_angstrom <= 500:
            raise SettingsError("target_angstrom should be 0 to 10, largest_angstrom 30 to 500")


def make(task: Task) -> Report:
    """Simulate pairs, take those of entries with models, and split them by structure."""
    settings: SuperresPairsSettings = task.settings
    manifest: Training = task.manifest
    models, left_out = readable_models(manifest.model_files())
    maps = _maps_with_models(task) if settings.use_maps else {}
    stage = task.stage()
    learnt = learnt_models(models) + [learnt_entry(name, *maps[name]) for name in sorted(maps)]
    every = [f"phantom {settings.seed + number}" for number in range(settings.phantoms)]
    every += [one.name for one in learnt]
    sequences = [*((),) * settings.phantoms, *(one.sequences for one in learnt)]
    groups, splits = roles(every, sequences, task.facts.get("splits", {}))
    left_out += [
        f"{name} (test, or related to one)"
        for name, split in zip(every, splits, strict=True)
        if split == "test"
    ]
    total = len(every)
    pairs: list[Pair] = []
    names: list[str] = []
    for number in range(settings.phantoms + len(models)):
        if splits[number] == "test":
            continue
        made_up = number < settings.phantoms
        path = models[number - settings.phantoms] if models and not made_up else Path()
        atoms = phantom_complex(settings.seed + number, 2, 200) if made_up else read_atoms(path)
        made = simulated_structure(atoms, settings.largest_angstrom)
        pairs += simulated_pairs(
            made,
            len(names),
            settings.maps_each,
            settings.seed + 1000 * number,
            settings.scheme,
            settings.target_angstrom,
        )
        names.append(every[number])
        stage(len(names), total)
    simulated = len(pairs)
    for name in (n for n in sorted(maps) if splits[every.index(n)] != "test"):
        try:
            require_fit(maps[name][1])
            pairs.append(_experimental(*maps[name], len(names), settings))
        except CryoError as error:
            left_out.append(f"{name} ({error})")
            continue
        names.append(name)
        stage(len(names), total)
    write_learnt(task.folder, [one for one in learnt if one.name in names])
    kept = [every.index(name) for name in names]
    groups = [groups[i] for i in kept]
    _write_pairs(task.folder / "pairs.pt", pairs, _known(settings, names, groups, [splits[i] for i in kept]))
    finite = all(bool(torch.isfinite(p.input).all() and torch.isfinite(p.target).all()) for p in pairs)
    return Report(
        numbers={
            "pairs": len(pairs),
            "experimental_pairs": len(pairs) - simulated,
            "structures": len(names),
            "groups": len(set(groups)),
            "left_out": "; ".join(left_out) or "none",
        },
        headline="pairs",
        checks=(
            Check("finite", finite, "all densities are finite"),
            Check("enough_structures", len(set(groups)) >= 3, f"{len(set(groups))} unrelated structures"),
        ),
    )


def _known(
    settings: SuperresPairsSettings, names: list[str], groups: list[int], splits: list[str]
) -> dict[str, Any]:
    """What goes with the pairs: of each structure its name and group, those that validate, and the scheme."""
    validation = [name for name, split in zip(names, splits, strict=True) if split == "validation"]
    return {"names": names, "groups": groups, "validation": validation, "scheme": settings.scheme}


def _maps_with_models(task: Task) -> dict[str, tuple[Artifact, Artifact]]:
    models = task.gathered["maps/model_map"]
    return {
        name: (found, models[name]) for name, found in task.gathered["maps/source"].items() if name in models
    }


def _experimental(source: Artifact, model: Artifact, number: int, settings: SuperresPairsSettings) -> Pair:
    volume = read_volume(source.path("map.mrc"))
    level = float(volume.density.mean()) + settings.contour_sigma * float(volume.density.std())
    return experimental_pair(
        volume,
        read_volume(model.path("score_map.mrc")),
        number,
        settings.scheme,
        settings.target_angstrom,
        level if settings.contour_sigma > 0 else None,
    )


def _write_pairs(path: Path, pairs: list[Pair], of: dict[str, Any]) -> None:
    rows = [{"input": p.input, "target": p.target, "mask": p.mask, "structure": p.structure} for p in pairs]
    write_checkpoint(path, _PAIRS, {"pairs": rows, **of})


def read_pairs(path: Path) -> tuple[list[Pair], dict[str, Any]]:
    """Read what `training/superres` wrote: the pairs, and names, groups, validation and scheme."""
    content = read_checkpoint(path, _PAIRS)
    return [Pair(**row) for row in content.pop("pairs")], content


STEP = Step(
    key="training/superres",
    partition=TRAINING,
    code_version="5",
    description="Pairs of maps and what they should look like: simulated from made-up complexes and given models, "
    "and the entries' maps that have a model.",
    compute=make,
    checks=("finite", "enough_structures"),
    gathers=("maps/source", "maps/model_map"),
    settings=SuperresPairsSettings,
    files=labelled_models,
    facts=facts_of,
    kinds=frozenset({"pytorch"}),
)
