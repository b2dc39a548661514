"""Whether there is a file to read."""

from pathlib import Path

from cryo_core.errors import FormatError


def require_file(path: Path) -> None:
    """Raise FormatError where a path leads to no file, to a folder, or to a file without a byte."""
    if path.is_dir():
        raise FormatError(f"{path}: is a folder: name a file in it")
    if not path.is_file():
        where = "" if path.is_absolute() else f" (paths are relative to this folder, {Path.cwd()})"
        raise FormatError(f"{path}: no such file{where}")
    if not path.stat().st_size:
        raise FormatError(f"{path}: the file is empty")
