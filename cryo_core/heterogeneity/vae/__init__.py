"""cryoDRGN's network: its model, images, loss and training."""

__all__ = ["model", "train"]
