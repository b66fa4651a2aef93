"""The date that a page's own scripts hold for its article: the state of a framework, a data layer for statistics.

In: the elements of the page. Out: the names of values and their words, where all that scripts call a publication is of one day; nothing
where they speak of several, for then most are those of other stories.
"""

from __future__ import annotations

import re
from typing import Any

from generator.read.dating.stated import stamped

_VALUE = re.compile(
    r"[\"'](?P<name>(?:[a-z]{0,12}[_.]?)?(?:published?|publish|publication|pub|first_?publi(?:shed|cation))[_-]?(?:date|time|at|on|date_?time|_?utc)?"
    r"|date_?published|original_?publi(?:sh|cation)_?date)\\?[\"']\s*[:,]\s*\\?[\"'](?P<words>[^\"'\\<>]{8,40})\\?[\"']",
    re.IGNORECASE,
)
_LARGEST = 1_000_000
"""Characters of scripts that are looked at."""
_MOST = 200


def in_scripts(tree: Any) -> list[tuple[str, str]]:
    """Return the first date that scripts call that of the publication, if there is no other."""
    found: dict[object, tuple[str, str]] = {}
    left, count = _LARGEST, 0
    for script in tree.iter("script"):
        words = script.text or ""
        if "ld+json" in (script.get("type") or "") or not words or left <= 0:
            continue
        for match in _VALUE.finditer(words[:left]):
            count += 1
            if count <= _MOST and (when := stamped(match["words"])) and when.swapped is None:
                found.setdefault(when.published.day, (match["name"], match["words"]))
        left -= len(words)
    return list(found.values()) if len(found) == 1 and count <= _MOST else []
