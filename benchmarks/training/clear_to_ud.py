"""Bring a spaCy tree (the labels of ClearNLP) into the relations of Universal Dependencies.

In: the words of a sentence with ClearNLP's labels. Out: the same words with UD's heads and relations.
The steps, each over the whole sentence: one root; a preposition's object takes its place; a currency sign heads its amount; a day between a
subject and its verb is the verb's; conjuncts hang on the first; a predicate heads its form of "be". What is left is a change of names.
"""

from __future__ import annotations

from dataclasses import dataclass, field

CLAUSES = frozenset({"root", "conj", "ccomp", "advcl", "acl:relcl", "xcomp", "parataxis", "acl"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
_MODALS = frozenset({"will", "can", "may", "must"})
_PERIODS = frozenset({"week", "month", "year", "night", "morning", "afternoon", "evening", "day"})
_WHICH = frozenset({"last", "this", "next", "earlier", "that", "same"})
_DAYS = frozenset(
    [
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tomorrow", "january"),
        *("february", "march", "april", "june", "july", "august", "september", "october", "november", "december"),
        *("jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec."),
    ]
)
_NAMES = {
    **{name: name for name in ("nsubj", "csubj", "det", "amod", "advmod", "punct", "cc", "conj", "aux", "advcl", "ccomp", "xcomp", "acl")},
    **{name: name for name in ("appos", "nummod", "compound", "mark", "expl", "parataxis", "cop", "dep", "case")},
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "dobj": "obj",
    "auxpass": "aux:pass",
    "relcl": "acl:relcl",
    "prt": "compound:prt",
    "poss": "nmod:poss",
    "intj": "discourse",
    "meta": "discourse",
    "preconj": "cc",
    "predet": "det",
    "neg": "advmod",
    "oprd": "xcomp",
    "acomp": "xcomp",
    "attr": "xcomp",
    "dative": "iobj",
    "quantmod": "advmod",
    "pcomp": "ccomp",
}


@dataclass(slots=True)
class Clear:
    """A sentence in ClearNLP's labels, changed step by step. Heads are places from 0, -1 for the root."""

    low: list[str]
    lemma: list[str]
    upos: list[str]
    tag: list[str]
    head: list[int]
    dep: list[str]
    below: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        """Gather the children, and hang later roots beside the first."""
        roots = [at for at, head in enumerate(self.head) if head < 0]
        for root in roots[1:]:
            self.head[root], self.dep[root] = roots[0], "parataxis"
        self.below = [[] for _ in self.head]
        for at, head in enumerate(self.head):
            if head >= 0:
                self.below[head].append(at)

    def move(self, at: int, head: int) -> None:
        """Hang a word on another."""
        if self.head[at] >= 0:
            self.below[self.head[at]].remove(at)
        self.head[at] = head
        if head >= 0:
            self.below[head].append(at)
            self.below[head].sort()

    def deepest_first(self) -> list[int]:
        """Return the words, those farthest from the root first."""
        return sorted(range(len(self.head)), key=lambda at: -self._depth(at))

    def _depth(self, at: int) -> int:
        depth = 0
        while self.head[at] >= 0 and depth <= len(self.head):
            at, depth = self.head[at], depth + 1
        return depth

    def children(self, at: int, *deps: str) -> list[int]:
        """Return the children of a word by one of some labels."""
        return [each for each in self.below[at] if self.dep[each] in deps]


def to_ud(tree: Clear) -> list[tuple[int, str, str]]:
    """Return head, relation and universal tag of every word. Changes *tree*."""
    for step in (_prepositions, _money, _days, _conjuncts, _conjunctions, _copulas):
        step(tree)
    rels = [_relation(tree, at) for at in range(len(tree.head))]
    return [(tree.head[at], rel, _upos(tree, at, rel)) for at, rel in enumerate(rels)]


def _prepositions(tree: Clear) -> None:
    for at in tree.deepest_first():
        if tree.dep[at] not in {"prep", "agent", "dative"} or tree.upos[at] in {"NOUN", "PRON", "PROPN"}:
            continue
        inside = tree.children(at, "pobj", "pcomp")
        if not inside:
            continue
        inner, role = inside[0], tree.dep[at]
        verbal = tree.dep[inner] == "pcomp" and (
            tree.upos[inner] in {"VERB", "AUX"} or bool(tree.children(inner, "nsubj", "nsubjpass", "cop"))
        )
        tree.move(inner, tree.head[at])
        tree.dep[inner] = "+clause" if verbal else f"+{role}"
        tree.dep[at] = "mark" if verbal else "case"
        rest = list(tree.below[at])
        tree.move(at, inner)
        for each in rest:
            tree.move(each, inner)


def _money(tree: Clear) -> None:
    for at, low in enumerate(tree.low):
        amount = tree.head[at]
        is_sign = low.endswith("$") or low in {"£", "€", "¥"}
        if is_sign and amount > at and tree.dep[at] in {"quantmod", "nmod", "compound"} and tree.upos[amount] == "NUM":
            label = tree.dep[amount]
            tree.move(at, tree.head[amount])
            tree.dep[at], tree.upos[at] = label if label != "nummod" else "compound", "SYM"
            for each in list(tree.below[amount]):
                if tree.dep[each] != "compound":
                    tree.move(each, at)
            tree.move(amount, at)
            tree.dep[amount] = "nummod"


def _days(tree: Clear) -> None:
    for at in range(len(tree.head)):
        noun = tree.head[at]
        if noun < 0 or tree.dep[at] not in {"+prep", "npadvmod"} or not _is_day(tree, at):
            continue
        verb = tree.head[noun]
        if verb < 0 or tree.dep[noun] not in {"nsubj", "nsubjpass"} or tree.upos[noun] not in {"NOUN", "PROPN", "PRON"}:
            continue
        between = noun < at < verb and not any(each > at for each in tree.below[noun])
        before = at < noun < verb and not any(each < at for each in tree.below[noun])
        if tree.upos[verb] in {"VERB", "AUX"} and (between or before):
            tree.move(at, verb)


def _is_day(tree: Clear, at: int) -> bool:
    low = tree.low[at]
    return (
        low in _DAYS
        or (low in _PERIODS and any(tree.low[each] in _WHICH for each in tree.below[at]))
        or (low.isdigit() and len(low) == 4 and low[:2] in {"19", "20"})
    )


def _conjuncts(tree: Clear) -> None:
    for at in range(len(tree.head)):
        if tree.dep[at] == "conj":
            first, seen = tree.head[at], set[int]()
            while tree.dep[first] == "conj" and tree.head[first] >= 0 and first not in seen:
                seen.add(first)
                first = tree.head[first]
            if first not in {at, tree.head[at]}:
                tree.move(at, first)


def _conjunctions(tree: Clear) -> None:
    """Hang "and" and the commas of a row on the conjunct behind them."""
    for at in range(len(tree.head)):
        head = tree.head[at]
        if head < 0 or not (tree.dep[at] == "cc" or (tree.dep[at] == "punct" and tree.low[at] in {",", ";"})):
            continue
        first = tree.head[head] if tree.dep[head] == "conj" else head
        row = tree.children(first, "conj") if first >= 0 else []
        behind = [each for each in row if each > at]
        before = [first, *(each for each in row if each < at)][-1]
        if behind and at > min(first, head) and (tree.dep[at] == "cc" or head in {before, first}):
            tree.move(at, behind[0])


def _copulas(tree: Clear) -> None:
    for at in tree.deepest_first():
        if tree.dep[at] in {"aux", "auxpass"}:
            continue
        if tree.lemma[at] != "be":
            for each in tree.children(at, "acomp", "attr", "oprd"):
                tree.dep[each] = "xcomp"
        elif tree.children(at, "expl"):
            tree.upos[at] = "VERB"
            for each in tree.children(at, "attr"):
                tree.dep[each] = "nsubj"
        elif (predicate := _predicate(tree, at)) is None:
            tree.upos[at] = "VERB"
        else:
            label = tree.dep[at]
            tree.move(predicate, tree.head[at])
            tree.dep[predicate] = label
            for each in list(tree.below[at]):
                tree.move(each, predicate)
            tree.move(at, predicate)
            tree.dep[at], tree.upos[at] = "cop", "AUX"


def _predicate(tree: Clear, at: int) -> int | None:
    """Return what a form of "be" says of its subject: a noun or adjective, a question word, else a near phrase with a preposition."""
    named = tree.children(at, "attr", "acomp")
    for each in named:
        if each > at:
            return each
    for each in named:
        if tree.low[each] in {"what", "who", "how", "which"}:
            return each
    if not tree.children(at, "ccomp", "xcomp", "oprd"):
        for each in tree.children(at, "+prep"):
            if at < each <= at + 6 and not any(at < mark < each for mark in tree.children(at, "punct")):
                return each
    return None


def _relation(tree: Clear, at: int) -> str:
    head, label = tree.head[at], tree.dep[at]
    if head < 0:
        return "root"
    predicate = bool(tree.children(head, "cop"))
    noun = tree.upos[head] in _NOMINAL
    if label.startswith("+"):
        return _oblique(tree, at, label, noun=noun, predicate=predicate)
    possessive = tree.upos[at] == "PART" and tree.low[at] in {"'s", "'", "’s", "’"}
    special = {
        "case": "mark" if tree.upos[head] == "VERB" and not possessive else "case",
        "prep": "advmod" if tree.upos[head] != "X" else "dep",
        "agent": "advmod" if tree.upos[head] != "X" else "dep",
        "npadvmod": "nmod:unmarked" if noun else "obl:unmarked",
        "advcl": "acl" if noun and not predicate else "advcl",
        "nmod": "compound" if tree.upos[at] in {"NOUN", "PROPN"} and at < head else "amod" if tree.upos[at] == "ADJ" else "nmod",
        "pobj": "nmod" if noun else "obl",
        "aux": "mark" if tree.tag[at] == "TO" else "aux",
    }
    return special.get(label) or _NAMES.get(label, "dep")


def _oblique(tree: Clear, at: int, label: str, *, noun: bool, predicate: bool) -> str:
    """Name what stood behind a preposition: of a verb or a predicate oblique, of a noun its modifier."""
    head = tree.head[at]
    if label == "+clause":
        return "acl" if noun and not predicate else "advcl"
    if label == "+agent":
        return "nmod" if noun else "obl:agent"
    beside = predicate and not (at > head and any(each == head + 1 for each in tree.children(at, "case")))
    return "nmod" if noun and not (label == "+prep" and beside and at > 0) else "obl"


def _upos(tree: Clear, at: int, rel: str) -> str:
    """Return the universal tag: a verb that helps is AUX, one that heads a clause is VERB."""
    if rel in {"aux", "aux:pass", "cop"}:
        return "AUX" if tree.upos[at] == "VERB" else tree.upos[at]
    return "VERB" if tree.upos[at] == "AUX" and rel in CLAUSES and tree.lemma[at] not in _MODALS else tree.upos[at]
