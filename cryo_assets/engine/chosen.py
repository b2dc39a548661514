"""Which version of an asset is meant where an entry is named: the planned one, or that of its last run."""

from collections.abc import Iterator

from cryo_assets.engine.planner import Planner
from cryo_assets.entries.manifest import TRAINING, is_entry
from cryo_assets.store.store import Artifact


def chosen(planner: Planner, name: str, key: str) -> Artifact | None:
    """The version of an asset that an entry has in use; of an entry that left the inbox, what it last used."""
    if name != TRAINING and not is_entry(planner.home.inbox, name):
        return planner.store.current(key, name)
    return planner.in_use(planner.plan(name).row(key))


def of_last_round(planner: Planner, name: str, asset: str, number: int | None = None) -> Artifact | None:
    """The version in use of an asset of an entry's rounds: of the latest round that has one, or of that round.

    Rounds that were made beyond those that the manifest asks for do not count.

    Parameters
    ----------
    planner, name
        A planner, and the entry.
    asset
        Its name in each round, as `clusters`.
    number
        The round.
    """
    rounds = {f"round_{step.round:02d}/{asset}": step.round for step in planner.steps.values()}
    keys = sorted((key for key, n in rounds.items() if n and number in (None, n)), reverse=True)
    found: Iterator[Artifact | None]
    if is_entry(planner.home.inbox, name):
        rows = {row.asset: row for row in planner.rows(name)}
        found = (planner.in_use(rows[key]) for key in keys if key in rows)
    else:
        found = (planner.store.current(key, name) for key in keys)
    return next((artifact for artifact in found if artifact is not None), None)
