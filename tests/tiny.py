"""Entries small enough to be made in each test, and a planner over them."""

import dataclasses
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import torch
import yaml

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.engine.planner import Planner
from cryo_assets.engine.produce import RunContext, produce
from cryo_assets.engine.step import Step
from cryo_assets.entries.simulated import phantom_mixture, write_simulated_dataset
from cryo_assets.home import Home
from cryo_assets.progress import LogReporter
from cryo_assets.store.store import Artifact
from cryo_core.data import Volume, silent
from cryo_core.formats.mrc import write_volume
from cryo_core.fourier.filters import low_pass
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.imaging.simulate import SimulationSettings

QUIET = LogReporter(lambda line: None)


@cache
def simulated() -> Path:
    """Folder of 120 simulated particles of 32²."""
    folder = Path(mkdtemp(prefix="cryo-tiny-"))
    write_simulated_dataset(folder, 120, phantom_mixture(32, 6.0), SimulationSettings(snr=0.5), silent)
    return folder


def add_dataset(home: Path, name: str = "tiny", **fields: object) -> Path:
    """Put 120 simulated particles of 32² into the inbox, without rounds; give the entry's folder."""
    folder = home / "inbox" / name
    shutil.copytree(simulated(), folder)
    change(folder / "dataset.yaml", **{"rounds": 0, **fields})
    return folder


def add_map(home: Path, name: str = "tiny-map", halves: bool = True, **fields: object) -> Path:
    """Put a map of a few blobs, not cubic and not at the origin, into the inbox; give the entry's folder."""
    folder = home / "inbox" / name
    folder.mkdir(parents=True)
    generator = torch.Generator().manual_seed(3)
    z, y, x = torch.meshgrid(*(torch.arange(n, dtype=torch.float32) for n in (20, 24, 22)), indexing="ij")
    blobs = sum(
        torch.exp(-((z - 10 - a) ** 2 + (y - 12 - b) ** 2 + (x - 11 - c) ** 2) / 8)
        for a, b, c in ((0, 0, 0), (3, -2, 1), (-3, 3, -2))
    )
    clean = Volume(torch.as_tensor(blobs), 2.0, (10.0, -20.0, 30.0))
    pair = [
        low_pass(
            clean.with_density(clean.density + 0.05 * torch.randn(clean.density.shape, generator=generator)),
            5.0,
        )
        for _ in range(2)
    ]
    files = {"map": clean.with_density((pair[0].density + pair[1].density) / 2)}
    if halves:
        files |= {"half1": pair[0], "half2": pair[1]}
    for field, volume in files.items():
        write_volume(folder / f"{field}.mrc", volume)
    (folder / "map.yaml").write_text(yaml.safe_dump({field: f"{field}.mrc" for field in files} | fields))
    return folder


def change(manifest: Path, **fields: object) -> None:
    """Change fields of a manifest; a field given as None goes."""
    plain = yaml.safe_load(manifest.read_text()) | fields
    manifest.write_text(yaml.safe_dump({k: v for k, v in plain.items() if v is not None}))


def planner(steps: Mapping[str, Step] = STEPS) -> Planner:
    """A planner over the home of the test."""
    return Planner(Home.from_environment(), steps)


def make_all(name: str, steps: Mapping[str, Step] = STEPS) -> dict[str, bool]:
    """Make every asset of an entry without Dagster; say which were computed."""
    plan = planner(steps).plan(name)
    keys = [row.asset for row in plan.rows() if row.state != "skipped"]
    return {key: produce(plan, key, RunContext(QUIET))[1] for key in keys}


def make(key: str, name: str, planner: Planner | None = None, **context: Any) -> Artifact | None:
    """Make one asset of an entry, whose inputs are there."""
    plan = (planner or Planner(Home.from_environment(), STEPS)).plan(name)
    return produce(plan, key, RunContext(QUIET, **context))[0]


def made(key: str, name: str) -> Artifact | None:
    """What the store has of an asset as it is planned now."""
    return planner().artifact(planner().plan(name).row(key))


def served(name: str) -> Any:
    """A registered model of the home of the test as MLflow loads it, `NAME@champion` or `NAME/1`."""
    import mlflow

    mlflow.set_tracking_uri(Home.from_environment().tracking_uri)
    return mlflow.pyfunc.load_model(f"models:/{name}")


def with_code(key: str, version: str) -> dict[str, Step]:
    """The steps, one of them with another code version."""
    return dict(STEPS) | {key: dataclasses.replace(STEPS[key], code_version=version)}


_RESIDUES = "ALA ARG ASN ASP CYS GLN GLU GLY HIS ILE LEU LYS MET PHE PRO SER THR TRP TYR VAL".split()


def write_model(path: Path, seed: int) -> None:
    """Write a made-up chain as a PDB file; chains of different seeds (0 to 4) have no residue in common."""
    atoms = phantom_complex(seed, 1, 40)
    lines = [
        f"ATOM  {i + 1:5d}  {name:<3s} {_RESIDUES[4 * seed + residue % 4]} A{residue:4d}    "
        f"{x:8.3f}{y:8.3f}{z:8.3f}  1.00{20:6.2f}{name[0]:>12s}"
        for i, (name, residue, (x, y, z)) in enumerate(
            zip(atoms.atom_name, atoms.residue_number, atoms.position_angstrom.tolist(), strict=True)
        )
    ]
    path.write_text("\n".join([*lines, "END"]) + "\n")
