"""The names of months and weekdays, as bylines and stamps of newspapers write them in twenty languages → their numbers.

In: a word. Out: 1 to 12, or 0 (Monday) to 6. Names as a date has them: in the genitive, where a language puts them in that.
Source: Unicode CLDR (months and days, format, wide and abbreviated).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_LATIN = (
    "jan january januar jänner enero janvier gennaio janeiro januari stycznia ledna januára ianuarie ocak tammikuuta január",
    "feb february februar feber febrero février fevrier febbraio fevereiro februari lutego února februára februarie şubat helmikuuta",
    "mar march märz mrz marzo mars março maart marts marca března martie mart maaliskuuta március",
    "apr april abril avril aprile kwietnia dubna apríla aprilie nisan huhtikuuta április",
    "may mai mayo maggio maio mei maj maja května mája mayıs mayis toukokuuta május",
    "jun june juni junio juin giugno junho czerwca června júna iunie haziran kesäkuuta június",
    "jul july juli julio juillet luglio julho lipca července júla iulie temmuz heinäkuuta július",
    "aug august agosto août aout augustus augusti sierpnia srpna augusta ağustos agustos elokuuta augusztus",
    "sep sept september septiembre setiembre septembre settembre setembro września září septembra septembrie eylül syyskuuta szeptember",
    "oct october oktober okt octubre octobre ottobre outubro października října októbra octombrie ekim lokakuuta október",
    "nov november noviembre novembre novembro listopada listopadu novembra noiembrie kasım kasim marraskuuta",
    "dec december dezember dez diciembre décembre dicembre dezembro grudnia prosince decembra decembrie aralık aralik joulukuuta",
)
_OTHERS = (
    "января січня ιανουαρίου",
    "февраля лютого φεβρουαρίου",
    "марта березня μαρτίου",
    "апреля квітня απριλίου",
    "мая травня μαΐου",
    "июня червня ιουνίου",
    "июля липня ιουλίου",
    "августа серпня αυγούστου",
    "сентября вересня σεπτεμβρίου",
    "октября жовтня οκτωβρίου",
    "ноября листопада νοεμβρίου",
    "декабря грудня δεκεμβρίου",
)
_HUNGARIAN = {"február": 2, "szept": 9}
MONTHS = _HUNGARIAN | {name: number for table in (_LATIN, _OTHERS) for number, names in enumerate(table, 1) for name in names.split()}
_DAYS = (
    *("mon tue wed thu fri sat sun", "mo di mi do fr sa so", "lun mar mié jue vie sáb dom", "lun mar mer jeu ven sam dim"),
    *("monday tuesday wednesday thursday friday saturday sunday", "montag dienstag mittwoch donnerstag freitag samstag sonntag"),
    *("lunes martes miércoles jueves viernes sábado domingo", "lundi mardi mercredi jeudi vendredi samedi dimanche"),
    *("lunedì martedì mercoledì giovedì venerdì sabato domenica", "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
)
_MORE_DAYS = {"tues": 1, "thur": 3, "thurs": 3, "sonnabend": 5}
WEEKDAYS = {name: number for names in _DAYS for number, name in enumerate(names.split())} | _MORE_DAYS


def any_of(names: Iterable[str]) -> str:
    """Return a pattern for any of some names, the longest first."""
    return "|".join(sorted((re.escape(name) for name in names), key=lambda each: (-len(each), each)))


def month_of(words: str) -> int:
    """Return the number of a month by its name or its figures; 0 where it is neither.

    >>> month_of("Juillet"), month_of("07"), month_of("июля"), month_of("Moon")
    (7, 7, 7, 0)
    """
    return int(words) if words.isdigit() else MONTHS.get(words.lower(), 0)
