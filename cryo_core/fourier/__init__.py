"""Fourier transforms and what is done with them: frequencies, shells, filters, resampling.

All spectra are half spectra of real maps or images: the last axis keeps kx = 0 … N // 2, every other
axis is centred (zero frequency at index N // 2), and the origin in real space is the voxel at N // 2.
Transforms are not normalised forwards; the way back divides by the number of voxels.
"""

__all__ = ["filters", "grids", "resample", "shells", "splines", "transforms"]
