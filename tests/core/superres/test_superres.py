"""Super-resolution: the networks' sizes, the blind rule, pairs, training and its guard, three answers by region."""

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
import torch

from cryo_core.data import Atoms, Volume
from cryo_core.errors import FormatError, SettingsError
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.formats.mrc_header import read_header
from cryo_core.formats.sequences import identity, read_sequences, related_groups
from cryo_core.fourier.filters import apply_b_factor, low_pass
from cryo_core.geometry.masks import soften
from cryo_core.imaging.density import density
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.learning.fit import FitSettings, TrainingRun
from cryo_core.superres import rule
from cryo_core.superres.calibrate import calibrate
from cryo_core.superres.data import (
    Pair,
    cubes_of,
    experimental_pair,
    simulated_pairs,
    split,
)
from cryo_core.superres.model import (
    DEFAULT_WEIGHTS,
    Discriminator,
    Generator,
    GeneratorSettings,
    default_generator,
    folded,
    load_generator,
    released,
    save_generator,
    small,
    unfolded,
)
from cryo_core.superres.predict import (
    LABEL,
    Proposal,
    SuperresSettings,
    enhance,
    low_frequency_fsc,
    mixed,
)
from cryo_core.superres.prepare import from_grid, prepare, to_grid
from cryo_core.superres.restore import restored
from cryo_core.superres.score import cube_correlations, cube_score, half_score
from cryo_core.superres.simulate import (
    SNR_AT_RESOLUTION,
    Degradation,
    Structure,
    degrade,
    draw_degradation,
    published_resolution,
    structure,
    target_map,
)
from cryo_core.superres.train import GanTraining, correlations, train
from cryo_core.validation.d_model import d_model
from cryo_core.validation.fsc import fsc

TINY = GeneratorSettings(4, 1, 3, False, "none", 0.1, 2, "residual")
FEW = SuperresSettings(tile=24, overlap=6, passes=2)


@pytest.fixture(scope="module")
def made() -> Structure:
    return structure(phantom_complex(3, 1, 60), 1.0, 60.0)


def generator(seed: int) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def changing(value: float) -> Generator:
    """A network whose change is a constant."""
    network = Generator(TINY)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.zero_()
        network.last.bias.fill_(value)
    return network.eval()


# ----------------------------------------------------------------------------------------- networks


def test_the_released_generator_has_the_published_number_of_parameters() -> None:
    assert sum(p.numel() for p in Generator(released()).parameters()) == 884_243
    paper = Generator(GeneratorSettings())
    kinds = [type(m) for m in paper.modules()]
    assert kinds.count(torch.nn.Conv3d) == 1 + 2 * 15 + 2 and kinds.count(torch.nn.InstanceNorm3d) == 30


def test_the_discriminator_is_ten_convolutions_and_a_probability_each() -> None:
    network = Discriminator(4)
    convolutions = [m for m in network.modules() if isinstance(m, torch.nn.Conv3d)]
    assert len(convolutions) == 10
    x = torch.randn(3, 1, 25, 25, 25, generator=generator(1))
    assert network.layers(x).shape == (3, 1, 2, 2, 2)
    said = network(x)
    assert said.shape == (3,) and bool(((said > 0) & (said < 1)).all())


def test_heads_begin_as_they_should() -> None:
    x = torch.randn(1, 1, 12, 12, 12, generator=generator(2))
    assert torch.equal(Generator(small()).eval()(x), x), "an untrained residual network changes nothing"
    out = Generator(GeneratorSettings(4, 2)).eval()(x).detach()
    assert float(out.min()) >= 0 and float(out.max()) <= 1 and out.shape == x.shape


@pytest.mark.parametrize("fold", [1, 2, 3])
def test_folding_comes_back_and_keeps_neighbours_together(fold: int) -> None:
    x = torch.randn(2, 1, 12, 6, 18, generator=generator(3))
    cells = folded(x, fold)
    assert torch.equal(unfolded(cells, fold), x)
    corner = x[0, 0, :fold, :fold, :fold].flatten()
    assert torch.equal(cells[0, :, 0, 0, 0], corner)
    with pytest.raises(SettingsError, match="folded"):
        folded(torch.zeros(1, 1, 7, 8, 8), 2)


