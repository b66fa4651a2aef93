"""What the command line says of a cluster in, its workers and what lies at addresses out, for as long as a build takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from generator.commands.making import ALONE, Beyond


@contextmanager
def beyond(scheduler: str | None, articles: str | None, archive: str | None) -> Iterator[Beyond]:
    """Connect to what is named. ``click.UsageError`` where that cannot be used, or an archive fails while it is used."""
    if not (scheduler or articles or archive):
        yield ALONE
        return
    from generator.commands.drafting import program  # noqa: PLC0415 - loaded when used
    from generator.edge.addressed import is_address  # noqa: PLC0415 - likewise
    from generator.edge.archive import Archive, ArchiveError  # noqa: PLC0415
    from generator.edge.cluster import ClusterError, cluster  # noqa: PLC0415

    for option, address in (("--articles", articles), ("--archive", archive)):
        if address and not is_address(address):
            raise click.UsageError(f"{option} takes an address, such as s3://bucket/folder or file:///folder, not “{address}”")
    try:
        kept = Archive(archive, program()) if archive else None
        if scheduler is None:
            yield Beyond(None, articles, kept)
            return
        with cluster(scheduler) as workers:
            yield Beyond(workers, articles, kept)
    except (ArchiveError, ClusterError) as error:
        raise click.UsageError(str(error)) from error
