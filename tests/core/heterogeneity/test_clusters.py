"""Classes: found with each particle's own uncertainty, chosen in number, named as before, judged against truth."""

import math
import threading
import time
import warnings
from pathlib import Path

import numpy as np
import pytest
import torch

from cryo_core.data import Volume
from cryo_core.errors import SettingsError, ShapeError
from cryo_core.heterogeneity.classes.evidence import least_distance, least_share
from cryo_core.heterogeneity.classes.find import cluster, cluster_points
from cryo_core.heterogeneity.classes.match import MatchSettings, align, match
from cryo_core.heterogeneity.classes.mixture import Images, bridge, fit_mixture, split
from cryo_core.heterogeneity.classes.settings import ClusterSettings
from cryo_core.heterogeneity.embed import EmbeddingSettings, embed, pca, umap
from cryo_core.heterogeneity.latents import Latents
from cryo_core.validation.clusters import (
    adjusted_rand_index,
    best_axis_correlation,
    confusion,
    normalised_mutual_information,
    per_image_fsc,
)

STATES = torch.tensor([[1.0, 0, 0, 0], [-1.0, 1, 0, 0], [-0.8, -1.2, 0.5, 0], [0, 0.2, -1.5, 0.8]])


def _seen(z: torch.Tensor, seed: int, amount: float = 12.0) -> Latents:
    """Look at true latents as images do: each through a precision of its own, of low rank where a view is blind."""
    generator = torch.Generator().manual_seed(seed)
    n, k = z.shape
    columns = torch.randn(n, k, k + 2, generator=generator)
    strength = amount * (0.3 + 1.4 * torch.rand(n, 1, 1, generator=generator))
    g = strength * columns @ columns.mT / (k + 2)
    noise = torch.einsum("nij,nj->ni", torch.linalg.cholesky(g), torch.randn(n, k, generator=generator))
    h = torch.einsum("nij,nj->ni", g, z) + noise
    precision = g + torch.eye(k)
    return Latents(torch.linalg.solve(precision, h), precision)


def _four(seed: int, n: int = 4000, amount: float = 12.0) -> tuple[Latents, np.ndarray]:
    generator = torch.Generator().manual_seed(seed)
    state = torch.multinomial(torch.tensor([0.5, 0.25, 0.15, 0.1]), n, True, generator=generator)
    return _seen(STATES[state], seed, amount), state.numpy()


def _oracle(latents: Latents, state: np.ndarray) -> float:
    """Agreement of the most probable of the true points: no classification of these images is better."""
    log = Images.of(*latents.likelihood()).log_likelihood(STATES.double())
    return adjusted_rand_index((log + torch.tensor([0.5, 0.25, 0.15, 0.1]).log()).argmax(1).numpy(), state)


# --------------------------------------------------------------------------------------------- the mixture


def test_the_features_are_the_likelihood() -> None:
    latents, _ = _four(1, 30)
    h, g = latents.likelihood()
    z = torch.randn(5, 4, generator=torch.Generator().manual_seed(2)).double()
    expected = h.double() @ z.T - torch.einsum("jk,nkl,jl->nj", z, g.double(), z) / 2
    torch.testing.assert_close(Images.of(h, g).log_likelihood(z), expected, rtol=1e-5, atol=1e-5)
    torch.testing.assert_close(Images.of(h, g).means(), latents.mean.double(), rtol=1e-4, atol=1e-4)


def test_em_finds_the_true_points_to_their_standard_error() -> None:
    latents, state = _four(3)
    images = Images.of(*latents.likelihood())
    found = fit_mixture(images, 4, torch.Generator().manual_seed(0))
    order = [int(found.probability[state == s].mean(0).argmax()) for s in range(4)]
    assert sorted(order) == [0, 1, 2, 3]
    assert float((found.centres[order] - STATES).abs().max()) < 0.06
    assert found.shares[order].tolist() == pytest.approx([0.5, 0.25, 0.15, 0.1], abs=0.03)
    more = fit_mixture(images, 5, torch.Generator().manual_seed(0), begin=(split(images, found),))
    assert more.log_likelihood > found.log_likelihood - 0.1 and more.icl > found.icl


