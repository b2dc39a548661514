"""Points on a GPU are laid out and divided by cuML where it is installed, with the same settings and the same check."""

import sys
from types import ModuleType
from typing import Any

import numpy as np
import pytest
import torch

from cryo_core.heterogeneity import accelerated
from cryo_core.heterogeneity.classes.partition import by_hdbscan
from cryo_core.heterogeneity.embed import EmbeddingSettings, neighbours_kept, umap

GPU = torch.device("cuda")


class _Points(torch.Tensor):
    """Points that say they are on a GPU."""

    device = GPU


class _Cuml:
    """What cuML is asked, and what it answers."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.asked: dict[str, Any] = {}
        self.fitted: list[np.ndarray] = []
        self.places: Any = lambda start: start
        modules = {name: ModuleType(name) for name in ("cuml", "cuml.manifold", "cuml.cluster.hdbscan")}
        modules["cuml.cluster"] = ModuleType("cuml.cluster")
        modules["cuml.manifold"].UMAP = self._maker(lambda points: self.places(self.asked["init"]))  # type: ignore[attr-defined]
        modules["cuml.cluster.hdbscan"].HDBSCAN = self._maker(lambda points: self)  # type: ignore[attr-defined]
        modules["cuml.cluster.hdbscan"].approximate_predict = self._predicted  # type: ignore[attr-defined]
        for name, module in modules.items():
            patch.setitem(sys.modules, name, module)
        patch.setattr(accelerated, "has_cuml", lambda: True)
        self.labels_ = self.probabilities_ = np.zeros(0)

    def _maker(self, answer: Any) -> Any:
        def make(**settings: Any) -> Any:
            self.asked = settings
            maker = ModuleType("maker")
            maker.fit_transform = maker.fit = lambda points: (self.fitted.append(points), answer(points))[1]  # type: ignore[attr-defined]
            return maker

        return make

    def _predicted(self, fitted: Any, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        assert fitted is self
        return (points[:, 0] > 0).astype(np.int64), np.full(len(points), 0.5)


@pytest.fixture
def cuml(monkeypatch: pytest.MonkeyPatch) -> _Cuml:
    return _Cuml(monkeypatch)


def _clouds() -> torch.Tensor:
    where = torch.randn(300, 3, generator=torch.Generator().manual_seed(1))
    return where + 8.0 * (torch.arange(300) % 2)[:, None]


def test_a_layout_on_a_gpu_is_cumls_with_the_same_settings(cuml: _Cuml) -> None:
    points, settings = _clouds(), EmbeddingSettings(neighbours=9, least_distance=0.2, epochs=30, seed=5)
    made = umap(points.as_subclass(_Points), 2, settings)
    asked = {name: cuml.asked[name] for name in ("n_neighbors", "min_dist", "n_epochs", "random_state")}
    assert asked == {"n_neighbors": 9, "min_dist": 0.2, "n_epochs": 30, "random_state": 5}
    assert np.array_equal(made.numpy(), cuml.asked["init"]) and cuml.asked["n_components"] == 2
    number, distance = cuml.asked["precomputed_knn"]
    assert number.shape == distance.shape == (300, 9) and (distance[:, 0] == 0).all()
    assert np.array_equal(cuml.fitted[0], points.numpy())


def test_a_layout_that_loses_the_neighbours_is_made_on_the_cpu(cuml: _Cuml) -> None:
    points, settings = _clouds(), EmbeddingSettings(epochs=20)
    cuml.places = lambda start: start[np.random.default_rng(1).permutation(len(start))]
    made = umap(points.as_subclass(_Points), 2, settings)
    assert cuml.fitted and torch.equal(made, umap(points, 2, settings))
    kept = neighbours_kept(points.numpy(), made.numpy(), 15)
    assert kept > 0.3 > neighbours_kept(points.numpy(), cuml.places(made.numpy()), 15)
    assert neighbours_kept(points.numpy(), points.numpy(), 15) == 1.0


def test_clusters_on_a_gpu_are_cumls_with_the_same_settings(cuml: _Cuml) -> None:
    points = _clouds().double().numpy() - 4.0
    cuml.labels_, cuml.probabilities_ = (points[:, 0] > 0).astype(np.int64), np.ones(300)
    parts = by_hdbscan(points, 20, 7, 3, GPU)
    for name, value in {"min_cluster_size": 20, "min_samples": 7, "prediction_data": True}.items():
        assert cuml.asked[name] == value
    assert parts.classes == 2 and (parts.membership(points).sum(1) == 1.0).all()
    assert parts.membership(points[:5]).max(1).tolist() == [0.5] * 5
    there = by_hdbscan(points, 20, 7, 3)
    assert there.classes == 2 and (there.membership(points).argmax(1) == cuml.labels_).mean() in (0.0, 1.0)


def test_without_cuml_or_a_gpu_points_go_to_the_cpu(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not accelerated.has_cuml(), "the suite knows no cuML: let these tests meet the real one"
    assert not accelerated.uses_cuml(GPU)
    monkeypatch.setattr(accelerated, "has_cuml", lambda: True)
    assert accelerated.uses_cuml(GPU) and not accelerated.uses_cuml(torch.device("cpu"))
