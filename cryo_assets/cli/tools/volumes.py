"""`cryo volumes`: maps at points of a data set's latent space, and a way to play them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.output import Json, print_json, print_table, shown
from cryo_assets.cli.tools.basics import Overwrite
from cryo_assets.cli.tools.cluster import read_array
from cryo_assets.cli.tools.posefree_volumes import _numbers as particle_numbers
from cryo_assets.cli.tools.posefree_volumes import _write as write_volumes
from cryo_core.errors import SettingsError, StoreError

if TYPE_CHECKING:
    from torch import Tensor

    from cryo_assets.store.store import Artifact, Store

_ONE = "--between, --axis, --particles or --latents"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("volumes")(volumes)


def volumes(
    name: Annotated[str, typer.Argument(metavar="N", help="Name of a data set whose latents were made.")],
    out: Annotated[
        Path, typer.Option("-o", "--out", help="Folder to write maps, series.cxc and movie.gif into.")
    ],
    between: Annotated[
        str | None, typer.Option(help="From one particle to another where particles are dense: 3,17.")
    ] = None,
    axis: Annotated[
        int | None, typer.Option(min=1, help="Along a principal axis, 5th to 95th percentile.")
    ] = None,
    particles: Annotated[str | None, typer.Option(help="At particles by number, from 1: 3,17.")] = None,
    latents: Annotated[Path | None, typer.Option(help="At a .npy of points × latents.")] = None,
    points: Annotated[int, typer.Option(min=2, help="Points of --between and --axis.")] = 10,
    neighbours: Annotated[
        int, typer.Option(min=1, help="Nearest neighbours that --between may step to.")
    ] = 10,
    number: Annotated[int | None, typer.Option("--round", min=1, help="The round; the newest.")] = None,
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Write the maps that a round's latent model has at points of its space: one .mrc each, played in ChimeraX."""
    if sum(x is not None for x in (between, axis, particles, latents)) != 1:
        raise SettingsError(f"choose where: one of {_ONE}")
    if (out / "001.mrc").exists() and not overwrite:
        raise SettingsError(f"{out / '001.mrc'}: exists; --overwrite writes over it")
    import torch

    from cryo_assets.assets.rounds.latents import read_latents
    from cryo_assets.assets.rounds.tables import decoder
    from cryo_assets.home import Home
    from cryo_assets.store.store import Store
    from cryo_core.heterogeneity.trajectories import trajectory, walk

    home = Home.from_environment()
    found, model = _newest(Store(home.store, home.work), name, number)
    known = read_latents(found).mean
    if between is not None:
        ends = _rows("--between", between, len(known))
        if len(ends) != 2:
            raise SettingsError(f"--between {between}: should be two particles, as 3,17")
        where: Tensor = trajectory(known, ends[0], ends[1], points, neighbours)
    elif axis is not None:
        where = walk(known, axis - 1, points)
    elif particles is not None:
        where = known[torch.tensor(_rows("--particles", particles, len(known)))]
    else:
        assert latents is not None
        where = torch.from_numpy(read_array(latents, 2))
        if not bool(torch.isfinite(where).all()):
            raise SettingsError(f"{latents}: its latents are not all finite")
        if where.shape[1] != known.shape[1]:
            raise SettingsError(
                f"{latents}: {where.shape[1]} latents, and those of {name} have {known.shape[1]}"
            )
    document: dict[str, Any] = {"latents": found.recipe.asset, "version": found.version}
    document |= write_volumes(out, where, decoder(model, torch.device("cpu")))
    if json:
        print_json(document)
    else:
        rows = [(key, shown(value)) for key, value in document.items() if not isinstance(value, list)]
        print_table(("field", "value"), rows)


def _newest(store: "Store", name: str, number: int | None) -> "tuple[Artifact, Artifact]":
    """Give the latents of a round, the newest where none is asked for, and the model that they are of."""
    wanted = "round_*" if number is None else f"round_{number:02d}"
    groups = sorted(
        (path.parent.parent.name for path in store.root.glob(f"{wanted}/latents/{name}")), reverse=True
    )
    for group in groups:
        latents = store.newest(f"{group}/latents", name)
        if latents is None:
            continue
        key = f"{group}/model"
        model = store.by_version(key, name, latents.recipe.inputs[key])
        if model is None:
            raise StoreError(
                f"{latents.folder}: the model that it rests on was removed; `cryo run {name}` makes it"
            )
        return latents, model
    raise StoreError(
        f"{name}: no latents{'' if number is None else f' of round {number}'} were made; "
        f"`cryo run {name} --to {'round_01' if number is None else wanted}/latents` makes them"
    )


def _rows(option: str, text: str, count: int) -> list[int]:
    """Give rows from 0 of particles numbered from 1."""
    rows = [number - 1 for number in particle_numbers(option, text)]
    for row in rows:
        if not 0 <= row < count:
            raise SettingsError(f"{option} {text}: particle {row + 1}: there are {count}")
    return rows
