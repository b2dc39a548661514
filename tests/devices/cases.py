"""Stages of the core on small inputs: each is given a device, and returns the numbers that it is judged by."""

import math
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import torch

from cryo_core.data import ImageSet, Poses, Volume
from cryo_core.fourier.grids import centred_axis
from cryo_core.geometry.masks import sphere_mask
from cryo_core.geometry.rotations import axis_angle_to_matrix
from cryo_core.imaging.phantom import phantom_complex
from cryo_core.imaging.simulate import SimulatedParticles, SimulationSettings, simulate_particles
from cryo_core.posefree.images import Loaded

BOX, VOXEL, COUNT = 24, 6.0, 240

Numbers = dict[str, Any]


def _ball(x: float, y: float, z: float, width: float = 2.0, box: int = BOX) -> torch.Tensor:
    line = centred_axis(box)
    square = (line[:, None, None] - z) ** 2 + (line[:, None] - y) ** 2 + (line - x) ** 2
    return torch.exp(-square / (2 * width**2))


def _body() -> torch.Tensor:
    return _ball(0, 0, 0, 2.5) + _ball(5, 1, -2) + _ball(-3, 4, 2) + 0.7 * _ball(-2, -4, 4)


@cache
def particles() -> SimulatedParticles:
    """Images of two states, with CTF, shifts and noise."""
    states = (Volume(_body(), VOXEL), Volume(_body() + 0.9 * _ball(2, -5, -3), VOXEL))
    settings = SimulationSettings(snr=1.0, seed=3, shift_sigma_angstrom=4.0)
    return simulate_particles(states, (0.5, 0.5), COUNT, settings)


@cache
def images() -> ImageSet:
    """These images in memory, with poses 2° and 2 Å off."""
    made = particles()
    generator = torch.Generator().manual_seed(1)
    turn = math.radians(2.0) * torch.randn(COUNT, 3, generator=generator, dtype=torch.float64)
    shift = made.poses.shift_angstrom + 2.0 * torch.randn(COUNT, 2, generator=generator)
    poses = Poses((axis_angle_to_matrix(turn) @ made.poses.rotation.double()).float(), shift.float())
    loaded = Loaded(made.read(np.arange(COUNT)), made.pixel_angstrom)
    return ImageSet(loaded, poses, made.optics, 1 + np.arange(COUNT) % 2)


@cache
def halves() -> tuple[Volume, Volume]:
    """Two noisy maps of one molecule, of 48³ voxels."""
    clean = torch.nn.functional.interpolate(_body()[None, None], size=48, mode="trilinear")[0, 0]
    noise = torch.randn(2, 48, 48, 48, generator=torch.Generator().manual_seed(2))
    return Volume(clean + 0.1 * noise[0], 3.0), Volume(clean + 0.1 * noise[1], 3.0)


def _half_maps(device: torch.device) -> tuple[Volume, Volume]:
    one, other = halves()
    return one.to(device), other.to(device)


def slices(device: torch.device) -> Numbers:
    """Projections of a map, insertion of images, and their gradients."""
    from cryo_core.imaging.slices import extract_slices, gridding_correction, insert_slices, prepare

    padded = prepare(_body().to(device), 2)
    rotation = particles().poses.rotation[:20].float().to(device)
    spectra = extract_slices(padded, rotation, BOX, 2)
    cubic = extract_slices(prepare(_body().to(device), 2, "cubic"), rotation, BOX, 2, "cubic")
    return {
        "slices": spectra,
        "cubic": cubic,
        "inserted": insert_slices(spectra, rotation, BOX, 2),
        "correction": gridding_correction(BOX, 2, device=device),
    }


def simulation(device: torch.device) -> Numbers:
    """Clean images."""
    states = (Volume(_body().to(device), VOXEL),)
    made = simulate_particles(states, (1.0,), 8, SimulationSettings(snr=1.0, seed=3))
    return {"images": made.clean(np.arange(8))}


