"""What differs between particles: latent models (linear, VAE), their embeddings, classes and trajectories (system E).

`linear` and `vae` are the two latent models; both give `latents`. `embed` lays latents out in two and three
dimensions, `classes` divides particles into classes, and `trajectories` picks points of latent space to look at.
"""

__all__ = ["classes", "embed", "latents", "linear", "trajectories", "vae"]
