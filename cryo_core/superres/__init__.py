"""Super-resolution of maps: the published generative network, the linear rule it has to beat, and its confidence.

`predict` enhances a map, `rule` filters it without a network, `prepare` brings it to the network's grid. `model` has
the networks, `simulate`, `data`, `train` and `calibrate` make and train them, `score` measures the gain.
"""

__all__ = ["calibrate", "data", "model", "predict", "prepare", "rule", "score", "simulate", "train"]