@pytest.mark.parametrize("seed", range(5))
def test_four_unequal_states_are_four(seed: int) -> None:
    latents, state = _four(seed, 3000)
    found = cluster(latents, ClusterSettings(most=5, seed=seed))
    assert len(found.centres) == 4 and found.scores["chosen"].argmax() == 3
    assert adjusted_rand_index(found.labels, state) > _oracle(latents, state) - 0.01
    assert list(found.count) == sorted(found.count, reverse=True) and found.labels.min() == 1
    assert found.verdict.startswith("4 classes (held-out images gain") and "gap" not in found.verdict
    assert ", of 1 to 5 tried)" in found.verdict
    assert float(np.nanmax(found.midway)) < 0.1


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("spread", [0.0, 0.4, 1.0])
def test_a_homogeneous_set_is_one_class_and_the_words_say_so(seed: int, spread: float) -> None:
    z = spread * torch.randn(2000, 4, generator=torch.Generator().manual_seed(seed + 100))
    found = cluster(_seen(z, seed, 3.0), ClusterSettings(most=3, seed=seed))
    assert len(found.centres) == 1 and (found.labels == 1).all()
    assert found.verdict.startswith("One class: nothing divides these particles")
    assert "Would have been found: a state of " in found.verdict


def _rare(seed: int, n: int, share: float, away: float, k: int = 3) -> tuple[Latents, np.ndarray]:
    """See a rare state as the linear model does: its component has variance 1 over all, each image about one G."""
    generator = torch.Generator().manual_seed(seed)
    state = torch.rand(n, generator=generator) < share
    deviation = math.sqrt(share * (1 - share))
    z = torch.zeros(n, k)
    z[:, 0] = (state.float() - share) / deviation
    return _evenly(z, generator, (away * deviation) ** 2), state.numpy()


def _evenly(z: torch.Tensor, generator: torch.Generator, amount: float, believed: float = 1.0) -> Latents:
    """Look at true latents through precisions of 0.7 to 1.3 of `amount`, believed to be so many times that."""
    g = amount * (0.7 + 0.6 * torch.rand(len(z), 1, 1, generator=generator)) * torch.eye(z.shape[1])
    noise = g.diagonal(dim1=1, dim2=2).sqrt() * torch.randn(z.shape, generator=generator)
    h = torch.einsum("nij,nj->ni", g, z) + noise
    precision = believed * g + torch.eye(z.shape[1])
    return Latents(torch.linalg.solve(precision, believed * h), precision)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("n", "share", "recall"), [(4000, 0.05, 0.8), (20000, 0.01, 0.7)])
def test_a_rare_state_is_found(n: int, share: float, recall: float, seed: int) -> None:
    latents, state = _rare(seed, n, share, 4.0)
    found = cluster(latents, ClusterSettings())
    assert len(found.count) == 2 and (found.labels[state] == 2).mean() >= recall
    assert (found.labels[~state] == 1).mean() > 0.99


@pytest.mark.parametrize("seed", range(2))
def test_what_the_verdict_says_would_have_been_found_is_found(seed: int) -> None:
    for n in (4000, 20000):
        share = least_share(n, ClusterSettings.smallest)
        rare = cluster(_rare(seed, n, share, 4.0)[0], ClusterSettings())
        assert len(rare.count) == 2 and rare.count[1] > 0.5 * share * n
        even = cluster(_rare(seed, n, 0.5, least_distance(n))[0], ClusterSettings())
        assert len(even.count) == 2 and "slices" not in even.verdict
    assert least_share(20000, 25) < least_share(4000, 25) < least_share(4000, 100)
    assert least_distance(200) > least_distance(20000) and math.isnan(least_share(40, 25))


