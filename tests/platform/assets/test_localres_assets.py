"""Local resolution as assets and as a command: what lies in the store, what is printed, what is refused."""

import json
from pathlib import Path

import pytest
import tiny
import torch
import yaml

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.assets.training.resolution import numbered
from cryo_assets.cli.app import _run
from cryo_assets.engine.planner import Planner
from cryo_assets.pictures.draw import LARGEST_BYTES
from cryo_assets.pictures.resolution import COLOURS, contour
from cryo_assets.store.store import Artifact
from cryo_core.data import Volume
from cryo_core.errors import SettingsError
from cryo_core.formats.chimerax import write_surface_script
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.formats.sequences import related_groups


def make(key: str, entry: str) -> Artifact:
    plan: Planner = tiny.planner()
    for step in STEPS.values():
        if step.key in STEPS[key].inputs:
            tiny.make(step.key, entry, plan)
    return tiny.make(key, entry, plan)


def test_related_structures_count_as_one() -> None:
    chain = "ACDEFGHIKLMNPQRSTVWY" * 2
    assert numbered(related_groups([(), (chain,), ("W" * 40,), (chain,), ()])) == [0, 1, 2, 1, 3]


def test_half_maps_give_a_measured_resolution_with_pictures_and_a_script(home: Path) -> None:
    tiny.add_map(home)
    made = make("maps/local_fsc", "tiny-map")
    assert made.numbers["global_warnings"] == "none" and made.numbers["global_angstrom"] >= 4.0  # type: ignore[operator]
    assert made.passed()
    resolution, source = (
        read_volume(made.path("resolution.mrc")),
        read_volume(home / "inbox/tiny-map/map.mrc"),
    )
    resolution.require_same_grid(source)
    mask = read_volume(made.path("mask.mrc")).density > 0.5
    assert made.numbers["median_angstrom"] == pytest.approx(
        float(resolution.density[mask].median()), abs=0.05
    )
    for name in ("slices.png", "histogram.png"):
        assert 1000 < made.path(name).stat().st_size < LARGEST_BYTES
    script = made.path("resolution.cxc").read_text()
    assert 'open "map.mrc"' in script and "color sample #1 map #2 palette" in script
    assert (made.folder / "map.mrc").is_file()


def test_one_map_gets_a_prediction_and_is_compared_with_its_half_maps(home: Path) -> None:
    tiny.add_map(home, resolution_angstrom=6.0)
    made = make("enhanced/local_resolution", "tiny-map")
    assert str(made.numbers["model"]).startswith("packaged")
    assert made.passed() and made.numbers["knows_noise"]
    assert 4.0 <= float(made.numbers["p05_angstrom"]) <= float(made.numbers["p95_angstrom"])  # type: ignore[arg-type]
    assert made.path("scatter.png").stat().st_size < LARGEST_BYTES
    assert float(made.numbers["to_half_maps_rmse_angstrom"]) >= 0  # type: ignore[arg-type]
    read_volume(made.path("deviation.mrc")).require_same_grid(read_volume(made.path("resolution.mrc")))
    tiny.add_map(home, "no-halves", halves=False)
    assert tiny.planner().plan("no-halves").row("maps/local_fsc").state == "skipped"
    alone = make("enhanced/local_resolution", "no-halves")
    assert "to_half_maps_rmse_angstrom" not in alone.numbers


