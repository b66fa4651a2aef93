"""What templates see of sources and quotes. In: Article, Citation. Out: SourceView, QuoteView.

``docs/theming.md`` is filled with the sentences of the fields; a field is added freely, never renamed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import cycle
from types import MappingProxyType

from generator.model.article import Article
from generator.model.citation import Citation
from generator.model.event import Timeline
from generator.model.mention import DateBasis
from generator.model.recall import Forgetful, Recall
from generator.render.dates import ToldDate, day, told
from generator.render.permalinks import host_of, source_path, text_fragment, web_address
from generator.render.words import Words

_FIRST_WORDS, _OPENING = 7, 25
"""Words that stand for a title, and that show how a story begins."""
_SENTENCE_ENDS = frozenset(".?!…")
_YEAR = re.compile(r"\b\d{4}\b")
_BY_BASIS = {DateBasis.PUBLICATION: "inferred_publication", DateBasis.EDITOR: "set_by_editor", DateBasis.INHERITED: "inferred"}


@dataclass(frozen=True, slots=True)
class SourceView:
    """An article as a source; addresses only if they are such as a page may link to."""

    id: str
    """Its id: the name of its file."""
    number: int
    """Its place among the sources, from 1."""
    path: str
    """Its page."""
    name: str
    """Its title, or its first words."""
    untitled: bool
    """Whether it has no title."""
    publisher: str | None
    """Who published it; None where that is not known."""
    authors: tuple[str, ...]
    """Who wrote it."""
    published: str | None
    """The day of its publication, in words."""
    machine: str | None
    """The same day, in ISO."""
    guessed: bool
    """Whether that day is not sure."""
    url: str | None
    """Its web address; None without one."""
    archived: str | None
    """The address of an archived copy."""
    archived_at: str | None
    """When that was made."""
    language: str
    """Its language, as a tag."""
    host: str | None = None
    """What readers know its address by (“bbc.co.uk”)."""
    opening: str = ""
    """How its story begins, in some two lines: what a page has to show on which nothing of it is quoted."""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote in three pieces, with the date that its words give."""

    before: str
    """The words before those that give the date."""
    said: str
    """The words that give the date; empty where none do."""
    after: str
    """The words after them: the three are the exact text of the source."""
    source: SourceView | None
    """The source it is from; None for an address alone."""
    sentence: int
    """Which sentence of the source it is, from 1."""
    link: str | None
    """Its address in the source."""
    told: ToldDate
    """The date that this quote gives by itself."""
    basis: str
    """What that date rests on, as the model has it."""
    steps: tuple[str, ...]
    """How it was dated, step by step."""
    edtf: str
    """The date as EDTF."""
    plainly: str = ""
    """How it was dated, in a sentence."""
    host: str | None = None
    """The site that `link` leads to."""
    alone: str = ""
    """The quote as it stands for a headline: with names put in, in square brackets."""
    own: str = ""
    """The same without the sentence before, which may be shown with it: what the entry is called elsewhere."""

    @property
    def text(self) -> str:
        """The whole quote."""
        return self.before + self.said + self.after

    @property
    def alone_parts(self) -> tuple[str, str, str]:
        """The quote as it stands alone, the words that give the date apart; all of it comes first where they are not surely found."""
        if not self.said or self.alone.count(self.said) != 1:
            return self.alone, "", ""
        before, _, after = self.alone.partition(self.said)
        return before, self.said, after

    @property
    def opening(self) -> str:
        """An ellipsis before a clause that begins inside its sentence."""
        return "… " if self.text[:1].islower() else ""

    @property
    def closing(self) -> str:
        """An ellipsis after a clause that ends inside its sentence."""
        return "" if self.text.rstrip("\"'”’»)]")[-1:] in _SENTENCE_ENDS else " …"


def source_views(timeline: Timeline, words: Words, recall: Recall | None = None) -> Mapping[str, SourceView]:
    """Return the sources by article id, numbered in the order of the timeline's articles; one object as long as they are the same."""
    recall = recall or Forgetful()
    told = recall.each("source", timeline.articles, (words,), partial(_source, words=words))
    return recall.state("sources", _Numbered).of(told)


class _Numbered:
    """Sources with their numbers, those of last time where these are the same."""

    def __init__(self) -> None:
        self._told: Sequence[SourceView] = ()
        self._from: dict[str, SourceView] = {}
        self._views: Mapping[str, SourceView] = MappingProxyType({})

    def of(self, told: Sequence[SourceView]) -> Mapping[str, SourceView]:
        """Number sources in their order."""
        if told is not self._told:
            numbered = {}
            for number, each in enumerate(told, 1):
                last = self._views.get(each.id)
                is_same = last is not None and last.number == number and self._from.get(each.id) is each
                numbered[each.id] = last if last and is_same else replace(each, number=number)
            self._told, self._from, self._views = told, {each.id: each for each in told}, MappingProxyType(numbered)
        return self._views


