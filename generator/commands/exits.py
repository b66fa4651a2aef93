"""The exit codes of the program: what scripts go by."""

from __future__ import annotations

FINE, PROBLEMS, USAGE, INTERRUPTED = 0, 1, 2, 130
"""Fine; problems in the content (or warnings under ``--strict``); wrong usage; interrupted."""
