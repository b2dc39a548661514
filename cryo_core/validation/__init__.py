"""What tells whether a map can be trusted: FSC, masks and summaries, orientations, errors of poses, twins."""

__all__ = [
    "clusters",
    "d_model",
    "directions",
    "fsc",
    "guinier",
    "independence",
    "maps",
    "orientations",
    "poses",
    "registration",
    "report",
    "twins",
]
