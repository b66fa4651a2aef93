"""Where a sentence's own telling begins: behind a dateline, a byline, a bullet or a piece of page furniture.

In: an article's text, a sentence's span, the Story. Out: the offset where it begins, or None when the whole of it is furniture.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache

from generator.extract.syntax.lemmas import regular
from generator.model.span import Span
from generator.model.story import Story

_AGENCY = re.compile(r"[^\n]{0,160}?\((?:[A-Z][\w./ ]{1,24})\)\s*(?:--+|[-–—])\s*")
_PLACE = re.compile(r"[A-Z][A-Z .,'’/-]{2,50}(?:,\s+(?:[A-Z][a-z]+\.?,?\s*){0,2}(?:\d{1,2})?(?:,\s*\d{4})?)?\s*(?:--+|[–—])\s+(?=[A-Z“\"])")
_ENDS_IN_AGENCY = re.compile(r"\([A-Z][\w./ ]{1,24}\)\s*(?:--+|[-–—])\s*$")
_TORN = re.compile(r"[^(]{0,12}\)")
_STAMP = re.compile(
    r"(?:[A-Z][a-z]+day,?\s+)?(?:\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\s+\d{1,2}),?\s+\d{4}"
    r"(?:,?\s+(?:at\s+)?\d{1,2}[.:]\d\d(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?)\s+(?=[A-Z“\"])"
)
_TIMED_STAMP = re.compile(
    r"(?:[A-Z][a-z]+day,?\s+)?(?:\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\s+\d{1,2}),?\s+\d{4},?\s+\d{1,2}[.:]\d\d\s+[A-Z]{2,4}\s+(?=[A-Z“\"])"
)
_POSTED = re.compile(r"[^\n“\"]{0,60}\d{1,2}[:.]\d\d[^\n“\":]{0,40}?\b\d{4}\b[^\n“\":]{0,60}?\b(?P<verb>[^\W\d_]+):\s+(?![“\"‘'])")
_DAY_AND_HOUR = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\s+\d{4}\s*[-–,]?\s*(?:at\s+)?\d{1,2}[:.]\d\d\b")
_STAMPED = re.compile(r"[^\n“\"]{0,50}?\b\d{4}\s+(?=[A-Z“\"])")
_CAPTION = 200
"""Characters in which a caption with a stamp may stand before the story."""
_BULLET = re.compile(r"[\s•*·▪‣\\|>–—-]+")
_GLUED = re.compile(r"\b(?P<before>[^\W\d_A-Z][\w-]*|[A-Z]\w+)[\"'’”]?\s+(?P<word>[A-Z][a-z]*)(?=\s+(?P<next>\S))")
_HEADING = re.compile(r"(?=(?:[A-Z’'&-]+ ){0,8}[A-Z]{5})(?:[A-Z][A-Z’'&-]+ ){2,8}(?=[A-Z])")
"""Two words or more in capitals before a capital, one of them too long for initials: 'SLOWER GROWTH Trams …'."""
_FEWEST_WORDS = 8
"""Words that must follow for something to be told."""
_SHOUT = 3
"""Letters: a longer word in capitals is of a heading."""
_WORD = 20
"""Characters in which a first word ends."""


def told_from(text: str, span: Span, story: Story, common: AbstractSet[str] = frozenset()) -> int | None:
    """Return the offset at which the sentence begins to tell something; *common* are words that the text also writes small."""
    start = span.start
    for pattern in (_BULLET, _STAMP, _AGENCY, _PLACE, _BULLET):
        match = pattern.match(text, start, span.end)
        if match:
            start = match.end()
    stamp = _TIMED_STAMP.search(text, start, min(span.end, start + _CAPTION))
    if stamp:
        start = stamp.end()
    if text[start : start + 20].lower().startswith(story.furniture_openers):
        return None
    if start >= span.end or _TORN.match(text, start, span.end) or _ENDS_IN_AGENCY.search(text, start, span.end):
        return None
    behind = _behind_furniture(text, start, span.end, story)
    if behind is None:
        return None
    heading = _HEADING.match(text, behind, span.end)
    behind = heading.end() if heading and len(text[heading.end() : span.end].split()) >= _FEWEST_WORDS else behind
    told = _behind_caption(text, behind, span.end, story, common)
    torn = text[told].islower() and not any(char.isupper() for char in text[told : told + _WORD].partition(" ")[0])
    return None if torn else told


def is_comment(text: str, span: Span, story: Story) -> bool:
    """Tell whether a reader's comment opens here: 'At 11:07 am on 15 June 2009, worried wrote: …'; what follows are comments too.

    A live report has the time alone ('11.07am: Ana Lopes writes: …'), and a quoted letter has quote marks: neither is meant.
    """
    posted = _POSTED.match(text, span.start, span.end)
    return posted is not None and posted["verb"].lower() in story.of("posting")


def is_stamped(text: str, span: Span) -> bool:
    """Tell whether a sentence opens with day, year and hour: '8th November 2011-17:42 This seems …'; two such are readers' comments."""
    return _DAY_AND_HOUR.match(text, span.start, span.end) is not None


