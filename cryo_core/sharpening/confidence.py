"""Confidence maps by control of the false discovery rate (Beckers, Jakobi & Sachse 2019, IUCrJ 6, 18)."""

import math
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.fourier.filters import low_pass
from cryo_core.fourier.transforms import raw_spectrum_to_volume, raw_volume_spectrum
from cryo_core.geometry.symmetry import symmetry_matrices
from cryo_core.sharpening.windows import require_finite
from cryo_core.validation.maps import auto_mask

_EULER = 0.5772156649015329
_NORMALITY = 0.01
"""A Kolmogorov–Smirnov distance of the noise from a normal distribution above which a warning is given."""


@dataclass(frozen=True)
class ConfidenceSettings:
    """Level of the mask, noise boxes, a low-pass before, and the map's symmetry.

    Attributes
    ----------
    false_discovery_rate : share
        Of the mask's voxels that may be noise.
    noise_box_voxels : voxels
        Edge of the noise boxes; 0: a tenth of the longest edge, at least 10, even.
    low_pass_angstrom : Å
        Low-pass before; 0: none.
    symmetry : point group
        That was imposed on the map, on RELION's axes: noise is higher near its axes.
    """

    false_discovery_rate: float = 0.01
    noise_box_voxels: int = 0
    low_pass_angstrom: float = 0.0
    symmetry: str = "C1"

    def __post_init__(self) -> None:
        """Refuse settings out of range."""
        if not 0 < self.false_discovery_rate < 1:
            raise SettingsError(
                f"false_discovery_rate: {self.false_discovery_rate}: should be between 0 and 1"
            )
        if self.noise_box_voxels < 0 or self.low_pass_angstrom < 0:
            raise SettingsError("noise_box_voxels and low_pass_angstrom: should be 0 or more")
        symmetry_matrices(self.symmetry)


@dataclass(frozen=True)
class Confidence:
    """A confidence map, 1 − false discovery rate at each voxel, and the noise that it was measured against.

    `corners` (z, y, x) are where the noise boxes of edge `box_voxels` begin, `kept_in_noise` the share of
    their voxels in the mask, `normality` the Kolmogorov–Smirnov distance of their values. `mean` and `deviation`
    are those of noise far from symmetry axes; on them it is up to `on_axes` times as strong.
    """

    confidence: Volume
    mask: Bool[Tensor, "z y x"]
    mean: float
    deviation: float
    box_voxels: int
    corners: tuple[tuple[int, int, int], ...]
    kept_in_noise: float
    normality: float
    on_axes: float
    warnings: tuple[str, ...]


def confidence_map(
    volume: Volume,
    settings: ConfidenceSettings | None = None,
    centres: tuple[tuple[int, int, int], ...] = (),
) -> Confidence:
    """Confidence that each voxel holds signal, and the mask of those that do.

    Densities are studentised by the noise in boxes, turned into right-sided p-values of a normal distribution,
    and these into q-values by Benjamini & Yekutieli's procedure over the voxels of the sphere in the box; what
    lies outside is 0. Where a symmetry was imposed noise is higher near its axes (`noise_beside_axes`), and densities
    are divided by that first.

    Parameters
    ----------
    volume
        The map.
    settings
        Level, boxes and low-pass; the defaults if None.
    centres
        Centres z, y, x of the noise boxes; without any, four boxes at the faces of y and x.

    Raises
    ------
    SettingsError
        The map is not finite, a box leaves the map, or the noise cannot be measured because the map is masked.
    """
    settings = settings or ConfidenceSettings()
    require_finite(volume.density, "the map")
    if settings.low_pass_angstrom:
        volume = low_pass(volume, settings.low_pass_angstrom)
    shape = tuple(volume.density.shape)
    box = settings.noise_box_voxels or max(10, 2 * math.ceil(0.1 * max(shape) / 2 - 1e-9))
    if box > min(shape):
        raise SettingsError(f"noise boxes of {box} voxels do not fit in a map of {shape} voxels")
    corners = _given(centres, box, shape) if centres else _at_faces(box, shape)
    noise = [volume.density[z : z + box, y : y + box, x : x + box].double() for z, y, x in corners]
    corners, noise, warnings = _usable(corners, noise)
    stronger = noise_beside_axes(noise, shape, symmetry_matrices(settings.symmetry).to(volume.density.device))
    cubes = [stronger[z : z + box, y : y + box, x : x + box] for z, y, x in corners]
    middle = torch.stack(noise).mean()
    even = middle + (volume.density - middle) / stronger
    values = torch.stack([middle + (n - middle) / s for n, s in zip(noise, cubes, strict=True)]).flatten()
    mean, deviation = float(values.mean()), float(values.std(correction=0))
    distance = _normality((values - mean) / deviation)
    if distance > _NORMALITY + 1.36 / math.sqrt(len(values)):  # beyond what sampling alone gives at 5%
        warnings.append(f"The noise is not normal (distance {distance:.3f}): the level is approximate.")
    quality = _q_values(((even - mean) / deviation).to(volume.density.dtype))
    mask = quality <= settings.false_discovery_rate
    kept = torch.stack([mask[z : z + box, y : y + box, x : x + box] for z, y, x in corners])
    return Confidence(
        volume.with_density(1.0 - quality),
        mask,
        mean,
        deviation,
        box,
        tuple(corners),
        float(kept.double().mean()),
        distance,
        float(stronger.max()),
        tuple(warnings),
    )


