"""A time expression, an event of a line, an event of the timeline in; how it came about out, in lines that ask for no word of the trade.

What other programs want (EDTF, TIMEX3) stands beside what it means; the name of a step, in brackets, is what the documents call it by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.build import Built, shows_only_checked
from generator.model.edtf import Edtf
from generator.model.event import Event
from generator.model.mention import DateBasis, EventMention
from generator.model.timex import Step, Timex

_BASES = {
    DateBasis.SAID: "the sentence says so",
    DateBasis.INHERITED: "from the text around it",
    DateBasis.PUBLICATION: "taken to be the day of publication",
    DateBasis.EDITOR: "set by an editor",
}
_STEPS = {"phrase": "a pattern of date words", "shade": "part of the date", "bound": "limit of the date", "attach": "what the date is of"}
"""Names of steps that say nothing by themselves, and what is printed for them."""
_PLAIN_DATE = re.compile(r"-?\d{4}(?:-\d\d-\d\d)?")


def of_timex(timex: Timex, text: str) -> Iterator[str]:
    """Explain a time expression of a line."""
    mod = f" mod={timex.mod}" if timex.mod else ""
    unknown = "no place in time" if timex.resolved else "not known: it counts from a day that the article does not give"
    yield f"  “{timex.said.of(text)}”"
    yield f"    comes to      {_dated(timex.edtf) if timex.edtf else unknown}"
    yield f"    counted from  {timex.reference.value}"
    yield from _steps(timex.derivation)
    yield f"    · for other programs: {timex.type.value} {timex.value}{mod}  [TIMEX3]"


def of_mention(mention: EventMention, text: str, *, turned: bool) -> Iterator[str]:
    """Explain an event found on a line; with the steps to its date where its verb *turned* that of its words to another."""
    yield f"  event {mention.id}: {mention.headline or f'“{_short(mention.quote.of(text), 90)}”'}"
    yield f"    date      {_dated(mention.date)} ({_BASES[mention.basis]})"
    yield f"    status    {mention.status.value}{', told as background' if mention.background else ''}"
    yield f"    told by   “{mention.trigger.of(text)}” in “{_short(mention.quote.of(text))}”"
    yield from _steps((*(mention.timex.derivation if turned and mention.timex else ()), *mention.reasons))


def of_event(event: Event, built: Built) -> Iterator[str]:
    """Explain an event of the timeline, with each of its citations."""
    yield f"{event.id}: {event.headline or event.name}"
    yield f"  date      {_dated(event.date)}{f'  “{event.said}”' if event.said else ''} ({_BASES[event.basis]})"
    if event.guessed:
        yield "  guessed   counted from a date of publication that nobody has confirmed"
    background = ", told as background" if event.background else ""
    left_out = ", so left out of the site: publish = “checked”" if shows_only_checked(built) else ""
    yield f"  status    {event.status.value}{background}{', checked' if event.checked else f', not checked{left_out}'}"
    shown = "" if event.shown else ", too little to be shown on a timeline of this length"
    yield f"  weight    {event.salience:.2f} of 1, by how many reports tell of it and come back to it{shown}"
    if event.others:
        yield f"  disagree  {', '.join(map(_dated, event.others))}"
    if event.edited:
        yield f"  edited    {', '.join(event.edited)}"
    yield from (f"  review    {reason}" for reason in event.review)
    yield from _steps(event.reasons)
    sources = {draft.article.id: draft.article.source for draft in built.drafts}
    faults = {
        (draft.article.id, each.quote.start): each.fault for draft in built.drafts for each in draft.mentions if each.id in event.aliases
    }
    for citation in event.citations:
        source = sources.get(citation.source)
        place = f"{source.path}:{source.position(citation.span.start).line}" if source else citation.source
        yield ""
        yield f"  {place}  {_dated(citation.date)}, {citation.status.value}"
        yield f"    “{_short(citation.quote)}”"
        yield from _steps(citation.derivation)
        fault = faults.get((citation.source, citation.span.start), "")
        if fault and not event.headline:
            yield f"    · no line of it can be printed: {fault}  [no headline]"


def _dated(date: Edtf) -> str:
    """Return a date as files have it and, where that does not speak for itself, as pages have it."""
    from generator.render.dates import told  # noqa: PLC0415 - loaded when used
    from generator.render.words import words  # noqa: PLC0415 - likewise

    text = str(date)
    shown = told(date, DateBasis.SAID, words("en"))
    return text if _PLAIN_DATE.fullmatch(text) else f"{text}, shown as “{shown.label}, {shown.precision}”"


def _steps(steps: Sequence[Step]) -> Iterator[str]:
    yield from (f"    · {step.words}  [{_STEPS.get(step.rule, step.rule)}]" for step in steps)


def _short(text: str, width: int = 200) -> str:
    words = " ".join(text.split())
    return words if len(words) <= width else words[: width - 1] + "…"
