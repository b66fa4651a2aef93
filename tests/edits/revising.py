"""A text → revisions of it, each with what must come of looking for one of its sentences: fixed by the operation, before any matching.

In: a text. Out: Case…: what an editor quoted, the revised text, and the span where the words must be found; None where they must not be
(because a fact changed, the sentence is gone, or only a look-alike is left).
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model.edit import Selector
from generator.model.span import Span

Paragraphs = list[list[str]]


@dataclass(frozen=True, slots=True)
class Case:
    """One revision and what must come of it."""

    name: str
    selector: Selector
    text: str
    expected: Span | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A text in paragraphs of sentences, and which sentence is quoted."""

    paragraphs: Paragraphs
    paragraph: int
    sentence: int

    @property
    def quote(self) -> str:
        return self.paragraphs[self.paragraph][self.sentence]

    def with_quote(self, words: str) -> Draft:
        copy = [list(each) for each in self.paragraphs]
        copy[self.paragraph][self.sentence] = words
        return Draft(copy, self.paragraph, self.sentence)


_SENTENCE = re.compile(r"(?<!Mr\.)(?<!Ms\.)(?<!Dr\.)(?<!a\.m\.)(?<!p\.m\.)(?<=[.!?”\"])(?<![,;]”)\s+(?=[A-Z“\"])")


def parted(text: str) -> Paragraphs:
    """Return the paragraphs of a text, each as its sentences."""
    return [[one for one in _SENTENCE.split(" ".join(each.split())) if one] for each in re.split(r"\n\s*\n", text.strip()) if each.strip()]


def joined(draft: Draft) -> tuple[str, Span]:
    """Return a draft as text, and the span of its quoted sentence."""
    text, span = "", Span(0, 0)
    for number, paragraph in enumerate(draft.paragraphs):
        text += "\n\n" if text else ""
        for place, sentence in enumerate(paragraph):
            text += " " if place else ""
            if (number, place) == (draft.paragraph, draft.sentence):
                span = Span(len(text), len(text) + len(sentence))
            text += sentence
    return text, span


def selector_of(draft: Draft, width: int = 32) -> Selector:
    """Return what an editor's program would have written down."""
    text, span = joined(draft)
    return Selector(
        "story", span.of(text), None, text[max(0, span.start - width) : span.start], text[span.end : span.end + width], span.start
    )


Harmless = Callable[[Draft, random.Random], Draft | None]
"""A revision that keeps the fact; None where it does not apply."""
Changing = Callable[[str, random.Random], str | None]
"""A revision of the sentence that changes the fact."""


# --- what keeps the facts


def unchanged(draft: Draft, _: random.Random) -> Draft:
    return draft


def _everywhere(change: Callable[[str], str]) -> Harmless:
    def revise(draft: Draft, _: random.Random) -> Draft:
        return Draft([[change(one) for one in each] for each in draft.paragraphs], draft.paragraph, draft.sentence)

    return revise


def _swap(pairs: dict[str, str]) -> Callable[[str], str]:
    pattern = re.compile("|".join(rf"\b{re.escape(word)}\b" if word.isalpha() else re.escape(word) for word in pairs))
    return lambda text: pattern.sub(lambda match: pairs[match[0]], text)


