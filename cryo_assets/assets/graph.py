"""The assets as Dagster's graph, with the resource they need."""

import dagster as dg

from cryo_assets.assets import STEPS
from cryo_assets.assets.factory import as_asset
from cryo_assets.assets.overrides import SettingsOverrides

GRAPH = dg.Definitions(
    assets=[as_asset(step, STEPS) for step in STEPS.values()], resources={"settings": SettingsOverrides()}
)
