"""Many files as one zip, sent while it is packed."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_BLOCK = 1 << 20


class _Pipe(io.RawIOBase):
    """Keeps what is written until it is taken away."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        """It can be written."""
        return True

    def write(self, block: "ReadableBuffer") -> int:
        """Keep a block."""
        self._parts.append(bytes(block))
        return len(self._parts[-1])

    def take(self) -> bytes:
        """What was written since."""
        taken, self._parts = b"".join(self._parts), []
        return taken


def zipped(folder: Path, names: list[str]) -> Iterator[bytes]:
    """The bytes of a zip of some files of a folder, block by block: no more than that is in memory."""
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name in names:
            entry = zipfile.ZipInfo(f"{folder.parent.name}/{name}")
            entry.compress_type = zipfile.ZIP_DEFLATED
            with (folder / name).open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
                while block := source.read(_BLOCK):
                    target.write(block)
                    yield pipe.take()
    yield pipe.take()
