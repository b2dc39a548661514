"""MLflow: one run for each artifact that was computed, linked both ways.

MLflow is a record beside the store, not part of it: where it cannot be reached the artifact is
made all the same, without a link, and the log says so.
"""

import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryo_assets.engine.mlflow_database import ready, silent_client
from cryo_assets.home import Home, without_password
from cryo_assets.store.disk import file_lock
from cryo_assets.store.recipe import Recipe
from cryo_assets.store.sqlite import fault
from cryo_core.errors import StoreError

if TYPE_CHECKING:
    from mlflow import MlflowClient

_LOG = logging.getLogger(__name__)


Observer = Callable[[Mapping[str, Any], Mapping[str, Path]], None]
"""Called with numbers, and pictures by title, of work that is not done."""


def unobserved(*_: object) -> None:
    """Show nothing."""


class Record:
    """An MLflow run while its artifact is being made. `run_id` is "" where MLflow could not be reached."""

    def __init__(self, home: Home, run_id: str, observer: Observer = unobserved) -> None:
        self._home, self._observer = home, observer
        self.run_id = run_id

    def epoch(self, step: int, metrics: Mapping[str, float]) -> None:
        """Log a training's numbers of one epoch."""
        attempt(self._home, lambda: _log(self._home, self.run_id, metrics, step))

    def file(self, path: Path) -> None:
        """Keep a picture beside the run."""
        attempt(self._home, lambda: _keep(self._home, self.run_id, path))

    def unfinished(self, numbers: Mapping[str, Any], pictures: Mapping[str, Path]) -> None:
        """Show work that is not done: its numbers and pictures to the observer, the pictures beside the run too."""
        for path in pictures.values():
            self.file(path)
        self._observer(numbers, pictures)

    def trial(
        self,
        name: str,
        params: Mapping[str, Any],
        metrics: Mapping[str, float],
        curve: Sequence[Mapping[str, float]] = (),
    ) -> None:
        """Log one trial of a search as a child run, finished, with its numbers of each epoch."""
        attempt(self._home, lambda: _trial(self._home, self.run_id, name, params, metrics, curve))

    def result(self, numbers: Mapping[str, Any], seconds: float) -> None:
        """Log the artifact's own numbers."""
        attempt(self._home, lambda: _log(self._home, self.run_id, {**numbers, "seconds": seconds}, 0))


@contextmanager
def logged(
    home: Home, recipe: Recipe, entry: str, dagster_run_id: str, observer: Observer
) -> Iterator[Record]:
    """Open an artifact's MLflow run; it ends FINISHED when the body does, else FAILED.

    A run of the same version that was killed goes on, so that a resumed training has one curve.

    Parameters
    ----------
    home, recipe, entry
        Where it is logged, what is made, and for which entry.
    dagster_run_id, observer
        Dagster's run, and who sees work that is not done.
    """
    run_id = attempt(home, lambda: _start(home, recipe, entry, dagster_run_id))
    record = Record(home, run_id, observer)
    try:
        yield record
    except BaseException:
        attempt(home, lambda: _end(home, record.run_id, "FAILED"))
        raise
    attempt(home, lambda: _end(home, record.run_id, "FINISHED"))


def attempt(home: Home, call: Callable[[], str]) -> str:
    """Call MLflow; where it cannot be reached or written, say so and give ""."""
    from mlflow.exceptions import MlflowException
    from sqlalchemy.exc import SQLAlchemyError

    try:
        return call()
    except (MlflowException, SQLAlchemyError, StoreError, OSError) as error:
        words = fault(home.mlflow / "mlflow.db", error) or " ".join(str(error).split())
        _LOG.warning("MLflow at %s: not logged (%s)", without_password(home.tracking_uri), words)
        return ""


def _end(home: Home, run_id: str, status: str) -> str:
    if run_id:
        client_of(home).set_terminated(run_id, status=status)
    return run_id


def run_url(home: Home, run_id: str) -> str | None:
    """Where a run is seen in MLflow's page (`cryo up` serves it on port 5000)."""
    if not run_id:
        return None
    base = home.tracking_uri if home.tracking_uri.startswith("http") else "http://localhost:5000"
    return f"{base}/#/runs/{run_id}"


def client_of(home: Home) -> "MlflowClient":
    """MLflow's client for a home, whose database is made where there is none."""
    client = silent_client()
    ready(home)
    return client(tracking_uri=home.tracking_uri)


def _start(home: Home, recipe: Recipe, entry: str, dagster_run_id: str) -> str:
    from mlflow.entities import Param, ViewType

    client = client_of(home)
    experiment = _experiment(client, home, recipe.asset)
    killed = f"tags.`cryo.version` = '{recipe.version}' and attributes.status = 'RUNNING'"
    unfinished = client.search_runs([experiment], killed, ViewType.ACTIVE_ONLY, 1)
    if unfinished:
        client.set_tag(unfinished[0].info.run_id, "dagster.run_id", dagster_run_id)
        return str(unfinished[0].info.run_id)
    run = client.create_run(
        experiment,
        run_name=f"{entry} {recipe.version[:8]}",
        tags={
            "dagster.run_id": dagster_run_id,
            "dagster.asset_key": recipe.asset,
            "dagster.partition": entry,
            "cryo.version": recipe.version,
        },
    )
    params = [Param(name, str(value)) for name, value in {**recipe.settings, **recipe.facts}.items()]
    client.log_batch(run.info.run_id, params=params)
    return str(run.info.run_id)


def _log(home: Home, run_id: str, numbers: Mapping[str, Any], step: int) -> str:
    from mlflow.entities import Metric

    if run_id:
        now = int(time.time() * 1000)
        measured = {
            name: float(value)
            for name, value in numbers.items()
            if isinstance(value, int | float) and not isinstance(value, bool)
        }
        metrics = [Metric(name, value, now, step) for name, value in measured.items()]
        client_of(home).log_batch(run_id, metrics=metrics)
    return run_id


def _trial(
    home: Home,
    parent: str,
    name: str,
    params: Mapping[str, Any],
    metrics: Mapping[str, float],
    curve: Sequence[Mapping[str, float]],
) -> str:
    from mlflow.entities import Param

    if not parent:
        return ""
    client = client_of(home)
    experiment = client.get_run(parent).info.experiment_id
    run = client.create_run(experiment, run_name=name, tags={"mlflow.parentRunId": parent})
    client.log_batch(run.info.run_id, params=[Param(key, str(value)) for key, value in params.items()])
    for epoch, numbers in enumerate(curve):
        _log(home, run.info.run_id, numbers, epoch)
    _log(home, run.info.run_id, metrics, 0)
    client.set_terminated(run.info.run_id, status="FINISHED")
    return str(run.info.run_id)


def _keep(home: Home, run_id: str, path: Path) -> str:
    if run_id:
        client_of(home).log_artifact(run_id, str(path))
    return run_id


def _experiment(client: "MlflowClient", home: Home, name: str) -> str:
    with file_lock(home.work / "locks" / "mlflow.lock"):
        experiment = client.get_experiment_by_name(name)
        if experiment:
            return str(experiment.experiment_id)
        location = None if home.tracking_uri.startswith("http") else (home.mlflow / "artifacts").as_uri()
        # So that MLflow's page shows parameters and metrics first, not its tools for language models.
        kind = {"mlflow.experimentKind": "custom_model_development"}
        return str(client.create_experiment(name, artifact_location=location, tags=kind))
