"""Writing cryoSPARC's .cs tables; conventions are those of `cryosparc`, which reads them."""

import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import torch
from jaxtyping import Int

from cryo_core.data import Particles
from cryo_core.errors import FormatError
from cryo_core.formats.cryosparc_table import FOREIGN, MICROSCOPE, OPTICS, ORIGINS, SCORE, Fields
from cryo_core.formats.fields import Layout, exact
from cryo_core.formats.relion_optics import MAGNIFICATION, TILT, lens_columns
from cryo_core.formats.translate import LENS, lens_to_cryosparc, place_to_cryosparc

_NUMBERED = re.compile(r"(.+)\[(\d{1,4})\]")
# Fields of whole numbers, for tables that come back from text.
_WHOLE = re.compile(
    r"(uid|import_sig|exp_group_id|/idx|class|split|shape|frame_start|frame_end|template_idx)$"
)
_LONG = re.compile(r"(uid|import_sig)$")


def write_cryosparc(
    path: Path,
    particles: Particles,
    stack_names: Sequence[str],
    box: Int[np.ndarray, " s"],
    layout: Layout,
) -> None:
    """Write a .cs file, as cryoSPARC's import and tools take it.

    Numbers are float32, as cryoSPARC's are. A particle keeps the uid it came with; others get one made of stack
    and image number, so that one image has one uid in every table (an image in several rows, of symmetry-expanded
    particles, has one for each). Unknown poses are left out, and half sets and classes where one is unknown.

    Parameters
    ----------
    path : the table, .cs
    particles : what is written
    stack_names : what to call each of the particles' stacks
    box : edge of each stack's images, in pixels
    layout : its `keep_columns` writes what cryoSPARC does not know under `relion/…`

    Raises
    ------
    FormatError
        Only some particles have a pose.
    """
    table = _written(path, particles, stack_names, box, layout)
    array = np.empty(len(particles), [(n, v.dtype, v.shape[1:]) for n, v in table.items()])
    for name, values in table.items():
        array[name] = values
    with path.open("wb") as handle:
        np.lib.format.write_array(handle, array, allow_pickle=False)


def _written(
    path: Path,
    particles: Particles,
    stack_names: Sequence[str],
    box: Int[np.ndarray, " s"],
    layout: Layout,
) -> Fields:
    optics, extra = particles.optics, particles.extra
    carried = _carried(path, extra)
    number, image = particles.stack_number, particles.image_number
    group = optics.group.cpu().numpy()
    exposure = group - min(1, int(group.min()))  # groups may count from 0, exposure groups do
    pixel = exact(optics.pixel_angstrom)
    table: Fields = {"uid": carried.pop("uid", _uids(stack_names, number, image))}
    table["blob/path"] = np.array([name.encode() for name in stack_names])[number]
    table["blob/idx"] = image.astype("<u4")
    table["blob/shape"] = np.repeat(box[number].astype("<u4")[:, None], 2, axis=1)
    table["blob/psize_A"] = pixel.astype("<f4")
    table["blob/sign"] = np.full(len(particles), -1 if particles.contrast == "dark" else 1, "<f4")
    table |= {"ctf/type": np.full(len(particles), b"imported"), "ctf/exp_group_id": exposure.astype("<u4")}
    numbers = {label: exact(getattr(optics, name)) for name, label in MICROSCOPE.items()} | {
        "ctf/df1_A": exact(optics.defocus_u_angstrom),
        "ctf/df2_A": exact(optics.defocus_v_angstrom),
        "ctf/df_angle_rad": np.deg2rad(exact(optics.defocus_angle_degrees)),
        "ctf/phase_shift_rad": np.deg2rad(exact(optics.phase_shift_degrees)),
        "ctf/bfactor": exact(optics.b_factor_angstrom2),
    }
    table |= {name: values.astype("<f4") for name, values in numbers.items()}
    table |= _alignments(path, particles, carried, pixel)
    if bool((optics.scale != 1).any()):
        carried["alignments3D/alpha"] = exact(optics.scale).astype("<f4")
    known, row_of = _optics_rows(particles.optics_extra, group)
    lens = lens_to_cryosparc(optics)
    for field in LENS:  # what was carried is that of the images as they were
        if field in lens or (field in carried and carried[field].any()):
            carried.pop(field, None)
    table |= lens
    place = place_to_cryosparc(extra, carried.get("location/micrograph_shape"))
    table |= {name: values for name, values in place.items() if name not in carried}
    if layout.keep_columns:
        if not np.isnan(particles.score).all():
            table[SCORE] = particles.score
        for name, values in particles.optics_extra.items():
            if name not in ("rlnOpticsGroup", "rlnImageSize"):
                texts = np.array([str(v).encode() for v in values])[row_of]
                table[f"{OPTICS}{name}"] = np.where(known, texts, b"")
        for name, column in lens_columns(optics, np.arange(len(particles))).items():
            if name not in (*TILT, *MAGNIFICATION):
                table[f"{OPTICS}{name}"] = np.array([str(value).encode() for value in column])
    named = {
        name if "/" in name else FOREIGN + name: values
        for name, values in carried.items()
        if "/" in name or layout.keep_columns
    }
    return table | named