@pytest.mark.parametrize("wrong", [{"channels": 0}, {"first_kernel": 4}, {"dropout": 1.0}, {"fold": 5}])
def test_what_is_no_network_is_refused(wrong: dict) -> None:
    with pytest.raises(SettingsError, match=next(iter(wrong))):
        GeneratorSettings(**wrong)


def test_weights_come_back_with_their_trust_and_foreign_ones_are_refused(tmp_path: Path) -> None:
    network = Generator(TINY)
    network.trust.copy_(torch.linspace(0, 1, 11) ** 2)
    save_generator(tmp_path / "g.pt", network, {"structures": ["a"]})
    again, made_of = load_generator(tmp_path / "g.pt")
    assert made_of == {"structures": ["a"]} and again.settings == TINY
    pairs = zip(network.state_dict().values(), again.state_dict().values(), strict=True)
    assert all(torch.equal(a, b) for a, b in pairs)
    assert float(again.trusted(torch.tensor(0.35))) == pytest.approx((0.09 + 0.16) / 2, abs=1e-6)
    (tmp_path / "bad.pt").write_bytes(b"nothing")
    with pytest.raises(FormatError, match="bad.pt"):
        load_generator(tmp_path / "bad.pt")


# ----------------------------------------------------------------------------------------- the rule


def test_a_blurred_map_is_raised_by_what_blurred_it_and_a_sharp_one_is_left(made: Structure) -> None:
    f = rule.frequencies()
    own = rule.profile_at_rest(made.still, rule.working_mask(made.still, made.mask))
    for b in (120.0, 200.0):
        found = rule.spectrum(apply_b_factor(made.still, b), rule.working_mask(made.still, made.mask))
        found = rule.Spectrum(found.power, torch.zeros_like(found.power))
        gain = rule.gains(found, own, rule.RuleSettings(snr_at_end=1e9))
        middle = slice(12, 24)
        wanted = torch.exp(0.25 * (b - 30.0) * (f**2 - float(f[8].square())))
        assert float((gain[middle] / wanted[middle]).log().abs().max()) < 0.1
        assert float((gain[:6] / wanted[:6]).log().abs().max()) < 0.1, "the B factor holds beyond 13 Å too"
    found = rule.spectrum(made.still, rule.working_mask(made.still, made.mask))
    sharp = rule.gains(rule.Spectrum(found.power, torch.zeros_like(found.power)), own)
    assert float((sharp[:26] - 1.0).abs().max()) < 0.03


def test_noise_that_is_seen_lowers_gains_and_the_map_ends_where_it_ends(made: Structure) -> None:
    quiet, loud = (
        degrade(made, Degradation(4.0, 80.0, 0.0, 25.0, snr), generator(4)) for snr in (100.0, 0.2)
    )
    mask = rule.working_mask(quiet, made.mask)
    spectra = [rule.spectrum(v, mask) for v in (quiet, loud)]
    assert float(spectra[1].noise[15] / spectra[1].power[15]) > 5 * float(
        spectra[0].noise[15] / spectra[0].power[15]
    )
    gains = [rule.gains(s, rule.universal_profile()) for s in spectra]
    assert float(gains[1][16:19].mean()) < 0.9 * float(gains[0][16:19].mean())
    assert bool((gains[0][25:] < 0.3 * gains[0][20]).all())


@pytest.mark.parametrize("how", [
    Degradation(4.0, 80.0, 0.0, 25.0, 100.0),
    Degradation(4.0, 80.0, 0.0, 25.0, 1.0, 0.0, 4.0),
    Degradation(5.0, 150.0, 0.0, 25.0, 2.0, -150.0, 4.0),
    Degradation(5.5, 60.0, 0.0, 25.0, 0.5, 0.0, 3.5),
])  # fmt: skip
def test_the_end_of_a_map_is_found_also_behind_a_masks_edge(made: Structure, how: Degradation) -> None:
    volume = degrade(made, how, generator(4))
    found = rule.spectrum(volume, rule.working_mask(volume, made.mask))
    assert abs(rule.map_end(found, rule.universal_profile()) * rule.STEP - 1 / how.resolution_angstrom) < 0.03


