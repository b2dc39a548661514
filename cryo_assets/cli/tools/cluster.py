"""`cryo cluster`: classes of particles from their latents."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cryo_assets.cli.output import Json, print_json, print_note, print_table, reporter, shown
from cryo_core.errors import FormatError, SettingsError

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from cryo_core.data import Particles
    from cryo_core.heterogeneity.classes.find import Clusters
    from cryo_core.heterogeneity.classes.match import Match
    from cryo_core.heterogeneity.classes.settings import ClusterSettings


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("cluster")(cluster)


def cluster(
    latents: Annotated[Path, typer.Argument(metavar="LATENTS.npy", help="Particles × latents.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="The labels.csv to write.")],
    method: Annotated[
        str | None, typer.Option(help="mixture (needs --precision), gmm, kmeans, dbscan or hdbscan.")
    ] = None,
    precision: Annotated[
        Path | None, typer.Option(help="precision.npy: particles × latents × latents.")
    ] = None,
    classes: Annotated[
        int | None, typer.Option(min=1, help="Number of classes; chosen if not given.")
    ] = None,
    most: Annotated[int, typer.Option(min=1, help="Most classes tried.")] = 8,
    smallest: Annotated[float, typer.Option(help="Share of the particles that a class has at least.")] = 0.01,
    criterion: Annotated[str, typer.Option(help="auto, icl, bic, silhouette, dbcv or stability.")] = "auto",
    on: Annotated[
        str, typer.Option(help="What is looked at: latents, pc, umap2, umap3 or tsne.")
    ] = "latents",
    radius: Annotated[float, typer.Option(help="DBSCAN's eps.")] = 0.5,
    core: Annotated[int, typer.Option(min=1, help="DBSCAN's min_samples.")] = 50,
    dense: Annotated[int, typer.Option(min=1, help="HDBSCAN's smallest cluster.")] = 1000,
    particles: Annotated[
        Path | None, typer.Option(help="The table of these particles, to name the images by.")
    ] = None,
    before: Annotated[
        Path | None, typer.Option(help="labels.csv of the round before: classes keep their numbers.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Seed.")] = 20240229,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Write over what is there.")] = False,
    json: Json = False,
) -> None:
    """Name the classes of particles by their latents: labels.csv with image, class (noise −1) and probability."""
    from cryo_core.heterogeneity.classes.settings import ClusterSettings

    if out.exists() and not overwrite:
        raise SettingsError(f"{out}: exists; --overwrite writes over it")
    if on not in ("latents", "pc", "umap2", "umap3", "tsne"):
        raise SettingsError(f"--on {on}: should be latents, pc, umap2, umap3 or tsne")
    known = {
        "method": ("mixture", "gmm", "kmeans", "dbscan", "hdbscan"),
        "criterion": ("auto", "icl", "bic", "silhouette", "dbcv", "stability"),
    }
    method = method or ("gmm" if precision is None else "mixture")
    for option, value in (("method", method), ("criterion", criterion)):
        if value not in known[option]:
            raise SettingsError(f"--{option} {value}: should be {', '.join(known[option])}")
    settings = ClusterSettings(
        method=method,  # type: ignore[arg-type]
        classes=classes,
        most=most,
        smallest=smallest,
        criterion=criterion,  # type: ignore[arg-type]
        radius=radius,
        core=core,
        dense=dense,
        seed=seed,
    )
    began = time.monotonic()
    found, matched, images = _clustered(latents, precision, settings, on, particles, before)
    labels = found.labels if matched is None else matched.labels
    _write_labels(out, images, labels, found.probability)
    document = _document(found, labels, settings, on) | {
        "matched": None if matched is None else matched.words,
        "seconds": round(time.monotonic() - began, 3),
        "labels": str(out),
    }
    if json:
        print_json(document)
        return
    _print_scores(found)
    print_note(document["verdict"])
    if matched is not None:
        print_note(matched.words)


def _clustered(
    latents: Path,
    precision: Path | None,
    settings: "ClusterSettings",
    on: str,
    particles: Path | None,
    before: Path | None,
) -> tuple["Clusters", "Match | None", list[str]]:
    import numpy as np
    import torch

    from cryo_core.heterogeneity.classes.find import cluster as cluster_latents
    from cryo_core.heterogeneity.classes.find import cluster_points
    from cryo_core.heterogeneity.classes.match import MatchSettings, align, match
    from cryo_core.heterogeneity.embed import EmbeddingSettings, pca, tsne, umap
    from cryo_core.heterogeneity.latents import Latents

    mean = torch.from_numpy(read_array(latents, 2))
    images = _image_names(particles, len(mean)) if particles else [str(i + 1) for i in range(len(mean))]
    earlier = None
    if before is not None:
        table = read_labels(before)
        earlier = align(np.array(images), table["image"].to_numpy(str), table["class"].to_numpy(np.int64))
    with reporter() as bars:
        points = None
        if on != "latents":
            points, layout = pca(mean).scores, EmbeddingSettings(seed=settings.seed)
            if on != "pc":
                points = tsne(points, layout) if on == "tsne" else umap(points, int(on[-1]), layout)
        progress = bars.stage("clustering")
        if precision is None:
            found = cluster_points(mean, settings, points, earlier, progress)
        else:
            known = torch.from_numpy(read_array(precision, 3))
            if known.shape != (len(mean), mean.shape[1], mean.shape[1]):
                raise FormatError(
                    f"{precision}: shape {tuple(known.shape)}, and {latents} has {tuple(mean.shape)}"
                )
            found = cluster_latents(Latents(mean, known), settings, points, earlier, progress)
    matched = None if earlier is None else match(found.labels, earlier, MatchSettings())
    return found, matched, images


def read_array(path: Path, dimensions: int) -> "np.ndarray":
    """Read a .npy file of numbers without trusting it."""
    import numpy as np

    try:
        values = np.load(path, mmap_mode="r", allow_pickle=False)
    except OSError as error:
        raise FormatError(f"{path}: cannot be read ({error.strerror or error})") from error
    except (ValueError, EOFError, SyntaxError, TypeError, OverflowError) as error:
        raise FormatError(f"{path}: not an .npy file of numbers ({' '.join(str(error).split())})") from error
    if not isinstance(values, np.ndarray) or values.dtype.kind not in "fiu":
        raise FormatError(f"{path}: not an .npy file of numbers")
    if values.ndim != dimensions or 0 in values.shape:
        raise FormatError(f"{path}: shape {values.shape}, and it should have {dimensions} dimensions")
    return np.array(values, np.float32)


def _image_names(table: Path, count: int) -> list[str]:
    from cryo_core.formats.particles import read_images

    particles = read_images(table)
    if len(particles) != count:
        raise FormatError(f"{table}: {len(particles)} particles, and there are {count} latents")
    return image_names(particles)


def image_names(particles: "Particles") -> list[str]:
    """Give each image's name as RELION writes it, index@stack, counted from 1."""
    stacks = [str(stack) for stack in particles.stacks]
    pairs = zip(particles.image_number.tolist(), particles.stack_number.tolist(), strict=True)
    return [f"{image + 1:06d}@{stacks[stack]}" for image, stack in pairs]


