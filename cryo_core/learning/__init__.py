"""Networks' blocks, the one training loop, and its checkpoints."""

__all__ = ["blocks", "checkpoint", "fit"]
