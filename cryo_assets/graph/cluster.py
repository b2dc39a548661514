"""How a site runs steps on its cluster: `cluster.yaml` and `job.sh` of the home, read, checked and filled in.

Values come from a person's file and go into a script, so each is held to its own form, and what goes into the script's
body is quoted.
"""

import re
import shlex
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    NonNegativeInt,
    PositiveFloat,
    PositiveInt,
    ValidationError,
    model_validator,
)

from cryo_assets.engine.copies import LOCAL_VARIABLE, SIZE_VARIABLE
from cryo_assets.engine.step import GPU
from cryo_assets.entries.manifest import first_fault, read_yaml
from cryo_assets.home import PACKAGE, Home, nearest
from cryo_core.errors import SettingsError

_Word = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.,+@:/-]+$")]
_Memory = Annotated[str, Field(pattern=r"^[1-9][0-9]*[MGT]$")]
_Time = Annotated[str, Field(pattern=r"^([0-9]+-)?[0-9]+(:[0-9]{2}){0,2}$")]
_Option = Annotated[str, Field(pattern=r"^--?[A-Za-z][A-Za-z0-9-]*([= ][A-Za-z0-9_.,+@:/%=*\[\]-]+)?$")]
_Variable = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Job(_Strict):
    """What jobs of a kind of step ask for.

    Attributes
    ----------
    of : pattern
        `gpu` or `cpu` (steps that take a GPU where there is one, or never do), or of asset keys: `round_*/model`.
    partition : name
        Slurm's partition.
    account : name
        Slurm's account.
    cpus : number
        Cores of a step; 4 where it is left out.
    gpus : number
        GPUs of a step; 1 for those of `gpu` where it is left out.
    memory : size
        As `32G`; where it is left out it follows from what earlier runs took, and before the first from the images.
    time : time
        As `4:00:00`; where it is left out it follows from what earlier runs took, and before the first it is the
        partition's own.
    modules : names
        Loaded by `module load` first.
    options : words
        More lines of #SBATCH, as `--qos=long`.
    environment : mapping
        Variables of the job.
    """

    of: str
    partition: _Word | None = None
    account: _Word | None = None
    cpus: PositiveInt | None = None
    gpus: NonNegativeInt | None = None
    memory: _Memory | None = None
    time: _Time | None = None
    modules: list[_Word] = []
    options: list[_Option] = []
    environment: dict[_Variable, str] = {}


class Cluster(_Strict):
    """`cluster.yaml`.

    Attributes
    ----------
    scheduler : choice
        Who runs the jobs: `slurm`, or `kubernetes`.
    kubernetes : mapping
        What Dagster's own `K8sRunLauncher` takes: `job_image`, `job_namespace`, `volumes`, `env_secrets` and so on;
        and `per_step_k8s_config`, as its `k8s_job_executor` takes it.
    jobs : list
        What they ask for, by kind of step; of several that match the later ones win.
    here : patterns
        Asset keys of small steps, that run where the run itself does.
    local : folder
        On each node's own disk (`/scratch`, `$SLURM_TMPDIR`): working copies of images are made there for as long as a
        step works; without it they lie in the home.
    local_gigabytes : GB
        What all copies together may take of that disk, on each node; those that it has no room for lie in the home.
    grace_seconds : s
        How long the end of a job that is over may take to be seen.
    """

    scheduler: Literal["slurm", "kubernetes"] = "slurm"
    kubernetes: dict[str, Any] = {}
    jobs: list[Job] = []
    here: list[str] = ["*/report", "results/classes"]
    local: str = Field("", pattern=r"^([/$][A-Za-z0-9_./${}+@-]+)?$")
    local_gigabytes: PositiveFloat | None = None
    grace_seconds: PositiveInt = 30

    @model_validator(mode="after")
    def _has_no_field_of_another(self) -> "Cluster":
        slurms = ("partition", "account", "modules", "options")
        there = [
            f"jobs.{i}.{name}" for i, job in enumerate(self.jobs) for name in slurms if getattr(job, name)
        ]
        if self.scheduler == "kubernetes" and there:
            raise ValueError(f"{there[0]}: is Slurm's; with scheduler: kubernetes say it under kubernetes")
        if self.scheduler == "slurm" and self.kubernetes:
            raise ValueError("kubernetes: needs scheduler: kubernetes")
        return self

    def asks(self, key: str, pool: str | None) -> Job:
        """What the job of an asset asks for by this file."""
        kind = GPU if pool == GPU else "cpu"
        found: dict[str, Any] = {"of": key}
        for job in self.jobs:
            if job.of == kind or fnmatchcase(key, job.of):
                found |= job.model_dump(exclude_unset=True, exclude={"of"})
        return Job(**found)

    @property
    def disk(self) -> dict[str, str]:
        """Variables that tell a step of its node's own disk."""
        size = {SIZE_VARIABLE: f"{self.local_gigabytes:g}"} if self.local_gigabytes else {}
        return {LOCAL_VARIABLE: self.local, **size} if self.local else {}

    def runs_here(self, key: str) -> bool:
        """Whether a step is small, and runs where the run does."""
        return any(fnmatchcase(key, pattern) for pattern in self.here)


