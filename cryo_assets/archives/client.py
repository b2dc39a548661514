"""The polite HTTP client that the archives are asked with: retries, time limits, a rate, a name and a contact.

What comes over the network is hostile until parsed: answers are limited in size, JSON errors name the
address, and a name from a listing is refused unless it is a plain name (`safe_name`, `safe_path`).
"""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from importlib.metadata import version
from typing import Any, Self, TypeVar
from urllib.parse import unquote, urljoin, urlsplit

import httpx
import tenacity
from pydantic import BaseModel, ConfigDict, PositiveFloat, PositiveInt

from cryo_core.errors import StoreError

_T = TypeVar("_T")

_LARGEST_DOCUMENT = 256 << 20
"""Bytes of a JSON document or a listing: EMDB's holdings have tens of megabytes."""

_RETRIED_STATUS = frozenset({408, 425, 429, 500, 502, 503, 504})

_LONGEST_WAIT = 60.0

_PLAIN_NAME = re.compile(r"[^\x00-\x1f\x7f/\\]{1,255}")


class ServiceError(StoreError):
    """A service could not be reached, or answered what cannot be used; the message names address and field."""


class AskAgain(Exception):
    """An answer after which the same question may be asked again, not before some seconds have passed."""

    def __init__(self, reason: str, seconds: float = 0.0) -> None:
        super().__init__(reason)
        self.seconds = seconds


class Strict(BaseModel):
    """A model of pydantic that refuses fields it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Politeness(Strict):
    """How a service is asked, and who asks.

    Attributes
    ----------
    contact : e-mail
        Sent with each request, so that an archive can reach you.
    per_second : requests
        In a second.
    tries : tries
        Of a request.
    first_wait : seconds
        Before the second try; doubled each time.
    timeout : seconds
        Of a request.
    """

    contact: str = ""
    per_second: PositiveFloat = 5.0
    tries: PositiveInt = 5
    first_wait: PositiveFloat = 1.0
    timeout: PositiveFloat = 30.0

    def user_agent(self) -> str:
        """Name under which the platform asks."""
        about = f" (contact: {self.contact})" if self.contact else ""
        return f"cryo-assets/{version('cryo-assets')}{about}"


class Service:
    """HTTP questions with retries; one object may be used by several threads."""

    def __init__(self, politeness: Politeness | None = None) -> None:
        self.politeness = limits = politeness or Politeness()
        self._client = httpx.Client(
            headers={"User-Agent": limits.user_agent(), "Accept-Encoding": "identity"},
            timeout=httpx.Timeout(limits.timeout, connect=min(limits.timeout, 15.0)),
            limits=httpx.Limits(max_connections=16),
            follow_redirects=True,
            max_redirects=5,
        )
        self._turn = threading.Lock()
        self._next = 0.0

    def __enter__(self) -> Self:
        """Use the client for a while."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close its connections."""
        self._client.close()

    def get_json(self, url: str) -> Any:
        """A JSON document; ServiceError if it is none."""
        text = self._text(url)
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ServiceError(f"{url}: not JSON ({' '.join(str(error).split())})") from error

    def listing(self, url: str) -> list[str]:
        """Names in a folder's page, folders with a trailing slash; ServiceError for a name that leaves it."""
        return _names(url, self._text(url))

    def head(self, url: str) -> "Head":
        """A file's size, and what changes when it does."""

        def ask() -> Head:
            with self._asked("HEAD", url) as answer:
                return Head.of(answer)

        return self.again(url, ask)

    def _text(self, url: str) -> str:
        def ask() -> str:
            with self._asked("GET", url) as answer:
                body = bytearray()
                for block in answer.iter_bytes():
                    body += block
                    if len(body) > _LARGEST_DOCUMENT:
                        raise ServiceError(f"{url}: longer than a document can be")
                size = Head.of(answer).size
                if size not in (None, len(body)):
                    raise AskAgain(f"{len(body)} bytes of {size} came")
            try:
                return body.decode("utf-8")
            except UnicodeDecodeError as error:
                raise ServiceError(f"{url}: not UTF-8 text") from error

        return self.again(url, ask)

    @contextmanager
    def range(self, url: str, start: int, stop: int) -> Iterator[httpx.Response]:
        """Open bytes start … stop-1 of a file; the answer must be of just these (no retries here)."""
        with self._asked("GET", url, {"Range": f"bytes={start}-{stop - 1}"}) as answer:
            if answer.status_code == 206:
                sent = answer.headers.get("Content-Range", "")
                if not sent.startswith(f"bytes {start}-{stop - 1}/"):
                    raise AskAgain(f"asked for bytes {start}-{stop - 1}, was given {sent!r}")
            elif start != 0 or Head.of(answer).size not in (None, stop):
                raise ServiceError(f"{url}: the server does not give parts of files, so it cannot be resumed")
            yield answer

    @contextmanager
    def _asked(
        self, method: str, url: str, headers: dict[str, str] | None = None
    ) -> Iterator[httpx.Response]:
        """Ask once, in turn; what may be asked again becomes `AskAgain`, the rest a ServiceError."""
        self._wait_for_turn()
        try:
            with self._client.stream(method, url, headers=headers) as answer:
                if answer.status_code in _RETRIED_STATUS:
                    seconds = answer.headers.get("Retry-After", "")
                    raise AskAgain(
                        f"status {answer.status_code}", float(seconds) if seconds.isdigit() else 0.0
                    )
                if answer.status_code >= 300:
                    raise ServiceError(f"{url}: {answer.status_code} {answer.reason_phrase}")
                yield answer
        except httpx.TooManyRedirects as error:
            raise ServiceError(f"{url}: redirected without end") from error
        except httpx.TransportError as error:
            raise AskAgain(f"{type(error).__name__}: {error}") from error
        except (httpx.InvalidURL, httpx.DecodingError) as error:
            raise ServiceError(f"{url}: {error}") from error

    def again(self, url: str, ask: Callable[[], _T]) -> _T:
        """Ask until it is answered: waits grow twofold with jitter, and a server's Retry-After is kept to."""
        limits = self.politeness
        backoff = tenacity.wait_exponential_jitter(
            multiplier=limits.first_wait, max=_LONGEST_WAIT, jitter=limits.first_wait
        )

        def wait(state: tenacity.RetryCallState) -> float:
            error = state.outcome.exception() if state.outcome else None
            asked = error.seconds if isinstance(error, AskAgain) else 0.0
            return min(max(backoff(state), asked), _LONGEST_WAIT)

        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(AskAgain),
            stop=tenacity.stop_after_attempt(limits.tries),
            wait=wait,
            reraise=True,
        )
        try:
            return retrying(ask)
        except AskAgain as error:
            raise ServiceError(f"{url}: no answer after {limits.tries} tries ({error})") from error

    def _wait_for_turn(self) -> None:
        with self._turn:
            now = time.monotonic()
            mine = max(now, self._next)
            self._next = mine + 1.0 / self.politeness.per_second
        if mine > now:
            time.sleep(mine - now)


