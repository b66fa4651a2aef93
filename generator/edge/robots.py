"""Does a site let programs fetch a page? Its robots.txt is asked once (RFC 9309).

In: an address, and what fetches. Out: whether it may be fetched. A site without the file, or whose file cannot be read, allows all.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.robotparser import RobotFileParser

from generator.model.web import parts_of

_LARGEST = 500_000


class Robots:
    """What the robots.txt of each host says, asked once each."""

    def __init__(self, read: Callable[[str], bytes | None]) -> None:
        """Take what fetches the file: its bytes, or None where there is none."""
        self._read = read
        self._known: dict[str, RobotFileParser | None] = {}

    def allow(self, url: str, agent: str) -> bool:
        """Tell whether *agent* may fetch an address."""
        parts = parts_of(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._known:
            self._known[site] = self._asked(site)
        rules = self._known[site]
        return rules is None or rules.can_fetch(agent, url)

    def _asked(self, site: str) -> RobotFileParser | None:
        content = self._read(f"{site}/robots.txt")
        if content is None:
            return None
        rules = RobotFileParser()
        rules.parse(content[:_LARGEST].decode("utf-8", "replace").splitlines())
        return rules
