"""Give each word of a sentence its part of speech, by lexicon, ending and what stands before it.

In: Words without tags, the Story vocabulary. Out: the same Words, tagged in place (see ``words.Word``). One pass from left to right.
"""

from __future__ import annotations

from generator.extract.events.words import Word
from generator.model.story import Story

_OPENING = frozenset({"“", "(", ":", "-", "”"})
_LONG_ENOUGH = 5


def tag(words: list[Word], story: Story, names: frozenset[str] = frozenset()) -> None:
    """Tag *words* in place; *names* are words in lower case that the article uses as names elsewhere."""
    for index, word in enumerate(words):
        if not word.tag:
            word.tag = _closed(words, index, story) or _open(words, index, story, names)
    _mend(words, story)


def _closed(words: list[Word], index: int, story: Story) -> str:
    """Return the tag of a function word, or nothing."""
    word = words[index]
    low = word.low
    following = words[index + 1].low if index + 1 < len(words) else ""
    if low.endswith("n't"):
        return _negated(word, story)
    if word.text.isupper() and len(word.text) > 1 and not words[0].text.isupper():
        return "P"  # US, IT, WHO …
    if low == "to":
        return _to(words, index, story)
    if low == "that":
        return _that(words, index, story)
    if low in {"'d", "'ll"} or (low in story.modals and not word.text[0].isupper()) or (low in story.modals and index == 0):
        word.lemma = low
        return "M"
    if low in story.negations and low not in story.pronouns:
        return "D" if low in story.determiners and low == "no" else "X"
    if low in story.possessives:
        if low == "her" and following and not _may_head(words, index + 1, story):
            return "O"
        return "D"
    if low in story.subject_pronouns and low not in story.relatives:
        return "O"
    return _function(words, index, story)


def _function(words: list[Word], index: int, story: Story) -> str:
    low = words[index].low
    capital = words[index].text[0].isupper() and index > 0 and words[index - 1].tag not in _OPENING
    if capital:
        return "D" if low in {"the", "a", "an"} else ""
    if low in story.determiners and low in story.pronouns:
        return "D" if _may_head(words, index + 1, story) else "O"
    for tag, kind in (("W", story.relatives), ("D", story.determiners), ("O", story.pronouns), ("C", story.coordinators)):
        if low in kind:
            return tag
    if low in story.subordinators:
        return "B" if low in story.prepositions or low == "so" else "S"
    if low in story.prepositions:
        return "N" if index and words[index - 1].tag == "D" and words[index - 1].low == "the" and low.endswith("ing") else "I"
    if low in story.numbers:
        return "U"
    adverb = low in story.adverbs or (low.endswith("ly") and low not in story.not_adverbs and not capital)
    return "R" if adverb else ""


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
        if word.low in story.adverbs or (word.low.endswith("ly") and word.low not in story.not_adverbs) or word.low == "not":
            continue
        base = any(form == "base" for _, form in story.readings(word.low))
        return "to" if base and word.low not in story.people and word.text[0].islower() else "I"
    return "I"


def _that(words: list[Word], index: int, story: Story) -> str:
    before = words[index - 1] if index else None
    after = words[index + 1] if index + 1 < len(words) else None
    if after is None or after.tag in {",", ".", ";"}:
        return "O"
    verbal = after.low in story.modals or any(form in {"past", "s"} for _, form in story.readings(after.low))
    finite = verbal and after.low not in story.nounlike
    if before is None or before.tag in _OPENING:
        return "O" if finite else "D"
    if finite and before.tag in {"N", "P", ",", "T"}:
        return "W"
    if finite and before.tag in {"V", "I", "B", "C"}:
        return "O"
    return "D" if before.tag in {"I", "B"} else "S"


def _may_head(words: list[Word], index: int, story: Story) -> bool:
    """Tell whether a noun group can go on at *index*: what stands there is no verb, preposition or mark."""
    if index >= len(words):
        return False
    word = words[index]
    if word.tag:
        return word.tag in {"N", "P", "U", "“", "T", "D"}
    low = word.low
    if word.text[0].isupper() or low in story.numbers or low in story.adjectives:
        return True
    closed = (story.prepositions, story.subordinators, story.coordinators, story.modals, story.negations, story.determiners, story.pronouns)
    if any(low in kind for kind in closed):
        return False
    readings = story.readings(low)
    if not readings:
        return not (low in story.adverbs or low == "to") and not (low.endswith("ly") and low not in story.not_adverbs)
    return _nounlike(low, readings, story) or readings[0][1] in {"ing", "part"}


def _nounlike(low: str, readings: tuple[tuple[str, str], ...], story: Story) -> bool:
    """Tell whether a verb's form is a noun more often: 'attacks', 'hopes'."""
    return any(each in story.nounlike or each in story.events for each in (low, *(lemma for lemma, _ in readings)))


