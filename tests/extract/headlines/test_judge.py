"""What the judge does not let pass: one line for each reason that the printed cases do not show."""

from __future__ import annotations

import pytest

from generator.extract.discourse.reading import names_of
from generator.extract.headlines.judge import fault, fault_of_sentence
from generator.extract.headlines.line import Line
from generator.extract.headlines.roots import Root
from generator.extract.headlines.telling import Telling
from generator.language.story import load_story
from generator.model.frame import Frame
from generator.model.span import Span
from tests.extract.planted import plant

STORY = load_story("en")
STORMS = (
    "Crews/NOUN.plural/nsubj/2 left/VERB.past/root/0/leave despite/ADP/case/4 storms/NOUN.plural/obl/2 that/PRON/nsubj/6 "
    "came/VERB.past/acl:relcl/4/come +,/PUNCT/punct/2 and/CCONJ/cc/9 closed/VERB.past/conj/2/close ports/NOUN.plural/obj/9 +./PUNCT/punct/2"
)
SINCE = (
    "Ports/NOUN.plural/nsubj/3 have/AUX.present/aux/3 closed/VERB.participle/root/0/close here/ADV/advmod/3 "
    "{}/ADP/case/7 {}/ADJ/amod/7 week/NOUN/obl/3 +./PUNCT/punct/3"
)
INDEX = (
    "An/DET/det/2 index/NOUN.singular/nsubj/5 +./PUNCT/punct/4 FIFE/PROPN/appos/2 "
    "fell/VERB.past/root/0/fall sharply/ADV/advmod/5 +./PUNCT/punct/5"
)
SAYING = (
    "Ann/PROPN/compound/2 Hale/PROPN.singular/nsubj/3 said/VERB.past/root/0/say ports/NOUN.plural/nsubj/5 closed/VERB.past/ccomp/3/close "
    "more/ADJ/amod/7 support/NOUN.singular/obj/3 +./PUNCT/punct/3"
)


def judged(sentence: str, out: frozenset[int] = frozenset(), own: str = "", *, text: str = "") -> str:
    """Return the fault of a sentence's line without some of its tokens."""
    plain, (tree,) = plant(sentence)
    plain = text or plain
    line = Line(tree, tree.root, tuple(at for at in range(len(tree)) if at not in out))
    dated = (Span(plain.index(own), plain.index(own) + len(own)),) if own else ()
    telling = Telling(plain, names_of(plain, (tree,), STORY), STORY, own=dated)
    return fault(line, Root("its own clause", line, 0.0, frozenset({tree.root}), dated=True), Frame(tree, tree.root), telling)


@pytest.mark.parametrize(("link", "which", "found"), [("since", "last", "told from its own day: “last”"), ("since", "Easter", "")])
def test_a_line_does_not_say_last_week(link: str, which: str, found: str) -> None:
    sentence = SINCE.format(link, which)
    assert judged(sentence, own=f"{which} week") == found


def test_the_code_of_an_index_is_no_word() -> None:
    plain, _ = plant(INDEX)
    assert judged(INDEX, frozenset({2}), text=plain.replace("index. FIFE", "index .FIFE")) == "it has the page's own marks in it"


def test_nothing_is_no_sentence() -> None:
    plain, (tree,) = plant(SAYING)
    assert fault_of_sentence(Line(tree, tree.root, ()), Telling(plain, names_of(plain, (tree,), STORY), STORY)) == "no sentence"


def test_nothing_but_a_clause_is_said() -> None:
    assert judged(SAYING) == "what is said is torn"
    assert judged(SAYING, frozenset({5, 6})) == ""


def test_a_clause_behind_a_verb_that_tells_nothing_is_another_sentence() -> None:
    moved = (
        "Crews/NOUN.plural/nsubj/2 moved/VERB.past/root/0/move ten/NUM/nummod/4 boats/NOUN.plural/nsubj/5 sank/VERB.past/ccomp/2/sink "
        "here/ADV/advmod/5 +./PUNCT/punct/2"
    )
    assert judged(moved) == "two clauses in one"
    assert judged(moved.replace("moved", "feared").replace("/move", "/fear")) == ""


def test_a_line_that_ends_in_no_stop_is_a_caption() -> None:
    assert judged(STORMS.removesuffix(" +./PUNCT/punct/2")) == "no sentence"


def test_a_line_keeps_a_name_of_its_sentence() -> None:
    told = (
        "Ports/NOUN.plural/nsubj/2 closed/VERB.past/root/0/close for/ADP/case/4 repairs/NOUN.plural/obl/2 in/ADP/case/6 "
        "Fife/PROPN/obl/2 +./PUNCT/punct/2"
    )
    assert judged(told, frozenset({4, 5})) == "names nobody"
    assert judged(told) == judged(told.replace("PROPN", "NOUN"), frozenset({4, 5})) == ""


def test_what_tells_of_a_noun_has_the_noun_before_it() -> None:
    assert judged(STORMS, frozenset({2, 3, 6})) == "what it hangs on is left out"


def test_brackets_are_whole() -> None:
    bracketed = STORMS.replace("despite/ADP/case/4", "(/PUNCT/punct/4")
    assert judged(bracketed) == "a bracket is torn"


def test_no_where_stands_without_the_day_that_it_tells_of() -> None:
    opens = (
        "Courts/NOUN.plural/nsubj/2 opened/VERB.past/root/0/open on/ADP/case/4 Monday/PROPN/obl/2 where/ADV/advmod/7 Hale/PROPN/nsubj/7 "
        "spoke/VERB.past/advcl/2/speak +./PUNCT/punct/2"
    )
    assert judged(opens, frozenset({2, 3})) == "what it hangs on is left out"
