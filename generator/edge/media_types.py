"""What kind of file each file of a site is, as servers say it. In: a path. Out: a media type, with its charset where it is text."""

from __future__ import annotations

from pathlib import PurePosixPath

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".bib": "application/x-bibtex; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
}


def media_type(path: str) -> str:
    """Return the media type of a file by its ending.

    >>> media_type("event/index.HTML"), media_type("CNAME")
    ('text/html; charset=utf-8', 'application/octet-stream')
    """
    return _TYPES.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")
