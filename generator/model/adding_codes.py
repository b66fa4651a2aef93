"""The messages about adding articles (D7), which ``generator.model.codes`` has on its page: name, severity, template, explanation."""

from __future__ import annotations

from generator.model.diagnostic import Code, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

CANNOT_FETCH = Code(
    "D701",
    _E,
    "{url} cannot be fetched: {reason}",
    "Only pages on the public web are fetched, within limits of size and time. Or save the page in a browser and add the file.",
)
NOT_PUBLIC = Code(
    "D702",
    _E,
    "{url} leads to {address}, which is not on the public web",
    "An address inside a private network, or of this machine, is never fetched, whoever names it: a page on the web could otherwise read what only you can reach.",
)
ALREADY_FROZEN = Code(
    "D703",
    _E,
    "{path} is already there",
    "A frozen article is never overwritten: citations refer to its text. Choose another name, or delete it yourself.",
)
ALREADY_ADDED = Code(
    "D704", _E, "{url} is already frozen as {name}", "One article is added once: a second copy would be counted as a second source."
)

NO_READER = Code(
    "D705",
    _E,
    "nothing reads a file {kind}",
    "docs/formats.md has the formats that are read. Copy the text of the article into a .txt file, or save the page in a browser.",
)
NOT_INSTALLED = Code(
    "D706",
    _E,
    "reading {kind} needs the library {library}, which {reason}",
    "PDF, Word, RTF and WARC files are read with libraries that not everybody needs.",
)
BAD_FILE = Code("D707", _E, "no {kind} that can be read: {reason}", "The file is broken, or holds another format than its name says.")
ROWS_LEFT = Code(
    "D708",
    _W,
    "{count} of the rows without a text and an address, left out: {rows}",
    "A table of articles has a column for their text (text, body, content …) or for their address (url, link …).",
)
NOT_FOR_ROBOTS = Code(
    "D709",
    _E,
    "{url} is not fetched: the site's robots.txt asks programs not to",
    "Save the page in a browser and add the file.",
)
ADDED_BEFORE = Code(
    "D710",
    _N,
    "already frozen as {name}",
    "What is in the project is not added again; a list or a folder can be added again after it was broken off.",
)
NEAR_COPY = Code(
    "D711",
    _W,
    "{how} text is frozen as {name}",
    "Two papers that print one report of an agency are one report, not two. Both may be kept: copies count as one report; or leave one out.",
)