@pytest.mark.parametrize("shape", ["gauss", "uniform"])
def test_states_that_all_move_are_as_many_as_without_the_motion(shape: str) -> None:
    generator = torch.Generator().manual_seed(2)
    state = torch.multinomial(torch.tensor([0.5, 0.25, 0.15, 0.1]), 6000, True, generator=generator)
    free = torch.randn(6000, 1, generator=generator)
    moved = free if shape == "gauss" else 3.4 * torch.special.ndtr(free) - 1.7
    found = cluster(_seen(torch.cat([STATES[state], moved], 1), 3, 30.0), ClusterSettings())
    assert len(found.count) == 4 and adjusted_rand_index(found.labels, state.numpy()) > 0.97


@pytest.mark.parametrize("believed", [0.7, 1.5])
def test_noise_that_is_not_what_it_is_taken_for_makes_no_classes(believed: float) -> None:
    generator = torch.Generator().manual_seed(4)
    one = cluster(_evenly(torch.zeros(4000, 3), generator, 8.0, believed), ClusterSettings())
    assert len(one.count) == 1
    state = torch.multinomial(torch.tensor([0.5, 0.25, 0.15, 0.1]), 4000, True, generator=generator)
    four = cluster(_evenly(STATES[state], generator, 30.0, believed), ClusterSettings())
    assert len(four.count) == 4 and adjusted_rand_index(four.labels, state.numpy()) > 0.99


def test_a_blurred_likelihood_is_the_integral_over_the_cloud() -> None:
    latents, _ = _four(21, 40, amount=4.0)
    images = Images.of(*latents.likelihood())
    line, across = torch.tensor([[0.5, 0.2, 0, -0.3], [0, 0.4, 0.1, 0]], dtype=torch.float64)
    step = torch.linspace(-8, 8, 4001, dtype=torch.float64)
    weight = torch.log_softmax(-(step**2) / 2, 0)
    each = images.log_likelihood(STATES[0].double() + step[:, None] * line)
    spread = torch.outer(line, line)
    found = images.blurred(spread).log_likelihood(STATES[:1].double())[:, 0]
    torch.testing.assert_close(found, torch.logsumexp(each + weight, 1), rtol=1e-6, atol=1e-6)
    twice = images.blurred(spread).blurred(torch.outer(across, across)).log_likelihood(STATES.double())
    once = images.blurred(spread + torch.outer(across, across)).log_likelihood(STATES.double())
    torch.testing.assert_close(twice, once)
    assert images.blurred(0 * spread) is images


def test_the_spread_of_the_classes_is_fitted() -> None:
    latents, state = _four(22, 4000, amount=30.0)
    generator = torch.Generator().manual_seed(5)
    free = torch.randn(4000, 4, generator=generator) * torch.tensor([0.1, 0.1, 0.5, 0.1])
    found = fit_mixture(Images.of(*_seen(STATES[state] + free, 6, 30.0).likelihood()), 4, generator)
    expected = torch.tensor([0.01, 0.01, 0.25, 0.01], dtype=torch.float64)
    torch.testing.assert_close(found.spread.diagonal(), expected, rtol=0.1, atol=0.004)
    points = fit_mixture(Images.of(*latents.likelihood()), 4, generator)
    assert float(points.spread.trace()) < 0.02


def test_only_a_gap_parts_two_states_a_slope_does_not() -> None:
    generator = torch.Generator().manual_seed(7)
    ends = torch.tensor([[-1.0, 0], [1.0, 0]], dtype=torch.float64)
    sign = 2.0 * (torch.rand(6000, generator=generator) < 0.5) - 1
    flat = 4 * torch.rand(6000, generator=generator) - 2
    slope = torch.empty(6000).exponential_(generator=generator) - 2
    cut = {}
    for name, z in (("states", sign), ("flat", flat), ("slope", slope)):
        latents = _evenly(torch.stack([z, 0 * z], 1), generator, 1.2**2)  # ends 2.4 deviations apart
        cut[name] = bridge(Images.of(*latents.likelihood()), *ends)
    assert cut["states"] < 0.05 and cut["flat"] > 0.2 and cut["slope"] > 0.12  # e^-1.5 - e^-2.5


