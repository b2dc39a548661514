"""A step makes one asset: it says what it rests on, and computes it for one partition.

Assets are declared as steps so that their versions can be known without running them; Dagster's
definitions are made from them (`cryo_assets/graph/factory.py`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from cryo_assets.engine.collector import without_collector
from cryo_assets.engine.mlflow_runs import Record
from cryo_assets.entries.manifest import Manifest
from cryo_assets.progress import Reporter
from cryo_assets.store.store import Artifact, Check

if TYPE_CHECKING:  # whoever only looks something up is done before torch is loaded
    import torch

    from cryo_core.data import Progress

GPU = "gpu"
"""The pool of the steps that use `Task.device`: of these one runs at a time, also across runs."""


@dataclass(frozen=True)
class NoSettings:
    """For a step that has nothing to set."""


@dataclass(frozen=True)
class Task:
    """What a step's computation is given: read the inputs, write into `folder`.

    `key` is the asset's key, `round` the round it belongs to (0: none). `inputs` are by asset key, `gathered` by
    asset key and then by the name of the entry. Checkpoints go into `scratch`; `copies` says in which folder working
    copies of images go that take so many bytes: `working_bytes` tells how many.
    """

    key: str
    round: int
    manifest: Any
    settings: Any
    facts: Mapping[str, Any]
    inputs: Mapping[str, Artifact]
    gathered: Mapping[str, Mapping[str, Artifact]]
    folder: Path
    scratch: Path
    copies: Callable[[int], Path]
    device: "torch.device"
    reporter: Reporter
    record: Record

    @property
    def group(self) -> str:
        """The asset's group: the first part of its key."""
        return self.key.split("/")[0]

    def own(self, name: str) -> Artifact:
        """The input of that name in the asset's own group, such as `model` of the same round."""
        return self.inputs[f"{self.group}/{name}"]

    def previous(self, name: str) -> Artifact | None:
        """The input of that name of the round before; None in the first round."""
        return self.inputs[f"round_{self.round - 1:02d}/{name}"] if self.round > 1 else None

    def stage(self, name: str = "") -> "Progress":
        """Begin a stage of the work, under the asset's key and its own name; call the result with (done, total)."""
        return self.reporter.stage(f"{self.key}: {name}" if name else self.key)


@dataclass(frozen=True)
class Report:
    """What a step says of its result: numbers, the one that matters, checks, and pictures by title."""

    numbers: Mapping[str, float | int | str | bool | None]
    headline: str
    checks: tuple[Check, ...]
    pictures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class TrainedModel:
    """A model of an artifact as MLflow registers it.

    `name` is the registered model's, `flavour` the class of `engine/pyfunc.py` that loads it, `files` are those of the
    artifact that it needs.
    """

    name: str
    flavour: str
    files: tuple[str, ...]


def _nothing(_: Manifest) -> dict[str, Any]:
    return {}


def _untrained(_: Artifact) -> tuple[TrainedModel, ...]:
    return ()


def _never(_: Any) -> str | None:
    return None


@dataclass(frozen=True)
class Step:
    """One asset.

    `partition` is the kind of entry: "datasets", "maps", or "training", of which there is one and which
    Dagster does not partition. `inputs` are assets of the same entry, as planned; `offered` are inputs too where
    the entry has them, such as those of the rounds that it went through. `gathers` are assets of
    another kind of entry: of each such entry the version in use, if it passed its checks, as the store has
    it now, is an input; entries that have none are left out. `facts` gives the manifest's fields that the
    result depends on, `files` the files it is made of (by a label that does not change when the data set
    is moved), `skips` the reason why an entry has no such asset, or None.
    `pool` is `GPU` where the computation uses `Task.device`, which else is the CPU.
    `outside`: whoever has it as an input reads its files too, where they lie, and not only what was made of them.
    `halted_by` is the input whose number `stop`, if it says why, ends what would follow.
    `round` is the round it belongs to, or the first that it needs: plans leave out rounds beyond those that an
    entry asks for, and what is `optional` where it is skipped.
    `registers` gives the models that MLflow registers of an artifact. `champion` says whether a "lower" or a "higher"
    headline is the better one, where one version is what all entries compute with (`engine/champions.py`).
    Raise `code_version` when the same inputs would now give another result.
    """

    key: str
    partition: str
    code_version: str
    description: str
    compute: Callable[[Task], Report]
    checks: tuple[str, ...]
    inputs: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    gathers: tuple[str, ...] = ()
    settings: type = NoSettings
    facts: Callable[[Any], dict[str, Any]] = _nothing
    files: Callable[[Any], dict[str, Path]] = _nothing
    skips: Callable[[Any], str | None] = _never
    kinds: frozenset[str] = frozenset()
    pool: str | None = None
    outside: bool = False
    halted_by: str | None = None
    round: int = 0
    optional: bool = False
    registers: Callable[[Artifact], tuple[TrainedModel, ...]] = _untrained
    champion: Literal["", "lower", "higher"] = ""

    @property
    def group(self) -> str:
        """The asset's group in the graph: the first part of its key."""
        return self.key.split("/")[0]


class Steps(Mapping[str, Step]):
    """Steps by key, upstream first, which are imported when the first is asked for: what computes them comes along.

    What they declare follows from the sources of both packages and from nothing else, so whoever remembers something
    under a hash of these (`code_stamp`) can do without the steps.

    Parameters
    ----------
    load
        Imports and lists the steps.
    """

    def __init__(self, load: Callable[[], Iterable[Step]]) -> None:
        self._load = load

    @cached_property
    def _by_key(self) -> dict[str, Step]:
        with without_collector():
            return {step.key: step for step in self._load()}

    def __getitem__(self, key: str) -> Step:
        return self._by_key[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_key)

    def __len__(self) -> int:
        return len(self._by_key)
