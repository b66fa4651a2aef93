"""What is no part of a sentence and was read as one with it: headings, captions, a second sentence, the codes of shares.

In: a Line, its Telling. Out: the fault in a few words, empty where there is none.
"""

from __future__ import annotations

from itertools import pairwise

from generator.extract.discourse.phrases import is_role_word, is_ticker
from generator.extract.headlines.line import Line
from generator.extract.headlines.pronouns import in_title
from generator.extract.headlines.telling import Telling
from generator.model.tree import Rel, Tree, Upos

_CLOSED = frozenset({Upos.DET, Upos.PRON, Upos.ADP, Upos.SCONJ, Upos.AUX, Upos.CCONJ})
_ROLES = frozenset({Rel.COMPOUND, Rel.FLAT, Rel.APPOS, Rel.AMOD, Rel.NMOD})
_MARKS = frozenset({"[", "]", "#", "..", "*", "|", "::", ";"})
"""Marks of a page or of a text that lost its letters, in no sentence."""
_HEADING = 5
"""A word of so many capitals before a name is the end of a heading."""


def seam_in(line: Line, telling: Telling, *, whole: bool = True) -> str:
    """Return what is glued to a line, or nothing: a heading or caption, another sentence, a code.

    Of the *whole* sentence a seam anywhere counts, for its tree is then not to be trusted; else one inside the line.
    """
    tree = line.tree
    last = max((at for at in line.kept if tree[at].upos is not Upos.PUNCT), default=-1)
    if any(tree[at].text == "." and at < last for at in line.kept):
        return "two sentences in one"
    if any(tree[at].text in _MARKS or (tree[at].text.isupper() and _is_code(tree, at, telling.text)) for at in line.kept):
        return "it has the page's own marks in it"
    if whole:
        if "seam" not in tree.memo:
            tree.memo["seam"] = any(_is_seam(tree, at, at + 1, telling) for at in range(len(tree) - 1))
        seam = tree.memo["seam"]
    else:
        seam = any(_is_seam(tree, at, at + 1, telling) for at in range(len(tree) - 1) if {at, at + 1} <= line.has)
    glued = seam or _opens_with_heading(line, telling) or any(_is_glued(line, one, other) for one, other in pairwise(line.kept))
    return "something is glued to it" if glued else ""


def last_seam(line: Line, before: int, telling: Telling) -> int:
    """Return where the sentence begins that was read as one with a heading or caption, no later than a token; 0 where none was."""
    tree = line.tree
    seams = [each for each in range(1, before + 1) if _is_seam(tree, each - 1, each, telling) or _is_glued(line, each - 1, each)]
    return max(seams, default=0)


def without_codes(tree: Tree, kept: tuple[int, ...], text: str) -> tuple[int, ...]:
    """Return tokens without the codes of shares and indices, and the marks that are part of them: 'Arden Steel (ARD.N)'."""
    if "codes" not in tree.memo:
        shares = {each for token in tree if _is_share(tree, token.index) for each in _bracketed(tree, token.index)}
        marked = (token.index for token in tree if _is_code(tree, token.index, text))
        indices = {each for at in marked for each in (at - 1, at) if tree[each].text == "." or each == at}
        tree.memo["codes"] = shares | indices
    codes = tree.memo["codes"]
    return tuple(each for each in kept if each not in codes) if codes else kept


def _is_share(tree: Tree, at: int) -> bool:
    """Tell whether a word is the code of a share; one as short as initials ('MS.N') only behind a bracket."""
    word = tree[at].text
    short = at > 0 and tree[at - 1].text == "(" and word.isupper() and word[-2:-1] == "." and "." not in word[:-2]
    return is_ticker(word) or short


def _bracketed(tree: Tree, at: int) -> tuple[int, ...]:
    """Return a token with the brackets that stand round it alone."""
    inside = 0 < at < len(tree) - 1 and tree[at - 1].text == "(" and tree[at + 1].text == ")"
    return (at - 1, at, at + 1) if inside else (at,)


def _is_code(tree: Tree, at: int, text: str) -> bool:
    """Tell whether a word is the code of an index, with a stop before it: '.FIFE'."""
    start = tree[at].span.start
    return text[max(0, start - 2) : start] in {" .", "\n."} and tree[at].text.isupper()


def _opens_with_heading(line: Line, telling: Telling) -> bool:
    """Tell whether a line begins with the end of a heading in capitals, or with a stamp: 'FORECASTS Hale said', 'BST Police said'."""
    tree, opening = line.tree, line.tree[line.kept[0]]
    if opening.upos is Upos.PROPN and opening.text.isupper() and opening.text.lower() in telling.story.not_names:
        return True
    if not opening.text.isupper() or len(opening.text) < _HEADING or line.kept[1:2] != (opening.index + 1,):
        return False
    behind = tree[opening.index + 1].text
    return behind[:1].isupper() and not behind.isupper()


def _is_glued(line: Line, one: int, other: int) -> bool:
    """Tell whether a small word has a capital in mid-line, and is in no name: 'Prince of Fife', but 'the port They left'."""
    tree, token = line.tree, line.tree[other]
    plain = token.text[:1].isupper() and token.upos in _CLOSED and not token.text.isupper() and tree[one].upos is not Upos.PUNCT
    inner = token.upos in {Upos.DET, Upos.ADP} and other + 1 in line.has and tree[other + 1].text[:1].isupper()
    named = (inner and tree[one].upos in {Upos.PROPN, Upos.VERB, Upos.ADP}) or in_title(tree, other)
    return other == one + 1 and plain and not named


def _is_seam(tree: Tree, one: int, other: int, telling: Telling) -> bool:
    """Tell whether a noun and a name meet that do not belong together: the end of a heading and the beginning of a sentence."""
    if tree[one].upos is not Upos.NOUN or not tree[one].text.islower() or not tree[other].text[:1].isupper():
        return False
    if tree[other].upos is Upos.ADJ:  # '… its efforts | Fifan crews left'
        return any(
            min(tree.subtree(each)) == other for each in [tree[other].head] if each >= 0 and tree[each].rel in {Rel.NSUBJ, Rel.NSUBJ_PASS}
        )
    if tree[other].upos is not Upos.PROPN:
        return tree[other].upos in {Upos.NOUN, Upos.NUM, Upos.ADV, Upos.VERB} and tree[other].text[1:].islower()
    if any(letter.isdigit() for letter in tree[other].text):
        return False  # 'the virus H5N1'
    dated = any(span.contains(tree[each].span) for span in (*telling.own, *telling.others) for each in (one, other))
    kinds = telling.story.of("firm_words") | telling.story.of("ventures")
    if (is_role_word(tree[one], telling.story) or tree[one].lemma in kinds) and not _opens_subject(tree, other):
        return False  # 'the drugmaker Arden', however it was read
    related = one in tree.subtree(other) or other in tree.subtree(one)
    between = {tree[other].head, *tree.ancestors(other)} & {tree[one].head}
    return not dated and not (related and (tree[one].rel in _ROLES or tree[other].rel in _ROLES or between))


def _opens_subject(tree: Tree, at: int) -> bool:
    """Tell whether a clause's subject begins with a word: the end of a heading may stand before it."""
    return any(tree[each].rel.main is Rel.NSUBJ and min(tree.subtree(each)) == at for each in (at, *tree.ancestors(at)))