def test_the_filter_scales_with_the_map_and_ignores_its_offset(made: Structure) -> None:
    volume = degrade(made, Degradation(4.0, 120.0, 0.0, 25.0, 10.0), generator(5))
    mask = rule.working_mask(volume, made.mask)
    changed = volume.with_density(3.0 * volume.density + 7.0)
    gain, again = (rule.gains(rule.spectrum(v, mask), rule.universal_profile()) for v in (volume, changed))
    one, other = rule.apply_gains(volume, gain), rule.apply_gains(changed, again)
    assert torch.allclose(gain, again, rtol=1e-2)
    assert torch.allclose(other.density, 3.0 * one.density + 7.0, atol=2e-2 * float(one.density.abs().max()))


def test_a_damaged_profile_is_refused(tmp_path: Path) -> None:
    (tmp_path / "u.json").write_text('{"ln_amplitude": [1, 2]}')
    with pytest.raises(FormatError, match="expected 34"):
        rule.universal_profile(tmp_path / "u.json")


# -------------------------------------------------------------------------------------- simulations


def test_what_is_done_to_a_density_is_what_was_asked(made: Structure) -> None:
    plain = degrade(made, Degradation(2.2, 60.0, 0.0, 25.0, 1e12), generator(6))
    wanted = low_pass(apply_b_factor(made.clean, 60.0), 2.6)
    assert float((low_pass(plain, 2.6).density - wanted.density).abs().max()) < 0.01 * float(
        wanted.density.max()
    )
    zone = degrade(made, Degradation(4.0, 60.0, 0.0, 25.0, 1.0, 0.0, 4.0), generator(6))
    assert bool((zone.density[~made.mask] == 0).any()) and bool((zone.density[made.mask] != 0).all())
    outside = (zone.density == 0).float().mean()
    assert 0.5 < float(outside) < 1 - float(made.mask.float().mean())
    twice = [degrade(made, Degradation(4.0, 60.0, 50.0), generator(7)).density for _ in range(2)]
    assert torch.equal(*twice)
    uneven = degrade(made, Degradation(2.2, 60.0, 100.0, 25.0, 1e12), generator(7))
    assert not torch.allclose(uneven.density, plain.density, atol=0.01 * float(plain.density.max()))


def test_targets_are_the_published_gaussians() -> None:
    assert [published_resolution(d) for d in (3.0, 3.5, 3.6, 6.0)] == [1.8, 1.8, 3.0, 3.0]
    point = Volume(torch.zeros(41, 41, 41), 0.5)
    point.density[20, 20, 20] = 1.0
    blurred = target_map(point, 6.0).density
    axis = (torch.arange(41) - 20) * 0.5
    variance = float((blurred.sum((0, 1)) * axis**2).sum() / blurred.sum())
    assert variance == pytest.approx(6.0**2 / 12.0, rel=1e-3)


def test_the_resolution_of_a_map_is_where_its_halves_agree_to_the_threshold(made: Structure) -> None:
    """Two halves of twice the noise each: their FSC within the molecule falls to 0.143 at the resolution."""
    how = Degradation(5.0, 100.0, 0.0, 25.0, SNR_AT_RESOLUTION / 2.0, 0.0, 0.0, 3.0)
    mask = soften(made.mask, 0.0, 4.0)
    halves = [degrade(made, how, generator(i)) for i in (1, 2)]
    curve = fsc(*(v.with_density(v.density * mask) for v in halves))
    near = (curve.frequency_per_angstrom - 0.2).abs() < 0.02
    assert float(curve.correlation[near].mean()) == pytest.approx(0.143, abs=0.08)


def test_drawn_maps_are_in_the_ranges_and_some_are_sharp() -> None:
    drawn = [draw_degradation(generator(i)) for i in range(200)]
    sharp = [d for d in drawn if d.b_angstrom2 <= 20.0]
    assert 20 <= len(sharp) <= 60 and all(d.resolution_angstrom <= 3.5 for d in sharp)
    assert all(2.6 <= d.resolution_angstrom <= 6.5 and 0 <= d.b_angstrom2 <= 220 for d in drawn)
    assert {d.zone_angstrom > 0 for d in drawn} == {True, False}


# -------------------------------------------------------------------------------------------- grids


