"""What a line has told already, so that a reader of the line alone knows whom 'the bank', 'the losses' or 'they' means.

In: a Line, a noun or pronoun in it, its Telling, who was named in it so far. Out: True or False.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.extract.discourse.names import Named, NamedKind
from generator.extract.discourse.phrases import core, is_plural, is_ticker
from generator.extract.headlines.line import Line
from generator.extract.headlines.roots import is_finite
from generator.extract.headlines.telling import Telling
from generator.model.tree import Form, Rel, Tree, Upos

_SUBJECTS = (Rel.NSUBJ, Rel.NSUBJ_PASS)
_STEM = 3
"""So many letters a deed and the noun for it share at least: 'lost', 'losses'."""
_PAIR = 2
"""So many are 'the two' or 'the pair'."""


def is_taken_up(line: Line, at: int, here: Sequence[tuple[int, Named | None]], telling: Telling) -> bool:
    """Tell whether a definite noun takes up what the line told before: by a kind of its own, its last word, its deed, or two names.

    *here* are those named before it, with their tokens.
    """
    tree, story = line.tree, telling.story
    lemma = tree[at].lemma.lower()
    group = core(tree, at)
    bare = len(group) <= len(("the", lemma))
    kind = NamedKind.PLACE if lemma in story.places else NamedKind.BODY if lemma in story.of("any_body") else None
    if kind is not None and bare and kind in {one.kind for _, one in here if one}:
        return True
    leads = tree[at].rel in _SUBJECTS and tree[at].head == line.root  # 'The government closed ports in Spain'
    if lemma in story.of("national") and len(_lands(line, len(tree) if leads else group[0], telling)) == 1:
        return True  # 'Spain's ports closed as the government fell'
    if len(group) <= len(("the", "two", lemma)) and _means_two(line, at, telling) and _how_many(here) >= _PAIR:
        return True
    before = [tree[each] for each in line.kept if each < group[0]]
    if bare and any(each.upos is Upos.PROPN and each.text.lower() == lemma for each in before):
        return True  # 'Fife Bank boss Ann Hale said the bank …'
    if bare and lemma in story.of("firm_words") and tree[at].rel is not Rel.OBJ and _names_body(line, group[0], telling):
        return True
    return any(each.upos in {Upos.VERB, Upos.NOUN} and _is_deed_of(each.lemma.lower(), lemma) for each in before)


def _lands(line: Line, before: int, telling: Telling) -> set[str]:
    """Return the countries that a line names, by their names or by what is theirs, before a token."""
    lands = {form: names.partition("=")[0] for names in telling.story.of("lands") for form in names.split("=")}
    return {lands[word] for each in line.kept if each < before and (word := line.tree[each].text.lower()) in lands}


def is_told_before(tree: Tree, at: int, named: Sequence[Named | None], telling: Telling) -> bool:
    """Tell whether the sentence before, which is read with the line, tells what a noun takes up: by its word, or all of it as a deed.

    *named* are those told of in that sentence.
    """
    before, lemma = telling.before, tree[at].lemma.lower()
    if before is None:
        return False
    one = telling.names.of(tree, at)
    bare = len(core(tree, at)) <= len(("the", lemma))
    if one is not None and (one in named or (bare and one.sentence == tree.sentence and tree[at].form is not Form.PLURAL)):
        return True  # 'the testimony' behind what somebody told a court
    kinds = {NamedKind.PERSON} if lemma in telling.story.people else set()
    kinds |= {NamedKind.BODY, NamedKind.UNKNOWN} if lemma in telling.story.of("firm_words") else set()
    if sum(each is not None and bool(each.name) and each.kind in kinds for each in named) == 1:
        return True
    return (bare and lemma in telling.story.acts) or any(
        each.upos in {Upos.VERB, Upos.NOUN} and _is_deed_of(each.lemma.lower(), lemma) for each in before
    )


def _means_two(line: Line, at: int, telling: Telling) -> bool:
    tree = line.tree
    counted = any(tree[each].lemma.lower() in telling.story.of("pairs") for each in tree.children(at, Rel.NUMMOD))
    return counted or tree[at].lemma.lower() in telling.story.of("pairs")


def _how_many(here: Sequence[tuple[int, Named | None]]) -> int:
    """Return how many people and bodies were named."""
    return len({one.name for _, one in here if one is not None and one.name and one.kind is not NamedKind.PLACE})


def _names_body(line: Line, before: int, telling: Telling) -> bool:
    """Tell whether one body, and no other, stands in a line before a token, be it within the office of one of its people."""
    said = " ".join(line.put.get(each, line.tree[each].text) for each in line.kept if each < before)
    tree = line.tree
    owning = [[tree[each].text] for each in line.kept if each < before and tree[each].rel is Rel.COMPOUND]
    everybody = telling.names.everybody
    bodies = [one for one in everybody if one.kind is NamedKind.BODY or (one.kind is NamedKind.UNKNOWN and one.name.split()[-1:] in owning)]
    return sum(any(_has(said, each) for each in (*one.short, one.name)) for one in bodies) == 1


def _has(said: str, name: str) -> bool:
    return bool(name) and f" {name} " in f" {said.replace('’s', '').replace('[', '').replace(']', '')} "


def _is_deed_of(verb: str, noun: str) -> bool:
    """Tell whether a noun is the deed of a verb, or the same noun.

    >>> [_is_deed_of(*each) for each in (("lose", "loss"), ("announce", "announcement"), ("plan", "plant"), ("report", "reporter"))]
    [True, True, False, False]
    """
    if verb == noun:
        return True
    stem = verb.rstrip("e")
    rest = noun.removeprefix(stem)
    return len(stem) >= _STEM and rest != noun and rest in {"s", "al", "ing", "ment", "ure", "ion", "ation", "ition", "ance"}


def is_owned_by_name(line: Line, at: int, telling: Telling) -> bool:
    """Tell whether shares or a profit are told with a name that was not read as one: 'Arden shares', 'Arden’s (ARDN.N) profit'."""
    group = core(line.tree, at)
    opens = line.tree[group[0]].text
    before = line.tree.tokens[max(0, group[0] - 2) : group[0]]
    named = opens[:1].isupper() and any(opens in one.name.split() for one in telling.names.everybody)
    return named or any(is_ticker(each.text) for each in before)


def has_several(line: Line, at: int, telling: Telling) -> bool:
    """Tell whether several are the subject of a clause round a 'they' or 'their': 'Trams and buses left their depots'."""
    tree = line.tree
    verbs = {tree[at].head, *tree.ancestors(at)}
    own = tree[at].head if tree[at].rel is not Rel.NMOD_POSS else -1
    for verb in sorted(verbs):
        for subject in tree.children(verb, *_SUBJECTS):
            told = subject in line.has and subject < at and at not in tree.subtree(subject)
            if told and verb != own and (is_plural(tree, subject, telling.story) or _is_joined(tree, subject)):
                return True
    return False


def _is_joined(tree: Tree, subject: int) -> bool:
    """Tell whether a subject is more than one, or a share of them: 'Hale and Lopes', '70 percent'."""
    return bool(tree.children(subject, Rel.CONJ)) or tree[subject].lemma in {"percent", "%"}


def speaks_of_itself(line: Line, at: int, telling: Telling) -> bool:
    """Tell whether an 'it' is who says so, and no person: 'The Fife navy said it had lost a ship'."""
    return any(_is_none(line.tree, each, telling) for each in _speakers(line, at, telling))


def _speakers(line: Line, at: int, telling: Telling) -> Iterator[int]:
    """Yield the subject before a pronoun of the verb of saying whose clause has the pronoun for its subject."""
    tree = line.tree
    verb = tree[at].head
    if tree[at].rel.main is not Rel.NSUBJ or tree[verb].rel is not Rel.CCOMP or not is_finite(tree, verb):
        return
    above = tree[verb].head
    if tree[above].lemma in telling.story.reporting:
        yield from (each for each in tree.children(above, Rel.NSUBJ) if each in line.has and each < at)


def _is_none(tree: Tree, subject: int, telling: Telling) -> bool:
    """Tell whether a subject is no person: a body by its word, or by its name."""
    story, token = telling.story, tree[subject]
    if token.lemma.lower() in story.organisations | story.of("national") | story.of("bodies"):
        return True
    one = telling.names.of(tree, subject)
    return token.upos is Upos.PROPN and one is not None and one.kind in {NamedKind.BODY, NamedKind.PLACE}
