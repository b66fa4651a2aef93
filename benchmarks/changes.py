"""What a preview costs after each kind of change, and how that and its memory grow with the articles.

    python -m benchmarks.changes [--articles 500] [--times 4]

Two projects of invented news, the one several times as large as the other, are each shown by a preview of its own process, and changed: its
title, a template, a style, an article, an edit. Out: CPU seconds until the front page is there again, the most memory of all processes,
and the exponents of their growth; exit 1 above a floor.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.floors import missed
from benchmarks.saves import invented

ROOT = Path(__file__).parent.parent
CHANGES = ("title", "template", "style", "article", "edit")
SCRIPT = r"""
import json, os, resource, sys
from datetime import UTC, datetime
from pathlib import Path
from time import process_time
from generator.commands.making import Wanted
from generator.commands.previewing import PreviewBuild
folder = Path(sys.argv[1])
preview, took = PreviewBuild(folder, Wanted()), {}
texts = sorted((folder / "articles").glob("*.txt"))

def shown(name):
    started = process_time()
    len(preview().files["index.html"])
    took[name] = process_time() - started

def written(path, text):
    (folder / path).parent.mkdir(exist_ok=True)
    (folder / path).write_text(text)

shown("first")
written("timeline.toml", 'title = "Other news"\n')
shown("title")
written("templates/foot.html", Path("templates/foot.html").read_text() + " ")
shown("template")
written("static/extra.css", "p { margin: 0 }")
shown("style")
for text in texts[1 :: len(texts) // 3]:  # the first finds what stands still to be settled
    text.write_text(text.read_text() + "\nThe lighthouse of Kelm was painted on Friday.\n")
    shown("article")
quote = next(line for line in texts[0].read_text().splitlines() if line.startswith("Nobody"))
for number in range(3):
    written("edits/a.md", f'''+++
action = "edit"
at = {datetime(2031, 1, 1, tzinfo=UTC).isoformat()}

[[target]]
source = "{texts[0].stem}"
exact = "{quote}"

[set]
headline = "Nobody was hurt ({number})"
+++
''')
    shown("edit")
most = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps(took | {"memory": most / 1e3}))
"""


def main() -> int:
    """Run the benchmark."""
    cli = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    cli.add_argument("--articles", type=int, default=500, help="of the smaller project")
    cli.add_argument("--times", type=int, default=4, help="how many times as large the other is")
    args = cli.parse_args()
    print(f"{'articles':>8}{'first':>9}" + "".join(f"{name:>10}" for name in CHANGES) + f"{'MB':>8}")
    with tempfile.TemporaryDirectory() as scratch:
        small, large = (measured(Path(scratch) / str(count), count) for count in (args.articles, args.articles * args.times))
    growth = {name: math.log(large[name] / small[name]) / math.log(args.times) for name in (*CHANGES, "memory")}
    print("exponent         " + "".join(f"{growth[name]:>10.2f}" for name in CHANGES) + f"{growth['memory']:>8.2f}")
    figures = {
        "seconds after an article": large["article"],
        "seconds after an edit": large["edit"],
        "exponent of an article": growth["article"],
        "exponent of memory": growth["memory"],
    }
    return int(bool(missed("changes", figures)))


def measured(folder: Path, articles: int) -> dict[str, float]:
    """Preview a project of invented news, and change it; return what that cost, printed as a line."""
    invented(folder, articles)
    command = [sys.executable, "-c", SCRIPT, str(folder)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(done.splitlines()[-1])
    print(f"{articles:>8,}{found['first']:>9.2f}" + "".join(f"{found[name]:>10.3f}" for name in CHANGES) + f"{found['memory']:>8.0f}")
    return found


if __name__ == "__main__":
    sys.exit(main())
