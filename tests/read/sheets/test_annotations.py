"""Annotations of two makers: comments and tags come in, what holds neither is counted, what is none is told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.read.sheets.annotations import Annotated, marks_of
from generator.read.sheets.row import Passed, Unfit

QUOTE = {"type": "TextQuoteSelector", "exact": "it sank", "prefix": "and ", "suffix": " at noon"}
PLACE = {"type": "TextPositionSelector", "start": 12, "end": 19}
W3C = {
    "type": "Annotation",
    "body": [
        {"type": "TextualBody", "value": "Which quay?", "purpose": "commenting"},
        {"type": "TextualBody", "value": "quay", "purpose": "tagging"},
        {"type": "TextualBody", "value": "The quay sank", "purpose": "describing"},
    ],
    "target": {"source": "https://velm.example/quay", "selector": [QUOTE, PLACE]},
}
HYPOTHESIS = {"uri": "https://velm.example/quay", "text": "Which quay?", "tags": ["quay"], "target": [{"selector": [PLACE, QUOTE]}]}
MARKED = Annotated(1, "https://velm.example/quay", "it sank", "and ", " at noon", 12, "Which quay?", ("quay",))


@pytest.mark.parametrize(
    "value",
    [
        W3C,
        [W3C],
        {"type": "AnnotationPage", "items": [W3C]},
        {"type": "AnnotationCollection", "first": {"items": [W3C]}},
        {"total": 1, "rows": [HYPOTHESIS]},
        [HYPOTHESIS],
    ],
)
def test_every_form_is_read_alike(value: Any) -> None:
    assert marks_of(json.dumps(value)) == (MARKED,)


def test_bare_and_broken_ones_are_told() -> None:
    bare = {**HYPOTHESIS, "text": "", "tags": []}
    page_note = {**HYPOTHESIS, "target": [{"source": "https://velm.example/quay"}]}
    assert marks_of(json.dumps({"rows": [bare, page_note, {"uri": "x", "target": 3}]})) == (
        Unfit(2, "this annotation quotes no words"),
        Unfit(3, "this is no annotation"),
        Passed(0, "1 annotations without a comment or a tag"),
    )


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"events": []}', '[{"date": "2018"}]', "[" * 50_000])
def test_what_holds_no_annotation_is_left_to_other_readers(text: str) -> None:
    assert marks_of(text) is None