def test_a_band_limited_map_goes_to_the_networks_grid_and_back() -> None:
    rough = torch.randn(30, 34, 28, generator=generator(8))
    volume = low_pass(Volume(rough, 1.3, (4.0, -5.0, 6.0)), 4.5)
    back = from_grid(to_grid(volume), volume)
    back.require_same_grid(volume)
    inner = (slice(3, -3),) * 3
    apart = (back.density - volume.density)[inner].abs().max()
    assert float(apart) < 0.02 * float(volume.density.abs().max())
    same = volume.with_density(volume.density)
    assert torch.equal(from_grid(same, volume).density, volume.density)


def test_preparing_refuses_what_cannot_be_enhanced(made: Structure) -> None:
    good = degrade(made, Degradation(), generator(9))
    for bad, why in (
        (good.with_density(good.density * torch.inf), "not finite"),
        (good.with_density(torch.zeros_like(good.density)), "mask|constant|blank"),
        (Volume(good.density, 12.0), "voxels of"),
    ):
        with pytest.raises(SettingsError, match=why):
            prepare(bad)
    with pytest.raises(SettingsError, match="empty"):
        prepare(good, mask=torch.zeros_like(made.mask))
    published = prepare(good, "published").input
    assert float(published.min()) == 0.0 and float(published.max()) == pytest.approx(1.0)
    seen = prepare(good)
    assert float(seen.input[seen.mask].std()) == pytest.approx(1.0, rel=1e-3)
    scaled = prepare(good.with_density(good.density * 50.0))
    assert torch.allclose(seen.input, scaled.input, atol=0.02)


# -------------------------------------------------------------------------------------------- pairs


@pytest.fixture(scope="module")
def pairs(made: Structure) -> list[Pair]:
    other = structure(phantom_complex(4, 1, 60), 1.0, 60.0)
    return [*simulated_pairs(made, 0, 2, 1), *simulated_pairs(other, 1, 1, 2)]


def test_cubes_are_those_with_enough_of_the_molecule(pairs: list[Pair]) -> None:
    cubes = cubes_of(pairs[:1], 16, 8, 0.2)
    mask = pairs[0].mask
    for row in cubes.rows:
        z, y, x = row[1:].tolist()
        assert float(mask[z : z + 16, y : y + 16, x : x + 16].float().mean()) >= 0.2
    everything = cubes_of(pairs[:1], 16, 8, 0.0)
    assert len(cubes) < len(everything)
    kept = {tuple(r) for r in cubes.rows.tolist()}
    for row in everything.rows.tolist():
        z, y, x = row[1:]
        share = float(mask[z : z + 16, y : y + 16, x : x + 16].float().mean())
        assert (share >= 0.2) == (tuple(row) in kept)
    x, target = cubes.cut(torch.tensor([0, 3]))
    z, y, w = cubes.rows[3][1:].tolist()
    assert torch.equal(x[1, 0], pairs[0].input[z : z + 16, y : y + 16, w : w + 16].float())
    assert target.shape == x.shape == (2, 1, 16, 16, 16)
    with pytest.raises(SettingsError, match="no cube"):
        cubes_of(pairs[:1], 16, 8, 1.1)


def test_a_split_has_no_structure_on_both_sides(pairs: list[Pair]) -> None:
    training, aside = split(cubes_of(pairs, 16, 16), {1})
    assert {pairs[int(i)].structure for i in training.rows[:, 0]} == {0}
    assert {pairs[int(i)].structure for i in aside.rows[:, 0]} == {1}
    with pytest.raises(SettingsError, match="both sides"):
        split(cubes_of(pairs, 16, 16), {7})


def test_an_experimental_pair_lies_on_the_networks_grid_and_knows_its_contour(made: Structure) -> None:
    coarse = Volume(made.clean.density[::2, ::2, ::2].contiguous(), 2.0)
    still = coarse.with_density(made.still.density[::2, ::2, ::2].contiguous())
    pair = experimental_pair(coarse, still, 3)
    assert pair.input.shape == made.clean.density.shape == pair.target.shape and pair.structure == 3
    level = 0.3 * float(coarse.density.max())
    cut = experimental_pair(coarse, still, 3, contour=level)
    assert not torch.equal(cut.input, pair.input) and torch.equal(cut.target > 1e3, pair.target > 1e3)


