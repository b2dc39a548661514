"""What commands do with files: refuse to write over them, write them whole or not at all, read maps and masks."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cryo_core.errors import FormatError, SettingsError

if TYPE_CHECKING:
    import torch

    from cryo_assets.cli.options import Table
    from cryo_core.data import Contrast, Particles, Volume


def refuse_to_overwrite(overwrite: bool, *targets: Path | None, reads: Iterable[Path | None] = ()) -> None:
    """Raise SettingsError if a file to write is one that is read, or is there already and may not be replaced."""
    inputs = {path.resolve() for path in reads if path is not None}
    for target in targets:
        if target is None:
            continue
        if target.resolve() in inputs:
            raise SettingsError(f"{target}: is read, and cannot be written to")
        if target.exists() and not overwrite:
            raise SettingsError(f"{target}: exists; --overwrite writes over it")


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """Place beside `path` to write a file at: it becomes `path` when the block ends well, else nothing is left."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.stem}.partial{path.suffix}")
    try:
        yield partial
        partial.replace(path)
    except FormatError as error:
        raise FormatError(str(error).replace(partial.name, path.name)) from error
    except OSError as error:
        if error.filename == str(partial):
            error.filename = str(path)
        raise
    finally:
        partial.unlink(missing_ok=True)


def write_map(path: Path, volume: "Volume", label: str = "") -> None:
    """Write a map of any device, whole or not at all."""
    from cryo_core.formats.mrc import write_volume

    with whole(path) as partial:
        write_volume(partial, volume, label=label)


def read_map(path: Path, device: str) -> "Volume":
    """A map with density, on the device of that name, which is looked for before the file is read."""
    from cryo_core.devices import choose_device
    from cryo_core.formats.mrc import read_volume

    where = choose_device(device)
    volume = read_volume(path)
    require_density(path, volume)
    return volume.to(where)


def require_density(path: Path, volume: "Volume") -> None:
    """Raise SettingsError where all voxels of a map are the same."""
    first = volume.density.flatten()[0]
    if bool((volume.density == first).all()):
        raise SettingsError(f"{path}: every voxel is {float(first):g}: there is no density in it")


def refuse_beyond_nyquist(resolution_angstrom: float | None, path: Path, volume: "Volume") -> None:
    """Raise SettingsError where a resolution that was given is finer than the voxels of a map can hold."""
    finest = 2 * volume.voxel_angstrom
    if resolution_angstrom is not None and 0 < resolution_angstrom < finest * (1 - 1e-6):
        raise SettingsError(
            f"--resolution {resolution_angstrom:g}: finer than the voxels of {path} can hold (Nyquist, {finest:g} Å)"
        )


def own_roots(table: Path) -> tuple[Path, ...]:
    """Folders that a table's image paths may lead into, besides its own: any, for a table in the store of a home.

    Tables there name the stacks of an entry by full paths, which were checked when the entry's own table was read.
    """
    folders = table.resolve().parents
    in_store = any(f.name == "store" and (f.parent / "inbox").is_dir() for f in folders)
    return (Path("/"),) if in_store else ()


def given_particles(metadata: Path, said: "Table", with_poses: bool = True) -> "Particles":
    """The particles of a table as its options complete it; FormatError where poses are needed and there are none."""
    from cryo_core.formats.particles import read_images, read_particles

    read = read_particles if with_poses else read_images
    return read(metadata, said.stack_dir, said.overrides, own_roots(metadata), said.companions)


def known_contrast(said: "str | None", particles: "Particles") -> "Contrast":
    """Contrast of images: what was said, else what their table says; SettingsError where neither does."""
    contrast = said or particles.contrast
    if contrast is None:
        raise SettingsError(
            "the table does not say whether its particles are white or dark, and a map made of the wrong one is "
            "inverted: --contrast white (as RELION extracts them) or --contrast dark (raw images)"
        )
    return "dark" if contrast == "dark" else "white"


def read_mask(path: Path, like: "Volume") -> "torch.Tensor":
    """Voxels of at least 0.5 of a mask on the grid of `like`, on its device."""
    from cryo_core.formats.mrc import read_volume

    mask = read_volume(path)
    like.require_same_grid(mask, (Path("the map"), path))
    return (mask.density >= 0.5).to(like.density.device)
