"""`cryo fetch` and `cryo watch`: entries of EMPIAR and EMDB into the inbox, one by hand or those of a watch list."""

import shutil
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.options import Device, Json
from cryo_assets.cli.output import print_error, print_json, print_note, print_table, reporter
from cryo_assets.cli.platform.run import compute_on
from cryo_assets.home import Home, nearest
from cryo_core.errors import CryoError, SettingsError

if TYPE_CHECKING:
    from cryo_assets.archives.entry import Acquired, Archives, Request
    from cryo_assets.upkeep.config import Upkeep
    from cryo_assets.upkeep.queue import Item


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("fetch")(fetch)
    app.command("watch")(watch)


def fetch(
    accession: Annotated[
        str | None, typer.Argument(metavar="ACCESSION", help="EMPIAR-10076, or EMD-3186.")
    ] = None,
    name: Annotated[str, typer.Option(help="Name of the entry in the inbox; the accession otherwise.")] = "",
    imageset: Annotated[int | None, typer.Option(min=1, help="EMPIAR: which image set, from 1.")] = None,
    particles: Annotated[str, typer.Option(help="EMPIAR: which particle table, by its file name.")] = "",
    stack: Annotated[str, typer.Option(help="EMPIAR: which stack a .par is of, by its file name.")] = "",
    contrast: Annotated[str | None, typer.Option(help="EMPIAR: dark or white, where you know it.")] = None,
    half_maps: Annotated[bool, typer.Option("--half-maps", help="EMDB: the half maps too.")] = False,
    model: Annotated[bool, typer.Option("--model", help="EMDB: the fitted model too.")] = False,
    limit_gb: Annotated[float | None, typer.Option(help="Refuse what is larger than this.")] = None,
    list_: Annotated[
        str,
        typer.Option(
            "--list", help="All of a list, with models and their split: ilocscale, superem_test, or a .csv."
        ),
    ] = "",
    split: Annotated[str, typer.Option(help="With --list: train, validation or test alone.")] = "",
    json: Json = False,
) -> int:
    """Fetch an entry of EMPIAR or EMDB into the inbox; a fetch that was stopped goes on where it was."""
    if (accession is None) == (not list_) or (split and not list_):
        raise SettingsError("give an accession, or --list (with --split, if you like)")
    if accession is None:
        return _fetch_list(list_, split, half_maps, limit_gb, json)
    from cryo_assets.archives.accession import normal
    from cryo_assets.archives.acquire import acquire
    from cryo_assets.archives.entry import Archives, Request
    from cryo_assets.upkeep.config import Upkeep

    home = Home.from_environment()
    fields = {"contrast": contrast} if contrast else {}
    request = Request(normal(accession), name, imageset, particles, stack, half_maps, model, limit_gb, fields)
    with Archives.open(Upkeep.read(home).services) as archives:
        _offer(archives, request, home)
        with reporter() as bars:
            acquired = acquire(home, archives, request, bars)
    _tell(acquired, json)
    return 0


def _fetch_list(name: str, split: str, half_maps: bool, limit_gb: float | None, json: bool) -> int:
    """Fetch the entries of a list one after another; one that fails does not cost the others. 1 if any failed."""
    from cryo_assets.archives.acquire import acquire
    from cryo_assets.archives.entry import Archives, Request
    from cryo_assets.archives.lists import SPLITS, listed
    from cryo_assets.upkeep.config import Upkeep

    if split and split not in SPLITS:
        raise SettingsError(f"--split {split}: should be {', '.join(SPLITS)}")
    rows = [row for row in listed(name) if split in ("", row.split)]
    home = Home.from_environment()
    came: list[str] = []
    failures = {f"PDB {row.pdb}": "the list names no EMDB entry" for row in rows if not row.accession}
    with Archives.open(Upkeep.read(home).services) as archives, reporter() as bars:
        stage = bars.stage(f"list {name}")
        for done, row in enumerate(rows, 1):
            if row.accession:
                request = Request(
                    row.accession,
                    half_maps=half_maps,
                    model=True,
                    limit_gb=limit_gb,
                    fields={"split": row.split},
                )
                try:
                    came.append(acquire(home, archives, request, bars).name)
                except CryoError as error:
                    failures[row.accession] = str(error)
            stage(done, len(rows))
    if json:
        print_json({"list": name, "fetched": came, "failures": failures})
    else:
        print_note(f"{len(came)} of {len(rows)} entries of {name} are in the inbox")
        for accession, why in failures.items():
            print_error(f"{accession}: {why}")
    return 1 if failures else 0