@dataclass(frozen=True)
class Head:
    """What a server says of a file: its size, and what changes when the file does."""

    size: int | None
    tag: str

    @classmethod
    def of(cls, answer: httpx.Response) -> "Head":
        """Read the headers of an answer."""
        size = answer.headers.get("Content-Length", "")
        tag = answer.headers.get("Last-Modified") or answer.headers.get("ETag") or ""
        return cls(int(size) if size.isdigit() else None, tag)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.targets += [value for name, value in attrs if name == "href" and value]


def _names(url: str, page: str) -> list[str]:
    """Names that an Apache folder page links to: sorting links and those to the folders above are left out."""
    links = _Links()
    links.feed(page)
    here, names = urlsplit(url).path, []
    for link in links.targets:
        if link.startswith(("?", "#")) or here.startswith(urlsplit(urljoin(url, link)).path):
            continue
        if urlsplit(link).scheme or link.startswith("/"):
            if not urljoin(url, link).startswith(url):  # the page's own furniture: a logo, a help page
                continue
            link = urljoin(url, link)[len(url) :]
        name = unquote(link)
        names.append(safe_name(name.removesuffix("/"), url) + ("/" if name.endswith("/") else ""))
    return sorted(set(names))


def safe_name(name: str, where: str) -> str:
    """A name that is one plain part of a path; ServiceError otherwise."""
    if not _PLAIN_NAME.fullmatch(name) or name in (".", "..") or name.startswith(("~", "-")):
        raise ServiceError(f"{where}: the name {name!r} would leave its folder; refused")
    return name


def safe_path(path: str, where: str) -> str:
    """Relative path of plain parts; a leading slash comes and goes in the archives, and is taken off."""
    parts = [part for part in path.strip().split("/") if part not in ("", ".")]
    return "/".join(safe_name(part, where) for part in parts)
