"""What differs between particles: latent models, their embeddings and clusters (system E)."""
