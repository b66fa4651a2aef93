"""Write a tagged text as TimeML (ISO 24617-1; TimeML 1.2.1 as TempEval-3 uses it).

In: name, text, Timexes, day of publication. Out: an XML document with DCT and TEXT.
"""

from __future__ import annotations

from datetime import date
from xml.sax.saxutils import escape, quoteattr

from generator.model.timex import Timex


def timeml(name: str, text: str, timexes: tuple[Timex, ...], published: date | None) -> str:
    """Return the document; without a date of publication its DCT is XXXX-XX-XX."""
    day = published.isoformat() if published else "XXXX-XX-XX"
    parts: list[str] = []
    at = 0
    for number, timex in enumerate(timexes, 1):
        parts.append(_clean(text[at : timex.span.start]))
        mod = f" mod={quoteattr(timex.mod)}" if timex.mod else ""
        inner = _clean(timex.span.of(text))
        parts.append(f'<TIMEX3 tid="t{number}" type="{timex.type.value}" value={quoteattr(timex.value)}{mod}>{inner}</TIMEX3>')
        at = timex.span.end
    parts.append(_clean(text[at:]))
    dct = f'<TIMEX3 tid="t0" type="DATE" value="{day}" functionInDocument="CREATION_TIME">{day}</TIMEX3>'
    body = "".join(parts)
    return f'<?xml version="1.0" ?>\n<TimeML>\n<DOCID>{_clean(name)}</DOCID>\n<DCT>{dct}</DCT>\n<TEXT>{body}</TEXT>\n</TimeML>\n'


def _clean(text: str) -> str:
    """Escape markup; control characters, which XML 1.0 cannot hold, become U+FFFD so that offsets stay."""
    kept = "".join(each if each >= " " or each in "\t\n\r" else "\ufffd" for each in text)
    return escape(kept)
