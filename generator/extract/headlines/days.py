"""The days of a line: put in behind a time word that the line alone does not place, 'yesterday [6 March 2011]', and judged.

In: a Line, its Telling. Out: the Line with the days put in, in square brackets, and the steps; the fault of a day that misleads.
"""

from __future__ import annotations

from generator.extract.headlines.line import Line
from generator.extract.headlines.quoting import quoted_tokens
from generator.extract.headlines.roots import clause_of
from generator.extract.headlines.telling import Day, Telling
from generator.model.calendar import MONTHS
from generator.model.edtf import Date, Edtf, bounds, ends
from generator.model.story import Story
from generator.model.timex import Step
from generator.model.tree import Rel, Tree, Upos

_WEEK = 7
"""Days."""


def with_days(line: Line, telling: Telling, but: frozenset[int] = frozenset()) -> tuple[Line, tuple[Step, ...]]:
    """Return the line with the days that its time words mean, where they do not say so and the entry's own date does not either.

    *but* are tokens behind which nothing is put in.
    """
    steps: list[Step] = []
    for day in telling.days:
        tokens = line.tree.inside(day.said) if line.tree.span.overlaps(day.said) else ()
        if not tokens:
            continue
        words = day.said.of(telling.text)
        label = _label(_meant(day, telling)) if _is_open(words, day, telling) else ""
        if not label or not set(tokens) <= line.has - line.put.keys() - but or _is_title(line, tokens, telling.story):
            continue
        last = tokens[-1] + _is_owning(line, tokens[-1] + 1)
        line = line.putting((last,), f"{line.tree[last].text} [{label}]")
        steps.append(Step("put in", f"“{label}” behind “{' '.join(words.split())}”"))
    return line, tuple(steps)


def _meant(day: Day, telling: Telling) -> Edtf:
    """Return the date that a time word means: of the entry's own words that which the entry shows, 'this week' up to its publication."""
    own = any(span.overlaps(day.said) for span in telling.own)
    return telling.date if own and telling.date is not None and bounds(telling.date).overlaps(bounds(day.date)) else day.date


def is_dated(line: Line, tokens: tuple[int, ...]) -> bool:
    """Tell whether a time word has its day put in behind it."""
    return bool(tokens) and any(line.put.get(at, "").endswith("]") for at in (*tokens, tokens[-1] + 1))


def whole_date(line: Line, _root: object, _frame: object, telling: Telling) -> str:
    """Return the fault of a line that has a part of the entry's date words, and not all of them."""
    own = {at for span in telling.own for at in line.tree.inside(span)}
    return "its date is torn" if own & line.has and not own <= line.has else ""


def other_day(line: Line, _root: object, _frame: object, telling: Telling) -> str:
    """The day of another deed must not stand where a reader takes it for this one's: on the main verb, or by itself in the line."""
    tree, kept = line.tree, line.has
    own = {at for span in telling.own for at in tree.inside(span)}
    spans = [span for span in telling.others if not is_dated(line, tree.inside(span))]
    others = {at for span in spans for at in tree.inside(span)} & kept
    if line.kept[0] in others and tree[line.kept[0]].upos is Upos.NUM:
        return "the day of something else"  # '2000 Hale opened a shop', in a list of years
    days = {at for day in telling.days for at in tree.inside(day.said)}
    shown = (at for at in others & days if not _is_compared(tree, at, telling))
    beside = {line.root, *tree.children(line.root, Rel.CONJ)}  # 'Hale left and came back in May' is read as both in May
    return "the day of something else" if not own & kept and any(clause_of(tree, at) in beside for at in shown) else ""


def _is_compared(tree: Tree, at: int, telling: Telling) -> bool:
    """Tell whether a date only says from when or until when something holds, or what it is compared with: 'up from May'."""
    phrase = (at, *tree.ancestors(at))
    nearest = next((case for each in phrase for case in tree.children(each, Rel.CASE) if case < at), None)
    return nearest is not None and tree[nearest].lemma in telling.story.of("date_limits")


def stale(line: Line, _root: object, _frame: object, telling: Telling) -> str:
    """No day is told as it was told on another: 'last week', 'yesterday'; in quotation marks it is, with who said so."""
    tree, story = line.tree, telling.story
    shown = line.has - quoted_tokens(line)
    spans = [span for span in (*telling.own, *telling.others) if not is_dated(line, tree.inside(span))]
    dates = [[tree[at].text.lower() for at in tree.inside(span) if at in shown] for span in spans]
    words = {word for date in dates if not story.of("articles") & set(date) for word in date if word in story.of("deictic")}
    return f"told from its own day: “{min(words)}”" if words else ""


def _is_owning(line: Line, at: int) -> bool:
    return at in line.has and line.tree[at].text in {"'s", "’s"}


def _is_title(line: Line, tokens: tuple[int, ...], story: Story) -> bool:
    """Tell whether a day's name is that of something else: 'the Today show'."""
    tree, first = line.tree, tokens[0]
    inner = first > 0 and tree[first - 1].upos is not Upos.PUNCT and tree[first].text[:1].isupper()
    return inner and len(tokens) == 1 and tree[first].text.lower() in story.of("deictic")


def _is_open(words: str, day: Day, telling: Telling) -> bool:
    """Tell whether a reader must ask which day is meant: of 'yesterday' always, of 'Friday' where it is not the entry's own."""
    said = words.lower().replace("-", " ").split()
    if any(each.isdigit() and len(each) == len("2011") for each in said) or bounds(day.date).days is None:
        return False
    if telling.story.of("deictic") & set(said):
        return not _is_vague(day.date, said)
    if telling.date is None or not day.sure or not any(each[:1].isupper() for each in words.split()):
        return False
    if isinstance(day.date, Date) and day.date.day and not any(each.isdigit() for each in said):
        return not bounds(telling.date).overlaps(bounds(day.date))
    return _year(day.date) != _year(telling.date)  # 'July 31' is one of the entry's year


def _is_vague(date: Edtf, said: list[str]) -> bool:
    """Tell whether no day or period in particular is meant: 'over a decade ago', 'a year ago' of a quarter, 'by next Friday'."""
    length = bounds(date).days or 0
    if isinstance(date, Date):
        return "~" in str(date) and "ago" in said
    return bool(date.bound) or ("ago" in said and length > _WEEK)


def _year(date: Edtf) -> int | None:
    return next((each.year for each in ends(date) if each is not None), None)


def _label(date: Edtf) -> str:
    """Return a date as a newspaper writes it, the first and the last of several; nothing where it is no more than a part of something.

    >>> from generator.model.edtf import parse
    >>> [_label(parse(each)) for each in ("2011-03-07T10:00", "2011-03", "[2011-03-07..2011-03-13]", "[2011-02-28..2011-03-06]", "201X")]
    ['7 March 2011', 'March 2011', '7–13 March 2011', '28 February–6 March 2011', '']
    """
    first, last = (_words(each) if each is not None else [] for each in ends(date))
    if not first or len(first) != len(last):
        return ""
    shared = next(count for count in range(len(first) + 1) if first[count:] == last[count:])
    opens = " ".join(first[:shared])
    return f"{opens}–{' '.join(last)}" if opens else " ".join(last)


def _words(date: Date) -> list[str]:
    if date.unspecified or date.year < 1 or (date.month or 1) > len(MONTHS):
        return []
    month = [MONTHS[date.month - 1]] if date.month else []
    return [*([str(date.day)] if date.day else []), *month, str(date.year)]
