"""What tells whether a map can be trusted: FSC, masks and summaries, orientations, errors of poses."""

__all__ = [
    "clusters",
    "d_model",
    "directions",
    "fsc",
    "guinier",
    "maps",
    "orientations",
    "poses",
    "registration",
    "report",
]
