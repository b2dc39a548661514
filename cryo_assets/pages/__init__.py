"""A page in the browser for each entry, and the explorer of its latent space; they do what the commands do."""
