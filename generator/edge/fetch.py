"""An address on the public web in, the page that stands there out: nothing private is ever reached, whoever names it.

http and https only. The name is resolved once, every address it has is checked, and the connection goes to the address that was checked,
so that no second answer of a name server can lead elsewhere. Each redirect is checked anew. Size and time are limited. Proxies named in
the environment are not used: behind one, no address could be checked.
"""

from __future__ import annotations

import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from generator import __version__
from generator.edge.cookies import Cookies
from generator.edge.public import IPAddress, is_public
from generator.edge.robots import Robots
from generator.model import codes
from generator.model.diagnostic import Checked, Code, tell

LARGEST = 16_000_000
"""Bytes of a page or document, unpacked."""
SECONDS = 20.0
"""For one page, with its redirects each."""
REDIRECTS = 5
PATIENCE = 60.0
"""Seconds that are waited at most when a site asks to come back later; it is asked twice more."""
_TRIES = 3
_BUSY = frozenset({429, 503})
_KINDS = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
_AGENT = "dateline"
_MOVED = frozenset({301, 302, 303, 307, 308})
_PORTS = {"http": 80, "https": 443}
_CHUNK = 65_536
_KEPT = "%/:=&?~#+!$,;'@()*[]"
"""Characters of a path or query that stay as they are; all others are percent-encoded (RFC 3986)."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it was answered: the address it was found at in the end, its media type, its bytes, and the encoding that was named."""

    url: str
    kind: str
    content: bytes
    charset: str = ""


class _RefusedError(Exception):
    """Why an address is not fetched: the code and the parts of its message."""

    def __init__(self, code: Code, **parts: object) -> None:
        super().__init__(code.name)
        self.code, self.parts = code, parts


@dataclass(frozen=True, slots=True)
class _Moved:
    """Where an answer leads."""

    to: str


@dataclass(frozen=True, slots=True)
class _Later:
    """How many seconds a busy site asks to wait; None where it does not say."""

    seconds: float | None
    reason: str


@dataclass(slots=True)
class _Visit:
    """One fetch: which addresses may be connected to, which media types are wanted, what waits, and the cookies between its requests."""

    allowed: Callable[[IPAddress], bool]
    kinds: tuple[str, ...]
    wait: Callable[[float], None]
    cookies: Cookies = field(default_factory=Cookies)


def fetch(
    url: str,
    allowed: Callable[[IPAddress], bool] | None = None,
    kinds: tuple[str, ...] = _KINDS,
    robots: Robots | None = None,
    wait: Callable[[float], None] = time.sleep,
) -> Checked[Fetched | None]:
    """Fetch one page.

    Args:
        url: http or https, without a user name.
        allowed: tells which addresses may be connected to; None takes :func:`is_public`.
        kinds: the media types that are wanted.
        robots: what sites allow; None asks nobody.
        wait: sleeps for some seconds, where a busy site asks to come back later.

    Returns:
        The page; None with NOT_PUBLIC, NOT_FOR_ROBOTS or CANNOT_FETCH.
    """
    here = url
    visit = _Visit(allowed or is_public, kinds, wait)
    try:
        for _ in range(REDIRECTS + 1):
            if robots is not None and _is_web(here) and not robots.allow(here, _AGENT):
                return Checked(None, (tell(codes.NOT_FOR_ROBOTS, url=here),))
            answer = _patient(here, visit)
            if isinstance(answer, Fetched):
                return Checked(answer)
            here = urljoin(here, answer.to)
    except _RefusedError as error:
        return Checked(None, (tell(error.code, None, None, url=here, **error.parts),))
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        return Checked(None, (tell(codes.CANNOT_FETCH, url=here, reason=_reason(error)),))
    return Checked(None, (tell(codes.CANNOT_FETCH, url=url, reason=f"more than {REDIRECTS} redirects"),))


def robots_of(allowed: Callable[[IPAddress], bool] | None = None) -> Robots:
    """Return what asks sites for their robots.txt, as any page is fetched."""

    def read(url: str) -> bytes | None:
        found = fetch(url, allowed, ("text/plain",), wait=lambda _seconds: None).value
        return found.content if found else None

    return Robots(read)


def _is_web(url: str) -> bool:
    return url.lower().startswith(("http://", "https://"))


def _patient(url: str, visit: _Visit) -> Fetched | _Moved:
    """Ask for one address, again after a while where the site is busy and says when."""
    answer: Fetched | _Moved | _Later = _asked(url, visit)
    for _ in range(_TRIES - 1):
        if not isinstance(answer, _Later) or answer.seconds is None or answer.seconds > PATIENCE:
            break
        visit.wait(answer.seconds)
        answer = _asked(url, visit)
    if isinstance(answer, _Later):
        raise _RefusedError(codes.CANNOT_FETCH, reason=answer.reason)
    return answer


