"""The automation conditions on the assets, for people who let Dagster's own automation do the work.

They rest until the sensor `automation` is switched on.
"""

import dagster as dg

SENSOR = "automation"
"""Name of the sensor that evaluates the conditions."""


def condition(gathers: tuple[str, ...] = ()) -> dg.AutomationCondition:
    """Ask for an asset when it has none yet, its code changed, or what it rests on has other data.

    Not while it or an input is being made, nor while an input is missing; what is only gathered from
    other entries may be missing. `AutomationCondition.eager()` would ask again for what did not change,
    and would not see a changed code version. An entry that has no such asset is asked once, since it
    stays without: so it is `newly_missing` and not `missing`. What was missing before the switch was turned is
    asked for too: so it is not `since_last_handled()`, which would take the first look as the handling.
    """
    conditions = dg.AutomationCondition
    changed = conditions.any_deps_match(conditions.data_version_changed() | conditions.will_be_requested())
    missing = conditions.any_deps_missing()
    if gathers:
        missing = missing.ignore(dg.AssetSelection.assets(*(key.split("/") for key in gathers)))
    handled = conditions.newly_requested() | conditions.newly_updated()
    return (
        (changed | conditions.newly_missing() | conditions.code_version_changed()).since(handled)
        & ~missing
        & ~conditions.any_deps_in_progress()
        & ~conditions.in_progress()
    )