straight_quotes = _everywhere(_swap({"“": '"', "”": '"', "’": "'", "‘": "'"}))
curly_apostrophes = _everywhere(lambda text: re.sub(r"(?<=\w)'(?=\w)", "’", text))
curly_quotes = _everywhere(lambda text: re.sub(r'"([^"]*)"', "“\\1”", text))
guillemets = _everywhere(_swap({"“": "«", "”": "»"}))
hard_spaces = _everywhere(lambda text: re.sub(r"(?<=\d) (?=[a-z])", "\u00a0", text))
long_dashes = _everywhere(lambda text: re.sub(r" - | – ", " — ", text))
double_spaces = _everywhere(lambda text: text.replace(", ", ",  "))
lines_broken = _everywhere(lambda text: re.sub(r"((?:\S+ ){7}\S+) ", "\\1\n", text))
no_accents = _everywhere(
    lambda text: unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)))
)
soft_hyphens = _everywhere(lambda text: re.sub(r"(\w{5})(ing\b)", "\\1\u00ad\\2", text))
_AMERICAN = {
    "harbour": "harbor",
    "Harbour": "Harbor",
    "labour": "labor",
    "recognised": "recognized",
    "centre": "center",
    "cancelled": "canceled",
    "metres": "meters",
    "programme": "program",
    "defence": "defense",
    "spokesman": "spokes-man",
    "organised": "organized",
    "neighbouring": "neighboring",
    "Neighbouring": "Neighboring",
    "criticised": "criticized",
    "travelling": "traveling",
    "honour": "honor",
    "theatre": "theater",
    "grey": "gray",
    "rumours": "rumors",
    "colour": "color",
    "percent": "per cent",
    "organisation": "organization",
}
american = _everywhere(_swap(_AMERICAN))
british = _everywhere(_swap({value: key for key, value in _AMERICAN.items() if value.isalpha()}))
plain_figures = _everywhere(lambda text: re.sub(r"(?<=\d),(?=\d{3}\b)", "", text))
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
figures_for_words = _everywhere(
    lambda text: re.sub(r"\b(three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", lambda m: str(_WORDS.index(m[0])), text)
)
on_weekdays = _everywhere(
    lambda text: re.sub(r"\b(said|announced|died|began|ended) ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b", "\\1 on \\2", text)
)
off_weekdays = _everywhere(lambda text: re.sub(r"\b(\w+) on ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b", "\\1 \\2", text))


def paragraph_to_end(draft: Draft, _: random.Random) -> Draft | None:
    rest = [each for number, each in enumerate(draft.paragraphs) if number != draft.paragraph]
    return Draft([*rest, draft.paragraphs[draft.paragraph]], len(rest), draft.sentence)


def paragraph_to_start(draft: Draft, _: random.Random) -> Draft | None:
    rest = [each for number, each in enumerate(draft.paragraphs) if number != draft.paragraph]
    return Draft([draft.paragraphs[draft.paragraph], *rest], 0, draft.sentence)


def paragraphs_shuffled(draft: Draft, chance: random.Random) -> Draft:
    order = list(range(len(draft.paragraphs)))
    chance.shuffle(order)
    return Draft([draft.paragraphs[each] for each in order], order.index(draft.paragraph), draft.sentence)


def lead_added(draft: Draft, _: random.Random) -> Draft:
    lead = ["This report was brought up to date with new figures on Sunday evening.", "What is new stands in the last paragraph."]
    return Draft([lead, *draft.paragraphs], draft.paragraph + 1, draft.sentence)


def sentence_before(draft: Draft, _: random.Random) -> Draft:
    copy = [list(each) for each in draft.paragraphs]
    copy[draft.paragraph].insert(draft.sentence, "Not much more was known at first.")
    return Draft(copy, draft.paragraph, draft.sentence + 1)


def sentence_behind(draft: Draft, _: random.Random) -> Draft:
    copy = [list(each) for each in draft.paragraphs]
    copy[draft.paragraph].insert(draft.sentence + 1, "Others gave a different account.")
    return Draft(copy, draft.paragraph, draft.sentence)


def neighbours_deleted(draft: Draft, _: random.Random) -> Draft | None:
    paragraph = draft.paragraphs[draft.paragraph]
    if len(paragraph) < 2:
        return None
    copy = [list(each) for each in draft.paragraphs]
    copy[draft.paragraph] = [draft.quote]
    return Draft(copy, draft.paragraph, 0)


