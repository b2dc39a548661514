"""MLflow: one run for each artifact that was computed, linked both ways.

MLflow is a record beside the store, not part of it: where it cannot be reached the artifact is
made all the same, without a link, and the log says so.
"""

import logging
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from cryo_assets.home import Home
from cryo_assets.recipe import Recipe
from cryo_assets.store import file_lock

if TYPE_CHECKING:
    from mlflow import MlflowClient

_LOG = logging.getLogger(__name__)


@contextmanager
def logged(
    home: Home, recipe: Recipe, numbers: Mapping[str, Any], seconds: float, dagster_run_id: str
) -> Iterator[str]:
    """Log an artifact's numbers as an MLflow run; it ends FINISHED when the body does, else FAILED.

    Gives the run's id, or "" where MLflow could not be reached.
    """
    run_id = _attempt(home, lambda: _start(home, recipe, numbers, seconds, dagster_run_id))
    try:
        yield run_id
    except BaseException:
        _attempt(home, lambda: _end(home, run_id, "FAILED"))
        raise
    _attempt(home, lambda: _end(home, run_id, "FINISHED"))


def _attempt(home: Home, call: Callable[[], str]) -> str:
    """Call MLflow; where it cannot be reached or written, say so and give ""."""
    from mlflow.exceptions import MlflowException
    from sqlalchemy.exc import SQLAlchemyError

    try:
        return call()
    except (MlflowException, SQLAlchemyError, OSError) as error:
        _LOG.warning("MLflow at %s: not logged (%s)", home.tracking_uri, " ".join(str(error).split()))
        return ""


def _end(home: Home, run_id: str, status: str) -> str:
    if run_id:
        _client(home).set_terminated(run_id, status=status)
    return run_id


def run_url(home: Home, run_id: str) -> str | None:
    """Where a run is seen in MLflow's page (`cryo up` serves it on port 5000)."""
    if not run_id:
        return None
    base = home.tracking_uri if home.tracking_uri.startswith("http") else "http://localhost:5000"
    return f"{base}/#/runs/{run_id}"


def _client(home: Home) -> "MlflowClient":
    os.environ.setdefault("MLFLOW_DISABLE_TELEMETRY", "true")
    for talker in ("mlflow", "alembic"):
        logging.getLogger(talker).setLevel(logging.WARNING)
    from mlflow import MlflowClient

    # Two processes must not create the database at once.
    with file_lock(home.work / "locks" / "mlflow.lock"):
        return MlflowClient(tracking_uri=home.tracking_uri)


def _start(
    home: Home,
    recipe: Recipe,
    numbers: Mapping[str, Any],
    seconds: float,
    dagster_run_id: str,
) -> str:
    from mlflow.entities import Metric, Param

    client = _client(home)
    experiment = _experiment(client, home, recipe.asset)
    now = int(time.time() * 1000)
    run = client.create_run(
        experiment,
        start_time=now - int(seconds * 1000),
        run_name=f"{recipe.partition} {recipe.version[:8]}",
        tags={
            "dagster.run_id": dagster_run_id,
            "dagster.asset_key": recipe.asset,
            "dagster.partition": recipe.partition,
            "cryo.version": recipe.version,
        },
    )
    measured = {
        k: float(v) for k, v in numbers.items() if isinstance(v, int | float) and not isinstance(v, bool)
    }
    client.log_batch(
        run.info.run_id,
        metrics=[Metric(name, value, now, 0) for name, value in {**measured, "seconds": seconds}.items()],
        params=[Param(name, str(value)) for name, value in {**recipe.settings, **recipe.facts}.items()],
    )
    return str(run.info.run_id)


def _experiment(client: "MlflowClient", home: Home, name: str) -> str:
    with file_lock(home.work / "locks" / "mlflow.lock"):
        found = client.get_experiment_by_name(name)
        if found:
            return str(found.experiment_id)
        location = None if home.tracking_uri.startswith("http") else (home.mlflow / "artifacts").as_uri()
        # So that MLflow's page shows parameters and metrics first, not its tools for language models.
        kind = {"mlflow.experimentKind": "custom_model_development"}
        return str(client.create_experiment(name, artifact_location=location, tags=kind))
