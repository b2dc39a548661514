"""A lineage drawn: files with their digests and accessions on the left, what was made of them to the right, as SVG."""

from dataclasses import dataclass
from html import escape

from cryo_assets.lineage.why import Answer, Node, tree_lines

_MOST = 60
"""Boxes in a drawing; `cryo why` names all."""

_WIDE, _HIGH, _GAP_X, _GAP_Y = 210, 46, 50, 14
_STYLE = (
    "text{font:12px sans-serif;fill:#1f2933}.d{font:10px monospace;fill:#52606d}rect{fill:#fff;stroke:#7b8794}"
    ".file rect{fill:#f5f0e1}.last rect{stroke:#2166ac;stroke-width:2.5}path{fill:none;stroke:#9aa5b1}"
)


@dataclass(frozen=True)
class _Box:
    """One box: its two lines, its kind, and what it was made of."""

    title: str
    below: str
    kind: str
    above: tuple[str, ...]


def svg(answer: Answer) -> str:
    """The drawing of a lineage, its root at the right."""
    boxes = _boxes(answer)
    column = _columns(boxes)
    last = max(column.values())
    rows: dict[int, int] = {}
    place: dict[str, tuple[int, int]] = {}
    for key in boxes:
        row = rows.get(column[key], 0)
        rows[column[key]] = row + 1
        place[key] = ((last - column[key]) * (_WIDE + _GAP_X), row * (_HIGH + _GAP_Y))
    width = (last + 1) * (_WIDE + _GAP_X) - _GAP_X
    height = max(rows.values()) * (_HIGH + _GAP_Y) - _GAP_Y
    lines = [
        _line(place[above], place[key]) for key, box in boxes.items() for above in box.above if above in place
    ]
    drawn = [_drawn(box, *place[key]) for key, box in boxes.items()]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width + 4}" height="{height + 4}" '
        f'viewBox="-2 -2 {width + 4} {height + 4}"><style>{_STYLE}</style>{"".join(lines)}{"".join(drawn)}</svg>'
    )


def html(answer: Answer) -> str:
    """A page with the drawing of a lineage and the whole of it in words; it needs no other file."""
    root = answer.root.artifact
    title = escape(f"{root.recipe.asset} of {root.entry}")
    words = escape("\n".join(tree_lines(answer)))
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
        "<style>body{font:15px sans-serif;margin:2em}pre{font-size:12px;white-space:pre-wrap}"
        "figure{overflow:auto;margin:0}</style>"
        f"<h1>{title}</h1><p>{escape(answer.recognised)}, version <code>{root.version}</code></p>"
        f"<figure>{svg(answer)}</figure><h2>In words</h2><pre>{words}</pre></html>\n"
    )


def _boxes(answer: Answer) -> dict[str, _Box]:
    """Boxes by version or digest: versions from the root on, then their files; at most so many."""
    found: dict[str, _Box] = {}
    files: dict[str, _Box] = {}
    for node in answer.nodes()[:_MOST]:
        recipe = node.artifact.recipe
        above = (*(inner.artifact.version for inner in node.inputs.values() if inner), *recipe.files.values())
        kind = "last" if node is answer.root else "made"
        found[node.artifact.version] = _Box(_title(node), node.artifact.version, kind, above)
        for label, digest in recipe.files.items():
            origin = node.origins.get(label)
            name = f"{label} ({origin.accession})" if origin else label
            files.setdefault(digest, _Box(name, f"sha256 {digest[:16]}…", "file", ()))
    left = max(0, _MOST - len(found))
    return found | dict(list(files.items())[:left])


def _title(node: Node) -> str:
    return f"{node.artifact.recipe.asset} of {node.artifact.entry}{' (pruned)' if node.pruned else ''}"


def _columns(boxes: dict[str, _Box]) -> dict[str, int]:
    """How many steps each box is away from the root, by the longest way: nothing lies right of what it was made of."""
    column = dict.fromkeys(boxes, 0)
    for _ in boxes:
        moved = False
        for key, box in boxes.items():
            for above in box.above:
                if above in column and column[above] <= column[key]:
                    column[above], moved = column[key] + 1, True
        if not moved:
            break
    return column


def _line(start: tuple[int, int], end: tuple[int, int]) -> str:
    x0, y0 = start[0] + _WIDE, start[1] + _HIGH // 2
    x1, y1 = end[0], end[1] + _HIGH // 2
    middle = (x0 + x1) // 2
    return f'<path d="M{x0} {y0}C{middle} {y0} {middle} {y1} {x1} {y1}"/>'


def _drawn(box: _Box, x: int, y: int) -> str:
    title = box.title if len(box.title) <= 32 else f"{box.title[:31]}…"
    return (
        f'<g class="{box.kind}"><title>{escape(box.title)}: {escape(box.below)}</title>'
        f'<rect x="{x}" y="{y}" width="{_WIDE}" height="{_HIGH}" rx="5"/>'
        f'<text x="{x + 8}" y="{y + 19}">{escape(title)}</text>'
        f'<text class="d" x="{x + 8}" y="{y + 36}">{escape(box.below)}</text></g>'
    )
