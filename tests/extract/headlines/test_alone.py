"""The sentence that stands for a headline: the source's words, what is put in in square brackets, and whether it can be understood."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extract.discourse.reading import names_of
from generator.extract.headlines.alone import shown_alone
from generator.extract.headlines.telling import Day, Headline, Telling, nouns_of
from generator.language.story import load_story
from generator.model.edtf import parse
from generator.model.frame import Frame
from generator.model.span import Span
from tests.extract.headlines.grown import grown
from tests.extract.planted import plant

STORY = load_story("en")
_BUT = "But/CCONJ/cc/3 ferries/NOUN.plural/nsubj/3 stopped/VERB.past/root/0/stop today/ADV/advmod/3 +./PUNCT/punct/3"
_SON = (
    "Omar/PROPN.singular/compound/2 al-Rashid/PROPN.singular/nsubj/3 closed/VERB.past/root/0/close his/PRON/nmod:poss/5 "
    "shop/NOUN.singular/obj/3 on/ADP/case/7 Monday/PROPN/obl/3 +./PUNCT/punct/3"
)
_HALE = "Ann/PROPN.singular/compound/2 Hale/PROPN.singular/nsubj/3 left/VERB.past/root/0/leave +./PUNCT/punct/3"


def shown(sentences: tuple[str, ...], quote: Span | None = None) -> Headline:
    """Return how the last of some sentences is shown; what has a slash is planted here."""
    text, trees = plant(*sentences) if "/" in sentences[0] else grown(*sentences)
    telling = Telling(text, names_of(text, trees, STORY), STORY, nouns=nouns_of({each.sentence: each for each in trees}))
    return shown_alone(Headline("", fault="too long"), Frame(trees[-1], trees[-1].root), telling, quote or trees[-1].span)


MINISTER = ("Transport minister Ann Hale opened the bridge.", "She closed the port on Monday.")
PLANT = ("A fire broke out at a chemical plant in Fife.", "The plant was closed on Monday.")


@pytest.mark.parametrize(
    ("sentences", "words", "stands"),
    [
        (MINISTER, "[Transport minister Ann Hale] closed the port on Monday.", True),
        (("Ann Hale met Carla Lopes.", "She closed the port on Monday."), "", False),
        (PLANT, "[A chemical plant in Fife] was closed on Monday.", True),
        ((_BUT,), "[F]erries stopped today.", True),
        ((_HALE, _SON), "", True),
    ],
)
def test_a_sentence_is_shown_with_names_put_in(sentences: tuple[str, ...], words: str, stands: bool) -> None:
    made = shown(sentences)
    assert (made.alone, made.stands, made.line) == (words, stands, "")
    assert bool(made.steps) is (words.count("]") > words.count("[F]"))


def test_what_is_put_in_does_not_reach_beyond_the_quote() -> None:
    text, trees = grown(*MINISTER)
    assert shown(MINISTER, Span(text.index("closed"), trees[-1].span.end)).alone == "[C]losed the port on Monday."


def test_what_only_the_sentence_before_places_is_shown_with_that() -> None:
    rates = "Banks/NOUN.plural/nsubj/2 cut/VERB.past/root/0 rates/NOUN.plural/obj/2 +./PUNCT/punct/2"
    that = "That/PRON/nsubj/2 pleased/VERB.past/root/0 shops/NOUN.plural/obj/2 +./PUNCT/punct/2"
    text, trees = plant(rates, that)
    telling = Telling(text, names_of(text, trees, STORY), STORY, before=trees[0])
    made = shown_alone(Headline(""), Frame(trees[1], trees[1].root), telling, trees[1].span)
    assert (made.alone, made.stands) == ("Banks cut rates. That pleased shops.", True)
    alone = shown_alone(Headline(""), Frame(trees[1], trees[1].root), replace(telling, before=None), trees[1].span)
    assert (alone.alone, alone.stands) == ("", False)
    day, entry = parse("2011-05-06"), parse("2011-05-07")
    assert day is not None
    dated = replace(telling, days=(Day(trees[0].tokens[2].span, day),), date=entry)
    assert not shown_alone(Headline(""), Frame(trees[1], trees[1].root), dated, trees[1].span).stands, "it tells of another day"


def test_a_quotation_that_began_before_the_sentence_gets_its_mark() -> None:
    left = "Crews/NOUN.plural/nsubj/2 left/VERB.past/ccomp/7/leave +,/PUNCT/punct/2 +”/PUNCT/punct/2"
    said = "Ann/PROPN/compound/6 Hale/PROPN/nsubj/7 said/VERB.past/root/0/say +./PUNCT/punct/7"
    assert shown((f"{left} {said}",)).alone == "“Crews left,” Ann Hale said."


CREWS = "“/PUNCT/punct/3 +Our/PRON/nmod:poss/3 crews/NOUN.plural/nsubj/4 left/VERB.past/root/0/leave +./PUNCT/punct/4 +”/PUNCT/punct/4"


@pytest.mark.parametrize(
    ("speaker", "words", "stands"), [("port chief Ann Hale", "[Port chief Ann Hale:] “Our crews left.”", True), ("", "", False)]
)
def test_whom_a_sentence_quotes_that_does_not_say_so_stands_before_it(speaker: str, words: str, stands: bool) -> None:
    text, trees = plant(CREWS)
    telling = Telling(text, names_of(text, trees, STORY), STORY, speaker=speaker)
    made = shown_alone(Headline(""), Frame(trees[0], trees[0].root), telling, trees[0].span)
    assert (made.alone, made.stands) == (words, stands)


def test_the_code_of_a_share_is_left_out_and_the_words_round_it_stay_apart() -> None:
    coded = (
        "Arden/PROPN/compound/2 Corp/PROPN.singular/nsubj/6 (/PUNCT/punct/4 ARDN.N/PROPN/appos/2 )/PUNCT/punct/4 "
        "+jumped/VERB.past/root/0/jump +,/PUNCT/punct/6 crews/NOUN.plural/nsubj/9 said/VERB.past/parataxis/6/say +./PUNCT/punct/6"
    )
    assert shown((coded,)).alone == "Arden Corp jumped, crews said."


def test_what_was_read_as_one_with_a_caption_begins_behind_it() -> None:
    glued = (
        "Crews/NOUN.plural/nsubj/2 search/VERB.present/root/0 the/DET/det/4 harbour/NOUN.singular/obj/2 They/PRON/nsubj/6 "
        "left/VERB.past/parataxis/2/leave after/ADP/case/8 midnight/NOUN.singular/obl/6 +./PUNCT/punct/2"
    )
    text, trees = plant(glued)
    telling = Telling(text, names_of(text, trees, STORY), STORY)
    assert shown_alone(Headline(""), Frame(trees[0], 5, 4), telling, trees[0].span).alone == "They left after midnight."
    assert shown_alone(Headline(""), Frame(trees[0], 1, 0), telling, trees[0].span).alone == ""


def test_what_may_be_told_before_a_name_is_left_out_with_a_mark() -> None:
    glued = (
        "Crews/NOUN.plural/nsubj/2 search/VERB.present/root/0 the/DET/det/4 harbour/NOUN.singular/obj/2 Ann/PROPN/compound/6 "
        "Hale/PROPN/nsubj/7 left/VERB.past/parataxis/2/leave after/ADP/case/9 midnight/NOUN.singular/obl/7 +./PUNCT/punct/2"
    )
    text, trees = plant(glued)
    telling = Telling(text, names_of(text, trees, STORY), STORY)
    assert shown_alone(Headline(""), Frame(trees[0], 6, 5), telling, trees[0].span).alone == "[…] Ann Hale left after midnight."


def test_a_quotation_without_a_speaker_is_not_understood_with_the_sentence_before_either() -> None:
    banks = "Banks/NOUN.plural/nsubj/2 cut/VERB.past/root/0 rates/NOUN.plural/obj/2 +./PUNCT/punct/2"
    quoted = '"/PUNCT/punct/3 That/PRON/nsubj/3 pleased/VERB.past/root/0 shops/NOUN.plural/obj/3 +./PUNCT/punct/3 +"/PUNCT/punct/3'
    text, trees = plant(banks, quoted)
    telling = Telling(text, names_of(text, trees, STORY), STORY, before=trees[0])
    assert not shown_alone(Headline(""), Frame(trees[1], trees[1].root), telling, trees[1].span).stands


def test_a_surname_that_stood_alone_again_and_again_before_is_not_sure() -> None:
    late = ("Hale/PROPN/nsubj/2 sang/VERB.past/root/0/sing +./PUNCT/punct/2",) * 2
    ann = "Ann/PROPN/compound/2 Hale/PROPN/nsubj/3 left/VERB.past/root/0/leave +./PUNCT/punct/3"
    hale = "Hale/PROPN/nsubj/2 left/VERB.past/root/0/leave +./PUNCT/punct/2"
    assert shown((ann, hale)).alone == "[Ann Hale] left."
    assert shown((*late, ann, hale)).alone == ""


def test_a_part_of_a_sentence_begins_with_a_capital_in_brackets_and_is_none_where_it_only_tells_what_was_said() -> None:
    whole = (
        "Crews/NOUN.plural/nsubj/2/crew said/VERB.past/root/0/say that/SCONJ/mark/5 trams/NOUN.plural/nsubj/5/tram "
        "stopped/VERB.past/ccomp/2/stop +./PUNCT/punct/2"
    )
    text, trees = plant(whole)
    made = shown((whole,), Span(text.index("trams"), trees[0].span.end))
    assert (made.alone, made.stands) == ("[T]rams stopped.", True)
    assert not shown((whole,), Span(text.index("that"), trees[0].span.end)).stands


@pytest.mark.parametrize(("mark", "words"), [(":", "Crews left."), (",", "")])
def test_the_entrys_own_day_does_not_label_the_sentence(mark: str, words: str) -> None:
    text, trees = plant(f"May/PROPN/obl/4 +{mark}/PUNCT/punct/4 Crews/NOUN.plural/nsubj/4 left/VERB.past/root/0/leave +./PUNCT/punct/4")
    telling = Telling(text, names_of(text, trees, STORY), STORY, own=(Span(0, len("May")),))
    assert shown_alone(Headline("", fault="too long"), Frame(trees[0], trees[0].root), telling, trees[0].span).alone == words
