"""What a line leaves out that the whole article makes plain: whose profit it was, which country's government.

In: a Line, a noun in it that the line alone does not place, its Telling. Out: a Lack, or None where the article does not say.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.discourse.names import Named
from generator.extract.discourse.phrases import core
from generator.extract.headlines.calling import owning
from generator.extract.headlines.introducing import introduced
from generator.extract.headlines.line import Line
from generator.extract.headlines.telling import Telling
from generator.model.story import Story
from generator.model.tree import Form, Rel, Tree, Upos

_BARE, _LONGEST = 2, 6
"""The words of 'the company', and of the longest phrase that is no more than that."""


@dataclass(frozen=True, slots=True)
class Lack:
    """``words``, with what is put in between square brackets, stand instead of ``tokens``; ``one`` is who is named by it."""

    tokens: tuple[int, ...]
    words: str
    one: Named | None = None
    why: str = "whom or what the article is about"


def lacking(line: Line, at: int, telling: Telling) -> Lack | None:
    """Return what makes a noun placed: what the article is about, else the words by which the article brought it up."""
    lack = _of_matter(line, at, telling)
    if lack is not None and lack.tokens:
        return lack
    found = introduced(line.tree, at, telling)
    group = core(line.tree, at)
    whole = found is not None and line.has.issuperset(group)
    return Lack(group, f"[{found.words}]", None, f"as sentence {found.sentence} has it") if found is not None and whole else None


def _of_matter(line: Line, at: int, telling: Telling) -> Lack | None:
    tree, story, names = line.tree, telling.story, telling.names
    group = tuple(each for each in core(tree, at) if each in line.has)
    first = group[0]
    defined = tree[first].text.lower() == "the"
    subject, matter = names.subject, names.matter
    of_land = is_of_land(tree, at, story)
    figure = of_land or tree[at].text.lower() in story.of("owned")
    subject = None if of_land else subject
    if figure and not tree.children(at, Rel.NMOD) and (defined or tree[first].upos is not Upos.DET):
        return _owned(line, group, subject, telling, defined=defined)
    if not defined or len(group) > _LONGEST:
        return None
    if subject is not None and _is_subject_again(line, at, subject, telling):
        return Lack(group, f"[{subject.name}]", subject)
    named = any(tree[each].upos is Upos.PROPN for each in group) or matter.others & {tree.sentence - 1, tree.sentence}
    if matter.national and tree[at].lemma in story.of("national") and not named:
        return Lack((at,), f"[{matter.national}] {tree[at].text}")
    if matter.country and not named and tree[at].lemma in story.of("lands_again") and len(group) <= _BARE:
        return Lack(group, f"[{matter.country}]")
    return None


def is_of_land(tree: Tree, at: int, story: Story) -> bool:
    """Tell whether a figure is one that countries have: 'unemployment', 'the jobless rate', 'Import prices'."""
    words = {tree[each].text.lower() for each in (at, *tree.children(at, Rel.COMPOUND, Rel.AMOD)) if tree[each].upos is not Upos.PROPN}
    return tree[at].upos is Upos.NOUN and bool(words & story.of("figures_of_lands"))


def _is_subject_again(line: Line, at: int, subject: Named, telling: Telling) -> bool:
    """Tell whether 'the company', 'the diversified retailer' is the firm that the article is about.

    It is where the sentence before tells of that firm, or neither it nor the line up to here of any other.
    """
    tree, story = line.tree, telling.story
    one = telling.names.of(tree, at)
    if one == subject:
        return True
    kind = tree[at].lemma in story.of("firm_words") and is_firm(subject, story) and tree[at].form is not Form.PLURAL
    return kind and (one is None or not one.name) and not has_rival(tree, at, subject, telling)


def has_rival(tree: Tree, at: int, subject: Named, telling: Telling) -> bool:
    """Tell whether the sentence up to a token, or the one before it, tells of another firm than the article's, and that of it alone."""
    names, before = telling.names, telling.before
    near = {names.of(before, each.index) for each in before} if before is not None else set()
    here = {names.of(tree, each) for each in range(at)}
    rivals = {each for each in near | here if each is not None and each.name and is_firm(each, telling.story)} - {subject}
    return bool(rivals) and subject not in near


def _owned(line: Line, group: tuple[int, ...], subject: Named | None, telling: Telling, *, defined: bool) -> Lack | None:
    """'Net income rose' → '[Arden Steel’s] net income rose', 'Exports fell' → '[Fifan] exports fell'."""
    firm = subject if subject is not None and is_firm(subject, telling.story) else None
    matter = telling.names.matter
    foreign = matter.others & {line.tree.sentence - 1, line.tree.sentence}
    whose = owning(firm.name) if firm is not None else "" if defined or foreign else matter.national
    joined = any(line.tree[each].upos is Upos.CCONJ for each in group)  # 'the economy and revenue': two things, of two owners
    if joined or not whose or f"[{whose}]" in " ".join(line.put.values()):
        return None
    opening = line.tree[group[0]]
    word = opening.text if opening.upos is Upos.PROPN or opening.text[1:2].isupper() else opening.text.lower()
    return Lack(group[:1], f"[{whose}]" if defined else f"[{whose}] {word}", firm)


def is_firm(one: Named, story: Story) -> bool:
    """Tell whether a body is one that has shares and profits: by its name, or by what it is said to be."""
    return bool(one.heads & story.of("any_body")) or one.name.split()[-1].lower().rstrip(".") in story.of("firm_endings")
