"""Watching the archives: what is new or changed and meant by the watch list goes into the queue, and is fetched.

There is no list of the newest entries: EMPIAR's folder page and EMDB's holdings are compared with what was
seen, new entries are looked at a few at a time, and entries that were fetched are looked at again.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from cryo_assets.archives.accession import PREFIXES, archive_of
from cryo_assets.archives.acquire import acquire
from cryo_assets.archives.client import ServiceError
from cryo_assets.archives.emdb import EmdbEntry
from cryo_assets.archives.empiar import EmpiarEntry
from cryo_assets.archives.entry import Acquired, Archives, ChoiceNeeded, NotUsable, Request
from cryo_assets.home import Home
from cryo_assets.progress import Reporter
from cryo_assets.upkeep.config import Upkeep, Watch, named
from cryo_assets.upkeep.queue import Item, Queue, ago, queue_of
from cryo_core.errors import CryoError

TRIES = 3
"""Times that an entry is tried before a person has to look."""

AT_ONCE = 4
"""Fetches that are requested at the same time; they take turns."""


def look(home: Home, upkeep: Upkeep, archives: Archives) -> list[str]:
    """Compare both archives with what was seen, and queue what is meant; the result says in words what happened.

    An archive that cannot be reached costs only its own rules.
    """
    tick = _Look(home, upkeep, archives)
    for archive in PREFIXES:
        rules = [rule for rule in upkeep.watch if rule.archive == archive]
        if not rules:
            continue
        try:
            listing = archives.released(archive)
        except ServiceError as error:
            tick.words.append(f"{archive} not looked at: {error}")
            continue
        for rule in rules:
            tick.look_by(rule, listing)
        tick.look_again(archive, listing)
    return tick.words


class _Look:
    """One look at the archives: entries whose metadata may still be asked for (`left`), and what happened."""

    def __init__(self, home: Home, upkeep: Upkeep, archives: Archives) -> None:
        self.words: list[str] = []
        self._home, self._archives, self._queue = home, archives, queue_of(home)
        self._left = upkeep.budget.looks
        self._entries: dict[str, EmpiarEntry | EmdbEntry] = {}

    def look_by(self, rule: Watch, listing: dict[str, str]) -> None:
        """Look at what is new in an archive's listing for a rule."""
        mine = named(rule, self._home)
        self._queue.begin(rule.name, () if rule.backlog else listing.keys() - set(mine))
        seen = self._queue.seen(rule.name)
        new = [a for a in mine if a in listing and a not in seen]
        if rule.chooses:
            new += sorted(listing.keys() - seen - set(new), key=lambda a: (len(a), a))
        for accession in new:
            if accession not in self._entries:
                if self._left <= 0:
                    self.words.append(f"{rule.name}: {len(new)} new entries, the rest is looked at next time")
                    break
                self._left -= 1
                try:
                    self._entries[accession] = self._archives.entry(accession)
                except ServiceError as error:
                    self.words.append(f"{accession} not looked at: {error}")
                    continue
            entry = self._entries[accession]
            if accession in mine or not _refused(rule, entry):
                self._add(_item_of(entry, accession, rule), f"queued by {rule.name}: {entry.headline}")
            self._queue.see(rule.name, accession)

    def look_again(self, archive: str, listing: dict[str, str]) -> None:
        """Look at entries again, those first that were not looked at for longest; queue changed ones.

        These are the ones that were fetched, that ask, and of which nothing could be used yet.
        """
        states = ("fetched", "asks", "unusable")
        fetched = [i for i in self._queue.items(*states) if archive_of(i.accession) == archive]
        for item in sorted(fetched, key=lambda item: item.looked)[: max(self._left, 0)]:
            self._left -= 1
            try:
                mark = listing.get(item.accession) or self._archives.entry(item.accession).mark
            except ServiceError as error:
                self.words.append(f"{item.accession} not looked at again: {error}")
                continue
            why = f"changed in the archive: {item.mark} → {mark}"
            if mark == item.mark or not self._add(replace(item, mark=mark, message=why), f"queued: {why}"):
                self._queue.looked(item.accession)

    def _add(self, item: Item, words: str) -> bool:
        added = self._queue.add(item)
        self.words += [f"{item.accession} {words}"] if added else []
        return added


def _item_of(entry: EmpiarEntry | EmdbEntry, accession: str, rule: Watch) -> Item:
    why = f"new ({rule.name})"
    return Item(accession, rule.name, rule.priority, entry.gigabytes, entry.mark, entry.headline, why)


def _refused(rule: Watch, entry: EmpiarEntry | EmdbEntry) -> bool:
    """Whether a rule does not mean an entry. What an entry does not say cannot be chosen by."""
    title, kinds = entry.headline.lower(), [kind.lower() for kind in entry.kinds]
    categories = (
        rule.categories
    )  # without: what an entry says of its image sets is often wrong, so files decide
    low, high = rule.resolution_angstrom or (0.0, 0.0)
    too_large = rule.archive == "emdb" and rule.largest_gb and (entry.gigabytes or 0.0) > rule.largest_gb
    return bool(
        (rule.keywords and not any(word.lower() in title for word in rule.keywords))
        or (categories and not any(kind.startswith(c.lower()) for kind in kinds for c in categories))
        or (rule.methods and not any(method.lower() in kinds for method in rule.methods))
        or (rule.resolution_angstrom and not low <= (entry.resolution_angstrom or -1.0) <= high)
        or (rule.since and (entry.released or "") < rule.since)
        or too_large
    )


