"""The command `dateline`: arguments in, an exit code out."""

from __future__ import annotations

import signal
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        from generator.cli import begin  # noqa: PLC0415 - so that importing this module costs nothing
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
    sys.exit(begin(sys.argv[1:]))


if __name__ == "__main__":
    main()
