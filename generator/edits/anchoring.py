"""A selector and an article → where its words stand now: Found, Review or Orphan, never silently a look-alike.

The cascade: the words as they are but for typography; the same words in another spelling; nearly the same words at the same
place, where all that differs carries no fact. Everything else is for a person to decide.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from generator.edits.anchor.alignment import Alignment, nearest, same
from generator.edits.anchor.context import Surroundings
from generator.edits.anchor.difference import reason
from generator.edits.anchor.found import Anchored, Found, Orphan, Review, Way
from generator.edits.anchor.keyed import KeyedText, words
from generator.model.article import Article
from generator.model.edit import Selector
from generator.model.span import Span

_AHEAD = 0.4
"""How much more of its surroundings one of several places must have kept (of 2: before and behind) to be the one meant."""
_NEAR = 0.25
"""Greatest share of a quote's words that may differ from what is taken for it."""
_LEAD = 0.15
"""How far the second nearest place must lie behind, as a share of the quote's words."""
_OFTEN = 200
"""How many places with the same words are compared at most."""
_KEPT = 0.7
"""How much of its surroundings (of 2) a place must have kept for no other place to be looked at."""
_FEW = 4
"""A quote of fewer words says too little by itself to be found in other surroundings."""


def find(selector: Selector, article: Article) -> Anchored:
    """Find the words of a selector in an article.

    Args:
        selector: the quote, with what stood before and behind it and where it began, as far as known.
        article: the article as it is now.

    Returns:
        Found with the span of the words as they now stand; Review where something like them stands, or where it is open which
        of several places is meant; Orphan where nothing like them stands.
    """
    if untouched := _untouched(selector, article.text):
        return untouched
    here, quote = words(article.text), words(selector.exact.strip())
    if not quote.keys:
        return Orphan("the quote holds no word")
    search = _Search(selector, here, quote, Surroundings(selector, here))
    exact = [place for at in search.occurrences() if (place := _place(here, at, at + len(quote.folded.text)))]
    if exact:
        return search.chosen(exact, Way.EXACT)
    spelled = same(quote.keys, here.keys)[:_OFTEN]
    if spelled:
        return search.chosen(spelled, Way.SPELLING)
    return search.close()


def _untouched(selector: Selector, text: str) -> Found | None:
    """Return the place that a selector names where nothing has changed there: most articles, at every build."""
    start, exact = selector.start, selector.exact
    if start is None or not exact.strip() or not (selector.prefix or selector.suffix) or (selector.said and selector.said not in exact):
        return None
    end = start + len(exact)
    around = text[max(0, start - len(selector.prefix)) : end + len(selector.suffix)]
    return Found(Span(start, end).trimmed(text), Way.EXACT) if around == selector.prefix + exact + selector.suffix else None


def _place(here: KeyedText, start: int, end: int) -> Alignment | None:
    """Return the words of a stretch of the folded text; None where it holds no whole word."""
    first = bisect_left(here.all, start, key=lambda word: word.span.start)
    last = bisect_right(here.all, end, key=lambda word: word.span.end)
    return Alignment(first, last, 0) if first < last else None


