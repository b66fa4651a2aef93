"""`dateline completion`: the name of a shell in, its completion script out."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from generator.commands.documented import Documented
from generator.commands.exits import FINE


@click.command("completion", cls=Documented, examples=("completion bash",))
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(*, shell: str) -> int:
    """Print the completion script of a shell.

    For bash: put  eval "$(dateline completion bash)"  into ~/.bashrc.
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"no completion for {shell}")
    click.echo(kind(click.get_current_context().find_root().command, {}, "dateline", "_DATELINE_COMPLETE").source())
    return FINE
