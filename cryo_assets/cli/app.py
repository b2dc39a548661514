"""The `cryo` command: what every command shares, from arguments to exit codes.

Exit codes: 0 done, 1 the work failed, 2 the input or the call is wrong. An error is one line on
stderr; with --debug the trace follows. With --json stdout holds one JSON document and nothing else.
"""

import gc
import sys
import traceback
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated

import typer

from cryo_assets.cli.output import print_error, print_json, print_line
from cryo_assets.cli.platform import (
    add,
    adopt,
    export,
    fetch,
    filter,
    latents,
    logs,
    manage,
    merge,
    models,
    run,
    runs,
    show,
    state,
    tries,
    why,
)
from cryo_assets.cli.tools import (
    align,
    cluster,
    convert,
    ctf_refine,
    expand,
    localb,
    localres,
    maps,
    particles,
    posefree,
    refine,
    sharpen,
    superres,
    volumes,
)
from cryo_assets.store.disk import disk_fault
from cryo_core.errors import CryoError, StoreError

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
for commands in (
    add,
    run,
    show,
    runs,
    logs,
    manage,
    fetch,
    why,
    export,
    filter,
    adopt,
    tries,
    models,
    merge,
    state,
    latents,
):
    commands.register(app)
for commands in (
    *(particles, cluster, volumes, refine, ctf_refine, expand, posefree),
    *(maps, align, localres, localb, sharpen, superres, convert),
):
    commands.register(app)

_PANELS = {
    "The platform": "add add-map list run runs cancel plan show path open logs settings adopt-settings verify prune rm "
    "du compare why export models demo up slurm migrate",
    "New entries": "fetch watch",
    "Particles": "orientations cluster volumes state latents filter merge refine ctf-refine expand posefree adopt "
    "reconstruct simulate",
    "Maps": "fsc align localres localb confidence sharpen locscale score superres resample",
    "Files": "info convert",
}
_PANEL_OF = {name: panel for panel, names in _PANELS.items() for name in names.split()}
_EXAMPLES = {
    "add": "cryo add run_data.star --name ribosome --contrast white --stack-dir /data/relion",
    "add-map": "cryo add-map map.mrc --half1 half1.mrc --half2 half2.mrc --model model.pdb",
    "list": "cryo list",
    "run": "cryo run ribosome --rounds 3",
    "runs": "cryo runs",
    "cancel": "cryo cancel 3f9c01ab",
    "slurm": "cryo slurm check",
    "migrate": "cryo migrate postgres",
    "plan": "cryo plan ribosome",
    "show": "cryo show ribosome results/classes",
    "path": "cryo path ribosome results/export",
    "logs": "cryo logs ribosome --errors",
    "settings": "cryo settings round_*/clusters",
    "adopt-settings": "cryo adopt-settings ribosome 3f9c01ab",
    "verify": "cryo verify",
    "prune": "cryo prune --keep 3 --dry-run",
    "rm": "cryo rm ribosome",
    "du": "cryo du --by asset",
    "compare": "cryo compare ribosome ribosome-192",
    "export": "cryo export ribosome --crate ribosome.zip --licence https://spdx.org/licenses/CC-BY-4.0",
    "why": "cryo why ribosome results/classes",
    "models": "cryo models promote resolution 3f9c01ab",
    "demo": "cryo demo",
    "up": "cryo up --port 3000",
    "open": "cryo open ribosome",
    "fetch": "cryo fetch EMPIAR-10076 --contrast dark --limit-gb 200",
    "watch": "cryo watch",
    "orientations": "cryo orientations run_data.star --symmetry D2",
    "cluster": "cryo cluster latents.npy -o classes --classes 4",
    "volumes": "cryo volumes ribosome -o walk --points 10",
    "state": "cryo state ribosome --at class:2 --at path:class:1,class:2",
    "latents": "cryo latents ribosome --from z.pkl",
    "filter": "cryo filter ribosome --drop-class 2 --name ribosome-clean",
    "merge": "cryo merge EMPIAR-10454 EMPIAR-10470 --name both",
    "refine": "cryo refine run_data.star --ref half1.mrc --ref2 half2.mrc --high-limit 9 -o refined.star",
    "ctf-refine": "cryo ctf-refine run_data.star --ref half1.mrc --ref2 half2.mrc -o run_ctf.star",
    "expand": "cryo expand run_data.star --symmetry D2 -o expanded.star",
    "posefree": "cryo posefree particles.mrcs --contrast white -o found",
    "adopt": "cryo adopt ribosome --name ribosome-posed",
    "reconstruct": "cryo reconstruct run_data.star -o maps --contrast white",
    "simulate": "cryo simulate -o sim --particles 2000 --snr 0.1",
    "fsc": "cryo fsc half1.mrc half2.mrc",
    "align": "cryo align map.mrc deposited.mrc -o aligned.mrc --hand",
    "localres": "cryo localres half1.mrc half2.mrc -o resolution.mrc",
    "localb": "cryo localb half1.mrc half2.mrc -o b.mrc",
    "confidence": "cryo confidence map.mrc -o confidence.mrc --fdr 0.01",
    "sharpen": "cryo sharpen map.mrc -o sharp.mrc --resolution 3.2",
    "locscale": "cryo locscale map.mrc --model model.pdb -o scaled.mrc",
    "score": "cryo score sharp.mrc --model model.pdb --before map.mrc",
    "superres": "cryo superres map.mrc -o fine.mrc",
    "resample": "cryo resample map.mrc -o coarse.mrc --voxel-size 2",
    "info": "cryo info run_data.star",
    "convert": "cryo convert particles.cs particles.star --stack-dir /data --contrast dark",
}
"""A call of each command, at the end of its help."""

