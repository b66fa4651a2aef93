"""Languages as data: one TOML table per language, compiled into a ``Language``.

In: a language code. Out: the language, or None when there is no table for it.
"""

from generator.language.compile import load, supported

__all__ = ["load", "supported"]
