"""Which time expressions date an event at all.

In: a time expression, or its place in a Parsed sentence. Out: yes or no.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from generator.extract.events.parse import Parsed
from generator.model.edtf import Date, Interval, OneOf, bounds
from generator.model.hedge import Bound
from generator.model.span import Span
from generator.model.story import Story
from generator.model.timex import Timex

_OLDEST = 1300
_CITY = 3
_CLOSE = 12
_MONTHS = 12
_LONGEST = 366
"""An event is placed in time at a year or finer."""
_RANGE = 1100
"""Or between two named months that are at most about three years apart."""

_CLOCK, _MIDNIGHT, _HOUR = 4, "2400", "60"
_STAMP_BEHIND = re.compile(r":?\s+[“\"]?[A-Z]")
_YEAR_BEHIND = re.compile(r"\s*[(\[](\d{4})[)\]]")


def with_years(text: str, timexes: Iterable[Timex]) -> list[Timex]:
    """Return the time expressions in order, a year in brackets ('8 April (2003)') joined to the day before it."""
    joined: list[Timex] = []
    taken = -1
    for timex in sorted(timexes, key=lambda each: (each.said.start, each.said.end)):
        if timex.said.start < taken:
            continue
        behind = _YEAR_BEHIND.match(text, timex.said.end)
        day = timex.edtf
        if behind and isinstance(day, Date) and day.month is not None and str(day.year) not in timex.said.of(text):
            taken = behind.end()
            said = Span(timex.said.start, behind.end())
            joined.append(replace(timex, said=said, edtf=replace(day, year=int(behind[1]))))
        else:
            joined.append(timex)
    return joined


def without_stamps(text: str, timexes: Iterable[Timex], published: int) -> list[Timex]:
    """Leave out what opens a line of a live report and reads as a year to come: '2044 Divers have …' was said at 20:44."""
    return [each for each in timexes if not (_is_stamp(text, each) and int(each.value) > published)]


def _is_stamp(text: str, timex: Timex) -> bool:
    clock = timex.value.isdigit() and len(timex.value) == _CLOCK and timex.value < _MIDNIGHT and timex.value[2:] < _HOUR
    if not clock or timex.said.of(text) != timex.value or not _STAMP_BEHIND.match(text, timex.said.end):
        return False
    before = text[max(0, timex.said.start - _CLOSE) : timex.said.start].rstrip(" ")
    return before[-1:] in {"", "\n", ".", "”"}


def dates_nothing(parsed: Parsed, index: int, story: Story) -> bool:
    """Tell whether the time expression at word *index* dates no event: too vague, a common noun, a caption's, or itself the subject."""
    timex = parsed.words[index].timex
    without = timex is None or is_vague(timex)
    odd = is_common_noun(parsed, index) or dates_caption(parsed, index) or is_subject(parsed, index)
    odd = odd or is_in_name(parsed, index, story) or is_said_of_it(parsed, index, story) or is_glued(parsed, index)
    return without or odd or compares(parsed, index, story) or ends_period(parsed, index, story)


def compares(parsed: Parsed, index: int, story: Story) -> bool:
    """Tell whether the time is only what something is compared with: 'up from 20 million a year earlier', 'against 3 in 2010'."""
    words = parsed.words
    share = words[index - 2].low if index > 1 else ""
    if share and words[index - 1].low in story.of("from") and (share in story.of("shares") or share.endswith("%")):
        return True  # 'gained 9 percent from the third quarter'
    for at in range(index - 1, max(-1, index - _CLOSE), -1):
        if words[at].low in story.of("comparing"):
            return True
        if words[at].low in story.of("from") and words[at + 1].tag == "U":
            return True
        if words[at].tag in {";", ":", "M"} or (words[at].tag == "V" and words[at].form in {"past", "s"}):
            return False
    return False


def ends_period(parsed: Parsed, index: int, story: Story) -> bool:
    """Tell whether the time closes a period of accounts: 'the quarter ended June 30'."""
    words = parsed.words
    ended = index > 1 and words[index - 1].lemma in story.of("end") and words[index - 2].low in story.of("periods")
    return ended or (index > 2 and words[index - 2].lemma in story.of("end") and words[index - 3].low in story.of("periods"))


def is_vague(timex: Timex) -> bool:
    """Tell whether a date says too little: no beginning ('in recent weeks'), only an end ('until May'), more than a year."""
    days = bounds(timex.edtf).days if timex.edtf is not None else None
    if timex.value.isdigit() and int(timex.value) < _OLDEST:
        return True  # a time of day written without a colon
    if timex.bound is Bound.UNTIL or (days is not None and days > (_RANGE if _has_both_ends(timex) else _LONGEST)):
        return True
    return isinstance(timex.edtf, Interval) and timex.edtf.start is None and timex.bound is Bound.NONE


