"""Two versions side by side: what was set differently, which numbers changed, and their curves over each other."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from cryo_assets.lineage.why import Answer
from cryo_assets.store.recipe import Recipe, differences
from cryo_assets.store.store import Artifact
from cryo_core.errors import CryoError, SettingsError
from cryo_core.formats.star import read_star


@dataclass(frozen=True)
class Change:
    """A number of both versions."""

    name: str
    first: Any
    second: Any

    @property
    def difference(self) -> float | None:
        """Second minus first, where both are numbers."""
        numbers = [
            v for v in (self.first, self.second) if isinstance(v, int | float) and not isinstance(v, bool)
        ]
        return float(numbers[1] - numbers[0]) if len(numbers) == 2 else None


@dataclass(frozen=True)
class Comparison:
    """What differs between two versions of an asset."""

    first: Artifact
    second: Artifact
    why: dict[str, list[str]]
    """For each asset of both lineages that differs by itself, in words, why; those with other settings first."""
    numbers: list[Change]
    checks: list[Change]
    curves: dict[str, tuple[list[float], list[float]]]
    """By title: frequency (1/Å) and correlation."""

    def as_plain(self) -> dict[str, Any]:
        """The comparison as JSON values."""
        return {
            "first": {
                "version": self.first.version,
                "asset": self.first.recipe.asset,
                "entry": self.first.entry,
            },
            "second": {
                "version": self.second.version,
                "asset": self.second.recipe.asset,
                "entry": self.second.entry,
            },
            "why": self.why,
            "numbers": [
                {"name": c.name, "first": c.first, "second": c.second, "difference": c.difference}
                for c in self.numbers
            ],
            "checks": [{"name": c.name, "first": c.first, "second": c.second} for c in self.checks],
            "curves": {
                title: {"frequency_per_angstrom": x, "correlation": y}
                for title, (x, y) in self.curves.items()
            },
        }


def compare(first: Answer, second: Answer) -> Comparison:
    """Compare two versions of one asset, of the same entry or of two; SettingsError if they are of two assets."""
    one, two = first.root.artifact, second.root.artifact
    if one.recipe.asset != two.recipe.asset:
        raise SettingsError(
            f"{one.recipe.asset} and {two.recipe.asset}: two assets; compare two versions of one"
        )
    names = list(dict.fromkeys([*one.numbers, *two.numbers]))
    return Comparison(
        first=one,
        second=two,
        why=_why(first, second),
        numbers=[Change(n, one.numbers.get(n), two.numbers.get(n)) for n in names],
        checks=_checks(one, two),
        curves=_curves(one, "first") | _curves(two, "second"),
    )


def _why(first: Answer, second: Answer) -> dict[str, list[str]]:
    before = {node.artifact.recipe.asset: node.artifact.recipe for node in reversed(first.nodes())}
    after = {node.artifact.recipe.asset: node.artifact.recipe for node in reversed(second.nodes())}
    both = [asset for asset in after if asset in before]
    reasons = {asset: _by_itself(before[asset], after[asset], both) for asset in both}
    set_so = {asset for asset in both if before[asset].settings != after[asset].settings}
    order = sorted(reasons, key=lambda asset: asset not in set_so)
    return {asset: reasons[asset] for asset in order if reasons[asset]}


def _by_itself(old: Recipe, new: Recipe, told: Collection[str]) -> list[str]:
    """Why an asset differs, settings first, without the inputs that are told of themselves."""
    kept = [
        replace(recipe, inputs={k: v for k, v in recipe.inputs.items() if k.partition("@")[0] not in told})
        for recipe in (old, new)
    ]
    return sorted(differences(*kept), key=lambda line: not line.startswith("setting "))


def _checks(one: Artifact, two: Artifact) -> list[Change]:
    before, after = [
        {c.name: f"{'passed' if c.passed else 'failed'}: {c.detail}" for c in a.checks} for a in (one, two)
    ]
    names = dict.fromkeys([*before, *after])
    return [Change(n, before.get(n), after.get(n)) for n in names if before.get(n) != after.get(n)]


_X = "rlnResolution"
_Y = {
    "rlnFourierShellCorrelationCorrected": "corrected",
    "rlnFourierShellCorrelationUnmaskedMaps": "unmasked",
}


def _curves(artifact: Artifact, side: str) -> dict[str, tuple[list[float], list[float]]]:
    """Read the FSC curves of a version; none where it has none, or was pruned."""
    curves = {}
    for name in artifact.files:
        path = artifact.folder / name
        if not name.endswith("fsc.star") or not path.exists():
            continue
        try:
            table = read_star(path)["fsc"]
        except (CryoError, KeyError):
            continue
        for column, title in _Y.items():
            if _X in table and column in table:
                where = "" if name == "fsc.star" else f"{name.removesuffix('fsc.star').strip('/_')} "
                curves[f"{where}{title}, {side}"] = (
                    [float(x) for x in table[_X]],
                    [float(y) for y in table[column]],
                )
    return curves


def draw(comparison: Comparison, path: Path) -> None:
    """Draw the curves of both over each other; SettingsError where there are none, or they cannot be laid over."""
    if not comparison.curves:
        raise SettingsError(f"{path}: neither version has curves (fsc.star) to draw")
    figure = Figure(figsize=(6.4, 3.8), dpi=110, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    colours = {
        title: f"C{i}" for i, title in enumerate(dict.fromkeys(t.split(", ")[0] for t in comparison.curves))
    }
    for title, (frequency, correlation) in comparison.curves.items():
        what, side = title.split(", ")
        axes.plot(
            frequency, correlation, label=title, color=colours[what], ls="-" if side == "second" else "--"
        )
    axes.axhline(0.143, color="0.6", lw=0.8)
    axes.set_xlabel("resolution (1/Å)")
    axes.set_ylabel("Fourier shell correlation")
    axes.legend(frameon=False, fontsize=8)
    figure.savefig(path)
