"""Particles: the table, the images made ready, and the consensus map that everything starts from."""
