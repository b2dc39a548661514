"""Who may ask: a browser on this machine, from a page of this server, and nobody else."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = ("127.0.0.1", "localhost")
"""Names under which this machine calls itself. Another name may be a stranger's that leads here (DNS rebinding)."""

_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Sent with every answer: a page loads nothing from elsewhere, and no other site may show or read it."""

_READING = ("GET", "HEAD")


class Guard:
    """Refuses what does not come from a page of this server, before anything looks at it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        fault = refusal(scope["method"], Headers(scope=scope))
        answer = JSONResponse({"error": fault}, 403) if fault else self._app
        await answer(scope, receive, with_headers)


def refusal(method: str, headers: Headers) -> str:
    """Why a request is refused; "" if it is not."""
    host = headers.get("host", "")
    if _name(host) not in HOSTS:
        return f"Host {host!r}: this server answers to localhost alone"
    origin = headers.get("origin")
    if origin is not None and origin != f"http://{host}":
        return f"Origin {origin!r}: only pages of this server may ask"
    if method not in _READING and headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return "only pages of this server may change anything"
    return ""


def _name(host: str) -> str:
    """A host without its port; "" where it is not one."""
    try:
        return urlsplit(f"http://{host}").hostname or ""
    except ValueError:
        return ""
