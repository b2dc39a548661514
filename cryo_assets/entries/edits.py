"""Changes of a manifest that commands make, line by line, so that all else stays as it was written."""

import re

from cryo_assets.entries.manifest import Dataset


def raise_rounds(manifest: Dataset, rounds: int) -> None:
    """Write a larger number of rounds into dataset.yaml, whose other lines stay as they are."""
    if rounds <= manifest.rounds:
        return
    text = manifest.path.read_text(encoding="utf-8")
    line = f"rounds: {rounds}"
    text, found = re.subn(r"^rounds:.*$", line, text, count=1, flags=re.MULTILINE)
    partial = manifest.path.with_suffix(".partial")
    partial.write_text(text if found else f"{text.rstrip()}\n{line}\n", encoding="utf-8")
    partial.replace(manifest.path)


def ask_posefree(manifest: Dataset) -> None:
    """Write into dataset.yaml that poses are to be found from the images alone; its other lines stay as they are."""
    if manifest.posefree:
        return
    text = manifest.path.read_text(encoding="utf-8")
    text, found = re.subn(r"^posefree:.*$", "posefree: true", text, count=1, flags=re.MULTILINE)
    partial = manifest.path.with_suffix(".partial")
    partial.write_text(text if found else f"{text.rstrip()}\nposefree: true\n", encoding="utf-8")
    partial.replace(manifest.path)
