"""The look at an entry's files before it comes into the inbox: what is wrong is said now, and not after minutes."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cryo_assets.cli.files import refuse_beyond_nyquist, require_density
from cryo_assets.entries.manifest import Dataset, MapEntry
from cryo_core.errors import FormatError, SettingsError

if TYPE_CHECKING:
    from cryo_core.data import Atoms, Particles, Volume
    from cryo_core.reconstruction.contrast import ContrastFound

_FAR = 0.25
"""Share by which a pixel size that is given may differ from the file's."""

_LEAST_INSIDE = 0.5
"""Share of a model's atoms that should lie in its map."""


def existing(path: Path) -> str:
    """Full path of a file; FormatError, with where it was looked for, if there is none."""
    from cryo_core.formats.files import require_file

    require_file(path)
    return str(path.resolve())


def folder(option: str, path: Path) -> str:
    """Full path of a folder that an option names; SettingsError if there is none."""
    if not path.is_dir():
        raise SettingsError(f"{option} {path}: no such folder{_from_where(path)}")
    return str(path.resolve())


def _from_where(path: Path) -> str:
    return "" if path.is_absolute() else f" (paths are relative to this folder, {Path.cwd()})"


def checked_symmetry(symmetry: str) -> str:
    """The name of a point group; SettingsError for any other."""
    from cryo_core.geometry.symmetry import symmetry_matrices

    try:
        symmetry_matrices(symmetry)
    except SettingsError as error:
        raise SettingsError(f"--symmetry {symmetry}: {error}") from error
    return symmetry


def look_at_particles(manifest: Dataset) -> dict[str, Any]:
    """What a particle set holds; an error if its table and images do not fit each other or the manifest."""
    from cryo_assets.assets.catalogue import STEPS
    from cryo_assets.cli.platform.boxes import come_to
    from cryo_assets.engine.planner import changing_settings, check_settings
    from cryo_assets.entries.table import contrast_shown, has_half_sets, read_source, require_two_images
    from cryo_core.formats.particles import open_images

    check_settings(manifest, "datasets", STEPS)
    particles = read_source(manifest)
    require_two_images(particles)
    images = open_images(particles)
    _require_pixel(manifest, images.box)
    shown = contrast_shown(particles)
    return {
        "particles": len(particles),
        "images": int(particles.image_of.max()) + 1,
        "box": images.box,
        "pixel_angstrom": images.pixel_angstrom,
        **come_to(manifest, images),
        "optics_groups": len(set(particles.optics.group.tolist())),
        "stacks": len(particles.stacks),
        "has_poses": particles.has_poses,
        "half_sets": has_half_sets(particles),
        "contrast": manifest.contrast or particles.contrast,
        "contrast_shown": shown.words(),
        "warnings": _warnings(manifest, particles, shown) + changing_settings(STEPS, manifest),
    }


def _warnings(manifest: Dataset, particles: "Particles", shown: "ContrastFound") -> list[str]:
    from cryo_assets.entries.table import IN_PLANE, contrast_warning, read_given
    from cryo_core.validation.views import unposed

    wrong = contrast_warning(shown, manifest.contrast or particles.contrast)
    found = [wrong] if wrong else []
    if manifest.contrast and particles.contrast and manifest.contrast != particles.contrast:
        found.append(
            f"the table says that particles are {particles.contrast}, and --contrast {manifest.contrast}"
        )
    if not particles.has_poses and read_given(manifest).has_poses:
        found.append(IN_PLANE)
    zero = unposed(particles.poses)
    if zero.any():
        first = int(zero.int().argmax()) + 1
        found.append(
            f"{int(zero.sum())} rows, of which {first} is the first, have no pose (their angles and shifts are all 0): "
            "they are left out"
        )
    bare = int(particles.optics.has_no_ctf.sum())
    if bare:
        found.append(f"{bare} images are taken to have no CTF: the table says none, or a phase shift of 90")
    halves = set(particles.half_set.tolist())
    if len(halves) == 1 and halves <= {1, 2}:
        found.append(
            f"every image is in half set {halves.pop()}: half sets are drawn here, and the table's are not used"
        )
    return found


