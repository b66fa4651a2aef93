"""The sentence as it is shown where no headline can be made: its own words, with names put in square brackets.

In: a Frame, its Telling, the stretch to be quoted. Out: a Headline without a line, with these words.

Nothing is left out of it but a word by which the text goes on ("But", "Meanwhile,"), and all round a part that tells a deed by the way,
where […] stands for it; every letter that is not the source's stands in square brackets, so that it can be shown between quotation marks.
What can be understood only after the sentence before is shown with it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile

from generator.extract.discourse.names import Named
from generator.extract.headlines.days import with_days
from generator.extract.headlines.judge import fault_of_sentence
from generator.extract.headlines.line import Line, capital
from generator.extract.headlines.part import told_by_the_way
from generator.extract.headlines.quoting import balanced, is_unbroken, quoted_tokens
from generator.extract.headlines.referring import placed
from generator.extract.headlines.roots import SUBJECTS, is_clause, is_finite
from generator.extract.headlines.seams import last_seam, seam_in, without_codes
from generator.extract.headlines.sharing import shares_day
from generator.extract.headlines.telling import Headline, Telling
from generator.model.edtf import bounds
from generator.model.frame import Frame
from generator.model.span import Span
from generator.model.timex import Step
from generator.model.tree import Rel, Tree, Upos

_GOES_ON = frozenset({Rel.CC, Rel.ADVMOD, Rel.DISCOURSE})
_LABELS = frozenset({":", "-", "–", "—", "--"})
_LONGEST = 60
"""So many words two sentences may have together."""
_LEFT_OUT = "[…]"


@dataclass(frozen=True, slots=True)
class _Shown:
    """A sentence as it is shown, what was put in, what speaks against showing it by itself, and who is named in it."""

    words: str
    steps: tuple[Step, ...]
    fault: str
    named: tuple[Named | None, ...]
    torn: bool = False
    """Whether nothing that stands before it can mend that."""


def shown_alone(failed: Headline, frame: Frame, telling: Telling, quote: Span) -> Headline:
    """Return a headline without a line, with the quote as it is shown instead; empty where that is the quote as it stands."""
    tried = (_parts(frame, telling, parts) for parts in told_by_the_way(frame, telling, quote))
    if (beside := next((each for each in tried if each is not None), None)) is not None:
        return replace(failed, alone=beside.words, steps=beside.steps)
    shown = _shown(frame.tree, telling, quote, top=_top(frame))
    if shown.fault and not shown.torn:
        shown = _after_another(frame.tree, telling, quote) or shown
    other = "" if shares_day(frame, frame.tree.root, telling.story) else "its main clause is of another day"
    words = "" if shown.words == quote.of(telling.text) else shown.words
    return replace(failed, alone=words, stands=not (shown.fault or other), fault=failed.fault or other, steps=shown.steps)


def _parts(frame: Frame, telling: Telling, parts: tuple[Span, ...]) -> _Shown | None:
    """Return parts of a sentence as they are shown, between the marks of what is left out; None where they cannot be understood."""
    tree = frame.tree
    line = Line(tree, frame.predicate, without_codes(tree, tuple(at for part in parts for at in tree.inside(part)), telling.text))
    done = placed(line, telling, onward=True)
    if done.fault or not is_unbroken(line) or seam_in(line, telling, whole=False):
        return None
    dated, days = with_days(done.line, telling)
    words, at = "", tree.span.start
    for part in parts:
        words += _left_out(Span(at, part.start), line, telling) + _told(dated, part, telling.text)
        at = part.end
    words += _left_out(Span(at, max(at, tree.span.end)), line, telling).rstrip()
    step = Step("headline", "the part of the sentence that tells it")
    return _Shown(balanced(words.lstrip()), (step, *done.steps, *days), "", done.named)


def _left_out(gap: Span, line: Line, telling: Telling) -> str:
    """Return what stands between the parts that are shown: what only joins them as it is, a mark for all else."""
    tree = line.tree
    joining = all(tree[at].upos is Upos.PUNCT or tree[at].text.lower() in telling.story.of("that") for at in tree.inside(gap))
    joined = gap.of(telling.text) if gap.start > tree.span.start and gap.end < tree.span.end else ""
    return joined if joining else f" {_LEFT_OUT} "


def _after_another(tree: Tree, telling: Telling, quote: Span) -> _Shown | None:
    """Return two sentences as they are shown together, where the one before can be understood and places what the other means."""
    before = telling.before
    whole = before is not None and quote.start == tree.span.start and not telling.text[before.span.end : tree.span.start].strip(" \n.”\"'")
    if before is None or not whole or _is_of_another_day(before, telling):
        return None
    first = _shown(before, telling, before.span)
    if first.fault:
        return None
    second = _shown(tree, telling, quote, after=first.named)
    if second.fault or len(f"{first.words} {second.words}".split()) > _LONGEST:
        return None
    step = Step("headline", "with the sentence before, which says what is meant")
    return replace(second, words=f"{first.words} {second.words}", steps=(step, *first.steps, *second.steps))


def _is_of_another_day(before: Tree, telling: Telling) -> bool:
    """Tell whether the sentence before has a day that the entry does not show, which a reader would take for that of both."""
    days = [bounds(day.date) for day in telling.days if before.span.overlaps(day.said)]
    return telling.date is not None and not all(each.overlaps(bounds(telling.date)) for each in days)


def _top(frame: Frame) -> int:
    """Return the first token of what is certainly told: the predicate, or its subject before it."""
    subject = frame.tree.children(frame.predicate, *SUBJECTS)
    return min([frame.predicate, *(min(frame.tree.subtree(each)) for each in subject)])


def _shown(tree: Tree, telling: Telling, quote: Span, *, top: int = 0, after: tuple[Named | None, ...] = ()) -> _Shown:
    kept = tree.inside(quote)
    start = last_seam(Line(tree, tree.root, kept), top, telling)
    kept = tuple(each for each in kept if each >= start)
    kept = kept[0 if after or start else _opening(tree, kept, telling) :]
    line = Line(tree, tree.root, without_codes(tree, kept, telling.text))
    spoken = bool(telling.speaker) and telling.before is not tree and not after
    done = placed(line, telling, onward=True, spoken=spoken, after=after)
    dated, days = with_days(done.line, telling)
    words = balanced(_worded(dated, quote, telling.text))
    if start and _may_be_told(tree, tree.inside(quote), start):
        words = f"{_LEFT_OUT} {words}"
    torn = fault_of_sentence(line, telling)
    fault = done.fault or torn
    if spoken:
        named = Step("put in", f"“{telling.speaker}”, whom the quotation is of")
        return _Shown(capital(f"[{telling.speaker}:] {_in_marks(words)}"), (named, *done.steps, *days), fault, done.named)
    nobody = _is_all_quoted(line)
    return _Shown(words, (*done.steps, *days), fault or ("not told who is quoted" if nobody else ""), done.named, bool(torn))


def _may_be_told(tree: Tree, tokens: tuple[int, ...], start: int) -> bool:
    """Tell whether what was taken for a heading may belong to the sentence: it has a verb, and what follows it is a noun or name."""
    verbs = (each for each in tokens if each < start and is_clause(tree, each) and is_finite(tree, each))
    return tree[start].upos in {Upos.NOUN, Upos.PROPN, Upos.ADJ} and next(verbs, None) is not None


def _is_all_quoted(line: Line) -> bool:
    """Tell whether every word of a line stands between quotation marks."""
    quoted = quoted_tokens(line)
    return all(at in quoted for at in line.kept if line.tree[at].upos is not Upos.PUNCT)


def _in_marks(words: str) -> str:
    """Return words of a quotation between marks, where those of the source stand in other sentences."""
    return words if words[:1] in {"“", '"'} else f"“{words}”"


def _opening(tree: Tree, kept: tuple[int, ...], telling: Telling) -> int:
    """Return how many tokens open the sentence that only join it to the one before, or label it with its day."""
    place = _label(tree, kept, telling)
    while place + 1 < len(kept) and tree[kept[place]].lemma in telling.story.of("going_on") and tree[kept[place]].rel in _GOES_ON:
        apart = tree[kept[place + 1]].text == ","
        if not apart and tree[kept[place]].rel is not Rel.CC and tree[kept[place]].lemma not in telling.story.of("adding"):
            break  # 'so far', 'then president', but 'Meanwhile reports said'
        place += 2 if apart else 1
    return place


def _label(tree: Tree, kept: tuple[int, ...], telling: Telling) -> int:
    """Return how many tokens are the entry's own day, set before the sentence: 'March 3, 2009: Crews left'."""
    own = {each for span in telling.own for each in tree.inside(span)}
    length = len(tuple(takewhile(own.__contains__, kept)))
    return length + 1 if 0 < length < len(kept) - 1 and tree[kept[length]].text in _LABELS else 0


def _worded(line: Line, quote: Span, text: str) -> str:
    """Return the words of the source from the first token on, a capital first."""
    tree = line.tree
    start = tree[line.kept[0]].span.start if line.kept and line.kept[0] != 0 else quote.start
    told = _told(line, Span(start, quote.end), text)
    return capital(told) if told[:1] == "[" else told if start == tree.span.start else _capital(told)


def _told(line: Line, quote: Span, text: str) -> str:
    """Return the words of a stretch of the source, with what is put in instead of others, and without what is left out."""
    tree, start = line.tree, quote.start
    shown: list[str] = []
    at = start
    for token in tree.inside(Span(start, quote.end)):
        span = tree[token].span
        if token in line.has and line.put.get(token) != "":
            gap = text[at : span.start] or " " * (shown[-1:] != [] and at != start and text[at - 1] == ")" and span.of(text)[0].isalnum())
            shown.append(gap + line.put.get(token, span.of(text)))
        at = span.end
    return "".join((*shown, text[at : quote.end]))


def _capital(words: str) -> str:
    """Return words with a capital in square brackets where the source's first letter is small: '[T]he port'."""
    return f"[{words[0].upper()}]{words[1:]}" if words[:1].islower() else words
