"""Judge whether a line of words reads as a sentence that could be printed.

In: Words of a line in order, the Story. Out: a short reason word for what is wrong with it, or nothing.
"""

from __future__ import annotations

from itertools import pairwise

from generator.extract.events.parse import singular
from generator.extract.events.words import Word
from generator.model.story import Story

_OPENS_BADLY = frozenset({"V", "M", "I", "B", "S", "W", "C", "X", "G", "to", ",", ";", ":", ".", ")", "”", "-", "R"})
_ENDS_BADLY = frozenset({"I", "B", "D", "C", "S", "W", "to", "M", ",", "-", "(", ":", ";", "X", "“", ".", "G"})
_MARKS = frozenset({",", "-", "“", "”"})
_FINITE = frozenset({"past", "s", "base"})
_HOLE_BEFORE = frozenset({"I", "D", "S", "W", "C", "to", "M", "G", "X"})
_HOLE_BEHIND = frozenset({"I", ",", ".", "C", "S", "M", ":", ";", "”", "-"})
_POINTING = ("masculine_pronouns", "feminine_pronouns", "neuter_pronouns", "plural_pronouns", "first_person", "anaphoric")
SOFT = frozenset({"pronoun", "points-back", "first person"})
"""Reasons for which another line is preferred, though this one is grammatical."""


def fault(words: list[Word], story: Story, *, event: bool = False, opens: bool = False) -> str:
    """Return why *words* are no headline, or nothing; *event* asks for a noun group instead of a sentence.

    With *opens* they begin where a quotation does, and may begin as it does.
    """
    if not words:
        return "empty"
    checks = (
        (() if opens else (_opening,))
        + (ending, _order, _stops, _glued, _quotes, _holes)
        + (() if event else (_verbless, _agreement))
        + (_dangling,)
    )
    return next((reason for check in checks if (reason := check(words, story))), "")


def _opening(words: list[Word], story: Story) -> str:
    first = words[0]
    counted = next((at for at, word in enumerate(words) if word.tag not in {"I", "R", "B"}), 0)
    if counted and words[counted].tag == "U" and not first.low.endswith("ly") and first.low in story.of("counting"):
        return ""  # 'about 300 people', 'up to 40 ships'
    finite = next((at for at, word in enumerate(words) if word.tag == "M" or word.form in _FINITE), 0)
    if first.form == "ing" and finite > 1 and not any(word.tag == "," for word in words[:finite]):
        return ""  # 'sweeping changes were made'
    return "opening" if first.tag in _OPENS_BADLY or (first.low in story.of("with")) else ""


def alters(words: list[Word], source: list[Word]) -> bool:
    """Tell whether *words*, all of a quotation, leave out words between them that *source* has."""
    places = {word.start: at for at, word in enumerate(source)}
    pairs = ((places.get(one.start, 0), places.get(other.start, 0)) for one, other in pairwise(words))
    return any(word.tag not in _MARKS for one, other in pairs for word in source[one + 1 : other])


def opens_quotation(word: Word, source: list[Word]) -> bool:
    """Tell whether *word* is the first of a quotation."""
    at = next((at for at, each in enumerate(source) if each.start == word.start), 0)
    return at > 0 and source[at - 1].tag == "“"


def ending(words: list[Word], story: Story) -> str:
    """Return a reason when the last word cannot be the last: a preposition, article, auxiliary …."""
    last = words[-1]
    before = words[-2] if len(words) > 1 else last
    if last.tag == "I" and last.low in story.of("particles") and before.tag in {"V", "O", "N", "P"}:
        return ""
    hanging = last.tag == "R" and last.low in story.of("hanging_adverbs")
    hanging = hanging or (last.tag == "T" and last.low.split()[-1] in story.of("bounding"))
    hanging = hanging or (last.low in story.of("personal") and len(words) > 1)
    bare = last.tag == "V" and last.lemma in story.be | story.have | story.do and before.tag != "to"
    behind = next((word for word in reversed(words) if word.tag not in {"R", "X"}), last)
    bare = (
        bare or behind.tag == "M" or (behind.tag == "V" and behind is not last and behind.lemma in story.have | story.do)
    )  # 'has not yet'
    return "ending" if last.tag in _ENDS_BADLY or hanging or bare or last.low in story.of("cut_adjectives") else ""


