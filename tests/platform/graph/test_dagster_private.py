"""What we use of Dagster's private modules is where we think, and used in one file."""

import importlib
import re
from importlib.metadata import version
from pathlib import Path

import dagster as dg
import pytest
import yaml

from cryo_assets.graph.dagster_private import (
    PRIVATE,
    WRITTEN_FOR,
    ComputeLogs,
    event_folder,
    pausing_between_claims,
)

ROOT = Path(__file__).resolve().parents[3]
FILE = ROOT / "cryo_assets" / "graph" / "dagster_private.py"
_USE = re.compile(r"(?:dagster\._|dagster_shared)[\w.]*")


@pytest.mark.parametrize("place", PRIVATE)
def test_each_private_name_is_where_it_was(place: str) -> None:
    module, _, name = place.partition(":")
    try:
        value = importlib.import_module(module)
        for part in name.split("."):
            value = getattr(value, part)
    except (ImportError, AttributeError) as error:
        pytest.fail(
            f"Dagster {version('dagster')} has no {place} any more ({error}); it was there in {WRITTEN_FOR}. "
            f"It is used so that {PRIVATE[place]}. Look for its new place or a public way, and change {FILE}."
        )


def test_the_version_looked_at_is_the_one_that_is_pinned() -> None:
    pinned = re.search(r"^dagster==(.+)$", (ROOT / "constraints.txt").read_text(), re.MULTILINE)
    assert pinned is not None
    assert pinned[1] == WRITTEN_FOR, f"Dagster was raised: read Dagster's changes of the names in {FILE}"


def test_no_other_file_uses_a_private_module() -> None:
    known = {place.partition(":")[0] for place in PRIVATE}
    for path in sorted(
        p for top in ("cryo_assets", "cryo_core", "tests") for p in (ROOT / top).rglob("*.py")
    ):
        used = set(_USE.findall(path.read_text())) if path not in (FILE, Path(__file__).resolve()) else set()
        assert not used or "tests" in path.parts and used <= known, f"{path}: {used}: move it to {FILE}"
    for settings in (ROOT / "dagster.yaml", ROOT / "cryo_assets" / "dagster.yaml"):
        parts = [part for part in yaml.safe_load(settings.read_text()).values() if "module" in part]
        named = {f"{part['module']}:{part['class']}" for part in parts}
        assert named - {f"{ComputeLogs.__module__}:{ComputeLogs.__name__}"} <= set(PRIVATE), settings


def test_the_folder_of_events_is_found_and_the_pause_goes_again(tmp_path: Path) -> None:
    with dg.DagsterInstance.local_temp(str(tmp_path)) as instance:
        folder = event_folder(instance)
        assert folder is not None and folder.is_dir() and tmp_path in folder.parents
    with dg.DagsterInstance.ephemeral() as instance:
        assert event_folder(instance) is None
    from dagster._core.execution.plan.instance_concurrency_context import InstanceConcurrencyContext

    before = InstanceConcurrencyContext.interval_to_next_pending_claim_check
    with pausing_between_claims(2.5):
        assert InstanceConcurrencyContext.interval_to_next_pending_claim_check(None) == 2.5  # type: ignore[arg-type]
    assert InstanceConcurrencyContext.interval_to_next_pending_claim_check is before
