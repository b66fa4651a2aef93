"""What the name of a meta element, or of a value in a script, says of the date in it: the publication's, a change's, or another thing's.

In: a name ("article:published_time", "DC.date.issued"). Out: its rank as a witness, and whether it is that of a change.
"""

from __future__ import annotations

import re

_BEST = (
    *("article:published_time", "datepublished", "article:published", "og:article:published_time", "parsely-pub-date"),
    *("dcterms.issued", "dc.date.issued", "citation_publication_date", "prism.publicationdate", "sailthru.date"),
)
"""The names that are believed first among those of one rank."""
_PAGES = frozenset({"pubdate", "originalpublicationdate", "date.available", "dcterms.available", "release_date", "releasedate"})
"""Names that say publication and are often filled with the day of the page's making, or with that of another thing."""
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_CHANGED = re.compile(r"modif|updat|revis|edited|changed|last[-_ ]?mod|\butime\b|correct", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"(?:.*[:. ])?(?:article[-_]|parsely-|iso-8601-|citation_)?(?:(?:date|time)?[-_]?(?:published|publish|publication|pub|issued)"
    r"|(?:published|publish|publication|pub)[-_]?(?:date|time|at|on)|date[-_.]issued|issued)(?:_time|[-_]date)?|sailthru\.date|citation_(?:online_)?date",
    re.IGNORECASE,
)
"""Whole names that say publication; "articleFirstPublished" may be that of an older version."""
_DATED = re.compile(r"publi[sc]|issued|posted|dat(?:e|um|o)?(?![a-z])|date|time|created?(?![a-z])|fecha|day(?![a-z])", re.IGNORECASE)
_OTHERS = re.compile(
    r"video|image|photo|event|book|music|film|movie|game|product|album|birth|expir|(?:^|[^a-z])(?:end|until|start|valid|live)(?![a-z])|comment"
    r"|crawl|retriev|cache|generat|build|render|access|embargo|archiv|copyright|server|now|today|current|session|cookie|version|parent|user"
    r"|review|schedul|publisher|ticket|deadline|timezone|format|locale",
    re.IGNORECASE,
)


def rank_of(name: str) -> int | None:
    """Return the rank of a date by the name that holds it: 1 the day of publication, 2 a day of the page; None where it is another's.

    >>> [rank_of(each) for each in ("article:published_time", "DC.date", "firstPublished", "video:release_date", "og:title")]
    [1, 2, 2, None, None]
    """
    lower = name.lower()
    if _OTHERS.search(lower) or is_change(name):
        return None
    if _PUBLISHED.fullmatch(lower) and lower not in _PAGES:
        return 1
    return 2 if lower in _PAGES or _DATED.search(" ".join(_WORDS.findall(name)).lower()) else None


def is_change(name: str) -> bool:
    """Tell whether a name speaks of a change.

    >>> is_change("article:modified_time"), is_change("article:published_time")
    (True, False)
    """
    return bool(_CHANGED.search(name))


def order_of(name: str) -> tuple[int, int]:
    """Return by what names are put in the order of their worth."""
    lower = name.lower()
    return rank_of(name) or 3, _BEST.index(lower) if lower in _BEST else len(_BEST)