def _order(words: list[Word], story: Story) -> str:
    """A word that stands twice, or before one that the source has before it: the line was put together wrongly."""
    del story
    return "order" if any(other.start <= one.start for one, other in pairwise(words)) else ""


def _stops(words: list[Word], story: Story) -> str:
    del story
    inside = (one for one, other in pairwise(words) if one.tag in {".", ";", "("} and other.start > one.end)
    return "stop" if next(inside, None) is not None else ""


def _glued(words: list[Word], story: Story) -> str:
    """A capitalised function word in mid-line: a caption or heading was glued to the sentence."""
    for at in range(1, len(words)):
        word, before = words[at], words[at - 1]
        small = word.low in story.determiners or word.low in story.prepositions or word.low in story.subject_pronouns
        if not small or not word.text[0].isupper() or word.text.isupper() or before.tag in {"“", ":", "‘"}:
            continue
        named = before.tag == "P" or (at + 1 < len(words) and words[at + 1].text[:1].isupper())
        plain = at + 1 < len(words) and words[at + 1].text[:1].islower()
        if not named or word.low in story.subject_pronouns or (word.low in story.determiners and plain):
            return "glued"
    verb = next((at for at, word in enumerate(words) if word.tag in {"V", "M"}), 0)
    articles = story.of("articles")
    return "glued" if any(one.tag == "N" and other.low in articles for one, other in pairwise(words[:verb])) else ""


def _quotes(words: list[Word], story: Story) -> str:
    del story
    depth = 0
    for word in words:
        depth += {"“": 1, "”": -1}.get(word.tag, 0)
        if depth < 0:
            return "quotes"
    return "quotes" if depth > 1 else ""


def _holes(words: list[Word], story: Story) -> str:
    """What is left where something was dropped: 'on the of', 'during the same', 'since, …'."""
    for one, other in pairwise(words):
        if one.tag not in _HOLE_BEFORE or other.start <= one.end + 1 or one.low in story.pronouns | story.of("particles"):
            continue
        bare = one.tag == "D" and (other.tag in _HOLE_BEHIND or (other.tag == "V" and other.form in _FINITE))
        if bare or (one.tag in _HOLE_BEFORE - {"D"} and other.tag in _HOLE_BEHIND - {"I"}) or (one.tag == "I" and other.tag == "I"):
            return "hole"
    return ""


def _verbless(words: list[Word], story: Story) -> str:
    del story
    return "" if any(word.tag == "M" or (word.tag == "V" and word.form in _FINITE) for word in words) else "verbless"


def _agreement(words: list[Word], story: Story) -> str:
    """A singular verb behind a plural noun, or the other way round, where both are plain."""
    at = next((index for index, word in enumerate(words) if word.tag in {"V", "M"}), 0)
    verb = words[at]
    subject = words[:at]
    if not subject or any(word.tag in {"C", "I", ",", "“", "”", "O", "U", "G"} for word in subject) or verb.tag == "M":
        return ""
    if subject[0].tag == "P" and all(word.tag == "P" for word in subject):
        return "agreement" if verb.low in story.of("plural_verbs") and not subject[-1].low.endswith("s") and len(subject) > 1 else ""
    head = subject[-1]
    if head.tag != "N" or head.low in story.of("collective") | story.of("plurals") | story.adjectives:
        return ""
    several = singular(head.low) != head.low
    wrong = verb.low in story.of("singular_verbs") if several else verb.low in story.of("plural_verbs")
    return "agreement" if wrong and not (several and head.low in story.nounlike) else ""


def _dangling(words: list[Word], story: Story) -> str:
    first = words[0]
    depth = 0
    for word in words:
        depth += {"“": 1, "”": -1}.get(word.tag, 0)
        if not depth and not word.quoted and word.low in story.of("speaking") and word.text not in {"US", "MY"}:
            return "first person"
    if first.low in story.of("own") | story.of("others_own") or (
        first.tag == "O" and any(first.low in story.of(kind) for kind in _POINTING)
    ):
        return "pronoun"
    return "points-back" if first.low in story.of("demonstratives") else ""
