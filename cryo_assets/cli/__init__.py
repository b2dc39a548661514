"""The command line `cryo`."""

from cryo_assets.cli.app import main

__all__ = ["main"]
