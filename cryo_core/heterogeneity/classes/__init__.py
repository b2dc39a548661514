"""Classes of particles in latent space: how many, which, and their names from round to round."""

__all__ = ["find", "match", "mixture", "partition", "scores", "settings"]
