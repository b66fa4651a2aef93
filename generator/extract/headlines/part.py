"""The part of a sentence that tells a deed only by the way: 'a bus that burned in 2009' of a sentence on something else.

In: a Frame, its Telling, the stretch to be quoted. Out: stretches of the text; none where the sentence is to be shown whole.

An entry is dated by its deed. Where that hangs on a noun or beside the main clause, who reads the whole sentence takes the date for
that of what the main clause tells. What somebody says is never parted from who does.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.discourse.phrases import is_role_word
from generator.extract.headlines.telling import Telling
from generator.model.frame import Frame
from generator.model.span import Span
from generator.model.tree import ROOT, Form, Rel, Tree, Upos

_HANGING = frozenset({Rel.ACL, Rel.ACL_RELCL})
_LENT = frozenset({Rel.NMOD, Rel.NMOD_POSS, Rel.NMOD_UNMARKED, Rel.COMPOUND, Rel.CONJ, Rel.APPOS})
"""How a noun hangs on another, without which it is not known which one is meant."""
_BROUGHT_UP = frozenset({Rel.NMOD, Rel.OBL, Rel.APPOS, Rel.NMOD_UNMARKED, Rel.OBL_UNMARKED})
_DOERLESS = frozenset({Form.GERUND, Form.PARTICIPLE})
_JOINED = frozenset({Rel.CONJ, Rel.CC, Rel.ACL_RELCL, Rel.PARATAXIS})
_SUBJECTS = (Rel.NSUBJ, Rel.NSUBJ_PASS, Rel.EXPL)
_LENDING = frozenset({Upos.NOUN, Upos.PROPN, Upos.NUM})
"""'one of the reasons' is no more than one of them."""
_OPENERS = (Rel.CASE, Rel.MARK, Rel.CC)
_LEAST, _SPARED = 5, 6
"""So many words a part has, and so many are left out of its sentence, or it is no gain."""
_PARTING = frozenset({".", ";", "[", "]"})
_FEW = 16
"""So many words tell who says something."""


def told_by_the_way(frame: Frame, telling: Telling, quote: Span) -> Iterator[tuple[Span, ...]]:
    """Yield the parts of a sentence that tell a deed which its main clause does not, with who does or says so, in the order of the text.

    The shortest come first.
    """
    tree = frame.tree
    own = {each for span in telling.own for each in tree.inside(span)}
    for inside, doer in _told(frame, telling):
        sayings = [each for each in _sayings(tree, inside, telling) if tree.child(each, Rel.NSUBJ) not in doer]
        who = doer if not sayings else _speaker(tree, sayings[0]) if len(sayings) == 1 and not doer else ()
        if (sayings and not who) or not _fits(tree, inside, who, quote) or any(_is_occasion(tree, each, sayings) for each in inside):
            continue
        if frame.predicate in inside and own <= set(inside):
            yield tuple(Span(tree[each[0]].span.start, tree[each[-1]].span.end) for each in sorted(filter(None, (who, inside))))


def _told(frame: Frame, telling: Telling) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Yield the tokens of each part, and of who does it where that stands elsewhere in the sentence."""
    tree = frame.tree
    if frame.nominal and tree[frame.predicate].rel in _BROUGHT_UP:
        yield _noun_phrase(tree, frame.predicate), ()
    top = _clause(tree, frame.predicate)
    if top is not None:
        yield _phrase(tree, top, telling), ()
    subject = _doer(tree, top, telling) if top is not None else None
    if top is not None and subject is not None:
        who = tree.subtree(subject, frozenset({Rel.APPOS, Rel.ACL_RELCL}))
        yield _closed(tree, tree.subtree(top)), tuple(each for each in who if tree[each].upos is not Upos.PUNCT)


def _doer(tree: Tree, top: int, telling: Telling) -> int | None:
    """Return the subject of the main clause for what it does beside: 'Hale left after closing the yard', not 'was seen as closing it'."""
    opening = {tree[each].text.lower() for each in tree.children(top, *_OPENERS)}
    when = opening <= telling.story.of("time_or_reason") - telling.story.of("as")
    doerless = tree[top].rel is Rel.ADVCL and tree[top].form in _DOERLESS and not tree.children(top, *_SUBJECTS)
    return tree.child(tree[top].head, Rel.NSUBJ, Rel.NSUBJ_PASS) if doerless and when else None


def _noun_phrase(tree: Tree, noun: int) -> tuple[int, ...]:
    """Return an event noun with all that tells more of it, without what opens it."""
    opening = {each for child in tree.children(noun, *_OPENERS) for each in tree.subtree(child)}
    return _closed(tree, tuple(each for each in tree.subtree(noun, _JOINED) if each not in opening))


