"""What tells whether a map can be trusted: FSC, masks, orientations, errors of poses, twins, alignment with another."""

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
    "registration_climb",
    "registration_likeness",
    "registration_pose",
    "registration_search",
    "report",
    "twins",
]
