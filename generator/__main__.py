"""The command `dateline`: arguments in, an exit code out."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from generator.commands.exits import INTERRUPTED  # noqa: PLC0415 - so that importing this module costs nothing
    from generator.edge.stopping import end_at_once, leave  # noqa: PLC0415 - likewise

    end_at_once()
    try:
        from generator.cli import run  # noqa: PLC0415 - likewise

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while it is loaded
        code = INTERRUPTED
    if code == INTERRUPTED:
        leave(code)
    sys.exit(code)


if __name__ == "__main__":
    main()
