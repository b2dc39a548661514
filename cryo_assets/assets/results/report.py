"""results/report: the story of a data set's rounds on one page."""

import base64
import html
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from cryo_assets.assets.half_map_report import read_corrected_fsc
from cryo_assets.assets.particles.source import source_particles
from cryo_assets.assets.results.classes import OF_NO_CLASS
from cryo_assets.engine.step import Report, Step, Task
from cryo_assets.entries.independence import limit_of
from cryo_assets.pictures import draw
from cryo_assets.pictures import results as result_pictures
from cryo_assets.pictures.latent import counted
from cryo_assets.store.class_results import class_file, class_maps, read_classes
from cryo_assets.store.store import Artifact, Check
from cryo_core.formats.mrc import read_volume
from cryo_core.validation.independence import Limit, caption, remark

_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}"
    "table{border-collapse:collapse;margin:1rem 0}"
    "th,td{padding:.3rem .8rem;text-align:right;border-bottom:1px solid #ddd}"
    "th:first-child,td:first-child{text-align:left;white-space:nowrap}img{max-width:100%}code{font-size:90%}.note{color:#666}"
)


def make(task: Task) -> Report:
    """Write report.html and report.md, each whole in itself: classes by round, flow, poses, maps, resolution."""
    classes = task.inputs["results/classes"]
    table = pd.read_csv(classes.path("classes.csv"))
    nyquist = 2 * _voxel(classes, task)
    shown = {}
    limit = limit_of(task.manifest, task.inputs["particles/source"])
    if table["round"].nunique() > 1:
        result_pictures.resolution_by_round(table, nyquist, task.folder / "rounds.png", caption(limit))
        shown = {"resolution by round": "rounds.png"}
    shown |= _curves(task.folder, classes, limit)
    pictures = {title: task.folder / file for title, file in shown.items()}
    pictures |= {title: classes.path(file) for title, file in classes.pictures.items()}
    deposited = task.inputs.get("results/deposited")
    if deposited:
        pictures |= {title: deposited.path(file) for title, file in deposited.pictures.items()}
    for key in ("results/sharpened", "results/local_resolution"):
        made = task.inputs[key]
        pictures |= {
            title: made.path(file)
            for title, file in made.pictures.items()
            if "slices" in file or "classes" in file
        }
    parts = _parts(task, classes, table, nyquist, limit)
    name = task.manifest.name
    (task.folder / "report.md").write_text(_markdown(name, parts), encoding="utf-8")
    (task.folder / "report.html").write_text(_html(name, parts, pictures), encoding="utf-8")
    best = classes.numbers["best_resolution_angstrom"]
    numbers = {
        "best_resolution_angstrom": best,
        "classes": classes.numbers["classes"],
        "accepted_classes": classes.numbers["accepted_classes"],
        "rounds": classes.numbers["rounds"],
    }
    honest = best is None or float(best) >= nyquist * (1 - 1e-6)
    check = Check("within_nyquist", honest, f"best {best} Å, Nyquist at {nyquist:.2f} Å")
    headline = "best_resolution_angstrom" if best else "accepted_classes"
    return Report(numbers, headline, (check,), shown)


def _curves(folder: Path, classes: Artifact, limit: Limit) -> dict[str, str]:
    """Draw the FSC of the maps that are kept, with what their halves are worth; the picture by its title."""
    kept = [row for row in read_classes(classes) if row.best]
    if not kept:
        return {}
    voxel = read_volume(classes.path(class_file(kept[0].name))).voxel_angstrom
    total = sum(row.particles or 0 for row in kept)
    curves = {
        counted(row.name, row.particles or 0, total): read_corrected_fsc(
            classes.path(class_file(row.name, "_fsc.star")), voxel
        )
        for row in kept
    }
    frequency = next(iter(curves.values())).frequency_per_angstrom.tolist()
    values = {name: curve.correlation.tolist() for name, curve in curves.items()}
    draw.fsc_curves(frequency, values, folder / "fsc.png", remark=caption(limit))
    return {"corrected FSC of the classes": "fsc.png"}


Table = tuple[str, str, Sequence[str], Sequence[Sequence[str]]]
"""Title, a sentence, column names, rows."""


