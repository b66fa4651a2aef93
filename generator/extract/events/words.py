"""Cut a sentence into words, each time expression one word.

In: a text, a sentence's span, its dated time expressions. Out: Words with offsets into the text, punctuation and clitics apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.span import Span
from generator.model.story import Story
from generator.model.timex import Timex

_TOKEN = re.compile(
    r"(?P<plain>[A-Za-z]++(?![\w.'’$€£¥–-]))"  # most words, and nothing that the others would read
    r"|(?P<amount>(?:US|C|A|HK)?[$€£¥]\s?\d[\d,.]*\d*(?:\s?(?:million|billion|trillion|m|bn|k)\b)?)"
    r"|(?P<number>\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?%?(?:[-–]\d+(?:[.,]\d+)*%?)?(?:[-–][^\W\d_]+)*)"
    r"|(?P<abbreviation>(?:[A-Z]\.){2,}|[A-Z]\.(?=\s+[A-Z]))"
    r"|(?P<negated>[^\W\d_]+n['’]t\b)"
    r"|(?P<word>[^\W\d_][^\W_]*(?:[-–][^\W_]+|[.'’](?=[^\W\d_]{3})[^\W\d_]+)*)"
    r"|(?P<clitic>['’](?:s|re|ve|ll|d|m|t)\b)"
    r"|(?P<open>[“‘]|(?<![^\s(\[—–-])[\"']{1,2}(?=\w))"
    r"|(?P<close>[”\"’']+)"
    r"|(?P<dash>--+|[—–]|(?<=\s)-(?=\s))"
    r"|(?P<mark>[,;:.!?()\[\]…]|\.{3})"
)
_KINDS = {"amount": "U", "number": "U", "open": "“", "close": "”", "dash": "-"}
_DOUBLE = re.compile(r"[“”\"]|''|``")


@dataclass(slots=True)
class Word:
    """A word: where it stands, how it reads in lower case, and its part of speech once :func:`tagging.tag` has filled it in.

    ``tag``: ``N`` noun or adjective, ``P`` name, ``D`` determiner, ``U`` number, ``O`` pronoun, ``G`` possessive ending, ``V`` verb,
    ``M`` modal, ``to``, ``R`` adverb, ``X`` negation, ``I`` preposition, ``B`` preposition or subordinator, ``S`` subordinator,
    ``W`` relative, ``C`` coordinator, ``T`` time expression, ``“`` and ``”`` quote marks, ``,`` ``;`` ``:`` ``.`` ``(`` ``)`` ``-``.
    """

    start: int
    end: int
    text: str
    low: str
    tag: str = ""
    lemma: str = ""
    form: str = ""
    timex: Timex | None = None
    quoted: bool = False

    @property
    def span(self) -> Span:
        """Where it stands in the article's text."""
        return Span(self.start, self.end)


def cut(text: str, span: Span, timexes: Sequence[Timex], story: Story) -> list[Word]:
    """Return the words of ``text[span]``; a time expression that names a place in time is one word, tagged ``T``."""
    dated = [each for each in timexes if each.edtf is not None]
    words: list[Word] = []
    at, following = span.start, 0
    while at < span.end:
        if following < len(dated) and dated[following].said.start <= at:
            timex = dated[following]
            following += 1
            if timex.said.end > at:
                said = text[timex.said.start : timex.said.end]
                words.append(Word(max(at, timex.said.start), timex.said.end, said, said.lower(), "T", timex=timex))
                at = timex.said.end
            continue
        limit = dated[following].said.start if following < len(dated) else span.end
        for match in _TOKEN.finditer(text, at, limit):
            if match.lastgroup == "plain":
                words.append(Word(*match.span(), match[0], match[0].lower()))
            elif match.start() >= at:
                words.extend(_parts(_word(match, text, story), story))
                at = words[-1].end
        at = limit
    _mark_quoted(words)
    return words


_MARKS = {"[": "(", "]": ")", "!": ".", "?": ".", "…": ".", "...": "."}


def _word(match: re.Match[str], text: str, story: Story) -> Word:
    start, end, kind, shown = match.start(), match.end(), match.lastgroup, match.group()
    low = shown.lower().replace("’", "'")
    tag = _KINDS.get(kind or "", "")
    if kind == "word" and low in story.abbreviated_titles and text[end : end + 1] == ".":
        end += 1
    elif (kind == "clitic" and low == "'s") or (kind == "close" and _is_possessive(text, start, end)):
        tag = "G"
    elif kind == "mark":
        tag = _MARKS.get(shown, shown)
    return Word(start, end, text[start:end], low, tag)


def _parts(word: Word, story: Story) -> list[Word]:
    """Part what a lost dash glued together: 'the memo-leaked last week-was …', 'the chain-the oldest in town'."""
    head, _, tail = word.text.rpartition("-")
    if not head or word.tag or tail not in story.of("lost_dash") or "-" in head:
        return [word]
    middle = word.start + len(head)
    dash = Word(middle, middle + 1, "-", "-", "-")
    return [Word(word.start, middle, head, head.lower()), dash, Word(middle + 1, word.end, tail, tail)]


def _is_possessive(text: str, start: int, end: int) -> bool:
    """Tell the possessive of a plural ('the rebels' offer') from a quote mark that closes."""
    return text[start:end] in {"'", "’"} and text[start - 1 : start] == "s" and text[end : end + 1] == " "


def _mark_quoted(words: list[Word]) -> None:
    """Tell which words stand between double quote marks; a sentence may open or close in the middle of a quotation."""
    marks = [index for index, word in enumerate(words) if word.tag in "“”" and word.tag and _DOUBLE.search(word.text)]
    inside, last = False, 0
    for index in marks:
        opens = words[index].tag == "“"
        if not opens and not inside and last == 0:
            for word in words[:index]:
                word.quoted = True
        inside = opens
        last = index + 1
        if opens:
            closing = next((other for other in marks if other > index and words[other].tag == "”"), len(words))
            for word in words[index + 1 : closing]:
                word.quoted = True
