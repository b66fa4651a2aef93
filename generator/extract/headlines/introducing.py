"""How the article brought up what a line only points at: 'a tanker with naphtha' for 'the tanker'.

In: a Tree, a noun with 'the' in it that the line does not place, its Telling with the article's nouns. Out: an Introduction, or None where
the noun may mean something else.

The noun goes back to the nearest phrase with the same noun that brings one up: with 'a', as several without an article, or with a name that
says whose or which. Whoever is named himself is found by the register of names instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from generator.extract.discourse.phrases import core, is_plural, stands_quoted
from generator.extract.headlines.calling import is_printable
from generator.extract.headlines.line import QUOTES
from generator.extract.headlines.telling import Telling
from generator.model.calendar import MONTHS
from generator.model.story import Story
from generator.model.tree import Form, Rel, Token, Tree, Upos

_LONGEST = 12
"""Words of a phrase that is put into a line."""
_INSIDE = frozenset({Rel.COMPOUND, Rel.FLAT, Rel.FIXED, Rel.GOESWITH, Rel.AMOD, Rel.NUMMOD})
_BEHIND = frozenset({Rel.NMOD, Rel.ACL, Rel.ACL_RELCL})
_TELLING = frozenset({Upos.ADJ, Upos.NOUN, Upos.PROPN, Upos.NUM, Upos.VERB})
_TORN = frozenset(",;:()[]*") | QUOTES
_OPENS = frozenset({Upos.ADP, Upos.VERB, Upos.PRON})
_FULL = 2
"""So many words before a noun tell by themselves which is meant: 'the old tram depot'."""
_MONTHS = frozenset(MONTHS)


@dataclass(frozen=True, slots=True)
class Introduction:
    """``words`` are the source's, with their own article; they stand in sentence ``sentence``."""

    words: str
    sentence: int


class _Kind(Enum):
    """What a phrase with the same noun does."""

    INTRODUCES = "brings one up"
    AGAIN = "means what was brought up before"
    OTHER = "brings up another, or nobody knows whose"


def introduced(tree: Tree, at: int, telling: Telling) -> Introduction | None:
    """Return how the article brought up what a noun with 'the' means."""
    key = "introduced", at
    if key not in tree.memo:
        tree.memo[key] = _introduced(tree, at, telling)
    found: Introduction | None = tree.memo[key]
    return found


def _introduced(tree: Tree, at: int, telling: Telling) -> Introduction | None:
    if _is_known_by_name(tree[at], telling.story):
        return None
    before = [(told, place) for told, place in _before(tree, at, telling) if _is_like(told, place, tree, at, telling)]
    kinds = [_kind(told, place, telling, near=tree.sentence - told.sentence == 1) for told, place in before]
    brought = [each for each, kind in zip(before, kinds, strict=True) if kind is _Kind.INTRODUCES]
    if not brought and not _has_several(tree, at, telling):
        brought = [(told, place) for told, place in before if len(_telling(told, place, core(told, place))) == _FULL]
    if _Kind.OTHER in kinds or not brought or _is_of_something(tree, at, telling):
        return None
    found, head = max(brought, key=lambda each: len(_telling(each[0], each[1], each[0].subtree(each[1]))))
    known = _telling(found, head, found.subtree(head))
    if not all(_telling(told, place, core(told, place)) <= known for told, place in (*brought, (tree, at))):
        return None  # more than one
    words = _words(found, head, telling)
    return Introduction(words, found.sentence) if words else None


def _is_known_by_name(noun: Token, story: Story) -> bool:
    """Tell whether a noun is what people and firms are, which an article goes on to call by it once it has named them: 'the singer'."""
    people = (story.people | story.titles) - story.organisations
    return noun.form is not Form.PLURAL and noun.lemma.lower() in people | story.of("firm_words") | story.of("national")


def _has_several(tree: Tree, at: int, telling: Telling) -> bool:
    """Tell whether the article speaks of more than one such thing."""
    return any(told[place].form is Form.PLURAL for told, place in _before(tree, at, telling)) and tree[at].form is not Form.PLURAL


def _is_of_something(tree: Tree, at: int, telling: Telling) -> bool:
    """Tell whether the noun's own 'of …' stands behind its day: 'the departure in July of its crew'."""
    dated = {each for span in (*telling.own, *telling.others) for each in tree.inside(span)}
    behind = (token for token in tree.tokens[at + 1 :] if token.index not in dated and token.index + 1 not in dated)
    first = next(behind, None)
    return first is not None and first.lemma in telling.story.of("of")


def _is_like(told: Tree, place: int, tree: Tree, at: int, telling: Telling) -> bool:
    """Tell whether a noun is one as the other is, or several as the other, and has a phrase of its own."""
    alike = told[place].form is tree[at].form and is_plural(told, place, telling.story) is is_plural(tree, at, telling.story)
    return alike and told[place].rel not in _INSIDE and not stands_quoted(told, place)


