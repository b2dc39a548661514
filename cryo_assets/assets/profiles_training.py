"""training/profiles and models/profiles: windows whose profile at rest is known, and the model that tells it."""

import hashlib
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

import torch

from cryo_assets import previews_maps
from cryo_assets.settings import Training
from cryo_assets.step import Report, Task
from cryo_assets.store import Artifact, Check
from cryo_core.errors import CryoError, SettingsError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.learning.checkpoint import read_checkpoint, write_checkpoint
from cryo_core.sharpening.confidence import molecule_mask
from cryo_core.sharpening.judge import Case, Verdict, as_it_is, leave_one_out, prepare, winner
from cryo_core.sharpening.model import NetworkSettings, write_model
from cryo_core.sharpening.predict import default_model
from cryo_core.sharpening.profiles import synthetic_profiles
from cryo_core.sharpening.rule import USUAL_ANGSTROM, MeanModel, ProfileModel, UniversalRule, universal_rule
from cryo_core.sharpening.simulated import (
    LEARNED_FREQUENCY,
    deposited,
    draw_deposit,
    profile_pairs,
    rest_profiles,
)
from cryo_core.sharpening.train import TrainSettings, sound_pairs, train

_EXAMPLES = "examples of local profiles"
FORMS = ("linear", "prelu", "merged", "physical")
RULE = "rule"
PACKAGED = "packaged"

# ----------------------------------------------------------------------------------- training/profiles


