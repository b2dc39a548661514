"""The automation conditions on the assets, for people who let Dagster's own automation do the work.

They rest until the sensor `automation` is switched on.
"""

from collections.abc import Collection, Mapping

import dagster as dg

from cryo_assets.engine.step import Step

SENSOR = "automation"
"""Name of the sensor that evaluates the conditions."""


def condition_of(step: Step, steps: Mapping[str, Step]) -> dg.AutomationCondition:
    """Give a step's condition, which looks at the upstream assets that no other of its inputs stands for."""
    spared = (*step.offered, *step.gathers)
    return condition(spared, step.may_lack, heeded(step, steps))


def heeded(step: Step, steps: Mapping[str, Step]) -> frozenset[str]:
    """Leave out of a step's upstream assets those on which another of its inputs rests, directly or not.

    A version is a digest of all that it rests on: when what is left out changes, an input that is kept is asked for
    in the same look, and what is kept was not made without it. Dagster evaluates four to nine conditions for each
    upstream asset, over every partition of it; half of them are left out. What entries may lack stands for nothing.
    """
    kept = {*step.inputs, *step.offered, *step.gathers}
    seen: set[str] = set()
    below = list(step.inputs)
    while below:
        key = below.pop()
        if key in seen or steps[key].may_lack or steps[key].partition != step.partition:
            continue
        seen.add(key)
        kept -= set(steps[key].inputs)
        below += steps[key].inputs
    return frozenset(kept)


def condition(
    spared: Collection[str] = (), may_lack: bool = False, watched: Collection[str] | None = None
) -> dg.AutomationCondition:
    """Ask for an asset when it has none yet, its code changed, or what it rests on has other data.

    Not while it or an input is being made, nor while an input is missing; those `spared` may be missing: what is
    only gathered from other entries, or offered. If inputs to be `watched` are given, the others are taken to be
    there and to change with them. `AutomationCondition.eager()` would ask again for what did not change, and would
    not see a changed code version. What was missing before the switch was turned is asked for too: so it is not
    `since_last_handled()`, which would take the first look as the handling. But an asset that entries `may_lack`
    for good is asked for with what it rests on and not because it is missing: else the switch would set off a run
    for every entry that there is. Nor is what is missing remembered while its inputs are missing too: they have
    other data once made.
    """
    conditions = dg.AutomationCondition
    changed = conditions.any_deps_match(conditions.data_version_changed() | conditions.will_be_requested())
    missing = conditions.any_deps_missing()
    if watched is not None:
        changed, missing = changed.allow(_assets(watched)), missing.allow(_assets(watched))
    if spared:
        missing = missing.ignore(_assets(spared))
    begun = conditions.newly_missing() & WhereAny(~missing)
    asked: dg.AutomationCondition = changed if may_lack else changed | begun
    handled = conditions.newly_requested() | conditions.newly_updated()
    free = ~missing & ~conditions.any_deps_in_progress() & ~conditions.in_progress()
    return (asked | conditions.code_version_changed()).since(handled) & WhereAny(free)


class WhereAny(dg.AutomationCondition):
    """Another condition, evaluated only while there are partitions to ask it of, and told of where it holds some back.

    Dagster evaluates all parts of an `&`, also those that follow one that is true nowhere, and writes down for each
    which partitions it was asked of and where it is true: two thirds of a look that finds nothing to do. The
    condition must not remember earlier looks.
    """

    def __init__(self, operand: dg.AutomationCondition) -> None:
        self.operand = operand

    @property
    def name(self) -> str:
        """The name in the tree of an evaluation."""
        return "where_any"

    @property
    def description(self) -> str:
        """What a person reads in an evaluation."""
        return "Where there is anything to ask it of"

    @property
    def children(self) -> list[dg.AutomationCondition]:
        """The condition itself."""
        return [self.operand]

    @property
    def requires_cursor(self) -> bool:
        """Nothing is remembered."""
        return False

    async def evaluate(  # type: ignore[override]  # as Dagster's own operators, which await their parts
        self, context: dg.AutomationContext
    ) -> dg.AutomationResult:
        """Evaluate the condition over the candidates, if there are any."""
        if context.candidate_subset.is_empty:
            return dg.AutomationResult(context, context.get_empty_subset())
        inner = await context.for_child_condition(
            self.operand, child_indices=[0], candidate_subset=context.candidate_subset
        ).evaluate_async()
        held_back = context.candidate_subset.compute_difference(inner.true_subset)
        return dg.AutomationResult(
            context, inner.true_subset, child_results=[] if held_back.is_empty else [inner]
        )


def _assets(keys: Collection[str]) -> dg.AssetSelection:
    return dg.AssetSelection.assets(*(key.split("/") for key in sorted(keys)))
