"""What Dagster loads (workspace.yaml points here)."""

import dagster as dg

from cryo_assets.assets import STEPS
from cryo_assets.assets.factory import as_asset
from cryo_assets.assets.overrides import SettingsOverrides
from cryo_assets.automation import inbox_sensor
from cryo_assets.jobs import jobs_for

_JOBS = jobs_for(STEPS)

defs = dg.Definitions(
    assets=[as_asset(step, STEPS) for step in STEPS.values()],
    jobs=_JOBS,
    sensors=[inbox_sensor(STEPS, _JOBS)],
    resources={"settings": SettingsOverrides()},
    executor=dg.multiprocess_executor.configured(
        {"max_concurrent": 2, "start_method": {"forkserver": {"preload_modules": ["dagster", "torch"]}}}
    ),
)
