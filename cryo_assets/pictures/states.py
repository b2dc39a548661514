"""Pictures of maps at points of latent space."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from matplotlib.patheffects import withStroke

from cryo_assets.pictures.draw import new_figure, resolution_ticks, save
from cryo_assets.pictures.latent import class_colour
from cryo_core.heterogeneity.states.density import Density

_HIGHEST = 6.0
"""Largest free energy that is told apart, in kT."""


def images_by_shell(
    frequency_per_angstrom: Sequence[float], counts: Mapping[str, Sequence[float]], path: Path
) -> None:
    """Draw how many images count in each shell of each map."""
    figure = new_figure(6.4, 3.2)
    axes = figure.subplots()
    for number, (name, values) in enumerate(counts.items(), 1):
        axes.step(frequency_per_angstrom, values, label=name, color=class_colour(number), lw=1.6, where="mid")
    axes.set_yscale("log")
    resolution_ticks(axes, float(max(frequency_per_angstrom)))
    axes.set_ylabel("images that count")
    axes.legend(frameon=False, fontsize=8)
    save(figure, path)


def free_energy(found: Density, path: Path) -> None:
    """Draw −ln ρ along one axis with its error, or over two, with the modes."""
    figure = new_figure(5.2, 4.0)
    axes = figure.subplots()
    energy = found.free_energy.clamp(max=_HIGHEST)
    places = [((mode.at - found.centre) @ found.axes.T).tolist() for mode in found.modes]
    if len(found.shape) == 1:
        line = found.grid[:, 0].tolist()
        low, high = ((energy + s * found.error.clamp(max=_HIGHEST)).clamp(0, _HIGHEST) for s in (-1, 1))
        axes.fill_between(line, low.tolist(), high.tolist(), color="0.85", lw=0)
        axes.plot(line, energy.tolist(), color=class_colour(1), lw=1.8)
        axes.set_ylabel("−ln ρ")
    else:
        x, y = (found.grid[:, i].reshape(found.shape).numpy() for i in (0, 1))
        drawn = axes.contourf(x, y, energy.reshape(found.shape).numpy(), 12, cmap="viridis_r")
        figure.colorbar(drawn, ax=axes, label="−ln ρ")
        axes.set_ylabel("principal axis 2")
    for number, (place, mode) in enumerate(zip(places, found.modes, strict=True), 1):
        height = place[1] if len(place) > 1 else mode.free_energy
        axes.plot(place[0], height, "o", color="black", mec="white", ms=5)
        words, outline = f" {number} ({mode.support:.0%})", [withStroke(linewidth=2.5, foreground="white")]
        axes.annotate(words, (place[0], height), fontsize=8, path_effects=outline)
    axes.set_xlabel("principal axis 1")
    axes.set_title(f"{found.states} stable of {len(found.modes)} modes", fontsize=9)
    save(figure, path)


def shares(found: Mapping[str, tuple[float, float]], path: Path) -> None:
    """Draw the share of the latents' spread that each thing explains, and what it would by chance."""
    figure = new_figure(5.6, 0.45 * len(found) + 1.0)
    axes = figure.subplots()
    places = list(range(len(found)))
    axes.barh(places, [100 * share for share, _ in found.values()], color=class_colour(1), height=0.6)
    axes.plot([100 * chance for _, chance in found.values()], places, "k|", ms=14, label="by chance")
    axes.set_yticks(places, list(found))
    axes.invert_yaxis()
    axes.set_xlabel("% of the latents' spread")
    axes.legend(frameon=False, fontsize=8)
    save(figure, path)
