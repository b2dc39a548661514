"""Commands that only look something up begin at once: what computes is not imported for them."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import tiny

from cryo_assets.engine.overview import Overview

HEAVY = (
    "torch",
    "numpy",
    "pandas",
    "scipy",
    "sklearn",
    "matplotlib",
    "plotly",
    "umap",
    "numba",
    "mlflow",
    "dagster",
)
_LOOKS = (
    ["--version"],
    ["--help"],
    ["run", "--help"],
    ["list"],
    ["plan"],
    ["show", "tiny"],
    ["show", "tiny-map"],
    ["show", "tiny-map", "maps/source"],
    ["path", "tiny-map", "maps/source"],
    ["du"],
    ["rm", "tiny-map", "--yes"],
)
_PROGRAM = f"""
import json, sys
from cryo_assets.cli.app import _run
for arguments in json.loads(sys.argv[1]):
    code = _run(arguments, False)
    print(json.dumps([arguments, code, [m for m in {HEAVY} if m in sys.modules]]), file=sys.stderr)
"""


def test_whoever_looks_something_up_does_not_wait_for_torch(home: Path, cryo: Any) -> None:
    tiny.add_dataset(home)
    tiny.add_map(home)
    time.sleep(1.1)
    assert cryo("run", "tiny-map", "--to", "maps/source", "--json")["computed"] == ["maps/source"]
    tiny.make("particles/source", "tiny")
    dict(Overview(tiny.planner()).plans(["tiny"]))
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, json.dumps(_LOOKS)], capture_output=True, text=True, env=os.environ
    )
    found = [json.loads(line) for line in done.stderr.splitlines() if line.startswith("[[")]
    assert found == [[arguments, 0, []] for arguments in _LOOKS], done.stderr
    assert str(home / "store" / "maps" / "source" / "tiny-map") in done.stdout
