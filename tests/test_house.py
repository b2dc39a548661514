"""The house: floors, the graph that Dagster loads, settings that mirror each other, what importing does."""

import dataclasses
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Literal, get_origin, get_type_hints

import dagster as dg
import pytest
import yaml

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.definitions import defs
from cryo_assets.entries.manifest import TRAINING
from cryo_assets.graph.overrides import SettingsOverrides
from cryo_assets.home import PACKAGE

ROOT = Path(__file__).resolve().parent.parent

KEYS = {
    "particles/source",
    "particles/stack",
    "particles/consensus",
    "results/classes",
    "results/deposited",
    "results/local_resolution",
    "results/sharpened",
    "results/report",
    "results/export",
    "states/density",
    "states/separation",
    "states/maps",
    "posefree/model",
    "posefree/volumes",
    "posefree/walk",
    "maps/source",
    "maps/resampled",
    "maps/fsc",
    "maps/profiles",
    "maps/local_fsc",
    "training/profiles",
    "models/profiles",
    "training/resolution",
    "models/resolution",
    "enhanced/b_factor",
    "enhanced/local_resolution",
    "training/superres",
    "models/superres",
    "enhanced/superres",
    "maps/confidence",
    "maps/model_map",
    "enhanced/locscale",
    "enhanced/sharpened",
    "enhanced/report",
    *(
        f"round_{number:02d}/{asset}"
        for number in range(1, 11)
        for asset in ("model", "latents", "embedding", "clusters", "poses", "maps", "fsc")
    ),
}


def test_dagster_loads_just_these_assets_checks_and_jobs() -> None:
    dg.Definitions.validate_loadable(defs)
    graph = defs.resolve_asset_graph()
    made = {"/".join(key.path) for key in graph.materializable_asset_keys}
    assert made == KEYS == set(STEPS)
    outside = {key.path[0] for key in graph.external_asset_keys}
    assert outside <= {"archive", "packaged"} and "packaged" in outside
    checks = {("/".join(check.asset_key.path), check.name) for check in graph.asset_check_keys}
    assert checks == {(key, name) for key, step in STEPS.items() for name in step.checks}
    assert {job.name for job in defs.resolve_all_job_defs()} >= {"particles", "maps", "everything"}
    assert defs.get_sensor_def("inbox").default_status == dg.DefaultSensorStatus.RUNNING


def test_dagster_loads_the_workspace_as_dagster_dev_does(home: Path) -> None:
    command = [sys.executable, "-m", "dagster", "definitions", "validate", "-w", "workspace.yaml"]
    environment = {k: v for k, v in os.environ.items() if k != "DAGSTER_HOME"}
    said = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (
        said.returncode == 0 and "Validation successful for code location cryo" in said.stderr + said.stdout
    )


@pytest.mark.parametrize("key", sorted(KEYS))
def test_each_asset_says_who_what_and_which_code(key: str) -> None:
    spec = defs.resolve_asset_graph().get(dg.AssetKey(key.split("/")))
    assert spec.owners and spec.description and spec.kinds and spec.group_name == key.split("/")[0]
    assert spec.code_version == STEPS[key].code_version
    assert (spec.partitions_def is None) == (STEPS[key].partition == TRAINING)
    within = {"/".join(k.path) for k in spec.parent_keys if k.path[0] not in ("archive", "packaged")}
    assert within == {
        *STEPS[key].inputs,
        *STEPS[key].offered,
        *STEPS[key].gathers,
    }


def test_the_launchpad_mirrors_the_settings() -> None:
    fields = {group: model.annotation for group, model in SettingsOverrides.model_fields.items()}
    mirrored = {
        f"{group}/{asset}": _mirrored(inner.annotation)
        for group, model in fields.items()
        for asset, inner in model.model_fields.items()  # type: ignore[union-attr]
    }
    settings = {
        key: _declared(step.settings) for key, step in STEPS.items() if dataclasses.fields(step.settings)
    }
    assert mirrored == settings


def _mirrored(model: Any) -> dict[str, Any]:
    types = {name: field.annotation for name, field in model.model_fields.items()}
    return {name: _mirrored(t) if hasattr(t, "model_fields") else t for name, t in types.items()}


def _declared(settings: Any) -> dict[str, Any]:
    def shown(hint: Any) -> Any:
        if dataclasses.is_dataclass(hint):
            return _declared(hint)
        return str | None if get_origin(hint) is Literal else hint | None

    return {f.name: shown(get_type_hints(settings)[f.name]) for f in dataclasses.fields(settings)}


def test_what_the_launchpad_sets_is_what_a_run_gets() -> None:
    model = SettingsOverrides(particles={"stack": {"box": 96}}, maps={"resampled": {"sd": 0.2}})
    assert model.by_asset() == {"particles/stack": {"box": 96}, "maps/resampled": {"sd": 0.2}}
    assert SettingsOverrides().by_asset() == {}


def test_steps_come_upstream_first() -> None:
    seen: set[str] = set()
    for key, step in STEPS.items():
        assert {*step.inputs, *step.offered, *step.gathers} <= seen
        seen.add(key)


def test_importing_does_nothing() -> None:
    code = (
        "import sys, os; before = set(os.listdir('.'))\n"
        "import cryo_core.reconstruction.solve, cryo_assets.engine.planner, torch, logging\n"
        "assert set(os.listdir('.')) == before\n"
        "assert not logging.getLogger().handlers and not torch.cuda.is_initialized()\n"
        "assert not {'mlflow', 'dagster', 'matplotlib'} & set(sys.modules), 'a plan needs none of these'\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_the_command_line_answers_before_the_heavy_libraries_load() -> None:
    code = (
        "import sys; sys.argv = ['cryo', '--help']\n"
        "from cryo_assets.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: assert end.code == 0, end.code\n"
        "assert not {'torch', 'dagster', 'mlflow', 'matplotlib'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


@pytest.mark.parametrize("name", ["dagster.yaml", "workspace.yaml"])
def test_the_package_carries_the_settings_of_the_checkout(name: str) -> None:
    assert (PACKAGE / name).read_text() == (ROOT / name).read_text()


def test_dagster_settings_are_safe() -> None:
    plain = yaml.safe_load((ROOT / "dagster.yaml").read_text())
    assert plain["telemetry"] == {"enabled": False} and plain["nux"] == {"enabled": False}
    assert plain["concurrency"]["pools"] == {"default_limit": 1, "granularity": "op"}
    workspace = yaml.safe_load((ROOT / "workspace.yaml").read_text())
    assert workspace["load_from"][0]["python_module"]["module_name"] == "cryo_assets.definitions"


def test_a_bare_dagster_dev_finds_the_checkout_settings() -> None:
    """Without DAGSTER_HOME, Dagster reads the checkout's dagster.yaml and keeps its records in ./cryo_home."""
    from dagster._core.instance.ref import InstanceRef

    ref = InstanceRef.from_dir(str(ROOT / "nowhere"), config_dir=str(ROOT))
    assert ref.settings["run_monitoring"]["enabled"] is True
    assert "cryo_home/dagster" in ref.storage_data.config_yaml