def _optics_rows(optics_extra: pd.DataFrame, group: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Which particles have a row in `optics_extra`, and that row."""
    if "rlnOpticsGroup" not in optics_extra or not len(optics_extra):
        return np.zeros(len(group), bool), np.zeros(len(group), np.int64)
    listed = optics_extra["rlnOpticsGroup"].astype(np.float64).astype(np.int64).to_numpy()
    order = np.argsort(listed)
    row = order[np.minimum(np.searchsorted(listed[order], group), len(listed) - 1)]
    return listed[row] == group, row


def _alignments(path: Path, particles: Particles, carried: Fields, pixel: np.ndarray) -> Fields:
    """Fields of the poses, half sets and classes; carried ones of the same names are removed."""
    from scipy.spatial.transform import Rotation  # a third of a second, and who reads does not need it

    alignment: Fields = {}
    prefix = "alignments3D"
    if not bool(particles.poses.rotation.isnan().all()):
        if not particles.has_poses:
            raise FormatError(f"{path}: some particles have no pose, and others have")
        matrix = particles.poses.rotation.to("cpu", torch.float64).mT.numpy()
        vector = Rotation.from_matrix(matrix).as_rotvec()
        alignment = {"pose": vector, "shift": exact(particles.poses.shift_angstrom) / pixel[:, None]}
    elif "rlnAnglePsi" in particles.extra or "alignments2D/pose" in carried:
        prefix = "alignments2D"
        alignment = _flat_alignment(path, carried, pixel)
    written = {f"{prefix}/{name}": values.astype("<f4") for name, values in alignment.items()}
    if alignment:
        written[f"{prefix}/psize_A"] = pixel.astype("<f4")
    for name, counted in (("split", particles.half_set), ("class", particles.class_number)):
        if counted.min() >= 1:  # cryoSPARC counts from 0, and has no number for unknown
            written[f"{prefix}/{name}"] = (counted - 1).astype("<u4")
    for name in written:
        carried.pop(name, None)
    return written


def _flat_alignment(path: Path, carried: Fields, pixel: np.ndarray) -> Fields:
    """Fields of 2D alignments from RELION's columns, which are removed; none where they are absent."""
    angle_and_origins = [carried.pop(name, None) for name in ("rlnAnglePsi", *ORIGINS)]
    if "alignments2D/pose" in carried or angle_and_origins[0] is None:
        return {}
    try:
        psi, x, y = (np.zeros(len(pixel)) if v is None else v.astype(np.float64) for v in angle_and_origins)
    except ValueError as error:
        raise FormatError(f"{path}: rlnAnglePsi or an origin: {error}") from error
    return {"pose": np.deg2rad(psi), "shift": np.stack([x, y], -1) / pixel[:, None]}


def _uids(stack_names: Sequence[str], number: np.ndarray, image: np.ndarray) -> np.ndarray:
    """Number of each image, one of its own, by its stack's name and place (splitmix64; Steele et al. 2014)."""
    seeds = [
        int.from_bytes(hashlib.blake2b(n.encode(), digest_size=8).digest(), "little") for n in stack_names
    ]
    number, image = _apart(number, image)
    with np.errstate(over="ignore"):
        z = np.array(seeds, np.uint64)[number] + (image.astype(np.uint64) + 1) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def _apart(number: np.ndarray, image: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Stack and image of each row, the image of a repeated row moved far past the stack's end."""
    again = pd.DataFrame({"stack": number, "image": image}).groupby(["stack", "image"]).cumcount().to_numpy()
    return number, image.astype(np.int64) + (again.astype(np.int64) << 40)


def _carried(path: Path, extra: pd.DataFrame) -> Fields:
    """Carried columns as fields: those of several numbers put together again."""
    carried: Fields = {}
    several: dict[str, dict[tuple[int, ...], np.ndarray]] = {}
    for name in extra.columns:
        values = _field(path, str(name), extra[name])
        base, place = str(name), tuple[int, ...]()
        while match := _NUMBERED.fullmatch(base):
            base, place = match[1], (int(match[2]), *place)
        if place:
            several.setdefault(base, {})[place] = values
            carried.setdefault(base, values)
        else:
            carried[base] = values
    for name, parts in several.items():
        shape = tuple(max(place[i] for place in parts) + 1 for i in range(len(next(iter(parts)))))
        if set(parts) != set(np.ndindex(shape)):
            raise FormatError(f"{path}: the columns {name}[…] do not make up a field")
        stacked = np.stack([parts[place] for place in np.ndindex(shape)], -1)
        carried[name] = stacked.reshape(len(extra), *shape)
    return carried


def _field(path: Path, name: str, column: pd.Series) -> np.ndarray:
    """Column as numpy has it in a .cs file; text under a cryoSPARC name is read as its numbers."""
    if column.dtype.kind in "biuf":
        return column.to_numpy()
    texts = column.astype("str")
    if "/" in name or name == "uid":
        kind = ("<u8" if _LONG.search(_base(name)) else "<u4") if _WHOLE.search(_base(name)) else "<f4"
        convert: Callable[[str], float] = int if kind != "<f4" else float
        try:
            return np.array([convert(text) for text in texts], kind)
        except (ValueError, OverflowError):
            pass
    listed = texts.tolist()
    if any(text.endswith("\0") for text in listed):
        raise FormatError(f"{path}: column {name}: a text that ends with a zero byte cannot be written")
    try:
        encoded = np.array(listed, "S")
    except UnicodeEncodeError:  # numpy encodes ASCII alone
        encoded = np.array([text.encode() for text in listed])
    return encoded if encoded.itemsize else encoded.astype("S1")


def _base(name: str) -> str:
    return name.split("[")[0]
