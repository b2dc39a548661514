"""Watching the archives: what is new or changed and meant by the watch list goes into the queue, and is fetched.

There is no list of the newest entries: EMPIAR's folder page and EMDB's holdings are compared with what was
seen, new entries are looked at a few at a time, and entries that were fetched are looked at again.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from cryo_assets.archives.acquire import acquire
from cryo_assets.archives.client import ServiceError
from cryo_assets.archives.emdb import EmdbEntry
from cryo_assets.archives.empiar import EmpiarEntry
from cryo_assets.archives.entry import Acquired, Archives, Request
from cryo_assets.home import Home
from cryo_assets.progress import Reporter
from cryo_assets.upkeep.config import Upkeep, Watch, named
from cryo_assets.upkeep.queue import Item, Queue, queue_of
from cryo_core.errors import CryoError

TRIES = 3
"""Times that an entry is tried before a person has to look."""

AT_ONCE = 4
"""Fetches that are requested at the same time; they take turns."""


@dataclass(frozen=True)
class _Look:
    """What the metadata of an entry says that rules ask for."""

    title: str
    mark: str
    released: str
    gigabytes: float | None
    kinds: tuple[str, ...]
    resolution_angstrom: float | None


def look(home: Home, upkeep: Upkeep, archives: Archives) -> list[str]:
    """Compare both archives with what was seen, and queue what is meant; return what happened, in words.

    An archive that cannot be reached costs only its own rules.
    """
    events: list[str] = []
    looks = upkeep.budget.looks
    for name in ("empiar", "emdb"):
        rules = [rule for rule in upkeep.watch if rule.archive == name]
        if not rules:
            continue
        try:
            listing = _listing(archives, name)
        except ServiceError as error:
            events.append(f"{name} not looked at: {error}")
            continue
        archive = _Archive(name, archives, queue_of(home), listing, looks, events)
        for rule in rules:
            archive.look_by(rule, named(rule, home))
        archive.look_again()
        looks = archive.looks
    return events


def _listing(archives: Archives, archive: str) -> dict[str, str]:
    if archive == "emdb":
        return archives.emdb.released()
    return dict.fromkeys(archives.empiar.released(), "")


@dataclass
class _Archive:
    """A look at one archive: what it lists, how many entries may still be looked at, and what happened, in words."""

    name: str
    archives: Archives
    queue: Queue
    listing: dict[str, str]
    looks: int
    events: list[str]
    read: dict[str, _Look] = field(default_factory=dict)

    def look_by(self, rule: Watch, mine: list[str]) -> None:
        """Look at what is new for a rule, which names the entries that are `mine`."""
        if not self.queue.begun(rule.name):
            self.queue.begin(rule.name, () if rule.backlog else self.listing.keys() - set(mine))
        seen = self.queue.seen(rule.name)
        new = [a for a in mine if a in self.listing and a not in seen]
        if rule.chooses:
            new += sorted(self.listing.keys() - seen - set(new), key=lambda a: (len(a), a))
        for accession in new:
            if accession not in self.read:
                if self.looks <= 0:
                    self.events.append(
                        f"{rule.name}: {len(new)} new entries, the rest is looked at next time"
                    )
                    break
                self.looks -= 1
                try:
                    self.read[accession] = _read(self.archives, accession)
                except ServiceError as error:
                    self.events.append(f"{accession} not looked at: {error}")
                    continue
            entry = self.read[accession]
            why = "" if accession in mine else _refused(rule, entry)
            words = f"new ({rule.name})"
            if not why and self.queue.add(
                accession, rule.name, rule.priority, entry.gigabytes, entry.mark, entry.title, words
            ):
                self.events.append(f"{accession} queued by {rule.name}: {entry.title}")
            self.queue.see(rule.name, accession)

    def look_again(self) -> None:
        """Look at entries that were fetched, those not looked at for longest first; a changed one is queued."""
        prefix = "EMPIAR-" if self.name == "empiar" else "EMD-"
        fetched = [item for item in self.queue.items("fetched") if item.accession.startswith(prefix)]
        for item in sorted(fetched, key=lambda item: item.looked):
            if self.looks <= 0:
                break
            self.looks -= 1
            try:
                mark = self.listing.get(item.accession) or _read(self.archives, item.accession).mark
            except ServiceError as error:
                self.events.append(f"{item.accession} not looked at again: {error}")
                continue
            why = f"changed in the archive: {item.mark} → {mark}"
            if mark != item.mark and self.queue.add(
                item.accession, item.rule, item.priority, item.gigabytes, mark, item.title, why
            ):
                self.events.append(f"{item.accession} queued: {why}")
            else:
                self.queue.looked(item.accession)


def _read(archives: Archives, accession: str) -> _Look:
    if accession.startswith("EMPIAR-"):
        return _of_empiar(archives.empiar.entry(accession)[0])
    return _of_emdb(archives.emdb.entry(accession)[0])


def _of_empiar(entry: EmpiarEntry) -> _Look:
    size = entry.size_bytes
    kinds = tuple((images.category or "").lower() for images in entry.imagesets)
    text = " ".join([entry.title or "", *(images.name or "" for images in entry.imagesets)])
    released = entry.release_date or ""
    return _Look(text, entry.mark, released, size / 1e9 if size is not None else None, kinds, None)


def _of_emdb(entry: EmdbEntry) -> _Look:
    size = entry.map.size_kbytes
    maps = 1 + len(entry.half_maps)
    dates = entry.admin.key_dates if entry.admin else None
    return _Look(
        entry.title,
        entry.mark,
        (dates.map_release if dates else "") or "",
        size * maps / 1e6 if size is not None else None,
        (entry.method or "",),
        entry.resolution_angstrom,
    )


def _refused(rule: Watch, entry: _Look) -> str:
    """Why a rule does not mean an entry; "" if it does. What an entry does not say cannot be chosen by."""
    text = entry.title.lower()
    if rule.keywords and not any(word.lower() in text for word in rule.keywords):
        return "no keyword"
    categories = [
        c.lower() for c in rule.categories or (["picked particles"] if rule.archive == "empiar" else [])
    ]
    if categories and not any(kind.startswith(c) for kind in entry.kinds for c in categories):
        return "category"
    if rule.methods and not any(
        method.lower() == kind.lower() for method in rule.methods for kind in entry.kinds
    ):
        return "method"
    if rule.resolution_angstrom:
        low, high = rule.resolution_angstrom
        if entry.resolution_angstrom is None or not low <= entry.resolution_angstrom <= high:
            return "resolution"
    if rule.since and entry.released < rule.since:
        return "released before"
    if rule.largest_gb is not None and entry.gigabytes is not None and entry.gigabytes > rule.largest_gb:
        if rule.archive == "emdb":
            return "too large"
    return ""


def ready(home: Home, upkeep: Upkeep) -> tuple[list[Item], list[str]]:
    """The items of the queue that the day's budget allows to be fetched now, and why the others wait."""
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
    queue, events = queue_of(home), []
    limit = (datetime.now(UTC) - patience).isoformat(timespec="seconds")
    for item in queue.items("requested", "fetching"):
        if item.accession not in alive and item.changed <= limit:
            events.append(f"{item.accession} is queued again: its run ended without a word")
            _failed(queue, item, "its run ended without a word")
    return events


