"""The passes over a sentence, each by itself: tokens, phrases, neighbours, what is no time, which way the clause looks."""

from __future__ import annotations

import pytest

from generator.extract.time.around import Around
from generator.extract.time.figures import figures
from generator.extract.time.names import not_times
from generator.extract.time.narrative import compares, core_of, is_narrative
from generator.extract.time.neighbours import explain
from generator.extract.time.reading import read
from generator.extract.time.recognise import Recognised, recognise
from generator.extract.time.shapes import shapes
from generator.extract.time.tense import Outlook, negated, tense_ahead, tense_at
from generator.extract.time.tokens import Tokens, kind_of, tokens
from generator.extract.time.windows import lowered, marked
from generator.model.hedge import Bound
from generator.model.language import Sense
from generator.model.said import Bounded, Calendar, Origin, Said, Shift, Weekday
from generator.model.span import Span
from tests.articles import WEDNESDAY, english


def cut(text: str) -> Tokens:
    return tokens(lowered(text), text, 0, len(text), english().grammar)


def senses_in(text: str) -> list[tuple[Sense, ...]]:
    return [senses for _, senses in cut(text).kinds]


def found_in(text: str) -> list[Recognised]:
    return recognise(cut(text), english().grammar)


def around(text: str, words: str) -> Around:
    at = text.index(words)
    return Around(text, lowered(text), Span(0, len(text)), (at, at + len(words)), english().grammar.tense)


def test_a_token_knows_what_it_can_be_and_may_only_with_a_capital() -> None:
    senses = {word: {name for name, _ in kinds} for word, kinds in zip(cut("In May 12").words, senses_in("In May 12"), strict=True)}
    assert {"MONTH"} <= senses["may"]
    assert {"DAY", "NUMBER"} <= senses["12"]
    assert "MONTH" not in {name for name, _ in senses_in("they may")[1]}


@pytest.mark.parametrize("text", ["end.On 3 May", "(0900 GMT)today's mid-May,'98", "1998-10-12T10:00 a.m./p.m. U.S. 5.6%"])
def test_tokens_are_the_same_wherever_a_stretch_begins(text: str) -> None:
    whole = [match[0] for match in english().grammar.token.finditer(lowered(text))]
    assert cut(text).words == whole
    behind = f"x{text}"
    glued = tokens(lowered(behind), behind, 1, len(behind), english().grammar)
    assert glued.words == [match[0] for match in english().grammar.token.finditer(lowered(behind), 1)]
    assert [lowered(text)[slice(*span)] for span in cut(text).spans] == whole


def test_figures_can_be_several_things() -> None:
    assert {"CLOCK"} <= {name for name, _ in figures("5:30")}
    assert {"DECADE"} <= {name for name, _ in figures("1990s")}


def test_what_was_found_becomes_one_token() -> None:
    one = cut("on 3 May 2021 there")
    one.join([(1, 4, "date", kind_of((("@DATE", None),)))])
    assert one.words == ["on", "date", "there"]
    assert one.spans[1] == (3, 13)
    assert one.kinds[1][0] == " @DATE"


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("It closed on Tuesday.", "Tuesday", Weekday(2)),
        ("It closed three days ago.", "three days ago", Shift(3, "D", counted=True)),
        ("It is to close by Friday.", "Friday", Bounded(Weekday(5), Bound.BY)),
    ],
)
def test_the_longest_phrase_says_what_is_meant(text: str, words: str, said: Said) -> None:
    (one,) = found_in(text)
    assert text[one.start : one.end] == words
    assert type(one.said) is type(said)
    if not isinstance(said, Shift):
        assert one.said == said


def test_the_next_pass_sees_an_expression_by_its_classes() -> None:
    assert {"@DAY", "@WEEKDAY", "@ANY"} <= set(shapes(Weekday(2)))
    assert set(shapes(Shift(2, "D", Origin.EVENT))) == {"@EVENT", "@ANY"}
    assert {"@YEAR"} <= set(shapes(Calendar(year=1998)))


def test_an_hour_gets_the_day_behind_it() -> None:
    text = "It closed at 10:35 a.m. (0735 GMT) Friday."
    found = found_in(text)
    before = [each.said for each in found]
    explain(found, lowered(text), frozenset({"and"}))
    assert [each.said for each in found] != before


@pytest.mark.parametrize("text", ["April said so.", "The town has 2012 beds.", "Read The Sunday Herald today."])
def test_what_only_looks_like_a_time_is_left_out(text: str) -> None:
    kept = list(not_times(found_in(text), text, Span(0, len(text)), english().grammar.names))
    assert not [each for each in kept if text[each.start : each.end] in {"April", "2012", "Sunday"}]


def test_a_history_dates_itself_and_news_does_not() -> None:
    past: list[Said] = [Calendar(year=1848, month=3), Calendar(year=1852, month=5), Calendar(year=1861), Calendar(month=5)]
    assert is_narrative(past, WEDNESDAY.toordinal())
    assert not is_narrative([Weekday(2), Shift(1, "D"), Calendar(year=2024)], WEDNESDAY.toordinal())


def test_a_year_earlier_only_looks_back() -> None:
    assert compares(Shift(1, "Y", Origin.DISCOURSE))
    assert not compares(Weekday(2))
    assert core_of(Bounded(Weekday(2), Bound.BY)) == Weekday(2)


@pytest.mark.parametrize(
    ("text", "words", "outlook"),
    [
        ("The port will close on Friday.", "Friday", Outlook.FUTURE),
        ("The port was closed on Friday.", "Friday", Outlook.PAST),
        ("The port on Friday.", "Friday", Outlook.UNKNOWN),
    ],
)
def test_the_nearest_verb_says_which_way_the_clause_looks(text: str, words: str, outlook: Outlook) -> None:
    found = tense_at(around(text, words))
    assert found is outlook or (outlook is Outlook.PAST and found < Outlook.UNKNOWN)


def test_a_limit_is_to_come_unless_what_lasts_is_over() -> None:
    text = "The port stays shut until Friday."
    assert tense_ahead(around(text, "Friday"), text.index("until")) is Outlook.FUTURE
    shut = "It will not open before Friday."
    assert negated(around(shut, "Friday"), shut.index("before"))


def test_a_text_is_read_in_the_order_of_its_sentences() -> None:
    text = "It closed on Tuesday. A day later it opened."
    found = read(marked(text, english().grammar), [Span(0, 21), Span(22, len(text))], WEDNESDAY.toordinal(), english(), day_first=False)
    assert [each.resolved.value for each in found] == ["2024-05-14", "2024-05-15"]