def test_sequences_are_read_compared_and_grouped(shared_data: Path) -> None:
    pytest.importorskip("gemmi")
    assert identity("ACDEFGHIKL", "ACDEFGHIKL") == 1.0
    assert identity("ACDEFGHIKL", "ACDEFGHIKLMNPQRSTVWY") == pytest.approx(0.5)
    names = ("1igy", "1ncb", "4zxb", "5h73", "7gsa", "1gid")
    found = [read_sequences(shared_data / "models" / f"{n}.cif.gz") for n in names]
    assert found[5] == (), "RNA has no protein sequence"
    groups = related_groups(found)
    assert groups[0] == groups[1] == groups[2], "all three hold antibodies"
    assert len(set(groups)) == 4


# ----------------------------------------------------------------------------------------- training


def run(folder: Path, pairs: list[Pair], epochs: int, stop: int | None = None, **changed: float) -> tuple:
    training, aside = split(cubes_of(pairs, 16, 16, 0.2), {1})
    settings = {"batch": 4, "content_epochs": 1, "discriminator_width": 2, "cubes_per_epoch": 8} | changed

    def progress(done: int, total: int) -> None:
        del total
        if stop is not None and done == stop:
            raise KeyboardInterrupt

    return train(
        training,
        aside,
        TINY,
        FitSettings(epochs=epochs, checkpoint_minutes=0.0 if stop else 10.0),
        TrainingRun(folder, progress=progress),
        GanTraining(**settings),
    )


def test_a_killed_training_goes_on_to_the_same_weights(tmp_path: Path, pairs: list[Pair]) -> None:
    whole, history = run(tmp_path / "a", pairs, 3)
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "b", pairs, 3, stop=3)
    resumed, again = run(tmp_path / "b", pairs, 3)
    assert history == again and len(history) == 3
    for a, b in zip(whole.state_dict().values(), resumed.state_dict().values(), strict=True):
        assert torch.equal(a, b)
    assert history[0]["discriminator"] == 0.0 and history[1]["discriminator"] > 0.0
    assert history[-1]["validation_loss"] == pytest.approx(1 - history[-1]["validation_correlation"])


def test_the_adversarial_part_counts_only_after_the_content(tmp_path: Path, pairs: list[Pair]) -> None:
    runs = {
        name: run(tmp_path / name, pairs, 2, adversarial_weight=w, content_epochs=c)[0].state_dict()
        for name, w, c in (("none", 0.0, 0), ("late", 1.0, 2), ("on", 1.0, 1))
    }
    assert all(torch.equal(a, b) for a, b in zip(runs["none"].values(), runs["late"].values(), strict=True))
    assert not all(torch.equal(a, b) for a, b in zip(runs["none"].values(), runs["on"].values(), strict=True))


def test_training_learns_a_blur_and_the_guard_keeps_the_best(tmp_path: Path, made: Structure) -> None:
    still = made.still.density / made.still.density.std()
    soft = apply_b_factor(made.still, 80.0).density / made.still.density.std()
    pairs = [Pair(soft.half(), still.half(), made.mask, i) for i in (0, 1)]
    training, aside = split(cubes_of(pairs, 16, 8, 0.2), {1})
    network, history = train(
        training,
        aside,
        TINY,
        FitSettings(epochs=6, patience=2, improvement=0.0),
        TrainingRun(tmp_path),
        GanTraining(
            batch=4,
            learning_rate=5e-3,
            content_epochs=6,
            cubes_per_epoch=32,
            discriminator_width=2,
            adversarial_weight=0.0,
        ),
    )
    assert max(h["validation_correlation_gain"] for h in history) > 0.01
    x, target = aside.cut(torch.arange(0, len(aside), 5))
    with torch.no_grad():
        reached = float(correlations(network(x), target).mean())
    assert reached >= max(h["validation_correlation"] for h in history) - 0.02


def test_cubes_that_cannot_be_folded_are_refused(tmp_path: Path, pairs: list[Pair]) -> None:
    training, aside = split(cubes_of(pairs, 15, 8), {1})
    with pytest.raises(SettingsError, match="folded"):
        train(training, aside, TINY, FitSettings(epochs=1), TrainingRun(tmp_path))


