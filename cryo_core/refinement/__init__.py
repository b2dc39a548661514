"""Poses from comparing images with slices of a map: locally, or without a start, each half set by itself.

`band` says which coefficients count and turns images and maps into what is compared; `compare` compares, by
numba's kernels on the CPU and torch elsewhere, and `score` rates the fit; `search`, `powell` and `exhaustive`
move poses; `refine` does it for a whole set, each half against its own map; `weights` makes scores into
weights; `rounds` alternates with reconstruction, `guard` judges which resolution may be reported, and
`substitution` makes images whose fine detail is noise, so that the same refinement shows how much it makes of
noise.

An image is x = √2 · F · exp(2πi k·centre) / (D σ), a slice p = √2 · CTF · g · V / (D σ): σ is the noise's
deviation and g the reference's gain in each shell (`calibrate`), D the box. The real and imaginary parts of x
then have noise of variance 1, and the log-likelihood of a pose is −½ Σ |x − c p|² over one of each pair of
Friedel mates, c the image's contrast, about 1. Nothing finer than the limit of alignment is computed: images
and map are cropped in Fourier space first.
"""

__all__ = [
    "band",
    "compare",
    "exhaustive",
    "guard",
    "powell",
    "refine",
    "rounds",
    "score",
    "search",
    "substitution",
    "table",
    "weights",
]