def test_a_continuous_motion_is_called_one() -> None:
    along = torch.linspace(-1.7, 1.7, 4000)
    z = torch.stack([along, 0.2 * along**2, 0 * along, 0 * along], 1)
    found = cluster(_seen(z, 5, 6.0), ClusterSettings(most=5))
    assert len(found.centres) > 1 and "slices of a continuous motion" in found.verdict
    latents, _ = _four(6, amount=4.0)
    images = Images.of(*latents.likelihood())
    assert bridge(images, *STATES[:2].double()) < 0.25


def test_uncertainty_weighs_more_than_the_means_do() -> None:
    latents, state = _four(7, amount=4.0)
    exact = adjusted_rand_index(cluster(latents, ClusterSettings(classes=4)).labels, state)
    means = adjusted_rand_index(cluster(latents, ClusterSettings(method="kmeans", classes=4)).labels, state)
    assert exact > means + 0.03 and exact > _oracle(latents, state) - 0.02


def test_the_same_seed_gives_the_same_classes_and_arguments_are_kept() -> None:
    latents, _ = _four(8, 1500)
    mean = latents.mean.clone()
    one, two = (cluster(latents, ClusterSettings(most=5)) for _ in range(2))
    assert (one.labels == two.labels).all() and (one.membership == two.membership).all()
    assert torch.equal(mean, latents.mean)


def test_small_classes_are_dissolved_and_the_words_say_so() -> None:
    latents, state = _four(9)
    found = cluster(latents, ClusterSettings(classes=4, smallest=480))
    assert len(found.centres) == 3 and (found.labels > 0).all()
    assert "1 classes under 480 images" in found.verdict
    assert np.allclose(found.membership.sum(1), 1)
    by_means = cluster(latents, ClusterSettings(method="kmeans", classes=4, smallest=520))
    assert (by_means.labels == -1).mean() == pytest.approx(0.1, abs=0.04) and "to noise" in by_means.verdict


def test_the_round_before_is_a_start() -> None:
    latents, state = _four(10, 2000)
    before = np.where(np.arange(2000) % 3 == 0, 0, state + 1)
    hard = ClusterSettings(classes=4, starts=1, seed=4)
    found = cluster(latents, hard, before=before)
    assert adjusted_rand_index(found.labels, state) > _oracle(latents, state) - 0.01
    for method in ("kmeans", "gmm"):
        again = cluster(latents, ClusterSettings(method=method, classes=4), before=before)
        assert adjusted_rand_index(again.labels, state) > 0.85


# ------------------------------------------------------------------------------------------- other methods


@pytest.mark.parametrize("method", ["kmeans", "gmm", "hdbscan", "dbscan"])
def test_each_method_finds_four_far_states(method: str) -> None:
    _, state = _four(11, 1500)
    around = 0.15 * torch.randn(1500, 4, generator=torch.Generator().manual_seed(1))
    settings = ClusterSettings(method=method, radius=0.3, core=15, dense=60, most=5)
    found = cluster_points(STATES[torch.from_numpy(state)] + around, settings)
    kept = found.labels > 0
    assert len(found.centres) == 4 and kept.mean() > 0.7
    assert adjusted_rand_index(found.labels[kept], state[kept]) > 0.95
    assert ((found.probability > 0) == kept).all()
    assert math.isfinite(found.scores["stability"].iloc[int(found.scores["chosen"].argmax())])
    if method == "gmm":
        assert found.scores["bic"].idxmin() == 3


def test_hdbscan_halves_until_there_are_enough() -> None:
    latents, _ = _four(12, 2000, amount=60.0)
    found = cluster_points(latents.mean, ClusterSettings(method="hdbscan", dense=100, classes=4))
    assert len(found.scores) == 1 and found.scores["classes"].iloc[0] >= 3
    assert found.scores["set"].iloc[0].startswith("min_samples ")


