"""What an entry's manifest says: dataset.yaml for particles, map.yaml for a map, training.yaml for training.

Paths in a manifest are relative to its folder. What is missing and cannot be read from the files is
an error that names the field, when an asset first needs it; nothing is guessed. `settings:` changes
the settings of assets, nested as the asset keys are: `settings: {particles: {stack: {box: 96}}}`.
"""

import os
from pathlib import Path
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PositiveFloat,
    PositiveInt,
    ValidationError,
    model_validator,
)

from cryo_assets.home import checked_name, nearest
from cryo_core.errors import SettingsError

TRAINING = "training"
"""Kind, and name, of the one entry that is no partition: what is trained on all the others rests on it."""

MANIFESTS = {"datasets": "dataset.yaml", "maps": "map.yaml", TRAINING: "training.yaml"}
"""The manifest's file name for each kind of entry."""

_LARGEST_MANIFEST = 1 << 20

_SHORT = 1 << 12
"""Characters of a manifest that libyaml reads, ten times faster than Python: nesting without end would crash it."""

_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path, what: str) -> Any:
    """What a YAML file holds; SettingsError for one that is none, or is larger than `what` it is can be."""
    try:
        if path.stat().st_size > _LARGEST_MANIFEST:
            raise SettingsError(f"{path}: larger than {what} can be")
        text = path.read_text(encoding="utf-8")
        return yaml.load(text, _FAST if len(text) <= _SHORT else yaml.SafeLoader)
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror})") from error
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise SettingsError(f"{path}: not YAML ({' '.join(str(error).split())})") from error


class Manifest(BaseModel):
    """What all kinds of entry share.

    Attributes
    ----------
    name : name
        Of the entry: the folder's.
    settings : mapping
        Settings that differ from the defaults, by group and asset.
    auto : yes or no
        Run the entry without being asked, when it is new and when its files change, while `cryo up` runs.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    settings: dict[str, Any] = {}
    auto: bool = False

    @property
    def path(self) -> Path:
        """The manifest's own file."""
        return self._path

    _path: Path = Path()

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read and check a manifest; SettingsError names file and field."""
        plain = read_yaml(path, "a manifest")
        if not isinstance(plain, dict):
            raise SettingsError(f"{path}: should be a mapping of fields")
        try:
            manifest = cls.model_validate({"name": path.parent.name, **plain})
        except ValidationError as error:
            raise SettingsError(f"{path}: {first_fault(error)}") from error
        manifest._path = path
        if checked_name(manifest.name) != path.parent.name:
            raise SettingsError(
                f"{path}: field name: {manifest.name!r} lies in a folder {path.parent.name!r}"
            )
        return manifest

    def resolve(self, path: Path | None) -> Path | None:
        """A path of the manifest relative to its folder, normalised; SettingsError for what can be none."""
        try:
            return None if path is None else (self.path.parent / path.expanduser()).resolve()
        except (
            OSError,
            ValueError,
            RuntimeError,
        ) as error:  # too long, a null character, ~nobody, a loop of links
            raise SettingsError(f"{self.path}: {str(path)[:80]!r}: is no path ({error})") from error

    def need(self, field: str, why: str) -> Any:
        """A field that has to be there; SettingsError says why and how."""
        value = getattr(self, field)
        if value is None:
            raise SettingsError(f"{self.path}: field {field} is missing: {why}")
        return value


class Truth(BaseModel):
    """What is known of a set: its true states where it was simulated or labelled, and what others deposited of it.

    Attributes
    ----------
    maps : paths
        Maps of its states.
    fractions : shares
        Of each state.
    labels : path
        Each particle's state, from 0, or −1 where it is of none (junk), in the order of the table: a .npy of
        integers, or a .npz that holds `label`.
    continuous : yes or no
        States follow each other along one motion.
    poses : path
        A particle table with the true poses, row by row.
    map : path
        A deposited map of the molecule, in any frame.
    model : path
        An atomic model of it (PDB, mmCIF), in the frame of that map, or in any without one.
    emdb : entry
        The map entry of this home, such as EMD-1234, that holds both (`cryo fetch EMD-1234`), instead of `map`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    maps: list[Path] = []
    fractions: list[PositiveFloat] = []
    labels: Path | None = None
    continuous: bool = False
    poses: Path | None = None
    map: Path | None = None
    model: Path | None = None
    emdb: str | None = None

    @model_validator(mode="after")
    def _as_many(self) -> Self:
        if len(self.maps) != len(self.fractions):
            raise ValueError(f"{len(self.maps)} maps and {len(self.fractions)} fractions: should be as many")
        if not (self.maps or self.map or self.model or self.emdb):
            raise ValueError(
                "says nothing: name maps and fractions of states, or a deposited map, model or emdb"
            )
        if self.emdb and self.map:
            raise ValueError("emdb and map: keep one")
        if self.labels and not self.maps:
            raise ValueError("labels: name states, and maps has none")
        return self


