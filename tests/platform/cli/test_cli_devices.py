"""Every command that computes takes --device, and hands the device to what computes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tiny
import torch
import typer

from cryo_assets.cli.app import app
from cryo_core import devices
from cryo_core.data import Volume
from cryo_core.formats.mrc import write_volume

COMPUTES = set(
    "run demo watch simulate reconstruct orientations cluster volumes refine ctf-refine posefree "
    "fsc align localres localb confidence sharpen locscale score superres resample state".split()
)
LOOKS = set(
    "add add-map adopt adopt-settings cancel compare convert du expand export fetch filter info latents list logs "
    "merge migrate models open path plan prune rm runs settings show slurm up verify why".split()
)

META = torch.device("meta")


class Arrived(Exception):
    """Raised where the computation would begin."""


def test_each_command_that_computes_has_the_option_and_no_other() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    options = {name: {o for p in command.params for o in p.opts} for name, command in commands.items()}
    assert set(options) == COMPUTES | LOOKS
    assert {name for name, given in options.items() if "--device" in given} == COMPUTES


def _devices(values: Any) -> set[torch.device]:
    """Devices among arguments: of tensors, maps and networks, or named as such."""
    if isinstance(values, (list, tuple)):
        return set().union(*(_devices(value) for value in values))
    if isinstance(values, Volume):
        return {values.density.device}
    if isinstance(values, torch.Tensor):
        return {values.device}
    return {values} if isinstance(values, torch.device) else set()


def _spied(monkeypatch: pytest.MonkeyPatch, place: str) -> list[set[torch.device]]:
    """Stop at a function of the core, and note the devices among its arguments."""
    seen: list[set[torch.device]] = []

    def spy(*arguments: Any, **named: Any) -> None:
        seen.append(_devices([*arguments, *named.values()]))
        raise Arrived

    monkeypatch.setattr(place, spy)
    return seen


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    density = torch.zeros(32, 32, 32)
    density[12:20, 12:20, 12:20] = 1.0
    write_volume(tmp_path / "map.mrc", Volume(density, 3.0))
    (tmp_path / "model.pdb").write_text(
        "ATOM      1  CA  ALA A   1      45.000  45.000  45.000  1.00 20.00           C\nEND\n"
    )
    np.save(tmp_path / "z.npy", np.random.default_rng(1).normal(size=(50, 2)).astype(np.float32))
    return {
        "map": tmp_path / "map.mrc",
        "model": tmp_path / "model.pdb",
        "z": tmp_path / "z.npy",
        "star": tiny.simulated() / "particles.star",
        "out": tmp_path / "out",
    }


CALLS = {
    "cryo_core.sharpening.locscale.locscale": "locscale {map} -o {out} --model-map {map} --mask {map}",
    "cryo_core.sharpening.predict.sharpen": "sharpen {map} -o {out} --mask {map}",
    "cryo_core.sharpening.confidence.confidence_map": "confidence {map} -o {out}",
    "cryo_core.sharpening.score.score": "score {map} --model {model} --before {map}",
    "cryo_core.superres.predict.enhance": "superres {map} -o {out} --mask {map} --method filter",
    "cryo_core.resolution.local_fsc.local_fsc": "localres {map} {map} -o {out}",
    "cryo_core.resolution.local_b.local_b_of_halves": "localb {map} {map} -o {out}",
    "cryo_core.resolution.local_b.local_b_of_map": "localb {map} --finest 7 -o {out}",
    "cryo_core.resolution.predict.predict": "localres {map} -o {out}",
    "cryo_core.validation.registration.align": "align {map} {map}",
    "cryo_core.validation.fsc.fsc": "fsc {map} {map} --mask none",
    "cryo_core.fourier.resample.resample": "resample {map} -o {out} --voxel-size 2",
    "cryo_core.heterogeneity.classes.find.cluster_points": "cluster {z} -o {out}",
    "cryo_assets.entries.simulated.phantom_mixture": "simulate -o {out}",
    "cryo_core.reconstruction.solve.reconstruct": "reconstruct {star} -o {out}",
    "cryo_core.refinement.refine.refine": "refine {star} --ref {map} --high-limit 20 -o {out}.star",
    "cryo_core.validation.orientations.fourier_sampling": "orientations {star}",
    "cryo_core.posefree.search.search": "posefree {star} -o {out} --box 16",
    "cryo_core.posefree.space.read_space": "volumes {model_folder} -o {out} --axis 1",
}


@pytest.mark.parametrize("place", sorted(CALLS))
def test_the_device_arrives_where_is_computed(
    files: dict[str, Path], monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setenv("CRYO_HOME", str(files["out"]))
    # The masks that commands find by themselves need values; the meta device has none.
    if "local_fsc" in place or "local_b" in place:
        monkeypatch.setattr("cryo_core.resolution.solvent.molecule_mask", lambda volume: volume.density > 0)
    monkeypatch.setattr(devices, "choose_device", lambda name: META)
    seen = _spied(monkeypatch, place)
    call = CALLS[place].format(**files, model_folder=files["map"].parent)
    with pytest.raises(Arrived):
        app(args=call.split(), standalone_mode=False)
    # Images lie in files and go to the device in batches; operators of the point group follow the views.
    on_cpu_too = {"refine", "reconstruct", "posefree", "orientations"}
    assert seen[0] == {META} or (call.split()[0] in on_cpu_too and META in seen[0])


def test_a_wrong_device_is_refused_before_anything_is_read(
    cryo: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    for arguments in (("fsc", "a.mrc", "b.mrc"), ("run", "nobody"), ("sharpen", "a.mrc", "-o", "b.mrc")):
        assert "say cpu" in cryo(*arguments, "--device", "cuda", code=2)
        assert "should be auto" in cryo(*arguments, "--device", "gpu", code=2)


def test_a_run_computes_where_it_is_told(home: Path, cryo: Callable[..., Any], monkeypatch: Any) -> None:
    monkeypatch.setenv("CRYO_DEVICE", "auto")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    tiny.add_dataset(home)
    cryo("run", "tiny", "--to", "particles/source", "--device", "cpu")
    shown = cryo("show", "tiny", "--json")
    assert shown["assets"]["particles/source"]["made"]["device"].startswith("cpu")
