"""`cryo volumes`: maps at points of a latent space, and two ways to play them."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.files import refuse_to_overwrite, write_map
from cryo_assets.cli.options import Device, Json, Overwrite, Seed
from cryo_assets.cli.output import print_document, reporter
from cryo_core.errors import FormatError, SettingsError, StoreError

if TYPE_CHECKING:
    import torch
    from torch import Tensor

    from cryo_assets.engine.planner import Planner
    from cryo_assets.store.store import Artifact, Store
    from cryo_core.data import Progress
    from cryo_core.posefree.space import Space


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("volumes")(volumes)


@dataclass(frozen=True)
class _Way:
    """Where in a latent space maps are made: the options of the command, of which one says where."""

    between: str | None
    axis: int | None
    particles: str | None
    random: int | None
    latents: Path | None
    straight: bool
    points: int
    neighbours: int
    seed: int

    def __post_init__(self) -> None:
        """Refuse what names no place, or several."""
        places = (self.between, self.axis, self.particles, self.random, self.latents)
        if sum(place is not None for place in places) != 1:
            raise SettingsError("choose where: one of --between, --axis, --particles, --random, --latents")
        if self.straight and self.between is None:
            raise SettingsError("--straight: is how --between goes")


def volumes(
    model: Annotated[
        str,
        typer.Argument(
            metavar="NAME | MODEL",
            help="An entry whose latents were made; or the folder of a pose-free model (`cryo posefree`: motion).",
        ),
    ],
    out: Annotated[
        Path, typer.Option("-o", "--out", help="Folder to write maps, series.cxc and movie.gif into.")
    ],
    between: Annotated[
        str | None,
        typer.Option(help="By particles, in this order, where particles are dense: 3,17 or 3,17,40."),
    ] = None,
    straight: Annotated[bool, typer.Option("--straight", help="--between goes along the line.")] = False,
    axis: Annotated[
        int | None, typer.Option(min=1, help="Along a principal axis, 5th to 95th percentile.")
    ] = None,
    particles: Annotated[str | None, typer.Option(help="At particles by number, from 1: 3,17.")] = None,
    random: Annotated[
        int | None, typer.Option(min=1, help="At so many points, drawn as particles lie.")
    ] = None,
    latents: Annotated[Path | None, typer.Option(help="At a .npy of points × latents.")] = None,
    points: Annotated[int, typer.Option(min=2, help="Points of --between and --axis.")] = 10,
    neighbours: Annotated[
        int, typer.Option(min=1, help="Nearest neighbours that --between may step to.")
    ] = 10,
    number: Annotated[
        int | None, typer.Option("--round", min=1, help="Of an entry: the round; the last.")
    ] = None,
    seed: Seed = 20240229,
    device: Device = "auto",
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Write the maps that a latent model has at points of its space: one .mrc each, for ChimeraX and as a movie.

    Of an entry it is the model of a round, or where no round was made yet the pose-free one.
    """
    from cryo_core.devices import choose_device

    way = _Way(between, axis, particles, random, latents, straight, points, neighbours, seed)
    refuse_to_overwrite(overwrite, out / "001.mrc")
    refuse_to_overwrite(True, out / "points.npy", reads=[latents])
    space, document = _space(model, number, choose_device(device))
    with reporter() as bars:
        document |= write_series(out, space, _points(way, space.latents.mean), bars.stage("volumes"))
    if not json:
        del document["files"]  # the folder says it
    print_document(document, json)


def _space(model: str, number: int | None, device: "torch.device") -> "tuple[Space, dict[str, Any]]":
    """Latent space of an entry of the inbox, or of a model's folder, and what it is called."""
    from cryo_assets.cli.platform.run import planner_of_home
    from cryo_assets.entries.manifest import is_entry
    from cryo_core.posefree.space import read_space

    planner = planner_of_home()
    if not is_entry(planner.home.inbox, model):
        if Path(model).is_dir():
            if number is not None:
                raise SettingsError(
                    f"--round {number}: {model} is the folder of a model, which has no rounds"
                )
            return read_space(Path(model), device), {"model": model}
        if not _is_in_store(planner, model):  # an entry may have left the inbox, and its results be there
            raise SettingsError(f"{model}: neither an entry of {planner.home.inbox} nor a folder of a model")
    latents = _latents(planner, model, number)
    document = {"latents": latents.recipe.asset, "version": latents.version}
    if latents.recipe.asset == "posefree/volumes":
        return read_space(latents.folder / "model", device), document
    return space_of_round(planner.store, latents, device), document


