"""Read the register of an article from its trees, phrase by phrase in reading order.

In: the article's text, its Trees in order, the Story. Out: Names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from generator.extract.discourse.full_names import FullNames, full_names
from generator.extract.discourse.matter import has_code, matter_of
from generator.extract.discourse.names import Named, NamedKind, Names, families, may_be_firm, with_role
from generator.extract.discourse.phrases import (
    called,
    core,
    is_definite,
    is_plural,
    is_role_word,
    is_ticker,
    is_title,
    name_in,
    role_in,
    shortened,
    stands_quoted,
    worded,
    words_of,
)
from generator.extract.discourse.pronouns import Heard, fits, kind_of_pronoun, meant
from generator.model.span import Span
from generator.model.story import Story
from generator.model.tree import ROOT, Form, Rel, Tree, Upos

_INSIDE = frozenset({Rel.COMPOUND, Rel.FLAT, Rel.FIXED, Rel.GOESWITH, Rel.AMOD, Rel.NUMMOD, Rel.DET, Rel.CASE, Rel.MARK, Rel.EXPL})
_ASIDE = frozenset({Rel.ACL_RELCL, Rel.APPOS, Rel.PARATAXIS, Rel.ADVCL, Rel.CONJ, Rel.CC, Rel.PUNCT, Rel.DEP, Rel.CASE})
_SPOKEN_OF = frozenset({Upos.PRON, Upos.PROPN, Upos.NOUN})
_HANGING = frozenset({Form.PARTICIPLE, Form.GERUND})
_TORN = frozenset("()[]:;“”")
"""Marks of which no role is made."""
_CLOSES = frozenset(",.;)")
_FAR = 4
"""Over how many sentences 'the plant' reaches back to 'a plant'."""
_NEAR = 2
"""Over how many sentences 'the company' reaches back to a body that is only named."""


def names_of(text: str, trees: Sequence[Tree], story: Story) -> Names:
    """Return the register of an article; of sentences that *trees* leaves out nothing is known."""
    reading = _Reading(text, full_names(trees, story), story)
    for tree in trees:
        reading.read(tree)
    return reading.names(trees)


class _Reading:
    """Who and what was told of so far; fed with trees in reading order."""

    def __init__(self, text: str, full: FullNames, story: Story) -> None:
        self._text, self._full, self._story = text, full, story
        self._everybody: list[Named] = []
        self._by_name: dict[tuple[str, ...], int] = {}
        self._by_head: dict[str, list[int]] = {}
        self._places: dict[tuple[int, int], int] = {}
        self._sure: set[tuple[int, int]] = set()
        self._heard: list[Heard] = []
        self._inner: set[tuple[int, int]] = set()
        """Words inside a name, which mean nothing by themselves: 'Trade' of 'Department of Trade'."""

    def names(self, trees: Sequence[Tree]) -> Names:
        """Return what was read."""
        firsts: dict[int, tuple[int, int]] = {}
        for place in sorted(self._places):
            firsts.setdefault(self._places[place], place)
        named = [(number, one) for number, one in enumerate(self._everybody) if one.name]
        sure = {number: one.sentence for number, one in named if one.kind is NamedKind.BODY and not is_ticker(one.name)}
        bodies = {number: sure.get(number) for number, one in named if one.kind in {NamedKind.BODY, NamedKind.UNKNOWN}}
        return Names(
            tuple(self._everybody),
            MappingProxyType(self._places),
            frozenset(self._sure),
            frozenset(firsts.values()),
            families(self._everybody, self._story),
            matter_of(trees, bodies, self._places, self._story),
        )

    def read(self, tree: Tree) -> None:
        """Read one sentence."""
        for token in tree:
            if token.upos not in _SPOKEN_OF or token.rel in _INSIDE:
                continue
            place = tree.sentence, token.index
            if place in self._places or place in self._inner:
                continue
            find = self._behind if token.upos is Upos.PRON else self._phrase
            self._enter(tree, token.index, find(tree, token.index))

    def _enter(self, tree: Tree, token: int, found: tuple[int, bool] | None) -> None:
        """Note what the phrase round a token means, and the same of what stands in apposition to it."""
        if found is None:
            return
        number, sure = found
        subject = tree[token].rel.main in {Rel.NSUBJ, Rel.ROOT} and not tree.children(token, Rel.CASE)
        self._heard.append(Heard(tree.sentence, token, number, subject))
        named = bool(name_in(tree, token, self._story))
        beside = [each for each in tree.children(token, Rel.APPOS) if not (named and name_in(tree, each, self._story))]
        for place in (token, *beside):
            self._places[tree.sentence, place] = number
            if sure:
                self._sure.add((tree.sentence, place))

    def _behind(self, tree: Tree, token: int) -> tuple[int, bool] | None:
        kind = kind_of_pronoun(tree[token].text, self._story)
        if not kind:
            return None
        beside = _of_own_verb(tree, token)
        heard = [each for each in self._heard if not (each.sentence == tree.sentence and each.token in beside)] if beside else self._heard
        found = meant(kind, tree.sentence, heard, self._everybody)
        speaker = self._speaker_above(tree, token)
        if found and speaker is not None and fits(self._everybody[speaker], kind):
            found = speaker, found == (speaker, True)
        return (found[0], found[1] and not stands_quoted(tree, token)) if found else None

    def _speaker_above(self, tree: Tree, token: int) -> int | None:
        """Return who says that a pronoun did something: 'Hale said he would go' is of Hale."""
        verb = tree[token].head
        above = tree[verb].head if tree[token].rel.main is Rel.NSUBJ and tree[verb].rel is Rel.CCOMP else ROOT
        subject = tree.child(above, Rel.NSUBJ) if above != ROOT and tree[above].lemma in self._story.reporting else None
        return self._places.get((tree.sentence, subject)) if subject is not None and subject < token else None

    def _phrase(self, tree: Tree, head: int) -> tuple[int, bool] | None:
        """Return what a phrase with a noun for its head means: by its name, by the name beside it, or by what it is said to be."""
        other = next((each for each in tree.children(head, Rel.APPOS) if name_in(tree, each, self._story)), None)
        name = name_in(tree, head, self._story)
        if name and tree[name[0]].text.lower() in self._story.not_names:
            return None
        subject = tree.child(head, Rel.NSUBJ) if tree.children(head, Rel.COP) else None
        if subject is not None:  # 'Hale is the minister': no one else
            number = self._places.get((tree.sentence, subject))
            if number is not None and name_in(tree, subject, self._story):
                self._everybody[number] = with_role(self._everybody[number], tree, head, self._text, self._story)
            return (number, (tree.sentence, subject) in self._sure) if number is not None else None
        if name:
            return self._named(tree, head, name), tuple(tree[each].text for each in name) not in self._full.shared
        if other is not None and tree[head].upos is Upos.NOUN and not is_plural(tree, head, self._story):
            return self._named(tree, other, name_in(tree, other, self._story), role=head), True
        return self._described(tree, head)

    def _named(self, tree: Tree, head: int, name: tuple[int, ...], role: int | None = None) -> int:
        """Return the number of who bears a name; with what is said of them here, where nothing was said before."""
        whole = self._whole(tree, head, name)
        for inner in name:
            if inner > head and tree[inner].upos is Upos.PROPN:
                self._inner.add((tree.sentence, inner))
        number = self._by_name.get(whole)
        if number is None:
            number = len(self._everybody)
            words = whole[1:] if len(whole) == len(name) + 1 and is_title(whole[0], self._story) else whole
            shown = " ".join(words).replace(" - ", "-")
            span = Span(tree[name[0]].span.start, tree[name[-1]].span.end)
            one = Named(shown, span, tree.sentence, self._full.kind(whole), gender=self._full.gender(whole), plural=False)
            self._by_name[whole] = number
            last = whole[-1].lower()
            if one.kind is NamedKind.BODY and last in self._story.organisations | self._story.of("bodies"):
                self._by_head.setdefault(last, []).append(number)
            self._everybody.append(one)
        self._say(number, tree, head, name, role)
        return number

    def _whole(self, tree: Tree, head: int, name: tuple[int, ...]) -> tuple[str, ...]:
        """Return the fullest form of a name; with a title that is not that of the bearer of the full name: 'Lady Hale' is not Omar Hale."""
        said = tuple(tree[each].text for each in name)
        whole = self._full.of(said)
        title = next((tree[each].text for each in core(tree, head) if each == name[0] - 1), "")
        known = {"f": self._story.male, "m": self._story.female}.get(self._full.gender(whole), frozenset())
        other = len(said) == 1 and whole != said and title.lower().rstrip(".") in known
        return (title, *said) if other else whole

    def _say(self, number: int, tree: Tree, head: int, name: tuple[int, ...], role: int | None) -> None:
        """Add the role that a phrase gives to who bears the name in it."""
        one = self._everybody[number]
        before = self._role_before(tree, head, name)
        behind = role if role is not None else self._role_behind(tree, head)
        heads = {tree[before[-1]].lemma.lower()} if before else set()
        heads |= {tree[behind].lemma.lower()} if behind is not None else set()
        for each in sorted(heads - one.heads):
            self._by_head.setdefault(each, []).append(number)
        titled = bool(before) and not one.role and tree[before[-1]].text.lower().rstrip(".") not in self._story.of("civil_titles")
        told = words_of(tree, before, self._text) if titled else ""
        fitting = bool(told) or behind is None or is_role_word(tree[behind], self._story)
        if not told and behind is not None and not one.role:
            closed = self._story.relatives | self._story.possessives
            owned = any(tree[each].upos is Upos.PRON or tree[each].text.lower() in closed for each in tree.subtree(behind, _ASIDE))
            span = worded(tree, behind, frozenset({Rel.APPOS}))
            whole = self._text[span.end : span.end + 1] in _CLOSES
            said = shortened(span.of(self._text), tree[behind].text, self._story)
            told = f"the{said[3:]}" if said.startswith("The ") else said
            torn = bool(_TORN & set(told)) or told.partition(" ")[0].lower() in self._story.prepositions
            told = told if whole and not owned and not torn else ""
        if has_code(tree, name[-1]):
            heads |= self._story.of("any_body")
        short = " ".join(tree[each].text for each in name)
        kind = NamedKind.PERSON if one.kind is NamedKind.UNKNOWN and heads & self._story.people else one.kind
        kind = NamedKind.BODY if kind is NamedKind.UNKNOWN and heads & (self._story.organisations | self._story.of("any_body")) else kind
        self._everybody[number] = replace(
            one,
            role=one.role or told,
            titled=one.titled or (titled and not one.role),
            fitting=one.fitting if one.role else fitting,
            heads=one.heads | heads,
            kind=kind,
            short=one.short | {short},
        )

    def _role_before(self, tree: Tree, head: int, name: tuple[int, ...]) -> tuple[int, ...]:
        """Return the words of an office or trade before a name, without an article: 'former transport minister'."""
        before = tuple(each for each in role_in(tree, head, name) if tree[each].upos not in {Upos.DET, Upos.PUNCT, Upos.CCONJ})
        while (
            len(before) > 1
            and tree[before[0]].upos is Upos.ADJ
            and self._is_mood(tree[before[0]].text)
            and tree[before[1]].text[0].isupper()
        ):
            before = before[1:]
        is_role = bool(before) and is_role_word(tree[before[-1]], self._story)
        unbroken = is_role and len(before) == before[-1] - before[0] + 1 and not _runs_on(tree, before[0])
        foreign = any(tree[each].upos in {Upos.PRON, Upos.ADP} or tree[each].text.lower() in self._story.prepositions for each in before)
        return before if unbroken and not foreign else ()

    def _is_mood(self, word: str) -> bool:
        """Tell whether an adjective is no part of an office: 'angry President Hale', but 'former President Hale'."""
        return word.islower() and word not in self._story.of("role_adjectives") and word not in self._story.titles

    def _role_behind(self, tree: Tree, head: int) -> int | None:
        """Return the head of an apposition that says what somebody is: 'Ann Hale, the transport minister'."""
        beside = (each for each in tree.children(head, Rel.APPOS) if tree[each].upos is Upos.NOUN and each > head)
        return next((each for each in beside if not name_in(tree, each, self._story)), None)

    def _described(self, tree: Tree, head: int) -> tuple[int, bool] | None:
        """Return what a phrase without a name means: 'the plant' is the one told of before, 'a plant' a new one."""
        lemma, story = tree[head].lemma.lower(), self._story
        if lemma in story.of("periods") | story.of("percent"):
            return None  # no year is an 'it', and no share
        several = is_plural(tree, head, story)
        if is_definite(tree, head, story):
            known = [number for number in self._by_head.get(lemma, []) if self._everybody[number].plural is several]
            known = [number for number in dict.fromkeys(known) if self._agrees(tree, head, number)]
            if known:
                return known[-1], len(known) == 1 and self._is_near(known[-1], tree.sentence) and lemma not in story.places
            bare = not several and len(core(tree, head)) <= _NEAR
            body = self._body_near(tree) if bare and lemma in story.of("any_body") else None
            if body is not None:
                return body
        number = len(self._everybody)
        kind = NamedKind.PERSON if lemma in story.people else NamedKind.BODY if lemma in story.organisations else NamedKind.THING
        gender = "f" if lemma in story.female else "m" if lemma in story.male else ""
        one = Named(
            "",
            worded(tree, head, _ASIDE),
            tree.sentence,
            kind,
            heads=frozenset({lemma}),
            gender=gender,
            plural=several,
            words=called(tree, head),
        )
        self._everybody.append(one)
        self._by_head.setdefault(lemma, []).append(number)
        return number, True

    def _agrees(self, tree: Tree, head: int, number: int) -> bool:
        """Tell whether all that a phrase says before its noun was said of that one, too: 'the second plant' is no 'chemical plant'."""
        one = self._everybody[number]
        said = {tree[each].text.lower() for each in core(tree, head) if each != head and tree[each].upos is not Upos.DET}
        told = f"{one.role} {one.name} {one.first.of(self._text)}".lower().split()
        return said <= set(told) and not tree.children(head, Rel.NMOD, Rel.NMOD_POSS, Rel.ACL_RELCL)

    def _is_near(self, number: int, sentence: int) -> bool:
        """Tell whether somebody was told of a few sentences before; what has a name or a role of its own is known throughout."""
        last = next(each.sentence for each in reversed(self._heard) if each.number == number)
        return bool(self._everybody[number].name) or sentence - last <= _FAR

    def _body_near(self, tree: Tree) -> tuple[int, bool] | None:
        """Return the body that 'the company' means: the last named before; surely, if no other is near or it leads the article."""
        bodies = [each for each in self._heard if may_be_firm(self._everybody[each.number], self._story)]
        near = [each.number for each in bodies if tree.sentence - each.sentence <= _NEAR]
        if not near:
            return None
        counts = Counter(each.number for each in bodies)
        subjects = [each.number for each in bodies if each.subject and tree.sentence - each.sentence <= _NEAR]
        last = subjects[-1] if subjects else near[-1]
        here = {each.number for each in bodies if each.sentence == tree.sentence}
        if here - {last}:
            return last, False  # 'Arden bought it, and the company thrived' leaves open which of the two
        leads = counts[last] * 2 > counts.total() and bodies[0].number == last
        return last, leads or (not here and len(set(near)) == 1 and counts[last] == max(counts.values()))


def _of_own_verb(tree: Tree, token: int) -> frozenset[int]:
    """Return the words before a subject that are of its own verb: 'Asked whether Hale went, he …', 'At Hale's club he …' is not Hale."""
    if tree[token].rel is not Rel.NSUBJ:
        return frozenset()
    before = [each for each in tree.children(tree[token].head, Rel.ADVCL, Rel.OBL, Rel.CCOMP) if each < token]
    own = [each for each in before if tree[each].form in _HANGING and not tree.children(each, Rel.NSUBJ, Rel.NSUBJ_PASS, Rel.MARK)]
    around = [each for each in before if tree[each].rel.main in {Rel.OBL, Rel.CCOMP}]
    return frozenset(word for each in (*own, *around) for word in tree.subtree(each))


def _runs_on(tree: Tree, first: int) -> bool:
    """Tell whether a role begins in the middle of a name: 'Bank President' of 'Reserve Bank President'."""
    before = tree[first - 1] if first else None
    of = before is not None and before.upos is Upos.ADP and first > 1 and tree[first - 2].upos is Upos.PROPN
    return of or (before is not None and tree[first].upos is Upos.PROPN and before.upos in {Upos.PROPN, Upos.ADJ})
