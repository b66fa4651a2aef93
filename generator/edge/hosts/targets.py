"""A target as people write it in; the host's function and the address it is given out. A new host is one function, and one line here.

Hosts of other packages are found by the entry points of the group ``dateline.hosts``: their name is the scheme.
"""

from __future__ import annotations

import importlib
from difflib import get_close_matches
from importlib.metadata import entry_points

from generator.edge.hosts.host import Host, HostError
from generator.model.settings import PUBLISH_TO

_HOSTS = {"folder": "folder", "git": "git", "rsync": "rsync", "s3": "s3"}
"""Scheme → module and function of this package, loaded when used; ``PUBLISH_FORMS`` of the settings says how each is written."""
GROUP = "dateline.hosts"


def host_of(target: str) -> tuple[Host, str]:
    """Return the function that opens a target, and the address to open.

    Raises:
        HostError: the target names no host that is known.
    """
    scheme, colon, address = target.partition(":")
    if colon and scheme in _HOSTS:
        module = importlib.import_module(f"generator.edge.hosts.{_HOSTS[scheme]}")
        host: Host = getattr(module, _HOSTS[scheme])
        return host, address.removeprefix("//") if scheme == "s3" else address
    for found in entry_points(group=GROUP, name=scheme) if colon else ():
        return found.load(), address
    near = get_close_matches(scheme, _HOSTS, n=1)
    hint = f"; did you mean “{near[0]}:…”?" if near else ""
    raise HostError(f"“{target}” is no place to publish to: write {PUBLISH_TO}{hint}")