def _asked(url: str, visit: _Visit) -> Fetched | _Moved | _Later:
    """Ask for one address; return the page, where it says that it has moved to, or when to come back."""
    parts = _parts(url)
    host = (parts.hostname or "").lower()
    with _connected(parts, visit.allowed) as (connection, is_cut):
        path = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
        headers = {
            "User-Agent": f"dateline/{__version__}",
            "Accept": ", ".join(visit.kinds),
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }
        if cookies := visit.cookies.header(host):
            headers["Cookie"] = cookies
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        visit.cookies.keep(host, response.headers.get_all("Set-Cookie", []))
        moved = response.getheader("Location")
        if response.status in _MOVED and moved:
            return _Moved(moved)
        if response.status in _BUSY:
            return _Later(_seconds(response.getheader("Retry-After")), f"answered {response.status} {response.reason}".strip())
        if response.status != http.HTTPStatus.OK:
            raise _RefusedError(codes.CANNOT_FETCH, reason=f"answered {response.status} {response.reason}".strip())
        said = response.getheader("Content-Type") or ""
        kind = said.partition(";")[0].strip().lower()
        if kind not in visit.kinds:
            wanted = "page" if visit.kinds == _KINDS else "picture" if visit.kinds[0].startswith("image/") else "table"
            raise _RefusedError(codes.CANNOT_FETCH, reason=f"is no {wanted} but {kind or 'of no known type'}")
        charset = _CHARSET.search(said)
        return Fetched(url.partition("#")[0], kind, _body(response, is_cut), charset[1] if charset else "")


_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)


def _seconds(words: str | None) -> float | None:
    """Return the seconds of a Retry-After: a number, or a date (RFC 9110); None where it says neither."""
    if words is None:
        return None
    if words.strip().isdigit():
        return float(words)
    try:
        when = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return max(0.0, (when.replace(tzinfo=when.tzinfo or UTC) - datetime.now(UTC)).total_seconds())


def _parts(url: str) -> SplitResult:
    parts = urlsplit(url)
    if parts.scheme.lower() not in _PORTS or not parts.hostname:
        raise _RefusedError(codes.CANNOT_FETCH, reason="only http:// and https:// addresses are fetched")
    if parts.username is not None or parts.password is not None:
        raise _RefusedError(codes.CANNOT_FETCH, reason="an address with a user name is not fetched")
    if any(ord(sign) <= 0x20 for sign in url):
        raise _RefusedError(codes.CANNOT_FETCH, reason="an address holds no white space")
    return parts


@contextmanager
def _connected(parts: SplitResult, allowed: Callable[[IPAddress], bool]) -> Iterator[tuple[http.client.HTTPConnection, threading.Event]]:
    """Connect to an address that was checked; after SECONDS the connection is cut, however slowly the answer drips, and the event set."""
    host = (parts.hostname or "").encode("idna").decode()
    port = parts.port or _PORTS[parts.scheme.lower()]
    line = _socket(host, port, allowed)
    if parts.scheme.lower() == "https":
        line = ssl.create_default_context().wrap_socket(line, server_hostname=host, do_handshake_on_connect=False)
    is_cut = threading.Event()
    clock = threading.Timer(SECONDS, _cut, [line, is_cut])
    clock.daemon = True
    clock.start()
    connection = http.client.HTTPConnection(host, port)
    connection.sock = line
    try:
        if isinstance(line, ssl.SSLSocket):
            line.do_handshake()
        yield connection, is_cut
    except OSError as error:
        if is_cut.is_set():
            raise TimeoutError from error
        raise
    finally:
        clock.cancel()
        connection.close()
        line.close()


def _socket(host: str, port: int, allowed: Callable[[IPAddress], bool]) -> socket.socket:
    """Resolve a name, refuse it when any of its addresses is not allowed, and connect to one of those that were checked."""
    found = list(dict.fromkeys((family, place) for family, _, _, _, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
    for _, place in found:
        address = ipaddress.ip_address(str(place[0]).partition("%")[0])
        if not allowed(address):
            raise _RefusedError(codes.NOT_PUBLIC, address=address)
    last: OSError | None = None
    for family, place in found:
        made = socket.socket(family, socket.SOCK_STREAM)
        made.settimeout(SECONDS)
        try:
            made.connect(place)
        except OSError as error:
            made.close()
            last = error
        else:
            return made
    raise last or OSError("no address")


def _cut(line: socket.socket, is_cut: threading.Event) -> None:
    is_cut.set()
    with suppress(OSError):
        socket.socket.shutdown(line, socket.SHUT_RDWR)  # also below TLS, without its farewell


def _body(response: http.client.HTTPResponse, is_cut: threading.Event) -> bytes:
    """Read a body up to its limit, to its very end; a packed one is unpacked no further than that."""
    packed = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if packed not in {"identity", "gzip", "x-gzip"}:
        raise _RefusedError(codes.CANNOT_FETCH, reason=f"is packed as {packed}")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16) if packed != "identity" else None  # 16: with gzip's own head
    parts: list[bytes] = []
    size = 0
    while chunk := response.read(_CHUNK):
        plain = unpacker.decompress(chunk, LARGEST + 1 - size) if unpacker else chunk
        size += len(plain)
        if size > LARGEST:
            raise _RefusedError(codes.CANNOT_FETCH, reason=f"is larger than {LARGEST:,} bytes")
        parts.append(plain)
    if is_cut.is_set():
        raise TimeoutError
    if response.length or (unpacker and not unpacker.eof):
        raise _RefusedError(codes.CANNOT_FETCH, reason="the answer broke off")
    return b"".join(parts)


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return f"no answer within {SECONDS:.0f} seconds"
    if isinstance(error, http.client.IncompleteRead):
        return "the answer broke off"
    return " ".join(str((error.strerror if isinstance(error, OSError) else None) or error or type(error).__name__).split())
