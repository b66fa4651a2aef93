"""Decide whether a word is a verb where it stands, and in which form: by its readings, an auxiliary before it, its neighbours.

In: Words tagged up to an index, the Story. Out: (lemma, form), or None when the word is no verb there.
"""

from __future__ import annotations

from generator.extract.events.words import Word
from generator.model.story import Story

Reading = tuple[str, str]
_LONG_ENOUGH = 5
_ADJECTIVE_ENDINGS = ("ous", "ful", "ive", "ical")
_NOUN_ENDS = frozenset({"N", "P", "T", ")", "”", ","})


def readings_of(low: str, story: Story) -> tuple[Reading, ...]:
    """Return the verb readings of a word: known ones, else those its ending suggests (``-ed``, ``-ing``)."""
    known = story.readings(low)
    if known or "-" in low or len(low) < _LONG_ENOUGH or low in story.not_participles or low in story.adjectives:
        return known
    if low.startswith(tuple(story.of("negative_prefixes"))):
        return ()  # 'unaffected', 'unprecedented'
    if low.endswith("ed"):
        return (low[:-2], "past"), (low[:-2], "part")
    return ((low[:-3], "ing"),) if low.endswith("ing") else ()


def is_nounlike(low: str, readings: tuple[Reading, ...], story: Story) -> bool:
    """Tell whether a verb's form is a noun more often: 'attacks', 'hopes'."""
    return any(each in story.nounlike or each in story.events for each in (low, *(lemma for lemma, _ in readings)))


def may_head(words: list[Word], index: int, story: Story) -> bool:
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
    if readings:
        return is_nounlike(low, readings, story) or readings[0][1] in {"ing", "part"}
    return not is_adverb(low, story) and low not in story.of("infinitive_mark")


def verb_at(words: list[Word], index: int, story: Story) -> Reading | None:
    """Return (lemma, form) when the word at *index* is a verb there."""
    readings = readings_of(words[index].low, story)
    if not readings:
        low = words[index].low
        relative = index > 0 and words[index - 1].low in story.of("bare_relatives") and words[index - 1].tag == "W"
        return (low[:-1], "s") if relative and is_plural(low) else None
    forms = {form: lemma for lemma, form in readings}
    if is_auxiliary(readings[0][0], story) and "ing" not in forms:
        form: str = next(each for each in ("past", "s", "base", "part") if each in forms)
        return forms[form], "part" if form == "past" and "part" in forms and _perfect(words, index, story) else form
    at = index - 1
    while at >= 0 and (
        words[at].tag in {"R", "X"} or (words[at].tag in {"T", "“"} and at and words[at - 1].lemma in story.be | story.have)
    ):
        at -= 1
    before = words[at] if at >= 0 else None
    wanted = _after_auxiliary(words, at, forms, story) if before else None
    if wanted is not None:
        return (forms[wanted], wanted) if wanted else None
    form = _Neighbours(words, index, before, forms, story).form()
    return (forms[form], form) if form else None


def is_auxiliary(lemma: str, story: Story) -> bool:
    """Tell whether a lemma can be an auxiliary."""
    return lemma in story.be or lemma in story.have or lemma in story.do


def _perfect(words: list[Word], index: int, story: Story) -> bool:
    return any(word.tag == "V" and word.lemma in story.have for word in words[max(0, index - 2) : index])


def _after_auxiliary(words: list[Word], at: int, forms: dict[str, str], story: Story) -> str | None:
    """Return the form that an auxiliary before the word calls for, "" when it is no verb after it, None when there is none."""
    before = words[at]
    asked = before.tag == "O" and at > 0 and words[at - 1].tag in {"V", "M"} and words[at - 1].lemma in story.do | story.modals
    if before.tag in {"M", "to"} or (before.tag == "V" and before.lemma in story.do) or (asked and "base" in forms):
        wanted: tuple[str, ...] = ("base",)
    elif before.tag == "V" and before.lemma in story.have:
        wanted = ("part",)
    elif before.tag == "V" and before.lemma in story.be:
        wanted = ("part", "ing")
    else:
        return None
    return next((form for form in wanted if form in forms), "")