def _offer(archives: "Archives", request: "Request", home: Home) -> None:
    """Name the quicker ways that are installed here; what they bring is found by its size and checked."""
    from cryo_assets.archives.acquire_empiar import choose_imageset
    from cryo_assets.archives.entry import ChoiceNeeded

    ways = [program for program in ("ascp", "globus") if shutil.which(program)]
    if ways and request.accession.startswith("EMPIAR-"):
        try:
            images = choose_imageset(archives.empiar.entry(request.accession)[0], request)
        except ChoiceNeeded:  # the files will tell which set is meant, or ask
            return
        folder = home.inbox / request.folder
        commands = archives.empiar.commands(request.accession, images.directory, folder)
        for program in ways:
            print_note(f"quicker, if you like: {commands[program]}   (then this command again, to check it)")


def _tell(acquired: "Acquired", json: bool) -> None:
    if json:
        print_json(
            {
                "name": acquired.name,
                "kind": acquired.kind,
                "path": str(acquired.folder),
                "accession": acquired.accession,
                "mark": acquired.mark,
                "files": [vars(file) for file in acquired.files],
                "bytes_fetched": acquired.fetched_bytes,
                "unknown": list(acquired.unknown),
                "notes": list(acquired.notes),
            }
        )
        return
    rows = [(f.path, f"{f.size / 1e6:.2f}", f.sha256[:16] + "…") for f in acquired.files]
    print_table(("file", "MB", "sha256"), rows, title=f"{acquired.accession} is in {acquired.folder}")
    for note in acquired.notes:
        print_note(note)
    for field in acquired.unknown:
        print_note(f"not known: {field}; some assets need it: add it to the manifest")
    print_note(f"{acquired.fetched_bytes / 1e6:.1f} MB came; next: cryo run {acquired.name}")


def watch(
    once: Annotated[bool, typer.Option("--once", help="Look, fetch and run now, within the budget.")] = False,
    run: Annotated[bool, typer.Option("--run/--no-run", help="With --once: run what was fetched.")] = True,
    first: Annotated[str | None, typer.Option(help="Move an accession to the front of the queue.")] = None,
    last: Annotated[str | None, typer.Option(help="Move an accession to the end.")] = None,
    drop: Annotated[str | None, typer.Option(help="Take an accession out.")] = None,
    retry: Annotated[str | None, typer.Option(help="Queue a failed or dropped accession again.")] = None,
    choose: Annotated[
        str | None,
        typer.Option(help="Say of an accession which set, table or stack: imageset=2 particles=x.star."),
    ] = None,
    said: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FIELD=VALUE …]", help="With --choose; fields of a manifest (contrast=dark) too."
        ),
    ] = None,
    device: Device = "auto",
    json: Json = False,
) -> int:
    """Show the queue of what watch.yaml means in the archives; reorder it; or do it now."""
    from cryo_assets.upkeep.config import Upkeep
    from cryo_assets.upkeep.queue import queue_of

    compute_on(device)
    home = Home.from_environment()
    upkeep, queue = Upkeep.read(home), queue_of(home)
    moves = {"first": first, "last": last, "drop": drop, "retry": retry}
    for where, accession in moves.items():
        if accession:
            queue.reorder(accession.upper(), where)
    if choose:
        queue.choose(choose.upper(), _choices(said or []))
    elif said:
        raise SettingsError(f"{said[0]}: FIELD=VALUE goes with --choose ACCESSION")
    events: list[str] = []
    failures: list[str] = []
    if once:
        if not upkeep.watch and not queue.items("queued"):
            raise SettingsError(
                f"{home.root / 'watch.yaml'}: names nothing to watch (docs/years.md says how)"
            )
        events, failures = _once(home, upkeep, run)
    items = queue.items()
    if json:
        spent = {"gigabytes": queue.spent("gigabytes"), "runs": queue.spent("runs")}
        budget = upkeep.budget.model_dump()
        queued = [vars(item) for item in items]
        print_json(
            {"said": events, "failures": failures, "queue": queued, "spent_today": spent, "budget": budget}
        )
    else:
        for line in events:
            print_note(line)
        _show(items)
        print_note(
            f"today: {queue.spent('gigabytes'):.2f} of {upkeep.budget.gigabytes:g} GB, "
            f"{queue.spent('runs'):.0f} of {upkeep.budget.runs} runs"
        )
    for failure in failures:
        print_error(failure)
    return 1 if failures else 0


