"""An article's text → its blocks: the story told apart from captions, bylines, biographies and the furniture of the page.

In: the frozen text. Out: Block… in order, not overlapping; what lies between them is white space and list marks.
The rules err towards the story: a paragraph that is wrongly called furniture loses its events.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.article import Block, BlockKind
from generator.model.span import Span
from generator.read import phrases
from generator.read.dating import stated
from generator.read.extent import PARAGRAPH, end_of_read, unread
from generator.read.paragraphs import Paragraph, paragraphs

_SHORT = 90
"""Longest heading, in characters."""
_HEADLINE = 160
_FURNITURE = 320
"""Longest paragraph that the beginnings of furniture are believed of."""
_OPENING = 6
"""Among how many paragraphs the byline and the date of publication stand."""


def blocks(text: str, *, markdown: bool = False, most: int | None = None) -> tuple[Block, ...]:
    """Return the blocks of a text, in order; what lies behind the first *most* code points is UNREAD."""
    end = len(text) if most is None else end_of_read(text, most)
    found: list[Block] = []
    state = _State(text)
    for paragraph in paragraphs(text[:end], markdown=markdown):
        if most is not None and len(found) * PARAGRAPH > most:
            end = paragraph.span.start
            break
        for each in _without_stamp(text, paragraph, len(found)):
            found.append(Block(_kind(text, each, state, found), each.span))
    if end == len(text):
        found = _with_biography(text, found)
    return (*_with_headline(text, found), *unread(text, end))


@dataclass(slots=True)
class _State:
    """What the paragraphs before say about the next one."""

    text: str
    item: bool = False
    rest: bool = False
    story: int = 0


def _without_stamp(text: str, paragraph: Paragraph, number: int) -> list[Paragraph]:
    """Split a byline, a timestamp or a credit off the paragraph that it is glued to ("03 February 2012 17:03 GMT The minister …")."""
    if number >= _OPENING or paragraph.item:
        return [paragraph]
    span = paragraph.span
    cut = _credit_end(text, span) or stamp_end(text, span)
    if cut is not None and cut < span.end:
        rest = Span(cut, span.end).trimmed(text)
        opens = text[rest.start].isupper() or text[rest.start].isdigit() or text[rest.start] in "\"“‘'(\\"
        if phrases.DATELINE.fullmatch(text, rest.start, rest.end) or len(rest) < 3:
            return [paragraph]
        return [Paragraph(Span(span.start, cut).trimmed(text)), Paragraph(rest)] if opens and len(rest) >= 20 else [paragraph]
    cut = _closing_stamp(text, span)
    return [Paragraph(Span(span.start, cut).trimmed(text)), Paragraph(Span(cut, span.end))] if cut else [paragraph]


def _credit_end(text: str, span: Span) -> int | None:
    match = phrases.CREDIT_LINE.match(text, span.start, span.end)
    return match.end() if match else None


def _closing_stamp(text: str, span: Span) -> int | None:
    """Return where a timestamp begins that was glued to the end of a short line, such as a headline."""
    if len(span) > 2 * _HEADLINE:
        return None
    for weekday in _WEEKDAY.finditer(text, span.start + 1, span.end):
        found = stated.stated(text, weekday.start(), span.end)
        if found and found.span.end == span.end and found.published.time:
            return weekday.start()
    return None


_WEEKDAY = re.compile(r"(?<=\s)(?:Mon|Tues?|Wed|Thu|Fri|Sat|Sun)[a-z]*,?(?=\s)")


def stamp_end(text: str, span: Span) -> int | None:
    """Return where the timestamp at the start of a paragraph ends; None where there is none.

    A date alone may open a sentence ("8 December 2021 was …"), so that it needs a time of day, or "Published" before it.
    """
    said = phrases.STAMP.match(text, span.start, span.end) or phrases.PLACE.match(text, span.start, span.end)
    found = stated.stated(text, said.end() if said else span.start, span.end)
    if found is None and text.startswith(("By ", "BY "), span.start):
        found = _after_byline(text, span)
    if found is None:
        return None
    behind = phrases.DATELINE.fullmatch(text, _next(text, found.span.end), span.end)
    if found.span.end == span.end or behind:
        return span.end
    return found.span.end if said or found.published.time else None


def _next(text: str, at: int) -> int:
    """Return where the next word begins."""
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _after_byline(text: str, span: Span) -> stated.StatedDate | None:
    """Find the timestamp of "By A. Author PLACE | Thu Mar 14, 2019 9:05 am EST"."""
    opening = text[span.start : min(span.end, span.start + 160)]
    found = stated.find(opening)
    if found is None or found.published.time is None or ". " in opening[: found.span.start]:
        return None
    return stated.StatedDate(found.published, found.span.moved(span.start))


def _kind(text: str, paragraph: Paragraph, state: _State, before: list[Block]) -> BlockKind:
    """Return what a paragraph is, given those before it."""
    words = paragraph.span.of(text)
    item, state.item = paragraph.item or state.item, False
    if phrases.LONE_MARK.fullmatch(words):
        state.item = any(sign in words for sign in "*•●")
        return BlockKind.FURNITURE
    if paragraph.mark == "```" or words.startswith("|"):
        return BlockKind.FURNITURE
    if _opens_rest(words, paragraph, state):
        state.rest = True
        return BlockKind.FURNITURE
    if state.rest and (state.story < 0 or not _tells(words)):
        return BlockKind.FURNITURE
    state.rest = False
    kind = _by_words(text, paragraph, len(before), item=item)
    if kind.is_story:
        state.story += len(words)
    return kind


def _opens_rest(words: str, paragraph: Paragraph, state: _State) -> bool:
    """Tell whether a heading opens the furniture at a text's end; then ``state.story`` turns negative: nothing resumes it."""
    if len(words) > 60 or not phrases.REST.fullmatch(words.rstrip(":.… ")):
        return False
    left = len(state.text) - paragraph.span.end
    if state.story >= 400 and state.story >= left * 0.7:
        state.story = -1
    return True


