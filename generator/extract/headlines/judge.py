"""Whether a line may be printed: its slots are filled, its marks whole, its speaker somebody, no other clause's day in its place.

In: a Line with names put in, its Root, its Telling. Out: the fault in a few words, empty where there is none.
"""

from __future__ import annotations

from generator.extract.headlines.days import other_day, stale, whole_date
from generator.extract.headlines.line import Line
from generator.extract.headlines.quoting import is_unbroken, quoted_tokens
from generator.extract.headlines.roots import SUBJECTS, Root, is_clause, is_finite
from generator.extract.headlines.seams import seam_in
from generator.extract.headlines.telling import Telling
from generator.model.frame import Frame
from generator.model.tree import Form, Rel, Tree, Upos

LONG, LIMIT = 24, 30
"""So many words a headline has at most, and so many where no shorter one can be made: it says less than the sentence, but no more."""
_LEAST = 4
"""Words that a line has at least."""
_HANGING = frozenset({Upos.ADP, Upos.DET, Upos.CCONJ, Upos.SCONJ, Upos.AUX, Upos.PART})
_BEFORE_CLAUSES = frozenset({Upos.PUNCT, Upos.CCONJ, Upos.SCONJ, Upos.VERB, Upos.ADV, Upos.PART, Upos.ADP, Upos.INTJ})
_FINITE = frozenset({Form.PAST, Form.PRESENT, Form.FUTURE, Form.CONDITIONAL})
_SAID = (Rel.OBJ, Rel.CCOMP, Rel.XCOMP, Rel.PARATAXIS, Rel.ADVCL, Rel.DEP)
_OBJECTS = (*_SAID, Rel.IOBJ, Rel.OBL, Rel.ADVMOD, Rel.COMPOUND_PRT, Rel.NSUBJ_PASS, Rel.EXPL)
_OF_NOUNS = frozenset({Rel.ACL, Rel.ACL_RELCL})
_FULL = frozenset({Rel.COMPOUND_PRT, Rel.ADVMOD, Rel.OBL, Rel.NMOD, Rel.XCOMP})


def fault(line: Line, root: Root, frame: Frame, telling: Telling) -> str:
    """Return why a line is not to be printed, or nothing."""
    checks = _OF_WHOLE if root.whole else _OF_PARTS
    return next((found for check in checks if (found := check(line, root, frame, telling))), "")


def fault_of_sentence(line: Line, telling: Telling) -> str:
    """Return why a sentence, whole as the source has it, is not to be shown by itself, or nothing; its length is no matter."""
    root, frame = Root("the sentence", line, 0.0, frozenset(), dated=False, whole=True), Frame(line.tree, line.root)
    return next((found for check in _OF_SENTENCE if (found := check(line, root, frame, telling))), "") or seam_in(
        line, telling, whole=False
    )


def _length(line: Line, _root: Root, _frame: Frame, _telling: Telling) -> str:
    words = line.count()
    return "too long" if words > LIMIT else "too short" if words < _LEAST else ""


def _opening(line: Line, root: Root, _frame: Frame, _telling: Telling) -> str:
    """A line that opens with its finite verb asks: 'Ist die Brücke gesperrt', where what stood before was left out."""
    first = next(line.tree[at] for at in line.kept if line.tree[at].upos is not Upos.PUNCT)
    if first.form is Form.GERUND and not root.whole:
        return "opens with a participle"
    asks = first.upos is Upos.AUX or (first.upos is Upos.VERB and first.form in _FINITE)
    return "opens with its verb" if asks else ""


def _cut(line: Line, _root: Root, _frame: Frame, telling: Telling) -> str:
    """A verb that by itself tells nothing has what it tells beside it: 'the bank said', 'the plan includes'."""
    short = line.tree[line.root].lemma in telling.story.of("needs_more") | telling.story.of("attributing")
    return "cut short" if short and line.has.isdisjoint(line.tree.children(line.root, *_OBJECTS)) else ""


def _said(line: Line, _root: Root, _frame: Frame, telling: Telling) -> str:
    """Who says something says a clause: what was said is in the line, and no noun stands for it ('said people')."""
    tree, kept = line.tree, set(line.kept)
    for at in line.kept:
        if tree[at].lemma not in telling.story.of("attributing") or not is_clause(tree, at):
            continue
        told = [each for each in tree.children(at, *_SAID) if each in kept]
        nouns = [each for each in told if tree[each].rel in {Rel.OBJ, Rel.CCOMP, Rel.PARATAXIS} and not _is_told(tree, each)]
        if tree[at].lemma in telling.story.of("said") and nouns:
            return "what is said is torn"
    return ""


def _is_told(tree: Tree, at: int) -> bool:
    """Tell whether a clause stands for what is said: one with a verb of its own."""
    return is_clause(tree, at) and is_finite(tree, at)


def _commas(line: Line, _root: Root, _frame: Frame, _telling: Telling) -> str:
    """Between a subject and its verb commas come in pairs."""
    tree, kept = line.tree, line.kept
    subject = tree.child(line.root, *SUBJECTS)
    if subject is None or subject not in kept or subject > line.root or tree.children(subject, Rel.CONJ):
        return ""
    first = min([line.root, *tree.children(line.root, Rel.AUX, Rel.COP)])
    commas = sum(tree[at].text == "," and at not in line.put for at in kept if subject < at < first)
    return "an aside is torn" if commas % 2 else ""


