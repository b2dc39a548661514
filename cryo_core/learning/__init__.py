"""Networks' blocks, the one training loop, its checkpoints, and several processes that share a computation."""

__all__ = ["blocks", "checkpoint", "fit", "ranks"]
