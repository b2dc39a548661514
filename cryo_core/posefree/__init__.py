"""Volumes from images alone: no poses, no reference, no symmetry.

`search` finds a map and poses by expectation-maximisation over all rotations (the default); `model` and `train` are
the published network that learns volumes and poses together; `predict` shows what either has found.
"""
