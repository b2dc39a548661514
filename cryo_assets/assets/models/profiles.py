"""models/profiles: what tells a window's profile at rest; networks and rules, judged by leaving structures out."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from cryo_assets.assets.trained import digest_of
from cryo_assets.assets.training.profiles import Examples, judging_of, read_examples
from cryo_assets.engine.step import Report, Step, Task, TrainedModel
from cryo_assets.entries.manifest import TRAINING
from cryo_assets.pictures import sharpening as sharpening_pictures
from cryo_assets.store.learnt import learnt_of, write_learnt
from cryo_assets.store.store import Check
from cryo_core.errors import SettingsError
from cryo_core.learning.fit import TrainingRun
from cryo_core.sharpening.judge import Verdict, leave_one_out, winner
from cryo_core.sharpening.model import NetworkSettings, write_model
from cryo_core.sharpening.predict import DEFAULT_WEIGHTS, default_model
from cryo_core.sharpening.rule import MeanModel, ProfileModel, UniversalRule, universal_rule
from cryo_core.sharpening.simulated import LEARNED_FREQUENCY
from cryo_core.sharpening.train import TrainSettings, train

FORMS = ("linear", "prelu", "merged", "physical")
RULE = "rule"
PACKAGED = "packaged"


@dataclass(frozen=True)
class ProfileModelSettings:
    """The search for networks, and what they have to beat.

    What is made here takes the place of the packaged rule only if its mean gain in leave-one-out is higher by more than
    `least_margin`, and on no experimental map lower by more than `most_loss`. (The packaged rule has seven structures
    in its mean; if they are among the examples, it is judged with them.)

    Attributes
    ----------
    trials_each : trials
        For each form of network; the first has the thesis's settings.
    most_epochs : epochs
        Of a trial, at most.
    most_width : units
        In a layer, at most.
    least_batch : windows
        In a step, at least.
    validation_share : share
        Of the structures, which judge the trials.
    least_margin : correlation
        By which the mean gain has to be higher than the rule's.
    most_loss : correlation
        By which the gain may be lower than the rule's on an experimental map.
    seed : number
        Seed of what is drawn at random.
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
        self._curves: dict[tuple[Any, ...], list[Mapping[str, float]]] = {}
        self.curve: list[Mapping[str, float]] = []
        """Numbers of each epoch of the network that was asked for last."""

    def rule(self, left_out: frozenset[int]) -> UniversalRule:
        """Make the universal rule of the other structures."""
        kept = self.examples.without(left_out)
        return universal_rule(LEARNED_FREQUENCY, [self.examples.rest[i] for i in kept])

    def network(self, form: str, chosen: dict[str, Any], left_out: frozenset[int]) -> ProfileModel:
        """Train a network on the other structures and the synthetic windows."""
        kept, examples = self.examples.without(left_out), self.examples
        key = (form, *sorted(chosen.items()), *kept)
        self.curve = self._curves.setdefault(key, [])
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
                TrainingRun(self.task.scratch / name, self.task.device, self._ended),
            )
        return self._made[key]

    def _ended(self, _epoch: int, metrics: Mapping[str, Any]) -> None:
        self.curve.append({name: float(value) for name, value in metrics.items()})

    def maker(self, name: str, chosen: dict[str, dict[str, Any]]) -> Callable[[frozenset[int]], ProfileModel]:
        """Maker of the model of a name: the packaged rule, the rule, a form of network, or the mean of both."""
        if name == PACKAGED:
            return lambda _: default_model()
        if name == RULE:
            return self.rule
        form = name.removeprefix(f"{RULE} and ")
        if form == name:
            return lambda out: self.network(form, chosen[form], out)
        return lambda out: MeanModel((self.rule(out), self.network(form, chosen[form], out)))


def hash_of(chosen: dict[str, Any]) -> str:
    """Name settings by their digest."""
    return hashlib.sha256(repr(sorted(chosen.items())).encode()).hexdigest()[:10]


def make(task: Task) -> Report:
    """Search settings of the networks, judge all ways by leaving each structure out, and make the one that wins."""
    source = task.inputs["training/profiles"]
    examples = read_examples(source.path("examples.pt"))
    workshop = _Workshop(task, examples)
    structures = len(examples.names)
    stage = task.stage()
    settings: ProfileModelSettings = task.settings
    total = structures * (2 * len(FORMS) + 2) + len(FORMS) * settings.trials_each
    done = _Counter(lambda n: stage(n, total))
    judging = judging_of(examples)

    def judged(name: str) -> Verdict:
        return leave_one_out(workshop.maker(name, chosen), examples.cases, examples.group, done, judging)

    chosen: dict[str, dict[str, Any]] = {}
    verdicts = {name: judged(name) for name in (PACKAGED, RULE)}
    chosen |= {form: _search(workshop, form, verdicts[RULE].best_blend, done) for form in FORMS}
    for name in (*FORMS, *(f"{RULE} and {form}" for form in FORMS)):
        verdicts[name] = judged(name)
    guarded = [i for i, group in enumerate(examples.group) if examples.names[group] in examples.experimental]
    best = winner(verdicts, PACKAGED, settings.least_margin, guarded, settings.most_loss)
    model = workshop.maker(best, chosen)(frozenset()).tuned(verdicts[best].best_blend)
    if best not in (PACKAGED, RULE):
        for epoch, metrics in enumerate(workshop.curve, 1):
            task.record.epoch(epoch, metrics)
    made_of = {
        "training": source.version,
        "settings": asdict(settings),
        "structures": examples.names,
        "chosen": chosen.get(best.removeprefix(f"{RULE} and "), {}),
        "leave_one_out": {name: verdict.mean for name, verdict in verdicts.items()},
    }
    write_model(task.folder / "model.pt", model, made_of)
    write_learnt(task.folder, learnt_of(source))
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


def _search(workshop: _Workshop, form: str, blend: float, done: Callable[[], None]) -> dict[str, Any]:
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
        model = workshop.network(form, chosen, aside).tuned(blend)
        gain = sum(case.gain(model) for case in cases) / len(cases)
        params = {"form": form, **chosen}
        workshop.task.record.trial(f"{form} {trial.number}", params, {"gain": gain}, workshop.curve)
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
    sharpening_pictures.gains_by_way({n: v.gain.tolist() for n, v in verdicts.items()}, folder / "gains.png")
    other = max((n for n in verdicts if n != best), key=lambda n: verdicts[n].mean)
    real = {n: i for i, n in enumerate(names) if n in examples.experimental}
    return Report(
        numbers={
            "winner": best,
            "judged_on": ", ".join(examples.names),
            "winner_rscc_gain": verdicts[best].mean,
            "second": other,
            "margin": verdicts[best].mean - verdicts[other].mean,
            "over_the_packaged": verdicts[best].mean - verdicts[PACKAGED].mean,
            "worst_rscc_gain": float(verdicts[best].gain.min()),
            "blend": verdicts[best].best_blend,
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


STEP = Step(
    key="models/profiles",
    partition=TRAINING,
    code_version="9",
    description="What tells a window's profile at rest: networks, searched and trained, against the universal "
    "rule; the one that wins with each structure left out in turn.",
    compute=make,
    checks=("sharpens",),
    inputs=("training/profiles",),
    settings=ProfileModelSettings,
    facts=lambda _: {"packaged": digest_of(DEFAULT_WEIGHTS)},
    kinds=frozenset({"pytorch", "mlflow", "optuna"}),
    pool="gpu",
    registers=lambda _: (TrainedModel("profiles", "Profiles", ("model.pt",)),),
    champion="higher",
)
