"""A conversion tested by its picture: the map of the images is the same, whatever table its poses came through."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from conftest import REAL_DATA, skip
from fuzz.fuzz_formats import particles

from cryo_core.data import ImageSet, Optics, Particles, Poses, Volume
from cryo_core.formats.cryodrgn import read_arrays, write_ctf
from cryo_core.formats.fields import Companions, Layout, Overrides
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.mrc_stack import StackWriter
from cryo_core.formats.particles import open_stack, read_particles, write_particles
from cryo_core.imaging.density import density
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.imaging.simulate import SimulationSettings, simulate_particles
from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct
from cryo_core.validation.fsc import fsc

TABLES = ["a.star", "five.star", "a.cs", "a.csg", "a.par", "b.par", "poses.pkl"]


def through(folder: Path, name: str, table: Particles) -> Particles:
    """Write a table and read it back, with what must complete it."""
    path = folder / name
    layout = Layout(relion="5" if name == "five.star" else "3.1", par_columns=16 if name == "b.par" else 17)
    write_particles(path, table, layout)
    optics = table.optics
    microscope = Overrides(
        float(optics.pixel_angstrom[0]),
        float(optics.voltage_kilovolt[0]),
        float(optics.spherical_aberration_mm[0]),
        float(optics.amplitude_contrast[0]),
    )
    files = Companions(stack=table.stacks[0], ctf=folder / "ctf.pkl" if name == "poses.pkl" else None)
    needs_files = name.endswith((".par", ".pkl"))
    return read_particles(
        path,
        stack_dir=table.stacks[0].parent,
        overrides=microscope if name.endswith(".par") else Overrides(),
        companions=files if needs_files else Companions(),
    )


def picture(table: Particles) -> Volume:
    halves = 1 + np.arange(len(table)) % 2
    stack, poses, optics = open_stack(table), table.poses.to("cpu"), table.optics.to("cpu")
    return reconstruct(ImageSet(stack, poses, optics, halves), ReconstructionSettings()).full


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> tuple[Particles, Volume, Volume]:
    """400 images of an asymmetric phantom with CTF, astigmatism and shifts; the truth, and the direct map."""
    folder = tmp_path_factory.mktemp("scene").resolve()
    truth = density(phantom_complex(2, residues_per_subunit=80), (36, 36, 36), 4.0)
    made = simulate_particles([truth], [1.0], 400, SimulationSettings(snr=2.0, padding=4))
    with StackWriter(folder / "s.mrcs", 36, 4.0) as writer:
        writer.append(made.read(np.arange(400)))
    blank = particles(400, 36)
    table = replace(
        blank,
        poses=Poses(made.poses.rotation.double(), made.poses.shift_angstrom.double()),
        optics=made.optics,
        stacks=(folder / "s.mrcs",),
        optics_extra=blank.optics_extra.iloc[:1],
    )
    direct = picture(table)
    return table, direct.with_density(truth.density), direct


@pytest.mark.parametrize("name", TABLES)
def test_every_table_gives_the_same_picture(
    tmp_path: Path, scene: tuple[Particles, Volume, Volume], name: str
) -> None:
    table, truth, direct = scene
    through_table = picture(through(tmp_path, name, table))
    expected = fsc(direct, truth).correlation
    assert float(expected[1:12].min()) > 0.8
    assert float((fsc(through_table, truth).correlation - expected).abs().max()) < 0.01


@pytest.fixture(scope="module")
def hand(tmp_path_factory: pytest.TempPathFactory) -> tuple[Particles, Volume]:
    """cryoDRGN's asymmetric hand, by its own poses."""
    if not REAL_DATA.is_dir():
        skip(f"{REAL_DATA} is absent: the optional test data are not here")
    ctf = tmp_path_factory.mktemp("hand") / "ctf.pkl"
    one = torch.ones(100, dtype=torch.float64)
    flat = Optics(one, 300 * one, 0 * one, one, 0 * one, 0 * one, 0 * one, 0 * one, 0 * one, one.long())
    write_ctf(ctf, 64, flat)  # amplitude contrast 1, so that the CTF is 1
    files = Companions(stack=REAL_DATA / "particles/hand.mrcs", ctf=ctf)
    table = read_particles(REAL_DATA / "particles/hand_rot.pkl", companions=files)
    return table, picture(table)


@pytest.mark.realdata
@pytest.mark.parametrize("name", TABLES)
def test_no_table_turns_the_hand_over(tmp_path: Path, hand: tuple[Particles, Volume], name: str) -> None:
    table, direct = hand
    through_table = picture(through(tmp_path, name, table))
    assert float(fsc(through_table, direct).correlation[1:25].min()) > 0.99


@pytest.mark.realdata
def test_the_hand_tells_mirrored_and_transposed_poses(hand: tuple[Particles, Volume]) -> None:
    table, direct = hand
    mirror = torch.diag(torch.tensor([1.0, 1.0, -1.0], dtype=torch.float64))
    for other in (mirror @ table.poses.rotation @ mirror, table.poses.rotation.mT.contiguous()):
        wrong = picture(replace(table, poses=replace(table.poses, rotation=other)))
        assert float(fsc(wrong, direct).correlation[1:25].min()) < 0.5


@pytest.mark.realdata
def test_the_hand_of_the_peers_truth(shared_data: Path) -> None:
    """cryoDRGN's toy projections, by its poses, give its volume, and not the mirror image of it."""
    folder = shared_data / "particles"
    files = Companions(stack=folder / "toy_projections.mrcs", ctf=folder / "toy_ctf.pkl")
    table = read_particles(folder / "toy_rot_trans.pkl", companions=files)
    assert set(read_arrays(folder / "toy_ctf.pkl")[0][:, 8]) == {90.0}  # and no defocus: a CTF of about 1
    truth = read_volume(folder / "toymodel_small_nocenter.mrc")
    mirrored = truth.with_density(truth.density.flip(0))
    # The translations in the file are not in the images (the map is sharp without them).
    still = replace(table, poses=replace(table.poses, shift_angstrom=0 * table.poses.shift_angstrom))
    made = picture(still)
    assert float(fsc(made, truth).correlation[1:12].min()) > 0.998
    assert float(fsc(made, mirrored).correlation[2:12].max()) < 0.3