def _ending(line: Line, _root: Root, _frame: Frame, telling: Telling) -> str:
    tree = line.tree
    words = [at for at in line.kept if tree[at].upos is not Upos.PUNCT]
    last = tree[words[-1]]
    if last.upos in _HANGING and last.rel not in _FULL and last.index not in line.put:
        return f"hangs on “{last.text}”"
    if tree[words[0]].lemma in telling.story.of("here"):
        return "points at what follows"
    return "a question" if tree[words[0]].lemma in telling.story.of("asking_marks") and not _opens_clause(tree, words[0]) else ""


def _opens_clause(tree: Tree, at: int) -> bool:
    """Tell whether a word joins the clause told first to the main one: 'When the ice went, ferries ran'."""
    return any(tree[each].rel is Rel.ADVCL and tree[each].head > each for each in tree.ancestors(at))


def _quotations(line: Line, _root: Root, _frame: Frame, _telling: Telling) -> str:
    return "" if is_unbroken(line) else "a quotation is not whole"


def _speaker(line: Line, _root: Root, _frame: Frame, telling: Telling) -> str:
    """What is quoted, and what somebody says, is told with who says so, a person or a body."""
    tree, kept = line.tree, set(line.kept)
    spoken = quoted_tokens(line)
    first = any(tree[each].text.lower() in telling.story.of("speaking") for each in spoken)
    if not first and not any(tree[each].rel.main in {*SUBJECTS, Rel.ROOT} for each in spoken):
        return ""  # a few words in quotation marks
    sayings = [each for each in kept - spoken if tree[each].lemma in telling.story.reporting]
    named = any(subject in kept for each in sayings for subject in tree.children(each, Rel.NSUBJ))
    return "" if named else "not told who is quoted"


def _hanging(line: Line, root: Root, _frame: Frame, telling: Telling) -> str:
    """What tells of a noun has the noun before it: not 'opens where it burned', where 'on the day' was left out; brackets are whole."""
    tree = line.tree
    words = [tree[at].text for at in line.kept]
    if words.count("(") != words.count(")"):
        return "a bracket is torn"
    opening = telling.story.relatives
    torn = (
        at
        for at in line.kept
        if (tree[at].rel in _OF_NOUNS and at != line.root and tree[at].head not in line.has)
        or (at and tree[at].text.lower() in opening and at - 1 not in line.has and tree[at - 1].upos is not Upos.PUNCT)
    )
    return "" if root.relative is not None or next(torn, None) is None else "what it hangs on is left out"


def _seamless(line: Line, _root: Root, _frame: Frame, telling: Telling) -> str:
    return seam_in(line, telling)


def _stopped(line: Line, _root: Root, _frame: Frame, telling: Telling) -> str:
    """The sentence ends as a sentence does; a heading or a caption does not."""
    ends = telling.text[line.tree.span.end - 1 : line.tree.span.end + 1]
    return "" if any(mark in ends for mark in '.”"!?:') else "no sentence"


def _edges(line: Line, root: Root, _frame: Frame, telling: Telling) -> str:
    """A clause begins where the sentence does, or behind its date, a mark, a joining word or the verb that it shares with another."""
    tree, first = line.tree, line.kept[0]
    before = tree[first - 1] if first else None
    dated = {at for span in telling.own for at in tree.inside(span)}
    if before is None or root.relative is not None or before.index in dated or before.upos in _BEFORE_CLAUSES:
        return ""
    return "" if tree[line.root].rel is Rel.CONJ else "its beginning is torn"


def _unjoined(line: Line, _root: Root, _frame: Frame, telling: Telling) -> str:
    """No clause is read as what is said where nobody says anything: the end of one sentence and the next."""
    tree, story = line.tree, telling.story
    tells = story.reporting | story.cognition | story.of("showing") | story.expecting | story.evidence
    for at in line.kept:
        above = tree[at].head
        joined = tree[at].rel is not Rel.CCOMP or tree.children(at, Rel.MARK)
        if not joined and at > above and is_finite(tree, at) and tree.children(at, Rel.NSUBJ) and tree[above].lemma not in tells:
            return "two clauses in one"
    return ""


def _rooted(line: Line, _root: Root, _frame: Frame, _telling: Telling) -> str:
    return "" if is_clause(line.tree, line.root) else "no sentence"


def _named(line: Line, _root: Root, _frame: Frame, telling: Telling) -> str:
    """A line that names nobody and no place is not made of a sentence that does."""
    tree = line.tree
    days = {at for span in (*telling.own, *telling.others) for at in tree.inside(span)}
    names = {token.index for token in tree if token.upos is Upos.PROPN and token.index not in days}
    told = names & line.has or any(words[:1] == "[" or " [" in words for words in line.put.values())
    return "names nobody" if names and not told else ""


def _complete(line: Line, root: Root, frame: Frame, telling: Telling) -> str:
    """A sentence as it stands has a verb with a subject, and ends where the source's does."""
    tree = line.tree
    told = any(is_clause(tree, at) and is_finite(tree, at) and tree.child(at, *SUBJECTS) is not None for at in line.kept)
    if not told:
        return "no sentence"
    begun = line.kept[0] > 0 and tree[line.kept[0]].text.lower() in telling.story.of("that")  # a part: 'that ferries would stop'
    return "no sentence" if begun else _stopped(line, root, frame, telling)


_OF_PARTS = (
    _length,
    _opening,
    _cut,
    _said,
    _commas,
    _ending,
    _quotations,
    _speaker,
    _hanging,
    _seamless,
    _stopped,
    _edges,
    _unjoined,
    _named,
    whole_date,
    other_day,
    stale,
)
_OF_SENTENCE = (_complete, _ending)
_OF_WHOLE = (_length, _opening, _cut, _rooted, *_OF_SENTENCE, _seamless, _said, _quotations, _speaker, whole_date, other_day, stale)
