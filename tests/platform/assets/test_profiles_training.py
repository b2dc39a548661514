"""Models of local profiles: maps as deposited, cases, leave-one-out, and the assets that search, train and choose."""

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import tiny
import torch
import yaml
from test_localres_assets import make
from tiny import write_model

from cryo_assets.assets.training.profiles import Examples, judging_of
from cryo_assets.cli.app import _run
from cryo_assets.home import Home
from cryo_core.data import Volume
from cryo_core.errors import FormatError, SettingsError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.fourier.filters import apply_b_factor
from cryo_core.geometry.masks import soften
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.sharpening import predict
from cryo_core.sharpening.changes import (
    change_by_shell,
    correlation,
    local_b_factors,
    profile_error,
    window_nodes,
)
from cryo_core.sharpening.judge import (
    BLENDS,
    Case,
    Verdict,
    leave_one_out,
    prepare,
    winner,
)
from cryo_core.sharpening.model import NetworkSettings, ProfileNetwork
from cryo_core.sharpening.predict import default_model, sharpen
from cryo_core.sharpening.profiles import guinier_b_factor, local_profiles
from cryo_core.sharpening.rule import MeanModel, ProfileModel, UniversalRule, damped, universal_rule
from cryo_core.sharpening.scaling import scale, shell_parts
from cryo_core.sharpening.simulated import LEARNED_FREQUENCY, Deposit, deposited, draw_deposit, rest_profiles
from cryo_core.validation.fsc import fsc
from cryo_core.validation.maps import real_space_correlation


def noise(*shape: int, seed: int = 1) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def middle(*shape: int, margin: int = 8) -> torch.Tensor:
    mask = torch.zeros(*shape, dtype=torch.bool)
    mask[margin:-margin, margin:-margin, margin:-margin] = True
    return mask


def test_parts_of_shells_times_gains_are_the_scaled_map() -> None:
    volume, mask = Volume(noise(26, 24, 28), 1.5), middle(26, 24, 28, margin=4)
    place, parts = shell_parts(volume, mask, 9, 0.3)
    gain = noise(len(place), 5, seed=2).exp()
    rows = {tuple(p): i for i, p in enumerate(place.tolist())}
    whole = scale(volume, mask, 9, lambda at: gain[torch.tensor([rows[tuple(p)] for p in at.tolist()])], 0.3)
    assert torch.allclose(whole.density[place.unbind(1)], (parts * gain).sum(1), atol=1e-4)
    assert len(place) == int(mask.sum())
    nothing = shell_parts(volume, torch.zeros_like(mask), 9, 0.0)
    assert nothing[0].shape == (0, 3) and nothing[1].shape == (0, 5)


def test_a_case_scores_as_the_sharpened_map_does() -> None:
    truth = Volume(noise(30, 30, 30, seed=3), 1.5)
    volume = truth.with_density(apply_b_factor(truth, 90.0).density + 0.02 * noise(30, 30, 30, seed=4))
    mask, scored = middle(30, 30, 30, margin=6), middle(30, 30, 30, margin=5)
    case = prepare(volume, truth, scored, mask, 3.2)
    assert case.raw == pytest.approx(real_space_correlation(volume.density, truth.density, scored), abs=1e-5)
    for blend in (0.0, 0.5):
        model = default_model().tuned(blend)
        sharp = sharpen(volume, mask, model, resolution_angstrom=3.2)
        after = real_space_correlation(sharp.density, truth.density, scored)
        assert case.correlation(model) == pytest.approx(after, abs=1e-4)
    network = ProfileNetwork(NetworkSettings("prelu", 3))
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, std=0.2, generator=torch.Generator().manual_seed(1))
    for model in (network, MeanModel((default_model(), network))):
        sharp = sharpen(volume, mask, model, resolution_angstrom=3.2)
        after = real_space_correlation(sharp.density, truth.density, scored)
        assert case.gain(model) == pytest.approx(after - case.raw, abs=1e-4)
    with pytest.raises(SettingsError, match="constant"):
        prepare(volume, truth.with_density(torch.ones(30, 30, 30)), scored, mask, 3.2)


