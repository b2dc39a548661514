"""How a volume becomes images.

Transfer function, central slices with their adjoint, forward model, grey scale, simulation with truth.
"""

__all__ = ["ctf", "density", "forward", "normalise", "phantom", "prepare", "reader", "simulate", "slices"]
