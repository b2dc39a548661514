"""Where the stacks lie that a particle file names, and that they may be read."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cryo_core.errors import FormatError


@dataclass(frozen=True)
class Locator:
    """Finds stacks by the names that `metadata` gives them, and lets none out of the allowed folders.

    A name is looked up, in this order: as it stands from the folder of `metadata`; from `stack_dir`;
    from each folder above `metadata` (RELION writes names relative to its project); by its last part
    alone in `stack_dir`. The first file that exists inside the allowed folders, symlinks resolved, is
    taken. Allowed are the folder of `metadata`, `stack_dir` and `image_roots`. A stack that is nowhere
    keeps the place where it should be, so that a table can be read without its images.
    """

    metadata: Path
    stack_dir: Path | None = None
    image_roots: tuple[Path, ...] = ()

    def __call__(self, names: Sequence[str], rows: Sequence[int]) -> list[Path]:
        """Files of the names; `rows` is the row (from 1) that errors name for each.

        Raises
        ------
        FormatError
            A name leads out of the allowed folders, or two names end at one file by their last part.
        """
        roots = self._roots()
        files = [self._find(name, row, roots) for name, row in zip(names, rows, strict=True)]
        self._require_distinct(files, names, rows)
        return [path for path, _ in files]

    def _roots(self) -> tuple[Path, ...]:
        folders = (self.metadata.parent, *self.image_roots)
        return tuple(p.resolve() for p in (*folders, self.stack_dir) if p is not None)

    def _find(self, name: str, row: int, roots: tuple[Path, ...]) -> tuple[Path, bool]:
        """File of a name, and whether only the last part of the name led to it."""
        written = Path(name.removesuffix(":mrcs").removesuffix(":mrc"))
        outside = None
        if "\0" in name:
            raise FormatError(f"{self.metadata}: row {row}: the stack's name {name!r} is not a path")
        for candidate, by_last_part in self._candidates(written):
            path = Path(os.path.realpath(candidate))
            if not _is_inside(path, roots):
                outside = outside or (path if _exists(path) else None)
            elif _is_file(path):
                return path, by_last_part
        expected = Path(os.path.realpath(self.metadata.parent / written))
        if not _is_inside(expected, roots):
            outside = outside or expected
        if outside is not None:
            raise FormatError(
                f"{self.metadata}: row {row}: the stack {name!r} leads to {outside}, outside the data set's "
                "folders: name its folder (--stack-dir, or `image_roots` in the manifest) if it belongs to the set"
            )
        return expected, False

    def _candidates(self, written: Path) -> Iterator[tuple[Path, bool]]:
        yield self.metadata.parent / written, False
        if not written.is_absolute():
            if self.stack_dir is not None:
                yield self.stack_dir / written, False
            for folder in list(self.metadata.resolve().parents)[1:]:
                yield folder / written, False
        if self.stack_dir is not None:
            yield self.stack_dir / written.name, True

    def _require_distinct(
        self, files: Sequence[tuple[Path, bool]], names: Sequence[str], rows: Sequence[int]
    ) -> None:
        first: dict[Path, int] = {}
        for i, (path, by_last_part) in enumerate(files):
            j = first.setdefault(path, i)
            if j != i and (by_last_part or files[j][1]):
                raise FormatError(
                    f"{self.metadata}: row {rows[i]}: {names[i]!r} and {names[j]!r} (row {rows[j]}) both "
                    f"end at {path}: put the stacks where their names say"
                )


def _is_inside(path: Path, roots: tuple[Path, ...]) -> bool:
    return any(path.is_relative_to(root) for root in roots)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long for the file system
        return False


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