class _Fake:
    """A model whose gain falls with the distance of its blend from what a case wants."""

    def __init__(self, without: frozenset[int], blend: float = 0.0) -> None:
        self.without, self.blend = without, blend

    def correction(
        self,
        frequency_per_angstrom: torch.Tensor,
        logarithm: torch.Tensor,
        resolution_angstrom: float = 3.0,
    ) -> torch.Tensor:
        return logarithm + frequency_per_angstrom * resolution_angstrom

    def tuned(self, blend: float) -> ProfileModel:
        return _Fake(self.without, blend)


class _Wants(Case):
    """A stand-in for a case: the gain it gives is known."""

    def __init__(self, group: int, best: float) -> None:
        object.__setattr__(self, "group", group)
        object.__setattr__(self, "best", best)

    def gain(self, model: ProfileModel) -> float:
        assert isinstance(model, _Fake)
        assert model.without == {self.group}  # type: ignore[attr-defined]  # made without it
        return 1.0 - abs(model.blend - self.best)  # type: ignore[attr-defined,no-any-return]


def test_settings_of_a_structure_are_those_that_suit_the_others() -> None:
    cases = [_Wants(0, 0.25), _Wants(1, 0.75), _Wants(1, 0.75), _Wants(2, 0.75), _Wants(3, 0.5)]
    made: list[frozenset[int]] = []

    def maker(left_out: frozenset[int]) -> ProfileModel:
        made.append(left_out)
        return _Fake(left_out)

    found = leave_one_out(maker, cases, [0, 1, 1, 2, 3])  # type: ignore[arg-type]
    assert made == [frozenset({0}), frozenset({1}), frozenset({2}), frozenset({3})]
    assert found.blend.tolist() == [0.75, 0.5, 0.5, 0.5, 0.75], (
        "the medians of what the other structures want"
    )
    assert found.gain.tolist() == pytest.approx([0.5, 0.75, 0.75, 0.75, 0.75])
    assert found.best_blend in BLENDS
    with pytest.raises(SettingsError, match="two"):
        leave_one_out(maker, cases[:1], [0])  # type: ignore[arg-type]
    assert winner({"rule": found, "other": found}, "rule") == "rule"


def test_a_way_that_harms_an_experimental_map_cannot_win() -> None:
    def verdict(*gain: float) -> Verdict:
        row = torch.tensor(gain, dtype=torch.float64)
        return Verdict(row, row * 0, 0.25)

    ways = {"rule": verdict(0.02, 0.010), "bold": verdict(0.09, 0.007), "careful": verdict(0.03, 0.009)}
    assert winner(ways, "rule") == "bold"
    assert winner(ways, "rule", guarded=[1]) == "careful"
    assert winner(ways, "rule", guarded=[1], most_loss=0.0) == "rule"
    assert winner(ways, "rule", guarded=[1], least=0.01) == "rule"


def test_structures_that_only_judge_choose_no_settings() -> None:
    cases = [_Wants(0, 0.25), _Wants(1, 0.25), _Wants(2, 1.0), _Wants(3, 1.0)]
    found = leave_one_out(lambda out: _Fake(out), cases, [0, 1, 2, 3], judging=frozenset({2, 3}))  # type: ignore[arg-type]
    assert found.best_blend == 0.25 and found.blend.tolist() == [0.25] * 4
    assert found.gain.tolist() == pytest.approx([1.0, 1.0, 0.25, 0.25])
    with pytest.raises(SettingsError, match="two"):
        leave_one_out(lambda out: _Fake(out), cases, [0, 1, 2, 3], judging=frozenset({1, 2, 3}))  # type: ignore[arg-type]
    examples = Examples(names=["a", "b", "c"], judging=["b"])
    assert examples.without(frozenset({0})) == [2] and judging_of(examples) == {1}


def test_a_rule_is_the_mean_of_its_structures_each_counted_once() -> None:
    flat, steep = torch.zeros(100, 13), -30.0 * (LEARNED_FREQUENCY**2).expand(2, 13)
    spoilt = torch.full((1, 13), torch.nan)
    rule = universal_rule(LEARNED_FREQUENCY, [flat, torch.cat([steep, spoilt])])
    kept = (LEARNED_FREQUENCY[1:4] ** 2).mean()
    assert torch.allclose(rule.logarithm, -15.0 * (LEARNED_FREQUENCY**2 - kept), atol=1e-5)
    with pytest.raises(SettingsError, match="no structure"):
        universal_rule(LEARNED_FREQUENCY, [spoilt])


