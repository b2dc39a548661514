"""A result with its whole lineage as an RO-Crate: files, recipe, software, who and licence, as repositories take them.

RO-Crate Metadata Specification 1.1, and its profile Process Run Crate 0.5, by the library rocrate.
"""

import json
import os
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from rocrate.model.contextentity import ContextEntity
from rocrate.model.person import Person
from rocrate.rocrate import ROCrate

from cryo_assets.lineage.prov import plain
from cryo_assets.lineage.why import Answer, Node
from cryo_assets.wording import rounded

_PROFILE = "https://w3id.org/ro/wfrun/process/0.5"
_KINDS = {
    ".mrc": "application/x-mrc",
    ".star": "text/x-star",
    ".png": "image/png",
    ".json": "application/json",
    ".md": "text/markdown",
    ".csv": "text/csv",
    ".html": "text/html",
    ".xml": "application/xml",
}


@dataclass(frozen=True)
class Deposit:
    """What a person says of a deposit.

    `licence` is an address, such as https://creativecommons.org/publicdomain/zero/1.0/. `authors` are names, each with
    an ORCID after a comma where there is one.
    """

    title: str
    description: str
    licence: str
    authors: tuple[str, ...] = ()


def write_crate(answer: Answer, deposit: Deposit, out: Path) -> None:
    """Write the files of a version, its lineage and what a person says of them as one crate: a folder, or a .zip.

    Parameters
    ----------
    answer
        The version, with its lineage.
    deposit
        Title, description, licence and authors.
    out
        Where it goes.
    """
    crate = ROCrate(version="1.1")
    crate.name, crate.description = deposit.title, deposit.description
    crate.license = _described(crate, deposit.licence, "CreativeWork", name=deposit.licence)
    crate.datePublished = datetime.now().astimezone().date().isoformat()
    profile = _described(crate, _PROFILE, "CreativeWork", name="Process Run Crate", version="0.5")
    crate.root_dataset["conformsTo"] = profile
    authors = [_person(crate, text) for text in deposit.authors]
    if authors:
        crate.root_dataset["author"] = _plain(authors)
    root = answer.root.artifact
    files = [
        _file(crate, root.path(name), name, held.sha256, held.bytes)
        for name, held in sorted(root.files.items())
        if not name.endswith("export.zip")
    ]
    actions = [_action(crate, node, files if node is answer.root else []) for node in answer.nodes()]
    crate.root_dataset["mentions"] = _plain(actions)
    with tempfile.TemporaryDirectory() as folder:
        lineage = Path(folder) / "lineage.json"
        lineage.write_text(
            json.dumps(plain(answer) | {"path": None}, indent=1, default=str), encoding="utf-8"
        )
        crate.add_file(
            lineage,
            lineage.name,
            properties={
                "name": "Whole lineage as W3C PROV-JSON",
                "encodingFormat": "application/json",
                "contentSize": str(lineage.stat().st_size),
            },
        )
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=".crate-") as beside:
            partial = Path(beside) / out.name
            crate.write_zip(partial) if out.suffix == ".zip" else crate.write(partial)
            os.replace(partial, out)


def _described(crate: ROCrate, at: str, kind: str, **properties: Any) -> ContextEntity:
    """An entity of the crate, made once."""
    return crate.get(at) or crate.add(ContextEntity(crate, at, properties={"@type": kind, **properties}))


def _plain(several: list[Any]) -> Any:
    """One thing as itself, several as a list, as the specification recommends."""
    return several[0] if len(several) == 1 else several


def _person(crate: ROCrate, text: str) -> Person:
    name, _, orcid = (part.strip() for part in text.partition(","))
    identifier = f"https://orcid.org/{orcid.removeprefix('https://orcid.org/')}" if orcid else f"#{name}"
    return crate.get(identifier) or crate.add(Person(crate, identifier, {"name": name}))


def _file(crate: ROCrate, path: Path, name: str, sha256: str, size: int) -> Any:
    properties = {"name": name, "contentSize": str(size), "sha256": sha256}
    kind = _KINDS.get(path.suffix, "application/octet-stream")
    return crate.add_file(path, name, properties=properties | {"encodingFormat": kind})


def _action(crate: ROCrate, node: Node, files: list[Any]) -> ContextEntity:
    """How a version came to be: what was used, by which software, with which settings, when and by whom."""
    artifact = node.artifact
    recipe, made = artifact.recipe, artifact.made
    above = [_version(crate, inner) for inner in node.inputs.values() if inner]
    sources = [_source(crate, node, label, digest) for label, digest in recipe.files.items()]
    action = _described(
        crate,
        f"#run-{artifact.version}",
        "CreateAction",
        name=f"{recipe.asset} of {artifact.entry}, code version {recipe.code_version}",
        description=f"settings {json.dumps(recipe.settings, sort_keys=True, default=str)}",
        **_times(made.created, made.seconds),
    )
    action["instrument"] = _software(crate, made.software)
    if above or sources:
        action["object"] = _plain([*above, *sources])
    action["result"] = _plain([_version(crate, node), *files])
    if made.user:
        action["agent"] = _described(crate, f"#{made.user}", "Person", name=made.user)
    return action


def _version(crate: ROCrate, node: Node) -> ContextEntity:
    """A version of the store as a thing: its numbers, and where its files are known by."""
    artifact = node.artifact
    numbers = [
        _described(
            crate, f"#{artifact.version}-{name}", "PropertyValue", name=name, value=rounded(value, name)
        )
        for name, value in artifact.numbers.items()
        if value is not None and isinstance(value, int | float | str)
    ]
    found = _described(
        crate,
        f"#version-{artifact.version}",
        "CreativeWork",
        name=f"{artifact.recipe.asset} of {artifact.entry}",
        identifier=artifact.version,
    )
    if numbers:
        found["variableMeasured"] = _plain(numbers)
    return found


def _source(crate: ROCrate, node: Node, label: str, digest: str) -> ContextEntity:
    """A file that was read, by its digest; of an archive with its accession and address."""
    origin = node.origins.get(label)
    more = {"url": origin.url, "isPartOf": origin.accession} if origin else {}
    return _described(crate, f"urn:sha256:{digest}", "CreativeWork", name=label, sha256=digest, **more)


def _software(crate: ROCrate, software: Any) -> ContextEntity:
    """The platform as it was then, with the libraries that it rested on."""
    versions = dict(software) if isinstance(software, dict) else {"cryo-assets": str(software)}
    own = str(versions.get("cryo-assets", "unknown"))
    return _described(
        crate,
        f"urn:cryo-assets:{own}",
        "SoftwareApplication",
        name="cryo-assets",
        version=own,
        license="https://spdx.org/licenses/Apache-2.0",
        softwareRequirements=", ".join(f"{name} {version}" for name, version in sorted(versions.items())),
    )


def _times(created: str, seconds: float) -> dict[str, str]:
    try:
        ended = datetime.fromisoformat(created)
    except ValueError:
        return {}
    began = ended - timedelta(seconds=seconds)
    return {"startTime": began.isoformat(timespec="seconds"), "endTime": ended.isoformat(timespec="seconds")}