def test_points_other_than_the_latents_are_looked_at() -> None:
    latents, state = _four(13, 1500, amount=40.0)
    line = torch.from_numpy(state).float()[:, None] + 0.01 * torch.randn(1500, 1)
    found = cluster(latents, ClusterSettings(method="kmeans", classes=4), points=line)
    assert adjusted_rand_index(found.labels, state) == 1.0
    assert found.centres.shape == (4, 4)


def test_k_means_and_gaussians_say_one_of_one_cloud() -> None:
    cloud = torch.randn(2000, 3, generator=torch.Generator().manual_seed(1))
    for method in ("kmeans", "gmm"):
        found = cluster_points(cloud, ClusterSettings(method=method, most=4))
        assert len(found.centres) == 1, method


def test_wrong_calls_say_what_is_wrong() -> None:
    latents, _ = _four(14, 100)
    with pytest.raises(SettingsError, match="needs the precision"):
        cluster_points(latents.mean, ClusterSettings())
    with pytest.raises(ShapeError, match="3 labels from before"):
        cluster(latents, ClusterSettings(), before=np.array([1, 2, 3]))
    with pytest.raises(ShapeError, match="too few"):
        cluster_points(latents.mean[:10], ClusterSettings(method="gmm"))
    broken = latents.mean.clone()
    broken[6, 0] = torch.nan
    with pytest.raises(ShapeError, match="row 7 are not finite"):
        cluster_points(broken, ClusterSettings(method="gmm"))
    with pytest.raises(SettingsError, match="has no such likelihood"):
        ClusterSettings(method="kmeans", criterion="bic")
    for wrong in ({"classes": 0}, {"smallest": -1}, {"radius": 0.0}, {"most": 0}):
        with pytest.raises(SettingsError, match=next(iter(wrong))):
            ClusterSettings(**wrong)


# ---------------------------------------------------------------------------------------------- embeddings


def _neighbours_kept(high: torch.Tensor, low: torch.Tensor, k: int = 15) -> float:
    near = [torch.cdist(x, x).topk(k + 1, largest=False).indices[:, 1:] for x in (high.float(), low.float())]
    return float(
        np.mean([len(set(a) & set(b)) / k for a, b in zip(*(n.tolist() for n in near), strict=True)])
    )


def test_principal_axes_are_the_covariance_turned() -> None:
    latents, _ = _four(15, 500)
    found = pca(latents.mean)
    turned = torch.cov(found.scores.double().T)
    assert float((turned - torch.diag(turned.diagonal())).abs().max()) < 1e-5
    torch.testing.assert_close(found.axes @ found.axes.T, torch.eye(4), atol=1e-5, rtol=0)
    share = turned.diagonal() / turned.trace()
    assert found.explained.tolist() == pytest.approx(share.tolist(), abs=1e-5)
    assert (found.explained.diff() <= 0).all()
    torch.testing.assert_close(found.scores @ found.axes + found.mean, latents.mean, atol=1e-5, rtol=0)


def test_umap_keeps_neighbours_and_parts_states() -> None:
    latents, state = _four(16, 1500, amount=60.0)
    made = embed(latents.mean, EmbeddingSettings(epochs=150))
    assert made.umap2.shape == (1500, 2) and made.umap3.shape == (1500, 3) and made.tsne is None
    flat = _neighbours_kept(latents.mean, made.umap2)
    assert flat > 0.25 > 3 * _neighbours_kept(latents.mean, latents.mean[:, 3:])
    assert _neighbours_kept(latents.mean, made.umap3) > flat
    found = cluster_points(made.umap2, ClusterSettings(method="hdbscan", dense=75, classes=4))
    kept = found.labels > 0
    assert adjusted_rand_index(found.labels[kept], state[kept]) > 0.9


