"""The rounds: latent model, embedding, clusters, poses, maps, FSC, each from the round before."""
