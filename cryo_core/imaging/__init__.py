"""From a volume to images: central slices, forward model, grey scale and simulation.

Slices come with their adjoint, by which images are put back into a volume; simulated sets come with their
truth.
"""

__all__ = [
    "density",
    "faults",
    "forward",
    "normalise",
    "phantom",
    "prepare",
    "reader",
    "simulate",
    "slices",
]
