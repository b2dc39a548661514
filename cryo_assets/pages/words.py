"""What a page says in sentences: the verdict on an entry first, and numbers as people write them."""

from collections.abc import Iterable
from typing import Any

from cryo_assets.pages.library import EntryView
from cryo_assets.store.class_results import ClassResult, read_classes
from cryo_assets.store.store import Artifact
from cryo_assets.wording import three_figures
from cryo_core.validation.independence import remark


def angstrom(value: float | None) -> str:
    """A resolution with its unit, as people write it."""
    return "–" if value is None else f"{three_figures(value)} Å"


def counted(count: int, what: str) -> str:
    """A number with its noun: `1 state`, `2 states`."""
    return f"{count:,} {what}{'' if count == 1 else 'es' if what.endswith('s') else 's'}"


def headline(view: EntryView) -> str:
    """What was found of an entry, in one sentence."""
    if view.kind == "maps":
        return _map_headline(view)
    classes, source = view.artifact("results/classes"), view.artifact("particles/source")
    if classes:
        return _classes_headline(read_classes(classes))
    judged = view.rounds("fsc")
    if judged:
        last = max(judged)
        return f"{_classes_headline(read_classes(judged[last]))}, after round {last}"
    consensus, images = view.artifact("particles/consensus"), _number(source, "particles")
    if consensus:
        return f"One map of {counted(images or 0, 'particle')} at {_resolution(consensus)}"
    return (
        f"{counted(images, 'particle')} read; nothing was made of them yet"
        if images
        else "Nothing was made yet"
    )


def _classes_headline(rows: Iterable[ClassResult]) -> str:
    best: dict[int, ClassResult] = {}
    for row in rows:
        if row.best or row.name not in best:
            best[row.name] = row
    accepted = [row for row in best.values() if row.resolution_angstrom is not None]
    if not accepted:
        return f"{counted(len(best), 'class')}, and the guard believes none of their maps"
    values = sorted(row.resolution_angstrom or 0.0 for row in accepted)
    span = f"{three_figures(values[0])} to {angstrom(values[-1])}" if len(values) > 1 else angstrom(values[0])
    found = sum(row.particles or 0 for row in accepted)
    said = f"{counted(len(accepted), 'state')} of {counted(found, 'particle')}, {span}"
    refused = len(best) - len(accepted)
    return said + (f"; {counted(refused, 'class')} refused" if refused else "")


def _map_headline(view: EntryView) -> str:
    source, curve = view.artifact("maps/source"), view.artifact("maps/fsc")
    if source is None:
        return "Nothing was made yet"
    said = f"A map of {source.numbers['shape_zyx']} voxels of {source.numbers['voxel_angstrom']:.6g} Å"
    if curve:
        said += f", {_resolution(curve)} by its half maps"
    elif source.numbers.get("resolution_angstrom"):
        said += f", stated at {angstrom(source.numbers['resolution_angstrom'])}"
    local = view.artifact("maps/local_fsc") or view.artifact("enhanced/local_resolution")
    median = _number(local, "median_angstrom")
    return said + (f"; locally {angstrom(median)} (median)" if median else "")


def remarks(view: EntryView) -> list[tuple[str, str]]:
    """What a reader has to know beside the headline: (good | note | bad, a sentence)."""
    said: list[tuple[str, str]] = []
    out_of_date = [key for key, shown in view.everything if shown.artifact and not shown.current]
    if out_of_date:
        said.append(
            (
                "note",
                f"{counted(len(out_of_date), 'result')} shown here would be made anew by `cryo run {view.name}`.",
            )
        )
    said += _particles_remarks(view) if view.kind == "datasets" else []
    for key, shown in view.everything:
        for check in shown.artifact.checks if shown.artifact else ():
            if not check.passed:
                said.append(("bad", f"{key}: {check_words(check.name)} {check.detail}."))
    return said


