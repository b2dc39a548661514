"""`python -m cryo_assets.pages`: serve the pages of the home on this machine alone."""

import argparse

import uvicorn

from cryo_assets.home import PAGES_PORT, Home
from cryo_assets.pages.app import make_app


def main() -> None:
    """Serve until the process is ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=PAGES_PORT)
    port = parser.parse_args().port
    app = make_app(Home.from_environment())
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", server_header=False)


if __name__ == "__main__":
    main()
