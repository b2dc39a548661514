"""What the platform does by itself, and how much of it a day: `watch.yaml` in the home folder.

Without the file nothing is watched, and the budgets below hold for what is launched.
"""

import csv
import os
from pathlib import Path
from typing import Any, Literal

from pydantic import NonNegativeFloat, NonNegativeInt, PositiveFloat, PositiveInt, ValidationError

from cryo_assets.archives.accession import PREFIXES, number
from cryo_assets.archives.addresses import Services
from cryo_assets.archives.client import Strict
from cryo_assets.entries.manifest import first_fault, read_yaml
from cryo_assets.home import Home
from cryo_core.errors import SettingsError

FILE = "watch.yaml"


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
    imageset : number
        EMPIAR: which image set, from 1, where an entry has several.
    particles : name
        EMPIAR: which particle table, by its file name, where there are several.
    stack : name
        EMPIAR: which stack a .par is of, by its file name.
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
    imageset: PositiveInt | None = None
    particles: str = ""
    stack: str = ""
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
    records_gb : GB
        What Dagster's records may take: beyond that its oldest runs go, though they are younger.
    """

    keep: PositiveInt = 3
    days: NonNegativeFloat = 90.0
    runs_days: PositiveFloat = 180.0
    records_gb: PositiveFloat = 1.0


class Alerts(Strict):
    """Who gets alerts.

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
        """Addresses of the webhooks; SettingsError where the environment lacks one."""
        addresses = []
        for hook in self.webhooks:
            name = hook.removeprefix("env:")
            address = os.environ.get(name, "") if name != hook else hook
            if not address.startswith(("https://", "http://")):
                raise SettingsError(f"{FILE}: field alerts.webhooks: {hook!r} gives no http address")
            addresses.append(address)
        return addresses


class Upkeep(Strict):
    """The whole of watch.yaml.

    Attributes
    ----------
    auto : yes or no
        Run every new or changed entry of the inbox without being asked.
    """

    auto: bool = False
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
        if not path.exists():
            return cls()
        try:
            return cls.model_validate(read_yaml(path, "a watch list") or {})
        except ValidationError as error:
            raise SettingsError(f"{path}: {first_fault(error)}") from error


def named(rule: Watch, home: Home) -> list[str]:
    """Accessions that a rule names, in its list and in its table."""
    names = list(rule.ids)
    if rule.csv is not None:
        names += _column(home.root / rule.csv.expanduser(), rule.archive)
    return list(dict.fromkeys(PREFIXES[rule.archive] + number(name, rule.archive) for name in names))


def _column(path: Path, name: str) -> list[str]:
    """Values of a column of a CSV file, without the empty ones."""
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
