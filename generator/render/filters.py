"""Filters without script: classes on events, and a stylesheet of ``:has()`` rules that hides what is not wanted and headings left alone.

In: event views. Out: the choices readers have, the views with their classes, CSS.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from generator.render.views import EventView

KINDS = ("r", "p", "b")
_MOST_CHOICES = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of the group "by source or tag": its id and class (``s2``, ``t1``), its words, how many events it leaves."""

    id: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Filters:
    """What can be filtered: kinds that occur (letter, count), whether some but not all are checked, sources and tags."""

    kinds: tuple[tuple[str, int], ...]
    checked: int
    sources: tuple[Choice, ...]
    tags: tuple[Choice, ...]

    @property
    def any(self) -> bool:
        """Tell whether there is anything to choose."""
        return len(self.kinds) > 1 or self.checked > 0 or len(self.sources) > 1 or bool(self.tags)


def filters_of(events: Sequence[EventView]) -> tuple[tuple[EventView, ...], Filters]:
    """Return the events with their filter classes, and the filters that make a difference among them."""
    kinds = Counter(event.kind for event in events)
    names = {source.id: source.publisher or source.name for event in events for source in event.sources}
    by_source = Counter(source.id for event in events for source in event.sources)
    by_tag = Counter(tag for event in events for tag in event.tags)
    sources = _choices("s", by_source, names, len(events)) if len(by_source) > 1 else ()
    tags = _choices("t", by_tag, {tag: tag for tag in by_tag}, len(events), at_least=2)
    checked = sum(event.checked for event in events)
    ids = {key: choice.id for key, choice in (*sources, *tags)}
    marked = tuple(replace(event, marks=_marks(event, ids)) for event in events)
    return marked, Filters(
        tuple((kind, kinds[kind]) for kind in KINDS if kinds[kind]),
        checked if checked < len(events) else 0,
        tuple(choice for _, choice in sources),
        tuple(choice for _, choice in tags),
    )


def _choices(letter: str, counted: Counter[str], names: dict[str, str], of: int, at_least: int = 1) -> tuple[tuple[str, Choice], ...]:
    """Return the most frequent keys, leaving out those that would change nothing."""
    kept = [(key, count) for key, count in counted.items() if at_least <= count < of]
    ranked = sorted(kept, key=lambda pair: (-pair[1], pair[0]))[:_MOST_CHOICES]
    return tuple((key, Choice(f"{letter}{number}", names[key], count)) for number, (key, count) in enumerate(ranked, 1))


def _marks(event: EventView, ids: dict[str, str]) -> str:
    keys = [*(source.id for source in event.sources), *event.tags]
    found = [ids[key] for key in keys if key in ids]
    return " ".join([event.kind, "c" if event.checked else "u", *found])


def stylesheet(filters: Filters) -> str:
    """Return the rules for one page's filters.

    A heading (``.g``) goes when none of its events is left; a gap's words (``.gap``) go as soon as anything is filtered, as they
    would no longer be true.
    """
    if not filters.any:
        return ""
    kinds = [kind for kind, _ in filters.kinds] if len(filters.kinds) > 1 else []
    only = [choice.id for choice in (*filters.sources, *filters.tags)]
    rules = [f"body:has(#f-{kind}:not(:checked)) .ev.{kind}" for kind in kinds]
    rules += ["body:has(#f-c:checked) .ev.u"] if filters.checked else []
    rules += [f"body:has(#f-{each}:checked) .ev:not(.{each})" for each in only]
    states = ["#f-c:checked"] if filters.checked else []
    states += [f"#f-{kind}:not(:checked)" for kind in kinds] + [f"#f-{each}:checked" for each in only]
    rules.append(f"body:has({','.join(states)}) .gap")
    hidden = ",\n".join([*rules, *_headings(kinds, only, bool(filters.checked))])
    shown = ",\n".join(_empty(kinds, only, bool(filters.checked)))
    return f"{hidden}{{display:none}}\n{shown}{{display:block}}\n"


def _states(kinds: list[str], only: list[str], checked: bool) -> list[tuple[str, str]]:
    """Return every combination of filters that is not the default: its condition on the body, and what an event must match."""
    found = []
    choices: list[str | None] = [None, *only]
    for off, with_checked, each in product(product((False, True), repeat=len(kinds)), (False, True) if checked else (False,), choices):
        hidden = [kind for kind, is_off in zip(kinds, off, strict=True) if is_off]
        left = [kind for kind in kinds if kind not in hidden]
        if not (hidden or with_checked or each):
            continue
        condition = "".join(f":has(#f-{kind}:not(:checked))" for kind in hidden)
        condition += ":has(#f-c:checked)" if with_checked else ""
        condition += f":has(#f-{each}:checked)" if each else ""
        wanted = ".ev" if left or not kinds else ".none"
        wanted += (f":is(.{',.'.join(left)})" if hidden and left else "") + (".c" if with_checked else "") + (f".{each}" if each else "")
        found.append((f"body{condition}", wanted))
    return found


def _headings(kinds: list[str], only: list[str], checked: bool) -> list[str]:
    return [f"{condition} .g:not(:has({wanted}))" for condition, wanted in _states(kinds, only, checked)]


def _empty(kinds: list[str], only: list[str], checked: bool) -> list[str]:
    """Return where the words "nothing matches" are shown."""
    return [f"{condition}:not(:has({wanted})) .empty" for condition, wanted in _states(kinds, only, checked)]
