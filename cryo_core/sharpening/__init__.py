"""Maps sharpened by local radial profiles, phases untouched."""

__all__ = [
    "changes",
    "confidence",
    "deposited",
    "judge",
    "locscale",
    "model",
    "model_map",
    "predict",
    "profiles",
    "rule",
    "scaling",
    "score",
    "simulated",
    "train",
    "windows",
]
