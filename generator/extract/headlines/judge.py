"""Whether a line may be printed: its slots are filled, its marks whole, its speaker somebody, no other clause's day in its place.

In: a Line with names put in, its Root, its Telling. Out: the fault in a few words, empty where there is none.
"""

from __future__ import annotations

from itertools import pairwise

from generator.extract.headlines.line import Line
from generator.extract.headlines.quoting import is_unbroken, quoted_tokens
from generator.extract.headlines.roots import SUBJECTS, Root, is_finite
from generator.extract.headlines.telling import Telling
from generator.model.frame import Frame
from generator.model.tree import Form, Rel, Tree, Upos

LIMIT = 24
_LEAST = 4
_HANGING = frozenset({Upos.ADP, Upos.DET, Upos.CCONJ, Upos.SCONJ, Upos.AUX, Upos.PART})
_CLOSED = frozenset({Upos.DET, Upos.PRON, Upos.ADP, Upos.SCONJ, Upos.AUX, Upos.CCONJ})
_OBJECTS = (Rel.OBJ, Rel.IOBJ, Rel.OBL, Rel.CCOMP, Rel.XCOMP, Rel.ADVCL, Rel.ADVMOD, Rel.PARATAXIS, Rel.COMPOUND_PRT)
_FULL = frozenset({Rel.COMPOUND_PRT, Rel.ADVMOD, Rel.OBL, Rel.NMOD, Rel.XCOMP})


def fault(line: Line, root: Root, frame: Frame, telling: Telling) -> str:
    """Return why a line is not to be printed, or nothing."""
    checks = (_length, _slots, _ending, _quotations, _speaker, _torn, _other_day)
    return next((found for check in checks if (found := check(line, root, frame, telling))), "")


def _length(line: Line, _root: Root, _frame: Frame, _telling: Telling) -> str:
    words = line.count()
    return "too long" if words > LIMIT else "too short" if words < _LEAST else ""


def _slots(line: Line, root: Root, _frame: Frame, telling: Telling) -> str:
    tree, kept = line.tree, set(line.kept)
    first = next(tree[at] for at in line.kept if tree[at].upos is not Upos.PUNCT)
    if first.form is Form.GERUND and first.upos is Upos.VERB and first.rel is not Rel.AMOD:
        return "opens with a participle"
    if not is_finite(tree, line.root):
        return "no finite verb"
    if not any(each in kept for each in line.kept if tree[each].rel.main in SUBJECTS or tree[each].rel in SUBJECTS):
        return "no subject"
    del root
    if tree[line.root].lemma in telling.story.of("needs_more") and not any(each in kept for each in tree.children(line.root, *_OBJECTS)):
        return "cut short"
    return ""


def _ending(line: Line, _root: Root, _frame: Frame, telling: Telling) -> str:
    tree = line.tree
    words = [at for at in line.kept if tree[at].upos is not Upos.PUNCT]
    last = tree[words[-1]]
    if last.upos in _HANGING and last.rel not in _FULL and last.index not in line.put:
        return f"hangs on “{last.text}”"
    raw = telling.text[tree[line.kept[-1]].span.end : tree[line.kept[-1]].span.end + 1]
    return "a question" if tree[line.kept[-1]].text == "?" or raw == "?" else ""


def _quotations(line: Line, _root: Root, _frame: Frame, _telling: Telling) -> str:
    return "" if is_unbroken(line) else "a quotation is not whole"


def _speaker(line: Line, _root: Root, frame: Frame, telling: Telling) -> str:
    """What is quoted, and what somebody says, is told with who says so, a person or a body."""
    tree, kept = line.tree, set(line.kept)
    if frame.says is not None and frame.says not in kept:
        return "not told who says so"
    spoken = quoted_tokens(line)
    first = any(tree[each].text.lower() in telling.story.of("speaking") for each in spoken)
    if not first and not any(tree[each].rel.main in {*SUBJECTS, Rel.ROOT} for each in spoken):
        return ""  # a few words in quotation marks
    sayings = [each for each in kept - spoken if tree[each].lemma in telling.story.reporting]
    named = any(subject in kept for each in sayings for subject in tree.children(each, Rel.NSUBJ))
    return "" if named else "not told who is quoted"


def _torn(line: Line, _root: Root, _frame: Frame, telling: Telling) -> str:
    """A heading or caption glued to the sentence, or two sentences read as one: the tree does not hold together."""
    tree, kept = line.tree, set(line.kept)
    loose = [each for each in line.kept if tree[each].rel is Rel.DEP and tree[each].upos in {Upos.VERB, Upos.AUX, Upos.NOUN, Upos.PROPN}]
    if loose:
        return "the sentence is torn"
    for one, other in pairwise(line.kept):
        token = tree[other]
        plain = token.text[:1].isupper() and token.upos in _CLOSED and not token.text.isupper() and tree[one].upos is not Upos.PUNCT
        inner = token.upos in {Upos.DET, Upos.ADP} and other + 1 in kept and tree[other + 1].text[:1].isupper()
        named = inner and tree[one].upos is Upos.PROPN
        if plain and other == one + 1 and not named:
            return "something is glued to it"
    del telling
    return ""


def _other_day(line: Line, root: Root, _frame: Frame, telling: Telling) -> str:
    """The day of another deed must not stand where a reader takes it for this one's: on the main verb, or by itself in the line."""
    tree, kept = line.tree, set(line.kept)
    own = {at for span in telling.own for at in tree.inside(span)}
    if own & kept and not own <= kept:
        return "its date is torn"
    others = {at for span in telling.others for at in tree.inside(span)} & kept
    if not own & kept and any(_hangs_on(tree, at, line.root, others) for at in others):
        return "the day of something else"
    del root
    return ""


def _hangs_on(tree: Tree, at: int, root: int, dates: set[int]) -> bool:
    """Tell whether a date hangs on the main verb itself."""
    while tree[at].head in dates:
        at = tree[at].head
    return tree[at].head == root
