"""What assets rest on that the platform does not make: entries of archives, and the weights that the package brings.

Dagster shows them as external assets, upstream of what reads them. Entries are those that lie in the inbox when Dagster
loads; *Reload definitions* shows those that came since.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import dagster as dg

from cryo_assets.entries.manifest import MANIFESTS
from cryo_assets.home import Home

_MOST = 500
"""Entries that are shown, the newest by when they were fetched: a graph of more helps nobody."""

_WEIGHTS = {
    "packaged/profiles": "cryo_core/sharpening/weights/universal.json",
    "packaged/resolution": "cryo_core/resolution/weights/powers.pt",
    "packaged/superres": "cryo_core/superres/weights/generator.pt",
}

_USERS = {
    "models/profiles": "packaged/profiles",
    "enhanced/sharpened": "packaged/profiles",
    "results/sharpened": "packaged/profiles",
    "enhanced/local_resolution": "packaged/resolution",
    "results/local_resolution": "packaged/resolution",
    "enhanced/superres": "packaged/superres",
}

_SOURCES = {"datasets": "particles/source", "maps": "maps/source"}


def fetched(home: Home) -> dict[str, dict[str, Any]]:
    """What was recorded of each entry of the inbox that came from an archive, by accession, the newest first."""
    found: dict[str, dict[str, Any]] = {}
    for path in home.inbox.glob("*/source.json"):
        kind = next((kind for kind, file in MANIFESTS.items() if (path.parent / file).is_file()), "")
        try:
            plain = json.loads(path.read_text())
            found[plain["accession"]] = {
                "entry": path.parent.name,
                "kind": kind,
                "changed": plain["mark"],
                "fetched": plain["fetched"],
                "bytes": sum(file["size"] for file in plain["files"]),
            }
        except (OSError, ValueError, KeyError, TypeError):  # half written, or a person's
            continue
    newest = sorted(found.items(), key=lambda one: one[1]["fetched"], reverse=True)
    return dict(newest[:_MOST])


def externals(home: Home) -> list[dg.AssetSpec]:
    """The external assets: EMPIAR-n and EMD-n with the address of their page and their dates, and packaged weights."""
    return [
        *(_archived(*one) for one in fetched(home).items()),
        *(_packaged(*one) for one in _WEIGHTS.items()),
    ]


def upstream_of(home: Home) -> Mapping[str, list[dg.AssetKey]]:
    """By asset, the external assets that it reads."""
    found = {key: [dg.AssetKey(weights.split("/"))] for key, weights in _USERS.items()}
    for accession, about in fetched(home).items():
        source = _SOURCES.get(about["kind"])
        if source:
            found.setdefault(source, []).append(_key(accession))
    return found


def page_of(accession: str) -> str:
    """The address of an entry's page in its archive."""
    if accession.startswith("EMPIAR-"):
        return f"https://www.ebi.ac.uk/empiar/{accession}/"
    return f"https://www.ebi.ac.uk/emdb/{accession}"


def _key(accession: str) -> dg.AssetKey:
    return dg.AssetKey(["archive", accession])


def _archived(accession: str, about: Mapping[str, Any]) -> dg.AssetSpec:
    return dg.AssetSpec(
        _key(accession),
        group_name="archive",
        description=f"{accession}, as entry {about['entry']} of the inbox.",
        kinds={"empiar" if accession.startswith("EMPIAR-") else "emdb"},
        metadata={
            "page": dg.MetadataValue.url(page_of(accession)),
            "entry": about["entry"],
            "changed in the archive": about["changed"],
            "fetched": about["fetched"],
            "bytes": about["bytes"],
        },
    )


def _packaged(key: str, file: str) -> dg.AssetSpec:
    name = key.partition("/")[2]
    return dg.AssetSpec(
        dg.AssetKey(key.split("/")),
        group_name="packaged",
        description=f"The weights of {name} that the package brings; a trained champion takes their place.",
        kinds={"pytorch" if Path(file).suffix == ".pt" else "json"},
        metadata={"file": file},
    )
