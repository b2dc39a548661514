"""Points in latent space that people look at."""

import numpy as np
import pytest
import torch

from cryo_core.errors import SettingsError, ShapeError
from cryo_core.formats.chimerax import write_series_script
from cryo_core.heterogeneity.embed import pca
from cryo_core.heterogeneity.trajectories import representatives, tour, trajectory, walk


def _cloud(seed: int = 0) -> torch.Tensor:
    generator = torch.Generator().manual_seed(seed)
    scaled = torch.randn(4000, 3, generator=generator) * torch.tensor([1.0, 5.0, 2.0])
    return scaled + torch.tensor([1.0, 2.0, 3.0])


def test_principal_axes_are_orthonormal_sorted_and_explain_everything() -> None:
    found = pca(_cloud())
    axes, share = found.axes, found.explained
    assert torch.allclose(axes @ axes.T, torch.eye(3), atol=1e-5)
    assert axes.abs().argmax(dim=1).tolist() == [1, 2, 0]
    assert torch.allclose(share, torch.tensor([25.0, 4.0, 1.0]) / 30, atol=0.02)
    assert float(share.sum()) == pytest.approx(1.0)


def test_axes_do_not_flip_with_the_cloud() -> None:
    axes, flipped = pca(_cloud()).axes, pca(-_cloud()).axes
    assert torch.allclose(axes, flipped, atol=1e-5)


def test_walk_goes_from_the_5th_to_the_95th_percentile_through_the_mean() -> None:
    cloud = _cloud()
    steps = walk(cloud, 0, points=11)
    axes = pca(cloud).axes
    along = ((steps - cloud.mean(dim=0)) @ axes[0]).numpy()
    assert along[0] == pytest.approx(-1.645 * 5, rel=0.05)
    assert along[-1] == pytest.approx(1.645 * 5, rel=0.05)
    assert np.allclose(np.diff(along), np.diff(along)[0], rtol=1e-3)
    assert float(((steps - cloud.mean(dim=0)) @ axes[1]).abs().max()) < 1e-4
    with pytest.raises(SettingsError, match="no such walk"):
        walk(cloud, 3)


def test_representatives_are_members_nearest_their_centres() -> None:
    cloud = _cloud()
    labels = np.where(cloud[:, 1] > 4, 2, np.where(cloud[:, 1] < 0, 5, -1))
    found = representatives(cloud, labels)
    assert sorted(found) == [2, 5]
    for name, row in found.items():
        members = cloud[torch.from_numpy(labels == name)]
        nearest = ((members - members.mean(dim=0)) ** 2).sum(dim=1).min()
        assert labels[row] == name
        assert float(((cloud[row] - members.mean(dim=0)) ** 2).sum()) == pytest.approx(float(nearest))
    with pytest.raises(ShapeError):
        representatives(cloud, labels[1:])


def test_a_trajectory_goes_round_the_hole_of_a_ring() -> None:
    generator = torch.Generator().manual_seed(1)
    angle = torch.rand(2000, generator=generator) * 2 * torch.pi
    ring = torch.stack([angle.cos(), angle.sin()], dim=1) + 0.02 * torch.randn(2000, 2, generator=generator)
    start, end = int(ring[:, 0].argmax()), int(ring[:, 0].argmin())
    path = trajectory(ring, start, end, points=20)
    assert torch.allclose(path[0], ring[start])
    assert torch.allclose(path[-1], ring[end])
    assert float(path.norm(dim=1).min()) > 0.85
    step = path.diff(dim=0).norm(dim=1)
    assert float(step.max()) < 1.3 * float(step.mean())


def test_a_tour_stops_where_it_is_asked_to_and_of_two_stops_is_the_trajectory() -> None:
    generator = torch.Generator().manual_seed(1)
    line = torch.linspace(0, 1, 400)[:, None] * torch.tensor([[1.0, 2.0]]) + 1e-4 * torch.randn(
        400, 2, generator=generator
    )
    path = tour(line, [0, 399, 200], points=31)
    assert torch.allclose(path[0], line[0]) and torch.allclose(path[-1], line[200])
    assert torch.allclose(path[20], line[399], atol=0.02)  # a third of the way is left
    assert torch.equal(tour(line, [3, 90], 7), trajectory(line, 3, 90, 7))
    assert not torch.allclose(tour(line, [200, 399, 0], points=31), path)
    with pytest.raises(SettingsError, match="at least 2"):
        tour(line, [4])


def test_a_trajectory_between_islands_is_refused() -> None:
    generator = torch.Generator().manual_seed(1)
    islands = torch.cat(
        [torch.randn(50, 2, generator=generator), 100 + torch.randn(50, 2, generator=generator)]
    )
    with pytest.raises(SettingsError, match="no path"):
        trajectory(islands, 0, 99, neighbours=5)


def test_the_script_names_its_maps_relative_to_itself(tmp_path) -> None:
    maps = [tmp_path / "walk" / f"{i:02d}.mrc" for i in range(3)]
    write_series_script(tmp_path / "walk.cxc", maps)
    text = (tmp_path / "walk.cxc").read_text()
    assert 'open "walk/00.mrc" "walk/01.mrc" "walk/02.mrc" vseries true' in text
    assert str(tmp_path) not in text
    with pytest.raises(SettingsError, match="outside"):
        write_series_script(tmp_path / "walk" / "here.cxc", [tmp_path / "else.mrc"])