def _open(words: list[Word], index: int, story: Story, names: frozenset[str]) -> str:
    """Return the tag of a content word, and note its lemma and form when it is a verb."""
    word = words[index]
    opens = index == 0 or words[index - 1].tag in _OPENING
    if "-" in word.text and any(part[:1].isupper() for part in word.text.split("-")[1:]) and word.text[0].islower():
        return "P"  # al-Khatib
    if word.text[0].isupper() and not (opens and _is_common(words, index, story, names)):
        return "P"
    reading = _verb(words, index, story)
    if reading:
        word.lemma, word.form = reading
        return "V"
    return "N"


def _is_common(words: list[Word], index: int, story: Story, names: frozenset[str]) -> bool:
    """Tell whether a capital that opens a sentence belongs to an ordinary word."""
    low = words[index].low
    if low in names:
        return False
    after = words[index + 1] if index + 1 < len(words) else None
    if after is not None and not after.tag and after.text[0].isupper() and low in story.titles:
        return False
    known = low in story.people or low in story.events or low in story.speech or low in story.adjectives or low in story.nounlike
    if known or story.readings(low) or low.endswith(("ing", "ists", "ers", "ions", "ments")):
        return True
    return low.endswith("s") and not low.endswith(("ss", "us", "is")) and (low[:-1] in story.people or low[:-1] in story.events)


def readings_of(low: str, story: Story) -> tuple[tuple[str, str], ...]:
    """Return the verb readings of a word: known ones, else those its ending suggests (``-ed``, ``-ing``)."""
    known = story.readings(low)
    if known or "-" in low or len(low) < _LONG_ENOUGH or low in story.not_participles or low in story.adjectives:
        return known
    if low.endswith("ed"):
        return (low[:-2], "past"), (low[:-2], "part")
    if low.endswith("ing"):
        return ((low[:-3], "ing"),)
    return ()


def _verb(words: list[Word], index: int, story: Story) -> tuple[str, str] | None:
    """Return (lemma, form) when the word at *index* is a verb here."""
    word = words[index]
    readings = readings_of(word.low, story)
    if not readings:
        return None
    forms = {form: lemma for lemma, form in readings}
    if readings[0][0] in story.be | story.have | story.do and "ing" not in forms:
        form = next(each for each in ("past", "s", "base", "part") if each in forms)
        return forms[form], "part" if form == "past" and "part" in forms and _perfect(words, index, story) else form
    at = index - 1
    while at >= 0 and (words[at].tag in {"R", "X"} or (words[at].tag == "T" and at and words[at - 1].lemma in story.be | story.have)):
        at -= 1
    before = words[at] if at >= 0 else None
    wanted = _after_auxiliary(words, at, forms, story) if before else None
    if wanted is not None:
        return (forms[wanted], wanted) if wanted else None
    return _by_neighbour(words, index, before, forms, story)


def _perfect(words: list[Word], index: int, story: Story) -> bool:
    return any(word.tag == "V" and word.lemma in story.have for word in words[max(0, index - 2) : index])


def _after_auxiliary(words: list[Word], at: int, forms: dict[str, str], story: Story) -> str | None:
    """Return the form that an auxiliary before the word calls for, "" when it is no verb after it, None when there is none."""
    before = words[at]
    if before.tag in {"M", "to"}:
        return "base" if "base" in forms else ""
    if before.tag == "O" and at and words[at - 1].tag in {"V", "M"} and words[at - 1].lemma in story.do | story.modals and "base" in forms:
        return "base"
    if before.tag != "V":
        return None
    if before.lemma in story.do:
        return "base" if "base" in forms else ""
    if before.lemma in story.have:
        return "part" if "part" in forms else ""
    if before.lemma in story.be:
        return next((form for form in ("part", "ing") if form in forms), "")
    return None


def _by_neighbour(words: list[Word], index: int, before: Word | None, forms: dict[str, str], story: Story) -> tuple[str, str] | None:
    low = words[index].low
    kind = before.tag if before else "."
    if kind == "O" and before is not None and before.low in _OBJECTS and not {"ing", "past"} & forms.keys():
        return None
    if kind in {"D", "G", "U"}:
        return _after_determiner(words, index, before, forms, story)
    if kind in {"I", "B"} and "ing" in forms:
        return None if low in story.events and not _takes_object(words, index) else (forms["ing"], "ing")
    if kind == "I":
        return None
    if kind in {"O", "W"}:
        return next(((forms[form], form) for form in ("past", "s", "base", "part", "ing") if form in forms), None)
    if "ing" in forms:
        noun = low in story.events and kind in {"N", "P", "D", "C", "U", ",", "."}
        return None if noun and not _takes_object(words, index) else (forms["ing"], "ing")
    if "past" in forms or "part" in forms:
        return _past(words, index, kind, forms, story)
    return _present(words, index, before, forms, story)


