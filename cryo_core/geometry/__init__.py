"""Rotations in RELION's convention, point groups on RELION's axes, and soft masks."""
