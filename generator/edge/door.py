"""Where a preview answers, and the names by which browsers may call it. In: a port, and an address where others are let in. Out: a Door.

A web page elsewhere can send requests to a local port, and a name of its own can be made to point at this machine; so a preview answers
only to the names of its door.
"""

from __future__ import annotations

import errno
import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

HOST = "127.0.0.1"
_USUAL = {"http": 80, "https": 443}


class PortTakenError(OSError):
    """No port to serve on, or no such address on this machine."""


@dataclass(frozen=True, slots=True)
class Door:
    """The open sockets; ``public`` is the origin under which others reach the preview, empty where only this machine does."""

    sockets: tuple[socket.socket, ...]
    public: str = ""

    @property
    def port(self) -> int:
        """The port that is listened on."""
        return int(self.sockets[0].getsockname()[1])

    @property
    def origins(self) -> frozenset[str]:
        """What browsers may call it by: scheme and host, in small letters."""
        here = {f"http://{name}:{self.port}" for name in (HOST, "localhost")}
        return frozenset({*here, self.public} - {""})

    @property
    def hosts(self) -> frozenset[str]:
        """The same without the scheme."""
        return frozenset(each.partition("://")[2] for each in self.origins)

    @property
    def address(self) -> str:
        """Where the preview is to be opened."""
        return f"{self.public or f'http://{HOST}:{self.port}'}/"

    @property
    def cookie(self) -> str:
        """The name of the cookie by which a browser may read: of its own for each preview, for browsers keep them apart by host alone."""
        return f"dateline-reader-{self.port}"

    @property
    def outer_port(self) -> int:
        """The port that browsers connect to: a proxy may stand in front."""
        parts = urlsplit(self.address)
        return parts.port or _USUAL[parts.scheme]


def listening(port: int, tries: int = 1, host: str = HOST, public: str = "") -> Door:
    """Open *port*, or one of the next; 0 takes any.

    Args:
        port: the first to try.
        tries: how many.
        host: the address of this machine to answer at.
        public: the web address under which others reach it; empty: that of *host*, or nobody but this machine.

    Raises:
        PortTakenError: all of them are in use, or not allowed, or this machine has no such address.
        ValueError: *host* names every address of this machine, and *public* does not say which others use; or *public* is no address.
    """
    if host != HOST and not public and ipaddress.ip_address(host).is_unspecified:
        raise ValueError(f"{host} stands for every address of this machine; say with --public which one others open")
    for each in range(port, port + tries):
        try:
            opened = socket.create_server((host, each), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=128)
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise PortTakenError(f"this machine has no address {host}") from error
            if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
                raise
        else:
            opened.setblocking(False)
            at = f"[{host}]" if ":" in host else host
            return Door((opened,), origin_of(public or f"http://{at}:{opened.getsockname()[1]}") if host != HOST or public else "")
    last = f" to {port + tries - 1}" if tries > 1 else ""
    raise PortTakenError(f"port {port}{last} is in use; choose another with --port")


def origin_of(url: str) -> str:
    """Return the origin of a web address: without its path, and without a port that goes without saying.

    >>> origin_of("https://Desk.example:443/"), origin_of("http://192.168.1.5:8000")
    ('https://desk.example', 'http://192.168.1.5:8000')

    Raises:
        ValueError: it is none, or it has a path: the preview stands at the top of its host.
    """
    parts = urlsplit(url)
    if parts.scheme not in _USUAL or not parts.hostname or parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        raise ValueError(f"“{url}” is no address such as https://desk.example.org")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    port = "" if parts.port in (None, _USUAL[parts.scheme]) else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}"
