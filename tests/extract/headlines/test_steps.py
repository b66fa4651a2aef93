"""The steps to a headline, each by itself: what is cut first, what a line glues together, which one is meant, how somebody is called."""

from __future__ import annotations

import pytest

from generator.extract.discourse.names import Named, NamedKind
from generator.extract.discourse.reading import names_of
from generator.extract.events.frames import frames_of
from generator.extract.headlines.calling import called, is_initials, is_late, is_nameable, is_printable, owning, with_article
from generator.extract.headlines.full import Short, in_full
from generator.extract.headlines.lacking import is_firm
from generator.extract.headlines.line import Line
from generator.extract.headlines.referring import placed
from generator.extract.headlines.roots import roots
from generator.extract.headlines.seams import last_seam, seam_in, without_codes
from generator.extract.headlines.shape import shape_of
from generator.extract.headlines.shorten import cuts, may_leave
from generator.extract.headlines.telling import Telling
from generator.extract.headlines.which import dated_tokens, is_named_by, is_relation, points_back, tells_which
from generator.language.story import load_story
from generator.model.frame import Frame
from generator.model.span import Span
from generator.model.tree import Tree
from tests.extract.planted import plant

STORY = load_story("en")
ARDEN = Named("Fife Harbour Trust", Span(4, 22), 1, NamedKind.BODY)
HALE = Named("Ann Hale", Span(0, 8), 1, NamedKind.PERSON, role="harbour master", gender="f")


def told(*sentences: str, own: str = "") -> tuple[Line, Telling]:
    """Return the whole line of the last of some sentences, and what is known beside it."""
    text, trees = plant(*sentences)
    tree: Tree = trees[-1]
    spans = (Span(text.index(own), text.index(own) + len(own)),) if own else ()
    return Line(tree, tree.root, tuple(range(len(tree)))), Telling(text, names_of(text, trees, STORY), STORY, own=spans)


def at(line: Line, word: str) -> int:
    return next(each.index for each in line.tree if each.text == word)


CLOSED = (
    "The/DET/det/2 port/NOUN.singular/nsubj/3 closed/VERB.past/root/0/close on/ADP/case/5 Monday/PROPN/obl/3 "
    "however/ADV/advmod/3 +./PUNCT/punct/3"
)


def test_the_date_words_leave_first_where_the_entry_shows_them() -> None:
    line, telling = told(CLOSED, own="Monday")
    own = dated_tokens(line, telling)
    assert [line.tree[each].text for each in own] == ["Monday"]
    (root, *_) = roots(frames_of(line.tree, STORY)[line.root], STORY, own)
    first = next(cuts(root, telling, own))
    assert "Monday" not in first.line.printed()
    assert first.line.printed().startswith("The port closed")


def test_two_sentences_in_one_are_a_seam() -> None:
    line, telling = told(
        "Ports/NOUN.plural/nsubj/2 closed/VERB.past/root/0 ./PUNCT/punct/2 Ships/NOUN.plural/nsubj/5 left/VERB.past/conj/2"
    )
    assert seam_in(line, telling) == "two sentences in one"
    whole, telling = told("Ports/NOUN.plural/nsubj/2 closed/VERB.past/root/0 +./PUNCT/punct/2")
    assert seam_in(whole, telling) == ""
    assert last_seam(whole, 1, telling) == 0


def test_the_code_of_a_share_leaves_with_its_brackets() -> None:
    text, (tree,) = plant("Arden/PROPN/nsubj/5 (/PUNCT/punct/3 +ARDN.N/PROPN/appos/1 +)/PUNCT/punct/3 fell/VERB.past/root/0")
    assert [tree[each].text for each in without_codes(tree, tuple(range(len(tree))), text)] == ["Arden", "fell"]


PLANT = (
    "The/DET/det/2 plant/NOUN.singular/nsubj/5 in/ADP/case/4 Fife/PROPN/nmod/2 burned/VERB.past/root/0 "
    "as/SCONJ/mark/9 the/DET/det/9 other/ADJ/amod/9 plants/NOUN.plural/nsubj/10 closed/VERB.past/advcl/5"
)


def test_a_name_in_the_phrase_says_which_and_others_point_back() -> None:
    line, telling = told(PLANT)
    assert tells_which(line, at(line, "plant"), telling)
    assert is_named_by(line, at(line, "plant"), STORY)
    assert not tells_which(line, at(line, "plants"), telling)
    assert points_back(line, at(line, "plants"), STORY)


