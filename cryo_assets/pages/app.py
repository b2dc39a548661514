"""The web application: addresses, and what answers at each."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from cryo_assets.assets.rounds.columns import Cloud, columns, table_columns, values
from cryo_assets.assets.rounds.drawn import MOST_BYTES, Drawing
from cryo_assets.home import PACKAGE, Home
from cryo_assets.lineage.drawing import svg
from cryo_assets.lineage.why import History
from cryo_assets.pages.adding import add, asked, first_images, look
from cryo_assets.pages.archive import zipped
from cryo_assets.pages.compared import compared
from cryo_assets.pages.document import listing, page
from cryo_assets.pages.explorer import classes, cloud_of, density, nearest_images
from cryo_assets.pages.folders import listing_of
from cryo_assets.pages.guard import Guard
from cryo_assets.pages.halves import told_by_halves
from cryo_assets.pages.library import EntryView, stored, stored_file
from cryo_assets.pages.paths import ClickedPath
from cryo_assets.pages.picked import drawing_of, new_entry, selection_indices, selection_table
from cryo_assets.pages.pointed import begin, followed
from cryo_assets.pages.runs import plan, start, state
from cryo_assets.pages.volumes import LARGEST_BOX, map_response, traced, volume_response
from cryo_core.errors import CryoError, SettingsError

STATIC = PACKAGE / "pages" / "static"

NEAREST = 8
"""Images beside each other at a click."""

Answer = Callable[[Home, Request], Response]
OfDrawing = Callable[[EntryView, Drawing, Request], Response]
Act = Callable[[Home, Request, bytes], Response]


def make_app(home: Home) -> Starlette:
    """The application over a home."""
    answers: dict[str, Answer] = {
        "/api/entries": _entries,
        "/api/entries/{name}": _page,
        "/api/entries/{name}/state": _state,
        "/api/entries/{name}/plan": _plan,
        "/api/entries/{name}/model": _model,
        "/api/halves": _halves,
        "/api/compare": _compared,
        "/api/folder": _folder,
        "/api/first-images.png": _first_images,
        "/api/explore/{name}": _cloud,
        "/api/explore/{name}/columns": _table_columns,
        "/api/explore/{name}/column/{column}": _column,
        "/api/explore/{name}/density": _density,
        "/api/explore/{name}/nearest.png": _nearest,
        "/api/explore/{name}/path": _path,
        "/api/explore/{name}/frame": _frame,
        "/api/explore/{name}/path.zip": _path_zip,
        "/api/explore/{name}/states": _states,
        "/files/{group}/{asset}/{entry}/{version}/{file:path}": _file,
        "/volumes/{group}/{asset}/{entry}/{version}/{file:path}": _volume,
        "/lineage/{group}/{asset}/{entry}/{version}.svg": _lineage,
        "/export/{name}.zip": _export,
    }
    routes = [Route(path, _shell) for path in ("/", "/entry/{name}", "/explore/{name}", "/compare", "/add")]
    routes += [Route(path, partial(_answered, answer, home)) for path, answer in answers.items()]
    drawn: dict[str, OfDrawing] = {
        "selection.star": partial(selection_table, ".star"),
        "selection.cs": partial(selection_table, ".cs"),
        "ind.pkl": selection_indices,
        "filter": new_entry,
    }
    acts: dict[str, Act] = {
        f"/api/explore/{{name}}/{name}": partial(_of_drawing, act) for name, act in drawn.items()
    }
    acts |= {"/api/explore/{name}/states/make": _make_states}
    acts |= {"/api/entries/{name}/run": _run, "/api/look": _look, "/api/add": _add}
    routes += [Route(path, partial(_acted, act, home), methods=["POST"]) for path, act in acts.items()]
    static = Mount("/static", StaticFiles(directory=STATIC))
    return Starlette(routes=[*routes, static], middleware=[Middleware(Guard)])


def _answered(answer: Answer, home: Home, request: Request) -> Response:
    """What an address answers; a fault is one line, as it is at a terminal."""
    try:
        return answer(home, request)
    except CryoError as error:
        return JSONResponse({"error": str(error)}, 404 if isinstance(error, SettingsError) else 409)


async def _acted(act: Act, home: Home, request: Request) -> Response:
    """What comes of an act; the body of the request, a JSON document, says what is asked for."""
    if request.headers.get("content-type") != "application/json":
        return JSONResponse({"error": "send JSON, as application/json"}, 415)
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            return JSONResponse({"error": "more than a page ever asks for"}, 413)
    return await run_in_threadpool(_answered, partial(_with_body, act, bytes(body)), home, request)


def _with_body(act: Act, body: bytes, home: Home, request: Request) -> Response:
    return act(home, request, body)


def _of_drawing(act: OfDrawing, home: Home, request: Request, body: bytes) -> Response:
    """What is made of the particles that a drawing means."""
    view = _view(home, request)
    return act(view, drawing_of(view, body), request)


def _run(home: Home, request: Request, _: bytes) -> Response:
    view = _view(home, request)
    start(view)
    return JSONResponse({"command": f"cryo run {view.name}"})


def _shell(_: Request) -> Response:
    """The one page that all addresses for people give; what it shows, it asks for."""
    return FileResponse(STATIC / "index.html", headers={"Cache-Control": "no-cache"})


def _entries(home: Home, _: Request) -> Response:
    return JSONResponse(listing(home))


def _page(home: Home, request: Request) -> Response:
    return JSONResponse(page(_view(home, request)))


def _state(home: Home, request: Request) -> Response:
    return JSONResponse(state(_view(home, request)))


def _compared(home: Home, request: Request) -> Response:
    return JSONResponse(compared(home, *(request.query_params.get(side, "") for side in ("a", "b"))))


def _folder(home: Home, request: Request) -> Response:
    return JSONResponse(listing_of(home, request.query_params.get("path", "")))


def _first_images(home: Home, request: Request) -> Response:
    """The first images of a data set that is not added yet; its form is in the query."""
    form = asked(request.query_params.get("form", "").encode())
    picture = first_images(home, form, request.query_params.get("turned") == "1")
    return Response(picture, media_type="image/png")


def _look(home: Home, _: Request, body: bytes) -> Response:
    return JSONResponse(look(home, asked(body)))


def _add(home: Home, _: Request, body: bytes) -> Response:
    return JSONResponse(add(home, asked(body)))


def _plan(home: Home, request: Request) -> Response:
    return JSONResponse(plan(_view(home, request)))


def _view(home: Home, request: Request) -> EntryView:
    return EntryView(home, request.path_params["name"])


def _seen(home: Home, request: Request) -> tuple[EntryView, Cloud]:
    """The entry, and the latent space of the round that the query names (0: the newest)."""
    view = _view(home, request)
    return view, cloud_of(view, int_of(request, "round", 0))


def _cloud(home: Home, request: Request) -> Response:
    view, cloud = _seen(home, request)
    document = {
        "name": cloud.name,
        "round": cloud.round,
        "rounds": sorted(set(view.rounds("latents")) & set(view.rounds("embedding"))),
        "count": cloud.latents.numbers["particles"],
        "columns": [vars(column) for column in columns(cloud)],
        "classes": classes(cloud),
        "versions": {name: made.version for name, made in cloud.parts.items()},
    }
    return JSONResponse(document)


def _table_columns(home: Home, request: Request) -> Response:
    """The names of further columns, which take long to read of a million particles."""
    _, cloud = _seen(home, request)
    return JSONResponse([vars(column) for column in table_columns(cloud)])


def _column(home: Home, request: Request) -> Response:
    """A column as float32, little end first, a value a particle."""
    _, cloud = _seen(home, request)
    found = values(cloud, request.path_params["column"])
    return Response(found.astype("<f4").tobytes(), media_type="application/octet-stream")


def _density(home: Home, request: Request) -> Response:
    """The map that the latent model has at a particle."""
    _, cloud = _seen(home, request)
    box = min(max(int_of(request, "box", 64), 16), LARGEST_BOX)
    return volume_response(density(home, cloud, int_of(request, "row", 0)), box)


def _nearest(home: Home, request: Request) -> Response:
    """The images of the particles nearest to one in latent space, beside the projections of the density there."""
    view, cloud = _seen(home, request)
    picture = nearest_images(view, cloud, int_of(request, "row", 0), NEAREST)
    return Response(picture, media_type="image/png")


def _path(home: Home, request: Request) -> Response:
    """A path by particles."""
    return JSONResponse(ClickedPath(home, _seen(home, request)[1], request).about())


def _frame(home: Home, request: Request) -> Response:
    """The map at one of the points of a path."""
    path = ClickedPath(home, _seen(home, request)[1], request)
    box = min(max(int_of(request, "box", 64), 16), LARGEST_BOX)
    return volume_response(path.frame(int_of(request, "frame", 0)), box)


def _path_zip(home: Home, request: Request) -> Response:
    """The maps of a path at full size, with what plays them in ChimeraX."""
    view, cloud = _seen(home, request)
    headers = {"Content-Disposition": f'attachment; filename="{view.name}_path.zip"'}
    parts = ClickedPath(home, cloud, request).zipped()
    return StreamingResponse(parts, media_type="application/zip", headers=headers)


def _states(home: Home, request: Request) -> Response:
    """How far the maps from the images near points are, and where they are."""
    return JSONResponse(followed(_view(home, request), request.query_params.getlist("at")))


def _make_states(home: Home, request: Request, _: bytes) -> Response:
    command = begin(_view(home, request), request.query_params.getlist("at"))
    return JSONResponse({"command": command})


def _stored(home: Home, request: Request) -> Path:
    place = [request.path_params[part] for part in ("group", "asset", "entry", "version", "file")]
    return stored_file(home, *place)


def _file(home: Home, request: Request) -> Response:
    """A file of the store: a picture is shown, everything else is saved."""
    path = _stored(home, request)
    if path.suffix == ".png":
        return FileResponse(
            path, headers={"Cache-Control": "private, max-age=31536000, immutable", **_BESIDE}
        )
    name = f"{request.path_params['entry']}_{path.name}"
    return FileResponse(path, media_type="application/octet-stream", filename=name)


_BESIDE = {"Cross-Origin-Resource-Policy": "same-site"}
"""Of pictures, which Dagster's pages show: they come from another port of this machine."""