def test_umap_is_the_same_with_any_number_of_threads_and_goes_on_from_before() -> None:
    import numba

    latents, _ = _four(17, 600, amount=40.0)
    settings = EmbeddingSettings(epochs=40)
    many = numba.get_num_threads()
    one = umap(latents.mean, 2, settings)
    numba.set_num_threads(1)
    again = umap(latents.mean, 2, settings)
    numba.set_num_threads(many)
    assert torch.equal(one, again)
    assert not torch.equal(one, umap(latents.mean, 2, EmbeddingSettings(epochs=40, seed=1)))
    mirrored = one * torch.tensor([-1.0, 1.0])
    after = umap(latents.mean, 2, settings, init=mirrored)
    fresh, kept = (torch.corrcoef(torch.stack([mirrored[:, 0], found[:, 0]]))[0, 1] for found in (one, after))
    assert kept > 0.9 > 0 > fresh


def test_what_is_not_laid_out_is_placed_among_its_neighbours() -> None:
    latents, state = _four(18, 2400, amount=60.0)
    part = embed(latents.mean, EmbeddingSettings(epochs=100, fitted=800))
    whole = embed(latents.mean, EmbeddingSettings(epochs=100))
    assert _neighbours_kept(latents.mean, part.umap2) > 0.5 * _neighbours_kept(latents.mean, whole.umap2)
    found = cluster_points(part.umap2, ClusterSettings(method="kmeans", classes=4))
    assert adjusted_rand_index(found.labels, state) > 0.85


def test_layouts_side_by_side_hide_warnings_until_both_are_done(monkeypatch) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that tensorflow is not here
        import umap as library

    first = threading.Event()
    fit = library.UMAP.fit_transform

    def warn(self, points):
        made = fit(self, points)
        if self.n_components == 2:
            first.set()
        else:  # the other layout has left by now, whatever it set up is given back
            assert first.wait(60)
            time.sleep(0.3)
            warnings.warn("a word of a dependency", UserWarning, stacklevel=1)
        return made

    monkeypatch.setattr(library.UMAP, "fit_transform", warn)
    before = list(warnings.filters)
    made = embed(torch.randn(60, 3), EmbeddingSettings(epochs=5))
    assert made.umap3.shape == (60, 3)
    assert warnings.filters == before


def test_one_latent_can_be_embedded_and_tsne_is_made_on_request() -> None:
    line = torch.linspace(0, 1, 150)[:, None]
    made = embed(line, EmbeddingSettings(epochs=60, tsne=True, perplexity=20.0))
    assert made.tsne is not None and made.tsne.shape == (150, 2)
    assert _neighbours_kept(line, made.tsne, 5) > 0.6 and _neighbours_kept(line, made.umap2, 5) > 0.4
    with pytest.raises(ShapeError, match="cannot have 15 neighbours"):
        embed(line[:15], EmbeddingSettings())
    with pytest.raises(ShapeError, match="row 3 are not finite"):
        embed(torch.tensor([[0.0], [1], [torch.nan]] * 10), EmbeddingSettings())


# ------------------------------------------------------------------------------------------------ matching