@pytest.mark.realdata
def test_the_packaged_rule_is_the_rule_of_its_seven_structures(shared_data: Path) -> None:
    names = ("1igy", "1ncb", "2d0f", "4zxb", "5h73", "5ugo", "7gsa")
    rest = [rest_profiles(read_atoms(shared_data / "models" / f"{name}.cif.gz")) for name in names]
    made, shipped = universal_rule(LEARNED_FREQUENCY, rest), default_model()
    assert torch.allclose(made.logarithm, shipped.logarithm, atol=1e-4)
    assert made.blend == shipped.blend


@pytest.mark.parametrize("blend", [0.0, 1.0])
def test_gains_begin_at_one_after_the_kept_shells(blend: float) -> None:
    """A map whose profile is the damped rule's own but for a step in the kept shells is left as it is."""
    f = torch.arange(12) / 25.0
    rule = UniversalRule(LEARNED_FREQUENCY, torch.zeros(13), blend)
    own = (-damped(4.0, f)).expand(3, 12).clone()
    own[:, :3] += 2.0
    assert torch.allclose(rule.correction(f, own, 4.0), torch.zeros(3, 12), atol=1e-5)
    own = own + noise(3, 12)
    mean = MeanModel((rule, rule.tuned(0.0)))
    assert torch.allclose(mean.correction(f, own), rule.tuned(blend / 2).correction(f, own), atol=1e-5)


def test_a_network_is_tuned_without_touching_the_one_it_came_from() -> None:
    network = ProfileNetwork(NetworkSettings("linear"))
    f, own = torch.arange(11) / 26.0, noise(4, 11)
    last = network.parts["linear"][-1].weight  # type: ignore[index]
    torch.nn.init.normal_(last, generator=torch.Generator().manual_seed(1))  # type: ignore[arg-type]
    before = network.correction(f, own)
    other = network.tuned(1.0)
    assert torch.equal(network.correction(f, own), before)
    assert torch.allclose(other.correction(f, own).mean(0), before.mean(0), atol=1e-5)
    assert float(other.correction(f, own).std(0)[-1]) > 1.5 * float(before.std(0)[-1])
    assert network.settings.blend == 0.5 and other.parts is network.parts


def test_deposited_maps_have_the_resolution_that_they_claim() -> None:
    """Two maps with independent noise, each as good as a mean of halves of FSC 0.143: their FSC there is 0.25."""
    atoms = phantom_complex(5, 1, 150)
    wanted = Deposit(1.4, 4.2, 120.0)
    made = [deposited(atoms, wanted, torch.Generator().manual_seed(seed), 45.0) for seed in (1, 2, 3)]
    soft = soften(made[0].mask, 0.0, 6.0)
    found = []
    for one, other in combinations(made, 2):
        curve = fsc(one.volume, other.volume, soft)
        near = (curve.frequency_per_angstrom - 1 / 4.2).abs() < 0.012
        found.append(float(curve.correlation[near].mean()))
    assert sum(found) / 3 == pytest.approx(0.25, abs=0.09)
    masked = deposited(
        atoms, Deposit(1.4, 4.2, 120.0, masked=True, low_passed=True), torch.Generator().manual_seed(1), 45.0
    )
    assert float((masked.volume.density == 0).double().mean()) > 0.5
    assert bool((masked.volume.density[masked.mask] != 0).all())
    drawn = [draw_deposit(torch.Generator().manual_seed(seed)) for seed in range(50)]
    assert all(d.resolution_angstrom >= 2 * d.voxel_angstrom for d in drawn)
    assert {d.masked for d in drawn} == {d.weighted for d in drawn} == {True, False}


# ------------------------------------------------------------------------------------ what was changed