def noise_beside_axes(
    noise: list[Float[Tensor, "n n n"]], shape: tuple[int, ...], operators: Float[Tensor, "g 3 3"]
) -> Float[Tensor, "z y x"]:
    """Deviation of the noise at each voxel of a symmetrised map, relative to that far from the axes.

    The mean of g turned copies of noise has the variance σ² / g · Σ ρ(|R r − r|) over the rotations R, where ρ is the
    noise's autocorrelation: 1 / g far from the axes, 1 on an axis of g turns. ρ is measured in the noise boxes.

    Parameters
    ----------
    noise
        Cubes of noise.
    shape
        Of the map, z, y, x; the axes pass through its centre voxel.
    operators
        (g, 3, 3), the rotations of the point group; the first is the identity.
    """
    device = noise[0].device
    z, y, x = (torch.arange(n, device=device, dtype=torch.float32) - n // 2 for n in shape)
    variance = torch.ones(shape, device=device)
    if len(operators) == 1:
        return variance
    curve = _autocorrelation(noise)
    for operator in operators[1:].float():
        rows = (operator - torch.eye(3, device=device)).tolist()
        moved2 = torch.zeros(shape, device=device)
        for a, b, c in rows:
            moved2 += (a * x + b * y[:, None] + c * z[:, None, None]).square()
        place = moved2.sqrt().clamp(max=len(curve) - 1.001)
        before = place.floor().long()
        part = place - before
        variance += curve[before] * (1 - part) + curve[before + 1] * part
    return variance.sqrt()


def _autocorrelation(noise: list[Float[Tensor, "n n n"]]) -> Float[Tensor, " d"]:
    """Correlation of noise with itself at distances of 0, 1 and so on voxels, 0 from where it is not positive."""
    cubes = torch.stack([cube.double() - cube.double().mean() for cube in noise])
    n = cubes.shape[-1]
    size = (2 * n,) * 3
    wide = torch.zeros(len(cubes), *size, dtype=torch.float64, device=cubes.device)
    wide[:, :n, :n, :n] = cubes
    ones = torch.zeros_like(wide[:1])
    ones[:, :n, :n, :n] = 1.0
    products, pairs = (
        raw_spectrum_to_volume(raw_volume_spectrum(v).abs().square() + 0j, size) for v in (wide, ones)
    )
    steps = torch.arange(2 * n, device=cubes.device)
    away = torch.minimum(steps, 2 * n - steps).double()
    distance = (away[:, None, None] ** 2 + away[:, None] ** 2 + away**2).sqrt().round().long()
    near = distance <= n // 2
    sums = [
        torch.zeros(n // 2 + 1, dtype=torch.float64, device=cubes.device).index_add(
            0, distance[near], v[near]
        )
        for v in (products.sum(0), len(cubes) * pairs[0])
    ]
    curve = (sums[0] / sums[1]) / (sums[0][0] / sums[1][0])
    ended = torch.cumsum((curve <= 0).long(), 0) > 0
    curve = torch.where(ended, 0.0, curve)
    return torch.cat([curve, torch.zeros_like(curve[:2])]).float()


def molecule_mask(volume: Volume) -> tuple[Bool[Tensor, "z y x"], str, tuple[str, ...]]:
    """Voxels to sharpen, how they were chosen ("confidence" or "automatic"), and warnings.

    Where noise can be measured, "confidence": the 1% mask, and the automatic mask that fills its holes. Of a
    masked map, "automatic": the automatic mask alone.
    """
    automatic = auto_mask(volume) >= 0.5
    try:
        measured = confidence_map(volume)
    except SettingsError as error:
        if not bool(torch.isfinite(volume.density).all()):
            raise
        return automatic, "automatic", (f"{error}; an automatic mask is used",)
    return automatic | measured.mask, "confidence", measured.warnings


def _at_faces(box: int, shape: tuple[int, ...]) -> list[tuple[int, int, int]]:
    """Corners of four boxes at 2% from the faces of y and x, in the middle of the other axes."""
    middle = [(edge - box) // 2 for edge in shape]
    near = [min(round(0.02 * edge), edge - box) for edge in shape]
    far = [edge - box - n for edge, n in zip(shape, near, strict=True)]
    return [
        (middle[0], near[1], middle[2]),
        (middle[0], far[1], middle[2]),
        (middle[0], middle[1], near[2]),
        (middle[0], middle[1], far[2]),
    ]


def _given(
    centres: tuple[tuple[int, int, int], ...], box: int, shape: tuple[int, ...]
) -> list[tuple[int, int, int]]:
    corners = [(z - box // 2, y - box // 2, x - box // 2) for z, y, x in centres]
    for corner in corners:
        if any(c < 0 or c + box > edge for c, edge in zip(corner, shape, strict=True)):
            raise SettingsError(f"a noise box of {box} voxels from {corner} (z, y, x) leaves the map {shape}")
    return corners


def _usable(
    corners: list[tuple[int, int, int]], noise: list[Float[Tensor, "n n n"]]
) -> tuple[list[tuple[int, int, int]], list[Float[Tensor, "n n n"]], list[str]]:
    """The noise boxes without those that were masked (their voxels repeat one value) or hold signal."""
    masked = [float((cube == cube.flatten().mode().values).double().mean()) > 0.1 for cube in noise]
    if all(masked):
        raise SettingsError(
            "the map is masked: its noise boxes are constant, so that noise cannot be measured. "
            "Give the unmasked map, noise boxes that hold noise, or a mask"
        )
    spread = torch.tensor([float(cube.std()) for cube in noise], dtype=torch.float64)
    quiet = float(spread[~torch.tensor(masked)].min())
    keep = [not m and float(s) <= 2.0 * quiet for m, s in zip(masked, spread, strict=True)]
    warnings = []
    if not all(keep):
        warnings.append(
            f"{keep.count(False)} of {len(keep)} noise boxes hold a mask or signal and were left out."
        )
    chosen = [i for i, k in enumerate(keep) if k]
    return [corners[i] for i in chosen], [noise[i] for i in chosen], warnings


def _normality(values: Float[Tensor, " n"]) -> float:
    """Largest distance between the distribution of values and the normal one."""
    expected = torch.special.ndtr(values.sort().values)
    rank = torch.arange(len(values) + 1, dtype=torch.float64, device=values.device) / len(values)
    return float(torch.maximum((rank[1:] - expected).abs(), (expected - rank[:-1]).abs()).max())


def _q_values(studentised: Float[Tensor, "z y x"]) -> Float[Tensor, "z y x"]:
    """Benjamini–Yekutieli q-values of z-scores over the sphere in the box; 1 outside of it."""
    inside = _sphere(studentised.shape, studentised.device)
    values = studentised[inside]
    count = len(values)
    order = values.argsort(descending=True)
    signal = int((values > 0).sum())
    p = torch.special.erfc(values[order[:signal]].double() / math.sqrt(2.0)) / 2.0
    rank = torch.arange(1, signal + 1, dtype=torch.float64, device=values.device)
    harmonic = math.log(count) + _EULER + 0.5 / count - 1 / (12 * count**2) + 1 / (120 * count**4)
    adjusted = (p * (count * harmonic) / rank).clamp(max=1.0)
    smallest = adjusted.flip(0).cummin(0).values.flip(0)
    q = torch.ones(count, dtype=torch.float32, device=values.device)
    q[order[:signal]] = smallest.float()
    out = torch.ones_like(studentised, dtype=torch.float32)
    out[inside] = q
    return out


def _sphere(shape: tuple[int, ...], device: torch.device) -> Bool[Tensor, "z y x"]:
    """The ellipsoid that touches the box's faces: a sphere in a cube."""
    total = torch.zeros((), device=device)
    for axis, edge in enumerate(shape):
        line = (torch.arange(edge, device=device) - edge // 2) / (edge / 2)
        total = total + (line**2).reshape([-1 if a == axis else 1 for a in range(3)])
    return total <= 1.0
