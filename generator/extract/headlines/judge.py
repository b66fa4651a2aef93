"""Whether a line may be printed: its slots are filled, its marks whole, its speaker somebody, no other clause's day in its place.

In: a Line with names put in, its Root, its Telling. Out: the fault in a few words, empty where there is none.
"""

from __future__ import annotations

from generator.extract.headlines.days import other_day, stale, whole_date
from generator.extract.headlines.line import Line
from generator.extract.headlines.quoting import is_unbroken, quoted_tokens
from generator.extract.headlines.roots import SUBJECTS, Root, clause_of, is_clause, is_finite
from generator.extract.headlines.seams import seam_in
from generator.extract.headlines.telling import Telling
from generator.model.frame import Frame
from generator.model.tree import Form, Rel, Token, Tree, Upos

LONG, LIMIT = 24, 30
"""So many words a headline has at most, and so many where no shorter one can be made: it says less than the sentence, but no more."""
_LEAST = 4
"""Words that a line has at least."""
_HANGING = frozenset({Upos.ADP, Upos.DET, Upos.CCONJ, Upos.SCONJ, Upos.AUX, Upos.PART})
_WEIGHTY = frozenset({Upos.VERB, Upos.AUX, Upos.NOUN, Upos.PROPN})
_SPOKEN = frozenset({"“", "‘", '"', "``"})
_DASHES = frozenset({"-", "--", "–", "—"})
_RELATIVES = frozenset({"who", "whom", "whose", "which"})
_BEFORE_CLAUSES = frozenset({Upos.PUNCT, Upos.CCONJ, Upos.SCONJ, Upos.VERB, Upos.ADV, Upos.PART, Upos.ADP, Upos.INTJ})
_OBJECTS = (Rel.OBJ, Rel.IOBJ, Rel.OBL, Rel.CCOMP, Rel.XCOMP, Rel.ADVCL, Rel.ADVMOD, Rel.PARATAXIS, Rel.COMPOUND_PRT)
_SAID = (Rel.OBJ, Rel.CCOMP, Rel.XCOMP, Rel.PARATAXIS, Rel.ADVCL, Rel.DEP)
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


def _slots(line: Line, root: Root, _frame: Frame, telling: Telling) -> str:
    tree, kept = line.tree, set(line.kept)
    first = next(tree[at] for at in line.kept if tree[at].upos is not Upos.PUNCT)
    if first.form is Form.GERUND and first.upos is Upos.VERB and first.rel is not Rel.AMOD:
        return "opens with a participle"
    if not is_finite(tree, line.root):
        return "no finite verb"
    if _opens_with_verb(first) or not _has_subject(line, root):
        return "no subject"
    if tree[line.root].lemma in telling.story.of("needs_more") and not any(each in kept for each in tree.children(line.root, *_OBJECTS)):
        return "cut short"
    return ""


def _asks(line: Line, _root: Root, _frame: Frame, _telling: Telling) -> str:
    """A line that opens with its finite verb asks: 'Ist die Brücke gesperrt', where what stood before was left out."""
    first = next(line.tree[at] for at in line.kept if line.tree[at].upos is not Upos.PUNCT)
    return "opens with its verb" if _opens_with_verb(first) else ""


def _opens_with_verb(first: Token) -> bool:
    return first.upos is Upos.AUX or (first.upos is Upos.VERB and first.form in {Form.PAST, Form.PRESENT, Form.FUTURE, Form.CONDITIONAL})


def _has_subject(line: Line, root: Root) -> bool:
    """Tell whether the main verb's subject is in the line: its own, the relative's noun, or that of the verb it is joined to."""
    tree, kept = line.tree, set(line.kept)
    at = line.root
    while tree[at].rel is Rel.CONJ and tree.child(at, *SUBJECTS) is None and tree[at].head >= 0:
        at = tree[at].head
    return root.relative is not None or any(each in kept for each in tree.children(at, *SUBJECTS))


def _said(line: Line, _root: Root, _frame: Frame, telling: Telling) -> str:
    """Who says something says a clause: what was said is in the line, and no noun stands for it ('said people')."""
    tree, kept = line.tree, set(line.kept)
    for at in line.kept:
        if tree[at].lemma in telling.story.of("quoting") and any(
            each.form is Form.GERUND and each.lemma in telling.story.reporting and each.index not in kept for each in tree.tokens[at:]
        ):
            return "not told what is said"  # 'quoted a spokesman as saying …'
        if tree[at].lemma not in telling.story.of("attributing") or tree.children(at, Rel.AUX_PASS) or not is_clause(tree, at):
            continue
        told = [each for each in tree.children(at, *_SAID) if each in kept]
        if at == line.root and not told:
            return "not told what is said"
        if any(not tree.children(each, Rel.MARK, Rel.CC) for each in tree.children(at, Rel.CCOMP)[1:]):
            return "what is said is torn"  # 'fees set then would rise, Hale said', read as two clauses
        nouns = [each for each in told if tree[each].rel in {Rel.OBJ, Rel.CCOMP, Rel.PARATAXIS} and not _is_told(tree, each)]
        if tree[at].lemma in telling.story.of("said") and nouns:
            return "what is said is torn"
    return ""