def _parts(task: Task, classes: Artifact, table: pd.DataFrame, nyquist: float, limit: Limit) -> list[Table]:
    parts = [
        _source(task.inputs["particles/source"], classes),
        _by_round(table, nyquist, limit),
        _guarded(table, limit),
        _poses(table),
        _chosen(classes, task.inputs["results/local_resolution"], limit),
    ]
    if "results/deposited" in task.inputs:
        parts.append(_deposited(task.inputs["results/deposited"]))
    after = classes.numbers.get("over_fitted_after_round")
    if after is not None:
        said = (
            f"After round {after} the half maps of most particles agree only at frequencies that were aligned: "
            "what their FSC gains from there on is noise, and maps are taken only from rounds that the guard accepts."
        )
        parts.append(("Over-fitting", said, (), ()))
    stop = classes.numbers.get("stop")
    if stop:
        parts.append(("Why the rounds ended", str(stop) + ".", (), ()))
    return parts


def _source(source: Artifact, classes: Artifact) -> Table:
    """What became of the images before anything was made of them."""
    numbers = source.numbers
    said = (
        f"{numbers['particles']:,} images. Left out because they cannot be used: {numbers.get('left_out_because')}. "
        f"{_of_twins(int(numbers.get('twins') or 0))} ({numbers.get('twins_said')})."
    )
    junk, none = (int(classes.numbers.get(key) or 0) for key in OF_NO_CLASS)
    if junk or none:
        said += (
            f" In the last round {junk:,} images were left out of maps and classes as none of the particle's, or off "
            f"their pose (`labels.csv` of its clusters says why), and {none:,} fit no class."
        )
    return ("The images", said, (), ())


def _of_twins(count: int) -> str:
    """What was found of particles that were picked twice."""
    if not count:
        return "No particle was found to be picked twice"
    return (
        f"{count:,} images are of a particle picked before: each is in the half set of the first, or left out"
    )


def _by_round(table: pd.DataFrame, nyquist: float, limit: Limit) -> Table:
    rounds = sorted(table["round"].unique())
    rows = []
    for name, mine in table.groupby("class"):
        cells = [f"class {name}"]
        for number in rounds:
            row = mine[mine["round"] == number]
            cells.append(_cell(row.iloc[0], nyquist, limit) if len(row) else "")
        rows.append(cells)
    said = (
        "Å at FSC 0.143 of the half maps, as the guard believes it, and the particles in brackets; the best round in "
        f"bold. N marks Nyquist ({nyquist:.2f} Å). In italics what the FSC alone says where the guard refuses it."
    )
    return ("Resolution of each class by round", said, ["", *(f"round {n}" for n in rounds)], rows)


def _angstrom(value: float, limit: Limit) -> str:
    """A resolution of half maps in Å, with the remark that it needs."""
    words = remark(value, limit)
    return f"{value:.2f}" + (f": {words}" if words else "")


def _cell(row: pd.Series, nyquist: float, limit: Limit) -> str:
    accepted = np.isfinite(row["resolution_angstrom"])
    value = row["resolution_angstrom"] if accepted else row["plain_angstrom"]
    text = "–" if not np.isfinite(value) else f"{value:.2f}" + (" N" if value <= nyquist * 1.001 else "")
    text = f"**{text}**" if row["best"] else text if accepted else f"*{text}*"
    words = remark(value, limit)
    return f"{text} ({int(row['particles']):,})" + (f": {words}" if words else "")


def _guarded(table: pd.DataFrame, limit: Limit) -> Table:
    """What the guard rests on in each class's best round, or in its last where none is believed."""
    rows = []
    for name, mine in table.groupby("class"):
        row = mine[mine["best"]].iloc[0] if mine["best"].any() else mine.iloc[-1]
        left = row["substituted_angstrom"]
        without = "not tested" if np.isnan(left) else "none" if np.isinf(left) else _angstrom(left, limit)
        plain = _angstrom(row["plain_angstrom"], limit) if np.isfinite(row["plain_angstrom"]) else "–"
        rows.append([f"class {name}", str(row["round"]), plain, without, str(row["guard"])])
    said = (
        "Refinement fits noise, and the FSC then flatters. So a resolution counts only if the half maps agree beyond "
        "what was aligned; and what is left of the FSC without that of images whose fine detail was made noise, "
        "refined the same way, bounds it."
    )
    columns = ["", "round", "FSC 0.143 (Å)", "without noise's FSC (Å)", "verdict"]
    return ("What the guard rests on", said, columns, rows)


def _poses(table: pd.DataFrame) -> Table:
    rows = [
        [
            f"round {number}",
            f"{mine['moved_degrees'].iloc[0]:.2f}",
            f"{mine['alignment_limit_angstrom'].iloc[0]:.2f}",
        ]
        for number, mine in table.groupby("round")
    ]
    said = "How far poses turned (median of the refined particles), and the finest frequency they were aligned to."
    return ("Poses", said, ["", "turned by (degrees)", "aligned to (Å)"], rows)


