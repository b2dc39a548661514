"""The assets, by group; `STEPS` holds them all, upstream first."""

from cryo_assets.assets.local_resolution import RESOLUTION_STEPS
from cryo_assets.assets.maps import MAP_STEPS
from cryo_assets.assets.particles import PARTICLE_STEPS
from cryo_assets.assets.posefree import POSEFREE_STEPS
from cryo_assets.assets.results_steps import RESULT_STEPS
from cryo_assets.assets.rounds import ROUND_STEPS
from cryo_assets.assets.sharpening import MODEL_MAP_STEPS, SHARPENING_STEPS
from cryo_assets.assets.superres import SUPERRES_STEPS
from cryo_assets.step import Step

STEPS: dict[str, Step] = {
    step.key: step
    for step in (
        *PARTICLE_STEPS,
        *POSEFREE_STEPS,
        *ROUND_STEPS,
        *MAP_STEPS,
        *MODEL_MAP_STEPS,
        *RESOLUTION_STEPS,
        *SHARPENING_STEPS,
        *SUPERRES_STEPS,
        *RESULT_STEPS,
    )
}
