"""The library: what other programs may call. In: a text. Out: its time expressions."""

from __future__ import annotations

from datetime import date

from generator.extract.timexes import tag_text
from generator.language import load
from generator.model.timex import Timex


def tag(text: str, published: date | None = None, language: str = "en", *, day_first: bool = False) -> tuple[Timex, ...]:
    """Find the time expressions of a text and say what they come to.

    *published* is the day that words such as "Tuesday" count from; without it they stay unresolved. *language* is a code ("en");
    ``ValueError`` when there is no table for it. *day_first* reads 10/12/98 as 10 December. Spans count code points of *text*.

    >>> from datetime import date
    >>> [(str(each.type), each.value, str(each.edtf)) for each in tag("They will meet by Friday.", date(2021, 12, 8))]
    [('DATE', '2021-12-10', '[2021-12-08..2021-12-10]')]
    """
    known = load(language)
    if known is None:
        raise ValueError(f"no table for language {language!r}")
    return tag_text(text, published, known, day_first=day_first)