def _behind_caption(text: str, start: int, end: int, story: Story, common: AbstractSet[str]) -> int:
    """Return where the sentence begins behind a caption that was glued to it without a stop: '… of the fever The council has …'."""
    for match in _GLUED.finditer(text, start, end):
        before, word = match["before"].lower(), match["word"].lower()
        if before in story.determiners or before in story.prepositions or before in story.coordinators or before in story.subordinators:
            continue
        function = word in story.determiners or word in story.subject_pronouns or word in story.connectives or word in story.prepositions
        several = regular(word, "plural") != word
        ended = several and match["before"].islower()  # a capital before it is of the same name: 'Fife Harbour Workers'
        people = ended and regular(word, "plural") in story.people
        plain = ended and word in common
        shouted = match["before"].isupper() and len(before) > _SHOUT
        named = match["next"].isupper() and not shouted and not (word in story.prepositions and match["before"].islower())
        if named or (match["next"].isdigit() and word not in story.of("before_figures")):
            continue
        if text.count("“", start, match.start()) > text.count("”", start, match.start()):
            continue
        if (
            (function or people or plain)
            and len(text[match.start("word") : end].split()) >= _FEWEST_WORDS
            and word not in story.of("first_person")
        ):
            return match.start("word")
    return start


def _behind_furniture(text: str, start: int, end: int, story: Story) -> int | None:
    """Return where the sentence goes on behind a furniture phrase that was glued to its beginning."""
    low = text[start:end].lower()
    held = [phrase for phrase, small in _lowered(story.furniture) if small in low]
    ends = [at + len(phrase) for phrase in held if (at := _furniture_at(text[start:end], low, phrase)) >= 0]
    if not ends:
        return start
    rest = start + max(ends)
    stamp = _STAMPED.match(text, rest, end)
    rest = stamp.end() if stamp else rest
    while rest < end and not text[rest].isupper():
        rest += 1
    words = len(text[rest:end].split())
    early = max(ends) < len(low) / 2
    return rest if early and words >= _FEWEST_WORDS and text[rest - 1 : rest] == " " else None


@lru_cache(maxsize=4)
def _lowered(phrases: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((phrase, phrase.lower()) for phrase in phrases)


def _furniture_at(shown: str, low: str, phrase: str) -> int:
    """Return where a phrase stands as whole words, or -1; one that the table writes with a capital must have it here too."""
    at = low.find(phrase.lower())
    while at >= 0:
        behind = at + len(phrase)
        whole = not shown[at - 1 : at].isalnum() and not (phrase[-1].isalnum() and shown[behind : behind + 1].isalnum())
        if whole and (shown[at].isupper() or not phrase[0].isupper()):
            return at
        at = low.find(phrase.lower(), at + 1)
    return -1
