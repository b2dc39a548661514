"""The training loop and its checkpoints: exact resumption, honest failure, nothing runs from a file."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from cryo_core.errors import CryoError, FormatError, SettingsError
from cryo_core.learning.blocks import ResidualMLP
from cryo_core.learning.checkpoint import load_states, read_checkpoint, states_of, write_checkpoint
from cryo_core.learning.fit import CHECKPOINT, FitSettings, Trainable, TrainingRun, Update, fit


class Regression:
    """Fits y = a·x by a network with dropout and noise: it is only the same twice if randomness is held."""

    def __init__(self, learning_rate: float = 1e-2) -> None:
        with torch.random.fork_rng():
            torch.manual_seed(1)
            self.network = nn.Sequential(nn.Linear(3, 16), nn.ReLU(), nn.Dropout(0.2), nn.Linear(16, 1))
        self.optimiser = torch.optim.Adam(self.network.parameters(), learning_rate)
        self.seen: list[tuple[int, int, int]] = []

    def modules(self) -> Mapping[str, nn.Module]:
        return {"network": self.network}

    def optimisers(self) -> Mapping[str, torch.optim.Optimizer]:
        return {"network": self.optimiser}

    def step(self, batch: tuple[Tensor, Tensor], update: Update) -> Mapping[str, Tensor]:
        self.seen.append((update.epoch, update.batch, update.step))
        x, y = batch
        with update.autocast():
            found = self.network(x + 0.01 * torch.randn_like(x))[:, 0]
            error = (found - y) ** 2
        update(self.optimiser, error.mean())
        return {"loss": error.mean(), "by_input": error[:2]}


def batches(epoch: int) -> list[tuple[Tensor, Tensor]]:
    generator = torch.Generator().manual_seed(epoch)
    x = torch.randn(6, 20, 3, generator=generator)
    return [(part, part @ torch.tensor([1.0, -2.0, 0.5])) for part in x]


def weights(job: Trainable) -> Tensor:
    return torch.cat([p.detach().flatten() for m in job.modules().values() for p in m.parameters()])


def test_it_learns_and_reports_each_epoch(tmp_path: Path) -> None:
    job, told, bar = Regression(), [], []
    assert isinstance(job, Trainable)
    torch.manual_seed(9)
    before = torch.get_rng_state()
    history = fit(
        job,
        batches,
        FitSettings(epochs=30),
        TrainingRun(
            tmp_path,
            on_epoch=lambda step, metrics: told.append((step, metrics)),
            progress=lambda done, total: bar.append((done, total)),
        ),
    )
    assert torch.equal(torch.get_rng_state(), before), "the caller's generator is its own"
    assert history[-1]["loss"] < 0.2 * history[0]["loss"]
    assert [step for step, _ in told] == list(range(1, 31))
    assert told[4][1] is history[4] and len(history[4]["by_input"]) == 2
    assert bar[-1] == (180, 180) and bar == sorted(bar)
    assert job.seen[:7] == [(1, b, b) for b in range(6)] + [(2, 0, 6)]
    assert not job.network.training


def test_the_mean_of_the_metrics_is_the_epochs(tmp_path: Path) -> None:
    job = Regression(learning_rate=0.0)
    job.network[2].p = 0.0
    job.step = lambda batch, update: {"loss": batch[0].mean(), "curve": batch[0][0]}  # type: ignore[method-assign]
    history = fit(job, batches, FitSettings(epochs=2), TrainingRun(tmp_path))
    for epoch in (1, 2):
        x = torch.stack([part for part, _ in batches(epoch)])
        assert history[epoch - 1]["loss"] == pytest.approx(float(x.mean()), abs=1e-6)
        assert np.allclose(history[epoch - 1]["curve"], x[:, 0].mean(0).numpy(), atol=1e-6)


KILLED = """
import os, signal, sys
sys.path[:0] = {path!r}
from pathlib import Path
from test_learning import Regression, batches
from cryo_core.learning.fit import FitSettings, TrainingRun, fit
class Dies(Regression):
    def step(self, batch, update):
        if (update.epoch, update.batch) == ({epoch}, {batch}):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().step(batch, update)
