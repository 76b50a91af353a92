"""Section 8 of the design: what Platen may cost, whatever others do."""

from statistics import median

import notebooks

MEBIBYTE = 1 << 20


def of(pairs, bare_round_trip):
    """Lines of a table: work, measured, budget, whether it is kept. Only of the rows that were run."""
    lines = []
    for name, judge in [
        ("version", _start),
        ("cells", _saving),
        ("prints", _saving),
        ("large", _saving),
        ("html-cells", _html),
        ("html-text", _html),
        ("html-formulas", _formulas),
        ("html-text", _memory),
        ("study", _share),
        ("plan", _plan),
        ("scan", _scan),
        ("compare", _compare),
        ("compare", _page),
    ]:
        if name in pairs:
            lines.append(judge(pairs[name]))
    if {"prints", "one-cell"} <= pairs.keys():
        lines.append(_message(pairs["prints"], pairs["one-cell"]))
    if "cells" in pairs:
        lines.append(_cell(pairs["cells"], bare_round_trip()))
    return lines


def _line(work, value, limit, unit):
    return work, f"{value:.3g} {unit}", f"≤ {limit} {unit}", value <= limit


def _wall(pairs):
    return median(result.usage.wall for result in pairs.platen)


def _start(pairs):
    return _line("start: `--version`", _wall(pairs), 0.3, "s")


def _html(pairs):
    return _line(pairs.row.work.split(" (")[0], _wall(pairs), 1, "s")


def _formulas(pairs):
    more = median(result.usage.wall - result.parts["without"].wall for result in pairs.platen)
    return _line(pairs.row.work, more, 0.3, "s")


def _share(pairs):
    share = median(result.usage.cpu / result.usage.kernels for result in pairs.platen)
    return _line("a study: our CPU, of the kernels'", 100 * share, 5, "%")


def _plan(pairs):
    return _line(pairs.row.work, _wall(pairs), 2, "s")


def _scan(pairs):
    return _line(pairs.row.work, _wall(pairs), 3, "s")


def _compare(pairs):
    return _line(pairs.row.work, _wall(pairs), 5, "s")


def _page(pairs):
    size = median(result.files["index.html"] for result in pairs.platen) / 1e6
    return _line("its page", size, 8, "MB")


def _memory(pairs):
    peak = median(result.usage.peak for result in pairs.platen) / MEBIBYTE
    return _line("its memory", peak, 200, "MiB")


def _saving(pairs):
    """The first notebook, the journal and the last notebook; report, figures and records are no saving."""
    saved = median(_times_the_notebook(result, ("first", "journal", "notebook.ipynb")) for result in pairs.platen)
    everything = median(_times_the_notebook(result, result.files) for result in pairs.platen)
    return _line(f"saving: {pairs.row.work} (all files: {everything:.1f} ×)", saved, 3, "× the notebook")


def _times_the_notebook(result, names):
    return sum(result.files[name] for name in names) / result.files["notebook.ipynb"]


def _message(prints, one_cell):
    more = median(p.usage.cpu - o.usage.cpu for p, o in zip(prints.platen, one_cell.platen))
    return _line("a message: CPU", more / notebooks.LINES * 1000, 0.1, "ms")


def _cell(pairs, bare_round_trip):
    own = median(result.seconds_a_cell for result in pairs.platen) - bare_round_trip
    work = f"a cell, above a bare client's {bare_round_trip * 1000:.2f} ms"
    return _line(work, own * 1000, 1, "ms")