def _chosen(classes: Artifact, local: Artifact, limit: Limit) -> Table:
    measured = {c.name: c.others for c in read_classes(local)}
    rows = []
    for row in read_classes(classes):
        if not row.best:
            continue
        inside = [measured[row.name].get(f"{key}_angstrom") for key in ("median", "p05", "p95")]
        values = (row.particles, row.round, row.resolution_angstrom, *inside)
        shown = [
            "–" if v is None else _angstrom(v, limit) if isinstance(v, float) else f"{v:,}" for v in values
        ]
        rows.append([f"class {row.name}", *shown])
    columns = ["", "particles", "from round", "FSC 0.143 (Å)", "local: median (Å)", "5% (Å)", "95% (Å)"]
    said = "The maps that `results/export` holds, and their local resolution inside the mask, from the half maps."
    return ("Classes as they leave the platform", said, columns, rows)


def _deposited(deposited: Artifact) -> Table:
    """How each map agrees with what others deposited."""
    named = {
        "rscc": "correlation", "fsc05_angstrom": "FSC 0.5 (Å)", "model_rscc": "with the model",
        "model_fsc05_angstrom": "map-model FSC 0.5 (Å)", "d_model_angstrom": "d_model (Å)",
    }  # fmt: skip
    rows = []
    for row in pd.read_csv(deposited.path("deposited.csv")).to_dict("records"):
        fits = "does not fit" if not row["fits"] else "fits, other hand" if row["other_hand"] else "fits"
        cells = [f"{row[key]:.2f}" if np.isfinite(row.get(key, np.nan)) else "–" for key in named]
        rows.append([str(row["map"]), fits, *(cells if row["fits"] else ["–"] * len(named))])
    said = (
        "Each map brought onto the deposited map or model with either hand, as `cryo align --hand` does. Correlations "
        "are within the mask, FSC within the soft mask."
    )
    return ("Beside what is deposited", said, ["", "", *named.values()], rows)


def _markdown(name: str, parts: Sequence[Table]) -> str:
    lines = [f"# {name}", ""]
    for title, said, columns, rows in parts:
        lines += [f"## {title}", "", said, ""]
        if columns:
            lines += [_row(columns), _row(["---"] * len(columns)), *(_row(row) for row in rows), ""]
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _html(name: str, parts: Sequence[Table], pictures: Mapping[str, Path]) -> str:
    body = [f"<h1>{html.escape(name)}</h1>"]
    for title, said, columns, rows in parts:
        body.append(f"<h2>{html.escape(title)}</h2><p class=note>{html.escape(said)}</p>")
        if columns:
            head = "".join(f"<th>{html.escape(c)}</th>" for c in columns)
            lines = "".join(f"<tr>{''.join(f'<td>{_styled(c)}</td>' for c in row)}</tr>" for row in rows)
            body.append(f"<table><tr>{head}</tr>{lines}</table>")
    for title, path in pictures.items():
        data = base64.b64encode(path.read_bytes()).decode()
        body.append(
            f"<h2>{html.escape(title)}</h2><img alt='{html.escape(title)}' src='data:image/png;base64,{data}'>"
        )
    head = f"<meta charset=utf-8><title>{html.escape(name)}</title><style>{_STYLE}</style>"
    return f"<!doctype html><html lang=en>{head}{''.join(body)}"


def _styled(cell: str) -> str:
    text = html.escape(cell)
    for mark, tag in (("**", "b"), ("*", "i")):
        if text.count(mark) == 2:
            before, inside, after = text.split(mark)
            return f"{before}<{tag}>{inside}</{tag}>{after}"
    return text


def _voxel(classes: Artifact, task: Task) -> float:
    names = class_maps(classes)
    if names:
        return read_volume(classes.path(class_file(names[0]))).voxel_angstrom
    return float(source_particles(task).optics.pixel_angstrom.max())


STEP = Step(
    key="results/report",
    partition="datasets",
    code_version="4",
    description="The whole story on one page (report.html, report.md): classes by round, where particles went, "
    "poses, maps, local resolution.",
    compute=make,
    checks=("within_nyquist",),
    inputs=("particles/source", "results/classes", "results/local_resolution", "results/sharpened"),
    offered=("results/deposited",),
    facts=lambda manifest: {"poses_aligned_to_angstrom": manifest.poses_aligned_to_angstrom},
    round=1,
    kinds=frozenset({"markdown"}),
)
