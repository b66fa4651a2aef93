"""The words in the address of an event's page: its day and what it is about. In: an Event. Out: words for a path, or none.

They are a help to whoever reads the address, not what the page is known by: that is the event's id, which stands behind them.
"""

from __future__ import annotations

import re
import unicodedata

from generator.model.calendar import iso
from generator.model.edtf import Edtf, bounds
from generator.model.event import Event

_LONGEST = 48
"""Characters of the words, the date not counted: an address is read at a glance, and must fit into a message."""
_WORD = re.compile(r"[a-z0-9]+")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "’": "", "'": ""})
"""What letters that are no letter with a mark are written as, as far as headlines have them; apostrophes are left out."""


def address_of(event: Event) -> str:
    """Return the words of an event's address, in small ASCII letters and figures; empty where its date and headline come to none."""
    told = event.headline or next((each.own for each in event.best_first if each.quote), "")
    return "-".join(part for part in (_date_of(event.date), _words_of(told)) if part)


def _date_of(date: Edtf) -> str:
    """Return day, month and year of a date as far as all of its days have them in common.

    >>> from generator.model.edtf import Date, Interval
    >>> _date_of(Date(2021, 12, 7)), _date_of(Interval(Date(2021, 12, 6), Date(2021, 12, 12))), _date_of(Interval(None, Date(2021, 12)))
    ('2021-12-07', '2021-12', '')
    """
    span = bounds(date)
    if span.earliest is None or span.latest is None or span.earliest < 1:
        return ""
    first, last = iso(span.earliest), iso(span.latest)
    return next((first[:length] for length in (10, 7, 4) if first[:length] == last[:length] and len(first) == len(last) == 10), "")


def _words_of(told: str) -> str:
    """Return as many words of a headline as an address can hold.

    >>> _words_of("Zoë Øre’s “video call”: 3 hours")
    'zoe-ores-video-call-3-hours'
    """
    plain = unicodedata.normalize("NFKD", told.casefold().translate(_LETTERS)).encode("ascii", "ignore").decode()
    found = ""
    for word in _WORD.findall(plain):
        longer = f"{found}-{word}" if found else word
        if len(longer) > _LONGEST:
            break
        found = longer
    return found
