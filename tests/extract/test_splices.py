"""Captions and headings glued to a sentence are parted from it; names, titles and quotations stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.segment.splices import split_splices
from generator.language import load
from generator.model.language import SentenceRules
from generator.model.span import Span

CASES = """
Large parts of the port have been flooded | The charity said that tents were on their way to the town.
Rui Dias, Daily News, Lisbon | The scars of the storm are plain to see in the streets.
PROFITS MAY RISE | But the bank still has to find a new head for its branch.
Her son had "sailed far" | A young dog that the cook had kept was found ashore.
Two boys were seen on 25 May | Several people called the police about them that night.
The fund sold 406 million Class A shares at once for ten euros each.
Listeners of the Over to You hour may send in what they like.
He said “we saw The old man and his two sons in the street” and left.
They met at the offices of the group and The band played on till late.
Prices rose The end.
3 March 2011 The trial is put off so that both sides can prepare.
"""


def rules() -> SentenceRules:
    language = load("en")
    assert language is not None
    return language.sentences


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_a_sentence_is_parted_where_another_was_glued_on(case: str) -> None:
    text = case.replace(" | ", " ")
    assert [span.of(text) for span in split_splices(text, [Span(0, len(text))], rules())] == case.split(" | ")


@given(st.text(alphabet="aAbThe \"“”()'.1", max_size=80))
def test_splits_keep_every_word_in_order(text: str) -> None:
    parts = [span.of(text) for span in split_splices(text, [Span(0, len(text))], rules())]
    assert " ".join(parts).split() == text.split()
