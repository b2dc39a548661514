"""The group `results`: what is kept of the rounds, finished, reported and exported."""

from cryo_assets.assets.local_resolution import packaged
from cryo_assets.assets.results import make_classes, without_rounds
from cryo_assets.assets.results_maps import (
    RESOLUTION_CHECKS,
    ClassResolutionSettings,
    make_local_resolution,
    make_sharpened,
)
from cryo_assets.assets.results_report import make_export, make_report
from cryo_assets.assets.rounds import ROUNDS
from cryo_assets.step import Step
from cryo_core.sharpening.predict import SharpenSettings

_OF_A_ROUND = ("clusters", "poses", "maps", "fsc")

RESULT_STEPS = (
    Step(
        key="results/classes",
        partition="datasets",
        code_version="2",
        description="Each class as its best round that the guard accepts has it: maps, mask, FSC and particles; "
        "and the table of all classes and rounds.",
        compute=make_classes,
        core=("cryo_core.formats.particles", "cryo_core.refinement.table"),
        checks=("finite",),
        inputs=("particles/source",),
        offered=tuple(f"round_{n:02d}/{name}" for n in range(1, ROUNDS + 1) for name in _OF_A_ROUND),
        skips=without_rounds,
        round=1,
        kinds=frozenset({"mrc", "relion"}),
    ),
    Step(
        key="results/local_resolution",
        partition="datasets",
        code_version="1",
        description="Local resolution of each class map, measured from its half maps and told from the map alone: how "
        "far the prediction may be trusted on one's own data.",
        compute=make_local_resolution,
        core=(
            "cryo_core.resolution.local_fsc",
            "cryo_core.resolution.model",
            "cryo_core.resolution.predict",
            "cryo_core.resolution.summary",
        ),
        checks=RESOLUTION_CHECKS,
        inputs=("results/classes",),
        gathers=("models/resolution",),
        settings=ClassResolutionSettings,
        facts=lambda manifest: {"packaged": packaged()},  # noqa: ARG005
        round=1,
        kinds=frozenset({"mrc", "pytorch"}),
        pool="gpu",
    ),
    Step(
        key="results/sharpened",
        partition="datasets",
        code_version="4",
        description="Each class map sharpened locally without a model, weighted by its FSC, cut at its resolution.",
        compute=make_sharpened,
        core=("cryo_core.sharpening.predict", "cryo_core.sharpening.score", "cryo_core.validation.guinier"),
        checks=("finite", "phases", "grid"),
        inputs=("results/classes",),
        settings=SharpenSettings,
        round=1,
        kinds=frozenset({"mrc", "pytorch"}),
        pool="gpu",
    ),
    Step(
        key="results/report",
        partition="datasets",
        code_version="2",
        description="The whole story on one page (report.html, report.md): classes by round, where particles went, "
        "poses, maps, local resolution.",
        compute=make_report,
        core=("cryo_core.formats.mrc",),
        checks=("within_nyquist",),
        inputs=("particles/source", "results/classes", "results/local_resolution", "results/sharpened"),
        round=1,
        kinds=frozenset({"markdown"}),
    ),
    Step(
        key="results/export",
        partition="datasets",
        code_version="2",
        description="Classes for other programs: RELION .star (each, and joint), cryoSPARC .cs, Frealign .par, "
        "cryoDRGN .pkl, maps, half maps, masks, and a ChimeraX script.",
        compute=make_export,
        core=("cryo_core.formats.particles", "cryo_core.formats.chimerax"),
        checks=("whole",),
        inputs=("particles/source", "results/classes", "results/sharpened"),
        round=1,
        kinds=frozenset({"relion", "mrc"}),
    ),
)
