"""Whom a short name means: the fullest form of each name of an article, with what the article shows of who or what bears it.

In: an article's Trees, the Story. Out: FullNames.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.extract.discourse.names import NamedKind
from generator.extract.discourse.phrases import core, name_in
from generator.model.story import Story
from generator.model.tree import Rel, Tree, Upos

_QUOTES = frozenset({"“", '"', "``"})
_LONGEST = 5
"""A run of more capitals than this is a heading or a list, no name to be shortened."""
_INITIALS = 2
"""A first name of so many letters may be initials."""
_SURE = 0.7
"""The share of pronouns of one gender from which a name has that gender."""
_TITLE, _SHORT_TITLE = 9, 3
"""What a title counts before a full name, and before a short one, which his wife may bear too."""
_FIRST_NAME = 3
"""What a first name counts against the pronouns of sentences."""
_SPEAKING = frozenset({"who", "quoted+"})
"""Marks of a person among what stands beside a name: a clause with 'who', a saying in quotation marks."""
_OWNER = "owner+"
"""Mark of a firm among what stands beside a name."""
_OWNS = frozenset({Rel.COMPOUND, Rel.NMOD_POSS})
_INSIDE = frozenset({Rel.COMPOUND, Rel.FLAT, Rel.FIXED, Rel.GOESWITH, Rel.AMOD, Rel.NUMMOD, Rel.DET, Rel.CASE})

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FullNames:
    """The fullest form of each short name, by its words, and the kind and gender that the article shows of full names.

    ``shared`` are the short names that several bear.
    """

    full: dict[Name, Name]
    kinds: dict[Name, NamedKind]
    genders: dict[Name, str]
    shared: frozenset[Name] = frozenset()

    def of(self, name: Name) -> Name:
        """Return the fullest form of a name."""
        return self.full.get(name, name)

    def kind(self, name: Name) -> NamedKind:
        """Return what bears a (full) name."""
        return self.kinds.get(name, NamedKind.UNKNOWN)

    def gender(self, name: Name) -> str:
        """Return ``m``, ``f`` or nothing for who bears a (full) name."""
        return self.genders.get(name, "")


def full_names(trees: Sequence[Tree], story: Story) -> FullNames:
    """Gather the names of an article."""
    gathered = _Gathered(story)
    for tree in trees:
        gathered.read(tree)
    full, shared = _fullest(gathered, story)
    genders = gathered.genders(full)
    kinds = {name: _kind(name, gathered, full, genders, story) for name in {full.get(each, each) for each in gathered.counts}}
    return FullNames(full, kinds, genders, shared)


class _Gathered:
    """The names of the trees, how often and in what company they stand."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.counts: Counter[Name] = Counter()
        self.beside: defaultdict[Name, Counter[str]] = defaultdict(Counter)
        """Title, role and apposition words (lemmas, small) that stand with a name; prepositions as 'in-'."""
        self.sentences: list[tuple[list[Name], list[str]]] = []
        self.people: Counter[Name] = Counter()
        """Subjects of one word that alone are named in a sentence that goes on with 'he' or 'she', less those with 'it'."""

    def read(self, tree: Tree) -> None:
        named: list[Name] = []
        for token in tree:
            if token.upos is not Upos.PROPN:
                continue
            if token.rel in _INSIDE:
                self._read_owner(tree, token.index)
                continue
            at = name_in(tree, token.index, self.story)
            name = tuple(tree[each].text for each in at)
            if not at or len(at) > _LONGEST + 2 or name[0].lower() in self.story.not_names:
                continue
            self.counts[name] += 1
            named.append(name)
            self.beside[name].update(_beside(tree, token.index, at))
            self._read_owner(tree, token.index)
        if named and len(named[0]) == 1 and len(set(named)) == 1:
            self.people[named[0]] += self._leaning(tree, named[0])
        self.sentences.append((named, [token.text.lower() for token in tree if token.upos is Upos.PRON]))

    def _read_owner(self, tree: Tree, token: int) -> None:
        """Note of whom has shares or profits that it is a firm: 'Arden shares', 'Arden's net income'."""
        what = tree[tree[token].head] if tree[token].rel in _OWNS else None
        if what is not None and what.upos is Upos.NOUN and what.lemma.lower() in self.story.of("firm_property"):
            name = tuple(tree[each].text for each in name_in(tree, token, self.story))
            self.beside[name][_OWNER] += bool(name)

    def _leaning(self, tree: Tree, name: Name) -> int:
        """Return 1 where a sentence's subject is a he or she behind its name, -1 where it is an it, else 0."""
        at = next(token.index for token in tree if token.text == name[0])
        behind = {token.text.lower() for token in tree.tokens[at + 1 :] if token.upos is Upos.PRON or token.rel is Rel.NMOD_POSS}
        if tree[at].rel.main is not Rel.NSUBJ or not behind:
            return 0
        human = bool(behind & (self.story.of("masculine_pronouns") | self.story.of("feminine_pronouns")))
        return int(human) - int(bool(behind & self.story.of("neuter_pronouns")))

    def genders(self, full: dict[Name, Name]) -> dict[Name, str]:
        """Return genders by titles and first names; of names of several words also by the pronouns of sentences that name nobody else."""
        votes: defaultdict[Name, Counter[str]] = defaultdict(Counter)
        story = self.story
        for name, words in self.beside.items():
            weight = _TITLE if full.get(name, name) == name else _SHORT_TITLE
            for gender, known in (("f", story.female), ("m", story.male)):
                votes[full.get(name, name)][gender] += weight * sum(count for word, count in words.items() if word in known)
        for name in {full.get(each, each) for each in self.counts}:
            for gender, first in (("f", story.female_names), ("m", story.male_names)):
                votes[name][gender] += _FIRST_NAME * (len(name) > 1 and name[0].lower() in first)
        last: Name | None = None
        for named, pronouns in self.sentences:
            who = {full.get(each, each) for each in named}
            last = next(iter(who)) if len(who) == 1 else None if who else last
            if last is None or len(last) == 1 or _is_body(last, self, story):
                continue
            for gender, group in (("f", "feminine_pronouns"), ("m", "masculine_pronouns")):
                votes[last][gender] += any(each in story.of(group) for each in pronouns)
        return {name: gender for name, count in votes.items() for gender in ("m", "f") if count[gender] > _SURE * (count["m"] + count["f"])}


