"""Networks' blocks, the one training loop, and its checkpoints."""
