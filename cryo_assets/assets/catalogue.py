"""All assets: `STEPS` holds their steps by key, upstream first; `listed` is the list."""

from cryo_assets.engine.step import Step, Steps


def _listed() -> tuple[Step, ...]:
    from cryo_assets.assets.listed import ALL  # what computes them, torch and all, comes along

    return ALL


STEPS = Steps(_listed)