def reconstruction(device: torch.device) -> Numbers:
    """Half maps and their FSC, and references to align to."""
    from cryo_core.reconstruction.solve import ReconstructionSettings, reconstruct, reconstruct_to_align

    made = reconstruct(images(), ReconstructionSettings(), device)
    _, references = reconstruct_to_align(images(), ReconstructionSettings(), device)
    return {
        "map": made.full.density,
        "half": made.half1.density,
        "reference": references.half1.density,
    }


def broken_symmetry(device: torch.device) -> Numbers:
    """Whether images obey a symmetry."""
    from cryo_core.reconstruction.broken import obeys

    obedience = obeys(images(), "C2", device=device)
    return {name: value for name, value in vars(obedience).items() if isinstance(value, float)}


def refinement(device: torch.device) -> Numbers:
    """Poses after Newton's steps, after a search of all rotations, and Powell's; defocus."""
    from cryo_core.refinement.refine import RefinementSettings, refine

    few, found = images().take(np.arange(24)), {}
    state = Volume(_body(), VOXEL)
    for name, settings in {
        "newton": RefinementSettings(
            high_limit_angstrom=24.0, angle_range_degrees=2.0, defocus=True, steps=2
        ),
        "powell": RefinementSettings(
            high_limit_angstrom=24.0, angle_range_degrees=2.0, method="powell", steps=1
        ),
        "global": RefinementSettings(
            high_limit_angstrom=30.0, global_search=True, global_order=0, candidates=2, steps=1
        ),
    }.items():
        refined = refine(few, (state, state), settings, device=device)
        found[name] = refined.poses.rotation
        found[f"{name} score"] = refined.score
    return found


def ctf_refinement(device: torch.device) -> Numbers:
    """Aberrations of the optics group, and defocus of each image."""
    from cryo_core.refinement.ctf.refine import CtfSettings, refine_ctf

    state = Volume(_body(), VOXEL)
    few = images().take(np.arange(120))
    found = refine_ctf(few, [(state, state)], CtfSettings(16.0, 60.0), device=device)
    return {"change": found.change}


def refinement_rounds(device: torch.device) -> Numbers:
    """An iteration of refinement and reconstruction."""
    from cryo_core.refinement.refine import RefinementSettings
    from cryo_core.refinement.rounds import IterationSettings, iterate

    settings = IterationSettings(
        iterations=1, refinement=RefinementSettings(high_limit_angstrom=24.0, steps=2)
    )
    made = iterate(images(), None, settings, device)
    return {
        "poses": made.refined.poses.rotation,
        "fsc": torch.stack([each.fsc.correlation for each in made.iterations]),
    }


def linear_model(device: torch.device) -> Numbers:
    """The linear latent model: latents, maps, poses."""
    from cryo_core.heterogeneity.linear.fit import LinearSettings, fit_linear

    settings = LinearSettings(shells=7, iterations=4, early_iterations=1, components=1, most_components=2)
    with tempfile.TemporaryDirectory() as folder:
        fit = fit_linear(images(), settings, Path(folder), device)
    sign = torch.sign(fit.latents.mean[:, 0].sum())
    return {
        "mean": fit.mean.density,
        "component": sign * fit.components[0].density,
        "latents": sign * fit.latents.mean,
        "poses": fit.poses.rotation,
    }


def state_map(device: torch.device) -> Numbers:
    """The map at a point of latent space, with what images show because they were chosen taken off."""
    from cryo_core.heterogeneity.states.maps import StateSettings, state_map
    from cryo_core.heterogeneity.states.neighbours import Places

    place = 2.0 * torch.from_numpy(particles().label).float()[:, None] - 1.0
    place = place + 0.3 * torch.randn(COUNT, 1, generator=torch.Generator().manual_seed(4))
    known = torch.full((COUNT, 1, 1), 9.0)
    lump = Volume(0.45 * _ball(2, -5, -3), VOXEL)
    good = torch.ones(COUNT, dtype=torch.bool)
    places = Places(place, 1.0 / (1.0 + known), torch.eye(1), good, 9.0 * place, known, (lump,))
    made = state_map(images(), places, torch.ones(1), StateSettings(images=40, widths=3), device)
    return {
        "full": made.full.density,
        "half": made.half1.density,
        "weight": made.weight,
        "mixture": made.mixture,
    }