def _has_both_ends(timex: Timex) -> bool:
    """Tell whether a range names the months or days that it runs from and to."""
    day = timex.edtf
    ends = (day.start, day.end) if isinstance(day, Interval) else (day.earliest, day.latest) if isinstance(day, OneOf) else ()
    return bool(ends) and all(end is not None and end.month is not None for end in ends)


def is_common_noun(parsed: Parsed, index: int) -> bool:
    """Tell whether a season's word is an ordinary noun: 'a fall in prices'."""
    word = parsed.words[index]
    season = isinstance(word.timex, Timex) and isinstance(word.timex.edtf, Date) and (word.timex.edtf.month or 0) > _MONTHS
    return season and " " not in word.text and (index == 0 or parsed.words[index - 1].tag != "I")


def is_in_name(parsed: Parsed, index: int, story: Story) -> bool:
    """Tell whether a time word is part of a name: 'Dogs Today Magazine', 'the Long March'."""
    word, before = parsed.words[index], parsed.words[index - 1] if index else None
    if before is None or before.tag != "P" or not word.text[:1].isupper() or not word.text.isalpha():
        return False
    timex = word.timex
    month = timex is not None and isinstance(timex.edtf, Date) and timex.edtf.day is None
    return month or word.low in story.of("day_words")


def is_glued(parsed: Parsed, index: int) -> bool:
    """Tell whether a figure is tied to the word before by a hyphen: 'pre-2003 debts', or a page's stamp, 'mayor warns-4 hrs ago'."""
    word = parsed.words[index]
    before = parsed.text[max(0, word.start - 2) : word.start]
    return word.text[:1].isdigit() and before[-1:] in {"-", "–"} and before[:1].isalpha()


def is_said_of_it(parsed: Parsed, index: int, story: Story) -> bool:
    """Tell whether 'it' or a time is only said to be so late: 'it was three hours later before help came'."""
    clause = parsed.clause_of(index)
    placed = parsed.words[index - 1].tag == "I" if index else False
    if clause is None or clause.subject is None or clause.verb.lemma not in story.be or clause.verb.last + 1 != index - placed:
        return False
    start, end = clause.subject
    it = parsed.words[start].low in story.of("expletive") and end - start == 1
    return it or parsed.words[end - 1].low in story.of("periods") | story.of("day_parts")


def is_subject(parsed: Parsed, index: int) -> bool:
    """Tell whether a time expression is itself what the verb speaks of: 'the next months are vital'."""
    words = parsed.words
    behind = next((at for at in range(index + 1, len(words)) if words[at].tag not in {"R", "X"}), len(words))
    verbal = behind < len(words) and words[behind].tag in {"V", "M"}
    clause = parsed.clause_of(behind) if verbal else None
    opens = index == 0 or words[index - 1].tag in {"“", ",", "C", "S", "”", ":"}
    return (
        clause is not None
        and opens
        and behind == clause.verb.first
        and (clause.subject is None or clause.subject[1] > behind or clause.subject[0] < clause.start)
    )


def sharper(one: Timex, other: Timex) -> bool:
    """Tell whether *one* names fewer days than *other*."""
    if one.edtf is None or other.edtf is None:
        return False
    days, others = bounds(one.edtf).days, bounds(other.edtf).days
    return days is not None and (others is None or days < others)


def is_caption(parsed: Parsed, story: Story) -> bool:
    """Tell whether a sentence speaks of a picture: 'the mayor, shown here in May, …'."""
    return any(one.lemma in story.of("showing") and other.low in story.of("here") for one, other in pairwise(parsed.words))


def dates_caption(parsed: Parsed, index: int) -> bool:
    """Tell whether a full date closes a picture's caption, without a preposition: '… in Riga, Latvia February 2, 2009'."""
    words = parsed.words
    last = all(word.tag in {".", "”"} for word in words[index + 1 :])
    timex = words[index].timex
    full = timex is not None and isinstance(timex.edtf, Date) and timex.edtf.day is not None and str(timex.edtf.year) in words[index].text
    place = words[index - 2].text if index > 1 and words[index - 1].tag == "," else ""
    if last and place.isupper() and len(place) > _CITY:
        return True  # a dateline left behind: '… RIGA, April 27'
    present = bool(parsed.clauses) and parsed.clauses[0].verb.form in {"s", "base"}
    return last and full and present and index > 0 and words[index - 1].tag == "P"
