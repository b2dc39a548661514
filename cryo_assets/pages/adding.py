"""The form that adds an entry: what its files say, the first images, and then the entry, as `cryo add` makes it."""

import io
import shlex
from typing import Annotated, Any, Literal

import numpy as np
import torch
from PIL import Image
from pydantic import BaseModel, ConfigDict, Field, PositiveFloat, ValidationError, model_validator

from cryo_assets.cli.platform.added import added, laid_aside, looked_at
from cryo_assets.cli.platform.looks import checked_symmetry
from cryo_assets.entries.manifest import Dataset, first_fault
from cryo_assets.entries.table import read_source
from cryo_assets.home import Home
from cryo_assets.pages.folders import allowed
from cryo_assets.pages.montage import tile
from cryo_core.errors import SettingsError
from cryo_core.formats.particles import open_stack
from cryo_core.fourier.resample import crop_images

Short = Annotated[str, Field(max_length=4096)]
Number = PositiveFloat | None

_PATHS = ("stack", "ctf", "selection", "stack_dir", "half1", "half2", "model")

_OPTIONS = {
    "stack": "--stack",
    "ctf": "--ctf",
    "selection": "--ind",
    "stack_dir": "--stack-dir",
    "contrast": "--contrast",
    "pixel_angstrom": "--pixel-size",
    "voltage_kilovolt": "--voltage",
    "spherical_aberration_mm": "--cs",
    "amplitude_contrast": "--amplitude-contrast",
    "symmetry": "--symmetry",
    "poses_aligned_to_angstrom": "--poses-aligned-to",
    "half1": "--half1",
    "half2": "--half2",
    "model": "--model",
    "resolution_angstrom": "--resolution",
    "voxel_angstrom": "--voxel-size",
}
"""The option of `cryo add` and `cryo add-map` for each field."""

_OF_MAPS = ("half1", "half2", "model", "resolution_angstrom", "voxel_angstrom")


class Asked(BaseModel):
    """A filled form: what is left empty is not said."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal["datasets", "maps"]
    name: Short
    path: Short
    stack: Short | None = None
    ctf: Short | None = None
    selection: Short | None = None
    stack_dir: Short | None = None
    contrast: Literal["dark", "white"] | None = None
    pixel_angstrom: Number = None
    voltage_kilovolt: Number = None
    spherical_aberration_mm: Number = None
    amplitude_contrast: Number = None
    symmetry: Annotated[str, Field(max_length=8)] = "C1"
    poses_aligned_to_angstrom: PositiveFloat | Literal["unknown"] | None = None
    half1: Short | None = None
    half2: Short | None = None
    model: Short | None = None
    resolution_angstrom: Number = None
    voxel_angstrom: Number = None

    @model_validator(mode="after")
    def _of_its_kind(self) -> "Asked":
        for name in _OPTIONS.keys() - {"symmetry"}:
            if getattr(self, name) is not None and (name in _OF_MAPS) != (self.kind == "maps"):
                raise ValueError(f"{name} is not said of {self.kind}")
        return self


def asked(text: bytes) -> Asked:
    """A form from its JSON; SettingsError names the field that is wrong."""
    try:
        return Asked.model_validate_json(text)
    except ValidationError as error:
        raise SettingsError(first_fault(error)[:300]) from error


def _fields(home: Home, form: Asked) -> dict[str, Any]:
    """Fields of a manifest; every path lies where pages may look."""
    said = {name: value for name in _OPTIONS if (value := getattr(form, name)) is not None}
    said |= {name: str(allowed(home, said[name])) for name in _PATHS if name in said}
    path = str(allowed(home, form.path))
    if form.kind == "maps":
        said.pop("symmetry")
        return {"map": path, **said}
    checked_symmetry(form.symmetry)
    return {"particles": path, **said}


def look(home: Home, form: Asked) -> dict[str, Any]:
    """What the files say, what is missing, and the command that does the same."""
    return looked_at(home, form.kind, form.name, _fields(home, form)) | {"command": command(form)}


def add(home: Home, form: Asked) -> dict[str, Any]:
    """Put the entry into the inbox."""
    return added(home, form.kind, form.name, _fields(home, form)) | {"command": command(form)}


def command(form: Asked) -> str:
    """The command that does what the form does."""
    words = ["cryo", "add-map" if form.kind == "maps" else "add", form.path, "--name", form.name]
    for name, option in _OPTIONS.items():
        value = getattr(form, name)
        if value is not None and not (name == "symmetry" and (value == "C1" or form.kind == "maps")):
            words += [option, f"{value:g}" if isinstance(value, float) else str(value)]
    return shlex.join(words)


_SHOWN, _FINEST = 8, 24


def first_images(home: Home, form: Asked, turned: bool) -> bytes:
    """A PNG of the first images, smoothed; `turned` with dark and bright exchanged."""
    if form.kind != "datasets":
        raise SettingsError("a map has no images")
    with laid_aside(home, form.kind, form.name, _fields(home, form)) as (manifest, _):
        particles = read_source(Dataset.read(manifest))
        images = open_stack(particles, "white")  # as they are stored
        raw = images.read(np.arange(min(_SHOWN, len(particles))))
    smooth = crop_images(raw, min(_FINEST, images.box))
    return _sheet(-smooth if turned else smooth)  # white particles are bright as they are


def _sheet(images: torch.Tensor) -> bytes:
    size = 110
    sheet = Image.new("L", (4 * size - 4, 2 * size - 4 if len(images) > 4 else size - 4), 128)
    for i, image in enumerate(images):
        sheet.paste(tile(image, size - 4), (i % 4 * size, i // 4 * size))
    file = io.BytesIO()
    sheet.save(file, "PNG")
    return file.getvalue()
