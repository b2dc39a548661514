"""Pictures of latent space show what there is: one axis as a histogram, how many particles a class has."""

from pathlib import Path

import numpy as np
import pytest
import torch
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from cryo_assets.pictures import fits, latent

LABELS = np.repeat([1, 2, -1], [1800, 900, 300])


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Figure]:
    """The figures that are saved, instead of their files."""
    figures: list[Figure] = []
    for module, name in ((latent, "save"), (latent, "_save_few_colours"), (fits, "save")):
        monkeypatch.setattr(module, name, lambda figure, path: figures.append(figure))
    return figures


def _legend(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.legends[0].get_texts()]


def test_latents_of_one_dimension_are_a_histogram_of_all_particles(
    drawn: list[Figure], tmp_path: Path
) -> None:
    points = torch.linspace(-3.0, 3.0, 3000)[:, None]
    latent.latent_maps(points, "PCA", tmp_path / "one.png", LABELS, np.ones(3000))
    latent.latent_maps(points, "PCA", tmp_path / "one.png")
    for figure in drawn:
        (axes,) = figure.axes
        bars = [patch for patch in axes.patches if isinstance(patch, Rectangle)]
        assert axes.get_ylabel() == "particles" and "only axis" in axes.get_xlabel()
        assert 2990 <= sum(bar.get_height() for bar in bars) <= 3000, "all but the outermost"
    by_class = [sum(bar.get_height() for bar in bars.patches) for bars in drawn[0].axes[0].containers]  # type: ignore[attr-defined]
    assert by_class == pytest.approx([300, 1800, 900], abs=5)
    assert _legend(drawn[0]) == ["no class: 300 (10%)", "class 1: 1,800 (60%)", "class 2: 900 (30%)"]


def test_legends_of_maps_of_latent_space_have_counts(drawn: list[Figure], tmp_path: Path) -> None:
    points = torch.randn(3000, 2, generator=torch.Generator().manual_seed(1))
    latent.latent_maps(points, "UMAP", tmp_path / "two.png", LABELS)
    assert _legend(drawn[0]) == ["no class: 300 (10%)", "class 1: 1,800 (60%)", "class 2: 900 (30%)"]


def test_one_axis_has_no_picture_of_its_share_and_thin_bars_can_be_read(
    drawn: list[Figure], tmp_path: Path
) -> None:
    assert fits.explained_variance([1.0], tmp_path / "one.png") == {} and not drawn
    assert fits.explained_variance([0.97, 0.03], tmp_path / "two.png") == {"explained variance": "two.png"}
    words = {text.get_text(): text.get_position()[1] for text in drawn[0].axes[0].texts}
    assert words["97%"] < 0.97 and words["3%"] > 0.03
