"""The command line: arguments in, an exit code out. A command's module is loaded when it is called, so that `--help` is instant."""

from __future__ import annotations

import importlib
import keyword
import logging
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches

import click

from generator import __version__
from generator.commands.exits import FINE, INTERRUPTED, PROBLEMS, USAGE
from generator.edge.stopping import end_at_once, leave

COMMANDS = {
    "new": "Start a project that builds at once.",
    "build": "Build the timeline's site.",
    "serve": "Show the timeline in a browser, and again at every save.",
    "check": "Say what is wrong or doubtful, and write nothing.",
    "explain": "Say how a date, an event or a message came about.",
    "tag": "Find the time expressions of a text, by themselves.",
    "add": "Freeze copies of articles into the project.",
    "import": "Turn a table of events into edits.",
    "picture": "Take pictures into the project, for events to show.",
    "export": "Write one export of the timeline.",
    "publish": "Build the site and put it where readers find it.",
    "doctor": "Say what is installed and what is missing, for a report.",
    "completion": "Print the completion script of a shell.",
}
"""Every command and its one line of help; its module is ``generator.commands.NAME``."""


class Commands(click.Group):
    """The commands of ``generator.commands``, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Name the commands in the order of the manual."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Load one command; None when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"generator.commands.{cmd_name}" + "_" * keyword.iskeyword(cmd_name))
        command: click.Command = module.command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called, or suggest the one that may have been meant."""
        near = [] if args[0] in COMMANDS else get_close_matches(args[0], COMMANDS, n=1)
        if near:
            ctx.fail(f"no command “{args[0]}”; did you mean “{near[0]}”?")
        return super().resolve_command(ctx, args)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Tell what the exit codes mean."""
        formatter.write_paragraph()
        formatter.write_text("Exit codes: 0 fine, 1 problems in the content, 2 wrong usage, 130 interrupted.")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="dateline", message="%(prog)s %(version)s")
@click.option("-v", "--verbose", is_flag=True, help="Show the traceback when the program itself fails.")
def cli(*, verbose: bool) -> None:
    """Turn a folder of news articles into a timeline in which every date traces to a quoted sentence."""
    if verbose:
        logging.basicConfig(format="%(message)s")  # to standard error
        logging.getLogger(__package__).setLevel(logging.DEBUG)


def begin(arguments: Sequence[str]) -> int:
    """Run one command as all that a process does; where it was interrupted, nothing that it has begun holds the process."""
    end_at_once()
    code = run(arguments)
    if code == INTERRUPTED:
        leave(code)
    return code


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; only ``-v`` ever shows a traceback."""
    try:
        code = cli.main(args=list(arguments), prog_name="dateline", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except OSError as error:  # a disk that fails, too many open files: nothing that a report to us would mend
        path = f" ({error.filename})" if error.filename else ""
        click.echo(
            f"error: the system refused: {error.strerror or error}{path}; what stood before is left, try again when it is mended", err=True
        )
        return PROBLEMS
    except Exception as error:
        if {"-v", "--verbose"} & set(arguments):
            raise
        where = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
        click.echo(f"dateline failed, which is a fault of the program: {type(error).__name__}: {error}{where}", err=True)
        click.echo("Run `dateline -v …` to see where, and please report it.", err=True)
        return PROBLEMS
    return code if isinstance(code, int) else FINE
