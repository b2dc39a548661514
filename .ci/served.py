"""Start `cryo up`, ask Dagster for the assets that it loaded and MLflow for an answer, and stop it."""

import json
import signal
import subprocess
import urllib.request

DAGSTER, MLFLOW = 13000, 15000
QUERY = "{ assetNodes { id } }"

process = subprocess.Popen(
    ["cryo", "up", "--port", str(DAGSTER), "--mlflow-port", str(MLFLOW)], stderr=subprocess.PIPE, text=True
)
try:
    assert process.stderr is not None
    line = process.stderr.readline()
    assert "Ctrl-C stops both" in line, line
    question = urllib.request.Request(
        f"http://127.0.0.1:{DAGSTER}/graphql",
        json.dumps({"query": QUERY}).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(question, timeout=120) as answer:
        assets = json.load(answer)["data"]["assetNodes"]
    assert len(assets) > 90, assets
    with urllib.request.urlopen(f"http://127.0.0.1:{MLFLOW}/health", timeout=120) as answer:
        assert answer.read() == b"OK"
finally:
    process.send_signal(signal.SIGINT)
assert process.wait(timeout=60) == 0
print(f"cryo up serves {len(assets)} assets")  # noqa: T201