PLACES = (
    "name", "log", "asset", "entry", "partition", "account", "cpus", "memory", "time", "gpus", "options", "modules",
    "environment", "command",
)  # fmt: skip
"""What `{{ … }}` of job.sh can be."""

_PLACE = re.compile(r"\{\{(.*?)\}\}")
_BRACES = re.compile(r"\{\{|\}\}")


def cluster_of(home: Home) -> Cluster | None:
    """The home's cluster; None where it has none. SettingsError names file, line and field of what is wrong."""
    path = home.cluster
    if not path.exists():
        return None
    plain = read_yaml(path, "a description of a cluster")
    try:
        return Cluster.model_validate(plain or {})
    except ValidationError as error:
        line = _line(path, error.errors()[0]["loc"])
        raise SettingsError(f"{path}: line {line}: {first_fault(error)}") from error


def _line(path: Path, loc: tuple[int | str, ...]) -> int:
    """Line of a YAML file where a field stands, or what it would stand in."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    line = node.start_mark.line + 1 if node else 1
    for part in loc:
        if isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part]
        elif isinstance(node, yaml.MappingNode):
            pair = next((pair for pair in node.value if pair[0].value == part), None)
            if pair is None:
                break
            line, node = pair[0].start_mark.line + 1, pair[1]
            continue
        else:
            break
        line = node.start_mark.line + 1
    return line


def template_of(home: Home) -> str:
    """The script of jobs: the home's job.sh, or the package's; SettingsError says where a place is wrong."""
    path = home.root / "job.sh"
    path = path if path.exists() else PACKAGE / "job.sh"
    text = path.read_text(encoding="utf-8")
    found: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") and not line.startswith(("#SBATCH", "#!")):
            continue
        for match in _PLACE.finditer(line):
            name, where = match[1].strip(), f"{path}: line {number}, column {match.start() + 1}: {match[0]}"
            if name not in PLACES:
                close = nearest(name, PLACES) or f"; there are: {', '.join(PLACES)}"
                raise SettingsError(f"{where}: no such place{close}")
            found.add(name)
        rest = _BRACES.search(_PLACE.sub("", line))
        if rest:
            raise SettingsError(
                f"{path}: line {number}: {rest[0]} has no partner: a place is written {{{{ name }}}}"
            )
    if "command" not in found:
        raise SettingsError(
            f"{path}: has no {{{{ command }}}}: the step would not be run; end it with `exec {{{{ command }}}}`"
        )
    return text


def script(
    template: str, job: Job, names: Mapping[str, str], environment: Mapping[str, str], command: list[str]
) -> str:
    """The script of a job.

    Parameters
    ----------
    template
        Text of job.sh.
    job
        What it asks for.
    names
        `name`, `log`, `asset` and `entry`.
    environment, command
        Variables to set, and what is run with them.
    """
    variables = {**job.environment, **environment}
    values = {
        **{name: shlex.quote(value) for name, value in names.items()},
        "partition": job.partition or "",
        "account": job.account or "",
        "cpus": str(job.cpus or ""),
        "gpus": str(job.gpus or ""),
        "memory": job.memory or "",
        "time": job.time or "",
        "options": "\n".join(f"#SBATCH {option}" for option in job.options),
        "modules": "\n".join(f"module load {shlex.quote(name)}" for name in job.modules),
        "environment": "\n".join(
            f"export {name}={shlex.quote(value)}" for name, value in sorted(variables.items())
        ),
        "command": shlex.join(command),
    }
    lines = []
    for line in template.splitlines():
        used = [match[1].strip() for match in _PLACE.finditer(line)]
        comment = line.startswith("#") and not line.startswith(("#SBATCH", "#!"))
        if line.startswith("#SBATCH") and any(not values[name] for name in used):
            continue
        lines.append(line if comment else _PLACE.sub(lambda match: values[match[1].strip()], line))
    return "\n".join(lines) + "\n"
