"""`cryo posefree-volumes`: maps at points of a latent space, and a movie of slices through them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.output import Json, print_json, print_table, reporter, shown
from cryo_assets.cli.tools.basics import Overwrite
from cryo_core.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from torch import Tensor

    from cryo_core.data import Volume

_ONE = "--particles, --latents, --random, --between or --axis"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("posefree-volumes")(posefree_volumes)


def posefree_volumes(
    model: Annotated[
        Path,
        typer.Argument(
            metavar="MODEL",
            help="Folder of a linear model (`cryo posefree --motion`, model/ of posefree/volumes), "
            "or of a network (posefree/model by the network).",
        ),
    ],
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder to write maps and movie.gif into.")],
    particles: Annotated[str | None, typer.Option(help="Particles by number, from 1: 3,17.")] = None,
    latents: Annotated[Path | None, typer.Option(help="A .npy of points × latents.")] = None,
    random: Annotated[int | None, typer.Option(min=1, help="So many points drawn like particles.")] = None,
    between: Annotated[str | None, typer.Option(help="A line between two particles: 3,17.")] = None,
    axis: Annotated[
        int | None, typer.Option(min=1, help="Along a principal axis, 5th to 95th percentile.")
    ] = None,
    points: Annotated[int, typer.Option(min=2, help="Points of a line or an axis.")] = 10,
    seed: Annotated[int, typer.Option(help="Seed of --random.")] = 20240229,
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Write the maps that a model has at particles, given latents, random points, or on a way through its space."""
    asked = [x is not None for x in (particles, latents, random, between, axis)]
    if sum(asked) != 1:
        raise SettingsError(f"choose where: one of {_ONE}")
    if (out / "001.mrc").exists() and not overwrite:
        raise SettingsError(f"{out / '001.mrc'}: exists; --overwrite writes over it")
    from cryo_core.heterogeneity.trajectories import at_particles, at_random, walk
    from cryo_core.heterogeneity.trajectories import between as line
    from cryo_core.posefree.space import read_points, read_space

    space = read_space(model)
    known, decode = space.latents.mean, space.volumes
    if particles is not None:
        where = at_particles(known, _numbers("--particles", particles))
    elif latents is not None:
        where = read_points(latents, known.shape[1])
    elif random is not None:
        import torch

        where = at_random(known, random, torch.Generator().manual_seed(seed))
    elif between is not None:
        ends = _numbers("--between", between)
        if len(ends) != 2:
            raise SettingsError(f"--between {between}: should be two particles, as 3,17")
        where = line(known, ends[0], ends[1], points)
    else:
        assert axis is not None
        where = walk(known, axis - 1, points)
    document = _write(out, where, decode)
    if json:
        print_json(document)
    else:
        print_table(
            ("field", "value"), [(k, shown(v)) for k, v in document.items() if not isinstance(v, list)]
        )


def _numbers(option: str, text: str) -> list[int]:
    try:
        return [int(part) for part in text.split(",")]
    except ValueError:
        raise SettingsError(f"{option} {text}: should be numbers of particles, as 3,17") from None


def _write(out: Path, where: "Tensor", decode: "Callable[[Tensor], Iterator[Volume]]") -> dict[str, Any]:
    import numpy as np

    from cryo_assets.pictures.movie import movie
    from cryo_core.formats.chimerax import write_series_script
    from cryo_core.formats.mrc import write_volume

    out.mkdir(parents=True, exist_ok=True)
    files, volumes = [], []
    with reporter() as bars:
        progress = bars.stage("volumes")
        for number, volume in enumerate(decode(where), 1):
            files.append(out / f"{number:03d}.mrc")
            write_volume(files[-1], volume)
            volumes.append(volume)
            progress(number, len(where))
    np.save(out / "points.npy", where.numpy())
    write_series_script(out / "series.cxc", files)
    movie(volumes, out / "movie.gif")
    return {
        "folder": str(out),
        "volumes": len(files),
        "box": volumes[0].density.shape[0],
        "voxel_angstrom": volumes[0].voxel_angstrom,
        "movie": str(out / "movie.gif"),
        "files": [str(path) for path in files],
    }