def vae(device: torch.device) -> Numbers:
    """The VAE: losses of an epoch, latents, a decoded map."""
    from cryo_core.heterogeneity.vae.model import VaeSettings
    from cryo_core.heterogeneity.vae.train import decode_volumes, encode, train_vae
    from cryo_core.learning.fit import TrainingRun

    settings = VaeSettings(zdim=2, encoder_width=16, decoder_width=24, epochs=1, batch=8, memory_megabytes=50)
    few = images().take(np.arange(48))
    with tempfile.TemporaryDirectory() as folder:
        trained = train_vae(few, settings, TrainingRun(Path(folder), device))
    decoded = next(iter(decode_volumes(trained, torch.zeros(1, 2))))
    return {
        "loss": trained.history[-1]["loss"],
        "latents": encode(trained, few).mean,
        "map": decoded.density,
    }


def posefree(device: torch.device) -> Numbers:
    """Search for poses without a reference."""
    from cryo_core.posefree.search import SearchSettings, search

    settings = SearchSettings(
        shift_range=0.0, last_shell=4, steps=2, batch=40, order=1, restarts=2, most_restarts=2, held_out=40,
        global_passes=1, finest_shell=5, last_passes=1, more_passes=0, candidates=2,
    )  # fmt: skip
    result = search(images().take(np.arange(80)), settings, device)
    return {"poses": result.poses.rotation, "map": result.polished.reconstruction.full.density}


def posefree_motion(device: torch.device) -> Numbers:
    """The linear model at poses that were found, which are searched again."""
    from cryo_core.posefree.motion import MotionSettings, fit_motion

    settings = MotionSettings(
        shells=7, iterations=2, early_iterations=1, components=1, states=2, shift_range=0.0
    )
    with tempfile.TemporaryDirectory() as folder:
        motion = fit_motion(images(), settings, Path(folder), device)
    return {"poses": motion.fit.poses.rotation, "mean": motion.fit.mean.density}


def posefree_network(device: torch.device) -> Numbers:
    """The pose-free network: losses of an epoch, what it infers and decodes."""
    from cryo_core.posefree.model import NetworkSettings
    from cryo_core.posefree.train import infer, train_network, volumes_of

    settings = NetworkSettings(
        box=16, latent=3, encoder_layers=2, encoder_width=16, decoder_layers=2, decoder_width=16, epochs=1, batch=8,
        learning_rate=1e-3,
    )  # fmt: skip
    stack = images().take(np.arange(16)).images
    with tempfile.TemporaryDirectory() as folder:
        network = train_network(stack, settings, Path(folder), device)
    decoded = next(iter(volumes_of(network, torch.zeros(1, 3))))
    return {
        "loss": network.history[-1]["validation_entropy"],
        "latents": infer(network, stack).mean,
        "map": decoded.density,
    }


def correlation(device: torch.device) -> Numbers:
    """FSC between half maps, with phases beyond a shell made random, by direction, and the whole assessment."""
    from cryo_core.validation.directions import directional_fsc
    from cryo_core.validation.fsc import fsc, fsc_suite
    from cryo_core.validation.maps import auto_mask, summary

    one, other = _half_maps(device)
    mask = sphere_mask((48, 48, 48), 15.0, 4.0, device=device)
    return {
        "fsc": fsc(one, other, mask).correlation,
        "corrected": fsc_suite(one, other, mask, torch.Generator().manual_seed(5)).corrected.correlation,
        "directions": directional_fsc(one, other, mask).correlation,
        "mask": auto_mask(one),
        "deviation": summary(one).standard_deviation,
    }


def resampling(device: torch.device) -> Numbers:
    """A map on another grid, filtered."""
    from cryo_core.fourier.filters import low_pass
    from cryo_core.fourier.resample import resample

    one, _ = _half_maps(device)
    return {"resampled": resample(one, 4.0).density, "filtered": low_pass(one, 12.0).density}