def _source(article: Article, words: Words) -> SourceView:
    """Tell a source, without its number."""
    name = article.title or first_words(article)
    published = article.published
    return SourceView(
        id=article.id,
        number=0,
        path=source_path(article.id),
        name=name or article.id,
        untitled=not article.title,
        publisher=article.publisher,
        authors=article.authors,
        published=day(published.day.toordinal(), words, weekdays=False) if published else None,
        machine=published.day.isoformat() if published else None,
        guessed=bool(published and published.guessed),
        url=web_address(article.url),
        archived=web_address(article.archived_url),
        archived_at=article.archived_at,
        language=article.language,
        host=host_of(web_address(article.url)),
        opening=first_words(article, _OPENING),
    )


def first_words(article: Article, most: int = _FIRST_WORDS) -> str:
    """Return the first words of the story, for an article whose title is not known; empty when it has none.

    A block that ends in a dash is a dateline: 'BROD, 2 May (Agency) -'.
    """
    told = (block.span.of(article.text) for block in article.blocks if block.kind.is_story and len(block.span))
    story = next((each for each in told if not each.rstrip().endswith(("-", "–", "—"))), article.text[:400])
    found = story.split()
    return " ".join(found[:most]).rstrip(" .,;:—–-") + (" …" if len(found) > most else "")


def quote_view(citation: Citation, sources: Mapping[str, SourceView], words: Words) -> QuoteView:
    """Tell one citation."""
    source = sources.get(citation.source)
    start, end = (citation.said.start - citation.span.start, citation.said.end - citation.span.start) if citation.said else (0, 0)
    url = web_address(citation.url) or (source.url if source else None)
    return QuoteView(
        before=citation.quote[:start],
        said=citation.quote[start:end],
        after=citation.quote[end:],
        source=source,
        sentence=citation.sentence,
        link=text_fragment(url, citation.quote) if url else None,
        told=told(citation.date, citation.basis, words),
        basis=citation.basis.value,
        steps=_steps(citation),
        edtf=str(citation.date),
        plainly=_plainly(citation, source, words),
        host=host_of(url),
        alone=inner(citation.alone or citation.quote),
        own=inner(citation.own),
    )


def inner(quote: str) -> str:
    """Return a quote with single marks for the quotations in it, as it has to be set between marks of its own.

    >>> inner("“We left,” she said."), inner('"We left," she said. "All of us."')
    ('‘We left,’ she said.', '‘We left,’ she said. ‘All of us.’')
    """
    parts = quote.split('"')
    plain = "".join(part + mark for part, mark in zip(parts, cycle("‘’"), strict=False))[: len(quote)]
    return plain.replace("“", "‘").replace("”", "’")


def shortened(headline: str, most: int = 110) -> str:
    """Return a headline as it points to its entry from elsewhere: cut before a word, what was opened closed again; *most* is in letters.

    >>> shortened("“We left the harbour [of Orsk],” she said", 30), shortened("We left", 30)
    ('“We left the harbour [of …]”', 'We left')
    """
    if len(headline) <= most:
        return headline
    kept = headline[: most + 1].rpartition(" ")[0] or headline[:most]
    closed = "".join(end for begin, end in ("[]", "“”") if kept.count(begin) > kept.count(end))
    return f"{kept.rstrip('.,;:—–-')} …{closed}"


def _steps(citation: Citation) -> tuple[str, ...]:
    """Return the steps that a reader can follow: not the grammar's own patterns, not the result once more."""
    result = str(citation.date)
    return tuple(step.words for step in citation.derivation if "{" not in step.words and step.words != result)


def _plainly(citation: Citation, source: SourceView | None, words: Words) -> str:
    """Say in a sentence how a citation was dated: what its words are, counted from when, and what that comes to."""
    if citation.said is None or citation.basis in {DateBasis.PUBLICATION, DateBasis.EDITOR}:
        return words.say("page", _BY_BASIS.get(citation.basis, "inferred"))
    label = told(citation.date, citation.basis, words).label
    if source is None or source.machine is None or _YEAR.search(citation.said_words):
        return words.say("page", "dated_by_itself", said=citation.said_words, label=label)
    published = day(date.fromisoformat(source.machine).toordinal(), words)
    return words.say("page", "dated_from", said=citation.said_words, published=published, label=label)
