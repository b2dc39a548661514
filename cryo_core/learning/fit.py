"""The one training loop: every network of the platform is trained by `fit`.

`fit` does epochs, checkpoints, resuming, mixed precision, averages of the metrics, early stopping and progress.
A network says what one batch does (`Trainable`); everything else, such as MLflow, comes in by `on_epoch`.

Randomness: torch's generators are seeded anew for each batch from (seed, epoch, batch), so that a training that
was killed ends with the same weights as one that was not, and no generator's state has to be kept.
"""

import math
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import Any, Protocol, runtime_checkable

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from cryo_core.data import Progress, silent
from cryo_core.errors import CryoError, FormatError, SettingsError
from cryo_core.learning import ranks
from cryo_core.learning.checkpoint import load_states, read_checkpoint, states_of, write_checkpoint

Metrics = Mapping[str, Any]
"""Averages over an epoch: a float, or a list of floats for what is a curve (loss by shell)."""

OnEpoch = Callable[[int, Metrics], None]
"""Called with (epoch from 1, metrics) after each epoch; at least once for each, also across resumes."""

CHECKPOINT = "training.pt"
_CHECK_EVERY = 32
"""Batches between looks at whether the metrics are finite: each look waits for the GPU."""


@dataclass(frozen=True)
class FitSettings:
    """How to train; plain numbers.

    `patience` is how many epochs may pass without the loss (the validation's, if there is one) falling by
    `improvement` of itself before training stops; 0 never stops early. With patience the best epoch's weights
    are the result, without it the last one's. `clip_norm` bounds the gradient's norm; 0 does not.
    `mixed_precision` counts on a CUDA device only.
    """

    epochs: int = 20
    seed: int = 20240229
    mixed_precision: bool = True
    clip_norm: float = 0.0
    patience: int = 0
    improvement: float = 1e-3
    checkpoint_minutes: float = 10.0

    def __post_init__(self) -> None:
        """Refuse numbers that train nothing."""
        for name in ("epochs", "patience", "clip_norm", "improvement", "checkpoint_minutes"):
            if getattr(self, name) < 0:
                raise SettingsError(f"{name} is {getattr(self, name)}: it may not be negative")


@dataclass(frozen=True)
class TrainingRun:
    """Where a training runs, and what it reports to.

    `folder` holds the checkpoint. If one is there, training goes on from it, to the batch; the result is the same as
    if it had never stopped. It stays there: whoever keeps the result may remove the folder. `progress` is called with
    (batches done, all batches).
    """

    folder: Path
    device: torch.device | str = "cpu"
    on_epoch: OnEpoch | None = None
    progress: Progress = silent


@runtime_checkable
class Trainable(Protocol):
    """Networks that `fit` trains, their optimisers, and one step of learning."""

    def modules(self) -> Mapping[str, nn.Module]:
        """Networks by name; all that changes in training must be among their weights and buffers."""

    def optimisers(self) -> Mapping[str, Optimizer]:
        """Optimisers by name."""

    def step(self, batch: Any, update: "Update") -> Mapping[str, Tensor]:
        """Metrics of one batch, after learning from it by calling `update`; "loss" must be one of them.

        A metric is a tensor without axes, or with one for a curve. All must be finite.
        """


@runtime_checkable
class Batches(Protocol):
    """The batches of one epoch, as many as `len` says."""

    def __len__(self) -> int:
        """Count the batches."""

    def __iter__(self) -> Iterator[Any]:
        """Go through them."""


class Update:
    """One step of an optimiser, with mixed precision where the device gains by it; `fit` passes it to each step.

    `epoch` counts from 1; `batch` is the number of the batch in its epoch and `step` over all epochs, from 0
    (a schedule of β or of the learning rate is a function of `step`, and so needs no state).
    """

    def __init__(self, device: torch.device, settings: FitSettings) -> None:
        self.device = device
        self._mixed = settings.mixed_precision and device.type == "cuda"
        self._half = torch.bfloat16 if self._mixed and torch.cuda.is_bf16_supported(False) else torch.float16
        self._clip_norm = settings.clip_norm
        self.scaler = torch.amp.GradScaler("cuda", enabled=self._mixed and self._half == torch.float16)
        self.epoch, self.batch, self.step = 1, 0, 0

    def autocast(self) -> AbstractContextManager[None]:
        """Compute in half precision inside, where the device gains by it."""
        return torch.autocast(self.device.type, dtype=self._half, enabled=self._mixed)

    def __call__(self, optimiser: Optimizer, loss: Tensor, shared: bool = False) -> None:
        """Move the weights of `optimiser` against the gradient of `loss`: of all ranks' mean, if it is `shared`."""
        optimiser.zero_grad(set_to_none=True)
        self.scaler.scale(loss).backward()  # type: ignore[no-untyped-call]
        weights = [p for group in optimiser.param_groups for p in group["params"]]
        if shared:
            ranks.mean_gradients(weights)
        if self._clip_norm > 0:
            self.scaler.unscale_(optimiser)
            nn.utils.clip_grad_norm_(weights, self._clip_norm)
        self.scaler.step(optimiser)