def test_changes_are_what_was_done() -> None:
    volume = Volume(noise(48, 48, 48), 1.0)
    soft = torch.ones(48, 48, 48)
    blurred = apply_b_factor(volume, 60.0)
    change = change_by_shell(volume, blurred, soft)
    expected = (-15.0 * change.frequency_per_angstrom**2).float()
    assert torch.allclose(change.ln_gain.float()[1:-1], expected[1:-1], atol=0.05)  # the last shell is cut
    assert bool((change.phase_cosine[1:] > 0.999).all())
    other = change_by_shell(volume, Volume(noise(48, 48, 48, seed=9), 1.0), soft)
    assert float(other.phase_cosine[5:].abs().max()) < 0.3
    mask = middle(48, 48, 48, margin=14)
    place = window_nodes(volume, mask)
    assert bool(mask[place.unbind(1)].all())
    b = local_b_factors(blurred, place, 12.5, 4.0)
    chosen = torch.zeros_like(mask)
    chosen[place.unbind(1)] = True
    direct = local_profiles(blurred, chosen)
    again = guinier_b_factor(direct.frequency_per_angstrom, direct.amplitude, 12.5, 4.0)
    assert torch.allclose(b, again, atol=0.05)
    assert float(profile_error(volume, volume, mask).error.max()) < 1e-9
    assert float(profile_error(blurred, volume, mask).error[-1]) > 1.0
    assert correlation(b, 2 * b + 1) == pytest.approx(1.0) and correlation(b, b * 0) != correlation(b, b)


def test_missing_weights_are_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(predict, "DEFAULT_WEIGHTS", tmp_path / "none.json")
    volume = Volume(noise(30, 30, 30), 1.0)
    with pytest.raises(FormatError, match="weights are missing"):
        sharpen(volume, middle(30, 30, 30))


# ------------------------------------------------------------------------------------------- assets


def test_models_are_searched_judged_registered_and_used(home: Path) -> None:
    folder = home / "inbox" / "training"
    folder.mkdir(parents=True)
    for seed in range(3):
        write_model(folder / f"m{seed}.pdb", seed)
    settings = {
        "training": {"profiles": {"phantoms": 0, "maps_each": 2, "synthetic": 200}},
        "models": {"profiles": {"trials_each": 1, "most_epochs": 2}},
    }
    (folder / "training.yaml").write_text(yaml.safe_dump({"models": ["."], "settings": settings}))
    examples = make("training/profiles", "training")
    assert examples.passed(), examples.checks
    assert examples.numbers["structures"] == 3 and examples.numbers["synthetic"] == 200
    model = make("models/profiles", "training")
    ways = {name.removesuffix("_rscc_gain") for name in model.numbers if name.endswith("_rscc_gain")}
    assert {"packaged", "rule", "linear", "prelu", "merged", "physical", "rule_and_linear"} <= ways
    assert float(model.numbers["over_the_packaged"]) >= 0  # type: ignore[arg-type]
    table = (model.folder / "leave_one_out.tsv").read_text().splitlines()
    assert len(table) == 11 and table[0].split("\t")[2:6:2] == ["m0.pdb", "m1.pdb"]
    from mlflow import MlflowClient

    client = MlflowClient(tracking_uri=Home.from_environment().tracking_uri)
    assert int(client.get_model_version_by_alias("profiles", "champion").version) == 1
    experiment = client.get_experiment_by_name("models/profiles")
    runs = client.search_runs([experiment.experiment_id])
    assert sum("mlflow.parentRunId" in run.data.tags for run in runs) == 4
    assert model.passed()
    tiny.add_map(home)
    write_volume(home / "inbox/tiny-map/map.mrc", Volume(noise(28, 26, 30), 2.0))
    tiny.change(home / "inbox/tiny-map/map.yaml", half1=None, half2=None)
    used = make("enhanced/sharpened", "tiny-map")
    assert used.numbers["model"] == f"{model.numbers['winner']} (models/profiles {model.version[:12]})"
    told = tiny.served("profiles@champion").predict(
        read_volume(home / "inbox/tiny-map/map.mrc").density.numpy(), params={"voxel_angstrom": 2.0}
    )
    assert np.allclose(told["map"], read_volume(used.path("map.mrc")).density.numpy(), atol=1e-5)
    children = [run for run in runs if "mlflow.parentRunId" in run.data.tags]
    epochs = {len(client.get_metric_history(run.info.run_id, "loss")) for run in children}
    assert epochs == {2}  # a curve of each trial
    call = ["sharpen", str(home / "inbox/tiny-map/map.mrc"), "-o", str(home / "out.mrc")]
    assert _run([*call, "--weights", str(model.path("model.pt"))], False) == 0
    assert _run([*call, "--overwrite", "--weights", str(folder / "m0.pdb")], False) == 2
    read_volume(home / "out.mrc").require_same_grid(read_volume(home / "inbox/tiny-map/map.mrc"))
