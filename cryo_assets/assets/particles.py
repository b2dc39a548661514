"""Particles: the table, the images made ready, and the consensus map that everything starts from."""

from cryo_assets.assets.consensus import CONSENSUS, true_mixture
from cryo_assets.assets.source import GOLDEN_SEED, SOURCE, read_source, source_particles, with_half_sets
from cryo_assets.assets.stack import STACK, restacked, stack_particles

__all__ = [
    "GOLDEN_SEED",
    "PARTICLE_STEPS",
    "read_source",
    "restacked",
    "source_particles",
    "stack_particles",
    "true_mixture",
    "with_half_sets",
]

PARTICLE_STEPS = (SOURCE, STACK, CONSENSUS)