def fetch_item(
    home: Home, upkeep: Upkeep, archives: Archives, accession: str, reporter: Reporter
) -> Acquired:
    """Fetch one item of the queue into the inbox, and keep the books; what fails is tried again, three times."""
    queue = queue_of(home)
    item = queue.item(accession)
    rule = next((rule for rule in upkeep.watch if rule.name == item.rule), None)
    left = upkeep.budget.gigabytes - queue.spent("gigabytes")
    queue.set(accession, "fetching")
    request = Request(
        accession,
        half_maps=rule.half_maps if rule else True,
        model=rule.model if rule else False,
        limit_gb=max(0.0, min(left, rule.largest_gb if rule and rule.largest_gb else left)),
        fields=rule.fields if rule else {},
    )
    meter = _Meter(reporter)
    try:
        acquired = acquire(home, archives, request, meter)
    except CryoError as error:
        _failed(queue, item, str(error))
        raise
    finally:
        if meter.bytes:
            queue.spend("gigabytes", meter.bytes / 1e9, accession)
    asked = f"; to be said in its manifest: {', '.join(acquired.unknown)}" if acquired.unknown else ""
    queue.set(accession, "fetched", f"{len(acquired.files)} files{asked}", 0)
    queue.looked(accession, acquired.mark)
    return acquired


def _failed(queue: Queue, item: Item, why: str) -> None:
    tries = item.tries + 1
    queue.set(item.accession, "queued" if tries < TRIES else "failed", why, tries)


class _Meter:
    """Passes progress on, and counts what came over the network."""

    def __init__(self, reporter: Reporter) -> None:
        self._reporter = reporter
        self.bytes = 0

    def asset(self, key: str) -> None:
        """Say that an asset is begun."""
        self._reporter.asset(key)

    def note(self, text: str) -> None:
        """Say something that a person should know now."""
        self._reporter.note(text)

    def stage(self, name: str) -> Any:
        """Begin a stage, and count what is done in it."""
        tell = self._reporter.stage(name)
        last: int | None = None

        def report(done: int, total: int) -> None:
            nonlocal last
            self.bytes += done - last if last is not None else 0
            last = done
            tell(done, total)

        return report
