"""The automation conditions on the assets, for people who let Dagster's own automation do the work.

They rest until the sensor `automation` is switched on.
"""

import dagster as dg

SENSOR = "automation"
"""Name of the sensor that evaluates the conditions."""


def condition(spared: tuple[str, ...] = (), may_lack: bool = False) -> dg.AutomationCondition:
    """Ask for an asset when it has none yet, its code changed, or what it rests on has other data.

    Not while it or an input is being made, nor while an input is missing; those `spared` may be missing: what is
    only gathered from other entries, or offered. `AutomationCondition.eager()` would ask again for what did not
    change, and would not see a changed code version. What was missing before the switch was turned is asked for
    too: so it is not `since_last_handled()`, which would take the first look as the handling. But an asset that
    entries `may_lack` for good is asked for with what it rests on and not because it is missing: else the switch
    would set off a run for every entry that there is.
    """
    conditions = dg.AutomationCondition
    changed = conditions.any_deps_match(conditions.data_version_changed() | conditions.will_be_requested())
    asked: dg.AutomationCondition = changed if may_lack else changed | conditions.newly_missing()
    missing = conditions.any_deps_missing()
    if spared:
        missing = missing.ignore(dg.AssetSelection.assets(*(key.split("/") for key in spared)))
    handled = conditions.newly_requested() | conditions.newly_updated()
    return (
        (asked | conditions.code_version_changed()).since(handled)
        & ~missing
        & ~conditions.any_deps_in_progress()
        & ~conditions.in_progress()
    )
