"""Event nouns: which nouns name something that happens, and whether one names it well enough to stand by itself.

In: a Tree, a token of it, the Story. Out: yes or no.
"""

from __future__ import annotations

from generator.extract.discourse.names import Names
from generator.model.frame import Frame
from generator.model.story import Story
from generator.model.tree import Form, Rel, Tree, Upos

_NOUN_PLACES = frozenset({Rel.NSUBJ, Rel.NSUBJ_PASS, Rel.OBJ, Rel.OBL, Rel.NMOD, Rel.COMPOUND, Rel.NMOD_POSS})
_TELLING = (Rel.NMOD, Rel.NMOD_POSS, Rel.COMPOUND, Rel.AMOD, Rel.ACL, Rel.NUMMOD)


def is_event_noun(tree: Tree, index: int, story: Story) -> bool:
    """Tell whether a token is a noun that names an event."""
    token = tree[index]
    if token.upos is Upos.NOUN:
        known = token.lemma.lower() in story.events or token.text.lower() in story.events
        return known and token.text.lower() not in story.of("figures")  # 'home sales' are counted
    return token.upos is Upos.VERB and token.form is Form.GERUND and token.rel in _NOUN_PLACES and token.text.lower() in story.events


def is_bound(tree: Tree, noun: int, story: Story) -> bool:
    """Tell whether an event is named as what something followed or came before: 'after the vote', 'following his call'."""
    return any({tree[each].lemma, tree[each].text.lower()} & story.of("bounding") for each in tree.children(noun, Rel.CASE))


def names_more(tree: Tree, index: int, times: frozenset[int], names: Names) -> bool:
    """Tell whether words beside the time say which event is meant: whose, on whom, of what."""
    for each in tree.children(index, *_TELLING):
        if each in times or tree[each].upos in {Upos.DET, Upos.PUNCT}:
            continue
        if tree[each].upos is not Upos.PRON or names.of(tree, each) is not None:
            return True
    return False


def expletive(tree: Tree, frame: Frame) -> bool:
    """Tell whether 'it' or 'there' only holds the subject's place: 'it was alleged that …'."""
    if tree.children(frame.predicate, Rel.EXPL):
        return True
    if frame.subject is None or tree[frame.subject].upos is not Upos.PRON:
        return False
    if frame.passive and tree.children(frame.predicate, Rel.CCOMP, Rel.CSUBJ):
        return True
    state = next((each for each in (frame.predicate, *tree.children(frame.predicate, Rel.XCOMP)) if tree[each].upos is Upos.ADJ), None)
    return state is not None and bool(tree.children(state, Rel.XCOMP, Rel.CCOMP, Rel.CSUBJ, Rel.ADVCL))