class Derived(BaseModel):
    """Where a data set came from that was made of another: by filter, or by adopting poses that were found.

    Attributes
    ----------
    dataset : name
        Of the data set that it was made of.
    clusters : asset
        That named the classes, or found the poses.
    version : version
        Of that asset.
    source_version : version
        Of its particles/source.
    classes : numbers
        Of the classes that were kept.
    noise : yes or no
        Whether particles of no class were kept.
    max_residual : share
        Largest share of an image's power that its class leaves.
    rows : path
        The rows of its particles/source that were kept, from 0 (ind.pkl), where they were named or drawn.
    polygon : path
        What was drawn (polygon.json), where they were drawn.
    particles : particles
        That were kept.
    of : particles
        That there were.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    dataset: str
    clusters: str
    version: str
    source_version: str
    classes: list[int]
    noise: bool
    max_residual: float | None = None
    rows: Path | None = None
    polygon: Path | None = None
    particles: PositiveInt
    of: PositiveInt


class Merged(BaseModel):
    """One of the data sets that another was merged of.

    Attributes
    ----------
    dataset : name
        Of the data set.
    version : version
        Of its particles/source, where it had one.
    particles : particles
        That it brought.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    dataset: str
    version: str = ""
    particles: PositiveInt


def _entry_name(name: str) -> str:
    try:
        return checked_name(name)
    except SettingsError as error:
        raise ValueError(str(error)) from error


class Dataset(Manifest):
    """A particle set: dataset.yaml.

    Attributes
    ----------
    particles : path
        The particle table.
    stack : path
        The images of a .par or poses.pkl: a stack, or a table that names them.
    ctf : path
        The ctf.pkl of a poses.pkl.
    selection : path
        The ind.pkl that selects rows of the table, of any kind.
    passthrough : paths
        Files of cryoSPARC that complete a .cs.
    stack_dir : path
        Folder that image names are relative to.
    image_roots : paths
        Further folders that image paths may lead into.
    contrast : choice
        `dark`: particles darker than the background; or `white`.
    pixel_angstrom : Å
        Pixel size, where the file does not say, or is wrong.
    voltage_kilovolt : kV
        Voltage, where the file does not say.
    spherical_aberration_mm : mm
        Spherical aberration, where the file does not say.
    amplitude_contrast : share
        Amplitude contrast, where the file does not say.
    poses_aligned_to_angstrom : Å
        How fine the poses of the file were aligned to one map of all images, or `unknown`; left out where each half
        set was refined by itself (gold standard) and the file holds the half sets. To that resolution halves are not
        independent, and every resolution is printed with these words.
    symmetry : point group
        On RELION's axes: C1, C4, D2, O, I …
    mass_kilodalton : kDa
        Mass of the molecule.
    consensus_map : path
        A map to compare ours with.
    truth : mapping
        What is known of a simulated set.
    latents : path
        Latents of another program for `round_*.model.method: given`, a row for each row of the table (`cryo latents`).
    derived_from : mapping
        Where a filtered set came from.
    merged_from : list
        The data sets that it was merged of.
    rounds : rounds
        How many are made, 0 to 10.
    posefree : yes or no
        Ask for poses from the images alone.
    adopt : yes or no
        Where the search for these is sure of them, make the data set NAME-posed of them without being asked, while
        `cryo up` runs; with `auto` it is run too.
    variant_of : name
        The entry, itself no variant, of the same particles under other settings: what both make alike is made
        once, and kept under its name.
    """

    particles: Path
    stack: Path | None = None
    ctf: Path | None = None
    selection: Path | None = None
    passthrough: list[Path] = []
    stack_dir: Path | None = None
    image_roots: list[Path] = []
    contrast: Literal["white", "dark"] | None = None
    pixel_angstrom: PositiveFloat | None = None
    voltage_kilovolt: PositiveFloat | None = None
    spherical_aberration_mm: PositiveFloat | None = None
    amplitude_contrast: PositiveFloat | None = None
    poses_aligned_to_angstrom: PositiveFloat | Literal["unknown"] | None = None
    symmetry: str = "C1"
    mass_kilodalton: PositiveFloat | None = None
    consensus_map: Path | None = None
    truth: Truth | None = None
    latents: Path | None = None
    derived_from: Derived | None = None
    merged_from: list[Merged] = []
    rounds: Annotated[int, Field(ge=0, le=10)] = 1
    posefree: bool = False
    adopt: bool = False
    variant_of: Annotated[str, AfterValidator(_entry_name)] | None = None


Split = Literal["train", "validation", "test"]


