"""Entries that are added: what their files say is looked at first, and only then do they come into the inbox."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cryo_assets.cli.platform.looks import look_at_map, look_at_particles
from cryo_assets.entries.manifest import MANIFESTS, Dataset, MapEntry
from cryo_assets.entries.placed import aside, manifest_text, placed, require_free
from cryo_assets.home import Home
from cryo_core.errors import SettingsError

HEAD = 'Read by the platform; see the README, "Your own data".'
"""What a new manifest begins with."""

_STACKS = (".mrcs", ".mrc")


def added(home: Home, kind: str, name: str, fields: dict[str, Any], replace: bool = False) -> dict[str, Any]:
    """Put an entry into the inbox after a look at its files; what they say, and what is missing.

    Parameters
    ----------
    home
        Whose inbox.
    kind
        `datasets` or `maps`.
    name
        Of the entry.
    fields
        Of its manifest; paths in full.
    replace
        Whether an entry of that name is replaced.
    """
    require_free(home, name, "" if replace else "--replace replaces it, --name renames")
    with placed(home, name, MANIFESTS[kind], manifest_text(HEAD, fields), replace) as folder:
        facts = _look(kind, folder / MANIFESTS[kind], fields)
    return _told(home, kind, name, fields, facts)


def looked_at(home: Home, kind: str, name: str, fields: dict[str, Any]) -> dict[str, Any]:
    """What `added` would say, without an entry."""
    require_free(home, name)
    with laid_aside(home, kind, name, fields) as (_, facts):
        return _told(home, kind, name, fields, facts)


@contextmanager
def laid_aside(
    home: Home, kind: str, name: str, fields: dict[str, Any]
) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The manifest of an entry that does not come into the inbox, and what its files say."""
    with aside(home, name, MANIFESTS[kind], manifest_text(HEAD, fields)) as folder:
        manifest = folder / MANIFESTS[kind]
        yield manifest, _look(kind, manifest, fields)


def _look(kind: str, manifest: Path, fields: dict[str, Any]) -> dict[str, Any]:
    if kind == "maps":
        if (fields.get("half1") is None) != (fields.get("half2") is None):
            raise SettingsError("half1 and half2: give both or none")
        return look_at_map(MapEntry.read(manifest))
    stack = Path(fields["particles"])
    if stack.suffix.lower() in _STACKS:
        _write_table(manifest, stack, fields)
    facts = look_at_particles(Dataset.read(manifest))
    if facts["contrast"] and not fields.get("contrast"):  # the table says it: the manifest says it too
        manifest.write_text(manifest_text(HEAD, fields | {"contrast": facts["contrast"]}))
    return facts


def _write_table(manifest: Path, stack: Path, fields: Mapping[str, Any]) -> None:
    """Write the table of a stack that has none, without poses or CTF, beside the manifest, which names it."""
    from cryo_core.formats.fields import Overrides
    from cryo_core.formats.particles import write_particles
    from cryo_core.formats.stack_table import particles_of_stack

    names = ("pixel_angstrom", "voltage_kilovolt")
    particles = particles_of_stack(stack, Overrides(**{name: fields.get(name) for name in names}))
    write_particles(manifest.parent / "particles.star", particles)
    roots = [*fields.get("image_roots", []), str(stack.resolve().parent)]
    told = {**fields, "particles": "particles.star", "image_roots": roots}
    manifest.write_text(manifest_text(HEAD, told))


def _told(
    home: Home, kind: str, name: str, fields: Mapping[str, Any], facts: dict[str, Any]
) -> dict[str, Any]:
    missing = _missing_of_map(fields) if kind == "maps" else _missing(name, fields, facts)
    manifest = home.inbox / name / MANIFESTS[kind]
    return {"name": name, "kind": kind, "manifest": str(manifest), "missing": missing, **facts}


def _missing_of_map(fields: Mapping[str, Any]) -> list[str]:
    without = "half1, half2: without them there is no FSC and no measured local resolution"
    return [] if fields.get("half1") else [without]


def _missing(name: str, fields: Mapping[str, Any], facts: Mapping[str, Any]) -> list[str]:
    missing = [] if facts["contrast"] else ["contrast (dark or white): needed before images are used"]
    if not facts["has_poses"]:
        missing.append(f"poses: `cryo run {name} --to posefree/walk` finds them in the images")
    elif not facts["half_sets"] and fields.get("poses_aligned_to_angstrom") is None:
        missing.append(
            "poses_aligned_to_angstrom (Å, or unknown): the file has no half sets, so they are drawn here, and no "
            "resolution is known to be of independent halves"
        )
    return missing
