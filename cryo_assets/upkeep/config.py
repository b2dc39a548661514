"""What the platform does by itself, and how much of it a day: `watch.yaml` in the home folder.

Without the file nothing is watched, and the budgets below hold for what is launched.
"""

import csv
import os
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import (
    NonNegativeFloat,
    NonNegativeInt,
    PositiveFloat,
    PositiveInt,
    ValidationError,
)

from cryo_assets.archives import emdb, empiar
from cryo_assets.archives.addresses import Services, Strict
from cryo_assets.home import Home
from cryo_core.errors import SettingsError

FILE = "watch.yaml"

_LARGEST = 1 << 20


class Watch(Strict):
    """One rule of the watch list: which entries of an archive are fetched, and how.

    `ids` and `csv` name entries; the other fields choose among those that are new.

    Attributes
    ----------
    name : name
        Of the rule.
    archive : choice
        Which archive.
    ids : accessions
        Entries by name.
    csv : path
        A table with a column `emdb` or `empiar`.
    keywords : words
        One of them in the title.
    categories : words
        EMPIAR's categories of image sets.
    methods : words
        EMDB's methods, as singleParticle.
    resolution_angstrom : Å
        From, to.
    largest_gb : GB
        Larger entries are left out.
    since : date
        Entries released since then.
    backlog : yes or no
        Look at entries that were there before the rule too.
    priority : number
        Higher is fetched first.
    half_maps : yes or no
        Fetch half maps.
    model : yes or no
        Fetch the fitted model.
    fields : mapping
        Put into the manifest: what the archive does not say, and a person knows.
    """

    name: str
    archive: Literal["empiar", "emdb"]
    ids: list[str] = []
    csv: Path | None = None
    keywords: list[str] = []
    categories: list[str] = []
    methods: list[str] = []
    resolution_angstrom: tuple[float, float] | None = None
    largest_gb: PositiveFloat | None = None
    since: str = ""
    backlog: bool = False
    priority: int = 0
    half_maps: bool = True
    model: bool = False
    fields: dict[str, Any] = {}

    @property
    def chooses(self) -> bool:
        """Whether the rule means more than the entries that it names."""
        return bool(
            self.keywords or self.categories or self.methods or self.resolution_angstrom or self.since
        ) or (not self.ids and self.csv is None)


class Budget(Strict):
    """What may be spent in a day (24 hours) without being asked.

    Attributes
    ----------
    gigabytes : GB
        Fetched.
    runs : runs
        Launched.
    gpu_hours : hours
        Of GPU time.
    looks : entries
        Whose metadata a tick asks for.
    """

    gigabytes: NonNegativeFloat = 100.0
    runs: NonNegativeInt = 50
    gpu_hours: NonNegativeFloat = 24.0
    looks: PositiveInt = 40
    """Entries whose metadata a tick asks for."""


class Reprocess(Strict):
    """What is done again first.

    Attributes
    ----------
    first : words
        Entries with such a part in their name go first, then the cheapest.
    never : words
        Entries with such a part in their name are left.
    at_once : entries
        In one run of the schedule.
    """

    first: list[str] = []
    never: list[str] = []
    at_once: PositiveInt = 20


class Retention(Strict):
    """What is kept.

    Attributes
    ----------
    keep : versions
        Of each asset and entry, the newest.
    days : days
        Younger versions are kept, whatever their number.
    runs_days : days
        Younger runs of Dagster and MLflow are kept.
    """

    keep: PositiveInt = 3
    days: NonNegativeFloat = 90.0
    runs_days: PositiveFloat = 180.0


class Alerts(Strict):
    """Who is told.

    Attributes
    ----------
    webhooks : addresses
        That take Slack's JSON; `env:NAME` reads one from the environment.
    free_gb : GB
        An alert is sent when the disk has less.
    """

    webhooks: list[str] = []
    free_gb: NonNegativeFloat = 20.0

    def addresses(self) -> list[str]:
        """The addresses; SettingsError where the environment lacks one."""
        addresses = []
        for hook in self.webhooks:
            name = hook.removeprefix("env:")
            address = os.environ.get(name, "") if name != hook else hook
            if not address.startswith(("https://", "http://")):
                raise SettingsError(f"{FILE}: field alerts.webhooks: {hook!r} gives no http address")
            addresses.append(address)
        return addresses


class Upkeep(Strict):
    """The whole of watch.yaml."""

    services: Services = Services()
    watch: list[Watch] = []
    budget: Budget = Budget()
    reprocess: Reprocess = Reprocess()
    retention: Retention = Retention()
    alerts: Alerts = Alerts()

    @classmethod
    def read(cls, home: Home) -> "Upkeep":
        """Read the home's watch.yaml; SettingsError names the field."""
        path = home.root / FILE
        try:
            if not path.exists():
                return cls()
            if path.stat().st_size > _LARGEST:
                raise SettingsError(f"{path}: larger than a watch list can be")
            plain = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
            return cls.model_validate(plain)
        except OSError as error:
            raise SettingsError(f"{path}: cannot be read ({error.strerror})") from error
        except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
            raise SettingsError(f"{path}: not YAML ({' '.join(str(error).split())})") from error
        except ValidationError as error:
            fault = error.errors()[0]
            where = ".".join(str(part) for part in fault["loc"])
            raise SettingsError(f"{path}: field {where}: {fault['msg']} (got {fault['input']!r})") from error


def named(rule: Watch, home: Home) -> list[str]:
    """The accessions that a rule names, from its list and its table."""
    number, prefix = (empiar.number, "EMPIAR-") if rule.archive == "empiar" else (emdb.number, "EMD-")
    names = list(rule.ids)
    if rule.csv is not None:
        names += _column(home.root / rule.csv.expanduser(), rule.archive)
    return list(dict.fromkeys(prefix + number(name) for name in names))


def _column(path: Path, name: str) -> list[str]:
    try:
        with path.open(newline="", encoding="utf-8") as table:
            reader = csv.DictReader(table)
            if name not in (reader.fieldnames or []):
                raise SettingsError(
                    f"{path}: has no column {name} (it has: {', '.join(reader.fieldnames or [])})"
                )
            return [row[name].strip() for row in reader if (row[name] or "").strip()]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SettingsError(f"{path}: cannot be read as a table ({error})") from error