def _is_in_store(planner: "Planner", name: str) -> bool:
    from cryo_assets.engine.chosen import chosen, of_last_round

    if name != Path(name).name:
        return False
    return bool(of_last_round(planner, name, "latents") or chosen(planner, name, "posefree/volumes"))


def _latents(planner: "Planner", name: str, number: int | None) -> "Artifact":
    """Latents of a round, the last where none is named; the pose-free ones where there are none."""
    from cryo_assets.engine.chosen import chosen, of_last_round

    latents = of_last_round(planner, name, "latents", number)
    if latents is None and number is None:
        latents = chosen(planner, name, "posefree/volumes")
    if latents is None:
        of_round, wanted = (
            ("", "round_01") if number is None else (f" of round {number}", f"round_{number:02d}")
        )
        raise StoreError(
            f"{name}: no latents{of_round} were made; `cryo run {name} --to {wanted}/latents` makes them"
        )
    return latents


def space_of_round(store: "Store", latents: "Artifact", device: "torch.device") -> "Space":
    """Latent space of a round, from the latents and the model that they rest on."""
    from cryo_assets.assets.rounds.latents import read_latents
    from cryo_assets.assets.rounds.tables import decoder
    from cryo_core.posefree.space import Space, read_space

    model = store.inputs(latents.recipe)[latents.recipe.asset.replace("/latents", "/model")]
    if model is None:
        raise StoreError(
            f"{latents.folder}: the model that it rests on was removed; `cryo run {latents.entry}` makes it"
        )
    linear = model.folder / "model" / "linear.json"
    decode = read_space(linear.parent, device).volumes if linear.is_file() else decoder(model, device)
    return Space(read_latents(latents), decode)


def _points(way: _Way, latents: "Tensor") -> "Tensor":
    """Points of a latent space, by the latents of its particles."""
    import torch

    from cryo_core.heterogeneity.trajectories import at_particles, at_random, between, tour, walk
    from cryo_core.posefree.space import read_points

    if way.between is not None:
        ends = _numbers("--between", way.between, len(latents))
        if len(ends) < 2 or (way.straight and len(ends) > 2):
            raise SettingsError(f"--between {way.between}: should be two particles, as 3,17")
        if way.straight:
            return between(latents, ends[0], ends[1], way.points)
        return tour(latents, [number - 1 for number in ends], way.points, way.neighbours)
    if way.particles is not None:
        return at_particles(latents, _numbers("--particles", way.particles, len(latents)))
    if way.random is not None:
        return at_random(latents, way.random, torch.Generator().manual_seed(way.seed))
    if way.latents is not None:
        try:
            return read_points(way.latents, latents.shape[1])
        except FormatError as error:
            raise FormatError(f"--latents {error}") from error
    assert way.axis is not None
    return walk(latents, way.axis - 1, way.points)


def _numbers(option: str, text: str, count: int) -> list[int]:
    """Numbers, from 1, of particles that there are."""
    try:
        numbers = [int(part) for part in text.split(",")]
    except ValueError:
        raise SettingsError(f"{option} {text}: should be numbers of particles, as 3,17") from None
    for number in numbers:
        if not 1 <= number <= count:
            raise SettingsError(f"{option} {text}: particle {number}: there are {count}")
    return numbers


def write_series(out: Path, space: "Space", points: "Tensor", progress: "Progress") -> dict[str, Any]:
    """Write the maps at points of a space, the points, the script and the movie; what was written.

    Parameters
    ----------
    out
        The folder, which is made.
    space
        The latent space.
    points
        (m, k), in their order.
    progress
        Is called with maps done and in all.
    """
    import numpy as np

    from cryo_assets.pictures.movie import movie
    from cryo_core.formats.chimerax import write_series_script

    files, made = [], []
    for number, volume in enumerate(space.volumes(points), 1):
        files.append(out / f"{number:03d}.mrc")
        write_map(files[-1], volume)
        made.append(volume.to("cpu"))
        progress(number, len(points))
    np.save(out / "points.npy", points.numpy())
    write_series_script(out / "series.cxc", files)
    movie(made, out / "movie.gif")
    return {
        "folder": str(out),
        "volumes": len(files),
        "box": made[0].density.shape[0],
        "voxel_angstrom": made[0].voxel_angstrom,
        "movie": str(out / "movie.gif"),
        "files": [str(path) for path in files],
    }
