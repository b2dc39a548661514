"""What the whole suite shares: a home of its own for each test, the optional real data, and strictness in CI."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

REAL_DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
STRICT = bool(os.environ.get("CRYO_TEST_STRICT"))

# Workers side by side share the cores: threads of each would wait for those of the other.
WORKERS = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
torch.set_num_threads(1 if WORKERS > 1 else min(2, torch.get_num_threads()))
if WORKERS > 1:
    os.environ["OMP_NUM_THREADS"] = "1"  # of the commands that tests start


def skip(reason: str) -> None:
    """Skip for a reason; in CI, where nothing may be missing, fail."""
    if STRICT:
        pytest.fail(f"CRYO_TEST_STRICT: {reason}")
    pytest.skip(reason)


@pytest.fixture
def shared_data() -> Path:
    """The folder of real and peer-made data."""
    if not REAL_DATA.is_dir():
        skip(f"{REAL_DATA} is absent: the optional test data are not here")
    return REAL_DATA


@pytest.fixture(scope="session")
def mlflow_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty MLflow database: making one takes seconds, copying it does not."""
    from cryo_assets.engine.mlflow_database import ready
    from cryo_assets.home import Home

    home = Home(tmp_path_factory.mktemp("mlflow"))
    ready(home)
    return home.mlflow / "mlflow.db"


def empty_home(root: Path, mlflow_database: Path, patch: pytest.MonkeyPatch) -> Path:
    """Make a platform home that has a copy of an MLflow database, and point CRYO_HOME to it."""
    (root / "mlflow").mkdir(parents=True)
    shutil.copy(mlflow_database, root / "mlflow" / "mlflow.db")
    patch.setenv("CRYO_HOME", str(root))
    patch.delenv("DAGSTER_HOME", raising=False)
    patch.delenv("MLFLOW_TRACKING_URI", raising=False)
    return root


@pytest.fixture
def home(tmp_path: Path, mlflow_database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A platform home of the test's own, with CRYO_HOME pointing to it."""
    return empty_home(tmp_path / "home", mlflow_database, monkeypatch)


@pytest.fixture
def cryo(capsys: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    """Call the command line: its JSON where --json asks for it, what it printed, or its error."""
    from cryo_assets.cli.app import _run

    def call(*arguments: object, code: int = 0) -> Any:
        capsys.readouterr()
        found = _run([str(a) for a in arguments], False)
        out, err = capsys.readouterr()
        assert found == code, err
        if code:
            faults = [line for line in err.splitlines() if line.startswith("cryo: ")]
            assert faults and "Traceback" not in err
        return json.loads(out) if "--json" in arguments else (err if code else out)

    return call