def _closed(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """Return words without marks round them; none where they do not stand together, or a bracket is torn."""
    told = [each for each in words if tree[each].upos is not Upos.PUNCT]
    whole = tuple(range(told[0], told[-1] + 1)) if told else ()
    apart = any(each not in words for each in whole)
    texts = [tree[each].text for each in whole]
    return () if apart or texts.count("(") != texts.count(")") else whole


def _fits(tree: Tree, inside: tuple[int, ...], who: tuple[int, ...], quote: Span) -> bool:
    """Tell whether a part and who says it stand apart in one sentence of the quote, and leave out enough of it."""
    if not inside or (who and who[-1] - who[0] >= len(who)):
        return False
    whole, told = tree.inside(quote), (*who, *inside)
    parted = any(tree[each].text in _PARTING for each in range(min(told), max(told)))
    short = _LEAST <= len(inside) <= len(whole) - _SPARED - len(who)
    return short and not parted and set(told) <= set(whole) and not set(who) & set(inside)


def _is_occasion(tree: Tree, at: int, sayings: list[int]) -> bool:
    """Tell whether something is that in which somebody says something else: 'said in an interview that was shown on Monday'."""
    return tree[at].head in sayings and tree[at].rel is Rel.OBL


def _clause(tree: Tree, at: int) -> int | None:
    """Return the verb of the clause beside the main one that something stands in: the nearest above it."""
    return next((each for each in (at, *tree.ancestors(at)) if tree[each].rel in _HANGING or tree[each].rel is Rel.ADVCL), None)


def _phrase(tree: Tree, top: int, telling: Telling) -> tuple[int, ...]:
    """Return the tokens of a clause without the word that joins it, or from the noun on that it hangs on; none where that is torn."""
    below = tree.subtree(top)
    first = min(below)
    if tree[top].rel is Rel.ADVCL:
        opening = [*tree.children(top, *_OPENERS), *(each for each in tree.children(top, Rel.ADVMOD) if each == first)]
        first = max(opening) + 1 if opening and max(opening) < top else first
        subject = tree.child(top, *_SUBJECTS)
        if subject is None or subject < first or tree[subject].text.lower() in telling.story.relatives:
            return ()
    else:
        first = _opening(tree, top)
        if not 0 <= first < min(below) or _is_of_another(tree, top, telling):
            return ()
    return _closed(tree, tuple(range(first, max(below) + 1)))


def _opening(tree: Tree, top: int) -> int:
    """Return where the phrase begins that a clause hangs on, with the nouns that it belongs to; -1 where it is a pronoun."""
    noun = tree[top].head
    if tree[noun].upos is Upos.NUM:
        return -1
    while tree[noun].rel in _LENT and tree[tree[noun].head].upos in _LENDING:
        noun = tree[noun].head
    if tree[noun].upos not in _LENDING or tree.children(noun, Rel.COP, Rel.NSUBJ):
        return -1
    opening = {each for child in tree.children(noun, *_OPENERS) for each in tree.subtree(child)}
    return min(each for each in tree.subtree(noun) if each not in opening and tree[each].upos is not Upos.PUNCT)


def _is_of_another(tree: Tree, top: int, telling: Telling) -> bool:
    """Tell whether a clause tells of somebody and was read as one of a thing: 'a man with a French pass, who …'."""
    personal = any(tree[each].text.lower() in telling.story.of("who") for each in tree.children(top, Rel.NSUBJ, Rel.NSUBJ_PASS))
    noun = tree[tree[top].head]
    return personal and noun.upos is not Upos.PROPN and not is_role_word(noun, telling.story)


def _sayings(tree: Tree, inside: tuple[int, ...], telling: Telling) -> list[int]:
    """Return the words by which somebody says what a part may stand in: no verb whose subject the part is."""
    told, story = set(inside), telling.story
    found = []
    for token in tree:
        says = token.upos is Upos.VERB and token.lemma in story.reporting | story.of("attributing")
        subject = told & set(tree.children(token.index, Rel.NSUBJ))
        if token.index not in told and (says or token.text.lower() in story.of("according")) and not subject:
            found.append(token.index)
    return found


def _speaker(tree: Tree, says: int) -> tuple[int, ...]:
    """Return 'Hale said', 'said Ann Hale', 'according to Hale'; none where it is not told in a few words standing together."""
    of = tree.child(says, Rel.NSUBJ) if tree[says].upos is Upos.VERB else tree[says].head
    if of is None or of == ROOT:
        return ()
    who = tree.subtree(of, frozenset({Rel.APPOS, Rel.ACL_RELCL, Rel.ADVCL}))
    words = sorted({says, *(each for each in who if tree[each].upos is not Upos.PUNCT)})
    return tuple(words) if words[-1] - words[0] < len(words) and len(words) <= _FEW else ()
