"""What a line leaves out that the whole article makes plain: whose profit it was, which country's government.

In: a Line, a noun in it that the line alone does not place, its Telling. Out: a Lack, or None where the article does not say.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.discourse.names import Named
from generator.extract.discourse.phrases import core, is_plural
from generator.extract.headlines.calling import first_form, owning
from generator.extract.headlines.line import Line
from generator.extract.headlines.telling import Telling
from generator.extract.headlines.which import is_relation
from generator.model.story import Story
from generator.model.tree import Form, Rel, Upos

_BARE, _LONGEST = 2, 6
"""The words of 'the company', and of the longest phrase that is no more than that."""


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
    if not defined or len(group) > _LONGEST:
        return None
    if subject is not None and _is_subject_again(line, at, subject, telling):
        return Lack(group, f"[{subject.name}]", subject)
    named = any(tree[each].upos is Upos.PROPN for each in group)
    if matter.national and tree[at].lemma in story.of("national") and not named:
        return Lack((first,), f"{tree[first].text} [{matter.national}]")
    if matter.country and tree[at].lemma in story.of("lands_again") and len(group) <= _BARE:
        return Lack(group, f"[{matter.country}]")
    return _described(line, at, group, telling) if len(group) <= _BARE else None


def _described(line: Line, at: int, group: tuple[int, ...], telling: Telling) -> Lack | None:
    """Return 'the [chemical plant in Fife]' for 'the plant', where the article has told of one such thing only in more than a word."""
    tree, names = line.tree, telling.names
    lemma, several = tree[at].lemma.lower(), is_plural(tree, at, telling.story)
    before = [one for one in names.everybody if one.sentence < tree.sentence and one.plural is several and lemma in one.heads]
    if any(one.name for one in before) or names.is_first(tree, at) or lemma in telling.story.of("firm_words"):
        return None
    told = {_capitals(each, lemma): each for each in before if len(each.first.of(telling.text).split()) > len(group)}
    one = min(told.values(), key=lambda each: len(each.first), default=None)
    if one is None or len(told) > 1:
        return None
    form = first_form(one, telling, len(group) - 1, relation=is_relation(tree[at], telling.story))
    return Lack(group, f"[{form}]", one) if form else None


def _capitals(one: Named, lemma: str) -> frozenset[str]:
    """Return by what names, else by what words, a thing is told from others of its kind."""
    words = one.words.split()
    return frozenset(word for word in words if word[:1].isupper()) or frozenset(word for word in words if not word.startswith(lemma[:-1]))


def _is_subject_again(line: Line, at: int, subject: Named, telling: Telling) -> bool:
    """Tell whether 'the company', 'the diversified retailer' is the firm that the article is about, and the sentence before tells of."""
    tree, names, before = line.tree, telling.names, telling.before
    one = names.of(tree, at)
    if one == subject:
        return True
    kind = tree[at].lemma in telling.story.of("firm_words") and is_firm(subject, telling.story) and tree[at].form is not Form.PLURAL
    other = one is not None and bool(one.name)
    told = before is not None and any(names.of(before, each.index) == subject for each in before)
    return kind and not other and told


def _owned(line: Line, group: tuple[int, ...], subject: Named | None, telling: Telling, *, defined: bool) -> Lack | None:
    """'Net income rose' → '[Arden Steel’s] net income rose', 'Exports fell' → '[Fifan] exports fell'."""
    firm = subject if subject is not None and is_firm(subject, telling.story) else None
    whose = owning(firm.name) if firm is not None else "" if defined else telling.names.matter.national
    if not whose or f"[{whose}]" in " ".join(line.put.values()):
        return None
    opening = line.tree[group[0]]
    word = opening.text if opening.upos is Upos.PROPN or opening.text[1:2].isupper() else opening.text.lower()
    return Lack(group[:1], f"[{whose}]" if defined else f"[{whose}] {word}", firm)


def is_firm(one: Named, story: Story) -> bool:
    """Tell whether a body is one that has shares and profits: by its name, or by what it is said to be."""
    return bool(one.heads & story.of("any_body")) or one.name.split()[-1].lower().rstrip(".") in story.of("firm_endings")