def local_resolution(device: torch.device) -> Numbers:
    """Local resolution by half maps and by the network, and local B factors."""
    from cryo_core.resolution.local_b import LocalBSettings, local_b_of_halves
    from cryo_core.resolution.local_fsc import local_fsc
    from cryo_core.resolution.model import load_network
    from cryo_core.resolution.predict import predict

    one, other = _half_maps(device)
    network, _ = load_network()
    fall = local_b_of_halves(one, other, LocalBSettings(coarsest_angstrom=20.0))
    return {
        "halves": local_fsc(one, other).density,
        "local B": fall.b_factor.density.nan_to_num(0.0),
        "network": predict(one, network.to(device)).resolution.density,
    }


def sharpening(device: torch.device) -> Numbers:
    """LocScale against a model map, the rule, and the confidence map."""
    from cryo_core.sharpening.confidence import confidence_map
    from cryo_core.sharpening.locscale import locscale
    from cryo_core.sharpening.predict import sharpen

    one, other = _half_maps(device)
    mask = sphere_mask((48, 48, 48), 15.0, 0.0, device=device) > 0.5
    return {
        "locscale": locscale(one, other, mask).density,
        "sharpened": sharpen(one, mask, resolution_angstrom=8.0).density,
        "confidence": confidence_map(one).confidence.density,
    }


def super_resolution(device: torch.device) -> Numbers:
    """A map through the generator and the filter."""
    from cryo_core.superres.model import Generator, GeneratorSettings
    from cryo_core.superres.predict import SuperresSettings, enhance

    one, _ = _half_maps(device)
    torch.manual_seed(4)
    generator = Generator(GeneratorSettings(4, 1, 3, False, "none", 0.1, 2, "residual")).to(device)
    generator.trust.fill_(0.5)
    made = enhance(one, generator, SuperresSettings(tile=24, overlap=6, passes=2))
    return {"map": made.map.density}


def optics(device: torch.device) -> Numbers:
    """Images whose beam tilt and magnification are taken off, brought to a smaller box and flattened."""
    from cryo_core.imaging.prepare import PreparedStack
    from cryo_core.optics.corrected import CorrectedImages, Stored
    from cryo_core.refinement.substitution import Substituted

    given = images()
    tilt = torch.tensor([[1.4, -0.9]], dtype=torch.float64).expand(COUNT, 2)
    matrix = torch.tensor([[1.01, 0.0, 0.0, 0.99]], dtype=torch.float64).expand(COUNT, 4)
    aberrant = replace(given.optics, beam_tilt_mrad=tilt, magnification=matrix)
    parts = (Stored(np.arange(COUNT), given.images),)
    plain = CorrectedImages(parts, aberrant, given.poses.shift_angstrom, device)
    return {
        "plain": plain.read(np.arange(6)),
        "without detail": Substituted(given.images, 30.0, 5, device=device).read(np.arange(6)),
        "prepared": PreparedStack(given.images, 16, 0.8, device).read(np.arange(6)),
    }


def resolution_training(device: torch.device) -> Numbers:
    """Simulated maps of varying resolution, and an epoch of both networks on them."""
    from cryo_core.learning.fit import FitSettings, TrainingRun
    from cryo_core.resolution.model import PowerNetworkSettings
    from cryo_core.resolution.train import examples_of, joined, simulated_maps, train_powers
    from cryo_core.resolution.unet import UNetSettings
    from cryo_core.resolution.unet_train import train_unet, unet_example

    made = list(simulated_maps(phantom_complex(3, 1, 40), 2, 5, device))
    examples = joined([examples_of(each, number) for number, each in enumerate(made)])
    cubes = [unet_example(each.map, each.resolution, each.mask, 16) for each in made]
    fitting = FitSettings(epochs=1, seed=3)
    with tempfile.TemporaryDirectory() as folder:
        run = TrainingRun(Path(folder) / "powers", device)
        _, powers = train_powers(examples, PowerNetworkSettings(members=2), fitting, run)
        run = TrainingRun(Path(folder) / "unet", device)
        _, unet = train_unet(cubes, UNetSettings(box=16, channels=8, dropout=0.0), fitting, run)
    return {
        "map": made[0].map.density,
        "powers": powers[-1]["loss"],
        "unet": unet[-1]["loss"],
    }


