"""Who speaks in a sentence, and quotations that run over several sentences.

In: a sentence as it was read, the Names. Out: a Voice, or None where nobody is quoted; whether a quotation is open at its end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.extract.discourse.names import NamedKind, Names
from generator.extract.discourse.phrases import is_role_word
from generator.extract.events.marks import is_quoted
from generator.extract.events.reads import Read
from generator.model.frame import Frame, Modality, Tense
from generator.model.story import Story
from generator.model.tree import Rel, Tree, Upos

_BODIES = frozenset({NamedKind.BODY, NamedKind.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: ``says`` is the predicate of saying (None for "according to …"), ``subject`` the head of who says it, and the name."""

    says: int | None
    subject: int
    name: str


def voice_of(tree: Tree, frames: Mapping[int, Frame], names: Names, story: Story) -> Voice | None:
    """Return who speaks in the main clause, or whom it goes by."""
    root = tree.root
    trailing = (token.index for token in tree if token.rel is Rel.PARATAXIS and token.head != root)
    candidates = (root, *tree.children(root, Rel.PARATAXIS, Rel.CONJ, Rel.DEP), *trailing)
    for index in candidates:
        frame = frames.get(index)
        if frame is None or frame.subject is None or frame.lemma not in story.reporting or frame.passive or frame.negated:
            continue
        if frame.modality is Modality.NONE:
            speaker = _named_behind(tree, frame.subject)
            return Voice(index, speaker, names.call(tree, speaker))
    cases = (token.head for token in tree if token.rel is Rel.CASE and token.lemma.lower() in story.of("according"))
    source = min((head for head in cases if tree[head].upos in {Upos.NOUN, Upos.PROPN}), default=None)
    return Voice(None, source, names.call(tree, source)) if source is not None else None


def _named_behind(tree: Tree, subject: int) -> int:
    """Return who is named behind a number: 'one of the victims, Ann Hale, said'; else the subject itself."""
    beside = (each for each in tree.children(subject, Rel.APPOS) if tree[each].upos is Upos.PROPN and each > subject)
    return next(beside, subject) if tree[subject].upos is Upos.NUM else subject


def can_speak(tree: Tree, subject: int, names: Names, story: Story) -> bool:
    """Tell whether a subject is somebody or a body, not a report, a law or a number of cases."""
    head = tree[subject]
    if head.upos in {Upos.PROPN, Upos.PRON}:
        return True
    one = names.of(tree, subject)
    return (one is not None and one.kind in {NamedKind.PERSON, NamedKind.BODY}) or is_role_word(head, story)


def says(frame: Frame, names: Names, story: Story) -> bool:
    """Tell whether a predicate is one of saying, by somebody who can speak."""
    quoted = frame.passive and frame.lemma in story.of("quoting")
    if frame.subject is None or not (quoted or (not frame.passive and frame.lemma in story.reporting)):
        return False
    return can_speak(frame.tree, frame.subject, names, story)


def principals(tree: Tree, subject: int, names: Names, story: Story) -> tuple[str, ...]:
    """Return whom a speaker speaks for: 'a spokesman for the company', 'Hale', who was introduced as the board's chief.

    Who has a name speaks for bodies only: 'Hale's mother, Ida Berg' speaks for herself.
    """
    one = names.of(tree, subject)
    named = one is not None and bool(one.name)
    phrases = (subject, *tree.children(subject, Rel.APPOS))
    roles = [each for each in phrases if tree[each].upos is Upos.NOUN and is_role_word(tree[each], story)]
    found: list[str] = []
    for each in (under for role in roles for under in tree.children(role, Rel.NMOD, Rel.NMOD_POSS)):
        other = names.of(tree, each)
        body = other is not None and other.kind in _BODIES and bool(other.name)
        if body or (not named and tree[each].upos is Upos.PROPN):
            found.append(names.call(tree, each))
    if one is not None and named and one.role:
        said = one.role.replace("’", "'").replace("'s ", " ")
        bodies = (each for each in names.everybody if each.kind in _BODIES and each.name != one.name)
        found += [each.name for each in bodies if any(f" {short} " in f" {said} " for short in each.short)]
    return tuple(each for each in dict.fromkeys(found) if one is None or each != one.name)


def spoke_after(tree: Tree, voice: Voice, story: Story) -> bool:
    """Tell whether a sentence only says after what somebody spoke ('she was speaking a day after the strike'), and nothing of what."""
    if voice.says is None or tree[voice.says].lemma not in story.of("talking") or is_quoted(tree):
        return False
    below = tree.children(voice.says, Rel.OBL, Rel.ADVCL)
    return any(tree[each].lemma in story.of("after") for under in below for each in tree.children(under, Rel.CASE, Rel.MARK))


def is_outsider(tree: Tree, subject: int, names: Names, story: Story) -> bool:
    """Tell whether somebody only comments: an analyst, a "fund manager", "a professor of law at Leeds".

    The people of a story are introduced with 'the'.
    """
    words = {tree[each].lemma.lower() for each in tree.subtree(subject)}
    one = names.of(tree, subject)
    if one is None:
        return bool(words & story.of("commentators"))
    opens = one.role.partition(" ")[0].lower()
    invests = story.of("investing").intersection(one.role.split()) and one.kind is NamedKind.PERSON
    elsewhere = not one.titled and _is_from_elsewhere(tree, subject, names, story)
    return bool(elsewhere or invests or (words | one.heads) & story.of("commentators")) or opens in story.of("indefinite") | story.of(
        "one_more"
    )


def _is_from_elsewhere(tree: Tree, subject: int, names: Names, story: Story) -> bool:
    """Tell whether somebody is told to be of a body that the article names nowhere else: 'Ann Hale of Arden Research'."""
    phrases = (subject, *tree.children(subject, Rel.APPOS))
    for under in (each for phrase in phrases for each in tree.children(phrase, Rel.NMOD)):
        links = {tree[each].lemma for each in tree.children(under, Rel.CASE)}
        body = names.of(tree, under)
        if links & story.of("employed_by") and body is not None and body.name and body.kind in _BODIES and names.count(body) == 1:
            return True
    return False


def reported_deed(read: Read, says: int, story: Story) -> int | None:
    """Return the deed that a sentence reports by somebody's word: 'The firm said its chief had resigned'."""
    dull = story.stative | story.reporting | story.cognition
    for each in read.tree.children(says, Rel.CCOMP):
        frame = read.frames.get(each)
        if frame is None or frame.subject is None or frame.negated or frame.modality is not Modality.NONE:
            continue
        if frame.tense is Tense.PAST and frame.perfect and frame.lemma not in dull and read.tree[each].upos is Upos.VERB:
            return each
    return None


def of_other_days(read: Read, story: Story) -> bool:
    """Tell whether somebody only says what was usual, or so at some time: 'We often met', 'There was a time when it was so'."""
    tree = read.tree
    if any(token.upos is not Upos.PROPN and token.lemma.lower() in story.habitual for token in tree):
        return True
    places = (each for frame in read.frames.values() if tree.children(frame.predicate, Rel.EXPL) for each in tree.children(frame.predicate))
    return any(tree[each].rel.main is Rel.NSUBJ and tree[each].lemma.lower() in story.of("periods") for each in places)
