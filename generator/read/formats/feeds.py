"""A feed (RSS, Atom, RDF, JSON Feed is a table) or a sitemap → the addresses of its entries.

In: the text of the file. Out: Address…; nothing where it is no feed. The reader resolves no entities and reaches no network.
"""

from __future__ import annotations

from typing import Any

from generator.read.formats.held import Address

_ROOTS = frozenset({"rss", "feed", "rdf", "urlset", "opml"})
_ENTRIES = frozenset({"item", "entry", "url"})


def entries(content: bytes) -> tuple[Address, ...]:
    """Return the entries of a feed, in its order."""
    from lxml import etree  # noqa: PLC0415 - heavy, likewise

    reader = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True, remove_comments=True)
    try:
        root = etree.fromstring(content, reader)
    except (etree.XMLSyntaxError, ValueError):
        return ()
    if root is None or _name(root) not in _ROOTS:
        return ()
    found: dict[str, Address] = {}
    for entry in root.iter():
        if _name(entry) in _ENTRIES and (url := _link(entry)):
            title = next(("".join(each.itertext()) for each in entry if _name(each) == "title"), "")
            found.setdefault(url, Address(url, " ".join(title.split())))
    return tuple(found.values())


def _link(entry: Any) -> str:
    """Return where an entry leads: RSS's link or guid, Atom's alternate link, a sitemap's loc."""
    for each in entry:
        name, text = _name(each), (each.text or "").strip()
        if name == "link" and (each.get("rel") or "alternate") == "alternate":
            text = each.get("href") or text
        if name in {"link", "guid", "loc"} and text.startswith(("https://", "http://")):
            return str(text)
    return ""


def _name(element: Any) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
