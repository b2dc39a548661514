"""What a microscope does to images: the transfer function, and what images have besides, taken off as they are read.

======== ================================================================================
ctf      the contrast transfer function, in RELION's sign, with even Zernike coefficients
zernike  RELION's Zernike polynomials, and the phases of beam tilt and odd coefficients
corrected `CorrectedImages`, an `ImageStack` whose images are as of a plain microscope
======== ================================================================================
"""

__all__ = ["corrected", "ctf", "zernike"]