def others_rewritten(draft: Draft, chance: random.Random) -> Draft:
    """Change figures and days in every other sentence."""
    copy = [[figure(one, chance) or one for one in each] for each in draft.paragraphs]
    copy[draft.paragraph][draft.sentence] = draft.quote
    return Draft(copy, draft.paragraph, draft.sentence)


def paragraphs_joined(draft: Draft, _: random.Random) -> Draft:
    sentence = sum(len(each) for each in draft.paragraphs[: draft.paragraph]) + draft.sentence
    return Draft([[one for each in draft.paragraphs for one in each]], 0, sentence)


def one_paragraph_each(draft: Draft, _: random.Random) -> Draft:
    number = sum(len(each) for each in draft.paragraphs[: draft.paragraph]) + draft.sentence
    return Draft([[one] for each in draft.paragraphs for one in each], number, 0)


def merged_with_next(draft: Draft, _: random.Random) -> Draft | None:
    paragraph = draft.paragraphs[draft.paragraph]
    if draft.sentence + 1 >= len(paragraph) or not draft.quote.endswith("."):
        return None
    behind = paragraph[draft.sentence + 1]
    first = behind.split()[0]
    if first not in {"It", "The", "They", "He", "She", "A", "Two", "Teams", "Its", "Their", "Talks", "Until"}:
        return None
    copy = [list(each) for each in draft.paragraphs]
    copy[draft.paragraph][draft.sentence : draft.sentence + 2] = [draft.quote[:-1], "\ue000, and " + behind[0].lower() + behind[1:]]
    return Draft(copy, draft.paragraph, draft.sentence)


def merged_with_last(draft: Draft, _: random.Random) -> Draft | None:
    paragraph = draft.paragraphs[draft.paragraph]
    first = draft.quote.split()[0]
    if (
        not draft.sentence
        or first not in {"It", "The", "They", "He", "She", "A", "Two", "Its", "Their"}
        or not paragraph[draft.sentence - 1].endswith(".")
    ):
        return None
    copy = [list(each) for each in draft.paragraphs]
    before = copy[draft.paragraph][draft.sentence - 1]
    copy[draft.paragraph][draft.sentence - 1] = before[:-1] + ", and"
    copy[draft.paragraph][draft.sentence] = draft.quote[0].lower() + draft.quote[1:]
    return Draft(copy, draft.paragraph, draft.sentence)


def article_dropped(draft: Draft, _: random.Random) -> Draft | None:
    words = re.sub(r"(?<=[a-z] )the (?=[a-z])", "", draft.quote, count=1)
    return draft.with_quote(words) if words != draft.quote else None


def that_added(draft: Draft, _: random.Random) -> Draft | None:
    words = re.sub(r"\b(said|warned|announced) (?=(?:the|it|its|he|she|they)\b)", "\\1 that ", draft.quote, count=1)
    return draft.with_quote(words) if words != draft.quote else None


def letters_swapped(draft: Draft, chance: random.Random) -> Draft | None:
    """Make a slip of the pen in a long word, as a revision would mend it."""
    long = list(re.finditer(r"\b[a-z]{7,}\b", draft.quote))
    if not long:
        return None
    match = chance.choice(long)
    at = match.start() + 2
    one, two = draft.quote[at], draft.quote[at + 1]
    return None if one == two else draft.with_quote(draft.quote[:at] + two + one + draft.quote[at + 2 :])


def twice_revised(draft: Draft, chance: random.Random) -> Draft | None:
    first = lead_added(paragraphs_shuffled(draft, chance), chance)
    return american(straight_quotes(plain_figures(first, chance), chance), chance)  # type: ignore[arg-type]  # these always apply


