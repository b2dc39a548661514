"""A card for each class of a data set, and for each map of an entry: numbers, maps, curves."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from cryo_assets.pages.library import EntryView, address
from cryo_assets.pages.words import angstrom
from cryo_assets.pictures.latent import class_colour
from cryo_assets.store.class_results import ClassResult, class_file, read_classes
from cryo_assets.store.store import Artifact
from cryo_assets.wording import shown, three_figures, with_unit
from cryo_core.formats.star import read_star
from cryo_core.validation.independence import remark

_CURVES = {
    "rlnFourierShellCorrelationCorrected": "corrected",
    "rlnFourierShellCorrelationMaskedMaps": "masked",
    "rlnFourierShellCorrelationUnmaskedMaps": "unmasked",
    "rlnCorrectedFourierShellCorrelationPhaseRandomizedMaskedMaps": "phase-randomised",
}
_PURPLE = "#7c6fd6"


def cards(view: EntryView) -> list[dict[str, Any]]:
    """The cards of an entry, the classes first."""
    if view.kind == "maps":
        return _map_cards(view)
    made = _class_cards(view)
    consensus = view.artifact("particles/consensus")
    if consensus:
        made.append(_consensus_card(view, consensus))
    found = view.artifact("posefree/volumes")
    if found and not made:
        maps = [
            card_map(found, name, name.removesuffix(".mrc"))
            for name in sorted(found.files)
            if name.endswith(".mrc")
        ]
        made.append(_card("From images alone", _PURPLE, "poses were found without a map", maps[:8]))
    return made


def _class_cards(view: EntryView) -> list[dict[str, Any]]:
    """One card a class: of results/classes, or of the last round that was judged where these are not made."""
    classes = view.artifact("results/classes")
    if classes is None:
        return _round_cards(view)
    rows = read_classes(classes)
    last: dict[int, ClassResult] = {}
    for row in rows:
        if row.best or not (row.name in last and last[row.name].best):
            last[row.name] = row
    whole = sum(row.particles or 0 for row in last.values())
    parts = {key: view.artifact(f"results/{key}") for key in ("sharpened", "local_resolution")}
    local = parts["local_resolution"]
    measured = {c.name: c.others for c in read_classes(local)} if local else {}
    return [
        _class_card(
            view, row, whole, _class_maps(row.name, classes, parts), classes, measured.get(row.name, {})
        )
        for row in last.values()
    ]


def _round_cards(view: EntryView) -> list[dict[str, Any]]:
    maps, judged = view.rounds("maps"), view.rounds("fsc")
    both = sorted(set(maps) & set(judged))
    if not both:
        return []
    rows = read_classes(judged[both[-1]])
    whole = sum(row.particles or 0 for row in rows)
    return [
        _class_card(view, row, whole, _class_maps(row.name, maps[both[-1]], {}), judged[both[-1]], {})
        for row in rows
    ]


def _class_maps(name: int, maps: Artifact, parts: Mapping[str, Artifact | None]) -> list[dict[str, Any]]:
    """The maps of a class that there are, the one to look at first."""
    sharpened = parts.get("sharpened")
    found = [card_map(sharpened, class_file(name), "sharpened")] if sharpened else []
    titles = {
        ".mrc": "as reconstructed",
        "_half1.mrc": "half map 1",
        "_half2.mrc": "half map 2",
        "_mask.mrc": "mask",
    }
    found += [card_map(maps, class_file(name, end), title) for end, title in titles.items()]
    there = [one for one in found if one]
    mask = maps if class_file(name, "_mask.mrc") in maps.files else None
    if mask:
        for one in there:
            one["mask"] = address(mask, class_file(name, "_mask.mrc"), "volumes")
    local = parts.get("local_resolution")
    _paint(there, "local resolution", local, class_file(name, "/resolution.mrc"))
    return there


def _paint(maps: Iterable[dict[str, Any] | None], title: str, artifact: Artifact | None, name: str) -> None:
    """Say of maps that their surface can be coloured by a file, if there is one."""
    if artifact and name in artifact.files:
        for one in (m for m in maps if m):
            one.setdefault("paints", []).append([title, address(artifact, name, "volumes")])


def _class_card(
    view: EntryView,
    row: ClassResult,
    whole: int,
    maps: list[dict[str, Any]],
    curves: Artifact,
    local: Mapping[str, Any],
) -> dict[str, Any]:
    accepted = row.resolution_angstrom is not None
    value = row.resolution_angstrom or row.plain_angstrom
    facts = [["particles", f"{row.particles or 0:,} ({(row.particles or 0) / max(whole, 1):.0%})"]]
    facts.append(["resolution (FSC 0.143)", angstrom(row.resolution_angstrom) if accepted else "refused"])
    if row.coarsest_angstrom and accepted:
        facts.append(["could be as coarse as", angstrom(row.coarsest_angstrom)])
    if local:
        low, high = local["p05_angstrom"], local["p95_angstrom"]
        facts.append(
            [
                "local resolution",
                f"{angstrom(local['median_angstrom'])} ({three_figures(low)}–{three_figures(high)})",
            ]
        )
    if row.round:
        facts.append(["from round", str(row.round)])
    said = f"The guard {'accepts' if accepted else 'refuses'} it: {row.guard}." if row.guard else ""
    words = remark(value, view.limit) if value else ""
    card = _card(f"Class {row.name}", class_colour(row.name), said, maps, facts)
    card |= {"class": row.name, "accepted": accepted, "remark": words}
    if class_file(row.name, "_fsc.star") in curves.files:
        card["fsc"] = fsc_curves(curves, class_file(row.name, "_fsc.star"))
    return card


def _consensus_card(view: EntryView, consensus: Artifact) -> dict[str, Any]:
    numbers = consensus.numbers
    maps = [card_map(consensus, f"{name}.mrc", title) for name, title in _CONSENSUS.items()]
    for one in (m for m in maps if m and "mask.mrc" in consensus.files):
        one["mask"] = address(consensus, "mask.mrc", "volumes")
    facts = [
        ["particles", f"{numbers['particles']:,}"],
        ["resolution (FSC 0.143)", angstrom(numbers.get("resolution_angstrom"))],
    ]
    for name, title, unit in (("cfar", "even views (cFAR)", ""), ("b_factor_angstrom2", "B factor", " Å²")):
        if numbers.get(name) is not None:
            facts.append([title, f"{shown(numbers[name])}{unit}"])
    card = _card("All particles together", "#8a949e", "Before they were divided into states.", maps, facts)
    card["remark"] = remark(numbers.get("resolution_angstrom") or 0.0, view.limit)
    card["fsc"] = fsc_curves(consensus, "fsc.star")
    return card


_CONSENSUS = {
    "postprocessed": "sharpened",
    "map": "as reconstructed",
    "half1": "half map 1",
    "half2": "half map 2",
    "mask": "mask",
}

_OF_MAP = {
    "enhanced/superres": ("Super-resolved", "#c77d3b", "by a network: look, do not measure"),
    "enhanced/sharpened": (
        "Sharpened",
        "#2a6f97",
        "by local profiles that a network predicts; phases untouched",
    ),
    "enhanced/locscale": ("Scaled to the model", "#6a994e", "LocScale with the atomic model"),
    "maps/source": ("As given", "#8a949e", "the map of the entry"),
}


def _map_cards(view: EntryView) -> list[dict[str, Any]]:
    local = view.artifact("maps/local_fsc") or view.artifact("enhanced/local_resolution")
    curve, sure = view.artifact("maps/fsc"), view.artifact("maps/confidence")
    mask = curve or sure
    made = []
    for key, (title, colour, said) in _OF_MAP.items():
        artifact = view.artifact(key)
        if artifact is None or "map.mrc" not in artifact.files:
            continue
        maps = [card_map(artifact, "map.mrc", title.lower())]
        if key == "maps/source":
            maps += [card_map(artifact, f"half{n}.mrc", f"half map {n}") for n in (1, 2)]
        _paint(maps, "local resolution", local, "resolution.mrc")
        _paint(maps, "confidence", sure, "confidence.mrc")
        if mask:
            for one in (m for m in maps if m):
                one["mask"] = address(mask, "mask.mrc", "volumes")
        card = _card(title, colour, said.capitalize() + ".", maps, _map_facts(key, view, artifact, local))
        if key == "maps/source":
            card["maps"] += [m for m in (card_map(mask, "mask.mrc", "mask") if mask else None,) if m]
            card["fsc"] = fsc_curves(curve, "fsc.star") if curve else None
            card["model"] = view.model is not None
        made.append(card)
    order = ["Sharpened", "As given", "Scaled to the model", "Super-resolved"]
    return sorted(made, key=lambda card: order.index(card["title"]))


_HEADLINES = {
    "for_resolution_angstrom": "sharpened for",
    "worse_fraction": "places that became worse",
    "used_fraction": "places where the network was used",
}
"""What the headline of an enhanced map is called on its card."""


def _map_facts(key: str, view: EntryView, artifact: Artifact, local: Artifact | None) -> list[list[str]]:
    facts = []
    if key == "maps/source":
        curve = view.artifact("maps/fsc")
        if curve:
            facts.append(["resolution (FSC 0.143)", angstrom(curve.numbers.get("resolution_angstrom"))])
        if artifact.numbers.get("resolution_angstrom"):
            facts.append(["stated resolution", angstrom(artifact.numbers["resolution_angstrom"])])
        if local and local.numbers.get("median_angstrom"):
            facts.append(["local resolution (median)", angstrom(local.numbers["median_angstrom"])])
        facts.append(["voxel", f"{artifact.numbers['voxel_angstrom']:.6g} Å"])
    else:
        what, number = with_unit(artifact.headline, artifact.numbers.get(artifact.headline))
        facts.append([_HEADLINES.get(artifact.headline, what), number or "not known"])
    return facts


def _card(
    title: str,
    colour: str,
    said: str,
    maps: Sequence[dict[str, Any] | None],
    facts: list[list[str]] | None = None,
) -> dict[str, Any]:
    there = [m for m in maps if m]
    return {
        "title": title,
        "colour": colour,
        "said": said,
        "facts": facts or [],
        "maps": there,
        "halves": _halves(there),
    }


def _halves(maps: list[dict[str, Any]]) -> str | None:
    """Where directional FSC and Guinier plot of a card's half maps are asked for; None where it has none."""
    found = {one["title"]: one["volume"] for one in maps}
    if "half map 1" not in found or "half map 2" not in found:
        return None
    asked = {"half1": found["half map 1"], "half2": found["half map 2"]}
    asked |= {"mask": maps[0]["mask"]} if "mask" in maps[0] else {}
    return f"/api/halves?{urlencode(asked)}"


def card_map(artifact: Artifact, name: str, title: str) -> dict[str, Any] | None:
    """Where a map is found, to look at and to take away; None where the artifact has no such file."""
    if name not in artifact.files:
        return None
    return {"title": title, "volume": address(artifact, name, "volumes"), "file": address(artifact, name)}


@lru_cache(maxsize=256)
def _curves(path: str) -> dict[str, Any]:
    table = read_star(Path(path))["fsc"]
    shown = {title: table[column].round(4).tolist() for column, title in _CURVES.items() if column in table}
    return {"per_angstrom": table["rlnResolution"].round(6).tolist(), "curves": shown}


def fsc_curves(artifact: Artifact, name: str) -> dict[str, Any] | None:
    """The curves of an FSC file, by title over 1/Å; None where the artifact has none."""
    return (
        _curves(str(artifact.path(name))) | {"file": address(artifact, name)}
        if name in artifact.files
        else None
    )
