"""States one can believe: maps with half maps at any point of a latent space, made of the images near it."""

__all__ = ["density", "maps", "neighbours", "points", "separation"]
