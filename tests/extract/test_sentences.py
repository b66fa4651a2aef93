"""Sentences: where one ends and where a full stop only looks like an end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.segment.sentences import paragraph_spans, segment, sentence_spans, sentences_at
from generator.model.article import Article, Block, BlockKind
from generator.model.span import Source, Span
from tests.articles import english

CASES = """
He left. | She stayed.
Mr. Smith met Dr. Jones at 5 p.m. on Monday. | They talked.
The U.S. Army left the U.S. | The end came soon.
“Is it over?” Smith asked. | Nobody spoke.
"It is over." | Smith left.
It rose 3.5 percent to $1.2 million on Jan. 5 in St. Louis. | It fell later.
He works for Acme Inc. in Ohio. | He likes Acme Inc. | The firm is small.
J. R. Brown and Gen. Lee spoke at No. 10. | It rained.
They said "... no more" and left. | That was all.
What? | No! | Yes.
It ended.The town slept.
The case, Roe vs. Wade, was old. | It stood.
The case is Dias v. Port Bank Co. | It is old.
"""


@pytest.mark.parametrize("case", [line for line in CASES.strip().splitlines() if "ended.The" not in line])
def test_sentences_end_where_they_should(case: str) -> None:
    wanted = [part.strip() for part in case.split("|")]
    text = " ".join(wanted)
    assert [span.of(text) for span in sentence_spans(text, Span(0, len(text)), english().sentences)] == wanted


def test_a_full_stop_glued_to_a_capital_ends_a_sentence() -> None:
    text = "It ended.The town slept."
    assert [span.of(text) for span in sentence_spans(text, Span(0, len(text)), english().sentences)] == ["It ended.", "The town slept."]


def test_no_sentence_crosses_a_block_and_each_knows_its_own() -> None:
    text = "Storm hits\n\nIt rained. It blew\n"
    blocks = (Block(BlockKind.HEADLINE, Span(0, 10)), Block(BlockKind.PARAGRAPH, Span(12, 31)))
    found = segment(Article("a", Source("a.txt", text), blocks), english())
    assert [(each.span.of(text), each.number, each.kind, each.block) for each in found] == [
        ("Storm hits", 1, BlockKind.HEADLINE, 0),
        ("It rained.", 2, BlockKind.PARAGRAPH, 1),
        ("It blew", 3, BlockKind.PARAGRAPH, 1),
    ]


def test_paragraphs_stand_between_blank_lines_and_bullets_stand_alone() -> None:
    text = "One\ntwo\n\nthree\n • four\n • five"
    assert [span.of(text) for span in paragraph_spans(text)] == ["One\ntwo", "three", "• four", "• five"]


@given(st.text(alphabet="ab.!? \n\"'”’)AT5…", max_size=80))
def test_sentences_cover_all_but_white_space(text: str) -> None:
    spans = sentence_spans(text, Span(0, len(text)), english().sentences)
    kept = "".join(span.of(text) for span in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(span.of(text).strip() == span.of(text) for span in spans)


@given(st.text(alphabet="ab.!? \n\"'”’)AT5…", max_size=80), st.lists(st.integers(0, 79)))
def test_sentences_looked_for_round_places_are_those_of_the_whole(text: str, places: list[int]) -> None:
    within, rules = Span(0, len(text)).trimmed(text), english().sentences
    asked = sorted(at for at in places if within.start <= at < within.end and not text[at].isspace())
    holding = [span for span in sentence_spans(text, within, rules) if any(span.start <= at < span.end for at in asked)]
    assert list(sentences_at(text, within, asked, rules)) == holding


def test_a_place_in_no_sentence_costs_nothing() -> None:
    text = "Mr. Smith left. It rained. Dr. Jones stayed."
    found = sentences_at(text, Span(0, len(text)), [text.index("left"), text.index("stayed")], english().sentences)
    assert [span.of(text) for span in found] == ["Mr. Smith left.", "Dr. Jones stayed."]
    assert list(sentences_at(text, Span(0, len(text)), [], english().sentences)) == []
