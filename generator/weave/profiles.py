"""A mention as coreference sees it: where it stands in the order of reports, when, who, and what about.

In: mentions and their articles. Out: profiles in the order of publication, then article, then offset.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.article import Article
from generator.model.edtf import Edtf, Interval, OneOf, bounds
from generator.model.mention import DateBasis, EventMention, MentionKind
from generator.model.story import Story
from generator.model.timex import Reference, TimexType
from generator.weave.words import figures, function_words, kin_of, name_parts, proper_stems, stem, stems

OPEN = 30
"""How many days an open end is taken to reach when two dates are compared: what lasts is told for its beginning or its end."""

_UNKNOWN_DAY = date.max.toordinal()


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What is compared of a mention. ``first`` and ``last`` are day numbers, ``published`` that of its article.

    ``speaker`` and ``actors`` are the telling words of names, in order; ``matter`` are the stems of the clause, ``told`` of the
    whole quote, ``named`` of the speaker and actors, ``proper`` of names in the quote; ``word`` is the stem of the trigger's lemma,
    ``trigger`` that of the word that stands for its group of event words, ``is_noun`` tells an event noun.
    ``heads`` are the stems of the actors' last words; ``has_role`` tells an actor told by what he is ("the singer"),
    ``is_counted`` one with a number ("12 people"), ``has_named_actor`` one with a name.
    """

    mention: EventMention
    published: int
    first: int
    last: int
    trigger: str
    word: str
    is_noun: bool
    speaker: tuple[str, ...]
    actors: tuple[tuple[str, ...], ...]
    matter: frozenset[str]
    told: frozenset[str]
    named: frozenset[str]
    proper: frozenset[str]
    figures: frozenset[str]
    wording: str
    heads: frozenset[str] = frozenset()
    has_role: bool = False
    is_counted: bool = False
    has_named_actor: bool = False

    @property
    def days(self) -> int:
        """How many days the date of the mention covers."""
        return self.last - self.first + 1

    @property
    def is_statement(self) -> bool:
        """Tell whether the mention is of something said."""
        return self.mention.kind is MentionKind.STATEMENT

    @property
    def has_named_speaker(self) -> bool:
        """Tell whether somebody with a name speaks, not "officials" or "the minister"."""
        return bool(self.mention.speaker) and str(self.mention.speaker)[0].isupper()

    @property
    def is_said(self) -> bool:
        """Tell whether the clause names the date itself."""
        return self.mention.basis in {DateBasis.SAID, DateBasis.EDITOR}

    @property
    def is_same_day(self) -> bool:
        """Tell whether the clause takes its day from what was told before it ("on the same day a tank …")."""
        timex = self.mention.timex
        return timex is not None and timex.reference is Reference.DISCOURSE and timex.type is TimexType.DATE

    @property
    def adds(self) -> bool:
        """Tell whether the text adds another deed to a day told of before ("thousands marched", after what was dated)."""
        return self.mention.basis is DateBasis.INHERITED and self.mention.continues is None


def closed(date: Edtf) -> tuple[int, int]:
    """Return first and last day of a date; an open end reaches a month beyond the end that is known."""
    span = bounds(date)
    if span.earliest is None:
        known = _known_end(date)
        return known[0] - OPEN, known[1]
    if span.latest is None:
        known = _known_end(date)
        return known[0], known[1] + OPEN
    return span.earliest, span.latest


def _known_end(date: Edtf) -> tuple[int, int]:
    ends = (date.start, date.end) if isinstance(date, Interval) else (date.earliest, date.latest) if isinstance(date, OneOf) else (date,)
    known = next(bounds(end) for end in ends if end is not None)
    return known.earliest or 0, known.latest or 0


def profiled(articles: tuple[Article, ...], mentions: tuple[EventMention, ...], story: Story) -> tuple[Profile, ...]:
    """Return the profiles of all mentions whose article is known, in order of publication, article, place in the text, and id.

    An article without a date of publication comes last. Two mentions with one id are one.
    """
    by_id = {article.id: article for article in articles}
    known = {mention.id: mention for mention in sorted(mentions, key=_place) if mention.article in by_id}
    reader = _Reader(story)
    return tuple(sorted((reader.profile(mention, by_id[mention.article]) for mention in known.values()), key=_order))


def _place(mention: EventMention) -> tuple[str, int, int, int]:
    return mention.article, -mention.quote.start, -mention.trigger.start, -mention.quote.end


def _order(profile: Profile) -> tuple[int, str, int, int, str]:
    mention = profile.mention
    return profile.published, mention.article, mention.quote.start, mention.trigger.start, mention.id


class _Reader:
    """Reads mentions with the vocabulary of one language."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._function = function_words(story)
        self._dull = self._function | story.titles | story.abbreviated_titles
        self._kin = kin_of(story)
        self._events = frozenset(map(stem, story.events))
        idle = story.be | story.have | story.do | story.reporting
        forms = frozenset(form for form, readings in story.forms.items() if any(lemma in idle for lemma, _ in readings))
        self._dull_in_quotes = self._function | forms
        self._empty = story.be | story.have | story.do | story.light | story.evidence

    def profile(self, mention: EventMention, article: Article) -> Profile:
        quote = mention.quote.of(article.text)
        dated = mention.said.of(article.text) if mention.said else ""
        first, last = closed(mention.date)
        word, is_noun = self._trigger(mention.trigger.of(article.text))
        heads = [name.rpartition(" ")[2] for name in mention.actors]
        if not word:  # "the uprising began": what began is what is told
            word = next((stem(head) for head in heads if stem(head) in self._events), "")
            is_noun = bool(word)
        told = stems(quote, self._dull_in_quotes, self._story) - stems(dated)
        names = tuple(parts for name in mention.actors if (parts := name_parts(name, self._dull)))
        speaker = name_parts(mention.speaker, self._dull) if mention.speaker else ()
        named = frozenset(stem(part) for parts in (*names, speaker) for part in parts)
        matter = (frozenset(map(stem, mention.matter)) or told) | named
        return Profile(
            mention=mention,
            published=article.published.day.toordinal() if article.published else _UNKNOWN_DAY,
            first=first,
            last=last,
            trigger=self._kin.get(word, word),
            word=word,
            is_noun=is_noun,
            speaker=speaker,
            actors=names,
            heads=frozenset(self._kin.get(head, head) for head in (stem(name[-1]) for name in names)),
            has_role=any(head.casefold() in self._story.people for head in heads),
            has_named_actor=any(head[:1].isupper() and head.casefold() not in self._story.people for head in heads),
            is_counted=any(self._is_number(word) for name in mention.actors for word in name.split()),
            matter=frozenset(self._kin.get(each, each) for each in matter),
            named=named,
            told=frozenset(self._kin.get(each, each) for each in told),
            proper=proper_stems(quote) - stems(dated),
            figures=figures(quote) - figures(dated),
            wording=" ".join(quote.casefold().replace("’", "'").split()),
        )

    def _is_number(self, word: str) -> bool:
        return word[:1].isdigit() or word.casefold() in self._story.numbers

    def _trigger(self, words: str) -> tuple[str, bool]:
        """Return the stem of the last event noun or verb (its lemma), and whether it is an event noun; else that of the last word."""
        parts = [word.strip(".,;:'’\"“”").casefold().removesuffix("'s").removesuffix("’s") for word in words.split()]
        for part in reversed(parts):
            readings = self._story.readings(part)
            if readings and readings[0][0] in self._empty:
                return "", False
            if part in self._story.events or readings:
                found = stem(part if part in self._story.events else readings[0][0])
                return found, part in self._story.events
        return stem(parts[-1]) if parts else "", False
