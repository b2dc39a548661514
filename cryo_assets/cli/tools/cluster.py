"""`cryo cluster`: classes of particles from their latents."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from cryo_assets.cli.files import own_roots, refuse_to_overwrite, whole
from cryo_assets.cli.options import Device, Json, Overwrite, Seed, spread
from cryo_assets.cli.output import print_json, print_note, print_table, reporter
from cryo_assets.wording import shown
from cryo_core.errors import FormatError

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    import torch
    from torch import Tensor

    from cryo_core.data import Particles
    from cryo_core.heterogeneity.classes.find import Clusters
    from cryo_core.heterogeneity.classes.match import Match
    from cryo_core.heterogeneity.classes.settings import ClusterSettings
    from cryo_core.heterogeneity.latents import Latents


Method = Literal["mixture", "gmm", "kmeans", "dbscan", "hdbscan"]
Criterion = Literal["auto", "evidence", "icl", "bic", "silhouette", "dbcv", "stability"]
On = Literal["latents", "pc", "umap2", "umap3", "tsne"]


@dataclass(frozen=True)
class Search:
    """How classes are looked for; each field is an option (`spread`)."""

    method: Annotated[
        Method | None, typer.Option(help="mixture (needs --precision), gmm, kmeans, dbscan or hdbscan.")
    ] = None
    classes: Annotated[int | None, typer.Option(min=1, help="Number of classes; chosen if not given.")] = None
    most: Annotated[int, typer.Option(min=1, help="Most classes tried.")] = 8
    smallest: Annotated[int, typer.Option(min=0, help="Images that a class has at least.")] = 25
    criterion: Annotated[Criterion, typer.Option(help="What chooses the number of classes.")] = "auto"
    radius: Annotated[float, typer.Option(help="DBSCAN's eps.")] = 0.5
    core: Annotated[int, typer.Option(min=1, help="DBSCAN's min_samples.")] = 50
    dense: Annotated[int, typer.Option(min=1, help="HDBSCAN's smallest cluster.")] = 1000
    seed: Seed = 20240229


_USUAL = Search()


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("cluster")(spread(cluster))


def cluster(
    latents: Annotated[Path, typer.Argument(metavar="LATENTS.npy", help="Particles × latents.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The labels.csv to write.")],
    search: Search = _USUAL,
    precision: Annotated[
        Path | None, typer.Option(help="precision.npy: particles × latents × latents.")
    ] = None,
    on: Annotated[On, typer.Option(help="What is looked at.")] = "latents",
    particles: Annotated[
        Path | None, typer.Option(help="The table of these particles, to name the images by.")
    ] = None,
    before: Annotated[
        Path | None, typer.Option(help="labels.csv of the round before: classes keep their numbers.")
    ] = None,
    device: Device = "auto",
    overwrite: Overwrite = False,
    json: Json = False,
) -> None:
    """Name the classes of particles by their latents: labels.csv with image, class (noise −1) and probability."""
    from cryo_core.devices import choose_device
    from cryo_core.heterogeneity.classes.settings import ClusterSettings

    refuse_to_overwrite(overwrite, out, reads=[latents, precision, particles, before])
    method = search.method or ("gmm" if precision is None else "mixture")
    settings = ClusterSettings(**vars(search) | {"method": method})
    began = time.monotonic()
    points = _read_latents(latents, precision, choose_device(device))
    images = _image_names(particles, len(points)) if particles else [str(i + 1) for i in range(len(points))]
    clusters, matched = _clustered(points, settings, on, images, before)
    labels = clusters.labels if matched is None else matched.labels
    _write_labels(out, images, labels, clusters.probability)
    document = _document(clusters, labels, settings, on) | {
        "matched": None if matched is None else matched.words,
        "seconds": round(time.monotonic() - began, 3),
        "labels": str(out),
    }
    if json:
        print_json(document)
        return
    _print_scores(clusters)
    print_note(document["verdict"])
    if matched is not None:
        print_note(matched.words)


def _read_latents(path: Path, precision: Path | None, device: "torch.device") -> "Latents | Tensor":
    """Latents with their precision, or the points alone where there is none."""
    import torch

    from cryo_core.formats.arrays import read_array
    from cryo_core.heterogeneity.latents import Latents

    mean = torch.from_numpy(read_array(path, 2)).to(device)
    if precision is None:
        return mean
    matrices = torch.from_numpy(read_array(precision, 3)).to(device)
    if matrices.shape != (len(mean), mean.shape[1], mean.shape[1]):
        raise FormatError(f"{precision}: shape {tuple(matrices.shape)}, and {path} has {tuple(mean.shape)}")
    return Latents(mean, matrices)


def _clustered(
    latents: "Latents | Tensor", settings: "ClusterSettings", on: str, images: list[str], before: Path | None
) -> tuple["Clusters", "Match | None"]:
    import numpy as np

    from cryo_core.heterogeneity.classes.find import cluster as cluster_latents
    from cryo_core.heterogeneity.classes.find import cluster_points
    from cryo_core.heterogeneity.classes.match import MatchSettings, align, match
    from cryo_core.heterogeneity.latents import Latents

    earlier = None
    if before is not None:
        table = read_labels(before)
        earlier = align(np.array(images), table["image"].to_numpy(str), table["class"].to_numpy(np.int64))
    with reporter() as bars:
        points = _embedded(latents.mean if isinstance(latents, Latents) else latents, on, settings.seed)
        progress = bars.stage("clustering")
        if isinstance(latents, Latents):
            clusters = cluster_latents(latents, settings, points, earlier, progress)
        else:
            clusters = cluster_points(latents, settings, points, earlier, progress)
    return clusters, None if earlier is None else match(clusters.labels, earlier, MatchSettings())


def _embedded(mean: "Tensor", on: str, seed: int) -> "Tensor | None":
    """Points that classes are looked for in; None for the latents themselves."""
    from cryo_core.heterogeneity.embed import EmbeddingSettings, pca, tsne, umap

    if on == "latents":
        return None
    points, layout = pca(mean).scores, EmbeddingSettings(seed=seed)
    if on == "pc":
        return points
    return tsne(points, layout) if on == "tsne" else umap(points, int(on[-1]), layout)


def _image_names(table: Path, count: int) -> list[str]:
    from cryo_core.formats.particles import read_images

    particles = read_images(table, image_roots=own_roots(table))
    if len(particles) != count:
        raise FormatError(f"{table}: {len(particles)} particles, and there are {count} latents")
    return image_names(particles)


def image_names(particles: "Particles") -> list[str]:
    """Each image's name as RELION writes it, index@stack, counted from 1."""
    stacks = [str(stack) for stack in particles.stacks]
    pairs = zip(particles.image_number.tolist(), particles.stack_number.tolist(), strict=True)
    return [f"{image + 1:06d}@{stacks[stack]}" for image, stack in pairs]


