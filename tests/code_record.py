"""What code each asset rests on: digests of the core's modules, and the code version that goes with them.

`python tests/code_record.py` writes tests/golden/code.json anew. It refuses while a module has changed
under an asset whose code version has not: raise the version in cryo_assets/assets if results differ now,
or, if the same inputs still give the same result, say so: --same-answer "why".
"""

import argparse
import ast
import hashlib
import json
import sys
from pathlib import Path

from cryo_assets.assets import STEPS

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "tests" / "golden" / "code.json"


def path_of(module: str) -> Path:
    """The file of a module of the core."""
    path = ROOT / Path(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def digest(module: str) -> str:
    """Hash what a module does: its syntax tree without docstrings; comments and layout do not count."""
    tree = ast.parse(path_of(module).read_text())
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


def imports(module: str) -> set[str]:
    """Modules of the core that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(path_of(module).read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cryo_core"):
            for name in node.names:
                inner = f"{node.module}.{name.name}"
                found.add(inner if path_of(inner).exists() else str(node.module))
        elif isinstance(node, ast.Import):
            found |= {name.name for name in node.names if name.name.startswith("cryo_core")}
    return found


def rests_on(modules: tuple[str, ...]) -> set[str]:
    """The modules, and all that they import, to the end."""
    reached, queue = set(), list(modules)
    while queue:
        module = queue.pop()
        if module not in reached:
            reached.add(module)
            queue += imports(module)
    return reached - {"cryo_core.errors"}


def current() -> dict[str, dict]:
    """The record as the code stands."""
    modules = {key: sorted(rests_on(step.core)) for key, step in STEPS.items()}
    digests = {module: digest(module) for module in sorted(set().union(*modules.values()))}
    return {
        "modules": digests,
        "assets": {
            key: {"code_version": STEPS[key].code_version, "rests_on": used} for key, used in modules.items()
        },
    }


def dishonest(record: dict[str, dict], now: dict[str, dict]) -> list[str]:
    """Name the assets whose code changed under an unchanged code version, and where."""
    said = []
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
            said.append(f"{key} (code version {asset['code_version']}): {', '.join(changed)} changed")
    return said


def main() -> int:
    """Write the record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--same-answer", metavar="WHY", help="the same inputs still give the same results, because …"
    )
    why = parser.parse_args().same_answer
    record, now = json.loads(RECORD.read_text()) if RECORD.exists() else None, current()
    said = dishonest(record, now) if record else []
    if said and not why:
        sys.stderr.write("\n".join([*said, 'raise these code versions, or say --same-answer "why"']) + "\n")
        return 1
    RECORD.write_text(json.dumps(now | {"last_same_answer": why or ""}, indent=1, sort_keys=True) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
