"""Local resolution: filter banks against exact windows, simulated truth, networks, and what they refuse."""

import dataclasses
import math
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
import torch
from windowed import window_ball, windowed_fsc

from cryo_core.data import Volume
from cryo_core.errors import FormatError, SettingsError, ShapeError
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.fourier.filters import low_pass
from cryo_core.imaging.density import density
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.learning.fit import FitSettings, TrainingRun
from cryo_core.resolution import bands as banks
from cryo_core.resolution import local_fsc as fscs
from cryo_core.resolution import monogenic, unet, unet_train
from cryo_core.resolution.bands import Bands, Nodes, Window
from cryo_core.resolution.features import LocalPowers
from cryo_core.resolution.local_fsc import LocalFscSettings, local_fsc
from cryo_core.resolution.model import (
    PowerNetwork,
    PowerNetworkSettings,
    load_network,
    save_network,
)
from cryo_core.resolution.predict import implied_noise, predict, rule
from cryo_core.resolution.simulate import Variation, VariedMap, draw_variation, vary_resolution, zone_masked
from cryo_core.resolution.solvent import find_regions
from cryo_core.resolution.summary import agreement, beside_global, summarise
from cryo_core.resolution.train import (
    Examples,
    PowerTraining,
    examples_of,
    examples_of_known,
    joined,
    known_by_halves,
    known_by_model,
    train_powers,
)

SIZE, VOXEL = 64, 2.2


def generator(seed: int = 1) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


@pytest.fixture(scope="module")
def clean() -> Volume:
    atoms = phantom_complex(11, 2, 160)
    atoms = dataclasses.replace(atoms, b_factor_angstrom2=torch.full((len(atoms),), 25.0))
    return density(atoms, (SIZE, SIZE, SIZE), VOXEL)


@pytest.fixture(scope="module")
def varied(clean: Volume) -> VariedMap:
    return vary_resolution(clean, Variation(best_angstrom=5.0, worst_angstrom=12.0), generator(2))


def overlap(one: torch.Tensor, other: torch.Tensor) -> float:
    """Intersection over union of two masks."""
    return float((one & other).sum()) / float((one | other).sum())


def masked(varied: VariedMap) -> Volume:
    """The map with its solvent set to zero, some Å away from the molecule."""
    near = torch.nn.functional.max_pool3d(varied.mask.float()[None, None], 3, 1, 1)[0, 0]
    return varied.map.with_density(varied.map.density * near)


# ------------------------------------------------------------------------------------------- banks