def test_a_minister_is_always_somebodys() -> None:
    line, _ = told("minister/NOUN.singular/nsubj/3 port/NOUN.singular/obl/3 left/VERB.past/root/0")
    assert is_relation(line.tree[0], STORY)
    assert not is_relation(line.tree[1], STORY)


@pytest.mark.parametrize(
    ("said", "wanted"), [(frozenset(), "Ann Hale, harbour master,"), (frozenset({"master"}), "Ann Hale")], ids=["", "the role is said"]
)
def test_somebody_is_called_by_name_and_office(said: frozenset[str], wanted: str) -> None:
    assert called(HALE, said) == wanted
    assert is_nameable(HALE, "f")


def test_a_body_is_called_by_its_initials_or_in_full() -> None:
    assert is_initials(["FHT"], ARDEN)
    assert not is_initials(["Fife"], ARDEN)
    assert with_article(ARDEN, "The Fife Harbour Trust closed.") == "the Fife Harbour Trust"
    assert is_late(HALE, "Hale", "Hale, Hale and Hale again, then Ann Hale.")
    assert not is_late(HALE, "Hale", "Ann Hale, then Hale.")


def test_a_lost_dash_is_not_printed_and_a_possessive_has_its_mark() -> None:
    assert is_printable("harbour-master", STORY)
    assert not is_printable("the doctor-more", STORY)
    assert owning("the ports") == "the ports’"


INTRODUCED = (
    "Harbour/NOUN/compound/2 master/NOUN/compound/4 Ann/PROPN/compound/4 Hale/PROPN/nsubj/5 resigned/VERB.past/root/0 +./PUNCT/punct/5"
)
AGAIN = "Hale/PROPN/nsubj/2 left/VERB.past/root/0/leave +./PUNCT/punct/2"


def test_a_surname_is_said_in_full() -> None:
    line, telling = told(INTRODUCED, AGAIN)
    one = telling.names.of(line.tree, 0)
    assert one is not None
    naming = in_full(Short(line, 0, (0,), one, quoting=False), telling)
    assert naming.fault == ""
    assert "Ann Hale" in naming.words
    assert "Ann Hale" in placed(line, telling).line.printed()


def test_a_firm_is_known_by_its_name_or_by_what_it_is_said_to_be() -> None:
    assert is_firm(Named("Arden Steel Ltd", Span(0, 15), 1, NamedKind.BODY), STORY)
    assert is_firm(Named("Arden", Span(0, 5), 1, NamedKind.BODY, heads=frozenset({"company"})), STORY)
    assert not is_firm(HALE, STORY)


@pytest.mark.parametrize(("word", "tied"), [("first", True), ("soon", False)])
def test_a_clause_stays_that_what_came_first_came_after(word: str, tied: bool) -> None:
    line, _ = told(
        f"Hale/PROPN/nsubj/3 {word}/ADV/advmod/3 sang/VERB.past/root/0/sing after/SCONJ/mark/6 trams/NOUN.plural/nsubj/6/tram "
        "ran/VERB.past/advcl/3/run"
    )
    shape = shape_of(line, 5, STORY)
    assert shape is not None
    assert shape.tied is tied


def test_no_firm_of_several_names_and_nothing_counted_is_a_bare_name() -> None:
    line, telling = told(
        "Carla/PROPN/compound/2 Hale/PROPN/nsubj/3 left/VERB.past/root/0/leave",
        "Lopes/PROPN/nsubj/5 &/CCONJ/cc/3 Hale/PROPN/conj/1 LLP/PROPN/appos/1 grew/VERB.past/root/0/grow",
    )
    one = telling.names.of(line.tree, 2) or HALE
    assert in_full(Short(line, 2, (2,), one, quoting=False), telling).tokens == ()


def test_what_stands_in_what_has_to_stay_never_leaves() -> None:
    line, _ = told(
        "Crews/NOUN.plural/nsubj/2/crew left/VERB.past/root/0/leave Fife/PROPN/obj/2 after/ADP/case/6 heavy/ADJ/amod/6 "
        "rain/NOUN.singular/obl/2"
    )
    root = next(iter(roots(Frame(line.tree, 1, 0), STORY, frozenset())))
    assert may_leave(at(line, "rain"), root)
    assert may_leave(at(line, "heavy"), root)
    assert not may_leave(at(line, "Crews"), root)
    assert not may_leave(at(line, "left"), root)
