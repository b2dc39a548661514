"""Judging profile models on maps whose truth is known: prepared once, a map is sharpened and scored in a moment."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import torch
from jaxtyping import Bool, Float, Int
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.sharpening.predict import SharpenSettings, ln_profiles
from cryo_core.sharpening.profiles import window_frequencies, window_voxels
from cryo_core.sharpening.rule import DAMPING, KEPT_SHELLS, ProfileModel, UniversalRule
from cryo_core.sharpening.scaling import between_nodes, node_positions, shell_parts
from cryo_core.sharpening.windows import outside_mean, require_mask

DAMPINGS = (0.0, 0.5, 1.0, 1.5, 2.0, DAMPING, 3.5, 4.5, 6.0, 8.0)
"""Dampings (B factors over the square of the resolution) that are tried."""

BLENDS = (0.0, 0.5, 1.0)
"""Shares of local deviations that are tried."""


@dataclass(frozen=True)
class Case:
    """A map made ready: what sharpening it with any model gives at the voxels that are scored.

    `logarithm` has the ln profiles of the nodes about `mask`, `parts` each shell's part in the voxels `place`,
    `truth` the B = 0 map there. `scored` voxels count, of which those outside `mask` become 0; `moments` are
    the mean of the truth over them and the root of its summed squared deviations, `raw` the
    correlation of the map as it is, `resolution_angstrom` its resolution.
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
        """Give the correlation of the map, sharpened with a model, with the truth over the scored voxels."""
        return float(self._correlations(self._scaled(model).sum(1, keepdim=True))[0])

    def gain(self, model: ProfileModel) -> float:
        """Give by how much a model raises the correlation."""
        return self.correlation(model) - self.raw

    def damped_gains(self, model: ProfileModel, blend: float) -> Float[Tensor, " b"]:
        """Give the gains of a model with a share of local deviations and each of `DAMPINGS`.

        Damping is the same for all windows and begins after the kept shells, so that the gains need not be found
        again for each.
        """
        f = self.frequency_per_angstrom
        first = min(KEPT_SHELLS, len(f) - 1)
        beyond = (f**2 - f[first] ** 2).clamp(min=0.0) / 4.0
        damping = torch.exp(-beyond[:, None] * self.resolution_angstrom**2 * torch.tensor(DAMPINGS))
        return self._correlations(self._scaled(model.tuned(0.0, blend)) @ damping) - self.raw

    def _scaled(self, model: ProfileModel) -> Float[Tensor, "m s"]:
        """Give the shells' parts after their gains."""
        correction = model.correction(self.frequency_per_angstrom, self.logarithm, self.resolution_angstrom)
        return between_nodes(self.mask, self.spacing, correction)(self.place) * self.parts

    def _correlations(self, maps: Float[Tensor, "m b"]) -> Float[Tensor, " b"]:
        """Correlate maps, given at `place` and 0 elsewhere, with the truth."""
        out = maps.double()
        mean, root = self.moments
        cross = (self.truth.double() - mean) @ out
        spread = (out**2).sum(0) - out.sum(0) ** 2 / self.scored
        return cross / (spread.clamp(min=1e-300).sqrt() * root)


def prepare(
    volume: Volume,
    truth: Volume,
    scored: Bool[Tensor, "z y x"],
    mask: Bool[Tensor, "z y x"],
    resolution_angstrom: float,
    settings: SharpenSettings | None = None,
) -> Case:
    """Make a case of a map, its B = 0 map, the voxels to score (the model's mask), those to sharpen, its resolution.

    The answer is that of `predict.sharpen`. ShapeError and SettingsError as there; SettingsError too if no voxel is
    both scored and sharpened, or the truth is constant.
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
    """What leave-one-out says of one way to make a model.

    `gain` of each case is by a model made without its structure, with the `damping` and `blend` that are best
    on the cases of all other structures; `settings` are those that are best on all.
    """

    gain: Float[Tensor, " c"]
    damping: Float[Tensor, " c"]
    blend: Float[Tensor, " c"]
    settings: tuple[float, float]

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
    """Judge a way to make models: for each structure, `make` is given the set of it alone, to learn without it.

    The structures `judging` are tried like the others, but choose no settings. SettingsError with fewer than two
    structures that choose.
    """
    choosing = set(group) - judging
    if len(choosing) < 2:
        raise SettingsError("to leave one structure out, at least two are needed")
    table = torch.zeros(len(cases), len(DAMPINGS), len(BLENDS), dtype=torch.float64)
    for out in sorted(set(group)):
        model = make(frozenset({out}))
        for number in (i for i, g in enumerate(group) if g == out):
            table[number] = gains(model, cases[number])
        done()
    groups = torch.tensor(group)
    rows = []
    for number, own in enumerate(group):
        b, blend = _best(_fair_mean(table, groups, choosing - {own}))
        rows.append((float(table[number, b, blend]), DAMPINGS[b], BLENDS[blend]))
    found = torch.tensor(rows, dtype=torch.float64)
    b, blend = _best(_fair_mean(table, groups, choosing))
    return Verdict(found[:, 0], found[:, 1], found[:, 2], (DAMPINGS[b], BLENDS[blend]))


def as_it_is(
    make: Callable[[frozenset[int]], UniversalRule],
    cases: Sequence[Case],
    group: Sequence[int],
    done: Callable[[], None] = lambda: None,
) -> Verdict:
    """Judge a way to make rules whose settings are given and not chosen: for each structure, one made without it."""
    gain = torch.zeros(len(cases), dtype=torch.float64)
    for out in sorted(set(group)):
        rule = make(frozenset({out}))
        for number in (i for i, g in enumerate(group) if g == out):
            gain[number] = cases[number].gain(rule)
        done()
    damping, blend = torch.full_like(gain, rule.damping), torch.full_like(gain, rule.blend)
    return Verdict(gain, damping, blend, (rule.damping, rule.blend))


def gains(model: ProfileModel, case: Case) -> Float[Tensor, "b s"]:
    """Give the gain of a case for all dampings and shares that are tried."""
    return torch.stack([case.damped_gains(model, blend) for blend in BLENDS], 1)


def _fair_mean(
    table: Float[Tensor, "c b s"], group: Int[Tensor, " c"], structures: set[int]
) -> Float[Tensor, "b s"]:
    """Average over structures, each counted once however many maps it has."""
    return torch.stack([table[group == g].mean(0) for g in sorted(structures)]).mean(0)


def _best(table: Float[Tensor, "b s"]) -> tuple[int, int]:
    index = int(table.argmax())
    return index // table.shape[1], index % table.shape[1]


def winner(
    verdicts: Mapping[str, Verdict],
    baseline: str,
    least: float = 0.0,
    guarded: Sequence[int] = (),
    most_loss: float = 0.002,
) -> str:
    """Name the way with the highest mean gain; the baseline unless another is better by more than `least`.

    A way that falls below the baseline by more than `most_loss` on one of the cases `guarded` cannot win.
    """
    chosen = torch.tensor(list(guarded), dtype=torch.long)
    floor = verdicts[baseline].gain[chosen] - most_loss
    sound = [name for name, verdict in verdicts.items() if bool((verdict.gain[chosen] >= floor).all())]
    best = max(sound, key=lambda name: verdicts[name].mean)
    return best if verdicts[best].mean > verdicts[baseline].mean + least else baseline