for registered in app.registered_commands:
    registered.rich_help_panel = _PANEL_OF[registered.name or ""]
    registered.epilog = f"Example: {_EXAMPLES[registered.name or '']}"


def _print_version(asked: bool) -> None:
    if asked:
        try:
            print_line(f"cryo {version('cryo-assets')}")
        except PackageNotFoundError:
            print_line("cryo, of a checkout that is not installed")
        raise typer.Exit


@app.callback()
def cryo(
    asked_version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", is_eager=True, callback=_print_version),
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Print the whole trace of an error; may stand anywhere.")
    ] = False,
) -> None:
    """Particles and maps in, trusted structures out. CRYO_HOME says where the home is (default ./cryo_home)."""


_PATHS: dict[type, str] = {
    FileExistsError: "exists, and is not a folder; name another",
    NotADirectoryError: "a part of this path is a file, and not a folder",
    IsADirectoryError: "is a folder, and should be a file",
    FileNotFoundError: "there is no such file, nor can it be made here",
}
_INTERRUPTED = 130
_STOPPED = "stopped; what was finished is kept, run again to go on"


def main() -> None:
    """Run the command line and exit."""
    arguments = sys.argv[1:]
    debug = "--debug" in arguments
    code = _run([a for a in arguments if a != "--debug"], debug)
    gc.freeze()  # what is left goes with the process: no search of it for cycles first
    sys.exit(code)


def _run(arguments: list[str], debug: bool) -> int:
    try:
        result = app(args=arguments, standalone_mode=False)
        code = result if isinstance(result, int) else 0
        if code == _INTERRUPTED:  # typer turns Ctrl-C into this
            print_error(_STOPPED)
        return code
    except CryoError as error:
        return _fail(error, str(error), 1 if isinstance(error, StoreError) else 2, arguments, debug)
    except (KeyboardInterrupt, typer.Abort):
        print_error(_STOPPED)
        return 1
    except typer.Exit as error:
        return error.exit_code
    except Exception as error:  # the last resort: every fault is one line, the trace is for --debug
        if hasattr(error, "format_message"):  # click's usage errors
            message = error.format_message().replace("Value error, ", "")
            if message.startswith("No such command") and "Did you mean" not in message:
                message = f"{message.rstrip('.')}; `cryo --help` lists them"
            return _fail(error, message, 2, arguments, debug)
        if isinstance(error, OSError) and (told := disk_fault(error)):
            return _fail(error, told, 1, arguments, debug)
        if isinstance(error, OSError) and error.filename and type(error) in _PATHS:
            return _fail(error, f"{error.filename}: {_PATHS[type(error)]}", 2, arguments, debug)
        message = " ".join(str(error).split()) or "no message"
        return _fail(error, f"{type(error).__name__}: {message} (--debug shows where)", 1, arguments, debug)


def _fail(error: Exception, message: str, code: int, arguments: list[str], debug: bool) -> int:
    print_error(message)
    if "--json" in arguments:
        print_json({"error": message})
    if debug:
        traceback.print_exception(error)
    return code
