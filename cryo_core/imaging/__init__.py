"""How a volume becomes images.

Transfer function, central slices with their adjoint, forward model, grey scale, simulation with truth.
"""
