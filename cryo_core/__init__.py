"""The science of the platform: torch, and nothing of Dagster, MLflow, plotting or the network.

Conventions, held by `tests/test_conventions.py`:

======== =================================================================================
arrays   volumes `z y x`, images `y x`; the centre is index N // 2, in real and Fourier space;
         half spectra keep kx from 0 to N // 2 on the last axis, other axes are centred
rotation RELION's matrix A(rot, tilt, psi), intrinsic ZYZ: degrees in files and settings,
         matrices in the code; a slice's coordinates in the volume are `(x, y, 0) · A`
shift    Å, the sign of rlnOriginX/YAngst: the image is moved by +shift to centre the particle
CTF      RELION's sign (+amplitude contrast at zero frequency); defocus Å, positive
         underfocus; protein is positive density; dark images are made white as they are read
voxel    travels with every Volume; a map is never written without it, nor without its origin
FSC      shells by round(|k|); resolution is the last shell before the first value under
         the threshold
random   a `torch.Generator` seeded from the settings; the default seed is a fixed number
======== =================================================================================
"""

__all__ = [
    "data",
    "devices",
    "errors",
    "formats",
    "fourier",
    "geometry",
    "heterogeneity",
    "imaging",
    "learning",
    "optics",
    "posefree",
    "reconstruction",
    "refinement",
    "resolution",
    "sharpening",
    "superres",
    "validation",
]
