"""The web application: addresses, and what answers at each."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from cryo_assets.home import PACKAGE, Home
from cryo_assets.pages.archive import zipped
from cryo_assets.pages.document import listing, page, state
from cryo_assets.pages.explorer import classes, cloud_of, columns, values
from cryo_assets.pages.guard import Guard
from cryo_assets.pages.library import EntryView, stored_file
from cryo_assets.pages.volumes import map_response
from cryo_core.errors import CryoError, SettingsError

STATIC = PACKAGE / "pages" / "static"

Answer = Callable[[Home, Request], Response]


def make_app(home: Home) -> Starlette:
    """The application over a home."""
    shell = partial(_shell, home)
    answers: dict[str, Answer] = {
        "/api/entries": _entries,
        "/api/entries/{name}": _page,
        "/api/entries/{name}/state": _state,
        "/api/explore/{name}": _cloud,
        "/api/explore/{name}/column/{column}": _column,
        "/files/{group}/{asset}/{entry}/{version}/{file:path}": _file,
        "/volumes/{group}/{asset}/{entry}/{version}/{file:path}": _volume,
        "/export/{name}.zip": _export,
    }
    routes = [Route("/", shell), Route("/entry/{name}", shell), Route("/explore/{name}", shell)]
    routes += [Route(path, partial(_answered, answer, home)) for path, answer in answers.items()]
    static = Mount("/static", StaticFiles(directory=STATIC))
    return Starlette(routes=[*routes, static], middleware=[Middleware(Guard)])


def _answered(answer: Answer, home: Home, request: Request) -> Response:
    """What an address answers; a fault is one line, as it is at a terminal."""
    try:
        return answer(home, request)
    except CryoError as error:
        return JSONResponse({"error": str(error)}, 404 if isinstance(error, SettingsError) else 409)


def _shell(home: Home, request: Request) -> Response:  # noqa: ARG001
    """The one page that all addresses for people give; what it shows, it asks for."""
    return FileResponse(STATIC / "index.html", headers={"Cache-Control": "no-cache"})


def _entries(home: Home, request: Request) -> Response:  # noqa: ARG001
    return JSONResponse(listing(home))


def _page(home: Home, request: Request) -> Response:
    return JSONResponse(page(_view(home, request)))


def _state(home: Home, request: Request) -> Response:
    return JSONResponse(state(_view(home, request)))


def _view(home: Home, request: Request) -> EntryView:
    return EntryView(home, request.path_params["name"])


def _cloud(home: Home, request: Request) -> Response:
    view = _view(home, request)
    cloud = cloud_of(view, int_of(request, "round", 0))
    document = {
        "name": cloud.name,
        "round": cloud.round,
        "rounds": sorted(set(view.rounds("latents")) & set(view.rounds("embedding"))),
        "count": cloud.latents.numbers["particles"],
        "columns": [vars(column) for column in columns(cloud)],
        "classes": classes(cloud),
    }
    return JSONResponse(document)


def _column(home: Home, request: Request) -> Response:
    """A column as float32, little end first, a value a particle."""
    cloud = cloud_of(_view(home, request), int_of(request, "round", 0))
    found = values(cloud, request.path_params["column"])
    return Response(found.astype("<f4").tobytes(), media_type="application/octet-stream")


def _stored(home: Home, request: Request) -> Path:
    place = [request.path_params[part] for part in ("group", "asset", "entry", "version", "file")]
    return stored_file(home, *place)


def _file(home: Home, request: Request) -> Response:
    """A file of the store: a picture is shown, everything else is saved."""
    path = _stored(home, request)
    if path.suffix == ".png":
        return FileResponse(path, headers={"Cache-Control": "private, max-age=31536000, immutable"})
    name = f"{request.path_params['entry']}_{path.name}"
    return FileResponse(path, media_type="application/octet-stream", filename=name)


def _volume(home: Home, request: Request) -> Response:
    """A map as numbers; `mask` is the address of its mask, if it has one."""
    named = request.query_params.get("mask", "")
    place = named.removeprefix("/volumes/").split("/", 4)
    if named and len(place) != 5:
        raise SettingsError("mask: should be the address of a map")
    mask = stored_file(home, *place) if named else None
    return map_response(_stored(home, request), int_of(request, "box", 96), mask)


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
