"""The register of an article: the people, bodies, places and things that it speaks of, and every way in which it names them.

In: who is registered, and what each phrase means (``reading.py`` finds it out). Out: for a token of a tree, who or what its phrase means.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from generator.extract.discourse.matter import Matter
from generator.extract.discourse.phrases import called, core, is_role_word, shortened, words_of
from generator.model.span import Span
from generator.model.story import Story
from generator.model.tree import Form, Rel, Tree, Upos

_CLAUSES = frozenset({Rel.ACL, Rel.ACL_RELCL, Rel.APPOS, Rel.ADVCL, Rel.CONJ, Rel.CC, Rel.PARATAXIS, Rel.PUNCT, Rel.NSUBJ, Rel.COP})


class NamedKind(StrEnum):
    """What somebody or something is, as far as the article shows it."""

    PERSON = "person"
    BODY = "body"
    """A company, ministry, party, court …: it acts and speaks, and is an 'it' or a 'they'."""
    PLACE = "place"
    THING = "thing"
    """What is only described: a plant, a report, a plan."""
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something that an article speaks of.

    ``name`` is the fullest name that the article gives, without titles ('Ann Hale'), empty for what is only described.
    ``role`` is who or what it is said to be, in the source's words: the title before the name, else the apposition
    ('transport minister', 'a spokeswoman for the port'); ``heads`` are the lemmas of such words, by which 'the minister' is known again.
    ``first`` is where the fullest early form stands in the text, ``sentence`` where it is first named; ``short`` is how it is said again.
    ``gender`` is ``m``, ``f`` or empty (not known, or none); ``plural`` is True for several.
    """

    name: str
    first: Span
    sentence: int
    kind: NamedKind = NamedKind.UNKNOWN
    role: str = ""
    titled: bool = False
    """Whether the role stands before the name ('transport minister Ann Hale') and can be said with it so."""
    fitting: bool = True
    """Whether the role is that of a person or body: a minister's or a bank's, not 'Ann Hale, a misunderstanding'."""
    heads: frozenset[str] = frozenset()
    gender: str = ""
    plural: bool = False
    words: str = ""
    """What is only described, in a word or two without an article: 'chemical plant'."""
    short: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def shown(self) -> str:
        """How to call it where nothing was said before: with the title before its name, where it has one."""
        return f"{self.role} {self.name}" if self.titled and self.role and self.name else self.name


def may_be_firm(one: Named, story: Story) -> bool:
    """Tell whether somebody may be 'the company': a body with a name, but no 'Supreme Court'."""
    public = story.of("bodies") - story.of("firm_words")
    return one.kind is NamedKind.BODY and bool(one.name) and one.name.rpartition(" ")[2].lower() not in public


def with_role(one: Named, tree: Tree, head: int, text: str, story: Story) -> Named:
    """Return who has no role yet with the one that a clause says is his now: 'Ann Hale is head of research at the Fife Trust'."""
    now = any(tree[each].form is Form.PRESENT for each in tree.children(head, Rel.COP)) and not tree.children(head, Rel.AUX)
    open_to_it = " " in one.name and not one.role and one.kind in {NamedKind.PERSON, NamedKind.UNKNOWN} and not one.plural
    denied = any(tree[each].lemma in story.of("not") | story.of("no") for each in tree.children(head))
    if not now or not open_to_it or denied or not is_role_word(tree[head], story):
        return one
    first, last = core(tree, head)[0], max(at for each in (head, *tree.children(head, Rel.NMOD)) for at in tree.subtree(each, _CLAUSES))
    role = shortened(words_of(tree, (first, last), text), tree[head].text, story)
    torn = any(mark in role for mark in '()[]:;“”"') or any(word in story.possessives for word in role.lower().split())
    return one if torn else replace(one, role=role, kind=NamedKind.PERSON, heads=one.heads | {tree[head].lemma.lower()})


def families(everybody: Iterable[Named], story: Story) -> frozenset[str]:
    """Return the last words of full names that are people's: a surname that several bear, or that stands for nobody in full."""
    first = story.male_names | story.female_names
    joined = frozenset("/&")
    full = [
        one for one in everybody if " " in one.name and one.kind not in {NamedKind.PLACE, NamedKind.BODY} and not joined & set(one.name)
    ]
    people = (one for one in full if one.kind is NamedKind.PERSON or one.gender or one.name.partition(" ")[0].lower() in first)
    bodies = story.organisations | story.of("bodies") | story.of("firm_endings")
    return frozenset(last for one in people if (last := one.name.split()[-1]).lower().rstrip(".") not in bodies)


@dataclass(frozen=True, slots=True)
class Names:
    """Who and what the phrases of an article mean, by (sentence, head token) of a phrase.

    ``sure`` holds the places where only one can be meant: names said in full or short for one only, roles that one only has,
    pronouns that fit one only. The others are the likeliest.
    """

    everybody: tuple[Named, ...] = ()
    places: Mapping[tuple[int, int], int] = field(default_factory=lambda: MappingProxyType({}))
    sure: frozenset[tuple[int, int]] = frozenset()
    firsts: frozenset[tuple[int, int]] = frozenset()
    families: frozenset[str] = frozenset()
    """Surnames of people who are named in full somewhere; one that names nobody surely is borne by several."""
    matter: Matter = field(default_factory=Matter)

    @property
    def subject(self) -> Named | None:
        """The body that the article is about."""
        return self.everybody[self.matter.body] if self.matter.body is not None else None

    def of(self, tree: Tree, token: int) -> Named | None:
        """Return whom or what the phrase round a token most likely means; None where nothing is known of it."""
        number = self.places.get((tree.sentence, token))
        return self.everybody[number] if number is not None else None

    def certain(self, tree: Tree, token: int) -> Named | None:
        """Return the same where only one can be meant, else None."""
        return self.of(tree, token) if (tree.sentence, token) in self.sure else None

    def call(self, tree: Tree, token: int) -> str:
        """Return what the phrase round a token is called, for comparing: the full name of whom it means, else its own words.

        Nothing for a pronoun that fits nobody.
        """
        one = self.of(tree, token) if tree[token].upos is not Upos.NOUN else self.certain(tree, token)
        if one is not None and (one.name or tree[token].upos is Upos.PRON):
            return one.name or one.words
        return "" if tree[token].upos is Upos.PRON else called(tree, token)

    def actors(self, tree: Tree, token: int | None) -> tuple[str, ...]:
        """Return what a subject is called, each for himself where several are joined ('Hale and Lopes')."""
        if token is None:
            return ()
        return tuple(dict.fromkeys(name for each in (token, *tree.children(token, Rel.CONJ)) if (name := self.call(tree, each))))

    def count(self, one: Named) -> int:
        """Return how many phrases of the article mean somebody."""
        return sum(self.everybody[number] is one for number in self.places.values())

    def is_first(self, tree: Tree, token: int) -> bool:
        """Tell whether nothing earlier in the article means the same."""
        return (tree.sentence, token) in self.firsts
