"""What is compared, and what is wanted of it."""

from dataclasses import dataclass
from statistics import median
from typing import Callable

import notebooks
import studies


@dataclass(frozen=True)
class Row:
    name: str
    work: str
    job: str  # the tools' method
    notebook: Callable | None = None
    printed: Callable | None = None  # what must have been printed when a run lost nothing
    wanted: dict = None  # how many times less than the peers, by measure
    alone: bool = False  # nobody else does this


ONE_CELL = Row("one-cell", "one cell", "execute", notebooks.one_cell, lambda: "2\n", {"wall": 2.5})

ROWS = [
    Row("version", "`--version` (peer: papermill)", "version", wanted={}),
    ONE_CELL,
    Row("cells", f"{notebooks.TRIVIAL_CELLS} trivial cells", "execute", notebooks.trivial_cells, lambda: "", {"cpu": 3}),
    Row(
        "prints",
        f"one cell, {notebooks.LINES:,} flushed prints",
        "execute",
        notebooks.flushed_prints,
        notebooks.all_prints,
        {"cpu": 5},
    ),
    Row(
        "large",
        f"one {notebooks.MEGABYTES} MB output, then {notebooks.CELLS_BEHIND} cells",
        "execute",
        notebooks.one_large_output,
        notebooks.large_print,
        {"wall": 5},
    ),
    Row("html-small", "HTML of 3 cells (peer: nbconvert)", "html", notebooks.three_cells, wanted={"wall": 3}),
    Row("html-cells", "HTML of 1000 cells (peer: nbconvert)", "html", notebooks.thousand_cells, wanted={"wall": 10}),
    Row(
        "html-images",
        f"HTML of {notebooks.IMAGES} figures of {notebooks.KILOBYTES} kB (peer: nbconvert)",
        "html",
        notebooks.images,
        wanted={"wall": 3},
    ),
    Row(
        "html-many",
        f"HTML of {notebooks.NOTEBOOKS} notebooks in one command (peer: nbconvert)",
        "html",
        notebooks.many,
        wanted={"wall": 30},
    ),
    Row(
        "html-each",
        f"HTML of {notebooks.NOTEBOOKS} notebooks in one command (peer: nbconvert, called for each)",
        "html_of_each",
        notebooks.many,
        wanted={"wall": 30},
    ),
    Row("html-formulas", f"HTML of {notebooks.FORMULAS} formulas, beside as many texts", "formulas", wanted={}, alone=True),
    Row("study", f"{studies.RUNS} runs of the penguins study, 2 at once (peer: its driver)", "study", wanted={"wall": 2.5}),
    Row("plan", f"planning {studies.PLANNED:,} trials", "plan", wanted={}, alone=True),
    Row("scan", f"planning with {studies.FINISHED:,} finished runs", "scan", wanted={}, alone=True),
    Row("compare", f"comparing {studies.FINISHED:,} runs × 20 columns", "compare", wanted={}, alone=True),
    Row(
        "html-text",
        f"HTML of {notebooks.MEGABYTES} MB of text (peer: nbconvert)",
        "html",
        notebooks.large_text,
        wanted={"wall": 15},
    ),
]


@dataclass
class Pairs:
    """The runs of one row: Platen's and the peers', turn by turn."""

    row: Row
    platen: list
    peers: list

    def ratio(self, measure, part=None):
        """How many times more the peers took: the median of the pairs' ratios."""
        return median(
            getattr(peer.parts[part] if part else peer.usage, measure) / getattr(own.usage, measure)
            for own, peer in zip(self.platen, self.peers)
        )


def measure(row, platen, peers, notebook, runs, say):
    """Runs a row; the tool that begins changes from pair to pair."""
    pairs = Pairs(row, [], [])
    for i in range(runs):
        contenders = [(platen, pairs.platen)] if row.alone else [(platen, pairs.platen), (peers, pairs.peers)]
        for tool, results in contenders[:: -1 if i % 2 else 1]:
            job = getattr(tool, row.job)
            result = job(notebook) if notebook else job()
            _inspect(result, row)
            results.append(result)
            usage = result.usage
            lost = "" if result.complete else ", outputs lost"
            name = type(tool).__name__
            say(f"{row.name} {i + 1}/{runs}: {name:6} {usage.wall:6.2f} s, {usage.cpu:6.2f} s CPU{lost}")
    return pairs


def _inspect(result, row):
    """Looks at the executed notebook, which the tool's next job removes."""
    if row.printed:
        result.complete = notebooks.printed(result.executed) == row.printed()
        result.seconds_a_cell = notebooks.seconds_a_cell(result.executed)