def _particles_remarks(view: EntryView) -> list[tuple[str, str]]:
    """What became of the images, what the guard refused, and what the resolution does not say."""
    said = _left_out_remarks(view)
    classes, consensus = view.artifact("results/classes"), view.artifact("particles/consensus")
    for row in read_classes(classes) if classes else ():
        if row.resolution_angstrom is None and row.guard:
            said.append(("bad", f"Class {row.name}, round {row.round}: refused, {row.guard}."))
    after = classes.numbers.get("over_fitted_after_round") if classes else None
    if after is not None:
        said.append(
            ("bad", f"After round {after} refinement fitted noise; maps are taken from earlier rounds.")
        )
    best = _number(classes, "best_resolution_angstrom") or _number(consensus, "resolution_angstrom")
    if best and remark(best, view.limit):
        said.append(("bad", f"Distrust {angstrom(best)}: the halves are {remark(best, view.limit)}."))
    numbers = consensus.numbers if consensus else {}
    if numbers.get("dependence", "none") != "none":
        said.append(("bad", f"The half maps are not independent: {numbers['dependence']}."))
    if numbers.get("warnings", "none") != "none":
        said.append(("note", str(numbers["warnings"])))
    return said


def _left_out_remarks(view: EntryView) -> list[tuple[str, str]]:
    """How many images are of no use, by who said so."""
    said: list[tuple[str, str]] = []
    source, clusters = view.artifact("particles/source"), view.rounds("clusters")
    if source and source.numbers.get("left_out"):
        why = source.numbers["left_out_because"]
        said.append(
            ("note", f"{_share(source.numbers['left_out'], source)} of the file cannot be used: {why}.")
        )
    if clusters:
        last = clusters[max(clusters)]
        junk, noise = (int(last.numbers.get(f"{what}_particles") or 0) for what in ("left_out", "noise"))
        of = sum(row.particles or 0 for row in read_classes(last)) + junk + noise
        for count, what in ((junk, "junk, left out of every map"), (noise, "in no class")):
            if count:
                share = f"{count / max(of, 1):.1%}"
                said.append(("note", f"{share} of {of:,} images ({count:,}) are {what}."))
    return said


def _share(count: int, source: Artifact) -> str:
    whole = count + int(source.numbers["particles"])
    return f"{count:,} of {whole:,} images ({count / whole:.1%})"


def _resolution(artifact: Artifact) -> str:
    return angstrom(_number(artifact, "resolution_angstrom"))


def _number(artifact: Artifact | None, name: str) -> Any:
    return artifact.numbers.get(name) if artifact else None


_CHECKS = {
    "finite": "Is every number finite?",
    "half_sets": "Are both half sets there?",
    "shifts": "Does every particle lie within its image?",
    "fsc_low_frequency": "Do the half maps agree where the molecule is coarse?",
    "within_nyquist": "Is no resolution claimed beyond Nyquist?",
    "protein_is_positive": "Is the protein the bright part?",
    "independent_halves": "Are the halves independent?",
    "learned": "Did the model learn from the images?",
    "not_empty": "Has every class particles?",
    "whole": "Is every particle in the export?",
    "written": "Could every table be written?",
    "phases": "Did sharpening leave the phases as they were?",
    "grid": "Are voxels, voxel size and origin as they were?",
    "mask_not_empty": "Does a molecule stand out of the map?",
    "do_no_harm": "Did sharpening do no harm?",
    "not_blank": "Is there something in the map?",
    "found": "Was anything found in the images?",
    "half_sets_kept": "Did every particle stay in its half set?",
    "in_the_map": "Does the model lie in the map?",
    "low_frequencies": "Are coarse features as they were?",
    "voxel_size": "Is the voxel size what was asked for?",
    "stays_in_place": "Did the molecule stay in its place?",
    "sharpens": "Does the network sharpen maps it has not seen?",
    "better_than_the_filter": "Is the network better than a plain filter?",
    "better_than_the_rule": "Is the network better than the plain rule?",
    "enough_structures": "Are there enough structures to learn from?",
}


def check_words(name: str) -> str:
    """The question that a check asks."""
    return _CHECKS.get(name, f"{name.replace('_', ' ').capitalize()}?")
