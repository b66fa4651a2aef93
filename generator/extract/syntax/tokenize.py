"""Cut a sentence into words and marks, the way English treebanks do.

In: a text and the span of one sentence in it. Out: the spans of its tokens, in order; together they cover all that is no white space.

A possessive and a contraction stand for themselves (Kim | 's, did | n't, can | not), a sign of currency and a per cent sign too; words
that are joined by hyphens are one token (Oslo-based, 47-year-old, re-elected), not the two beside a dash that lost its spaces (Hale-who
resigned). A full stop belongs to its word where the sentence goes on behind a short one (the segmenter has said that it does not end
there), and to initials (U.S.) everywhere.
"""

from __future__ import annotations

import re

from generator.model.span import Span

_APOSTROPHE = "['’ʼ]"
_CLITIC = rf"{_APOSTROPHE}(?:s|re|ve|ll|d|m)(?![\w{_APOSTROPHE[1:-1]}])"
_NOT = rf"n{_APOSTROPHE}t(?!\w)"
_LETTERS = r"[^\W\d_]"
_WORD = rf"(?:(?!{_NOT})\w)+"
_AFTER_DASH = (
    "the|an?|who|whom|which|whose|that|and|but|it|they|he|she|his|her|their|its|this|these|where|while|although|including|is|are|was|were|had|"
    "said|says|also|just"
)
_DASH = rf"-(?-i:{_AFTER_DASH})(?![\w-])"
"""A dash that lost the spaces beside it in a copy: what stands behind it opens no part of a compound."""
_JOINT = rf"(?:(?!{_DASH})[-‐‑&@_](?=\w)|[.](?=\w)|(?!{_CLITIC}){_APOSTROPHE}(?={_LETTERS}))"
_CLOSERS = r"[\s\"'“”‘’»›)\]]*"

_TOKEN = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>"”]+(?<![.,;:!?)'\]])        # an address on the web
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]+)+          # an address of a person
    | (?:{_LETTERS}\.){{2,}}(?!\w)                          # initials: U.S., a.m.
    | (?:US|C|A|NZ|HK|S)?\$                                # a currency
    | {_APOSTROPHE}\d\ds\b                                  # the '90s
    | can(?=not\b)
    | {_NOT} | {_CLITIC}
    | \d+(?:[.,:]\d+)*(?=(?:[ap]\.?m\b\.?)(?!\w))           # 5 | pm
    | \d+(?:[.,:/]\d+)+(?:-?{_LETTERS}+)*                   # 1,500  9/11  1.5bn
    | {_WORD}(?:{_JOINT}{_WORD})*
    | \.{{2,}} | …+ | -{{2,}} | !+ | \?+
    | \S
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SHORT = re.compile(rf"(?:{_LETTERS}|\.){{1,5}}|[A-Z]\S*\.[A-Z]")
_AT_END = re.compile(_CLOSERS)


def tokenize(text: str, within: Span) -> tuple[Span, ...]:
    """Return the spans of the tokens of one sentence, in order."""
    found: list[Span] = []
    at = within.start
    search, last = _TOKEN.search, within.end
    while match := search(text, at, last):
        start, at = match.span()
        if at < last and text[at] == ".":
            at = _end(text, match, last)
        found.append(Span(start, at))
    return tuple(found)


def _end(text: str, match: re.Match[str], end: int) -> int:
    """Return where a token before a full stop ends: behind it, where it makes the token an abbreviation."""
    stop = match.end()
    if text[stop + 1 : stop + 2] == "." or not _SHORT.fullmatch(match[0]):
        return stop
    return stop if _AT_END.fullmatch(text, stop + 1, end) else stop + 1
