"""How the cost of a build grows with its articles, and what a build costs where nothing has changed.

    python -m benchmarks.scale [--articles 500] [--times 4]

Two projects of invented news, the one several times as large as the other, are built, and built again. Out: CPU seconds of everything
behind the reading of articles (merging, laying, planning, making and writing the pages), the exponent of its growth and of the memory's,
and the CPU seconds of a whole `dateline build` that finds nothing changed; exit 1 above a floor.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.floors import missed
from benchmarks.saves import invented

ROOT = Path(__file__).parent.parent
SCRIPT = """
import gc, json, resource, sys
from dataclasses import replace
from pathlib import Path
from time import process_time
from generator.commands.making import Wanted, built, given, recipe_for
from generator.edge.output import write_site
from generator.edge.workers import Local
folder, wanted = Path(sys.argv[1]), Wanted()
read, recipe = given(folder, wanted).value, recipe_for(folder, wanted)
drafts = tuple(recipe.drafts(recipe.part(read.project.articles).value, read.settings, recipe))
gc.freeze()
before, started = resource.getrusage(resource.RUSAGE_CHILDREN), process_time()
made = built(read, wanted, replace(recipe, drafts=lambda *_: iter(drafts))).value
write_site(folder / "other", made.site.outputs(Local(None, 500)), durable=False)
after, most = resource.getrusage(resource.RUSAGE_CHILDREN), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
children = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
print(json.dumps({"cpu": process_time() - started + children, "memory": most / 1e3, "events": len(made.events), "files": len(made.site)}))
"""


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--articles", type=int, default=500, help="of the smaller project")
    cli.add_argument("--times", type=int, default=4, help="how many times as large the other is")
    args = cli.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        small, large = (measured(Path(scratch) / str(count), count) for count in (args.articles, args.articles * args.times))
    growth = {name: math.log(large[name] / small[name]) / math.log(args.times) for name in ("cpu", "memory")}
    figures = {
        "exponent of time": growth["cpu"],
        "exponent of memory": growth["memory"],
        "seconds where nothing changed": large["unchanged"],
    }
    return int(bool(missed("scale", figures)))


def measured(folder: Path, articles: int) -> dict[str, Any]:
    """Build a project of invented news, and again; return what that cost."""
    invented(folder, articles)
    _run([sys.executable, "-m", "generator", "build", str(folder)])
    found: dict[str, Any] = json.loads(_run([sys.executable, "-c", SCRIPT, str(folder)]))
    before = _cpu()
    said = _run([sys.executable, "-m", "generator", "build", str(folder)])
    found["unchanged"] = _cpu() - before
    if "nothing had changed" not in said:
        raise AssertionError(said)
    print(
        f"{articles:,} articles, {found['events']:,} events, {found['files']:,} files: {found['cpu']:.1f} s of CPU behind the reading, "
        f"{found['memory']:.0f} MB; {found['unchanged']:.2f} s where nothing has changed"
    )
    return found


def _run(command: list[str]) -> str:
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