HARMLESS: tuple[tuple[str, Harmless], ...] = (
    ("unchanged", unchanged),
    ("straight quotes", straight_quotes),
    ("curly quotes", curly_quotes),
    ("curly apostrophes", curly_apostrophes),
    ("guillemets", guillemets),
    ("hard spaces", hard_spaces),
    ("long dashes", long_dashes),
    ("double spaces", double_spaces),
    ("lines broken", lines_broken),
    ("accents dropped", no_accents),
    ("soft hyphens", soft_hyphens),
    ("American spelling", american),
    ("British spelling", british),
    ("thousands without commas", plain_figures),
    ("figures for words", figures_for_words),
    ("on before weekdays", on_weekdays),
    ("no on before weekdays", off_weekdays),
    ("paragraph moved to the end", paragraph_to_end),
    ("paragraph moved to the start", paragraph_to_start),
    ("paragraphs in another order", paragraphs_shuffled),
    ("lead added", lead_added),
    ("sentence added before", sentence_before),
    ("sentence added behind", sentence_behind),
    ("neighbours deleted", neighbours_deleted),
    ("other sentences rewritten", others_rewritten),
    ("paragraphs joined", paragraphs_joined),
    ("a paragraph for each sentence", one_paragraph_each),
    ("merged with the next sentence", merged_with_next),
    ("merged with the sentence before", merged_with_last),
    ("article dropped", article_dropped),
    ("that added", that_added),
    ("slip mended", letters_swapped),
    ("several at once", twice_revised),
)

# --- what changes the facts

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_NAMES = ("Velden", "Ashcroft", "Moreau", "Tarkov", "Lindgren")


def _one(pattern: str, instead: Callable[[re.Match[str], random.Random], str]) -> Changing:
    def change(words: str, chance: random.Random) -> str | None:
        every = list(re.finditer(pattern, words))
        if not every:
            return None
        match = chance.choice(every)
        return words[: match.start()] + instead(match, chance) + words[match.end() :]

    return change


figure = _one(r"\d(?=\D|$)", lambda match, chance: str((int(match[0]) + chance.randint(1, 8)) % 10))
weekday = _one("|".join(_DAYS), lambda match, chance: _DAYS[(_DAYS.index(match[0]) + chance.randint(1, 6)) % 7])
month = _one(r"\b(?:" + "|".join(_MONTHS) + r")\b", lambda match, chance: _MONTHS[(_MONTHS.index(match[0]) + chance.randint(1, 11)) % 12])
number_word = _one(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    lambda match, chance: _WORDS[2 + (_WORDS.index(match[0]) - 2 + chance.randint(1, 10)) % 11],
)
name = _one(rf"(?<=[a-z,] )(?!(?:{'|'.join(_DAYS + _MONTHS)})\b)[A-Z][a-z]{{3,}}", lambda _, chance: chance.choice(_NAMES))
unit = _one(r"\b(?:million|billion)\b", lambda match, _: "billion" if match[0] == "million" else "million")
negated = _one(r"\b(was|is|were|are|will|would|had|has|could) (?!not\b)(?=[a-z])", lambda match, _: match[1] + " not ")
affirmed = _one(r"\b(was|is|were|are|will|would|had|has|did|could|do) not ", lambda match, _: match[1] + " ")
never = _one(r"\b(said|told|began|agreed|drilled|drew|expects?) ", lambda match, _: "never " + match[1] + " ")
doubted = _one(r"\bwill\b", lambda _, chance: chance.choice(("may", "might", "could")))
_OPPOSITES = dict(
    pair.split()
    for pair in (
        "rose fell",
        "raises lowers",
        "cuts raises",
        "passed rejected",
        "approved rejected",
        "fine praise",
        "found lost",
        "more less",
        "before after",
        "after before",
        "early late",
        "late early",
        "opened closed",
        "open closed",
        "closed opened",
        "alive dead",
        "first last",
        "last first",
        "north south",
        "second third",
        "killed hurt",
        "about under",
        "least most",
        "most least",
        "under over",
    )
)
opposite = _one(r"\b(?:" + "|".join(_OPPOSITES) + r")\b", lambda match, _: _OPPOSITES[match[0]])


