"""A line prints the tokens that are kept as the source has them, with whole quotations only."""

from __future__ import annotations

from generator.extract.headlines.line import Line
from generator.extract.headlines.quoting import is_unbroken, quotations, quoted_tokens
from tests.extract.planted import plant

SPOKEN = (
    "“/PUNCT/punct/4 +Trams/NOUN.plural/nsubj/4/tram will/AUX/aux/4 run/VERB.infinitive/ccomp/7 +,/PUNCT/punct/7 +”/PUNCT/punct/4 "
    "said/VERB.past/root/0/say Hale/PROPN/nsubj/7 +,/PUNCT/punct/8 the/DET/det/11 minister/NOUN/appos/8 +./PUNCT/punct/7"
)
TEXT, (TREE,) = plant(SPOKEN)
EVERYTHING = tuple(range(len(TREE)))


def test_a_line_is_printed_as_the_source_has_it_without_its_stop() -> None:
    assert Line(TREE, 6, EVERYTHING).printed() == "“Trams will run,” said Hale, the minister"


def test_what_is_left_out_takes_its_comma_along_at_the_end() -> None:
    line = Line(TREE, 6, EVERYTHING).without(frozenset({9, 10}))
    assert line.printed() == "“Trams will run,” said Hale"
    assert [span.of(TEXT) for span in line.spans()] == ["“Trams will run,” said Hale"]


def test_words_put_in_stand_for_their_tokens() -> None:
    assert Line(TREE, 6, EVERYTHING[:8]).putting((7,), "[Ann Hale]").printed() == "“Trams will run,” said [Ann Hale]"


def test_a_clause_put_before_who_says_so_gets_a_comma_and_the_first_word_of_the_sentence_is_small() -> None:
    text, (tree,) = plant(
        "Officials/NOUN.plural/nsubj/2/official said/VERB.past/root/0/say trams/NOUN.plural/nsubj/4/tram ran/VERB.past/ccomp/2/run"
    )
    line = Line(tree, 3, (2, 3, 0, 1), commas=frozenset({0}))
    assert line.printed() == "Trams ran, officials said"
    assert [span.of(text) for span in line.spans()] == ["trams ran", "Officials said"]


def test_a_quotation_is_unbroken_while_nothing_is_left_out_of_it() -> None:
    whole = Line(TREE, 6, EVERYTHING)
    assert quotations(whole) == ((0, 5),)
    assert quoted_tokens(whole) == frozenset(range(1, 5))
    assert is_unbroken(whole)
    assert not is_unbroken(whole.without(frozenset({2})))
    assert not is_unbroken(whole.without(frozenset({5})))
    assert not is_unbroken(whole.putting((1,), "[Buses]"))


def test_a_comma_behind_that_leaves_with_the_aside_that_it_opened() -> None:
    _, (tree,) = plant(
        "Hale/PROPN/nsubj/2 said/VERB.past/root/0/say that/SCONJ/mark/8 +,/PUNCT/punct/8 in/ADP/case/6 Fife/PROPN/obl/8 +,/PUNCT/punct/8 "
        "ran/VERB.past/ccomp/2/run trams/NOUN.plural/nsubj/8/tram"
    )
    everything = tuple(range(len(tree)))
    assert Line(tree, 1, everything).printed() == "Hale said that, in Fife, ran trams"
    assert Line(tree, 1, everything).without(frozenset({4, 5, 6})).printed() == "Hale said that ran trams"
