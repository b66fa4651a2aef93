"""Dateline: a folder of news articles in, a timeline website out.

Besides the command ``dateline`` there are two functions for other programs: ``generator.tag``, loaded when it is used, and
``generator.api.read``.
"""

from importlib import import_module

__version__ = "0.1.0"

__all__ = ["__version__", "tag"]


def __getattr__(name: str) -> object:
    """Load ``tag`` when it is asked for, so that importing the package costs nothing."""
    if name == "tag":
        return import_module("generator.api").tag
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
