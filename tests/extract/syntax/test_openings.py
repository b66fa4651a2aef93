"""What newspapers set before a sentence is passed over, and nothing that belongs to it."""

import pytest

from generator.extract.syntax.openings import begins
from generator.model.span import Span


@pytest.mark.parametrize(
    "text",
    [
        "LUND (QNA) - |Tarn Foods fell.",
        "LUND, June 3 (QNA) - |Tarn Foods fell.",
        "(Quay News) — |Tarn Foods fell.",
        "PORT ALDO, Karsa — |The ferry sank.",
        "• |The ferry sank.",
        "11.07am: |The ferry sank.",
        "1309 |The ferry sank.",
        "|2008 Olympics officials met.",
        "|The firm (Norvik) said so.",
        "|EU leaders met - and left.",
        "|UN - based talks",
        "|5 Killed in Lund",
        "|- ",
    ],
)
def test_a_sentence_begins_behind_its_dateline(text: str) -> None:
    before, _, rest = text.partition("|")
    assert begins(before + rest, Span(0, len(before + rest))) == len(before)
