"""The structure of a sentence: a dependency tree in the names of Universal Dependencies (version 2).

In: nothing; these are nouns. ``extract/syntax`` makes a Tree once for a sentence, whoever reads it; everything above asks arcs and lemmas.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from generator.model.span import Span

ROOT = -1
"""The head of a word that hangs on no other."""


class Upos(StrEnum):
    """The universal parts of speech."""

    ADJ = "ADJ"
    ADP = "ADP"
    ADV = "ADV"
    AUX = "AUX"
    CCONJ = "CCONJ"
    DET = "DET"
    INTJ = "INTJ"
    NOUN = "NOUN"
    NUM = "NUM"
    PART = "PART"
    PRON = "PRON"
    PROPN = "PROPN"
    PUNCT = "PUNCT"
    SCONJ = "SCONJ"
    SYM = "SYM"
    VERB = "VERB"
    X = "X"


class Form(StrEnum):
    """The form of a word, as far as anything here asks for it (UD's VerbForm, Tense and Number in one)."""

    NONE = ""
    PAST = "past"
    """A finite verb in the past: 'announced'."""
    PRESENT = "present"
    """A finite verb in the present, and the imperative: 'says'."""
    FUTURE = "future"
    """A finite verb in a future of its own: 'abrirá'; English has none."""
    CONDITIONAL = "conditional"
    """A finite verb that tells what is not or would be: 'abriría', 'hätte'; English has none."""
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"
    """A past or passive participle: 'was announced'."""
    GERUND = "gerund"
    """A present participle or gerund: 'announcing'."""
    SINGULAR = "singular"
    PLURAL = "plural"


class Rel(StrEnum):
    """The universal relations, and those subtypes that something here asks for; others are read as their main type."""

    ACL = "acl"
    ACL_RELCL = "acl:relcl"
    ADVCL = "advcl"
    ADVMOD = "advmod"
    AMOD = "amod"
    APPOS = "appos"
    AUX = "aux"
    AUX_PASS = "aux:pass"
    CASE = "case"
    CC = "cc"
    CCOMP = "ccomp"
    CLF = "clf"
    COMPOUND = "compound"
    COMPOUND_PRT = "compound:prt"
    CONJ = "conj"
    COP = "cop"
    CSUBJ = "csubj"
    CSUBJ_PASS = "csubj:pass"
    DEP = "dep"
    DET = "det"
    DISCOURSE = "discourse"
    DISLOCATED = "dislocated"
    EXPL = "expl"
    FIXED = "fixed"
    FLAT = "flat"
    GOESWITH = "goeswith"
    IOBJ = "iobj"
    LIST = "list"
    MARK = "mark"
    NMOD = "nmod"
    NMOD_POSS = "nmod:poss"
    NMOD_UNMARKED = "nmod:unmarked"
    NSUBJ = "nsubj"
    NSUBJ_PASS = "nsubj:pass"
    NUMMOD = "nummod"
    OBJ = "obj"
    OBL = "obl"
    OBL_AGENT = "obl:agent"
    OBL_UNMARKED = "obl:unmarked"
    """An oblique without a preposition, mostly of time: 'resigned *Monday*' (older treebanks: obl:tmod, obl:npmod)."""
    ORPHAN = "orphan"
    PARATAXIS = "parataxis"
    PUNCT = "punct"
    REPARANDUM = "reparandum"
    ROOT = "root"
    VOCATIVE = "vocative"
    XCOMP = "xcomp"

    @property
    def main(self) -> Rel:
        """The relation without its subtype."""
        return _MAIN[self]


_MAIN = {rel: Rel(rel.value.partition(":")[0]) for rel in Rel}
"""Made once: trees ask for it at every arc."""


_LEANING = frozenset({Upos.ADP, Upos.DET, Upos.SCONJ})
"""What leans on a word behind it."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a sentence: where it stands, what it is, and which word it hangs on (``head``, an index, ROOT for none)."""

    index: int
    span: Span
    text: str
    lemma: str
    upos: Upos
    form: Form
    head: int
    rel: Rel


@dataclass(frozen=True, slots=True)
class Tree:
    """The tokens of one sentence (``sentence`` is its number in the article) and the arcs between them.

    Every index that is asked for must be one of the tree's. Arcs never run in a circle: ``tree_of`` sees to it.
    """

    sentence: int
    tokens: tuple[Token, ...]
    memo: dict[Hashable, Any] = field(init=False, repr=False, compare=False, default_factory=dict)
    """What readers of the tree found out once and ask for again; a key begins with the reader's name."""
    _children: tuple[tuple[int, ...], ...] = field(init=False, repr=False, compare=False)
    _below: dict[int, tuple[int, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Gather the children of every token, in the order of the text."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != ROOT:
                below[token.head].append(token.index)
        object.__setattr__(self, "_children", tuple(map(tuple, below)))

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @property
    def root(self) -> int:
        """The first word that hangs on no other."""
        return next((token.index for token in self.tokens if token.head == ROOT), 0)

    @property
    def span(self) -> Span:
        """From the first token to the last."""
        return Span(self.tokens[0].span.start, self.tokens[-1].span.end)

    def children(self, index: int, *rels: Rel) -> tuple[int, ...]:
        """Return what hangs on a token directly, in the order of the text; with *rels*, only by one of these (or a subtype of one)."""
        below = self._children[index]
        if not rels or not below:
            return below
        tokens, found = self.tokens, []
        for each in below:
            rel = tokens[each].rel
            if rel in rels or _MAIN[rel] in rels:
                found.append(each)
        return tuple(found)

    def child(self, index: int, *rels: Rel) -> int | None:
        """Return the first such child, or None."""
        below = self.children(index, *rels)
        return below[0] if below else None

    def subtree(self, index: int, without: frozenset[Rel] = frozenset()) -> tuple[int, ...]:
        """Return a token and all that hangs on it, in the order of the text, leaving out branches that hang by one of *without*."""
        if not without and index in self._below:
            return self._below[index]
        found, stack = [], [index]
        while stack:
            at = stack.pop()
            found.append(at)
            below = self._children[at]
            stack += [each for each in below if self.tokens[each].rel not in without] if without else below
        found.sort()
        if without:
            return tuple(found)
        self._below[index] = tuple(found)
        return self._below[index]

    def phrase(self, index: int, without: frozenset[Rel] = frozenset()) -> Span:
        """Return the stretch of text from the first to the last word of a subtree."""
        inside = self.subtree(index, without)
        return Span(self.tokens[inside[0]].span.start, self.tokens[inside[-1]].span.end)

    def ancestors(self, index: int) -> Iterator[int]:
        """Yield the heads above a token, nearest first."""
        head = self.tokens[index].head
        while head != ROOT:
            yield head
            head = self.tokens[head].head

    def path(self, index: int, above: int) -> tuple[Rel, ...] | None:
        """Return the relations from a token up to one above it, lowest first; None where it does not hang below it."""
        rels = []
        at = index
        while at not in {above, ROOT}:
            rels.append(self.tokens[at].rel)
            at = self.tokens[at].head
        return tuple(rels) if at == above else None

    def inside(self, span: Span) -> tuple[int, ...]:
        """Return the tokens that lie in a stretch of text, at least in part."""
        return tuple(token.index for token in self.tokens if token.span.start < span.end and span.start < token.span.end)

    def head_of(self, span: Span) -> int | None:
        """Return the head of a stretch of text: its first word that hangs on a word outside it; None where no word stands there.

        A preposition or an article that belongs to what comes behind ('after the May [vote]') is its head only where nothing else is.
        """
        inside = self.inside(span)
        within = set(inside)
        tops = [each for each in inside if self.tokens[each].head not in within and self.tokens[each].upos is not Upos.PUNCT]
        return next((each for each in tops if self.tokens[each].upos not in _LEANING), tops[0] if tops else None)


def tree_of(sentence: int, tokens: tuple[Token, ...]) -> Tree:
    """Make a tree of tokens as a reader or a file gave them, whatever their heads are.

    One word is above all others: the first that hangs on none (else the first of all). Every other token that does not hang below it,
    over however many arcs (a second root, a circle, a head that is no token), is hung on it as ``dep``.
    """
    if not tokens:
        return Tree(sentence, ())
    top = next((token.index for token in tokens if token.head == ROOT), 0)
    if tokens[top].head == ROOT and tokens[top].rel is Rel.ROOT and _all_hang([token.head for token in tokens], top):
        return Tree(sentence, tokens)
    mended = [replace(token, head=ROOT, rel=Rel.ROOT) if token.index == top else token for token in tokens]
    hanging = {top, ROOT}
    for token in tokens:
        way = _way_up(mended, token.index, hanging)
        last = way[-1] if way else None
        if last is not None and (mended[last].head == ROOT or mended[last].head not in hanging):
            mended[last] = replace(mended[last], head=top, rel=Rel.DEP)
        hanging.update(way)
    return Tree(sentence, tuple(mended))


def _all_hang(heads: list[int], top: int) -> bool:
    """Tell whether every word hangs below the top already, over however many arcs."""
    hanging = {top}
    for index in range(len(heads)):
        at = index
        way: list[int] = []
        while at not in hanging:
            if not 0 <= at < len(heads) or len(way) > len(heads):
                return False
            way.append(at)
            at = heads[at]
        hanging.update(way)
    return True


def _way_up(tokens: list[Token], index: int, hanging: set[int]) -> list[int]:
    """Return the tokens from *index* up to where something hangs already, or where the way ends or closes a circle."""
    way: list[int] = []
    seen: set[int] = set()
    while index not in hanging and index not in seen and 0 <= index < len(tokens):
        way.append(index)
        seen.add(index)
        index = tokens[index].head
    return way