class MapEntry(Manifest):
    """A density map: map.yaml.

    Attributes
    ----------
    map : path
        The map.
    half1 : path
        First half map.
    half2 : path
        Second half map.
    model : path
        Atomic model in the map's frame.
    voxel_angstrom : Å
        Voxel size, where the header does not say, or is wrong.
    resolution_angstrom : Å
        Global resolution, as stated.
    split : choice
        `train`, `validation` or `test`: what the entry is to trainings. Of test entries nothing is learnt, by
        validation entries a training is judged, and their homologues (25% of a chain) are on their side.
    """

    map: Path
    half1: Path | None = None
    half2: Path | None = None
    model: Path | None = None
    voxel_angstrom: PositiveFloat | None = None
    resolution_angstrom: PositiveFloat | None = None
    split: Split | None = None


class Training(Manifest):
    """What models are trained on beside the entries: training.yaml, which need not be there.

    Attributes
    ----------
    models : paths
        Atomic models, or folders of them, that maps are simulated from.
    promote : choice
        `by rule`: a new version of a model becomes the champion, which all entries use, once its gate has passed,
        unless it is worse on the same examples; or `by hand` (`cryo models promote`).
    """

    models: list[Path] = []
    promote: Literal["by rule", "by hand"] = "by rule"

    def model_files(self) -> list[Path]:
        """Every atomic model, by name; SettingsError where one is not there."""
        found: set[Path] = set()
        for path in (p for given in self.models if (p := self.resolve(given))):
            inside = {f for kind in _MODEL_FILES for f in path.glob(kind)} if path.is_dir() else {path}
            if not inside or not all(f.is_file() for f in inside):
                raise SettingsError(
                    f"{self.path}: field models: {path}: no atomic model (PDB or mmCIF) there"
                )
            found |= inside
        return sorted(found)


def labelled_models(manifest: Training) -> dict[str, Path]:
    """Atomic models that training rests on, by the label under which a recipe keeps their digests."""
    return {f"models/{path.name}": path for path in manifest.model_files()}


_MODEL_FILES = ("*.pdb", "*.pdb.gz", "*.ent", "*.ent.gz", "*.cif", "*.cif.gz")

KINDS: dict[str, type[Dataset] | type[MapEntry] | type[Training]] = {
    "datasets": Dataset,
    "maps": MapEntry,
    TRAINING: Training,
}


def read_manifest(inbox: Path, name: str) -> tuple[str, Dataset | MapEntry | Training]:
    """Find an entry by its name; give its kind ("datasets", "maps" or "training") and its manifest.

    The entry "training" is always there: without a training.yaml, everything in it is at its default.
    """
    folder = inbox / checked_name(name)
    if name == TRAINING and not any((folder / file).exists() for file in MANIFESTS.values()):
        manifest = Training(name=TRAINING)
        manifest._path = folder / MANIFESTS[TRAINING]
        return TRAINING, manifest
    found = [kind for kind, file in MANIFESTS.items() if (folder / file).exists()]
    if len(found) != 1:
        what = f"both {' and '.join(MANIFESTS[k] for k in found)}; keep one" if found else ""
        raise SettingsError(f"{folder}: {what or _nothing_called(inbox, name)}")
    if (found[0] == TRAINING) != (name == TRAINING):
        raise SettingsError(f"{folder}: {MANIFESTS[TRAINING]}, and it alone, lies in a folder {TRAINING!r}")
    return found[0], KINDS[found[0]].read(folder / MANIFESTS[found[0]])


def _nothing_called(inbox: Path, name: str) -> str:
    """Why there is no entry of a name: what is there, or that there is no home."""
    names = [entry for _, entry in entries(inbox)]
    if not inbox.is_dir():
        home = f"no home at {inbox.parent}: `cryo add` and `cryo demo` make one, CRYO_HOME names another"
        return f"neither dataset.yaml nor map.yaml; {home}"
    close = nearest(name, names) or "; `cryo list` names the entries, `cryo add` and `cryo add-map` make them"
    return f"neither dataset.yaml nor map.yaml{close}"


def is_entry(inbox: Path, name: str) -> bool:
    """Whether a folder of the inbox is called that and holds a manifest."""
    return "/" not in name and any((inbox / name / file).is_file() for file in MANIFESTS.values())


def entries(inbox: Path) -> list[tuple[str, str]]:
    """(kind of partition, name) of every folder of the inbox that holds a manifest, by name."""
    try:
        names = sorted(os.listdir(inbox))
    except FileNotFoundError:
        return []
    return [
        (kind, name)
        for name in names
        for kind, file in MANIFESTS.items()
        if os.path.isfile(f"{inbox}/{name}/{file}")
    ]


def first_fault(error: ValidationError) -> str:
    """The first fault that pydantic found, in words: field, reason, value."""
    fault = error.errors()[0]
    where = ".".join(str(part) for part in fault["loc"])
    return f"field {where}: {fault['msg']} (got {fault['input']!r})" if where else str(fault["msg"])
