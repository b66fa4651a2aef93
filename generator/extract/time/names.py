"""Tell names and figures that only look like times: people, papers, streets, awards, halves of a match, house numbers, verses.

In: what was found in a sentence, its text, the language's NameWords. Out: yes or no. The tables say which words are which; what is told
here is where they stand, for a phrase of a table knows no capitals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from generator.extract.time.moment import SEASON_MONTHS
from generator.extract.time.narrative import core_of
from generator.extract.time.nearby import NEAR, Nearby, nearby
from generator.extract.time.recognise import Recognised
from generator.model.language import NameWords
from generator.model.said import Calendar, Clock, Length, Range, Repeated, Shaded, Shift, Slashed, Unit, Vague, Weekday, Within
from generator.model.span import Span

_AFTER = re.compile(r"([ -])([^\W_][\w'’-]*)")
_INSIDE = frozenset("/=-_.@#?&")
_AGE = re.compile(r", \d{1,2},")
_AND = re.compile(r" [^\W\d_]+ ([^\W_][\w'’-]*)")
_CODE = re.compile(r"\b[A-Z]+-$")
_SCORE = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")
_FIGURES_BEHIND = re.compile(r" \d{3,4}\b(?! ?[-–])")
_PHONE = re.compile(r"\+\d[\d ()-]*$")
_ADDRESS = re.compile(r"://|^www\.|@|\w\.[a-z]{2,}/")
_BARE_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
_LASTED = re.compile(r"\d:\d\d:\d\d")
_OF_STREET = 3
"""Within how many words behind it the name of a street comes to its end."""
_LONG_WORD, _FEWEST, _MOSTLY = 4, 7, 0.8
"""From how many letters a word of a headline has a capital, how many such words it has, and how many with a capital make it one."""


_PLAIN = (Shift, Vague, Within, Range)
"""What no name looks like."""


def not_times(found: list[Recognised], text: str, span: Span, rules: NameWords) -> Iterator[Recognised]:
    """Yield the expressions that are times after all."""
    named = False
    for each in found:
        if isinstance(each.said, _PLAIN) or _is_plain(each, text):
            named = False
            yield each
            continue
        place = nearby(each, text, span)
        named = _is_in_address(place) or _is_other(each, place, rules) or (named and _goes_on(place, rules))
        if not named:
            yield each


def _is_plain(found: Recognised, text: str) -> bool:
    """Tell cheaply what no name looks like: a date with month and year and no full stop in it, a length without a capital."""
    said = found.said
    if text[found.start - 1 : found.start] in _INSIDE:
        return False
    if isinstance(said, Calendar):
        return said.month is not None and said.year is not None and "." not in text[found.start : found.end]
    return isinstance(said, Length) and text[found.start : found.end].islower()


def _goes_on(place: Nearby, rules: NameWords) -> bool:
    """Tell whether what goes on from a name or figure is one too: "and Wednesday Addams", "and 2019 horses"."""
    if place.words.isdecimal():
        return place.last.isdecimal() or (place.last in rules.joining and _next(place).endswith(rules.plurals))
    return _is_capital(place.words) and place.last in rules.joining and _surname(place, rules)


def _is_in_address(place: Nearby) -> bool:
    """Tell figures of a web address: "example.com/2019/05/story"."""
    return place.text[place.start - 1 : place.start] in _INSIDE and _ADDRESS.search(place.head) is not None


def _is_other(found: Recognised, place: Nearby, rules: NameWords) -> bool:
    """Tell what is no time, by what kind of time it would be."""
    said = core_of(found.said)
    if isinstance(said, Length) and isinstance(found.said, Shaded):
        return False
    tells = _TELLS.get(type(said))
    return tells is not None and tells(said, place, rules)


def _is_other_date(said: Calendar, place: Nearby, rules: NameWords) -> bool:
    if said.year is None and said.part[:1] in ("Q", "H") and not place.words[-1:].isdigit():
        return _is_of_match(place, rules)
    if said.whole == "C":
        return _is_title(place, rules)
    if said.day is not None:
        return _is_street(place, rules) or ("." in place.words and place.words[-1].isdigit() and place.last in rules.numbered)
    if said.month is not None or said.part in SEASON_MONTHS:
        could = said.year is None and said.which is None and _is_bare(place)
        return could and (_is_name(said, place, rules) if said.month else _is_named_season(place, rules))
    if said.year is not None and not said.part and not said.whole:
        return (place.last not in rules.articles and _is_street(place, rules)) or _is_number(place, rules)
    return False


def _is_named_season(place: Nearby, rules: NameWords) -> bool:
    """Tell "Summer Lee", "Winter Storm Ana" by the capitals of both words, where neither an article nor a word of place stands before."""
    if rules.nouns_are_capital or place.words.isupper() or place.last in rules.placing or place.last in rules.articles:
        return False
    return _surname(place, rules) and not _is_headline(place)


def _is_other_day(said: Weekday, place: Nearby, rules: NameWords) -> bool:
    if said.which is not None or said.week is not None or said.near is not None:
        return False
    return _is_name(said, place, rules) if _is_bare(place) else _is_title(place, rules)


def _is_bare(place: Nearby) -> bool:
    return " " not in place.words and _is_capital(place.words)


def _is_name(said: Calendar | Weekday | Repeated, place: Nearby, rules: NameWords) -> bool:
    """Tell a person, a paper, a book: "Mr August Krell", "April said", "The Daily Bugle", "Tuesday Weld"."""
    titled = place.last in rules.titles and _is_capital(place.before[0])
    hyphened = place.after[:1] == "-" and _surname(place, rules)
    if titled or hyphened or _is_street(place, rules) or (rules.lower_case and not place.opens and place.last not in rules.placing):
        return True
    named = not isinstance(said, Calendar) and place.last in rules.articles
    if (place.last in rules.placing and not named) or _is_headline(place):
        return False
    if isinstance(said, Repeated):
        return _surname(place, rules)
    if isinstance(said, Weekday):
        article = place.last in rules.articles and (_is_capital(place.before[0]) or _follows(place, 2))
        return _surname(place, rules) and (place.opens or article or place.last in rules.people)
    return place.words.lower() in rules.given and _is_given_name(place, rules)


def _is_given_name(place: Nearby, rules: NameWords) -> bool:
    """Tell a month that is a given name: "April said", "her sister June", "June and Walter", "his name is August", "April, 34, left"."""
    if place.last in rules.saying and not place.after.startswith(" "):
        return True
    named = place.last in rules.kin or (place.before[0].lower() in rules.copulas and place.before[1].lower() in rules.kin)
    if named or (place.opens and _AGE.match(place.after)) or _next(place).lower() in rules.saying:
        return True
    joined = _next(place).lower() in rules.joining and _names_behind(place, rules)
    return joined or (_is_person(place, rules) and _surname(place, rules))


def _names_behind(place: Nearby, rules: NameWords) -> bool:
    """Tell whether "and" and a name that is no time follow."""
    other = _AND.match(place.after)
    return bool(other and _is_capital(other[1]) and other[1].lower().rstrip(".") not in rules.times)


def _is_person(place: Nearby, rules: NameWords) -> bool:
    """Tell whether what stands before a month leaves room for a name: nothing, "writer", "Chancellor"."""
    if place.opens or place.last in rules.people:
        return True
    return place.text[place.start - 1] == " " and place.before[0].istitle() and place.last not in rules.articles


def _surname(place: Nearby, rules: NameWords) -> bool:
    """Tell whether a capitalised word follows that is no word of time itself."""
    following = _next(place)
    return _is_capital(following) and following.lower().rstrip(".") not in rules.times


def _follows(place: Nearby, count: int) -> bool:
    """Tell whether so many capitalised words follow."""
    return re.match(rf"(?: [^\W\d_a-z][\w'’-]*){{{count}}}", place.after) is not None


def _next(place: Nearby) -> str:
    match = _AFTER.match(place.after)
    return match[2] if match else ""


def _is_street(place: Nearby, rules: NameWords) -> bool:
    """Tell "12 May Street", "1914 Elm Street", "avenida 9 de Julio"."""
    words = place.after.split(None, _OF_STREET)[:_OF_STREET] if _is_capital(place.after.lstrip()) else []
    for number, word in enumerate(words):
        if not _is_capital(word):
            break
        if word.strip(",.;:").lower() in rules.streets and (number or place.after.startswith(" ")):
            return True
    return bool(rules.street_before) and any(word.lower() in rules.street_before for word in place.before)


def _is_number(place: Nearby, rules: NameWords) -> bool:  # noqa: PLR0911 - one return for each sign of it
    """Tell a figure of four digits that is no year by what it counts or numbers."""
    if not place.words.isdecimal():
        return False
    bracketed = place.text[place.start - 1 : place.start] == "[" and place.after.startswith("]")
    if bracketed and place.words < "2400" and place.words[2:] < "60":
        return True  # the clock of a live report
    one, other = place.before
    if place.last in rules.numbered or (other.lower() in rules.numbered and one.isupper() and len(one.strip(".")) > 1):
        return True
    if place.last in rules.paying or (other.lower() in rules.paying and _is_capital(one)):
        return True
    if _PHONE.search(place.text[max(place.span.start, place.start - NEAR) : place.start]):
        return True
    if _CODE.search(place.head):
        return True
    if any(map(str.isdigit, one)) and place.last and _FIGURES_BEHIND.match(place.after):
        return True  # one of a row of figures
    following = _next(place)
    if place.last in rules.having and len(following) >= _LONG_WORD and following.endswith(rules.plurals) and following.islower():
        return True
    if place.last in rules.about and len(following) >= _LONG_WORD and following.endswith(rules.plurals) and following.islower():
        return True
    counted = rules.nouns_are_capital and _is_capital(following) and not other.isdecimal()
    return counted and place.last in rules.articles | rules.joining | rules.about


def _is_award(place: Nearby, rules: NameWords) -> bool:
    """Tell "Player of the Month": a capital, or a noun of which one is chosen."""
    unit, inner = place.words.split()[-1], place.words.lower().startswith(tuple(f"{word} " for word in rules.of))
    if not inner and (place.last not in rules.of or not place.words.lower().startswith(rules.the)):
        return False
    chosen = place.before[0 if inner else 1].lower() in rules.chosen
    return chosen or (_is_capital(unit) and not rules.nouns_are_capital and not _is_headline(place))


def _is_title(place: Nearby, rules: NameWords) -> bool:
    """Tell "the Six-Day War", "the Hundred Days": number and unit have capitals; so has the word behind, or an article stands before."""
    article, words = _split_article(place, rules)
    capitals = all(_is_capital(word) or (article and word.isdecimal()) for word in words)
    if place.words.isupper() or len(words[0]) == 1 or len(words) == 1 or not capitals:
        return False
    following = _AFTER.match(place.after.lstrip("'’"))
    return (article or bool(following and _is_capital(following[2]))) and not rules.nouns_are_capital and not _is_headline(place)


def _split_article(place: Nearby, rules: NameWords) -> tuple[bool, list[str]]:
    """Return whether an article stands before the words or is the first of them, and the others."""
    first, *words = re.split(r"[ -]", place.words)
    return (True, words) if words and first.lower() in rules.articles else (place.last in rules.articles, [first, *words])


def _is_of_match(place: Nearby, rules: NameWords) -> bool:
    """Tell the half of a match from that of a year by what its sentence speaks of."""
    words = _words(place)
    return rules.business.isdisjoint(words) and (not rules.sport.isdisjoint(words) or _SCORE.search(place.round) is not None)


def _is_ratio(place: Nearby, rules: NameWords) -> bool:
    """Tell odds, scores, verses and the time a run took from the time of day."""
    if place.last in rules.verses or place.last in rules.lasting:
        return True
    if _LASTED.fullmatch(place.words) and place.last not in rules.clock_before:
        return True
    return place.last not in rules.clock_before and not (rules.sport | rules.ratios).isdisjoint(_words(place))


def _words(place: Nearby) -> frozenset[str]:
    """Return the words of the sentence."""
    return frozenset(re.findall(r"[^\W\d_]+", place.round.lower()))


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def _is_headline(place: Nearby) -> bool:
    """Tell a headline in which most words have a capital."""
    words = [word for word in re.findall(r"[^\W\d_]+", place.round) if len(word) >= _LONG_WORD]
    return len(words) >= _FEWEST and sum(map(_is_capital, words)) > _MOSTLY * len(words)


_TELLS: dict[type, Callable[[Any, Nearby, NameWords], bool]] = {
    Calendar: _is_other_date,
    Weekday: _is_other_day,
    Repeated: lambda said, place, rules: _is_bare(place) and _is_name(said, place, rules),
    Slashed: lambda _, place, rules: place.last in rules.numbered,
    Unit: lambda said, place, rules: not said.same and _is_award(place, rules),
    Length: lambda _, place, rules: _is_title(place, rules),
    Clock: lambda _, place, rules: _BARE_CLOCK.fullmatch(place.words) is not None and _is_ratio(place, rules),
}
"""What tells a kind of time from what only looks like it."""
