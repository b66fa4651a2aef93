"""What holds for the mentions of any text."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.extract.mentions import detect
from generator.extract.segment.sentences import segment
from generator.extract.segment.zones import told
from generator.extract.syntax.trees import trees
from generator.extract.timexes import tag
from generator.language.story import load_story
from generator.model.article import BlockKind
from generator.model.mention import DateBasis, MentionKind
from generator.model.story import Story
from tests.articles import WEDNESDAY, article, english, mentions_in

NEWS = """Mayor Ana Lopes said on Tuesday that the harbour would close by Friday.

“We cannot wait any longer,” Lopes said.

Two ferries sank near the old pier on Monday. They were towed to Setubal.

Union leaders will meet Lopes next week, after Monday's accident."""

WORDS = st.sampled_from(
    ["The", "police", "said", "on", "Monday", "that", "“", "”", "he", "she", "was", "were", "arrested", "by", "Friday", ","]
) | st.sampled_from(
    [
        ".",
        ";",
        "(",
        ")",
        "and",
        "which",
        "who",
        "after",
        "Lopes’s",
        "call",
        "will",
        "not",
        "may",
        "1998",
        "—",
        "to",
        "of",
        "'s",
        "if",
        "Lisbon",
    ]
)


def test_a_statement_is_told_apart_from_a_deed_and_names_its_speaker() -> None:
    found = mentions_in(article(NEWS, WEDNESDAY))
    said = next(each for each in found if each.kind is MentionKind.STATEMENT and each.basis is DateBasis.SAID)
    assert said.speaker == "Ana Lopes"
    collided = next(each for each in found if each.lemma == "sink")
    assert (collided.kind, collided.actors) == (MentionKind.DEED, ("ferries",))


def test_a_statement_names_those_for_whom_its_speaker_speaks() -> None:
    text = "The Harbour Board closed a pier in May. A spokesman for the Harbour Board said on Tuesday that the dredging was late."
    said = next(each for each in mentions_in(article(text, WEDNESDAY)) if each.kind is MentionKind.STATEMENT)
    assert (said.speaker, said.actors) == ("spokesman", ("spokesman", "Harbour Board"))


def test_the_same_speaker_without_a_date_goes_on_with_the_same_statement() -> None:
    found = mentions_in(article(NEWS, WEDNESDAY))
    first = next(each for each in found if each.kind is MentionKind.STATEMENT)
    second = next(each for each in found if "wait any longer" in each.quote.of(NEWS))
    assert (second.continues, second.basis, second.date) == (first.id, DateBasis.INHERITED, first.date)


def test_a_pronoun_goes_on_with_the_deed_of_the_sentence_before() -> None:
    found = mentions_in(article(NEWS, WEDNESDAY))
    collided = next(each for each in found if each.lemma == "sink")
    towed = next(each for each in found if each.lemma == "tow")
    assert (towed.continues, towed.actors) == (collided.id, ("ferries",))


def test_an_undated_lead_is_of_the_day_that_the_news_is_of() -> None:
    text = "A fire has destroyed the market hall of Evora.\n\nFirefighters arrived on Tuesday evening."
    lead = mentions_in(article(text, WEDNESDAY))[0]
    assert (str(lead.date), lead.basis, lead.said) == ("2024-05-14", DateBasis.INHERITED, None)
    planned = "A fire has destroyed the market hall of Evora.\n\nFirefighters will return on Friday."
    assert str(mentions_in(article(planned, WEDNESDAY))[0].date) == "2024-05-15"


def test_without_any_day_near_publication_there_is_no_news_and_no_lead() -> None:
    assert mentions_in(article("A fire has destroyed the market hall of Evora.\n\nFirefighters arrived soon.", WEDNESDAY)) == ()


def test_tags_are_full_names_and_no_amounts_or_days() -> None:
    text = "Mayor Ana Lopes met dockers in rebel-held Setubal.\n\nOn Monday Lopes gave $60 million to Setubal."
    assert mentions_in(article(text, WEDNESDAY))[-1].tags == ("Ana Lopes", "Setubal")


def test_the_first_person_is_no_headline_by_itself() -> None:
    text = "“Talks go on,” Ana Lopes said on Tuesday. “We hope by Friday to open the port.”"
    hoped = mentions_in(article(text, WEDNESDAY))[-1]
    assert (hoped.status.value, hoped.headline) == ("planned", "")


def test_page_furniture_captions_and_biographies_tell_nothing() -> None:
    for kind in (BlockKind.CAPTION, BlockKind.BIOGRAPHY, BlockKind.FURNITURE, BlockKind.BYLINE):
        assert mentions_in(article("Police arrested three men on Monday.", WEDNESDAY, kind=kind)) == ()
    assert mentions_in(article("Read more: police arrested three men on Monday.", WEDNESDAY)) == ()


def test_an_article_without_a_date_keeps_what_names_its_own_date() -> None:
    assert [str(each.date) for each in mentions_in(article("The bridge was opened on 3 May 1999.", published=None))] == ["1999-05-03"]


def test_an_id_depends_on_the_sentence_and_the_phrase_not_on_publication_or_place() -> None:
    sentence = "Police arrested three men on 3 May 2024."
    here = mentions_in(article(sentence, WEDNESDAY))[0]
    later = mentions_in(article(f"Ana Lopes was there.\n\n{sentence}", published=date(2024, 6, 1)))[-1]
    assert here.id == later.id
    assert len(here.id) == len("e-") + 10


def test_in_a_language_without_a_vocabulary_a_dated_sentence_tells_one_thing_as_a_whole() -> None:
    found = mentions_in(article("Ana Lopes traf am 3 May 1999 die Hafenarbeiter.\n\nSie blieb.", WEDNESDAY), Story())
    assert [(str(each.date), each.headline) for each in found] == [("1999-05-03", "Ana Lopes traf am 3 May 1999 die Hafenarbeiter")]


@given(st.lists(WORDS, max_size=40), st.integers(0, 3))
def test_no_text_makes_it_raise_and_every_quote_and_date_phrase_lies_in_the_text(words: list[str], breaks: int) -> None:
    text = " ".join(words)
    for _ in range(breaks):
        text = text.replace(" . ", ". \n\n", 1)
    made = article(text or "x", WEDNESDAY)
    found = mentions_in(made)
    for each in found:
        assert 0 <= each.quote.start < each.quote.end <= len(made.text)
        assert "\n\n" not in each.quote.of(made.text)
        assert each.said is None or each.quote.contains(each.said)
        assert len([word for word in each.headline.split() if any(char.isalnum() for char in word)]) <= 24
        assert each.headline.count("“") == each.headline.count("”")
    assert len({each.id for each in found}) == len(found)
    assert found == mentions_in(made)


def test_mentions_do_not_depend_on_the_order_in_which_time_expressions_are_given() -> None:
    made = article(NEWS, WEDNESDAY)
    language = english()
    sentences = segment(made, language)
    timexes = tag(made, sentences, language).value
    story = load_story("en")
    story_only = told(made, sentences, story)
    read = trees(made, story_only)
    assert detect(made, story_only, timexes, story, read) == detect(made, story_only, tuple(reversed(timexes)), story, read)