def _before(tree: Tree, at: int, telling: Telling) -> Iterator[tuple[Tree, int]]:
    """Yield where the same noun stands in the sentences before, the first of them first."""
    for sentence, place in telling.nouns.places.get(tree[at].lemma.lower(), ()):
        if sentence >= tree.sentence:
            return
        yield telling.nouns.trees[sentence], place


def _kind(tree: Tree, at: int, telling: Telling, *, near: bool) -> _Kind:
    story = telling.story
    one = telling.names.of(tree, at)
    if (one is not None and one.name) or tree.children(at, Rel.COP) or tree[at].rel is Rel.APPOS:
        return _Kind.OTHER  # it is, or tells what is, somebody who has a name
    marks = {tree[each].text.lower() for each in tree.children(at, Rel.DET)}
    owners = tree.children(at, Rel.NMOD_POSS)
    if owners:
        bare = len(_telling(tree, at, core(tree, at))) == sum(len(_telling(tree, at, tree.subtree(each))) for each in owners)
        return _Kind.INTRODUCES if (bare or near) and all(tree[each].upos is Upos.PROPN for each in owners) else _Kind.OTHER
    if not marks or marks & story.of("definite"):
        named = marks <= {"the"} and _is_named(tree, at, story)
        several = not marks and is_plural(tree, at, story) and bool(_telling(tree, at, core(tree, at)))
        return _Kind.INTRODUCES if named or several else _Kind.AGAIN
    opens = tree[core(tree, at)[0]].text.lower() in story.of("indefinite")
    return _Kind.INTRODUCES if opens else _Kind.OTHER


def _telling(tree: Tree, at: int, tokens: tuple[int, ...]) -> set[str]:
    """Return the words of a phrase that say which, small, without the noun's own."""
    return {tree[each].text.lower() for each in tokens if each != at and tree[each].upos in _TELLING}


def _words(tree: Tree, at: int, telling: Telling) -> str:
    """Return the phrase that brings something up, with what follows on it as far as that can be placed; nothing where it is torn."""
    kept = core(tree, at)
    marked = tree.children(at, Rel.DET, Rel.NMOD_POSS)
    if kept[-1] != at or (marked and min(tree.subtree(marked[0])) != kept[0]) or not _is_clean(tree, kept, telling):
        return ""
    for each in tree.children(at):
        part = tuple(token for token in tree.subtree(each) if tree[token].upos is not Upos.PUNCT)
        if each < at or tree[each].rel not in _BEHIND:
            continue
        whole = part == tuple(range(kept[-1] + 1, kept[-1] + 1 + len(part)))
        if not whole or tree[part[0]].upos not in _OPENS or len(kept) + len(part) > _LONGEST or not _is_clean(tree, part, telling):
            break
        kept = (*kept, *part)
    words = " ".join(telling.text[tree[kept[0]].span.start : tree[kept[-1]].span.end].split())
    if kept[0] == 0 and tree[0].upos is Upos.DET:
        words = words[:1].lower() + words[1:]
    if not marked and tree[at].form is not Form.PLURAL and tree[at].lemma.lower() not in telling.story.places:
        words = f"the {words}"  # 'Microsoft bid'
    return words if is_printable(words, telling.story) and (len(kept) > _FULL or tree[kept[0]].lemma != "the") else ""


def _is_clean(tree: Tree, tokens: tuple[int, ...], telling: Telling) -> bool:
    """Tell whether nothing in a part of a phrase must itself be placed: no pronoun, no day, no 'the' without a name."""
    story = telling.story
    for each in tokens:
        token = tree[each]
        low = token.text.lower()
        pronoun = token.upos is Upos.PRON and low not in story.of("bare_relatives")
        pointing = token.upos is Upos.DET and low in story.of("definite") and token.head not in tokens[-1:]
        dated = token.text in _MONTHS or low in story.of("deictic") | story.of("weekdays")
        unplaced = pointing and not _is_named(tree, token.head, story)
        if pronoun or unplaced or dated or token.text in _TORN:
            return False
    return True


def _is_named(tree: Tree, at: int, story: Story) -> bool:
    """Tell whether a name says whose or which: 'the Fife port', 'the contract with Arden'."""
    links = story.of("naming_links") | story.of("of")
    behind = (each for each in tree.children(at, Rel.NMOD) if each > at and tree[min(tree.subtree(each))].lemma in links)
    words = [token for each in (at, *behind) for token in core(tree, each) if tree[token].upos in {Upos.PROPN, Upos.ADJ}]
    return any(tree[each].text[:1].isupper() and each for each in words)
