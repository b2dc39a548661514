"""The search without poses on sets with truth.

Each line is one set and one seed; seconds are those of the search alone. Sets of `make_particles.py` come from the
shared folder; the L is made here. Scores take the better hand.
"""

import dataclasses
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from common import DATA, MAKE, ROOT, THREADS, Row
from letter import letter_images, letter_l

from cryo_core.data import ImageSet, Optics, Poses, Volume
from cryo_core.formats.cryodrgn import read_poses
from cryo_core.formats.fields import Overrides, unknown_poses
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.particles import open_stack, read_particles
from cryo_core.formats.stack_table import particles_of_stack
from cryo_core.heterogeneity.classes.find import cluster
from cryo_core.heterogeneity.classes.settings import ClusterSettings
from cryo_core.heterogeneity.linear.fit import fit_linear
from cryo_core.heterogeneity.linear.model import LinearSettings
from cryo_core.imaging.prepare import Coarsened
from cryo_core.posefree.hand import against_truth, mirrored_poses
from cryo_core.posefree.images import Loaded, load_images
from cryo_core.posefree.residuals import residual
from cryo_core.posefree.search import SearchResult, SearchSettings, search
from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct
from cryo_core.validation.clusters import adjusted_rand_index, best_axis_correlation
from cryo_core.validation.poses import pose_errors

SEEDS = (1, 2, 3, 4, 5)
L_COUNT, L_BOX = 15_000, 40
PEERS = ROOT.parent / "shared" / "data" / "particles"


@dataclasses.dataclass(frozen=True)
class Set:
    """Images with truth."""

    images: Loaded
    optics: Optics
    poses: Poses
    true_map: Volume | None
    junk: np.ndarray | None = None

    @property
    def half_set(self) -> np.ndarray:
        return np.arange(len(self.images)) % 2 + 1


def run(repeats: int, missing: list[str]) -> Iterator[Row]:
    for seed in SEEDS[: max(1, repeats)]:
        for chiral in (True, False):
            yield from _letter(chiral, seed)
    yield from _peers_sets(missing)
    if not MAKE.is_file():
        missing.append(f"{MAKE} (sets of particles)")
        return
    for seed in SEEDS[: max(1, repeats)]:
        yield from _protein(f"protein, SNR 0.1, seed {seed}", protein(seed), 4.5, 0.93)
        yield from _protein(f"protein, SNR 0.05, seed {seed}", protein(seed, snr=0.05), 8.0, None)
        yield from _protein(f"protein, SNR 0.03, seed {seed}", protein(seed, snr=0.03), 10.0, None)
    for seed in SEEDS[: max(1, min(3, repeats))]:
        yield from _real(
            f"real: colour 4, SNR 0.3, seed {seed}", protein(seed, snr=0.3, real=("--colour", "4"))
        )
        yield from _real(f"real: all of it, SNR 0.1, seed {seed}", protein(seed, real=("--real",)))
    yield from _protein("protein, 1,500 images", protein(1, 1500), 4.0, None)
    yield from _told_apart()
    yield from _states("four states", ())
    yield from _states("swing", ("--swing", "C"))


def letter(chiral: bool, seed: int) -> Set:
    """The thesis's test: projections of a solid L, centred, without CTF."""
    made = letter_images(L_COUNT, L_BOX, chiral, 0.1, seed)
    pixels = torch.cat([images for _, images in made.batches(1000)])
    true = Volume(letter_l(L_BOX, chiral).density / made.noise_sigma, 1.0)
    return Set(Loaded(pixels, 1.0), made.optics, made.poses, true)


def protein(seed: int, count: int = 10_000, snr: float = 0.1, real: tuple[str, ...] = ()) -> Set:
    """One state of 4JSV in a box of 48, made by `make_particles.py`; `real` are options of what real images have."""
    folder = DATA / f"posefree-{seed}-{snr}{''.join(real)}"
    if not (folder / "truth.npz").is_file():
        options = [
            "--box",
            48,
            "--particles",
            10_000,
            "--states",
            '[[1.0,""]]',
            "--snr",
            snr,
            "--seed",
            seed,
            *real,
        ]
        subprocess.run([sys.executable, str(MAKE), str(folder), *map(str, options)], check=True)
    table = read_particles(folder / "true.star")
    rows = torch.arange(count)
    stack = open_stack(table)
    truth = np.load(folder / "truth.npz")
    true = read_volume(folder / "true_state1.mrc")
    return Set(
        Loaded(stack.read(rows.numpy()), stack.pixel_angstrom),
        table.optics.take(rows).to("cpu"),
        table.poses.take(rows).to("cpu"),
        true.with_density(true.density / float(truth["noise_sigma"])),
        truth["label"][:count] < 0,
    )


