"""Where things lie: the home folder, its parts, and the way Dagster and MLflow find theirs."""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml

from cryo_core.errors import SettingsError

PACKAGE = Path(__file__).resolve().parent
"""The folder of the package: it holds dagster.yaml and workspace.yaml."""

PAGES_PORT = 3001
"""Port of the pages of entries, on this machine."""

PAGES_VARIABLE = "CRYO_PAGES"
"""Environment variable with the address of the pages, where it is not that port."""

FOLDERS_VARIABLE = "CRYO_FOLDERS"
"""Environment variable with the folders that pages may look into, where it is not the one they are started in."""

_RUNS_OF_A_CLUSTER = 20
"""Runs at once where their steps are jobs: the scheduler shares what there is."""

DATABASE_VARIABLE = "CRYO_DATABASE_URL"
"""Environment variable with the address of a Postgres database that holds the home's state."""

_DAGSTER_VARIABLE = "CRYO_DAGSTER_DATABASE"
"""Environment variable, set by `Home.create`, with Dagster's part of it: no password stands in a file."""

_SHARED = ("nfs", "nfs4", "lustre", "gpfs", "beegfs", "cifs", "smb3", "ceph", "fuse.sshfs", "afs", "panfs")
"""File systems between hosts, on which SQLite's files break."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def database_url() -> str:
    """The address of the Postgres database of the home's state; "" where that lies in SQLite files of the home."""
    url = os.environ.get(DATABASE_VARIABLE, "")
    if url and not url.startswith(("postgresql://", "postgres://")):
        raise SettingsError(f"{DATABASE_VARIABLE}: should be postgresql://user:password@host:5432/name")
    return url.replace("postgres://", "postgresql://", 1)


def database_of(schema: str) -> str:
    """The address, for SQLAlchemy, of one part of that database, each of which is a schema of its own."""
    url = database_url()
    driver = url.replace("postgresql://", "postgresql+psycopg2://", 1)
    return f"{driver}{'&' if '?' in url else '?'}options=-csearch_path%3D{schema}"


def without_password(address: str) -> str:
    """An address as people may read it."""
    return re.sub(r"(://[^:/@]+):[^@]*@", r"\1:***@", address)


def file_system(folder: Path, mounts: Path = Path("/proc/self/mountinfo")) -> str:
    """The kind of file system that a folder lies on, or will lie on; "" where it is not known."""
    try:
        lines = [line.split(" - ") for line in mounts.read_text().splitlines() if " - " in line]
    except OSError:
        return ""
    found = {left.split()[4].replace("\\040", " "): right.split()[0] for left, right in lines}
    for place in (folder, *folder.parents):
        if str(place) in found:
            return found[str(place)]
    return ""


def is_name(name: str) -> bool:
    """Whether an entry can be called that: a partition name that is safe as a folder name."""
    return bool(_NAME.fullmatch(name)) and ".." not in name


def checked_name(name: str) -> str:
    """Give back a partition name that is safe as a folder name; SettingsError otherwise."""
    if not is_name(name):
        raise SettingsError(
            f"name {name!r}: use 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or a digit"
        )
    return name


def page_url(name: str = "") -> str:
    """Where the page of an entry is seen while `cryo up` runs, or the list of all; CRYO_PAGES names another server."""
    base = os.environ.get(PAGES_VARIABLE) or f"http://localhost:{PAGES_PORT}"
    return f"{base}/entry/{name}" if name else base


def stored_url(kind: str, place: str, version: str, name: str = "") -> str:
    """Where the pages give a file of the store (`files`, with its name), or the drawing of a lineage (`lineage`).

    Parameters
    ----------
    kind
        Which of the two.
    place
        Asset and partition, as particles/consensus/ribosome.
    version, name
        The version, and the file.
    """
    return f"{page_url()}/{kind}/{quote(place)}/{version}{f'/{quote(name)}' if name else '.svg'}"


def nearest(name: str, there: Iterable[str]) -> str:
    """What to add to a message about a name that is not there: the nearest ones that are."""
    found = get_close_matches(name, list(there), n=3, cutoff=0.55)
    likeness = [SequenceMatcher(None, name, one).ratio() for one in found]
    close = [one for one, like in zip(found, likeness, strict=True) if like > likeness[0] - 0.1]
    return f"; did you mean {' or '.join(close)}?" if close else ""