def _rounds(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Five states before (1 to 5); now 2 is split, 4 and 5 are one, labels are shuffled, 5% are wrong or noise."""
    random = np.random.default_rng(seed)
    before = random.choice([1, 2, 3, 4, 5], p=[0.3, 0.3, 0.2, 0.12, 0.08], size=6000)
    now = before.copy()
    now[(before == 2) & (random.random(6000) < 0.35)] = 6
    now[before == 5] = 4
    truth = now.copy()
    wrong = random.random(6000) < 0.05
    now[wrong] = random.choice([1, 2, 3, 4, 6], wrong.sum())
    now[random.random(6000) < 0.03] = -1
    shuffled = dict(zip([1, 2, 3, 4, 6], random.permutation(5) + 1, strict=True)) | {-1: -1}
    return np.vectorize(shuffled.get)(now), before, truth


@pytest.mark.parametrize("seed", range(5))
def test_every_class_that_still_exists_keeps_its_name(seed: int) -> None:
    now, before, truth = _rounds(seed)
    found = match(now, before, MatchSettings(), names_used=(1, 2, 3, 4, 5, 6, 7))
    for state, name in ((1, 1), (2, 2), (3, 3), (4, 4), (6, 8)):
        inside = found.labels[truth == state]
        assert (inside == name).mean() > 0.9, state
    assert found.new == (8,) and found.gone == (5,) and found.names_used == (1, 2, 3, 4, 5, 6, 7, 8)
    assert ((found.labels == -1) == (now == -1)).all()
    assert "Class 8 is new, mostly from class 2." in found.words
    assert "Class 5 is gone: most of it is now class 4." in found.words
    assert found.overlap.to_numpy().sum() == 6000


@pytest.mark.parametrize("seed", range(3))
def test_centroids_match_too_when_the_embedding_was_mirrored_and_turned(seed: int) -> None:
    """Both rounds' centroids are taken in the current embedding, so turning that one changes nothing."""
    now, before, truth = _rounds(seed)
    random = np.random.default_rng(seed)
    places = np.array([[0, 0], [8, 0], [0, 8], [8, 8], [0, 0], [9.5, 0]])[truth - 1] + random.normal(
        0, 0.3, (6000, 2)
    )
    turn = np.array([[0.6, 0.8], [0.8, -0.6]])
    results = [
        match(now, before, MatchSettings(method="centroids"), points=torch.from_numpy(p))
        for p in (places, places @ turn)
    ]
    assert results[0].name == results[1].name
    for state in (1, 3, 4):
        assert (results[0].labels[truth == state] == state).mean() > 0.9
    with pytest.raises(ShapeError, match="needs the embedding"):
        match(now, before, MatchSettings(method="centroids"))


def test_a_class_of_other_particles_is_new_and_subsets_are_aligned_by_image() -> None:
    names = np.array([f"{i:06d}@s.mrcs" for i in range(1000)])
    label = np.repeat([1, 2], 500)
    order = np.random.default_rng(0).permutation(1000)[:700]
    before = align(names, names[order], label[order])
    assert (before[order] == label[order]).all() and (before == 0).sum() == 300
    found = match(np.where(label == 1, 2, 1), before, MatchSettings())
    assert found.name == {2: 1, 1: 2} and found.new == ()
    assert found.overlap.to_numpy().sum() == 700
    absent = match(label, np.where(label == 1, 1, 0), MatchSettings(), names_used=(1, 5))
    assert absent.name == {1: 1, 2: 6}
    none = match(label, np.full(1000, -1), MatchSettings())
    assert none.name == {1: 1, 2: 2} and "from what was noise" in none.words
    with pytest.raises(ShapeError, match="two labels from before"):
        align(names, np.array(["a", "a"]), np.array([1, 2]))
    with pytest.raises(ShapeError, match="label 0 is no class"):
        match(np.array([1, 0]), np.array([1, 1]), MatchSettings())


# ------------------------------------------------------------------------------------------ against truth


def test_agreement_is_that_of_scikit_learn() -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    random = np.random.default_rng(1)
    for classes in (1, 2, 7):
        a = random.integers(0, classes, 500)
        b = np.where(random.random(500) < 0.3, random.integers(-1, 4, 500), a)
        assert adjusted_rand_index(a, b) == pytest.approx(metrics.adjusted_rand_score(a, b))
        assert normalised_mutual_information(a, b) == pytest.approx(
            metrics.normalized_mutual_info_score(a, b), abs=1e-9
        )
    assert adjusted_rand_index(a, (a + 3) % 7) == pytest.approx(1.0)
    with pytest.raises(ShapeError, match="0 labels found"):
        adjusted_rand_index(np.array([], int), np.array([], int))


def test_confusion_pairs_states_and_classes() -> None:
    truth = np.repeat([0, 1, 2], [50, 30, 20])
    found = np.repeat([2, 1, 3], [50, 30, 20])
    found[:5], found[60:64] = -1, 3
    counts = confusion(found, truth)
    assert counts.pairs == ((0, 2), (1, 1), (2, 3)) and counts.accuracy == pytest.approx(0.91)
    assert list(counts.classes) == [-1, 1, 2, 3] and counts.table.tolist() == [
        [5, 0, 45, 0],
        [0, 26, 0, 4],
        [0, 0, 0, 20],
    ]


def test_the_area_under_per_image_fsc_is_a_half_when_right_and_less_when_not() -> None:
    random = torch.Generator().manual_seed(0)
    maps = [Volume(torch.randn(24, 24, 24, generator=random), 3.0) for _ in range(2)]
    state = np.arange(40) % 2
    z = torch.from_numpy(state).float()[:, None]

    def decode(latent: torch.Tensor) -> Volume:
        return maps[int(latent[0])]

    right = per_image_fsc(z, decode, lambda row: maps[state[row]], None, 10)
    assert len(right.rows) == 10 and right.mean == pytest.approx(0.5, abs=1e-6)
    assert right.median == pytest.approx(0.5, abs=1e-6) and right.standard_deviation < 1e-6
    wrong = per_image_fsc(z, decode, lambda row: maps[1 - state[row]], torch.ones(24, 24, 24), 10)
    assert abs(wrong.mean) < 0.05


def test_the_axis_whose_ranks_agree_best_is_found() -> None:
    random = np.random.default_rng(2)
    truth = random.random(2000)
    z = torch.from_numpy(np.stack([random.random(2000), -np.exp(truth), np.ones(2000)], 1))
    axis, coefficient = best_axis_correlation(z, truth)
    assert axis == 1 and coefficient == pytest.approx(-1.0)


# ------------------------------------------------------------------------------------------------ pictures


def test_pictures_are_small_and_say_what_they_show(tmp_path: Path) -> None:
    from PIL import Image

    from cryo_assets.pictures import fits
    from cryo_assets.pictures import latent as draw

    latents, state = _four(20, 3000, amount=20.0)
    found = cluster(latents, ClusterSettings(most=5))
    labels = np.where(np.arange(3000) % 17 == 0, -1, found.labels)
    views = torch.eye(3).expand(3000, 3, 3)
    flat = pca(latents.mean).scores
    counts = confusion(labels, state)
    volume = Volume(torch.randn(32, 32, 32), 2.0)
    draw.latent_maps(flat[:, :2], "PCA", tmp_path / "maps.png", labels, np.random.rand(3000), views)
    draw.latent_maps(flat[:, :2], "PCA", tmp_path / "density.png")
    fits.explained_variance([0.5, 0.3, 0.2], tmp_path / "variance.png")
    fits.cluster_scores(found.scores, tmp_path / "scores.png")
    fits.confusion_table(counts.table, list(counts.states), list(counts.classes), tmp_path / "confusion.png")
    fits.curves({"train": [100.0, 3, 1], "held out": [100.0, 5]}, tmp_path / "curves.png")
    draw.class_slices({"class 1": volume, "class 2": volume}, tmp_path / "slices.png")
    draw.latent_maps(flat[:, :1], "PCA", tmp_path / "one_axis.png", labels)
    assert fits.explained_variance([1.0], tmp_path / "of_one.png") == {}
    pictures = sorted(tmp_path.glob("*.png"))
    assert len(pictures) == 8
    for picture in pictures:
        assert picture.stat().st_size <= 150_000
        with Image.open(picture) as image:
            assert image.width > 350 and np.asarray(image.convert("L")).std() > 5, picture.name
    page = tmp_path / "umap.html"
    assert draw.interactive_umap(flat[:, :3], labels, page, [f"{i}@s" for i in range(3000)]) == 3000
    text = page.read_text()
    assert "class 1" in text and "no class" in text and "2999@s" in text and "<script src=" not in text
