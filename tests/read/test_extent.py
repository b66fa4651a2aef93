"""How far a text is taken apart, and what is made of the rest of it."""

from generator.model.article import BlockKind
from generator.read.blocks import blocks
from generator.read.extent import end_of_read, unread


def test_reading_ends_between_lines_else_between_sentences_else_at_the_limit() -> None:
    assert end_of_read("The weir broke.\nIt was old.\nNobody slept.", 30) == 27
    assert end_of_read("The weir broke. It was old. Nobody slept.", 30) == 27
    assert end_of_read("a" * 50, 30) == 30
    assert end_of_read("\n" * 50, 30) == 29


def test_what_lies_behind_is_kept_in_a_few_blocks_that_end_with_lines() -> None:
    text = "The weir of Sarn broke again.\n\n" * 1000
    found = list(unread(text, 310))
    assert len(found) <= len(text) / 2000 + 1
    assert all(
        each.kind is BlockKind.UNREAD and each.span.of(text).startswith("The") and each.span.of(text).endswith(".") for each in found
    )
    assert sum(each.span.of(text).count("weir") for each in found) == 990


def test_blocks_are_as_without_a_limit_up_to_it() -> None:
    text = "The weir of Sarn broke again, and the town was under water for a day.\n\n" * 40
    read = blocks(text, most=1500)
    whole = blocks(text)
    told = [each for each in read if each.kind is not BlockKind.UNREAD]
    assert 0 < len(told) < len(whole)
    assert list(whole[: len(told)]) == told
    assert "".join(text[each.span.start : each.span.end] for each in read).count("weir") == 40
    assert blocks(text, most=len(text)) == whole


def test_short_paragraphs_count_for_more_than_their_letters() -> None:
    text = "a\n\n" * 5000
    read = blocks(text, most=6000)
    assert sum(each.kind is not BlockKind.UNREAD for each in read) < 500
    assert "".join(each.span.of(text) for each in read).count("a") == 5000
