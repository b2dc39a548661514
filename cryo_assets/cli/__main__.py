"""`python -m cryo_assets.cli` is `cryo`."""

from cryo_assets.cli.app import main

main()
