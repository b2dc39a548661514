"""cryoDRGN's network: its model, images, loss and training."""