def ready(home: Home, upkeep: Upkeep) -> tuple[list[Item], list[str]]:
    """Items of the queue that the day's budget allows to be fetched now, and why the others wait."""
    queue = queue_of(home)
    left = upkeep.budget.gigabytes - queue.spent("gigabytes")
    under_way = queue.items("requested", "fetching")
    left -= sum(item.gigabytes or 0.0 for item in under_way)
    chosen: list[Item] = []
    waiting = []
    for item in queue.items("queued"):
        needs = item.gigabytes or 0.0
        if left <= 0 or (needs > left and needs <= upkeep.budget.gigabytes):
            waiting.append(
                f"{item.accession} waits: {max(left, 0):.1f} GB of today's {upkeep.budget.gigabytes:g} are left"
            )
        elif len(chosen) + len(under_way) >= AT_ONCE:
            waiting.append(f"{item.accession} waits for its turn")
        else:  # one that is larger as a whole than a day's budget may have a small image set
            chosen.append(item)
            left -= min(needs, left)
    return chosen, waiting


def revive(home: Home, alive: set[str], patience: timedelta = timedelta(minutes=10)) -> list[str]:
    """Put back into the queue what was under way in a run that is no more; `alive` are the accessions of runs."""
    queue, words = queue_of(home), []
    for item in queue.items("requested", "fetching"):
        if item.accession not in alive and item.changed <= ago(patience):
            words.append(f"{item.accession} is queued again: its run ended without a word")
            _failed(queue, item, "its run ended without a word")
    return words


def fetch_item(
    home: Home, upkeep: Upkeep, archives: Archives, accession: str, reporter: Reporter
) -> Acquired:
    """Fetch one item of the queue into the inbox, and keep the books; what fails is tried again, three times."""
    queue = queue_of(home)
    item = queue.item(accession)
    rule = next((rule for rule in upkeep.watch if rule.name == item.rule), None)
    left = upkeep.budget.gigabytes - queue.spent("gigabytes")
    queue.set(accession, "fetching")
    most = max(0.0, min(left, rule.largest_gb if rule and rule.largest_gb else left))
    request = _request(accession, rule, queue.chosen(accession), most)
    meter = _Meter(reporter)
    try:
        acquired = acquire(home, archives, request, meter)
    except (ChoiceNeeded, NotUsable) as error:
        queue.set(accession, "asks" if isinstance(error, ChoiceNeeded) else "unusable", str(error), 0)
        raise
    except CryoError as error:
        _failed(queue, item, str(error))
        raise
    finally:
        if meter.bytes:
            queue.spend("gigabytes", meter.bytes / 1e9, accession)
    asked = f"; to be added to its manifest: {', '.join(acquired.unknown)}" if acquired.unknown else ""
    queue.set(accession, "fetched", f"{len(acquired.files)} files{asked}", 0)
    queue.looked(accession, acquired.mark)
    return acquired


CHOICES = ("imageset", "particles", "stack")
"""What may be chosen among an entry's files; whatever else is said of it goes into its manifest."""


def _request(accession: str, rule: Watch | None, chosen: Mapping[str, Any], limit_gb: float) -> Request:
    """What to fetch of an accession: as a person said, else as its rule says."""
    named = {name: getattr(rule, name) for name in CHOICES} if rule else {}
    named |= {name: value for name, value in chosen.items() if name in CHOICES}
    said = {name: value for name, value in chosen.items() if name not in CHOICES}
    return Request(
        accession,
        **named,
        half_maps=rule.half_maps if rule else True,
        model=rule.model if rule else False,
        limit_gb=limit_gb,
        fields={"auto": True}
        | (rule.fields if rule else {})
        | said,  # whoever wrote the rule asked for the run
    )


def _failed(queue: Queue, item: Item, why: str) -> None:
    tries = item.tries + 1
    queue.set(item.accession, "queued" if tries < TRIES else "failed", why, tries)


class _Meter:
    """Passes progress on, and counts what came over the network."""

    def __init__(self, reporter: Reporter) -> None:
        self._reporter = reporter
        self.steps, self.asset, self.done, self.note = (
            reporter.steps,
            reporter.asset,
            reporter.done,
            reporter.note,
        )
        self.bytes = 0

    def stage(self, name: str) -> Any:
        """Begin a stage, and count what is done in it."""
        pass_on = self._reporter.stage(name)
        last: int | None = None

        def report(done: int, total: int) -> None:
            nonlocal last
            self.bytes += done - last if last is not None else 0
            last = done
            pass_on(done, total)

        return report
