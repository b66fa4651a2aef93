"""What of a quote, as it is shown, is its own sentence."""

import pytest

from generator.model.citation import Citation
from generator.model.edtf import Date
from generator.model.mention import DateBasis, Status
from generator.model.span import Span


@pytest.mark.parametrize(
    ("quote", "alone", "own"),
    [
        ("She left in May.", "", "She left in May."),
        ("She left in May.", "[Ann Hale] left in May.", "[Ann Hale] left in May."),
        ("But the weir broke in May.", "[T]he weir broke in May.", "[T]he weir broke in May."),
        ("“It leaks,” she said in May.", "“It leaks,” [Ann Hale] said in May.", "“It leaks,” [Ann Hale] said in May."),
        ("It leaks since May.", "[Ann Hale:] “It leaks since May.”", "[Ann Hale:] “It leaks since May.”"),
        ("It was shut in May.", "The weir of Sarn is old. It was shut in May.", "It was shut in May."),
        ("It was shut in May.", "[Ann Hale] owns the weir. It was shut in May.", "It was shut in May."),
    ],
)
def test_the_sentence_before_names_no_event(quote: str, alone: str, own: str) -> None:
    span = Span(0, len(quote))
    cited = Citation("a", "e-1", span, quote, None, "", Date(2021, 5), Status.HAPPENED, DateBasis.SAID, 1, alone=alone)
    assert cited.own == own