def test_a_model_is_trained_from_given_structures_and_used(home: Path) -> None:
    folder = home / "inbox" / "training"
    folder.mkdir(parents=True)
    for seed in range(5):
        tiny.write_model(folder / f"m{seed}.pdb", seed)
    settings = {
        "training": {"resolution": {"phantoms": 0, "maps_each": 1, "unet_box": 16}},
        "models": {
            "resolution": {
                "epochs": 15,
                "width": 16,
                "batch": 64,
                "unet_epochs": 2,
                "unet": {"box": 16, "channels": 8},
            }
        },
    }
    (folder / "training.yaml").write_text(yaml.safe_dump({"models": ["."], "settings": settings}))
    tiny.add_map(home)
    make("maps/source", "tiny-map")
    examples = make("training/resolution", "training")
    assert examples.passed() and examples.numbers["structures"] == 6
    assert examples.numbers["entries"] == 1 and examples.numbers["left_out"] == "none"  # by its half maps
    assert examples.numbers["cubes"] == 11  # each simulated map as it is and masked, and the entry's
    model = make("models/resolution", "training")
    assert model.numbers["epochs"] == 15 and model.numbers["unet_epochs"] == 2
    assert float(model.numbers["unet_validation_rmse_angstrom"]) > 0  # type: ignore[arg-type]
    if model.passed():
        used = make("enhanced/local_resolution", "tiny-map")
        assert used.numbers["model"] == f"models/resolution {model.version[:12]}"


def test_a_unet_that_was_never_trained_is_not_asked(home: Path) -> None:
    tiny.add_map(home, settings={"enhanced": {"local_resolution": {"method": "unet"}}})
    with pytest.raises(SettingsError, match="unet_epochs"):
        make("enhanced/local_resolution", "tiny-map")


@pytest.fixture
def halves(tmp_path: Path) -> list[Path]:
    generator = torch.Generator().manual_seed(4)
    z, y, x = torch.meshgrid(*[torch.arange(32.0) - 16] * 3, indexing="ij")
    blob = torch.exp(-(z**2 + y**2 + x**2) / 40) * (1 + torch.cos(z) * torch.cos(x))
    paths = []
    for i in (1, 2):
        noisy = blob + 0.05 * torch.randn(32, 32, 32, generator=generator)
        write_volume(tmp_path / f"h{i}.mrc", Volume(noisy, 2.0, (5.0, 6.0, 7.0)))
        paths.append(tmp_path / f"h{i}.mrc")
    return paths


def test_the_command_measures_halves(
    halves: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / name for name in ("r.mrc", "m.mrc", "s.cxc")]
    out, mask, script = map(str, files)
    call = ["localres", *map(str, halves), "-o", out, "--mask-out", mask, "--script-out", script, "--json"]
    assert _run(call, False) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["method"] == "fsc" and said["p05_angstrom"] <= said["median_angstrom"] <= said["p95_angstrom"]
    assert 0 <= said["finer_than_global_share"] <= 1 and said["global_angstrom"] >= 4.0
    assert bool(said["warnings"]) == (said["finer_than_global_share"] > 0.5)
    assert read_volume(files[0]).origin_angstrom == pytest.approx((5.0, 6.0, 7.0))
    assert 'open "h1.mrc"' in files[2].read_text()
    assert _run(call, False) == 2 and "--overwrite" in capsys.readouterr().err
    assert _run([*call, "--overwrite", "--method", "relion"], False) == 0
    assert json.loads(capsys.readouterr().out)["method"] == "relion"
    assert _run([*call, "--overwrite", "--method", "monogenic"], False) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["method"] == "monogenic" and said["nyquist_angstrom"] <= said["p05_angstrom"]
    assert said["p95_angstrom"] <= 30


def test_the_command_tells_from_one_map_and_refuses_what_cannot_be(
    halves: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "r.mrc")
    deviation = tmp_path / "d.mrc"
    call = ["localres", str(halves[0]), "-o", out, "--json", "--overwrite"]
    assert _run([*call, "--deviation-out", str(deviation), "--global-resolution", "7"], False) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["method"] == "network" and said["global_angstrom"] == 7.0
    assert float(read_volume(deviation).density.min()) > 0
    for wrong, why in (
        (["--method", "fsc"], "two half maps"),
        (["--global-resolution", "0.2"], "1 to 50"),
        (["--method", "unet"], "--model"),
        (["--method", "monogenic", "--deviation-out", str(tmp_path / "e.mrc")], "standard deviation"),
    ):
        assert _run([*call, *wrong], False) == 2
        assert why in capsys.readouterr().err
    dark = read_volume(halves[0])
    write_volume(tmp_path / "dark.mrc", dark.with_density(-dark.density))
    assert _run(["localres", str(tmp_path / "dark.mrc"), "-o", str(tmp_path / "x.mrc")], False) == 2
    assert "other sign" in capsys.readouterr().err and not (tmp_path / "x.mrc").exists()


