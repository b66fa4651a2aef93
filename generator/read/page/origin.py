"""Where a page stood on the web: what it says itself, and what the program says that saved it.

In: a page. Out: Origin: the address, and that and the time of an archived copy. A canonical link to a home page is no address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.calendar import MONTHS
from generator.model.web import joined, parts_of
from generator.read.dating.names import month_of
from generator.read.page.markup import Markup

_SAVED = (
    re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>https?://[^\s<>]{1,2000})", re.IGNORECASE),
    re.compile(r"<!-- saved from url=\(\d{4}\)(?P<url>https?://[^\s<>]{1,2000}?)\s*-->", re.IGNORECASE),
    re.compile(r"<!--\s*(?:Mirrored from|Saved from|source:)\s+(?P<url>https?://[^\s<>]{1,2000})", re.IGNORECASE),
)
"""How SingleFile, browsers and mirroring programs note the address of a page within it."""
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/(?P<at>\d{4,14})(?:[a-z]{2}_)?/(?P<url>https?:/{1,2}.+)", re.IGNORECASE)
_MOBILE = re.compile(r"^(?:www\d?|m|mobile|amp|touch|edition)\.(?=[^.]+\.[^.]+)")
_AMP = re.compile(r"/(?:amp|amphtml)(?=/|$)|(?:\.amp)(?=\.html?$|$)|\?amp(?:=1)?$|\?outputType=amp$", re.IGNORECASE)
_TRACKING = re.compile(r"^(?:utm_|fbclid|gclid|ocid|cmpid|ns_|mc_|at_|xtor|igshid|smid|s_cid|partner$|ref$|src$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageOrigin:
    """Where a page stood, and where an archived copy of it stands; None is unknown."""

    url: str | None = None
    archived_url: str | None = None
    archived_at: str | None = None
    saved_at: str | None = None


_SAVED_AT = re.compile(
    r"saved date:\s*\w{3} (?P<month>\w{3}) (?P<day>\d\d) (?P<year>\d{4}) (?P<time>\d\d:\d\d:\d\d) GMT(?P<zone>[+-]\d\d)(?P<minutes>\d\d)"
)


def _saved_at(text: str) -> str | None:
    """Return when SingleFile saved a page, with the zone of that machine."""
    match = _SAVED_AT.search(text[:20_000])
    month = month_of(match["month"]) if match else 0
    if match is None or not 1 <= month <= len(MONTHS):
        return None
    return f"{match['year']}-{month:02}-{match['day']}T{match['time']}{match['zone']}:{match['minutes']}"


def origin(markup: Markup, asked: str | None = None) -> PageOrigin:
    """Return where a page stood.

    Args:
        markup: the page.
        asked: the address that it was fetched from, if it was.
    """
    saved = asked or next((match["url"] for form in _SAVED if (match := form.search(markup.text[:20_000]))), None)
    archived = unarchived(saved) if saved else PageOrigin()
    base = archived.url or saved
    said = list(_said(markup.tree, base))
    if archived.url is None:  # a copy that was saved from an archive without the program's note
        archived = next((found for each in said if (found := unarchived(each)).url), archived)
        base = base or archived.url
    candidates = [unarchived(url).url or url for url in said]
    url = next((each for each in candidates if not is_home(each)), None)
    if url is None:
        url = base or (candidates[0] if candidates else None)
    return PageOrigin(url, archived.archived_url, archived.archived_at, None if asked else _saved_at(markup.text))


def unarchived(url: str) -> PageOrigin:
    """Part the address of an archived copy into both addresses and the day of the copy.

    >>> unarchived("https://web.archive.org/web/20200224120000/https://post.example/quay").archived_at
    '2020-02-24T12:00:00'
    """
    match = _ARCHIVED.fullmatch(url)
    if match is None:
        return PageOrigin()
    stamp, inner = match["at"], re.sub(r"^(https?):/+", r"\1://", match["url"])
    day = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}" if len(stamp) >= 8 else None
    at = f"{day}T{stamp[8:10]}:{stamp[10:12]}:{stamp[12:14]}" if day and len(stamp) == 14 else day
    return PageOrigin(inner, url, at)


def is_home(url: str) -> bool:
    """Tell whether an address is that of a whole site."""
    parts = parts_of(url)
    return not parts.query and parts.path.strip("/").lower() in {"", "index.html", "index.php", "home"}


def same_page(url: str) -> str:
    """Return what addresses of one page share: no scheme, no www, no mobile or AMP form, no tracking.

    >>> same_page("https://m.post.example/amp/quay/?utm_source=x") == same_page("http://www.post.example/quay")
    True
    """
    parts = parts_of(unarchived(url).url or url)
    host = _MOBILE.sub("", (parts.hostname or "").lower())
    path = _AMP.sub("", parts.path).rstrip("/")
    kept = "&".join(sorted(each for each in parts.query.split("&") if each and not _TRACKING.match(each) and each not in {"amp", "amp=1"}))
    return f"{host}{path}{'?' + kept if kept else ''}"


def _said(tree: Any, base: str | None) -> Iterator[str]:
    """Yield the addresses that a page gives itself."""
    links = (each.get("href") for each in tree.iter("link") if (each.get("rel") or "").lower() == "canonical")
    metas = (each.get("content") for each in tree.iter("meta") if (each.get("property") or each.get("name") or "").lower() == "og:url")
    yield from absolute((*links, *metas), base)


def absolute(urls: Iterable[str | None], base: str | None) -> Iterator[str]:
    """Yield the web addresses among *urls*, those without a host completed by *base*."""
    for url in urls:
        full = joined(base or "", (url or "").strip()) if url else ""
        if full.startswith(("https://", "http://")) and not any(sign.isspace() or ord(sign) < 0x20 for sign in full):
            yield full
