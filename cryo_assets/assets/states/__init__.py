"""Maps, with half maps, at points of the latent space of a data set's last round."""