def _beside(tree: Tree, head: int, name: tuple[int, ...]) -> Iterable[str]:
    """Yield the words that tell who bears a name: before it, in apposition, and the preposition it stands behind."""
    before = [each for each in core(tree, head) if each < name[0]]
    yield from (tree[each].lemma.lower().rstrip(".") for each in before[-1:])
    appositions = [*tree.children(head, Rel.APPOS), *([tree[head].head] if tree[head].rel is Rel.APPOS else [])]
    if name[0] and tree[name[0] - 1].text in {"(", ":"}:
        appositions = []
    yield from (tree[each].lemma.lower() for each in appositions)
    yield from (tree[case].lemma.lower() + "-" for case in tree.children(head, Rel.CASE))
    if tree[head].rel.main is Rel.NSUBJ:
        yield "subject-"
        saying = tree[head].head
        if any(token.text in _QUOTES for token in tree.tokens[:saying]) and tree.children(saying, Rel.CCOMP):
            yield "quoted+"
    for clause in tree.children(head, Rel.ACL_RELCL):
        yield from (tree[each].text.lower() for each in tree.children(clause, Rel.NSUBJ) if tree[each].upos is Upos.PRON)


def _fullest(gathered: _Gathered, story: Story) -> tuple[dict[Name, Name], frozenset[Name]]:
    """Return the full form of each name that is a surname, a first word or the initials of a longer name, and those that several share.

    What several share means the one who is named in full first: a story's main figure goes on by surname, his kin are named in full again.
    """
    counts = gathered.counts
    whole = [name for name in counts if 1 < len(name) <= _LONGEST and not all(word.isupper() for word in name)]
    wanted: defaultdict[Name, list[Name]] = defaultdict(list)
    for name in whole:
        body = _is_body(name, gathered, story)
        for short in _shorts(name, story, body=body):
            if short in counts and (body or _may_be_person(name, short, gathered, story)):
                wanted[short].append(name)
        if not body and name[:1] in counts and (_is_person(gathered.beside[name], story) or _is_owner(name[:1], gathered, story)):
            wanted[name[:1]].append(name)
    order = {name: place for place, name in enumerate(counts)}
    full: dict[Name, Name] = {}
    shared: set[Name] = set()
    for short, longer in wanted.items():
        if _is_country(short, gathered, story):
            continue
        first = min(longer, key=order.__getitem__)
        forms = [name for name in longer if set(name) <= set(first) or set(first) <= set(name)]
        full[short] = max(forms, key=lambda name: (counts[name], -len(name), name))
        if len(forms) < len(longer):
            shared.add(short)
    return {short: full.get(best, best) for short, best in full.items()}, frozenset(shared)