def _choices(said: list[str]) -> dict[str, Any]:
    """What was said as FIELD=VALUE, with values as a manifest has them; SettingsError for what is no field."""
    import yaml

    from cryo_assets.entries.manifest import Dataset
    from cryo_assets.upkeep.watch import CHOICES

    fields = {*CHOICES, *Dataset.model_fields} - {"name", "image_roots"}
    found: dict[str, Any] = {}
    for each in said:
        name, equals, value = each.partition("=")
        if not equals or name not in fields:
            close = nearest(name, fields) or f"; there are: {', '.join(sorted(fields))}"
            raise SettingsError(f"{each}: should be FIELD=VALUE{close if equals else ''}")
        found[name] = value if name in ("particles", "stack") else yaml.safe_load(value)
    if not found:
        raise SettingsError("--choose: what is chosen? imageset=2, particles=run_data.star, stack=stack.mrcs")
    if not isinstance(found.get("imageset", 1), int):
        raise SettingsError(f"imageset={found['imageset']}: should be a number, from 1")
    return found


def _show(items: "list[Item]") -> None:
    rows = [
        (i.accession, i.state, i.rule, i.priority, _gigabytes(i.gigabytes), i.title[:60], i.message)
        for i in items
    ]
    print_table(("accession", "state", "rule", "priority", "GB", "title", ""), rows)


def _gigabytes(size: float | None) -> str:
    return "?" if size is None else f"{size:.3g}"


def _once(home: Home, upkeep: "Upkeep", run: bool) -> tuple[list[str], list[str]]:
    """Look at the archives, fetch what the budget allows, and run what came; what happened, and what failed."""
    from cryo_assets.archives.entry import Archives, ChoiceNeeded, NotUsable
    from cryo_assets.graph.launch import instance_of
    from cryo_assets.graph.records import under_way
    from cryo_assets.upkeep.jobs import FETCH_TAG
    from cryo_assets.upkeep.watch import fetch_item, look, ready, revive

    with instance_of(home) as instance:
        events = revive(home, under_way(instance, FETCH_TAG))
    failures: list[str] = []
    came: list[Acquired] = []
    with Archives.open(upkeep.services) as archives, reporter() as bars:
        events += look(home, upkeep, archives)
        tried: set[str] = set()
        while True:
            chosen, waiting = ready(home, upkeep)
            chosen = [item for item in chosen if item.accession not in tried]
            if not chosen:
                events += waiting
                break
            tried.add(chosen[0].accession)
            try:
                came.append(fetch_item(home, upkeep, archives, chosen[0].accession, bars))
                events.append(f"{chosen[0].accession} fetched: {came[-1].folder}")
            except (ChoiceNeeded, NotUsable) as error:  # it stands in the queue; nothing went wrong
                events.append(str(error))
            except CryoError as error:
                failures.append(f"{chosen[0].accession}: {error}")
    if run and came:
        failures += _run(home, upkeep, came, events)
    return events, failures


def _run(home: Home, upkeep: "Upkeep", came: "list[Acquired]", events: list[str]) -> list[str]:
    """Run what came, as far as the day's budget goes; what failed."""
    from cryo_assets.assets.catalogue import STEPS
    from cryo_assets.engine.overview import Overview
    from cryo_assets.engine.planner import Planner
    from cryo_assets.graph.launch import run as launch
    from cryo_assets.upkeep.budget import DayBudget
    from cryo_assets.upkeep.queue import now, queue_of

    failures: list[Any] = []
    budget = DayBudget(Overview(Planner(home, STEPS)), upkeep, set(), {})
    for name, kind in ((acquired.name, acquired.kind) for acquired in came):
        if not budget.allows(kind):
            events.append(f"{name} waits to be run: {budget.why} (watch.yaml: budget)")
            continue
        budget.take(kind)
        queue_of(home).spend_runs([f"watch/{name}/{now()}"])
        with reporter() as bars:
            try:
                outcome = launch(home, name, bars)
            except CryoError as error:
                failures.append(f"{name}: {error}")
                continue
        failures += [f"{failure.asset} of {name}: {failure.message}" for failure in outcome.failures]
    return failures