class _Search:
    """One search: the selector, the article's words, the quote's words."""

    def __init__(self, selector: Selector, here: KeyedText, quote: KeyedText, surroundings: Surroundings) -> None:
        self.selector = selector
        self.here = here
        self.quote = quote
        self.surroundings = surroundings

    def occurrences(self) -> list[int]:
        """Return where the folded quote stands, whole words and whole figures only."""
        text, exact = self.here.folded.text, self.quote.folded.text
        found: list[int] = []
        at = text.find(exact)
        while at >= 0:
            if _is_whole(text, at, at + len(exact)):
                found.append(at)
            if len(found) == _OFTEN:
                break
            at = text.find(exact, at + 1)
        return found

    def chosen(self, places: list[Alignment], way: Way) -> Anchored:
        """Choose among places that hold the same words by what stands round them."""
        if len(places) == 1:
            return self._judged(places[0], way)
        scored = sorted(((self.surroundings.score(place), -number) for number, place in enumerate(places)), reverse=True)
        best, second = scored[0], scored[1]
        if best[0] >= 0.5 and best[0] - second[0] >= _AHEAD:
            return self._judged(places[-best[1]], way)
        tied = [place for place in places if self.surroundings.score(place) == best[0] and self._starts(place)]
        if tied:
            return self._judged(tied[0], way)
        spans = tuple(self._span(place) for place in places)
        return Review(spans, f"the words stand there {len(places)} times", same_words=True)

    def close(self) -> Anchored:
        """Look for nearly the same words."""
        near = nearest(self.quote.keys, self.here.keys)
        if not near:
            return Orphan("nothing like the quote stands there")
        size = len(self.quote.keys)
        best, told = self._fitted(near[0])
        if told is None and near[0].distance > _NEAR * size:
            told = "too many words have changed"
        if told is None and len(near) > 1 and near[1].distance - near[0].distance < _LEAD * size:
            told = "another place is nearly as close"
        if told is None and self.surroundings.known and not self.surroundings.score(best):
            told = "it is worded otherwise and stands elsewhere"
        return Review((self._span(best),), told) if told else self._judged(best, Way.CLOSE)

    def _fitted(self, place: Alignment) -> tuple[Alignment, str | None]:
        """Return a place, a word longer or shorter at its ends where only that makes it say the same, and what else differs."""
        told = self._difference(place)
        if told is None:
            return place, None
        for start in (0, -1, 1):
            for end in (0, 1, -1):
                other = Alignment(place.start + start, place.end + end, place.distance)
                if 0 <= other.start < other.end <= len(self.here.all) and self._difference(other) is None:
                    return other, None
        return place, told

    def _judged(self, place: Alignment, way: Way) -> Anchored:
        """Return what was found, unless something about it speaks for a look by a person."""
        told = (self._difference(place) if way is Way.SPELLING else None) or self.surroundings.changed(place, self.quote)
        if told is None and self.surroundings.known:
            told = self._lost(place)
        span = self._span(place)
        if told is None and self.selector.said and not same(words(self.selector.said).keys, self.here.keys[place.start : place.end]):
            told = f"“{self.selector.said}” does not stand in it"
        return Review((span,), told) if told else Found(span, way)

    def _lost(self, place: Alignment) -> str | None:
        """Tell why words that stand in other surroundings than before may not be the ones meant."""
        score = self.surroundings.score(place)
        if score >= _KEPT:
            return None
        if not score and len(self.quote.keys) < _FEW:
            return "so few words stand elsewhere than before"
        others = [each for each in nearest(self.quote.keys, self.here.keys, most=4) if each.end <= place.start or place.end <= each.start]
        if any(self.surroundings.score(each) >= score + _KEPT for each in others):
            return "the words stand elsewhere, and something like them at their old place"
        return None

    def _difference(self, place: Alignment) -> str | None:
        there = self.here.all[place.start : place.end]
        rest = frozenset(self.here.keys[: place.start]) | frozenset(self.here.keys[place.end :])
        asked, asks = ("?" in text for text in (self.quote.folded.text, self._folded(place)))
        return reason(self.quote.all, there, rest) or ("it is a question on one side only" if asked != asks else None)

    def _starts(self, place: Alignment) -> bool:
        return self.selector.start is not None and self._span(place).start == self.selector.start

    def _folded(self, place: Alignment) -> str:
        span = self._outline(place)
        return self.here.folded.text[span.start : span.end]

    def _span(self, place: Alignment) -> Span:
        """Return the span of the original text, with the punctuation at the quote's own ends."""
        return self.here.folded.original(self._outline(place))

    def _outline(self, place: Alignment) -> Span:
        text, exact = self.here.folded.text, self.quote.folded.text
        start, end = self.here.all[place.start].span.start, self.here.all[place.end - 1].span.end
        lead, tail = self.quote.all[0].span.start, len(exact) - self.quote.all[-1].span.end
        if text[max(0, start - lead) : start] == exact[:lead]:
            start, lead = start - lead, 0
        if text[end : end + tail] == exact[len(exact) - tail :]:
            end, tail = end + tail, 0
        while lead and start and not text[start - 1].isalnum() and not text[start - 1].isspace():
            start, lead = start - 1, lead - 1
        while tail and end < len(text) and not text[end].isalnum() and not text[end].isspace():
            end, tail = end + 1, tail - 1
        return Span(start, end)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch neither begins nor ends inside a word or a figure ("5" in "1.5", "5,000")."""
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    if (
        text[start].isalnum()
        and before
        and (before[-1].isalnum() or (text[start].isdigit() and before[-1] in ".,:/" and before[:1].isdigit()))
    ):
        return False
    if not text[end - 1].isalnum() or not behind:
        return True
    return not (behind[0].isalnum() or (text[end - 1].isdigit() and behind[0] in ".,:/" and behind[1:].isdigit()))