def _tells(words: str) -> bool:
    """Tell whether a paragraph is long enough, and ends as a sentence does, to be the story going on."""
    return len(words) >= 100 and bool(phrases.ENDS.search(words))


def _by_words(text: str, paragraph: Paragraph, number: int, *, item: bool) -> BlockKind:
    """Return what a paragraph is by its own words."""
    words = paragraph.span.of(text)
    kind = BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH
    if _is_furniture(words):
        kind = BlockKind.FURNITURE
    elif _is_stamp(text, paragraph.span, number):
        kind = BlockKind.BYLINE if number < _OPENING else BlockKind.FURNITURE
    elif _is_byline(words):
        kind = BlockKind.BYLINE
    elif _is_caption(words):
        kind = BlockKind.CAPTION
    elif not item and (paragraph.mark.startswith("#") or (len(words) <= _SHORT and "\n" not in words and not _ends(words))):
        kind = BlockKind.HEADING
    return kind


def _is_byline(words: str) -> bool:
    """Tell whether a paragraph is a dateline, or says who wrote, and nothing else."""
    if phrases.DATELINE.fullmatch(words):
        return True
    return len(words) <= 160 and bool(phrases.BYLINE.fullmatch(words)) and not phrases.HAPPENING.search(words)


def _is_stamp(text: str, span: Span, number: int) -> bool:
    """Tell whether a paragraph is a timestamp, or at the head of a text a byline with one, and nothing else."""
    return (number < _OPENING or len(span) <= 60) and stamp_end(text, span) == span.end


def _is_furniture(words: str) -> bool:
    if phrases.FURNITURE_LINE.fullmatch(words) or phrases.MARKDOWN_LINK.fullmatch(words):
        return True
    return len(words) <= _FURNITURE and bool(phrases.FURNITURE.match(words))


def _is_caption(words: str) -> bool:
    if len(words) > 500:
        return False
    if phrases.NAMED.match(words):  # only a name follows: a sentence behind it is the story, glued
        return len(words) <= 60 or not _ends(words)
    return bool(phrases.CAPTION.match(words) or phrases.CREDIT.search(words))


def _ends(words: str) -> bool:
    """Tell whether the words end as a sentence does; "Blair:" is a heading all the same."""
    return bool(phrases.ENDS.search(words)) and not words.endswith(":")


def _with_biography(text: str, found: list[Block]) -> list[Block]:
    """Mark the author's biography among the last paragraphs of the story."""
    kinds = [block.kind for block in found]
    last = [number for number, kind in enumerate(kinds) if kind.is_story or kind is BlockKind.BYLINE][-4:]
    about = False
    for number in last:
        words = found[number].span.of(text)
        if phrases.BIOGRAPHY.match(words) and not phrases.HAPPENING.search(words):
            kinds[number] = BlockKind.BIOGRAPHY
            about = True
        elif about and phrases.HANDLE.match(words):
            kinds[number] = BlockKind.BIOGRAPHY
        elif about and kinds[number] is BlockKind.PARAGRAPH:
            return found  # the story goes on: what looked like a biography is part of it
    return [Block(kind, block.span) for kind, block in zip(kinds, found, strict=True)]


def _with_headline(text: str, found: list[Block]) -> list[Block]:
    """Mark the first line of the story as its headline where it reads as one and a story follows."""
    for number, block in enumerate(found[:_OPENING]):
        if not block.kind.is_story:
            continue
        words = block.span.of(text)
        reads = block.kind is BlockKind.HEADING or (len(words) <= _HEADLINE and "\n" not in words and not _ends(words))
        follows = any(each.kind is BlockKind.PARAGRAPH for each in found[number + 1 :])
        if reads and follows and block.kind is not BlockKind.LIST_ITEM:
            found = [*found[:number], Block(BlockKind.HEADLINE, block.span), *found[number + 1 :]]
        break
    return found
