"""Words and marks of a sentence: nothing lost, nothing moved, cut as the treebanks cut."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.syntax.tokenize import tokenize
from generator.model.span import Span


def words(text: str) -> list[str]:
    return [span.of(text) for span in tokenize(text, Span(0, len(text)))]


CASES = [
    "The mayor didn't know that they'd left . | The mayor did n't know that they 'd left .",
    "Kim's brothers' boats cannot sail . | Kim 's brothers ' boats can not sail .",
    "The U.S. envoy met Mr. Tarn in St. Aldo on Jan. 5. | The U.S. envoy met Mr. Tarn in St. Aldo on Jan. 5 .",
    "He lives in the U.S. | He lives in the U.S.",
    "It rose 5.5% to $1.5bn, or US$2 a share. | It rose 5.5 % to $ 1.5bn , or US$ 2 a share .",
    "The Oslo-based, 47-year-old re-elected her. | The Oslo-based , 47-year-old re-elected her .",
    "At 5pm, not 5:30 a.m., it closed... | At 5 pm , not 5:30 a.m. , it closed ...",
    "O’Dara’s team won’t play. | O’Dara ’s team wo n’t play .",
    "“Go,” he said—and went. | “ Go , ” he said — and went .",
    "Tarn & Co. Ltd. (TRN.N) fell; AB&C rose. | Tarn & Co. Ltd. ( TRN.N ) fell ; AB&C rose .",
    "Write to desk@paper.example or www.paper.example. | Write to desk@paper.example or www.paper.example .",
    "Hale-who left-met the Oslo-led force, a Type-A crew. | Hale - who left-met the Oslo-led force , a Type-A crew .",
    "It began in the '90s. | It began in the '90s .",
]


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_is_cut_as_treebanks_cut_it(case: str) -> None:
    text, wanted = case.split(" | ")
    assert words(text) == wanted.split()


def test_a_full_stop_behind_a_long_word_stands_alone_wherever_it_is() -> None:
    assert words("They waited. Nobody came.") == ["They", "waited", ".", "Nobody", "came", "."]


@given(st.text(), st.text(), st.text())
def test_the_tokens_cover_all_but_white_space_in_order(before: str, text: str, after: str) -> None:
    whole = before + text + after
    spans = tokenize(whole, Span(len(before), len(before) + len(text)))
    assert all(span.start < span.end for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert "".join(span.of(whole) for span in spans) == "".join(text.split())