def adam(module: nn.Module, learning_rate: float) -> torch.optim.Adam:
    """Adam for a network's weights, on whose device its step is a single kernel; a CPU's is torch's plain one."""
    weights = [p for p in module.parameters() if p.requires_grad]
    return torch.optim.Adam(weights, learning_rate, fused=weights[0].device.type != "cpu")


@dataclass
class _State:
    """Where a training is: all that is kept besides the weights."""

    epoch: int = 1
    batch: int = 0
    step: int = 0
    sums: dict[str, list[float]] = field(default_factory=dict)
    history: list[dict[str, Any]] = field(default_factory=list)
    best_epoch: int = 0
    best_loss: float = math.inf
    stopped: bool = False


def fit(
    job: Trainable,
    batches: Callable[[int], Batches],
    settings: FitSettings,
    run: TrainingRun,
    validate: Callable[[], Mapping[str, Tensor]] | None = None,
    warm_start: Mapping[str, Mapping[str, Tensor]] | None = None,
) -> list[dict[str, Any]]:
    """Metrics of each epoch, after training `job`.

    Parameters
    ----------
    job
        Networks, already on the run's device, and how to learn from a batch.
    batches
        Returns the batches of an epoch (from 1); the same ones in the same order at each call.
    settings
        Epochs, seed, early stopping.
    run
        Folder of the checkpoint, device, and callbacks.
    validate
        Called after each epoch, networks in evaluation mode and without gradients; its metrics get the prefix
        `validation_`.
    warm_start
        Weights as `states_of` returns them, to begin from when there is no checkpoint.

    Raises
    ------
    CryoError
        A metric is not finite; the message names metric, epoch and batch. The checkpoint is of before.
    SettingsError
        The folder holds the checkpoint of a training with other settings.
    FormatError
        The checkpoint, or the warm start, does not fit the networks.
    """
    loop = _Loop(job, settings, Path(run.folder), torch.device(run.device))
    if not loop.resume() and warm_start is not None:
        load_states(job.modules(), {k: dict(v) for k, v in warm_start.items()}, Path("warm start"))
    if loop.state.history and run.on_epoch:
        run.on_epoch(len(loop.state.history), loop.state.history[-1])
    while loop.state.epoch <= settings.epochs and not loop.state.stopped:
        loop.run_epoch(batches(loop.state.epoch), run.progress)
        loop.end_epoch(validate)
        loop.save()
        if run.on_epoch:
            run.on_epoch(len(loop.state.history), loop.state.history[-1])
    loop.finish()
    return loop.state.history