def test_the_script_colours_from_fine_to_coarse(tmp_path: Path) -> None:
    write_surface_script(tmp_path / "s.cxc", "m.mrc", "r.mrc", 0.5, (3.0, 7.0), COLOURS)
    text = (tmp_path / "s.cxc").read_text()
    assert "palette 3.00,#2166ac:4.00" in text and "7.00,#b2182b" in text and "level 0.5" in text


@pytest.mark.parametrize("masked", [False, True])
def test_the_contour_shows_the_molecule_and_no_noise(masked: bool) -> None:
    """Whether the noise around it was cut away or not, and however wide the mask is."""
    z, y, x = torch.meshgrid(*[torch.arange(48.0) - 24] * 3, indexing="ij")
    radius = (z**2 + y**2 + x**2).sqrt()
    noise = torch.randn(radius.shape, generator=torch.Generator().manual_seed(1))
    density = 1.0 * (radius < 8) + 0.1 * noise
    mask = radius < 18
    level = contour(Volume(density * mask if masked else density, 2.0), mask)
    assert 0.4 < level < 0.7
    shown = density > level
    assert float(shown[radius < 7].float().mean()) > 0.99 and int(shown[radius > 9].sum()) < 5


@pytest.mark.parametrize("halves", [True, False])
def test_local_b_factors_of_half_maps_or_of_a_map_and_its_resolution(home: Path, halves: bool) -> None:
    fine = {"enhanced": {"b_factor": {"coarsest_angstrom": 20.0}}}
    tiny.add_map(home, halves=halves, settings=fine)
    made = make("enhanced/b_factor", "tiny-map")
    assert made.passed() and made.numbers["measured_on"] == ("half maps" if halves else "one map")
    share = float(made.numbers["measured_fraction"])  # type: ignore[arg-type]
    assert 0 <= share <= 1
    if share:
        b = read_volume(made.path("b_factor.mrc"))
        assert bool(torch.isfinite(b.density).all())
        assert float(made.numbers["p05_angstrom2"]) <= float(made.numbers["p95_angstrom2"])  # type: ignore[arg-type]
        assert 'open "map.mrc"' in made.path("b_factor.cxc").read_text()
        assert made.path("slices.png").stat().st_size < LARGEST_BYTES
    else:
        assert "no B factor" in str(made.numbers["warnings"])


def test_the_command_writes_b_factors_with_their_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    volume = Volume(torch.randn(48, 48, 48, generator=torch.Generator().manual_seed(1)), 2.0)
    ball = (
        sum((torch.arange(48.0) - 24).reshape([-1 if a == k else 1 for k in range(3)]) ** 2 for a in range(3))
        < 200
    )
    write_volume(tmp_path / "a.mrc", volume.with_density(volume.density * (0.05 + ball)))
    out, error, script = (tmp_path / name for name in ("b.mrc", "e.mrc", "b.cxc"))
    call = [
        "localb",
        str(tmp_path / "a.mrc"),
        "-o",
        str(out),
        "--finest",
        "4.2",
        "--error-out",
        str(error),
        "--json",
    ]
    assert _run([*call, "--script-out", str(script)], False) == 0
    said = json.loads(capsys.readouterr().out)
    assert abs(said["median_angstrom2"]) < 5 * said["error_angstrom2"] + 15 and said["from"] == "one map"
    assert "b.mrc" in script.read_text() and float(read_volume(error).density.min()) >= 0
    assert _run([*call[:2], *call[1:], "--overwrite"], False) == 2
    assert "two half maps, or one map" in capsys.readouterr().err