def test_confidence_is_worth_what_it_was_in_validation(made: Structure) -> None:
    x = made.clean.density / made.clean.density.std()
    right, wrong = changing(0.5), changing(0.5)
    calibrate(right, [Pair(x.half(), (x + 0.5).half(), made.mask, 0)], FEW)
    calibrate(wrong, [Pair(x.half(), (x - 0.5).half(), made.mask, 0)], FEW)
    assert float(right.trust[-1]) == pytest.approx(1.0, abs=0.02) and float(wrong.trust.max()) == 0.0
    half = changing(1.0)
    calibrate(half, [Pair(x.half(), (x + 0.5).half(), made.mask, 0)], FEW)
    assert float(half.trust[-1]) == pytest.approx(0.5, abs=0.02)
    assert bool((half.trust[1:] >= half.trust[:-1]).all())


# --------------------------------------------------------------------------------------- prediction


def test_a_network_that_changes_nothing_gives_the_filters_map_and_no_network_too(made: Structure) -> None:
    volume = degrade(made, Degradation(4.0, 150.0, 0.0, 25.0, 10.0), generator(10))
    alone, with_identity = enhance(volume, None, FEW), enhance(volume, Generator(small()), FEW)
    assert torch.allclose(
        alone.map.density, with_identity.map.density, atol=1e-4 * float(volume.density.max())
    )
    assert torch.allclose(alone.map.density, volume.density + alone.difference.density, atol=1e-6)
    assert float(alone.confidence.density.max()) == 0.0
    assert float(alone.difference.density.abs().max()) > 0.05 * float(volume.density.max())
    apart = (alone.map.density - alone.filtered.density).abs().max()
    assert float(apart) < 0.02 * float(volume.density.max()), "but for what is coarser than 10 Å"


def test_low_frequencies_grid_and_origin_stay_whatever_the_network_says(made: Structure) -> None:
    sharp = degrade(made, Degradation(4.5, 100.0, 0.0, 25.0, 3.0), generator(11))
    volume = Volume(sharp.density, 0.9, (11.0, -7.0, 3.0))
    network = Generator(GeneratorSettings(4, 1, 3, False, "none", 0.1, 2, "residual"))
    with torch.no_grad(), torch.random.fork_rng(devices=[]):
        torch.manual_seed(5)
        torch.nn.init.normal_(network.last.weight, std=0.3)
    found = enhance(volume, network, FEW)
    for made_map in (found.map, found.confidence, found.difference, found.filtered):
        made_map.require_same_grid(volume)
    assert found.low_frequency_fsc >= 0.98
    assert found.low_frequency_fsc == pytest.approx(low_frequency_fsc(volume, found.map))
    assert float(found.difference.density.abs().max()) > 0
    assert 0.0 <= float(found.confidence.density.min()) <= float(found.confidence.density.max()) <= 1.0
    again = enhance(volume, network, FEW)
    assert torch.equal(found.map.density, again.map.density), "one seed, one answer"
    grid = enhance(volume, network, FEW, network_voxels=True)
    assert grid.map.voxel_angstrom == 1.0 and grid.map.density.shape != volume.density.shape


def test_the_three_answers_by_region(made: Structure) -> None:
    volume = degrade(made, Degradation(4.0, 150.0, 0.0, 25.0, 10.0), generator(12))
    prepared = prepare(volume)
    rule_change = prepared.filtered.density - prepared.map.density
    ones, zeros = torch.ones_like(rule_change), torch.zeros_like(rule_change)
    with_it = Proposal(zeros, ones)
    assert torch.allclose(
        mixed(with_it, prepared, zeros), rule_change, atol=1e-3 * float(rule_change.abs().max())
    )
    against = Proposal(-2.0 * rule_change / prepared.scale, ones)
    assert float(mixed(against, prepared, zeros).abs().max()) < 1e-3 * float(rule_change.abs().max())
    own = Proposal(torch.randn(*rule_change.shape, generator=generator(13)), ones)
    wanted = own.change * prepared.scale + rule_change
    assert torch.allclose(mixed(own, prepared, ones), wanted, atol=1e-4 * float(wanted.abs().max()))


def _by_bin(a: Volume, b: Volume, mask: torch.Tensor) -> torch.Tensor:
    curve = fsc(a, b, mask)
    middle = (torch.arange(rule.BINS) + 0.5) * rule.STEP
    return curve.correlation[(curve.frequency_per_angstrom[:, None] - middle).abs().argmin(0)]


