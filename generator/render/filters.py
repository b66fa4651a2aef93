"""Filters without script: classes on events, and a stylesheet of ``:has()`` rules that hides what is not wanted and headings left alone.

In: event views. Out: the choices readers have, the views with their classes, CSS.

Within a facet any of the chosen will do, between facets all must hold. Each facet hides by a custom property of its own; an event is
shown while all of them are unset. So the rules grow with the number of choices, not with that of their combinations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase

from generator.render.permalinks import slug
from generator.render.views import EventView

KINDS = ("r", "p", "b")
_MOST_CHOICES = 12
_LIST, _HEADING = "grid", "block"
"""How an event and a group of them are displayed when nothing hides them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a facet: its id and class (``s2``, ``t1``), its name in a shared address, its words, how many events it leaves."""

    id: str
    name: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """What events can be chosen by: ``letter`` begins the ids of its choices, ``key`` names it among the site's words.

    A field of the project's own has a ``label`` instead.
    """

    letter: str
    key: str
    choices: tuple[Choice, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Filters:
    """What can be filtered: kinds that occur (letter, count), whether some but not all are checked, facets."""

    kinds: tuple[tuple[str, int], ...]
    checked: int
    facets: tuple[Facet, ...]

    @property
    def any(self) -> bool:
        """Tell whether there is anything to choose."""
        return len(self.kinds) > 1 or self.checked > 0 or bool(self.facets)


_Chosen = tuple[str, str, dict[str, frozenset[str]], tuple[Choice, ...]]
"""A facet: its letter, its name, what each event has of it, what can be chosen."""


def filters_of(events: Sequence[EventView]) -> tuple[tuple[EventView, ...], Filters]:
    """Return the events with their filter classes, and the filters that make a difference among them."""
    kinds, chosen = Counter(event.kind for event in events), _chosen(events)
    marks = {event.id: [event.kind, "c" if event.checked else "u"] for event in events}
    for _, _, of, choices in chosen:
        for event in events:
            marks[event.id] += [choice.id for choice in choices if choice.words in of[event.id]]
    checked = sum(event.checked for event in events)
    return tuple(replace(event, marks=" ".join(marks[event.id])) for event in events), Filters(
        tuple((kind, kinds[kind]) for kind in KINDS if kinds[kind]),
        checked if checked < len(events) else 0,
        tuple(Facet(letter, key, choices, key if letter.startswith("x") else "") for letter, key, _, choices in chosen if choices),
    )


def are_sorted(events: Sequence[EventView]) -> bool:
    """Tell whether there is a facet that sorts events."""
    return any(len(choices) > 1 for _, _, _, choices in _chosen(events))


def _chosen(events: Sequence[EventView]) -> list[_Chosen]:
    """Return the letter and name of each facet, what each event has of it, and what can be chosen."""
    told = {event.id: frozenset(source.publisher or source.name for source in event.sources) for event in events}
    tags = {event.id: frozenset(event.tags) for event in events}
    places = {event.id: frozenset(place.name for place in event.places) for event in events}
    found = [("s", "by_source", told, 1), ("t", "by_name", tags, 2), ("o", "by_place", places, 1)]
    found += [(f"x{sign}", label, of, 1) for sign, (label, of) in zip(ascii_lowercase, _of_own_fields(events).items(), strict=False)]
    return [(letter, key, of, _choices(letter, of, least)) for letter, key, of, least in found]


def _of_own_fields(events: Sequence[EventView]) -> dict[str, dict[str, frozenset[str]]]:
    """Return the fields of the project's own that sort events, by label, and what each has. Where all values differ, nothing is sorted."""
    labels = dict.fromkeys(label for event in events for label, _ in event.details)
    values = {label: {event.id: frozenset(value for name, value in event.details if name == label) for event in events} for label in labels}
    counts = {label: Counter(value for held in of.values() for value in held) for label, of in values.items()}
    return {label: of for label, of in values.items() if max(counts[label].values()) > 1}


def _choices(letter: str, of: dict[str, frozenset[str]], at_least: int) -> tuple[Choice, ...]:
    """Return the most frequent values, leaving out those that would change nothing."""
    counted = Counter(value for values in of.values() for value in values)
    kept = [(value, count) for value, count in counted.items() if at_least <= count < len(of)]
    ranked = sorted(kept, key=lambda pair: (-pair[1], pair[0]))[:_MOST_CHOICES]
    return tuple(Choice(f"{letter}{number}", slug(value), value, count) for number, (value, count) in enumerate(ranked, 1))


def stylesheet(filters: Filters) -> str:
    """Return the rules for one page's filters.

    A heading (``.g``) goes when a facet leaves none of its events; a gap's words (``.gap``) go as soon as anything is filtered, as they
    would no longer be true.
    """
    if not filters.any:
        return ""
    several = [kind for kind, _ in filters.kinds] if len(filters.kinds) > 1 else []
    letters = ["k"] * bool(several) + ["c"] * bool(filters.checked) + [facet.letter for facet in filters.facets]
    rules = [_shown(".ev", "", letters, _LIST), _shown(".g", "g", letters, _HEADING)]
    if several:
        rules += _facet("k", "body:has(.f-k:not(:checked))", several)
        rules.append("body:has(.f-k):not(:has(.f-k:checked)) .empty{display:block}")
    if filters.checked:
        rules += _facet("c", "body:has(#f-c:checked)", ["c"])
    for facet in filters.facets:
        rules += _facet(facet.letter, f"body:has(.f-{facet.letter}:checked)", [choice.id for choice in facet.choices])
    touched = ["#f-c:checked"] * bool(filters.checked) + [".f-k:not(:checked)"] * bool(several)
    touched += [f".f-{facet.letter}:checked" for facet in filters.facets]
    rules.append(f"body:has({','.join(touched)}) .gap{{display:none}}")
    return "\n".join(rules) + "\n"


def _shown(selector: str, prefix: str, letters: Sequence[str], display: str) -> str:
    value = display
    for letter in reversed(letters):
        value = f"var(--{prefix}{letter},{value})"
    return f"{selector}{{display:{value}}}"


def _facet(letter: str, when: str, choices: Sequence[str]) -> list[str]:
    """Return the rules of one facet: while *when* holds, all is hidden but what one of its ticked choices is a class of."""
    shown = [f"body:has(#f-{each}:checked) .ev.{each}" for each in choices]
    headed = [f"body:has(#f-{each}:checked) .g:has(.{each})" for each in choices]
    return [
        f"{when} .ev{{--{letter}:none}}",
        f"{when} .g{{--g{letter}:none}}",
        f"{','.join(shown)}{{--{letter}:initial}}",
        f"{','.join(headed)}{{--g{letter}:initial}}",
    ]
