"""What may leave a headline, cheapest first: a table. Each row carries a sentence that is its explanation and its test.

In: a Tree, a token, the Story. Out: the first row that fits the constituent of which the token is the head.

In the examples what the row leaves out stands in brackets; ``of`` tells the dated word behind the bar.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.extract.headlines.shape import Shape
from generator.model.story import Story
from generator.model.tree import Form, Rel, Token

ALWAYS = 0.0
"""The cost of what leaves every line."""
_ANY: frozenset[Rel] = frozenset()
_CLAUSES = frozenset({Rel.ADVCL, Rel.ACL})
_OBLIQUE = frozenset({Rel.OBL, Rel.OBL_UNMARKED, Rel.NMOD})
_HANGING = frozenset({Form.GERUND, Form.PARTICIPLE})


@dataclass(frozen=True, slots=True)
class Row:
    """A kind of constituent that may be left out.

    ``cost`` is what the line loses by it, in the worth of about two words each. ``apart`` asks whether it is set off by marks,
    ``fronted`` whether it stands before the line's subject. ``links`` and ``unless`` are groups of the story's words: one that its
    preposition or conjunction must belong to, and those that it must not; ``words`` is a group that its own head must belong to.
    What is empty is no matter.
    """

    name: str
    cost: float
    like: str
    rels: frozenset[Rel] = _ANY
    apart: bool | None = None
    fronted: bool | None = None
    first: bool | None = None
    """Whether it opens the line."""
    bracketed: bool | None = None
    finite: bool | None = None
    forms: frozenset[Form] = frozenset()
    words: str = ""
    links: str = ""
    unless: tuple[str, ...] = field(default=())
    closing: bool | None = None
    """Whether it ends the line, or a part of it that a mark closes."""
    identifies: bool | None = None
    """Whether it says which of several a definite noun means: 'the bridge that carries trams'."""
    left_bare: bool | None = None
    """Whether it hangs on a noun that says nothing without it: 'ahead of a year in which …'."""
    near: bool | None = None
    """Whether it follows at once on the word that it hangs on, and may be its complement: 'looks after refugees'."""
    linked: bool | None = None
    """Whether a preposition or conjunction joins it to the rest: 'a year earlier' has none."""
    listed: bool | None = None
    """Whether things are joined by 'and' in it: it may be the rest of a list."""
    complete: bool | None = None
    """Whether nothing behind it may belong to what is left: the object of 'killed and injured three people' does."""
    spoken: bool | None = None
    """Whether it hangs on a verb of saying: 'said in the letter', but not 'the steps outlined in the letter'."""
    names: bool | None = None
    """Whether it is the name of what is only described before it: 'the minister, Ann Hale'."""


ROWS = (
    Row("in brackets", ALWAYS, "The bridge [(built in 1902)] closed on Monday. | closed", bracketed=True),
    Row(
        "how the text goes on",
        ALWAYS,
        "[However], the port reopened on Monday. | reopened",
        rels=frozenset({Rel.ADVMOD, Rel.DISCOURSE, Rel.CC}),
        words="going_on",
        first=True,
    ),
    Row(
        "how the text goes on, in mid-line",
        ALWAYS,
        "The port[, meanwhile,] reopened on Monday. | reopened",
        rels=frozenset({Rel.ADVMOD, Rel.DISCOURSE}),
        words="going_on",
        apart=True,
    ),
    Row(
        "that it is more of the same",
        ALWAYS,
        "The port [also] reopened on Monday. | reopened",
        rels=frozenset({Rel.ADVMOD}),
        words="adding",
    ),
    Row("for instance", ALWAYS, "The port[, for instance,] reopened on Monday. | reopened", rels=_OBLIQUE, apart=True, words="instances"),
    Row(
        "where it was said",
        ALWAYS,
        "The port reopened on Monday, Ann Hale said [in a statement]. | reopened",
        rels=_OBLIQUE,
        words="said_in",
        links="said_links",
        spoken=True,
    ),
    Row(
        "a relative clause set off",
        1.0,
        "The bridge[, which carries trams], closed on Monday. | closed",
        rels=frozenset({Rel.ACL_RELCL}),
        apart=True,
    ),
    Row(
        "an aside",
        1.0,
        "The port[, it seemed,] reopened on Monday. | reopened",
        rels=frozenset({Rel.PARATAXIS, Rel.DEP}),
        apart=True,
    ),
    Row(
        "circumstances told first",
        1.5,
        "[Amid heavy rain], the port reopened on Monday. | reopened",
        rels=_OBLIQUE,
        linked=True,
        apart=None,
        fronted=True,
        unless=("place_links", "who_says", "on_condition"),
    ),
    Row(
        "a clause told first",
        2.0,
        "[While talks went on], the port reopened on Monday. | reopened",
        rels=_CLAUSES,
        fronted=True,
        unless=("on_condition", "means"),
    ),
    Row(
        "who somebody is, set off",
        3.0,
        "Ann Hale[, the minister], closed the port on Monday. | closed",
        rels=frozenset({Rel.APPOS}),
        apart=True,
        names=False,
    ),
    Row(
        "another deed, with a subject of its own",
        2.0,
        "The port closed on Monday [and ferries stayed away]. | closed",
        rels=frozenset({Rel.CONJ}),
        finite=True,
        complete=True,
    ),
    Row(
        "what followed, set off",
        2.0,
        "A lorry hit the bridge on Monday[, closing it to trams]. | hit",
        rels=_CLAUSES,
        apart=True,
        forms=_HANGING,
        unless=("on_condition", "means"),
    ),
    Row(
        "when and why, set off",
        2.0,
        "The port closed on Monday[, as the storm came nearer]. | closed",
        rels=frozenset({Rel.ADVCL}),
        apart=True,
        links="time_or_reason",
        unless=("on_condition", "means"),
    ),
    Row(
        "circumstances, set off",
        2.5,
        "The port reopened on Monday[, despite the strike]. | reopened",
        rels=_OBLIQUE,
        linked=True,
        apart=True,
        fronted=False,
        unless=("place_links", "who_says", "on_condition"),
    ),
    Row(
        "when and why",
        3.5,
        "The port closed on Monday [because the cranes had failed]. | closed",
        closing=True,
        rels=frozenset({Rel.ADVCL}),
        links="time_or_reason",
        unless=("on_condition", "means"),
    ),
    Row(
        "beside what it happened",
        3.5,
        "The port closed on Monday [amid fears of a storm]. | closed",
        closing=True,
        rels=frozenset({Rel.OBL}),
        links="circumstance",
        near=False,
        fronted=False,
    ),
    Row(
        "a clause that tells which",
        5.0,
        "Police closed a bridge on Monday [that carries trams]. | closed",
        rels=frozenset({Rel.ACL_RELCL}),
        apart=False,
        closing=True,
        identifies=False,
        left_bare=False,
    ),
    Row(
        "a second deed",
        5.0,
        "The port closed on Monday [and sent its workers home]. | closed",
        rels=frozenset({Rel.CONJ}),
        forms=frozenset({Form.PAST, Form.PRESENT}),
        complete=True,
    ),
)


_ASKED = (
    "apart",
    "fronted",
    "first",
    "near",
    "closing",
    "identifies",
    "left_bare",
    "listed",
    "linked",
    "bracketed",
    "finite",
    "complete",
    "spoken",
    "names",
)
_ASKS = {row.name: tuple((name, wanted) for name in _ASKED if (wanted := getattr(row, name)) is not None) for row in ROWS}
_BY_REL = {rel: tuple(row for row in ROWS if not row.rels or rel in row.rels or rel.main in row.rels) for rel in Rel}
MAY_LEAVE = frozenset(rel for rel, rows in _BY_REL.items() if any(row.rels for row in rows))
"""How a constituent hangs that one of the rows lets go, brackets apart."""


LEAST = min(row.cost for row in ROWS if row.cost > ALWAYS)
"""What it costs at least to leave out anything beside what leaves every line."""
_LEAVE_ALWAYS = {rel: tuple(row for row in rows if row.cost <= ALWAYS and row.words) for rel, rows in _BY_REL.items()}


def leaves_always(token: Token, story: Story) -> bool:
    """Tell whether a token's word is one of those that a row which costs nothing asks for."""
    rows = _LEAVE_ALWAYS[token.rel]
    return any(token.lemma.lower() in story.of(row.words) or token.text.lower() in story.of(row.words) for row in rows)


def row_of(shape: Shape) -> Row | None:
    """Return the cheapest row that lets a constituent leave the line, or None where it has to stay, as who says so has to."""
    if shape.says_so or (shape.tied and not shape.bracketed):
        return None
    for row in _BY_REL[shape.rel]:
        if _fits(row, shape):
            return row
    return None


def _fits(row: Row, shape: Shape) -> bool:
    if row.words and not shape.is_one_of(row.words):
        return False
    for name, wanted in _ASKS[row.name]:
        if getattr(shape, name) is not wanted:
            return False
    if (row.forms and shape.form not in row.forms) or (row.links and not shape.is_linked_by(row.links)):
        return False
    return not any(shape.is_linked_by(group) for group in row.unless)