@pytest.mark.parametrize("seed", range(3))
def test_what_a_network_puts_into_the_last_shells_of_a_quiet_map_goes_back(
    made: Structure, seed: int
) -> None:
    volume = degrade(made, Degradation(5.0, 100.0, 0.0, 25.0, 50.0), generator(seed))
    prepared = prepare(volume)
    end = round(1.0 / (prepared.end_angstrom * rule.STEP))
    soft = rule.working_mask(prepared.map, prepared.mask)
    invented = prepared.map.with_density(torch.randn(*prepared.input.shape, generator=generator(90 + seed)))
    only = torch.zeros(rule.BINS, dtype=torch.float64)
    only[end : end + 2] = 1.0
    wrong = rule.apply_gains(invented, only).density * soft
    own = rule.apply_gains(prepared.map, only).density * soft
    change = 2.0 * wrong * float(own.std() / wrong.std())
    back = restored(prepared, change)
    before, after = (
        _by_bin(prepared.map.with_density(prepared.map.density + c), made.still, soft)
        for c in (change, back.change)
    )
    raw = _by_bin(prepared.map, made.still, soft)
    assert float((raw - before)[end : end + 2].min()) > 0.2, "the map knew these shells"
    assert float((after - before)[end : end + 2].min()) > 0.1
    assert float((raw - after)[end]) < 0.5 * float((raw - before)[end])
    kept = slice(2, end - 2)
    assert torch.allclose(after[kept], before[kept], atol=0.01)
    assert float(back.share[: end - 2].max()) == 0.0 and float(back.share[end + 3 :].max()) == 0.0


def test_half_maps_say_how_much_of_a_map_is_its_own_to_keep(made: Structure) -> None:
    volume = degrade(made, Degradation(4.0, 60.0, 0.0, 25.0, 1e6), generator(4))
    prepared = prepare(volume)
    noise = [torch.randn(*volume.density.shape, generator=generator(n)) for n in (5, 6, 7)]
    change = 2.5 * float(volume.density.std()) * noise[0]
    deaf = (volume.with_density(noise[1]), volume.with_density(noise[2]))
    nothing = restored(prepared, change, deaf)
    assert float(nothing.share.max()) == 0.0 and torch.allclose(nothing.change, change, atol=1e-6)
    everything = restored(prepared, change, (volume, volume))
    assert float(everything.share[:8].max()) == 0.0
    soft = rule.working_mask(prepared.map, prepared.mask)
    before, after = (
        _by_bin(prepared.map.with_density(prepared.map.density + c), prepared.map, soft)
        for c in (change, everything.change)
    )
    assert float(before[12:18].max()) < 0.95 and float(after[12:18].min()) > 0.98


def test_the_packaged_network_is_the_one_of_its_provenance_and_helps(made: Structure) -> None:
    said = json.loads(DEFAULT_WEIGHTS.with_name("provenance.json").read_text())["generator.pt"]
    assert hashlib.sha256(DEFAULT_WEIGHTS.read_bytes()).hexdigest() == said["sha256"]
    network = default_generator()
    assert network is not None and bool((network.trust[1:] >= network.trust[:-1]).all())
    volume = degrade(made, Degradation(4.0, 100.0, 0.0, 25.0, 1.0), generator(15))
    found = enhance(volume, network, FEW)
    target = target_map(made.still, 1.8)
    network_gain = cube_score(volume, found.map, target, made.mask).gain
    assert network_gain > max(0.0, cube_score(volume, found.filtered, target, made.mask).gain)
    sharp = degrade(made, Degradation(3.0, 5.0, 0.0, 25.0, 100.0), generator(16))
    assert cube_score(sharp, enhance(sharp, network, FEW).map, made.still, made.mask).worst > -0.01


def test_few_passes_and_impossible_tiles_are_refused() -> None:
    for wrong in ({"passes": 1}, {"tile": 4}, {"tile": 24, "overlap": 13}, {"batch": 0}):
        with pytest.raises(SettingsError):
            SuperresSettings(**wrong)


def test_the_file_says_that_it_is_a_prediction(tmp_path: Path) -> None:
    write_volume(tmp_path / "p.mrc", Volume(torch.zeros(4, 4, 4), 1.0), label=LABEL)
    assert read_header(tmp_path / "p.mrc").labels == ("Written by cryo_core", LABEL)
    write_volume(tmp_path / "q.mrc", Volume(torch.zeros(4, 4, 4), 1.0))
    assert read_header(tmp_path / "q.mrc").labels == ("Written by cryo_core",)


