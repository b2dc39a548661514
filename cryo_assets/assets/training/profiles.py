"""training/profiles: windows whose profile at rest is known, and maps to judge by."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import torch

from cryo_assets.assets.training.splits import facts_of, require_fit, roles
from cryo_assets.assets.training.structures import learnt_models, readable_models
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.manifest import TRAINING, Training, labelled_models
from cryo_assets.pictures import sharpening as sharpening_pictures
from cryo_assets.store.learnt import learnt_entry, write_learnt
from cryo_assets.store.store import Artifact, Check
from cryo_core.errors import CryoError, SettingsError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.learning.checkpoint import read_checkpoint, write_checkpoint
from cryo_core.sharpening.confidence import molecule_mask
from cryo_core.sharpening.judge import Case, prepare
from cryo_core.sharpening.profiles import synthetic_profiles
from cryo_core.sharpening.rule import USUAL_ANGSTROM
from cryo_core.sharpening.simulated import (
    LEARNED_FREQUENCY,
    deposited,
    draw_deposit,
    profile_pairs,
    rest_profiles,
)
from cryo_core.sharpening.train import sound_pairs

_EXAMPLES = "examples of local profiles"


@dataclass(frozen=True)
class ProfileExamplesSettings:
    """What is simulated, and what entries with models are for.

    Attributes
    ----------
    phantoms : complexes
        Made up and simulated, beside the atomic models of training.yaml.
    maps_each : maps
        Of each structure.
    synthetic : windows
        Of random atoms (200 to 1000, B 50 to 250 Å²), added to what networks are trained on.
    synthetic_noise : atoms
        Noise of these, in amplitudes of one atom.
    entries : choice
        `judge`: results are tried on entries with models, which choose neither weights nor settings;
        `learn`: they are treated as the simulated maps are; or `none`.
    largest_angstrom : Å
        Edge of the cube whose atoms are taken of a structure.
    seed : number
        Seed of what is drawn at random.
    """

    phantoms: int = 4
    maps_each: int = 3
    synthetic: int = 5000
    synthetic_noise: float = 1.0
    entries: Literal["judge", "learn", "none"] = "judge"
    largest_angstrom: float = 40.0
    seed: int = 20240229

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if not 0 <= self.phantoms <= 1000 or not 1 <= self.maps_each <= 100:
            raise SettingsError("phantoms should be 0 to 1000, maps_each 1 to 100")
        if not 0 <= self.synthetic <= 10_000_000 or self.synthetic_noise < 0:
            raise SettingsError("synthetic should be 0 to 10000000, synthetic_noise 0 or more")
        if not 25 <= self.largest_angstrom <= 500:
            raise SettingsError("largest_angstrom should be 25 to 500")
        if self.entries not in ("judge", "learn", "none"):
            raise SettingsError(f"entries: {self.entries}: should be judge, learn or none")


@dataclass
class Examples:
    """What models are made of and judged by: per structure its name, its pairs of ln profiles, and its maps.

    `rest` are ln profiles of the structure alone, with all B = 0: what rules are made of.

    Those of `experimental` are entries' own maps; those of `judging` choose nothing.
    """

    names: list[str] = field(default_factory=list)
    profile: list[torch.Tensor] = field(default_factory=list)
    target: list[torch.Tensor] = field(default_factory=list)
    rest: list[torch.Tensor] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    group: list[int] = field(default_factory=list)
    experimental: list[str] = field(default_factory=list)
    judging: list[str] = field(default_factory=list)
    synthetic: tuple[torch.Tensor, torch.Tensor] = (torch.zeros(0, 13), torch.zeros(0, 13))

    def add(
        self, name: str, found: list[tuple[Case, torch.Tensor, torch.Tensor]], rest: torch.Tensor
    ) -> None:
        """Add a structure: of each of its maps the case, and ln profiles of windows as they are and at rest."""
        cases, profile, target = zip(*found, strict=True)
        self.group += [len(self.names)] * len(cases)
        self.cases += cases
        self.names.append(name)
        self.profile.append(torch.cat(profile))
        self.target.append(torch.cat(target))
        self.rest.append(rest)

    def without(self, left_out: frozenset[int]) -> list[int]:
        """The numbers of the other structures that may be learnt from."""
        return [i for i, name in enumerate(self.names) if i not in left_out and name not in self.judging]


def make(task: Task) -> Report:
    """Simulate maps as they are deposited, take those of entries with models, and measure their windows."""
    settings: ProfileExamplesSettings = task.settings
    manifest: Training = task.manifest
    models, left_out = readable_models(manifest.model_files())
    maps = {} if settings.entries == "none" else _maps_with_models(task)
    learnt = learnt_models(models) + [learnt_entry(name, *maps[name]) for name in sorted(maps)]
    splits = task.facts.get("splits", {})
    held = dict(
        zip(
            (one.name for one in learnt),
            roles([one.name for one in learnt], [one.sequences for one in learnt], splits)[1],
            strict=True,
        )
    )
    stage = task.stage()
    total = settings.phantoms + len(models) + len(maps)
    examples = Examples()
    for number in range(settings.phantoms + len(models)):
        made_up = number < settings.phantoms
        path = (
            models[number - settings.phantoms] if not made_up else Path(f"phantom {settings.seed + number}")
        )
        try:
            _require_no_test(held.get(path.name, ""))
            atoms = phantom_complex(settings.seed + number, 2, 200) if made_up else read_atoms(path)
            found = [
                _simulated(atoms, settings.seed + 1000 * number + i, settings.largest_angstrom)
                for i in range(settings.maps_each)
            ]
            examples.add(path.name, found, rest_profiles(atoms))
            if held.get(path.name) == "validation":
                examples.judging.append(path.name)
        except CryoError as error:
            left_out.append(f"{path.name} ({error})")
        stage(number + 1, total)
    for name, (source, model) in sorted(maps.items()):
        try:
            _require_no_test(held[name])
            if settings.entries == "learn":
                require_fit(model)
            found = [_experimental(source, model)]
            examples.add(name, found, found[0][2])
            examples.experimental.append(name)
            if settings.entries == "judge" or held[name] == "validation":
                examples.judging.append(name)
        except CryoError as error:
            left_out.append(f"{name} ({error})")
        stage(len(examples.names) + len(left_out), total)
    generator = torch.Generator().manual_seed(settings.seed)
    made = synthetic_profiles(
        settings.synthetic, settings.synthetic_noise, generator, LEARNED_FREQUENCY, remaining=0.0
    )
    examples.synthetic = (made[0], made[1])
    write_examples(task.folder / "examples.pt", examples)
    known = set(examples.names) - set(examples.judging)
    write_learnt(task.folder, [one for one in learnt if one.name in known])
    return _examples_report(task.folder, examples, left_out)


def _require_no_test(split: str) -> None:
    """Raise SettingsError of a structure that is for tests, or related to one."""
    if split == "test":
        raise SettingsError("test, or related to one")


def _examples_report(folder: Path, examples: Examples, left_out: list[str]) -> Report:
    pairs = sum(len(profile) for profile in examples.profile)
    sound = [sound_pairs(x, y) for x, y in zip(examples.profile, examples.target, strict=True)]
    kept = sum(len(x) for x, _ in sound)
    finite = all(bool(torch.isfinite(x).all() and torch.isfinite(y).all()) for x, y in sound)
    shown = {name: y.mean(0).exp() for name, (_, y) in zip(examples.names, sound, strict=True) if len(y)}
    sharpening_pictures.profile_table(LEARNED_FREQUENCY, dict(list(shown.items())[:6]), folder / "rest.png")
    return Report(
        numbers={
            "pairs": pairs,
            "sound_fraction": kept / max(1, pairs),
            "synthetic": len(examples.synthetic[0]),
            "structures": len(examples.names),
            "maps": len(examples.cases),
            "experimental": ", ".join(examples.experimental) or "none",
            "judging_only": ", ".join(examples.judging) or "none",
            "mean_raw_rscc": sum(case.raw for case in examples.cases) / max(1, len(examples.cases)),
            "left_out": "; ".join(left_out) or "none",
        },
        headline="pairs",
        checks=(
            Check("finite", finite and kept > 0, f"{kept} of {pairs} pairs are finite and sound"),
            Check(
                "enough_structures",
                len(examples.without(frozenset())) >= 3,
                f"{len(examples.without(frozenset()))} structures to learn from",
            ),
        ),
        pictures={"profiles at rest": "rest.png"},
    )


def _simulated(atoms: Any, seed: int, largest_angstrom: float) -> tuple[Case, torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(seed)
    drawn = draw_deposit(generator)
    made = deposited(atoms, drawn, generator, largest_angstrom)
    found = molecule_mask(made.volume)[0]
    case = prepare(made.volume, made.truth, made.mask, found, drawn.resolution_angstrom)
    return case, *profile_pairs(made.volume, made.reference, made.mask)


def _experimental(source: Artifact, model: Artifact) -> tuple[Case, torch.Tensor, torch.Tensor]:
    volume = read_volume(source.path("map.mrc"))
    mask = read_volume(model.path("mask.mrc")).density >= 0.5
    truth = read_volume(model.path("score_map.mrc"))
    resolution = float(source.numbers.get("resolution_angstrom") or USUAL_ANGSTROM)
    case = prepare(volume, truth, mask, molecule_mask(volume)[0], resolution)
    return case, *profile_pairs(volume, read_volume(model.path("rest_map.mrc")), mask)


def _maps_with_models(task: Task) -> dict[str, tuple[Artifact, Artifact]]:
    models = task.gathered["maps/model_map"]
    sources = task.gathered["maps/source"]
    return {name: (sources[name], model) for name, model in models.items() if name in sources}


def write_examples(path: Path, examples: Examples) -> None:
    """Write examples as plain data."""
    content = {**vars(examples), "cases": [vars(case) for case in examples.cases]}
    content["synthetic"] = list(examples.synthetic)
    write_checkpoint(path, _EXAMPLES, content)


def read_examples(path: Path) -> Examples:
    """Read what `training/profiles` wrote."""
    content = read_checkpoint(path, _EXAMPLES)
    content["cases"] = [Case(**{**row, "moments": tuple(row["moments"])}) for row in content["cases"]]
    content["synthetic"] = tuple(content["synthetic"])
    return Examples(**content)


def judging_of(examples: Examples) -> frozenset[int]:
    """The numbers of the structures that only judge."""
    return frozenset(i for i, name in enumerate(examples.names) if name in examples.judging)


STEP = Step(
    key="training/profiles",
    partition=TRAINING,
    code_version="8",
    description="Windows of maps and the profiles they would have with all atoms at rest: of given models and "
    "made-up complexes as maps are deposited, of entries with models, and synthetic ones.",
    compute=make,
    checks=("finite", "enough_structures"),
    gathers=("maps/source", "maps/model_map"),
    settings=ProfileExamplesSettings,
    files=labelled_models,
    facts=facts_of,
    kinds=frozenset({"pytorch"}),
)
