"""What a line leaves out that the whole article makes plain: whose profit it was, which country's government.

In: a Line, a noun in it that the line alone does not place, its Telling. Out: a Lack, or None where the article does not say.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.discourse.names import Named
from generator.extract.discourse.phrases import core
from generator.extract.headlines.calling import owning
from generator.extract.headlines.line import Line
from generator.extract.headlines.telling import Telling
from generator.model.story import Story
from generator.model.tree import Rel, Upos

_BARE = 2
"""The words of 'the company'."""


@dataclass(frozen=True, slots=True)
class Lack:
    """``words``, with what is put in between square brackets, stand instead of ``tokens``; ``one`` is who is named by it."""

    tokens: tuple[int, ...]
    words: str
    one: Named | None = None


def lacking(line: Line, at: int, telling: Telling) -> Lack | None:
    """Return what makes a noun placed."""
    tree, story, names = line.tree, telling.story, telling.names
    group = tuple(each for each in core(tree, at) if each in line.has)
    first = group[0]
    defined = tree[first].text.lower() == "the"
    subject, matter = names.subject, names.matter
    figure = tree[at].text.lower() in story.of("owned")
    if figure and not tree.children(at, Rel.NMOD) and (defined or tree[first].upos is not Upos.DET):
        return _owned(line, group, subject, telling, defined=defined)
    if not defined or len(group) > _BARE + 1:
        return None
    if matter.national and tree[at].lemma in story.of("national") and not any(tree[each].upos is Upos.PROPN for each in group):
        return Lack((first,), f"{tree[first].text} [{matter.national}]")
    if len(group) > _BARE:
        return None
    if matter.country and tree[at].lemma in story.of("lands_again"):
        return Lack(group, f"[{matter.country}]")
    again = subject is not None and names.of(tree, at) == subject
    return Lack(group, f"[{subject.name}]", subject) if again and subject is not None else None


def _owned(line: Line, group: tuple[int, ...], subject: Named | None, telling: Telling, *, defined: bool) -> Lack | None:
    """'Net income rose' → '[Arden Steel’s] net income rose', 'Exports fell' → '[Fifan] exports fell'."""
    firm = subject if subject is not None and is_firm(subject, telling.story) else None
    whose = owning(firm.name) if firm is not None else telling.names.matter.national
    if not whose or f"[{whose}]" in " ".join(line.put.values()):
        return None
    opening = line.tree[group[0]]
    word = opening.text if opening.upos is Upos.PROPN or opening.text[1:2].isupper() else opening.text.lower()
    return Lack(group[:1], f"[{whose}]" if defined else f"[{whose}] {word}", firm)


def is_firm(one: Named, story: Story) -> bool:
    """Tell whether a body is one that has shares and profits: by its name, or by what it is said to be."""
    return bool(one.heads & story.of("any_body")) or one.name.split()[-1].lower().rstrip(".") in story.of("firm_endings")
