"""Volumes from images alone: no poses, no reference, no symmetry.

`search` finds a map and poses by expectation-maximisation over all rotations (the default), `motion` fits what differs
between the particles; `residuals` finds the images that do not belong; `hand` makes the mirror image and compares with
a truth; `report` describes a search. `model` and `train` are the published network that learns volumes and poses
together, on the devices of `processes`. `space` reads the latent space of either from its folder.

Results of the search on sets with truth (median rotation error after the best rotation and hand, share of images
within 15°; time of the whole command on two threads):

=============================================== ============= ========= ==================
set                                             median        within    seconds
=============================================== ============= ========= ==================
4JSV, 48 pixels, CTF, 10,000 images, SNR 0.1    1.3°          99.9%     112
the same, SNR 0.05                              1.9°          98.8%     151
the same, SNR 0.03                              8.2°          52.7%     288
the same, 1,500 images, SNR 0.1                 1.4°          99.9%     70
chiral L, 40 pixels, no CTF, 15,000, SNR 0.1    5.4°          93.5%     99 to 141
=============================================== ============= ========= ==================

With the true map in place of the search's own, the L comes to 4.9° (4.4° from the true poses). The mean of each pose's
posterior in place of its maximum (`pose_mean`) brought one L from 5.65° to 5.37°, and its half maps agree to 2.1 Å,
not 2.9.

For a chain that swings (`make_particles.py --swing C`, 20,000 images of 64 pixels, searched in 48) the error of the
poses is 1.0°, and the linear model's axis orders the particles with a Spearman coefficient of 0.78 (0.83 at the true
poses). In 10,000 images of 48 pixels, 1.8 times as noisy, it is 0.57, and 0.67 at the true poses.
"""

__all__ = [
    "hand",
    "images",
    "model",
    "motion",
    "polish",
    "report",
    "residuals",
    "search",
    "space",
    "train",
]
