"""Why a clause may have been read wrongly, so that a headline can be built from certain clauses only.

In: the Words of a sentence and its Clauses. Out: short reasons on each Clause, in a fixed order; none where it is certain.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.events.clauses import Clause
from generator.extract.events.participles import may_be_reduced
from generator.extract.events.verbs import is_auxiliary, is_nounlike
from generator.extract.events.words import Word
from generator.model.story import Story

_BETWEEN = frozenset({"R", "T", "X", ",", "“", "”", "(", ")"})
_CERTAIN = frozenset({"O", "M", "to", "W"})


def doubt(words: list[Word], clauses: list[Clause], story: Story) -> None:
    """Note on each clause of a sentence what is uncertain about it.

    ``fragment`` the sentence opens in lower case · ``quotes`` an opened or closed quotation lacks its other mark · ``spliced`` a function
    word with a capital stands in mid-sentence, as where a caption was glued on · ``no subject`` · ``subject apart`` something other than
    adverbs stands between subject and verb, or a fronted group could not be told from it · ``subject holds a verb`` · ``number`` subject
    and verb disagree · ``unknown verb`` a verb only by its ending · ``noun or verb`` the word is a noun more often · ``participle`` a past
    tense that may be a reduced relative.
    """
    general = tuple(_of_sentence(words, story)) if clauses else ()
    for clause in clauses:
        clause.doubts = (*general, *_of_subject(words, clause, story), *_of_verb(words, clause, story))


def _of_sentence(words: list[Word], story: Story) -> Iterator[str]:
    first = next((word for word in words if word.text[0].isalnum()), None)
    if first is not None and first.text[0].islower():
        yield "fragment"
    if _unbalanced(words):
        yield "quotes"
    capitals = (index for index in range(1, len(words)) if words[index].text[0].isupper())
    if any(is_splice(words, index, story) for index in capitals):
        yield "spliced"


def _unbalanced(words: list[Word]) -> bool:
    """Tell whether a quote mark in mid-phrase lacks its other; a quotation over several sentences opens or closes at a comma or a stop."""
    loose: list[int] = []
    opened: int | None = None
    for index, word in enumerate(words):
        if word.tag not in {"“", "”"} or word.text in {"‘", "'", "’"}:
            continue
        if (word.tag == "“") == (opened is not None):
            loose.append(index if opened is None else opened)
        opened = index if word.tag == "“" else None
    loose += [opened] if opened is not None else []
    return any(0 < index < len(words) - 1 and words[index - 1].tag not in {",", ":", "."} for index in loose)


def is_splice(words: list[Word], index: int, story: Story) -> bool:
    """Tell whether a word with a capital is a function word that stands where no sentence, quotation, title or name begins."""
    word, before = words[index], words[index - 1]
    if not word.text[1:].islower() or word.timex is not None:
        return False
    if before.tag in {"“", "”", ":", "(", "-", ".", "C"} or before.text[0].isupper() or before.low.endswith("-"):
        return False
    following = words[index + 1] if index + 1 < len(words) else None
    return word.low in story.of("sentence_openers") and following is not None and following.text[0].islower()


def _of_subject(words: list[Word], clause: Clause, story: Story) -> Iterator[str]:
    subject, verb = clause.subject, clause.verb
    if subject is None:
        yield "no subject"
        return
    start, end = subject
    relative = clause.kind == "relative"
    between = words[end : verb.first] if end <= verb.first else []
    apart = [word for index, word in enumerate(between, end) if word.tag not in _BETWEEN and not _is_aside(words, index)]
    if between and between[-1].tag in {"-", ")"}:
        apart = []  # an aside closes right before the verb
    fronted = words[start].tag == "I" and words[start + 1].tag != "U"
    if not relative and clause.start <= start < verb.first and (apart or fronted):
        yield "subject apart"
    if any(word.tag in {"V", "M"} and not _is_inside(words, index, story) for index, word in enumerate(words[start:end], start)):
        yield "subject holds a verb"
    if not relative and _disagrees(words, clause, story):
        yield "number"


def _is_aside(words: list[Word], index: int) -> bool:
    """Tell whether a word stands in brackets, or leads to a time: 'Acme (ACM.N) on Monday said'."""
    before = next((word.tag for word in reversed(words[:index]) if word.tag in {"(", ")"}), "")
    return before == "(" or words[index + 1].tag == "T"


def _is_inside(words: list[Word], index: int, story: Story) -> bool:
    """Tell whether a verb in a subject is a gerund or a participle that belongs there: 'the man arrested near the port'."""
    return words[index].form in {"part", "ing"} or any(form == "part" for _, form in story.readings(words[index].low))


def _disagrees(words: list[Word], clause: Clause, story: Story) -> bool:
    """Tell whether a plural pronoun has a verb in -s, or a singular one a bare verb; nouns are too manifold to say."""
    if clause.subject is None or clause.verb.modal:
        return False
    start, end = clause.subject
    first = words[clause.verb.first]
    contracted = not first.low[0].isalpha()
    if end - start != 1 or words[start].tag != "O" or first.form not in {"s", "base"} or contracted:
        return False
    low = words[start].low
    singular = low in story.of("third_person")
    return (singular and first.form == "base") or (low in story.of("other_persons") and first.form == "s" and first.lemma not in story.be)


def _of_verb(words: list[Word], clause: Clause, story: Story) -> Iterator[str]:
    verb = clause.verb
    main = words[verb.main]
    before = words[verb.main - 1].tag if verb.main else "."
    if main.tag == "V" and not story.readings(main.low) and not is_auxiliary(main.lemma, story):
        yield "unknown verb"
    elif (
        verb.first == verb.main
        and before not in _CERTAIN
        and verb.form in {"base", "s"}
        and is_nounlike(main.low, ((verb.lemma, ""),), story)
    ):
        yield "noun or verb"
    if verb.finite and may_be_reduced(words, verb, story):
        yield "participle"
