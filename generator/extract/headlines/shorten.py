"""Leave out of a line what nothing needs, the cheapest first.

In: a Root, its Telling. Out: the line as it stands after each step, with what it cost.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.extract.headlines.line import Line
from generator.extract.headlines.roots import Root
from generator.extract.headlines.rows import ALWAYS, MAY_LEAVE, Row, leaves_always, row_of
from generator.extract.headlines.seams import without_codes
from generator.extract.headlines.shape import Shape, shape_of
from generator.extract.headlines.telling import Telling
from generator.model.story import Story
from generator.model.timex import Step
from generator.model.tree import Form, Rel, Tree, Upos

_WITH_A_DATE = frozenset({Rel.CASE, Rel.DET, Rel.MARK, Rel.PUNCT})
_BEHIND_DATES = frozenset({Upos.PUNCT, Upos.CCONJ, Upos.SCONJ})
_BEFORE_DATES = frozenset({Upos.PROPN, Upos.NOUN, Upos.VERB, Upos.PRON, Upos.ADV, Upos.NUM})
_NEEDED = frozenset({Rel.OBJ, Rel.NSUBJ, Rel.NSUBJ_PASS})
_PAIRED = frozenset({",", "-", "–", "—", "--", "(", ")"})


_Seen = dict[tuple[tuple[int, ...], float], list[tuple[float, int, int]]]
"""What may leave a line at a cost, by the tokens that it has."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A line after some steps, and what these have cost in all."""

    line: Line
    cost: float
    steps: tuple[Step, ...] = ()


def cuts(root: Root, telling: Telling, own: frozenset[int]) -> Iterator[Cut]:
    """Yield the line without what leaves every line, then ever shorter; *own* are the tokens of the frame's date."""
    told = replace(root.line, kept=_opened(root.line.tree, telling.story, without_codes(root.line.tree, root.line.kept, telling.text)))
    now = Cut(told, root.cost, (Step("headline", root.name),))
    if root.dated:
        now = _undated(now, own, telling, root)
    elif root.whole:
        now = _unstamped(now, own, telling)
    now = _unsaid(now, own, telling)
    seen: _Seen = {}
    for cut in _shortened(now, root, telling, seen, most=ALWAYS):
        now = cut
    yield now
    if not root.whole:
        yield from _shortened(now, root, telling, seen)


def may_leave(token: int, root: Root) -> bool:
    """Tell whether a token may ever be left out: it stands in brackets, or in a constituent that is none of what has to stay."""
    tree = root.line.tree
    if any(tree[at].text == "(" for at in root.line.kept):
        return True
    parts = (each for each in (token, *tree.ancestors(token)) if tree[each].rel in MAY_LEAVE and each != root.line.root)
    return any(root.must.isdisjoint(tree.subtree(each)) for each in parts)


def _opened(tree: Tree, story: Story, kept: tuple[int, ...]) -> tuple[int, ...]:
    """Return tokens from behind the word that joins them to what stood before: 'and', 'but'."""
    return kept[1:] if kept and tree[kept[0]].lemma.lower() in story.coordinators else kept


def _shortened(now: Cut, root: Root, telling: Telling, seen: _Seen, most: float = math.inf) -> Iterator[Cut]:
    """Yield the line after each thing left out that costs no more than *most*, the cheapest first; looked for again when all are gone."""
    queue = _leaving(now.line, root, telling, seen, most)
    while queue:
        _, _, head = queue.pop(0)
        found = _row_for(now.line, head, root, telling)
        if found is not None and found[0].cost <= most:
            now = _cut(now, *found, telling)
            yield now
            queue = queue or _leaving(now.line, root, telling, seen, most)


def _leaving(line: Line, root: Root, telling: Telling, seen: _Seen, most: float) -> list[tuple[float, int, int]]:
    """Return what may leave a line: the cost, the length (as less than nothing: of equals the longest first), the head."""
    if (line.kept, most) not in seen:
        tree, story = line.tree, telling.story
        if any(tree[at].text == "(" for at in line.kept):
            heads = line.kept
        elif most <= ALWAYS:
            heads = tuple(at for at in line.kept if leaves_always(tree[at], story))
        else:
            heads = tuple(at for at in line.kept if tree[at].rel in MAY_LEAVE)
        found = [(_row_for(line, head, root, telling), head) for head in heads]
        told = sorted((each[0].cost, -len(each[1].inside), head) for each, head in found if each is not None)
        seen[line.kept, most] = [each for each in told if each[0] <= most]
    return list(seen[line.kept, most])


def _row_for(line: Line, head: int, root: Root, telling: Telling) -> tuple[Row, Shape] | None:
    """Return the row by which a constituent may leave a line, and how it stands there."""
    if head in root.must or head == line.root or not root.must.isdisjoint(line.tree.subtree(head)):
        return None
    shape = shape_of(line, head, telling.story)
    if shape is None or not root.must.isdisjoint(shape.inside):
        return None
    row = row_of(shape)
    return (row, shape) if row is not None else None


