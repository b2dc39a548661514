"""Alerts: a line in `alerts.log` of the home folder, and a message to each webhook of watch.yaml.

An alert never breaks what it reports: a webhook that cannot be reached is a line in the log.
"""

import json
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from cryo_assets.engine.overview import Overview
from cryo_assets.entries.independence import limit_in, with_remarks
from cryo_assets.entries.manifest import read_manifest
from cryo_assets.home import Home
from cryo_assets.store.index import Entry
from cryo_assets.store.recipe import differences
from cryo_assets.store.store import MANIFEST, Artifact
from cryo_assets.upkeep.config import Upkeep
from cryo_assets.upkeep.queue import now, queue_of
from cryo_assets.wording import in_words, local_time, shown
from cryo_core.errors import CryoError
from cryo_core.validation.independence import Limit

LOG = "alerts.log"

_TIMEOUT = 10.0


@dataclass(frozen=True)
class Alert:
    """What happened: its kind (run, check, disk, fetch, digest), of what, in words."""

    kind: str
    subject: str
    text: str

    def message(self) -> dict[str, str]:
        """The alert as Slack's JSON."""
        return {"text": f"[{self.kind}] {self.subject}: {self.text}"}


def send(home: Home, alert: Alert) -> list[str]:
    """Write an alert to the log and to each webhook; the result is what could not be reached."""
    _log(home, alert)
    try:
        addresses = Upkeep.read(home).alerts.addresses()
    except CryoError as error:
        _log(home, Alert("webhook", "watch.yaml", str(error)))
        return [str(error)]
    failed = []
    for address in addresses:
        try:
            httpx.post(address, json=alert.message(), timeout=_TIMEOUT).raise_for_status()
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            host = address.split("/")[2]  # the rest of a webhook's address is a secret
            failed.append(f"{host}: {type(error).__name__}")
            _log(home, Alert("webhook", host, f"not reached ({type(error).__name__}): {alert.text}"))
    return failed


def _log(home: Home, alert: Alert) -> None:
    home.root.mkdir(parents=True, exist_ok=True)
    line = json.dumps({"time": now(), **asdict(alert)}, ensure_ascii=False)
    with (home.root / LOG).open("ab", buffering=0) as log:  # one write: lines of several processes do not mix
        log.write((line + "\n").encode())


def logged(home: Home, since: str = "") -> list[dict[str, str]]:
    """Alerts of the log, from a time (ISO, UTC) on; a line cut off by a full disk is left out."""
    path = home.root / LOG
    alerts = []
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
        with suppress(ValueError):
            alert = json.loads(line)
            if isinstance(alert, dict) and alert.get("time", "") >= since:
                alerts.append(alert)
    return alerts


def low_disk(home: Home, upkeep: Upkeep) -> Alert | None:
    """Alert, if the home's disk has less free than watch.yaml asks for."""
    free = shutil.disk_usage(home.root).free / 1e9
    if free >= upkeep.alerts.free_gb:
        return None
    text = f"{free:.1f} GB free, less than {upkeep.alerts.free_gb:g}; `cryo prune` helps"
    return Alert("disk", str(home.root), text)


def failed_checks(entries: list[Entry]) -> list[Alert]:
    """Alert for each version in which a check failed."""
    return [Alert("check", f"{e.asset} of {e.entry}", "; ".join(e.failed)) for e in entries if e.failed]


_MOST = 30
"""Lines of a section of a digest."""

_FAILURES = ("run", "check", "fetch", "disk")


def digest(home: Home, overview: Overview, since: str = "") -> str:
    """Markdown on what was new, what changed by how much, and what failed.

    `since` is a time (ISO, UTC); without it, a week ago.
    """
    since = since or (datetime.now(UTC) - timedelta(days=7)).isoformat(timespec="microseconds")
    entries = overview.index.entries()
    made = [e for e in entries if e.created >= since and not e.pruned]
    before = {(e.asset, e.entry): e for e in entries if e.created < since and not e.tried}
    newest = {(e.asset, e.entry): e for e in made if not e.tried}
    fetched = [i for i in queue_of(home).items("fetched") if i.changed >= since]
    failed = [alert for alert in logged(home, since) if alert.get("kind") in _FAILURES]
    fresh = sorted({e.entry for e in made} - {entry for _, entry in before})
    changed = [_change(overview, before[key], entry) for key, entry in newest.items() if key in before]
    lines = [
        f"# {since[:10]} to {datetime.now(UTC).date()}",
        "",
        f"{len(made)} versions made in {sum(e.seconds for e in made) / 3600:.1f} hours, "
        f"{sum(e.bytes for e in made) / 1e9:.2f} GB; "
        f"{len(fresh)} new entries, {len(fetched)} fetched, {len(failed)} alerts.",
    ]
    lines += _section("New entries", fresh)
    lines += _section(
        "Fetched", [f"{i.accession}: {i.title}. {_came_to(i.accession, made)}" for i in fetched]
    )
    for title, state in (("Asked for by name", "asks"), ("Not usable yet", "unusable")):
        waiting = [i for i in queue_of(home).items(state) if i.changed >= since]
        lines += _section(title, [i.message or i.accession for i in waiting])
    lines += _section("Changed", changed)
    lines += _section("Failed", [f"{local_time(a['time'])} {a['subject']}: {a['text']}" for a in failed])
    return "\n".join(lines) + "\n"


def _came_to(name: str, made: list[Entry]) -> str:
    """What was made of an entry that was fetched, and in what time, in words."""
    mine = [e for e in made if e.entry == name and not e.tried]
    if not mine:
        return f"Nothing was made of it yet: `cryo plan {name}` says what it would take."
    hours, last = sum(e.seconds for e in mine) / 3600, max(mine, key=lambda e: e.created)
    failed = "; ".join(f"{e.asset} failed {', '.join(e.failed)}" for e in mine if e.failed)
    return f"{len(mine)} results in {hours:.2g} hours, {last.asset} the last{'; ' if failed else ''}{failed}."


def _section(title: str, lines: list[str]) -> list[str]:
    more = [f"- and {len(lines) - _MOST} more"] if len(lines) > _MOST else []
    return ["", f"## {title}", "", *(f"- {line}" for line in lines[:_MOST]), *more] if lines else []


def _change(overview: Overview, old: Entry, new: Entry) -> str:
    """Why a version is not the one before, and by how much its headline changed."""
    root: Path = overview.planner.store.root
    try:
        first, second = (Artifact.load(root / e.place / e.version / MANIFEST) for e in (old, new))
    except CryoError:
        return f"{new.asset} of {new.entry}"
    numbers = [a.numbers.get(second.headline) for a in (first, second)]
    by = ""
    if all(isinstance(n, int | float) and not isinstance(n, bool) for n in numbers):
        said = with_remarks({second.headline: numbers[1]}, _limit(overview, new.partition))
        by = f": {in_words(second.headline, said[second.headline])}, was {shown(numbers[0], second.headline)}"
    why = "; ".join(differences(first.recipe, second.recipe)[:3])
    return f"{new.asset} of {new.entry}{by} ({why})"


def _limit(overview: Overview, name: str) -> Limit:
    """To which resolution the halves of an entry are independent; None of one that is not in the inbox any more."""
    planner = overview.planner
    try:
        return limit_in(planner.store, read_manifest(planner.home.inbox, name)[1])
    except CryoError:
        return None


def write_digest(home: Home, text: str) -> Path:
    """Keep a digest as `digests/YEAR-WEEK.md`; the newest of a week stays."""
    year, week, _ = datetime.now(UTC).isocalendar()
    path = home.root / "digests" / f"{year}-W{week:02d}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
