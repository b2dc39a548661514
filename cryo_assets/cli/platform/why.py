"""`cryo why` and `cryo compare`: where a file came from, and what differs between two versions."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cryo_assets.cli.options import Json
from cryo_assets.cli.output import print_json, print_line, print_note, print_table
from cryo_assets.cli.platform.run import planner_of_home
from cryo_assets.entries.manifest import entries, is_entry
from cryo_assets.home import Home, nearest
from cryo_assets.wording import shown
from cryo_core.errors import CryoError, SettingsError

if TYPE_CHECKING:
    from cryo_assets.lineage.compare import Comparison
    from cryo_core.validation.independence import Limit


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("why")(why)
    app.command("compare")(compare)


def why(
    target: Annotated[
        str, typer.Argument(metavar="PATH|VERSION|NAME", help="A file, also one copied elsewhere.")
    ],
    key: Annotated[
        str | None, typer.Argument(metavar="[ASSET]", help="With an entry's NAME: the asset.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option(help="Write a page with a drawing of the lineage, and all of it in words.")
    ] = None,
    json: Json = False,
) -> None:
    """Print the whole lineage of a file: sources, recipes, code, settings, who and when; with --json as W3C PROV."""
    from cryo_assets.lineage.why import History, tree_lines

    answer = History(Home.from_environment()).ask(_version(target, key))
    if json:
        from cryo_assets.lineage.prov import plain

        print_json(plain(answer))
        return
    if html is not None:
        from cryo_assets.lineage import drawing

        if html.suffix.lower() != ".html":
            raise SettingsError(f"{html}: the page is an .html")
        html.write_text(drawing.html(answer), encoding="utf-8")
        print_note(f"lineage: {html}")
        return
    for line in tree_lines(answer):
        print_line(line)


def compare(
    first: Annotated[str, typer.Argument(metavar="A", help="A file, a version, NAME:ASSET, or an entry.")],
    second: Annotated[str, typer.Argument(metavar="B", help="The same of the other.")],
    more: Annotated[list[str] | None, typer.Argument(metavar="C…", help="Further entries.")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Draw the curves over each other: a .png.")
    ] = None,
    json: Json = False,
) -> None:
    """Put two versions of an asset side by side (settings, numbers, curves), or variants of a data set in a table."""
    from cryo_assets.lineage.compare import compare as put
    from cryo_assets.lineage.compare import draw
    from cryo_assets.lineage.why import History

    names, inbox = [first, second, *(more or [])], Home.from_environment().inbox
    if all(is_entry(inbox, name) for name in names):
        _compare_entries(names, json)
        return
    strange = [name for name in names if not is_entry(inbox, name)]
    if len(strange) < len(names) and not Path(strange[0]).exists() and ":" not in strange[0]:
        close = nearest(strange[0], [name for _, name in entries(inbox)])
        raise SettingsError(f"{strange[0]}: no entry of that name{close}; entries are compared with entries")
    if more:
        raise SettingsError(
            f"{', '.join(names)}: more than two are compared only if all are entries of the inbox"
        )
    if out is not None and out.suffix.lower() != ".png":
        raise SettingsError(f"{out}: curves are drawn into a .png")
    history = History(Home.from_environment())
    one, two = (history.ask(_version(*_split(target))) for target in (first, second))
    comparison = put(one, two)
    if out is not None:
        draw(comparison, out)
    if json:
        print_json(comparison.as_plain())
    else:
        _show(comparison, one.root.limit, two.root.limit)
        if out is not None:
            print_note(f"curves: {out}")


def _compare_entries(names: list[str], json: bool) -> None:
    from cryo_assets.lineage.variants import variants

    differing, rows = variants(planner_of_home(), names)
    if json:
        print_json(rows)
        return
    results = [key for key in rows[0] if key != "entry" and key not in differing]
    for title, keys in (("set differently", differing), ("results", results)):
        print_table((title, *names), [(key, *(shown(row[key], key) for row in rows)) for key in keys])


def _version(target: str, key: str | None) -> str:
    """The version of an asset that an entry uses, or a target as it is where no asset is named."""
    if key is None:
        return target
    from cryo_assets.assets.catalogue import STEPS
    from cryo_assets.engine.chosen import chosen
    from cryo_assets.engine.planner import Planner

    if key not in STEPS:
        raise SettingsError(f"asset {key!r}: there is none of that name{nearest(key, STEPS)}")
    planner = Planner(Home.from_environment(), STEPS)
    try:
        artifact = chosen(planner, target, key)
    except CryoError:  # an entry that cannot be planned as it is now still has what it last used
        artifact = planner.store.current(key, target)
    if artifact is None:
        raise SettingsError(f"{key} of {target}: no version in the store (`cryo show {target}`)")
    return artifact.version


def _split(target: str) -> tuple[str, str | None]:
    if ":" in target and not Path(target).exists():
        name, _, key = target.partition(":")
        return name, key
    return target, None


def _show(comparison: "Comparison", *limits: "Limit") -> None:
    """Print a comparison; resolutions with what their halves are worth, by the limit of each entry."""
    from cryo_assets.entries.independence import with_remarks

    heads = tuple(f"{a.entry} {a.version[:8]}" for a in (comparison.first, comparison.second))
    reasons = [(asset, line) for asset, lines in comparison.why.items() for line in lines]
    print_table(
        ("asset", "set differently"),
        reasons,
        title=f"{comparison.first.recipe.asset}: {heads[0]} and {heads[1]}",
    )
    changed = [c for c in comparison.numbers if c.first != c.second]
    first = with_remarks({c.name: c.first for c in changed}, limits[0])
    second = with_remarks({c.name: c.second for c in changed}, limits[1])
    print_table(
        ("number", *heads, "difference"),
        [
            (c.name, shown(first[c.name], c.name), shown(second[c.name], c.name), shown(c.difference))
            for c in changed
        ],
    )
    if comparison.checks:
        print_table(("check", *heads), [(c.name, c.first, c.second) for c in comparison.checks])
    same = len(comparison.numbers) - len(changed)
    print_note(f"{same} numbers are the same; {len(comparison.curves)} curves (--out draws them)")
