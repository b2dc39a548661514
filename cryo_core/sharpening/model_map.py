"""Maps and masks of an atomic model on a map's grid: the reference of LocScale and of scores."""

import math
from dataclasses import replace

import pandas as pd
import torch
from jaxtyping import Bool, Float
from torch import Tensor

from cryo_core.data import Atoms, Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.filters import low_pass
from cryo_core.imaging.density import density

SCORE_ANGSTROM = 2.435
"""Resolution of the map that scores are taken against, so that they do not depend on the voxel's size."""

MASK_ANGSTROM = 2.95
"""Radius about atoms of the model's mask. With both constants the raw correlations that the project's records give for
emd_5778_chainA, emd_2566_chain9 and emd_3186 (0.408, 0.610, 0.322) are met to 0.002."""

_MARGIN_ANGSTROM = 16.0
_SPHERES = 4096


_LEAST_RANGE_ANGSTROM2 = 10.0
"""Range of refined B factors (LocScale's threshold)."""

_CONFIDENCE = (25.0, 50.0, 80.0)
"""Least 1% quantile, median and 99% quantile of a pLDDT, which ends at 100."""

_ATOMS_A_RESIDUE = 3
"""From so many on, a value that all atoms of a residue share is a residue's and not an atom's."""


def b_factor_fault(atoms: Atoms) -> str | None:
    """Why a model's B factors are not to be believed; None where nothing speaks against them.

    They hardly differ (zeros, one value, shares from 0 to 1), or are a prediction's confidence: a pLDDT ends at 100,
    most of it is above 50, and all atoms of a residue share it, or it lies as refined B factors hardly do.
    """
    b = atoms.b_factor_angstrom2.double().cpu()
    some = b[torch.randperm(len(b), generator=torch.Generator().manual_seed(0))[:1_000_000]]
    low, middle, high = (float(some.quantile(q)) for q in (0.01, 0.5, 0.99))
    if high - low < _LEAST_RANGE_ANGSTROM2:
        return f"the model's B factors differ by {high - low:.2g} Å² only: they were not refined, and count as equal"
    least, typical, near = _CONFIDENCE
    may_be = middle >= typical and float(b.min()) >= 0 and float(b.max()) <= 100
    if may_be and ((low >= least and high >= near) or _of_residues(atoms)):
        return (
            f"the model's B factors ({float(b.min()):.0f} to {float(b.max()):.0f}) look like a prediction's confidence "
            "(pLDDT): they are taken as unrefined, equal; refined ones are believed once their lowest is subtracted"
        )
    return None


def _of_residues(atoms: Atoms) -> bool:
    """Whether all atoms of a residue share one B factor, in a model that has several atoms in most."""
    keys = pd.MultiIndex.from_arrays([atoms.chain, atoms.residue_number]).factorize()[0]
    count = int(keys.max()) + 1
    b = pd.Series(atoms.b_factor_angstrom2.double().cpu().numpy()).groupby(keys)
    return len(keys) >= _ATOMS_A_RESIDUE * count and bool((b.max() - b.min() < 0.01).mean() > 0.95)


def shifted_b_factors(atoms: Atoms) -> Float[Tensor, " n"]:
    """B factors shifted so that their 1% quantile becomes 0, none below 0, as in LocScale's references (Å²).

    0 for all where they are not to be believed (`b_factor_fault`).
    """
    b = atoms.b_factor_angstrom2
    if b_factor_fault(atoms):
        return torch.zeros_like(b)
    lowest = torch.quantile(
        b[torch.randperm(len(b), generator=torch.Generator().manual_seed(0))[:1_000_000]], 0.01
    )
    return (b - lowest).clamp(min=0.0)


def model_map(atoms: Atoms, volume: Volume) -> Volume:
    """The model's density on the grid of `volume`, with shifted B factors: LocScale's reference.

    SettingsError if no atom lies in the map.
    """
    return _on_grid(replace(atoms, b_factor_angstrom2=shifted_b_factors(atoms)), volume, None)


def score_map(atoms: Atoms, volume: Volume) -> Volume:
    """The model's density with all B = 0, to `SCORE_ANGSTROM` (or the grid's own limit): the reference of scores.

    SettingsError if no atom lies in the map.
    """
    still = replace(atoms, b_factor_angstrom2=torch.zeros_like(atoms.b_factor_angstrom2))
    return _on_grid(still, volume, SCORE_ANGSTROM)


def model_mask(atoms: Atoms, volume: Volume, radius_angstrom: float = MASK_ANGSTROM) -> Bool[Tensor, "z y x"]:
    """The voxels within `radius_angstrom` of an atom's centre.

    SettingsError if no atom lies in the map.

    Parameters
    ----------
    atoms
        The model.
    volume
        The grid.
    radius_angstrom
        Å.
    """
    device = volume.density.device
    place, shape = _voxel_positions(atoms, volume), torch.tensor(volume.density.shape[::-1])
    reach = radius_angstrom / volume.voxel_angstrom
    span = torch.arange(-math.ceil(reach), math.ceil(reach) + 1)
    offset = torch.stack(torch.meshgrid(span, span, span, indexing="ij"), -1).reshape(-1, 3)
    mask = torch.zeros(volume.density.shape, dtype=torch.bool)
    for part in torch.split(place, _SPHERES):
        index = part.round().long()[:, None] + offset
        near = ((index - part[:, None]) ** 2).sum(-1) <= reach**2
        inside = ((index >= 0) & (index < shape)).all(-1)
        x, y, z = index[near & inside].unbind(1)
        mask[z, y, x] = True
    if not bool(mask.any()):
        raise SettingsError("no atom of the model lies in the map: is the model in the map's frame?")
    return mask.to(device)


def _voxel_positions(atoms: Atoms, volume: Volume) -> Float[Tensor, "n 3"]:
    origin = torch.tensor(volume.origin_angstrom, dtype=torch.float64)
    return (atoms.position_angstrom.double().cpu() - origin) / volume.voxel_angstrom


def _on_grid(atoms: Atoms, volume: Volume, resolution_angstrom: float | None) -> Volume:
    """The model's map, computed in the box about the atoms alone, so that memory follows the model and not the map."""
    voxel = volume.voxel_angstrom
    place = _voxel_positions(atoms, volume)
    shape = torch.tensor(volume.density.shape[::-1])
    if not bool(((place >= 0) & (place <= shape - 1)).all(1).any()):
        raise SettingsError("no atom of the model lies in the map: is the model in the map's frame?")
    margin = math.ceil(_MARGIN_ANGSTROM / voxel)
    low = (place.amin(0).floor().long() - margin).clamp(min=0)
    high = (place.amax(0).ceil().long() + margin + 1).minimum(shape)
    x, y, z = (high - low).tolist()
    start = tuple(o + int(i) * voxel for o, i in zip(volume.origin_angstrom, low, strict=True))
    part = density(atoms.to(volume.density.device), (z, y, x), voxel, (start[0], start[1], start[2]))
    if resolution_angstrom and resolution_angstrom > 2.0 * voxel / math.sqrt(3.0):
        part = low_pass(part, resolution_angstrom, 0.0)
    out = torch.zeros_like(volume.density)
    (x0, y0, z0), (x1, y1, z1) = low.tolist(), high.tolist()
    out[z0:z1, y0:y1, x0:x1] = part.density
    return volume.with_density(out)
