"""Refinement of what the microscope did to images: group by group its aberrations, image by image the defocus.

======= ====================================================================================================
basis   the polynomials of the frequency that aberrations are sums of, and what an optics group's are so far
scene   a batch of images beside the slices of their map, in the coefficients of a band
defocus defocus and astigmatism of each image: a search over a range, then Gauss and Newton's steps
sums    sums over a group's images, coefficient by coefficient, that hold all its images say of its aberrations
fit     aberrations from these sums, with errors, and which of them are seen at all
refine  all of it for a set, each half against its own map
written what was found, in the columns of a particle table
======= ====================================================================================================

The likelihood is that of the poses (`refinement`): images whitened by their noise's spectrum, slices weighted by how
well they predict images, contrasts solved for. After Zivanov, Nakane & Scheres (2020), IUCrJ 7, 253: since a group's
aberrations are the same for all its images, the likelihood of any of them is a function of a few sums over images at
each coefficient. They are taken once, and fits of any order are then as small as one image.
"""

__all__ = ["basis", "defocus", "fit", "refine", "scene", "sums", "written"]
