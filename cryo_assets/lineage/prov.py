"""A lineage as W3C PROV (PROV-JSON): versions and files are entities, computations activities, people agents.

Moreau & Missier, PROV-DM, W3C Recommendation 2013.
"""

import json
from datetime import datetime, timedelta
from typing import Any

from prov.model import ProvDocument

from cryo_assets.lineage.why import Answer, Node

NAMESPACE = "urn:cryo-assets:"


def as_prov(answer: Answer) -> dict[str, Any]:
    """The lineage of an answer as a PROV-JSON document."""
    document = ProvDocument()
    document.add_namespace("cryo", NAMESPACE)
    document.add_namespace("sha256", "urn:sha256:")
    document.add_namespace("version", f"{NAMESPACE}version:")
    document.add_namespace("run", f"{NAMESPACE}run:")
    document.add_namespace("who", f"{NAMESPACE}who:")
    files: set[str] = set()
    for node in answer.nodes():
        _add(document, node, files)
    return json.loads(document.serialize() or "{}")


def _add(document: ProvDocument, node: Node, files: set[str]) -> None:
    artifact = node.artifact
    recipe, made = artifact.recipe, artifact.made
    version, run = f"version:{artifact.version}", f"run:{artifact.version}"
    document.entity(
        version,
        {
            "prov:type": "cryo:artifact",
            "prov:label": f"{recipe.asset} of {artifact.entry}",
            "cryo:asset": recipe.asset,
            "cryo:partition": recipe.partition,
            "cryo:entry": artifact.entry,
            "cryo:numbers": _text(artifact.numbers),
            "cryo:files": _text({name: file.sha256 for name, file in artifact.files.items()}),
            "cryo:checks": _text({check.name: check.passed for check in artifact.checks}),
            "cryo:pruned": node.pruned,
        },
    )
    ended = _time(made.created)
    document.activity(
        run,
        ended - timedelta(seconds=made.seconds) if ended else None,
        ended,
        {
            "cryo:code_version": recipe.code_version,
            "cryo:settings": _text(recipe.settings),
            "cryo:facts": _text(recipe.facts),
            "cryo:software": _text(made.software),
            "cryo:host": made.host,
            "cryo:device": made.device,
            "cryo:dagster_run": made.dagster_run_id,
            "cryo:mlflow_run": made.mlflow_run_id,
        },
    )
    document.wasGeneratedBy(version, run, ended)
    if made.user:
        document.agent(f"who:{made.user}", {"prov:type": "prov:Person"})
        document.wasAssociatedWith(run, f"who:{made.user}")
    for label, digest in recipe.files.items():
        _add_file(document, node, label, digest, files)
        document.used(run, f"sha256:{digest}", None, None, {"cryo:label": label})
        document.wasDerivedFrom(version, f"sha256:{digest}")
    derived = {name: above.artifact.version for name, above in node.inputs.items() if above}
    for name, upstream in {**derived, **recipe.inputs}.items():
        document.used(run, f"version:{upstream}", None, None, {"cryo:label": name})
        document.wasDerivedFrom(version, f"version:{upstream}")


def _add_file(document: ProvDocument, node: Node, label: str, digest: str, files: set[str]) -> None:
    if digest in files:
        return
    files.add(digest)
    origin = node.origins.get(label)
    attributes = {"prov:type": "cryo:file", "prov:label": label}
    if origin:
        attributes |= {
            "cryo:accession": origin.accession,
            "prov:location": origin.url,
            "cryo:fetched": origin.fetched,
        }
    document.entity(f"sha256:{digest}", attributes)


def _text(values: Any) -> str:
    return json.dumps(values, sort_keys=True, default=str)


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def plain(answer: Answer) -> dict[str, Any]:
    """The answer as JSON values: how it was recognised, the version, and the whole lineage as W3C PROV."""
    root = answer.root.artifact
    return {
        "recognised": answer.recognised,
        "version": root.version,
        "asset": root.recipe.asset,
        "partition": root.entry,
        "path": None if answer.root.pruned else str(root.folder),
        "prov": as_prov(answer),
    }
