"""An event that a sentence only brings up by a noun, as a line of its own: 'Japan's earthquake', 'The bombing of a Fife depot'.

In: a Frame whose predicate is a noun, its Telling. Out: a Headline; without a line where the noun's phrase does not name what it was.
"""

from __future__ import annotations

from itertools import takewhile

from generator.extract.discourse.phrases import core, is_title
from generator.extract.headlines.line import QUOTES, Line
from generator.extract.headlines.referring import placed
from generator.extract.headlines.seams import seam_in
from generator.extract.headlines.telling import Headline, Telling
from generator.model.frame import Frame
from generator.model.story import Story
from generator.model.timex import Step
from generator.model.tree import Form, Rel, Tree, Upos

BY_THE_WAY = "brought up by the way"
_FEWEST, _MOST = 3, 16
"""Words of such a line."""
_BEHIND = frozenset({Rel.NMOD, Rel.OBL, Rel.ACL})
_CLOSES = frozenset({Upos.NOUN, Upos.PROPN, Upos.NUM})
_BARE = frozenset({Upos.PUNCT, Upos.DET, Upos.ADP, Upos.PART})


def named_event(frame: Frame, telling: Telling) -> Headline:
    """Return the phrase of a noun, without its date, where it stands whole and names somebody or a place."""
    tree, at = frame.tree, frame.predicate
    line = _line(tree, at, telling)
    if line is None:
        return Headline("", fault=BY_THE_WAY)
    done = placed(line, telling)
    wrong = done.fault or seam_in(line, telling)
    if wrong or not _FEWEST <= done.line.count() <= _MOST:
        return Headline("", fault=wrong or BY_THE_WAY)
    return Headline(done.line.printed(), done.line.spans(), (Step("headline", "what the sentence brings up by a noun"), *done.steps))


def _line(tree: Tree, at: int, telling: Telling) -> Line | None:
    words = core(tree, at)
    dated = {each for span in telling.own for each in tree.inside(span)}
    if words[-1] != at or tree[at].upos is not Upos.NOUN or _is_torn(tree, words, telling.story) or _is_doubted(tree, at, telling.story):
        return None
    phrase = words
    for child in tree.children(at):
        part = tuple(each for each in tree.subtree(child) if tree[each].upos is not Upos.PUNCT)
        if child < at or not set(part) - dated or tree[child].rel not in _BEHIND or not _follows(part, phrase[-1], dated):
            continue
        phrase = (*phrase, *part)
    if phrase[0] > 1 and tree[phrase[0] - 1].upos in {Upos.ADP, Upos.SCONJ} and phrase[0] - 2 in dated:
        return None  # 'two days after the flood' is not the day of the flood
    kept = tuple(each for each in phrase if each not in dated and not _is_of_date(tree, each, dated))
    shown = [tree[each] for each in kept]
    if not kept or any(token.text in QUOTES | {","} or token.form in {Form.PAST, Form.PRESENT} for token in shown):
        return None
    names = any(token.upos is Upos.PROPN and token.index not in dated for token in shown)
    opens = shown[0].upos not in {Upos.PRON, Upos.ADP} and shown[0].text not in {"'s", "’s"}
    others = any(span.overlaps(token.span) for span in telling.others for token in shown)
    return Line(tree, at, kept) if names and opens and not others and shown[-1].upos in _CLOSES else None


def _is_torn(tree: Tree, words: tuple[int, ...], story: Story) -> bool:
    """Tell whether a phrase begins within a name ('House of | Representatives hearing'), or is a person before what he does."""
    inner = (
        words[0] > 1 and tree[words[0]].upos is Upos.PROPN and tree[words[0] - 1].upos is Upos.ADP and tree[words[0] - 2].upos is Upos.PROPN
    )
    owned = any(tree[each].text in {"'s", "’s", "'", "’"} for each in words)
    return inner or (not owned and any(is_title(tree[each].text, story) and tree[each + 1].upos is Upos.PROPN for each in words[:-1]))


def _is_doubted(tree: Tree, at: int, story: Story) -> bool:
    """Tell whether the sentence denies it: 'no chance of a strike'."""
    denying = story.of("no") | story.of("not")
    nouns = takewhile(lambda each: tree[each].upos is Upos.NOUN, (at, *tree.ancestors(at)))
    return any(tree[each].lemma in denying for above in nouns for each in tree.children(above, Rel.DET, Rel.ADVMOD))


def _follows(part: tuple[int, ...], last: int, dated: set[int]) -> bool:
    """Tell whether a part of a phrase stands right behind what was kept, but for the date."""
    return all(each in dated for each in range(last + 1, part[0])) and part == tuple(range(part[0], part[-1] + 1))


def _is_of_date(tree: Tree, at: int, dated: set[int]) -> bool:
    """Tell whether a small word only links the date, or is its possessive mark: 'in' of 'in May', '’s' of 'May’s'."""
    return tree[at].upos in _BARE and tree[at].head in dated
