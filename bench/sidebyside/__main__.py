"""Side by side: Platen, and papermill followed by nbconvert, on the same kernel. Started by scripts/bench."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import budgets
import machine
import notebooks
import page
import processes
import rows
import tools

HERE = Path(__file__).parent


def say(line):
    print(line, file=sys.stderr, flush=True)


def arguments():
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    names = [row.name for row in rows.ROWS]
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"some of: {', '.join(names)} (default: all)")
    parser.add_argument("--runs", type=int, default=5, help="pairs of runs of each row (default: 5)")
    parsed = parser.parse_args()
    if unknown := set(parsed.rows) - set(names):
        parser.error(f"unknown rows: {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    return parsed


def template(row, scratch):
    """What the row's job is given: a notebook's file, or the files of those that become HTML."""
    if row.notebook is None:
        return None
    made = row.notebook()
    if not row.job.startswith("html"):
        return notebooks.write(scratch / f"{row.name}.ipynb", made)
    several = made if isinstance(made, list) else [made]
    return [notebooks.write(scratch / f"{row.name}-{i}.ipynb", one) for i, one in enumerate(several)]


def bare_round_trip(platen, runs):
    command = [sys.executable, str(HERE / "bare_client.py"), str(notebooks.TRIVIAL_CELLS)]
    times = [subprocess.run(command, env=platen.env, capture_output=True, text=True, check=True) for _ in range(runs)]
    return median(float(time.stdout) for time in times)


def main():
    chosen = arguments()
    home = HERE.parent.parent
    notes = machine.describe(home)
    notes.append(f"medians of {chosen.runs} pairs of runs, a ratio being the median of the pairs'")
    if warning := machine.busy():
        notes.append(f"**{warning}**")
    processes.adopt_orphans()
    with tempfile.TemporaryDirectory(prefix="platen-bench-") as folder:
        scratch = Path(folder)
        os.chdir(scratch)
        platen, peers = tools.Platen(home, scratch), tools.Peers(home, scratch)
        say("warming up")
        rows.measure(rows.ONE_CELL, platen, peers, template(rows.ONE_CELL, scratch), 1, say)
        pairs = {
            row.name: rows.measure(row, platen, peers, template(row, scratch), chosen.runs, say)
            for row in rows.ROWS
            if row.name in chosen.rows or not chosen.rows
        }
        own = budgets.of(pairs, lambda: bare_round_trip(platen, chosen.runs))
    text = "\n\n".join(["\n".join(f"- {note}" for note in notes), page.compared(pairs.values()), page.budget(own)])
    print(text)
    if chosen.rows:
        say("docs/performance.md is left as it is: not all rows were run")
    else:
        page.write(home / "docs/performance.md", text)


main()