def _found() -> Path:
    """Home of the folder that a command is called in: it or a folder above is one, or holds ./cryo_home."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        for place in (folder / "cryo_home", folder):
            if (place / "inbox").is_dir() and (place / "store").is_dir():
                return place
    return here / "cryo_home"


@dataclass(frozen=True)
class Home:
    """The folder that holds everything the platform knows: inbox, store, work, Dagster's and MLflow's records."""

    root: Path

    @classmethod
    def from_environment(cls) -> "Home":
        """Take CRYO_HOME; where it is not set the home that this folder lies in, or one beside it or above."""
        named = os.environ.get("CRYO_HOME")
        return cls(Path(named).expanduser().resolve() if named else _found())

    @property
    def exists(self) -> bool:
        """Whether the folder is a home already."""
        return self.inbox.is_dir() and self.store.is_dir()

    @property
    def inbox(self) -> Path:
        """One folder an entry, each with a dataset.yaml or a map.yaml."""
        return self.root / "inbox"

    @property
    def store(self) -> Path:
        """Finished artifacts."""
        return self.root / "store"

    @property
    def work(self) -> Path:
        """Unfinished work, locks and the cache of file digests."""
        return self.root / "work"

    @property
    def mlflow(self) -> Path:
        """MLflow's database and files."""
        return self.root / "mlflow"

    @property
    def cluster(self) -> Path:
        """How steps are run on a cluster; without this file they run on this machine."""
        return self.root / "cluster.yaml"

    @property
    def dagster(self) -> Path:
        """Dagster's home: DAGSTER_HOME where that is set, else a folder of this home."""
        return Path(os.environ.get("DAGSTER_HOME") or self.root / "dagster")

    @property
    def tracking_uri(self) -> str:
        """MLFLOW_TRACKING_URI where that is set, else a SQLite file of this home."""
        named = os.environ.get("MLFLOW_TRACKING_URI")
        return named or (
            database_of("mlflow") if database_url() else f"sqlite:///{self.mlflow / 'mlflow.db'}"
        )

    @property
    def cache(self) -> Path:
        """What is only remembered: beside the work, or on this host's own disk where the home is shared by several."""
        if not database_url():
            return self.work
        name = hashlib.sha256(str(self.root).encode()).hexdigest()[:16]
        folder = Path(tempfile.gettempdir()) / f"cryo-{os.getuid()}" / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.parent.stat().st_uid != os.getuid() or folder.parent.is_symlink():
            raise SettingsError(f"{folder.parent}: is another user's; set TMPDIR to a folder of your own")
        folder.parent.chmod(0o700)
        return folder

    def _launcher(self) -> dict[str, Any]:
        """What begins runs where steps are jobs of a cluster: pods on Kubernetes, else processes of this host."""
        try:
            plain = yaml.safe_load(self.cluster.read_text())
        except (OSError, ValueError, yaml.YAMLError):
            plain = None  # whoever reads it next says what is wrong
        if not isinstance(plain, dict) or plain.get("scheduler") != "kubernetes":
            return {"module": "cryo_assets.graph.workers", "class": "RunProcesses"}
        own = {"dagster_home": str(self.dagster), **(plain.get("kubernetes") or {})}
        own.pop("per_step_k8s_config", None)  # which is for steps alone
        return {"module": "dagster_k8s", "class": "K8sRunLauncher", "config": own}

    def create(self) -> None:
        """Make the folders, and Dagster's settings from the package's dagster.yaml.

        That file names a storage folder relative to itself, for a bare `dagster dev` in a checkout; a
        home elsewhere keeps its records under itself instead. A DAGSTER_HOME that is set by hand
        (Postgres, say) is left as it is.
        """
        if "?" in str(self.root):
            raise SettingsError(
                f"{self.root}: databases cannot lie under a '?'; name another home with CRYO_HOME"
            )
        kind = file_system(self.root)
        if kind in _SHARED and not database_url():
            raise SettingsError(
                f"{self.root}: lies on {kind}, a file system between hosts, on which SQLite's files break; set "
                f"{DATABASE_VARIABLE} to a Postgres database, or CRYO_HOME to a folder on a disk of this machine"
            )
        for folder in (self.inbox, self.store, self.work, self.mlflow, self.dagster):
            folder.mkdir(parents=True, exist_ok=True)
        target = self.dagster / "dagster.yaml"
        if self.dagster != self.root / "dagster" and target.exists():
            return
        settings = yaml.safe_load((PACKAGE / "dagster.yaml").read_text())
        for placed in ("storage", "local_artifact_storage"):
            settings.pop(placed, None)
        settings["compute_logs"]["config"]["base_dir"] = str(self.dagster / "storage")
        if database_url():
            os.environ[_DAGSTER_VARIABLE] = database_of("dagster")
            settings["storage"] = {"postgres": {"postgres_url": {"env": _DAGSTER_VARIABLE}}}
        if self.cluster.exists():
            settings |= {"run_launcher": self._launcher()}
            settings["concurrency"]["runs"]["max_concurrent_runs"] = _RUNS_OF_A_CLUSTER
            settings["run_monitoring"] |= {"poll_interval_seconds": 15, "max_resume_run_attempts": 5}
        text = (
            "# Written by cryo; edits are lost. To use your own settings, set DAGSTER_HOME.\n"
            + yaml.safe_dump(settings)
        )
        if not target.exists() or target.read_text() != text:
            partial = target.with_suffix(f".{os.getpid()}")
            partial.write_text(text)
            partial.replace(target)