def _cut(now: Cut, row: Row, shape: Shape, telling: Telling) -> Cut:
    out = frozenset({*shape.inside, *_marks(now.line, shape)})
    words = _words(now.line.tree, shape.inside, telling.text)
    return Cut(now.line.without(out), now.cost + row.cost, (*now.steps, Step("left out", f"{row.name}: “{words}”")))


def _marks(line: Line, shape: Shape) -> set[int]:
    """Return the marks that go with a constituent: both that set it off in mid-line, the one that parts it at either end, its brackets.

    One stays where another aside follows at once, or where what is left on both sides needs it.
    """
    tree = line.tree
    places = {at: place for place, at in enumerate(line.kept)}
    first, last = places[shape.inside[0]], places[shape.inside[-1]]
    before = line.kept[first - 1] if first else None
    behind = line.kept[last + 1] if last + 1 < len(line.kept) else None
    opened = before is not None and tree[before].text in _PAIRED
    closed = behind is not None and tree[behind].text in _PAIRED
    if shape.bracketed:
        return {each for each in (before, behind) if each is not None}
    if shape.rel is Rel.CONJ:
        return {before} if opened and before is not None else set()
    if opened and closed and before is not None and behind is not None:
        if _opens_attribution(line, line.kept[last + 2 :], shape):
            return {before}
        follows = any(
            other is not None and other.apart and other.inside[0] == line.kept[last + 2] and _goes_on(other, shape)
            for head in line.kept[last + 2 : last + 3]
            for other in (shape_of(line, _top(tree, head, line), shape.story),)
        )
        return {before} if follows else {before, behind}
    if opened and before is not None and (behind is None or tree[behind].upos is Upos.PUNCT):
        return {before}
    return {behind} if closed and behind is not None and first == 0 else set()


def _opens_attribution(line: Line, rest: tuple[int, ...], shape: Shape) -> bool:
    """Tell whether who says so stands behind an aside, and needs the mark before it."""
    tree = line.tree
    for at in rest:
        if any(subject < rest[0] for subject in tree.children(at, Rel.NSUBJ)):
            continue  # 'Hale, meanwhile, said'
        if tree[at].lemma in shape.story.reporting | shape.story.of("showing"):
            opens = {at, *(min(tree.subtree(subject)) for subject in tree.children(at, Rel.NSUBJ))}
            if rest[0] in opens:
                return True
    return False


def _goes_on(other: Shape, shape: Shape) -> bool:
    """Tell whether the constituent behind an aside is set off by the aside's closing mark itself: a clause, no 'about …'."""
    return other.head not in shape.tree.subtree(shape.head) and other.rel in {Rel.ADVCL, Rel.ACL, Rel.ACL_RELCL, Rel.PARATAXIS, Rel.CONJ}


def _top(tree: Tree, token: int, line: Line) -> int:
    """Return the head of the largest constituent that begins with a token and is no more than a part of the line."""
    at = token
    while (above := tree[at].head) >= 0 and above != line.root and min(tree.subtree(above)) == token:
        at = above
    return at


def _undated(now: Cut, own: frozenset[int], telling: Telling, root: Root) -> Cut:
    """Leave out the date of the main verb, where its words are a constituent: the entry shows it."""
    tree, line = now.line.tree, now.line
    links = {tree[each].lemma for at in own for each in tree.children(at, Rel.CASE, Rel.MARK)}
    if any(each in line.has and each not in own for at in own for each in tree.children(at, Rel.CONJ)):
        return now  # 'on Thursday and Friday'
    if links & telling.story.of("date_limits"):
        return now
    if any(tree[at].rel in _NEEDED and tree[at].head not in own for at in own):
        return now  # 'spent four months'
    stamp = _stamp(line, own) or _between(line, own, telling)
    if stamp:
        return _left_out(now, stamp, telling)
    for head in sorted(own, key=lambda each: len(list(tree.ancestors(each)))):
        below = tree.subtree(head)
        if head not in line.kept or any(each not in own and tree[each].rel not in _WITH_A_DATE and each in line.kept for each in below):
            continue
        if not _is_of_main(tree, head, root):
            continue
        shape = shape_of(line, head, telling.story)
        if shape is None:
            continue
        return _left_out(now, (*shape.inside, *_marks(line, shape)), telling)
    return now


def _stamp(line: Line, own: frozenset[int]) -> tuple[int, ...]:
    """Return the date that opens a line, with the mark behind it: 'On Monday, police …', '8 May 2011 Police …'."""
    tree = line.tree
    places = [place for place, at in enumerate(line.kept) if at in own]
    first = places[0] if places else -1
    opens = first == 0 or (first == 1 and tree[line.kept[0]].rel is Rel.CASE)
    if not opens or places[-1] - first + 1 != len(places):
        return ()
    behind = line.kept[places[-1] + 1 : places[-1] + 2]
    mark = behind if behind and tree[behind[0]].text in _PAIRED else ()
    below = {at for at in line.kept if at not in own and tree[at].head in own and at > line.kept[first] and tree[at].upos is not Upos.PUNCT}
    return () if below else (*line.kept[: places[-1] + 1], *mark)


