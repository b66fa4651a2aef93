"""What holds for the mentions of any text."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from generator.extract.mentions import detect
from generator.extract.segment.sentences import segment
from generator.extract.segment.zones import told
from generator.extract.syntax.trees import trees
from generator.extract.timexes import tag
from generator.language import load
from generator.language.story import load_story
from generator.model.article import Article, Block, BlockKind, Published
from generator.model.mention import DateBasis, EventMention, MentionKind
from generator.model.span import Source, Span
from generator.model.story import Story

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


def article_of(text: str, kind: BlockKind = BlockKind.PARAGRAPH, published: date | None = date(2024, 5, 15)) -> Article:
    blocks, start = [], 0
    for part in text.split("\n\n"):
        at = text.index(part, start)
        blocks.append(Block(kind, Span(at, at + len(part))))
        start = at + len(part)
    return Article("news", Source("news.txt", text), tuple(blocks), published=Published(published) if published else None)


def read(article: Article, story: Story | None = None) -> tuple[EventMention, ...]:
    language = load("en")
    assert language is not None
    sentences = segment(article, language)
    story = load_story("en") if story is None else story
    story_only = told(article, sentences, story)
    return detect(article, story_only, tag(article, sentences, language).value, story, trees(article, story_only))


def test_a_statement_is_told_apart_from_a_deed_and_names_its_speaker() -> None:
    found = read(article_of(NEWS))
    said = next(each for each in found if each.kind is MentionKind.STATEMENT and each.basis is DateBasis.SAID)
    assert said.speaker == "Ana Lopes"
    collided = next(each for each in found if each.lemma == "sink")
    assert (collided.kind, collided.actors) == (MentionKind.DEED, ("ferries",))


def test_the_same_speaker_without_a_date_goes_on_with_the_same_statement() -> None:
    found = read(article_of(NEWS))
    first = next(each for each in found if each.kind is MentionKind.STATEMENT)
    second = next(each for each in found if "wait any longer" in each.quote.of(NEWS))
    assert (second.continues, second.basis, second.date) == (first.id, DateBasis.INHERITED, first.date)


def test_a_pronoun_goes_on_with_the_deed_of_the_sentence_before() -> None:
    found = read(article_of(NEWS))
    collided = next(each for each in found if each.lemma == "sink")
    towed = next(each for each in found if each.lemma == "tow")
    assert (towed.continues, towed.actors) == (collided.id, ("ferries",))


def test_an_undated_lead_is_of_the_day_that_the_news_is_of() -> None:
    text = "A fire has destroyed the market hall of Evora.\n\nFirefighters arrived on Tuesday evening."
    lead = read(article_of(text))[0]
    assert (str(lead.date), lead.basis, lead.said) == ("2024-05-14", DateBasis.INHERITED, None)
    planned = "A fire has destroyed the market hall of Evora.\n\nFirefighters will return on Friday."
    assert str(read(article_of(planned))[0].date) == "2024-05-15"


def test_without_any_day_near_publication_there_is_no_news_and_no_lead() -> None:
    assert read(article_of("A fire has destroyed the market hall of Evora.\n\nFirefighters arrived soon.")) == ()


def test_tags_are_full_names_and_no_amounts_or_days() -> None:
    text = "Mayor Ana Lopes met dockers in rebel-held Setubal.\n\nOn Monday Lopes gave $60 million to Setubal."
    assert read(article_of(text))[-1].tags == ("Ana Lopes", "Setubal")


def test_the_first_person_is_no_headline_by_itself() -> None:
    text = "“Talks go on,” Ana Lopes said on Tuesday. “We hope by Friday to open the port.”"
    hoped = read(article_of(text))[-1]
    assert (hoped.status.value, hoped.headline) == ("planned", "")


def test_page_furniture_captions_and_biographies_tell_nothing() -> None:
    for kind in (BlockKind.CAPTION, BlockKind.BIOGRAPHY, BlockKind.FURNITURE, BlockKind.BYLINE):
        assert read(article_of("Police arrested three men on Monday.", kind)) == ()
    assert read(article_of("Read more: police arrested three men on Monday.")) == ()


def test_an_article_without_a_date_keeps_what_names_its_own_date() -> None:
    assert [str(each.date) for each in read(article_of("The bridge was opened on 3 May 1999.", published=None))] == ["1999-05-03"]


def test_an_id_depends_on_the_sentence_and_the_phrase_not_on_publication_or_place() -> None:
    sentence = "Police arrested three men on 3 May 2024."
    here = read(article_of(sentence))[0]
    later = read(article_of(f"Ana Lopes was there.\n\n{sentence}", published=date(2024, 6, 1)))[-1]
    assert here.id == later.id
    assert len(here.id) == len("e-") + 10


def test_in_a_language_without_a_vocabulary_a_dated_sentence_tells_one_thing_as_a_whole() -> None:
    found = read(article_of("Ana Lopes traf am 3 May 1999 die Hafenarbeiter.\n\nSie blieb."), Story())
    assert [(str(each.date), each.headline) for each in found] == [("1999-05-03", "Ana Lopes traf am 3 May 1999 die Hafenarbeiter")]


@given(st.lists(WORDS, max_size=40), st.integers(0, 3))
def test_no_text_makes_it_raise_and_every_quote_and_date_phrase_lies_in_the_text(words: list[str], breaks: int) -> None:
    text = " ".join(words)
    for _ in range(breaks):
        text = text.replace(" . ", ". \n\n", 1)
    article = article_of(text or "x")
    found = read(article)
    for each in found:
        assert 0 <= each.quote.start < each.quote.end <= len(article.text)
        assert "\n\n" not in each.quote.of(article.text)
        assert each.said is None or each.quote.contains(each.said)
        assert len([word for word in each.headline.split() if any(char.isalnum() for char in word)]) <= 24
        assert each.headline.count("“") == each.headline.count("”")
    assert len({each.id for each in found}) == len(found)
    assert found == read(article)


def test_mentions_do_not_depend_on_the_order_in_which_time_expressions_are_given() -> None:
    article = article_of(NEWS)
    language = load("en")
    assert language is not None
    sentences = segment(article, language)
    timexes = tag(article, sentences, language).value
    story = load_story("en")
    story_only = told(article, sentences, story)
    read = trees(article, story_only)
    assert detect(article, story_only, timexes, story, read) == detect(article, story_only, tuple(reversed(timexes)), story, read)
