"""Sharpening as assets and as commands: an entry with a model goes to its report; what may not be is refused."""

import json
import struct
from pathlib import Path

import pytest
import tiny
import torch
import yaml
from tiny import write_model

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.assets.enhanced.gates import gated
from cryo_assets.cli.app import _run
from cryo_assets.pictures.draw import LARGEST_BYTES
from cryo_assets.store.store import Artifact
from cryo_core.data import Volume
from cryo_core.formats.atomic import read_atoms
from cryo_core.formats.mrc import read_volume, write_volume
from cryo_core.sharpening.simulated import Deposit, deposited


def make(key: str, entry: str) -> Artifact:
    plan = tiny.planner()
    for upstream in (*STEPS[key].inputs, *STEPS[key].offered):
        if plan.plan(entry).row(upstream).state != "skipped":
            make(upstream, entry)
    return tiny.make(key, entry)


@pytest.fixture
def entry(home: Path) -> Path:
    """An entry: a blurred, noisy map of a made-up chain, and its model."""
    folder = home / "inbox" / "chain"
    folder.mkdir(parents=True)
    write_model(folder / "model.pdb", 3)
    atoms = read_atoms(folder / "model.pdb")
    made = deposited(atoms, Deposit(1.6, 4.5, 120.0), torch.Generator().manual_seed(1), 60.0)
    write_volume(folder / "map.mrc", made.volume)
    (folder / "map.yaml").write_text(
        yaml.safe_dump({"map": "map.mrc", "model": "model.pdb", "resolution_angstrom": 4.5})
    )
    return folder


def test_an_entry_with_a_model_goes_to_its_report(entry: Path) -> None:
    report = make("enhanced/report", "chain")
    numbers = report.numbers
    assert report.passed(), report.checks
    assert float(numbers["sharpened_rscc_gain"]) > 0.02  # type: ignore[arg-type]
    assert float(numbers["locscale_rscc"]) > float(numbers["raw_rscc"])  # type: ignore[arg-type]
    assert float(numbers["locscale_profile_error"]) < float(numbers["raw_profile_error"])  # type: ignore[arg-type]
    assert numbers["local_resolution_from"] == "enhanced/local_resolution"
    for name in ("raw", "locscale", "sharpened"):
        assert -1.0 <= float(numbers[f"{name}_b_to_resolution"]) <= 1.0  # type: ignore[arg-type]
    assert float(numbers["sharpened_least_phase_cosine"]) > 0.5  # type: ignore[arg-type]
    table = [line.split("\t") for line in (report.folder / "profile_errors.tsv").read_text().splitlines()]
    assert table[0][:4] == ["frequency_per_angstrom", "raw", "locscale", "sharpened"]
    assert len(table) == 1 + 8 and all(float(value) >= 0 for row in table[1:] for value in row)
    for picture in ("fsc", "profiles", "errors", "b_factors", "change"):
        assert 1000 < (report.folder / f"{picture}.png").stat().st_size < LARGEST_BYTES
    source = read_volume(entry / "map.mrc")
    for key in ("enhanced/locscale", "enhanced/sharpened"):
        read_volume(make(key, "chain").path("map.mrc")).require_same_grid(source)


@pytest.mark.parametrize("known", ["entry", "half maps", "nothing"])
def test_a_map_is_sharpened_for_the_resolution_that_is_known(entry: Path, known: str) -> None:
    manifest = {"map": "map.mrc"}
    if known == "entry":
        manifest["resolution_angstrom"] = 4.5  # type: ignore[assignment]
    if known != "nothing":
        atoms = read_atoms(entry / "model.pdb")
        halves = [
            deposited(atoms, Deposit(1.6, 6.0, 120.0), torch.Generator().manual_seed(seed), 60.0).volume
            for seed in (1, 2)
        ]
        for number, half in enumerate(halves, 1):
            write_volume(entry / f"half{number}.mrc", half)
            manifest[f"half{number}"] = f"half{number}.mrc"
        write_volume(entry / "map.mrc", halves[0].with_density((halves[0].density + halves[1].density) / 2))
    (entry / "map.yaml").write_text(yaml.safe_dump(manifest))
    numbers = make("enhanced/sharpened", "chain").numbers
    assert str(numbers["resolution_from"]).startswith(known)
    measured = make("maps/fsc", "chain").numbers["resolution_angstrom"] if known == "half maps" else None
    wanted = {"entry": 4.5, "half maps": measured, "nothing": 3.3}[known]
    assert numbers["for_resolution_angstrom"] == wanted and (measured is None or measured > 4.0)  # type: ignore[operator]


