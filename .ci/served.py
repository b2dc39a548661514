"""Start `cryo up`, ask Dagster for the assets that it loaded and MLflow for an answer, and stop it."""

import json
import signal
import subprocess
import time
import urllib.request

DAGSTER, MLFLOW, PAGES = 13000, 15000, 13001
PATIENCE = 300.0


def ask(url: str, body: bytes | None = None) -> bytes:
    """The answer of a server; one that is too busy to answer is asked again."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.read()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(1.0)


process = subprocess.Popen(
    ["cryo", "up", "--port", str(DAGSTER), "--mlflow-port", str(MLFLOW), "--pages-port", str(PAGES)],
    stderr=subprocess.PIPE,
    text=True,
)
try:
    assert process.stderr is not None
    line = process.stderr.readline()
    assert "Ctrl-C stops all" in line, line
    query = json.dumps({"query": "{ assetNodes { id } }"}).encode()
    assets = json.loads(ask(f"http://127.0.0.1:{DAGSTER}/graphql", query))["data"]["assetNodes"]
    assert len(assets) > 90, assets
    assert ask(f"http://127.0.0.1:{MLFLOW}/health") == b"OK"
    assert b"main.js" in ask(f"http://127.0.0.1:{PAGES}/"), "the page is in the wheel"
    assert len(ask(f"http://127.0.0.1:{PAGES}/static/main.js")) > 100_000
    assert json.loads(ask(f"http://127.0.0.1:{PAGES}/api/entries"))["entries"]
finally:
    process.send_signal(signal.SIGINT)
    code = process.wait(timeout=60)
assert code == 0, code
print(f"cryo up serves {len(assets)} assets")  # noqa: T201