settings = FitSettings(epochs=5, checkpoint_minutes={minutes}, patience={patience})
fit(Dies(), batches, settings, TrainingRun(Path({folder!r})))
"""


@pytest.mark.parametrize(
    ("epoch", "batch", "minutes", "patience", "redone"),
    [(3, 4, 0.0, 0, 0), (3, 4, 10.0, 4, 4), (1, 2, 10.0, 0, 2)],
)
def test_killed_training_goes_on_to_the_same_weights(
    tmp_path: Path, epoch: int, batch: int, minutes: float, patience: int, redone: int
) -> None:
    whole = Regression()
    expected = fit(whole, batches, FitSettings(epochs=5, patience=patience), TrainingRun(tmp_path / "whole"))
    code = KILLED.format(
        path=[str(Path(__file__).parent), str(Path(__file__).parents[3])],
        epoch=epoch,
        batch=batch,
        minutes=minutes,
        patience=patience,
        folder=str(tmp_path / "cut"),
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"OMP_NUM_THREADS": "1"}, check=False
    )
    assert ended.returncode == -signal.SIGKILL
    job, told = Regression(), []
    settings = FitSettings(epochs=5, patience=patience)
    history = fit(
        job, batches, settings, TrainingRun(tmp_path / "cut", on_epoch=lambda step, m: told.append(step))
    )
    assert job.seen[0][2] == (epoch - 1) * 6 + batch - redone, "it began where it was"
    assert history == expected
    assert torch.equal(weights(job), weights(whole))
    assert told == list(range(max(epoch - 1, 1), 6)), "the last finished epoch is told again, none is missed"


def test_a_finished_training_is_not_repeated_and_can_be_prolonged(tmp_path: Path) -> None:
    fit(Regression(), batches, FitSettings(epochs=3), TrainingRun(tmp_path / "a"))
    again = Regression()
    assert len(fit(again, batches, FitSettings(epochs=3), TrainingRun(tmp_path / "a"))) == 3
    assert again.seen == []
    longer, whole = Regression(), Regression()
    fit(longer, batches, FitSettings(epochs=5), TrainingRun(tmp_path / "a"))
    fit(whole, batches, FitSettings(epochs=5), TrainingRun(tmp_path / "b"))
    assert torch.equal(weights(longer), weights(whole))


def test_another_seed_is_another_training_and_refused_in_the_same_folder(tmp_path: Path) -> None:
    one, two = Regression(), Regression()
    fit(one, batches, FitSettings(epochs=1), TrainingRun(tmp_path / "a"))
    fit(two, batches, FitSettings(epochs=1, seed=5), TrainingRun(tmp_path / "b"))
    assert not torch.equal(weights(one), weights(two))
    with pytest.raises(SettingsError, match=r"training\.pt.*seed was .* and is 5.*remove it"):
        fit(Regression(), batches, FitSettings(epochs=1, seed=5), TrainingRun(tmp_path / "a"))


@pytest.mark.parametrize("late", [False, True])
def test_a_loss_that_is_not_finite_is_an_error_with_its_place(tmp_path: Path, late: bool) -> None:
    def broken(epoch: int) -> list[tuple[Tensor, Tensor]]:
        many = [part for n in range(10) for part in batches(10 * epoch + n)]
        if epoch == 2:
            many[45 if late else 3][1][0] = float("nan")
        return many

    number = 46 if late else 4
    with pytest.raises(CryoError, match=f"loss is not finite in epoch 2, batch {number}:"):
        fit(Regression(), broken, FitSettings(epochs=3), TrainingRun(tmp_path))
    content = read_checkpoint(tmp_path / CHECKPOINT, "training")
    assert content["state"]["epoch"] == 2, "what was learnt before is kept"
    assert all(bool(torch.isfinite(v).all()) for v in content["modules"]["network"].values())


def test_a_plateau_ends_training_with_the_best_weights(tmp_path: Path) -> None:
    job = Regression()
    losses = iter([3.0, 2.0, 1.0, 1.5, 0.9999, 1.2, 0.1])
    best: list[Tensor] = []

    def validate() -> Mapping[str, Tensor]:
        assert not job.network.training and not torch.is_grad_enabled()
        best.append(weights(job))
        return {"loss": torch.tensor(next(losses))}

    history = fit(job, batches, FitSettings(epochs=9, patience=3), TrainingRun(tmp_path), validate=validate)
    assert [round(h["validation_loss"], 2) for h in history] == [3.0, 2.0, 1.0, 1.5, 1.0, 1.2]
    assert torch.equal(weights(job), best[2]), "0.9999 is no improvement on 1"
    again = Regression()
    assert fit(again, batches, FitSettings(epochs=9, patience=3), TrainingRun(tmp_path)) == history
    assert torch.equal(weights(again), best[2])


def test_the_gradient_is_clipped(tmp_path: Path) -> None:
    moved = []
    for norm in (0.0, 1e-3):
        job = Regression()
        job.optimiser = torch.optim.SGD(job.network.parameters(), 1.0)
        start = weights(job)
        fit(
            job,
            lambda epoch: batches(epoch)[:1],
            FitSettings(epochs=1, clip_norm=norm),
            TrainingRun(tmp_path / str(norm)),
        )
        moved.append(float((weights(job) - start).norm()))
    assert moved[0] > 0.1
    assert moved[1] == pytest.approx(1e-3, rel=1e-3)


def test_two_optimisers_take_turns(tmp_path: Path) -> None:
    """Each moves its own network only, though the losses reach through both."""

    class Adversaries(Regression):
        def __init__(self) -> None:
            super().__init__()
            self.critic = ResidualMLP(1, 1, 4, 1)
            self.other = torch.optim.SGD(self.critic.parameters(), 0.1)
            self.optimiser = torch.optim.SGD(self.network.parameters(), 0.0)

        def modules(self) -> Mapping[str, nn.Module]:
            return {"network": self.network, "critic": self.critic}

        def optimisers(self) -> Mapping[str, torch.optim.Optimizer]:
            return {"network": self.optimiser, "critic": self.other}

        def step(self, batch: tuple[Tensor, Tensor], update: Update) -> Mapping[str, Tensor]:
            loss = self.critic(self.network(batch[0])).mean()
            update(self.optimiser, loss)
            judged = self.critic(self.network(batch[0]).detach()).mean()
            update(self.other, -judged)
            return {"loss": loss}

    job = Adversaries()
    network, critic = weights(job)[:81].clone(), weights(job)[81:].clone()
    fit(job, batches, FitSettings(epochs=1), TrainingRun(tmp_path))
    assert torch.equal(weights(job)[:81], network)
    assert not torch.equal(weights(job)[81:], critic)


def test_a_warm_start_gives_way_to_a_checkpoint(tmp_path: Path) -> None:
    first = Regression()
    fit(first, batches, FitSettings(epochs=2), TrainingRun(tmp_path / "a"))
    start = states_of(first.modules())
    second = Regression(learning_rate=0.0)
    fit(second, batches, FitSettings(epochs=1), TrainingRun(tmp_path / "b"), warm_start=start)
    assert torch.equal(weights(second), weights(first))
    third = Regression()
    fit(third, batches, FitSettings(epochs=1), TrainingRun(tmp_path / "b"))
    zeros = {"network": {k: torch.zeros_like(v) for k, v in start["network"].items()}}
    fourth = Regression()
    fit(fourth, batches, FitSettings(epochs=1), TrainingRun(tmp_path / "b"), warm_start=zeros)
    assert torch.equal(weights(fourth), weights(third))
    with pytest.raises(FormatError, match="warm start: network"):
        fit(Regression(), batches, FitSettings(), TrainingRun(tmp_path / "c"), warm_start={"network": {}})


def test_no_reading_goes_on_after_a_failure(tmp_path: Path) -> None:
    ended = []

    class Stream:
        def __len__(self) -> int:
            return 6

        def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
            try:
                yield from batches(1)
            finally:
                ended.append(True)

    class Fails(Regression):
        def step(self, batch: tuple[Tensor, Tensor], update: Update) -> Mapping[str, Tensor]:
            raise CryoError("no")

    with pytest.raises(CryoError) as caught:
        fit(Fails(), lambda epoch: Stream(), FitSettings(), TrainingRun(tmp_path))
    assert ended == [True], caught


def test_no_batches_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="epoch 1 has no batches"):
        fit(Regression(), lambda epoch: [], FitSettings(), TrainingRun(tmp_path))
    with pytest.raises(SettingsError, match="epochs is -1"):
        FitSettings(epochs=-1)


def test_checkpoints_round_trip_and_replace_whole(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "a.pt"
    content = {"x": torch.arange(3.0), "n": 3, "text": "é", "list": [1.5, None]}
    write_checkpoint(path, "thing", content)
    found = read_checkpoint(path, "thing")
    assert torch.equal(found.pop("x"), torch.arange(3.0))
    assert found == {"n": 3, "text": "é", "list": [1.5, None]}

    class Broken:
        def __reduce__(self) -> str:
            raise OSError("no space left")

    before = path.read_bytes()
    with pytest.raises(OSError, match="no space"):
        write_checkpoint(path, "thing", {"x": Broken()})
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


class Bomb:
    def __init__(self, mark: Path) -> None:
        self._mark = mark

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return (Path.touch, (self._mark,))


def test_files_that_are_not_checkpoints_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pt"
    with pytest.raises(FormatError, match="a.pt: there is no such file"):
        read_checkpoint(path, "thing")
    torch.save({"kind": "thing", "version": 1, "content": {"x": Bomb(tmp_path / "went off")}}, path)
    with pytest.raises(FormatError, match="a.pt: not a readable thing file"):
        read_checkpoint(path, "thing")
    assert not (tmp_path / "went off").exists()
    for junk in (b"", b"PK\x03\x04junk", b"\x80\x02.", os.urandom(100)):
        path.write_bytes(junk)
        with pytest.raises(FormatError, match="a.pt: not a readable thing file"):
            read_checkpoint(path, "thing")
    write_checkpoint(path, "other", {})
    with pytest.raises(FormatError, match="holds 'other', not 'thing'"):
        read_checkpoint(path, "thing")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(FormatError, match="not a readable other file"):
        read_checkpoint(path, "other")
    for odd in ([1, 2], {"content": 3}, torch.zeros(2)):
        torch.save(odd, path)
        with pytest.raises(FormatError, match="not a thing file of this platform"):
            read_checkpoint(path, "thing")


def test_weights_that_do_not_fit_change_nothing() -> None:
    modules = {"a": nn.Linear(2, 3), "b": nn.Linear(3, 1)}
    before = states_of(modules)
    good = {name: {k: v + 1 for k, v in state.items()} for name, state in before.items()}
    path = Path("w.pt")
    bad = [
        ({"a": good["a"]}, r"w\.pt: weights of \['a'\]"),
        (3, "weights of int"),
        (good | {"b": {"weight": good["b"]["weight"]}}, "b: not the weights of this network .bias"),
        (good | {"b": good["b"] | {"weight": torch.zeros(2, 2)}}, r"b\.weight: \(2, 2\), expected \(1, 3\)"),
        (good | {"b": good["b"] | {"weight": torch.full((1, 3), float("nan"))}}, r"b\.weight: not every"),
        (good | {"b": good["b"] | {"weight": "x"}}, r"b\.weight: str"),
    ]
    for states, message in bad:
        with pytest.raises(FormatError, match=message):
            load_states(modules, states, path)
        assert all(
            torch.equal(v, before[n][k]) for n, m in modules.items() for k, v in m.state_dict().items()
        )
    load_states(modules, good, path)
    assert torch.equal(modules["a"].weight.detach(), good["a"]["weight"])


def test_the_residual_network_is_what_its_equation_says() -> None:
    torch.manual_seed(2)
    network = ResidualMLP(3, 2, 5, 2)
    x = torch.randn(4, 7, 3)
    h = (x @ network.first.weight.T + network.first.bias).clamp_min(0)
    for layer in network.hidden:
        h = (h @ layer.weight.T + layer.bias + h).clamp_min(0)
    expected = h @ network.last.weight.T + network.last.bias
    assert torch.allclose(network(x), expected, atol=1e-6)
    assert torch.equal(network.after_first(network.first(x)), network(x))