def found_in(given: Set, settings: SearchSettings | None = None) -> tuple[SearchResult, float]:
    """Search; give what was found and the seconds."""
    still = float(given.poses.shift_angstrom.abs().max()) == 0
    chosen = settings or SearchSettings(shift_range=0.0 if still else SearchSettings.shift_range)
    start = time.perf_counter()
    found = search(
        ImageSet(given.images, unknown_poses(len(given.images)), given.optics, given.half_set), chosen
    )
    return found, time.perf_counter() - start


def scores(given: Set, found: SearchResult) -> dict[str, float]:
    """Rotation errors (degrees) and the resolution in pixels where the FSC with the true map falls."""
    told = against_truth(
        ImageSet(given.images, found.poses, given.optics, given.half_set), given.poses, given.true_map
    )
    angle = told.errors.rotation_degrees
    out = {"median": float(angle.median()), "within15": float((angle <= 15).double().mean())}
    if told.curve is not None:
        pixel = given.images.pixel_angstrom
        out |= {f"fsc{t}": told.curve.resolution_angstrom(t) / pixel for t in (0.143, 0.5)}
    return out


def flat_errors(found: Poses, truth: Poses, rounds: int = 6) -> tuple[torch.Tensor, Poses]:
    """Rotation errors of a flat object, and which true poses they are from.

    Each image may show it from either of two mirrored sides.
    """
    best: tuple[torch.Tensor, Poses] | None = None
    other = mirrored_poses(truth)
    starts = torch.linspace(0, len(found) - 1, 12).round().long()
    for start in starts:
        turn = found.rotation[start].double().mT @ truth.rotation[start].double()
        for _ in range(rounds):
            aligned = found.rotation.double() @ turn
            traces = [torch.einsum("nij,nij->n", aligned, t.rotation.double()) for t in (truth, other)]
            nearer = torch.where((traces[1] > traces[0])[:, None, None], other.rotation, truth.rotation)
            side = Poses(nearer, truth.shift_angstrom)
            errors = pose_errors(found, side)
            turn = errors.rotation
        if best is None or errors.rotation_degrees.median() < best[0].median():
            best = errors.rotation_degrees, side
    assert best is not None
    return best


def _letter(chiral: bool, seed: int) -> Iterator[Row]:
    given = letter(chiral, seed)
    found, seconds = found_in(given)
    name = f"L, {'chiral' if chiral else 'flat'}, seed {seed}"
    if chiral:
        told = scores(given, found)
        angle = told["median"]
        yield Row(f"{name}: FSC 0.143", told["fsc0.143"], "Å", bar="≤ 2.2", holds=told["fsc0.143"] <= 2.2)
    else:
        errors, nearer = flat_errors(found.poses, given.poses)
        angle = float(errors.median())
        told = scores(dataclasses.replace(given, poses=nearer), found)
        yield Row(f"{name}: FSC 0.143", told["fsc0.143"], "Å", bar="≤ 2.5", holds=told["fsc0.143"] <= 2.5)
    bar = 5.5 if chiral else 7.0
    yield Row(f"{name}: median rotation error", angle, "degrees", bar=f"≤ {bar}", holds=angle <= bar)
    yield Row(f"{name}: seconds", seconds, "s", bar="≤ 240", holds=seconds <= 240, note=_how(found))


def _protein(name: str, given: Set, bar: float, within: float | None) -> Iterator[Row]:
    found, seconds = found_in(given)
    told = scores(given, found)
    note = (
        f"FSC 0.5 {told['fsc0.5']:.2f} px, {told['within15']:.1%} within 15°, {seconds:.0f} s, {_how(found)}"
    )
    holds = told["median"] <= bar and (within is None or told["within15"] >= within)
    yield Row(
        f"{name}: median rotation error", told["median"], "degrees", bar=f"≤ {bar}", holds=holds, note=note
    )


def _real(name: str, given: Set) -> Iterator[Row]:
    """Images with what a microscope gives: errors of the good ones, and how much of the junk was left out."""
    found, seconds = found_in(given)
    junk = torch.from_numpy(given.junk)
    good = (~junk).nonzero()[:, 0]
    angle = pose_errors(found.poses.take(good), given.poses.take(good), True).rotation_degrees
    median, out = float(angle.median()), found.polished.left_out
    recall = float(out[junk].double().mean()) if bool(junk.any()) else 1.0
    note = (
        f"{float((angle <= 15).double().mean()):.1%} within 15°; left out: {recall:.1%} of the junk, "
        f"{float(out[good].double().mean()):.1%} of the good; {seconds:.0f} s, {_how(found)}"
    )
    yield Row(f"{name}: median rotation error", median, "degrees", bar="≤ 5", holds=median <= 5, note=note)


