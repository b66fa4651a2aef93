"""Give each word of a sentence its part of speech, by lexicon, ending and what stands before it.

In: Words without tags, the Story vocabulary. Out: the same Words, tagged in place (see ``words.Word``). One pass from left to right.
"""

from __future__ import annotations

from generator.extract.events.verbs import is_adverb, is_plural, may_head, verb_at
from generator.extract.events.words import Word
from generator.model.story import Story

_OPENING = frozenset({"“", "(", ":", "-", "”"})
_LOOK_AHEAD = 16
_TELLING_ENDINGS = ("n't", "ly")
"""By these an unknown word is a function word all the same; so is one in capitals looked at."""


def tag(words: list[Word], story: Story, names: frozenset[str] = frozenset()) -> None:
    """Tag *words* in place; *names* are words in lower case that the article uses as names elsewhere."""
    for index, word in enumerate(words):
        if word.tag == "G" and index and words[index - 1].low in story.of("contracting") and story.readings(word.low):
            word.tag, word.lemma, word.form = "V", *story.readings(word.low)[0]  # 'she's leaving', 'that's clear'
        if not word.tag:
            word.tag = _closed(words, index, story) or _open(words, index, story, names)
    first = next((index for index, word in enumerate(words) if word.tag == "M" or word.form in {"past", "s", "base"}), None)
    if words and words[-1].tag == "." and (first is None or (first > 1 and words[first - 1].tag == "C")):
        _find_verb(words, first or len(words) - 1, story)
    for index, word in enumerate(words):
        if word.tag == "B":  # 'as', 'since' …: prepositions before a noun alone
            word.tag = "S" if _clause_follows(words, index + 1) else "I"


def _find_verb(words: list[Word], end: int, story: Story) -> None:
    """Take the likeliest noun before *end* for the verb that lacks there: 'The bank cut rates', 'The deal calls for peace and may …'."""
    for index in range(1, end):
        word, before, after = words[index], words[index - 1], words[index + 1]
        forms = {form: lemma for lemma, form in story.readings(word.low)}
        if word.tag != "N" or before.tag not in {"N", "P", ",", ")", "R"} or after.tag in {"V", "G", ",", "."}:
            continue
        plural = is_plural(before.low) or before.low in story.of("plurals")
        form = "past" if "past" in forms else "s" if "s" in forms and not plural else "base" if "base" in forms and plural else ""
        if form and word.text[0].islower():
            word.tag, word.lemma, word.form = "V", forms[form], form
            return


def _closed(words: list[Word], index: int, story: Story) -> str:
    """Return the tag of a function word, or nothing."""
    word = words[index]
    low = word.low
    if low not in story.closed and not low.endswith(_TELLING_ENDINGS) and not word.text.isupper():
        return ""
    if low.endswith("n't"):
        return _negated(word, story)
    if word.text.isupper() and len(word.text) > 1 and not words[0].text.isupper():
        return "P"  # US, IT, WHO …
    for group, decide in _ODD:
        if low in story.of(group):
            return decide(words, index, story)
    return _modal_or_negation(words, index, story) or _function(words, index, story)


def _modal_or_negation(words: list[Word], index: int, story: Story) -> str:
    word = words[index]
    low = word.low
    named = index > 0 and words[index - 1].low in story.possessives | story.of("articles")  # 'our will'
    if not named and low in story.modals and (index == 0 or not word.text[0].isupper()):
        word.lemma = low
        return "M"
    if low in story.negations and low not in story.pronouns:
        return "D" if low in story.of("no") else "X"
    return ""


def _function(words: list[Word], index: int, story: Story) -> str:
    low = words[index].low
    if words[index].text[0].isupper() and index > 0 and words[index - 1].tag not in _OPENING:
        return "D" if low in story.of("articles") else "O" if low in story.subject_pronouns and low not in story.relatives else ""
    if low in story.subject_pronouns and low not in story.relatives:
        return "O"
    if low in story.numbers and low in story.pronouns:
        led = index > 0 and words[index - 1].tag == "D"
        return "U" if may_head(words, index + 1, story) and not led else "O"  # 'one man', 'one of them', 'no one wants'
    if low in story.determiners and low in story.pronouns and low not in story.possessives:
        return "D" if may_head(words, index + 1, story) else "O"
    kinds = (("W", story.relatives), ("D", story.possessives), ("D", story.determiners), ("O", story.pronouns), ("C", story.coordinators))
    found = next((tag for tag, kind in kinds if low in kind), "")
    return found or _linking(words, index, story)


def _linking(words: list[Word], index: int, story: Story) -> str:
    low = words[index].low
    pair = words[index - 1 : index + 1] if low in story.of("at_least") else words[index : index + 2]
    if len(pair) == 2 and pair[0].low in story.of("at") and pair[1].low in story.of("at_least"):
        return "D"  # 'at least 19 soldiers'
    if low in story.subordinators:
        return "B" if low in story.prepositions or low in story.of("so") else "S"
    if low in story.prepositions:
        named = index > 0 and words[index - 1].low in story.of("articles") and low.endswith("ing")
        return "N" if named else "I"  # 'the following', else 'following the vote'
    if low in story.numbers:
        return "U"
    return _adverb(words, index, story)


def _adverb(words: list[Word], index: int, story: Story) -> str:
    low = words[index].low
    if (
        low in story.adverbs
        and low in story.adjectives
        and may_head(words, index + 1, story)
        and not _leads_to_participle(words, index, story)
    ):
        return "N"  # 'the last shipments', 'the first strike'
    return "R" if is_adverb(low, story) else ""


