"""What code each asset rests on: digests of modules, and the code version that goes with them.

The modules are derived: the file of the step's `compute`, and all that it imports, to the end, in the core, among the
assets and among the entries. Pictures, the engine, the store and errors are left out: no result depends on them.

`python tests/code_record.py` writes tests/golden/code.json anew. It refuses while a module has changed
under an asset whose code version has not: raise the version in the asset's file if results differ now,
or, if the same inputs still give the same result, say so: --same-answer "why".
"""

import argparse
import ast
import hashlib
import json
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from cryo_assets.assets.catalogue import STEPS

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "tests" / "golden" / "code.json"
COUNTED = ("cryo_core", "cryo_assets.assets", "cryo_assets.entries")
"""What results rest on."""

Sources = Callable[[str], str]
"""The source of a module, by its name."""


def path_of(module: str) -> Path:
    """The file of a module."""
    path = ROOT / Path(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


@cache
def on_disk(module: str) -> str:
    """The source of a module as it lies in the checkout."""
    return path_of(module).read_text()


@cache
def digest(source: str) -> str:
    """Hash what a module does: its syntax tree without docstrings; comments and layout do not count."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if (
            isinstance(body, list)
            and body
            and isinstance(body[0], ast.Expr)
            and isinstance(body[0].value, ast.Constant)
        ):
            body[0].value.value = ""
    return hashlib.sha256(ast.dump(tree).encode()).hexdigest()[:16]


@cache
def imports(source: str) -> frozenset[str]:
    """Counted modules that a source imports, at its top or inside a function."""
    named = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                inner = f"{node.module}.{name.name}"
                named.add(inner if path_of(inner).exists() else node.module)
        elif isinstance(node, ast.Import):
            named |= {name.name for name in node.names}
    return frozenset(m for m in named if m.startswith(COUNTED) and m != "cryo_core.errors")


def rests_on(module: str, source_of: Sources = on_disk) -> set[str]:
    """A module, and all that it imports, to the end."""
    reached: set[str] = set()
    queue = [module]
    while queue:
        at = queue.pop()
        if at not in reached:
            reached.add(at)
            queue += imports(source_of(at))
    return reached


def current(source_of: Sources = on_disk) -> dict[str, dict]:
    """The record as the code stands."""
    files = {step.compute.__module__ for step in STEPS.values()}
    reached = {file: sorted(rests_on(file, source_of)) for file in files}
    modules = {key: reached[step.compute.__module__] for key, step in STEPS.items()}
    digests = {module: digest(source_of(module)) for module in sorted(set().union(*modules.values()))}
    return {
        "modules": digests,
        "assets": {
            key: {"code_version": STEPS[key].code_version, "rests_on": used} for key, used in modules.items()
        },
    }


def dishonest(record: dict[str, dict], now: dict[str, dict]) -> list[str]:
    """The assets whose code changed under an unchanged code version, and where it changed."""
    faults = []
    for key, asset in now["assets"].items():
        before = record["assets"].get(key)
        if before is None or before["code_version"] != asset["code_version"]:
            continue
        changed = [
            module
            for module in sorted({*asset["rests_on"], *before["rests_on"]})
            if record["modules"].get(module) != now["modules"].get(module)
        ]
        if changed:
            faults.append(f"{key} (code version {asset['code_version']}): {', '.join(changed)} changed")
    return faults


def main() -> int:
    """Write the record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--same-answer", metavar="WHY", help="the same inputs still give the same results, because …"
    )
    why = parser.parse_args().same_answer
    record, now = json.loads(RECORD.read_text()) if RECORD.exists() else None, current()
    faults = dishonest(record, now) if record else []
    if faults and not why:
        sys.stderr.write("\n".join([*faults, 'raise these code versions, or say --same-answer "why"']) + "\n")
        return 1
    RECORD.write_text(json.dumps(now | {"last_same_answer": why or ""}, indent=1, sort_keys=True) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
