"""Leave date words out of a line where that leaves no hole: the page shows the date.

In: Words of a sentence in order, the event's own time expression, the Story. Out: fewer Words.
"""

from __future__ import annotations

from dataclasses import replace

from generator.extract.events.words import Word
from generator.model.story import Story
from generator.model.timex import Timex

_STOPS = frozenset({",", ".", ";", ":", "S", "C", "-", "”", "W", ")"})
_MODIFIED = frozenset({"N", "P"})
_OPENS = frozenset({"O", "D", "N", "P", "U"})
_JOINS = frozenset({"C", ",", "to", "I", "-"})


def undated(words: list[Word], own: Timex | None, story: Story) -> list[Word]:
    """Return *words* without date words, as far as what stays is whole: quoted ones, absolute ones of other events and predicates stay."""
    kept: list[Word] = []
    index = 0
    while index < len(words):
        word = words[index]
        if word.tag != "T" or _stays(words, index, own, story):
            kept.append(word)
            index += 1
            continue
        index = _leave_out(words, index, kept, own, story)
    while kept and kept[-1].tag in {".", ",", ";", ":", "-"}:
        kept.pop()
    return kept


def _leave_out(words: list[Word], index: int, kept: list[Word], own: Timex | None, story: Story) -> int:
    """Take back what led up to the date words at *index*; return where to go on reading."""
    following = words[index + 1] if index + 1 < len(words) else None
    if following is not None and following.tag == "G":
        named = index + 2 < len(words) and words[index + 2].tag == "P"
        if not named and (not kept or kept[-1].tag != "D"):
            kept.append(replace(following, text="the", low="the", tag="D"))  # 'after Tuesday's call' → 'after the call'
        return index + 2
    if not _is_modifier(words, index, story):
        _take_back(kept, story)
        if following is not None and following.tag == "," and (not kept or kept[-1].tag in {"S", "C", "W", "“"}):
            return index + 2
        if kept and kept[-1].tag == "," and (following is None or following.tag in _STOPS or len(kept) > 1):
            kept.pop()
            if following is not None and following.tag == ",":
                return index + 2
    index += 1 + (following is not None and following.tag == "R" and following.low in story.of("behind_time"))  # 'on Monday alone'
    return _behind_more(words, index, kept, own, story)


def _behind_more(words: list[Word], index: int, kept: list[Word], own: Timex | None, story: Story) -> int:
    """Return where to go on behind more date words that are joined to those left out: 'on Monday and on Tuesday'."""
    while index + 1 < len(words) and words[index].tag in _JOINS and words[index] is not (kept[-1] if kept else None):
        at = index + 1 + (words[index + 1].tag == "I")
        linked = words[index].tag != "I" or words[index].low in story.of("date_links")
        if not linked or at >= len(words) or words[at].tag != "T" or _stays(words, at, own, story):
            break
        index = at + 1
    return index


def _take_back(kept: list[Word], story: Story) -> None:
    """Drop prepositions and adverbs before date words: 'just before', 'as of', 'from late'."""
    if len(kept) > 1 and kept[-1].low in story.of("of") and kept[-2].low in story.of("before_time_of"):
        del kept[-2:]
    size = len(kept)
    while kept and kept[-1].tag != "V" and not kept[-1].quoted and kept[-1].low in story.of("before_time"):
        verbal = kept[-1].low in story.of("particles") and len(kept) > 1 and kept[-2].tag == "V"
        if verbal and len(kept) < size:
            break  # 'took over on Monday'
        kept.pop()


def _stays(words: list[Word], index: int, own: Timex | None, story: Story) -> bool:
    """Tell whether date words must stay, or say more than the page does."""
    word = words[index]
    absolute = any(char.isdigit() for char in word.text)
    mine = own is None or word.timex is own or (word.timex is not None and word.timex.edtf == own.edtf)
    if word.quoted or (absolute and not mine):
        return True
    following = words[index + 1] if index + 1 < len(words) else None
    if following is not None and following.tag == "G":
        return False
    if _is_modifier(words, index, story):
        leading = words[index - 1]
        return (
            absolute
            or leading.tag not in {"D", "G"}
            or leading.low in story.of("indefinite")
            or (following is not None and following.tag == "P")
        )
    before = words[index - 1] if index else None
    led = before is not None and before.tag == "I" and before.low not in story.of("before_time") and index > 0
    return led or _holds(words, index, story) or _is_predicate(words, index, story) or _is_subject(words, index)


def _is_modifier(words: list[Word], index: int, story: Story) -> bool:
    """Tell whether date words stand within a noun group: 'his 2008 campaign', 'a January statement'."""
    if index == 0 or index + 1 >= len(words) or words[index + 1].tag not in _MODIFIED:
        return False
    before = words[index - 1]
    first = words[index].low.split()[0]
    inside = words[index + 1].tag == "N" and " " in words[index].low and (first in story.prepositions or first in story.determiners)
    return inside or (before.tag in {"D", "G"} and before.low not in story.of("at_least"))


def _holds(words: list[Word], index: int, story: Story) -> bool:
    """Tell whether date words hold what is around them: 'the day of the vote', 'the night she died', 'the week of the vote'."""
    behind = words[index + 1] if index + 1 < len(words) else None
    before = words[index - 1] if index else None
    if before is not None and before.low in story.of("of") and not (index > 1 and words[index - 2].low in story.of("before_time_of")):
        return True
    if behind is None:
        return False
    if words[index].low.split(" ")[-1] in story.of("bounding") and behind.tag in _OPENS:
        return True  # 'three years after it closed'
    if behind.tag == "S" and any(word.lemma in story.reporting for word in words[:index]):
        return False  # 'warned over the weekend that …'
    phrase = words[index].low.split(" ")[0] in story.of("articles") and not any(char.isdigit() for char in words[index].text)
    return phrase and (
        behind.low in story.of("of") or (behind.tag in {"O", "D", "P", "S", "W"} and before is not None and before.tag == "I")
    )


def _is_predicate(words: list[Word], index: int, story: Story) -> bool:
    """Tell whether date words are what a verb says: 'the worst flood was in 1953', 'it dates back to 1611', 'spent Monday'."""
    at = index - 1
    while at > 0 and (words[at].tag == "I" or words[at].low in story.of("before_time") or words[at].low in story.of("particles")):
        at -= 1
    if at < 0 or words[at].tag != "V":
        return False
    ends = index + 1 == len(words) or words[index + 1].tag in _STOPS
    defines = at > 0 and words[at - 1].tag == "W"  # 'the week that ended on Friday'
    return (ends and (words[at].lemma in story.be or defines)) or words[at].lemma in story.of("dating_verbs")


def _is_subject(words: list[Word], index: int) -> bool:
    """Tell whether date words are what the sentence is about: 'Monday was quiet'."""
    opens = index == 0 or words[index - 1].tag in {"S", "C", "W"}
    behind = words[index + 1] if index + 1 < len(words) else None
    return opens and behind is not None and (behind.tag == "M" or (behind.tag == "V" and behind.form in {"s", "past"}))
