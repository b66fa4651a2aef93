"""The law of quotation marks in headlines: “ ” stand only round an unbroken piece of the cited text that its source says in such marks.

And whoever is named beside them is named there too, outside of marks, or is known to be the speaker.

In: a mention and its article's text. Out: the mention, without its headline where that breaks the law; it is then told by its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model.mention import EventMention
from generator.model.story import Story
from generator.model.timex import Step

FAULT = "quotation"
"""What stands in the mention's ``fault`` when its headline was withheld."""
_QUOTED = re.compile(r'[“„«"]([^“”„«»"]*)[”“»"]')
_NAME = re.compile(r"(?<!\w)[^\W\d_a-zß-ÿ][\w’'-]*(?: [^\W\d_a-zß-ÿ][\w’'-]*)*")
"""Words with capitals, one after the other."""
_WORD = re.compile(r"[^\W_]+")
_STEM = 5
"""Letters by which two names are of one: Russia's, Russian."""
_DAY = re.compile(r"\[[^\]\d]*\d[^\]]*\]")
"""A date that was put in."""
_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'"})
_ENDS = frozenset('.,;:!?…—–-)"')
"""Before one of these a clause ends, or what the source itself puts in marks."""


def lawful(mention: EventMention, text: str, story: Story) -> EventMention:
    """Return the mention as it is, or without a headline that puts marks round what nobody said, or not so."""
    if not _QUOTED.search(mention.headline):
        return mention
    opening = story.of("time_or_reason") | story.of("on_condition")
    if wrong := broken(mention.headline, _around(mention, text, 0), opening):
        step = Step("withheld", f"its headline, for “{wrong}” is no unbroken piece of what is quoted")
    elif stranger := strange(mention.headline, f"{_around(mention, text, 1)}\n{_quote(mention, text)}", mention.speaker or ""):
        step = Step("withheld", f"its headline, for “{stranger}” is not named beside what is quoted")
    else:
        return mention
    return replace(mention, headline="", fault=FAULT, reasons=(*mention.reasons, step))


def strange(headline: str, told: str, speaker: str = "") -> str | None:
    """Return the first name beside a headline's marks that neither is the speaker's nor stands, outside of marks, in what is told round it.

    >>> strange("“It will hold,” said Lena Holt", '"It will hold," Holt said. Brandt did not think so.')
    >>> strange("“It will hold,” said Tom Brandt", '"It will hold," Holt said. "Brandt did not think so."')
    'Tom Brandt'
    """
    beside = _DAY.sub(" ", _QUOTED.sub(" ", headline))
    told = told.translate(_MARKS)
    outside = (_QUOTED.sub(" ", each) for each in (told, *told.split("\n")))  # marks that are left open may end with their paragraph
    known = {word.casefold()[:_STEM] for word in _WORD.findall(" ".join((*outside, speaker)))}
    names = (found[0] for found in _NAME.finditer(beside))
    return next((name for name in names if not any(word.casefold()[:_STEM] in known for word in _WORD.findall(name))), None)


def _around(mention: EventMention, text: str, beyond: int) -> str:
    """Return the paragraphs in which a mention's quote stands, and as many before and behind it as *beyond* says."""
    start, end = text.rfind("\n", 0, mention.quote.start) + 1, text.find("\n", mention.quote.end)
    for _ in range(beyond):
        start = text.rfind("\n", 0, len(text[:start].rstrip())) + 1
        end = text.find("\n", end + len(text[end:]) - len(text[end:].lstrip())) if end >= 0 else end
    return text[start : end if end >= 0 else len(text)]


def _quote(mention: EventMention, text: str) -> str:
    """Return the sentence by itself, on one line: marks that were left open before it do not turn its own round."""
    return " ".join(mention.quote.of(text).split())


def broken(headline: str, paragraph: str, opening: frozenset[str] = frozenset()) -> str | None:
    """Return the first words between a headline's marks that the paragraph it rests on does not so quote.

    *opening* are words that open another clause, so that one may end before them.

    >>> broken("He called it “a small”", 'He called it "a small miracle".')
    'a small'
    >>> broken("He called it “a small miracle”", 'He called it "a small miracle".')
    """
    said = " ".join(paragraph.translate(_MARKS).split())
    pieces = (" ".join(found[1].translate(_MARKS).split()) for found in _QUOTED.finditer(headline))
    return next((piece for piece in pieces if not _stands(piece, said, opening)), None)


def _stands(piece: str, said: str, opening: frozenset[str]) -> bool:
    """Tell whether a piece stands in a text inside quotation marks, up to where a clause or the marks end.

    Its first letter may have become a capital. Marks that open in an earlier paragraph are known by the one that closes them.
    """
    bare = piece.rstrip(".,;:!?")
    for start in sorted({*_places(bare, said), *_places(bare[:1].lower() + bare[1:], said)}):
        end = start + len(bare)
        whole = not (said[start - 1 : start].isalnum() or said[end : end + 1].isalnum())
        inside = said.count('"', 0, start) % 2 or said.count('"', end) % 2
        rest = said[end : end + 40].lstrip()
        if whole and inside and (not rest or rest[0] in _ENDS or rest.split()[0].lower() in opening):
            return True
    return False


def _places(piece: str, text: str) -> Iterator[int]:
    at = text.find(piece) if piece else -1
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)
