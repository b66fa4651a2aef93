"""A clause that hangs on a noun, or goes before its subject, as a sentence of its own: 'a law [was] passed' of 'a law passed in May'.

In: a Tree or Frame, the clause's verb, the Story. Out: a Line, or None where it is not sure what the clause is of.
"""

from __future__ import annotations

from generator.extract.discourse.phrases import is_plural
from generator.extract.headlines.calling import owning
from generator.extract.headlines.line import QUOTES, Line
from generator.model.frame import Frame
from generator.model.story import Story
from generator.model.tree import Form, Rel, Tree, Upos

_BESIDE = (Rel.AUX, Rel.COP, Rel.NSUBJ, Rel.CSUBJ, Rel.EXPL)
_FINITE = frozenset({Form.PAST, Form.PRESENT, Form.INFINITIVE, Form.PARTICIPLE})
_CONTENT = frozenset({Upos.NOUN, Upos.PROPN})
_OPENERS = frozenset({Rel.CASE, Rel.MARK, Rel.CC})


def subject_relative(tree: Tree, top: int, story: Story) -> Line | None:
    """Return a relative clause as a sentence: 'a bus that burned' → 'a bus burned'; None where the relative is no subject."""
    subject = tree.child(top, Rel.NSUBJ)
    if subject is None or tree[subject].text.lower() not in story.of("bare_relatives"):
        return None
    noun = _noun_of(tree, top, story)
    if noun is None:
        return None
    below = set(tree.subtree(top))
    return Line(tree, top, (*noun, *(each for each in sorted(below) if each != subject)))


def _noun_of(tree: Tree, top: int, story: Story) -> tuple[int, ...] | None:
    """Return the phrase that a clause hangs on, without what opens it; None where it may hang on another, or the phrase is torn."""
    noun = tree[top].head
    doubtful = tree[noun].rel in {Rel.NMOD_POSS, Rel.CONJ} or (tree[noun].rel is Rel.NMOD and not _is_next(tree, top, noun, story))
    if doubtful or tree.children(noun, Rel.CONJ, Rel.NSUBJ, Rel.COP):
        return None  # 'the plant in Fife that burned', 'the plant and the shop, which burned': which of the two did is a guess
    below = set(tree.subtree(top))
    phrase = [each for each in tree.subtree(noun, frozenset({Rel.CONJ, Rel.CC, Rel.APPOS})) if each not in below and each < top]
    first = {each for child in tree.children(noun, *_OPENERS) for each in tree.subtree(child)}
    if any(tree[each].text in QUOTES for each in phrase):
        return None
    return tuple(each for each in phrase if each not in first and tree[each].upos is not Upos.PUNCT) or None


def owner_relative(tree: Tree, top: int, story: Story) -> Line | None:
    """Return 'Fife’s harbour froze' of 'Fife, whose harbour froze'; None where it is not the subject that is so owned."""
    subject, noun = tree.child(top, Rel.NSUBJ, Rel.NSUBJ_PASS), _noun_of(tree, top, story)
    whose = min(tree.subtree(top))
    if subject is None or noun is None or tree[whose].text.lower() not in story.of("whose") or tree[whose].head != subject:
        return None
    line = Line(tree, top, (*noun, *(each for each in sorted(tree.subtree(top)) if each != whose)))
    return line.putting(noun[-1:], owning(tree[noun[-1]].text))


def _is_next(tree: Tree, top: int, noun: int, story: Story) -> bool:
    """Tell whether a relative clause stands right behind a thing in 'of …', and so tells of it: 'victims of the wave that struck Fife'."""
    case = tree.child(noun, Rel.CASE)
    opens = min(tree.subtree(top))
    thing = tree[opens].text.lower() not in story.of("who") and tree[noun].lemma.lower() not in story.people
    return thing and case is not None and tree[case].lemma in story.of("of") and noun in {opens - 1, opens - 2}


def object_relative(tree: Tree, top: int, story: Story) -> Line | None:
    """Return 'Hale opened a shop' of 'a shop that Hale opened'; None where the noun is not what the verb is done to."""
    subject, noun = tree.child(top, Rel.NSUBJ), _noun_of(tree, top, story)
    relative = next((each for each in tree.children(top, Rel.OBJ) if tree[each].text.lower() in story.of("bare_relatives")), None)
    if any(tree[each].text.lower() in story.relatives - story.of("bare_relatives") for each in tree.subtree(top)):
        return None  # 'whose', 'where'
    other = tree.children(top, Rel.OBJ, Rel.CCOMP, Rel.XCOMP, Rel.COP, Rel.CONJ, Rel.AUX_PASS)
    if subject is None or noun is None or tree[subject].text.lower() in story.relatives or [each for each in other if each != relative]:
        return None
    words = [each for each in tree.subtree(top) if each != relative]
    between = relative is not None or min(words) == min(tree.subtree(subject))
    before, behind = (tuple(each for each in words if (each <= top) is early) for early in (True, False))
    return Line(tree, top, (*before, *noun, *behind)) if between else None


def undergone(frame: Frame, own: frozenset[int], story: Story) -> Line | None:
    """Return 'a law [was] passed by Fife' of 'a law passed by Fife in May', 'Hale [was] born in Fife' of 'Born in Fife, Hale left'.

    What is only told of by the way ('a poll released on Monday') is no news: it names somebody, and tells more than the *own* date of it.
    """
    tree, top = frame.tree, frame.predicate
    bare = tree[top].form is Form.PARTICIPLE and not tree.children(top, *_BESIDE, Rel.MARK, Rel.OBJ, Rel.XCOMP, Rel.CCOMP)
    if not bare or frame.nominal or frame.subject is None or tree[tree.root].form not in _FINITE or tree[top].lemma in story.expecting:
        return None
    if tree[top].rel is Rel.ACL:
        noun = _noun_of(tree, top, story)
    elif tree[top].rel is Rel.ADVCL and tree[top].head == tree.root and top < frame.subject:
        noun = tuple(each for each in tree.subtree(frame.subject, frozenset({Rel.APPOS, Rel.ACL, Rel.ACL_RELCL})))
    else:
        return None
    clause = tuple(each for each in tree.subtree(top) if each >= top or tree[each].upos is Upos.ADV)
    names = any(tree[each].upos is Upos.PROPN for each in {*(noun or ()), *clause} - own)
    told = any(each not in own and tree[each].upos in _CONTENT for each in clause if each != top)
    between = range(noun[-1] + 1, clause[0]) if noun and tree[top].rel is Rel.ACL else range(0)
    doubtful = any(tree[each].upos in _CONTENT for each in between) or (noun and noun[-1] != tree[top].head and tree[top].rel is Rel.ACL)
    if doubtful or noun is None or not names or not told or tree[frame.subject].upos not in {Upos.NOUN, Upos.PROPN}:
        return None
    verb = next(iter(story.of("undergone_by_many" if is_plural(tree, frame.subject, story) else "undergone_by_one")), "")
    line = Line(tree, top, (*noun, *clause)).putting((clause[0],), f"[{verb}] {tree[clause[0]].text.lower()}")
    return line if verb else None  # a language that puts its verb elsewhere has no such word
