"""The clauses that a headline can be made of: the dated verb's own, told by who says it, or one that it stands in.

In: a Frame, its Telling. Out: Roots, the nearest first, each with what it costs and what must stay in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.headlines.hanging import object_relative, owner_relative, subject_relative, undergone
from generator.extract.headlines.line import Line
from generator.extract.headlines.sharing import shares_day
from generator.model.frame import Frame
from generator.model.story import Story
from generator.model.tree import Form, Rel, Tree, Upos

SUBJECTS = (Rel.NSUBJ, Rel.CSUBJ, Rel.EXPL)
_GROUP = (Rel.AUX, Rel.COP)
_LOOSE = frozenset({Rel.MARK, Rel.CC, Rel.DISCOURSE})
_ASSERTED = frozenset({Rel.ROOT, Rel.CONJ, Rel.CCOMP, Rel.PARATAXIS})
_STOPS = frozenset(",;:-–—.")
_WHEN = frozenset({"when", "where"})
_TO_WHOM = (Rel.OBJ, Rel.IOBJ)
_STEM = 4
"""So many letters the word for a country's people shares with the country: 'Syrian', 'Syria'."""
_TOPS = frozenset({Rel.ROOT, Rel.CONJ})
"""What a sentence tells by itself: its main clause, and those joined to it."""
_TOLD = frozenset(
    {
        Rel.ROOT,
        Rel.CONJ,
        Rel.ADVCL,
        Rel.ACL_RELCL,
        Rel.PARATAXIS,
        *SUBJECTS,
        Rel.NSUBJ_PASS,
        Rel.OBJ,
        Rel.OBL,
        Rel.NMOD,
        Rel.APPOS,
        Rel.IOBJ,
        Rel.NMOD_POSS,
        Rel.OBL_AGENT,
        Rel.COMPOUND,
    }
)
"""How a clause that is told as a fact may hang, and the noun that a relative clause hangs on."""
_ASIDE = frozenset({Rel.ACL_RELCL, Rel.PARATAXIS})


@dataclass(frozen=True, slots=True)
class Root:
    """A line before anything is left out.

    ``must`` has the tokens that have to stay, ``dated`` tells that its main verb is the dated one.
    """

    name: str
    line: Line
    cost: float
    must: frozenset[int]
    dated: bool
    whole: bool = False
    """Whether it is the sentence as it stands, which nothing is left out of but how the text goes on."""
    relative: int | None = None
    """The relative word whose place the noun before it takes."""


def roots(frame: Frame, story: Story, own: frozenset[int]) -> Iterator[Root]:
    """Yield the clauses; *own* are the tokens of the frame's own date, which stay wherever its verb is not the main one."""
    tree = frame.tree
    top = told_at(frame)
    if not frame.nominal and is_finite(tree, top) and not (frame.says == top and frame.predicate != top):
        yield from _own_clause(frame, top, story, own)
    done = undergone(frame, own, story)
    if done is not None and tree[top].head not in own:
        yield Root("what was done to it, as a clause", done, 2.0, frozenset({top}), dated=True, relative=tree[top].head)
    everything = Line(tree, tree.root, tuple(range(len(tree))))
    main = top == tree.root and not frame.nominal
    if shares_day(frame, tree.root, story):
        yield Root("the whole sentence", everything, 1.5, frozenset({*(() if main else own), frame.predicate}), dated=main, whole=True)
    at = top
    path = {frame.predicate}
    while tree[at].head >= 0:
        path.add(at)
        at = tree[at].head
        tells = is_clause(tree, at) and is_finite(tree, at) and tree.child(at, *SUBJECTS) is not None
        if tree[at].rel in _TOPS and tells and shares_day(frame, at, story):
            cost = 1.0 + 1.0 * len(tree.path(frame.predicate, at) or ())
            yield Root("a clause that it stands in", _clause(tree, at), cost, frozenset({*path, at, *own}), dated=False)


def told_at(frame: Frame) -> int:
    """Return the verb that tells the predicate with its own tense: 'plans' for 'plans to resign', else the predicate itself."""
    tree, at = frame.tree, frame.predicate
    while tree[at].rel is Rel.XCOMP and not is_finite(tree, at):
        at = tree[at].head
    return at


def is_clause(tree: Tree, at: int) -> bool:
    """Tell whether a token is the head of a clause."""
    return tree[at].upos in {Upos.VERB, Upos.AUX} or bool(tree.children(at, Rel.COP))


def clause_of(tree: Tree, at: int) -> int:
    """Return the verb of the clause in which a word stands."""
    return next((each for each in tree.ancestors(at) if is_clause(tree, each)), at)


