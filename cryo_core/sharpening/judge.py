"""Profile models judged on maps with a known truth: once prepared, a map is sharpened and scored in a moment."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.sharpening.predict import SharpenSettings, ln_profiles
from cryo_core.sharpening.profiles import window_frequencies, window_voxels
from cryo_core.sharpening.rule import ProfileModel
from cryo_core.sharpening.scaling import between_nodes, node_positions, shell_parts
from cryo_core.sharpening.windows import outside_mean, require_mask

BLENDS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Shares of local deviations that are tried."""


@dataclass(frozen=True)
class Case:
    """A prepared map, which any model sharpens at the scored voxels without another transform.

    `logarithm` has the ln profiles of the nodes about `mask`, `parts` each shell's part in the voxels `place`,
    `truth` the B = 0 map there. `scored` is the number of voxels that count; those of them outside `mask`
    become 0. `moments` are the mean of the truth over them and the root of its summed squared deviations, `raw`
    the correlation of the map before sharpening, and `resolution_angstrom` its resolution.
    """

    mask: Bool[Tensor, "z y x"]
    spacing: int
    frequency_per_angstrom: Float[Tensor, " s"]
    logarithm: Float[Tensor, "n s"]
    place: Int[Tensor, "m 3"]
    parts: Float[Tensor, "m s"]
    truth: Float[Tensor, " m"]
    scored: int
    moments: tuple[float, float]
    raw: float
    resolution_angstrom: float

    def correlation(self, model: ProfileModel) -> float:
        """Correlation of the map, sharpened with a model, with the truth over the scored voxels."""
        correction = model.correction(self.frequency_per_angstrom, self.logarithm, self.resolution_angstrom)
        gains = between_nodes(self.mask, self.spacing, correction)(self.place)
        out = (gains * self.parts).sum(1).double()  # 0 at the scored voxels that are not in the mask
        mean, root = self.moments
        cross = float((self.truth.double() - mean) @ out)
        spread = float((out**2).sum() - out.sum() ** 2 / self.scored)
        return cross / (math.sqrt(max(spread, 1e-300)) * root)

    def gain(self, model: ProfileModel) -> float:
        """By how much a model raises the correlation."""
        return self.correlation(model) - self.raw


def prepare(
    volume: Volume,
    truth: Volume,
    scored: Bool[Tensor, "z y x"],
    mask: Bool[Tensor, "z y x"],
    resolution_angstrom: float,
    settings: SharpenSettings | None = None,
) -> Case:
    """A case made of a map, its truth, and the voxels to score and to sharpen.

    The answer is that of `predict.sharpen`. ShapeError and SettingsError as there; SettingsError too if no voxel is
    both scored and sharpened, or the truth is constant.

    Parameters
    ----------
    volume
        The map.
    truth
        Its model's map with all B = 0, on the same grid.
    scored
        (z, y, x), voxels to score: the model's mask.
    mask
        (z, y, x), voxels to sharpen.
    resolution_angstrom
        Resolution of the map, Å.
    settings
        Windows and nodes; the defaults if None.
    """
    settings = settings or SharpenSettings()
    volume.require_same_grid(truth)
    size = window_voxels(settings.window_angstrom, volume.voxel_angstrom)
    require_mask(mask, volume.density, size)
    require_mask(scored, truth.density, size)
    spacing = max(1, round(settings.node_angstrom / volume.voxel_angstrom))
    fill = outside_mean(volume.density, mask)
    place, parts = shell_parts(volume, mask & scored, size, fill)
    wanted, own = truth.density[scored].double(), volume.density[scored].double()
    mean, root = float(wanted.mean()), float((wanted - wanted.mean()).norm())
    if len(place) == 0 or root == 0:
        raise SettingsError(
            "no voxel of the model's mask is in the map's mask, or the model's map is constant"
        )
    raw = float(torch.corrcoef(torch.stack([own, wanted]))[0, 1])
    return Case(
        mask,
        spacing,
        window_frequencies(size, volume.voxel_angstrom),
        ln_profiles(volume, node_positions(mask, spacing), size, fill),
        place,
        parts,
        truth.density[place.unbind(1)],
        len(wanted),
        (mean, root),
        raw,
        resolution_angstrom,
    )


@dataclass(frozen=True)
class Verdict:
    """Result of leave-one-out for one way to make a model.

    `gain` of each case is by a model made without its structure, with the `blend` that is best on the cases of all
    other structures; `best_blend` is the one that is best on all.
    """

    gain: Float[Tensor, " c"]
    blend: Float[Tensor, " c"]
    best_blend: float

    @property
    def mean(self) -> float:
        """Mean gain over the cases."""
        return float(self.gain.mean())


def leave_one_out(
    make: Callable[[frozenset[int]], ProfileModel],
    cases: Sequence[Case],
    group: Sequence[int],
    done: Callable[[], None] = lambda: None,
    judging: frozenset[int] = frozenset(),
) -> Verdict:
    """Gain of a way to make models, each structure judged by a model that was made without it.

    Parameters
    ----------
    make
        Returns a model made without the structures it is called with: a set of one.
    cases
        Maps to judge on.
    group
        The structure of each case.
    done
        Called after each structure.
    judging
        Structures that are judged like the others, but do not count in the choice of the share.

    Raises
    ------
    SettingsError
        Fewer than two structures count in the choice.
    """
    choosing = set(group) - judging
    if len(choosing) < 2:
        raise SettingsError("to leave one structure out, at least two are needed")
    table = torch.zeros(len(cases), len(BLENDS), dtype=torch.float64)
    for out in sorted(set(group)):
        model = make(frozenset({out}))
        for number in (i for i, g in enumerate(group) if g == out):
            table[number] = torch.tensor([cases[number].gain(model.tuned(blend)) for blend in BLENDS])
        done()
    groups = torch.tensor(group)
    chosen = [_best(table, groups, choosing - {own}) for own in group]
    return Verdict(
        table[torch.arange(len(cases)), chosen],
        torch.tensor(BLENDS, dtype=torch.float64)[chosen],
        BLENDS[_best(table, groups, choosing)],
    )


def _best(table: Float[Tensor, "c b"], group: Int[Tensor, " c"], structures: set[int]) -> int:
    """Index of the share with the highest mean over structures, each counted once however many maps it has."""
    return int(torch.stack([table[group == g].mean(0) for g in sorted(structures)]).mean(0).argmax())


def winner(
    verdicts: Mapping[str, Verdict],
    baseline: str,
    least: float = 0.0,
    guarded: Sequence[int] = (),
    most_loss: float = 0.002,
) -> str:
    """Name of the way with the highest mean gain; the baseline unless another is better by more than `least`.

    Parameters
    ----------
    verdicts
        By the name of the way.
    baseline
        Name of the way that wins if no other does.
    least
        By how much another must be better.
    guarded
        Indices of cases on which no way may lose.
    most_loss
        A way that falls below the baseline by more than this on one of them cannot win.
    """
    chosen = torch.tensor(list(guarded), dtype=torch.long)
    floor = verdicts[baseline].gain[chosen] - most_loss
    sound = [name for name, verdict in verdicts.items() if bool((verdict.gain[chosen] >= floor).all())]
    best = max(sound, key=lambda name: verdicts[name].mean)
    return best if verdicts[best].mean > verdicts[baseline].mean + least else baseline