class _Loop:
    def __init__(self, job: Trainable, settings: FitSettings, folder: Path, device: torch.device) -> None:
        self.job, self.settings, self.device = job, settings, device
        self.path, self.best_path = folder / CHECKPOINT, folder / "best.pt"
        self.state, self.update = _State(), Update(device, settings)
        self._saved_at = monotonic()

    def run_epoch(self, batches: Batches, progress: Progress) -> None:
        """Learn from what is left of an epoch."""
        state, total = self.state, len(batches)
        _set_training(self.job, True)
        pending: list[tuple[int, Mapping[str, Tensor]]] = []
        progress((state.epoch - 1) * total + state.batch, self.settings.epochs * total)
        with _closing(iter(batches)) as stream:
            for batch in islice(stream, state.batch, None):
                pending.append((state.batch, self._step(batch)))
                state.batch, state.step = state.batch + 1, state.step + 1
                progress((state.epoch - 1) * total + state.batch, self.settings.epochs * total)
                due = monotonic() - self._saved_at > 60 * self.settings.checkpoint_minutes
                if len(pending) >= _CHECK_EVERY or due:
                    self._collect(pending)
                if due:
                    self.save()
        self._collect(pending)
        if state.batch == 0:
            raise SettingsError(f"epoch {state.epoch} has no batches: there is nothing to learn from")

    def _step(self, batch: Any) -> Mapping[str, Tensor]:
        state, update = self.state, self.update
        update.epoch, update.batch, update.step = state.epoch, state.batch, state.step
        with _seeded(self.device, self.settings.seed, state.epoch, state.batch):
            metrics = self.job.step(batch, update)
        if update.scaler.is_enabled():
            update.scaler.update()
        return {name: value.detach() for name, value in metrics.items()}

    def _collect(self, pending: list[tuple[int, Mapping[str, Tensor]]]) -> None:
        """Add the metrics of some batches to the epoch's sums, and look whether they are finite."""
        for number, metrics in pending:
            for name, value in metrics.items():
                values = value.double().reshape(-1).tolist()
                if not all(math.isfinite(v) for v in values):
                    raise CryoError(
                        f"training: {name} is not finite in epoch {self.state.epoch}, batch {number + 1}: "
                        "lower the learning rate, or look for images that are not finite"
                    )
                sums = self.state.sums.setdefault(name, [0.0] * len(values))
                self.state.sums[name] = [a + b for a, b in zip(sums, values, strict=True)]
        pending.clear()

    def end_epoch(self, validate: Callable[[], Mapping[str, Tensor]] | None) -> None:
        """Average the metrics, validate, remember the best, and decide whether to stop."""
        state = self.state
        metrics = {name: _plain([s / state.batch for s in sums]) for name, sums in state.sums.items()}
        if validate:
            _set_training(self.job, False)
            with torch.no_grad(), _seeded(self.device, self.settings.seed, state.epoch, -1):
                measured = validate()
            metrics |= {
                f"validation_{k}": _plain(v.double().reshape(-1).tolist()) for k, v in measured.items()
            }
        state.history.append(metrics)
        if self.settings.patience:
            self._judge(metrics)
        state.epoch, state.batch, state.sums = state.epoch + 1, 0, {}

    def _judge(self, metrics: Metrics) -> None:
        state = self.state
        loss = float(metrics.get("validation_loss", metrics["loss"]))
        if loss < state.best_loss - self.settings.improvement * abs(state.best_loss) or not state.best_epoch:
            state.best_loss, state.best_epoch = loss, state.epoch
            content = {"epoch": state.epoch, "modules": states_of(self.job.modules())}
            write_checkpoint(self.best_path, "best weights", content)
        state.stopped = state.epoch - state.best_epoch >= self.settings.patience

    def finish(self) -> None:
        """Leave the job with the weights that are the result, ready to predict."""
        if self.settings.patience and self.state.best_epoch:
            best = read_checkpoint(self.best_path, "best weights")
            load_states(self.job.modules(), best.get("modules"), self.best_path)
        _set_training(self.job, False)

    def save(self) -> None:
        """Write the checkpoint."""
        content = {
            "settings": asdict(self.settings),
            "state": asdict(self.state),
            "modules": states_of(self.job.modules()),
            "optimisers": {name: o.state_dict() for name, o in self.job.optimisers().items()},
            "scaler": self.update.scaler.state_dict(),
        }
        write_checkpoint(self.path, "training", content)
        self._saved_at = monotonic()

    def resume(self) -> bool:
        """Go back to the checkpoint, if there is one."""
        if not self.path.exists():
            return False
        content = read_checkpoint(self.path, "training")
        self._require_same(content.get("settings"))
        load_states(self.job.modules(), content.get("modules"), self.path)
        try:
            for name, optimiser in self.job.optimisers().items():
                optimiser.load_state_dict(content["optimisers"][name])
            self.update.scaler.load_state_dict(content["scaler"])
            self.state = _State(**content["state"])
        except (KeyError, TypeError, ValueError, RuntimeError) as e:
            raise FormatError(
                f"{self.path}: not a state of this training ({e}): remove it to begin anew"
            ) from None
        return True

    def _require_same(self, written: object) -> None:
        now, free = asdict(self.settings), {"epochs", "checkpoint_minutes"}
        before = written if isinstance(written, dict) else {}
        odd = [k for k in now if k not in free and before.get(k) != now[k]]
        if odd:
            changes = ", ".join(f"{k} was {before.get(k)} and is {now[k]}" for k in odd)
            raise SettingsError(
                f"{self.path}: begun with other settings ({changes}): remove it to begin anew"
            )


def _plain(values: list[float]) -> float | list[float]:
    return values[0] if len(values) == 1 else values


def _set_training(job: Trainable, training: bool) -> None:
    for module in job.modules().values():
        module.train(training)


@contextmanager
def _closing(stream: Iterator[Any]) -> Iterator[Iterator[Any]]:
    """End a generator with the loop, also when the loop fails, so that no reading goes on behind it."""
    try:
        yield stream
    finally:
        if isinstance(stream, Generator):
            stream.close()


@contextmanager
def _seeded(device: torch.device, seed: int, epoch: int, batch: int) -> Iterator[None]:
    """Seed torch's generators for one batch, and restore the caller's afterwards."""
    with torch.random.fork_rng([device] if device.type == "cuda" else []):
        torch.manual_seed(((seed * 1_000_003 + epoch) * 1_000_003 + batch) % 2**63)
        yield
