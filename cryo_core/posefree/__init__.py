"""Volumes from images alone: no poses, no reference, no symmetry.

`search` finds a map and poses by expectation-maximisation over all rotations (the default); `model` and `train` are
the published network that learns volumes and poses together; `predict` chooses the points of latent space to look at.

What the search found on sets with truth (median rotation error after the best turn and hand, images within 15°):

=============================================== ============= ========= ==================
set                                             median        within    CPU s, one thread
=============================================== ============= ========= ==================
4JSV, 48 pixels, CTF, 10,000 images, SNR 0.1    1.3 to 1.4°   99.9%     100 to 120
the same, 1,500 images                          1.7°          99.7%     47
the same, 10,000 images, SNR 0.05               2.3°          98.6%     118
four states of it, 10,000 images                1.5°          99.2%     96
chiral L, 40 pixels, no CTF, 15,000, SNR 0.1    5.5°          93%       60
=============================================== ============= ========= ==================

With the true map in place of the found one the L comes to 4.9° (4.4° from the true poses).
"""