def _require_pixel(manifest: Dataset, box: int) -> None:
    """Refuse a pixel size far from the table's, unless the images were binned by as much."""
    from cryo_assets.entries.table import read_source

    given = manifest.pixel_angstrom
    if given is None:
        return
    try:
        table = read_source(manifest.model_copy(update={"pixel_angstrom": None}))
    except FormatError:  # the table does not say it
        return
    stated = float(table.optics.pixel_angstrom[0])
    sizes = set(table.optics_extra.get("rlnImageSize", ()))
    binned = stated * int(float(sizes.pop())) / box if len(sizes) == 1 else stated
    if abs(given / stated - 1) > _FAR and abs(given / binned - 1) > 0.02:
        raise SettingsError(
            f"--pixel-size {given:g}: the table says {stated:g} Å: leave the option out to take that; if the table "
            f"is wrong by so much, correct it, or write `pixel_angstrom: {given:g}` into dataset.yaml yourself"
        )


def _require_density(manifest: MapEntry, paths: "dict[str, Path]", volumes: "dict[str, Volume]") -> None:
    """Refuse a map without any structure, and a resolution that its voxels cannot hold."""
    for field, volume in volumes.items():
        require_density(paths[field], volume)
    refuse_beyond_nyquist(manifest.resolution_angstrom, paths["map"], volumes["map"])


def look_at_map(manifest: MapEntry) -> dict[str, Any]:
    """What a map entry holds; an error if its half maps or its model do not fit the map."""
    from cryo_assets.assets.catalogue import STEPS
    from cryo_assets.engine.planner import check_settings
    from cryo_core.formats.atomic import read_atoms
    from cryo_core.formats.mrc import read_volume

    check_settings(manifest, "maps", STEPS)
    resolved = {field: manifest.resolve(getattr(manifest, field)) for field in ("map", "half1", "half2")}
    paths = {field: path for field, path in resolved.items() if path}
    volumes = {field: read_volume(path, manifest.voxel_angstrom) for field, path in paths.items()}
    for field, other in volumes.items():
        volumes["map"].require_same_grid(other, (paths["map"], paths[field]))
    if "half1" in volumes and bool((volumes["half1"].density == volumes["half2"].density).all()):
        raise SettingsError(f"{paths['half1']} and {paths['half2']}: the two half maps are the same")
    _require_density(manifest, paths, volumes)
    model = manifest.resolve(manifest.model)
    atoms = read_atoms(model) if model else None
    return {
        "shape_zyx": list(volumes["map"].density.shape),
        "voxel_angstrom": volumes["map"].voxel_angstrom,
        "origin_angstrom": list(volumes["map"].origin_angstrom),
        "half_maps": "half1" in volumes,
        "atoms": len(atoms) if atoms else None,
        "warnings": _look_at_model(model, atoms, volumes["map"]) if model and atoms else [],
    }


def _look_at_model(path: Path, atoms: "Atoms", volume: "Volume") -> list[str]:
    """What speaks against a model in a map; SettingsError if no atom of it lies there."""
    import torch

    from cryo_core.sharpening.model_map import b_factor_fault

    shape = torch.tensor(volume.density.shape[::-1])
    place = (atoms.position_angstrom - torch.tensor(volume.origin_angstrom)) / volume.voxel_angstrom
    nearest = place.round().long()
    inside = ((nearest >= 0) & (nearest < shape)).all(1)
    share = float(inside.double().mean())
    if not share:
        raise SettingsError(
            f"{path}: no atom lies in the map: model and map have different frames (origin, voxel size)"
        )
    found = []
    if share < _LEAST_INSIDE:
        found.append(f"only {share:.0%} of the model's atoms lie in the map: is it in the map's frame?")
    x, y, z = nearest[inside].T
    if float(volume.density[z, y, x].mean()) < float(volume.density.mean()) + float(volume.density.std()) / 4:
        found.append("the map is no denser at the model's atoms than elsewhere: is it in the map's frame?")
    fault = b_factor_fault(atoms)
    return found + ([fault] if fault else [])
