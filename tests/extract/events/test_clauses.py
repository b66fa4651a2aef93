"""How a sentence is parted: verbs, subjects and kinds of its clauses, and how its words are cut and tagged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.events.clauses import clauses_of
from generator.extract.events.parse import singular
from generator.extract.events.tagging import tag
from generator.extract.events.words import Word, cut
from generator.language.story import load_story
from generator.model.span import Span

STORY = load_story("en")


def tagged(text: str) -> list[Word]:
    words = cut(text, Span(0, len(text)), (), STORY)
    tag(words, STORY)
    return words


def shown(text: str) -> list[str]:
    words = tagged(text)

    def said(start: int, end: int) -> str:
        return " ".join(word.text for word in words[start:end])

    return [
        f"{clause.kind} | {said(*clause.subject) if clause.subject else '-'} | {said(clause.verb.first, clause.verb.last + 1)}"
        for clause in clauses_of(words, STORY)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said that the harbour would close.", ["main | The mayor | said", "complement | the harbour | would close"]),
        ("The navy said it sank two boats.", ["main | The navy | said", "complement | it | sank"]),
        ("A man arrested near the port was charged.", ["main | A man arrested near the port | was charged"]),
        ("Rui Dias, head of the union, resigned.", ["main | Rui Dias , head of the union | resigned"]),
        ("It concerns a woman from Faro who rowed.", ["main | It | concerns", "relative | a woman from Faro | rowed"]),
        ("She put a focus on Acme, which filed papers.", ["main | She | put", "relative | Acme | filed"]),
        ("She left when the police came.", ["main | She | left", "adverbial | the police | came"]),
        ("The ship sank and the crew drowned.", ["main | The ship | sank", "coordinate | the crew | drowned"]),
        ("“We are ready,” said Ana Lopes.", ["main | We | are", "main | Ana Lopes | said"]),
        ("A nurse, who had been abroad, fell ill.", ["relative | A nurse | had been", "main | A nurse | fell"]),
        ("At least 19 soldiers were killed.", ["main | At least 19 soldiers | were killed"]),
        ("He did not know what happened.", ["main | He | did not know", "complement | - | happened"]),
        ("If convicted, he faces prison.", ["main | he | faces"]),
        ("While visiting the region, the minister promised aid.", ["main | the minister | promised"]),
        ("The group, which has fought for years, claimed the attack.", ["relative | The group | has fought", "main | The group | claimed"]),
        ("The doctor who treated him told the court.", ["relative | The doctor | treated", "main | The doctor | told"]),
        ("The captain of the ship that sank was held.", ["relative | the ship | sank", "main | The captain of the ship | was held"]),
        ("The mayor (who had been ill) resigned.", ["relative | - | had been", "main | The mayor | resigned"]),
        ("The man he met on the ship died.", ["relative | he | met", "main | The man | died"]),
        (
            "She said the man who called the police left.",
            ["main | She | said", "relative | the man | called", "complement | the man | left"],
        ),
        ("He told them that in the week to come, ships would sail.", ["main | He | told", "complement | ships | would sail"]),
        ("It closed and on Monday, the crew left.", ["main | It | closed", "coordinate | the crew | left"]),
        ("She’s leaving.", ["main | She | ’s leaving"]),
        ("“This’ is here,” he said.", ["main | This ’ | is", "main | he | said"]),
        ("He told nurses he first heard it.", ["main | He | told", "complement | he | heard"]),
        ("She said the owner’s refusal to talk led them to sue.", ["main | She | said", "complement | the owner ’s refusal to talk | led"]),
        ("There is a rule he ignored.", ["main | There | is", "relative | he | ignored"]),
        ("The city plans to close schools and cancel shows.", ["main | The city | plans"]),
        ("The union leaders call for talks.", ["main | The union leaders | call"]),
        (
            "The bank, which stunned the city by saying it would close, fell.",
            ["relative | The bank | stunned", "complement | it | would close", "main | The bank | fell"],
        ),
        ("Acme, whose shares fell, said sales rose.", ["relative | shares | fell", "main | Acme | said", "complement | sales | rose"]),
        ("They left when trading ended for the week.", ["main | They | left", "adverbial | trading | ended"]),
        ("They left when the hurricane season starts.", ["main | They | left", "adverbial | the hurricane season | starts"]),
        ("With the town mired in debt, banks left.", ["main | banks | left"]),
        ("In Riga protesters gathered at the palace.", ["main | protesters | gathered"]),
        ("The chain—the oldest in town-was sold.", ["main | The chain | was sold"]),
        ("The leak was first noticed by the cook.", ["main | The leak | was first noticed"]),
        (
            "Experts at the Institute outlined on the way the work they do.",
            ["main | Experts at the Institute | outlined", "relative | they | do"],
        ),
        ("They met Mr Rui Dias, 42, who left.", ["main | They | met", "relative | Mr Rui Dias | left"]),
        ("She took Dias to Port Bank, which was sold.", ["main | She | took", "relative | Port Bank | was sold"]),
        ("No one wants to stay.", ["main | No one | wants"]),
        ("One man told the court he left.", ["main | One man | told", "complement | he | left"]),
        ("The loan should help it save money.", ["main | The loan | should help"]),
        ("A report released again accused them.", ["main | A report | accused"]),
        ("The deal calls for peace and may be signed.", ["main | The deal | calls", "coordinate | The deal | may be signed"]),
        ("They want movements that have lost to talk.", ["main | They | want", "relative | movements | have lost"]),
        ("If necessary, it will leave.", ["main | it | will leave"]),
        (
            "Talks went on, with two envoys saying the gap has narrowed.",
            ["main | Talks | went", "complement | the gap | has narrowed"],
        ),
        ("It fell, bringing the number of towns flooded to 12.", ["main | It | fell"]),
        ("They want to bend our will and to rule.", ["main | They | want"]),
        (
            "Acme, which runs hotels under brand names that include Rui, filed.",
            ["relative | Acme | runs", "relative | brand names | include", "main | Acme | filed"],
        ),
        ("Acme, which had a boat burnt in the storm, left.", ["relative | Acme | had", "main | Acme | left"]),
        ("Among the dead was a former mayor.", ["main | a former mayor | was"]),
        ("The bank cut rates.", ["main | The bank | cut"]),
        ("The control of the guards appears to be weak.", ["main | The control of the guards | appears"]),
    ],
)
def test_a_sentence_is_parted_into_clauses(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guests kept in a hotel for a week after a cook fell ill expressed dismay.", ["fell", "expressed"]),
        ("Three people died in a house destroyed in the storm.", ["died"]),
        ("Police arrested a man suspected of theft.", ["arrested"]),
        ("Divers searched boats linked to the gang.", ["searched"]),
        ("They had not seen a claim filed by anyone.", ["had not seen"]),
        ("The company, based in Oslo, reported a loss.", ["reported"]),
        ("The guard charged in the shooting of a boy was freed.", ["was freed"]),
        ("The pilots waited in a hotel in the port.", ["waited"]),
        ("Police confirmed later that the boy found near the port was well.", ["confirmed", "was"]),
    ],
)
def test_a_participle_that_describes_a_noun_is_no_verb_of_a_clause(text: str, expected: list[str]) -> None:
    assert [line.rpartition(" | ")[2] for line in shown(text)] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Peace talks began.", "talks", "N"),
        ("He talks to them.", "talks", "V"),
        ("The leaked memo was found.", "leaked", "N"),
        ("They plan to attack.", "attack", "V"),
        ("The attack failed.", "attack", "N"),
        ("He said that.", "that", "O"),
        ("The last boats left.", "last", "N"),
        ("Not yet decided, she left.", "yet", "R"),
        ("The question that never gets an answer is old.", "that", "W"),
        ("They made surprise visits to the port.", "visits", "N"),
        ("It counts on confirmed and suspected leaks.", "suspected", "N"),
    ],
)
def test_a_word_is_tagged_by_what_stands_around_it(text: str, word: str, expected: str) -> None:
    assert next(each.tag for each in tagged(text) if each.text == word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana's boat, H1N1 and $60 million.", ["Ana", "'s", "boat", ",", "H1N1", "and", "$60 million", "."]),
        ("The 19-year-old didn't stop.", ["The", "19-year-old", "didn't", "stop", "."]),
        ("U.S. ships left D.C. at once", ["U.S.", "ships", "left", "D.C.", "at", "once"]),
        ("the memo-was leaked", ["the", "memo", "-", "was", "leaked"]),
    ],
)
def test_a_sentence_is_cut_into_words(text: str, expected: list[str]) -> None:
    assert [word.text for word in tagged(text)] == expected


def test_words_inside_double_quote_marks_are_quoted_even_when_the_sentence_opens_inside_a_quotation() -> None:
    words = tagged("We are ready,” said Ana Lopes.")
    assert [word.text for word in words if word.quoted][:3] == ["We", "are", "ready"]


@pytest.mark.parametrize(
    ("plural", "expected"), [("attacks", "attack"), ("countries", "country"), ("crashes", "crash"), ("press", "press")]
)
def test_plurals_lose_their_ending(plural: str, expected: str) -> None:
    assert singular(plural) == expected


def test_cannot_denies() -> None:
    assert [clause.verb.negated for clause in clauses_of(tagged("The ship cannot sail."), STORY)] == [True]


def test_a_verb_behind_and_shares_the_auxiliary_before_it() -> None:
    assert [clause.verb.modal for clause in clauses_of(tagged("The school will close and dismiss its staff."), STORY)] == ["will", "will"]


PIECES = "said who that and , “ ” ( ) - was killed in The to 's cannot May 5 . ; : help it one when based towns reports"


@given(st.lists(st.sampled_from(PIECES.split()), min_size=1, max_size=40))
def test_any_words_are_parted_into_clauses_that_lie_inside_them(pieces: list[str]) -> None:
    words = tagged(" ".join(pieces))
    for clause in clauses_of(words, STORY):
        assert 0 <= clause.start <= clause.end <= len(words)
        assert clause.verb.first <= clause.verb.main <= clause.verb.last < len(words)
        assert clause.subject is None or 0 <= clause.subject[0] < clause.subject[1] <= len(words)
