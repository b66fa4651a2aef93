"""Frames of a sentence: every predicate with who does it, when its verb places it, how sure it is, and who says so.

In: a Tree, the Story. Out: Frames by the index of their predicate. A new language needs its lists, not its code.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.extract.events.marks import is_mark
from generator.model.frame import Frame, Modality, Tense
from generator.model.story import Story
from generator.model.tree import Form, Rel, Token, Tree, Upos

CLAUSAL = frozenset(
    {Rel.ROOT, Rel.CONJ, Rel.CCOMP, Rel.XCOMP, Rel.ADVCL, Rel.ACL, Rel.ACL_RELCL, Rel.PARATAXIS, Rel.CSUBJ, Rel.DEP, Rel.APPOS}
)
_SUBJECTS = (Rel.NSUBJ, Rel.CSUBJ)
_GROUP = (Rel.AUX, Rel.COP)
_FINITE = frozenset({Form.PAST, Form.PRESENT, Form.FUTURE, Form.CONDITIONAL})
_NONFINITE = frozenset({Form.PARTICIPLE, Form.GERUND, Form.INFINITIVE})
_MOODS = {Form.FUTURE: Modality.FUTURE, Form.CONDITIONAL: Modality.CONDITIONAL}
"""What a verb's own ending says."""
_MODALITIES = (
    ("future_modals", Modality.FUTURE),
    ("conditional_modals", Modality.CONDITIONAL),
    ("possible", Modality.POSSIBLE),
    ("duty", Modality.NECESSARY),
)


def frames_of(tree: Tree, story: Story) -> Mapping[int, Frame]:
    """Return the frames of all predicates of a sentence, in the order of the text."""
    reader = _Reader(tree, story)
    return {index: reader.frame(index) for index in range(len(tree)) if is_predicate(tree, index)}


def is_predicate(tree: Tree, index: int) -> bool:
    """Tell whether a token opens a clause of its own: a verb, or what stands behind a copula or an auxiliary."""
    token = tree[index]
    if token.rel not in CLAUSAL:
        return False
    return token.upos is Upos.VERB or token.upos is Upos.AUX or bool(tree.children(index, Rel.COP, Rel.AUX))