# ------------------------------------------------------------------------------------------ metrics


def test_half_maps_judge_at_the_same_amplitudes(made: Structure) -> None:
    one, two = (degrade(made, Degradation(5.0, 150.0), generator(seed)) for seed in (31, 32))
    sharpened = rule.apply_gains(one, torch.exp(20.0 * rule.frequencies() ** 2))
    by_filter = half_score(one, sharpened, two, made.mask)
    assert abs(by_filter.gain) < 1e-3, "a radial filter is neither a gain nor harm"
    assert cube_score(one, sharpened, two, made.mask).gain < -0.01, "as it is, the half map calls it harm"
    cleaned = one.with_density((one.density + two.density) / 2)
    assert half_score(one, cleaned, two, made.mask).gain > 0.02
    invented = sharpened.density[:, torch.arange(sharpened.density.shape[1] - 1, -1, -1)]
    false = sharpened.with_density(sharpened.density + 0.5 * invented)
    harmed = half_score(one, false, two, made.mask)
    assert harmed.gain < -0.02 and harmed.worse_fraction > 0.9


def test_cubes_are_correlated_as_numpy_does(made: Structure) -> None:
    noisy = degrade(made, Degradation(), generator(14))
    found = cube_correlations(noisy, made.still, made.mask, 25.0, 0.0)
    first = np.corrcoef(noisy.density[:25, :25, :25].ravel(), made.still.density[:25, :25, :25].ravel())[0, 1]
    assert float(found[0]) == pytest.approx(first, abs=1e-6)
    same = cube_score(noisy, noisy.with_density(2.0 * noisy.density + 1.0), made.still, made.mask)
    assert same.gain == pytest.approx(0.0, abs=1e-6) and same.worse_fraction == same.improved_fraction == 0.0
    better = cube_score(noisy, made.still, made.still, made.mask)
    assert better.improved_fraction == 1.0 and better.mask_after == pytest.approx(1.0)
    worse = cube_score(made.still, noisy, made.still, made.mask)
    assert worse.worse_fraction == 1.0 and worse.worst < 0


def still_of(atoms: Atoms, like: Volume) -> Volume:
    from dataclasses import replace

    z, y, x = like.density.shape
    rest = replace(atoms, b_factor_angstrom2=torch.zeros_like(atoms.b_factor_angstrom2))
    made = density(rest, (z, y, x), like.voxel_angstrom, like.origin_angstrom)
    return made.with_density(made.density.float())


@pytest.mark.parametrize(("b", "d"), [(60.0, 4.0), (150.0, 5.0), (0.0, 3.0)])
def test_d_model_finds_the_blur_and_the_cut_it_was_given(made: Structure, b: float, d: float) -> None:
    blurred = apply_b_factor(made.still, b)
    assert d_model(blurred, made.still).b_angstrom2 == b
    cut = low_pass(blurred, d, 0.0)
    found = d_model(cut, made.still)
    assert found.d_angstrom == pytest.approx(d, abs=0.101)
    scaled = d_model(cut.with_density(5.0 * cut.density + 3.0), made.still)
    assert (scaled.d_angstrom, scaled.b_angstrom2) == (found.d_angstrom, found.b_angstrom2)
    with pytest.raises(SettingsError, match="constant"):
        d_model(cut.with_density(torch.ones_like(cut.density)), made.still)


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("map_file", "model_file", "cctbx"),
    [("emd_5778_chainA.mrc", "3j5p.pdb", 2.6), ("emd_2566_chain9.mrc", "3j6b_9.pdb", 3.2)],
)
def test_d_model_is_cctbxs(shared_data: Path, map_file: str, model_file: str, cctbx: float) -> None:
    """cctbx-base 2025.11, maptbx.resolution_from_map_and_model, electron scattering factors; emd_3186: 7.9 of both."""
    volume = read_volume(shared_data / "maps" / map_file)
    still = still_of(read_atoms(shared_data / "maps" / model_file), volume)
    assert d_model(volume, still).d_angstrom == pytest.approx(cctbx, abs=0.2)