def is_finite(tree: Tree, at: int) -> bool:
    """Tell whether a clause has a finite verb; a second participle shares that of the first ('was held and charged')."""
    group = (tree[at], *(tree[each] for each in tree.children(at, *_GROUP)))
    if any(each.form in {Form.PAST, Form.PRESENT} or (each.upos is Upos.AUX and each.form is Form.NONE) for each in group):
        return True
    if tree[at].form is Form.PARTICIPLE and tree[at].rel in _ASSERTED and tree.children(at, Rel.NSUBJ) and not tree.children(at, *_GROUP):
        return True  # 'the port reopened': past and participle are one form, and the reader took it for the other
    shared = tree[at].rel is Rel.CONJ and tree[at].head >= 0 and tree[tree[at].head].form is tree[at].form
    return shared and is_clause(tree, tree[at].head) and is_finite(tree, tree[at].head)


def _own_clause(frame: Frame, top: int, story: Story, own: frozenset[int]) -> Iterator[Root]:
    tree = frame.tree
    rel = tree[top].rel
    must = frozenset({top, frame.predicate})
    going_on = rel is Rel.CONJ and tree.children(top, Rel.MARK)  # '… and that ferries stopped' goes on with what somebody said
    if going_on or _is_condition(tree, top, story) or not _is_told(tree, top, frame.says):
        return
    if rel is Rel.ACL_RELCL:
        relative = subject_relative(tree, top, story) or object_relative(tree, top, story) or owner_relative(tree, top, story)
        if relative is not None and tree[top].head not in own:
            yield Root("a relative clause by itself", relative, 2.0, must, dated=True, relative=tree[top].head)
    elif rel is Rel.PARATAXIS and tree[top].lemma in story.reporting and _subject_tokens(tree, top):
        host = tree[top].head
        if is_finite(tree, host):
            yield Root("what is said, and who says so", _clause(tree, host), 0.0, must | {host}, dated=True)
    elif _subject_tokens(tree, top):
        yield from _sentence(frame, top, must, story)


def _sentence(frame: Frame, top: int, must: frozenset[int], story: Story) -> Iterator[Root]:
    """Yield a clause with its subject, by itself where the article tells it, else with who says so."""
    tree, said = frame.tree, frame.says
    words = {*_subject_tokens(tree, top), *_worded(tree, _clause(tree, top).kept), *_shared_group(tree, top)}
    line = Line(tree, top, tuple(sorted(words)))
    if said is None:
        yield Root("its own clause", line, 0.0 if tree[top].rel is Rel.ROOT else 1.0, must, dated=True)
    elif said in tree.subtree(top):
        yield Root("its own clause, with who says so", line, 0.0, must | {said}, dated=True)
    else:
        yield from _told_by(frame, top, line, must, story)


def _told_by(frame: Frame, top: int, line: Line, must: frozenset[int], story: Story) -> Iterator[Root]:
    """Yield '…, Ann Hale said' for 'Ann Hale said that …', and the same as the source has it where the clause stands first there."""
    tree, said, speaker = frame.tree, frame.says, frame.speaker
    if said is None or speaker is None or tree[top].rel is not Rel.CCOMP or tree[top].head != said:
        return
    plain = tree[said].lemma in story.of("attributing") and is_finite(tree, said) and _subject_tokens(tree, said)
    asked = any(tree[each].lemma in story.of("asking_marks") for each in tree.children(top, Rel.MARK))
    clouded = any(tree[each].lemma in story.of("not") for each in tree.children(said, Rel.ADVMOD)) or bool(
        tree.children(said, Rel.AUX_PASS)
    )
    subject = tree.child(top, Rel.NSUBJ)
    himself = subject is not None and tree[subject].upos is Upos.PRON and said < top  # 'Hale said he had left'
    if not plain or asked or clouded or himself or _outer(tree, said):
        return
    who = _attribution(tree, said)
    if top < said:
        between = frozenset(at for at in range(line.kept[-1], max(who)) if tree[at].upos is Upos.PUNCT)
        kept = (*line.kept, *sorted({*who, *between} - set(line.kept)))
        yield Root("its own clause, with who says so behind it", Line(tree, top, kept), 0.5, must | {said, *who}, dated=True)
        return
    last = max(at for at in line.kept if tree[at].upos is not Upos.PUNCT)
    kept = (*(at for at in line.kept if at <= last), *who)
    moved = Line(tree, top, kept, commas=frozenset({who[0]}), proper=_proper(tree, who[0], story))
    yield Root("who says so put behind it", moved, 0.5, must | {said, *who}, dated=True)


def _proper(tree: Tree, at: int, story: Story) -> frozenset[int]:
    """Return the word that opened the sentence where it keeps its capital behind another: 'Syrian' of '…, Syrian police said'."""
    word = tree[at].text.lower()
    named = any(word.startswith(each[:_STEM]) for each in story.demonyms | story.countries if len(each) >= _STEM)
    return frozenset({at} if named and tree[at].upos is Upos.ADJ else ())


