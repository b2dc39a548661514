"""Probabilistic PCA over volumes: the linear latent model, its two engines (CPU kernels, torch), and its files."""

__all__ = ["fit", "model", "posterior", "together"]
