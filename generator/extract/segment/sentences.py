"""Split an article's blocks into sentences.

In: Article (blocks with spans) and Language (what ends a sentence there). Out: Sentences in reading order, trimmed, none across blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.extract.segment.splices import split_splices
from generator.model.article import Article, BlockKind, Sentence
from generator.model.language import Language, SentenceRules
from generator.model.span import Span

_CLOSING = "\"'”’»›)\\]"
_OPENING = "\"'“‘«‹„(\\[•*–—\\-"


def _candidates(stops: str) -> re.Pattern[str]:
    """Return the pattern of stops: what closes after one, then white space and the beginning of what follows; or one glued to a capital."""
    return re.compile(
        rf"(?P<stop>{stops}(?<![.!?…].)[.!?…]*+)(?P<closed>[{_CLOSING}]*+)"
        rf"(?:(?P<gap>\s++)(?=[{_OPENING}\s]*+(?P<next>[^\W_]+|\S))|(?=[{_OPENING}]?(?P<glued>[A-Z][a-z]*)))"
    )


_FULL_STOPS, _ANY_STOPS = _candidates(r"\."), _candidates("[.!?…]")
"""The first is three times as fast, where a text has no other stops."""
_BREAK = re.compile(r"\n(?:\s*\n|(?=[ \t]*[•*·▪‣–-][ \t]))\s*")
_LAST_WORD = re.compile(r"[^\s\"'“”‘’()\[\]—–/]*+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_SPEAKER = re.compile(rf"[{_OPENING}\s]*(?:[\w.’'-]+\s+){{0,3}}?([a-z]+)\b")
_LONGEST_ABBREVIATION = 24
"""Characters."""


def segment(article: Article, language: Language) -> tuple[Sentence, ...]:
    """Return the sentences of every block that is read, numbered from 1; furniture too (its kind is on the Sentence)."""
    found: list[Sentence] = []
    for index, block in enumerate(article.blocks):
        if block.kind is BlockKind.UNREAD:
            break
        spans = list(split_splices(article.text, sentence_spans(article.text, block.span, language.sentences), language.sentences))
        before = len(found)
        found.extend(Sentence(before + at + 1, span, block.kind, index) for at, span in enumerate(spans))
    return tuple(found)


def sentence_spans(text: str, within: Span, rules: SentenceRules) -> tuple[Span, ...]:
    """Return the sentences of one stretch of *text*, trimmed; blank stretches hold none."""
    found: list[Span] = []
    start = within.start
    for end, following in _ends(text, within, rules):
        found.append(Span(start, end))
        start = following
    found.append(Span(start, within.end).trimmed(text))
    if len(found) > 1:
        found[0] = found[0].trimmed(text)
    return tuple(span for span in found if span.start < span.end)


def sentences_at(text: str, within: Span, places: Iterable[int], rules: SentenceRules) -> Iterator[Span]:
    """Yield those sentences of a trimmed stretch of *text* in which one of *places* lies.

    Args:
        text: the whole text.
        within: the stretch.
        places: offsets of letters in it, from left to right.
        rules: what ends a sentence.
    """
    cuts = _ends(text, within, rules)
    start, end, following = within.start, within.start, within.start
    for place in places:
        if place < end:
            continue
        while end <= place:
            start = following
            end, following = next(cuts, (within.end, within.end))
        yield Span(start, end)


def paragraph_spans(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of a raw text, trimmed: stretches between blank lines, list items for themselves."""
    cuts = [0, *(cut for gap in _BREAK.finditer(text) for cut in gap.span()), len(text)]
    trimmed = (Span(start, end).trimmed(text) for start, end in zip(cuts[::2], cuts[1::2], strict=True))
    return tuple(span for span in trimmed if span.start < span.end)


def _ends(text: str, within: Span, rules: SentenceRules) -> Iterator[tuple[int, int]]:
    """Find where sentences end, and where what follows begins."""
    candidates = _ANY_STOPS if "?" in text or "!" in text or "…" in text else _FULL_STOPS
    for match in candidates.finditer(text, within.start, within.end):
        stop, closed, gap, following, glued = match.groups()
        if gap is None:
            if _splits_glued(text, match.start(), glued, rules):
                yield match.end(), match.end()
        elif not following[0].islower() and _splits(text, match, (stop, closed, following), rules):
            yield match.end(2), match.end()


def _splits_glued(text: str, stop: int, glued: str, rules: SentenceRules) -> bool:
    """Tell "the end.The next" from "U.S.Army", "example.Com" and "3.A"."""
    before = text[max(0, stop - 2) : stop]
    return len(before) == 2 and before.isalpha() and before.islower() and glued.lower() in rules.starters


def _splits(text: str, match: re.Match[str], groups: tuple[str, str, str], rules: SentenceRules) -> bool:
    """Tell whether a sentence ends at a stop, behind what closes after it, before what follows with no small letter."""
    stop, closed, following = groups
    if stop[-1] in "!?":
        return not (closed and _is_speech_tag(text, match.end(), rules))
    if stop != "." or closed.strip(")]"):
        return True
    return not _is_abbreviation(text, match.start(), following, rules)


def _is_speech_tag(text: str, start: int, rules: SentenceRules) -> bool:
    """Tell whether what follows a question in quotation marks only says who asked it."""
    tag = _SPEAKER.match(text, start, start + 80)
    return bool(tag and tag[1] in rules.speech)


def _is_abbreviation(text: str, stop: int, following: str, rules: SentenceRules) -> bool:
    word = _last_word(text[max(0, stop - _LONGEST_ABBREVIATION) : stop])
    lower = word.lower()
    if not word:
        return False
    if lower in rules.abbreviations:
        return True
    if lower in rules.numbered and (
        following[0].isdigit() or (lower not in ("no", "art", "mar") and following.lower() not in rules.starters)
    ):
        return True
    if rules.ordinals and word.isdigit() and len(word) <= 2:
        return True
    if lower in rules.endings or (word[0].isupper() and (len(word) == 1 or "." in word) and _INITIALS.fullmatch(word)):
        return following.lower() not in rules.starters
    return False


def _last_word(before: str) -> str:
    """Return the word at the end of a piece of text; nothing where white space or a mark stands there."""
    last = before.rsplit(maxsplit=1)[-1] if before and not before[-1].isspace() else ""
    found = None if last.isalpha() else _LAST_WORD.search(last)
    return found[0] if found else last