def _after_determiner(words: list[Word], index: int, before: Word | None, forms: dict[str, str], story: Story) -> tuple[str, str] | None:
    group = (
        before is not None
        and before.tag in {"D", "U"}
        and before.low in {"those", "all", "some", "many", "two", "both", "others", "several"}
    )
    if group and "past" in forms and not _may_head(words, index + 1, story):
        return forms["past"], "past"
    numeral = before is not None and before.tag == "U" and words[index].low not in story.nounlike
    return (forms["past"], "past") if numeral and "past" in forms and not _may_head(words, index + 1, story) else None


def _past(words: list[Word], index: int, kind: str, forms: dict[str, str], story: Story) -> tuple[str, str] | None:
    low = words[index].low
    if low in story.nounlike and not {"N", "P", "T", ",", "”", ")"} & {kind}:
        return None
    if low in story.nounlike and "base" in forms:  # cut, hit, set, cost …: alike in all forms
        form = "past" if "past" in forms else "part"
        alone = not any(word.tag in {"V", "M"} for word in words[:index]) and _leads_on(words, index)
        return (forms[form], form) if kind in {"N", "P", "T"} and (alone or _takes_object(words, index)) else None
    if kind in {"V", "B", "S", "."} and "part" in forms and low not in {"said"}:
        adjective = kind in {".", "V"} and _may_head(words, index + 1, story) and words[index + 1].tag != "“"
        return None if adjective else (forms["part"], "part")
    if "past" in forms:
        return forms["past"], "past"
    return forms["part"], "part"


def _present(words: list[Word], index: int, before: Word | None, forms: dict[str, str], story: Story) -> tuple[str, str] | None:
    low = words[index].low
    kind = before.tag if before else "."
    form = "s" if "s" in forms else "base"
    nounlike = any(each in story.nounlike or each in story.events for each in (low, forms[form]))
    object_follows = _takes_object(words, index)
    if kind == "C":
        earlier = any(word.tag == "V" and word.form in {"base", "s"} for word in words[:index])
        return (forms[form], form) if earlier and (object_follows or not nounlike) else None
    if kind not in {"N", "P", "T", ")", "”", ","}:
        return None
    plural = before is not None and (_plural(before.low) or before.low in _PLURALS) and kind != "P"
    if form == "s":
        agrees = not plural or kind == "P"
        return (forms[form], form) if agrees and (not nounlike or object_follows) else None
    joined = any(word.tag == "C" for word in words[max(0, index - 6) : index])
    if not (plural or joined):
        return None
    return (forms[form], form) if not nounlike or object_follows else None


def _plural(low: str) -> bool:
    return low.endswith("s") and not low.endswith(("ss", "us", "is", "news", "ics"))


def _leads_on(words: list[Word], index: int) -> bool:
    """Tell whether a preposition of place or time follows: 'the quake hit at noon'."""
    return index + 1 < len(words) and words[index + 1].low in {"at", "on", "in", "near", "off", "during", "after", "before", "about", "around"}


def _takes_object(words: list[Word], index: int) -> bool:
    """Tell whether something that can only be an object or a clause follows."""
    if index + 1 >= len(words):
        return False
    following = words[index + 1]
    low = following.low
    return low in _OBJECT_OPENERS or following.tag in {"U", "“"} or (following.text[0].isupper() and following.tag != "T")


_PLURALS = frozenset({"people", "police", "children", "men", "women", "others", "authorities"})
_OBJECTS = frozenset({"him", "them", "me", "us"})
_OBJECT_OPENERS = frozenset(
    "the a an this that these those his her its their our my your he she it they we him them us to no all some".split()
)  # noqa: SIM905


def _mend(words: list[Word], story: Story) -> None:
    """Settle what only the words behind can tell: 'as', 'since' … before a noun alone are prepositions."""
    for index, word in enumerate(words):
        if word.tag == "B":
            word.tag = "S" if _clause_follows(words, index + 1, story) else "I"


def _clause_follows(words: list[Word], index: int, story: Story) -> bool:
    """Tell whether a subject and a finite verb come before the next boundary."""
    seen = False
    for at, word in enumerate(words[index : index + 16], index):
        if word.tag in {",", ";", ":", ".", "S", "-", "B"} or (word.tag in {"W", "I"} and not seen):
            return False
        if word.tag == "M" or (word.tag == "V" and word.form in {"past", "s"}) or (word.tag == "V" and word.form == "base" and seen):
            return seen
        if word.tag in {"V", "to"} and not seen:
            return False
        if word.tag == "C" and words[min(at + 1, len(words) - 1)].tag in {"V", "R"}:
            return False
        seen = seen or word.tag in {"N", "P", "O", "U", "D"}
    return False