def test_a_bands_local_power_is_the_windowed_sum_of_the_passed_map() -> None:
    volume = Volume(torch.randn(40, 44, 36, generator=generator()), 2.0)
    window, bands = Window(12.0), Bands(torch.tensor([0.08, 0.15], dtype=torch.float64), 0.05)
    nodes = Nodes((20, 22, 18), (40, 44, 36), 2.0)
    found = list(banks.local_products((volume,), ((0, 0),), bands, window, nodes))
    full = np.fft.fftn(volume.density.double().numpy() - float(volume.density.double().mean()))
    axes = np.meshgrid(*(np.fft.fftfreq(n, 2.0) for n in (40, 44, 36)), indexing="ij")
    frequency = np.sqrt(sum(a**2 for a in axes))
    ball = window_ball(window, 2.0).double().numpy() ** 2
    for b, (power,) in enumerate(found):
        passed = np.fft.ifftn(full * bands.gain(torch.from_numpy(frequency), b).numpy()).real
        for node in ((10, 11, 9), (7, 14, 10)):
            z, y, x = (
                2 * (n - c // 2) + s // 2 for n, c, s in zip(node, nodes.shape, (40, 44, 36), strict=True)
            )
            r = ball.shape[0] // 2
            cube = passed[z - r : z + r + 1, y - r : y + r + 1, x - r : x + r + 1]
            assert float(power[node]) == pytest.approx((cube**2 * ball).sum() / ball.sum(), rel=0.02)


def test_nodes_keep_constants_lines_and_slow_waves() -> None:
    nodes = Nodes((10, 12, 9), (30, 36, 27), 1.0)
    assert torch.allclose(nodes.spread(torch.full(nodes.shape, 2.5)), torch.tensor(2.5))
    assert torch.allclose(nodes.gather(torch.full(nodes.map_shape, 2.5)), torch.tensor(2.5), atol=1e-5)
    z = torch.arange(30.0)[:, None, None].expand(30, 36, 27)
    wave = torch.cos(2 * math.pi * (z - 15) * 2 / 30)
    there = torch.cos(2 * math.pi * (torch.arange(10.0) - 5) * 2 / 10)
    assert torch.allclose(nodes.gather(wave)[:, 3, 3], there, atol=1e-5)
    line = nodes.spread((torch.arange(10.0) - 5)[:, None, None].expand(nodes.shape))
    assert torch.allclose(line[3:25, 0, 0], (z[3:25, 0, 0] - 15) / 3, atol=1e-5)


def test_sums_over_windows_do_not_wrap_around() -> None:
    nodes = Nodes((16, 16, 16), (80, 80, 80), 1.0)
    smooth = banks.smoother_of(nodes, Window(10.0), torch.device("cpu"))
    values = torch.zeros(nodes.shape)
    values[0, 8, 8] = 1.0
    out = smooth(values)
    assert float(out[0, 8, 8]) > 0 and float(out[-3:].abs().max()) < 1e-7 * float(out.max())
    assert float(smooth(torch.ones(nodes.shape))[8, 8, 8]) == pytest.approx(1.0, abs=1e-5)


def test_a_window_too_small_for_the_voxels_is_refused() -> None:
    with pytest.raises(SettingsError, match="larger window"):
        local_fsc(
            *(Volume(torch.randn(16, 16, 16, generator=generator(s)), 10.0) for s in (1, 2)),
            LocalFscSettings(8.0),
        )
    with pytest.raises(SettingsError):
        Window(1.0)


# --------------------------------------------------------------------------------------- local FSC


def test_same_halves_reach_nyquist_and_noise_reaches_nothing() -> None:
    noise = [Volume(torch.randn(48, 48, 48, generator=generator(s)), 2.0) for s in (1, 2)]
    # the last band below Nyquist (4 Å) is the 18th, and bands lie 1 / 75 Å apart
    assert torch.allclose(local_fsc(noise[0], noise[0]).density, torch.tensor(75.0 / 18.0), atol=0.01)
    apart = local_fsc(*noise).density
    assert float(apart.median()) > 25
    assert float(local_fsc(*noise, LocalFscSettings(coarsest_angstrom=30.0)).density.max()) == pytest.approx(
        30, abs=1e-3
    )


def test_the_bank_is_the_exact_windowed_fsc_and_near_the_truth(varied: VariedMap) -> None:
    settings = LocalFscSettings()
    found = local_fsc(varied.half1, varied.half2)
    place = varied.mask.nonzero()[::40]
    bands = fscs.fsc_bands(varied.half1, settings)
    curves, frequency = windowed_fsc(varied.half1, varied.half2, place, settings, bands)
    exact = fscs.crossing(curves, Bands(frequency, bands.half_width_per_angstrom), settings)
    at = found.density[tuple(place.T)]
    assert float((at - exact).abs().median()) < 0.15
    apart = agreement(found, varied.resolution, varied.mask)
    assert apart.rmse_angstrom < 0.5 and apart.correlation > 0.9


def test_the_exact_window_is_the_plain_fsc_of_the_windowed_maps(varied: VariedMap) -> None:
    from cryo_core.validation.fsc import fsc

    settings = LocalFscSettings(window_angstrom=20.0)
    ball = window_ball(settings.window, VOXEL)
    r = ball.shape[0] // 2
    curve, frequency = windowed_fsc(varied.half1, varied.half2, torch.tensor([[32, 30, 33]]), settings)
    cubes = [
        Volume(h.density[32 - r : 33 + r, 30 - r : 31 + r, 33 - r : 34 + r] * ball, VOXEL)
        for h in (varied.half1, varied.half2)
    ]
    plain = fsc(*cubes)
    assert torch.allclose(frequency, plain.frequency_per_angstrom[1:], atol=1e-6)
    # the plain one counts the plane kx = 0 twice, as RELION does
    assert float((curve[0] - plain.correlation[1:]).abs().max()) < 0.06


def test_threshold_and_window_change_the_answer(varied: VariedMap) -> None:
    base = summarise(local_fsc(varied.half1, varied.half2), varied.mask)
    strict = summarise(local_fsc(varied.half1, varied.half2, LocalFscSettings(threshold=0.5)), varied.mask)
    wide = summarise(local_fsc(varied.half1, varied.half2, LocalFscSettings(40.0)), varied.mask)
    assert strict.median_angstrom > base.median_angstrom + 0.3
    assert wide.p95_angstrom - wide.p05_angstrom < base.p95_angstrom - base.p05_angstrom


def test_a_step_in_resolution_is_seen_inside_the_worse_side() -> None:
    """White signal up to 4 Å in one half space and 8 Å in the other: the window's and the bands' bias, as stated.

    A signal that ends abruptly is heard 2 to 4 shells (a shell is 1 / 75 Å) beyond its end: by the bands' width, and by
    what the step itself spreads.
    """
    white = Volume(torch.randn(96, 64, 64, generator=generator()), 1.6)
    fine, coarse = low_pass(white, 4.0, 0.0).density, low_pass(white, 8.0, 0.0).density
    left = (torch.arange(96) < 48)[:, None, None]
    signal = torch.where(left, fine, coarse)
    halves = [
        white.with_density(signal + 0.3 * float(fine.std()) * torch.randn(96, 64, 64, generator=generator(s)))
        for s in (5, 6)
    ]
    line = local_fsc(*halves).density[:, 24:40, 24:40].mean((1, 2))
    low, high = float(line[16:24].mean()), float(line[72:80].mean())
    for found, end in ((low, 4.0), (high, 8.0)):
        assert 0 < 75 * (1 / found - 1 / end) < 4, (found, end)
    middle = (torch.arange(96) - 47.5) * 1.6
    crossing = float(middle[(line > 0.5 * (low + high)).nonzero()[0, 0]])
    ten, ninety = (float(middle[(line > low + q * (high - low)).nonzero()[0, 0]]) for q in (0.1, 0.9))
    assert 20 < crossing < 32 and ninety - ten < 10, (crossing, ninety - ten)


def test_a_local_resolution_finer_than_the_whole_is_warned_of(varied: VariedMap, clean: Volume) -> None:
    """A signal that ends abruptly at 13.7 Å reads finer almost everywhere; one that varies, in its best parts."""
    measured = local_fsc(varied.half1, varied.half2)
    sound = beside_global(measured, varied.mask, varied.half1, varied.half2)
    assert sound.warnings == () and sound.finer_share < 0.45, sound
    ended = low_pass(clean, 13.7, 0.0)
    spread = 0.05 * float(ended.density[varied.mask].std())
    half1, half2 = (
        ended.with_density(ended.density + spread * torch.randn(clean.density.shape, generator=generator(s)))
        for s in (5, 6)
    )
    found = beside_global(local_fsc(half1, half2), varied.mask, half1, half2)
    assert 11.0 < found.global_angstrom < 14.5  # the edge of a mask blurs two shells
    assert found.finer_share > 0.5 and f"finer than {found.global_angstrom:.2f} Å" in found.warnings[0]


def test_halves_that_do_not_fit_are_refused(varied: VariedMap) -> None:
    with pytest.raises(ShapeError):
        local_fsc(varied.half1, Volume(torch.randn(8, 8, 8, generator=generator()), VOXEL))
    with pytest.raises(SettingsError, match="half map 2"):
        local_fsc(varied.half1, varied.half2.with_density(torch.zeros_like(varied.half2.density)))


@pytest.mark.skipif(shutil.which("relion_postprocess") is None, reason="RELION is not installed")
def test_relions_mode_is_near_relion(varied: VariedMap, tmp_path: Path) -> None:
    for name, half in (("h1", varied.half1), ("h2", varied.half2)):
        write_volume(tmp_path / f"{name}.mrc", half)
    command = [
        "relion_postprocess",
        "--i",
        "h1.mrc",
        "--i2",
        "h2.mrc",
        "--o",
        "lr",
        "--angpix",
        str(VOXEL),
        "--locres",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    theirs = read_volume(tmp_path / "lr_locres.mrc").density[varied.mask]
    ours = local_fsc(varied.half1, varied.half2, LocalFscSettings(relion=True)).density[varied.mask]
    assert float((ours - theirs).abs().median()) < 0.5
    plain = local_fsc(varied.half1, varied.half2).density[varied.mask]
    assert float((ours - theirs).abs().median()) < float((plain - theirs).abs().median())


# -------------------------------------------------------------------------------------- simulation


def test_the_truth_is_what_halves_say_on_average(clean: Volume) -> None:
    """The expected local FSC crosses where the mean of many measured ones does."""
    variation = Variation(best_angstrom=5.0, worst_angstrom=10.0)
    found = [vary_resolution(clean, variation, generator(7)) for _ in range(1)]
    settings = LocalFscSettings()
    bands = fscs.fsc_bands(clean, settings)
    place = found[0].mask.nonzero()[::600]
    curves = []
    for seed in range(6):
        white = [torch.randn(clean.density.shape, generator=generator(100 + 2 * seed + i)) for i in range(2)]
        noise = found[0].half1.density - found[0].signal.density
        scale = float(noise.std())
        del white
        again = _renoised(found[0], scale, seed)
        curves.append(windowed_fsc(*again, place, settings, bands)[0])
    mean = fscs.crossing(torch.stack(curves).mean(0), bands, settings)
    truth = found[0].resolution.density[tuple(place.T)]
    assert float((mean - truth).abs().median()) < 0.3


def _renoised(varied: VariedMap, scale: float, seed: int) -> list[Volume]:
    """Halves with other noise of the same spectrum: that of the first half's noise, its phases drawn anew."""
    from cryo_core.fourier.transforms import spectrum_to_volume, volume_to_spectrum

    noise = varied.half1.density - varied.signal.density
    amplitude = volume_to_spectrum(noise).abs()
    halves = []
    for half in range(2):
        white = torch.randn(noise.shape, generator=generator(1000 + 10 * seed + half))
        phases = torch.sgn(volume_to_spectrum(white))
        drawn = spectrum_to_volume(amplitude * phases, (SIZE, SIZE, SIZE))
        halves.append(
            varied.signal.with_density(varied.signal.density + drawn * (scale / float(drawn.std())))
        )
    return halves


def test_a_seed_gives_one_map_and_sharpening_leaves_the_truth(clean: Volume, varied: VariedMap) -> None:
    again = vary_resolution(clean, varied.variation, generator(2))
    assert torch.equal(again.map.density, varied.map.density)
    sharp = dataclasses.replace(
        varied.variation, sharpening_b_angstrom2=-100.0, weighted=True, low_pass_angstrom=4.8
    )
    other = vary_resolution(clean, sharp, generator(2))
    assert torch.equal(other.resolution.density, varied.resolution.density)
    assert not torch.allclose(other.map.density, varied.map.density)
    with pytest.raises(SettingsError, match="voxels"):
        vary_resolution(clean, Variation(best_angstrom=3.0), generator())
    with pytest.raises(SettingsError):
        Variation(best_angstrom=5.0, worst_angstrom=4.0)
    assert draw_variation(1.5, generator(1)) != draw_variation(1.5, generator(2))


# ----------------------------------------------------------------------------- molecule and solvent


def test_the_mask_is_the_molecule_and_the_solvent_is_clear_of_it(varied: VariedMap) -> None:
    regions = find_regions(varied.map)
    both = overlap(regions.mask, varied.mask)
    assert both > 0.65 and regions.has_noise and regions.blank_fraction == 0
    clear = regions.coarse.nearest_voxels(regions.solvent)
    assert float((clear & varied.mask).sum()) < 0.02 * float(varied.mask.sum())


def test_a_masked_solvent_is_seen(varied: VariedMap) -> None:
    regions = find_regions(masked(varied))
    assert not regions.has_noise and regions.blank_fraction > 0.5


def test_dark_constant_and_broken_maps_are_refused(varied: VariedMap) -> None:
    with pytest.raises(SettingsError, match="other sign"):
        predict(varied.map.with_density(-varied.map.density), None)
    with pytest.raises(SettingsError, match="constant"):
        find_regions(varied.map.with_density(torch.ones(SIZE, SIZE, SIZE)))
    broken = varied.map.density.clone()
    broken[3, 3, 3] = math.nan
    with pytest.raises(SettingsError, match="finite"):
        find_regions(varied.map.with_density(broken))
    with pytest.raises(SettingsError, match="should be 1 to 50"):
        predict(varied.map, None, 0.1)


# ------------------------------------------------------------------------------------- from one map


@pytest.fixture(scope="module")
def network() -> PowerNetwork:
    return load_network()[0]


@pytest.mark.parametrize("trained", [True, False])
def test_resolution_is_told_from_the_map_alone(
    varied: VariedMap, network: PowerNetwork, trained: bool
) -> None:
    found = predict(varied.map, network if trained else None)
    apart = agreement(found.resolution, varied.resolution, varied.mask)
    own_mean = float(varied.resolution.density[varied.mask].std())
    assert apart.rmse_angstrom < min(0.7, 0.6 * own_mean) and apart.correlation > 0.9
    assert found.knows_noise and not found.warnings
    if trained:
        off = (found.resolution.density - varied.resolution.density).abs()[varied.mask]
        assert 0.3 < float((off < found.deviation.density[varied.mask]).float().mean())


def test_grey_scale_and_sharpening_change_nothing(
    clean: Volume, varied: VariedMap, network: PowerNetwork
) -> None:
    base = predict(varied.map, network)
    louder = predict(varied.map.with_density(varied.map.density * 10.0 + 3.0), network)
    assert torch.allclose(louder.resolution.density, base.resolution.density, atol=0.02)
    assert torch.equal(louder.mask, base.mask)
    sharp = vary_resolution(
        clean, dataclasses.replace(varied.variation, sharpening_b_angstrom2=-150.0), generator(2)
    )
    other = predict(sharp.map, network)
    assert agreement(other.resolution, base.resolution, varied.mask).rmse_angstrom < 0.2


def test_the_answer_moves_and_turns_with_the_map(varied: VariedMap, network: PowerNetwork) -> None:
    base = predict(varied.map, network)
    moved = predict(varied.map.with_density(varied.map.density.roll((3, -4, 5), (0, 1, 2))), network)
    inside = varied.mask
    back = moved.resolution.density.roll((-3, 4, -5), (0, 1, 2))
    assert float((back - base.resolution.density)[inside].abs().mean()) < 0.1
    # about the centre voxel N // 2, a quarter turn maps the grid onto itself but for one plane
    turn = varied.map.density.transpose(1, 2).flip(2).roll(1, 2)
    turned = predict(varied.map.with_density(turn), network)
    back = turned.resolution.density.roll(-1, 2).flip(2).transpose(1, 2)
    assert float((back - base.resolution.density)[inside].abs().mean()) < 0.05


def test_a_masked_map_gets_a_warning_and_no_confident_number(
    varied: VariedMap, network: PowerNetwork
) -> None:
    volume = masked(varied)
    blind = predict(volume, network)
    assert not blind.knows_noise and "half maps" in blind.warnings[0]
    assert float(blind.deviation.density.min()) >= 3.0
    given = predict(volume, network, varied.global_angstrom)
    assert given.global_angstrom == pytest.approx(varied.global_angstrom, abs=1.0)
    assert "given" in given.warnings[0]
    assert float(given.deviation.density[varied.mask].min()) >= 0.15 * varied.global_angstrom - 1e-3


def test_a_masks_edge_is_no_sharp_feature(varied: VariedMap, network: PowerNetwork) -> None:
    """The molecule's rim is not told to be finer than the truth is, relative to its middle."""
    found = predict(masked(varied), network, varied.global_angstrom)
    share = torch.nn.functional.avg_pool3d(varied.mask.float()[None, None], 5, 1, 2)[0, 0]
    inner, rim = varied.mask & (share > 0.75), varied.mask & (share < 0.45)
    assert bool(inner.any()) and bool(rim.any())

    def step(volume: Volume) -> float:
        return float(volume.density[rim].median() - volume.density[inner].median())

    assert step(found.resolution) > step(varied.resolution) - 0.5


def flat_powers(frequency: torch.Tensor) -> LocalPowers:
    """Power 1 in every band."""
    ones = torch.ones(len(frequency))
    return LocalPowers(
        torch.ones(len(frequency), 2, 2, 2),
        ones,
        ones,
        Bands(frequency, 0.03),
        Nodes((2,) * 3, (4,) * 3, 1.0),
    )


def test_the_rule_reads_a_known_crossing() -> None:
    """Half-map SSNR of exp(a − b f) is 1 / 6 at f = (a + ln 6) / b; a map's power over noise is 1 + twice that."""
    frequency = torch.arange(1, 35, dtype=torch.float64) / 75.0
    snr = torch.exp(4.0 - 25.0 * frequency)
    logs = (1.0 + 2.0 * snr).log().float()[None]

    expected = 25.0 / (4.0 + math.log(6.0))
    assert float(rule(logs, flat_powers(frequency))) == pytest.approx(expected, rel=1e-3)


def test_implied_noise_is_the_power_where_nothing_else_is_left() -> None:
    noise = implied_noise(flat_powers(torch.arange(1, 35, dtype=torch.float64) / 75.0), 4.0)
    at = torch.arange(1, 35) / 75.0
    assert float(noise[-1]) > 0.99 and float(noise[(at < 1 / 12).nonzero().max()]) < 0.01
    assert float(np.interp(0.25, at.numpy(), noise.numpy())) == pytest.approx(1 / (1 + 2 / 6), abs=0.03)


# ---------------------------------------------------------------------------------------- networks


def toy_examples(structures: int = 6, rows: int = 200) -> Examples:
    logs = torch.randn(structures * rows, 34, generator=generator()).clamp(-1.5, 7)
    rule_ = 5.0 + torch.rand(len(logs), generator=generator(3))
    truth = rule_ * torch.exp(0.2 * logs[:, 3].clamp(-1, 1))
    return Examples(logs, rule_, truth, torch.arange(len(logs)) // rows)


def test_training_learns_what_the_rule_does_not_know(tmp_path: Path) -> None:
    examples = toy_examples()
    network, history = train_powers(
        examples,
        PowerNetworkSettings(members=3, width=16),
        FitSettings(epochs=25, seed=5),
        TrainingRun(tmp_path / "fit"),
        PowerTraining(batch=64, learning_rate=5e-3),
    )
    before = float((examples.rule_angstrom - examples.resolution_angstrom).square().mean().sqrt())
    assert history[-1]["validation_rmse_angstrom"] < 0.5 * before
    with torch.no_grad():
        mean, deviation = network(examples.logs, examples.rule_angstrom)
        alone = network.member(0, examples.logs, examples.rule_angstrom)[0]
    assert bool((deviation > 0).all()) and not torch.allclose(mean, alone)
    assert float(network.calibration) >= 1.0
    save_network(tmp_path / "w.pt", network, {"note": "toy"})
    again, made_of = load_network(tmp_path / "w.pt")
    assert made_of == {"note": "toy"}
    assert torch.equal(again(examples.logs, examples.rule_angstrom)[0], mean)


def test_a_member_does_not_learn_from_what_it_leaves_out(tmp_path: Path) -> None:
    from cryo_core.resolution.train import _Job

    examples = toy_examples(4, 50)
    torch.manual_seed(0)
    network = PowerNetwork(PowerNetworkSettings(members=4, width=8))
    job = _Job(network, examples, PowerTraining())
    only = examples.take((examples.structure == 2).nonzero()[:, 0])
    loss, _ = job._loss(2, only, only.structure % 4 != 2)
    assert float(loss.detach()) == 0.0
    with pytest.raises(SettingsError, match="left out"):
        train_powers(
            joined([examples]), PowerNetworkSettings(members=5), FitSettings(epochs=1), TrainingRun(tmp_path)
        )
    with pytest.raises(SettingsError, match="no map"):
        joined([])


def test_examples_are_the_places_inside_with_the_truth(varied: VariedMap) -> None:
    examples = examples_of(varied, 3)
    assert examples.logs.shape == (len(examples), 34) and set(examples.structure.tolist()) == {3}
    near = summarise(varied.resolution, varied.mask)
    assert float(examples.resolution_angstrom.median()) == pytest.approx(near.median_angstrom, abs=0.4)


def test_half_maps_and_a_model_teach_nearly_the_truth(varied: VariedMap) -> None:
    """A map's local FSC with its own model at 0.5 is its halves' at 0.143."""
    expected = float(examples_of(varied, 0).resolution_angstrom.median())
    mean = varied.map.with_density((varied.half1.density + varied.half2.density) / 2)
    by_halves = examples_of_known(known_by_halves(varied.half1, varied.half2), 0)
    by_model = examples_of_known(known_by_model(mean, varied.signal), 0)
    for found in (by_halves, by_model):
        assert float(found.resolution_angstrom.median()) == pytest.approx(expected, abs=0.5)


def test_weights_from_outside_are_not_trusted(tmp_path: Path) -> None:
    (tmp_path / "w.pt").write_bytes(b"no weights")
    with pytest.raises(FormatError):
        load_network(tmp_path / "w.pt")
    unet.save_unet(tmp_path / "u.pt", unet.ResolutionUNet(unet.UNetSettings(16, 2)), {})
    with pytest.raises(FormatError, match="U-Net"):
        load_network(tmp_path / "u.pt")


# ---------------------------------------------------------------------------------------- monogenic


@pytest.mark.parametrize("sharpening", [-150.0, 150.0])
def test_monogenic_resolution_follows_the_truth_whatever_the_sharpening(
    clean: Volume, varied: VariedMap, sharpening: float
) -> None:
    """The published filter, which hears all noise beyond a frequency, does so far worse, or not at all."""
    variation = dataclasses.replace(varied.variation, sharpening_b_angstrom2=sharpening)
    sharp = vary_resolution(clean, variation, generator(2))
    regions = find_regions(sharp.map)
    solvent = regions.coarse.nearest_voxels(regions.solvent)
    found = monogenic.monogenic_from_map(sharp.map, sharp.mask, solvent)
    apart = agreement(found, sharp.resolution, sharp.mask)
    own_mean = float(sharp.resolution.density[sharp.mask].std())
    assert apart.rmse_angstrom < 0.8 * own_mean and apart.correlation > 0.8
    assert float(found.density.min()) >= 2 * VOXEL - 1e-3
    settings = monogenic.MonogenicSettings(published=True)
    if sharpening < 0:
        with pytest.raises(SettingsError, match="stands out"):
            monogenic.monogenic_from_map(sharp.map, sharp.mask, solvent, settings)
        return
    published = monogenic.monogenic_from_map(sharp.map, sharp.mask, solvent, settings)
    assert agreement(published, sharp.resolution, sharp.mask).rmse_angstrom > 1.5 * apart.rmse_angstrom


def test_monogenic_resolution_of_half_maps_follows_the_truth(varied: VariedMap) -> None:
    found = monogenic.monogenic_from_halves(varied.half1, varied.half2, varied.mask)
    apart = agreement(found, varied.resolution, varied.mask)
    own_mean = float(varied.resolution.density[varied.mask].std())
    assert apart.rmse_angstrom < 0.75 * own_mean and apart.correlation > 0.7
    with pytest.raises(SettingsError, match="same"):
        monogenic.monogenic_from_halves(varied.half1, varied.half1, varied.mask)


def test_a_masked_map_and_an_empty_mask_have_no_monogenic_resolution(varied: VariedMap) -> None:
    solvent = ~varied.mask
    with pytest.raises(SettingsError, match="half maps"):
        monogenic.monogenic_from_map(masked(varied), varied.mask, solvent)
    with pytest.raises(SettingsError, match="empty"):
        monogenic.monogenic_from_map(varied.map, torch.zeros_like(varied.mask), solvent)


def test_the_monogenic_search_reads_where_a_signal_ends() -> None:
    """White signal up to 5 Å in one half space and 9 Å in the other, in white noise."""
    white = Volume(torch.randn(96, 48, 48, generator=generator()), 1.8)
    fine, coarse = low_pass(white, 5.0, 0.0).density, low_pass(white, 9.0, 0.0).density
    signal = torch.where((torch.arange(96) < 48)[:, None, None], fine, coarse)
    size = 0.5 * float(fine.std())
    halves = [
        white.with_density(signal + size * torch.randn(96, 48, 48, generator=generator(s))) for s in (5, 6)
    ]
    found = monogenic.monogenic_from_halves(*halves, torch.ones(96, 48, 48, dtype=torch.bool)).density
    for told, end in ((found[12:36].median(), 5.0), (found[60:84].median(), 9.0)):
        # a band hears a signal to half its width (1 / 50 Å) beyond its end
        assert -0.005 < 1 / float(told) - 1 / end < 0.02, (float(told), end)


def frequencies(size: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    from cryo_core.fourier.grids import volume_frequencies

    return volume_frequencies((size, size, size), 1.0)


def test_a_monogenic_amplitude_knows_no_phase() -> None:
    """A plane wave's amplitude is 1 everywhere, where its square swings; in whatever direction it runs."""
    from cryo_core.fourier.transforms import volume_to_spectrum

    z, y, x = torch.meshgrid(*[torch.arange(48.0)] * 3, indexing="ij")
    for k in ((12, 0, 0), (0, 0, 11), (5, -7, 3), (-4, 6, 9)):
        wave = torch.cos(2 * math.pi * (k[0] * z + k[1] * y + k[2] * x) / 48 + 0.3)
        spectrum = volume_to_spectrum(wave)
        power = monogenic.monogenic_power(spectrum, frequencies(48), (48, 48, 48))
        assert torch.allclose(power, torch.ones(48, 48, 48), atol=1e-3)
        volume, at = Volume(wave, 1.0), 48 / math.hypot(*k)
        for published in (False, True):
            settings = monogenic.MonogenicSettings(published=published)
            heard = [
                monogenic._amplitude(spectrum, volume, monogenic._pass_at(at * far, volume, settings))
                for far in (1.0, 2.0)
            ]
            assert torch.allclose(heard[0], torch.ones(48, 48, 48), atol=1e-3)
            assert torch.allclose(heard[1], torch.full((48, 48, 48), float(published)), atol=1e-3)


def test_the_riesz_transform_keeps_energy() -> None:
    from cryo_core.fourier.transforms import volume_to_spectrum

    noise = torch.randn(33, 33, 33, generator=generator())
    noise = noise - noise.mean()
    power = monogenic.monogenic_power(volume_to_spectrum(noise), frequencies(33), (33, 33, 33))
    assert float(power.mean()) == pytest.approx(2 * float(noise.square().mean()), rel=1e-4)
    assert bool((power >= noise.square() - 1e-5).all())


def test_the_resolutions_looked_at_lie_on_fourier_indices(varied: VariedMap) -> None:
    steps = monogenic.resolutions(varied.map, monogenic.MonogenicSettings())
    assert all(a - b >= 0.25 - 1e-9 for a, b in zip(steps, steps[1:], strict=False))
    assert all(abs(SIZE * VOXEL / s - round(SIZE * VOXEL / s)) < 1e-9 for s in steps)


# -------------------------------------------------------------------------------------------- U-Net


def test_a_cube_holds_the_molecule_and_goes_back_to_its_place(varied: VariedMap) -> None:
    cube = unet.cube_of(varied.map)
    density_ = varied.map.density
    back = unet.put_back(unet.cut(density_, cube, cube.edge), cube, (SIZE, SIZE, SIZE))
    z, y, x = (slice(max(0, s), s + cube.edge) for s in cube.start)
    assert torch.equal(back[z, y, x], density_[z, y, x])
    held = torch.zeros_like(varied.mask)
    held[z, y, x] = True
    assert float((held & varied.mask).sum()) > 0.98 * float(varied.mask.sum())
    assert cube.edge < 0.95 * SIZE  # noise far from the molecule does not widen it
    outside = Volume(torch.zeros(40, 40, 40), 1.0)
    outside.density[0:3, 5:8, 5:35] = 1.0
    edge = unet.cube_of(outside)
    assert min(edge.start) < 0
    assert unet.cut(outside.density, edge, edge.edge).sum() == outside.density.sum()


def test_the_losses_are_the_published_ones() -> None:
    said = (torch.tensor([5.0]), torch.full((1, 2, 2, 2), 3.0), torch.zeros(1, 2, 2, 2))
    mask = torch.ones(1, 2, 2, 2)
    relative = torch.full((1, 2, 2, 2), -6.0)
    loss = unet_train.unet_loss(said, torch.tensor([4.0]), relative, mask, 2.0)
    assert float(loss) == pytest.approx(1.0 + 2.0 * math.log10(9.0 + 1.0) + math.log(2.0), rel=1e-5)


def test_a_zone_mask_leaves_the_molecule_and_no_noise_far_from_it(varied: VariedMap) -> None:
    map_ = zone_masked(varied, generator(4))
    near = torch.nn.functional.max_pool3d(varied.mask.float()[None, None], 15, 1, 7)[0, 0] > 0
    assert torch.equal(map_.density[varied.mask], varied.map.density[varied.mask])
    assert float(map_.density[~near].abs().max()) == 0.0
    assert not torch.equal(map_.density, zone_masked(varied, generator(5)).density)


@pytest.fixture(scope="module")
def small_unet(
    varied: VariedMap, tmp_path_factory: pytest.TempPathFactory
) -> tuple[unet.ResolutionUNet, list[dict[str, float]], unet_train.UNetExample]:
    """With fewer than 8 channels the mask's head dies for most seeds: each channel is normalised alone."""
    settings = unet.UNetSettings(box=16, channels=8, dropout=0.1, learning_rate=2e-3)
    example = unet_train.unet_example(varied.map, varied.resolution, varied.mask, 16)
    folder = tmp_path_factory.mktemp("unet")
    fitting = FitSettings(epochs=120, seed=3)
    network, history = unet_train.train_unet([example], settings, fitting, TrainingRun(folder))
    return network, history, example


def test_the_unet_learns_and_answers_on_the_maps_grid(
    varied: VariedMap,
    small_unet: tuple[unet.ResolutionUNet, list[dict[str, float]], unet_train.UNetExample],
    tmp_path: Path,
) -> None:
    network, history, example = small_unet
    assert history[-1]["loss"] < 0.5 * history[0]["loss"]
    first, second = (unet.predict_unet(varied.map, network, passes=3) for _ in range(2))
    assert torch.equal(first.resolution.density, second.resolution.density)
    assert first.resolution.density.shape == varied.map.density.shape
    cube, shape = unet.cube_of(varied.map), (SIZE, SIZE, SIZE)
    ceiling = overlap(unet.put_back(example.mask.float(), cube, shape) > 0.5, varied.mask)
    assert overlap(first.mask, varied.mask) > 0.5 * ceiling > 0.25  # a box of 16 is coarse
    assert float(first.deviation.density[first.mask].max()) > 0
    assert float(first.resolution.density[~first.mask].abs().max()) == 0.0
    assert first.global_angstrom == pytest.approx(varied.global_angstrom, abs=1.5)
    unet.save_unet(tmp_path / "u.pt", network, {})
    again = unet.predict_unet(varied.map, unet.load_unet(tmp_path / "u.pt"), passes=3)
    assert torch.equal(again.resolution.density, first.resolution.density)


def test_the_unet_too_says_when_it_cannot_know(
    varied: VariedMap,
    small_unet: tuple[unet.ResolutionUNet, list[dict[str, float]], unet_train.UNetExample],
) -> None:
    network = small_unet[0]
    assert not unet.predict_unet(varied.map, network, passes=2).warnings
    blind = unet.predict_unet(masked(varied), network, passes=2)
    assert "half maps" in blind.warnings[0] and not blind.knows_noise
    assert float(blind.deviation.density[blind.mask].min()) >= 3.0
    given = unet.predict_unet(masked(varied), network, 7.0, passes=2)
    assert given.global_angstrom == pytest.approx(7.0, abs=0.3) and "given" in given.warnings[0]
    with pytest.raises(SettingsError, match="other sign"):
        unet.predict_unet(varied.map.with_density(-varied.map.density), network)
    with pytest.raises(SettingsError, match="should be 1 to 50"):
        unet.predict_unet(varied.map, network, 0.1)


def test_the_unet_is_validated_on_structures_that_it_does_not_see(varied: VariedMap, tmp_path: Path) -> None:
    examples = [
        dataclasses.replace(e, structure=s)
        for s in range(5)
        for e in unet_train.unet_examples(varied, 16, s, generator(s))
    ]
    settings = unet.UNetSettings(box=16, channels=8)
    network, history = unet_train.train_unet(
        examples, settings, FitSettings(epochs=1), TrainingRun(tmp_path / "a")
    )
    assert math.isfinite(history[0]["validation_rmse_angstrom"])
    other = [dataclasses.replace(e, overall_angstrom=99.0) if e.structure == 4 else e for e in examples]
    same, worse = unet_train.train_unet(other, settings, FitSettings(epochs=1), TrainingRun(tmp_path / "b"))
    weights = zip(network.parameters(), same.parameters(), strict=True)
    assert all(torch.equal(a, b) for a, b in weights)
    assert worse[0]["validation_rmse_angstrom"] > history[0]["validation_rmse_angstrom"] + 50
    with pytest.raises(SettingsError, match="cubes"):
        unet_train.train_unet(
            examples, unet.UNetSettings(box=24), FitSettings(epochs=1), TrainingRun(tmp_path / "c")
        )


# ---------------------------------------------------------------------------------------- real maps


@pytest.mark.realdata
@pytest.mark.parametrize(
    "file, deposited, has_solvent",
    [("emd_5778_chainA.mrc", 3.28, False), ("emd_3186.map", 7.9, True), ("emd_2566_chain9.mrc", 3.2, False)],
)
def test_real_maps(
    shared_data: Path, network: PowerNetwork, file: str, deposited: float, has_solvent: bool
) -> None:
    volume = read_volume(shared_data / "maps" / file)
    found = predict(volume, network)
    assert found.knows_noise == has_solvent
    if has_solvent:
        assert found.global_angstrom == pytest.approx(deposited, abs=1.5)
        return
    assert found.warnings and float(found.deviation.density.min()) >= 3.0
    assert predict(volume, network, deposited).global_angstrom == pytest.approx(deposited, abs=1.0)


@pytest.mark.realdata
def test_the_weak_region_of_real_half_maps_is_resolved_worse(shared_data: Path) -> None:
    folder = shared_data / "halfmaps"
    half1, half2 = (read_volume(folder / f"clpb_half{i}.mrc") for i in (1, 2))
    truth, varying = (read_volume(folder / f"clpb_{n}.mrc").density for n in ("gt", "gt_absdiff"))
    found = local_fsc(half1, half2).density
    molecule = truth > 0.1 * truth.max()
    weak = molecule & (varying > 0.1 * varying.max())
    assert float(found[weak].median()) > float(found[molecule & ~weak].median()) + 0.2
