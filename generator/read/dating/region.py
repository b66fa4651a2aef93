"""Where a paper stands: its host and language → the offsets from UTC that its own clock can have.

In: the host of an address and the code of a language ("en-GB"). Out: least and greatest offset in minutes, summer time included
(IANA time zone database; of large countries the zones where people live).
"""

from __future__ import annotations

Offsets = tuple[int, int]

_ZONES: dict[str, Offsets] = {
    "uk ie pt is gh": (0, 60),
    "de fr it nl be at ch es pl se no dk cz sk hu si hr rs ba lu li mt al mk": (60, 120),
    "gr fi ro bg ee lv lt ua md cy il lb eg jo": (120, 180),
    "ng cm tn dz ma": (60, 60),
    "za zw zm bw na mw mz": (120, 120),
    "ke tz ug et tr sa qa kw iq by": (180, 180),
    "ru": (120, 720),
    "ae om az ge am": (240, 240),
    "pk in lk np bd": (300, 360),
    "th vn id kh": (420, 480),
    "cn hk sg my ph tw": (480, 480),
    "jp kr": (540, 540),
    "au": (480, 660),
    "nz fj": (720, 780),
    "us gov mil edu": (-480, -240),
    "ca": (-480, -150),
    "mx cr gt sv hn ni": (-480, -300),
    "pe ec pa cu jm": (-300, -240),
    "br ar cl uy py ve bo": (-300, -120),
}
"""By the country at the end of a host; co, tv, me and io are mostly no countries there."""
_COUNTRIES = {country: zones for countries, zones in _ZONES.items() for country in countries.split()}
_TONGUES: dict[str, Offsets] = {
    "de it pl sv da nb no cs hu nl": (60, 120),
    "fi el ro bg uk he": (120, 180),
    "fr": (-300, 120),
    "es": (-480, 120),
    "pt": (-240, 60),
    "ru": (120, 720),
    "ja": (540, 540),
    "ko": (540, 540),
    "zh": (480, 480),
    "hi": (330, 330),
    "tr": (180, 180),
}
_LANGUAGES = {code: zones for codes, zones in _TONGUES.items() for code in codes.split()}
_ANYWHERE: Offsets = (-480, 0)
"""Of what says nothing: most of it is American, and much is dated in UTC itself."""


def offsets(host: str, language: str = "") -> Offsets:
    """Return the least and the greatest offset that a paper's own clock can have.

    >>> offsets("www.post.co.uk"), offsets("post.example", "en-AU"), offsets("post.example", "en")
    ((0, 60), (480, 660), (-480, 0))
    """
    country = host.rpartition(".")[2].lower()
    if country in _COUNTRIES:
        return _COUNTRIES[country]
    code, _, land = language.replace("_", "-").lower().partition("-")
    land = "uk" if land == "gb" else land
    return _COUNTRIES.get(land) or _LANGUAGES.get(code, _ANYWHERE)
