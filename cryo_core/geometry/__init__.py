"""Rotations in RELION's convention, point groups on RELION's axes, samplings, tiles and soft masks."""

__all__ = ["masks", "rotations", "sampling", "symmetry", "tiles"]