def test_a_gate_stops_what_moved(home: Path) -> None:
    """Not the map's own content moved by a voxel, not other phases, not another origin."""
    source = Volume(torch.randn(24, 24, 24, generator=torch.Generator().manual_seed(1)), 2.0, (4.0, 0.0, 0.0))
    mask = torch.zeros(24, 24, 24, dtype=torch.bool)
    mask[4:20, 4:20, 4:20] = True

    class Here:
        folder = home

    def failed(result: Volume) -> set[str]:
        report = gated(Here(), source, result, mask, {})  # type: ignore[arg-type]
        return {check.name for check in report.checks if not check.passed}

    assert failed(source) == set()
    assert "phases" in failed(source.with_density(source.density.roll(1, 0)))
    half = (
        source.density + source.density.roll(1, 0)
    ) / 2.0  # half a voxel, as by a window of the wrong parity
    assert "phases" in failed(source.with_density(half))
    assert "phases" in failed(source.with_density(-source.density))
    assert failed(Volume(source.density, 2.0, (5.0, 0.0, 0.0))) == {"origin", "phases"}
    assert "voxel_size" in failed(Volume(source.density, 2.1, source.origin_angstrom))


def test_commands_on_a_map_and_what_they_refuse(
    entry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    map_, model = str(entry / "map.mrc"), str(entry / "model.pdb")
    sharp, scaled = str(tmp_path / "s.mrc"), str(tmp_path / "l.mrc")
    assert _run(["sharpen", map_, "-o", sharp, "--json"], False) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["model"] == "universal rule"
    assert "no --resolution: taken to be 3.3" in told.err
    assert json.loads(told.out)["for_resolution_angstrom"] == 3.3
    assert _run(["locscale", map_, "--model", model, "-o", scaled, "--json"], False) == 0
    capsys.readouterr()
    assert _run(["score", sharp, "--model", model, "--before", map_, "--json"], False) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"rscc", "fsc", "d_fsc05_angstrom", "b_factor", "harmed_fraction"} <= found.keys()
    spoilt = bytearray((entry / "map.mrc").read_bytes())
    spoilt[1424:1428] = struct.pack("<f", float("nan"))
    (tmp_path / "nan.mrc").write_bytes(spoilt)
    whole = read_volume(entry / "map.mrc")
    write_volume(tmp_path / "empty.mrc", whole.with_density(torch.zeros_like(whole.density)))
    write_volume(tmp_path / "other.mrc", Volume(torch.ones(9, 9, 9), 1.6))
    unknown = Path(model).read_text().replace("           C\n", "          Qx\n", 1)
    (tmp_path / "unknown.pdb").write_text(unknown)
    for call, why in (
        (["locscale", map_], "--model"),
        (["sharpen", str(tmp_path / "nan.mrc")], "NaN"),
        (["sharpen", map_, "--mask", str(tmp_path / "empty.mrc")], "mask is empty"),
        (["sharpen", map_, "--mask", str(tmp_path / "other.mrc")], "voxels"),
        (["sharpen", map_, "--resolution", "0"], "resolution: 0.0 Å: should be 1 to 100"),
        (["locscale", map_, "--model", model, "--window", "99"], "larger than the map"),
        (["locscale", map_, "--model", str(tmp_path / "unknown.pdb")], "unknown element"),
    ):
        out = tmp_path / "never.mrc"
        assert _run([*call, "-o", str(out)], False) == 2, call
        said = capsys.readouterr().err
        assert why in said and "Traceback" not in said, (call, said)
        assert not out.exists()
