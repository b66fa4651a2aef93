"""Tables that only lay a page out, as newsletters and pages of twenty years ago have them → plain containers; tables of data stay tables.

In: the elements of a page, which are changed. Out: nothing.
"""

from __future__ import annotations

from typing import Any

_LONG = 200
"""Characters of a cell that tells something; cells of data are short."""
_DATA = ("th", "caption")


def unwrap(tree: Any) -> None:
    """Make containers of the tables that lay a page out, and of their rows and cells."""
    laid_out = [(table, _own(table)) for table in tree.iter("table") if _lays_out(table)]
    for table, parts in laid_out:
        for part in (table, *parts):
            part.tag = "div"


def _own(table: Any) -> list[Any]:
    """Return the parts of a table itself, those of tables within it left out."""
    return [each for each in table.iter("tbody", "thead", "tfoot", "tr", "td", "th") if next(each.iterancestors("table"), None) is table]


def _lays_out(table: Any) -> bool:
    """Tell whether a table lays a page out: it says so, it holds another one, or a cell that tells more than data do."""
    if (table.get("role") or "").lower() in {"presentation", "none"}:
        return True
    if any(each.tag in _DATA for each in _own(table)) or table.find("caption") is not None:
        return False
    return table.find(".//table") is not None or any(len(" ".join(each.text_content().split())) >= _LONG for each in table.iter("td"))
