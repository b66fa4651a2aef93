"""Whether a line itself says which of several things a noun means: 'the plant in Fife', 'the head of Arden Steel'.

In: a Line, the noun's token. Out: True or False.
"""

from __future__ import annotations

from generator.extract.discourse.phrases import core, is_role_word
from generator.extract.headlines.line import Line
from generator.extract.headlines.telling import Telling
from generator.model.story import Story
from generator.model.tree import Form, Rel, Token, Tree, Upos

_LEAD = 2
"""So many sentences of an article rest on none before them."""
_DOERS = frozenset({Rel.NSUBJ, Rel.NSUBJ_PASS})
_TELLS_WHICH = (Rel.NMOD, Rel.NMOD_POSS, Rel.ACL, Rel.FLAT, Rel.APPOS, Rel.CCOMP)


def dated_tokens(line: Line, telling: Telling) -> frozenset[int]:
    """Return the tokens that are date words."""
    spans = (*telling.own, *telling.others)
    found: frozenset[int] | None = line.tree.memo.get(("dated", spans))
    if found is None:
        found = line.tree.memo["dated", spans] = frozenset(at for span in spans for at in line.tree.inside(span))
    return found


def is_named(tree: Tree, at: int) -> bool:
    """Tell whether a noun in mid-sentence has a capital: 'the Fed'."""
    return at > 1 and tree[at].text[:1].isupper() and tree[at].text[1:].islower()


def is_relation(noun: Token, story: Story) -> bool:
    """Tell whether a noun always is somebody's, so that 'the minister' needs a country and 'the company' a name."""
    return noun.form is not Form.PLURAL and noun.lemma.lower() in story.people | story.organisations


def is_somebody(noun: Token, story: Story) -> bool:
    """Tell whether a noun without a name is one person, who does something: 'an appraiser'."""
    one = noun.upos is Upos.NOUN and noun.form is not Form.PLURAL
    return one and noun.rel in {Rel.NSUBJ, Rel.NSUBJ_PASS} and is_role_word(noun, story)


def is_place_or_body(noun: Token, story: Story) -> bool:
    """Tell whether a noun is what a place or body is, so that a name can stand for it: 'the city', but not 'the average'."""
    return noun.lemma.lower() in story.places | story.of("any_body") | story.of("firm_words") | story.of("bodies")


def is_named_by(line: Line, at: int, story: Story) -> bool:
    """Tell whether a name in the phrase says whose or which: 'the head of Arden Steel', 'the Fife plant', 'the largest union'."""
    tree = line.tree
    below = [tree[each] for each in tree.subtree(at) if each in line.has and each != at]
    ranked = any(each.text.lower() in story.of("superlatives") for each in below)
    capital = any(each.upos is Upos.PROPN or (each.index and each.text[:1].isupper()) for each in below if each.upos is not Upos.DET)
    return ranked or capital or _is_of(line, at)


def _is_of(line: Line, at: int) -> bool:
    """Tell whether a whole phrase that is placed itself says which: 'the head of a school in Fife'."""
    tree = line.tree
    told = tree.children(at, Rel.NMOD, Rel.NMOD_POSS, Rel.COMPOUND)
    return any(each in line.has and not tree.children(each, Rel.DET) for each in told)


def points_back(line: Line, at: int, story: Story) -> bool:
    """Tell whether a phrase means others than those told of before, or the same: 'such data', 'the other plants', 'Other plants closed'.

    'Hale met other ministers' says beside whom.
    """
    tree = line.tree
    words = {tree[each].text.lower() for each in tree.children(at, Rel.AMOD, Rel.DET) if each in line.has}
    thing = tree[at].lemma.lower() not in story.people | story.organisations
    alone = tree[at].rel in _DOERS or (tree[at].rel is Rel.OBJ and thing)
    others = bool(words & story.of("others_beside")) and not any(tree[each].lemma in story.of("than") for each in _cases(tree, at))
    return bool(words & story.of("pointing_back")) or (others and (bool(words & story.of("definite")) or alone))


def _cases(tree: Tree, at: int) -> tuple[int, ...]:
    """Return the small words that join what hangs on a noun: the 'than' of 'other plants than Fife'."""
    return tuple(case for below in tree.children(at) for case in tree.children(below, Rel.CASE, Rel.MARK))


def tells_enough(tree: Tree, at: int) -> bool:
    """Tell whether a noun with 'the' that the article has not told of before says what it is: by more than itself, or in the lead."""
    return tree.sentence <= _LEAD or len(core(tree, at)) > len(("the", "noun"))


def is_pointed_at(line: Line, at: int, telling: Telling) -> bool:
    """Tell whether 'this' or 'that' points at a thing told of before: 'this decision', but not 'that bus in Fife'."""
    tree = line.tree
    marked = any(tree[each].text.lower() in telling.story.of("demonstratives") for each in tree.children(at, Rel.DET))
    return marked and at not in dated_tokens(line, telling) and not tells_which(line, at, telling)


def _is_beside(tree: Tree, at: int) -> bool:
    """Tell whether a clause only adds something, behind a comma: 'the plant, which burned'."""
    first = min(tree.subtree(at))
    clause = tree[at].rel.main is Rel.ACL
    return clause and "," in {tree[first].text, tree[max(0, first - 1)].text}


def tells_which(line: Line, at: int, telling: Telling) -> bool:
    """Tell whether the line says which one is meant: 'the plant in Fife', 'the transport ministry', 'the largest plant'."""
    tree, story = line.tree, telling.story
    if at + 1 in line.has and tree[at + 1].text.lower() in story.relatives | story.of("of"):
        return True
    dated = dated_tokens(line, telling)
    told = (each for each in tree.children(at, *_TELLS_WHICH) if each in line.has and each not in dated and each != line.root)
    if any(not _is_beside(tree, each) for each in told):
        return True
    words = [tree[each].text.lower() for each in tree.children(at, Rel.AMOD) if each in line.has]
    capital = any(tree[each].text[:1].isupper() and each != line.kept[0] for each in tree.children(at, Rel.AMOD, Rel.COMPOUND))
    if tree.children(at, Rel.COMPOUND) and tree[at].lemma.lower() in story.organisations | story.people | story.of("fields"):
        return True  # 'the transport ministry', 'the airline industry', but not 'the budget deficit'
    year = any(len(tree[each].text) == len("2011") and tree[each].text.isdigit() for each in tree.children(at, Rel.NUMMOD, Rel.COMPOUND))
    return capital or year or any(each in story.of("superlatives") | story.demonyms or each.endswith("est") for each in words)