def _outer(tree: Tree, said: int) -> bool:
    """Tell whether the saying itself stands in another clause that would have to be told."""
    return tree[said].rel not in {Rel.ROOT, Rel.CONJ}


def _attribution(tree: Tree, said: int) -> tuple[int, ...]:
    """Return who says so, the verb with its auxiliaries, and to whom, in the order of the source."""
    group = {said, *tree.children(said, *_GROUP)}
    for each in (*tree.children(said, Rel.NSUBJ), *tree.children(said, *_TO_WHOM)):
        group.update(tree.subtree(each, _ASIDE))
    kept = {each for each in group if tree[each].upos is not Upos.PUNCT or {each - 1, each + 1} <= group}
    if sum(tree[each].text == "," for each in kept) % 2 and tree[said - 1].text == ",":
        kept.add(said - 1)  # it closes an aside whose last part was left out
    return tuple(sorted(kept))


def _is_told(tree: Tree, top: int, said: int | None) -> bool:
    """Tell whether the article tells a clause as it stands, or by who says so: not 'reports that …', 'it is feared that …'."""
    at = top
    while tree[at].head >= 0 and at != said:
        if tree[at].rel not in _TOLD and tree[at].head != said:
            return False
        at = tree[at].head
    return True


def _is_condition(tree: Tree, top: int, story: Story) -> bool:
    """Tell whether a clause is only an 'if': by its own mark, or by one before it that was hung on the verb that it goes with."""
    marks = list(tree.children(top, Rel.MARK))
    if tree[top].rel is Rel.ADVCL:
        marks += [each for each in tree.children(tree[top].head, Rel.MARK) if each < min(tree.subtree(top))]
    return any(tree[each].lemma.lower() in story.of("on_condition") | story.of("asking_marks") for each in marks)


def _clause(tree: Tree, top: int) -> Line:
    """Return a clause with all that hangs on it, without what joins it to the one before."""
    out = {each for child in tree.children(top) if _is_loose(tree, child, top) for each in tree.subtree(child)}
    kept = [each for each in tree.subtree(top) if each not in out]
    return Line(tree, top, tuple(kept))


def _is_loose(tree: Tree, child: int, top: int) -> bool:
    """Tell whether a word joins a clause to what stands before it: 'and', 'that', the 'when' of 'in May, when …'."""
    rel = tree[child].rel
    when = rel is Rel.ADVMOD and tree[child].lemma in _WHEN and tree[top].rel is not Rel.ROOT
    if len(tree.subtree(child)) > 1:
        return False
    first = next(each for each in tree.subtree(top) if tree[each].upos is not Upos.PUNCT)
    if rel is Rel.ADVMOD and child + 1 < top and tree[child + 1].rel is Rel.MARK and tree[child + 1].head == top:
        return True  # 'just before Hale left'
    if rel is Rel.MARK and tree[child].upos is Upos.PART:
        return False  # 'the plan was to close the port'
    return child < top and ((rel in _LOOSE and (rel is not Rel.CC or child == first)) or when)


def _worded(tree: Tree, kept: tuple[int, ...]) -> tuple[int, ...]:
    """Return tokens without the marks, but those of a quotation, that stand before their first word."""
    first = next((place for place, at in enumerate(kept) if tree[at].text not in _STOPS), 0)
    return kept[first:]


def _subject_tokens(tree: Tree, top: int) -> tuple[int, ...]:
    """Return the subject of a verb: its own, or that of the verb that it is joined to ('came and left')."""
    own = tree.child(top, *SUBJECTS)
    if own is not None:
        return tuple(each for each in tree.subtree(own))
    if tree[top].rel is Rel.CONJ and is_clause(tree, tree[top].head) and _is_joined(tree, top):
        return _subject_tokens(tree, tree[top].head)
    return ()


def _is_joined(tree: Tree, top: int) -> bool:
    """Tell whether a second verb is joined to the first by a word, itself or as one of a list: 'came, saw and left'."""
    return any(tree.children(each, Rel.CC) for each in (top, *tree.children(top, Rel.CONJ), *tree.children(tree[top].head, Rel.CONJ)))


def _shared_group(tree: Tree, top: int) -> tuple[int, ...]:
    """Return the auxiliaries that a second verb shares with the first: 'was' for 'charged' in 'was held and charged'."""
    if tree[top].rel is not Rel.CONJ or tree.children(top, *_GROUP) or tree[top].form in {Form.PAST, Form.PRESENT}:
        return ()
    return tree.children(tree[top].head, *_GROUP)
