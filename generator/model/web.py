"""Web addresses as they come: an address in, its parts out, whatever stands where an address should."""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlsplit


def parts_of(url: str | None) -> SplitResult:
    """Return the parts of an address (RFC 3986); all of them empty where it is none.

    >>> parts_of("https://post.example/quay").hostname, parts_of("http://[quay]/").hostname, parts_of(None).path
    ('post.example', None, '')
    """
    try:
        return urlsplit(url or "")
    except ValueError:  # a bracket that is not closed, a sign that is another in a host's name
        return SplitResult("", "", "", "", "")


def joined(base: str | None, url: str) -> str:
    """Return where a link of a page leads; the link as it is where one of the two is no address."""
    try:
        return urljoin(base or "", url)
    except ValueError:
        return url
