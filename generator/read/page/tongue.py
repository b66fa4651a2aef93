"""The language of a page's story: what the page says, where the words of the story do not speak against it.

In: the elements of the page, its linked data, its text. Out: a code without a region ("de"), or None. Themes of content systems often say
"en" whatever they hold, so the commonest small words of the text decide where they are clear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from generator.read.page.linked import Linked

_SMALL = {
    "en": "the of and to that was with for were from has have which their said would",
    "de": "der die und das nicht mit den dem ein eine ist auch auf sich wurde nach",
    "es": "el los las que una por del con para fue según más pero como sus dijo",
    "fr": "les des une est dans pour qui sur pas avec aux cette selon été mais ont",
    "it": "il che della di per con non una gli alla dal nel sono stato dei più",
    "nl": "het een van en dat niet zijn voor met ook aan door werd heeft naar uit",
    "pt": "os uma não com para dos da na por mais foi são pelo também segundo ao",
    "sv": "och att det som är för på inte av har den till ett efter också var",
    "da": "og at det som er for på ikke af har den til et efter også blev",
    "nb": "og at det som er for på ikke av har den til et etter også ble",
    "pl": "się nie na jest że do przez został oraz od są po ale przy jak dla",
    "cs": "se na je že v pro jsou byl také podle který ale po už jeho jako",
}
_VOTES = Counter(word for words in _SMALL.values() for word in set(words.split()))
_CODES = {word: code for code, words in _SMALL.items() for word in words.split() if _VOTES[word] == 1}
"""Small words that only one of these languages has → its code."""
_LEAST = 8
"""Small words of a language that a text has at least before they decide against the page."""
_CLEAR = 4
"""How many times as many they are as those of the language that the page says."""
_LOOKED_AT = 4_000
_CODE = re.compile(r"(?P<code>[a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)


def language_of(tree: Any, linked: Linked, text: str) -> str | None:
    """Return the language of a page's story.

    >>> from lxml.html import fromstring
    >>> language_of(fromstring("<html lang='de-AT'><p>x"), Linked(), "Der Kai")
    'de'
    """
    said = next((match["code"].lower() for words in _said(tree, linked) if (match := _CODE.fullmatch(words.strip()))), None)
    votes = Counter(_CODES[word] for word in re.findall(r"\w+", text[:_LOOKED_AT].lower()) if word in _CODES)
    best, count = max(votes.items(), key=lambda each: (each[1], each[0]), default=("", 0))
    is_clear = count >= _LEAST and count >= _CLEAR * max(votes[said or ""], 1)
    return best if said in _SMALL and best != said and is_clear else said


def _said(tree: Any, linked: Linked) -> Iterator[str]:
    """Yield what a page says of its language, the surest first: of the article itself, of the page."""
    named = linked.first("inLanguage") if linked.is_sure else None
    yield str(named.get("alternateName") or "") if isinstance(named, dict) else named if isinstance(named, str) else ""
    yield tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    metas = {
        (each.get("property") or each.get("name") or each.get("http-equiv") or "").lower(): each.get("content")
        for each in tree.iter("meta")
    }
    for name in ("og:locale", "content-language", "language", "dc.language"):
        yield metas.get(name) or ""