def _write_labels(path: Path, images: list[str], labels: "np.ndarray", probability: "np.ndarray") -> None:
    import pandas as pd

    table = pd.DataFrame({"image": images, "class": labels, "probability": probability.round(6)})
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    try:
        table.to_csv(partial, index=False)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _document(
    found: "Clusters", labels: "np.ndarray", settings: "ClusterSettings", on: str
) -> dict[str, Any]:
    import numpy as np

    names, counts = np.unique(labels[labels > 0], return_counts=True)
    scores = found.scores.astype(object).where(found.scores.notna(), None)
    return {
        "particles": len(labels),
        "method": settings.method,
        "on": on,
        "criterion": settings.chosen_by,
        "classes": len(names),
        "counts": {str(name): int(count) for name, count in zip(names, counts, strict=True)},
        "noise": int((labels == -1).sum()),
        "scores": [{str(k): _plain(v) for k, v in row.items()} for row in scores.to_dict("records")],
        "midway": [[None if np.isnan(v) else round(float(v), 4) for v in row] for row in found.midway],
        "verdict": found.verdict,
    }


def _plain(value: Any) -> Any:
    return value.item() if hasattr(value, "item") else value


def _print_scores(found: "Clusters") -> None:
    columns = [str(name) for name in found.scores.columns]
    rows = [
        [("*" if v else "") if n == "chosen" else shown(_plain(v)) for n, v in zip(columns, row, strict=True)]
        for row in found.scores.itertuples(index=False)
    ]
    print_table(columns, rows)


def read_labels(path: Path) -> "pd.DataFrame":
    """Read a labels.csv: image, class, probability, and residual where there is one; FormatError names the row."""
    import numpy as np
    import pandas as pd

    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
    except OSError as error:
        raise FormatError(f"{path}: cannot be read ({error.strerror})") from error
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
