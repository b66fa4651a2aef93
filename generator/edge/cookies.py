"""Cookies of one fetch: what an answer sets, the next request sends; nothing is kept after it.

In: the headers of answers. Out: the header of a request. Consent pages set a cookie and lead back (RFC 6265, as far as that needs it).
"""

from __future__ import annotations

from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie

_MOST = 60
_LONGEST = 4_096


class Cookies:
    """The cookies of one fetch, by the host that set them."""

    def __init__(self) -> None:
        """Begin without any."""
        self._held: dict[str, dict[str, str]] = {}

    def keep(self, host: str, headers: Iterable[str]) -> None:
        """Keep what an answer of *host* sets; for a wider domain only where the host lies in it."""
        for header in headers:
            try:
                set_ = SimpleCookie(header[:_LONGEST])
            except CookieError:
                continue
            for name, morsel in set_.items():
                domain = morsel["domain"].lstrip(".").lower()
                place = domain if domain.count(".") and (host == domain or host.endswith(f".{domain}")) else host
                held = self._held.setdefault(place, {})
                if len(held) < _MOST:
                    held[name] = morsel.value

    def header(self, host: str) -> str:
        """Return what a request to *host* sends; nothing where there is nothing to send."""
        sent: dict[str, str] = {}
        for place, held in self._held.items():
            if host == place or host.endswith(f".{place}"):
                sent |= held
        return "; ".join(f"{name}={value}" for name, value in sent.items() if value.isascii() and value.isprintable())