def _unstamped(now: Cut, own: frozenset[int], telling: Telling) -> Cut:
    """Leave out a date that is no part of the sentence but a label before it: '8 May 2011 - Police …'."""
    stamp = _stamp(now.line, own)
    labels = bool(stamp) and now.line.tree[stamp[-1]].text in _PAIRED - {","}
    return _left_out(now, stamp, telling) if labels else now


def _left_out(now: Cut, tokens: tuple[int, ...], telling: Telling) -> Cut:
    step = Step("left out", f"its own date, which the entry shows: “{_words(now.line.tree, tuple(sorted(tokens)), telling.text)}”")
    return replace(now, line=now.line.without(frozenset(tokens)), steps=(*now.steps, step))


def _is_of_main(tree: Tree, head: int, root: Root) -> bool:
    """Tell whether a date hangs on the main verb, or only stands behind a noun of its clause ('officials on Monday closed …')."""
    above = tree[head].head
    if above in root.must or (tree[above].rel is Rel.CONJ and tree[above].head == root.line.root):
        return True
    beside = any(tree[each].lemma == "on" for each in tree.children(head, Rel.CASE)) or tree[head].rel is Rel.NMOD_UNMARKED
    return beside and tree[above].head == root.line.root and tree[above].upos in {Upos.NOUN, Upos.PROPN}


def _unsaid(now: Cut, own: frozenset[int], telling: Telling) -> Cut:
    """Leave out when somebody said so, where the entry is dated by what was said: a reader would take it for the entry's day."""
    tree = now.line.tree
    for span in telling.others:
        head = tree.head_of(span)
        if head is None or head not in now.line.kept or tree[head].head < 0:
            continue
        below = tree.subtree(head)
        spoken = tree[tree[head].head].lemma in telling.story.reporting
        alone = all(span.contains(tree[each].span) or tree[each].rel in _WITH_A_DATE for each in below)
        shape = shape_of(now.line, head, telling.story)
        whole = set(tree.inside(span)) <= set(below)
        if spoken and alone and whole and shape is not None and not own.intersection(below):
            words = _words(tree, shape.inside, telling.text)
            step = Step("left out", f"another day than the entry’s: “{words}”")
            now = replace(now, line=now.line.without(frozenset({*shape.inside, *_marks(now.line, shape)})), steps=(*now.steps, step))
    return now


def _between(line: Line, own: frozenset[int], telling: Telling) -> tuple[int, ...]:
    """Return the date, with its preposition, that ends a line or stands before a mark or a joining word, whatever it was hung on."""
    tree = line.tree
    places = [place for place, at in enumerate(line.kept) if at in own]
    if not places or places[-1] - places[0] + 1 != len(places):
        return ()
    first, last = places[0], places[-1]
    if first and tree[line.kept[first - 1]].rel is Rel.ADVMOD and tree[line.kept[first - 1]].head in own:
        return ()  # 'just a month ago'
    if first and tree[line.kept[first - 1]].lemma in telling.story.of("date_links") and tree[line.kept[first - 1]].rel is Rel.CASE:
        first -= 1
    if first and tree[line.kept[first - 1]].text.lower() in telling.story.of("back"):
        first -= 1  # 'back in May'
    behind = tree[line.kept[last + 1]] if last + 1 < len(line.kept) else None
    before = tree[line.kept[first - 1]] if first else None
    opens = behind is not None and (behind.upos in {Upos.ADP, Upos.PART} or behind.form is Form.GERUND)
    goes_on = opens and behind is not None and behind.lemma not in telling.story.of("of") and behind.text[:1] not in "'’"
    others = {at for span in telling.others for at in tree.inside(span)}
    if first and tree[line.kept[first - 1]].lemma in telling.story.of("date_limits"):
        return ()  # a 'since' that was hung elsewhere
    if behind is not None and behind.upos is Upos.CCONJ and (behind.index + 1 in others or _is_joined(tree, behind.index + 1)):
        return ()  # 'in May and June', 'over the next days and weeks'
    ends = behind is None or behind.upos in _BEHIND_DATES or goes_on
    return line.kept[first : last + 1] if ends and before is not None and before.upos in _BEFORE_DATES else ()


def _is_joined(tree: Tree, at: int) -> bool:
    """Tell whether a noun behind 'and' is no subject of another clause, but one more of what stood before."""
    return at < len(tree) and tree[at].upos in {Upos.NOUN, Upos.NUM, Upos.PROPN} and tree[at].rel.main is not Rel.NSUBJ


def _words(tree: Tree, tokens: tuple[int, ...], text: str) -> str:
    return " ".join(text[tree[tokens[0]].span.start : tree[tokens[-1]].span.end].split())