def _is_told(tree: Tree, at: int) -> bool:
    """Tell whether a clause stands for what is said: one with a verb of its own."""
    return is_clause(tree, at) and (is_finite(tree, at) or tree[at].rel is not Rel.CCOMP)


def _commas(line: Line, root: Root, _frame: Frame, _telling: Telling) -> str:
    """Between a subject and its verb commas come in pairs, and so do brackets anywhere."""
    tree, kept = line.tree, line.kept
    marks = [tree[at].text for at in kept]
    if marks.count("(") != marks.count(")"):
        return "a bracket is not whole"
    dashes = sum(tree[at].text in _DASHES for at in kept)
    if dashes == 1 and sum(token.text in _DASHES for token in tree) > 1:
        return "an aside is torn"
    subject = tree.child(line.root, *SUBJECTS)
    if subject is None or subject not in kept or subject > line.root or tree.children(subject, Rel.CONJ) or root.relative is not None:
        return ""
    first = min([line.root, *(each for each in tree.children(line.root, Rel.AUX, Rel.COP) if each > subject)])
    commas = sum(tree[at].text == "," and at not in line.put for at in kept if subject < at < first)
    return "an aside is torn" if commas % 2 else ""


def _ending(line: Line, _root: Root, _frame: Frame, telling: Telling) -> str:
    tree = line.tree
    words = [at for at in line.kept if tree[at].upos is not Upos.PUNCT]
    last = tree[words[-1]]
    if last.rel is Rel.NMOD_POSS and last.upos in {Upos.PRON, Upos.DET}:
        return f"hangs on “{last.text}”"
    particle = last.upos is Upos.ADP and last.text.lower() in telling.story.of("particles")
    bare = last.form is Form.GERUND and last.upos is Upos.VERB and any(each > last.index for each in tree.children(last.index, *_OBJECTS))
    if bare:
        return f"hangs on “{last.text}”"  # 'referring', without to what
    full = particle or (last.rel in _FULL and last.upos is not Upos.ADP) or last.index in line.put
    if (last.upos in _HANGING and not full) or last.text.lower() in telling.story.of("who_says"):
        return f"hangs on “{last.text}”"
    if tree[words[0]].lemma in telling.story.of("here"):
        return "points at what follows"
    if tree[words[0]].lemma in telling.story.of("asking_marks") and not _opens_clause(tree, words[0]):
        return "a question"
    raw = telling.text[tree[line.kept[-1]].span.end : tree[line.kept[-1]].span.end + 1]
    return "a question" if tree[line.kept[-1]].text == "?" or raw == "?" else ""


def _opens_clause(tree: Tree, at: int) -> bool:
    """Tell whether a word joins the clause told first to the main one: 'When the ice went, ferries ran'."""
    return any(tree[each].rel is Rel.ADVCL and tree[each].head > each for each in tree.ancestors(at))


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
    """The tree holds together: nothing is hung on it that the reader of the sentence found no place for."""
    tree = line.tree
    loose = any(tree[each].rel is Rel.DEP and tree[each].upos in _WEIGHTY for each in line.kept)
    return "the sentence is torn" if loose else seam_in(line, telling)


def _seamless(line: Line, _root: Root, _frame: Frame, telling: Telling) -> str:
    return seam_in(line, telling)


def _stopped(line: Line, _root: Root, _frame: Frame, telling: Telling) -> str:
    """The sentence ends as a sentence does; a heading or a caption does not."""
    ends = telling.text[line.tree.span.end - 1 : line.tree.span.end + 1]
    return "" if any(mark in ends for mark in '.”"!?:') else "no sentence"


def _edges(line: Line, root: Root, _frame: Frame, telling: Telling) -> str:
    """A clause begins where the sentence does, or behind a mark, a joining word or a verb of saying; a relative clause is no sentence."""
    tree, kept = line.tree, set(line.kept)
    if any(tree[at].text.lower() in _RELATIVES and clause_of(tree, at) == line.root for at in kept - {root.relative}):
        return "a relative clause stands alone"
    subject = tree.child(line.root, *SUBJECTS)
    if subject is not None and subject in kept and _is_torn(line, subject):
        return "its subject is torn"
    if any(_is_spliced(line, at, telling) for at in line.kept):
        return "two clauses in one"
    dated = {at for span in telling.own for at in tree.inside(span)}
    first = line.kept[0]
    links = tree[first].upos in {Upos.SCONJ, Upos.ADP} and tree[first].rel in {Rel.MARK, Rel.CASE}
    as_crews_left = tree[first].upos is Upos.SCONJ and tree[first].head == subject
    if links and (as_crews_left or tree[first].head not in kept - {line.root}):
        return "its beginning is torn"
    before = tree[first - 1] if first else None
    if before is None or root.relative is not None or before.index in dated or before.upos in _BEFORE_CLAUSES:
        return ""
    shared = tree[line.root].rel is Rel.CONJ
    return "" if shared or before.lemma in telling.story.reporting else "its beginning is torn"