def _lineage(home: Home, request: Request) -> Response:
    """What a version came from, drawn."""
    drawn = svg(History(home).ask(stored(home, *_version(request)).version))
    alone = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'", **_BESIDE}
    return Response(drawn, media_type="image/svg+xml", headers=alone)


def _version(request: Request) -> tuple[str, str, str]:
    part = request.path_params
    return f"{part['group']}/{part['asset']}", part["entry"], part["version"]


def _volume(home: Home, request: Request) -> Response:
    """A map as numbers; `mask` is the address of its mask, if it has one."""
    mask = _named(home, request, "mask")
    return map_response(_stored(home, request), int_of(request, "box", 96), mask)


def _named(home: Home, request: Request, what: str) -> Path | None:
    """The file of the store whose address a query gives; None where it gives none."""
    named = request.query_params.get(what, "")
    place = named.removeprefix("/volumes/").split("/", 4)
    if named and len(place) != 5:
        raise SettingsError(f"{what}: should be the address of a map")
    return stored_file(home, *place) if named else None


def _halves(home: Home, request: Request) -> Response:
    """Directional FSC and Guinier plot of two half maps."""
    half1, half2, mask = (_named(home, request, what) for what in ("half1", "half2", "mask"))
    if half1 is None or half2 is None:
        raise SettingsError("half1, half2: should be the addresses of two half maps")
    return JSONResponse(told_by_halves(half1, half2, mask))


def _model(home: Home, request: Request) -> Response:
    """The chains of an entry's atomic model, as the places (Å) of an atom of each residue."""
    view = _view(home, request)
    if view.model is None:
        raise SettingsError(f"{view.name}: has no atomic model")
    return JSONResponse({"chains": traced(view.model)})


def int_of(request: Request, name: str, usual: int) -> int:
    """A whole number of an address's query; SettingsError where it is none."""
    text = request.query_params.get(name, str(usual))
    if not text.isdecimal() or len(text) > 9:
        raise SettingsError(f"{name} {text[:20]!r}: should be a whole number")
    return int(text)


def _export(home: Home, request: Request) -> Response:
    """What `results/export` wrote for other programs, README and all but the images, as one zip."""
    view = _view(home, request)
    made = view.artifact("results/export")
    if made is None:
        raise SettingsError(f"{view.name}: nothing was exported; `cryo run {view.name} --to results/export`")
    names = [name for name in sorted(made.files) if not name.endswith((".mrcs", "export.zip"))]
    headers = {"Content-Disposition": f'attachment; filename="{view.name}.zip"'}
    return StreamingResponse(zipped(made.folder, names), media_type="application/zip", headers=headers)