class _Reader:
    """Reads the frames of one sentence; what several of them ask is found out once."""

    def __init__(self, tree: Tree, story: Story) -> None:
        self._tree, self._story = tree, story
        self._subjects: dict[int, int | None] = {}

    def frame(self, index: int) -> Frame:
        tree = self._tree
        group = self._group(index)
        token = tree[index]
        passive = any(each.rel is Rel.AUX_PASS for each in group) or bool(tree.children(index, Rel.NSUBJ_PASS, Rel.CSUBJ_PASS))
        passive = passive or (token.form is Form.PARTICIPLE and token.rel is Rel.ACL)
        perfect = any(each.lemma in self._story.have for each in group) and token.upos is not Upos.AUX
        progressive = token.form is Form.GERUND and any(each.lemma in self._story.be for each in group)
        says = self._says(index)
        return Frame(
            tree,
            index,
            self.subject(index),
            passive=passive,
            tense=self._tense(index, group),
            perfect=perfect,
            progressive=progressive,
            modality=self._modality(index, group),
            negated=self._negated(index),
            says=says,
            speaker=self.subject(says) if says is not None else None,
        )

    def subject(self, index: int) -> int | None:
        """Return the head of who does or undergoes it: its own subject, or the one that its place in the sentence gives it."""
        if index not in self._subjects:
            self._subjects[index] = None  # a circle through malformed arcs ends here
            self._subjects[index] = self._subject(index)
        return self._subjects[index]

    def _subject(self, index: int) -> int | None:
        tree, token = self._tree, self._tree[index]
        own = self._own_subject(index)
        if own is not None:
            relative = (
                token.rel is Rel.ACL_RELCL and tree[own].upos in {Upos.PRON, Upos.DET} and tree[own].text.lower() in self._story.relatives
            )
            return token.head if relative else own
        if token.rel is Rel.XCOMP:
            return tree.child(token.head, Rel.OBJ, Rel.IOBJ) or self.subject(token.head)
        if token.rel is Rel.ACL:
            return token.head if token.form is not Form.INFINITIVE else None
        if token.rel is Rel.CONJ and is_predicate(tree, token.head):
            return self.subject(token.head)
        if token.rel is Rel.ADVCL and token.form in _NONFINITE and not self._group(index):
            return self.subject(token.head)
        return None

    def _own_subject(self, index: int) -> int | None:
        """Return the subject that stands at a predicate; of two the one behind it where a quotation ends between: '“He won,” said Hale'."""
        subjects = self._tree.children(index, *_SUBJECTS)
        ended = len(subjects) > 1 and any(is_mark(self._tree[each].text) for each in range(subjects[0], index))
        return next((each for each in subjects if each > index or not ended), None)

    def _group(self, index: int) -> tuple[Token, ...]:
        """Return the auxiliaries and the copula; a second participle shares those of the first ('was arrested and charged')."""
        tree, token = self._tree, self._tree[index]
        own = tuple(tree[each] for each in tree.children(index, *_GROUP))
        if own or token.rel is not Rel.CONJ or token.form not in _NONFINITE or tree.children(index, *_SUBJECTS):
            return own
        head = tree[token.head]
        return self._group(head.index) if head.form is token.form else own

    def _finite(self, index: int, group: tuple[Token, ...]) -> Token | None:
        for token in (*group, self._tree[index]):
            if token.form in _FINITE or token.lemma in self._story.modals:
                return token
        return None

    def _tense(self, index: int, group: tuple[Token, ...]) -> Tense:
        finite = self._finite(index, group)
        if finite is None:
            return self._leaning_tense(index)
        if finite.form is Form.FUTURE or (finite.rel is not Rel.AUX_PASS and finite.lemma in self._story.of("future_modals")):
            return Tense.FUTURE
        if finite.form in {Form.PAST, Form.CONDITIONAL} or finite.lemma in self._story.of("past_modals"):
            return Tense.PAST
        return Tense.PRESENT

    def _leaning_tense(self, index: int) -> Tense:
        """Return the tense of a verb that is not finite: a participle is past, an infinitive or gerund goes by the verb above."""
        token = self._tree[index]
        if token.form is Form.PARTICIPLE and token.rel in {Rel.ACL, Rel.ADVCL}:
            return Tense.PAST
        above = next((each for each in self._tree.ancestors(index) if is_predicate(self._tree, each)), None)
        if above is None:
            return Tense.PAST if token.form is Form.PARTICIPLE else Tense.NONE
        return self._tense(above, self._group(above))

    def _modality(self, index: int, group: tuple[Token, ...]) -> Modality:
        story = self._story
        to_come = self._is_to_come(index, group)
        if self._is_conditional(index) or to_come:
            perfect = any(each.lemma in story.have for each in group)
            return Modality.FUTURE if to_come and not perfect else Modality.CONDITIONAL
        finite = self._finite(index, group)
        if finite is not None and finite.form in _MOODS:
            return _MOODS[finite.form]
        for token in group:
            if token.rel is Rel.AUX_PASS:
                continue  # 'wird eröffnet'
            found = next((each for name, each in _MODALITIES if token.lemma in story.of(name)), None)
            if found is not None:
                return found
        token = self._tree[index]
        if token.rel in {Rel.XCOMP, Rel.CCOMP} or self._is_infinitive(index):
            return self._of_governor(index)
        shares = token.rel is Rel.CONJ or (token.rel is Rel.ADVCL and token.form is Form.GERUND)
        if shares and token.form in _NONFINITE and is_predicate(self._tree, token.head):
            return self._modality(token.head, self._group(token.head))
        return Modality.NONE

    def _is_to_come(self, index: int, group: tuple[Token, ...]) -> bool:
        """Tell 'was to open', 'was to have opened', whose infinitive stands behind a copula."""
        to = any(self._tree[each].upos is Upos.PART for each in self._tree.children(index, Rel.MARK))
        copula = any(each.rel is Rel.COP and each.lemma in self._story.be for each in group)
        return to and copula and self._tree[index].upos is Upos.VERB

    def _of_governor(self, index: int) -> Modality:
        """Return how the word above has an infinitive: 'plans to go', 'is due to go', 'a bid to go'; 'began to go' as the verb stands."""
        tree, story, token = self._tree, self._story, self._tree[index]
        if token.head < 0:
            return Modality.NONE
        above = tree[token.head]
        completes = token.rel is Rel.XCOMP
        if completes and token.form is Form.GERUND and is_predicate(tree, above.index) and above.lemma in story.of("achieving"):
            begun = self._modality(above.index, self._group(above.index))  # 'would begin leaving', but 'if it began leaving'
            return Modality.FUTURE if begun is Modality.CONDITIONAL and not self._is_conditional(index) else begun
        if not self._is_infinitive(index):  # 'was supposed to have opened' has not
            return Modality.CONDITIONAL if completes and above.lemma in story.scheduling else Modality.NONE
        rows = (
            (completes and above.lemma in story.be | story.of("going"), Modality.FUTURE),
            (completes and above.lemma in story.have, Modality.NECESSARY),
            (self._is_to_be_done(index), Modality.PLANNED),
            (above.lemma in story.expected_words | story.expecting, Modality.EXPECTED),
            (above.lemma in story.planned_words | story.planning | story.scheduling | story.of("infinitive_nouns"), Modality.PLANNED),
        )
        found = next((modality for holds, modality in rows if holds), None)
        if found is None and completes and is_predicate(tree, above.index):
            return self._modality(above.index, self._group(above.index))
        return found or Modality.NONE

    def _is_to_be_done(self, index: int) -> bool:
        """Tell what is still to be done: 'a film to be shown on Friday', not 'the first to be shown'."""
        tree, ranks = self._tree, self._story.of("ranks") | self._story.of("superlatives")
        above = tree[index].head
        words = {tree[each].text.lower() for each in (above, *tree.children(above, Rel.AMOD))}
        return tree[index].rel in {Rel.ACL, Rel.ADVCL} and bool(tree.children(index, Rel.AUX_PASS)) and not words & ranks

    def _is_infinitive(self, index: int) -> bool:
        """Tell whether a predicate is an infinitive, itself or by its auxiliary or copula: 'to go', 'to be moved', not 'to have gone'."""
        group = [self._tree[each] for each in self._tree.children(index, *_GROUP)]
        if any(each.lemma in self._story.have for each in group):
            return False
        return any(each.form is Form.INFINITIVE for each in (self._tree[index], *group))

    def _is_conditional(self, index: int) -> bool:
        """Tell whether a clause stands under 'if' or 'unless', itself or through what it hangs on."""
        for each in (index, *self._tree.ancestors(index)):
            if any(self._tree[mark].lemma in self._story.of("if") for mark in self._tree.children(each, Rel.MARK)):
                return True
            if self._tree[each].rel not in {Rel.CONJ, Rel.XCOMP, Rel.CCOMP}:
                return False
        return False

    def _negated(self, index: int) -> bool:
        tree, story = self._tree, self._story
        below = [tree[each] for each in tree.children(index, Rel.ADVMOD, Rel.AUX, Rel.DET, Rel.CC)]
        if any(each.lemma in story.of("not") or each.text.lower() in story.of("denying") for each in below):
            return True
        if tree[index].rel is Rel.XCOMP and is_predicate(tree, tree[index].head) and self._negated(tree[index].head):
            return True
        subject = self.subject(index)
        if subject is None:
            return False
        words = [tree[subject], *(tree[each] for each in tree.children(subject, Rel.DET))]
        return any(
            each.text.lower() in story.of("nobody") or (each.rel is Rel.DET and each.text.lower() in story.of("no")) for each in words
        )

    def _says(self, index: int) -> int | None:
        """Return the predicate of saying that a clause stands under, over however many clauses."""
        tree = self._tree
        below = index
        for above in (index, *tree.ancestors(index)):
            spoken = next((each for each in tree.children(above, Rel.PARATAXIS) if each != below and self.is_saying(each)), None)
            if spoken is not None and above != index:
                return spoken
            if spoken is not None:
                return spoken
            if above != index and tree[below].rel in {Rel.CCOMP, Rel.PARATAXIS, Rel.XCOMP, Rel.OBJ} and self.is_saying(above):
                return above
            below = above
        return None

    def is_saying(self, index: int) -> bool:
        """Tell whether a predicate is one of saying, said by its subject: not 'it was said'."""
        token = self._tree[index]
        passive = bool(self._tree.children(index, Rel.AUX_PASS))
        return token.upos is Upos.VERB and token.lemma in self._story.reporting and not passive