def _is_torn(line: Line, subject: int) -> bool:
    """Tell whether a subject is an adjective by itself, or only the last of several: the 'Lopes' of 'Hale and Lopes left'."""
    tree = line.tree
    first = min(tree.subtree(subject))
    alone = tree[subject].upos is Upos.ADJ and not tree.children(subject, Rel.DET)
    joined = first > 1 and tree[first - 1].upos is Upos.CCONJ and first - 1 not in line.has and tree[first - 2].upos is Upos.PROPN
    return alone or (joined and not tree.children(first - 2, Rel.CASE))


def _is_spliced(line: Line, at: int, telling: Telling) -> bool:
    """Tell whether a clause stands beside the main one with a comma between them, and nothing that joins them or says who says so."""
    tree = line.tree
    token = tree[at]
    if (
        token.rel not in {Rel.PARATAXIS, Rel.CCOMP, Rel.CONJ}
        or token.head != line.root
        or at < line.root
        or token.lemma in telling.story.reporting
    ):
        return False
    joined = tree.children(at, Rel.CC, Rel.MARK) or tree[line.root].lemma in telling.story.reporting
    first = min(each for each in tree.subtree(at) if tree[each].upos is not Upos.PUNCT)
    return not joined and tree.child(at, Rel.NSUBJ) is not None and first > 0 and tree[first - 1].text == ","


def _unjoined(line: Line, _root: Root, _frame: Frame, telling: Telling) -> str:
    """No clause is read as what is said where nobody says anything: the end of one sentence and the next."""
    tree, story = line.tree, telling.story
    tells = story.reporting | story.cognition | story.of("showing") | story.expecting | story.evidence
    for at in line.kept:
        above = tree[at].head
        bare = tree[at].rel is Rel.ADVCL and tree[at].upos is Upos.VERB and tree[at].form in {Form.PAST, Form.PRESENT} and at > line.root
        when = any(tree[each].lemma in story.of("asking_marks") for each in tree.children(at, Rel.ADVMOD))
        if bare and not when and not tree.children(at, *SUBJECTS, Rel.MARK, Rel.CC, Rel.AUX):
            return "two clauses in one"  # 'a truce came into effect took hold'
        joined = tree[at].rel is not Rel.CCOMP or above < 0 or tree.children(at, Rel.MARK) or tree[above].upos is not Upos.VERB
        if not joined and at > above and is_finite(tree, at) and tree.children(at, Rel.NSUBJ) and tree[above].lemma not in tells:
            return "two clauses in one"
    return ""


def _joined(line: Line, _root: Root, _frame: Frame, _telling: Telling) -> str:
    """A second verb stands beside the first as it does in the source: with no other clause left out that it may have belonged to."""
    tree, kept = line.tree, line.has
    for at in kept:
        if tree[at].rel is not Rel.CONJ or tree[at].head != line.root or at < line.root or not is_clause(tree, at):
            continue
        between = range(line.root + 1, at)
        if tree.child(at, *SUBJECTS) is None and any(
            each not in kept and is_clause(tree, each) and is_finite(tree, each) for each in between
        ):
            return "what joins it is torn"
    return ""


def _colon(line: Line, _root: Root, _frame: Frame, _telling: Telling) -> str:
    """Behind a colon something was left out, unless what somebody said follows."""
    marks = [line.tree[at].text for at in line.kept]
    torn = any(mark == ":" and marks[place + 1 : place + 2] and marks[place + 1] not in _SPOKEN for place, mark in enumerate(marks))
    return "a colon is left" if torn else ""


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
    return _stopped(line, root, frame, telling) if told else "no sentence"


_OF_PARTS = (
    _length,
    _slots,
    _said,
    _commas,
    _ending,
    _quotations,
    _speaker,
    _torn,
    _stopped,
    _edges,
    _unjoined,
    _joined,
    _colon,
    _named,
    whole_date,
    other_day,
    stale,
)
_OF_SENTENCE = (_complete, _ending)
_OF_WHOLE = (_length, _asks, _rooted, *_OF_SENTENCE, _seamless, _said, _quotations, _speaker, whole_date, other_day, stale)
