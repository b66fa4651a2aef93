"""What a reader of the line alone cannot place: pronouns, 'the plant', a bare surname; named by the first full form, or a fault.

In: a Line, its Telling. Out: the Line with names put in, the steps, and the fault of the first word that nothing places.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.discourse.names import Named, NamedKind
from generator.extract.discourse.phrases import core, is_role_word, is_ticker, is_title, name_in
from generator.extract.discourse.pronouns import fits, kind_of_pronoun
from generator.extract.headlines.calling import called, in_midline, is_late, is_nameable, is_printable, owning
from generator.extract.headlines.carrying import carried_on, is_long_ago, told_before
from generator.extract.headlines.full import Short, in_full, words_of
from generator.extract.headlines.lacking import is_of_land, lacking
from generator.extract.headlines.line import QUOTES, Line
from generator.extract.headlines.pronouns import in_title, joins_clause, of_relative, stands_for_clause
from generator.extract.headlines.quoting import quoted_tokens
from generator.extract.headlines.roots import is_finite
from generator.extract.headlines.telling import Telling
from generator.extract.headlines.which import (
    dated_tokens,
    is_named,
    is_named_by,
    is_place_or_body,
    is_pointed_at,
    is_relation,
    is_somebody,
    points_back,
    tells_enough,
    tells_which,
)
from generator.extract.headlines.within import has_several, is_owned_by_name, is_taken_up, is_told_before, speaks_of_itself
from generator.model.timex import Step
from generator.model.tree import Rel, Upos

_INSIDE = frozenset({Rel.COMPOUND, Rel.FLAT, Rel.FIXED, Rel.GOESWITH, Rel.AMOD, Rel.NUMMOD, Rel.DET, Rel.CASE, Rel.MARK, Rel.EXPL})
_SUBJECTS = frozenset({Rel.NSUBJ, Rel.NSUBJ_PASS})
_ARGUMENTS = frozenset({Rel.NSUBJ, Rel.NSUBJ_PASS, Rel.OBJ, Rel.OBL})
_OBJECTS = frozenset({Rel.OBJ, Rel.IOBJ, Rel.OBL})
_ELSEWHERE = -1
"""The token of somebody who was named in the sentence before."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line in which every word can be placed, or the ``fault`` of the first that cannot; what was put in."""

    line: Line
    steps: tuple[Step, ...] = ()
    fault: str = ""
    named: tuple[Named | None, ...] = ()
    """Who was named in it, and in what was read before."""
    at: int = -1
    """The token that cannot be placed."""


def placed(line: Line, telling: Telling, *, onward: bool = False, spoken: bool = False, after: tuple[Named | None, ...] = ()) -> Placed:
    """Name whatever the line alone does not place; behind the first word that nothing places only with *onward*.

    *after* are those named in what is read before it. All that is *spoken* is quoted, with or without marks.
    """
    placing = _Placing(line, telling, after)
    placing.quote(line.has if spoken else frozenset())
    return placing.done(onward=onward)


