"""The tense round an expression: does its clause tell what was, or what will be?

In: the text, the same in lower case, the sentence, where the expression stands, the tense words. Out: an Outlook. Looked at only where it
matters. The nearest word that has a tense decides: before the expression, else behind it; what is only present looks ahead where nothing
of the clause is past.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from itertools import pairwise

from generator.extract.time.around import FAR, Around
from generator.model.language import TenseWords

_NEAR = 4
"""Words beside an expression that are looked at for what is near it."""
_BESIDE = 3
"""Words between a verb and a date that belong together; letters of a word that can have an ending."""
_HEAD = 6
"""How many words of an entry of a chronicle tell its tense, and how far behind what a day owns its verb stands."""
_CLOSES = frozenset("!?;")
"""What closes a clause; a full stop within a sentence is that of an abbreviation."""
_NOTHING, _CLOSING, _PAST, _MORE = range(4)
"""What a word tells by itself: nothing, the end of a clause, that something is past, or more, by the words beside it."""
_MOST = 1 << 15
"""Of how many words it is kept what they tell."""


class Outlook(IntEnum):
    """What the clause tells of; UNKNOWN where no word says so.

    HAPPENED where the verb of the past stands right before the date, TOLD where that is one of telling.
    """

    TOLD = -3
    HAPPENED = -2
    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


def tense_at(around: Around) -> Outlook:  # noqa: PLR0911 - one return for each kind of evidence
    """Return the tense told by the nearest word before the expression; where there is none, by the nearest after it.

    An entry of a chronicle ("May 10 - The house votes") tells what was. What was planned for a day is over where the clause goes on
    to tell it ("a march planned for Saturday was called off").
    """
    rules, before, ahead = around.rules, around.before(), around.ahead()
    following = ahead[0] if ahead else ""
    if _is_ever(before, around):
        return Outlook.PAST
    if following in rules.possessive:
        return _of_owner(before, around.phrase()[1:], around.behind(), rules)
    if before and before[-1] in rules.before_noun and following.isalpha():
        return Outlook.FUTURE if rules.looking_ahead.intersection((*before[-_NEAR:], *around.behind()[:2])) else Outlook.PAST
    tense, where = _last(before, ahead, rules)
    if rules.subordinating and (own := _of_verb_behind(before[where:], around)):
        return own
    if _is_now(before, rules) or _goes_on(before, where, rules) or rules.upcoming.intersection(before[max(where, len(before) - _HEAD) :]):
        return Outlook.FUTURE
    if tense is Outlook.PAST and len(before) - where <= _BESIDE:
        telling = before[where] in rules.telling and not rules.be.intersection(before[max(0, where - 1) : where])
        return Outlook.TOLD if telling else Outlook.HAPPENED
    if tense is Outlook.FUTURE and _is_over(before, where, around.phrase(), rules):
        return Outlook.PAST
    if tense:
        return tense
    asks = before and before[0] in rules.asking and around.place[0] - around.within.start < FAR
    return Outlook.FUTURE if asks else _of_behind(before, around.behind(), rules)


def _of_behind(before: list[str], behind: list[str], rules: TenseWords) -> Outlook:
    """Return the tense that only words behind the expression tell: HAPPENED where it is the subject ("January was mild")."""
    if behind[:1] == ["-"] and not any(word.isalpha() for word in before):
        return _first(behind[:_HEAD], rules) or Outlook.PAST
    if behind and not before and _tense_of(behind[:_BESIDE], 0, rules) is Outlook.PAST:
        return Outlook.HAPPENED
    return _first(behind, rules) or _of_present(before, behind, rules)


def tense_ahead(around: Around, start: int) -> Outlook:
    """Return the tense of a limit ("until Friday", whose words begin at *start*): to come, unless what lasts till then is told as over."""
    rules, before = around.rules, around.before(start)
    tense, where = _last(before, around.ahead(), rules)
    if not tense:
        return _first(around.behind(), rules) or Outlook.FUTURE
    settled = rules.settled.intersection(before[max(0, where - 2) : where + 1]) and not rules.be_now.intersection(before[where + 1 :])
    return Outlook.PAST if tense is Outlook.PAST and settled else Outlook.FUTURE


def negated(around: Around, start: int) -> bool:
    """Tell whether what a limit bounds is what is not: "it will not open before 2025"."""
    return bool(around.rules.negating.intersection(around.before(start)[-_HEAD:]))


class _Telling(dict[str, int]):
    """What words can tell of tense by themselves, worked out when they are met: most nothing, most others that something is past."""

    __slots__ = ("rules",)

    def __init__(self, rules: TenseWords) -> None:
        self.rules = rules

    def __missing__(self, word: str) -> int:
        rules = self.rules
        past = word in rules.past or (len(word) > _BESIDE and word.endswith(rules.past_endings) and word not in rules.not_past)
        more = word in rules.turned or word.endswith(rules.future_endings)
        tells = _MORE if more else _PAST if past else _CLOSING if word in _CLOSES else _NOTHING
        if len(self) < _MOST:
            self[word] = tells
        return tells


_telling = cache(_Telling)


def _last(words: list[str], ahead: list[str], rules: TenseWords) -> tuple[Outlook, int]:
    """Return the tense of the last word that has one, back to the end of the clause before, and where it stands."""
    clause, telling = [*words, "", *ahead], _telling(rules)
    for index in range(len(words) - 1, -1, -1):
        tells = telling[words[index]]
        if tells > _CLOSING:
            if tense := _tense_of(clause, index, rules):
                return tense, index
        elif tells and index < len(words) - 1:
            break
    return Outlook.UNKNOWN, 0


def _first(words: list[str], rules: TenseWords) -> Outlook:
    telling = _telling(rules)
    for index, word in enumerate(words):
        tells = telling[word]
        if tells > _CLOSING:
            if tense := _tense_of(words, index, rules):
                return tense
        elif tells and index:
            break
    return Outlook.UNKNOWN


def _is_over(before: list[str], where: int, phrase: list[str], rules: TenseWords) -> bool:
    """Tell what was planned for a day from what its clause goes on to tell: "a march planned for Saturday was called off".

    A verb of the past right behind the day tells of it where the word that looks ahead, at *where*, is far away; "was planned for Saturday
    but …" tells of it as well.
    """
    if rules.past.intersection(before[max(0, where - 1) : where]) and rules.turning.intersection(phrase[:_NEAR]):
        return True
    if phrase[:1] and phrase[0] in rules.settled:
        return before[where].endswith(rules.past_endings) or before[where] in rules.only_before_verbs
    return len(before) - where > _HEAD and bool(phrase) and _tense_of(phrase[:1], 0, rules) is Outlook.PAST


def _is_ever(before: list[str], around: Around) -> bool:
    """Tell "since Friday", "desde el lunes"; with a word between, what is to come from then on is not ("desde el lunes regirá")."""
    rules = around.rules
    if before and before[-1] in rules.ever:
        return True
    between = bool(before[1:]) and before[-2] in rules.ever and len(before[-1]) <= _BESIDE
    return between and _first(around.behind(), rules) is not Outlook.FUTURE


def _is_now(before: list[str], rules: TenseWords) -> bool:
    """Tell "the vote is on Friday", "is at 3 p.m. on Friday", "is closed on Friday": a present "be" with the date, or a participle."""
    at = len(before)
    while at and (before[at - 1] in rules.beside or before[at - 1] in rules.hours or before[at - 1][:1].isdigit()):
        at -= 1
    if not (rules.beside and at):
        return False
    return before[at - 1] in rules.be_now or (at > 1 and before[at - 2] in rules.be_now and before[at - 1].endswith(rules.past_endings))


def _of_verb_behind(clause: list[str], around: Around) -> Outlook:
    """Return the tense of a verb that its clause has behind the date: "dass am Freitag gewählt wird", "…, am Freitag schließt sie"."""
    rules = around.rules
    if rules.subordinating.intersection(clause):
        return _first(around.behind(), rules)
    nearest = around.phrase()[:1]
    if nearest and nearest[0] in rules.present:
        return Outlook.FUTURE
    return _tense_of(nearest, 0, rules) if nearest else Outlook.UNKNOWN


def _goes_on(before: list[str], where: int, rules: TenseWords) -> bool:
    """Tell "la huelga, que comenzó el jueves, termina el lunes": a verb of the present right before the date, behind one of the past.

    Where such verbs are nouns too, which ``schedule`` has, nothing is told by that.
    """
    return not rules.schedule and not rules.present.isdisjoint(before[max(where + 1, len(before) - 2) :])


def _of_present(before: list[str], behind: list[str], rules: TenseWords) -> Outlook:
    """Return FUTURE for a clause in which nothing is past and something present: what is settled is told so ("Das Fest findet … statt")."""
    opened = rules.participle is not None and len(before) <= 1 and bool(behind) and behind[0].endswith(rules.present_endings)
    second = opened and behind[0] not in rules.not_present and not behind[0].startswith("ge")
    return Outlook.FUTURE if second or any(_is_present(word, rules) for word in (*before, *behind)) else Outlook.UNKNOWN


def _is_present(word: str, rules: TenseWords) -> bool:
    if word in rules.present or word in rules.with_participle:
        return True
    ends = len(word) > _BESIDE and word.endswith(rules.present_endings)
    return ends and word not in rules.not_present and not _is_participle(word, rules)


def _of_owner(before: list[str], phrase: list[str], behind: list[str], rules: TenseWords) -> Outlook:
    """Tell "ahead of Sunday's vote" and "Friday's vote will be close" from "Tuesday's call".

    A day that owns an event is over unless something looks ahead to it: a word before it, the verb that the event is the subject of,
    or that of the clause which it opens ("In Sunday's vote, towns will …").
    """
    takes_part = rules.taking_part.intersection(before[-2:]) and _last(before, [], rules)[0] is Outlook.FUTURE
    if takes_part or rules.looking_ahead.intersection(before[-_NEAR:]):
        return Outlook.FUTURE
    own = next((at for at, word in enumerate(phrase) if word in rules.relative), _HEAD)
    if len(before) == 1 and before[0] in rules.beside and len(phrase) + 1 < len(behind) and not _first(phrase, rules):
        return Outlook.FUTURE if _first(behind, rules) is Outlook.FUTURE else Outlook.PAST
    is_subject = bool(rules.inside) and not (before and before[-1] in rules.inside)
    if is_subject and any(_is_put_off(phrase, at, rules) for at in range(min(own, _HEAD, len(phrase)))):
        return Outlook.FUTURE
    return Outlook.FUTURE if is_subject and _first(phrase[: min(own, _HEAD)], rules) is Outlook.FUTURE else Outlook.PAST


def _is_put_off(words: list[str], index: int, rules: TenseWords) -> bool:
    """Tell "is cancelled", "has been called off": what it is said of has not come yet."""
    if words[index] not in rules.put_off or rules.pluperfect.intersection(words[:index]):
        return False
    return not rules.be_now.isdisjoint(words[:index]) or not rules.perfect_be.isdisjoint(words[max(0, index - 2) : index])


def _is_participle(word: str, rules: TenseWords) -> bool:
    """Tell a participle by its shape ("gewählt")."""
    return rules.participle is not None and word not in rules.not_present and rules.participle.fullmatch(word) is not None


def _tense_of(words: list[str], index: int, rules: TenseWords) -> Outlook:
    word = words[index]
    tells = _telling(rules)[word]
    if tells <= _CLOSING:
        return Outlook.UNKNOWN
    if tells == _MORE and (tense := _of_more(words, index, rules)) is not None:
        return tense
    before = words[index - 1] if index else None
    if before in rules.before_noun or before in rules.modals or not rules.passive.isdisjoint(words[max(0, index - 2) : index]):
        return Outlook.UNKNOWN
    return Outlook.PAST


def _of_more(words: list[str], index: int, rules: TenseWords) -> Outlook | None:
    """Return the tense of a word that the words beside it turn; None where it is past as any verb is."""
    word, before = words[index], words[index - 1] if index else None
    if _is_undone(words, index, rules):
        return Outlook.PAST
    if word in rules.contracted and rules.negating.intersection(words[index + 1 : index + 2]):
        return Outlook.FUTURE
    if word in rules.with_participle:
        return Outlook.PAST if any(_is_participle(each, rules) for each in words[index + 1 :]) else Outlook.UNKNOWN
    is_noun = _is_compared(words, index, rules) or (word in rules.names and before in rules.owners)
    if word in rules.future and not is_noun and (not rules.infinitive or before != rules.infinitive):
        return _looking_ahead(words, index, rules)
    if _is_to_come(word, before, rules) or _is_schedule(words, index, rules):
        return Outlook.FUTURE
    past = word in rules.past or (len(word) > _BESIDE and word.endswith(rules.past_endings) and word not in rules.not_past)
    return None if past else Outlook.UNKNOWN


def _is_to_come(word: str, before: str | None, rules: TenseWords) -> bool:
    """Tell "there is a vote", "set to", "is leaving", "were due", and a future that is an ending ("votará")."""
    if before in rules.existential and word in rules.be_now:
        return True
    if rules.infinitive and word == rules.infinitive and before in rules.future_before:
        return True
    after_be = (word in rules.future_after_be and before in rules.be) or (word in rules.future_after_be_now and before in rules.be_now)
    return after_be or (len(word) > _BESIDE and word not in rules.not_past and word.endswith(rules.future_endings))


def _is_compared(words: list[str], index: int, rules: TenseWords) -> bool:
    """Tell "worse than expected", "better-than-expected"."""
    return bool(rules.comparing.intersection([word for word in words[max(0, index - 2) : index] if word != "-"][-1:]))


def _is_undone(words: list[str], index: int, rules: TenseWords) -> bool:
    """Tell "could not be reached", "would not comment", and "may have begun" from what may still be."""
    word, following, verb = [*words[index : index + 3], "", ""][:3]
    if following in rules.negating:
        return word in rules.unable or (word in rules.future and verb in rules.silent)
    if following in rules.silent and word in rules.future and rules.none.intersection(words[max(0, index - _NEAR) : index]):
        return True
    done = verb in rules.past or verb in rules.participles or verb.endswith(rules.past_endings)
    return word in rules.unsure and following == rules.perfect and done


def _is_schedule(words: list[str], index: int, rules: TenseWords) -> bool:
    """Tell "the council votes on the plan on Monday", "polls open on Sunday" from "the votes", "after votes".

    No word before makes it a noun, and the date or what belongs to the verb is right behind; one without an ending needs a plural before.
    """
    before, following = [*words[index - 1 : index], ""][0], [*words[index + 1 : index + 2], ""][0]
    noun = not before or before in rules.before_noun or before in rules.inside or before.endswith(rules.past_endings)
    several = before in rules.plural_subjects or (before.endswith("s") and len(before) > _BESIDE)
    verb = words[index] in rules.schedule or (words[index] in rules.schedule_base and several)
    return verb and not noun and (not following or following in rules.beside or following in rules.inside)


def _looking_ahead(words: list[str], index: int, rules: TenseWords) -> Outlook:
    """Return the tense of a word that looks ahead: past after "had", none for "due to" before a noun."""
    word, before = words[index], words[max(0, index - 2) : index]
    if rules.pluperfect.intersection(before) or (word in rules.progressive and rules.past.intersection(before)):
        return Outlook.PAST
    to, verb = [*words[index + 1 : index + 3], "", ""][:2]
    cause = to == rules.infinitive and verb not in rules.due_verbs and not rules.be_now.intersection(before)
    if word in rules.only_before_verbs and cause:
        return Outlook.UNKNOWN
    done = (each for each, after in pairwise(words[index:]) if after in rules.perfect_last and _is_participle(each, rules))
    return Outlook.PAST if next(done, None) else Outlook.FUTURE
