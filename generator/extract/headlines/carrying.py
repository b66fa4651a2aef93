"""Whom a pronoun means that carries on with the sentence before: 'She has left' behind 'Ann Hale said …'.

In: a Line, the pronoun's token and kind, its Telling with the sentence before. Out: somebody of the register, or None.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.discourse.names import Named, NamedKind
from generator.extract.discourse.pronouns import fits
from generator.extract.headlines.lacking import has_rival, is_firm
from generator.extract.headlines.telling import Telling
from generator.model.tree import Rel, Token, Tree, Upos

_SUBJECTS = (Rel.NSUBJ, Rel.NSUBJ_PASS)


def carried_on(tree: Tree, at: int, kind: str, telling: Telling) -> Named | None:
    """Return whom a pronoun most likely means: who speaks on, or what was the subject of the sentence before and is that of this one.

    None where that sentence has another speaker, or names another whom it could mean.
    """
    before, names, reporting = telling.before, telling.names, telling.story.reporting
    if before is None:
        return None
    if (firm := _firm(tree, at, kind, telling)) is not None:
        return firm
    speaks = tree[at].rel is Rel.NSUBJ and tree[tree[at].head].lemma in reporting
    verbs = [each.index for each in before if each.lemma in reporting] if speaks else [before.root]
    subjects = [each for verb in verbs for each in before.children(verb, *_SUBJECTS)]
    ones = {names.certain(before, each) if before[each].upos is Upos.PRON else names.of(before, each) for each in subjects}
    one = ones.pop() if len(ones) == 1 else None
    if one is None or not one.name or not fits(one, kind) or (kind in {"m", "f"}) is not (one.kind is NamedKind.PERSON):
        return None
    others = {
        each
        for each in _named(before, telling)
        if each != one and fits(each, kind) and each.name and each.kind in {one.kind, NamedKind.UNKNOWN}
    }
    return one if speaks or (_is_subject(tree, at) and not others) else None


def _firm(tree: Tree, at: int, kind: str, telling: Telling) -> Named | None:
    """Return the firm that an article is about where an 'it' says or plans something and no other firm is told of near it."""
    story, subject, one = telling.story, telling.names.subject, telling.names.of(tree, at)
    speaks = kind == "n" and tree[at].rel is Rel.NSUBJ and tree[tree[at].head].lemma in story.reporting | story.expecting
    if not speaks or subject is None or not is_firm(subject, story) or (one is not None and one.name and one != subject):
        return None
    return None if has_rival(tree, at, subject, telling) else subject


def _is_subject(tree: Tree, at: int) -> bool:
    """Tell whether a pronoun is, or owns, the subject of the main verb, with no name before it."""
    head = tree[at].head if tree[at].rel is Rel.NMOD_POSS else at
    main = head >= 0 and tree[head].rel in _SUBJECTS and tree[head].head == tree.root
    return main and not any(each.upos is Upos.PROPN for each in tree.tokens[:at])


def told_before(telling: Telling) -> frozenset[Named]:
    """Return whom the sentence before names."""
    return frozenset(_named(telling.before, telling)) if telling.before is not None else frozenset()


def is_long_ago(one: Named, noun: Token, telling: Telling) -> bool:
    """Tell whether 'the company' may mean another: the article is not about that one, nor has the sentence before told of it."""
    kind = noun.lemma.lower() in telling.story.of("firm_words") and bool(one.name)
    return kind and one != telling.names.subject and one not in told_before(telling)


def _named(tree: Tree, telling: Telling) -> Iterator[Named]:
    found = (telling.names.of(tree, each.index) for each in tree if each.upos is not Upos.PRON)
    return (each for each in found if each is not None)