def denied(words: str, _: random.Random) -> str:
    return "Officials denied that " + words[0].lower() + words[1:]


def unlikely(words: str, _: random.Random) -> str:
    return "It is no longer thought likely that " + words[0].lower() + words[1:]


def conditional(words: str, _: random.Random) -> str | None:
    return words[:-1] + ", unless the talks fail." if words.endswith(".") else None


def corrected_away(words: str, _: random.Random) -> str | None:
    return words[:-1] + ", an earlier report said, but this was wrong." if words.endswith(".") else None


CHANGING: tuple[tuple[str, Changing], ...] = (
    ("figure changed", figure),
    ("weekday changed", weekday),
    ("month changed", month),
    ("number word changed", number_word),
    ("name changed", name),
    ("million and billion", unit),
    ("negated", negated),
    ("negation dropped", affirmed),
    ("never", never),
    ("will became may", doubted),
    ("opposite", opposite),
    ("denied", denied),
    ("unlikely", unlikely),
    ("conditional", conditional),
    ("corrected away", corrected_away),
)


def cases(text: str, seed: str, *, fewest: int = 6) -> Iterator[Case]:
    """Yield every revision of every sentence of at least *fewest* words that stands once in the text.

    Of a sentence that stands twice, word for word, it is not for a matcher to say which of the two was quoted and then deleted.
    """
    paragraphs = parted(text)
    for number, paragraph in enumerate(paragraphs):
        for place, sentence in enumerate(paragraph):
            if len(sentence.split()) >= fewest and _stands_once(sentence, text):
                yield from _of_sentence(Draft(paragraphs, number, place), f"{seed}:{number}:{place}")


def _stands_once(sentence: str, text: str) -> bool:
    bare = re.sub(r"\W+", " ", sentence).strip().lower()
    return re.sub(r"\W+", " ", text).lower().count(bare) == 1


def _of_sentence(draft: Draft, seed: str) -> Iterator[Case]:
    selector = selector_of(draft)
    before, _ = joined(draft)
    for label, harmless in HARMLESS:
        revised = harmless(draft, random.Random(f"{seed}:{label}"))  # noqa: S311 - a law of chance for tests, the same at every run
        if revised is None:
            continue
        text, span = joined(revised)
        if text != before or label == "unchanged":
            yield Case(f"{label} ({seed})", selector, text.replace(" \ue000", "").replace("\ue000", ""), span)
    for label, changing in CHANGING:
        chance = random.Random(f"{seed}:{label}")  # noqa: S311 - likewise
        words = changing(draft.quote, chance)
        if words is None or words == draft.quote:
            continue
        yield Case(f"{label} ({seed})", selector, joined(draft.with_quote(words))[0], None)
        if chance.random() < 0.5:
            yield Case(f"{label}, moved ({seed})", selector, joined(_shuffled(draft.with_quote(words), chance))[0], None)
        if draft.sentence or len(draft.paragraphs[draft.paragraph]) > 1:
            yield Case(f"deleted, a look-alike with “{label}” stays ({seed})", selector, _look_alike(draft, words), None)
    yield Case(f"deleted ({seed})", selector, _without(draft), None)


def _shuffled(draft: Draft, chance: random.Random) -> Draft:
    return paragraphs_shuffled(draft, chance)


def _without(draft: Draft) -> str:
    copy = [list(each) for each in draft.paragraphs]
    del copy[draft.paragraph][draft.sentence]
    return "\n\n".join(" ".join(each) for each in copy if each)


def _look_alike(draft: Draft, words: str) -> str:
    """Delete the sentence; one like it, with another fact, stands in the paragraph before it (or the last)."""
    copy = [list(each) for each in draft.paragraphs]
    del copy[draft.paragraph][draft.sentence]
    copy[draft.paragraph - 1].append(words)
    return "\n\n".join(" ".join(each) for each in copy if each)