def _write_labels(path: Path, images: list[str], labels: "np.ndarray", probability: "np.ndarray") -> None:
    import pandas as pd

    table = pd.DataFrame({"image": images, "class": labels, "probability": probability.round(6)})
    with whole(path) as partial:
        table.to_csv(partial, index=False)


def _document(
    clusters: "Clusters", labels: "np.ndarray", settings: "ClusterSettings", on: str
) -> dict[str, Any]:
    import numpy as np

    names, counts = np.unique(labels[labels > 0], return_counts=True)
    scores = clusters.scores.astype(object).where(clusters.scores.notna(), None)
    return {
        "particles": len(labels),
        "method": settings.method,
        "on": on,
        "criterion": settings.chosen_by,
        "classes": len(names),
        "counts": {str(name): int(count) for name, count in zip(names, counts, strict=True)},
        "noise": int((labels == -1).sum()),
        "scores": [{str(k): _plain(v) for k, v in row.items()} for row in scores.to_dict("records")],
        "midway": [[None if np.isnan(v) else round(float(v), 4) for v in row] for row in clusters.midway],
        "verdict": clusters.verdict,
    }


def _plain(value: Any) -> Any:
    return value.item() if hasattr(value, "item") else value


def _print_scores(clusters: "Clusters") -> None:
    columns = [str(name) for name in clusters.scores.columns]
    rows = [
        [("*" if v else "") if n == "chosen" else shown(_plain(v)) for n, v in zip(columns, row, strict=True)]
        for row in clusters.scores.itertuples(index=False)
    ]
    print_table(columns, rows)


def read_labels(path: Path) -> "pd.DataFrame":
    """Read a labels.csv: image, class, probability, and residual where there is one; FormatError names the row."""
    import numpy as np
    import pandas as pd

    from cryo_core.formats.files import require_file

    require_file(path)
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
    except (ValueError, pd.errors.ParserError) as error:
        raise FormatError(f"{path}: not a table of labels ({' '.join(str(error).split())})") from error
    for field in ("image", "class"):
        if field not in table:
            raise FormatError(f"{path}: no column {field}")
    for field in ("class", "probability", "residual"):
        if field not in table:
            continue
        values = pd.to_numeric(table[field], errors="coerce")
        wrong = ~np.isfinite(values.to_numpy(float))
        if field == "class":
            wrong |= (values.to_numpy(float) % 1 != 0) | (np.abs(values.to_numpy(float)) > 1e6)
        if wrong.any():
            row = int(np.flatnonzero(wrong)[0])
            raise FormatError(
                f"{path}: row {row + 1}, field {field}: {table[field][row]!r} is no number for it"
            )
        table[field] = values.astype(np.int64 if field == "class" else float)
    return table