@dataclass(frozen=True)
class ProfileExamplesSettings:
    """What is simulated, of made-up complexes and given models; what entries with models are for.

    `entries`: "judge" (what is made is tried on them, but they choose neither weights nor settings), "learn" (they
    are treated as the simulated maps are) or "none".

    `synthetic` windows (200 to 1000 atoms, B 50 to 250 Å², noise of `synthetic_noise`) are added to what networks
    are trained on. Of a structure the atoms in a cube of `largest_angstrom` are taken.
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
        """Give the numbers of the other structures that may be learnt from."""
        return [i for i, name in enumerate(self.names) if i not in left_out and name not in self.judging]


def make_examples(task: Task) -> Report:
    """Simulate maps as they are deposited, take those of entries with models, and measure their windows."""
    settings: ProfileExamplesSettings = task.settings
    manifest: Training = task.manifest
    models = manifest.model_files()
    maps = {} if settings.entries == "none" else _maps_with_models(task)
    stage = task.stage("training/profiles")
    total = settings.phantoms + len(models) + len(maps)
    examples, left_out = Examples(), []
    for number in range(settings.phantoms + len(models)):
        made_up = number < settings.phantoms
        path = (
            models[number - settings.phantoms] if not made_up else Path(f"phantom {settings.seed + number}")
        )
        try:
            atoms = phantom_complex(settings.seed + number, 2, 200) if made_up else read_atoms(path)
            found = [
                _simulated(atoms, settings.seed + 1000 * number + i, settings.largest_angstrom)
                for i in range(settings.maps_each)
            ]
            examples.add(path.name, found, rest_profiles(atoms))
        except CryoError as error:
            left_out.append(f"{path.name} ({error})")
        stage(number + 1, total)
    for name, (source, model) in sorted(maps.items()):
        try:
            found = [_experimental(source, model)]
            examples.add(name, found, found[0][2])
            examples.experimental.append(name)
            if settings.entries == "judge":
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
    return _examples_report(task.folder, examples, left_out)


def _examples_report(folder: Path, examples: Examples, left_out: list[str]) -> Report:
    pairs = sum(len(profile) for profile in examples.profile)
    sound = [sound_pairs(x, y) for x, y in zip(examples.profile, examples.target, strict=True)]
    kept = sum(len(x) for x, _ in sound)
    finite = all(bool(torch.isfinite(x).all() and torch.isfinite(y).all()) for x, y in sound)
    shown = {name: y.mean(0).exp() for name, (_, y) in zip(examples.names, sound, strict=True) if len(y)}
    previews_maps.profile_table(LEARNED_FREQUENCY, dict(list(shown.items())[:6]), folder / "rest.png")
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


# ------------------------------------------------------------------------------------- models/profiles


@dataclass(frozen=True)
class ProfileModelSettings:
    """The search: trials for each form of network (the first with the thesis's settings), and its bounds.

    What is made here takes the place of the packaged rule only if its mean gain in leave-one-out is higher by more
    than `least_margin`, and on no experimental map lower by more than `most_loss`. (The packaged rule has seven
    structures in its mean; if they are among the examples, it is judged with them.) `validation_share` of the
    structures judge the trials.
    """

    trials_each: int = 4
    most_epochs: int = 30
    most_width: int = 64
    least_batch: int = 64
    validation_share: float = 0.25
    least_margin: float = 0.001
    most_loss: float = 0.002
    seed: int = 20240229

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        if not 1 <= self.trials_each <= 10_000 or not 1 <= self.most_epochs <= 10_000:
            raise SettingsError("trials_each and most_epochs should be 1 to 10000")
        if not 13 <= self.most_width <= 512 or not 1 <= self.least_batch <= 4096:
            raise SettingsError("most_width should be 13 to 512, least_batch 1 to 4096")
        if not 0 < self.validation_share < 1 or self.least_margin < 0 or self.most_loss < 0:
            raise SettingsError(
                "validation_share should be between 0 and 1, least_margin and most_loss 0 or more"
            )


class _Workshop:
    """Makes models of examples, each network trained once for each set of structures left out."""

    def __init__(self, task: Task, examples: Examples) -> None:
        self.task, self.examples, self.settings = task, examples, task.settings
        self._made: dict[tuple[Any, ...], ProfileModel] = {}

    def rule(self, left_out: frozenset[int]) -> UniversalRule:
        """Make the universal rule of the other structures."""
        kept = self.examples.without(left_out)
        return universal_rule(LEARNED_FREQUENCY, [self.examples.rest[i] for i in kept])

    def network(self, form: str, chosen: dict[str, Any], left_out: frozenset[int]) -> ProfileModel:
        """Train a network on the other structures and the synthetic windows."""
        kept, examples = self.examples.without(left_out), self.examples
        key = (form, *sorted(chosen.items()), *kept)
        if key not in self._made:
            profile = torch.cat([*(examples.profile[i] for i in kept), examples.synthetic[0]])
            target = torch.cat([*(examples.target[i] for i in kept), examples.synthetic[1]])
            name = "-".join(map(str, (form, hash_of(chosen), *sorted(left_out - judging_of(examples)))))
            self._made[key] = train(
                profile,
                target,
                NetworkSettings(form, chosen["layers"], chosen["width"], chosen["dropout"]),  # type: ignore[arg-type]
                TrainSettings(
                    chosen["learning_rate"],
                    chosen["epochs"],
                    chosen["batch"],
                    chosen["l1"],
                    chosen["l2"],
                    seed=self.settings.seed,
                ),
                self.task.scratch / name,
                self.task.device,
            )
        return self._made[key]

    def maker(self, name: str, chosen: dict[str, dict[str, Any]]) -> Callable[[frozenset[int]], ProfileModel]:
        """Give what makes the model of a name: the packaged rule, the rule, a form of network, or the mean of both."""
        if name == PACKAGED:
            return lambda _: default_model()
        if name == RULE:
            return self.rule
        form = name.removeprefix(f"{RULE} and ")
        if form == name:
            return lambda out: self.network(form, chosen[form], out)
        return lambda out: MeanModel((self.rule(out), self.network(form, chosen[form], out)))


def judging_of(examples: Examples) -> frozenset[int]:
    """Give the numbers of the structures that only judge."""
    return frozenset(i for i, name in enumerate(examples.names) if name in examples.judging)


def hash_of(chosen: dict[str, Any]) -> str:
    """Name settings by their digest."""
    return hashlib.sha256(repr(sorted(chosen.items())).encode()).hexdigest()[:10]


def make_model(task: Task) -> Report:
    """Search settings of the networks, judge all ways by leaving each structure out, and make the one that wins."""
    source = task.inputs["training/profiles"]
    examples = read_examples(source.path("examples.pt"))
    workshop = _Workshop(task, examples)
    structures = len(examples.names)
    stage = task.stage("models/profiles")
    settings: ProfileModelSettings = task.settings
    total = structures * (2 * len(FORMS) + 2) + len(FORMS) * settings.trials_each
    done = _Counter(lambda n: stage(n, total))
    judging = judging_of(examples)

    def judged(name: str) -> Verdict:
        return leave_one_out(workshop.maker(name, chosen), examples.cases, examples.group, done, judging)

    chosen: dict[str, dict[str, Any]] = {}
    rules = {PACKAGED: lambda _: default_model(), RULE: workshop.rule}
    verdicts = {name: as_it_is(make, examples.cases, examples.group, done) for name, make in rules.items()}
    chosen |= {form: _search(workshop, form, verdicts[RULE].settings, done) for form in FORMS}
    for name in (*FORMS, *(f"{RULE} and {form}" for form in FORMS)):
        verdicts[name] = judged(name)
    guarded = [i for i, group in enumerate(examples.group) if examples.names[group] in examples.experimental]
    best = winner(verdicts, PACKAGED, settings.least_margin, guarded, settings.most_loss)
    model = workshop.maker(best, chosen)(frozenset()).tuned(*verdicts[best].settings)
    made_of = {
        "training": source.version,
        "settings": asdict(settings),
        "structures": examples.names,
        "chosen": chosen.get(best.removeprefix(f"{RULE} and "), {}),
        "leave_one_out": {name: verdict.mean for name, verdict in verdicts.items()},
    }
    write_model(task.folder / "model.pt", model, made_of)
    task.record.register("profiles", task.folder / "model.pt")
    return _model_report(task.folder, examples, verdicts, best)


class _Counter:
    """Counts calls, and tells of each."""

    def __init__(self, tell: Callable[[int], None]) -> None:
        self._count, self._tell = 0, tell

    def __call__(self) -> None:
        """Count one more."""
        self._count += 1
        self._tell(self._count)


THESIS = {
    "layers": 5,
    "width": 13,
    "learning_rate": 0.01,
    "epochs": 15,
    "l1": 0.01,
    "l2": 0.01,
    "dropout": 0.0,
}
"""The thesis's settings but for its batch of 3, in place of which `least_batch` is taken."""


def _search(
    workshop: _Workshop, form: str, tuned: tuple[float, float], done: Callable[[], None]
) -> dict[str, Any]:
    """Search the settings of a form of network; each trial is a child run of this run of MLflow."""
    import optuna

    settings, examples = workshop.settings, workshop.examples
    aside = _aside(examples.without(frozenset()), settings.validation_share)
    cases = [case for case, group in zip(examples.cases, examples.group, strict=True) if group in aside]

    def objective(trial: optuna.Trial) -> float:
        chosen = {
            "layers": trial.suggest_int("layers", 2, 6),
            "width": trial.suggest_int("width", 13, settings.most_width),
            "learning_rate": trial.suggest_float("learning_rate", 5e-4, 3e-2, log=True),
            "epochs": trial.suggest_int("epochs", min(5, settings.most_epochs), settings.most_epochs),
            "batch": trial.suggest_int("batch", settings.least_batch, 16 * settings.least_batch, log=True),
            "l1": trial.suggest_float("l1", 1e-5, 1e-1, log=True),
            "l2": trial.suggest_float("l2", 1e-5, 1e-1, log=True),
            "dropout": trial.suggest_float("dropout", 0.0, 0.3),
        }
        model = workshop.network(form, chosen, aside).tuned(*tuned)
        gain = sum(case.gain(model) for case in cases) / len(cases)
        workshop.task.record.trial(f"{form} {trial.number}", {"form": form, **chosen}, {"gain": gain})
        done()
        return gain

    optuna.logging.set_verbosity(optuna.logging.WARNING)
    study = optuna.create_study(direction="maximize", sampler=optuna.samplers.TPESampler(seed=settings.seed))
    first = {**THESIS, "batch": settings.least_batch, "epochs": min(15, settings.most_epochs)}
    study.enqueue_trial(first)
    study.optimize(objective, n_trials=settings.trials_each)
    return dict(study.best_params)


def _aside(structures: list[int], share: float) -> frozenset[int]:
    """Choose the structures that judge trials: every n-th."""
    step = max(2, round(1 / share))
    return frozenset(structures[step - 1 :: step] or structures[-1:])


def _model_report(folder: Path, examples: Examples, verdicts: dict[str, Verdict], best: str) -> Report:
    names = [examples.names[group] for group in examples.group]
    lines = ["way\tmean\t" + "\t".join(names)]
    for name, verdict in verdicts.items():
        lines.append("\t".join([name, *(f"{g:+.4f}" for g in (verdict.mean, *verdict.gain.tolist()))]))
    (folder / "leave_one_out.tsv").write_text("\n".join(lines) + "\n")
    previews_maps.gains_by_way({n: v.gain.tolist() for n, v in verdicts.items()}, folder / "gains.png")
    other = max((n for n in verdicts if n != best), key=lambda n: verdicts[n].mean)
    real = {n: i for i, n in enumerate(names) if n in examples.experimental}
    damping, blend = verdicts[best].settings
    return Report(
        numbers={
            "winner": best,
            "winner_rscc_gain": verdicts[best].mean,
            "second": other,
            "margin": verdicts[best].mean - verdicts[other].mean,
            "over_the_packaged": verdicts[best].mean - verdicts[PACKAGED].mean,
            "worst_rscc_gain": float(verdicts[best].gain.min()),
            "damping": damping,
            "blend": blend,
            **{f"{name.replace(' ', '_')}_rscc_gain": v.mean for name, v in verdicts.items()},
            **{f"left_out_{n}_rscc_gain": float(verdicts[best].gain[i]) for n, i in real.items()},
        },
        headline="winner_rscc_gain",
        checks=(
            Check(
                "sharpens",
                verdicts[best].mean > 0,
                f"{best}: correlation with the B = 0 map {verdicts[best].mean:+.4f} on structures left out",
            ),
        ),
        pictures={"gain on structures left out": "gains.png"},
    )
