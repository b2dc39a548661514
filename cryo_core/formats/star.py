"""STAR files (Hall 1991), as RELION and cisTEM write them: tables of text, exact to the character.

Values stay text until somebody asks for `numbers` or `integers`: what is carried through is then
carried untouched. (starfile guesses types, so that "001" becomes 1 and "None" a missing value, and has
no row for its errors.) One line is one row; `;` texts and save frames are not read. Keywords are read in
capitals too (`DATA_`, `LOOP_`), and a `stop_` ends a loop.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Literal

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from jaxtyping import Float, Int

from cryo_core.data import Contrast
from cryo_core.errors import FormatError
from cryo_core.formats.files import require_file

_READ_ROWS = 1_000  # small enough for the processor's cache: 50,000 took three times as long
_WRITE_ROWS = 50_000
_LONGEST_LINE = 1 << 20
_TOKEN = re.compile(r"""'(.*?)'(?=\s|$)|"(.*?)"(?=\s|$)|(\#.*)|(\S+)""")
_NEEDS_QUOTES = r"""^$|\s|^[_#;'"]|(?i:^(data_|loop_|save_|stop_|global_))"""
_KEYWORD = re.compile(r"(data_|loop_$|stop_$)", re.IGNORECASE)
_CONTRAST = re.compile(r"# contrast (white|dark)\b")
_COMMENT_LINES = 50


def read_star(path: Path, only: Collection[str] | None = None) -> dict[str, pd.DataFrame]:
    """Read a STAR file: block name (without `data_`) to table, all values text as they stand.

    Column names lose their underscore; a block without a loop is a table of one row. Of loops, the columns `only`
    are kept unless it is None; every row is checked all the same. 1,000,000 rows of 26 columns take about 5 s and
    1 GB.

    Raises
    ------
    FormatError
        The file is not STAR, or a row has too few or too many values: the message names line and row.
    """
    require_file(path)
    try:
        with path.open(encoding="utf-8-sig") as handle:
            blocks = _Parser(path, handle.readline, only).blocks()
    except UnicodeDecodeError as error:
        raise FormatError(
            f"{path}: line {_undecodable_line(path)}: not a text file, so not STAR ({error.reason}); text in "
            f"another encoding than UTF-8: iconv -f {_likely_encoding(path)} -t utf-8"
        ) from error
    if not blocks:
        raise FormatError(f"{path}: no data_ block, so not a STAR file")
    return blocks


def _likely_encoding(path: Path) -> str:
    """Name of an encoding for `iconv`: UTF-16 by its mark, else what old Western texts have."""
    with path.open("rb") as handle:
        return "utf-16" if handle.read(2) in (b"\xff\xfe", b"\xfe\xff") else "latin1"


def _undecodable_line(path: Path) -> int:
    """Number of the first line that is not UTF-8."""
    with path.open("rb") as handle:
        for number, line in enumerate(iter(partial(handle.readline, _LONGEST_LINE), b""), 1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                return number
    return 1


class _Parser:
    """Reads lines one by one; `line` is the one at hand, None at the end."""

    def __init__(
        self, path: Path, readline: Callable[[int], str], only: Collection[str] | None = None
    ) -> None:
        self.path = path
        self.only = only
        self.lines: Iterator[str] = iter(partial(readline, _LONGEST_LINE), "")
        self.number = 0
        self.line: str | None = None
        self.advance()

    def fail(self, message: str) -> FormatError:
        return FormatError(f"{self.path}: line {self.number}: {message}")

    def advance(self) -> None:
        self.line = next(self.lines, None)
        self.number += 1
        if self.line is not None and len(self.line) >= _LONGEST_LINE:
            raise self.fail(f"longer than {_LONGEST_LINE} characters, so not a STAR file")

    def tokens(self, line: str) -> list[str]:
        """Split a line into its values, quotes and comments removed."""
        if "'" not in line and '"' not in line and "#" not in line:
            return line.split()
        values = []
        for match in _TOKEN.finditer(line):
            single, double, comment, bare = match.groups()
            if comment is not None:
                break
            if bare is not None and bare[0] in "'\"":
                raise self.fail(f"the quote of {bare[:40]!r} is not closed")
            values.append(next(text for text in (single, double, bare) if text is not None))
        return values

    def skip_blank(self) -> list[str]:
        """Go to the next line that holds something; its values, none at the end."""
        while self.line is not None:
            if values := self.tokens(self.line):
                return values
            self.advance()
        return []

    def keyword(self, values: list[str]) -> str | None:
        """Which of data_, loop_ and stop_ a line is; a value that looks like one is in quotes."""
        match = _KEYWORD.match(values[0]) if len(values) == 1 else None
        quoted = self.line is not None and self.line.lstrip()[:1] in ("'", '"')
        return match[1].lower() if match and not quoted else None

    def at_label(self) -> bool:
        """Whether the line begins with a column's name (a value that looks like one is in quotes)."""
        return self.line is not None and self.line.lstrip().startswith("_")

    def blocks(self) -> dict[str, pd.DataFrame]:
        blocks: dict[str, pd.DataFrame] = {}
        while values := self.skip_blank():
            keyword = self.keyword(values)
            if keyword == "stop_":
                self.advance()
                continue
            if keyword != "data_":
                raise self.fail(f"{values[0][:40]!r} where a data_ block should begin")
            name = values[0][len("data_") :]
            if name in blocks:
                raise self.fail(f"a second block data_{name}")
            self.advance()
            if self.keyword(self.skip_blank()) == "loop_":
                self.advance()
                blocks[name] = self.loop(name)
            else:
                blocks[name] = self.pairs(name)
        return blocks

    def pairs(self, name: str) -> pd.DataFrame:
        values: dict[str, str] = {}
        while (tokens := self.skip_blank()) and self.at_label():
            if len(tokens) != 2 or tokens[0][1:] in values:
                raise self.fail(f"data_{name}: {tokens[0]} needs one value, once")
            values[tokens[0][1:]] = tokens[1]
            self.advance()
        return _frame([pa.chunked_array([[text]], pa.string()) for text in values.values()], list(values))

    def loop(self, name: str) -> pd.DataFrame:
        labels: list[str] = []
        while (values := self.skip_blank()) and self.at_label():
            if len(values) > 1 or values[0][1:] in labels:
                raise self.fail(f"data_{name}: column {values[0]} must be named once, alone on its line")
            labels.append(values[0][1:])
            self.advance()
        if not labels:
            raise self.fail(f"data_{name}: a loop_ without columns")
        kept = [i for i, label in enumerate(labels) if self.only is None or label in self.only]
        pieces: list[list[pa.Array]] = [[] for _ in kept]
        for rows in self.rows(name, len(labels)):
            columns = tuple(zip(*rows, strict=True))
            for piece, i in zip(pieces, kept, strict=True):
                piece.append(pa.array(columns[i], pa.string()))
        return _frame([pa.chunked_array(piece, pa.string()) for piece in pieces], [labels[i] for i in kept])

    def rows(self, name: str, width: int) -> Iterator[list[list[str]]]:
        rows: list[list[str]] = []
        before = 0
        while self.line is not None:
            values = self.tokens(self.line)
            if len(values) != width or values[0].lower().startswith(("data_", "loop_", "stop_", "_", ";")):
                if self.keyword(values) in ("data_", "stop_"):
                    break
                if values:
                    self.check_row(name, values, width, before + len(rows) + 1)
                    rows.append(values)
            else:
                rows.append(values)
            if len(rows) == _READ_ROWS:
                yield rows
                before, rows = before + len(rows), []
            self.advance()
        if rows:
            yield rows

    def check_row(self, name: str, values: list[str], width: int, row: int) -> None:
        if self.line and self.line.lstrip().lower().startswith(("loop_", "_", ";")):
            raise self.fail(f"data_{name}: {values[0][:40]!r} after the rows began")
        if len(values) != width:
            stray = f"; {values[width][:40]!r} is too much" if len(values) > width else ""
            raise self.fail(f"data_{name}: row {row} has {len(values)} values for {width} columns{stray}")


def stated_contrast(path: Path) -> Contrast | None:
    """Contrast of the images, where a comment above the first block says it, as `write_star` writes it."""
    with path.open("rb") as handle:
        for _ in range(_COMMENT_LINES):
            line = handle.readline(_LONGEST_LINE).decode("utf-8", "replace").strip()
            if match := _CONTRAST.match(line):
                return "dark" if match[1] == "dark" else "white"
            if line and not line.startswith("#"):
                break
    return None


def _frame(columns: list[pa.ChunkedArray], names: list[str]) -> pd.DataFrame:
    return pa.table(columns, names=names).to_pandas()


def numbers(path: Path, block: str, table: pd.DataFrame, column: str) -> Float[np.ndarray, " n"]:
    """Column as float64; FormatError, naming row and column, where one is not a finite number.

    Parameters
    ----------
    path, block : the file and the table's block in it, for messages
    table : the block, as `read_star` returns it
    column : name of the column
    """
    if column not in table:
        raise FormatError(f"{path}: data_{block}: no column _{column}")
    text = table[column]
    try:
        values = np.asarray(pc.cast(_arrow(text), pa.float64()))
    except pa.ArrowInvalid:
        values = np.array([_number(path, block, column, i, t) for i, t in enumerate(text)], np.float64)
    if not np.isfinite(values).all():
        row = int(np.argmin(np.isfinite(values)))
        raise _not_a("finite number", path, block, column, row, text.iloc[row])
    return values


def integers(path: Path, block: str, table: pd.DataFrame, column: str) -> Int[np.ndarray, " n"]:
    """Column as int64; FormatError, naming row and column, where one is not a whole number.

    Parameters
    ----------
    path, block, table, column : as of `numbers`
    """
    values = numbers(path, block, table, column)
    whole = (values == np.rint(values)) & (np.abs(values) < 2**53)
    if not whole.all():
        row = int(np.argmin(whole))
        raise _not_a("whole number", path, block, column, row, table[column].iloc[row])
    return values.astype(np.int64)


def _number(path: Path, block: str, column: str, row: int, text: str) -> float:
    try:
        if "_" not in text:
            return float(text)
    except ValueError:
        pass
    raise _not_a("number", path, block, column, row, text)


def _not_a(kind: str, path: Path, block: str, column: str, row: int, text: object) -> FormatError:
    return FormatError(f"{path}: data_{block}: row {row + 1}: _{column} is {str(text)[:40]!r}, not a {kind}")


Version = Literal["3.1", "5"]
"""The versions of RELION whose mark a file can carry."""

_MARKS: dict[Version, str] = {"3.1": "30001", "5": "50001"}


_NOTES: dict[Contrast | None, str] = {
    "dark": "# contrast dark: THE PROTEIN IS DARK IN THESE IMAGES, and RELION expects it white.\n"
    "# `cryo convert THIS.star OUT.star --stack-out OUT.mrcs` writes them inverted.\n",
    "white": "# contrast white: the protein is bright in these images, as RELION expects it\n",
    None: "",
}


def write_star(
    path: Path,
    blocks: Mapping[str, pd.DataFrame],
    version: Version = "3.1",
    contrast: Contrast | None = None,
) -> None:
    """Write tables as loops, one block each, marked as RELION does (`# version 30001` for 3.1).

    Text is written as it stands, in quotes where STAR needs them; numbers with as many digits as give
    the same number back. Raises FormatError where a value cannot be written (NaN, a line break).

    Parameters
    ----------
    path : the file
    blocks : name (without `data_`) and table of each block, in this order
    version : of RELION, whose mark the file gets
    contrast : of the images, said in a comment above the first block: STAR files have no column for it
    """
    with path.open("w", encoding="utf-8") as handle:
        handle.write(_NOTES[contrast])
        for name, table in blocks.items():
            handle.write(f"\n# version {_MARKS[version]}\n\ndata_{name}\n\nloop_\n")
            handle.writelines(f"_{label} #{i}\n" for i, label in enumerate(table.columns, 1))
            for start in range(0, len(table), _WRITE_ROWS):
                piece = table.iloc[start : start + _WRITE_ROWS]
                texts = [_texts(path, name, piece, label, start) for label in piece.columns]
                rows = pc.binary_join_element_wise(*texts, " ").to_pylist()
                handle.write("\n".join(rows) + "\n")
            handle.write("\n")


def _texts(path: Path, block: str, table: pd.DataFrame, label: str, start: int) -> pa.Array:
    column = table[label]
    if pd.api.types.is_bool_dtype(column):
        column = column.astype(int)
    values = _arrow(column)
    if pa.types.is_floating(values.type):
        finite = np.isfinite(np.asarray(values))
        if not finite.all():
            row = start + int(np.argmin(finite)) + 1
            raise FormatError(
                f"{path}: data_{block}: row {row}: _{label} is not finite and cannot be written"
            )
    texts = pc.cast(values, pa.string())
    if pc.any(pc.match_substring_regex(texts, _NEEDS_QUOTES)).as_py():
        texts = pa.array([_quoted(path, block, label, text) for text in texts.to_pylist()], pa.string())
    return texts


def _quoted(path: Path, block: str, label: str, text: str) -> str:
    if not re.search(_NEEDS_QUOTES, text):
        return text
    quote = next((q for q in "'\"" if not re.search(rf"{q}(\s|$)", text)), None)
    if quote is None or "\n" in text or "\r" in text:
        raise FormatError(f"{path}: data_{block}: _{label}: {text[:40]!r} cannot be written in a STAR file")
    return f"{quote}{text}{quote}"


def _arrow(column: pd.Series) -> pa.Array:
    array = pa.array(column)
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