class _Placing:
    """Goes through a line from left to right, and knows who was named in it so far."""

    def __init__(self, line: Line, telling: Telling, after: tuple[Named | None, ...]) -> None:
        self._line, self._telling, self._tree, self._story = line, telling, line.tree, telling.story
        self._kept = set(line.kept)
        self._quoted = quoted_tokens(line)
        self._steps: list[Step] = []
        self._fault, self._at, self._wrong = "", -1, -1
        self._here: list[tuple[int, Named | None]] = [(_ELSEWHERE, each) for each in after]
        self._follows = bool(after)
        """Whether the sentence before is read with it: what a noun takes up there is placed, as it is for who reads the article."""
        self._dated = dated_tokens(line, telling)

    def quote(self, tokens: frozenset[int]) -> None:
        """Take some tokens for quoted, whatever marks there are."""
        self._quoted |= tokens

    def done(self, *, onward: bool) -> Placed:
        for at in self._line.kept:
            token, self._at = self._tree[at], at
            if (self._fault and not onward) or at in self._line.put or at in self._dated:
                continue
            if token.upos is Upos.PRON or (token.upos is Upos.DET and token.rel is Rel.NMOD_POSS):
                self._pronoun(at)
                if token.text.lower() in self._story.of("counted") and token.rel in _SUBJECTS and self._is_pointed_at(at):
                    self._fail(f"points back: “{token.text.lower()}”")
            elif token.upos in {Upos.NOUN, Upos.PROPN} and token.rel not in _INSIDE:
                self._phrase(at)
            elif token.upos is Upos.ADV and token.text.lower() in self._story.of("there") and not self._has_place():
                self._fail(f"points back: “{token.text.lower()}”")
            if at + 1 < len(self._tree) and at + 1 not in self._kept and is_ticker(self._tree[at + 1].text):
                self._here.append((at + 1, self._telling.names.of(self._tree, at + 1)))  # the code of a share, which heads its name
            elif token.rel in _ARGUMENTS and token.upos in {Upos.ADJ, Upos.NUM, Upos.DET} and self._is_pointed_at(at):
                self._fail(f"not placed: “{self._said(at)}”")
        return Placed(self._line, tuple(self._steps), self._fault, tuple(one for _, one in self._here), self._wrong)

    def _fail(self, fault: str) -> None:
        if not self._fault:
            self._fault, self._wrong = fault, self._at

    def _is_pointed_at(self, at: int) -> bool:
        """Tell whether a number or adjective stands for a thing that the line does not name: 'the first', 'six more', but 'one of them'."""
        counted = self._tree[at].rel.main is Rel.NSUBJ
        named = any(each in self._kept for each in self._tree.children(at, Rel.NMOD)) or (
            at + 1 in self._kept and self._tree[at + 1].lemma in self._story.of("of")
        )
        defined = [each for each in self._tree.children(at, Rel.DET) if self._tree[each].lemma not in self._story.of("indefinite")]
        return (counted or bool(defined)) and not named and not self._follows

    def _pronoun(self, at: int) -> None:
        low, story = self._tree[at].text.lower(), self._story
        if in_title(self._tree, at) or of_relative(self._line, at, story):
            return
        if low in story.of("speaking") | story.of("addressing"):
            if at not in self._quoted:
                self._fail("first person")
            return
        if self._tree[at].rel is Rel.EXPL or stands_for_clause(self._tree, at, story):
            return
        kind = kind_of_pronoun(low, story)
        if not kind:
            told = self._follows or joins_clause(self._tree, at) or tells_which(self._line, at, self._telling)
            if low in story.of("demonstratives") and not told:
                self._fail(f"points back: “{low}”")
            return
        if self._is_placed_here(at, kind):
            return
        sure = self._telling.names.certain(self._tree, at) or carried_on(self._tree, at, kind, self._telling)
        unsure = sure is None or at in self._quoted or not is_nameable(sure, kind) or self._has_rival(sure, kind)
        if unsure or sure is None or is_late(sure, sure.name.split()[-1], self._telling.text):
            self._fail(f"pronoun: “{low}”")
            return
        owner = self._tree[at].rel is Rel.NMOD_POSS
        self._put((at,), owning(called(sure, frozenset()).partition(",")[0]) if owner else self._called(sure), sure)

    def _has_rival(self, sure: Named, kind: str) -> bool:
        """Tell whether the line names another before a pronoun whom a reader would take it for, or has the same one as its subject."""
        if any(one == sure for _, one in self._here) or self._fault.startswith("pronoun"):
            return True
        if kind in {"m", "f"} and any(
            token >= 0 and one != sure and is_somebody(self._tree[token], self._story) for token, one in self._here
        ):
            return True  # 'one docker testified he had left'
        return any(one is not None and one != sure and fits(one, kind) and (one.name or kind in {"m", "f"}) for _, one in self._here)

    def _has_place(self) -> bool:
        """Tell whether a 'there' can mean what the line has named."""
        return self._follows or any(self._tree[token].upos is Upos.PROPN for token, _ in self._here if token >= 0)

    def _is_placed_here(self, at: int, kind: str) -> bool:
        """Tell whether whom a pronoun means was named in the line; where that is not sure, whether somebody who fits was.

        Then the line reads as the sentence does, unless whoever is the likeliest was left out of it.
        """
        tree, names = self._tree, self._telling.names
        one = names.of(tree, at)
        above = tree[at].head
        spoken = tree[above].rel is Rel.PARATAXIS or any(each < at for each in tree.children(above, Rel.CCOMP))
        spoken = spoken or bool(QUOTES & {each.text for each in tree.tokens[max(0, at - 2) : at]})
        attributes = tree[at].rel is Rel.NSUBJ and tree[above].lemma in self._story.reporting and spoken
        if attributes:
            one = names.certain(tree, at)
        named = tree[at].rel.main is Rel.NSUBJ and tree[above].rel is Rel.CCOMP and not is_finite(tree, above)
        doer = above if tree[at].rel in _OBJECTS else tree[above].head if named else -1  # 'Arden bought it', 'Arden called it a success'
        own = set(tree.children(doer, Rel.NSUBJ)) if doer >= 0 else set()
        spoke = self._quoted if attributes else frozenset()  # who is named in what he says is another
        here = [(token, each) for token, each in self._here if token not in own and token not in spoke]
        if one is not None and any(each == one for _, each in here):
            return self._is_same(at, kind, one)
        if self._follows and any(token == _ELSEWHERE and each is not None and fits(each, kind) for token, each in here):
            return True
        return not attributes and (self._is_taken_up(at, kind) or self._is_likely(at, kind, one, here))

    def _is_same(self, at: int, kind: str, one: Named) -> bool:
        """Tell whether a pronoun means one whom the line names: 'Hale said he was held' does not, where another was just told of."""
        tree, sure = self._tree, self._telling.names.certain(self._tree, at) == one
        owned = tree[at].rel is Rel.NMOD_POSS and tree[tree[at].head].rel is not Rel.NSUBJ and not one.name  # 'A judge ordered his release'
        undergone = tree[at].rel is Rel.NSUBJ_PASS and (not sure or any(fits(each, kind) for each in told_before(self._telling) - {one}))
        return kind not in {"m", "f"} or not (undergone or (owned and not sure))

    def _is_likely(self, at: int, kind: str, one: Named | None, here: list[tuple[int, Named | None]]) -> bool:
        """Tell whether a reader takes a pronoun for the subject of a clause round it, where nobody else is surely meant."""
        tree, names = self._tree, self._telling.names
        if names.certain(tree, at) is None and self._is_of_speaker_or_several(at, kind):
            return True
        round_it = {each for verb in tree.ancestors(at) for each in tree.children(verb, Rel.NSUBJ)}
        subjects = [each for token, each in here if each is not None and token in round_it and self._fits(each, kind)]
        if one is not None and kind in {"m", "f"}:
            return False
        gone = one is not None and any(names.of(tree, each.index) == one for each in tree if each.index < at)
        return names.certain(tree, at) is None and not gone and bool(subjects)

    def _is_of_speaker_or_several(self, at: int, kind: str) -> bool:
        """Tell whether a reader takes an 'it' for the body that says so, a 'they' for the several whose clause it is."""
        told = speaks_of_itself if kind == "n" else has_several if kind == "p" else None
        return told is not None and told(self._line, at, self._telling)

    def _is_taken_up(self, at: int, kind: str) -> bool:
        """Tell whether a pronoun in what is told first means the subject that follows: 'In its report, the bank said …'."""
        tree, root = self._tree, self._line.root
        subject = tree.child(root, Rel.NSUBJ)
        if subject is None or subject not in self._kept or not at < subject or root not in set(tree.ancestors(at)) - {tree[at].head}:
            return False
        one = self._telling.names.of(tree, subject)
        return tree[subject].upos is not Upos.PRON and one is not None and bool(one.name) and self._fits(one, kind)

    def _fits(self, one: Named, kind: str) -> bool:
        """Tell whether a reader takes a pronoun for the subject of the clause round it: 'he' for a person, 'it' for what is none."""
        return fits(one, kind) and (kind not in {"m", "f"} or one.kind is NamedKind.PERSON)

    def _phrase(self, at: int) -> None:
        tree, names = self._tree, self._telling.names
        one = names.of(tree, at)
        known = one is not None and any(each is one for _, each in self._here)
        before = [each for token, each in self._here if token == _ELSEWHERE]
        follows = self._follows and is_told_before(tree, at, before, self._telling)
        if at in self._quoted and not follows and is_pointed_at(self._line, at, self._telling):
            self._fail(f"points back: “{self._said(at)}”")
        if not known and at not in self._quoted:
            name = tuple(each for each in name_in(tree, at, self._story) if each in self._kept)
            office = bool(name) and is_title(tree[name[-1]].text, self._story) and bool(tree.children(at, Rel.DET))
            if name and one is not None and one.name and not office:
                self._name(at, name, one)
            elif (tree[at].upos is Upos.NOUN or office) and not follows:
                self._noun(at)
        self._here.append((at, one))

    def _name(self, at: int, name: tuple[int, ...], one: Named) -> None:
        """Say a short name in full, and a surname that is nowhere given in full not at all."""
        found = in_full(Short(self._line, at, name, one, bool(self._quoted)), self._telling)
        if found.fault:
            self._fail(found.fault)
        elif found.tokens:
            self._put(found.tokens, found.words, one)

    def _called(self, one: Named) -> str:
        return called(one, words_of(self._line))

    def _noun(self, at: int) -> None:
        """Say 'the plant' by its first full form, unless the line itself tells which plant."""
        tree, story = self._tree, self._story
        pointing = [each for each in tree.children(at, Rel.DET) if each in self._kept and tree[each].text.lower() in story.of("definite")]
        if points_back(self._line, at, story):
            self._fail(f"points back: “{self._said(at)}”")
            return
        if (
            not (pointing or self._follows)
            and tree[at].rel in _SUBJECTS
            and (tree[at].text.lower() in story.of("owned") or is_of_land(tree, at, story))
            and not is_named_by(self._line, at, story)
            and not is_owned_by_name(self._line, at, self._telling)
        ):
            self._supply(at)  # whose?
        if not pointing or is_named(tree, at):
            return
        points = tree[pointing[0]].text.lower() in story.of("demonstratives")
        relation = is_relation(tree[at], story)
        named = is_named_by(self._line, at, story) if relation else tells_which(self._line, at, self._telling)
        if is_taken_up(self._line, at, self._here, self._telling) or (not points and (named or tree[at].lemma in story.of("known_to_all"))):
            return
        bare = tree[pointing[0]].text.lower() == "the" and not relation
        leads = tree[at].rel in _SUBJECTS or tree[self._line.root].head == at  # 'the bus that burned', told as 'the bus burned'
        if self._telling.names.is_first(tree, at) and bare and not leads and tells_enough(tree, at):
            if tree[at].lemma in story.of("lands_again") | story.of("national") and lacking(self._line, at, self._telling) is not None:
                self._supply(at)
            return
        sure = self._telling.names.certain(tree, at)
        foreign = sure is not None and bool(sure.name) and not is_role_word(tree[at], story) and not is_place_or_body(tree[at], story)
        if sure is None or self._telling.names.is_first(tree, at) or foreign or is_long_ago(sure, tree[at], self._telling):
            self._supply(at)
            return
        group = tuple(each for each in core(tree, at) if each in self._kept)
        words = self._called(sure)
        if not sure.name or words.lower() in story.organisations or pointing[0] not in group:  # 'the “old” plant'
            self._supply(at)
            return
        self._put(group, words, sure)

    def _supply(self, at: int) -> None:
        """Say of what the line does not place whose it is, or by what words the article brought it up, where that is plain."""
        lack = lacking(self._line, at, self._telling)
        if lack is None or not lack.tokens or set(lack.tokens) & self._line.put.keys():
            self._fail(f"not placed: “{self._said(at)}”")
            return
        self._line = self._line.putting(lack.tokens, lack.words)
        self._steps.append(Step("put in", f"“{lack.words}”: {lack.why}"))
        self._here.append((at, lack.one))

    def _said(self, at: int) -> str:
        group = [each for each in core(self._tree, at) if each in self._kept]
        return " ".join(self._tree[each].text for each in group)

    def _put(self, tokens: tuple[int, ...], words: str, one: Named) -> None:
        at, line = tokens[-1], self._line
        if not is_printable(words, self._story):
            self._fail(f"not placed: “{self._said(at)}”")
            return
        if words.endswith(",") and self._ends_at(at):
            words = words[:-1]
        words = in_midline(words, self._story) if tokens[0] != line.kept[0] else words
        if at + 1 < len(self._tree) and self._tree[at + 1].text in {"'s", "’s"}:
            words = words.partition(",")[0]
        before = " ".join(self._tree[each].text for each in tokens)
        bracketed = words if "[" in words else f"[{words}]" if not words.endswith(",") else f"[{words[:-1]}],"
        self._line = line.putting(tokens, bracketed)
        self._steps.append(Step("put in", f"“{words.rstrip(',')}” for “{before}”, as sentence {one.sentence} has it"))
        self._here.append((at, one))

    def _ends_at(self, at: int) -> bool:
        behind = [each for each in self._line.kept if each > at]
        return not behind or self._tree[behind[0]].upos is Upos.PUNCT