def _leads_to_participle(words: list[Word], index: int, story: Story) -> bool:
    """Tell 'was first seen' from 'the first strike'."""
    led = index > 0 and words[index - 1].lemma in story.be | story.have
    return led and any(form == "part" for _, form in story.readings(words[index + 1].low))


def _negated(word: Word, story: Story) -> str:
    stem = word.low[:-3]
    for each in (stem, stem + "n", stem + "ll"):
        if each in story.modals:
            word.lemma, word.form = each, "not"
            return "M"
        if story.readings(each):
            word.lemma, word.form = story.readings(each)[0]
            return "V"
    return "X"


def _to(words: list[Word], index: int, story: Story) -> str:
    for word in words[index + 1 : index + 4]:
        if is_adverb(word.low, story) or word.low in story.of("not"):
            continue
        base = any(form == "base" for _, form in story.readings(word.low))
        return "to" if base and word.low not in story.people and word.text[0].islower() else "I"
    return "I"


def _that(words: list[Word], index: int, story: Story) -> str:
    before = words[index - 1] if index else None
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None or after.tag in {",", ".", ";"}:
        said = after is not None and after.tag == "," and any(word.lemma in story.reporting for word in words[max(0, index - 4) : index])
        return "S" if said else "O"  # 'said on Monday that, while …'
    skipped = (word for word in words[index + 1 : index + 4] if word.low not in story.adverbs | story.negations)
    head = next(skipped, after)
    negated = head.low.endswith("n't")  # 'can't', 'haven't'
    forms = story.readings(head.low)
    verbal = negated or head.low in story.modals or any(form in {"past", "s"} or lemma in story.have | story.do for lemma, form in forms)
    many = before is not None and before.tag == "N" and is_plural(before.low)  # 'names that include'
    verbal = verbal or (many and any(form == "base" for _, form in forms))
    finite = verbal and head.low not in story.nounlike
    if before is None or before.tag in _OPENING:
        return "O" if finite else "D"
    if finite and before.tag in {"V", "I", "B", "C"}:
        return "O"
    if finite and before.tag in {"N", "P", ",", "T", "O"}:
        return "W"
    named = after.text[0].isupper()
    if (
        before.tag == "V"
        and before.lemma not in story.reporting | story.cognition
        and not (after.tag or named)
        and may_head(words, index + 1, story)
    ):
        return "D"
    return "D" if before.tag in {"I", "B"} else "S"


def _her(words: list[Word], index: int, story: Story) -> str:
    return "D" if may_head(words, index + 1, story) else "O"


def _what(words: list[Word], index: int, story: Story) -> str:
    return "D" if may_head(words, index + 1, story) else "S"


_ODD = (("infinitive_mark", _to), ("that", _that), ("her", _her), ("what", _what))


def _open(words: list[Word], index: int, story: Story, names: frozenset[str]) -> str:
    """Return the tag of a content word, and note its lemma and form when it is a verb."""
    word = words[index]
    opens = index == 0 or words[index - 1].tag in _OPENING
    if word.text[0].islower() and "-" in word.text and any(part[:1].isupper() for part in word.text.split("-")[1:]):
        return "P"  # al-Khatib
    if word.text[0].isupper() and not (opens and _is_common(words, index, story, names)):
        return "P"
    reading = verb_at(words, index, story)
    if reading is None:
        return "N"
    word.lemma, word.form = reading
    return "V"


def _is_common(words: list[Word], index: int, story: Story, names: frozenset[str]) -> bool:
    """Tell whether a capital that opens a sentence belongs to an ordinary word."""
    low = words[index].low
    after = words[index + 1] if index + 1 < len(words) else None
    titled = after is not None and not after.tag and after.text[0].isupper() and low in story.titles
    if low in names or titled:
        return False
    nouns = (story.people, story.events, story.speech, story.adjectives, story.nounlike)
    opens = any(form != "s" or lemma in story.nounlike for lemma, form in story.readings(low))  # no sentence opens with 'goes'
    if any(low in kind for kind in nouns) or opens or low.endswith(("ing", "ists", "ers", "ions", "ments")):
        return True
    return low.endswith("s") and not low.endswith(("ss", "us", "is")) and (low[:-1] in story.people or low[:-1] in story.events)


def _closes_aside(words: list[Word], comma: int) -> bool:
    """Tell whether a comma opens an apposition that closes right before a verb: 'as the mayor, Ana Lopes, said …'."""
    for at in range(comma + 1, min(comma + _LOOK_AHEAD, len(words) - 1)):
        if words[at].tag == ",":
            return words[at + 1].tag == "M" or (words[at + 1].tag == "V" and words[at + 1].form in {"past", "s"})
        if words[at].tag not in {"N", "P", "D", "U", "G", "I"}:
            return False
    return False


def _clause_follows(words: list[Word], index: int) -> bool:
    """Tell whether a subject and a finite verb come before the next boundary."""
    seen = False
    for at, word in enumerate(words[index : index + _LOOK_AHEAD], index):
        finite = word.tag == "M" or (word.tag == "V" and (word.form in {"past", "s"} or (word.form == "base" and seen)))
        if finite:
            return seen
        if word.tag == "," and seen and _closes_aside(words, at):
            return True
        joins = word.tag == "C" and words[min(at + 1, len(words) - 1)].tag in {"V", "R"}
        if joins or word.tag in {",", ";", ":", ".", "S", "-", "B"} or (word.tag in {"W", "I", "V", "to"} and not seen):
            return False
        seen = seen or word.tag in {"N", "P", "O", "U", "D"}
    return False
