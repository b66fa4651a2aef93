"""A short name said in full: 'Hale' as 'Ann Hale, the harbour master', 'FHT' as 'the Fife Harbour Trust'.

In: a Line, a name in it, whom it names, its Telling. Out: what stands in its place, or why a reader cannot place it.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.discourse.names import Named, NamedKind
from generator.extract.discourse.phrases import core
from generator.extract.headlines.calling import called, is_initials, is_late, with_article
from generator.extract.headlines.line import QUOTES, Line
from generator.extract.headlines.telling import Telling
from generator.model.tree import Rel, Tree, Upos

_REACH = 3
"""Over so many sentences a surname may be of another who was just named."""


@dataclass(frozen=True, slots=True)
class Naming:
    """``words`` instead of ``tokens``, or a ``fault``; nothing of it where a name says enough as it stands."""

    fault: str = ""
    tokens: tuple[int, ...] = ()
    words: str = ""


def words_of(line: Line) -> frozenset[str]:
    """Return the words of a line, small."""
    return frozenset(line.tree[each].text.lower() for each in line.kept)


@dataclass(frozen=True, slots=True)
class Short:
    """A name in a line: ``at`` is the head of its phrase, ``name`` its tokens, ``one`` whom it names; ``quoting`` if the line quotes."""

    line: Line
    at: int
    name: tuple[int, ...]
    one: Named
    quoting: bool


def in_full(short: Short, telling: Telling) -> Naming:
    """Return how a name is said in full."""
    tree, story, name, one = short.line.tree, telling.story, short.name, short.one
    words = [tree[each].text for each in name]
    bare = Naming(f"bare name: “{words[0]}”")
    known = words[0].lower() in story.of("well_known") | story.countries or words[0].lower().removesuffix("s") in story.demonyms
    if known or _is_another(tree, short.at, name, telling):
        return Naming()
    group = [each for each in core(tree, short.at) if each in short.line.has and each <= name[-1]]
    formal = len(group) > len(name) and tree[group[0]].text.lower().rstrip(".") in story.of("civil_titles")
    if len(words) == 1 and (len(words[0]) == 1 or (formal and " " not in one.name) or _is_unintroduced(short, telling)):
        return bare
    may_be = one.kind not in {NamedKind.PLACE, NamedKind.BODY} and not words[0].isupper()
    family = len(words) == 1 and words[0] in telling.names.families and may_be
    if one.kind is NamedKind.PERSON or family:
        return _person(short, telling, group, formal=formal) or bare
    if is_initials(words, one):
        return Naming("", name, one.name if name[0] != group[0] else with_article(one, telling.text))
    return Naming()


def _person(short: Short, telling: Telling, group: list[int], *, formal: bool) -> Naming | None:
    """Return how a person's name is said in full, with what he is where nothing in the line tells it; None where that is not sure."""
    tree, name, one = short.line.tree, short.name, short.one
    titled = any(tree[each].upos in {Upos.PROPN, Upos.NOUN} for each in group if each < name[0])
    if len(name) < len(one.name.split()):
        shared = telling.names.certain(tree, short.at) is None  # a surname that several bear
        unsure = shared and (_has_namesake_near(short, telling) or _is_of_another_sex(short, group, telling))
        if unsure or is_late(one, tree[name[-1]].text, telling.text):
            return None
        owned = any(tree[each].rel is Rel.NMOD_POSS for each in group)
        joined = any(tree[each].upos is Upos.CCONJ for each in group)  # 'Lopes and Hale', read as one name
        whole = tuple(group) if (formal or not titled) and not owned and not joined else name
        if whole[0] - 1 in short.line.has and tree[whole[0] - 1].text.lower().rstrip(".") in telling.story.of("civil_titles"):
            whole = (whole[0] - 1, *whole)  # a 'Mr' that was hung elsewhere
        return Naming("", whole, one.name if titled and not formal else called(one, words_of(short.line)))
    beside = any(each in short.line.has for each in tree.children(short.at, Rel.APPOS))
    if len(name) == 1 and not titled and not beside:
        return None
    return Naming() if titled or beside else _with_role(short)


def _with_role(short: Short) -> Naming:
    """Return how one who does something is said with what he is, where the article says so elsewhere: 'Ann Hale [the harbour master]'."""
    tree, at, one, name = short.line.tree, short.at, short.one, short.name
    told = any(each in short.line.has for each in tree.children(at, Rel.NMOD, Rel.NMOD_POSS, Rel.ACL_RELCL, Rel.ACL, Rel.CONJ))
    if tree[at].rel.main is not Rel.NSUBJ or told or one.name != " ".join(tree[each].text for each in name):
        return Naming()
    called_so = called(one, words_of(short.line))
    before, _, behind = called_so.partition(one.name)
    if before.strip():
        return Naming("", name[:1], f"[{before.strip()}] {tree[name[0]].text}")
    role = behind.strip(" ,")
    return Naming("", name[-1:], f"{tree[name[-1]].text} [{role}]") if role else Naming()


def _is_of_another_sex(short: Short, group: list[int], telling: Telling) -> bool:
    """Tell whether a 'Mr' or 'Ms' before a surname that several bear does not tell which of them is meant."""
    titles = {short.line.tree[each].text.lower().rstrip(".") for each in group} & telling.story.of("civil_titles")
    known = telling.story.male if short.one.gender == "m" else telling.story.female if short.one.gender == "f" else frozenset()
    return bool(titles - {"dr"}) and not titles & known


def _has_namesake_near(short: Short, telling: Telling) -> bool:
    """Tell whether the sentences just before name another whom the short name may mean; else it is of who was so named first."""
    names, now = telling.names, short.line.tree.sentence
    said = short.line.tree[short.name[-1]].text
    near = {number for (sentence, _), number in names.places.items() if now - _REACH <= sentence <= now}
    return any(names.everybody[each] != short.one and said in names.everybody[each].name.split() for each in near)


def _is_another(tree: Tree, at: int, name: tuple[int, ...], telling: Telling) -> bool:
    """Tell whether a name is one of its own: 'Robert “Bob” Hale' is no other Hale, 'Arden of Fife' and 'The Hale' no short forms."""
    behind = tree[name[-1] + 1].text.lower() if name[-1] + 1 < len(tree) else ""
    counted = any(tree[each].text.lower() in telling.story.of("ranks") for each in tree.children(at, Rel.AMOD))
    article = counted or any(tree[each].text == "The" and each for each in tree.children(at, Rel.DET))
    marks = [each.text in QUOTES for each in tree.tokens[max(0, name[0] - 3) : name[0]]]
    firm = behind.rstrip(".") in telling.story.of("firm_endings") or (name[0] > 0 and tree[name[0] - 1].text == "&")
    nicknamed = len(marks) == len("“B”") and marks[0] and marks[-1]
    return firm or nicknamed or behind in telling.story.of("of") or article


def _is_unintroduced(short: Short, telling: Telling) -> bool:
    """Tell whether one who speaks is nowhere said to be anybody: 'Hale said', and no more of him in all the article."""
    tree, at, one = short.line.tree, short.at, short.one
    speaks = tree[at].rel is Rel.NSUBJ and tree[tree[at].head].lemma in telling.story.reporting
    known = one.name.lower() in telling.story.of("well_known")
    person = one.kind is NamedKind.PERSON or (one.kind is NamedKind.UNKNOWN and short.quoting)
    alone = not known and person and not one.role and " " not in one.name and not one.name.isupper()
    return speaks and alone and not tree.children(at, Rel.COMPOUND, Rel.DET, Rel.APPOS, Rel.NMOD, Rel.ACL_RELCL)
