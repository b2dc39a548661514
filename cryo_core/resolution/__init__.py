"""Local resolution: measured from half maps, and predicted from one map (system C).

`local_fsc` measures it from two half maps, `monogenic` from halves or one map without training; `predict` (a network
on band powers, or a rule) and `unet` (the published network) predict it from one map. `solvent` separates molecule and
solvent, `summary` compares, `local_b` measures how
amplitudes fall from place to place. `simulate`, `train` and `unet_train` make and train the networks.
"""

__all__ = [
    "local_b",
    "local_fsc",
    "model",
    "monogenic",
    "predict",
    "simulate",
    "solvent",
    "summary",
    "train",
    "unet",
    "unet_train",
]
