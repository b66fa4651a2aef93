"""An address on the public web in, the page that stands there out: nothing private is ever reached, whoever names it.

http and https only. The name is resolved once, every address it has is checked, and the connection goes to the address that was checked,
so that no second answer of a name server can lead elsewhere. Each redirect is checked anew. Size and time are limited. Proxies named in
the environment are not used: behind one, no address could be checked.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from generator import __version__
from generator.model import codes
from generator.model.diagnostic import Checked, Code, tell

LARGEST = 4_000_000
"""Bytes of a page, unpacked."""
SECONDS = 20.0
"""For one page, with its redirects each."""
REDIRECTS = 5
_KINDS = ("text/html", "application/xhtml+xml", "text/plain")
_MOVED = frozenset({301, 302, 303, 307, 308})
_PORTS = {"http": 80, "https": 443}
_CHUNK = 65_536
_KEPT = "%/:=&?~#+!$,;'@()*[]"
"""Characters of a path or query that stay as they are; all others are percent-encoded (RFC 3986)."""

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it was answered: the address it was found at in the end, its media type and its bytes."""

    url: str
    kind: str
    content: bytes


class _RefusedError(Exception):
    """Why an address is not fetched: the code and the parts of its message."""

    def __init__(self, code: Code, **parts: object) -> None:
        super().__init__(code.name)
        self.code, self.parts = code, parts


def fetch(url: str, allowed: Callable[[IPAddress], bool] | None = None, kinds: tuple[str, ...] = _KINDS) -> Checked[Fetched | None]:
    """Fetch one page.

    Args:
        url: http or https, without a user name.
        allowed: tells which addresses may be connected to; None takes :func:`is_public`.
        kinds: the media types that are wanted.

    Returns:
        The page; None with NOT_PUBLIC or CANNOT_FETCH.
    """
    here = url
    try:
        for _ in range(REDIRECTS + 1):
            answer = _asked(here, allowed or is_public, kinds)
            if isinstance(answer, Fetched):
                return Checked(answer)
            here = urljoin(here, answer)
    except _RefusedError as error:
        return Checked(None, (tell(error.code, None, None, url=here, **error.parts),))
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        return Checked(None, (tell(codes.CANNOT_FETCH, url=here, reason=_reason(error)),))
    return Checked(None, (tell(codes.CANNOT_FETCH, url=url, reason=f"more than {REDIRECTS} redirects"),))


def is_public(address: IPAddress) -> bool:
    """Tell whether an address is one of the public internet.

    Not enough is ``is_global``: it lets multicast through, some reserved blocks, and IPv6 addresses that carry a private IPv4 one
    (mapped, 6to4, Teredo, NAT64; RFC 4291, 3056, 4380, 6052).

    >>> [is_public(ipaddress.ip_address(each)) for each in ("93.184.216.34", "127.0.0.1", "::ffff:10.0.0.1", "192.0.0.192")]
    [True, False, False, False]
    """
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        return is_public(address.ipv4_mapped)
    if any(address in network for network in _NEVER if network.version == address.version):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


_NEVER = tuple(
    ipaddress.ip_network(each)
    for each in (
        "0.0.0.0/8",
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2001::/23",
        "2002::/16",
        "fec0::/10",
    )
)


def _asked(url: str, allowed: Callable[[IPAddress], bool], kinds: tuple[str, ...]) -> Fetched | str:
    """Ask for one address; return the page, or where it says that it has moved to."""
    parts = _parts(url)
    with _connected(parts, allowed) as (connection, is_cut):
        path = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
        headers = {
            "User-Agent": f"dateline/{__version__}",
            "Accept": ", ".join(kinds),
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        moved = response.getheader("Location")
        if response.status in _MOVED and moved:
            return moved
        if response.status != http.HTTPStatus.OK:
            raise _RefusedError(codes.CANNOT_FETCH, reason=f"answered {response.status} {response.reason}".strip())
        kind = (response.getheader("Content-Type") or "").partition(";")[0].strip().lower()
        if kind not in kinds:
            raise _RefusedError(
                codes.CANNOT_FETCH, reason=f"is no {'page' if kinds == _KINDS else 'table'} but {kind or 'of no known type'}"
            )
        return Fetched(url.partition("#")[0], kind, _body(response, is_cut))


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