def super_resolution_training(device: torch.device) -> Numbers:
    """An epoch of the generator against its critic."""
    from cryo_core.learning.fit import FitSettings, TrainingRun
    from cryo_core.superres.data import Cubes, Pair
    from cryo_core.superres.model import GeneratorSettings
    from cryo_core.superres.train import GanTraining, train

    one, other = (half.density for half in halves())
    corner = torch.cartesian_prod(*(torch.tensor([8, 24]),) * 3)
    rows = torch.cat([torch.zeros(8, 1, dtype=torch.int64), corner], 1)
    cubes = Cubes((Pair(one, other, one > 0, 0),), rows, 16)
    settings = GanTraining(batch=4, content_epochs=0, discriminator_width=2, cubes_per_epoch=8)
    shape = GeneratorSettings(4, 1, 3, False, "none", 0.0, 2, "residual")
    with tempfile.TemporaryDirectory() as folder:
        run = TrainingRun(Path(folder), device)
        _, history = train(cubes, cubes, shape, FitSettings(epochs=1), run, settings)
    return {name: history[-1][name] for name in ("loss", "discriminator", "validation_loss")}


def truth(device: torch.device) -> Numbers:
    """Poses and the map they give against the truth."""
    from cryo_core.posefree.hand import against_truth

    found = against_truth(images(), particles().poses, Volume(_body(), VOXEL), device=device)
    assert found.curve is not None
    return {"fsc": found.curve.correlation, "degrees": found.errors.rotation_degrees}


def model_density(device: torch.device) -> Numbers:
    """Density of an atomic model."""
    from cryo_core.imaging.density import density

    atoms = phantom_complex(3, 1, 20).to(device)
    return {"density": density(atoms, (32, 32, 32), 2.0).density}


def alignment(device: torch.device) -> Numbers:
    """A turned map brought back, and put on the other's grid."""
    from cryo_core.validation.registration import align, moved_onto

    fixed, other = _half_maps(device)
    moved = replace(
        other, density=other.density.transpose(0, 2).flip(1).contiguous(), origin_angstrom=(30.0, -12.0, 6.0)
    )
    found = align(fixed, moved)
    onto = moved_onto(moved, found, fixed).density
    return {"rotation": found.rotation, "shift": found.shift_angstrom, "onto": onto}


STAGES: dict[str, tuple[Callable[[torch.device], Numbers], float]] = {
    "slices": (slices, 1e-4),
    "alignment": (alignment, 1e-2),
    "simulation": (simulation, 1e-4),
    "reconstruction": (reconstruction, 1e-3),
    "broken symmetry": (broken_symmetry, 1e-3),
    "refinement": (refinement, 1e-3),
    "refinement of the CTF": (ctf_refinement, 1e-2),
    "rounds of refinement": (refinement_rounds, 1e-2),
    "linear model": (linear_model, 1e-3),
    "state map": (state_map, 1e-3),
    "VAE": (vae, 1e-3),
    "pose-free search": (posefree, 1e-2),
    "pose-free motion": (posefree_motion, 1e-2),
    "pose-free network": (posefree_network, 1e-3),
    "FSC": (correlation, 1e-4),
    "resampling": (resampling, 1e-4),
    "local resolution": (local_resolution, 1e-3),
    "sharpening": (sharpening, 1e-3),
    "super-resolution": (super_resolution, 1e-3),
    "optics": (optics, 1e-4),
    "training of local resolution": (resolution_training, 1e-3),
    "training of super-resolution": (super_resolution_training, 1e-2),
    "truth": (truth, 1e-3),
    "density of a model": (model_density, 1e-4),
}
"""Each stage, and how far its numbers on the device may lie from the CPU's, in deviations of these.

What goes on in steps that depend on each other may lie further off: they amplify sums in another order. The networks of
super-resolution multiply in bfloat16 on CPUs that can.
"""