def _is_country(name: Name, gathered: _Gathered, story: Story) -> bool:
    """Tell whether a name alone is a country's or a city's, whoever is called after it: 'Mexico', not 'New Mexico' or 'Mr Jordan'."""
    titled = (story.titles | story.abbreviated_titles) & gathered.beside[name].keys()
    return len(name) == 1 and name[0].lower() in story.countries and not titled


def _may_be_person(name: Name, short: Name, gathered: _Gathered, story: Story) -> bool:
    """Tell whether a long name can be a person's whose surname the short one is: not 'Tory England' and 'in England'."""
    if _is_person((*gathered.beside[name], *gathered.beside[short]), story) or (len(short) == 1 and short[0].isupper()):
        return True
    if "quoted+" in gathered.beside[short] or gathered.people[short] > 0:
        return True
    if name[0].lower() in story.demonyms or name[0].isupper() or "the" in gathered.beside[short]:
        return False
    beside = gathered.beside[short]
    placed = any(word.endswith("-") and word[:-1] in story.of("place_links") | story.of("of") for word in beside)
    if name[0].lower() in story.male_names | story.female_names:
        return not any(word[:-1] in story.of("place_links") for word in beside if word.endswith("-"))
    return "subject-" in beside and not placed


def _shorts(name: Name, story: Story, *, body: bool) -> Iterable[Name]:
    """Yield the ways in which a full name is said again."""
    if body:
        ends = name[-1].lower().rstrip(".") in story.of("firm_endings")
        if ends:
            known = story.of("well_known") | story.countries
            yield from (name[:last] for last in range(1, len(name)) if last > 1 or name[0].lower() not in known)
        own = name[:-1] if ends else name
        initials = "".join(word[0] for word in own if word[0].isupper() or word == "&")
        yield from ((each,) for each in (initials, ".".join(initials) + ".") if len(initials) > 1)
    else:
        initials = "".join(word[0] for word in name)
        person = name[0].lower() in story.male_names | story.female_names or len(name) <= _INITIALS
        yield from ((initials,) for _ in name[1:2] if initials.isupper() and not person)  # 'GM' is no George Mason
        yield from (name[first:] for first in range(1, len(name)))
        if len(name) > _INITIALS:
            yield (name[0], name[-1])


def _is_body(name: Name, gathered: _Gathered, story: Story) -> bool:
    lows = [word.lower().rstrip(".") for word in name]
    if "&" in lows or set(lows) & (story.organisations | story.of("bodies") | story.of("firm_endings")):
        return True
    beside = gathered.beside[name]
    return "the" in beside or any(word in story.organisations for word in beside) or _is_owner(name, gathered, story)


def _is_owner(name: Name, gathered: _Gathered, story: Story) -> bool:
    """Tell whether a name is one of those that have shares or profits, and nothing says that a person bears it."""
    beside, first = gathered.beside[name], name[0].lower()
    person = _is_person(beside, story) or gathered.people[name] > 0 or first in story.male_names | story.female_names
    return beside[_OWNER] > 0 and not person and not _is_country(name, gathered, story) and first not in story.demonyms


def _is_person(beside: Iterable[str], story: Story) -> bool:
    """Tell whether one of the words beside a name says that a person bears it."""
    known = story.people | story.titles | story.abbreviated_titles
    return any(word.rpartition("-")[2] in known or word in _SPEAKING for word in beside)


def _kind(name: Name, gathered: _Gathered, full: dict[Name, Name], genders: dict[Name, str], story: Story) -> NamedKind:
    if (country := _is_country(name, gathered, story)) or _is_body(name, gathered, story):
        return NamedKind.PLACE if country else NamedKind.BODY
    beside: Counter[str] = Counter()
    forms = (name, *(short for short, whole in full.items() if whole == name))
    for each in forms:
        beside.update(gathered.beside[each])
    capitals = len(name) == 1 and name[0].isupper() and len(name[0]) > 1
    if _is_person(beside, story) and not (capitals and not (story.titles | story.abbreviated_titles) & beside.keys()):
        return NamedKind.PERSON
    if capitals or any(_is_owner(each, gathered, story) for each in forms):
        return NamedKind.BODY
    if name in genders or any(name[-1:] == short for short, whole in full.items() if whole == name):
        return NamedKind.PERSON
    if gathered.people[name] > 0 and not any(word[:-1] in story.of("place_links") for word in beside if word.endswith("-")):
        return NamedKind.PERSON
    placed = sum(count for word, count in beside.items() if word[:-1] in story.of("place_links") and word.endswith("-"))
    return NamedKind.PLACE if placed and placed >= beside["subject-"] else NamedKind.UNKNOWN