def _peers_sets(missing: list[str]) -> Iterator[Row]:
    """cryoDRGN's own noise-free test sets: 100 images of a hand, 1,000 of a toy; their images are centred."""
    for name, stack, poses, bar in (
        ("hand phantom, 100 images", "hand.mrcs", "hand_rot.pkl", 3.0),
        ("toy model, 1,000 images", "toy_projections.mrcs", "toy_rot_trans.pkl", 4.0),
    ):
        if not (PEERS / stack).is_file():
            missing.append(f"{PEERS / stack}")
            continue
        table = particles_of_stack(PEERS / stack, Overrides(pixel_angstrom=1.0))
        source = open_stack(table)
        rotation = read_poses(PEERS / poses, source.box, 1.0).rotation.float()
        truth = Poses(rotation, torch.zeros(len(table), 2))
        images = Loaded(source.read(np.arange(len(table))), 1.0)
        given = Set(images, table.optics.to("cpu"), truth, None)
        made = reconstruct(ImageSet(images, truth, given.optics, given.half_set), ReconstructionSettings())
        given = dataclasses.replace(given, true_map=made.full)
        found, seconds = found_in(given)
        told = scores(given, found)
        note = f"median {told['median']:.2f} degrees, {seconds:.0f} s, {_how(found)}"
        yield Row(
            f"{name}: FSC 0.5", told["fsc0.5"], "px", bar=f"≤ {bar}", holds=told["fsc0.5"] <= bar, note=note
        )


def _states(name: str, options: tuple[str, ...]) -> Iterator[Row]:
    """What poses do not explain, found afterwards in the default set, cropped to 48: four states, or a swing."""
    folder = DATA / f"posefree-{name.replace(' ', '-')}"
    if not (folder / "truth.npz").is_file():
        subprocess.run([sys.executable, str(MAKE), str(folder), *options], check=True)
    table = read_particles(folder / "true.star")
    images = load_images(Coarsened(open_stack(table), 48))
    given = Set(images, table.optics.to("cpu"), table.poses.to("cpu"), None)
    found, _ = found_in(given)
    told = scores(given, found)
    note = f"median rotation error {told['median']:.2f} degrees, {told['within15']:.1%} within 15°"
    with tempfile.TemporaryDirectory() as scratch:
        fit = fit_linear(ImageSet(images, found.poses, given.optics), LinearSettings(), Path(scratch))
    label = np.load(folder / "truth.npz")["label"].astype(np.int64)
    if options:
        value = abs(best_axis_correlation(fit.latents.mean, label.astype(float))[1])
        yield Row(f"{name}: Spearman of the best axis", value, "", bar="≥ 0.7", holds=value >= 0.7, note=note)
    else:
        classes = cluster(fit.latents, ClusterSettings(classes=4)).labels
        value = adjusted_rand_index(classes, label)
        yield Row(f"{name}: adjusted Rand index", value, "", bar="≥ 0.90", holds=value >= 0.9, note=note)


def _how(found: SearchResult) -> str:
    return f"{THREADS} threads, {len(found.restarts)} restarts"


def _told_apart() -> Iterator[Row]:
    """A tenth of the images is pure noise: told by what their slices explain of them."""
    given = protein(1)
    generator = torch.Generator().manual_seed(9)
    noise = torch.rand(len(given.images), generator=generator) < 0.1
    pixels = given.images.read(np.arange(len(given.images))).clone()
    pixels[noise] = torch.randn(int(noise.sum()), *pixels.shape[1:], generator=generator)
    found, _ = found_in(dataclasses.replace(given, images=Loaded(pixels, given.images.pixel_angstrom)))
    area = auc(-residual(found.polished.refined.score), noise)
    yield Row("a tenth of the images noise: AUC of the residual", area, "", bar="≥ 0.9", holds=area >= 0.9)


def auc(score: torch.Tensor, bad: torch.Tensor) -> float:
    """The chance that a good image scores above a bad one."""
    rank = score.double().argsort().argsort().double()
    good = ~bad
    first = rank[good].mean() - (float(good.sum()) - 1) / 2
    return float(first / float(bad.sum()))
