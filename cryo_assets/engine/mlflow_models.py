"""Trained models in MLflow: one registered version for each version in the store, loadable by `mlflow.pyfunc`."""

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version as release_of
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from cryo_assets.engine.mlflow_runs import attempt, client_of
from cryo_assets.engine.step import TrainedModel
from cryo_assets.home import Home
from cryo_assets.store import postgres
from cryo_assets.store.learnt import learnt_digest, learnt_of
from cryo_assets.store.sqlite import opened
from cryo_assets.store.store import Artifact

if TYPE_CHECKING:
    from mlflow import MlflowClient

ALIAS = "champion"

_SCRIPT = """from mlflow.models import set_model

from cryo_assets.engine.pyfunc import {flavour}

set_model({flavour}())
"""
_LONGEST_TAG = 4000


def register(home: Home, artifact: Artifact, models: tuple[TrainedModel, ...], alias: str) -> None:
    """Make each model of an artifact a version of a registered model, once; give it an alias, unless that is "".

    Parameters
    ----------
    home, artifact
        Where, and of what.
    models
        Its models.
    alias
        `champion`, `try`, or nothing.
    """
    for model in models:
        attempt(home, lambda model=model: _register(home, artifact, model, alias))  # type: ignore[misc]


def _register(home: Home, artifact: Artifact, model: TrainedModel, alias: str) -> str:
    run_id = artifact.made.mlflow_run_id
    if not run_id:
        return ""
    client = client_of(home)
    number = _number_of(client, model.name, artifact.version) or _new_version(client, artifact, model)
    if alias:
        client.set_registered_model_alias(model.name, alias, number)
    return run_id


def _number_of(client: "MlflowClient", name: str, version: str) -> str:
    """The number of the registered version of a version of the store; "" if there is none."""
    found = client.search_model_versions(f"name = '{name}' and tags.`cryo.version` = '{version}'")
    return str(found[0].version) if found else ""


def _new_version(client: "MlflowClient", artifact: Artifact, model: TrainedModel) -> str:
    run = client.get_run(artifact.made.mlflow_run_id)
    place = f"model_{model.name}"
    with saved(model.flavour, [artifact.path(name) for name in model.files]) as folder:
        client.log_artifacts(run.info.run_id, str(folder), place)
    if not client.search_registered_models(f"name = '{model.name}'"):
        client.create_registered_model(model.name)
    source = f"{run.info.artifact_uri}/{place}"
    made = client.create_model_version(model.name, source, run.info.run_id, tags=_tags(artifact, model))
    return str(made.version)


@contextmanager
def saved(flavour: str, files: Sequence[Path]) -> Iterator[Path]:
    """A folder with a model in MLflow's form, while it is needed: its code is a script, and nothing is a pickle.

    Parameters
    ----------
    flavour
        The class of `engine/pyfunc.py`.
    files
        The weights, and what else it loads.
    """
    os.environ.setdefault("MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR", "false")
    from mlflow import pyfunc

    from cryo_assets.engine.pyfunc import FLAVOURS, WEIGHTS

    with TemporaryDirectory(prefix="cryo-model-") as made:
        weights, script = Path(made) / WEIGHTS, Path(made) / "served.py"
        weights.mkdir()
        for file in files:
            shutil.copy2(file, weights / file.name)
        script.write_text(_SCRIPT.format(flavour=flavour))
        served = FLAVOURS[flavour]()
        served.load(weights)
        given, params = served.example()
        pyfunc.save_model(
            str(Path(made) / "model"),
            python_model=str(script),
            artifacts={WEIGHTS: str(weights)},
            signature=served.signature(),
            input_example=given if params is None else (given, params),
            pip_requirements=[
                f"{name}=={release_of(name)}" for name in ("cryo-assets", "mlflow", "torch", "numpy")
            ],
        )
        yield Path(made) / "model"


def _tags(artifact: Artifact, model: TrainedModel) -> dict[str, str]:
    """What a registered version is linked by: data version, run, training entries by their digest."""
    learnt = learnt_of(artifact)
    names = ", ".join(one.name for one in learnt)
    return {
        "cryo.version": artifact.version,
        "cryo.asset": artifact.recipe.asset,
        "cryo.entry": artifact.entry,
        "cryo.flavour": model.flavour,
        "cryo.inputs": json.dumps(dict(artifact.recipe.inputs))[:_LONGEST_TAG],
        "cryo.learnt_from": names[:_LONGEST_TAG] or "not recorded",
        "cryo.learnt_from.sha256": learnt_digest(learnt),
        "dagster.run_id": artifact.made.dagster_run_id,
        "dagster.asset_key": artifact.recipe.asset,
    }


@dataclass(frozen=True)
class Registered:
    """A version of a registered model: its number, the version of the store that it is, its aliases."""

    name: str
    number: int
    version: str
    asset: str
    aliases: tuple[str, ...]


def registered(home: Home) -> list[Registered]:
    """Every registered version with a version of the store, read from MLflow's tables without loading MLflow."""
    rows = _rows(
        home,
        "SELECT v.name, v.version, t.value, a.value FROM model_versions v "
        "JOIN model_version_tags t ON t.name = v.name AND t.version = v.version AND t.key = 'cryo.version' "
        "JOIN model_version_tags a ON a.name = v.name AND a.version = v.version AND a.key = 'cryo.asset' "
        "ORDER BY v.name, v.version",
    )
    aliases: dict[tuple[str, int], list[str]] = {}
    for name, number, alias in _rows(home, "SELECT name, version, alias FROM registered_model_aliases"):
        aliases.setdefault((name, int(number)), []).append(alias)
    return [
        Registered(name, int(number), version, asset, tuple(sorted(aliases.get((name, int(number)), ()))))
        for name, number, version, asset in rows
    ]


def aliased(home: Home) -> Mapping[str, str]:
    """By asset, the version of the store that the alias `champion` of its main model points to."""
    main = (one for one in registered(home) if one.name == one.asset.rpartition("/")[2])
    return {one.asset: one.version for one in main if ALIAS in one.aliases}


def _rows(home: Home, statement: str) -> list[Any]:
    """Rows of MLflow's tables; none where a server of its own (MLFLOW_TRACKING_URI) keeps them, or there are none."""
    if home.tracking_uri.startswith("http"):
        return []
    if postgres.in_use():
        with postgres.opened("mlflow") as connection:
            if not connection.execute("SELECT to_regclass('mlflow.model_versions')").fetchone()[0]:
                return []
            return list(connection.execute(statement))
    database = Path(home.tracking_uri.removeprefix("sqlite:///"))
    if not database.is_file():
        return []
    with opened(database) as connection:
        return list(connection.execute(statement))