class _Neighbours:
    """A word with verb readings, and what stands around it."""

    def __init__(self, words: list[Word], index: int, before: Word | None, forms: dict[str, str], story: Story) -> None:
        self.words, self.index, self.before, self.forms, self.story = words, index, before, forms, story
        self.low = words[index].low
        self.kind = before.tag if before else "."
        if before is not None and before.low in story.possessives:
            self.kind = "D"  # 'whose' is a relative, and a determiner

    def form(self) -> str:
        """Return the form in which the word is a verb here, or nothing."""
        forms, kind = self.forms, self.kind
        object_before = kind == "O" and self.before is not None and self.before.low in self.story.of("object_pronouns")
        if kind in {"D", "G", "U"}:
            return self._after_determiner()
        if (kind == "I" and "ing" not in forms) or (object_before and not {"ing", "past"} & forms.keys()):
            return ""
        if kind in {"O", "W"}:
            return next((form for form in ("past", "s", "base", "part", "ing") if form in forms), "")
        if "ing" in forms:
            return self._gerund()
        return self._past() if "past" in forms or "part" in forms else self._present()

    def _gerund(self) -> str:
        noun = self.low in self.story.events and self.kind in {"N", "P", "D", "C", "U", ",", ".", "I", "B"}
        return "" if noun and not self._takes_object() else "ing"

    def _after_determiner(self) -> str:
        """'Those killed', 'two arrested': a participle of the many; else no verb stands there."""
        if "past" not in self.forms or self.before is None or may_head(self.words, self.index + 1, self.story):
            return ""
        many = self.before.tag in {"D", "U"} and self.before.low in self.story.of("quantities")
        counted = self.before.tag == "U" and self.low not in self.story.nounlike
        return "past" if many or counted else ""

    def _past(self) -> str:
        form = "past" if "past" in self.forms else "part"
        if self.low in self.story.nounlike:
            if self.kind not in {"N", "P", "T"}:
                return ""
            if "base" in self.forms:  # cut, hit, set, cost …: alike in all forms
                alone = not any(word.tag in {"V", "M"} for word in self.words[: self.index]) and self._leads_on()
                return form if alone or self._takes_object() else ""
        if self.kind == "C" and self._pairs_adjective():
            return ""
        asked = self.before is not None and self.before.low in self.story.of("what")
        if self.kind in {"V", "B", "S", "."} and not asked and "part" in self.forms and self.low not in self.story.of("past_always"):
            following = self.words[self.index + 1] if self.index + 1 < len(self.words) else None
            group = may_head(self.words, self.index + 1, self.story) and following is not None and following.tag != "“"
            gerund = self.before is not None and self.before.form == "ing" and not is_auxiliary(self.before.lemma, self.story)
            if self.kind == "V" and (self._takes_object() or gerund):
                return form  # 'the refusal to talk led them to sue', 'when trading ended'
            return "" if group and self.kind in {".", "V"} else "part"
        return form

    def _pairs_adjective(self) -> bool:
        """Tell whether a participle before the coordinator and this one describe a noun behind both: 'confirmed and suspected cases'."""
        other = self.words[self.index - 2] if self.index > 1 else None
        described = other is not None and other.tag == "N" and any(form == "part" for _, form in readings_of(other.low, self.story))
        return described and may_head(self.words, self.index + 1, self.story)

    def _present(self) -> str:
        form = "s" if "s" in self.forms else "base"
        story = self.story
        noun = is_nounlike(self.low, ((self.forms[form], form),), story) and not self._takes_object() and not self._is_owed()
        if self.kind == "C":
            earlier = any(word.tag == "V" and word.form in {"base", "s"} for word in self.words[: self.index])
            return form if earlier and not noun else ""
        described = self.before is not None and (self.before.low in story.adjectives or self.before.low.endswith(_ADJECTIVE_ENDINGS))
        if self.kind not in _NOUN_ENDS or noun or (described and self.low in story.nounlike | _lemmas(self.forms, story)):
            return ""
        if form == "s" and self.low not in story.nounlike and self.forms[form] not in story.nounlike | story.events:
            return form  # no noun looks like 'appears'
        plural = self.before is not None and self.kind != "P" and (is_plural(self.before.low) or self.before.low in story.of("plurals"))
        joined = any(word.tag == "C" for word in self.words[max(0, self.index - 6) : self.index])
        agrees = not plural if form == "s" else plural or joined
        return form if agrees else ""

    def _is_owed(self) -> bool:
        """Tell whether a clause closes here that a subordinator opened and that has no verb yet: 'when the hurricane season starts,'."""
        following = self.words[self.index + 1] if self.index + 1 < len(self.words) else None
        if following is None or following.tag not in {",", "."}:
            return False
        for word in reversed(self.words[: self.index]):
            if word.tag in {"S", "V", "M", ",", ";", ":"}:
                return word.tag == "S"
        return False

    def _leads_on(self) -> bool:
        """Tell whether a preposition of place or time follows: 'the quake hit at noon'."""
        return self.index + 1 < len(self.words) and self.words[self.index + 1].low in self.story.of("place_or_time")

    def _takes_object(self) -> bool:
        """Tell whether something that can only be an object or a clause follows."""
        if self.index + 1 >= len(self.words):
            return False
        following = self.words[self.index + 1]
        name = following.text[0].isupper() and following.tag != "T"
        lemmas = set(self.forms.values())
        if following.low in self.story.of("infinitive_mark"):  # 'plans to close', not 'visits to schools', 'funds to spend'
            return bool(lemmas & (self.story.planning | self.story.attempting | self.story.stative))
        if following.low in self.story.of("that"):  # 'claims that', not 'names that'
            return bool(lemmas & (self.story.reporting | self.story.cognition))
        return name or following.tag in {"U", "“"} or following.low in self.story.of("object_openers")


def _lemmas(forms: dict[str, str], story: Story) -> frozenset[str]:
    """Return the word forms of a verb that is a noun more often, so that they count as nouns too."""
    return frozenset(word for lemma in forms.values() if lemma in story.nounlike for word in (lemma, lemma + "s", lemma + "es"))


def is_adverb(low: str, story: Story) -> bool:
    """Tell whether a word is an adverb: a known one, or one that ends like it and is no exception."""
    return low in story.adverbs or (low.endswith("ly") and low not in story.not_adverbs)


def is_plural(low: str) -> bool:
    """Tell whether a word looks like a plural."""
    return low.endswith("s") and not low.endswith(("ss", "us", "is", "news", "ics"))
